"""What README and docs/ print is what the program prints.

A block marked `console` holds commands after `$ ` and, below each, its true output. The
blocks of one page run in order, in an empty folder beside the fixtures.
"""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def run(command: str, folder: Path) -> str:
    """What the command prints, standard error included, as a person called Desk would see it."""
    words = shlex.split(command)
    assert words[0] == "factcheck", f"only factcheck is run here, not {words[0]}"
    environment = {**os.environ, "FACTCHECK_USER": "Desk", "PYTHONIOENCODING": "utf-8", "COLUMNS": "80"}
    done = subprocess.run(
        [sys.executable, "-m", "factcheck", *words[1:]],
        cwd=folder,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    return done.stdout


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_command_of_a_page_prints_what_the_page_says(
    page: Path, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    (tmp_path / "fixtures").symlink_to(ROOT / "fixtures")
    text = page.read_text(encoding="utf-8")
    true = BLOCK.sub(lambda block: f"```console\n{replayed(block[1], tmp_path)}```", text)
    if request.config.getoption("--regenerate"):
        page.write_text(true, encoding="utf-8")
    assert page.read_text(encoding="utf-8") == true


def replayed(block: str, folder: Path) -> str:
    """The block with the output that its commands print now."""
    commands = [part.partition("\n")[0] for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]]
    return "".join(f"$ {command}\n{run(command, folder)}" for command in commands)


def test_the_readme_shows_a_real_run() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    assert sum(block.count("$ factcheck ") for block in BLOCK.findall(text)) >= 4


def test_every_command_is_in_the_readme() -> None:
    from factcheck.cli.main import COMMANDS

    text = (ROOT / "README.md").read_text(encoding="utf-8")
    assert [name for name in COMMANDS if f"`{name}" not in text] == []
