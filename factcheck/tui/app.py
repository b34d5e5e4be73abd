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
from dataclasses import replace
from pathlib import Path
from typing import ClassVar

from rich.text import Text
from textual.app import App, ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.timer import Timer
from textual.widgets import Footer, Static

from factcheck.desk.amendments import CitationAmendment, amend_citation
from factcheck.desk.reviews import Act, decide
from factcheck.desk.signature import Signature
from factcheck.desk.undoing import undo
from factcheck.ledger.store import Ledger
from factcheck.model import Move
from factcheck.show.safe import safe_text
from factcheck.tui.dialogs import Answer, Ask, Tell
from factcheck.tui.keys import HELP, KEYS, LOOKS
from factcheck.tui.painting import page_lines, painted
from factcheck.tui.queue_list import QueueList
from factcheck.tui.sitting import Page, Sitting

LOOK_EVERY = 2.0
SETTLE = 0.01  # a claim that is only passed by is not drawn
NARROWEST = 40
STANCES = ("corroborates", "compatible", "conflicts", "incomparable")
Verb = Callable[[Ledger, Signature], object]
Made = Callable[[Answer], Verb]


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
        self._drafts: dict[str, str] = {}
        self._drawing: Timer | None = None

    # -- the screen --------------------------------------------------------------------------------------

    def compose(self) -> ComposeResult:
        """What went wrong, the queue, the page of a claim, and the keys."""
        yield Static(id="notice")
        with Horizontal():
            yield QueueList(id="queue")
            with VerticalScroll(id="page"):
                yield Static(id="claim")
        yield Footer()

    def on_mount(self) -> None:
        """Look at the queue."""
        self._fill()
        self.query_one("#queue").focus()
        self.set_interval(LOOK_EVERY, self.look)

    def on_unmount(self) -> None:
        """Let go of the file."""
        self._sitting.close()

    def on_resize(self) -> None:
        """Lay the page out anew."""
        self._draw_soon()

    def on_queue_list_chosen(self) -> None:
        """Draw the claim that is looked at, unless it is only passed by."""
        self._draw_soon()

    def look(self) -> None:
        """See whether somebody else has changed the ledger."""
        if self._sitting.is_old:
            self.action_look()

    def _fill(self) -> None:
        """Read the queue anew; the chosen claim stays chosen."""
        listed, lined = self.query_one("#queue", QueueList), self._sitting.queue()
        listed.fill(lined, listed.claim)
        if not lined:
            self.query_one("#claim", Static).update("Nothing waits.")

    def _draw_soon(self) -> None:
        if self._drawing is not None:
            self._drawing.stop()
        self._drawing = self.set_timer(SETTLE, self._draw)

    def _draw(self) -> None:
        claim, before = self.query_one("#queue", QueueList).claim, self._page
        if claim is None:
            self._page = None
            return
        self._page = self._sitting.page(claim)
        width = max(self.query_one("#page").size.width - 3, NARROWEST)
        self.query_one("#claim", Static).update(
            painted(page_lines(self._page.told, self._sitting.who, width))
        )
        if before is None or before.told.claim.id != claim:
            self.query_one("#page", VerticalScroll).scroll_home(animate=False)

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
        state = self._page.told.state if self._page else None
        self._ask_verdict(Act("reconcile" if state and len(state.readings) > 1 else "decide"))

    def action_verdict_blind(self) -> None:
        """Ask for a verdict that stays sealed until a second reviewer has decided blind."""
        self._ask_verdict(Act("decide", blind=True))

    def action_ask(self) -> None:
        """Ask for a question to the author."""
        self._ask_words("ask", "Question to the author", "question")

    def action_answer(self) -> None:
        """Ask for what the author answered."""
        self._ask_words("answer", "The author's answer", "answer")

    def action_note(self) -> None:
        """Ask for a note."""
        self._ask_words("note", "A note", "note")

    def action_reopen(self) -> None:
        """Ask why the claim is opened again."""
        self._ask_words("reopen", "Open it again", "because")

    def action_undo(self) -> None:
        """Take back the last change of this person."""
        self._say(self._do(undo))

    def action_look(self) -> None:
        """Read everything anew."""
        self._fill()
        self._draw()

    def action_open(self) -> None:
        """Open the address of the evidence, or let one of several be chosen."""
        cited = [one.citation for one in self._page.told.citations] if self._page else []
        found = {one.url: f"{one.source}: {one.url}" for one in cited if one.url and _is_web(one.url)}
        if not found:
            self._say("No citation of this claim has a web address.")
        elif len(found) == 1:
            webbrowser.open(next(iter(found)))
        else:
            self.push_screen(Ask("Open which?", choices=list(found.items()), words=None), _open_chosen)

    def action_stance(self) -> None:
        """Ask what this person holds of a citation, and why."""
        cited = self._page.told.citations if self._page else ()
        if not cited:
            self._say("This claim has no citation yet.")
            return
        named = [
            (one.citation.id, f"{one.citation.source}: {one.citation.passage} ({one.relation.label})")
            for one in cited
        ]
        self.push_screen(Ask("Which citation?", choices=named, words=None), self._ask_stance)

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

    def _ask_verdict(self, act: Act) -> None:
        if self._page is None:
            return
        steps = [(step.label, f"{step.label}: {step.meaning}") for step in self._sitting.scale()]
        title = f"Verdict on {self._page.told.claim.id}{', blind' if act.blind else ''}"
        self._ask(title, "because", self._decision(act), steps)

    def _ask_words(self, move: Move, what: str, words: str) -> None:
        if self._page is not None:
            self._ask(f"{what} ({self._page.told.claim.id})", words, self._decision(Act(move)))

    def _ask_stance(self, chosen: Answer | None) -> None:
        if chosen is None or chosen.choice is None:
            return
        citation = chosen.choice

        def made(answer: Answer) -> Verb:
            said = CitationAmendment(stance=answer.choice)
            return lambda ledger, signed: amend_citation(ledger, citation, said, answer.words, signed)

        stances = [(one, one) for one in STANCES]
        self._ask(f"What do you hold of {citation}?", "because", made, stances)

    def _decision(self, act: Act) -> Made:
        """How an answer becomes a decision on the page that is looked at now."""
        assert self._page is not None, "a page is looked at"
        claim, follows = self._page.told.claim.id, self._page.follows

        def made(answer: Answer) -> Verb:
            because = answer.words.strip() or None
            said = replace(act, verdict=answer.choice, because=because, follows=follows)
            return lambda ledger, signed: decide(ledger, claim, said, signed)

        return made

    def _ask(
        self,
        title: str,
        words: str,
        made: Made,
        choices: list[tuple[str, str]] | None = None,
        refused: str = "",
    ) -> None:
        """Ask until what was answered is recorded, or given up; what was typed is kept meanwhile."""

        def answered(answer: Answer | None) -> None:
            if answer is None:
                return
            self.keep_draft(title, answer.words)
            why = self._do(made(answer))
            if why:
                self._ask(title, words, made, choices, why)
            else:
                self._drafts.pop(title, None)

        draft = self._drafts.get(title, "")
        asked = Ask(title, choices=choices or (), words=words, draft=draft, refused=refused)
        self.push_screen(asked, answered)

    def keep_draft(self, name: str, words: str) -> None:
        """Keep what was typed and not recorded, until the same is asked again."""
        if words.strip():
            self._drafts[name] = words
        else:
            self._drafts.pop(name, None)

    # -- doing -------------------------------------------------------------------------------------------

    def _decide(self, act: Act) -> None:
        """Make a decision that needs no words on the page that is looked at."""
        if self._page is None:
            return
        claim, said = self._page.told.claim.id, replace(act, follows=self._page.follows)
        self._say(self._do(lambda ledger, signed: decide(ledger, claim, said, signed)))

    def _do(self, verb: Verb) -> str:
        """Do something, and show everything anew; why it was refused, or nothing."""
        self._say("")
        why = self._sitting.refusal(verb)
        self.action_look()
        return why

    def _say(self, text: str) -> None:
        notice = self.query_one("#notice", Static)
        notice.update(Text(safe_text(text)))
        notice.set_class(bool(text), "shown")


def _is_web(url: str) -> bool:
    """Whether an address from outside may be handed to a browser."""
    return url.lower().startswith(("https://", "http://"))


def _open_chosen(answer: Answer | None) -> None:
    if answer is not None and answer.choice is not None:
        webbrowser.open(answer.choice)
