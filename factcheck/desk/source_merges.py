"""Are two sources one or two, by decision, and what does that do to every agreement?

A merge can be tried first: everything is done, the agreements that change are told, and
nothing is kept. It is a decision with a reason, and a split takes it apart again. A name that
was judged not to be a source's is not suggested for it, nor are the two merged.

Callers: cli.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from factcheck.desk.scoring import rescore
from factcheck.desk.signature import Signature
from factcheck.desk.states import restate
from factcheck.desk.withdrawals import ask_for
from factcheck.errors import AskedWrongly, NotFound
from factcheck.ledger.agreements import agreements
from factcheck.ledger.claims import find_claim
from factcheck.ledger.judgements import judge, judged, not_the_same
from factcheck.ledger.merged_sources import merge_source, merged, split_source
from factcheck.ledger.revisions import revise
from factcheck.ledger.sources import filed_under, new_source, resolve, source_named
from factcheck.ledger.store import Change, Ledger
from factcheck.model import Agreement, Source


@dataclass(frozen=True, slots=True)
class Effect:
    """What a merge or a split does to one claim: its band and score before, and after."""

    claim: str
    phrase: str
    before: Agreement
    after: Agreement


def merge(
    ledger: Ledger, gone: str, kept: str, reason: str, signature: Signature, *, try_only: bool = False
) -> tuple[Source, Source, tuple[Effect, ...]]:
    """Let one source be another from now on: both, and what that does to every agreement.

    With `try_only` nothing is kept: that is how a person sees what would change.
    """
    ask_for(reason, said=True)
    one, other = (source_named(ledger, text) for text in (gone, kept))
    if other.id in not_the_same(ledger, "source", one.id):
        hint = "`factcheck source not-same --take-back` takes the judgement back."
        raise AskedWrongly(f"{one.name!r} and {other.name!r} were judged not to be the same", hint)

    def act(change: Change) -> None:
        merge_source(change, one.id, other.id, reason)

    return one, other, _with_effects(ledger, "source merge", act, signature, try_only=try_only)


def split(
    ledger: Ledger, name: str, reason: str, signature: Signature, *, try_only: bool = False
) -> tuple[Source, tuple[Effect, ...]]:
    """Let a source that was merged into another be itself again."""
    found = filed_under(ledger, name)
    if found is None or found.id not in merged(ledger):
        what = f"{name!r} was merged into no other source"
        raise NotFound(what, "`factcheck source list` shows the sources.")
    ask_for(reason, said=True)

    def act(change: Change) -> None:
        split_source(change, found.id, reason)

    return found, _with_effects(ledger, "source split", act, signature, try_only=try_only)


def say_not_same(
    ledger: Ledger, name: str, text: str, reason: str, signature: Signature, *, take_back: bool = False
) -> tuple[Source, Source, bool]:
    """Say that a name, registered or not, is not that of a source; both, and whether that is new."""
    ask_for(reason, said=True)
    one = resolve(ledger, name, suggest=False).source or new_source(name)
    other = source_named(ledger, text)
    if not take_back:
        with signature.change(ledger, "source not-same") as change:
            return one, other, judge(change, "source", (one.id, other.id), same=False, reason=reason)
    held = judged(ledger, "source").get((min(one.id, other.id), max(one.id, other.id)))
    if held is None:
        raise NotFound(f"nobody has judged {one.name!r} and {other.name!r}", "Leave out --take-back.")
    with signature.change(ledger, "source not-same") as change:
        new = revise(change, "judgement", held.id, withdrawn=True, reason=reason) is not None
    return one, other, new


def _with_effects(
    ledger: Ledger, verb: str, act: Callable[[Change], None], signature: Signature, *, try_only: bool
) -> tuple[Effect, ...]:
    """Do something to the register, score all again, and tell what that changed."""
    with signature.change(ledger, verb) as change:
        before = agreements(ledger)
        act(change)
        rescore(change)
        effects = tuple(
            Effect(claim, find_claim(ledger, claim).claim.phrase, before.get(claim, now), now)
            for claim, now in agreements(ledger).items()
            if before.get(claim) != now
        )
        if try_only:
            change.discard()
        else:
            restate(change, [one.claim for one in effects])
    return effects
