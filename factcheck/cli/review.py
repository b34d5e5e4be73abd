"""`factcheck review`: from recorded to signed off, by plain commands, by questions, or on a screen."""

from __future__ import annotations

import sys

import click

from factcheck.cli import review_acts as acts
from factcheck.cli import review_pages as pages
from factcheck.cli.options import Desk, desk_options, now


class InOrder(click.Group):
    """A group that lists its commands as a desk uses them, not by the alphabet."""

    def list_commands(self, _: click.Context) -> list[str]:
        """The names of the commands, in the order in which they were added."""
        return list(self.commands)


@click.group("review", cls=InOrder, invoke_without_command=True)
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

    \b
    factcheck review queue               what waits, each with its id
    factcheck show 7k2m                  its evidence, and where it stands
    factcheck review decide 7k2m "mostly true" --because "two counts" --as ana
    factcheck review sign 7k2m --as bo   somebody else agrees
    factcheck review publish 7k2m        it is in print

    CLAIM is an id, which may be shortened while it stays unique; VERDICT is one of `review scale`;
    --as NAME says who you are, which is declared, not proven.

    A claim is open until somebody takes it or decides it. A verdict makes it checked; somebody
    else reads it (in review) and signs it off; then it is published, and, if it was wrong,
    corrected. A question to the author blocks it. Nobody signs off their own work: not who made
    the verdict, recorded the claim, attached its last citation or amended it last. A desk of one
    may, and that is shown as self-signed. New evidence after sign-off opens the claim again.
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


for command in (
    pages.queue_command,
    acts.take_command,
    acts.assign_command,
    acts.release_command,
    acts.decide_command,
    acts.ask_command,
    acts.answer_command,
    acts.note_command,
    acts.sign_command,
    acts.publish_command,
    acts.correct_command,
    acts.reopen_command,
    acts.reconcile_command,
    pages.notes_command,
    pages.status_command,
    pages.agreement_command,
    pages.scale_command,
):
    review_command.add_command(command)
