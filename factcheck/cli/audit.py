"""`factcheck audit`: who changed what, when, and has anybody tampered with it since?"""

from __future__ import annotations

import sys

import click

from factcheck.cli.options import Desk, Format, as_json, desk_options, format_options, print_answer


@click.group("audit")
def audit_command() -> None:
    """Read and verify the log of all changes."""


@audit_command.command("log")
@click.argument("claim", required=False)
@format_options
@desk_options
def log_command(desk: Desk, claim: str | None, output: Format | None) -> None:
    """Print every change, or those of one claim, the oldest first."""
    from factcheck.desk.audit import log

    with desk.open("read") as ledger:
        events = log(ledger, claim)
        if output is not None:
            from dataclasses import asdict

            from factcheck.exchange.nouns import EVENTS
            from factcheck.exchange.tables import write_rows

            write_rows(map(asdict, events), EVENTS.names, output, sys.stdout, name=EVENTS.name)
            return
        from factcheck.show.console import emit
        from factcheck.show.history import event_lines

        emit(event_lines(events), sys.stdout)


@audit_command.command("verify")
@click.option("--against", metavar="LINE", help="A checkpoint line kept elsewhere: a cut tail is found, too.")
@as_json
@desk_options
def verify_command(desk: Desk, against: str | None, *, as_json: bool) -> int:
    """Recompute the chain of events and compare every record with it; exit 4 if any does not follow."""
    from factcheck.desk.audit import check
    from factcheck.show.safe import safe_text

    with desk.open("read") as ledger:
        found = check(ledger, against)
    if as_json:
        print_answer(found)
    for problem in found.problems:
        click.echo(f"factcheck: {safe_text(f'{problem.where}: {problem.what}')}", err=True)
    if found.problems:
        click.echo("hint: restore a backup from before the change; nothing here repairs a ledger.", err=True)
        return 4
    if not as_json:
        click.echo(f"{found.events} events, an unbroken chain; every record follows from them.")
    return 0


@audit_command.command("checkpoint")
@as_json
@desk_options
def checkpoint_command(desk: Desk, *, as_json: bool) -> None:
    """Print one line to keep elsewhere: it proves later that nothing before it was cut or rebuilt."""
    from factcheck.desk.audit import kept

    with desk.open("read") as ledger:
        found = kept(ledger)
    if as_json:
        print_answer(found)
    else:
        click.echo(found.checkpoint)
