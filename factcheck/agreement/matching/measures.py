"""How alike are what was asked and what was told, measure by measure?

Each measure is a number, mostly from 0 to 1, with a name under which the table
`data/match_weights.tsv` weighs it. None of them filters: in a quarter of the pairs that
people call the same claim, no number agrees.

Pure: profiles in, numbers out. Callers: `ranking.py`, and the bench that fits the weights.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from rapidfuzz import fuzz
from rapidfuzz.distance import JaroWinkler

from factcheck.agreement.matching.profiles import Profile, Wording, names_in

Rarity = Mapping[str, float]

_LEAST_SPELLING = 0.9  # how alike two spellings of one name are: Suleimani, Soleimani
_SHORTEST_SPELLED = 5
_RARE = 0.6  # of ten thousand texts, that of a term that one in 400 has
_MOST_SPELLINGS = 3
_SATURATION, _LENGTH = 1.2, 0.75  # the constants of BM25, as FTS5 has them,
_USUAL_LENGTH = 16  # and the terms of a usual claim, with what stands around it


def measures(asked: Profile, told: Sequence[Profile], rarity: Rarity) -> list[dict[str, float]]:
    """The measures of each candidate by name; `rarity` is that of the terms asked for, 0 to 1."""
    scores = [_score(one, rarity) for one in told]
    best, perfect = max(scores, default=0.0), sum(rarity.values())
    names = names_in(asked.telling.said)
    return [
        {
            "found": score / best if best else 0.0,
            "found_of_all": score / perfect if perfect else 0.0,
            "names": len(names & one.terms) / max(1, len(names)),
            **_likeness(asked, one, rarity),
        }
        for one, score in zip(told, scores, strict=True)
    ]


def _score(told: Profile, rarity: Rarity) -> float:
    """What the terms in common are worth, as BM25 has it: repeated ones little more, in a long text less."""
    length = _SATURATION * (1 - _LENGTH + _LENGTH * sum(told.counts.values()) / _USUAL_LENGTH)
    return sum(
        worth * count * (_SATURATION + 1) / (count + length)
        for term, worth in rarity.items()
        if (count := told.counts.get(term))
    )


def _likeness(asked: Profile, told: Profile, rarity: Rarity) -> dict[str, float]:
    shared = asked.said & told.terms
    return {
        "order": _fit(fuzz.ratio(mine.ordered, yours.ordered) for mine, yours in _wordings(asked, told)),
        "part": _fit(fuzz.partial_ratio(mine.words, yours.words) for mine, yours in _wordings(asked, told)),
        "rarest": max((rarity.get(term, 0.0) for term in shared), default=0.0),
        "spelled": _spelled(asked, told, shared, rarity),
        "numbers_shared": float(bool(asked.numbers & told.numbers)),
        "numbers_differ": float(bool(asked.numbers and told.numbers and not asked.numbers & told.numbers)),
    }


def _wordings(asked: Profile, told: Profile) -> Iterable[tuple[Wording, Wording]]:
    """What is said against each way in which the other tells it."""
    return ((asked.wordings[0], other) for other in told.wordings if asked.wordings)


def _fit(scores: Iterable[float]) -> float:
    """How well what is said fits, or the middle of that and of a title that fits better."""
    listed = list(scores)
    return (listed[0] + max(listed)) / 200 if listed else 0.0


def _spelled(asked: Profile, told: Profile, shared: frozenset[str], rarity: Rarity) -> float:
    """How many rare terms of the one have a twin in the other that is spelled nearly like them."""
    mine = [
        term for term in asked.said - shared if _may_be_spelled(term) and rarity.get(term, _RARE) >= _RARE
    ]
    yours = [term for term in told.terms - asked.said if _may_be_spelled(term)]
    twins = sum(any(_spelled_alike(one, other) for other in yours) for one in mine)
    return min(twins, _MOST_SPELLINGS) / _MOST_SPELLINGS


def _may_be_spelled(term: str) -> bool:
    return len(term) >= _SHORTEST_SPELLED and not term[0].isdigit()


def _spelled_alike(one: str, other: str) -> bool:
    return one[0] == other[0] and JaroWinkler.similarity(one, other) >= _LEAST_SPELLING
