"""`factcheck import case`: contested claims, and the citations that speak to them."""

from __future__ import annotations

from pathlib import Path

import click

from factcheck.cli.opened import a_file, dry_run
from factcheck.cli.options import Desk, desk_options, now


@click.command("case")
@a_file
@click.option(
    "--document",
    metavar="PATH|ID",
    help="Attach the evidence to the claims of this recorded document, where they stand in it.",
)
@dry_run
@desk_options
def case_command(desk: Desk, file: Path, document: str | None, *, dry_run: bool) -> None:
    """Read a case file: contested claims, and the citations that speak to them.

    All of it is recorded, or nothing. Importing it again adds nothing. The shape of a
    case file is described in docs/columns.md.
    """
    from factcheck.cli.extract import plural
    from factcheck.desk.cases import import_case, read_case
    from factcheck.desk.signature import Signature
    from factcheck.exchange.cases import load_case
    from factcheck.show.safe import safe_text

    case = load_case(file)
    read = read_case(case)
    for warning in case.warnings:
        click.echo(f"warning: {safe_text(warning)}", err=True)
    with desk.open("write") as ledger:
        signed = Signature(desk.who, now())
        done = import_case(ledger, read, signed, document=document, dry_run=dry_run)
    would = "would be " if dry_run else ""
    claims = f"{plural(done.new_claims, 'claim')} {would}recorded ({len(done.claims)} in the case)"
    citations = f"{plural(done.new_citations, 'citation')} {would}attached ({done.citations} in all)"
    click.echo(f"{safe_text(str(file))}: {claims}, {citations}")
