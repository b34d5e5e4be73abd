"""Who vouches for each number: a named source, an anonymous one, or the text itself?

For every number the statement that holds it is read for testimony. A quotation whose
statement names no speaker looks for one nearby; a sentence linked to the one before ("Of
these, ...") inherits its source; a speaker's label credits its turn. Nothing else is
inherited, and what no rule credits is the text's own voice. Only paragraphs that hold a
number are read, with the few before them that a link reaches.

Pure and linear: text and number spans in, one attribution a number out. Callers: claims.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import islice

from factcheck.language.pages import Page
from factcheck.language.quotations import Quotation
from factcheck.language.sources.anaphora import antecedent, full_name, refers
from factcheck.language.sources.denials import calls_untrue, denied_until
from factcheck.language.sources.links import announces, is_item, is_linked
from factcheck.language.sources.names import canonical_name, represented, source_type
from factcheck.language.sources.reach import SHORTEST_SPEECH
from factcheck.language.sources.speakers import (
    LONGEST_SPEECH,
    SPEAKERS_OF_A_TRANSCRIPT,
    Label,
    labels,
    last_speaker,
    nearby_speaker,
    speaker_below,
)
from factcheck.language.sources.testimony import Testimony, over
from factcheck.language.sources.words import words
from factcheck.language.statements import Statement
from factcheck.model import Attribution, Credit, Span

OWN_VOICE = Attribution()
WINDOW = 6000  # characters back that the full name of a surname is sought
_OPENS_DENIAL = re.compile(r"\s*(?:that\s)?\s*it\b", re.IGNORECASE)  # told quickly of most sentences
MEMORY = 12  # statements back that a pronoun or a description is resolved


def attribute(text: str, numbers: Iterable[Span]) -> tuple[Attribution, ...]:
    """Who vouches for each number, in the order of the numbers (sorted, apart from each other)."""
    return tuple(attributions_on(Page(text), numbers))


def attributions_on(page: Page, numbers: Iterable[Span]) -> Iterator[Attribution]:
    """Who vouches for each number of a page, as they are asked for."""
    return map(_Reader(page).attribution, numbers)


class _Reader:
    """Reads the sources of one page, and remembers what the last statement said."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.text = page.text
        self._told_last: tuple[Statement, Sequence[Testimony], Attribution] | None = None
        self._unsaid_last: tuple[tuple[int, int], Attribution] = (-1, -1), OWN_VOICE

    @cached_property
    def labels(self) -> tuple[Label, ...]:
        """The labels of its speakers."""
        return labels(self.text, self.page.paragraphs)

    def attribution(self, number: Span) -> Attribution:
        """Who vouches for one number."""
        at, place = self.page.where(number.start)
        statement = self.page.statements(at)[place]
        quotation = statement.quotation_over(number)
        found = self._credited(at, place, statement, number, quotation)
        if quotation is None:
            return found
        denied = found.source is not None and self._is_called_untrue(number, quotation)
        return replace(found, quoted=True, polarity="denied" if denied else found.polarity)

    def _is_called_untrue(self, number: Span, quotation: Quotation) -> bool:
        """Whether the quoted sentence calls its number untrue: "It is not true that 12 died"."""
        start = max(self.page.sentence_over(number).start, quotation.span.start + 1)
        if not _OPENS_DENIAL.match(self.text, start):
            return False
        said = words(self.text, Span(start, max(start + 1, number.end)), ())
        return calls_untrue(said, [(0, len(said))]) and denied_until(said, 0, len(said)) == len(said)

    def _credited(
        self, at: int, place: int, statement: Statement, number: Span, quotation: Quotation | None
    ) -> Attribution:
        if statement.testimonies:
            chain = over(statement.testimonies, statement.index_at(number.start))
            if chain:
                return self._told(statement, chain)
        if quotation is not None and not _is_borrowed(statement, quotation):
            found = self._spoken(at, place)
            if found is not OWN_VOICE:
                return found
        return self._unsaid(at, place)

    def _unsaid(self, at: int, place: int) -> Attribution:
        # asked once for all the numbers of a statement; each way says for itself what it asks
        where, found = self._unsaid_last
        if where != (at, place):
            found = self._linked(at, place) or self._labelled(at, place) or self._announced(at) or OWN_VOICE
            self._unsaid_last = (at, place), found
        return found

    def _spoken(self, at: int, place: int) -> Attribution:
        """The speaker of a quotation that its own statement does not name."""
        here = self.page.statements(at)
        credited = self._credited_below(at, place)
        if credited is not None:
            return credited
        found = nearby_speaker(here, place)
        if found is None and place == 0 and at > 0:
            found = self._speaker_before(at)
        if found is None:
            return OWN_VOICE
        statement, testimony, inherited = found
        return replace(self._told(statement, (testimony,)), inherited=inherited)

    def _credited_below(self, at: int, place: int) -> Attribution | None:
        """The speaker whom a line right below a quotation names, in its paragraph or as the next one."""
        here = self.page.statements(at)
        if place + 1 < len(here):
            following = here[place + 1]
        elif at + 1 < len(self.page.paragraphs):
            following = self.page.statements(at + 1)[0]
        else:
            return None
        testimony = speaker_below(following)
        return None if testimony is None else self._told(following, (testimony,))

    def _speaker_before(self, at: int) -> tuple[Statement, Testimony, bool] | None:
        """Who was speaking when the previous paragraphs ended."""
        for back in range(at - 1, max(-1, at - LONGEST_SPEECH), -1):
            here = self.page.statements(back)
            found = last_speaker(here)
            if found is not None or not here[-1].is_quotation:
                return found
        return None

    def _told(self, statement: Statement, chain: Sequence[Testimony]) -> Attribution:
        """The attribution that a chain of testimonies makes, outermost first."""
        last = self._told_last
        if last is None or last[0] is not statement or last[1] != chain:
            last = self._told_last = statement, chain, self._attribution_of(statement, chain)
        return last[2]

    def _attribution_of(self, statement: Statement, chain: Sequence[Testimony]) -> Attribution:
        *outer, vouching = chain
        source, cue = statement.span_of(*vouching.source), statement.span_of(*vouching.cue)
        named = statement.words[slice(*vouching.source)]
        kind = source_type(named)
        name = (
            antecedent(named, statement, vouching.source[0], self._before(statement))
            if refers(named)
            else None
        )
        if name is not None:
            kind = "named" if represented(named) else "pronoun"
        return Attribution(
            type="nested" if outer else kind,
            source=source.of(self.text),
            source_span=source,
            cue=cue.of(self.text),
            cue_span=cue,
            canonical=self._fuller(name or canonical_name(self.text, named), source.start),
            via=tuple(_credit(statement, testimony) for testimony in outer),
            polarity=vouching.polarity,
        )

    def _before(self, statement: Statement) -> Iterator[Statement]:
        """The few statements before one, the nearest first."""
        return islice(self._backwards(statement), MEMORY)

    def _backwards(self, statement: Statement) -> Iterator[Statement]:
        at, place = self.page.where(statement.span.start)
        yield from reversed(self.page.statements(at)[max(0, place - MEMORY) : place])
        for back in range(at - 1, max(-1, at - MEMORY), -1):
            yield from reversed(self.page.statements(back)[-MEMORY:])

    def _fuller(self, name: str, position: int) -> str:
        """A surname alone with the given name that it had when it was last printed in full."""
        return full_name(name, self.text[max(0, position - WINDOW) : position]) or name

    def _linked(self, at: int, place: int) -> Attribution | None:
        """The source of the previous sentence, where this one goes on with its figures."""
        here = self.page.statements(at)
        for back in range(place, max(0, place - LONGEST_SPEECH), -1):
            previous = here[back - 1]
            if not is_linked(self.text, here[back].span, previous.span):
                return None
            chain = over(previous.testimonies, len(previous.words) - 1) or previous.testimonies[:1]
            if chain:
                return replace(self._told(previous, chain), inherited=True)
        return None

    def _labelled(self, at: int, place: int) -> Attribution | None:
        """The speaker whose label opens this turn."""
        if not self.labels:
            return None
        before = bisect_right(self.labels, at, key=_paragraph_of) - 1
        if before < 0:
            return None
        label = self.labels[before]
        if label.paragraph != at and len(self.labels) < SPEAKERS_OF_A_TRANSCRIPT:
            return None
        named = words(self.text, label.name, ())
        return Attribution(
            type=source_type(named),
            source=label.name.of(self.text),
            source_span=label.name,
            cue=label.colon.of(self.text),
            cue_span=label.colon,
            canonical=canonical_name(self.text, named),
            inherited=label.paragraph != at or place > 0,
        )

    def _announced(self, at: int) -> Attribution | None:
        """The source of the paragraph whose colon announces this one."""
        for back in range(at - 1, max(-1, at - LONGEST_SPEECH), -1):
            if announces(self.text, self.page.paragraphs[back]):
                last = self.page.statements(back)[-1]
                chain = over(last.testimonies, len(last.words) - 1)
                return replace(self._told(last, chain), inherited=True) if chain else None
            if not (
                is_item(self.text, self.page.paragraphs[back])
                and is_item(self.text, self.page.paragraphs[at])
            ):
                return None
        return None


def _is_borrowed(statement: Statement, quotation: Quotation) -> bool:
    """Whether a quotation is a word or a title inside a sentence, and nobody's speech."""
    short = quotation.span.end - quotation.span.start < SHORTEST_SPEECH
    return short and not statement.is_quotation


def _credit(statement: Statement, testimony: Testimony) -> Credit:
    source, cue = statement.span_of(*testimony.source), statement.span_of(*testimony.cue)
    return Credit(source.of(statement.text), source, cue.of(statement.text), cue)


def _paragraph_of(label: Label) -> int:
    return label.paragraph
