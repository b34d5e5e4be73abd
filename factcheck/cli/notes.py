"""`factcheck import comments` and `import annotations`: what others noted in the margin of a draft."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from factcheck.cli.opened import a_file, dry_run
from factcheck.cli.options import Desk, desk_options, now

if TYPE_CHECKING:
    from factcheck.desk.notes import Noted


@click.command("comments")
@click.argument("draft", metavar="DRAFT.docx")
@click.option("--document", metavar="PATH|ID", help="The recorded document that this is a draft of.")
@dry_run
@desk_options
def comments_command(desk: Desk, draft: str, document: str | None, *, dry_run: bool) -> None:
    """Attach what the comments of a Word draft name as sources, and list what else they say.

    A comment on or around a claim that names a source and a number becomes a citation. The draft
    is recorded, unless --document says of which recorded document it is a draft.
    """
    from factcheck.desk.notes import import_comments
    from factcheck.desk.signature import Signature
    from factcheck.reading.files import read

    reading = read(draft)
    with desk.open("write") as ledger:
        signature = Signature(desk.who, now())
        noted = import_comments(ledger, reading, signature, document=document, dry_run=dry_run)
    _say(noted, dry_run=dry_run)


@click.command("annotations")
@a_file
@click.option("--document", metavar="PATH|ID", required=True, help="The recorded document that they are on.")
@dry_run
@desk_options
def annotations_command(desk: Desk, file: Path, document: str, *, dry_run: bool) -> None:
    """Attach what annotations (Hypothesis, W3C) name as sources, and list what else they say."""
    from factcheck.cli.opened import bytes_of
    from factcheck.desk.notes import import_annotations
    from factcheck.desk.signature import Signature
    from factcheck.exchange.annotations.annotation import Annotation
    from factcheck.exchange.annotations.reading import read_annotations
    from factcheck.exchange.confined import read_confined

    found = list(read_confined(read_annotations, Annotation, bytes_of(file), str(file)))
    with desk.open("write") as ledger:
        signature = Signature(desk.who, now())
        noted = import_annotations(ledger, found, signature, document=document, dry_run=dry_run)
    _say(noted, dry_run=dry_run)


def _say(noted: Sequence[Noted], *, dry_run: bool) -> None:
    from factcheck.show.safe import safe_text

    for one in noted:
        if not one.attached:
            about = f"{one.claim}: " if one.claim else ""
            text = " ".join(one.remark.text.split())
            click.echo(safe_text(f"{about}not attached, {one.says}: {text}"))
        else:
            click.echo(safe_text(f"{one.claim}: {one.says}" + ("" if one.new else ", there before")))
        if one.hint:
            click.echo(safe_text(f"hint: {one.hint}"), err=True)
    new = sum(one.new for one in noted)
    deed = "would be attached" if dry_run else "attached"
    click.echo(f"{new} of {len(noted)} notes {deed} as citations.")
