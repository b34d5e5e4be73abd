"""What a reviewer looks at: the queue, the desk's state, a claim's decisions, the scale of verdicts."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from factcheck.cli.options import Desk, as_json, desk_options, now, print_shape

SHOWN = 20
because = click.option("--because", metavar="REASON", help="Why; whoever reads the history will ask.")


@click.command("queue")
@click.option("--document", help="Only of this document, by path or id.")
@click.option("--group", is_flag=True, help="Put claims together that tell the same fact.")
@click.option("--all", "everything", is_flag=True, help=f"Every claim, not the first {SHOWN}.")
@as_json
@desk_options
def queue_command(desk: Desk, document: str | None, *, group: bool, everything: bool, as_json: bool) -> None:
    """List the claims that wait, the next one for you first.

    Each says why it stands where it stands. First what is assigned to you, then what nobody has;
    within that what is most worth checking, what is disputed, and what has waited longest.
    """
    from factcheck.desk.queues import MOST_WEIGHED, queue, together

    with desk.open("read") as ledger:
        lined = queue(ledger, desk.who, document=document)
        if group:
            lined = together(ledger, lined)
    told = lined if everything or as_json else lined[:SHOWN]
    if as_json:
        from factcheck.exchange.reviews import queued_shape

        print_shape({"queue": [queued_shape(one.claim, one.state, one.place, one.worth) for one in told]})
        return
    from factcheck.show.console import emit, page_width
    from factcheck.show.reviews import queue_lines

    if not lined:
        click.echo("Nothing waits.")
    rows = [(one.claim.id, one.claim.phrase, one.claim.source, one.place.reasons) for one in told]
    emit(queue_lines(rows, len(lined) - len(told), page_width(sys.stdout)), sys.stdout)
    if len(lined) > MOST_WEIGHED:
        click.echo(
            f"More than {MOST_WEIGHED} claims wait: worth is not weighed; --document narrows it.", err=True
        )


@click.command("status")
@as_json
@desk_options
def status_command(desk: Desk, *, as_json: bool) -> None:
    """Show how the desk stands.

    Claims by status, the oldest that waits, what is blocked or contested, and who has what.
    """
    from factcheck.desk.queues import dashboard

    with desk.open("read") as ledger:
        stands = dashboard(ledger, desk.who)
    if as_json:
        oldest = stands.oldest
        print_shape(
            {
                "by_status": stands.by_status,
                "oldest": {"id": oldest.id, "recorded_at": oldest.recorded_at} if oldest else None,
                "blocked": [{"id": one.claim.id, "question": one.state.question} for one in stands.blocked],
                "contested": stands.contested,
                "disputed": stands.disputed,
                "by_person": stands.by_person,
            }
        )
        return
    from factcheck.show.console import emit, page_width
    from factcheck.show.reviews import status_lines

    facts = [("contested", f"{stands.contested} of those that wait"), ("in dispute", str(stands.disputed))]
    if stands.oldest:
        one = stands.oldest
        facts.insert(0, ("oldest", f"{one.phrase} ({one.id}), since {one.recorded_at[:10]}"))
    facts += [
        ("blocked", f"{one.claim.phrase} ({one.claim.id}): {one.state.question}") for one in stands.blocked
    ]
    emit(status_lines(stands.by_status, facts, stands.by_person, page_width(sys.stdout)), sys.stdout)


@click.command("notes")
@click.argument("claim")
@as_json
@desk_options
def notes_command(desk: Desk, claim: str, *, as_json: bool) -> None:
    """Show the decisions on a claim, with their words."""
    show_decisions(desk, claim, (), as_json=as_json)


def show_decisions(desk: Desk, claim: str, moves: tuple[str, ...], *, as_json: bool) -> None:
    """Print what may be seen of a claim's decisions: of these moves, or all."""
    from factcheck.desk.reviews import review

    with desk.open("read") as ledger:
        found = review(ledger, claim, desk.who)
    decisions = [one for one in found.decisions if not moves or one.move in moves]
    if as_json:
        from factcheck.exchange.reviews import reviewed_shape

        print_shape(reviewed_shape(found.claim, found.state, decisions, found.moves, found.follows))
        return
    from factcheck.show.console import emit, page_width
    from factcheck.show.reviews import decision_lines, state_lines

    width = page_width(sys.stdout)
    emit(state_lines(found.state, width), sys.stdout)
    emit(decision_lines(decisions, width), sys.stdout)


@click.command("agreement")
@as_json
@desk_options
def agreement_command(desk: Desk, *, as_json: bool) -> None:
    """Tell how far reviewers agree on what they read blind.

    By pair and over all, and on which claims they differ: Krippendorff's alpha (nominal, and
    ordinal over the steps of the scale) with a bootstrap interval, Gwet's AC1, raw agreement.
    """
    from factcheck.desk.concordances import concordance

    with desk.open("read") as ledger:
        found = concordance(ledger)
    if as_json:
        from factcheck.exchange.reviews import concordance_shape

        print_shape(concordance_shape(found))
        return
    from factcheck.show.console import emit, page_width
    from factcheck.show.reviews import concordance_lines

    emit(concordance_lines(found, page_width(sys.stdout)), sys.stdout)


@click.command("scale")
@click.option(
    "--set", "path", type=click.Path(path_type=Path), metavar="FILE", help="A scale as --json prints it."
)
@because
@as_json
@desk_options
def scale_command(desk: Desk, path: Path | None, because: str | None, *, as_json: bool) -> None:
    """Show the scale of verdicts, or set another.

    To set one: `review scale --json > scale.json`, edit it, then `review scale --set scale.json
    --because REASON`. A verdict keeps the label that it was given under.
    """
    from factcheck.desk.scales import read_scale, scale, set_scale
    from factcheck.desk.signature import Signature

    if path is not None:
        steps = read_scale(path)
        with desk.open("write") as ledger:
            new = set_scale(ledger, steps, because or "", Signature(desk.who, now()))
        click.echo("The scale is set." if new else "The scale is this one already.", err=True)
    with desk.open("read") as ledger:
        steps = scale(ledger)
    if as_json:
        from factcheck.exchange.reviews import scale_shape

        print_shape({"scale": scale_shape(steps)})
        return
    from factcheck.show.console import emit, page_width
    from factcheck.show.reviews import scale_lines

    emit(scale_lines(steps, page_width(sys.stdout)), sys.stdout)
