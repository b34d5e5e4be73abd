"""`factcheck add`, `cite` and `declare`: claims by hand, their evidence, and what both count."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, cast

import click

from factcheck.cli.anchors import anchor_options, taken
from factcheck.cli.options import Desk, desk_options, now
from factcheck.cli.scores import print_json
from factcheck.cli.sources import warn_of_lookalikes

if TYPE_CHECKING:
    from factcheck.model import Dossier, RelationLabel, Reliability, Scope

SCOPES = ("same", "part", "whole", "different")
STANCES = ("corroborates", "compatible", "conflicts", "incomparable")
RELIABILITIES = ("A", "B", "C", "D", "E", "F")


def measurand_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command `--measure --place --period`: what a number counts, where and when."""
    for option in (
        click.option("--period", help="When, of what is counted: 2019-11, 2019-11-15/2019-11-19, 2019~."),
        click.option("--place", help="Where, of what is counted, for example: Iran."),
        click.option("--measure", help="What is counted, in a word, for example: killed."),
    ):
        command = option(command)
    return command


def publication_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command `--outlet --url --date`."""
    for option in (
        click.option("--date", help="When: 2019-12-16, 2019-12, 2019, or 2019-12~ for about."),
        click.option("--url", help="Where it was published."),
        click.option("--outlet", help="Who published it."),
    ):
        command = option(command)
    return command


@click.command("add")
@click.argument("phrase")
@click.option("--source", help="Who vouches for the number, for example: per MEK reports.")
@publication_options
@measurand_options
@click.option("--number", "pick", help="Which number is meant, as printed or by its place: 1,500 or @5.")
@click.option("--json", "as_json", is_flag=True, help="Print the claim as `show --json` does.")
@desk_options
def add_command(
    desk: Desk,
    phrase: str,
    source: str | None,
    outlet: str | None,
    url: str | None,
    date: str | None,
    measure: str | None,
    place: str | None,
    period: str | None,
    pick: str | None,
    as_json: bool,
) -> None:
    """Record one claim by hand: the words as printed, with the number in them.

    \b
    factcheck add "over 1,500 protesters were killed" --source "per MEK reports"
    """
    from factcheck.desk.claims import Publication, add, draft
    from factcheck.desk.declarations import Declaration
    from factcheck.desk.dossiers import dossier
    from factcheck.desk.matching import recorded_before
    from factcheck.desk.signature import Signature

    drafted = draft(phrase, Publication(outlet, date, url), pick=pick)
    with desk.open("write") as ledger:
        signature = Signature(desk.who, now())
        done = add(ledger, drafted, signature, source=source, said=Declaration(measure, place, period))
        warn_of_lookalikes(ledger, [done.source])
        for oddity in (*done.warnings, *recorded_before(ledger, [done.id], signature)):
            _warn(oddity)
        told = dossier(ledger, done.id)
    if as_json:
        return print_json(told)
    _say(
        "Recorded" if done.new else "Recorded before", f"as {done.id}: {told.claim.phrase}, {_credit(told)}."
    )
    return None


@click.command("cite")
@click.argument("claim")
@click.argument("passage", required=False)
@anchor_options
@click.option(
    "--source", required=True, help="Who vouches for the figure, for example: Amnesty International."
)
@publication_options
@measurand_options
@click.option(
    "--scope",
    type=click.Choice(SCOPES),
    default="same",
    show_default=True,
    help="What the figure counts: the same, a part of it, the whole around it, something different.",
)
@click.option(
    "--derived-from",
    "derived_from",
    multiple=True,
    metavar="CITATION|NAME",
    help="Where the figure was taken from; may be given again.",
)
@click.option("--stance", type=click.Choice(STANCES), help="What you say of it; needs --note.")
@click.option("--note", help="Why, or what else to know.")
@click.option(
    "--reliability",
    type=click.Choice(RELIABILITIES),
    default="F",
    show_default=True,
    help="Of the source, A (reliable) to E (unreliable); F cannot be judged.",
)
@click.option("--party", is_flag=True, help="The source is a party to the dispute.")
@click.option("--number", "pick", help="Which number is meant, as printed or by its place: 304 or @9.")
@click.option("--json", "as_json", is_flag=True, help="Print the claim as `show --json` does.")
@desk_options
def cite_command(
    desk: Desk,
    claim: str,
    passage: str | None,
    path: str | None,
    page: str | None,
    quote: str | None,
    locator: str | None,
    archive: str | None,
    as_json: bool,
    **told: Any,
) -> None:
    """Attach a citation to a claim: the passage as printed, with the number in it.

    The relation is computed and shown at once. CLAIM is an id, which may be shortened. With --file,
    the passage is found in a text, web page, PDF or Word file, digit for digit, and kept in exactly
    its words, with the page and the file's hash, for `factcheck recheck`.

    \b
    factcheck cite 7k2m "at least 304 people were killed" --source "Amnesty International"
    factcheck cite 7k2m --file report.pdf --page 3 --quote "304 people were killed" --source Amnesty
    """
    from factcheck.desk.citations import cite
    from factcheck.desk.dossiers import dossier
    from factcheck.desk.signature import Signature

    words, anchor = taken(passage, path=path, page=page, quote=quote, locator=locator, archive=archive)
    evidence = _evidence(words, **told)
    with desk.open("write") as ledger:
        done = cite(ledger, claim, evidence, Signature(desk.who, now()), anchor)
        whole = dossier(ledger, done.claim)
        warn_of_lookalikes(
            ledger, [judged.citation.source for judged in whole.citations if judged.citation.id == done.id]
        )
    for oddity in done.warnings:
        _warn(oddity)
    if as_json:
        return print_json(whole)
    from factcheck.show.console import emit, page_width
    from factcheck.show.dossiers import cited_lines

    _say("Attached" if done.new else "Attached before", f"as {done.id}.")
    emit(cited_lines(whole, done.id, page_width(sys.stdout)), sys.stdout)
    return None


def _evidence(
    passage: str,
    *,
    source: str,
    outlet: str | None,
    date: str | None,
    url: str | None,
    scope: str,
    derived_from: tuple[str, ...],
    stance: str | None,
    reliability: str,
    **rest: Any,
) -> Any:
    from factcheck.desk.citations import Evidence
    from factcheck.desk.claims import Publication

    return Evidence(
        source,
        passage,
        Publication(outlet, date, url),
        scope=cast("Scope", scope),
        derived_from=derived_from,
        stance=cast("RelationLabel | None", stance),
        reliability=cast("Reliability", reliability),
        **rest,
    )


@click.command("declare")
@click.argument("record", metavar="CLAIM|CITATION")
@measurand_options
@desk_options
def declare_command(
    desk: Desk, record: str, measure: str | None, place: str | None, period: str | None
) -> None:
    """Say what the number of a claim or citation counts, where and when.

    Numbers are held against each other only where what was declared of both is the same, or
    the citation was attached as a part or the whole. An empty text takes a declaration back.

    \b
    factcheck declare 7k2m --measure killed --place Iran --period 2019-11
    """
    from factcheck.desk.declarations import Declaration, declare
    from factcheck.desk.dossiers import dossier
    from factcheck.desk.signature import Signature

    said = Declaration(measure, place, period)
    with desk.open("write") as ledger:
        done = declare(ledger, record, said, Signature(desk.who, now()))
        told = dossier(ledger, done.claim)
    from factcheck.show.console import emit, page_width
    from factcheck.show.dossiers import cited_lines, score_lines

    _say("Declared" if done.new else "Declared before", f"of {done.citation or done.claim}.")
    width = page_width(sys.stdout)
    lines = cited_lines(told, done.citation, width) if done.citation else score_lines(told, width)
    emit(lines, sys.stdout)


def _credit(told: Dossier) -> str:
    source = told.source or told.claim.attribution.source
    return f"credited to {source}" if source else "in its own voice"


def _warn(what: str) -> None:
    from factcheck.show.safe import safe_text

    click.echo(f"warning: {safe_text(what)}", err=True)


def _say(what: str, rest: str) -> None:
    from factcheck.show.safe import safe_text

    click.echo(safe_text(f"{what} {rest}"))
