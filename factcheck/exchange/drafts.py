"""How does a draft go back to its author, with what the desk found beside each number?

As Word, with a comment at each claim, or as Markdown, with a note at each: whose word it is,
the band with its reasons, the verdict, and the question that is open. The text is the
document's own; nothing in it is changed.

Callers: `cli`, for `export --format docx` and `markdown`; `desk`, which knows its own comments again.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import TYPE_CHECKING, BinaryIO, TextIO

from factcheck.errors import AskedWrongly
from factcheck.exchange.markdown import escaped
from factcheck.exchange.marked import in_order, pieces_of
from factcheck.model import Dossier, Span
from factcheck.show.passages import credited
from factcheck.show.safe import one_line, safe_text
from factcheck.show.scores import score_text

if TYPE_CHECKING:
    from docx.text.run import Run

AUTHOR, INITIALS = "factcheck", "fc"
_OURS = re.compile(r"^Claim [0-9a-z]{10}\s*\Z", re.MULTILINE)


def write_word(dossiers: Iterable[Dossier], out: BinaryIO) -> int:
    """Write the document with a comment at each claim; how many there were. One document at a time."""
    from docx import Document as Word

    told = _of_one_document(dossiers)
    word, text = Word(), told[0].document.text
    word.core_properties.author = AUTHOR
    runs: dict[str, list[Run]] = {one.claim.id: [] for one in told}
    for pieces in pieces_of(_lines(text), told):
        paragraph = word.add_paragraph()
        for piece in pieces:
            run = paragraph.add_run(safe_text(piece.span.of(text), multiline=True))
            for one in piece.said_by:
                runs[one.claim.id].append(run)
    for one in told:
        word.add_comment(runs[one.claim.id], text=note_on(one), author=AUTHOR, initials=INITIALS)
    word.save(out)
    return len(told)


def write_markdown(dossiers: Iterable[Dossier], out: TextIO) -> int:
    """Write each document with a footnote at each claim; how many claims there were.

    A document that is Markdown stays what it is; in any other no sign becomes Markdown.
    """
    count = 0
    by_document = sorted(dossiers, key=lambda one: one.document.id)
    for _, group in groupby(by_document, key=lambda one: one.document.id):
        told = in_order(group)
        out.write("\n---\n\n" if count else "")
        numbers = {one.claim.id: number for number, one in enumerate(_as_they_end(told), start=count + 1)}
        out.write(_with_marks(told, numbers))
        for one in _as_they_end(told):
            lines = "  \n    ".join(escaped(line) for line in note_on(one).split("\n"))
            out.write(f"[^claim-{numbers[one.claim.id]}]: {lines}\n")
        count += len(told)
    return count


def _as_they_end(told: list[Dossier]) -> list[Dossier]:
    """The claims in the order in which their marks stand."""
    return sorted(told, key=lambda one: one.claim.phrase_span.end)


def _with_marks(told: list[Dossier], numbers: dict[str, int]) -> str:
    """The text with the mark of a footnote after each phrase."""
    document = told[0].document
    text = document.text
    if not text:
        return ""
    is_markdown = document.media_type == "text/markdown"
    stretches = [Span(0, len(text))] if is_markdown else _lines(text)
    kept = _printable if is_markdown else escaped
    paragraphs = (
        "".join(
            kept(piece.span.of(text)) + "".join(f"[^claim-{numbers[one.claim.id]}]" for one in piece.ended)
            for piece in pieces
        )
        for pieces in pieces_of(stretches, told)
    )
    return "\n\n".join(one.lstrip(" \t") for one in paragraphs).rstrip("\n") + "\n\n"


def note_on(dossier: Dossier) -> str:
    """What the desk says of a claim, a line each: whose word, the evidence, verdict and question."""
    state = dossier.state
    lines = [f"Whose word: {dossier.source or credited(dossier.claim.attribution)}", *_evidence(dossier)]
    if state is not None and state.verdict is not None:
        signed = f", signed off by {state.signed_by}" if state.signed_by else ", not yet signed off"
        own = " (self-signed)" if state.self_signed else ""
        lines.append(f"Verdict: {state.verdict}, decided by {state.decided_by}{signed}{own}")
    if state is not None and state.question is not None:
        lines.append(f"Open question: {state.question}")
    return "\n".join([*map(one_line, lines), f"Claim {dossier.claim.id}"])


def _evidence(dossier: Dossier) -> Iterator[str]:
    """The band in a sentence, the score, and why."""
    agreement = dossier.agreement
    if not dossier.citations:
        yield "Nothing has been cited yet."
        return
    yield from agreement.reasons[-1:]
    if agreement.score is not None:
        yield score_text(agreement).capitalize()
    yield from agreement.reasons[:-1]


def is_ours(text: str, author: str | None) -> bool:
    """Whether a comment is one that `write_word` wrote."""
    return author == AUTHOR and _OURS.search(text) is not None


def _of_one_document(dossiers: Iterable[Dossier]) -> list[Dossier]:
    told = in_order(dossiers)
    documents = {one.document.id for one in told}
    if len(documents) != 1:
        what = "a Word draft is one document" if documents else "no claim fits"
        raise AskedWrongly(what, "Name the document with --document PATH.")
    if not told[0].document.text:
        raise AskedWrongly("the words of this document were redacted", "There is no draft to write.")
    return told


def _lines(text: str) -> Iterator[Span]:
    """Each line with something on it, without its end: the paragraphs of a draft."""
    start = 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            yield Span(start, start + len(line.rstrip("\r\n")))
        start += len(line)


def _printable(text: str) -> str:
    return safe_text(text, multiline=True)
