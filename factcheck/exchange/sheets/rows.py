"""Which claims and citations does a table hold, and what is wrong with each row that holds none?

Each row is checked by itself, and every fault in it is named by its cell. Nothing is
guessed: a figure that can be read in two ways, a date that is none, a word that is no scope
are problems, with what to write instead. A row is only evidence as typed; which claim it
speaks to, and whether its source is known, is decided by whoever records it.

Pure but for the stream. Callers: `desk`, for `import claims` and `import citations`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import BinaryIO, Generic, TypeVar, cast

from factcheck.errors import Unreadable
from factcheck.exchange.cells import parted
from factcheck.exchange.confined import read_confined
from factcheck.exchange.nouns import QUANTITY
from factcheck.exchange.problems import RowProblem
from factcheck.exchange.sheets.delimited import delimited_lines
from factcheck.exchange.sheets.headers import Header, Imported, fields_of, is_title, read_header
from factcheck.exchange.sheets.objects import object_lines
from factcheck.exchange.sheets.reading import Cells
from factcheck.exchange.sheets.sheet import Form, Line
from factcheck.exchange.sheets.spreadsheet import LARGEST, spreadsheet_lines
from factcheck.exchange.tables import Row
from factcheck.exchange.transfer.codec import Misfit, codec
from factcheck.language.quantities import Found
from factcheck.model import Quantity, RelationLabel, Reliability, Scope

NEEDED: dict[Imported, tuple[str, ...]] = {
    "claims": ("phrase",),
    "citations": ("passage", "source"),
}
_QUANTITY = tuple(column.name for column in QUANTITY)


@dataclass(frozen=True, slots=True)
class Own:
    """What a row of our own export says besides: its id, and the number of a citation as it was read."""

    id: str
    quantity: Quantity | None = None


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """A claim as typed: `where` is its place in the file, `pick` which number of the phrase is meant.

    `numbers` are what was read in the phrase.
    """

    where: str
    phrase: str
    source: str | None = None
    outlet: str | None = None
    date: str | None = None
    url: str | None = None
    measure: str | None = None
    place: str | None = None
    period: str | None = None
    pick: str | None = None
    own: Own | None = None
    numbers: tuple[Found, ...] = field(default=(), compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class CitationRow:
    """A citation as typed: `claim` is the id, or the beginning of the id, of the claim that it speaks to.

    None where the file does not say, and whoever imports does. `numbers` are what was read in the
    passage; None where nobody has read it yet, for our own export says the number beside it.
    """

    where: str
    claim: str | None
    passage: str
    source: str
    outlet: str | None = None
    date: str | None = None
    url: str | None = None
    scope: Scope = "same"
    derived_from: tuple[str, ...] = ()
    reliability: Reliability = "F"
    party: bool = False
    measure: str | None = None
    place: str | None = None
    period: str | None = None
    stance: RelationLabel | None = None
    note: str | None = None
    locator: str | None = None
    pick: str | None = None
    own: Own | None = None
    numbers: tuple[Found, ...] | None = field(default=None, compare=False, repr=False)


Read = TypeVar("Read", ClaimRow, CitationRow)


@dataclass(frozen=True, slots=True)
class Table(Generic[Read]):
    """A table that is being read: the titles that mean nothing to us; its rows, or what is wrong in them."""

    ignored: tuple[str, ...]
    rows: Iterator[Read | RowProblem]


def read_claims(
    stream: BinaryIO,
    name: str,
    form: Form,
    mapping: Mapping[str, str] | None = None,
    sheet: str | None = None,
) -> Table[ClaimRow]:
    """The claims of a table; `name` stands in messages. Unreadable where it is no table of claims.

    `mapping` is from fields to headers; `sheet` names one of a workbook, else it is the first.
    """
    return _read(_lines(stream, name, form, "claims", sheet), name, "claims", mapping or {}, _claim)


def read_citations(
    stream: BinaryIO,
    name: str,
    form: Form,
    mapping: Mapping[str, str] | None = None,
    sheet: str | None = None,
) -> Table[CitationRow]:
    """The citations of a table, in the same way."""
    return _read(_lines(stream, name, form, "citations", sheet), name, "citations", mapping or {}, _citation)


def template_rows(noun: Imported) -> Iterator[Row]:
    """The one row of a template: an example, which is not imported if it is left in."""
    yield {field.name: field.example for field in fields_of(noun)}


def template_columns(noun: Imported) -> tuple[str, ...]:
    """The header of a template."""
    return tuple(field.name for field in fields_of(noun))


def _lines(stream: BinaryIO, name: str, form: Form, noun: Imported, sheet: str | None) -> Iterator[Line]:
    if form == "xlsx":
        return cast(
            "Iterator[Line]", read_confined(spreadsheet_lines, Line, stream.read(LARGEST + 1), name, sheet)
        )
    if form in ("json", "nl"):
        return object_lines(stream, name, form, noun)
    return delimited_lines(stream, name, form)


def _read(
    lines: Iterator[Line],
    name: str,
    noun: Imported,
    mapping: Mapping[str, str],
    read: Callable[[Cells], Read | None],
) -> Table[Read]:
    first = next((line for line in lines if not is_title(line, noun, mapping)), None)
    if first is None:
        raise Unreadable(f"{name}: holds no table", "a line of it names the columns; see `import --template`")
    header = read_header(first, noun, mapping, name)
    for needed in NEEDED[noun]:
        if needed not in header.places:
            headers = next(one.headers for one in fields_of(noun) if one.name == needed)
            hint = f"head a column {', '.join(headers[:3])}, or say which one it is: {needed}=COLUMN"
            raise Unreadable(f"{name}:{first.number}:1: no column is the {needed}", hint)
    return Table(header.ignored, _rows(lines, header, noun, name, read))


def _rows(
    lines: Iterator[Line],
    header: Header,
    noun: Imported,
    name: str,
    read: Callable[[Cells], Read | None],
) -> Iterator[Read | RowProblem]:
    example = next(template_rows(noun))
    for line in lines:
        cells = Cells(line, header, name)
        row = read(cells)
        if cells.are(example):
            continue
        yield from cells.problems
        if row is not None and not cells.problems:
            yield row


def _claim(cells: Cells) -> ClaimRow:
    phrase, numbers = cells.figure("phrase")
    printed = cells.own("surface") if cells.header.ours and len(numbers) > 1 else None
    return ClaimRow(
        where=cells.where,
        phrase=phrase,
        source=cells.text("source"),
        outlet=cells.text("outlet"),
        date=cells.date("date"),
        url=cells.text("url"),
        measure=cells.text("measure"),
        place=cells.text("place"),
        period=cells.date("period"),
        pick=cells.text("pick") or printed,
        own=Own(cells.own("id")) if cells.header.ours else None,
        numbers=numbers,
    )


def _citation(cells: Cells) -> CitationRow:
    own = _own_citation(cells) if cells.header.ours else None
    stance, note = cells.word("stance", RelationLabel, None), cells.text("note")
    if stance and not note:
        cells.fault("stance", "a stance needs a reason", "give it in the column note")
    passage, numbers = (cells.needed("passage"), None) if own or stance else cells.figure("passage")
    return CitationRow(
        where=cells.where,
        claim=cells.text("claim"),
        passage=passage,
        source=cells.needed("source"),
        outlet=cells.text("outlet"),
        date=cells.date("date"),
        url=cells.text("url"),
        scope=cells.word("scope", Scope, "same"),
        derived_from=parted(cells.text("derived_from") or ""),
        reliability=cells.word("reliability", Reliability, "F"),
        party=cells.flag("party"),
        measure=cells.text("measure"),
        place=cells.text("place"),
        period=cells.date("period"),
        stance=stance,
        note=note,
        locator=cells.text("locator"),
        pick=cells.text("pick"),
        own=own,
        numbers=numbers,
    )


def _own_citation(cells: Cells) -> Own | None:
    """The id and the number of a row of our own export; None where its cells make no number."""
    shape: dict[str, object] = {name: cells.own(name) or None for name in _QUANTITY}
    if shape["hedge"] is None:
        return Own(cells.own("id"))
    shape |= {name: shape[name] == "true" for name in ("low_open", "high_open")}
    try:
        return Own(cells.own("id"), codec(Quantity).read(shape))
    except Misfit:
        return None
