"""What does the screen ask of a person: a verdict, a stance, words? And what does it tell them?

A dialog stays open, with all that was typed, until what was asked is recorded or given up;
what was given up is handed back as well, to be there again when the same is asked again.

Caller: `app`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Footer, Label, OptionList, Static, TextArea
from textual.widgets.option_list import Option

from factcheck.show.safe import safe_text

Choices = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """What somebody chose, if there was a choice, and wrote, field by field; or that they left it so."""

    choice: str | None
    words: tuple[str, ...]
    is_given: bool = True


class Ask(ModalScreen[Answer]):
    """A question with a list to choose from, or words to write, or both."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "send", "record", priority=True),
        Binding("escape", "give_up", "leave, keep as a draft", priority=True),
        Binding("tab", "app.focus_next", "next field", show=True),
    ]

    def __init__(
        self,
        title: str,
        *,
        choices: Choices = (),
        fields: Sequence[str] = (),
        draft: Sequence[str] = (),
        refused: str = "",
    ) -> None:
        """`choices` are values with what is shown of them, `fields` the names of what is to be written."""
        super().__init__()
        self._title, self._choices, self._fields = title, choices, fields
        self._draft = draft or [""] * len(fields)
        self._refused = refused

    def compose(self) -> ComposeResult:
        """The question, why the last try was refused, the choices, and a box for each field."""
        with VerticalScroll(id="ask", can_focus=False):
            yield Label(Text(safe_text(self._title), style="bold"))
            yield Static(Text(safe_text(self._refused)), id="refused", classes="" if self._refused else "no")
            yield from self._boxes()
        yield Footer()

    def _boxes(self) -> Iterator[Widget]:
        if self._choices:
            yield Label(Text("choose with the arrow keys, then Enter"))
            yield OptionList(*(Option(Text(safe_text(shown))) for _, shown in self._choices), id="choices")
        for name, text in zip(self._fields, self._draft, strict=True):
            yield Label(Text(name))
            yield TextArea(text, classes="words", tab_behavior="focus")

    def on_mount(self) -> None:
        """Choose nothing for somebody who has to give a reason for it."""
        if self._choices and self._fields:
            self.query_one("#choices", OptionList).highlighted = None

    def on_option_list_option_selected(self) -> None:
        """A choice that needs no words is an answer; otherwise the words are next."""
        if self._fields:
            self.query(".words").first().focus()
        else:
            self.action_send()

    @property
    def _answer(self) -> Answer:
        at = self.query_one("#choices", OptionList).highlighted if self._choices else None
        words = tuple(box.text.strip() for box in self.query(TextArea))
        return Answer(None if at is None else self._choices[at][0], words)

    def action_send(self) -> None:
        """Answer, once something is chosen: nobody gives a verdict by leaving a list as it was."""
        answer = self._answer
        if self._choices and answer.choice is None:
            self._say("Nothing is chosen yet.")
            self.query_one("#choices").focus()
            return
        self.dismiss(answer)

    def action_give_up(self) -> None:
        """Leave it, and hand back what was written."""
        self.dismiss(Answer(None, self._answer.words, is_given=False))

    def _say(self, why: str) -> None:
        refused = self.query_one("#refused", Static)
        refused.update(Text(why))
        refused.remove_class("no")


class Tell(ModalScreen[None]):
    """A page to read; any of escape, enter, q and ? closes it."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,enter,q,question_mark", "close", "close")]

    def __init__(self, text: Text) -> None:
        super().__init__()
        self._text = text

    def compose(self) -> ComposeResult:
        """The page."""
        with VerticalScroll(id="tell"):
            yield Static(self._text)
        yield Footer()

    def action_close(self) -> None:
        """Go back."""
        self.dismiss()
