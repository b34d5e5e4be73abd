"""How does a reviewer work through the queue by keyboard?

The queue on the left, the claim with its evidence on the right, one key for each act. Every
act is a verb of `desk`, held against the same rules as at the terminal. The screen looks for
changes that others made, and shows them; a page that has moved on since it was looked at is
refused, with all that was typed kept.

Caller: `cli`, for `factcheck review`.
"""

from __future__ import annotations

import webbrowser
from collections.abc import Callable
from pathlib import Path
from typing import ClassVar

from rich.text import Text
from textual.app import App, ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.widgets import Footer, Static

from factcheck.desk.reviews import Act
from factcheck.desk.undoing import undo
from factcheck.model import Judged, Move
from factcheck.show.safe import safe_text
from factcheck.tui.dialogs import Answer, Ask, Choices, Tell
from factcheck.tui.keys import HELP, KEYS, LOOKS
from factcheck.tui.page_view import PageView
from factcheck.tui.questions import (
    Question,
    Verb,
    assignment_question,
    correction_question,
    deciding,
    done_to,
    stance_question,
    verdict_question,
    words_question,
)
from factcheck.tui.queue_list import QueueList
from factcheck.tui.sitting import Page, Sitting

LOOK_EVERY = 2.0


class ReviewApp(App[None]):
    """The review screen on one ledger, for one person."""

    TITLE = "factcheck review"
    ENABLE_COMMAND_PALETTE = False
    CSS = LOOKS
    BINDINGS: ClassVar[list[BindingType]] = KEYS

    def __init__(self, path: Path, who: str, clock: Callable[[], str], document: str | None = None) -> None:
        super().__init__()
        self._sitting = Sitting(path, who, clock, document)
        self._page: Page | None = None
        self._shows_done = False
        self._drafts: dict[str, tuple[str, ...]] = {}

    # -- the screen --------------------------------------------------------------------------------------

    def compose(self) -> ComposeResult:
        """What went wrong, the queue, the page of a claim, and the keys."""
        yield Static(id="notice")
        with Horizontal():
            yield QueueList(id="queue")
            yield PageView(self._sitting.who, id="page")
        yield Footer(compact=True)

    def on_mount(self) -> None:
        """Look at the queue."""
        self._list.focus()
        self._fill()
        self.set_interval(LOOK_EVERY, self.look)
        self.call_after_refresh(self._weigh)

    def on_unmount(self) -> None:
        """Let go of the file."""
        self._sitting.close()

    def look(self) -> None:
        """See whether somebody else has changed the ledger."""
        if self._sitting.is_old:
            self.action_look()

    @property
    def _list(self) -> QueueList:
        return self.query_one("#queue", QueueList)

    def _fill(self, *, go_on: bool = False) -> None:
        """Read the list anew; the chosen claim stays chosen, unless to `go_on` and it waits for others."""
        rows = self._sitting.done() if self._shows_done else self._sitting.waiting()
        left = {row.claim for row in rows if go_on and row.waits_for_others}
        self._list.fill(rows, None if self._list.claim in left else self._list.claim)

    def _weigh(self) -> None:
        """Weigh what is not weighed yet, between other things; then put the queue in its order."""
        if not self._sitting.weigh_some():
            return
        if self._sitting.is_weighed and not self._shows_done:
            self._list.fill(self._sitting.waiting(), None if self._list.is_at_top else self._list.claim)
        else:
            self.call_after_refresh(self._weigh)

    def on_queue_list_chosen(self) -> None:
        """Draw the claim that is looked at."""
        claim = self._list.claim
        self._page = self._sitting.page(claim) if claim else None
        self.query_one("#page", PageView).show(self._page.told if self._page else None)

    # -- acts --------------------------------------------------------------------------------------------

    def action_take(self) -> None:
        """Take the claim, or release it if it is taken by this person."""
        state = self._page.told.state if self._page else None
        mine = state is not None and state.assignee == self._sitting.who
        self._decide(Act("release" if mine else "take"))

    def action_sign(self) -> None:
        """Sign the claim off."""
        self._decide(Act("sign"))

    def action_publish(self) -> None:
        """Say that the claim is in print."""
        self._decide(Act("publish"))

    def action_verdict(self) -> None:
        """Ask for a verdict and its reason; of several verdicts, for the one that settles them."""
        if self._page is not None:
            self._ask(verdict_question(self._page, self._sitting.scale(), blind=False))

    def action_verdict_blind(self) -> None:
        """Ask for a verdict that stays sealed until a second reviewer has decided blind."""
        if self._page is not None:
            self._ask(verdict_question(self._page, self._sitting.scale(), blind=True))

    def action_words(self, move: Move) -> None:
        """Ask for a question, an answer, a note, or why a claim is opened again."""
        if self._page is not None:
            self._ask(words_question(self._page, move))

    def action_assign(self) -> None:
        """Ask who shall have the claim."""
        if self._page is not None:
            self._ask(assignment_question(self._page))

    def action_correct(self) -> None:
        """Ask for a correction that is published."""
        if self._page is not None:
            self._ask(correction_question(self._page))

    def action_undo(self) -> None:
        """Take back the last change of this person."""
        self._do(undo, "Undone.")

    def action_look(self) -> None:
        """Read everything anew."""
        self._fill()

    def action_done(self) -> None:
        """Show what is done instead of what waits, or the other way round."""
        self._shows_done = not self._shows_done
        self._fill()

    def action_open(self) -> None:
        """Open the address of the evidence, or let one of several be chosen."""
        cited = [one.citation for one in self._judged()]
        found = {one.url: f"{one.source}: {one.url}" for one in cited if one.url and _is_web(one.url)}
        if len(found) == 1:
            webbrowser.open(next(iter(found)))
            return
        self._choose("Open which?", tuple(found.items()), webbrowser.open, "has a web address")

    def action_stance(self) -> None:
        """Ask what this person holds of a citation, and why."""
        cited = {one.citation.id: one.citation for one in self._judged()}
        named = tuple(
            (one.citation.id, f"{one.citation.source}: {one.citation.passage} ({one.relation.label})")
            for one in self._judged()
        )
        self._choose(
            "Which citation?", named, lambda name: self._ask(stance_question(cited[name])), "is there"
        )

    def action_help(self) -> None:
        """Show the keys."""
        self.push_screen(Tell(Text(HELP)))

    def action_leave(self) -> None:
        """Leave, unless something that was typed is not recorded: then it takes a second time."""
        if not self._drafts:
            self.exit()
            return
        self._say(f"Not recorded yet: {'; '.join(self._drafts)}. Press q again to leave without it.")
        self._drafts.clear()

    # -- asking ------------------------------------------------------------------------------------------

    def _judged(self) -> list[Judged]:
        """The citations of the claim that is looked at, those that count first."""
        return (
            sorted(self._page.told.citations, key=lambda one: not one.standing.counted) if self._page else []
        )

    def _choose(self, title: str, choices: Choices, then: Callable[[str], object], what: str) -> None:
        """Let one be chosen, and go on with it; `what` says of which kind of citation there is none."""

        def answered(answer: Answer | None) -> None:
            if answer is not None and answer.choice is not None:
                then(answer.choice)

        if choices:
            self.push_screen(Ask(title, choices=choices), answered)
        else:
            self._say(f"No citation of this claim {what}.")

    def _ask(self, question: Question, refused: str = "") -> None:
        """Ask until what was answered is recorded, or given up; what was typed is kept meanwhile."""

        def answered(answer: Answer | None) -> None:
            assert answer is not None, "a dialog is always dismissed with an answer"
            self._drafts.pop(question.title, None)
            why = self._do(question.made(answer), question.done) if answer.is_given else ""
            if any(answer.words) and (why or not answer.is_given):
                self._drafts[question.title] = answer.words
            if why:
                self._ask(question, f"{why} Escape keeps what you typed.")

        draft = self._drafts.get(question.title, ())
        asked = Ask(
            question.title, choices=question.choices, fields=question.fields, draft=draft, refused=refused
        )
        self.push_screen(asked, answered)

    # -- doing -------------------------------------------------------------------------------------------

    def _decide(self, act: Act) -> None:
        """Make a decision that needs no words on the page that is looked at."""
        if self._page is not None:
            self._do(deciding(self._page, act), done_to(self._page, act.move))

    def _do(self, verb: Verb, done: str) -> str:
        """Do something, say so, and show everything anew; why it was refused, or nothing."""
        why = self._sitting.refusal(verb)
        self._say(why or done, is_refusal=bool(why))
        self._fill(go_on=not why)
        return why

    def _say(self, text: str, *, is_refusal: bool = True) -> None:
        notice = self.query_one("#notice", Static)
        notice.update(Text(safe_text(text)))
        notice.add_class("shown")
        notice.set_class(is_refusal, "refusal")


def _is_web(url: str) -> bool:
    """Whether an address from outside may be handed to a browser."""
    return url.lower().startswith(("https://", "http://"))
