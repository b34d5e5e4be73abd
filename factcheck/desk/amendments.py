"""How does a person say what holds of a claim or a citation instead of what was recorded?

Nothing is edited: an amendment is a revision with its reason, and what was there before
stays to be read. A number is read by the same grammar as any other; what a person says of
a source stands for the words of the text. The claim is scored again in the same transaction.

Callers: cli.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from factcheck.desk.citations import Evidence, read_passage
from factcheck.desk.claims import declared
from factcheck.desk.echoes import parent_named
from factcheck.desk.passages import numbers_in, the_number, why_not_read
from factcheck.desk.signature import Signature
from factcheck.desk.sources import register_typed
from factcheck.desk.states import refresh
from factcheck.desk.withdrawals import Corrected, ask_for
from factcheck.errors import AskedWrongly
from factcheck.ledger.citations import find_citation
from factcheck.ledger.claims import find_claim
from factcheck.ledger.revisions import holding, revise
from factcheck.ledger.rows import quantity_values
from factcheck.ledger.store import Change, Ledger
from factcheck.ledger.tables import QUANTITY, Stored, canonical
from factcheck.model import Citation, Quantity, is_date

Content = dict[str, Stored]


@dataclass(frozen=True, slots=True)
class ClaimAmendment:
    """What holds of a claim instead. None is not said; an empty source is the text's own voice.

    `figure` is read by the number grammar: "over 1,600 people". `pick` says which of its numbers.
    """

    source: str | None = None
    figure: str | None = None
    pick: str | None = None
    counted: str | None = None


@dataclass(frozen=True, slots=True)
class CitationAmendment:
    """What holds of a citation instead. None is not said; an empty text takes an optional part away."""

    passage: str | None = None
    pick: str | None = None
    source: str | None = None
    outlet: str | None = None
    date: str | None = None
    url: str | None = None
    scope: str | None = None
    derived_from: tuple[str, ...] | None = None
    reliability: str | None = None
    party: bool | None = None
    note: str | None = None
    stance: str | None = None


def amend_claim(
    ledger: Ledger, short_id: str, amendment: ClaimAmendment, reason: str, signature: Signature
) -> Corrected:
    """Say what holds of a claim instead of what was read; AskedWrongly where nothing is said, or why."""
    ask_for(reason, said=amendment != ClaimAmendment())
    filed = find_claim(ledger, short_id)
    read = _figure(amendment, filed.claim.quantity)
    with signature.change(ledger, "amend") as change:
        content = {**_held(change, "claim", filed.claim.id), **read, **_credit(change, amendment.source)}
        new = revise(change, "claim", filed.claim.id, content=content, reason=reason)
        refresh(change, [filed.claim.id])
    return Corrected("claim", filed.claim.id, filed.claim.id, new is not None)


def amend_citation(
    ledger: Ledger, short_id: str, amendment: CitationAmendment, reason: str, signature: Signature
) -> Corrected:
    """Say what holds of a citation instead of what was attached."""
    ask_for(reason, said=amendment != CitationAmendment())
    claim_id, citation = find_citation(ledger, short_id)
    like = find_claim(ledger, claim_id).claim.quantity
    with signature.change(ledger, "amend") as change:
        said = _citation_content(change, claim_id, citation, amendment, like)
        said |= _stance(amendment.stance, reason, change.who)
        content = {**_held(change, "citation", citation.id), **said}
        new = revise(change, "citation", citation.id, content=content, reason=reason)
        refresh(change, [claim_id])
    return Corrected("citation", citation.id, claim_id, new is not None)


def _held(change: Change, noun: str, record_id: str) -> Content:
    """What was amended of a record before."""
    assert noun in ("claim", "citation"), "these alone are amended"
    held = holding(change.ledger, "claim" if noun == "claim" else "citation", record_id)
    return dict(held.revision.content) if held else {}


def _figure(amendment: ClaimAmendment, like: Quantity) -> Content:
    """The columns of the number that a person says is right."""
    quantity = like
    if amendment.figure is not None:
        numbers = numbers_in(amendment.figure, like)
        if not numbers:
            what = f"no number in {amendment.figure!r}{why_not_read(amendment.figure)}"
            raise AskedWrongly(what, "Write it as in print, for example: over 1,600 people.")
        read = the_number(amendment.figure, numbers, amendment.pick).quantity
        quantity = replace(read, counted=like.counted)
    elif amendment.counted is None:
        return {}
    if amendment.counted is not None:
        quantity = replace(quantity, counted=amendment.counted.strip() or None)
    return _quantity_content(quantity)


def _quantity_content(quantity: Quantity | None) -> Content:
    unit, counted = (quantity.unit, quantity.counted) if quantity else (None, None)
    return {**dict(zip(QUANTITY, quantity_values(quantity), strict=True)), "unit": unit, "counted": counted}


def _credit(change: Change, source: str | None) -> Content:
    """The columns of the attribution that a person says is right; its words are the person's."""
    if source is None:
        return {}
    nobody: Content = dict.fromkeys(
        ("credited", "credited_start", "credited_end", "cue", "cue_start", "cue_end", "canonical", "source")
    )
    if not source.strip():
        return {**nobody, "attribution": "none", "via": "[]", "inherited": 0}
    said = declared(change.ledger, source)
    known = register_typed(change, said.canonical or source, source)
    named: Mapping[str, Stored] = {
        "attribution": "named", "credited": source, "canonical": known.name, "source": known.id, "via": "[]",
    }  # fmt: skip
    return {**nobody, **named, "inherited": 0}


def _citation_content(
    change: Change, claim_id: str, citation: Citation, amendment: CitationAmendment, like: Quantity
) -> Content:
    """The columns that an amendment of a citation says."""
    if amendment.date and not is_date(amendment.date):
        raise AskedWrongly(f"no date: {amendment.date!r}", "Write 2019-12-16, 2019-12, 2019, or 2019-12~.")
    content: Content = {}
    for name in ("outlet", "date", "url", "note"):
        told = getattr(amendment, name)
        if told is not None:
            content[name] = told.strip() or None
    for name in ("scope", "reliability"):
        if (told := getattr(amendment, name)) is not None:
            content[name] = told
    if amendment.party is not None:
        content["party"] = int(amendment.party)
    if amendment.source is not None:
        if not amendment.source.strip():
            raise AskedWrongly("a citation has a source", "Name who vouches for the figure.")
        said = declared(change.ledger, amendment.source).canonical or amendment.source
        content["source"] = register_typed(change, said, amendment.source).id
    if amendment.derived_from is not None:
        parents = [
            parent_named(change.ledger, claim_id, text) for text in amendment.derived_from if text.strip()
        ]
        content["derived_from"] = canonical(parents)
    if amendment.passage is not None or amendment.pick is not None:
        content |= _passage(citation, amendment, like)
    return content


def _stance(stance: str | None, reason: str, who: str) -> Content:
    """The columns of what a person says of a citation; an empty one takes back what was said."""
    if stance is None:
        return {}
    if not stance.strip():
        return {"stance": None, "stance_reason": None, "stance_by": None}
    return {"stance": stance, "stance_reason": reason, "stance_by": who}


def _passage(citation: Citation, amendment: CitationAmendment, like: Quantity) -> Content:
    """The passage, with the number that is read in it."""
    passage = citation.passage if amendment.passage is None else amendment.passage
    note = citation.note if amendment.note is None else amendment.note
    stance = citation.stance.label if citation.stance else None
    evidence = Evidence(citation.source, passage, note=note, stance=stance, pick=amendment.pick)
    return {"passage": passage, **_quantity_content(read_passage(evidence, like))}
