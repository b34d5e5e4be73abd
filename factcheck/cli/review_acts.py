"""What a reviewer does with a claim, one command a move: take, decide, ask, sign, publish, correct."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from factcheck.cli.options import Desk, as_json, desk_options, now, print_shape
from factcheck.cli.review_pages import because, show_decisions

if TYPE_CHECKING:
    from factcheck.desk.reviews import Act, Decided
    from factcheck.model import Move

follows = click.option(
    "--follows",
    multiple=True,
    metavar="DECISION",
    help="The latest decision that you saw: a page that has moved on since is refused. May be given again.",
)


def _act(desk: Desk, claim: str, act: Act, *, as_json: bool) -> None:
    """Make a decision, and say where the claim stands."""
    from factcheck.desk.reviews import decide
    from factcheck.desk.signature import Signature

    with desk.open("write") as ledger:
        done = decide(ledger, claim, act, Signature(desk.who, now()))
    _print(done, as_json=as_json)


def _print(done: Decided, *, as_json: bool) -> None:
    if as_json:
        from factcheck.exchange.reviews import decided_shape

        print_shape(decided_shape(done.claim, done.decision, done.state))
        return
    from factcheck.show.console import emit, page_width
    from factcheck.show.reviews import replaced_lines, state_lines

    if not done.new:
        click.echo("That is recorded already; nothing was added.")
    width = page_width(sys.stdout)
    emit(state_lines(done.state, width), sys.stdout)
    emit(replaced_lines(done.before, done.state, width), sys.stdout)


def _simple(name: Move, summary: str, more: str = "") -> click.Command:
    """A command that makes one move with, at most, a reason."""

    @click.command(name, help=f"{summary}\n\n{more}", short_help=summary)
    @click.argument("claim")
    @because
    @follows
    @as_json
    @desk_options
    def command(
        desk: Desk, claim: str, because: str | None, follows: tuple[str, ...], *, as_json: bool
    ) -> None:
        from factcheck.desk.reviews import Act

        _act(desk, claim, Act(name, because=because, follows=follows or None), as_json=as_json)

    return command


OWN_WORK = (
    "Not your own work: whoever made the verdict, recorded the claim, attached its last citation or "
    "amended it last asks somebody else to sign."
)
take_command = _simple("take", "Take a claim, until you decide or release it.")
release_command = _simple("release", "Give back a claim that you took.")
sign_command = _simple("sign", "Sign a claim off: you have read it and agree.", OWN_WORK)
reopen_command = _simple("reopen", "Open a claim again; say why with --because.")
publish_command = _simple("publish", "Say that the claim with its verdict is in print.")


@click.command("assign")
@click.argument("claim")
@click.argument("name")
@because
@follows
@as_json
@desk_options
def assign_command(
    desk: Desk, claim: str, name: str, because: str | None, follows: tuple[str, ...], *, as_json: bool
) -> None:
    """Give a claim to somebody."""
    from factcheck.desk.reviews import Act

    act = Act("assign", assignee=name, because=because, follows=follows or None)
    _act(desk, claim, act, as_json=as_json)


@click.command("decide")
@click.argument("claim")
@click.argument("verdict")
@because
@click.option("--blind", is_flag=True, help="Seal it until a second reviewer has decided blind, too.")
@follows
@as_json
@desk_options
def decide_command(
    desk: Desk,
    claim: str,
    verdict: str,
    because: str | None,
    follows: tuple[str, ...],
    *,
    blind: bool,
    as_json: bool,
) -> None:
    """Give a verdict, with the reason for it.

    VERDICT is a label of the ledger's scale, which `review scale` shows; unless it was set
    otherwise: true, "mostly true", mixed, "mostly false", false, or unverifiable. Without a
    citation on the claim, a verdict needs a written reason.
    """
    from factcheck.desk.reviews import Act

    act = Act("decide", verdict=verdict, because=because, blind=blind, follows=follows or None)
    _act(desk, claim, act, as_json=as_json)


@click.command("reconcile")
@click.argument("claim")
@click.argument("verdict", required=False)
@because
@follows
@as_json
@desk_options
def reconcile_command(
    desk: Desk,
    claim: str,
    verdict: str | None,
    because: str | None,
    follows: tuple[str, ...],
    *,
    as_json: bool,
) -> None:
    """Show verdicts made blind or apart, and settle them.

    Without VERDICT, shows those that stand; with one, and --because, that one settles them.
    """
    from factcheck.desk.reviews import Act

    if verdict is not None:
        act = Act("reconcile", verdict=verdict, because=because, follows=follows or None)
        _act(desk, claim, act, as_json=as_json)
        return
    show_decisions(desk, claim, ("decide", "reconcile"), as_json=as_json)


@click.command("ask")
@click.argument("claim")
@click.argument("question")
@follows
@as_json
@desk_options
def ask_command(desk: Desk, claim: str, question: str, follows: tuple[str, ...], *, as_json: bool) -> None:
    """Ask the author; the claim waits for the answer."""
    from factcheck.desk.reviews import Act

    _act(desk, claim, Act("ask", because=question, follows=follows or None), as_json=as_json)


@click.command("answer")
@click.argument("claim")
@click.argument("answer")
@follows
@as_json
@desk_options
def answer_command(desk: Desk, claim: str, answer: str, follows: tuple[str, ...], *, as_json: bool) -> None:
    """Record what the author answered.

    The claim is then where it was before the question.
    """
    from factcheck.desk.reviews import Act

    _act(desk, claim, Act("answer", because=answer, follows=follows or None), as_json=as_json)


@click.command("note")
@click.argument("claim")
@click.argument("text")
@as_json
@desk_options
def note_command(desk: Desk, claim: str, text: str, *, as_json: bool) -> None:
    """Add a note to a claim; it moves nothing."""
    from factcheck.desk.reviews import Act

    _act(desk, claim, Act("note", because=text), as_json=as_json)


@click.command("correct")
@click.argument("claim")
@click.option("--said", required=True, help="What was said.")
@click.option("--right", required=True, help="What is right.")
@click.option("--where", required=True, help="Where the correction is published.")
@because
@follows
@as_json
@desk_options
def correct_command(
    desk: Desk,
    claim: str,
    said: str,
    right: str,
    where: str,
    because: str | None,
    follows: tuple[str, ...],
    *,
    as_json: bool,
) -> None:
    """Record a correction that is published.

    It says what was said, what is right, and where readers are told.
    """
    from factcheck.desk.reviews import Act
    from factcheck.model import Correction

    correction = Correction(said, right, where)
    act = Act("correct", because=because, correction=correction, follows=follows or None)
    _act(desk, claim, act, as_json=as_json)
