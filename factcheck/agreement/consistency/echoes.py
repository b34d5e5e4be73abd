"""Which citations may only repeat another one?

Ten papers with one agency's figure are one origin, but they seldom say so in so many words.
What gives them away: a credit inside the passage ("according to Reuters", "(AFP)"), the same
sentences, several unround figures in common, a declared tie. Each is a suggestion of
derived-from with its reason, for a person to accept; nothing is ever applied here.

Pure: citations in, suggestions out, in their order. Callers: desk, `retellings.py` for the credits.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Literal

from factcheck.agreement.cores import stated_number
from factcheck.agreement.provenance import date_key, name_key
from factcheck.agreement.wording import counted, listed, number
from factcheck.language.attributions import attribute
from factcheck.language.lexicon import table
from factcheck.language.quantities import read
from factcheck.model import Attribution, Citation

Sign = Literal["credit", "copy", "figures", "affiliation"]
Ties = Mapping[str, Mapping[str, str]]  # of a name key, the keys that it is tied to, and why
NO_TIES: Ties = {}

SHINGLE = 4  # words
LEAST_SHINGLES = 4
ALIKE = 0.6  # of the shingles of the shorter passage
HOLDERS = 16  # of one shingle or figure that are looked at: the earliest
UNROUND_DIGITS = 3
COINCIDENCES = 2
_WORD = re.compile(r"\w+")
_NUMBER = re.compile(r"\d[\d,.]*\d|\d")
# Matches "(Reuters)" and "(AFP)"; not "(3.2 million)" or "(see below)".
_CREDIT = re.compile(r"\((?P<name>[A-Z][\w.&’' /-]{1,40})\)")
_BODIES = frozenset(name_key(row["name"]) for row in table("bodies"))
_SMALL_WORDS = frozenset(["the", "of", "and", "for", "in", "a", "via", "on"])


@dataclass(frozen=True, slots=True)
class EchoSuggestion:
    """A citation that may be derived from `parent`: the id of another citation, or a name.

    `sign` is what gives it away, `reason` says so in a sentence.
    """

    citation: str
    parent: str
    sign: Sign
    reason: str


def echoes(citations: Sequence[Citation], ties: Ties = NO_TIES) -> tuple[EchoSuggestion, ...]:
    """What the citations of one claim may have been taken from, beyond what is declared.

    `ties` say which sources speak as one or have one owner. A citation is never said to
    derive from a later one, from its own source, or from what it already declares.
    """
    ordered = sorted(citations, key=lambda citation: (date_key(citation.date), citation.id))
    declared = {citation.id: _declared(citation, citations) for citation in citations}
    found: dict[tuple[str, str], EchoSuggestion] = {}
    for suggestion in (
        *_by_credit(ordered),
        *_by_copy(ordered),
        *_by_figures(ordered),
        *_by_ties(ordered, ties),
    ):
        if not declared[suggestion.citation] & {suggestion.parent, name_key(suggestion.parent)}:
            found.setdefault((suggestion.citation, suggestion.parent), suggestion)
    place = {citation.id: index for index, citation in enumerate(citations)}
    return tuple(sorted(found.values(), key=lambda one: (place[one.citation], one.parent)))


def _declared(citation: Citation, citations: Sequence[Citation]) -> set[str]:
    """Ids and name keys of what a citation is declared to derive from."""
    parents = set(citation.derived_from) | {name_key(parent) for parent in citation.derived_from}
    named = {name_key(one.source) for one in citations if one.id in parents}
    return parents | named | {one.id for one in citations if name_key(one.source) in parents | named}


# -- a credit inside the passage --------------------------------------------------------------------------


def _by_credit(ordered: Sequence[Citation]) -> Iterator[EchoSuggestion]:
    by_words = _index_of_names(ordered)
    for citation in ordered:
        own = _name_words(citation.source) | _name_words(citation.outlet or "")
        for name, cue in credits_in(citation.passage):
            if _name_words(name) & own:
                continue
            parent = _cited(name, citation, by_words)
            told = f"its passage credits the number to “{name}” ({cue})"
            where = (
                f", cited here as {parent.source}"
                if parent and name_key(parent.source) != name_key(name)
                else ""
            )
            yield EchoSuggestion(
                citation.id,
                parent.id if parent else name,
                "credit",
                f"{_called(citation)} may repeat {parent.source if parent else name}: {told}{where}.",
            )


@lru_cache(maxsize=8192)
def credits_in(passage: str) -> tuple[tuple[str, str], ...]:
    """Who is credited in a passage, by our own reading of attributions, and by which words."""
    spans = [found.span for found in read(passage)[0]]
    credited: dict[str, str] = {}
    for attribution in attribute(passage, spans):
        for name, cue in _names_of(attribution):
            credited.setdefault(name, cue)
    for match in _CREDIT.finditer(passage):
        if name_key(match["name"]) in _BODIES:
            credited.setdefault(match["name"], "a credit in brackets")
    return tuple(credited.items())


def _names_of(attribution: Attribution) -> Iterator[tuple[str, str]]:
    """The outermost reporter first: a copy was taken from it, not from whom it quotes."""
    if attribution.polarity == "denied":
        return
    for credit in attribution.via[:1]:
        yield credit.source, f"“{credit.cue or 'via'}”"
    if not attribution.via and attribution.type in ("named", "nested") and attribution.canonical:
        yield attribution.canonical, f"“{attribution.cue or 'credit'}”"


def _index_of_names(citations: Sequence[Citation]) -> dict[str, list[Citation]]:
    index: dict[str, list[Citation]] = defaultdict(list)
    for citation in citations:
        for word in _name_words(citation.source) | _name_words(citation.outlet or ""):
            index[word].append(citation)
    return index


def _cited(name: str, citation: Citation, by_words: dict[str, list[Citation]]) -> Citation | None:
    """The latest earlier citation of whom the name means: all of its words are in theirs."""
    words = _name_words(name)
    known = [by_words.get(word, []) for word in words]
    if not known or not all(known):
        return None
    holders = Counter(one.id for found in known for one in found)
    least = min(known, key=len)
    fitting = [one for one in least if holders[one.id] == len(words) and _may_precede(one, citation)]
    return fitting[-1] if fitting else None


@lru_cache(maxsize=8192)
def _name_words(name: str) -> frozenset[str]:
    return frozenset(_WORD.findall(name.casefold())) - _SMALL_WORDS


# -- the same sentences -----------------------------------------------------------------------------------


def _by_copy(ordered: Sequence[Citation]) -> Iterator[EchoSuggestion]:
    """Passages that share most of their shingles, and all of their numbers, with an earlier one."""
    holders: dict[int, list[int]] = defaultdict(list)
    shingles = [_shingles(citation.passage) for citation in ordered]
    numbers = [frozenset(_NUMBER.findall(citation.passage)) for citation in ordered]
    for index, citation in enumerate(ordered):
        shared = Counter(earlier for shingle in shingles[index] for earlier in holders[shingle])
        for earlier, count in sorted(shared.items()):
            shorter = min(len(shingles[index]), len(shingles[earlier]))
            if count < ALIKE * shorter or numbers[index] != numbers[earlier]:
                continue
            if not _are_others(citation, ordered[earlier]):
                continue
            same = "the same words" if count == shorter else "nearly the same words"
            yield EchoSuggestion(
                citation.id,
                ordered[earlier].id,
                "copy",
                f"{_called(citation)} may repeat {_called(ordered[earlier])}: {same}, printed earlier there.",
            )
            break
        for shingle in shingles[index]:
            if len(holders[shingle]) < HOLDERS:
                holders[shingle].append(index)


def _shingles(passage: str) -> frozenset[int]:
    words = [word.casefold() for word in _WORD.findall(passage)]
    found = frozenset(hash(tuple(words[at : at + SHINGLE])) for at in range(len(words) - SHINGLE + 1))
    return found if len(found) >= LEAST_SHINGLES else frozenset()


# -- several unround figures ------------------------------------------------------------------------------


def _by_figures(ordered: Sequence[Citation]) -> Iterator[EchoSuggestion]:
    """Citations with two or more unround figures that an earlier source has too."""
    holders: dict[Decimal, list[int]] = defaultdict(list)
    for index, citation in enumerate(ordered):
        figures = _unround(citation)
        shared: dict[int, list[Decimal]] = defaultdict(list)
        for figure in sorted(figures):
            for earlier in holders[figure]:
                shared[earlier].append(figure)
        for earlier, common in sorted(shared.items()):
            if len(common) < COINCIDENCES or not _are_others(citation, ordered[earlier]):
                continue
            told = listed([number(figure) for figure in common[:4]])
            yield EchoSuggestion(
                citation.id,
                ordered[earlier].id,
                "figures",
                f"{_called(citation)} may repeat {_called(ordered[earlier])}: "
                f"{counted(len(common), 'unround figure', 'unround figures')} in common ({told}).",
            )
            break
        for figure in figures:
            if len(holders[figure]) < HOLDERS:
                holders[figure].append(index)


@lru_cache(maxsize=8192)
def _unround(citation: Citation) -> frozenset[Decimal]:
    quantities = [found.quantity for found in read(citation.passage)[0]]
    if citation.quantity is not None:
        quantities.append(citation.quantity)
    stated = (stated_number(quantity) for quantity in quantities)
    return frozenset(
        figure
        for figure in stated
        if figure is not None and len(figure.normalize().as_tuple().digits) >= UNROUND_DIGITS
    )


# -- a declared tie ---------------------------------------------------------------------------------------


def _by_ties(ordered: Sequence[Citation], ties: Ties) -> Iterator[EchoSuggestion]:
    first: dict[str, Citation] = {}
    for citation in ordered:
        first.setdefault(name_key(citation.source), citation)
    for citation in ordered:
        for partner, why in sorted(ties.get(name_key(citation.source), {}).items()):
            parent = first.get(partner)
            if parent and parent.id != citation.id and _may_precede(parent, citation):
                reason = f"{_called(citation)} may repeat {parent.source}: {why}."
                yield EchoSuggestion(citation.id, parent.id, "affiliation", reason)


def _are_others(citation: Citation, earlier: Citation) -> bool:
    return name_key(citation.source) != name_key(earlier.source) and _may_precede(earlier, citation)


def _may_precede(earlier: Citation, citation: Citation) -> bool:
    """Whether one may have been taken from the other: it is not surely later."""
    if earlier.id == citation.id:
        return False
    return not earlier.date or not citation.date or date_key(earlier.date) <= date_key(citation.date)


def _called(citation: Citation) -> str:
    outlet = citation.outlet
    printed = f" in {outlet}" if outlet and name_key(outlet) != name_key(citation.source) else ""
    return f"{citation.source}{printed}{f' ({citation.date})' if citation.date else ''}"
