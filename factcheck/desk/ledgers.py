"""How do two desks' ledgers become one, and how is a ledger kept safe elsewhere?

A merge verifies both files first, brings in what the other has, and scores anew the claims
that it touched, all in one change. Merging again adds nothing.

Callers: cli.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TextIO

from factcheck.desk.reviews import refuse_unlawful
from factcheck.desk.signature import Signature
from factcheck.desk.states import refresh
from factcheck.errors import AskedWrongly, IntegrityFailure, NotFound
from factcheck.exchange.notation import escape_unsafe
from factcheck.ledger.admission import check_place
from factcheck.ledger.audit import checkpoint, verify
from factcheck.ledger.backups import back_up
from factcheck.ledger.bundles import bundle, unbundle
from factcheck.ledger.merging import VERB, Disputed, Merged, merge_into
from factcheck.ledger.opening import open_ledger
from factcheck.ledger.refusals import translated
from factcheck.ledger.states import review_state
from factcheck.ledger.store import Ledger


@dataclass(frozen=True, slots=True)
class BackedUp:
    """Where a copy is, and its checkpoint line."""

    path: str
    checkpoint: str


def merge(ledger: Ledger, path: Path, signature: Signature, *, timeout: float = 30.0) -> Merged:
    """Bring in what the ledger at this path has; IntegrityFailure if either does not verify."""
    if not path.exists():
        raise NotFound(f"there is no ledger at {path}", "Check the spelling of the path.")
    if path.samefile(ledger.path):
        raise AskedWrongly("that is this very ledger", "Give the path of another one.")
    with open_ledger(path, mode="read", timeout=timeout) as other, other.snapshot():
        _check(other)
        with signature.change(ledger, VERB) as change:
            _check(ledger)
            merged = merge_into(change, other)
            refuse_unlawful(ledger, merged.claims)
            refresh(change, merged.claims)
            disputed = dict.fromkeys((*merged.disputed, *_disputed(ledger, merged.claims)))
    return replace(merged, disputed=tuple(disputed))


def backup(ledger: Ledger, target: Path) -> BackedUp:
    """Copy the ledger to a file that takes its place in one step."""
    if target.exists() and target.samefile(ledger.path):
        raise AskedWrongly("that is this very ledger", "Give the path of another file.")
    return BackedUp(str(target), back_up(ledger, target))


def write_bundle(ledger: Ledger, out: TextIO) -> int:
    """Write the ledger as a bundle that may be printed anywhere; how many rows it has."""
    lines = 0
    for line in bundle(ledger):
        out.write(f"{escape_unsafe(line)}\n")
        lines += 1
    return lines - 1


def read_bundle(lines: Iterable[str], name: str, target: Path, *, at: str) -> str:
    """Make a ledger at `target`, where none may be, from a bundle; its checkpoint line."""
    if target.exists():
        hint = "Give the path of a new one with --db; `factcheck merge` joins two ledgers."
        raise AskedWrongly(f"{target} is there already", hint)
    check_place(target, "write")
    with translated(target), tempfile.TemporaryDirectory(dir=target.absolute().parent) as folder:
        draft = Path(folder) / "claims.db"

        def make(ledger_id: str) -> Ledger:
            return open_ledger(draft, mode="write", ledger_id=ledger_id, at=at)

        with unbundle(lines, name, make) as made:
            line = checkpoint(made)
        draft.replace(target)
    return line


def _disputed(ledger: Ledger, claims: Iterable[str]) -> Iterator[Disputed]:
    """The claims whose decisions, or corrections, part ways."""
    return (Disputed("claim", claim) for claim in claims if review_state(ledger, claim).disputed)


def _check(ledger: Ledger) -> None:
    problems = verify(ledger)
    if problems:
        what = f"{ledger.path} does not verify: {problems[0].where}: {problems[0].what}"
        raise IntegrityFailure(what, "`factcheck audit verify` lists what is wrong; nothing was merged.")
