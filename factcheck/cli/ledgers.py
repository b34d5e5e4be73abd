"""`factcheck merge` and `factcheck backup`: two desks' files in one, and a copy to keep elsewhere."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from factcheck.cli.options import Desk, desk_options, now

if TYPE_CHECKING:
    from factcheck.ledger.merging import Differing

SHOWN = 40


@click.command("merge")
@click.argument("other", type=click.Path(path_type=Path))
@desk_options
def merge_command(desk: Desk, other: Path) -> None:
    """Bring in what another desk's ledger has: its records, and its log of changes beside yours.

    Both files are verified first. Nothing is overruled: where the two have a record otherwise, both
    versions are kept, the one recorded first holds, and each is listed here. Two decisions or
    corrections that were made apart leave the claim in dispute until one follows both. Merging
    again adds nothing.
    """
    from factcheck.desk.ledgers import merge
    from factcheck.desk.signature import Signature

    with desk.open("write") as ledger:
        done = merge(ledger, other, Signature(desk.who, now()))
    if not done.events:
        _say(f"Nothing to merge: everything in {other} is here.")
        return
    told = ", ".join(f"{count} {name}" for name, count in done.records.items()) or "no records"
    _say(f"Merged {other} (ledger {done.other}): {done.events} events, {told}.")
    for one in done.differing[:SHOWN]:
        _say(_difference(one))
    if len(done.differing) > SHOWN:
        _say(f"  … and {len(done.differing) - SHOWN} more.")
    for subject in done.disputed[:SHOWN]:
        _say(f"  in dispute: {subject}; a decision or correction that follows both settles it.")


def _difference(one: Differing) -> str:
    parts = "; ".join(f"{name}: ours {ours!r}, theirs {theirs!r}" for name, ours, theirs in one.columns)
    return f"  differs: {one.noun} {one.id}: {parts}. {one.holds.capitalize()} was recorded first, and holds."


@click.command("backup")
@click.argument("target", metavar="FILE", type=click.Path(path_type=Path))
@desk_options
def backup_command(desk: Desk, target: Path) -> None:
    """Copy the ledger while people work on it; the copy is verified, and takes FILE's place in one step.

    Prints the copy's checkpoint line: keep it apart from the copy.
    """
    from factcheck.desk.ledgers import backup

    with desk.open("read") as ledger:
        line = backup(ledger, target)
    click.echo(line)
    _say(f"The ledger is backed up to {target}, and the copy verifies.", err=True)


def _say(text: str, *, err: bool = False) -> None:
    from factcheck.show.safe import safe_text

    click.echo(safe_text(text), err=err)
