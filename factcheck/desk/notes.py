"""What do the notes in the margin of a draft say: which evidence for which number, or what else?

A note that stands on or around one claim, and names a source and a number, is evidence: it is
attached as a citation, and says whose note it was. Every other note is told of as what it is: a
question with the command that asks it, words without a source or a number, a note where no claim
is. Nothing is guessed. All of it is one transaction, or, dry, nothing.

Callers: cli, for `import comments` and `import annotations`.
"""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from factcheck.desk.citation_rows import attach_row
from factcheck.desk.documents import as_read, record_within
from factcheck.desk.passages import numbers_in
from factcheck.desk.signature import Signature
from factcheck.desk.states import refresh
from factcheck.errors import FactcheckError
from factcheck.exchange.annotations.anchoring import anchor
from factcheck.exchange.annotations.annotation import Annotation
from factcheck.exchange.drafts import is_ours
from factcheck.exchange.problems import RowProblem
from factcheck.exchange.sheets.rows import CitationRow
from factcheck.language.attributions import attribute
from factcheck.ledger.claims import claims_of
from factcheck.ledger.documents import find_document, is_recorded
from factcheck.ledger.store import Change, Ledger
from factcheck.model import Claim, Document, Span
from factcheck.reading.quotes import NoPlace, find_quote
from factcheck.reading.readings import Reading

# Matches "https://example.org/report.pdf" in "(https://example.org/report.pdf)."; not "example.org".
_ADDRESS = re.compile(r"https?://[^\s<>()\"”]*[^\s<>()\"”.,;:]", re.IGNORECASE)
# Matches "Source: " in "Source: Estmark Grid, 304 homes"; not "Sources said".
_LABEL = re.compile(r"\s*sources?\s*:\s*", re.IGNORECASE)

# Matches "Estmark Grid" of "Estmark Grid, 304 homes" and "Estmark Grid (304 homes)", behind a label.
_LABELLED = re.compile(r"[^\d,;:(–—\n]+(?=[,;:(–—\n])")
SURROUNDINGS = 64


@dataclass(frozen=True, slots=True)
class Remark:
    """A note as it was written: by whom, on which characters of the document, or why on none."""

    text: str
    by: str | None
    span: Span | None
    why_not: str = ""


@dataclass(frozen=True, slots=True)
class Noted:
    """What became of a note: attached (and new) as a citation of a claim, or why not, and what to do."""

    remark: Remark
    claim: str | None
    attached: bool
    new: bool
    says: str
    hint: str = ""


def import_comments(
    ledger: Ledger, reading: Reading, signature: Signature, *, document: str | None = None, dry_run: bool
) -> tuple[Noted, ...]:
    """Take in the comments of a Word draft; it is recorded, unless `document` names what it is a draft of."""
    known = find_document(ledger, document) if document else None
    target = known or reading.document
    remarks = [
        Remark(comment.text, comment.author, *_placed(reading.document, target, comment.anchor))
        for comment in reading.comments
        if not comment.resolved
    ]
    return _import(ledger, remarks, target, None if known else reading, signature, dry_run=dry_run)


def import_annotations(
    ledger: Ledger,
    found: Iterable[Annotation | RowProblem],
    signature: Signature,
    *,
    document: str,
    dry_run: bool,
) -> tuple[Noted, ...]:
    """Take in notes on a recorded document, each anchored by what it quotes."""
    target = find_document(ledger, document)
    remarks = []
    for one in found:
        if isinstance(one, RowProblem):
            remarks.append(Remark("", None, None, str(one)))
            continue
        span = anchor(one, target.text)
        placed = (None, span.what) if isinstance(span, RowProblem) else (span, "")
        remarks.append(Remark(one.text, one.by, *placed))
    return _import(ledger, remarks, target, None, signature, dry_run=dry_run)


def _placed(draft: Document, target: Document, span: Span | None) -> tuple[Span | None, str]:
    """Where a comment's words stand in the document that is meant, or why they do not."""
    if span is None:
        return None, "its words are gone from the draft"
    if draft.id == target.id:
        return span, ""
    before = draft.text[max(0, span.start - SURROUNDINGS) : span.start]
    after = draft.text[span.end : span.end + SURROUNDINGS]
    found = find_quote(target.text, span.of(draft.text), prefix=before, suffix=after)
    return (None, found.reason) if isinstance(found, NoPlace) else (found, "")


def _import(
    ledger: Ledger,
    remarks: Sequence[Remark],
    target: Document,
    reading: Reading | None,
    signature: Signature,
    *,
    dry_run: bool,
) -> tuple[Noted, ...]:
    with signature.change(ledger, "import") as change:
        if reading is not None and not is_recorded(ledger, target.id):
            record_within(change, *as_read(reading))
        claims = [filed.claim for filed in claims_of(ledger, target.id)]
        noted = tuple(_noted(change, remark, claims, number) for number, remark in enumerate(remarks, 1))
        if dry_run:
            change.discard()
        else:
            refresh(change, list(dict.fromkeys(one.claim for one in noted if one.claim and one.attached)))
    return noted


def _noted(change: Change, remark: Remark, claims: Sequence[Claim], number: int) -> Noted:
    """What one note is, attached if it is evidence."""
    if remark.span is None:
        return Noted(remark, None, attached=False, new=False, says=f"it stands nowhere: {remark.why_not}")
    on = list(_claims_at(remark.span, claims))
    if len(on) != 1:
        says = f"{len(on)} claims stand there" if on else "no claim stands there"
        return Noted(remark, None, attached=False, new=False, says=says)
    claim = on[0]
    row = _evidence(remark, claim, f"note {number}")
    if isinstance(row, str):
        hint = f"factcheck review ask {claim.id} {shlex.quote(remark.text)}" if row == "it asks" else ""
        return Noted(remark, claim.id, attached=False, new=False, says=row, hint=hint)
    try:
        new = attach_row(change, row)
    except FactcheckError as error:
        return Noted(remark, claim.id, attached=False, new=False, says=error.message, hint=error.hint)
    return Noted(remark, claim.id, attached=True, new=new, says=f"evidence of {row.source}")


def _claims_at(span: Span, claims: Sequence[Claim]) -> Iterator[Claim]:
    """The claims whose phrase a note touches; else those of the sentence that it stands in."""
    touched = [claim for claim in claims if claim.phrase_span.meets(span)]
    yield from touched or (claim for claim in claims if claim.sentence_span.covers(span))


def _evidence(remark: Remark, claim: Claim, where: str) -> CitationRow | str:
    """The citation that a note makes, or why it makes none."""
    if is_ours(remark.text, remark.by):
        return "it is the desk's own note"
    address = _ADDRESS.search(remark.text)
    text = _ADDRESS.sub("", remark.text)
    label = _LABEL.match(text)
    passage = text[label.end() if label else 0 :].strip(" \t\r\n()")
    if passage.endswith("?"):
        return "it asks"
    try:
        numbers = numbers_in(passage, claim.quantity)
    except FactcheckError as error:
        return error.message
    if not numbers:
        return "it names no number"
    source = _named(passage, numbers[0].span) or (_labelled(passage) if label else None)
    if source is None:
        return "it names no source"
    return CitationRow(
        where=where,
        claim=claim.id,
        passage=passage,
        source=source,
        url=address[0] if address else None,
        note=f"from the draft's comment by {remark.by}" if remark.by else "from a comment on the draft",
    )


def _named(text: str, number: Span) -> str | None:
    """The source by name that a text credits with a number."""
    said = attribute(text, [number])[0]
    return said.canonical or said.source if said.type in ("named", "nested") else None


def _labelled(passage: str) -> str | None:
    """The source by name that stands behind a label: whoever could be credited in a sentence."""
    if match := _LABELLED.match(passage):
        sentence = f"{match[0].strip()} said 2"
        return _named(sentence, Span(len(sentence) - 1, len(sentence)))
    return None
