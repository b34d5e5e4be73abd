"""What kind of source does a noun phrase name, and under which name is it filed?

"Chief minister Kavita Rao" is filed as "Kavita Rao", "frontline reports from the MEK" as
"MEK", "A BBC analysis" as "BBC": articles, titles, appositions and acronyms in brackets
fall away, and a document is filed under its maker. What names nobody is anonymous, unless
it is an office or body that is unique where it stands ("the coroner"). Pronouns are
resolved elsewhere (anaphora.py).

Pure. Callers: anaphora, attributions.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from factcheck.language.lexicon import table
from factcheck.language.sources.heads import head_of, kinds_of
from factcheck.language.sources.words import Word
from factcheck.model import AttributionType

GIVEN_NAMES = {row["name"].lower(): row["pronoun"] for row in table("given_names")}
TITLES = frozenset(row["title"] for row in table("titles"))
_JOINERS = frozenset(
    ["of", "for", "and", "the", "de", "la", "van", "von", "der", "al", "bin", "&", "du", "del", "da"]
)
_PARTICLES = frozenset(["de", "la", "van", "von", "der", "al", "bin"])
_MAKERS = frozenset(["from", "by", "of"])
_SPEAKS_FOR = frozenset(["for", "of", "at", "from", "with"])


def source_type(named: Sequence[Word]) -> AttributionType:
    """Whether a source is a pronoun, a name, or a common noun that names nobody."""
    if len(named) == 1 and named[0].has("pronoun", "relative"):
        return "pronoun"
    part = _unarticled(next(_parts(named), named))
    head = part[head_of(part, (0, len(part)))]
    kinds = kinds_of(head)
    body = represented(named)
    if body and not any(word.capital and word is not named[0] for word in named):
        return "named" if len(body) > 1 and "office" in kinds_of(body[-1]) else "anonymous"
    if "person" in kinds and head.lower.endswith("s") and not _names(part[1:], head):
        return "anonymous"
    if any(_is_proper(word, word is named[0]) for word in named):
        return (
            "anonymous"
            if "person" in kinds and not kinds & {"office", "voice"} and not _full_name(named)
            else "named"
        )
    return "named" if "office" in kinds and named[0].lower == "the" else "anonymous"


def _names(following: Sequence[Word], head: Word) -> bool:
    """Whether a body is named behind a plural of people: "researchers at Imperial College"."""
    return any(word.capital and word.start > head.end and not kinds_of(word) for word in following)


def _full_name(named: Sequence[Word]) -> bool:
    """Whether two capitals in a row, or an apposition, name a person or a place of theirs."""
    return any(first.capital and second.capital for first, second in pairwise(named)) or any(
        word.lower in (",", "at", "of", "from") for word in named
    )


def _is_proper(word: Word, first: bool) -> bool:
    """Whether a capital marks a name: not only the beginning of a sentence."""
    if not word.capital or word.has("determiner", "quantifier", "number", "adverb"):
        return False
    return not first or (not kinds_of(word) and not word.classes) or word.acronym


def canonical_name(text: str, named: Sequence[Word]) -> str:
    """The name to file a source under."""
    kept = _named_part(list(named))
    while len(kept) > 1 and (kept[-1].has("genitive", "mark") or kept[0].has("determiner", "quantifier")):
        kept = kept[:-1] if kept[-1].has("genitive", "mark") else kept[1:]
    return " ".join(text[kept[0].start : kept[-1].end].split())


def _named_part(named: Sequence[Word]) -> Sequence[Word]:
    """The words of a phrase that are its name."""
    parts = list(_parts(named))
    if not parts:
        return named
    first = _unarticled(parts[0])
    person = _behind_title(first) or _behind_noun(first) or _given_first(first)
    if person:
        return person
    if not first[head_of(first, (0, len(first)))].capital:
        for part in parts[1:]:
            name = _behind_title(part) or _pure_name(part)
            if name:
                return name
    return represented(named) or _maker(first) or first


def represented(named: Sequence[Word]) -> Sequence[Word]:
    """The body that somebody without a name speaks for: "an **interior ministry** spokesman"."""
    part = _unarticled(next(_parts(named), named))
    head = head_of(part, (0, len(part)))
    if "voice" not in kinds_of(part[head]):
        return ()
    behind = part[head + 2 :] if head + 2 < len(part) and part[head + 1].lower in _SPEAKS_FOR else ()
    body = _unarticled(behind or part[:head])
    return body[:-1] if body and body[-1].has("genitive") else body


def _parts(named: Sequence[Word]) -> Iterator[Sequence[Word]]:
    """The stretches between commas, brackets, dashes and relatives; what brackets hold is left out."""
    start, depth = 0, 0
    for index, word in enumerate([*named, None]):
        cut = word is None or word.lower in ("(", ")", ",") or word.has("dash", "relative")
        if not cut:
            continue
        if index > start and depth == 0:
            yield named[start:index]
        if word is not None:
            depth += (word.lower == "(") - (word.lower == ")")
        start = index + 1


def _unarticled(part: Sequence[Word]) -> Sequence[Word]:
    """A phrase without its articles and quantifiers."""
    start = 0
    while start < len(part) - 1 and part[start].has("article", "quantifier", "possessive"):
        start += 1
    return part[start:]


def _behind_title(part: Sequence[Word]) -> Sequence[Word]:
    """The capitals behind the last title: "Deputy Governor **Oleg Klimov**"."""
    for index in range(len(part) - 2, -1, -1):
        if part[index].lower.rstrip(".") in TITLES and part[index + 1].capital:
            return _capitals(part[index + 1 :])
    return ()


def _given_first(part: Sequence[Word]) -> Sequence[Word]:
    """The capitals that a given name opens: "**John Geiger** of the survey"."""
    return _capitals(part) if part[0].lower in GIVEN_NAMES and len(_capitals(part)) > 1 else ()


def _behind_noun(part: Sequence[Word]) -> Sequence[Word]:
    """The name behind a common noun that describes it: "opposition leader **Tariro Moyo**"."""
    for index in range(len(part) - 2, -1, -1):
        word, following = part[index], part[index + 1]
        if following.capital and not word.capital and kinds_of(word) & {"person", "body"}:
            run = _capitals(part[index + 1 :])
            return run if index + 1 + len(run) == len(part) else ()
    return ()


def _capitals(part: Sequence[Word]) -> Sequence[Word]:
    """The run of capitals at the head of a phrase."""
    end = 0
    while end < len(part) and (
        part[end].capital or part[end].lower in ("de", "van", "von", "al", "bin", "der", "la")
    ):
        end += 1
    return part[:end]


def _pure_name(part: Sequence[Word]) -> Sequence[Word]:
    """An apposition that is nothing but a name: ", Dana Whit"."""
    return part if all(word.capital or word.lower in _JOINERS for word in part) else ()


def _maker(part: Sequence[Word]) -> Sequence[Word]:
    """Whoever made a document: "reports from the **MEK**", "a **YouGov** poll", "**WHO**'s statistics"."""
    head = head_of(part, (0, len(part)))
    opens = head == 0 and len(part) > 1  # there a capital may be only that of the sentence
    if (part[head].capital and not opens) or not kinds_of(part[head]) & {"evidence", "poll"}:
        return ()
    for index in range(head + 1, len(part) - 1):
        if part[index].lower in _MAKERS and any(word.capital for word in part[index + 1 :]):
            return _unarticled(part[index + 1 :])
    before = part[:head]
    run = _capitals(before)
    return run if run and not kinds_of(run[0]) & {"evidence", "poll"} and not run[0].has("time") else ()
