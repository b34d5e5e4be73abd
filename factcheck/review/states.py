"""Where does a claim stand with its reviewers?

The fold of its decisions (`chain.py`, `tally.py`), held against what the ledger knows besides: whether
the claim still stands, and whether its evidence is what the signature saw. A change of the
evidence after sign-off re-opens the claim: no verdict stands on evidence that nobody judged.
What was published stays published, and the state says that its evidence changed. If the
evidence is what it was again, so is the signature.

Nothing is told of a verdict that is still sealed. A signature by whoever made the verdict
is self-signed, whatever it calls itself.

Pure: decisions and facts in, state out. Callers: `moves.py`, `acceptance.py`, `desk`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from factcheck.model import Decision, State, Status
from factcheck.review.chain import History, history_of
from factcheck.review.people import person_key
from factcheck.review.tally import Tally, moment, order_of

Deed = Literal["cited", "amended", "declared"]


@dataclass(frozen=True, slots=True)
class Alteration:
    """A change of the evidence: when, by whom, and what, as a clause ("a citation of Reuters was added")."""

    at: str
    who: str
    what: str
    deed: Deed = "cited"


@dataclass(frozen=True, slots=True)
class Facts:
    """What the ledger knows of a claim besides its decisions.

    Who recorded it, attached its last citation and amended it last; how many citations stand;
    the digest of the evidence as it is; the names of all who ever acted in this ledger. `changes`
    are the changes of the evidence, at least those since the signature.
    """

    recorded_by: str | None
    cited_by: str | None
    amended_by: str | None
    citations: int
    evidence: str
    people: frozenset[str]
    withdrawn: bool = False
    changes: tuple[Alteration, ...] = ()


def last_to(deed: Deed, changes: Iterable[Alteration]) -> str | None:
    """Who did this last, of changes in order."""
    return next((one.who for one in reversed(tuple(changes)) if one.deed == deed), None)


def state_of(decisions: Iterable[Decision], facts: Facts) -> State:
    """What the decisions of one claim, in any order, add up to today."""
    return state_from(history_of(decisions), facts)


def state_from(history: History, facts: Facts) -> State:
    """The state of a claim whose decisions were folded already."""
    tally = history.tally.on(facts.evidence)
    stands = tally.verdict
    signed = tally.signed if stands else None
    return State(
        status=_status(tally, facts),
        verdict=stands.verdict if stands else None,
        decided_by=stands.by if stands else None,
        decided_at=stands.at if stands else None,
        saw=stands.saw if stands else None,
        assignee=tally.holder,
        question=tally.question.because if tally.question else None,
        signed_by=signed.by if signed else None,
        signed_at=signed.at if signed else None,
        self_signed=signed is not None and (signed.self_signed or person_key(signed.by) in tally.makers),
        published_at=tally.published.at if tally.published else None,
        published_verdict=tally.in_print.verdict if tally.in_print else None,
        corrected_at=tally.corrected.at if tally.corrected else None,
        reopened=None if tally.readings else _why_reopened(tally, facts),
        disputed=history.is_forked or (len(tally.readings) > 1 and not tally.is_blind),
        blind="sealed" if tally.is_sealed else "to reconcile" if tally.is_blind else None,
        readings=tuple(one.id for one in sorted(tally.readings, key=moment)),
        heads=tuple(one.id for one in history.heads),
        since=_since(history, tally, facts),
    )


def _status(tally: Tally, facts: Facts) -> Status:
    if facts.withdrawn:
        return "withdrawn"
    if tally.question:
        return "blocked"
    if not tally.readings or tally.is_sealed:
        return "checking" if tally.readings or tally.holder else "open"
    if tally.signed is None or tally.verdict is None:
        second = tally.holder is not None and person_key(tally.holder) not in tally.makers
        return "in review" if second else "checked"
    if tally.printed is None:
        return "signed off"
    return "corrected" if tally.printed.move == "correct" else "published"


def _why_reopened(tally: Tally, facts: Facts) -> str | None:
    """Who re-opened the claim and why, or what changed of its evidence; None where neither happened."""
    if tally.lapsed is not None:
        return _what_changed(tally, tally.lapsed, facts)
    if tally.reopened is not None:
        return f"{tally.reopened.by} re-opened it on {day(tally.reopened.at)}: {tally.reopened.because}"
    return None


def _what_changed(tally: Tally, signed: Decision, facts: Facts) -> str:
    published = f"Published on {day(tally.published.at)}; s" if tally.published else "S"
    since = _changes_since(signed, facts)
    told = "".join(f": {one.what} by {one.who} on {day(one.at)}" for one in since[:1])
    more = f", and {counted(len(since) - 1, 'more change')}" if since[1:] else ""
    return f"{published}ince {signed.by} signed it off, its evidence changed{told}{more}."


def _changes_since(signed: Decision, facts: Facts) -> tuple[Alteration, ...]:
    return tuple(one for one in facts.changes if order_of(one.at) > order_of(signed.at))


def _since(history: History, tally: Tally, facts: Facts) -> str | None:
    """When the last decision was made, or the evidence last changed under a signature."""
    decided = [one.at for one in history.decisions]
    changed = [one.at for one in _changes_since(tally.lapsed, facts)] if tally.lapsed else []
    return max((*decided, *changed), key=order_of, default=None)


def day(at: str) -> str:
    """The date of a moment."""
    return at[:10]


def counted(many: int, what: str) -> str:
    """A count in words: "one more change", "12 more changes"."""
    return f"one {what}" if many == 1 else f"{many} {what}s"
