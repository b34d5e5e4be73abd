"""`factcheck review`: from recorded to signed off, by plain commands."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click

from factcheck.cli.options import Desk, as_json, desk_options, now, print_shape
from factcheck.cli.review_pages import (
    agreement_command,
    because,
    notes_command,
    queue_command,
    scale_command,
    show_decisions,
    status_command,
)

if TYPE_CHECKING:
    from factcheck.desk.reviews import Act, Decided

follows = click.option(
    "--follows",
    multiple=True,
    metavar="DECISION",
    help="The latest decision that you saw: a page that has moved on since is refused. May be given again.",
)


@click.group("review", invoke_without_command=True)
@click.option(
    "--plain", is_flag=True, help="Questions and answers, line by line: for screen readers and pipes."
)
@click.option("--document", help="Only of this document, by path or id.")
@desk_options
@click.pass_context
def review_command(context: click.Context, /, desk: Desk, document: str | None, *, plain: bool) -> None:
    """Bring claims from recorded to signed off.

    Without a command, opens the review screen (needs the tui extra), or, with --plain, asks about
    claim after claim.

    A claim is open until somebody takes it or decides it. A verdict makes it checked; somebody
    else reads it (in review) and signs it off; then it is published, and, if it was wrong,
    corrected. A question to the author blocks it. Nobody signs off their own work: not who made
    the verdict, recorded the claim, or attached its last citation; a desk of one may, and that is
    shown as self-signed. New evidence after sign-off opens the claim again.

    Names are declared, not proven: --as NAME says who you are.

    \b
    factcheck review queue
    factcheck review take 7k2m --as ana
    factcheck review decide 7k2m "mostly true" --because "two independent counts" --as ana
    factcheck review sign 7k2m --as bo
    """
    if context.invoked_subcommand is not None:
        return
    if plain:
        from factcheck.cli.review_plain import review_plainly

        review_plainly(desk, document)
        return
    _open_screen(desk, document)


def _open_screen(desk: Desk, document: str | None) -> None:
    """Open the review screen; AskedWrongly where the extra is not installed, or there is no terminal."""
    from factcheck.errors import AskedWrongly

    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise AskedWrongly(
            "the review screen needs a terminal", "`factcheck review --plain` reads and writes lines."
        )
    try:
        from factcheck.tui.app import ReviewApp
    except ModuleNotFoundError as missing:
        if not (missing.name or "").startswith("textual"):
            raise
        hint = "Install factcheck-ledger[tui], or use `factcheck review --plain`."
        raise AskedWrongly("the review screen is not installed", hint) from None
    desk.open("read").close()  # what is wrong with the ledger is said before the screen opens
    ReviewApp(desk.path, desk.who, now, document).run()


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


def _simple(name: str, summary: str) -> Callable[..., Any]:
    """A command that makes one move with, at most, a reason."""

    @review_command.command(name, help=summary, short_help=summary.split("\n", maxsplit=1)[0])
    @click.argument("claim")
    @because
    @follows
    @as_json
    @desk_options
    def command(
        desk: Desk, claim: str, because: str | None, follows: tuple[str, ...], *, as_json: bool
    ) -> None:
        from typing import cast

        from factcheck.desk.reviews import Act
        from factcheck.model import Move

        act = Act(cast("Move", name), because=because, follows=follows or None)
        _act(desk, claim, act, as_json=as_json)

    return command


_simple("take", "Take a claim: you have it until you decide it, or release it.")
_simple("release", "Give back a claim that you took.")
_simple(
    "sign", "Sign a claim off: you have read the evidence and agree with the verdict.\n\nNot your own work."
)
_simple("reopen", "Open a claim again; say why with --because.")
_simple("publish", "Say that the claim with its verdict is in print.")


@review_command.command("assign")
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


@review_command.command("decide")
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
    """Give a verdict of the ledger's scale: `review scale` lists them.

    Without a citation on the claim, a verdict needs a written reason.
    """
    from factcheck.desk.reviews import Act

    act = Act("decide", verdict=verdict, because=because, blind=blind, follows=follows or None)
    _act(desk, claim, act, as_json=as_json)


@review_command.command("reconcile")
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
    """Show verdicts that were made blind or apart, and settle them with one that follows both."""
    from factcheck.desk.reviews import Act

    if verdict is not None:
        act = Act("reconcile", verdict=verdict, because=because, follows=follows or None)
        _act(desk, claim, act, as_json=as_json)
        return
    show_decisions(desk, claim, ("decide", "reconcile"), as_json=as_json)


@review_command.command("ask")
@click.argument("claim")
@click.argument("question")
@follows
@as_json
@desk_options
def ask_command(desk: Desk, claim: str, question: str, follows: tuple[str, ...], *, as_json: bool) -> None:
    """Ask the author; the claim is blocked until somebody records the answer."""
    from factcheck.desk.reviews import Act

    _act(desk, claim, Act("ask", because=question, follows=follows or None), as_json=as_json)


@review_command.command("answer")
@click.argument("claim")
@click.argument("answer")
@follows
@as_json
@desk_options
def answer_command(desk: Desk, claim: str, answer: str, follows: tuple[str, ...], *, as_json: bool) -> None:
    """Record what the author answered; the claim is where it was before the question."""
    from factcheck.desk.reviews import Act

    _act(desk, claim, Act("answer", because=answer, follows=follows or None), as_json=as_json)


@review_command.command("note")
@click.argument("claim")
@click.argument("text")
@as_json
@desk_options
def note_command(desk: Desk, claim: str, text: str, *, as_json: bool) -> None:
    """Add a note to a claim; it moves nothing."""
    from factcheck.desk.reviews import Act

    _act(desk, claim, Act("note", because=text), as_json=as_json)


@review_command.command("correct")
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
    """Record a published correction: what was said, what is right, and where readers are told."""
    from factcheck.desk.reviews import Act
    from factcheck.model import Correction

    correction = Correction(said, right, where)
    act = Act("correct", because=because, correction=correction, follows=follows or None)
    _act(desk, claim, act, as_json=as_json)


for page in (queue_command, status_command, notes_command, agreement_command, scale_command):
    review_command.add_command(page)
