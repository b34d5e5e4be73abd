"""Where does a document state its numbers, of what, and on whose word?

A mention is a claim, or a definite re-mention that extraction declined ("the 1,500
killed"), with what its clause tells: the thing that is counted, what happened to it, the
words around it, the years. Two mentions are compared by these, never by their place.

Pure. Callers: drift, series, comparisons, findings.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from factcheck.agreement.consistency.things import WORD, happenings, head_noun, is_known, singular, stem
from factcheck.language.attributions import attribute
from factcheck.language.claims import sentence_spans
from factcheck.language.lexicon import table
from factcheck.language.numbers.counted import PREDICATES, STOPS, is_plural
from factcheck.language.quantities import read
from factcheck.language.sentences import paragraphs
from factcheck.model import Attribution, Claim, Extract, Quantity, Span

# Matches before the number of "another 40" and "a separate set of 27"; not of "the 40".
_ANOTHER = re.compile(
    r"\b(?:another|others?|separate|different|further|additional|second)\b[^.;,]{0,12}\Z",
    re.I,
)
# "in Lyon", "at the Gulf"; not "in May", "on Monday"
_PLACE = re.compile(
    r"\b(?:[Ii]n|[Aa]t|[Aa]cross|[Nn]ear) (?:the )?"
    r"(?!(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Mon|Tue|Wed|Thu|Fri|Sat|Sun))(?P<name>[A-Z]\w+)"
)
# Matches before the number of "the 40" and "all 40"; not of "the first 40".
_DEFINITE = re.compile(r"\b(?:the|these|those|all)\s+\Z", re.IGNORECASE)
# "a 99-county pursuit"
_COMPOUND = re.compile(r"[-‑][a-z]")
DAYS = frozenset(["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"])
HEADLINE_AT_MOST = 20  # words
_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")
# Matches in "killed; 12 were hurt", "he said: 12" and "died, and 12 more were hurt"; not in "12, 14 and 16".
_BREAK = re.compile(r"[;:()—–]|,\s+(?:and|but|while|whereas|though|although)\b|\s+(?:while|whereas)\b")
# Matches "number of deaths from the outbreak"; not "the number rose".
_NUMBER_OF = re.compile(r"\b(?:number|total|tally|count|toll) of (?P<of>[^.;:,\d]{2,60})")
# Matches "death toll"; not "the toll".
_TOLL = re.compile(r"\b(?P<of>[a-z]+) (?:toll|count|tally)\b")
_TIMES = frozenset(
    ["hour", "day", "night", "week", "month", "year", "decade", "today", "yesterday", "tomorrow"]
)
_DATES = frozenset(row["word"] for row in table("months")) | DAYS
_SAYING = frozenset(
    {"say", "says", "said", "told", "tells", "report", "reports", "reported"}
    | {"confirmed", "announced", "stated", "according"}
)


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where a number is stated; a re-mention is a claim without an id.

    `noun` is the head of what is counted, `words` the stems of its clause without the number's
    own words and its source, `happened` what befell the counted, `years` and `places` those
    of the sentence. `is_another`: its own words set it apart ("another 40"); `is_definite`:
    they refer back ("the 40"); `is_compound`: it is part of an adjective ("99-county").
    """

    claim: Claim
    clause: Span
    noun: str | None
    words: frozenset[str]
    happened: frozenset[str]
    years: frozenset[str]
    places: frozenset[str] = frozenset()
    headline: bool = False
    is_another: bool = False
    is_definite: bool = False
    is_compound: bool = False

    @property
    def span(self) -> Span:
        """Where the number stands."""
        return self.claim.span

    @property
    def sentence(self) -> Span:
        """The sentence around it."""
        return self.claim.sentence_span

    @property
    def quantity(self) -> Quantity:
        """What is stated."""
        return self.claim.quantity

    @property
    def attribution(self) -> Attribution:
        """Who vouches for it."""
        return self.claim.attribution

    @property
    def counts_many(self) -> bool:
        """Whether what is counted was read as a plural noun: savers, not "14 solidly"."""
        words = WORD.findall(self.quantity.counted or "")
        return bool(words) and is_plural(words[-1].casefold())


def told_numbers(extract: Extract) -> tuple[Claim, ...]:
    """The claims of a document and its definite re-mentions, in the order of the text.

    A re-mention is given as a claim without an id: it asserts nothing new, but can be held
    against what it refers to.
    """
    text = extract.document.text
    spans = [notice.span for notice in extract.notices if notice.code == "re-mention"]
    again = map(_remention, [text] * len(spans), spans, attribute(text, spans), sentence_spans(text, spans))
    return tuple(sorted((*extract.claims, *filter(None, again)), key=lambda claim: claim.span))


def mentions(text: str, claims: Sequence[Claim]) -> tuple[Mention, ...]:
    """What the clauses around the numbers tell of them, in the order of the text."""
    headline = _headline(text)
    return tuple(_mention(text, headline, claim) for claim in claims)


def clause_of(text: str, sentence: Span, span: Span) -> Span:
    """The stretch of the sentence around a number, cut at brackets, colons and coordinations."""
    start, end = sentence.start, sentence.end
    for found in _BREAK.finditer(text, sentence.start, sentence.end):
        if found.end() <= span.start:
            start = found.end()
        elif found.start() >= span.end:
            end = found.start()
            break
    return Span(start, end)


def _mention(text: str, headline: Span | None, claim: Claim) -> Mention:
    sentence, span, counted = claim.sentence_span, claim.span, claim.quantity.counted
    clause = clause_of(text, sentence, span)
    words = _words_around(text, clause, span, claim.attribution)
    noun = _plain_noun(counted)
    in_headline = headline is not None and headline.covers(span)
    places = () if in_headline else _PLACE.finditer(sentence.of(text))
    return Mention(
        claim=claim,
        clause=clause,
        noun=noun if counted else _noun_before(text[sentence.start : span.start]),
        words=frozenset(stem(word) for word in words if not _is_empty(word)) - {stem(noun or "")},
        happened=happenings(words),
        years=frozenset(_YEAR.findall(sentence.of(text))) - {span.of(text)},
        places=frozenset(found["name"] for found in places),
        headline=in_headline,
        is_another=_ANOTHER.search(text, max(clause.start, span.start - 30), span.start) is not None,
        is_definite=not claim.id or _DEFINITE.search(text, clause.start, span.start) is not None,
        is_compound=_COMPOUND.match(text, span.end) is not None,
    )


def _plain_noun(counted: str | None) -> str | None:
    """The head of what is counted, where it is surely a noun: a plural, or a word of the table."""
    noun, words = head_noun(counted), WORD.findall(counted or "")
    if noun is None or is_known(noun) or is_plural(words[-1].casefold()):
        return noun
    return None


def _words_around(text: str, clause: Span, span: Span, attribution: Attribution) -> list[str]:
    skipped = [part for part in (attribution.source_span, attribution.cue_span, span) if part is not None]
    return [
        found.group()
        for found in WORD.finditer(text, clause.start, clause.end)
        if not any(part.start <= found.start() < part.end for part in skipped)
    ]


def _is_empty(word: str) -> bool:
    lower = word.casefold()
    if singular(lower) in _TIMES or (word[0].isupper() and lower in _DATES):
        return True
    return len(lower) < 3 or lower in STOPS or lower in PREDICATES or lower in _SAYING


def _noun_before(before: str) -> str | None:
    """What the words before a bare number say that it counts: the number of arrests reached 40."""
    found = list(_NUMBER_OF.finditer(before))
    if found:
        words = WORD.findall(found[-1]["of"])
        kept = next((at for at, word in enumerate(words) if at and word.casefold() in STOPS), len(words))
        return head_noun(" ".join(words[:kept]))
    tolls = list(_TOLL.finditer(before.casefold()))
    return head_noun(tolls[-1]["of"]) if tolls else None


# "the 1,500 killed": the word behind a re-mention says what it refers to
_NEXT = re.compile(r"\s+[^\W\d_]+")


def _remention(text: str, span: Span, credit: Attribution, sentence: Span) -> Claim | None:
    numbers, _ = read(span.of(text))
    if not numbers:
        return None
    following = _NEXT.match(text, span.end, sentence.end)
    phrase = Span(span.start, following.end() if following else span.end)
    quantity = replace(numbers[0].quantity, counted=following.group().strip() if following else None)
    return Claim("", span, span.of(text), phrase, phrase.of(text), sentence, quantity, credit)


def _headline(text: str) -> Span | None:
    """The first paragraph, if it is a headline: short, without a full stop, and a body follows."""
    parts = paragraphs(text)
    if len(parts) < 2:
        return None
    first = parts[0].of(text)
    if len(first.split()) > HEADLINE_AT_MOST or first.rstrip("\"'”’)").endswith((".", "!", ":", ",", ";")):
        return None
    return parts[0]
