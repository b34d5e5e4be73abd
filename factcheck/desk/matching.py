"""Has this been recorded before, in these or other words, with this or another number?

Candidates share words with what is asked; each is then held against it, measure by measure.
What is found is only ever suggested: people judge whether two claims are the same, and what
they judged is heeded. The index of words is brought up to date where the ledger may be
written to, and made in memory where not.

Callers: cli.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from factcheck.agreement.matching.answers import NEAR_FROM, Answer, judge
from factcheck.agreement.matching.found import Match, Recorded
from factcheck.agreement.matching.measures import measures
from factcheck.agreement.matching.profiles import Telling, profile, telling_of
from factcheck.agreement.matching.ranking import ranked
from factcheck.agreement.matching.terms import terms
from factcheck.desk.meanings import nearness
from factcheck.desk.signature import Signature
from factcheck.errors import AskedWrongly, FactcheckError
from factcheck.language.meaning import why_absent
from factcheck.ledger.candidates import MOST, Read, candidates, index_in_memory, index_new, is_behind
from factcheck.ledger.claims import find_claim
from factcheck.ledger.judgements import judged
from factcheck.ledger.store import Ledger
from factcheck.ledger.tellings import recorded_as, recorded_at, told_at

LONGEST = 10_000  # characters of a text that may be one claim
SHORTEST_ID = 6  # characters by which a claim may be named here
_SHOWN, _SUGGESTED, _GROUPED = 10, 3, 10
_FEW = 20  # candidates that are looked at for a suggestion
_JUDGED = {
    True: "judged: people say that the two are the same claim",
    False: "judged: people say that the two are not the same claim",
}


@dataclass(frozen=True, slots=True)
class _Search:
    """Where is looked, and how closely; `by_meaning` also by sentence vectors, where they can be had."""

    ledger: Ledger
    index: Read
    judged: Mapping[tuple[str, str], bool]
    most: int
    by_meaning: bool = False
    signature: Signature | None = None


def is_ready(ledger: Ledger) -> bool:
    """Whether a search would make nothing that were better kept: the index is whole, no vectors are made."""
    return not is_behind(ledger.rows) and why_absent() is not None


def match(
    ledger: Ledger, asked: str, *, limit: int = _SHOWN, signature: Signature | None = None
) -> tuple[Match, ...]:
    """The recorded claims that are near to a text, or to the claim of this id, the likeliest first.

    Empty where nothing is near. With a signature, what is derived on the way (the index, the
    sentence vectors) is kept in the ledger.
    """
    claim = _claim_named(ledger, asked)
    telling = claim.telling if claim else _typed(asked)
    search = _search(ledger, signature, MOST, by_meaning=True)
    return tuple(_matches(search, telling, claim, limit))


def near(
    ledger: Ledger, claim_ids: Iterable[str], *, signature: Signature | None = None
) -> dict[str, tuple[Match, ...]]:
    """What may have been recorded before of each of these claims, in other documents: a few of each."""
    search = _search(ledger, signature, _FEW)
    found: dict[str, tuple[Match, ...]] = {}
    for claim in recorded_as(ledger, claim_ids):
        close = _matches(search, claim.telling, claim, _FEW, before=True)
        before = [one for one in close if one.answer != "related"]
        if before:
            found[claim.claim.id] = tuple(before[:_SUGGESTED])
    return found


def recorded_before(ledger: Ledger, claim_ids: Iterable[str], signature: Signature) -> Iterator[str]:
    """A sentence for each of these claims that may have been recorded before, in another document."""
    for claim_id, found in near(ledger, claim_ids, signature=signature).items():
        first = found[0]
        told = first.recorded.claim
        yield f"{claim_id} may be recorded before, as {told.id} ({first.answer}): {told.phrase}"


def groups(
    ledger: Ledger, claim_ids: Iterable[str], *, signature: Signature | None = None
) -> tuple[tuple[str, ...], ...]:
    """The claims put together that tell the same fact, whatever their number: each in one group.

    Two claims that were judged not to be the same join no group by themselves.
    """
    search = _search(ledger, signature, _FEW)
    claims = {one.claim.id: one for one in recorded_as(ledger, claim_ids)}
    heads = {claim_id: claim_id for claim_id in claims}
    place = {claim_id: number for number, claim_id in enumerate(claims)}
    for one, other in _pairs(search, claims):
        head, joined = sorted((_head(heads, one), _head(heads, other)), key=place.__getitem__)
        heads[joined] = head
    grouped: dict[str, list[str]] = {}
    for claim_id in claims:
        grouped.setdefault(_head(heads, claim_id), []).append(claim_id)
    return tuple(tuple(group) for group in grouped.values())


def _pairs(search: _Search, claims: Mapping[str, Recorded]) -> Iterator[tuple[str, str]]:
    """The pairs of these claims that tell the same fact, or were judged to be the same."""
    for pair, same in search.judged.items():
        if same and pair[0] in claims and pair[1] in claims:
            yield pair
    for claim_id, claim in claims.items():
        for found in _matches(search, claim.telling, claim, _GROUPED):
            if found.id in claims and found.answer != "related":
                yield claim_id, found.id


def _head(heads: Mapping[str, str], claim_id: str) -> str:
    while heads[claim_id] != claim_id:
        claim_id = heads[claim_id]
    return claim_id


def _search(ledger: Ledger, signature: Signature | None, most: int, *, by_meaning: bool = False) -> _Search:
    """A search of the whole ledger, its index up to date."""
    index: Read = ledger.rows
    if is_behind(ledger.rows):
        if signature is None:
            index = index_in_memory(ledger.rows)
        else:
            with signature.change(ledger, "match") as change:
                index_new(ledger.rows, change.write)
    known = {pair: judgement.same for pair, judgement in judged(ledger, "claim").items()}
    return _Search(ledger, index, known, most, by_meaning, signature)


def _matches(
    search: _Search, telling: Telling, own: Recorded | None, limit: int, *, before: bool = False
) -> Iterator[Match]:
    """The claims that are near to a telling; `own` is the claim that tells it, if one does.

    With `before`, only those that other documents told before it. Where and when a claim was printed
    is not asked for: others print the same elsewhere.
    """
    asked = profile(replace(telling, title="", around="") if own else telling)
    found = candidates(search.index, sorted(asked.terms), limit=search.most + 1)
    there = told_at(search.ledger, found.entries)
    entries = [entry for entry in found.entries if entry in there and not (own and entry == own.entry)]
    told = [profile(there[entry]) for entry in entries]
    measured = measures(asked, told, found.rarity)
    near = _nearness(search, asked.telling, {entry: there[entry] for entry in entries})
    if near is not None:
        measured = [{**one, "meaning": near[entry]} for entry, one in zip(entries, measured, strict=True)]
    first = ranked(measured, meaning=near is not None)[:limit]
    claims = recorded_at(search.ledger, [entries[one.place] for one in first if one.chance >= NEAR_FROM])
    for place, chance in first:
        claim = claims.get(entries[place])
        if before and own and claim and not _is_elsewhere_before(claim, own):
            continue
        judgement = claim and judge(asked, profile(claim.telling), chance, found.rarity)
        if claim and judgement:
            answered = Match(claim, judgement.answer, chance, judgement.reasons, judgement.numbers)
            yield _as_judged(search, own, answered)


def _nearness(search: _Search, asked: Telling, told: Mapping[int, Telling]) -> dict[int, float] | None:
    """How near claims lie by meaning, where that is asked for and can be had."""
    return nearness(search.ledger, asked.signed, told, search.signature) if search.by_meaning else None


def _as_judged(search: _Search, own: Recorded | None, found: Match) -> Match:
    """The match as people judged the pair, if they did."""
    if own is None:
        return found
    one, other = sorted((own.claim.id, found.id))
    same = search.judged.get((one, other))
    if same is None:
        return found
    answer: Answer = "same claim" if same else "related"
    return replace(found, answer=answer, reasons=(_JUDGED[same], *found.reasons))


def _is_elsewhere_before(found: Recorded, claim: Recorded) -> bool:
    return found.document != claim.document and found.entry < claim.entry


def _claim_named(ledger: Ledger, asked: str) -> Recorded | None:
    """The claim whose id was asked for, if it is one: a word of a text may look like it."""
    if len(asked) < SHORTEST_ID or not (asked.isalnum() and asked.isascii()):
        return None
    try:
        claim_id = find_claim(ledger, asked).claim.id
    except FactcheckError:
        return None
    return next(iter(recorded_as(ledger, [claim_id])), None)


def _typed(text: str) -> Telling:
    """A text that was typed or piped; AskedWrongly where it says nothing, or more than one claim can."""
    if len(text) > LONGEST:
        hint = "Match one sentence of it; or record it, and match its claims."
        raise AskedWrongly(f"a text of more than {LONGEST:,} characters is no single claim", hint)
    if not text.strip():
        raise AskedWrongly(
            "there is nothing to match: the text is empty", "Give a sentence, or a claim's id."
        )
    if not terms(text):
        hint = "Name who, what or where: protesters killed in November."
        raise AskedWrongly("there is no word to match by, only words that every sentence has", hint)
    return telling_of(text)
