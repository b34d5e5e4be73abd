"""In which turns of phrase do numbers stand to each other?

A sentence is masked: every number becomes a slot, hedge included, so that a form can say
"{part} of {whole}, or {share}" and be blind to how the numbers are spelt. The forms are a
table (`data/forms.tsv`), each with a sentence that has it and one that has not.
What the slots may hold is checked by whoever reads the match.

Pure. Callers: the modules that check arithmetic.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from factcheck.agreement.wordlists import rows
from factcheck.language.lexicon import alternation
from factcheck.model import Claim, Span

_OPEN, _CLOSE = "\ue000", "\ue001"
_SLOT = re.compile(rf"{_OPEN}(\d+){_CLOSE}")
_NAMED = re.compile(r"\{([a-z]+)\}")
_GAP = re.compile(r"<(\d+)>")
_BETWEEN = rf"[^.;!?{_OPEN}{_CLOSE}]"

WAYS = {row["word"]: row["direction"] for row in rows("changes")}
# What the table abbreviates, each with a phrase that it matches.
_SHORT = {
    # of the 80, of its 80, of the school's 80, of a total of 80
    "DET": r"(?:a total of |(?:(?:the|its|their|his|her|our|all|all the) )?(?:[a-z]+['’]s )?)",
    # 600, or 25%
    "OR": r"(?:, or |\(|– or |— or )",
    # a quarter, 600, stand empty
    "APPOS": r"(?:, or |, |\(|– |— )",
    # 600, stand; 600 flats, stand; not 600 of them
    "END": r"(?! of)(?:[,.)–—]| \w+[,.)–—]|$)",
    # a rise of, fell by, up
    "WAY": f"(?P<WAY>{alternation(WAYS)})",
    # up 4 points from 58%, a rise of 4 on the 50
    "THAN": r"(?: [a-z]+){0,2}(?:,? from| on| over| compared with| compared to| against) "
    r"(?:the |its |their |a )?",
    # twice as many as the 400, double the 400, twice last year's 400
    "SIZE": r"(?:as (?:many|much|large|big|high|great|long)(?: [a-z]+){0,2} as (?:the |in \d{4}, )?|the "
    r"|last [a-z]+['’]s (?:[a-z]+ )?)",
    # bringing the toll to 60
    "BRINGING": r"(?:bringing|taking|raising|lifting|pushing)",
    # seven men, four women and one child
    "PARTS": r"(?P<PARTS>{+}<30>(?:(?:, and |, | and |; | plus ){+}<30>)+)",
}


@dataclass(frozen=True, slots=True)
class Passage:
    """A masked sentence with the claims that its slots stand for, and those of the sentence before."""

    span: Span
    masked: str
    claims: tuple[Claim, ...]
    before: tuple[Claim, ...] = ()

    def slots_in(self, stretch: str) -> tuple[Claim, ...]:
        """The claims of all slots in a stretch of the masked text, in order."""
        return tuple(self.claims[int(slot)] for slot in _SLOT.findall(stretch))


@dataclass(frozen=True, slots=True)
class Match:
    """Where a form stands: the claim in each slot, and the words that the form picks out."""

    slots: dict[str, Claim]
    words: dict[str, str]


def passages(text: str, claims: Sequence[Claim]) -> tuple[Passage, ...]:
    """The sentences with numbers, each with the claims of the sentence before it in its paragraph."""
    by_sentence: dict[Span, list[Claim]] = {}
    for claim in claims:
        if claim.attribution.polarity != "denied":
            by_sentence.setdefault(claim.sentence_span, []).append(claim)
    found: list[Passage] = []
    for span, told in by_sentence.items():
        before = found[-1].claims if found and _follows(text, found[-1].span, span) else ()
        found.append(Passage(span, _mask(text, span, told), tuple(told), before))
    return tuple(found)


def matches(passage: Passage, group: str) -> Iterator[Match]:
    """Where any form of a group stands in a passage."""
    for form in _forms(group):
        if len(passage.claims) < sum(map(str.islower, form.groupindex)):
            continue
        for found in form.finditer(passage.masked):
            groups = {name: words for name, words in found.groupdict().items() if words is not None}
            slots = {name: passage.claims[int(at)] for name, at in groups.items() if name.islower()}
            yield Match(slots, {name: words for name, words in groups.items() if name.isupper()})


@cache
def _forms(group: str) -> tuple[re.Pattern[str], ...]:
    return tuple(compile_form(row["form"]) for row in rows("forms") if row["group"] == group)


def compile_form(form: str) -> re.Pattern[str]:
    """The pattern of a row of the table; blanks are literal, case is ignored."""
    for name, pattern in _SHORT.items():
        form = form.replace(f"[{name}]", pattern)
    form = _GAP.sub(rf"{_BETWEEN}{{0,\1}}?", form)
    form = _NAMED.sub(rf"{_OPEN}(?P<\1>\\d+){_CLOSE}", form).replace("{+}", rf"{_OPEN}\d+{_CLOSE}")
    return re.compile(form, re.IGNORECASE)


def _follows(text: str, first: Span, second: Span) -> bool:
    """Whether nothing but a blank stands between two sentences of one paragraph."""
    between = text[first.end : second.start]
    return not between.strip() and "\n\n" not in between


def _mask(text: str, span: Span, claims: Sequence[Claim]) -> str:
    parts, at = [], span.start
    for index, claim in enumerate(claims):
        start = max(at, min(claim.phrase_span.start, claim.span.start))
        parts.append(f"{text[at:start]}{_OPEN}{index}{_CLOSE}")
        at = max(at, claim.span.end)
    parts.append(text[at : span.end])
    return " ".join("".join(parts).split())
