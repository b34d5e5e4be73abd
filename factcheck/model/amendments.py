"""What was put right about a record after it was made, and what differs between two moments?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

AmendedNoun = Literal["document", "claim", "citation"]


@dataclass(frozen=True, slots=True)
class Change:
    """One part of a record that holds otherwise now: its name, and both values as text, None for nothing."""

    part: str
    before: str | None
    now: str | None


@dataclass(frozen=True, slots=True)
class Amendment:
    """One revision of a claim, its document or one of its citations, as the page of the claim tells it.

    `withdrawn` says whether the record stands after it; `disputed` that another revision follows
    the same one, and none has settled it.
    """

    noun: AmendedNoun
    subject: str
    at: str
    by: str
    reason: str
    withdrawn: bool
    changes: tuple[Change, ...] = ()
    disputed: bool = False


@dataclass(frozen=True, slots=True)
class Difference:
    """One record that differs: the claim, its agreement or a citation; added, removed or changed, and how."""

    noun: str
    id: str
    what: str
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True)
class Compared:
    """A claim at two moments. `first` and `second` are the moments, None for the present."""

    claim: str
    phrase: str
    first: str
    second: str | None
    differences: tuple[Difference, ...]
