"""Which questions does the screen ask, and what does an answer do?

A question is a value: its title, what may be chosen, what may be written, and how an answer
becomes one verb of `desk`. A decision is made on the page that was looked at when it was
asked for, however long somebody took to answer.

Caller: `app`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from factcheck.desk.amendments import CitationAmendment, amend_citation
from factcheck.desk.reviews import Act, decide
from factcheck.desk.signature import Signature
from factcheck.ledger.store import Ledger
from factcheck.model import Citation, Correction, Move, Scale
from factcheck.review.table import DONE
from factcheck.tui.dialogs import Answer, Choices
from factcheck.tui.sitting import Page

STANCES: Choices = (
    ("corroborates", "corroborates: it gives the same figure"),
    ("compatible", "compatible: it rules the figure neither in nor out"),
    ("conflicts", "conflicts: both figures cannot be right"),
    ("incomparable", "incomparable: it counts something else"),
)
ASKED: dict[Move, tuple[str, str]] = {
    "ask": ("Ask the author; the claim waits for the answer", "question"),
    "answer": ("Record what the author answered", "answer"),
    "note": ("Add a note", "note"),
    "reopen": ("Open it again", "because"),
}
Verb = Callable[[Ledger, Signature], object]


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked of a person; `fields` name what is to be written, `made` makes a verb of the answer.

    `done` is what is said once that is recorded.
    """

    title: str
    done: str
    made: Callable[[Answer], Verb]
    choices: Choices = ()
    fields: tuple[str, ...] = ("because",)


def deciding(page: Page, act: Act) -> Verb:
    """The verb that makes this decision on the page that is looked at."""
    claim, said = page.told.claim.id, replace(act, follows=page.follows)
    return lambda ledger, signed: decide(ledger, claim, said, signed)


def done_to(page: Page, move: Move) -> str:
    """What is said once this move is made: "over 900 homes (7k2m): signed off."."""
    return f"{_named(page)}: {DONE[move]}."


def verdict_question(page: Page, scale: Scale, *, blind: bool) -> Question:
    """Which verdict, and why; where several stand, the one that settles them."""
    state = page.told.state
    settles = not blind and state is not None and len(state.readings) > 1
    act = Act("reconcile" if settles else "decide", blind=blind)
    how = ", blind" if blind else ", to settle those that were given" if settles else ""

    def made(answer: Answer) -> Verb:
        return deciding(page, replace(act, verdict=answer.choice, because=answer.words[0] or None))

    steps = tuple((step.label, f"{step.label}: {step.meaning}") for step in scale)
    return Question(f"Verdict{how}: {_named(page)}", done_to(page, act.move), made, steps)


def words_question(page: Page, move: Move) -> Question:
    """A question, an answer, a note, or why a claim is opened again."""
    title, field = ASKED[move]

    def made(answer: Answer) -> Verb:
        return deciding(page, Act(move, because=answer.words[0]))

    return Question(f"{title}: {_named(page)}", done_to(page, move), made, fields=(field,))


def assignment_question(page: Page) -> Question:
    """Who shall have the claim."""

    def made(answer: Answer) -> Verb:
        return deciding(page, Act("assign", assignee=answer.words[0]))

    return Question(f"Give it to somebody: {_named(page)}", done_to(page, "assign"), made, fields=("name",))


def correction_question(page: Page) -> Question:
    """What was said, what is right, and where readers are told."""

    def made(answer: Answer) -> Verb:
        return deciding(page, Act("correct", correction=Correction(*answer.words)))

    fields = ("what was said", "what is right", "where the correction is published")
    title = f"Record a correction that is published: {_named(page)}"
    return Question(title, done_to(page, "correct"), made, fields=fields)


def stance_question(citation: Citation) -> Question:
    """What this person holds of a citation, and why."""

    def made(answer: Answer) -> Verb:
        said = CitationAmendment(stance=answer.choice)
        return lambda ledger, signed: amend_citation(ledger, citation.id, said, answer.words[0], signed)

    what = f"{citation.source}: {citation.passage}"
    return Question(f"What do you hold of {what}?", f"Recorded, what you hold of {what}.", made, STANCES)


def _named(page: Page) -> str:
    return f"{page.told.claim.phrase} ({page.told.claim.id})"
