"""Which mark credits a quotation to somebody: a colon before it, a dash behind it?

"**Ann Cole:** QUOTE"; "QUOTE" and, as a line of its own, "**— Ann Cole, mayor of Lund**".
A mark credits only whoever is known for a source by a given name, a title or a noun, for
titles of books and topics stand before colons, too.

Pure; ranges are half-open indices into the statement's words. Callers: constructions,
speakers.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.language.sources.heads import Range, head_of, is_participle, is_source_noun
from factcheck.language.sources.names import GIVEN_NAMES, TITLES
from factcheck.language.sources.noun_phrases import phrase_after, phrase_before
from factcheck.language.sources.reach import is_speech
from factcheck.language.sources.testimony import Testimony
from factcheck.language.sources.words import Word

LONGEST_CREDIT = 24  # words of a line that only says who spoke


def before_speeches(words: Sequence[Word], known: Sequence[Testimony]) -> Iterator[Testimony]:
    """The testimonies of speeches that a colon credits, where no cue does."""
    for colon in range(1, len(words) - 1):
        if words[colon].lower != ":" or not is_speech(words[colon + 1]):
            continue
        source = phrase_before(words, colon)
        said = any(testimony.covers(colon + 1) for testimony in known)
        if source is not None and not said and _names_speaker(words, source):
            yield Testimony(source, (colon, colon + 1), ((colon + 1, colon + 2),))


def credit_line(words: Sequence[Word]) -> Testimony | None:
    """The testimony of a line that only says whose the quotation above it is: "— Ann Cole"."""
    if not 1 < len(words) <= LONGEST_CREDIT or not words[0].has("dash") or not words[1].capital:
        return None
    if any(word.has("finite", "quote") or is_participle(word) or word.lower == ":" for word in words):
        return None
    source = phrase_after(words, 1)
    if source is None or not _names_speaker(words, source):
        return None
    return Testimony(source, (0, 1), ())


def _names_speaker(words: Sequence[Word], source: Range) -> bool:
    """Whether a phrase is somebody who speaks, by a given name, a title or the noun at its head."""
    head = head_of(words, source)
    if is_source_noun(words[head]):
        return True
    named = (word.lower.rstrip(".") for word in words[source[0] : head])
    return words[head].capital and any(name in GIVEN_NAMES or name in TITLES for name in named)
