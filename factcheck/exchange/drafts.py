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
from typing import BinaryIO, TextIO

from factcheck.errors import AskedWrongly
from factcheck.model import Dossier
from factcheck.show.passages import credited
from factcheck.show.safe import safe_text
from factcheck.show.scores import score_text

AUTHOR, INITIALS = "factcheck", "fc"
_MARKDOWN = re.compile(r"[\\`*_{}\[\]<>#+!|~]")
_OURS = re.compile(r"^Claim [0-9a-z]{10}\s*\Z", re.MULTILINE)
Stretch = tuple[str, Dossier | None]


def write_word(dossiers: Iterable[Dossier], out: BinaryIO) -> int:
    """Write the document with a comment at each claim; how many there were. One document at a time."""
    from docx import Document as Word

    told = _of_one_document(dossiers)
    word = Word()
    count = 0
    for paragraph in _paragraphs(told):
        written = word.add_paragraph()
        for text, dossier in paragraph:
            run = written.add_run(_printable(text))
            if dossier is not None:
                note = "\n".join(map(safe_text, note_on(dossier).split("\n")))
                word.add_comment(run, text=note, author=AUTHOR, initials=INITIALS)
                count += 1
    word.save(out)
    return count


def write_markdown(dossiers: Iterable[Dossier], out: TextIO) -> int:
    """Write each document with a footnote at each claim; how many claims there were."""
    count = 0
    by_document = sorted(dossiers, key=lambda one: (one.document.id, one.claim.span))
    for _, group in groupby(by_document, key=lambda one: one.document.id):
        told = list(group)
        if count:
            out.write("\n---\n\n")
        notes = []
        for paragraph in _paragraphs(told):
            for text, dossier in paragraph:
                out.write(_escaped(text))
                if dossier is not None:
                    count += 1
                    notes.append((count, dossier))
                    out.write(f"[^{count}]")
            out.write("\n\n")
        for number, dossier in notes:
            lines = "\n    ".join(_escaped(line) for line in note_on(dossier).split("\n"))
            out.write(f"[^{number}]: {lines}\n")
    return count


def note_on(dossier: Dossier) -> str:
    """What the desk says of a claim, a line each: whose word, the band, the reasons, verdict and question."""
    agreement, state = dossier.agreement, dossier.state
    lines = [
        f"Whose word: {dossier.source or credited(dossier.claim.attribution)}",
        f"{agreement.band.capitalize()}: {score_text(agreement)}",
        *agreement.reasons,
    ]
    if state is not None and state.verdict is not None:
        signed = f", signed off by {state.signed_by}" if state.signed_by else ""
        own = " (self-signed)" if state.self_signed else ""
        lines.append(f"Verdict: {state.verdict}, decided by {state.decided_by}{signed}{own}")
    if state is not None and state.question is not None:
        lines.append(f"Open question: {state.question}")
    return "\n".join([*lines, f"Claim {dossier.claim.id}"])


def is_ours(text: str, author: str | None) -> bool:
    """Whether a comment is one that `write_word` wrote."""
    return author == AUTHOR and _OURS.search(text) is not None


def _of_one_document(dossiers: Iterable[Dossier]) -> list[Dossier]:
    told = sorted(dossiers, key=lambda one: one.claim.span)
    documents = {one.document.id for one in told}
    if len(documents) != 1:
        what = "a Word draft is one document" if documents else "no claim fits"
        raise AskedWrongly(what, "Name the document with --document PATH.")
    if not told[0].document.text:
        raise AskedWrongly("the words of this document were redacted", "There is no draft to write.")
    return told


def _paragraphs(told: list[Dossier]) -> Iterator[list[Stretch]]:
    """The text as paragraphs of stretches, a claim's phrase with its dossier."""
    text, start = told[0].document.text, 0
    for line in text.splitlines(keepends=True):
        end = start + len(line)
        if line.strip():
            yield list(_stretches(text, start, start + len(line.rstrip("\r\n")), told))
        start = end


def _stretches(text: str, start: int, end: int, told: list[Dossier]) -> Iterator[Stretch]:
    at = start
    for dossier in told:
        span = dossier.claim.phrase_span
        if at <= span.start and span.end <= end:
            if span.start > at:
                yield text[at : span.start], None
            yield text[span.start : span.end], dossier
            at = span.end
    if at < end:
        yield text[at:end], None


def _printable(text: str) -> str:
    """Text that XML can hold: what it cannot is made visible."""
    return safe_text(text)


def _escaped(text: str) -> str:
    """Text in which no sign is Markdown."""
    return _MARKDOWN.sub(r"\\\g<0>", safe_text(text))
