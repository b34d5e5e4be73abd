"""`factcheck echo`: citations that may only repeat another, and what a person decides about them."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any

import click

from factcheck.cli.options import Desk, Format, desk_options, format_options, now

COLUMNS = ("claim", "citation", "parent", "sign", "reason")


@click.group("echo")
def echo_command() -> None:
    """Find citations that only repeat another, and decide about them.

    A suggestion changes nothing; an accepted one makes the citation an echo.
    """


@echo_command.command("suggest")
@click.argument("claim", required=False)
@format_options
@desk_options
def suggest_command(desk: Desk, claim: str | None, output: Format | None) -> None:
    """List what is suggested and not decided, of one claim or of all, each with its reason."""
    from factcheck.desk.echoes import suggest

    with desk.open("read") as ledger:
        suggested = list(suggest(ledger, claim))
    if output is not None:
        from factcheck.exchange.tables import write_rows

        rows = (
            {
                "claim": one.claim,
                "citation": one.echo.citation,
                "parent": one.echo.parent,
                "sign": one.echo.sign,
                "reason": one.echo.reason,
            }
            for one in suggested
        )
        write_rows(rows, COLUMNS, output, sys.stdout, name="echoes")
        return
    _print([(one.echo.citation, one.echo.reason) for one in suggested])


def _print(suggested: list[tuple[str, str]]) -> None:
    from factcheck.show.safe import safe_text

    for citation, reason in suggested:
        click.echo(f"{citation}  {safe_text(reason)}")
    if suggested:
        click.echo("hint: factcheck echo accept CITATION, or factcheck echo reject CITATION", err=True)
    else:
        click.echo("no suggestions")


def _decision(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command its citation, and the options of a decision on it."""
    for option in (
        desk_options,
        click.option("--because", "reason", default="", help="Why, for whoever reads the history."),
        click.option(
            "--from", "parent", metavar="CITATION|NAME", help="What it was taken from (else as suggested)."
        ),
        click.argument("citation"),
    ):
        command = option(command)
    return command


@echo_command.command("accept")
@_decision
def accept_command(desk: Desk, citation: str, parent: str | None, reason: str) -> None:
    """Decide that a citation was taken from another: it is an echo, and counts for nothing."""
    _settle(desk, citation, parent, reason, accepted=True)


@echo_command.command("reject")
@_decision
def reject_command(desk: Desk, citation: str, parent: str | None, reason: str) -> None:
    """Decide that a citation was not taken from the other: it stands for itself."""
    _settle(desk, citation, parent, reason, accepted=False)


def _settle(desk: Desk, citation: str, parent: str | None, reason: str, *, accepted: bool) -> None:
    from factcheck.desk.dossiers import dossier
    from factcheck.desk.echoes import settle
    from factcheck.desk.signature import Signature
    from factcheck.show.console import emit, page_width
    from factcheck.show.dossiers import cited_lines

    with desk.open("write") as ledger:
        signature = Signature(desk.who, now())
        done = settle(ledger, citation, signature, accepted=accepted, parent=parent, reason=reason)
        told = dossier(ledger, done.claim)
    click.echo("Decided." if done.new else "Decided before.")
    emit(cited_lines(told, done.citation, page_width(sys.stdout)), sys.stdout)
