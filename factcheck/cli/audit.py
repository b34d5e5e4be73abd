"""`factcheck audit`: who changed what, when, and has anybody tampered with it since?"""

from __future__ import annotations

import sys

import click

from factcheck.cli.options import Desk, desk_options


@click.group("audit")
def audit_command() -> None:
    """Read and verify the log of all changes."""


@audit_command.command("log")
@click.argument("claim", required=False)
@desk_options
def log_command(desk: Desk, claim: str | None) -> None:
    """Print every change, or those of one claim, the oldest first."""
    from factcheck.desk.audit import log
    from factcheck.show.console import emit
    from factcheck.show.history import event_lines

    with desk.open("read") as ledger:
        emit(event_lines(log(ledger, claim)), sys.stdout)


@audit_command.command("verify")
@click.option("--against", metavar="LINE", help="A checkpoint line kept elsewhere: a cut tail is found, too.")
@desk_options
def verify_command(desk: Desk, against: str | None) -> int:
    """Recompute the chain of events and compare every record with it; exit 4 if any does not follow."""
    from factcheck.desk.audit import check
    from factcheck.show.safe import safe_text

    with desk.open("read") as ledger:
        problems, events = check(ledger, against)
    for problem in problems:
        click.echo(f"factcheck: {safe_text(problem)}", err=True)
    if problems:
        click.echo("hint: restore a backup from before the change; nothing here repairs a ledger.", err=True)
        return 4
    click.echo(f"{events} events, an unbroken chain; every record follows from them.")
    return 0


@audit_command.command("checkpoint")
@desk_options
def checkpoint_command(desk: Desk) -> None:
    """Print one line to keep elsewhere: it proves later that nothing before it was cut or rebuilt."""
    from factcheck.desk.audit import checkpoint

    with desk.open("read") as ledger:
        click.echo(checkpoint(ledger))
