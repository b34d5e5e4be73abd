"""What is looked at, when two texts are held against each other?

A text that tells something is cut once: into terms, into its wordings without digits
(numbers are compared as numbers, never letter by letter: "12 people" is spelled much like
"19 people"), into numbers, years and names. A post that was pasted with its signature is
parted from it: who posted it, and when, is not what it says.

Pure. Callers: `measures.py`, `ranking.py`, `desk.matching`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from factcheck.agreement.matching.terms import terms, terms_of, tokens, without_addresses
from factcheck.model import Quantity, Span

LONGEST_WORDING = 150  # words that are compared letter by letter
_YEAR = re.compile(r"(?:1[89]|20)\d\d")
# Matches "Marn" and "O'Dowd" in "floods in Marn, says O'Dowd"; not "Floods" at the start of a sentence.
_NAME = re.compile(r"(?<![.!?:“\"‘]\s)(?<!^)(?<!\n)\b[A-Z][\w'’-]+")
# Matches "— Jo Marn (@jomarn) May 4, 2019"; not "- and then (@jomarn) said".
_SIGNATURE = re.compile(
    r"""
    (?:^|\s)[—–]\s*
    (?P<signed>
        [^—–\n]{1,80}\(@\w{1,20}\)                      # — Jo Marn (@jomarn)
        (?:\s*[A-Z][a-z]+\s\d{1,2},\s\d{4})?            # May 4, 2019
    )
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Telling:
    """A text that tells something: what it says, and what stands around it.

    `around` is who posted or printed it, and when, in words; `sources` are names of who is
    credited. A recorded claim also has its own `quantity`, which stands at `span` of what is
    said, and may be denied by its source.
    """

    said: str
    title: str = ""
    around: str = ""
    sources: tuple[str, ...] = ()
    quantity: Quantity | None = None
    span: Span | None = None
    denied: bool = False

    @property
    def signed(self) -> str:
        """What is said, and what stands around it, as one text."""
        return f"{self.said} {self.around}".strip()


@dataclass(frozen=True, slots=True)
class Wording:
    """One way in which something is told: its words without digits, also in the order of the alphabet."""

    words: str
    ordered: str


@dataclass(frozen=True, slots=True)
class Profile:
    """A telling, cut once. `said` and `beside` are the terms of what is said and of what stands around it.

    `counts` says how often each of them stands there.
    """

    telling: Telling
    said: frozenset[str]
    beside: frozenset[str]
    counts: Mapping[str, int]
    wordings: tuple[Wording, ...]
    numbers: frozenset[str]
    years: frozenset[str]

    @property
    def terms(self) -> frozenset[str]:
        """All its terms."""
        return self.said | self.beside


def telling_of(text: str) -> Telling:
    """A text as it was typed or pasted, parted from its signature."""
    signatures = " ".join(found["signed"] for found in _SIGNATURE.finditer(text))
    return Telling(without_addresses(_SIGNATURE.sub(" ", text)), around=signatures)


def profile(telling: Telling) -> Profile:
    """What matching looks at in a telling."""
    said, title = tokens(telling.said), tokens(telling.title)
    in_order = terms_of(said)
    beside = terms_of((*title, *tokens(" ".join((telling.around, *telling.sources)))))
    numbers = frozenset(term for term in in_order if term[0].isdigit())
    years = frozenset(number for number in numbers if _YEAR.fullmatch(number))
    return Profile(
        telling,
        said=frozenset(in_order),
        beside=frozenset(beside),
        counts=Counter((*in_order, *beside)),
        wordings=tuple(_wording(found) for found in (said, title) if found),
        numbers=numbers - years,
        years=years,
    )


def names_in(said: str) -> frozenset[str]:
    """The terms of the words that are printed with a capital, the first ones of sentences left out."""
    return frozenset(terms(" ".join(_NAME.findall(said))))


def _wording(found: Sequence[str]) -> Wording:
    words = [token for token in found if not token[0].isdigit()][:LONGEST_WORDING]
    return Wording(" ".join(words), " ".join(sorted(words)))
