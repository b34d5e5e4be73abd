"""Which columns does a table have, and what stands in each? (docs/columns.md says it in prose.)

A row is a mapping from column to cell: text, a number, or nothing. The same columns serve
CSV, TSV, XLSX and, for lists, the objects of JSON and JSON lines; those of the nouns are
described in `nouns.py`.

Pure: values in, rows out. Callers: `desk` and `cli`, which hand the rows to `tables.py`.
"""

from __future__ import annotations

from collections.abc import Iterator
from operator import attrgetter
from typing import TYPE_CHECKING

from factcheck.agreement.constants import Held, with_settings
from factcheck.agreement.score import label_of
from factcheck.agreement.waterfall import waterfall
from factcheck.exchange.cells import joined
from factcheck.exchange.nouns import AGREEMENT_FIGURES, CLAIMS, QUANTITY, SOURCES
from factcheck.exchange.tables import Cell
from factcheck.model import Agreement, Decision, Dossier, Extract, Judged, Quantity, Source

if TYPE_CHECKING:
    from factcheck.ledger.search import ListedClaim

Cells = dict[str, Cell]

AGREEMENT_COLUMNS = tuple(column.name for column in AGREEMENT_FIGURES)
EXPORT_COLUMNS = CLAIMS.names
SOURCE_COLUMNS = SOURCES.names
QUANTITY_COLUMNS = tuple(column.name for column in QUANTITY)
POOLED_FIGURES = ("low", "high", "median", "floor", "ceiling", "headline")
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
    *QUANTITY_COLUMNS,
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
BETWEEN_REASONS = "; "
_quantity_of, _agreement_of = attrgetter(*QUANTITY_COLUMNS), attrgetter(*AGREEMENT_COLUMNS)


def exported_row(listed: ListedClaim) -> Cells:
    """A recorded claim with its agreement: the row of `export` and `list`."""
    return {
        "id": listed.id,
        "document": listed.document,
        "title": listed.title,
        "outlet": listed.outlet,
        "date": listed.date,
        "url": listed.url,
        "start": listed.start,
        "end": listed.end,
        "surface": listed.surface,
        "phrase": listed.phrase,
        **_quantity_cells(listed.quantity),
        "measure": listed.measure,
        "place": listed.place,
        "period": listed.period,
        "source": listed.source,
        "credited": listed.credited,
        "attribution_type": listed.attribution,
        "polarity": listed.polarity,
        **_agreement_cells(listed),
        "citations": listed.citations,
        "status": listed.status,
        "verdict": listed.verdict,
        "assignee": listed.assignee,
    }


def citation_rows(dossier: Dossier) -> Iterator[Cells]:
    """A row for each citation of a claim, judged."""
    for judged in dossier.citations:
        yield {"claim": dossier.claim.id, **_cited_cells(judged), **_judged_cells(judged)}


def _cited_cells(judged: Judged) -> Cells:
    citation, nothing = judged.citation, dict.fromkeys(QUANTITY_COLUMNS)
    return {
        "id": citation.id,
        "source": citation.source,
        "outlet": citation.outlet,
        "date": citation.date,
        "url": citation.url,
        "passage": citation.passage,
        **(_quantity_cells(citation.quantity) if citation.quantity else nothing),
        "scope": citation.scope,
        "derived_from": joined(citation.derived_from),
        "reliability": citation.reliability,
        "party": citation.party,
        "measure": citation.measure,
        "place": citation.place,
        "period": citation.period,
        "note": citation.note,
        "stance": citation.stance.label if citation.stance else None,
        "stance_by": citation.stance.by if citation.stance else None,
    }


def _judged_cells(judged: Judged) -> Cells:
    relation, standing = judged.relation, judged.standing
    return {
        "relation": relation.label,
        "s": relation.s,
        "factor": relation.factor,
        "reason": relation.reason,
        "origin": standing.origin,
        "status": standing.status,
        "counts": standing.counted,
        "weight": standing.weight,
        "contribution": judged.contribution,
    }


def decision_row(decision: Decision) -> Cells:
    """One act of a reviewer, with what they saw."""
    saw, correction = decision.saw, decision.correction
    return {
        "id": decision.id,
        "claim": decision.claim,
        "move": decision.move,
        "by": decision.by,
        "at": decision.at,
        "follows": joined(decision.follows),
        "verdict": decision.verdict,
        "because": decision.because,
        "assignee": decision.assignee,
        "blind": decision.blind,
        "self_signed": decision.self_signed,
        "saw_band": saw.band if saw else None,
        "saw_score": saw.score if saw else None,
        "saw_model": saw.model if saw else None,
        "said": correction.said if correction else None,
        "right": correction.right if correction else None,
        "where": correction.where if correction else None,
    }


def agreement_row(dossier: Dossier) -> Cells:
    """The agreement of a claim with its pooled figures."""
    agreement, pooled = dossier.agreement, dossier.pooled
    return {
        "claim": dossier.claim.id,
        **_agreement_cells(agreement),
        "citations": agreement.citations,
        "reasons": " ".join(agreement.reasons),
        **{f"pooled_{figure}": getattr(pooled, figure) for figure in POOLED_FIGURES},
        "model": dossier.model,
    }


def score_row(dossier: Dossier, supposing: str | None = None) -> Cells:
    """One claim of `score`: its id with the figures of its agreement, real or under a supposition."""
    agreement = dossier.agreement
    return {
        "id": dossier.claim.id,
        **_agreement_cells(agreement),
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
            "attribution_type": attribution.type,
            "source": attribution.source,
            "canonical": attribution.canonical,
            "cue": attribution.cue,
            "polarity": attribution.polarity,
            "checkworthy": claim.worth.score if claim.worth else None,
            "reasons": BETWEEN_REASONS.join(claim.worth.reasons) if claim.worth else None,
            "sentence": claim.sentence_span.of(text),
        }


def source_row(source: Source) -> Cells:
    """A source, its aliases and affiliations joined by semicolons."""
    return {
        "id": source.id,
        "name": source.name,
        "kind": source.kind,
        "aliases": joined(source.aliases),
        "reliability": source.reliability,
        "party": source.party,
        "affiliations": joined(source.affiliations),
    }


def _quantity_cells(quantity: Quantity) -> Cells:
    return dict(zip(QUANTITY_COLUMNS, _quantity_of(quantity), strict=True))


def _agreement_cells(scored: ListedClaim | Agreement) -> Cells:
    return dict(zip(AGREEMENT_COLUMNS, _agreement_of(scored), strict=True))
