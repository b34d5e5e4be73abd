"""Which columns does a table have, and what stands in each? (docs/columns.md says it in prose.)

A row is a mapping from column to cell: text, a number, or nothing. The same columns serve
CSV, TSV and, for lists, the objects of JSON and NDJSON.

Pure: values in, rows out. Callers: `desk` and `cli`, which hand the rows to `tables.py`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from factcheck.agreement.constants import Held, with_settings
from factcheck.agreement.score import label_of
from factcheck.agreement.waterfall import waterfall
from factcheck.exchange.tables import Cell
from factcheck.model import Dossier, Extract, Quantity, Source

if TYPE_CHECKING:
    from factcheck.ledger.search import ListedClaim

Cells = dict[str, Cell]

AGREEMENT_COLUMNS = (
    "band",
    "score",
    "support",
    "conflict",
    "unknown",
    "independent",
    "corroborates",
    "compatible",
    "conflicts",
)
EXPORT_COLUMNS = (
    "id",
    "document",
    "outlet",
    "date",
    "surface",
    "counted",
    "low",
    "high",
    "point",
    "hedge",
    "unit",
    "source",
    "attribution_type",
    *AGREEMENT_COLUMNS,
)
SCORE_COLUMNS = ("id", *AGREEMENT_COLUMNS, "model", "supposing")
STEP_COLUMNS = (
    "claim",
    "id",
    "source",
    "relation",
    "s",
    "origin",
    "status",
    "counted",
    "weight",
    "contribution",
    "support",
    "conflict",
    "unknown",
)
EXTRACT_COLUMNS = (
    "path",
    "id",
    "start",
    "end",
    "surface",
    "phrase",
    "counted",
    "low",
    "high",
    "point",
    "hedge",
    "low_open",
    "high_open",
    "grain",
    "kind",
    "unit",
    "attribution_type",
    "source",
    "canonical",
    "cue",
    "polarity",
    "checkworthy",
    "reasons",
    "sentence",
)
CONSTANT_COLUMNS = ("name", "value", "default", "says", "by", "at", "reason")
SOURCE_COLUMNS = ("id", "name", "kind", "aliases", "reliability", "party", "affiliations")
BETWEEN_NAMES = "; "


def exported_row(listed: ListedClaim) -> Cells:
    """A recorded claim with its agreement: the row of `export` and `list`."""
    return {
        "id": listed.id,
        "document": listed.document,
        "outlet": listed.outlet,
        "date": listed.date,
        "surface": listed.surface,
        **_quantity_cells(listed.quantity),
        "source": listed.source,
        "attribution_type": listed.attribution,
        **{column: getattr(listed, column) for column in AGREEMENT_COLUMNS},
    }


def score_row(dossier: Dossier, supposing: str | None = None) -> Cells:
    """One claim of `score`: its id with the figures of its agreement, real or under a supposition."""
    agreement = dossier.agreement
    return {
        "id": dossier.claim.id,
        **{column: getattr(agreement, column) for column in AGREEMENT_COLUMNS},
        "model": dossier.model,
        "supposing": supposing,
    }


def step_rows(dossier: Dossier) -> Iterator[Cells]:
    """A row for each citation of `score --explain`, in the order of the explanation."""
    for step in waterfall(dossier.citations, with_settings(dossier.settings)):
        standing = step.judged.standing
        yield {
            "claim": dossier.claim.id,
            "id": step.judged.citation.id,
            "source": step.judged.citation.source,
            "relation": label_of(step.judged),
            "s": step.judged.relation.s,
            "origin": standing.origin,
            "status": standing.status,
            "counted": standing.counted,
            "weight": standing.weight,
            "contribution": step.adds,
            "support": step.after.support,
            "conflict": step.after.conflict,
            "unknown": step.after.unknown,
        }


def constant_row(held: Held) -> Cells:
    """A constant of the model, and who set it otherwise, when and why."""
    setting = held.setting
    return {
        "name": held.name,
        "value": held.value,
        "default": held.default,
        "says": held.says,
        "by": setting.by if setting else None,
        "at": setting.at if setting else None,
        "reason": setting.reason if setting else None,
    }


def extracted_rows(extract: Extract) -> Iterator[Cells]:
    """A row for each claim of a document, in the order of the text."""
    text = extract.document.text
    for claim in extract.claims:
        quantity, attribution = claim.quantity, claim.attribution
        yield {
            "path": extract.document.path,
            "id": claim.id,
            "start": claim.span.start,
            "end": claim.span.end,
            "surface": claim.surface,
            "phrase": claim.phrase,
            **_quantity_cells(quantity),
            "low_open": quantity.low_open,
            "high_open": quantity.high_open,
            "grain": quantity.grain,
            "kind": quantity.kind,
            "attribution_type": attribution.type,
            "source": attribution.source,
            "canonical": attribution.canonical,
            "cue": attribution.cue,
            "polarity": attribution.polarity,
            "checkworthy": claim.worth.score if claim.worth else None,
            "reasons": BETWEEN_NAMES.join(claim.worth.reasons) if claim.worth else None,
            "sentence": claim.sentence_span.of(text),
        }


def source_row(source: Source) -> Cells:
    """A source, its aliases and affiliations joined by semicolons."""
    return {
        "id": source.id,
        "name": source.name,
        "kind": source.kind,
        "aliases": BETWEEN_NAMES.join(source.aliases),
        "reliability": source.reliability,
        "party": source.party,
        "affiliations": BETWEEN_NAMES.join(source.affiliations),
    }


def _quantity_cells(quantity: Quantity) -> Cells:
    return {
        "counted": quantity.counted,
        "low": quantity.low,
        "high": quantity.high,
        "point": quantity.point,
        "hedge": quantity.hedge,
        "unit": quantity.unit,
    }
