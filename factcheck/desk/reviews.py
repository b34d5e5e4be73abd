"""What may a reviewer do with a claim, and how is it recorded?

Each verb makes one decision. It is held against the rules of `review` inside the transaction
that would add it, on the evidence as it then is; what is not legal is refused with its reason,
and nothing is written. A decision names what its maker saw last: given an old page, the
verb raises StaleReview.

Callers: cli, tui, undoing.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from factcheck.agreement.constants import model_name
from factcheck.desk.grounds import grounds_of, model_of, score
from factcheck.desk.signature import Signature
from factcheck.desk.standings import facts_of
from factcheck.desk.states import restate
from factcheck.errors import IllegalMove
from factcheck.ledger.claims import Filed, find_claim
from factcheck.ledger.decisions import add_decision, decisions_of, scale_of
from factcheck.ledger.documents import get_document
from factcheck.ledger.store import Change, Ledger
from factcheck.model import Correction, Decision, Move, Seen, State
from factcheck.review.acceptance import accept, unlawful_in_itself
from factcheck.review.blind import heads_for, visible_to
from factcheck.review.chain import history_of
from factcheck.review.moves import legal_moves
from factcheck.review.people import person_key
from factcheck.review.states import Facts, state_from


@dataclass(frozen=True, slots=True)
class Act:
    """What somebody wants to do with a claim.

    `follows` are the decisions that they saw last: None for whatever is the latest now, which is for
    commands that are typed, and not for pages that were looked at.
    """

    move: Move
    verdict: str | None = None
    because: str | None = None
    assignee: str | None = None
    blind: bool = False
    correction: Correction | None = None
    follows: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class Decided:
    """The decision, whether it is new, and where the claim stood and stands now, as its maker may see it."""

    claim: str
    decision: Decision | None
    new: bool
    before: State
    state: State


@dataclass(frozen=True, slots=True)
class Review:
    """A claim before a reviewer: its state, what they may see of its decisions, and their legal moves.

    `follows` is what their next decision follows; `read_blind` says that theirs is the reading that
    is sealed.
    """

    claim: str
    state: State
    decisions: tuple[Decision, ...]
    moves: tuple[Move, ...]
    follows: tuple[str, ...]
    read_blind: bool = False


def decide(ledger: Ledger, short_id: str, act: Act, signature: Signature) -> Decided:
    """Make a decision on the claim whose id is, or begins with, this.

    Raises IllegalMove or StaleReview with the reason; the same act again is answered alike, and
    adds nothing.
    """
    looked = review(ledger, short_id, signature.who)
    if act.follows is None:  # the latest before we wait for the file: who decides meanwhile, wins
        act = replace(act, follows=looked.follows)
    with signature.change(ledger, f"review {act.move}") as change:
        decision = decide_within(change, looked.claim, act)
    state = review(ledger, looked.claim, signature.who).state
    return Decided(looked.claim, decision, decision is not None, looked.state, state)


def decide_within(change: Change, claim_id: str, act: Act) -> Decision | None:
    """Make a decision within the caller's change; None where it is there already."""
    ledger, who = change.ledger, change.who
    before = decisions_of(ledger, claim_id)
    facts, seen = _now(ledger, find_claim(ledger, claim_id))
    follows = followed(ledger, claim_id, who) if act.follows is None else act.follows
    decision = Decision(
        claim_id, act.move, who, change.at, follows, act.verdict, act.because, act.assignee, act.blind,
        correction=act.correction, saw=seen,
    )  # fmt: skip
    accepted = accept(decision, before, facts, scale_of(ledger))
    if accepted is not None:
        add_decision(change, accepted)
        restate(change, [claim_id])
    return accepted


def review(ledger: Ledger, short_id: str, who: str) -> Review:
    """Where a claim stands, for this person."""
    with ledger.snapshot():
        filed = find_claim(ledger, short_id)
        decisions = decisions_of(ledger, filed.claim.id)
        facts, _ = _now(ledger, filed)
        history = history_of(decisions)
        return Review(
            filed.claim.id,
            state_from(history, facts),
            visible_to(decisions, who),
            legal_moves(decisions, facts, who),
            tuple(one.id for one in heads_for(history, who)),
            history.tally.is_sealed and person_key(who) in history.tally.makers,
        )


def followed(ledger: Ledger, claim_id: str, who: str) -> tuple[str, ...]:
    """The decisions that this person's next one on the claim follows: the latest that they may see."""
    return tuple(one.id for one in heads_for(history_of(decisions_of(ledger, claim_id)), who))


def refuse_unlawful(ledger: Ledger, claim_ids: Iterable[str]) -> None:
    """Refuse histories that came from elsewhere and that the rules would not have let happen."""
    for claim_id in claim_ids:
        decisions = decisions_of(ledger, claim_id)
        if not decisions:
            continue
        facts, _ = _now(ledger, find_claim(ledger, claim_id))
        for decision, why in unlawful_in_itself(decisions, facts):
            what = f"the decision {decision.id} on {claim_id} could not have been made: {why}"
            raise IllegalMove(what, "Nothing was brought in; ask whoever sent the file.")


def _now(ledger: Ledger, filed: Filed) -> tuple[Facts, Seen]:
    """What the ledger knows of a claim at this moment, and what whoever judges it now has seen."""
    grounds = grounds_of(ledger, filed, get_document(ledger, filed.document))
    constants = model_of(ledger).constants
    agreement, facts = score(grounds, constants), facts_of(ledger, filed, grounds)
    return facts, Seen(agreement.band, agreement.score, model_name(constants), facts.evidence)
