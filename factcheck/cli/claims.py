"""`factcheck add`, `cite`, `show` and `score`: claims by hand, their evidence, their agreement."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, cast

import click

from factcheck.cli.options import Desk, Format, desk_options, format_options, now
from factcheck.cli.sources import warn_of_lookalikes

if TYPE_CHECKING:
    from factcheck.model import Dossier, RelationLabel, Reliability, Scope

SCOPES = ("same", "part", "whole", "different")
STANCES = ("corroborates", "compatible", "conflicts", "incomparable")
RELIABILITIES = ("A", "B", "C", "D", "E", "F")


def publication_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command `--outlet --url --date` and `--measure`."""
    for option in (
        click.option("--measure", help="What is counted, in a word, for example: killed."),
        click.option("--date", help="When: 2019-12-16, 2019-12 or 2019."),
        click.option("--url", help="Where it was published."),
        click.option("--outlet", help="Who published it."),
    ):
        command = option(command)
    return command


@click.command("add")
@click.argument("phrase")
@click.option("--source", help="Who vouches for the number, for example: per MEK reports.")
@publication_options
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
    pick: str | None,
    as_json: bool,
) -> None:
    """Record one claim by hand: the words as printed, with the number in them.

    \b
    factcheck add "over 1,500 protesters were killed" --source "per MEK reports"
    """
    from factcheck.desk.claims import Publication, add, draft
    from factcheck.desk.dossiers import dossier
    from factcheck.desk.signature import Signature

    drafted = draft(phrase, Publication(outlet, date, url), pick=pick)
    with desk.open("write") as ledger:
        signature = Signature(desk.who, now())
        done = add(ledger, drafted, signature, source=source, measure=measure)
        warn_of_lookalikes(ledger, [done.source])
        told = dossier(ledger, done.id)
    if as_json:
        return _print_json(told)
    _say(
        "Recorded" if done.new else "Recorded before", f"as {done.id}: {told.claim.phrase}, {_credit(told)}."
    )
    return None


@click.command("cite")
@click.argument("claim")
@click.argument("passage")
@click.option(
    "--source", required=True, help="Who vouches for the figure, for example: Amnesty International."
)
@publication_options
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
def cite_command(desk: Desk, claim: str, passage: str, as_json: bool, **told: Any) -> None:
    """Attach a citation to a claim: the passage as printed, with the number in it.

    The relation is computed and shown at once. CLAIM is an id, which may be shortened.

    \b
    factcheck cite 7k2m "at least 304 people were killed" --source "Amnesty International"
    """
    from factcheck.desk.citations import cite
    from factcheck.desk.dossiers import dossier
    from factcheck.desk.signature import Signature

    evidence = _evidence(passage, **told)
    with desk.open("write") as ledger:
        done = cite(ledger, claim, evidence, Signature(desk.who, now()))
        whole = dossier(ledger, done.claim)
        warn_of_lookalikes(
            ledger, [judged.citation.source for judged in whole.citations if judged.citation.id == done.id]
        )
    if as_json:
        return _print_json(whole)
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


@click.command("show")
@click.argument("claim")
@click.option(
    "--all", "everything", is_flag=True, help="Show every citation of an origin, not the first few."
)
@click.option("--json", "as_json", is_flag=True, help="One JSON document.")
@desk_options
def show_command(desk: Desk, claim: str, everything: bool, as_json: bool) -> None:
    """Show a claim in its sentence, with its evidence drawn and its agreement explained.

    CLAIM is an id, which may be shortened while it stays unique.
    """
    from factcheck.desk.dossiers import dossier

    with desk.open("read") as ledger:
        told = dossier(ledger, claim)
    if as_json:
        return _print_json(told)
    from factcheck.show.console import emit, page_width
    from factcheck.show.dossiers import dossier_lines

    emit(dossier_lines(told, page_width(sys.stdout), fold=not everything), sys.stdout)
    return None


@click.command("score")
@click.argument("claims", metavar="[CLAIM...]", nargs=-1)
@format_options
@desk_options
def score_command(desk: Desk, claims: tuple[str, ...], output: Format | None) -> int:
    """Score how well independent origins agree with claims: with all that have citations, or those named.

    The score never stands alone: each comes with its band and its reasons.
    """
    from factcheck.cli.extract import Failures
    from factcheck.desk.dossiers import dossiers

    failures = Failures()
    with desk.open("read") as ledger:
        _write_scores(failures.passed(dossiers(ledger, claims)), output)
    return failures.code


def _write_scores(told: Iterator[Dossier], output: Format | None) -> None:
    if output is None:
        from factcheck.show.console import emit, page_width
        from factcheck.show.dossiers import score_lines

        for one in told:
            emit(score_lines(one, page_width(sys.stdout)), sys.stdout)
        return
    from factcheck.exchange.columns import SCORE_COLUMNS, score_row
    from factcheck.exchange.shapes import score_shape
    from factcheck.exchange.tables import write_objects, write_rows

    if output in ("json", "nl"):
        write_objects(
            (score_shape(one.claim.id, one.agreement) for one in told), output, sys.stdout, name="scores"
        )
    else:
        write_rows(
            (score_row(one.claim.id, one.agreement) for one in told), SCORE_COLUMNS, output, sys.stdout
        )


def _print_json(told: Dossier) -> None:
    from factcheck.exchange.notation import json_text
    from factcheck.exchange.shapes import dossier_shape

    click.echo(json_text(dossier_shape(told), indent=2))


def _credit(told: Dossier) -> str:
    source = told.source or told.claim.attribution.source
    return f"credited to {source}" if source else "in its own voice"


def _say(what: str, rest: str) -> None:
    from factcheck.show.safe import safe_text

    click.echo(safe_text(f"{what} {rest}"))
