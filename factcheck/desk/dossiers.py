"""What is known of a claim, and what follows from it?

Gathers a claim with its document, evidence and history, and has the agreement computed
anew: what is shown never depends on what was stored as derived.

Callers: cli, and the other modules of `desk` that change evidence.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from factcheck.agreement.constants import model_name
from factcheck.desk.amended import amendments
from factcheck.desk.grounds import Grounds, Model, grounds_of, model_of, weigh
from factcheck.desk.lists import listed
from factcheck.desk.standings import facts_of, writers_of
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
from factcheck.model import Dossier, Judged
from factcheck.review.blind import Veil, veil_before
from factcheck.review.chain import history_of, in_order
from factcheck.review.states import state_from


def dossier(ledger: Ledger, short_id: str, *, at: str | None = None, who: str = "") -> Dossier:
    """The dossier of the claim whose id is, or begins with, this: all of one moment.

    `at` is an earlier moment (2026-11-24, or 2026-11-24T15:30 in UTC); without it, the present. `who`
    looks at it: while a blind reading is sealed now, they see it through the veil of `review.blind`,
    at whatever moment, and nothing of where the review stood then.
    """
    with ledger.snapshot():
        if at is None:
            return _with_worth(_dossier(ledger, short_id, who, model_of(ledger)))
        moment, veil = read_moment(at), _veil_now(ledger, short_id, who)
        with as_of(ledger, moment):
            told = _dossier(ledger, short_id, who, model_of(ledger), veil)
            return _with_worth(replace(told, as_of=moment, state=None if veil.is_drawn else told.state))


def dossiers_that_fit(ledger: Ledger, who: str, **filters: Any) -> Iterator[Dossier]:
    """The dossiers of the claims that fit every filter of `lists.listed`.

    They do not say what the claims are worth checking, and all are judged with the same model.
    """
    model = None
    for line in listed(ledger, **filters):
        with ledger.snapshot():
            model = model or model_of(ledger)
            told = _dossier(ledger, line.id, who, model)
        yield told


def _veil_now(ledger: Ledger, short_id: str, who: str) -> Veil:
    """What hangs between this person and the claim at present."""
    return veil_before(history_of(decisions_of(ledger, find_claim(ledger, short_id).claim.id)), who)


def _dossier(ledger: Ledger, short_id: str, who: str, model: Model, veil: Veil | None = None) -> Dossier:
    filed = find_claim(ledger, short_id)
    document = get_document(ledger, filed.document)
    decisions = decisions_of(ledger, filed.claim.id)
    reviewed = history_of(decisions)
    veil = veil or veil_before(reviewed, who)
    grounds = grounds_of(ledger, filed, document)
    shown = _veiled(ledger, grounds, veil) if veil.is_drawn else grounds
    assessment = weigh(shown, model.constants, weights_on(ledger, grounds.claim))
    cited = [one.citation.id for one in grounds.attached]
    return Dossier(
        claim=grounds.claim,
        document=document,
        source=get_source(ledger, filed.source).name if filed.source else None,
        citations=tuple(_anchored(ledger, assessment.citations)),
        agreement=assessment.agreement,
        pooled=assessment.pooled,
        history=tuple(veil.events(history(ledger, filed.claim.id))),
        model=model_name(model.constants),
        settings=model.settings,
        amendments=tuple(veil.amendments(amendments(ledger, filed.claim.id, document.id, cited))),
        withdrawn=filed.withdrawn,
        redacted=not document.text and document.sha256 != EMPTY,
        state=state_from(reviewed, facts_of(ledger, filed, grounds)),
        decisions=tuple(veil.decisions(in_order(decisions))),
    )


def _with_worth(told: Dossier) -> Dossier:
    """The same, with how much the claim is worth checking, which its words alone tell."""
    if told.redacted:
        return told
    return replace(told, claim=replace(told.claim, worth=worth(told.claim, told.document)))


def _veiled(ledger: Ledger, grounds: Grounds, veil: Veil) -> Grounds:
    """The same evidence, without what a sealed reader wrote beside it."""
    writers = writers_of(ledger, grounds.claim.id)
    cited = (veil.citation(one, writers[one.id]) for one in grounds.citations)
    return replace(grounds, citations=tuple(cited))


def _anchored(ledger: Ledger, citations: Sequence[Judged]) -> Iterator[Judged]:
    """The citations, each with the place where its passage stands, if that is known."""
    anchors = anchors_of(ledger, [judged.citation.id for judged in citations])
    for judged in citations:
        anchor = anchors.get(judged.citation.id)
        yield replace(judged, anchor=anchor) if anchor else judged


def dossiers(ledger: Ledger, short_ids: Sequence[str]) -> Iterator[Dossier | FactcheckError]:
    """The dossiers of these claims, or of all that have citations; an unknown id gives its error."""
    for short_id in short_ids or cited_ids(ledger):
        try:
            yield dossier(ledger, short_id)
        except FactcheckError as error:
            yield error
