"""May this decision be added to a claim's history, as it stands at this moment?

Asked inside the transaction that would add it, so that of two reviewers who decide at once
one wins, and the other is told. A decision must follow the latest that its maker may see, or
the page was old: `StaleReview`. It must be legal for its maker (`moves.py`) and complete, or
it is an `IllegalMove`. An act that is in the history already is not added again, and that
is no error: whoever sends it twice, a script or an impatient finger, is answered alike.

`unlawful_in_itself` asks the same of a history that others wrote, as far as it tells.

Pure. Callers: `desk`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from factcheck.errors import IllegalMove, StaleReview
from factcheck.model import Decision, Move, Scale
from factcheck.review.blind import SOMEBODY, Veil, heads_for, veil_before
from factcheck.review.chain import History, ends, history_of
from factcheck.review.moves import Attempt, Position, Refusal, is_self_signed, position_of, why_not
from factcheck.review.people import person_key
from factcheck.review.scales import find_step
from factcheck.review.states import Facts, last_to
from factcheck.review.table import DONE
from factcheck.review.tally import UNKNOWN, order_of

_IN_WORDS: dict[Move, tuple[str, str]] = {
    "reconcile": ("The reason says how the verdicts were settled.", "--because …"),
    "reopen": ("A re-opening says why.", "--because …"),
    "ask": ("A question has words.", "QUESTION"),
    "answer": ("An answer has words.", "ANSWER"),
    "note": ("A note has words.", "NOTE"),
}


def accept(decision: Decision, decisions: Sequence[Decision], facts: Facts, scale: Scale) -> Decision | None:
    """The decision as it is to be recorded, or None where it is recorded already.

    `decisions` are all of the claim so far. A verdict is spelled as the scale has it, and a
    signature upon one's own work is marked as self-signed. Raises StaleReview and IllegalMove,
    and AskedWrongly for a verdict that the scale does not have.
    """
    if decision.verdict is not None:
        spelled = find_step(scale, decision.verdict).label
        decision = decision if spelled == decision.verdict else replace(decision, verdict=spelled, id="")
    if _is_recorded(decision, decisions):
        return None
    history = history_of(decisions)
    position = position_of(history, facts, heads_for(history, decision.by))
    _check_page(decision, position.heads, veil_before(history, decision.by))
    attempt = attempt_of(decision)
    refusal = why_not(attempt, position) or _incomplete(decision, facts)
    if refusal is not None:
        raise IllegalMove(refusal.why, refusal.hint)
    marked = is_self_signed(attempt, position)
    return decision if marked == decision.self_signed else replace(decision, self_signed=marked, id="")


def attempt_of(decision: Decision) -> Attempt:
    """What the decision tries to do."""
    return Attempt(decision.claim, decision.move, decision.by, decision.assignee, decision.blind)


def _check_page(decision: Decision, heads: Sequence[Decision], veil: Veil) -> None:
    """Raise StaleReview unless the decision follows the latest; a note may speak of what is past."""
    if decision.move == "note" or set(decision.follows) == {one.id for one in heads}:
        return
    newer = [one for one in heads if one.id not in decision.follows]
    told = ", ".join(f"it was {DONE[one.move]} by {veil.name(one.by)} at {one.at}" for one in newer)
    raise StaleReview(
        f"This claim has moved on since you looked{': ' if told else ''}{told}.",
        f"Nothing was written. `factcheck show {decision.claim}` shows it as it is; then decide again.",
    )


def _incomplete(decision: Decision, facts: Facts) -> Refusal | None:
    """What the decision leaves unsaid."""
    said = bool((decision.because or "").strip())
    command = f"factcheck review {decision.move} {decision.claim}"
    if decision.move in _IN_WORDS and not said:
        why, words = _IN_WORDS[decision.move]
        return Refusal(why, f"`{command} {words}`")
    if decision.move == "decide" and not facts.citations and not said:
        cite = f"`factcheck cite {decision.claim} …`"
        return Refusal(
            "A verdict without a citation needs a written reason.", f"Give --because, or {cite} first."
        )
    parts = decision.correction
    if parts and not all(text.strip() for text in (parts.said, parts.right, parts.where)):
        why = "A correction says what was said, what is right, and where it is published."
        return Refusal(why, f"`{command} --said … --right … --where …`")
    return None


# -- the same act again ----------------------------------------------------------------------------------


def _is_recorded(decision: Decision, decisions: Sequence[Decision]) -> bool:
    """Whether this very decision is there, or one that does the same at the same place of the history.

    The same place is the same predecessor, or just after the first time. What was undone may be
    done again, and a note may be repeated.
    """
    if any(one.id == decision.id for one in decisions):
        return True
    alike = [one for one in decisions if _act(one) == _act(decision) and one.move != "note"]
    if not alike:
        return False
    undone = {name for one in decisions if one.move == "undo" for name in one.follows}
    last = {one.id for one in ends([one for one in decisions if one.move != "note"])}
    return any(one.id in last or (one.follows == decision.follows and one.id not in undone) for one in alike)


def _act(decision: Decision) -> tuple[object, ...]:
    """What a decision does: all but when, after what, and how it was marked."""
    return (
        decision.move,
        person_key(decision.by),
        decision.verdict,
        decision.because,
        decision.assignee and person_key(decision.assignee),
        decision.blind,
        decision.correction,
        decision.saw and decision.saw.evidence,
    )


# -- a history that others wrote -------------------------------------------------------------------------


def unlawful_in_itself(decisions: Iterable[Decision], known: Facts) -> Iterator[tuple[Decision, str]]:
    """The decisions of a history that the rules would have refused, in order, each with the reason.

    Each is held against what it follows and the evidence that its maker saw. `known` is what the
    ledger knows now: where the evidence is what it was then, so is who attached and amended it by
    then. Not asked is what nobody can tell: who had attached what of other evidence, on which no
    signature stands, and who had the claim, for a sealed reading may have set it free. That a desk
    was of one person is believed where nobody else acts in the history itself.
    """
    history = history_of(decisions)
    by_id = {one.id: one for one in history.decisions}
    for one in history.decisions:
        if one.id != one.content_id():
            yield one, "Its id does not follow from its content."
            continue
        refusal = why_not(attempt_of(one), _position_then(one, history, by_id, known))
        if refusal is not None:
            yield one, refusal.why


def _position_then(
    decision: Decision, history: History, by_id: dict[str, Decision], known: Facts
) -> Position:
    """Where the maker of a decision stood, as far as the history tells."""
    found = history.before[decision.id].found_by(decision)
    followed = tuple(by_id[name] for name in decision.follows if name in by_id)
    saw = [one.saw.evidence for one in (decision, found.signed, *followed) if one and one.saw]
    evidence, until = next(iter(saw), UNKNOWN), order_of(decision.at)
    changes = [one for one in known.changes if evidence == known.evidence and order_of(one.at) <= until]
    facts = Facts(
        recorded_by=known.recorded_by,
        cited_by=last_to("cited", changes),
        amended_by=last_to("amended", changes),
        citations=0,
        evidence=evidence,
        people=frozenset() if decision.self_signed else frozenset({SOMEBODY}),
    )
    earlier = _ancestors(followed, by_id) if decision.self_signed else ()
    position = position_of(History(earlier, followed, found, {}), facts, followed)
    return replace(position, state=replace(position.state, assignee=decision.by))


def _ancestors(decisions: Sequence[Decision], by_id: dict[str, Decision]) -> tuple[Decision, ...]:
    """These decisions and all that they follow."""
    found: dict[str, Decision] = {}
    waiting = list(decisions)
    while waiting:
        one = waiting.pop()
        if one.id not in found:
            found[one.id] = one
            waiting.extend(by_id[name] for name in one.follows if name in by_id)
    return tuple(found.values())
