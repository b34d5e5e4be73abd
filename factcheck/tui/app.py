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
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import ClassVar

from rich.text import Text
from textual.app import App, ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.timer import Timer
from textual.widgets import Footer, Static

from factcheck.desk.amendments import CitationAmendment, amend_citation
from factcheck.desk.dossiers import dossier
from factcheck.desk.queues import Queued, queue
from factcheck.desk.reviews import Act, decide, review
from factcheck.desk.scales import scale
from factcheck.desk.signature import Signature
from factcheck.desk.undoing import undo
from factcheck.errors import FactcheckError, LedgerBusy
from factcheck.ledger.store import Ledger, open_ledger
from factcheck.model import Dossier, Move
from factcheck.show.dossiers import dossier_lines
from factcheck.show.lines import Line, Segment, line
from factcheck.show.reviews import state_lines
from factcheck.show.safe import safe_text
from factcheck.tui.dialogs import Answer, Ask, Tell
from factcheck.tui.keys import HELP, KEYS, LOOKS
from factcheck.tui.painting import painted
from factcheck.tui.queue_list import QueueList

LOOK_EVERY = 2.0
SETTLE = 0.04  # a claim that is only passed by is not drawn
STANCES = ("corroborates", "compatible", "conflicts", "incomparable")


class ReviewApp(App[None]):
    """The review screen on one ledger, for one person."""

    TITLE = "factcheck review"
    ENABLE_COMMAND_PALETTE = False
    CSS = LOOKS
    BINDINGS: ClassVar[list[BindingType]] = KEYS

    def __init__(self, path: Path, who: str, clock: Callable[[], str], document: str | None = None) -> None:
        super().__init__()
        self._path, self._who, self._clock, self._document = path, who, clock, document
        self._ledger: Ledger | None = None
        self._told: Dossier | None = None
        self._follows: tuple[str, ...] = ()
        self._seen = -1
        self._drafts: dict[str, str] = {}
        self._drawing: Timer | None = None

    # -- the screen --------------------------------------------------------------------------------------

    def compose(self) -> ComposeResult:
        """The queue, the page of a claim, what went wrong, and the keys."""
        yield Static(id="notice")
        with Horizontal():
            yield QueueList(id="queue")
            with VerticalScroll(id="page"):
                yield Static(id="claim")
        yield Footer()

    def on_mount(self) -> None:
        """Open the ledger, and look at the queue."""
        with suppress(LedgerBusy):  # a ledger that is only to be read is read all the same
            open_ledger(self._path, mode="write").close()  # brings an older one up to date
        self._ledger = open_ledger(self._path, mode="read")
        self._fill()
        self.query_one("#queue").focus()
        self.set_interval(LOOK_EVERY, self._look)

    def on_unmount(self) -> None:
        """Let go of the file."""
        if self._ledger is not None:
            self._ledger.close()

    def on_resize(self) -> None:
        """Lay the page out anew."""
        self._draw_soon()

    @property
    def ledger(self) -> Ledger:
        """The ledger, open to read."""
        assert self._ledger is not None, "the app is mounted"
        return self._ledger

    @property
    def chosen(self) -> str | None:
        """The claim that is looked at."""
        return self.query_one("#queue", QueueList).claim

    def _fill(self) -> None:
        """Read the queue anew; the chosen claim stays chosen, even if it no longer waits."""
        self._seen = self.ledger.version()
        lined: tuple[Queued, ...] = queue(self.ledger, self._who, document=self._document)
        listed = self.query_one("#queue", QueueList)
        listed.fill(lined, self.chosen)
        if not lined:
            self.query_one("#claim", Static).update("Nothing waits.")

    def _look(self) -> None:
        """See whether somebody else has changed the ledger."""
        if self.ledger.version() != self._seen:
            self._fill()
            self._draw()

    def on_queue_list_chosen(self) -> None:
        """Draw the claim that is looked at, unless it is only passed by."""
        self._draw_soon()

    def _draw_soon(self) -> None:
        if self._drawing is not None:
            self._drawing.stop()
        self._drawing = self.set_timer(SETTLE, self._draw)

    def _draw(self) -> None:
        claim = self.chosen
        if claim is None:
            return
        before = self._told.claim.id if self._told else None
        self._told = dossier(self.ledger, claim, who=self._who)
        self._follows = review(self.ledger, claim, self._who).follows
        width = max(self.query_one("#page").size.width - 3, 40)
        page = self.query_one("#claim", Static)
        page.update(painted(self._lines(self._told, width)))
        if before != claim:
            self.query_one("#page", VerticalScroll).scroll_home(animate=False)

    def _lines(self, told: Dossier, width: int) -> list[Line]:
        lines = [line(Segment(f"you are {self._who}", "muted"))]
        if told.state is not None and not told.decisions:
            lines += state_lines(told.state, width)
        return [*lines, *dossier_lines(told, width, fold=True)]

    # -- acts --------------------------------------------------------------------------------------------

    def keep_draft(self, name: str, words: str) -> None:
        """Keep what was typed and not recorded, until the same is asked again."""
        if words.strip():
            self._drafts[name] = words
        else:
            self._drafts.pop(name, None)

    def action_take(self) -> None:
        """Take the claim, or release it if it is taken by this person."""
        state = self._told.state if self._told else None
        mine = state is not None and state.assignee == self._who
        self._do(Act("release" if mine else "take"))

    def action_sign(self) -> None:
        """Sign the claim off."""
        self._do(Act("sign"))

    def action_publish(self) -> None:
        """Say that the claim is in print."""
        self._do(Act("publish"))

    def action_verdict(self) -> None:
        """Ask for a verdict and its reason; of several verdicts, for the one that settles them."""
        told = self._told
        several = told is not None and told.state is not None and len(told.state.readings) > 1
        self._ask_verdict(Act("reconcile" if several else "decide"))

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
        self._try(lambda ledger: undo(ledger, self._signed()), retry=None)

    def action_look(self) -> None:
        """Read everything anew."""
        self._fill()
        self._draw()

    def action_open(self) -> None:
        """Open the address of the evidence, or let one of several be chosen."""
        told = self._told
        found = (
            {one.citation.url: one.citation.source for one in told.citations if one.citation.url}
            if told
            else {}
        )
        safe = [(url, f"{source}: {url}") for url, source in found.items() if url and _is_web(url)]
        if not safe:
            self._say("No citation of this claim has a web address.")
        elif len(safe) == 1:
            webbrowser.open(safe[0][0])
        else:
            self.push_screen(Ask("Open which?", choices=safe, words=None), _open_chosen)

    def action_stance(self) -> None:
        """Ask what this person holds of a citation, and why."""
        told = self._told
        if told is None or not told.citations:
            self._say("This claim has no citation yet.")
            return
        cited = [
            (one.citation.id, f"{one.citation.source}: {one.citation.passage} ({one.relation.label})")
            for one in told.citations
        ]
        self.push_screen(Ask("Which citation?", choices=cited, words=None), self._ask_stance)

    def action_help(self) -> None:
        """Show the keys."""
        self.push_screen(Tell(Text(HELP)))

    def action_leave(self) -> None:
        """Leave, unless something that was typed is not recorded: then it takes a second time."""
        if self._drafts:
            kept = "; ".join(self._drafts)
            self._drafts.clear()
            self._say(f"Not recorded yet: {kept}. Press q again to leave without it.")
            return
        self.exit()

    # -- asking ------------------------------------------------------------------------------------------

    def _ask_verdict(self, act: Act, refused: str = "", words: str | None = None) -> None:
        claim, follows = self.chosen, self._follows
        if claim is None:
            return
        steps = [(step.label, f"{step.label}: {step.meaning}") for step in scale(self.ledger)]
        title = f"Verdict on {claim}{', blind' if act.blind else ''}"
        draft = self._drafts.get(title, "") if words is None else words
        asked = Ask(title, choices=steps, draft=draft, refused=refused)

        def answered(answer: Answer | None) -> None:
            if answer is None:
                return
            said = Act(
                act.move, answer.choice, answer.words.strip() or None, blind=act.blind, follows=follows
            )
            again = partial(self._ask_verdict, act, words=answer.words)
            self._do(said, claim, title, answer.words, again)

        self.push_screen(asked, answered)

    def _ask_words(
        self, move: Move, what: str, words: str, refused: str = "", typed: str | None = None
    ) -> None:
        claim, follows = self.chosen, self._follows
        if claim is None:
            return
        title = f"{what} ({claim})"
        asked = Ask(
            title, words=words, draft=self._drafts.get(title, "") if typed is None else typed, refused=refused
        )

        def answered(answer: Answer | None) -> None:
            if answer is None:
                return
            said = Act(move, because=answer.words.strip() or None, follows=follows)
            again = partial(self._ask_words, move, what, words, typed=answer.words)
            self._do(said, claim, title, answer.words, again)

        self.push_screen(asked, answered)

    def _ask_stance(self, chosen: Answer | None, refused: str = "", typed: str = "") -> None:
        if chosen is None or chosen.choice is None:
            return
        citation = chosen.choice
        title = f"What do you hold of {citation}?"
        draft = typed or self._drafts.get(title, "")
        asked = Ask(title, choices=[(one, one) for one in STANCES], draft=draft, refused=refused)

        def answered(answer: Answer | None) -> None:
            if answer is None:
                return
            self.keep_draft(title, answer.words)
            said = CitationAmendment(stance=answer.choice)
            done = self._try(
                lambda ledger: amend_citation(ledger, citation, said, answer.words, self._signed()),
                retry=lambda why: self._ask_stance(chosen, why, answer.words),
            )
            if done:
                self._drafts.pop(title, None)

        self.push_screen(asked, answered)

    # -- doing -------------------------------------------------------------------------------------------

    def _do(
        self,
        act: Act,
        claim: str | None = None,
        title: str = "",
        words: str = "",
        again: Callable[..., None] | None = None,
    ) -> None:
        """Make a decision; if it is refused, ask again with all that was typed."""
        about = claim or self.chosen
        if about is None:
            return
        if title:
            self.keep_draft(title, words)
        follows = act.follows if act.follows is not None else self._follows
        said = Act(act.move, act.verdict, act.because, act.assignee, act.blind, act.correction, follows)
        retry = (lambda why: again(refused=why)) if again is not None else None
        if self._try(lambda ledger: decide(ledger, about, said, self._signed()), retry=retry) and title:
            self._drafts.pop(title, None)

    def _try(self, verb: Callable[[Ledger], object], *, retry: Callable[[str], None] | None) -> bool:
        """Run a verb on the ledger, open to write; show what it refuses, and everything anew."""
        self._say("")
        refused = ""
        try:
            with open_ledger(self._path, mode="write") as ledger:
                verb(ledger)
        except FactcheckError as error:
            refused = f"{error.message} {error.hint}".strip()
        self._fill()
        self._draw()
        if refused:
            self._say(refused)
            if retry is not None:
                retry(refused)
        return not refused

    def _signed(self) -> Signature:
        return Signature(self._who, self._clock())

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
