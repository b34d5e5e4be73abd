"""What is a testimony, and whose wins where several reach one word?

A testimony is a source, the cue that credits it, and the words it vouches for. Where
several reach a number, the one nearest before it vouches, and those who report it are the
chain through which it came.

Pure; ranges are half-open indices into the statement's words. Callers: constructions,
statements, speakers, attributions.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from factcheck.language.sources.heads import Range
from factcheck.model import Polarity


@dataclass(frozen=True, slots=True)
class Testimony:
    """A source, the cue that credits it, and the words it vouches for.

    `relays`: whoever else speaks only passes this source on ("citing X"). `carrier`: the
    source and cue of who passes it on, where its own phrase says so ("residents quoted by
    X"). `yields`: whoever reports it vouches instead ("he thinks", "they plan").
    """

    source: Range
    cue: Range
    reach: tuple[Range, ...]
    polarity: Polarity = "asserted"
    relays: bool = False
    carrier: tuple[Range, Range] | None = None
    yields: bool = False

    def names(self, index: int) -> bool:
        """Whether a word is part of the source's own name."""
        return self.source[0] <= index < self.source[1]

    def covers(self, index: int) -> bool:
        """Whether the source vouches for a word; never for one of its own name."""
        return not self.names(index) and any(start <= index < end for start, end in self.reach)


def over(found: Sequence[Testimony], index: int) -> tuple[Testimony, ...]:
    """The chain of testimonies that reach a word, whoever vouches last; empty if none does."""
    if any(testimony.names(index) and testimony.cue[0] < testimony.source[0] for testimony in found):
        return ()  # "according to **three** officials": nobody vouches for how many they are
    reaching = [testimony for testimony in found if testimony.covers(index)]
    firm = [testimony for testimony in reaching if not testimony.yields]
    if reaching and not firm and not any(testimony.names(index) for testimony in found):
        firm = reaching
    relays = [testimony for testimony in firm if testimony.relays]
    direct = [testimony for testimony in firm if not testimony.relays]
    if not direct:
        return tuple(relays[:1])
    before = [testimony for testimony in direct if testimony.cue[0] < index]
    vouching = before[-1] if before else direct[0]
    chain = _carried(vouching)
    known = [testimony.source for testimony in chain]
    outer = [t for t in direct if t.source not in known and _passes_on(t, vouching)]
    outer.sort(key=lambda testimony: testimony.cue[0] < index)
    return (*outer, *chain, *relays[:1])


def _passes_on(outer: Testimony, inner: Testimony) -> bool:
    """Whether one testimony is what the other one reports."""
    if outer.cue[0] < inner.cue[0]:
        return any(start <= inner.source[0] <= start + 2 for start, _ in outer.reach)
    return outer.covers(inner.cue[0]) and outer.covers(inner.source[0])


def _carried(testimony: Testimony) -> tuple[Testimony, ...]:
    """A testimony, behind whoever its own phrase says passed it on."""
    if testimony.carrier is None:
        return (testimony,)
    source, cue = testimony.carrier
    return Testimony(source, cue, testimony.reach), testimony
