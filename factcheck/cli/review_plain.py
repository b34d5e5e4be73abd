"""`factcheck review --plain`: the queue as questions and answers, for screen readers and pipes."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from factcheck.cli.options import Desk, now
from factcheck.errors import FactcheckError

if TYPE_CHECKING:
    from factcheck.desk.reviews import Act

QUESTION = "next, take, release, verdict, sign, ask, answer, note, reopen, publish, undo, quit"
WORDS = {"ask": "Question", "answer": "Answer", "note": "Note", "reopen": "Because"}


def review_plainly(desk: Desk, document: str | None) -> None:
    """Go through the queue: print each claim whole, then ask what to do with it."""
    from factcheck.desk.queues import queue

    passed: set[str] = set()
    while True:
        with desk.open("read") as ledger:
            waits = [one.claim.id for one in queue(ledger, desk.who, document=document)]
        claim = next((one for one in waits if one not in passed), None)
        if claim is None:
            click.echo("Nothing more waits.")
            return
        _print_claim(desk, claim)
        if not _work_on(desk, claim):
            return
        passed.add(claim)


def _print_claim(desk: Desk, claim: str) -> None:
    from factcheck.desk.dossiers import dossier
    from factcheck.show.console import emit, page_width
    from factcheck.show.dossiers import dossier_lines

    with desk.open("read") as ledger:
        told = dossier(ledger, claim, who=desk.who)
    emit(dossier_lines(told, page_width(sys.stdout), fold=True), sys.stdout)


def _work_on(desk: Desk, claim: str) -> bool:
    """Ask until the next claim is wanted; False to quit. At the end of the input, quit."""
    while True:
        try:
            asked = click.prompt(f"{claim}: {QUESTION}", default="next", show_default=False).strip().lower()
        except (click.Abort, EOFError):
            click.echo("")
            return False
        if asked in ("next", "n", ""):
            return True
        if asked in ("quit", "q"):
            return False
        _answer(desk, claim, asked)


def _answer(desk: Desk, claim: str, asked: str) -> None:
    """Do one act, and say where the claim stands; what is refused is said, and asked again."""
    from factcheck.cli.main import say_error
    from factcheck.desk.reviews import decide
    from factcheck.desk.signature import Signature
    from factcheck.desk.undoing import undo
    from factcheck.show.console import emit, page_width
    from factcheck.show.reviews import state_lines

    try:
        act = None if asked == "undo" else _act(desk, asked)
        if act is None and asked != "undo":
            click.echo(f"Answer one of: {QUESTION}.")
            return
        with desk.open("write") as ledger:
            signature = Signature(desk.who, now())
            if act is None:
                done = undo(ledger, signature)
                click.echo(f"Undone: {done.verb}.")
                return
            state = decide(ledger, claim, act, signature).state
        emit(state_lines(state, page_width(sys.stdout)), sys.stdout)
    except FactcheckError as error:
        say_error(error)


def _act(desk: Desk, asked: str) -> Act | None:
    """The act that was asked for, with its words; None for none of them."""
    from factcheck.desk.reviews import Act
    from factcheck.desk.scales import scale

    match asked:
        case "take" | "release" | "sign" | "publish":
            return Act(asked)
        case "ask" | "answer" | "note" | "reopen":
            return Act(asked, because=click.prompt(WORDS[asked]))
        case "verdict":
            with desk.open("read") as ledger:
                labels = [step.label for step in scale(ledger)]
            verdict = click.prompt(f"Verdict ({', '.join(labels)})")
            because = click.prompt("Because", default="", show_default=False)
            return Act("decide", verdict=verdict, because=because or None)
    return None
