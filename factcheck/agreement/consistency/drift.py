"""Does an article come to assert more than it did?

"Over 1,500, according to the MEK" at the top, "1,500" as plain fact at the end: the hedge and
the source are gone, and nothing new was learnt. Mentions of one figure of one thing are
compared in the order of the text, a headline with the body below it. Saying less than before,
gaining a hedge, or revising a toll openly is no drift.

Pure. Caller: findings.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from factcheck.agreement.consistency.appearances import (
    are_of_other_years,
    figure_key,
    nouns_differ,
    specifies,
    tell_the_same,
)
from factcheck.agreement.consistency.finding import Code, Finding, Severity
from factcheck.agreement.consistency.mentions import Mention
from factcheck.agreement.consistency.periods import changed
from factcheck.agreement.consistency.reckoning import say
from factcheck.agreement.consistency.things import WORD
from factcheck.agreement.wording import quoted
from factcheck.language.sentences import paragraphs
from factcheck.model import Hedge, Quantity

NEAR = 25  # characters between a number and the word that doubts it
LOOKS_BACK = 12  # mentions of one figure

# What a later wording may be without asserting more than the earlier one.
_NO_MORE: dict[Hedge, frozenset[Hedge]] = {
    "exact": frozenset({"exact", "about", "over", "at_least", "nearly", "up_to", "under", "range", "vague"}),
    "about": frozenset({"about", "nearly", "up_to", "under"}),
    "over": frozenset({"over", "at_least", "about"}),
    "at_least": frozenset({"at_least", "about"}),
    "nearly": frozenset({"nearly", "about", "up_to", "under"}),
    "up_to": frozenset({"up_to", "under"}),
    "under": frozenset({"under", "up_to"}),
    "range": frozenset({"range", "about_range", "about"}),
    "about_range": frozenset({"about_range", "range", "about"}),
    "vague": frozenset({"vague"}),
}
# "the toll was raised to 60", "the corrected figure", "updated its count"; not "60 were raised"
_REVISED = re.compile(
    r"\b(?:revis|updat|correct|lower|adjust|rais)(?:ed|es|ing)\b"
    r"|\b(?:final|official) (?:toll|count|tally|figure)",
    re.I,
)
# "the 38 countries they said were involved": somebody vouches, whoever it is
_SAID = re.compile(
    r"\b(?:said|says|say|according to|told|reported|reportedly|announced|claims?|claimed)\b", re.I
)
# Matches "40 were reportedly hurt", "40 are feared dead"; not "the dreaded 40".
_DOUBT = re.compile(
    r"\b(?:reportedly|allegedly|apparently|presumably|supposedly|possibly|feared|believed|rumou?red)\b",
    re.IGNORECASE,
)
# "this news release presents": whoever is credited in its lead is its own voice
_RELEASE = re.compile(r"\b(?:news|press|media) release\b", re.I)


@dataclass(frozen=True, slots=True)
class Pair:
    """An earlier mention (of a headline: the one in the body) and a later one of the same figure.

    In a press release whoever is credited in its lead, which ends at `release`, is its own voice.
    """

    text: str
    earlier: Mention
    later: Mention
    release: int = 0

    @property
    def told(self) -> tuple[str, str]:
        """Both phrases as printed."""
        return say(self.earlier.claim), say(self.later.claim)

    @property
    def place(self) -> str:
        """What the later mention is called in a sentence."""
        return "the headline" if self.later.headline else "a later mention"


def drift(text: str, mentions: Sequence[Mention]) -> tuple[Finding, ...]:
    """What later mentions of a figure have lost, in the order of the later mention."""
    by_figure: dict[tuple[str, Decimal, Decimal], list[Mention]] = defaultdict(list)
    for mention in mentions:
        if (key := figure_key(mention)) is not None:
            by_figure[key].append(mention)
    release = _end_of_lead(text)
    found = [finding for group in by_figure.values() for finding in _drift_of(text, group, release)]
    return tuple(sorted(found, key=lambda finding: (finding.spans[-1], finding.code)))


def asserts_more(earlier: Quantity, later: Quantity) -> bool:
    """Whether a later wording of one figure asserts more: "about 900", then "900"."""
    return later.hedge not in _NO_MORE[earlier.hedge]


def _drift_of(text: str, group: Sequence[Mention], release: int) -> Iterator[Finding]:
    told: set[tuple[str, int]] = set()
    body = [mention for mention in group if not mention.headline]
    pairs = [(mention, tuple(body[:LOOKS_BACK])) for mention in group if mention.headline]
    pairs += [
        (mention, tuple(group[max(0, at - LOOKS_BACK) : at][::-1]))
        for at, mention in enumerate(group)
        if not mention.headline
    ]
    for later, candidates in pairs:
        same = [one for one in candidates if tell_the_same(one, later)]
        for code, find in _LOSSES:
            for earlier in same:
                pair = Pair(text, earlier, later, release)
                told_already = (code, earlier.span.start) in told
                if sentence := find(pair):
                    if not told_already:
                        yield _finding(code, pair, *sentence)
                    told.add((code, earlier.span.start))
                    break


def _finding(code: Code, pair: Pair, sentence: str, settle: str, severity: Severity) -> Finding:
    ordered = sorted((pair.earlier, pair.later), key=lambda mention: mention.span)
    spans = tuple(mention.span for mention in ordered)
    ids = tuple(mention.claim.id for mention in ordered if mention.claim.id)
    return Finding(code, severity, spans, sentence, settle, ids)


# -- what may be lost: each answers with a sentence, what settles it, and how grave it is -----------------

Lost = tuple[str, str, Severity]


def _lost_hedge(pair: Pair) -> Lost | None:
    earlier, later = pair.earlier.quantity, pair.later.quantity
    if _REVISED.search(pair.later.sentence.of(pair.text)):
        return None
    if not asserts_more(earlier, later):
        return _lost_doubt(pair)
    before, after = pair.told
    body = "the body says" if pair.later.headline else "first"
    sentence = f"Asserts more than before: {body} {before}, but {pair.place} says {after}."
    if pair.later.headline:
        sentence = f"Asserts more than the text: the body says {before}, the headline {after}."
    settle = f"Write {quoted(earlier)} in {pair.place} too, or cite who states {quoted(later)}."
    return sentence, settle, "warning"


def _lost_doubt(pair: Pair) -> Lost | None:
    said = pair.earlier.claim.phrase_span
    doubt = _DOUBT.search(pair.text, max(pair.earlier.clause.start, said.start - NEAR), said.end + NEAR)
    if doubt is None or _DOUBT.search(pair.later.sentence.of(pair.text)):
        return None
    before, after = pair.told
    word = " ".join(doubt.group().split())
    sentence = f"Asserts more than before: {before} is only “{word}”, but {pair.place} says {after} outright."
    settle = f"Keep “{word}” in {pair.place}, or cite who vouches for the number."
    return sentence, settle, "note" if pair.later.headline else "warning"


def _lost_source(pair: Pair) -> Lost | None:
    earlier, later = pair.earlier.attribution, pair.later.attribution
    if earlier.type == "none" or later.type != "none" or later.quoted or earlier.source is None:
        return None
    if _SAID.search(pair.later.sentence.of(pair.text)):
        return None
    if pair.earlier.span.start < pair.release:
        return None
    if _still_named(pair, earlier.canonical or earlier.source):
        return None
    before, after = pair.told
    name = earlier.canonical if earlier.type == "pronoun" and earlier.canonical else earlier.source
    source = " ".join(name.split())
    where = "in the headline" if pair.later.headline else "later"
    sentence = (
        f"Lost its source: {before} is credited to “{source}”, but {after} stands {where} as plain fact."
    )
    settle = f"Credit “{source}” in {pair.place} too, or cite who else vouches for the number."
    return sentence, settle, "note" if pair.later.headline else "warning"


def _changed_counted(pair: Pair) -> Lost | None:
    earlier, later = pair.earlier, pair.later
    if not (earlier.counts_many and later.counts_many):
        return None
    if not (nouns_differ(earlier, later) or specifies(earlier, later)):
        return None
    before, after = pair.told
    sentence = f"Counts another thing: {before} has become {after}."
    settle = f"Find out what was counted: “{earlier.noun}” or “{later.noun}”? Use one word for it."
    return sentence, settle, "warning"


def _changed_period(pair: Pair) -> Lost | None:
    found = changed(_period_words(pair, pair.earlier), _period_words(pair, pair.later))
    if found is None or are_of_other_years(pair.earlier, pair.later):
        return None
    before, after = pair.told
    sentence = f"Another period: {before} is first of “{found[0]}”, but {after} of “{found[1]}”."
    settle = "Find out over which period it was counted, and state the same one in both places."
    return sentence, settle, "warning"


_LOSSES: tuple[tuple[Code, Callable[[Pair], Lost | None]], ...] = (
    ("drift-hedge", _lost_hedge),
    ("drift-source", _lost_source),
    ("drift-counted", _changed_counted),
    ("drift-period", _changed_period),
)


def _period_words(pair: Pair, mention: Mention) -> tuple[str, str]:
    """The clause, and the words just behind the number: "a day" belongs to what stands before it."""
    end = min(mention.clause.end, mention.span.end + 40)
    return mention.clause.of(pair.text), pair.text[mention.span.end : end]


def _still_named(pair: Pair, source: str) -> bool:
    """Whether the later sentence still names the source: the 1,500 of the MEK."""
    words = [word for word in WORD.findall(source) if len(word) > 2]
    return (
        bool(words)
        and re.search(rf"\b{re.escape(words[-1])}\b", pair.later.sentence.of(pair.text)) is not None
    )


def _end_of_lead(text: str) -> int:
    """Where the first two paragraphs of a press release end; 0 in any other text."""
    if not _RELEASE.search(text):
        return 0
    parts = paragraphs(text)
    return parts[min(1, len(parts) - 1)].end
