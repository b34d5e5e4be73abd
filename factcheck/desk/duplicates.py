"""Which claims tell one fact, by a person's word?

Claims are never merged: a judgement joins two of them, or holds them apart, for a reason,
and can be taken back. Whoever groups claims goes by these before any likeness.

Callers: cli, matching.
"""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.desk.signature import Signature
from factcheck.desk.withdrawals import ask_for
from factcheck.errors import NotFound
from factcheck.ledger.claims import find_claim
from factcheck.ledger.judgements import groups, judge, judged
from factcheck.ledger.revisions import revise
from factcheck.ledger.store import Ledger


@dataclass(frozen=True, slots=True)
class Joined:
    """The two claims that were judged, whether that is new, and the whole group of the first now."""

    one: str
    other: str
    new: bool
    group: tuple[str, ...]


def say_same(
    ledger: Ledger, one: str, other: str, reason: str, signature: Signature, *, same: bool
) -> Joined:
    """Say that two claims tell one fact, or that they do not."""
    ask_for(reason, said=True)
    pair = (find_claim(ledger, one).claim.id, find_claim(ledger, other).claim.id)
    with signature.change(ledger, "same" if same else "not-same") as change:
        new = judge(change, "claim", pair, same=same, reason=reason)
    return Joined(*pair, new, groups_of(ledger).get(pair[0], (pair[0],)))


def take_apart(ledger: Ledger, one: str, other: str, reason: str, signature: Signature) -> Joined:
    """Leave two claims as if nobody had judged them."""
    ask_for(reason, said=True)
    pair = (find_claim(ledger, one).claim.id, find_claim(ledger, other).claim.id)
    held = judged(ledger, "claim").get((min(pair), max(pair)))
    if held is None:
        raise NotFound(f"nobody has judged {pair[0]} and {pair[1]}", "`factcheck same ONE OTHER` does.")
    with signature.change(ledger, "same") as change:
        new = revise(change, "judgement", held.id, withdrawn=True, reason=reason) is not None
    return Joined(*pair, new, groups_of(ledger).get(pair[0], (pair[0],)))


def groups_of(ledger: Ledger) -> dict[str, tuple[str, ...]]:
    """Of each claim that was joined with others: all of its group."""
    return groups(judged(ledger, "claim").values())
