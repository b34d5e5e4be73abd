"""What is known of a claim, and what follows from it?

Gathers a claim with its document, evidence and history, and has the agreement computed
anew: what is shown never depends on what was stored as derived.

Callers: cli, and the other modules of `desk` that change evidence.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any

from factcheck.agreement.constants import model_name
from factcheck.desk.amended import amendments_by_claim
from factcheck.desk.grounds import Grounds, Model, grounding, model_of, weigh
from factcheck.desk.lists import listed
from factcheck.desk.standings import facts_by_claim, writers_of
from factcheck.desk.track_records import weights_on
from factcheck.errors import FactcheckError
from factcheck.ledger.anchors import anchors_of
from factcheck.ledger.audit import histories
from factcheck.ledger.citations import Cited, attached_by_claim
from factcheck.ledger.claims import Filed, claims_with, find_claim
from factcheck.ledger.decisions import decisions_by_claim, decisions_of
from factcheck.ledger.documents import EMPTY, documents_with
from factcheck.ledger.past import as_of, read_moment
from factcheck.ledger.search import cited_ids
from factcheck.ledger.store import Ledger
from factcheck.model import Amendment, Anchor, Decision, Document, Dossier, Event
from factcheck.review.blind import Veil, veil_before
from factcheck.review.chain import history_of, in_order
from factcheck.review.states import Facts, state_from

_PAGE = 100  # claims that are read at once


@dataclass(frozen=True, slots=True)
class _Held:
    """What the ledger holds of one claim; `anchors` are those of its citations, and perhaps of others."""

    filed: Filed
    document: Document
    grounds: Grounds
    facts: Facts
    decisions: tuple[Decision, ...]
    history: tuple[Event, ...]
    amendments: tuple[Amendment, ...]
    anchors: Mapping[str, Anchor]


def dossier(ledger: Ledger, short_id: str, *, at: str | None = None, who: str = "") -> Dossier:
    """The dossier of the claim whose id is, or begins with, this: all of one moment.

    `at` is an earlier moment (2026-11-24, or 2026-11-24T15:30 in UTC); without it, the present. `who`
    looks at it: while a blind reading is sealed now, they see it through the veil of `review.blind`,
    at whatever moment, and nothing of where the review stood then.
    """
    with ledger.snapshot():
        if at is None:
            [held] = _gathered(ledger, [find_claim(ledger, short_id)])
            return _with_worth(_dossier(ledger, held, who, model_of(ledger)))
        moment, veil = read_moment(at), _veil_now(ledger, short_id, who)
        with as_of(ledger, moment):
            [held] = _gathered(ledger, [find_claim(ledger, short_id)])
            told = _dossier(ledger, held, who, model_of(ledger), veil)
            return _with_worth(replace(told, as_of=moment, state=None if veil.is_drawn else told.state))


def dossiers_that_fit(ledger: Ledger, who: str, **filters: Any) -> Iterator[Dossier]:
    """The dossiers of the claims that fit every filter of `lists.listed`, read a page at a time.

    They do not say what the claims are worth checking, and all are judged with the same model.
    """
    model, lines = None, listed(ledger, **filters)
    while ids := [line.id for line in islice(lines, _PAGE)]:
        with ledger.snapshot():
            model = model or model_of(ledger)
            filed = claims_with(ledger, ids)
            told = [
                _dossier(ledger, held, who, model) for held in _gathered(ledger, [filed[one] for one in ids])
            ]
        yield from told


def _veil_now(ledger: Ledger, short_id: str, who: str) -> Veil:
    """What hangs between this person and the claim at present."""
    return veil_before(history_of(decisions_of(ledger, find_claim(ledger, short_id).claim.id)), who)


def _gathered(ledger: Ledger, asked: Sequence[Filed]) -> Iterator[_Held]:
    """What the ledger holds of these claims; each kind of record is read once for all of them."""
    ids = [filed.claim.id for filed in asked]
    documents = documents_with(ledger, [filed.document for filed in asked])
    attached, ground = attached_by_claim(ledger, ids), grounding(ledger, ids)
    cited = [Cited(one, documents[one.document].publisher, attached[one.claim.id]) for one in asked]
    grounds = [ground(one, documents[one.filed.document].text) for one in cited]
    facts = facts_by_claim(ledger, list(zip(asked, grounds, strict=True)))
    decisions, events = decisions_by_claim(ledger, ids), histories(ledger, ids)
    amended = amendments_by_claim(ledger, cited)
    anchors = anchors_of(ledger, [one.citation.id for of_claim in attached.values() for one in of_claim])
    for claim, filed, its_grounds in zip(ids, asked, grounds, strict=True):
        yield _Held(
            filed=filed,
            document=documents[filed.document],
            grounds=its_grounds,
            facts=facts[claim],
            decisions=decisions.get(claim, ()),
            history=events[claim],
            amendments=amended[claim],
            anchors=anchors,
        )


def _dossier(ledger: Ledger, held: _Held, who: str, model: Model, veil: Veil | None = None) -> Dossier:
    grounds, document = held.grounds, held.document
    reviewed = history_of(held.decisions)
    veil = veil or veil_before(reviewed, who)
    shown = _veiled(ledger, grounds, veil) if veil.is_drawn else grounds
    assessment = weigh(shown, model.constants, weights_on(ledger, grounds.claim, model.constants))
    return Dossier(
        claim=grounds.claim,
        document=document,
        source=grounds.own_source if held.filed.source else None,
        citations=tuple(
            replace(one, anchor=held.anchors.get(one.citation.id)) for one in assessment.citations
        ),
        agreement=assessment.agreement,
        pooled=assessment.pooled,
        history=tuple(veil.events(held.history)),
        model=model_name(model.constants),
        settings=model.settings,
        amendments=tuple(veil.amendments(held.amendments)),
        withdrawn=held.filed.withdrawn,
        redacted=not document.text and document.sha256 != EMPTY,
        state=state_from(reviewed, held.facts),
        decisions=tuple(veil.decisions(in_order(held.decisions))),
    )


def _with_worth(told: Dossier) -> Dossier:
    """The same, with how much the claim is worth checking, which its words alone tell."""
    from factcheck.language.checkworthy import worth  # loads the words of the language

    if told.redacted:
        return told
    return replace(told, claim=replace(told.claim, worth=worth(told.claim, told.document)))


def _veiled(ledger: Ledger, grounds: Grounds, veil: Veil) -> Grounds:
    """The same evidence, without what a sealed reader wrote beside it."""
    writers = writers_of(ledger, grounds.claim.id)
    cited = (veil.citation(one, writers[one.id]) for one in grounds.citations)
    return replace(grounds, citations=tuple(cited))


def dossiers(ledger: Ledger, short_ids: Sequence[str]) -> Iterator[Dossier | FactcheckError]:
    """The dossiers of these claims, or of all that have citations; an unknown id gives its error."""
    for short_id in short_ids or cited_ids(ledger):
        try:
            yield dossier(ledger, short_id)
        except FactcheckError as error:
            yield error
