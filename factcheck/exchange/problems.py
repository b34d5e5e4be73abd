"""What is wrong with one row of an import, where, and what to do about it?

A problem is a value: one bad row hides no other, and whoever imports decides what becomes
of the good ones. Used by every reader of rows: tables, references, ClaimReview, annotations.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RowProblem:
    """Something in a file that cannot be taken in: `where` is `file:line:column`, or a path in JSON."""

    where: str
    what: str
    hint: str = ""

    def __str__(self) -> str:
        return f"{self.where}: {self.what}"
