"""`factcheck findings`: what does not hold together, with the command that settles it."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from factcheck.cli.options import Desk, desk_options

if TYPE_CHECKING:
    from factcheck.desk.findings import Found

FOUND = 1


@click.command("findings")
@click.argument("names", metavar="[DOCUMENT|CLAIM|PATH...]", nargs=-1)
@click.option("--json", "as_json", is_flag=True, help="One JSON document.")
@desk_options
def findings_command(desk: Desk, names: tuple[str, ...], as_json: bool) -> int:
    """List what does not hold together in recorded documents, or in the texts at these paths.

    A number that loses its hedge or its source on the way, sums and shares that do not come
    out, a total that falls, a copy that asserts more than its origin; and citations that may
    only be echoes. Exits 1 if there are any, 0 if there are none.
    """
    found = list(_found(desk, names))
    if as_json:
        _print_json(found)
    else:
        _print(found)
    return FOUND if any(found) else 0


def _found(desk: Desk, names: tuple[str, ...]) -> Iterator[Found]:
    """Of a path that is a file, its text; of every other name, what the ledger holds."""
    from factcheck.desk.findings import find_in_ledger, find_in_text
    from factcheck.reading.files import read_document

    files = [name for name in names if name == "-" or Path(name).is_file()]
    for path in files:
        yield find_in_text(read_document(path))
    recorded = [name for name in names if name not in files]
    if recorded or not names:
        with desk.open("read") as ledger:
            yield from find_in_ledger(ledger, recorded)


def _print(found: Iterable[Found]) -> None:
    from factcheck.show.console import emit, page_width
    from factcheck.show.findings import findings_lines

    nothing = True
    for one in filter(None, found):
        nothing = False
        lines = findings_lines(one.document, one.findings, one.echoes, page_width(sys.stdout))
        emit(lines, sys.stdout)
    if nothing:
        click.echo("no findings")


def _print_json(found: list[Found]) -> None:
    from factcheck.exchange.findings import echo_shape, finding_shape
    from factcheck.exchange.notation import SCHEMA_VERSION, json_text

    shape = {
        "schema_version": SCHEMA_VERSION,
        "findings": [finding_shape(one.document, finding) for one in found for finding in one.findings],
        "echoes": [echo_shape(one.document, echo) for one in found for echo in one.echoes],
    }
    click.echo(json_text(shape, indent=2))
