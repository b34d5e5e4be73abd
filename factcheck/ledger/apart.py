"""Which bodies are known to be two, however alike their names are, and why?

PMOI and NCRI, IEA and IAEA, Niger and Nigeria: the table `not_the_same` says so for bodies
that are taken for each other in print. It never merges and never parts anything: it only
warns whoever names the one where the other is known.

Pure. Callers: `likeness`, `neighbours`, `desk`.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from factcheck.language.lexicon import table
from factcheck.ledger.names import fold


def kept_apart(name: str, others: Iterable[str]) -> str | None:
    """Why this name is none of the others, which are names of one body; None where nothing is known."""
    known = set(map(fold, others))
    return next((why for partners, why in _partners().get(fold(name), ()) if partners & known), None)


def partners(name: str) -> tuple[str, ...]:
    """The folded names of the bodies that this one is taken for."""
    return tuple(sorted({other for names, _ in _partners().get(fold(name), ()) for other in names}))


@cache
def _partners() -> dict[str, tuple[tuple[frozenset[str], str], ...]]:
    """By the folded name of a body: the names of each that it is not, with the reason."""
    found: dict[str, tuple[tuple[frozenset[str], str], ...]] = {}
    for row in table("not_the_same"):
        one, other = (frozenset(map(fold, row[side].split("; "))) for side in ("one", "other"))
        for names, others in ((one, other), (other, one)):
            for name in names:
                found[name] = (*found.get(name, ()), (others, row["why"]))
    return found
