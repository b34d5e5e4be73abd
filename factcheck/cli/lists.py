"""`factcheck list`: the recorded claims, to look at and to pipe."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any, TextIO

import click

from factcheck.cli.options import Desk, Format, desk_options, format_options

BANDS = (
    "corroborated",
    "single-source support",
    "contested",
    "contradicted",
    "disputed by one source",
    "not ruled out",
    "no independent evidence",
)
STATUSES = ("open", "checking", "checked", "in review", "signed off", "published", "corrected", "blocked")
KINDS = ("count", "percent", "money", "duration", "ratio", "ordinal", "measure", "other")


def filter_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the filters of a list."""
    for option in (
        click.option("--limit", type=click.IntRange(min=1), help="At most so many."),
        click.option(
            "--unscored", is_flag=True, help="Only claims that no independent origin speaks to yet."
        ),
        click.option("--assignee", metavar="NAME", help="Only claims that this person has."),
        click.option("--status", type=click.Choice(STATUSES), help="Only claims whose review stands here."),
        click.option("--near", metavar="CLAIM", help="Only claims that say the same as this one, or nearly."),
        click.option("--text", help="Words in the sentence, the source, the title or the outlet."),
        click.option("--document", help="Only of this document."),
        click.option("--outlet", help="Only from this outlet."),
        click.option("--kind", type=click.Choice(KINDS), help="Only this kind of number."),
        click.option("--band", type=click.Choice(BANDS), help="Only claims in this band."),
        click.option("--source", help="Only credited to this source, by any of its names."),
    ):
        command = option(command)
    return command


@click.command("list")
@click.option(
    "--findings", is_flag=True, help="Mark the claims about which something does not hold together."
)
@filter_options
@format_options
@desk_options
def list_command(desk: Desk, output: Format | None, *, findings: bool, **filters: Any) -> None:
    """List recorded claims: the number, who says so, and how well it agrees."""
    from factcheck.desk.lists import listed

    with desk.open("read") as ledger:
        rows = listed(ledger, **filters)
        if output is not None:
            _export(rows, output, sys.stdout)
            return
        from factcheck.show.console import emit, list_width
        from factcheck.show.lists import list_lines

        told = list(rows)
        found = None
        if findings:
            from factcheck.desk.findings import marks

            found = marks(ledger, [one.id for one in told])
        emit(list_lines(told, list_width(sys.stdout), found), sys.stdout)


def _export(rows: Any, form: Format, out: TextIO) -> int:
    from factcheck.exchange.columns import EXPORT_COLUMNS, exported_row
    from factcheck.exchange.tables import write_rows

    return write_rows(map(exported_row, rows), EXPORT_COLUMNS, form, out)
