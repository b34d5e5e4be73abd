"""Whatever a ledger, a file or an argument holds: no command prints what a terminal obeys, or shows a defect.

The commands are walked as they are, so one that is added tomorrow is tried tomorrow.
"""

import io
import re
import sys
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path

import click
import pytest

from bench.ledger.fuzz import commands
from factcheck.cli.main import DEFECT, main

# Of everything one: a clipboard write, a link, colours, C1, backspaces, an overwritten line, bidi and
# zero-width characters, markup, a formula, SQL, another alphabet, tabs and line ends.
NASTY = (
    "\x1b]52;c;cm0gLXJmIH4=\x07 \x1b]8;;http://x.example\x07link\x1b]8;;\x07 \x1b[31mred\x1b[0m \x9b31m "
    "12\b\b99 x\ry \u202e12 a\u200bb\u2066c\u2069 [bold]m[/bold] [/] [[ =1+1 '); DROP TABLE claims;-- МЕК "
    "\x7f \x0b e\tf\ng"
)
OBEYED = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069]")
OTHER_MACHINES = ("--fetch", "--online", "--port")
ALL = dict(commands())


@dataclass(frozen=True)
class Hostile:
    """A folder with a ledger whose every text is hostile, and what its records go by."""

    folder: Path
    claim: str
    citation: str
    source: str
    document: str


def typed(*line: str, stdin: bytes = b"") -> tuple[int, str]:
    """Run one command line; its exit code, and all that it printed."""
    out = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True)
    sys.stdin = io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8")
    with redirect_stdout(out), redirect_stderr(out):
        code = main([*line])
    out.seek(0)
    return code, out.read()


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hostile]:
    with pytest.MonkeyPatch.context() as patch:
        folder = tmp_path_factory.mktemp("hostile")
        patch.chdir(folder)
        patch.setenv("FACTCHECK_USER", NASTY)
        patch.setattr(sys, "stdin", sys.stdin)
        yield hostile_ledger(folder)


def hostile_ledger(folder: Path) -> Hostile:
    """Type hostile texts into every place that a ledger keeps."""
    article = f"{NASTY}\n\nOver 450 nurses resigned, {NASTY} said. Some 40 homes burned.\n"
    Path("input.txt").write_text(article, encoding="utf-8", newline="")
    _, out = typed(
        "add", f"over 1,500 died {NASTY}", "--number", "1,500", "--source", f"Desk {NASTY}", "--json"
    )
    claim = re.search(r'"claim": \{\s*"id": "(\w+)"', out)[1]  # type: ignore[index]
    citing = (f"about 1,500 {NASTY}", "--number", "1,500", "--source", f"Paper {NASTY}", "--note", NASTY)
    _, out = typed(
        "cite", claim, *citing, "--outlet", NASTY, "--url", NASTY, "--stance", "conflicts", "--json"
    )
    citation = re.search(r'"citations": \[\s*\{\s*"id": "(\w+)"', out)[1]  # type: ignore[index]
    source = re.search(r'"id": "(\w+)"', typed("source", "list", "--nl")[1])[1]  # type: ignore[index]
    because = ("--because", NASTY)
    for line in (
        ("record", "input.txt", "--outlet", NASTY, "--url", NASTY),
        ("declare", claim, "--measure", NASTY, "--place", NASTY),
        ("amend", claim, "--counted", NASTY, *because),
        ("amend", citation, "--note", f"again {NASTY}", *because),
        ("source", "alias", source, f"Table {NASTY}"),
        ("source", "set", source, "--owner", NASTY, "--interest", NASTY, *because),
        ("model", "set", "ramp", "1.2", *because),
        ("review", "assign", claim, NASTY, *because),
        ("review", "ask", claim, NASTY),
        ("review", "answer", claim, NASTY),
        ("review", "note", claim, NASTY),
        ("review", "decide", claim, "true", *because),
    ):
        code, out = typed(*line)
        assert code == 0, (line, out)
    _, out = typed("list", "--nl")
    return Hostile(folder, claim, citation, source, re.search(r'"document": "(\w+)"', out)[1])  # type: ignore[index]


@pytest.mark.parametrize("path", ALL, ids=" ".join)
def test_nothing_that_a_terminal_obeys_is_printed(path: tuple[str, ...], made: Hostile) -> None:
    whole = Path("claims.db").read_bytes()
    for line in lines(ALL[path], made):
        code, out = typed(*path, *line, stdin=Path("input.txt").read_bytes())
        assert not OBEYED.search(out), (line, out)
        assert code != DEFECT, (line, out)
        if Path("claims.db").read_bytes() != whole:
            Path("claims.db").write_bytes(whole)


def lines(command: click.Command, made: Hostile) -> Iterator[list[str]]:
    """Every kind of record, and a hostile text, for its arguments; and each of its options in turn."""
    needed = [word for option in options(command) if option.required for word in given(option)]
    for first in (
        *words(command),
        made.claim,
        made.citation,
        made.document,
        made.source,
        "input.txt",
        NASTY,
        "-",
    ):
        yield [*needed, "--", *arguments(command, first)]
    for option in options(command):
        if option.opts[-1] not in OTHER_MACHINES and not isinstance(option.type, click.Path):
            first, *_ = (*words(command), made.claim)
            yield [*needed, *given(option), "--", *arguments(command, first)]


def words(command: click.Command) -> list[str]:
    """The words that its first argument may be, where only some may."""
    asked = [one.type for one in command.params if isinstance(one, click.Argument)]
    return list(asked[0].choices) if asked and isinstance(asked[0], click.Choice) else []


def options(command: click.Command) -> list[click.Option]:
    return [one for one in command.params if isinstance(one, click.Option)]


def given(option: click.Option) -> list[str]:
    """The option with a value: a flag alone, each first of a list of words, or a hostile text."""
    name = option.opts[-1]
    if option.is_flag:
        return [name]
    return [name, str(option.type.choices[0]) if isinstance(option.type, click.Choice) else NASTY]


def arguments(command: click.Command, first: str) -> list[str]:
    """The first argument, and a hostile text for each that follows."""
    asked = [one for one in command.params if isinstance(one, click.Argument)]
    return [first, *(NASTY for _ in asked[1:])] if asked else []
