"""`factcheck extract` and `factcheck record`: from articles to claims, looked at or kept.

With several paths one that fails stops no other: each error is printed, and the command
answers with the highest exit code among them.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from itertools import chain
from typing import TYPE_CHECKING, TypeVar

import click

from factcheck.cli.options import Desk, Format, desk_options, format_options, now, progress_of
from factcheck.errors import FactcheckError

if TYPE_CHECKING:
    from factcheck.desk.documents import Recorded
    from factcheck.desk.signature import Signature
    from factcheck.ledger.store import Ledger
    from factcheck.model import Extract
    from factcheck.reading.readings import Reading


T = TypeVar("T")
MOST_COMPARED = 200


class Failures:
    """The errors of some of the inputs: printed as they come, counted into one exit code."""

    def __init__(self) -> None:
        self.code = 0

    def report(self, error: FactcheckError) -> None:
        """Print the error on standard error and remember the highest code."""
        from factcheck.cli.main import say_error

        self.code = max(self.code, say_error(error))

    def passed(self, results: Iterator[T | FactcheckError]) -> Iterator[T]:
        """The results that are no errors."""
        for result in results:
            if isinstance(result, FactcheckError):
                self.report(result)
            else:
                yield result


@click.command("extract")
@click.argument("paths", metavar="PATH...", nargs=-1, required=True)
@click.option(
    "--rank", is_flag=True, help="Of each text, put first what is most worth checking, and say why."
)
@click.option("--notices", is_flag=True, help="Show also what was declined, and why.")
@format_options
def extract_command(paths: tuple[str, ...], rank: bool, notices: bool, output: Format | None) -> int:
    """Show every numeric claim of a text: the number, what it counts, who says so, where.

    PATH is a text, Markdown, HTML, PDF or Word file, a folder of them, or - for standard input.
    Nothing is recorded.
    """
    from factcheck.desk.extracts import extract_all

    failures = Failures()
    extracts = failures.passed(extract_all(list(paths), rank=rank))
    if output is None:
        _show(extracts, notices, rank)
    else:
        _write(extracts, output)
    return failures.code


def _show(extracts: Iterator[Extract], notices: bool, worths: bool) -> None:
    from factcheck.show.console import emit, page_width
    from factcheck.show.extracts import extract_lines

    for found in extracts:
        emit(extract_lines(found, page_width(sys.stdout), notices=notices, worths=worths), sys.stdout)


def _write(extracts: Iterator[Extract], output: Format) -> None:
    from factcheck.exchange.tables import write_objects, write_rows

    if output == "json":
        from factcheck.exchange.extracts import extract_shape

        write_objects(map(extract_shape, extracts), output, sys.stdout, name="documents")
    else:
        from factcheck.exchange.columns import EXTRACT_COLUMNS, extracted_rows

        rows = (row for found in extracts for row in extracted_rows(found))
        write_rows(rows, EXTRACT_COLUMNS, output, sys.stdout)


@click.command("record")
@click.argument("paths", metavar="PATH...", nargs=-1, required=True)
@click.option("--outlet", help="Who published it.")
@click.option("--url", help="Where it was published.")
@click.option("--date", help="When: 2019-12-16, 2019-12 or 2019.")
@click.option("--fetch", is_flag=True, help="PATH is a web address: fetch the page, and record it.")
@click.option(
    "--again", is_flag=True, help="Read recorded documents (by path or id) again with this version."
)
@desk_options
def record_command(
    desk: Desk,
    paths: tuple[str, ...],
    outlet: str | None,
    url: str | None,
    date: str | None,
    *,
    fetch: bool,
    again: bool,
) -> int:
    """Extract the numeric claims of texts and record them in the database.

    PATH is a text, Markdown, HTML, PDF or Word file, a folder of them, or - for standard input. No
    address is fetched unless --fetch says so. A document is recorded whole or not at all; recording
    it again adds nothing, and an interrupted run goes on where it was.

    With --again, the stored text is read by the present version: a claim whose number still stands
    keeps its citations and decisions, and what moved is listed.
    """
    if again:
        return _record_again(desk, paths)
    from factcheck.desk.claims import Publication
    from factcheck.desk.documents import as_printed, record_all
    from factcheck.desk.signature import Signature

    printed = Publication(outlet, date, url)
    failures = Failures()
    readings = failures.passed(_readings(paths, fetch=fetch))
    first = next(readings, None)
    if first is None:  # nothing could be read: no ledger is made for that
        return failures.code
    told = (as_printed(reading, printed) for reading in _with_notices(chain((first,), readings)))
    with desk.open("write") as ledger:
        new: list[str] = []
        progress = None if sys.stdout.isatty() else progress_of("documents recorded")
        for number, done in enumerate(record_all(ledger, told, lambda: Signature(desk.who, now())), start=1):
            say_recorded(done)
            if progress is not None:
                progress(number)
            new += [claim.id for claim in done.extract.claims] if done.added else []
        _say_recorded_before(ledger, new, Signature(desk.who, now()))
    return failures.code


def _say_recorded_before(ledger: Ledger, claims: list[str], signature: Signature) -> None:
    """Say which of a few new claims other documents have told before; many are left to `match`."""
    if not 0 < len(claims) <= MOST_COMPARED:
        return
    from factcheck.desk.matching import recorded_before
    from factcheck.show.safe import safe_text

    for sentence in recorded_before(ledger, claims, signature):
        click.echo(f"notice: {safe_text(sentence)}", err=True)


def _readings(paths: tuple[str, ...], *, fetch: bool) -> Iterator[Reading | FactcheckError]:
    """What the paths hold, or, where that was asked for, the pages at these addresses."""
    from factcheck.errors import AskedWrongly
    from factcheck.reading.files import read_all, read_bytes

    addresses = [path for path in paths if path.startswith(("http://", "https://"))]
    if not fetch:
        if addresses:
            hint = "--fetch fetches it; or save the page, and pass the file."
            yield AskedWrongly(f"{addresses[0]} is a web address, and nothing is fetched unasked", hint)
            paths = tuple(path for path in paths if path not in addresses)
        yield from read_all(list(paths))
        return
    from factcheck.reading.fetching import fetch as fetched

    for path in paths:
        try:
            page = fetched(path)
            yield read_bytes(page.data, name=path, url=page.url, charset=page.charset)
        except FactcheckError as error:
            yield error


def _with_notices(readings: Iterator[Reading]) -> Iterator[Reading]:
    """The readings; what is doubtful about one is said on standard error as it passes."""
    from factcheck.show.safe import safe_text

    for reading in readings:
        for notice in reading.notices:
            path = reading.document.path or reading.document.url or "standard input"
            click.echo(f"notice: {safe_text(path)}: {safe_text(notice.reason)}", err=True)
        yield reading


def _record_again(desk: Desk, names: tuple[str, ...]) -> int:
    """Read recorded documents again, and list what moved."""
    from factcheck.desk.rereading import record_again
    from factcheck.desk.signature import Signature
    from factcheck.show.console import emit, page_width
    from factcheck.show.rereading import reread_lines

    failures = Failures()
    with desk.open("write") as ledger:
        for name in names:
            try:
                done = record_again(ledger, name, Signature(desk.who, now()))
            except FactcheckError as error:
                failures.report(error)
                continue
            moved = [(one.id, one.before, one.now, one.what) for one in done.moved]
            emit(reread_lines(name, done.unchanged, moved, page_width(sys.stdout)), sys.stdout)
    return failures.code


def say_recorded(done: Recorded) -> None:
    """Print what recording one document did."""
    from factcheck.show.safe import safe_text

    document = done.extract.document
    before = len(done.extract.claims) - done.added
    known = f", {before} recorded before" if before else ""
    path = safe_text(document.path or document.url or "standard input")
    click.echo(f"{path}: {plural(done.added, 'claim')} recorded{known} (document {document.id})")
    for warning in done.warnings:
        click.echo(f"notice: {path}: {safe_text(warning)}", err=True)


def plural(number: int, noun: str) -> str:
    """The number with its noun: 1 claim, 2 claims, no claims."""
    return f"{number or 'no'} {noun}{'' if number == 1 else 's'}"
