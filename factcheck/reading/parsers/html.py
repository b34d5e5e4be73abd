"""What does a web page say, apart from the page around it?

The main text is trafilatura's choice, in its order; so are title, author, publisher, date
and address, as far as the page states them. What its tags mean is written out before it
drops them: raised and lowered digits become characters of their own (10<sup>6</sup> is
not 106, nor is a footnote's mark a digit), quotations get their marks, text that is struck
out goes, and an invisible character inside a number stays, so that the number is declined.
Only dates that the page gives as its own are taken; the comments of its readers are not
read. Nothing is fetched.

Runs in the child process. Caller: child.
"""

from __future__ import annotations

import email
import re
from collections.abc import Iterator
from email import policy
from html import unescape
from typing import TYPE_CHECKING

from factcheck.model import Notice, Span
from factcheck.reading.canonical import CanonicalText, lowered, one_line, raised
from factcheck.reading.encodings import decode
from factcheck.reading.extracts import Extracted
from factcheck.reading.readings import Refused

if TYPE_CHECKING:
    from lxml.etree import _Element
    from lxml.html import HtmlElement

# a page that declares its encoding, as <meta charset="utf-8"> does
DECLARED = re.compile(
    rb"""<(?:meta|\?xml) [^>]{0,200}? (?:charset|encoding) \s*=\s* ["']? \s* ([\w:.-]+)""",
    re.IGNORECASE | re.VERBOSE,
)
HEAD = 4_096  # bytes in which a page declares its encoding
# "<!-- saved from url=(0023)https://example.org/flood -->", as browsers write it into pages that they save
SAVED_FROM = re.compile(r"<!-- saved from url=\(\d+\)(https?://[^\s<>]+) -->")
# "12&#8203;000", "1,\u200b500": what stands between digits and may be invisible
BETWEEN_DIGITS = re.compile(
    r"""(?<=[\d.,])
        (?: & (?:\#\d+|\#x[0-9a-f]+|[a-z]+); | [\x00-\x08\x0b\x0c\x0e-\x1f] | [^\x20-\x7e\s\w] )+
        (?=[\d.,])""",
    re.IGNORECASE | re.VERBOSE,
)
# It becomes a character that pages do not hold while trafilatura works, which deletes the invisible ones.
STAND_IN, INVISIBLE = "\ufffc", "\u200b"

# "data:image/png;base64,iVBORw0KGgo=": pictures that a page brings along
EMBEDDED = re.compile(r"data:[\w/+.-]+;base64,[\w+/=%\s]*")
LONGEST = 20_000_000  # characters of a page without them
MOST_TAGS = 250_000

DATES = {"extensive_search": False, "original_date": True, "max_date": "9998-12-31"}  # no guess, and no clock
COPY_IT = "Copy the text itself into a file, and pass that."
STRUCK_OUT = ("del", "s", "strike")
TAGS = {"p": "p", "item": "li", "quote": "blockquote", "cell": "td", "head": "heading"}
BLOCKS = frozenset({*TAGS, "list", "table", "row", "div"})


def read_mhtml(data: bytes, declared: str | None) -> Extracted:
    """The page that a browser saved as one file, with everything around it."""
    for part in email.message_from_bytes(data, policy=policy.default).walk():
        payload = part.get_payload(decode=True) if part.get_content_type() == "text/html" else None
        if isinstance(payload, bytes):
            origin = one_line(part["Content-Location"])
            return read_html(payload, part.get_content_charset() or declared, origin)
    raise Refused("malformed", "is a saved page without a page in it", "Save the page anew, as HTML.")


def read_html(data: bytes, declared: str | None, origin: str | None = None) -> Extracted:
    """The main text of a page, and what the page says of itself.

    `declared` is the encoding that whoever sent the page gave it, `origin` where it came from.
    """
    import trafilatura

    decoded = decode(data, declared or _declared_in(data))
    tree = _parsed(decoded.text)
    struck_out = _keep_meaning(tree)
    headings = {one_line("".join(heading.itertext())) for heading in tree.iter("h1")}
    page = trafilatura.bare_extraction(
        tree, with_metadata=True, include_comments=False, include_tables=True, date_extraction_params=DATES
    )
    if page is None or isinstance(page, dict):  # the latter only where it is asked for
        raise _nothing()
    title = one_line(page.title)
    body = _Body(title if title in headings else None)
    body.read(page.body)
    saved_from = SAVED_FROM.search(decoded.text[:HEAD])
    return Extracted(
        text=body.canonical.text,
        made=f"trafilatura {trafilatura.__version__} from text/html in {decoded.encoding}",
        title=title,
        publisher=one_line(page.sitename),
        author=one_line(page.author),
        date=page.date,
        url=one_line(page.url) or origin or (saved_from[1] if saved_from else None),
        places=body.canonical.places(),
        notices=tuple(_notices(body.canonical.text, decoded.doubt, struck_out)),
    )


def _declared_in(data: bytes) -> str | None:
    found = DECLARED.search(data, 0, HEAD)
    return found[1].decode("ascii") if found else None


def _parsed(text: str) -> HtmlElement:
    """The tree of a page; Refused where it is not the tree of all of it."""
    from lxml.etree import ParserError
    from lxml.html import HTMLParser, document_fromstring

    text = BETWEEN_DIGITS.sub(_shown, EMBEDDED.sub("", text))
    if len(text) > LONGEST or text.count("<") > MOST_TAGS:
        raise Refused("too large", "is longer than a page may be, or has more tags", COPY_IT)
    parser = HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        tree = document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except ParserError:
        raise _nothing() from None
    if parser.error_log.filter_from_fatals():  # libxml2 keeps what it had before, and says nothing else
        raise Refused("malformed", "is nested too deeply", "Open it in a browser, and save it anew.")
    return tree


def _nothing() -> Refused:
    return Refused("empty", "holds no main text", COPY_IT)


def _shown(found: re.Match[str]) -> str:
    """A stand-in for what nobody sees between two digits; anything else as it is."""
    signs = unescape(found.group())
    invisible = not any(sign.isprintable() or sign.isspace() for sign in signs)
    return STAND_IN if invisible else found.group()


def _keep_meaning(tree: HtmlElement) -> int:
    """Write out what trafilatura would drop with its tags; how many stretches were struck out."""
    for tag, shifted in (("sup", raised), ("sub", lowered)):
        for part in (part for element in tree.iter(tag) for part in element.iter()):
            part.text = shifted(part.text or "")
            if part.tag != tag:
                part.tail = shifted(part.tail or "")
    for quotation in list(tree.iter("q")):
        quotation.text, quotation.tail = f"“{quotation.text or ''}", f"”{quotation.tail or ''}"
        quotation.drop_tag()
    struck_out = list(tree.iter(*STRUCK_OUT))
    for element in struck_out:
        element.drop_tree()
    return len(struck_out)


def _notices(text: str, doubt: tuple[str, str] | None, struck_out: int) -> Iterator[Notice]:
    whole = Span(0, len(text))
    if doubt:
        yield Notice(whole, *doubt)
    if struck_out:
        yield Notice(whole, "struck-out", f"Text that is struck out was left out, in {struck_out} places.")


class _Body:
    """The canonical text of a page while trafilatura's tree of it is walked."""

    def __init__(self, headline: str | None) -> None:
        self.canonical = CanonicalText()
        self._headline = headline
        self._elements = 0
        self._cell = [0, 0, 0]  # table, row, column

    def read(self, body: _Element) -> None:
        """Write the body, below the headline that the page shows and trafilatura left out."""
        if self._headline and not self._has(body, self._headline):
            self._write(self._headline)
            self._mark(0, "h1")
            self.canonical.end_paragraph()
        self._walk(body)

    def _has(self, body: _Element, headline: str) -> bool:
        texts = (one_line("".join(map(str, one.itertext()))) or "" for one in body.iter("head", "p"))
        first = next(texts, "")
        return first.startswith(headline) or headline in texts

    def _walk(self, element: _Element) -> None:
        start = self.canonical.next
        self._write("\n" if element.tag == "lb" else element.text)
        for child in element:
            block = child.tag in BLOCKS
            if block:
                self._enter(str(child.tag))
            self._walk(child)
            if block:
                self.canonical.end_paragraph()
            self._write(child.tail)
        tag = str(element.tag)
        if tag in TAGS:
            self._mark(start, element.get("rend", TAGS[tag]) if tag == "head" else TAGS[tag])

    def _enter(self, tag: str) -> None:
        self.canonical.end_paragraph()
        table, row, column = self._cell
        if tag == "table":
            self._cell = [table + 1, 0, 0]
        elif tag == "row":
            self._cell = [table, row + 1, 0]
        elif tag == "cell":
            self._cell = [table, row, column + 1]

    def _write(self, text: str | None) -> None:
        self.canonical.write((text or "").replace(STAND_IN, INVISIBLE))

    def _mark(self, start: int, tag: str) -> None:
        self._elements += 1
        if tag == "td":
            table, row, column = self._cell
            label = f"table {table}, row {row}, column {column}"
            self.canonical.mark(start, "cell", self._elements, label)
        else:
            self.canonical.mark(start, "element", self._elements, tag)
