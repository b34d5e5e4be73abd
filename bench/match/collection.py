"""What does matching see of the labelled claims? Their index, their profiles, and measures of pairs.

The index is that of a real ledger, filled with terms only: these claims have no number of
their own, and a ledger records none such.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from bench.match.sets import Verified
from factcheck.agreement.matching.measures import measures
from factcheck.agreement.matching.profiles import Profile, Telling, profile, telling_of
from factcheck.agreement.matching.terms import terms
from factcheck.language.meaning import nearness, vectors_of
from factcheck.ledger.candidates import MOST, candidates, put_terms
from factcheck.ledger.opening import open_ledger
from factcheck.ledger.store import Ledger, change


@dataclass(frozen=True, slots=True)
class Pair:
    """A candidate for a query, by its entry, with its measures."""

    entry: int
    measured: dict[str, float]


class Collection:
    """The labelled claims in an index of their own, with their sentence vectors, if there are any."""

    def __init__(self, claims: Iterable[Verified], vectors: Mapping[int, bytes]) -> None:
        self.claims = {claim.entry: claim for claim in claims}
        self.vectors = vectors
        self.profiles = {
            claim.entry: profile(Telling(claim.text, claim.title)) for claim in self.claims.values()
        }
        self._folder = tempfile.TemporaryDirectory()
        self.ledger = self._filled(Path(self._folder.name) / "claims.db")

    @property
    def has_meaning(self) -> bool:
        return bool(self.vectors)

    def _filled(self, path: Path) -> Ledger:
        ledger = open_ledger(path, mode="write")
        told = (
            (claim.entry, " ".join(terms(claim.text)), " ".join(terms(claim.title)))
            for claim in self.claims.values()
        )
        with change(ledger, who="bench", at="2026-01-01T00:00:00Z", version="bench", verb="index") as writing:
            put_terms(writing.write, told)
        return ledger

    def close(self) -> None:
        self.ledger.close()
        self._folder.cleanup()

    def pairs(self, text: str, *, without: Iterable[int] = ()) -> tuple[Pair, ...]:
        """The candidates for a text with their measures, as if the claims in `without` were not there."""
        return self.pairs_of(telling_of(text), without=without)

    def pairs_of(self, telling: Telling, *, without: Iterable[int] = ()) -> tuple[Pair, ...]:
        asked, absent = profile(telling), frozenset(without)
        found = candidates(self.ledger.rows, sorted(asked.terms), limit=MOST + len(absent))
        entries = [entry for entry in found.entries if entry not in absent]
        near = self._nearness(asked, entries)
        measured = measures(asked, [self.profiles[entry] for entry in entries], found.rarity)
        return tuple(
            Pair(entry, one | near.get(entry, {})) for entry, one in zip(entries, measured, strict=True)
        )

    def _nearness(self, asked: Profile, entries: list[int]) -> dict[int, dict[str, float]]:
        if not self.vectors:
            return {}
        (mine,) = vectors_of([asked.telling.signed])
        near = nearness(mine, [self.vectors[entry] for entry in entries])
        return {entry: {"meaning": one} for entry, one in zip(entries, near, strict=True)}
