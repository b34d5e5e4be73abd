"""Who vouches for numbers, and what did people attach to a claim? Sources, citations, stances."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from factcheck.model.claims import Quantity

Scope = Literal["same", "part", "whole", "different"]
RelationLabel = Literal["corroborates", "compatible", "conflicts", "incomparable"]
Reliability = Literal["A", "B", "C", "D", "E", "F"]


@dataclass(frozen=True, slots=True)
class Source:
    """Whoever vouches for numbers. `affiliations` are ids of sources that speak as one with it."""

    id: str
    name: str
    kind: str | None = None
    aliases: tuple[str, ...] = ()
    reliability: Reliability | None = None
    party: bool = False
    affiliations: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Stance:
    """What the person who attached a citation says of it, beside the computed relation."""

    label: RelationLabel
    reason: str
    by: str


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where a passage stands. `sha256` is that of the file's bytes; prefix and suffix are its neighbours."""

    sha256: str | None = None
    path: str | None = None
    locator: str | None = None
    archive: str | None = None
    prefix: str | None = None
    suffix: str | None = None


@dataclass(frozen=True, slots=True)
class Citation:
    """Evidence that a person attached to a claim.

    `source` vouches for the figure (the canonical name that origins are compared by),
    `outlet` printed it. `derived_from` names what the figure was taken from: ids of other
    citations of the same claim, or names of sources that are not cited themselves.
    `date` is EDTF, as exact as known ("2019-12-16", "2019-12", "2019~"). `measure`, `place` and
    `period` (EDTF) are what a person declared to be counted, where and when.
    """

    id: str
    source: str
    passage: str
    quantity: Quantity | None
    outlet: str | None = None
    date: str | None = None
    url: str | None = None
    scope: Scope = "same"
    derived_from: tuple[str, ...] = ()
    reliability: Reliability = "F"
    party: bool = False
    measure: str | None = None
    note: str | None = None
    stance: Stance | None = None
    place: str | None = None
    period: str | None = None


@dataclass(frozen=True, slots=True)
class Rechecked:
    """Whether a stored passage stands in a file; `reason` says why not, `changed` that it is another file."""

    claim: str
    citation: str
    source: str
    passage: str
    path: str
    stands: bool
    changed: bool = False
    locator: str | None = None
    reason: str | None = None
