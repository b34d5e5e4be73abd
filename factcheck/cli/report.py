"""`factcheck report`: the page that an editor prints, and the log of corrections."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from factcheck.cli.lists import filter_options
from factcheck.cli.options import Desk, desk_options, now

target = click.option(
    "-o",
    "--output",
    "path",
    type=click.Path(path_type=Path),
    help="Write to this file (else standard output).",
)


@click.group("report", invoke_without_command=True)
@click.option("--title", help="The headline of the page.")
@target
@filter_options
@desk_options
@click.pass_context
def report_command(
    context: click.Context, /, desk: Desk, title: str | None, path: Path | None, **filters: Any
) -> None:
    """Write a report as one HTML page: the article with its claims marked, and each with its evidence.

    The page needs no script and nothing from elsewhere, reads without colour, and prints.

    \b
    factcheck report --document fixtures/iran-november-2019.txt -o report.html
    """
    if context.invoked_subcommand is not None:
        return
    from factcheck.desk.reports import report
    from factcheck.exchange.report.page import report_html

    with desk.open("read") as ledger:
        told = report(ledger, title=title, at=now(), who=desk.who, **filters)
    _write(report_html(told), path)


@report_command.command("corrections")
@click.option("--format", "form", type=click.Choice(("html", "markdown")), default="html", show_default=True)
@target
@desk_options
def corrections_command(desk: Desk, form: str, path: Path | None) -> None:
    """Write the log of corrections: what was said, what is right, where readers are told."""
    from factcheck.desk.audit import checkpoint
    from factcheck.desk.reports import corrections
    from factcheck.exchange.report.corrections import corrections_html, corrections_markdown

    with desk.open("read") as ledger:
        found, line = corrections(ledger), checkpoint(ledger)
    written = corrections_html if form == "html" else corrections_markdown
    _write([written(found, now(), line)], path)


def _write(pieces: Any, path: Path | None) -> None:
    if path is None:
        for piece in pieces:
            click.echo(piece, nl=False)
        return
    from factcheck.exchange.files import replacing

    with replacing(path) as out:
        for piece in pieces:
            out.write(piece)
    click.echo(f"The report is in {path}.", err=True)
