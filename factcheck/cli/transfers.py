"""`factcheck import records` and `import bundle`: what another ledger exported."""

from __future__ import annotations

from pathlib import Path

import click

from factcheck.cli.opened import a_file, dry_run, lines_of, stream_of
from factcheck.cli.options import Desk, desk_options, now


@click.command("records")
@a_file
@dry_run
@desk_options
def records_command(desk: Desk, file: Path, *, dry_run: bool) -> None:
    """Take in the records that another ledger exported: `factcheck export records`."""
    from factcheck.desk.arrivals import import_records
    from factcheck.desk.signature import Signature
    from factcheck.exchange.transfer.lines import read_records
    from factcheck.show.safe import safe_text

    with stream_of(file) as stream, desk.open("write") as ledger:
        signed = Signature(desk.who, now())
        done = import_records(ledger, read_records(stream, str(file)), signed, dry_run=dry_run)
    would = "; nothing was kept" if dry_run else ""
    click.echo(safe_text(f"{file}: {done.records} records, {done.new} of them new{would}"))


@click.command("bundle")
@a_file
@desk_options
def bundle_command(desk: Desk, file: Path) -> None:
    """Make a ledger, with all its history, from a bundle: `factcheck export bundle`.

    There must be no ledger yet at the path that --db names. It is verified before it is there.
    """
    from factcheck.desk.ledgers import read_bundle
    from factcheck.show.safe import safe_text

    with stream_of(file) as stream:
        line = read_bundle(lines_of(stream, str(file)), str(file), desk.path, at=now())
    click.echo(line)
    click.echo(safe_text(f"{desk.path} was made from {file}, and verifies."), err=True)
