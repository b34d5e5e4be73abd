"""What does the screen ask of a person: a verdict, a stance, words? And what does it tell them?

A dialog stays open, with all that was typed, until what was asked is recorded or given up;
what was given up is kept as a draft, and is there again when the same is asked again.

Caller: `app`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Footer, Label, OptionList, Static, TextArea
from textual.widgets.option_list import Option

from factcheck.show.safe import safe_text


@dataclass(frozen=True, slots=True)
class Answer:
    """What somebody chose, if there was a choice, and wrote."""

    choice: str | None
    words: str


class Ask(ModalScreen[Answer | None]):
    """A question with a list to choose from, or words to write, or both. Dismissed with None if given up."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "send", "record", priority=True),
        Binding("escape", "give_up", "leave (kept as a draft)", priority=True),
        Binding("tab", "app.focus_next", "choice / words", show=True),
    ]

    def __init__(
        self,
        title: str,
        *,
        choices: Sequence[tuple[str, str]] = (),
        words: str | None = "because",
        draft: str = "",
        refused: str = "",
    ) -> None:
        """`choices` are values with what is shown of them; `words` is what to write, None for nothing."""
        super().__init__()
        self._title, self._choices, self._words = title, choices, words
        self._draft, self._refused = draft, refused

    def compose(self) -> ComposeResult:
        """The question, the choices, the words, and why the last try was refused."""
        with Vertical(id="ask"):
            yield Label(Text(safe_text(self._title), style="bold"))
            if self._refused:
                yield Static(Text(safe_text(self._refused), style="yellow"), id="refused")
            if self._choices:
                yield OptionList(
                    *(Option(Text(safe_text(shown))) for _, shown in self._choices), id="choices"
                )
            if self._words is not None:
                yield Label(Text(f"{self._words} (ctrl+s records, escape leaves)"))
                yield TextArea(self._draft, id="words", tab_behavior="focus")
            yield Footer()

    def on_option_list_option_selected(self) -> None:
        """A choice that needs no words is an answer."""
        if self._words is None:
            self.action_send()
        else:
            self.query_one("#words", TextArea).focus()

    @property
    def answer(self) -> Answer:
        """What is chosen and written now."""
        choice = None
        if self._choices:
            at = self.query_one("#choices", OptionList).highlighted
            choice = self._choices[at or 0][0]
        words = self.query_one("#words", TextArea).text if self._words is not None else ""
        return Answer(choice, words)

    def action_send(self) -> None:
        """Answer."""
        self.dismiss(self.answer)

    def action_give_up(self) -> None:
        """Leave; the app keeps what was written."""
        app = self.app
        keep = getattr(app, "keep_draft", None)
        if keep is not None:
            keep(self._title, self.answer.words)
        self.dismiss(None)


class Tell(ModalScreen[None]):
    """A page to read; any of escape, enter, q and ? closes it."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,enter,q,question_mark", "close", "close")]

    def __init__(self, text: Text) -> None:
        super().__init__()
        self._text = text

    def compose(self) -> ComposeResult:
        """The page."""
        with Vertical(id="tell"):
            yield Static(self._text)
            yield Footer()

    def action_close(self) -> None:
        """Go back."""
        self.dismiss()
