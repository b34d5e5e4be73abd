import io
import subprocess
import sys

import pytest

from factcheck.show.console import emit, list_width, page_width, paints
from factcheck.show.lines import Segment, line

LINES = [line("over ", Segment("1,500", "number"), Segment(" ● ━▶", "conflicts"), "  "), line()]


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    encoding = "utf-8"  # type: ignore[assignment]

    def isatty(self) -> bool:
        return True


@pytest.fixture(autouse=True)
def plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("NO_COLOR", "FORCE_COLOR", "COLUMNS", "COLORTERM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")


def printed(stream: io.StringIO) -> str:
    emit(LINES, stream)
    return stream.getvalue()


def test_a_pipe_gets_plain_text() -> None:
    assert printed(io.StringIO()) == "over 1,500 ● ━▶\n\n"


def test_a_terminal_gets_bold_and_colour() -> None:
    assert printed(Terminal()) == "over \x1b[1m1,500\x1b[0m\x1b[31m ● ━▶\x1b[0m\n\n"


def test_no_color_leaves_the_bold(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    assert printed(Terminal()) == "over \x1b[1m1,500\x1b[0m ● ━▶\n\n"


@pytest.mark.parametrize("term", ["dumb", ""])
def test_a_dumb_terminal_gets_plain_text(monkeypatch: pytest.MonkeyPatch, term: str) -> None:
    monkeypatch.setenv("TERM", term)
    assert printed(Terminal()) == "over 1,500 ● ━▶\n\n"


def test_a_pipe_is_painted_on_demand(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert paints(io.StringIO())
    assert "\x1b[1m" in printed(io.StringIO())


def test_a_stream_without_the_signs_gets_ascii() -> None:
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding="ascii", write_through=True)
    emit([*LINES, line("Zoë “said” …")], stream)
    assert raw.getvalue() == b'over 1,500 * =>\n\nZo\\xeb "said" .\n'


def test_what_a_renderer_forgot_is_caught() -> None:
    for stream in (io.StringIO(), Terminal()):
        emit([line(Segment("a\x1b]0;x\x07b\u202e"))], stream)
        assert stream.getvalue() == "a␛]0;x␇b⟨U+202E⟩\n"


def test_the_width_is_that_of_the_terminal_within_reason(monkeypatch: pytest.MonkeyPatch) -> None:
    assert (page_width(io.StringIO()), list_width(io.StringIO())) == (80, None)
    for columns, width in (("20", 60), ("100", 100), ("400", 140)):
        monkeypatch.setenv("COLUMNS", columns)
        assert page_width(io.StringIO()) == list_width(io.StringIO()) == width


def test_printing_into_a_pipe_never_loads_rich() -> None:
    code = (
        "import sys, io\n"
        "from factcheck.show import console, dossiers, extracts, lists\n"
        "console.emit([], io.StringIO())\n"
        "sys.exit('rich' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
