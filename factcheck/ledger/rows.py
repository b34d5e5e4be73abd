"""How does a value become a row, and a row the same value again?

Numbers go in as decimal text and come out as the `Decimal` that they were, digit for
digit; a magnitude that would take a page of zeros keeps its exponent. Spans take two
columns, lists and chains of reporters one JSON text. Nothing here runs SQL.

Pure. Callers: `documents`, `claims`, `citations`, `agreements`, `search`.
"""

from __future__ import annotations

import json
import sqlite3
from decimal import Decimal
from typing import Any

from factcheck.ledger.tables import Stored, canonical
from factcheck.model import Agreement, Attribution, Citation, Claim, Credit, Document, Quantity, Span, Stance

_LONGEST_ZEROS = 60
_NO_QUANTITY = (None,) * 10


def decimal_text(value: Decimal | None) -> str | None:
    """The number in plain digits ("1500", "0.2"); with an exponent only beyond 60 zeros."""
    if value is None:
        return None
    digits, exponent = value.as_tuple()[1:]
    assert isinstance(exponent, int), "quantities are finite"
    plain = -_LONGEST_ZEROS - len(digits) <= exponent <= _LONGEST_ZEROS
    return format(value, "f") if plain else str(value)


def quantity_values(quantity: Quantity | None) -> tuple[Stored, ...]:
    """The columns `tables.QUANTITY` of a stated number; all None where there is none."""
    if quantity is None:
        return _NO_QUANTITY
    return (
        decimal_text(quantity.low),
        decimal_text(quantity.high),
        decimal_text(quantity.point),
        decimal_text(quantity.grain),
        int(quantity.low_open),
        int(quantity.high_open),
        quantity.hedge,
        quantity.kind,
        quantity.unit,
        quantity.counted,
    )


def read_quantity(row: sqlite3.Row) -> Quantity:
    """The stated number of a row that has one."""
    return Quantity(
        low=_decimal(row["low"]),
        high=_decimal(row["high"]),
        point=_decimal(row["point"]),
        hedge=row["hedge"],
        low_open=bool(row["low_open"]),
        high_open=bool(row["high_open"]),
        grain=_decimal(row["grain"]),
        kind=row["kind"],
        unit=row["unit"],
        counted=row["counted"],
    )


def claim_values(claim: Claim, document_id: str, source_id: str | None) -> tuple[Stored, ...]:
    """The columns of `tables.CLAIMS`."""
    said = claim.attribution
    return (
        claim.id,
        document_id,
        *_ends(claim.span),
        claim.surface,
        *_ends(claim.phrase_span),
        claim.phrase,
        *_ends(claim.sentence_span),
        *quantity_values(claim.quantity),
        said.type,
        said.source,
        *_ends(said.source_span),
        said.cue,
        *_ends(said.cue_span),
        said.canonical,
        canonical([_credit_values(credit) for credit in said.via]),
        int(said.inherited),
        int(said.quoted),
        said.polarity,
        source_id,
        claim.measure,
    )


def read_claim(row: sqlite3.Row) -> Claim:
    """The claim of a row of `claims`."""
    return Claim(
        id=row["id"],
        span=Span(row["span_start"], row["span_end"]),
        surface=row["surface"],
        phrase_span=Span(row["phrase_start"], row["phrase_end"]),
        phrase=row["phrase"],
        sentence_span=Span(row["sentence_start"], row["sentence_end"]),
        quantity=read_quantity(row),
        attribution=_read_attribution(row),
        measure=row["measure"],
    )


def citation_values(citation: Citation, claim_id: str, source_id: str) -> tuple[Stored, ...]:
    """The columns of `tables.CITATIONS`."""
    stance = citation.stance
    return (
        citation.id,
        claim_id,
        source_id,
        citation.outlet,
        citation.date,
        citation.url,
        citation.passage,
        *quantity_values(citation.quantity),
        citation.scope,
        canonical(citation.derived_from),
        citation.reliability,
        int(citation.party),
        citation.measure,
        citation.note,
        *((stance.label, stance.reason, stance.by) if stance else (None, None, None)),
    )


def read_citation(row: sqlite3.Row) -> Citation:
    """The citation of a row of `citations` joined with its source's name as `source_name`."""
    stance = Stance(row["stance"], row["stance_reason"], row["stance_by"]) if row["stance"] else None
    return Citation(
        id=row["id"],
        source=row["source_name"],
        passage=row["passage"],
        quantity=read_quantity(row) if row["hedge"] else None,
        outlet=row["outlet"],
        date=row["date"],
        url=row["url"],
        scope=row["scope"],
        derived_from=tuple(json.loads(row["derived_from"])),
        reliability=row["reliability"],
        party=bool(row["party"]),
        measure=row["measure"],
        note=row["note"],
        stance=stance,
    )


def agreement_values(agreement: Agreement, entry: int, claim_id: str, model: str) -> tuple[Stored, ...]:
    """The columns of `tables.AGREEMENTS`; `entry` is that of the claim."""
    return (
        entry,
        claim_id,
        agreement.band,
        None if agreement.score is None else float(agreement.score),
        float(agreement.support),
        float(agreement.conflict),
        float(agreement.unknown),
        agreement.independent,
        agreement.corroborates,
        agreement.compatible,
        agreement.conflicts,
        agreement.citations,
        canonical(agreement.reasons),
        model,
    )


def read_agreement(row: sqlite3.Row) -> Agreement:
    """The agreement of a row of `agreements`."""
    return Agreement(
        band=row["band"],
        score=row["score"],
        support=row["support"],
        conflict=row["conflict"],
        unknown=row["unknown"],
        independent=row["independent"],
        corroborates=row["corroborates"],
        compatible=row["compatible"],
        conflicts=row["conflicts"],
        citations=row["citations"],
        reasons=tuple(json.loads(row["reasons"])),
    )


def document_values(document: Document, recorded: tuple[str, str, str]) -> tuple[Stored, ...]:
    """The columns of `tables.DOCUMENTS`; `recorded` is when, by whom, with which reader."""
    return (
        document.id,
        document.sha256,
        document.path,
        document.title,
        document.publisher,
        document.date,
        document.url,
        document.media_type,
        len(document.text),
        *recorded,
    )


def read_document(row: sqlite3.Row) -> Document:
    """The document of a row of `documents` joined with its `text`; a redacted text is empty."""
    return Document(
        id=row["id"],
        text=row["text"] or "",
        sha256=row["sha256"],
        path=row["path"],
        title=row["title"],
        publisher=row["publisher"],
        date=row["date"],
        url=row["url"],
        media_type=row["media_type"],
    )


def _read_attribution(row: sqlite3.Row) -> Attribution:
    """The attribution columns of a row of `claims`."""
    return Attribution(
        type=row["attribution"],
        source=row["credited"],
        source_span=_span(row["credited_start"], row["credited_end"]),
        cue=row["cue"],
        cue_span=_span(row["cue_start"], row["cue_end"]),
        canonical=row["canonical"],
        via=tuple(_read_credit(values) for values in json.loads(row["via"])),
        inherited=bool(row["inherited"]),
        quoted=bool(row["quoted"]),
        polarity=row["polarity"],
    )


def _credit_values(credit: Credit) -> list[Stored]:
    """One reporter of a chain as a list: source, its span, cue, its span."""
    return [credit.source, *_ends(credit.source_span), credit.cue, *_ends(credit.cue_span)]


def _read_credit(values: list[Any]) -> Credit:
    """The reporter that `_credit_values` listed."""
    source, source_start, source_end, cue, cue_start, cue_end = values
    return Credit(source, _span(source_start, source_end), cue, _span(cue_start, cue_end))


def _ends(span: Span | None) -> tuple[int | None, int | None]:
    """Both ends of a span, or two times None."""
    return (span.start, span.end) if span else (None, None)


def _span(start: int | None, end: int | None) -> Span | None:
    """The span with these ends, if it has any."""
    return None if start is None or end is None else Span(start, end)


def _decimal(text: str | None) -> Decimal | None:
    """The number that decimal text states."""
    return None if text is None else Decimal(text)
