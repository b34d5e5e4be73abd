"""`factcheck explain`: why a number was read as it was, and why it is this source's word."""

from __future__ import annotations

import sys

import click

from factcheck.cli.options import Desk, desk_options


@click.command("explain", context_settings={"ignore_unknown_options": True})  # "-:34" is a place
@click.argument("place", metavar="PATH:OFFSET|PATH:LINE:COLUMN|CLAIM")
@click.option("--trace", is_flag=True, help="Show every question that the reader asked, in order.")
@click.option("--json", "as_json", is_flag=True, help="One JSON document, with the whole trace.")
@desk_options
def explain_command(desk: Desk, place: str, trace: bool, as_json: bool) -> None:
    """Explain a number: which rule read or declined it, which cue gave its source, what was tried.

    PATH:OFFSET counts characters from 0, PATH:LINE:COLUMN as editors do; - is standard input.
    CLAIM is the id of a recorded claim, which may be shortened while it stays unique.
    """
    if place.startswith("--"):
        raise click.NoSuchOption(place)
    from factcheck.desk.explanations import explain_claim, explain_place, place_of

    where = place_of(place)
    if where is not None:
        told = explain_place(where)
    else:
        with desk.open("read") as ledger:
            told = explain_claim(ledger, place)
    if as_json:
        from factcheck.exchange.explanations import explanation_shape
        from factcheck.exchange.notation import json_text

        click.echo(json_text(explanation_shape(told.reading, told.recorded), indent=2))
        return
    from factcheck.show.console import emit, page_width
    from factcheck.show.explanations import explanation_lines

    width = page_width(sys.stdout)
    emit(explanation_lines(told.reading, width, recorded=told.recorded, trace=trace), sys.stdout)
