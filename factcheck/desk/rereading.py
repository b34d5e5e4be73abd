"""What does a better reader make of a document that is recorded already?

The stored text is read again. A claim whose number still stands keeps its id, and with it
its citations and decisions; what is read otherwise now is a revision. What is new is added.
A claim that is read no more is withdrawn, unless a person worked on it: then it is left as
it is and listed, as are the claims that a person has amended.

Callers: cli.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from factcheck.desk.signature import Signature
from factcheck.desk.sources import by_name, credited_source
from factcheck.desk.states import refresh
from factcheck.errors import AskedWrongly
from factcheck.language.claims import extract
from factcheck.ledger.citations import attached_to
from factcheck.ledger.claims import Filed, add_claims, claims_of, differing
from factcheck.ledger.decisions import decisions_of
from factcheck.ledger.documents import find_document
from factcheck.ledger.revisions import revise
from factcheck.ledger.store import Change, Ledger
from factcheck.ledger.tables import Stored
from factcheck.model import Claim, Document, Extract

REASON = "read again by factcheck "
Pair = tuple[Filed, Claim]


@dataclass(frozen=True, slots=True)
class Moved:
    """A claim that did not stay as it was: its id, its phrase before and now, and what happened."""

    id: str
    before: str | None
    now: str | None
    what: str


@dataclass(frozen=True, slots=True)
class Reread:
    """What reading a document again did: how many claims stand as they were, and what moved."""

    document: Document
    unchanged: int
    moved: tuple[Moved, ...]


def record_again(
    ledger: Ledger, text: str, signature: Signature, *, read: Callable[[Document], Extract] = extract
) -> Reread:
    """Read the document with this path or id again; all of it is one change, or nothing."""
    document = find_document(ledger, text)
    if not document.text:
        raise AskedWrongly(f"the text of {document.id} was redacted", "There is nothing to read again.")
    found = read(document).claims
    recorded = [filed for filed in claims_of(ledger, document.id, withdrawn=True) if _ours(filed)]
    pairs = _paired(recorded, found)
    with signature.change(ledger, "record again") as change:
        moved = [*_read_otherwise(change, document, pairs), *_gone(change, recorded, pairs)]
        moved += _added(change, document, found, pairs)
        refresh(change, [one.id for one in moved if one.before is not None])
    changed = sum(one.before is not None and one.now is not None for one in moved)
    return Reread(document, len(pairs) - changed, tuple(moved))


def _ours(filed: Filed) -> bool:
    """Whether a claim stands, or fell only because an earlier reading did not find it."""
    return filed.holding is None or not filed.withdrawn or filed.holding.revision.reason.startswith(REASON)


def _paired(recorded: Sequence[Filed], found: Sequence[Claim]) -> list[Pair]:
    """Each recorded claim with the one that reads its number now, at the same place or around it."""
    at_place = {claim.span: claim for claim in found}
    pairs = [(filed, at_place[filed.claim.span]) for filed in recorded if filed.claim.span in at_place]
    taken = {claim.span for _, claim in pairs}
    left = [filed for filed in recorded if filed.claim.span not in at_place]
    for filed in left:
        span = filed.claim.span
        near = [
            one for one in found if one.span not in taken and (one.span.covers(span) or span.covers(one.span))
        ]
        if near:
            pairs.append((filed, near[0]))
            taken.add(near[0].span)
    return pairs


def _read_otherwise(change: Change, document: Document, pairs: Sequence[Pair]) -> Iterator[Moved]:
    """Revise the claims that are read otherwise now, but for those that a person has amended."""
    introduced = by_name(document.text)
    for filed, now in pairs:
        if _declared(filed, now):
            continue
        source = credited_source(change, now.attribution, introduced)
        content = differing(change.ledger, filed.claim.id, now, source.id if source else None)
        held = filed.holding.revision if filed.holding else None
        if content == (dict(held.content) if held else {}) and not filed.withdrawn:
            continue
        if held is not None and held.content and not held.reason.startswith(REASON):
            yield Moved(filed.claim.id, filed.claim.phrase, now.phrase, f"left as {held.by} amended it")
            continue
        why = f"{REASON}{change.version}"
        revise(change, "claim", filed.claim.id, withdrawn=False, content=content, reason=why)
        what = "read again; stands again" if filed.withdrawn else f"read otherwise: {_named(content)}"
        yield Moved(filed.claim.id, filed.claim.phrase, now.phrase, what)


def _declared(filed: Filed, now: Claim) -> bool:
    """Whether a person typed the claim and said who vouches for it: its id is another than a reader's."""
    moved = filed.holding is not None and "span_start" in filed.holding.revision.content
    return filed.claim.span == now.span and filed.claim.id != now.id and not moved


def _gone(change: Change, recorded: Sequence[Filed], pairs: Sequence[Pair]) -> Iterator[Moved]:
    """Withdraw the claims that are read no more, but for those that a person worked on."""
    kept = {filed.claim.id for filed, _ in pairs}
    for filed in recorded:
        claim = filed.claim
        if claim.id in kept or filed.withdrawn:
            continue
        if attached_to(change.ledger, claim.id) or decisions_of(change.ledger, claim.id):
            yield Moved(claim.id, claim.phrase, None, "read no more; left, for it has evidence or decisions")
            continue
        revise(change, "claim", claim.id, withdrawn=True, reason=f"{REASON}{change.version}: read no more")
        yield Moved(claim.id, claim.phrase, None, "read no more; withdrawn")


def _added(change: Change, document: Document, found: Sequence[Claim], pairs: Sequence[Pair]) -> list[Moved]:
    """Record the claims that are new."""
    introduced = by_name(document.text)
    known = {claim.id for _, claim in pairs}
    new = [claim for claim in found if claim.id not in known]
    sources = [credited_source(change, claim.attribution, introduced) for claim in new]
    ids = [source.id if source else None for source in sources]
    before = {filed.claim.id for filed in claims_of(change.ledger, document.id, withdrawn=True)}
    add_claims(change, document, zip(new, ids, strict=True))
    return [Moved(one.id, None, one.phrase, "new") for one in new if one.id not in before]


def _named(content: Mapping[str, Stored]) -> str:
    """Which parts of a reading differ, in words."""
    parts = dict.fromkeys(_PARTS[name] for name in content if name in _PARTS)
    return ", ".join(parts) or "its first reading holds again"


_PARTS = {
    **dict.fromkeys(
        ("low", "high", "point", "grain", "low_open", "high_open", "hedge", "kind", "unit"), "number"
    ),
    "counted": "what is counted",
    **dict.fromkeys(("credited", "canonical", "source", "attribution", "cue", "via", "inherited"), "source"),
    "polarity": "polarity",
    **dict.fromkeys(("surface", "span_start", "span_end", "phrase", "phrase_start", "phrase_end"), "extent"),
    **dict.fromkeys(("sentence_start", "sentence_end"), "sentence"),
    **dict.fromkeys(("credited_start", "credited_end", "cue_start", "cue_end", "quoted"), "source"),
}
