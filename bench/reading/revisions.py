"""Which claims does one revision of the reader gain, lose or read otherwise than another?

`python -m bench.reading.revisions OLD [NEW] --texts FOLDER` reads every text of the folder
with both revisions, each checked out by git into a temporary folder of its own (`.` is the
working tree as it stands, and NEW without being named), and prints what came, what went, and
what changed: value, hedge, unit, source. What a reader says is taken from `factcheck extract
--json`, so that any two revisions can be compared. Exit code 1 if anything differs.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from bench.reading.readers import Claims

ROOT = Path(__file__).resolve().parents[2]
CONTEXT = 50  # characters shown on both sides of a claim
Texts = dict[str, Claims]


@dataclass(frozen=True, slots=True)
class Difference:
    """One claim that two revisions read differently: gained, lost, or the names of what changed."""

    path: str
    span: tuple[int, int]
    what: str
    old: str
    new: str


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m bench.reading.revisions", description=__doc__)
    parser.add_argument("old", help="a revision, as git names it")
    parser.add_argument("new", nargs="?", default=".", help="another one; the working tree without")
    data = os.environ.get("FACTCHECK_DATA")
    parser.add_argument("--texts", default=f"{data}/news/texts" if data else None, help="a folder of texts")
    asked = parser.parse_args()
    if not asked.texts:
        parser.error("which texts? Give --texts FOLDER or set FACTCHECK_DATA")
    folder = Path(asked.texts).resolve()
    found = list(differences(claims_at(asked.old, folder), claims_at(asked.new, folder)))
    for difference in found:
        print(shown(difference, folder))
    counts = Counter(kind for difference in found for kind in difference.what.split(", "))
    print("; ".join(f"{kind}: {count}" for kind, count in sorted(counts.items())) or "no difference")
    return 1 if found else 0


def claims_at(revision: str, folder: Path) -> Texts:
    """What the reader of a revision says of each text of a folder, by the name of the text."""
    with checked_out(revision) as root:
        paths = {**os.environ, "PYTHONPATH": str(root)}
        command = [sys.executable, "-m", "factcheck", "extract", "--json", str(folder)]
        run = subprocess.run(command, cwd=root, env=paths, capture_output=True, text=True, check=True)
    return {Path(text["path"]).name: text["claims"] for text in json.loads(run.stdout)["documents"]}


@contextmanager
def checked_out(revision: str) -> Iterator[Path]:
    """The root of a tree that holds a revision; it is gone afterwards."""
    if revision == ".":
        yield ROOT
        return
    with TemporaryDirectory() as folder:
        place = str(Path(folder) / "tree")
        git("worktree", "add", "--quiet", "--detach", place, revision)
        try:
            yield Path(place)
        finally:
            git("worktree", "remove", "--force", place)


def git(*command: str) -> None:
    subprocess.run(["git", *command], cwd=ROOT, check=True)


def differences(old: Texts, new: Texts) -> Iterator[Difference]:
    """What the second reading gained, lost or changed, in the order of the texts."""
    for path in sorted(old.keys() | new.keys()):
        yield from _within(path, old.get(path, []), new.get(path, []))


def _within(path: str, old: Claims, new: Claims) -> Iterator[Difference]:
    partners = dict(_pairs(old, new))
    taken = set(partners.values())
    found = [
        Difference(path, _span(new[at]), "gained", "", _said(new[at]))
        for at in range(len(new))
        if at not in taken
    ]
    for at, claim in enumerate(old):
        if at not in partners:
            found.append(Difference(path, _span(claim), "lost", _said(claim), ""))
            continue
        other = new[partners[at]]
        changed = [
            name for name, one, two in zip(LOOKED_AT, _looks(claim), _looks(other), strict=True) if one != two
        ]
        if changed:
            found.append(Difference(path, _span(other), ", ".join(changed), _said(claim), _said(other)))
    yield from sorted(found, key=lambda difference: difference.span)


def _pairs(old: Claims, new: Claims) -> Iterator[tuple[int, int]]:
    """Which claims of two readings of one text stand for one another: those that meet, each once."""
    at = 0
    for place, claim in enumerate(old):
        start, end = _span(claim)
        while at < len(new) and _span(new[at])[1] <= start:
            at += 1
        if at < len(new) and _span(new[at])[0] < end:
            yield place, at
            at += 1


LOOKED_AT = ("value", "hedge", "unit", "source")


def _looks(claim: dict[str, Any]) -> tuple[object, ...]:
    quantity, credit = claim["quantity"], claim["attribution"]
    value = tuple(quantity[name] for name in ("low", "high", "point"))
    via = tuple(link["source"] for link in credit["via"])
    return (
        value,
        quantity["hedge"],
        quantity["unit"],
        (credit["type"], credit["source"], credit["canonical"], via),
    )


def _said(claim: dict[str, Any]) -> str:
    value, hedge, unit, (kind, source, name, via) = _looks(claim)  # type: ignore[misc]
    whose = f"{kind} {source!r} = {name!r}" + (f" via {', '.join(via)}" if via else "")
    return f"{claim['surface']!r} {value} {hedge} {unit or ''} [{whose}]"


def _span(claim: dict[str, Any]) -> tuple[int, int]:
    start, end = claim["span"]
    return start, end


def shown(difference: Difference, folder: Path) -> str:
    """A difference in three or four lines: where, in which words, what was read, what is read now."""
    start, end = difference.span
    text = (folder / difference.path).read_bytes().decode("utf-8")
    words = f"{text[max(0, start - CONTEXT) : start]}[[{text[start:end]}]]{text[end : end + CONTEXT]}"
    lines = [f"{difference.what}: {difference.path}:{start} {' '.join(words.split())}"]
    lines += [f"  - {difference.old}"] if difference.old else []
    lines += [f"  + {difference.new}"] if difference.new else []
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())
