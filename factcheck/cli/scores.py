"""`factcheck show` and `factcheck score`: what is known of a claim, and how well the numbers agree."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from factcheck.cli.options import Desk, Format, desk_options, format_options

if TYPE_CHECKING:
    from factcheck.desk.supposing import Supposed
    from factcheck.exchange.columns import Cells
    from factcheck.ledger.store import Ledger
    from factcheck.model import Dossier

Told = tuple["Dossier", "Supposed | None"]


@click.command("show")
@click.argument("claim")
@click.option(
    "--all", "everything", is_flag=True, help="Show every citation of an origin, not the first few."
)
@click.option("--history", "whole_history", is_flag=True, help="Show every entry of its history.")
@click.option("--at", metavar="DATE", help="As it stood then: 2026-11-24, or 2026-11-24T15:30 (UTC).")
@click.option("--json", "as_json", is_flag=True, help="One JSON document.")
@click.option(
    "--svg", type=click.Path(path_type=Path), metavar="FILE", help="Write the picture to a file (SVG)."
)
@desk_options
def show_command(
    desk: Desk,
    claim: str,
    everything: bool,
    whole_history: bool,
    at: str | None,
    as_json: bool,
    svg: Path | None,
) -> None:
    """Show a claim in its sentence, with its evidence drawn and its agreement explained.

    CLAIM is an id, which may be shortened while it stays unique.
    """
    from factcheck.desk.dossiers import dossier
    from factcheck.desk.echoes import suggest
    from factcheck.desk.findings import find_on_claim

    with desk.open("read") as ledger:
        told = dossier(ledger, claim, at=at, who=desk.who)
        plain = not (as_json or svg or at)
        found = find_on_claim(ledger, told.claim.id) if plain else ()
        echoes = [one.echo for one in suggest(ledger, told.claim.id)] if plain else []
    if svg is not None:
        _write_picture(told, svg, fold=not everything)
    if as_json:
        return print_json(told)
    if svg is None:
        from factcheck.show.console import emit, page_width
        from factcheck.show.dossiers import dossier_lines
        from factcheck.show.findings import brief_lines

        width = page_width(sys.stdout)
        emit(dossier_lines(told, width, fold=not everything, brief=not whole_history), sys.stdout)
        emit(brief_lines(found, width, echoes), sys.stdout)
    return None


def _write_picture(told: Dossier, path: Path, *, fold: bool) -> None:
    """Write the SVG in one step; `-` is standard output."""
    from factcheck.exchange.files import replacing
    from factcheck.show.svg import svg_text

    drawn = svg_text(told, fold=fold)
    if str(path) == "-":
        click.echo(drawn, nl=False)
        return
    with replacing(path) as stream:
        stream.write(drawn)
    click.echo(f"The picture of {told.claim.id} is in {path}.", err=True)


def print_json(told: Dossier) -> None:
    """Print a dossier as `show --json` does."""
    from factcheck.exchange.notation import json_text
    from factcheck.exchange.shapes import dossier_shape

    click.echo(json_text(dossier_shape(told), indent=2))


@click.command("score")
@click.argument("claims", metavar="[CLAIM...]", nargs=-1)
@click.option("--explain", is_flag=True, help="Show what each citation adds, one after the other.")
@click.option(
    "--without",
    multiple=True,
    metavar="CITATION|SOURCE",
    help="What if this citation, or this origin, were left out; may be given again.",
)
@click.option(
    "--if-reliability",
    "ratings",
    multiple=True,
    metavar="SOURCE=D",
    help="What if this source had that reliability, A to F; may be given again.",
)
@format_options
@desk_options
def score_command(
    desk: Desk,
    claims: tuple[str, ...],
    explain: bool,
    without: tuple[str, ...],
    ratings: tuple[str, ...],
    output: Format | None,
) -> int:
    """Score how well independent origins agree with claims: with all that have citations, or those named.

    The score never stands alone: each comes with its band and its reasons. "What if" is shown
    beside the real score, for the claims that it concerns, and records nothing.
    """
    from factcheck.cli.extract import Failures
    from factcheck.desk.dossiers import dossiers

    failures = Failures()
    with desk.open("read") as ledger:
        told = failures.passed(dossiers(ledger, claims))
        _write_scores(_supposed(ledger, told, without, ratings), output, explain=explain)
    return failures.code


def _supposed(
    ledger: Ledger, told: Iterator[Dossier], without: tuple[str, ...], ratings: tuple[str, ...]
) -> Iterator[Told]:
    """Each claim with what it would be under the supposition, if there is one: then only where it matters."""
    from factcheck.desk.supposing import read_supposition, suppose
    from factcheck.errors import AskedWrongly

    supposition = read_supposition(ledger, without, ratings)
    concerned = False
    for dossier in told:
        supposed = suppose(ledger, dossier, supposition) if supposition else None
        if supposition is None or supposed is not None:
            concerned = True
            yield dossier, supposed
    if supposition is not None and not concerned:
        hint = "`factcheck show CLAIM` shows the citations of a claim."
        raise AskedWrongly("no citation of these claims is left out or rated otherwise", hint)


def _write_scores(told: Iterator[Told], output: Format | None, *, explain: bool) -> None:
    if output is None:
        _print_scores(told, explain=explain)
    elif output in ("json", "nl"):
        from factcheck.exchange.scores import explained_shape, score_shape
        from factcheck.exchange.tables import write_objects

        shape = explained_shape if explain else score_shape
        pairs = ((one, (what.said, what.dossier) if what else None) for one, what in told)
        write_objects((shape(*pair) for pair in pairs), output, sys.stdout, name="scores")
    else:
        from factcheck.exchange.columns import SCORE_COLUMNS, STEP_COLUMNS
        from factcheck.exchange.tables import write_rows

        columns = STEP_COLUMNS if explain else SCORE_COLUMNS
        write_rows((row for one in told for row in _rows(one, explain=explain)), columns, output, sys.stdout)


def _rows(told: Told, *, explain: bool) -> Iterator[Cells]:
    """The rows of one claim: a line, and one more for what it would be; or a line a citation."""
    from factcheck.exchange.columns import score_row, step_rows

    dossier, supposed = told
    if explain:
        yield from step_rows(supposed.dossier if supposed else dossier)
        return
    yield score_row(dossier)
    if supposed is not None:
        yield score_row(supposed.dossier, supposed.said)


def _print_scores(told: Iterator[Told], *, explain: bool) -> None:
    from factcheck.show.console import emit, page_width
    from factcheck.show.dossiers import explained_lines, score_lines, supposed_lines

    width = page_width(sys.stdout)
    lines = explained_lines if explain else score_lines
    for dossier, supposed in told:
        emit(lines(dossier, width), sys.stdout)
        if supposed is not None:
            emit(supposed_lines(supposed.said, supposed.dossier, dossier, width), sys.stdout)
            if explain:
                emit(explained_lines(supposed.dossier, width), sys.stdout)
