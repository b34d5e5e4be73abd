"""Do a claim and a citation speak of the same thing, in the same place, at the same time?

Most disagreement between numbers is about what is counted. So whatever a person declared
of both sides is held against each other first: where measure, place or period differ, the
two are incomparable, because of it, unless the person said that the citation counts a part
or the whole of what the claim counts. What nobody declared decides nothing: words of a
passage that suggest another measure are a doubt, shown beside the relation.

Pure; reads its two packaged word lists. Callers: `score.py`, `retellings.py`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from factcheck.agreement.wording import listed
from factcheck.agreement.wordlists import measure_words, rows
from factcheck.model import Citation, Dated, parse_date

_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Measurand:
    """What a claim counts, where and when, as far as a person declared it, and in its own words.

    `counted` is the thing in the words of the text, `sentence` the words around it. `period` is EDTF.
    """

    measure: str | None = None
    place: str | None = None
    period: str | None = None
    counted: str | None = None
    sentence: str = ""


UNDECLARED = Measurand()


def why_unlike(claim: Measurand, citation: Citation) -> str | None:
    """The sentence for why the two cannot be held against each other; None where they can."""
    if claim.measure and citation.measure and not _same_words(claim.measure, citation.measure):
        return _because("measure", f"the citation counts “{citation.measure}”, the claim “{claim.measure}”")
    if citation.scope in ("part", "whole"):
        return _why_not_additive(claim, citation)
    if claim.place and citation.place and not _same_words(claim.place, citation.place):
        return _because(
            "place", f"the citation counts in {citation.place}, the claim in {claim.place}{_IF_PART}"
        )
    if claim.period and citation.period:
        return _why_other_period(claim.period, citation.period)
    return None


def doubt(claim: Measurand, citation: Citation) -> str | None:
    """A warning where a passage's words suggest another measure than the claim's; None otherwise.

    Nothing is asked where both sides are declared, or the scope says already that they differ.
    """
    if claim == UNDECLARED or (claim.measure and citation.measure) or citation.scope == "different":
        return None
    ours = suggested(claim.measure or "") or suggested(claim.sentence)
    theirs = suggested(citation.measure or "") or suggested(citation.passage)
    if not ours or not theirs or ours & theirs:
        return None
    return (
        f"The passage speaks of {listed(sorted(theirs))}, the claim of {listed(sorted(ours))}: "
        "if they are not the same, the scope is “different”."
    )


@lru_cache(maxsize=1 << 14)
def suggested(text: str) -> frozenset[str]:
    """The measures that the words of a text suggest: deaths, injuries, arrests, and so on."""
    known = measure_words()
    words = (word.casefold() for word in _WORD.findall(text))
    return frozenset(known[word] for word in words if word in known)


@lru_cache(maxsize=1 << 14)
def net_figure(text: str) -> str | None:
    """The phrase by which this is a net figure, of which a part bounds nothing ("excess deaths")."""
    words = f" {' '.join(_WORD.findall(text.casefold()))} "
    return next((phrase for phrase in _net_phrases() if f" {phrase} " in words), None)


def _why_not_additive(claim: Measurand, citation: Citation) -> str | None:
    counted = citation.quantity.counted if citation.quantity else None
    for text in (claim.measure, citation.measure, claim.counted, counted):
        if text and (phrase := net_figure(text)):
            bound = "floor for the whole" if citation.scope == "part" else "ceiling for a part"
            return _because(
                "scope",
                f"“{phrase}” is a net figure, in which one part takes away what another adds, "
                f"so the figure of a {citation.scope} sets no {bound}",
            )
    return None


def are_other_periods(one: str, other: str) -> bool:
    """Whether two declared periods cannot mean the same."""
    first, second = parse_date(one), parse_date(other)
    if first is None or second is None:
        return not _same_words(one, other)
    if (first.loose or second.loose) and first.meets(second):
        return False
    return (first.earliest, first.latest) != (second.earliest, second.latest)


def _why_other_period(ours: str, theirs: str) -> str | None:
    if not are_other_periods(ours, theirs):
        return None
    claim, citation = parse_date(ours), parse_date(theirs)
    return _say_period(ours, theirs, _if_nested(claim, citation) if claim and citation else _IF_PART)


def _if_nested(claim: Dated, citation: Dated) -> str:
    """What to do about two periods, if one lies in the other."""
    if claim.covers(citation):
        return "; a count of a part of the claim's period has the scope “part”"
    if citation.covers(claim):
        return "; a count of a longer period than the claim's has the scope “whole”"
    return ""


def _say_period(ours: str, theirs: str, advice: str) -> str:
    return _because("period", f"the citation counts in {theirs}, the claim in {ours}{advice}")


def _because(what: str, why: str) -> str:
    return f"Not comparable, because of the {what}: {why}."


_IF_PART = "; if one lies in the other, the scope is “part” or “whole”"


def _same_words(one: str, other: str) -> bool:
    """Whether two declared texts are the same but for case and blanks."""
    return one.casefold().split() == other.casefold().split()


@cache
def _net_phrases() -> tuple[str, ...]:
    """The longest phrases first, so that the most telling one is named."""
    return tuple(
        sorted((row["phrase"] for row in rows("net_figures")), key=lambda phrase: (-len(phrase), phrase))
    )
