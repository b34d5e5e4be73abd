"""How do rows get into the ledger, from whichever format they came in?

All of a file is one transaction, or nothing: if any row has a problem, none is recorded, and
every problem is told with its place. What is there already is not added again, so a file may
be imported twice. A dry run does all of it and keeps nothing. Rows are taken in some hundreds
at a time, so that memory does not grow with them.

Callers: `claim_rows.py`, `citation_rows.py`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import islice
from typing import Generic, TypeVar

from factcheck.desk.states import refresh
from factcheck.errors import FactcheckError
from factcheck.exchange.problems import RowProblem
from factcheck.exchange.sheets.rows import CitationRow, ClaimRow
from factcheck.ledger.store import Change

Row = TypeVar("Row", ClaimRow, CitationRow)
AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import did, or, dry, would do: how many rows could be read, how many are new, what is wrong."""

    rows: int
    new: int
    problems: tuple[RowProblem, ...]


@dataclass(slots=True)
class Incoming(Generic[Row]):
    """An import under way; `concerned` are the claims that have to be scored anew."""

    change: Change
    rows: int = 0
    new: int = 0
    problems: list[RowProblem] = field(default_factory=list)
    concerned: dict[str, None] = field(default_factory=dict)

    def sound(self, some: Iterable[Row | RowProblem]) -> Iterator[Row]:
        """The rows that could be read; a problem is noted."""
        for row in some:
            if isinstance(row, RowProblem):
                self.problems.append(row)
            else:
                self.rows += 1
                yield row

    @contextmanager
    def watching(self, row: Row) -> Iterator[None]:
        """Note what is refused of a row, with its place."""
        try:
            yield
        except FactcheckError as error:
            self.problems.append(RowProblem(row.where, error.message, error.hint))


def bring_in(
    change: Change,
    rows: Iterable[Row | RowProblem],
    take: Callable[[Incoming[Row], Sequence[Row | RowProblem]], None],
    *,
    dry_run: bool,
) -> Imported:
    """Let `take` take in some rows after the other; keep all of them, or none."""
    done, waiting = Incoming[Row](change), iter(rows)
    while some := list(islice(waiting, AT_ONCE)):
        take(done, some)
    if done.problems or dry_run:
        change.discard()
    else:
        refresh(change, list(done.concerned))
    return Imported(done.rows, done.new, tuple(done.problems))
