"""How do two desks' ledgers become one, and how is a ledger kept safe elsewhere?

A merge verifies both files first, brings in what the other has, and scores anew the claims
that it touched, all in one change. Merging again adds nothing.

Callers: cli.
"""

from __future__ import annotations

from pathlib import Path

from factcheck.desk.signature import Signature
from factcheck.desk.states import settle
from factcheck.errors import AskedWrongly, IntegrityFailure, NotFound
from factcheck.ledger.audit import verify
from factcheck.ledger.merging import VERB, Merged, merge_into
from factcheck.ledger.store import Ledger, open_ledger


def merge(ledger: Ledger, path: Path, signature: Signature, *, timeout: float = 30.0) -> Merged:
    """Bring in what the ledger at this path has; IntegrityFailure if either does not verify."""
    if not path.exists():
        raise NotFound(f"there is no ledger at {path}", "Check the spelling of the path.")
    if path.resolve() == ledger.path.resolve():
        raise AskedWrongly("that is this very ledger", "Give the path of another one.")
    with open_ledger(path, mode="read", timeout=timeout) as other, other.snapshot():
        _check(other)
        with signature.change(ledger, VERB) as change:
            _check(ledger)
            merged = merge_into(change, other)
            settle(change, merged.claims)
    return merged


def _check(ledger: Ledger) -> None:
    problems = verify(ledger)
    if problems:
        what = f"{ledger.path} does not verify: {problems[0].where}: {problems[0].what}"
        raise IntegrityFailure(what, "`factcheck audit verify` lists what is wrong; nothing was merged.")
