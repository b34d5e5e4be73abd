"""`factcheck recheck`, and the options of `cite` that say where a passage stands."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click

from factcheck.cli.options import Desk, desk_options

if TYPE_CHECKING:
    from factcheck.model import Anchor

FOUND = 1


def anchor_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command `--file --page --quote --locator --archive`."""
    for option in (
        click.option("--archive", metavar="URL", help="Where a copy of it is archived."),
        click.option("--locator", metavar="TEXT", help="Where in it the passage stands, for example: p. 3."),
        click.option("--quote", help="The words to find in --file; the same as PASSAGE."),
        click.option("--page", metavar="PAGE", help="Only on this page of --file, as printed or counted."),
        click.option("--file", "path", metavar="FILE", help="Take the passage from this file, in its words."),
    ):
        command = option(command)
    return command


def taken(
    passage: str | None,
    *,
    path: str | None,
    page: str | None,
    quote: str | None,
    locator: str | None,
    archive: str | None,
) -> tuple[str, Anchor | None]:
    """The passage that these options give, in the words of the file if one is named, and its anchor."""
    from factcheck.desk.anchors import quoted
    from factcheck.errors import AskedWrongly
    from factcheck.model import Anchor

    words = quote if passage is None else passage
    if words is None or (passage is not None and quote is not None):
        raise AskedWrongly("say once which words are meant", 'Give PASSAGE or --quote "WORDS".')
    if path is None and page is not None:
        raise AskedWrongly("--page is of a file", "Name it with --file, or say --locator 'p. 3'.")
    if path is None:
        return words, Anchor(locator=locator, archive=archive) if locator or archive else None
    from dataclasses import replace

    found = quoted(path, words, page)
    return found.passage, replace(found.anchor, locator=locator or found.anchor.locator, archive=archive)


@click.command("recheck")
@click.argument("claims", metavar="[CLAIM...]", nargs=-1)
@click.option("--file", "copy", metavar="NEWCOPY", help="Look in this copy instead of the file itself.")
@click.option("--json", "as_json", is_flag=True, help="One JSON document.")
@desk_options
def recheck_command(desk: Desk, claims: tuple[str, ...], copy: str | None, *, as_json: bool) -> int:
    """Say which passages no longer stand in the files that they were taken from; exit 1 if any.

    Of the claims that are named, or of all, whatever was attached with `cite --file` is looked for
    again: in the file, or in a new copy of it.
    """
    from factcheck.desk.anchors import recheck

    with desk.open("read") as ledger:
        found = list(recheck(ledger, claims, copy=copy))
    if as_json:
        from factcheck.exchange.notation import json_text
        from factcheck.exchange.rechecks import rechecks_shape

        click.echo(json_text(rechecks_shape(found), indent=2))
    else:
        from factcheck.show.console import emit, page_width
        from factcheck.show.rechecks import recheck_lines

        emit(recheck_lines(found, page_width(sys.stdout)), sys.stdout)
    return FOUND if any(not one.stands for one in found) else 0
