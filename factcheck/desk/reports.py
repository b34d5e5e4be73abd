"""What does a newsroom print of its checks: the report, and the log of corrections?

Callers: cli.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from factcheck import __version__
from factcheck.desk.dossiers import dossiers_that_fit
from factcheck.errors import NotFound
from factcheck.exchange.report.corrections import Corrected
from factcheck.exchange.report.page import Article, Report
from factcheck.ledger.audit import checkpoint
from factcheck.ledger.claims import find_claim
from factcheck.ledger.decisions import decisions_by_claim
from factcheck.ledger.documents import get_document
from factcheck.ledger.moments import order_of
from factcheck.ledger.store import Ledger
from factcheck.model import Dossier


def report(ledger: Ledger, *, title: str | None, at: str, who: str, **filters: Any) -> Report:
    """The report of the claims that fit every filter, document by document; NotFound where none does."""
    with ledger.snapshot():
        dossiers = list(dossiers_that_fit(ledger, who, **filters))
        if not dossiers:
            raise NotFound(
                "no claim fits, so there is nothing to report", "`factcheck list` shows the claims."
            )
        articles = tuple(_articles(dossiers))
        return Report(
            title=title or _title(articles),
            made_at=at,
            version=__version__,
            checkpoint=checkpoint(ledger),
            articles=articles,
        )


def corrections(ledger: Ledger) -> tuple[Corrected, ...]:
    """Every correction that was recorded, the latest first."""
    found = [
        _corrected(ledger, claim_id, one.id)
        for claim_id, decisions in decisions_by_claim(ledger).items()
        for one in decisions
        if one.correction is not None
    ]
    return tuple(sorted(found, key=lambda one: (order_of(one.at), one.decision), reverse=True))


def _articles(dossiers: Sequence[Dossier]) -> Iterator[Article]:
    by_document: dict[str, list[Dossier]] = {}
    for one in dossiers:
        by_document.setdefault(one.document.id, []).append(one)
    for members in by_document.values():
        ordered = sorted(members, key=lambda one: (one.claim.span, one.claim.id))
        yield Article(ordered[0].document, tuple(ordered))


def _title(articles: Sequence[Article]) -> str:
    document = articles[0].document
    named = document.title or document.publisher or document.path or document.id
    return named if len(articles) == 1 else f"{named}, and {len(articles) - 1} more"


def _corrected(ledger: Ledger, claim_id: str, decision_id: str) -> Corrected:
    filed = find_claim(ledger, claim_id)
    document = get_document(ledger, filed.document)
    one = next(one for one in decisions_by_claim(ledger, [claim_id])[claim_id] if one.id == decision_id)
    assert one.correction is not None, "it was asked for because it has one"
    return Corrected(
        decision=one.id,
        at=one.at,
        by=one.by,
        claim=claim_id,
        phrase=filed.claim.phrase,
        outlet=document.publisher,
        said=one.correction.said,
        right=one.correction.right,
        where=one.correction.where,
    )
