"""Which evidence does a reference bring, and how is evidence written as a reference?

A reference says who, where and when. The words with the number are what somebody noted
about it, or its abstract; a reference without a number is no evidence yet, and a problem
says so. Who vouches for the number: an institution that wrote it; of a study, a report or a
book, its authors; of a paper or a site, that paper. Never is one guessed from the title.

Pure. Callers: `desk`, for the import and export of bibliographies.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence

from factcheck.exchange.data_tables import table
from factcheck.exchange.problems import RowProblem
from factcheck.exchange.references.kinds import is_periodical
from factcheck.exchange.references.reference import Name, Reference
from factcheck.exchange.sheets.reading import Unread, read_numbers
from factcheck.exchange.sheets.rows import CitationRow
from factcheck.model import Citation

MOST_NAMED = 3

# Matches "<p>" and "</em>", as Zotero writes notes; not "< 5".
_TAG = re.compile(r"</?[A-Za-z][^<>]*>")


def citation_row(reference: Reference, claim: str | None = None) -> CitationRow | RowProblem:
    """The citation that a reference makes, of the claim with this id; or why it makes none."""
    read = [(text, read_numbers(text)) for text in map(_text, _noted(reference))]
    told = [(text, numbers) for text, numbers in read if not isinstance(numbers, Unread)]
    if not told:
        return _unread(reference, read)
    passage, numbers = told[0]
    source = source_of(reference)
    if source is None:
        hint = "give the reference an author, a publication or a publisher"
        return RowProblem(reference.where, f"{reference.key}: nobody vouches for it", hint)
    note = reference.note if reference.note and _text(reference.note) != passage else None
    return CitationRow(
        where=reference.where,
        claim=claim,
        passage=passage,
        source=source,
        outlet=reference.container or reference.publisher,
        date=reference.issued,
        url=reference.url or _doi_address(reference.doi),
        note=note,
        locator=reference.page,
        numbers=numbers,
    )


def _noted(reference: Reference) -> Iterator[str]:
    """The texts in which the number may stand, the likeliest first."""
    return filter(None, (reference.annote, _said(reference.note or ""), reference.abstract))


def _said(note: str) -> str:
    """A note without the lines that its manager keeps there for itself: "PMID: 31415926"."""
    keys = {row["key"] for row in table("bookkeeping")}
    lines = note.splitlines(keepends=True)
    return "".join(line for line in lines if not (":" in line and _key(line) in keys)).strip()


def _key(line: str) -> str:
    """What stands before the colon of a line, as the table has it."""
    return line.partition(":")[0].replace("_", " ").strip().casefold()


def _unread(reference: Reference, read: Sequence[tuple[str, object]]) -> RowProblem:
    """Why a reference is no evidence: the first text with a digit cannot be read, or none has any."""
    for text, why in read:
        if isinstance(why, Unread) and any(letter.isdigit() for letter in text):
            return RowProblem(reference.where, f"{reference.key}: {why.what}", why.hint)
    hint = "note the words with the number, as they were printed, in the reference manager"
    return RowProblem(reference.where, f"{reference.key}: no number in its notes or abstract", hint)


def _text(noted: str) -> str:
    """What was noted as a text: Zotero's notes are HTML."""
    if not _TAG.search(noted):
        return noted
    return " ".join(html.unescape(_TAG.sub(" ", noted)).split())


def _doi_address(doi: str | None) -> str | None:
    """Where a DOI leads; some write the address already."""
    return (
        None
        if doi is None
        else "https://doi.org/" + re.sub(r"^(?:https?://(?:dx\.)?doi\.org/|doi:)", "", doi)
    )


def source_of(reference: Reference) -> str | None:
    """Who vouches for what a reference says, if it tells."""
    institutions = [name for name in reference.authors if name.given is None]
    authors = reference.authors or reference.editors
    published = reference.container or reference.publisher
    if institutions:
        return institutions[0].name
    if is_periodical(reference.type):
        return published or _together(authors)
    return _together(authors) or published


def _together(names: Sequence[Name]) -> str | None:
    """The names of up to three people; of more, the first and that there are others."""
    if len(names) > MOST_NAMED:
        return f"{names[0]} et al."
    return " and ".join(map(str, names)) or None


def reference_of(citation: Citation) -> Reference:
    """A citation as a reference: its source the author, its passage what was noted."""
    return Reference(
        key=citation.id,
        type="webpage" if citation.url else "document",
        authors=(Name(citation.source),),
        container=citation.outlet,
        issued=citation.date,
        url=citation.url,
        annote=citation.passage,
        note=citation.note,
    )
