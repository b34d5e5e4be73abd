"""`factcheck merge` and `factcheck backup`: two desks' files in one, and a copy to keep elsewhere."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from factcheck.cli.options import Desk, as_json, desk_options, now, print_answer

if TYPE_CHECKING:
    from factcheck.ledger.merging import Differing, Merged

SHOWN = 40


@click.command("merge")
@click.argument("other", type=click.Path(path_type=Path))
@as_json
@desk_options
def merge_command(desk: Desk, other: Path, *, as_json: bool) -> None:
    """Bring in what another desk's ledger has: its records, and its log of changes beside yours.

    Both files are verified first. Nothing is overruled: where the two have a record otherwise, both
    versions are kept, the one recorded first holds, and each is listed here. Two versions, decisions
    or corrections that were made apart leave the record in dispute until one follows both. Merging
    again adds nothing.
    """
    from factcheck.desk.ledgers import merge
    from factcheck.desk.signature import Signature

    with desk.open("write") as ledger:
        done = merge(ledger, other, Signature(desk.who, now()))
    if as_json:
        print_answer(done)
    else:
        _tell(done, other)


def _tell(done: Merged, other: Path) -> None:
    if not done.events:
        _say(f"Nothing to merge: everything in {other} is here.")
        return
    told = ", ".join(f"{one.records} {one.table}" for one in done.records) or "no records"
    _say(f"Merged {other} (ledger {done.other}): {done.events} events, {told}.")
    for one in done.differing[:SHOWN]:
        _say(_difference(one))
    if len(done.differing) > SHOWN:
        _say(f"  … and {len(done.differing) - SHOWN} more.")
    for record in done.disputed[:SHOWN]:
        _say(f"  in dispute: {record.noun} {record.id}; the next to decide, amend or restore it settles it.")
    if len(done.disputed) > SHOWN:
        _say(f"  … and {len(done.disputed) - SHOWN} more.")


def _difference(one: Differing) -> str:
    parts = "; ".join(f"{part.column}: ours {part.ours!r}, theirs {part.theirs!r}" for part in one.columns)
    return (
        f"  differs: {one.table} {one.id}: {parts}. {one.holds.capitalize()} was recorded first, and holds."
    )


@click.command("backup")
@click.argument("target", metavar="FILE", type=click.Path(path_type=Path))
@as_json
@desk_options
def backup_command(desk: Desk, target: Path, *, as_json: bool) -> None:
    """Copy the ledger while people work on it; the copy is verified, and takes FILE's place in one step.

    Prints the copy's checkpoint line: keep it apart from the copy.
    """
    from factcheck.desk.ledgers import backup

    with desk.open("read") as ledger:
        done = backup(ledger, target)
    if as_json:
        print_answer(done)
    else:
        click.echo(done.checkpoint)
    _say(f"The ledger is backed up to {target}, and the copy verifies.", err=True)


def _say(text: str, *, err: bool = False) -> None:
    from factcheck.show.safe import safe_text

    click.echo(safe_text(text), err=err)
