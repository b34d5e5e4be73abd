"""A new user signs off a claim with `factcheck review --help` alone."""

import re
import shlex
import shutil
from pathlib import Path

from fixtures.__main__ import LEDGER
from tests.cli.conftest import Typed

COMMANDS = ("queue", "show", "decide", "sign", "publish")


def test_the_commands_of_the_help_bring_a_claim_into_print(type_in: Typed, tmp_path: Path) -> None:
    shutil.copy(LEDGER, tmp_path / "claims.db")
    claim = type_in("review", "queue", "--as", "ana").out.split()[0]
    shown = re.findall(r"^  factcheck (.+?)(?:  .*)?$", type_in("review", "--help").out, re.MULTILINE)
    for name, words in zip(COMMANDS, shown, strict=True):
        assert name in words
        answer = type_in(*shlex.split(words.replace("7k2m", claim)))
        assert answer.code == 0, answer
    assert answer.out.startswith("PUBLISHED: mostly true, decided by ana")


def test_every_command_is_told_in_a_whole_line(type_in: Typed) -> None:
    told = type_in("review", "--help").out
    assert "..." not in told.partition("Commands:")[2]
    assert max(map(len, told.splitlines())) <= 80
