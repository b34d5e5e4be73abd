"""Where does a quoted passage stand in a file, and does it stand there still?

A passage is taken from the file in exactly its words: what a person typed only finds it, and
a number must be there digit for digit. With it are kept the file's name and hash, the page,
and the words around it, so that it can be looked for again in a later copy.

Callers: cli, `citations.py`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from factcheck.errors import AskedWrongly, FactcheckError, NotFound
from factcheck.ledger.anchors import add_anchor, anchors_of, claims_anchored
from factcheck.ledger.citations import citations_of
from factcheck.ledger.claims import find_claim
from factcheck.ledger.store import Change, Ledger
from factcheck.model import Anchor, Rechecked, Span
from factcheck.reading.files import printable, read
from factcheck.reading.places import Place, place_of
from factcheck.reading.quotes import NoPlace, find_quote
from factcheck.reading.readings import Reading

SURROUNDINGS = 32  # characters of prefix and suffix


@dataclass(frozen=True, slots=True)
class Quoted:
    """A passage in exactly the words of a file, and where it stands there."""

    passage: str
    anchor: Anchor


def quoted(path: str, quote: str, page: str | None = None) -> Quoted:
    """The passage of a file that a quotation quotes, on this page if one is named; AskedWrongly if none."""
    reading = read(path)
    found = _on_page(reading, quote, page, path) if page else find_quote(reading.document.text, quote)
    if isinstance(found, NoPlace):
        where = f"{path}, page {page}" if page else path
        hint = "Quote the words as they stand there; the text between two columns or pages may be parted."
        raise AskedWrongly(f"{where} does not have the passage: {found.reason}", hint)
    text = reading.document.text
    anchor = Anchor(
        sha256=reading.original_sha256,
        path=reading.document.path,
        locator=_locator(reading, found),
        prefix=text[max(0, found.start - SURROUNDINGS) : found.start],
        suffix=text[found.end : found.end + SURROUNDINGS],
    )
    return Quoted(found.of(text), anchor)


def _on_page(reading: Reading, quote: str, page: str, path: str) -> Span | NoPlace:
    """The quotation where it begins on the page with this label, or else with this number."""
    pages = [place for place in reading.places if place.kind == "page"]
    if not pages:
        raise AskedWrongly(f"{path} has no pages", "Leave --page out.")
    named = [one for one in pages if one.label == page] or [one for one in pages if str(one.number) == page]
    if not named:
        raise NotFound(
            f"{path} has no page {page}", f"Its pages are {_name(pages[0])} to {_name(pages[-1])}."
        )
    tried = [_from(reading.document.text, one, pages, quote) for one in named]
    return next((found for found in tried if isinstance(found, Span)), tried[0])


def _from(text: str, page: Place, pages: Sequence[Place], quote: str) -> Span | NoPlace:
    """The quotation on a page, or from it into the next."""
    whole = _shifted(find_quote(page.span.of(text), quote), page.span.start)
    following = next((one for one in pages if one.number == page.number + 1), None)
    if isinstance(whole, Span) or following is None:
        return whole
    over = Span(page.span.start, following.span.end)
    found = _shifted(find_quote(over.of(text), quote), over.start)
    return found if isinstance(found, Span) and found.start < page.span.end else whole


def _shifted(found: Span | NoPlace, start: int) -> Span | NoPlace:
    return found if isinstance(found, NoPlace) else Span(start + found.start, start + found.end)


def _locator(reading: Reading, span: Span) -> str | None:
    page = place_of(reading.places, span.start, "page")
    return f"p. {_name(page)}" if page else None


def _name(page: Place) -> str:
    """What is printed on a page, or else which one of the file it is."""
    return page.label or str(page.number)


def put_anchor(change: Change, citation_id: str, anchor: Anchor) -> bool:
    """Keep where a passage stands; what is not said of it anew holds on. False if all of it held already."""
    known = anchors_of(change.ledger, [citation_id]).get(citation_id, Anchor())
    if anchor.sha256 is None:
        anchor = replace(
            known, locator=anchor.locator or known.locator, archive=anchor.archive or known.archive
        )
    else:
        anchor = replace(anchor, archive=anchor.archive or known.archive)
    return add_anchor(change, citation_id, anchor)


def recheck(ledger: Ledger, short_ids: Sequence[str] = (), *, copy: str | None = None) -> Iterator[Rechecked]:
    """Whether the passages that were taken from files stand in them: of these claims, or of all.

    `copy` is a new copy of one file: it is held against the passages of a file of its name, or, if
    there is none of that name, against those asked for, which must then be from one file.
    """
    asked = list(_anchored(ledger, short_ids))
    read_once = cache(_attempt)
    if copy is None:
        for one, anchor in asked:
            yield _held(one, anchor, read_once(one.path))
        return
    new = read(copy)
    for one, anchor in _of_file(asked, Path(copy).name):
        yield _held(replace(one, path=printable(copy)), anchor, new)


Asked = tuple[Rechecked, Anchor]


def _anchored(ledger: Ledger, short_ids: Iterable[str]) -> Iterator[Asked]:
    """Each passage from a file, not looked at yet."""
    ids = [find_claim(ledger, one).claim.id for one in short_ids] or claims_anchored(ledger)
    for claim_id in dict.fromkeys(ids):
        citations = citations_of(ledger, claim_id)
        anchors = anchors_of(ledger, [citation.id for citation in citations])
        for one in citations:
            anchor = anchors.get(one.id)
            if anchor is not None and anchor.path is not None and one.passage:
                yield Rechecked(claim_id, one.id, one.source, one.passage, anchor.path, stands=False), anchor


def _of_file(asked: Sequence[Asked], name: str) -> Sequence[Asked]:
    """Those of a file of this name; or all, if they are from one file."""
    named = [one for one in asked if Path(one[0].path).name == name]
    paths = sorted({one.path for one, _ in asked})
    if not named and len(paths) > 1:
        raise AskedWrongly(
            f"no passage is from a file named {name}, and those asked for are from several",
            f"Name the claims, or give the copy the name of its file: {', '.join(paths)}.",
        )
    return named or asked


def _attempt(path: str) -> Reading | FactcheckError:
    try:
        return read(path)
    except FactcheckError as error:
        return error


def _held(one: Rechecked, anchor: Anchor, reading: Reading | FactcheckError) -> Rechecked:
    """A passage, looked for in what was read."""
    if isinstance(reading, FactcheckError):
        return replace(one, reason=reading.message)
    changed = reading.original_sha256 != anchor.sha256
    text = reading.document.text
    found = find_quote(text, one.passage, prefix=anchor.prefix or "", suffix=anchor.suffix or "")
    if isinstance(found, NoPlace):
        return replace(one, changed=changed, reason=found.reason)
    return replace(one, stands=True, changed=changed, locator=_locator(reading, found))
