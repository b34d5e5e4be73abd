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

from factcheck.cli.options import Desk, Format, desk_options, format_options, now
from factcheck.errors import FactcheckError

if TYPE_CHECKING:
    from factcheck.desk.documents import Recorded
    from factcheck.model import Document, Extract


T = TypeVar("T")


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

    PATH is a text or Markdown file in UTF-8, a folder of them, or - for standard input.
    Nothing is recorded.
    """
    from factcheck.desk.documents import extract_all

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
    from factcheck.exchange.columns import EXTRACT_COLUMNS, extracted_rows
    from factcheck.exchange.shapes import extract_shape
    from factcheck.exchange.tables import write_objects, write_rows

    if output == "json":
        write_objects(map(extract_shape, extracts), output, sys.stdout, name="documents")
    else:
        rows = (row for found in extracts for row in extracted_rows(found))
        write_rows(rows, EXTRACT_COLUMNS, output, sys.stdout)


@click.command("record")
@click.argument("paths", metavar="PATH...", nargs=-1, required=True)
@click.option("--outlet", help="Who published it.")
@click.option("--url", help="Where it was published.")
@click.option("--date", help="When: 2019-12-16, 2019-12 or 2019.")
@desk_options
def record_command(
    desk: Desk, paths: tuple[str, ...], outlet: str | None, url: str | None, date: str | None
) -> int:
    """Extract the numeric claims of texts and record them in the database.

    PATH is a text or Markdown file in UTF-8, a folder of them, or - for standard input.
    A document is recorded whole or not at all; recording it again adds nothing.
    """
    from factcheck.desk.claims import Publication
    from factcheck.desk.documents import published, record
    from factcheck.desk.signature import Signature
    from factcheck.reading.files import read_documents

    printed = Publication(outlet, date, url)
    failures = Failures()
    documents = failures.passed(read_documents(list(paths)))
    first = next(documents, None)
    if first is None:  # nothing could be read: no ledger is made for that
        return failures.code
    with desk.open("write") as ledger:
        for document in chain((first,), documents):
            signature = Signature(desk.who, now())
            done = record(ledger, published(document, printed.outlet, printed.date, printed.url), signature)
            say_recorded(document, done)
    return failures.code


def say_recorded(document: Document, done: Recorded) -> None:
    """Print what recording one document did."""
    from factcheck.show.safe import safe_text

    before = len(done.extract.claims) - done.added
    known = f", {before} recorded before" if before else ""
    path = safe_text(document.path or "standard input")
    click.echo(f"{path}: {plural(done.added, 'claim')} recorded{known} (document {done.extract.document.id})")


def plural(number: int, noun: str) -> str:
    """The number with its noun: 1 claim, 2 claims, no claims."""
    return f"{number or 'no'} {noun}{'' if number == 1 else 's'}"
