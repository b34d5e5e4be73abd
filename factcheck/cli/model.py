"""`factcheck model`: the constants that scores rest on, and how this ledger has them."""

from __future__ import annotations

import sys

import click

from factcheck.cli.options import Desk, Format, desk_options, format_options, now, progress_of


@click.group("model")
def model_command() -> None:
    """Show and set the constants of the model, and score everything again.

    docs/agreement.md has a reason and a source for each.
    """


@model_command.command("show")
@format_options
@desk_options
def show_model(desk: Desk, output: Format | None) -> None:
    """List every constant with its value, its default, and who set it."""
    from factcheck.desk.models import constants_of

    with desk.open("read") as ledger:
        name, held = constants_of(ledger)
    if output is None:
        from factcheck.show.console import emit, list_width
        from factcheck.show.models import model_lines

        emit(model_lines(name, held, list_width(sys.stdout)), sys.stdout)
        return
    from factcheck.exchange.columns import CONSTANT_COLUMNS, constant_row
    from factcheck.exchange.tables import write_rows

    write_rows(map(constant_row, held), CONSTANT_COLUMNS, output, sys.stdout, name="constants")


@model_command.command("set")
@click.argument("name")
@click.argument("value")
@click.option("--because", required=True, help="Why; it stands beside every score.")
@desk_options
def set_constant(desk: Desk, name: str, value: str, because: str) -> None:
    """Set a constant, or an exchange rate, to a number or to `default`, and score everything again.

    \b
    factcheck model set party 1 --because "both sides are parties here"
    factcheck model set "EUR in USD" 1.08 --because "ECB reference rate of 2024-03-15"
    """
    from factcheck.desk.models import set_constant as set_it
    from factcheck.desk.signature import Signature

    with desk.open("write") as ledger:
        done = set_it(ledger, name, value, because, Signature(desk.who, now()), progress_of("claims scored"))
    if not done.new:
        click.echo(f"{name} is {done.value} already; nothing was changed.")
        return
    _say(f"{name} is {done.value} from now on", done.model, done.differing)


@model_command.command("rescore")
@desk_options
def rescore(desk: Desk) -> None:
    """Compute every kept score again, after a new version of the program, say."""
    from factcheck.desk.models import rescore_all
    from factcheck.desk.signature import Signature

    with desk.open("write") as ledger:
        model, differing = rescore_all(ledger, Signature(desk.who, now()), progress_of("claims scored"))
    _say("Every claim with evidence is scored again", model, differing)


def _say(what: str, model: str, differing: int) -> None:
    scores = "1 score differs" if differing == 1 else f"{differing:,} scores differ"
    click.echo(f"{what}: model {model}; {scores} from what was kept.")
