"""What does the framework itself take? A list and a page of its own, with nothing behind them."""

from textual.app import App, ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import Footer, OptionList, Static

LINES = 40


class BareApp(App[None]):
    """A list of so many lines, and a page of forty for each."""

    CSS = "#list { width: 34%; } #page { width: 1fr; }"

    def __init__(self, many: int) -> None:
        super().__init__()
        self._many = many

    def compose(self) -> ComposeResult:
        """The list, the page, the keys."""
        with Horizontal():
            yield OptionList(
                *(f"{number} claims of so many words" for number in range(self._many)), id="list"
            )
            with VerticalScroll(id="page"):
                yield Static(id="claim")
        yield Footer()

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Show the page of a line."""
        lines = (f"line {place} of page {event.option_index}, with so many words" for place in range(LINES))
        self.query_one("#claim", Static).update("\n".join(lines))
