"""How is a ledger copied while people write to it?

SQLite's own online backup reads one moment of the file. The copy is made beside the target,
verified, and takes the target's place in one step: whatever stood there before stays until
then, and a copy that does not verify never gets there.

Callers: `desk`.
"""

from __future__ import annotations

import os
import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path

from factcheck.errors import IntegrityFailure
from factcheck.ledger.admission import check_place
from factcheck.ledger.audit import checkpoint, verify
from factcheck.ledger.opening import open_ledger
from factcheck.ledger.refusals import translated
from factcheck.ledger.store import Ledger

_PAGES = 4096  # copied at a time: writers get their turn in between


def back_up(ledger: Ledger, target: Path) -> str:
    """Copy the ledger to `target`, verified; its checkpoint line.

    Raises IntegrityFailure where the copy does not verify, LedgerBusy or NotFound where it cannot be written.
    """
    check_place(target, "write")
    with translated(target), tempfile.TemporaryDirectory(dir=target.absolute().parent) as folder:
        draft = Path(folder) / "claims.db"
        with closing(sqlite3.connect(draft)) as copy:
            ledger.copy_to(copy, pages=_PAGES)
        line = _verified(draft)
        with draft.open("rb") as written:
            os.fsync(written.fileno())
        draft.replace(target)
    return line


def _verified(draft: Path) -> str:
    with open_ledger(draft, mode="read") as copied:
        if problems := verify(copied):
            what = f"the copy does not verify: {problems[0].where}: {problems[0].what}"
            raise IntegrityFailure(what, "`factcheck audit verify` lists what is wrong with the ledger.")
        return checkpoint(copied)
