"""How long does a command take on a small ledger, and on a large one? Each is a new process."""

import shutil
import sqlite3
import sys
from contextlib import closing
from pathlib import Path

from bench.ledger.articles import body
from bench.ledger.timing import cold

PAGE = 50
_PYTHON = "import sqlite3, sys; print(len(sqlite3.connect(sys.argv[1]).execute(sys.argv[2]).fetchall()))"
_LIST = f"""
SELECT c.*, d.publisher, s.name FROM claims AS c
JOIN documents AS d ON d.id = c.document JOIN sources AS s ON s.id = c.source ORDER BY c.entry LIMIT {PAGE}
"""  # noqa: S608 - a number of ours
_SHOW = """
SELECT c.*, t.text FROM claims AS c
JOIN documents AS d ON d.id = c.document JOIN texts AS t USING (sha256) WHERE c.id = '{}'
"""
PASSAGE, SOURCE = "about 1,400 villagers were led to safety", "Observatory of the Marn"


def seconds(ledger: Path, bare: Path | None = None) -> dict[str, tuple[float, float | None, float | None]]:
    """Processor seconds of each command: ours, and bare sqlite3 and sqlite-utils that read the same rows."""
    with closing(sqlite3.connect(ledger)) as connection:
        cited = connection.execute("SELECT min(claim) FROM citations").fetchone()[0]
        plain = connection.execute("SELECT id FROM claims ORDER BY entry DESC LIMIT 1").fetchone()[0]
    found: dict[str, tuple[float, float | None, float | None]] = {}
    for name, words, query in (
        (f"list, a page of {PAGE}", ["list", "--limit", str(PAGE), "--nl"], _LIST),
        ("list --source", ["list", "--limit", str(PAGE), "--nl", "--source", body(0)], None),
        ("list --text, nowhere", ["list", "--limit", str(PAGE), "--nl", "--text", "no such words"], None),
        ("show", ["show", plain, "--json"], _SHOW.format(plain)),
        ("score", ["score", cited], None),
    ):
        others = _others(bare, query) if bare and query else (None, None)
        found[name] = (cold(_ours(ledger, *words)), *others)
    found["cite"] = (_cite(ledger, plain), None, None)
    return found


def _others(bare: Path, query: str) -> tuple[float, float]:
    tool = str(Path(sys.executable).parent / "sqlite-utils")
    return cold([sys.executable, "-c", _PYTHON, str(bare), query]), cold([tool, "query", str(bare), query])


def _cite(ledger: Path, claim: str) -> float:
    """What attaching one more citation takes, to a copy that may be written to; each time another one."""
    copy = ledger.with_name(f"{ledger.stem} cited.db")
    shutil.copy(ledger, copy)
    asked = (
        ["cite", claim, f"{PASSAGE} by {hour}", "--source", SOURCE, "--number", "1,400"]
        for hour in range(1, 4)
    )
    found = min(cold(_ours(copy, *words), times=1) for words in asked)
    copy.unlink()
    return found


def _ours(ledger: Path, *words: str) -> list[str]:
    return [sys.executable, "-m", "factcheck", *words, "--db", str(ledger)]
