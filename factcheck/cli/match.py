"""`factcheck match`: was this recorded before, in these or other words, with this or another number?"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from factcheck.cli.options import Desk, desk_options, now

if TYPE_CHECKING:
    from factcheck.agreement.matching.found import Match


@click.command("match")
@click.argument("asked", metavar="TEXT|CLAIM|-")
@click.option("--limit", type=click.IntRange(min=1), default=10, show_default=True, help="At most so many.")
@click.option("--json", "as_json", is_flag=True, help="One JSON document.")
@desk_options
def match_command(desk: Desk, asked: str, limit: int, as_json: bool) -> None:
    """List the recorded claims that say this, the likeliest first, and why.

    Each is the same claim, the same fact with another number, its denial, or merely related.
    What is asked is a text, the id of a recorded claim, or - for standard input. Nothing is
    joined: `factcheck same` does that.
    """
    from factcheck.language.meaning import why_absent

    found = _found(desk, asked, limit)
    absent = why_absent()
    if as_json:
        from factcheck.exchange.matches import matches_shape
        from factcheck.exchange.notation import json_text

        click.echo(json_text(matches_shape(found, by_meaning=absent is None), indent=2))
        return
    from factcheck.show.console import emit, page_width
    from factcheck.show.matches import match_lines

    emit(match_lines(found, page_width(sys.stdout)), sys.stdout)
    if absent is not None:
        click.echo(f"hint: compared by words, not by meaning: {absent}", err=True)


def _found(desk: Desk, asked: str, limit: int) -> tuple[Match, ...]:
    """What is found; what is derived on the way is kept where the ledger may be written to."""
    from factcheck.desk.matching import is_ready, match
    from factcheck.desk.signature import Signature
    from factcheck.errors import LedgerBusy

    text = _piped() if asked == "-" else asked
    with desk.open("read") as ledger:
        if is_ready(ledger):
            return match(ledger, text, limit=limit)
    try:
        with desk.open("write") as ledger:
            return match(ledger, text, limit=limit, signature=Signature(desk.who, now()))
    except LedgerBusy:  # a file that cannot be written to can still be searched
        with desk.open("read") as ledger:
            return match(ledger, text, limit=limit)


def _piped() -> str:
    """What is piped in, as text; one character more than can be matched is enough to say so."""
    from factcheck.desk.matching import LONGEST
    from factcheck.errors import Unreadable

    if sys.stdin is None:
        raise Unreadable("standard input is closed", "Pipe a text into it, or give one.")
    return sys.stdin.buffer.read(4 * LONGEST + 4).decode("utf-8", "replace")
