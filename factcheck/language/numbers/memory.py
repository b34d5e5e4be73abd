"""What has the text shown so far that later numbers are read by?

The claim and the notice before, the figures already stated, whether this text groups
thousands by a point, and where its paragraphs end. One memory serves one reading of one text.

Callers: quantities, idioms.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from decimal import Decimal

from factcheck.language.numbers.ages import YEARS_OF_AGE
from factcheck.language.numbers.digits import groups_by_point
from factcheck.language.numbers.drafts import Found, stated_figure
from factcheck.language.sentences import paragraphs
from factcheck.model import Notice, Quantity

_MODEL = re.compile(r"(?<![a-z])\d{3,}")  # the 737 of "Boeing 737s", not the 335 of "@Media335"
_CHAIN = re.compile(r"\s*(?:,|and|or|to|through|until|[-–—&(]|,\s*and)\s*")


@dataclass(slots=True)
class Memory:
    """The numbers read so far, and what they show of the text; `named` are the digits of names, as 737."""

    text: str
    said: set[Decimal] = field(default_factory=set)
    named: set[str] = field(default_factory=set)
    claim: Found | None = None
    notice: Notice | None = None
    _by_point: list[bool | None] = field(default_factory=list)
    _parted: list[str] = field(default_factory=list)

    def keep(self, outcome: Found | Notice) -> None:
        """Remember what was read last."""
        if isinstance(outcome, Notice):
            self.notice = outcome
            if outcome.code == "name" and (model := _MODEL.match(self.text, outcome.span.start)):
                self.named.add(model.group())
            return
        self.claim = outcome
        figure = stated_figure(outcome.quantity)
        if figure is not None:
            self.said.add(figure)

    def parted(self) -> str:
        """The text with form feeds between its paragraphs, so that no reading runs over a heading's end."""
        if not self._parted:
            self._parted.append(_parted(self.text))
        return self._parted[0]

    def groups_by_point(self) -> bool | None:
        """Whether the text writes 1.500 for fifteen hundred; looked up at the first doubtful number."""
        if not self._by_point:
            self._by_point.append(groups_by_point(self.text))
        return self._by_point[0]

    def continues_age(self, start: int) -> bool:
        """Whether a number at `start` continues a list of ages: aged 22, 25 and 31."""
        last = self.claim
        if last is None or last.quantity.unit != YEARS_OF_AGE or start - last.span.end > 7:
            return False
        return _CHAIN.fullmatch(self.text, last.span.end, start) is not None

    def changes_from(self, start: int) -> Quantity | None:
        """The quantity from which something changes to a bare number at `start`: from 208 pounds to 193."""
        last = self.claim
        if last is None or last.quantity.kind not in ("percent", "measure") or start - last.span.end > 6:
            return None
        if self.text[last.span.end : start].strip() != "to":
            return None
        begin = last.phrase_span.start
        return last.quantity if self.text[max(0, begin - 5) : begin].strip().lower() == "from" else None

    def continues(self, start: int, *codes: str) -> str | None:
        """The code of the notice that a number at `start` continues: May 10 and 14, Articles 5 and 6."""
        last = self.notice
        if last is None or last.code not in codes or start - last.span.end > 7:
            return None
        return last.code if _CHAIN.fullmatch(self.text, last.span.end, start) else None


def _parted(text: str) -> str:
    """A text as long as the given one, with form feeds for what stands between its paragraphs."""
    parts: list[str] = []
    end = 0
    for paragraph in paragraphs(text):
        parts += "\f" * (paragraph.start - end), paragraph.of(text)
        end = paragraph.end
    return "".join(parts) + "\f" * (len(text) - end)
