"""What does a PDF say, and on which page?

The text of its pages, page after page, joined into paragraphs; running heads and page
numbers dropped where they repeat, words put together that the end of a line broke. Every
page is a place with its index and its printed label. Refused are files that are locked,
broken off, or without a text layer: a picture of text must be recognised first.

Runs in the child process. Caller: child.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Collection, Iterator, Sequence
from io import BytesIO
from itertools import pairwise
from typing import TYPE_CHECKING

from factcheck.model import Notice, Span
from factcheck.reading.canonical import CanonicalText, one_line
from factcheck.reading.extracts import Extracted
from factcheck.reading.parsers.hyphens import seam, words_of
from factcheck.reading.parsers.lines import Line, lines_of
from factcheck.reading.parsers.paragraphs import paragraphs_of
from factcheck.reading.parsers.running import without_running
from factcheck.reading.readings import Refused

if TYPE_CHECKING:
    from pypdf import PdfReader

END_MARK = b"startxref"
TAIL = 2_048  # bytes at the end in which a whole file has its end mark
PASSED_OVER = "Impossible to decode"  # what pypdf logs when it leaves a part of a page out
NO_LETTER = re.compile("[\ufffd\ue000-\uf8ff\x01-\x08\x0e-\x1f]")
TITLE_WITHIN = 2_000  # characters at the beginning of the text


def read_pdf(data: bytes, declared: str | None) -> Extracted:  # noqa: ARG001 - fonts say what bytes mean
    """The text of a PDF with the places of its pages and paragraphs."""
    import pypdf

    reader = _open(data)
    loss = _Loss()
    logging.getLogger("pypdf").addHandler(loss)
    pages = [lines_of(page, index) for index, page in enumerate(reader.pages)]
    if not any(NO_LETTER.sub("", line.text) for page in pages for line in page):
        hint = "Recognise its text first (OCR, for example with ocrmypdf)."
        raise Refused("scanned", "has no text layer", hint)
    kept, running = without_running(pages)
    text = _Text([line for page in kept for line in page], reader.page_labels)
    printed = text.canonical.text
    metadata = reader.metadata
    title = one_line(metadata.title) if metadata else None
    empty = [index for index, page in enumerate(pages, start=1) if not page]
    return Extracted(
        text=printed,
        made=f"pypdf {pypdf.__version__} from application/pdf",
        title=title if title and title in (one_line(printed[:TITLE_WITHIN]) or "") else None,
        author=one_line(metadata.author) if metadata else None,
        places=text.canonical.places(),
        notices=(*_notices(printed, running, empty, loss.count), *text.doubtful),
    )


def _open(data: bytes) -> PdfReader:
    from pypdf import PdfReader
    from pypdf.errors import DependencyError

    if END_MARK not in data[-TAIL:]:
        raise Refused("malformed", "breaks off before its end", "Get a whole copy.")
    reader = PdfReader(BytesIO(data))
    try:
        locked = reader.is_encrypted and not reader.decrypt("")
    except DependencyError:
        locked = True
    if locked:
        raise Refused("encrypted", "is locked with a password", "Save a copy without the password.")
    return reader


class _Loss(logging.Handler):
    """Counts the warnings of pypdf that it passed over a part of a page: it says so nowhere else."""

    def __init__(self) -> None:
        super().__init__()
        self.count = 0

    def emit(self, record: logging.LogRecord) -> None:
        """Count the record if it is such a warning."""
        self.count += record.getMessage().startswith(PASSED_OVER)


def _notices(text: str, running: dict[str, int], empty: Sequence[int], lost: int) -> Iterator[Notice]:
    whole = Span(0, len(text))
    if lost:
        yield Notice(
            whole, "lost-text", f"{lost} parts of pages could not be decoded, and are not in the text."
        )
    if strange := len(NO_LETTER.findall(text)):
        reason = f"The fonts do not say which letters they show for {strange} characters of the text."
        yield Notice(whole, "strange-letters", reason)
    for line, pages in running.items():
        yield Notice(whole, "running-line", f"“{line}” and its like were left out, on {pages} pages.")
    if empty:
        some = ", ".join(map(str, empty[:10])) + (", …" if len(empty) > 10 else "")
        yield Notice(whole, "page-without-text", f"Pages that hold no text, by their index: {some}.")


class _Text:
    """The canonical text of a PDF while its paragraphs are written."""

    def __init__(self, lines: Sequence[Line], labels: Sequence[str]) -> None:
        self.canonical = CanonicalText()
        self.doubtful: list[Notice] = []
        self._labels = labels
        self._page = lines[0].page if lines else 0
        self._page_start = 0
        words = words_of([line.text for line in lines])
        for number, paragraph in enumerate(paragraphs_of(lines), start=1):
            self._write(paragraph, number, words)
        self._end_page()

    def _write(self, paragraph: Sequence[Line], number: int, words: Collection[str]) -> None:
        self.canonical.end_paragraph()
        start = self.canonical.next
        for line, following in pairwise(paragraph):
            join = seam(line.text, following.text, words)
            self._put(line, line.text[: len(line.text) - join.cut] + join.between)
            if not join.sure:
                self._doubt(line)
        self._put(paragraph[-1], paragraph[-1].text)
        self.canonical.mark(start, "paragraph", number)

    def _put(self, line: Line, text: str) -> None:
        if line.page != self._page:
            self._end_page()
            self._page = line.page
        self.canonical.write(text)

    def _end_page(self) -> None:
        label = self._labels[self._page] if self._page < len(self._labels) else ""
        self.canonical.mark(self._page_start, "page", self._page + 1, label)
        self._page_start = self.canonical.next

    def _doubt(self, line: Line) -> None:
        reason = (
            f"The line ends in “{line.text.split()[-1]}”; the hyphen may belong to the word or to the line."
        )
        self.doubtful.append(Notice(Span(self.canonical.length - 1, self.canonical.length), "hyphen", reason))
