"""`factcheck review --plain`: the queue as questions and answers, for screen readers and pipes."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from factcheck.cli.options import Desk, now
from factcheck.errors import FactcheckError, StaleReview

if TYPE_CHECKING:
    from factcheck.desk.reviews import Act, Review
    from factcheck.model import Move

# What may be answered: the move that it makes, and what is asked for it.
ANSWERS: dict[str, tuple[Move, tuple[str, ...]]] = {
    "take": ("take", ()),
    "release": ("release", ()),
    "assign": ("assign", ("To whom",)),
    "verdict": ("decide", ("Verdict", "Because")),
    "blind": ("decide", ("Verdict", "Because")),
    "reconcile": ("reconcile", ("Verdict", "Because")),
    "ask": ("ask", ("Question",)),
    "answer": ("answer", ("Answer",)),
    "sign": ("sign", ()),
    "reopen": ("reopen", ("Because",)),
    "publish": ("publish", ()),
    "correct": ("correct", ("What was said", "What is right", "Where the correction is published")),
    "note": ("note", ("Note",)),
}
Words = dict[str, tuple[str, ...]]


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
        try:
            if not _work_on(desk, claim):
                return
        except (click.Abort, EOFError):  # nobody answers any more
            click.echo("")
            return
        passed.add(claim)


def _work_on(desk: Desk, claim: str) -> bool:
    """Ask until the next claim is wanted; False to quit. What was refused keeps its words."""
    looked, kept = _look(desk, claim), Words()
    while True:
        may = ", ".join(["next", *(name for name, (move, _) in ANSWERS.items() if move in looked.moves)])
        question = f"{claim}: {may}, undo, quit"
        asked = click.prompt(question, default="next", show_default=False).strip().lower()
        if asked in ("next", "n"):
            return True
        if asked in ("quit", "q"):
            return False
        if asked not in (*ANSWERS, "undo"):
            click.echo(f"Answer one of: {may}, undo, quit.")
            continue
        looked = _do(desk, looked, asked, kept)


def _look(desk: Desk, claim: str) -> Review:
    """Print the claim as it is, and keep what the next decision follows."""
    from factcheck.desk.dossiers import dossier
    from factcheck.desk.reviews import review
    from factcheck.show.console import emit, page_width
    from factcheck.show.dossiers import dossier_lines

    with desk.open("read") as ledger, ledger.snapshot():
        told, looked = dossier(ledger, claim, who=desk.who), review(ledger, claim, desk.who)
    emit(dossier_lines(told, page_width(sys.stdout), fold=True), sys.stdout)
    return looked


def _do(desk: Desk, looked: Review, asked: str, kept: Words) -> Review:
    """Do what was asked on the page that was looked at; what is refused is said. The page as it is then."""
    from factcheck.cli.main import say_error

    try:
        if asked == "undo":
            return _undo(desk, looked)
        words = kept[asked] = _words(desk, asked, kept)
        decided = _decide(desk, looked, _act(asked, words))
        del kept[asked]
        return decided
    except StaleReview as error:
        say_error(error)
        click.echo("What you typed is kept. The claim as it is now:")
        return _look(desk, looked.claim)
    except FactcheckError as error:
        say_error(error)
        return looked


def _words(desk: Desk, asked: str, kept: Words) -> tuple[str, ...]:
    """Ask for what a move needs; what was typed before is offered again."""
    _, labels = ANSWERS[asked]
    before = kept.get(asked, ("",) * len(labels))
    return tuple(
        click.prompt(_label(desk, label), default=text, show_default=bool(text)).strip()
        for label, text in zip(labels, before, strict=True)
    )


def _label(desk: Desk, label: str) -> str:
    if label != "Verdict":
        return label
    from factcheck.desk.scales import scale

    with desk.open("read") as ledger:
        return f"Verdict ({', '.join(step.label for step in scale(ledger))})"


def _act(asked: str, words: tuple[str, ...]) -> Act:
    """The act that was asked for, with its words."""
    from factcheck.desk.reviews import Act
    from factcheck.model import Correction

    move, labels = ANSWERS[asked]
    match labels:
        case ("Verdict", _):
            verdict, because = words
            return Act(move, verdict=verdict, because=because or None, blind=asked == "blind")
        case ("To whom",):
            return Act(move, assignee=words[0])
        case (_, _, _):
            return Act(move, correction=Correction(*words))
    return Act(move, because=words[0] if words else None)


def _decide(desk: Desk, looked: Review, act: Act) -> Review:
    from dataclasses import replace

    from factcheck.desk.reviews import decide, review
    from factcheck.desk.signature import Signature
    from factcheck.show.console import emit, page_width
    from factcheck.show.reviews import state_lines

    with desk.open("write") as ledger:
        act = replace(act, follows=looked.follows)
        state = decide(ledger, looked.claim, act, Signature(desk.who, now())).state
        after = review(ledger, looked.claim, desk.who)
    emit(state_lines(state, page_width(sys.stdout)), sys.stdout)
    return after


def _undo(desk: Desk, looked: Review) -> Review:
    from factcheck.desk.reviews import review
    from factcheck.desk.signature import Signature
    from factcheck.desk.undoing import undo

    with desk.open("write") as ledger:
        done = undo(ledger, Signature(desk.who, now()))
        click.echo(f"Undone: {done.verb}.")
        return review(ledger, looked.claim, desk.who)
