"""`factcheck check`: which claims fall short of what a newsroom asks before it prints?"""

from __future__ import annotations

import sys

import click

from factcheck.cli.options import Desk, desk_options

FOUND = 1


@click.command("check")
@click.option(
    "--fail-on",
    metavar="CONDITIONS",
    help="Any of open, conflict, unsigned, self-signed, disputed, changed; separated by commas.",
)
@click.option("--profile", metavar="NAME", help="A set of rules: ifcn, or two-source.")
@click.option("--document", help="Only of this document, by path or id.")
@click.option("--json", "as_json", is_flag=True, help="One JSON document.")
@desk_options
def check_command(
    desk: Desk, fail_on: str | None, profile: str | None, document: str | None, *, as_json: bool
) -> int:
    """Say which claims fall short of which rule, and exit 1 if any does: for a publishing pipeline.

    Without an option, a claim falls short that has no verdict, or waits for an answer.
    """
    from factcheck.desk.checks import check, rules_named

    rules = rules_named(fail_on, profile)
    with desk.open("read") as ledger:
        found = check(ledger, rules, desk.who, document=document)
    if as_json:
        from factcheck.exchange.notation import SCHEMA_VERSION, json_text
        from factcheck.exchange.reviews import check_shape

        click.echo(json_text({"schema_version": SCHEMA_VERSION, **check_shape(rules, found)}, indent=2))
    else:
        from factcheck.show.console import emit, page_width
        from factcheck.show.reviews import check_lines

        emit(check_lines(rules, found, page_width(sys.stdout)), sys.stdout)
    return FOUND if found else 0
