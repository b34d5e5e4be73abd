"""Type hostile command lines: `python -m bench.ledger.fuzz [--inputs N] [--seed N] [--all]`.

Random texts go through add, cite, record and import (with `--all`, through every command) in this
process, on one ledger. None may end in a defect of ours or print what a terminal obeys, and the ledger
has to verify afterwards.
"""

import argparse
import io
import json
import os
import random
import re
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import chdir, redirect_stderr, redirect_stdout
from pathlib import Path

import click

from factcheck.cli.main import DEFECT, main, root
from factcheck.ledger.audit import verify
from factcheck.ledger.opening import open_ledger
from factcheck.ledger.search import list_claims

FUZZED = ("add", "cite", "record", "import")
LEDGER = "fuzzed.db"
OBEYED = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
PIECES = (
    *(
        "over 1,500 people",
        "about 30",
        "40 per cent",
        "at least 12",
        "1.234",
        "-0",
        "9" * 400,
        "1e999",
        "½",
        "٣٠",
    ),
    *(
        "the Council",
        "MEK",
        "МЕК",
        "[bold]x[/bold] [/]",
        "=1+1",
        "'); DROP TABLE claims;--",
        "%s %n {0}",
        "x/../x",
    ),
    *(
        "\x1b]52;c;eA==\x07",
        "\x1b]8;;http://x\x07y",
        "\x1b[31m",
        "\x9b31m",
        "12\b\b99",
        "a\rb",
        "\u202e12",
        "\u200b",
    ),
    *(
        "\x00",
        "\ufeff",
        "\ud800",
        "\U0010ffff",
        "e\u0301" * 50,
        "\n",
        "\t",
        "  ",
        "",
        "-",
        "--",
        "2026-02-30",
        "2019-12",
    ),
    *(
        "https://x.example/\x1b",
        "javascript:alert(1)",
        "file:///etc/passwd",
        "@9",
        "{",
        "[1",
        "null",
        '{"a": 1}',
        "said",
    ),
)
ALPHABETS = ((32, 126), (0, 31), (128, 159), (0x400, 0x4FF), (0x2000, 0x206F), (0x1F300, 0x1F5FF), (48, 57))
Line = list[str]


def begin() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--inputs", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=2026)
    parser.add_argument("--all", action="store_true", help="every command, not only those that add")
    asked = parser.parse_args()
    memory = Path("/dev/shm")  # a file system in memory, if there is one
    with tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else None) as folder:
        tally = fuzz(Path(folder), asked.inputs, asked.seed, every=asked.all)
    told = ", ".join(f"{count} ended with {code}" for code, count in sorted(tally.items()))
    print(f"{tally.total()} inputs: {told}; no defect, nothing a terminal obeys, and the ledger verifies")


def fuzz(folder: Path, inputs: int, seed: int, *, every: bool = False) -> Counter[int]:
    """Type so many command lines; how many ended with which exit code. AssertionError for a defect."""
    chance, tally = random.Random(seed), Counter[int]()
    leaves = [(path, command) for path, command in commands() if every or path[0] in FUZZED]
    with chdir(folder):
        os.environ.update(FACTCHECK_DB=LEDGER, FACTCHECK_USER="Fuzz")
        typed("add", "over 900 homes were flooded", "--source", "Council")
        with open_ledger(Path(LEDGER), mode="read") as ledger:
            claims = [listed.id for listed in list_claims(ledger, limit=20)]
        for number in range(inputs):
            path, command = chance.choice(leaves)
            Path("input.txt").write_text(text(chance), encoding="utf-8", errors="surrogatepass")
            line = [*path, *map(as_passed, arguments(command, chance, claims))]
            code, out = typed(*line, stdin=text(chance))
            assert code != DEFECT, f"input {number}: {json.dumps(line)}\n{out}"
            assert "Traceback" not in out, f"input {number}: {json.dumps(line)}\n{out}"
            assert not OBEYED.search(out), f"input {number}: {json.dumps(line)}\n{out!r}"
            tally[code] += 1
        with open_ledger(Path(LEDGER), mode="read") as ledger:
            assert verify(ledger) == (), verify(ledger)
    return tally


def commands(
    group: click.Group = root, path: tuple[str, ...] = ()
) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    """Every command that does something, with the words that name it."""
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        if isinstance(command, click.Group):
            yield from commands(command, (*path, name))
        elif command is not None:
            yield (*path, name), command


def arguments(command: click.Command, chance: random.Random, claims: list[str]) -> Line:
    """Values for the arguments of a command, and for some of its options."""
    line: Line = []
    for parameter in command.params:
        if isinstance(parameter, click.Argument):
            line.append(chance.choice((text(chance), chance.choice(claims), "input.txt", "-")))
        elif isinstance(parameter, click.Option) and (parameter.required or chance.random() < 0.3):
            line += option(parameter, chance)
    return line


def option(parameter: click.Option, chance: random.Random) -> Line:
    """An option with a value; never another file, and no reading of the network."""
    name = parameter.opts[-1]
    if name in ("--online", "--port") or isinstance(parameter.type, click.Path):
        return []
    if parameter.is_flag:
        return [name]
    if isinstance(parameter.type, click.Choice):
        return [name, str(chance.choice(list(parameter.type.choices)))]
    return [name, text(chance)]


def text(chance: random.Random) -> str:
    """Pieces that are known to be awkward, and characters of one block."""
    parts = [chance.choice(PIECES) for _ in range(chance.randrange(1, 5))]
    if chance.random() < 0.3:
        low, high = chance.choice(ALPHABETS)
        parts.append("".join(chr(chance.randint(low, high)) for _ in range(chance.randrange(30))))
    chance.shuffle(parts)
    return " ".join(parts)


def as_passed(word: str) -> str:
    """A word as a system passes it to a program: it ends at a NUL, and what is no text are bytes."""
    return os.fsdecode(word.replace("\0", "").encode("utf-8", "surrogatepass"))


def typed(*line: str, stdin: str = "") -> tuple[int, str]:
    """Run one command line; its exit code, and all that it printed."""
    out = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", errors="backslashreplace", write_through=True)
    sys.stdin = io.TextIOWrapper(io.BytesIO(stdin.encode("utf-8", "surrogatepass")), encoding="utf-8")
    with redirect_stdout(out), redirect_stderr(out):
        code = main([*line])
    out.seek(0)
    return code, out.read()


if __name__ == "__main__":
    begin()
