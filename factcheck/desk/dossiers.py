"""What is known of a claim, and what follows from it?

Gathers a claim with its document, evidence and history, and has the agreement computed
anew: what is shown never depends on what was stored as derived.

Callers: cli, and the other modules of `desk` that change evidence.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from factcheck.agreement.constants import model_name
from factcheck.desk.amended import amendments
from factcheck.desk.grounds import Model, grounds_of, model_of, weigh
from factcheck.desk.standings import facts_of
from factcheck.desk.track_records import weights_on
from factcheck.errors import FactcheckError
from factcheck.language.checkworthy import worth
from factcheck.ledger.anchors import anchors_of
from factcheck.ledger.audit import history
from factcheck.ledger.claims import find_claim
from factcheck.ledger.decisions import decisions_of
from factcheck.ledger.documents import EMPTY, get_document
from factcheck.ledger.past import as_of, read_moment
from factcheck.ledger.search import cited_ids
from factcheck.ledger.sources import get_source
from factcheck.ledger.store import Ledger
from factcheck.model import Decision, Dossier, Event, Judged
from factcheck.review.blind import is_sealed_from, visible_to
from factcheck.review.chain import history_of
from factcheck.review.people import is_same_person
from factcheck.review.states import state_of

REVIEW = "review "


def dossier(ledger: Ledger, short_id: str, *, at: str | None = None, who: str = "") -> Dossier:
    """The dossier of the claim whose id is, or begins with, this: all of one moment.

    `at` is an earlier moment (2026-11-24, or 2026-11-24T15:30 in UTC); without it, the present. `who`
    looks at it: while a blind reading is sealed, they see nothing of it that is not their own.
    """
    with ledger.snapshot():
        if at is None:
            return _dossier(ledger, short_id, who, model_of(ledger))
        moment = read_moment(at)
        with as_of(ledger, moment):
            return replace(_dossier(ledger, short_id, who, model_of(ledger)), as_of=moment)


def dossiers_of(ledger: Ledger, ids: Iterable[str], who: str) -> Iterator[Dossier]:
    """The dossiers of these claims, in this order, all judged with the model that holds at the first."""
    model = None
    for claim_id in ids:
        with ledger.snapshot():
            model = model or model_of(ledger)
            told = _dossier(ledger, claim_id, who, model)
        yield told


def _dossier(ledger: Ledger, short_id: str, who: str, model: Model) -> Dossier:
    filed = find_claim(ledger, short_id)
    document = get_document(ledger, filed.document)
    grounds = grounds_of(ledger, filed, document)
    assessment = weigh(grounds, model.constants, weights_on(ledger, grounds.claim))
    decisions = decisions_of(ledger, filed.claim.id)
    redacted = not document.text and document.sha256 != EMPTY
    return Dossier(
        claim=grounds.claim if redacted else replace(grounds.claim, worth=worth(filed.claim, document)),
        document=document,
        source=get_source(ledger, filed.source).name if filed.source else None,
        citations=tuple(_anchored(ledger, assessment.citations)),
        agreement=assessment.agreement,
        pooled=assessment.pooled,
        history=_visible(history(ledger, filed.claim.id), decisions, who),
        model=model_name(model.constants),
        settings=model.settings,
        amendments=amendments(ledger, filed.claim.id, document.id),
        withdrawn=filed.withdrawn,
        redacted=redacted,
        state=state_of(decisions, facts_of(ledger, filed, grounds)),
        decisions=visible_to(decisions, who),
    )


def _anchored(ledger: Ledger, citations: Sequence[Judged]) -> Iterator[Judged]:
    """The citations, each with the place where its passage stands, if that is known."""
    anchors = anchors_of(ledger, [judged.citation.id for judged in citations])
    for judged in citations:
        anchor = anchors.get(judged.citation.id)
        yield replace(judged, anchor=anchor) if anchor else judged


def _visible(events: Sequence[Event], decisions: Sequence[Decision], who: str) -> tuple[Event, ...]:
    """The events that this person may see: while a reading is sealed, none of another's review."""
    sealed = is_sealed_from(history_of(decisions), who)
    return tuple(
        event
        for event in events
        if not sealed or not event.verb.startswith(REVIEW) or is_same_person(event.who, who)
    )


def dossiers(ledger: Ledger, short_ids: Sequence[str]) -> Iterator[Dossier | FactcheckError]:
    """The dossiers of these claims, or of all that have citations; an unknown id gives its error."""
    for short_id in short_ids or cited_ids(ledger):
        try:
            yield dossier(ledger, short_id)
        except FactcheckError as error:
            yield error
