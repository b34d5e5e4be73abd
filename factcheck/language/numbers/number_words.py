"""What number do these words make?

Reads "twelve hundred", "two hundred and fifty thousand", "one and a half million" from
left to right, as far as the words make one well-formed number. Digits before a scale
("2.7 million", "5 crore 30 lakh") are read here too. Knows nothing of units or hedges.

Pure. Caller: numerals.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Context, Decimal

from factcheck.language.lexicon import table

ROLES: dict[str, str] = {}
VALUES: dict[str, Decimal] = {}
for _row in table("number_words"):
    ROLES[_row["word"]] = _row["role"]
    VALUES[_row["word"]] = Decimal(_row["value"])
PARTS: dict[str, int] = {row["word"]: int(row["parts"]) for row in table("fractions")}

EXACT = Context(prec=1000)
SHORT = Context(prec=12)

# the next word of a number: "-two" of forty-two, " million", "\nmillion" of a wrapped line
NEXT = re.compile(r"(?:[ \t\u00a0\u202f]{0,4}(?:\r?\n[ \t]{0,40})?|-)([^\W\d_]+)(?!['’]\w)")

_SMALL = frozenset({"digit", "teen", "tens"})
_AFTER = {  # what may follow what, without and with "and"
    "digit": frozenset({"hundred", "scale", "dozen"}),
    "teen": frozenset({"hundred", "scale", "dozen"}),
    "tens": frozenset({"digit", "hundred", "scale", "dozen"}),
    "hundred": frozenset({"digit", "teen", "tens", "scale"}),
    "scale": frozenset({"digit", "teen", "tens", "hundred", "scale"}),
}


@dataclass(slots=True)
class Sum:
    """A number while its words are being read: `total` above the last scale, `section` below it."""

    section: Decimal
    last: str
    total: Decimal = Decimal(0)
    scale: Decimal = Decimal(1)
    first_scale: Decimal | None = None

    @property
    def value(self) -> Decimal:
        """What the words so far add up to."""
        return EXACT.add(self.total, self.section)

    def take(self, word: str, role: str) -> bool:
        """Add a word if it can follow; whether it could."""
        value = VALUES[word]
        if role not in _AFTER.get(self.last, ()):
            return False
        if role in _SMALL:
            return self._add(value, role)
        if role == "hundred":
            return self._hundred()
        if role == "dozen":
            self.section = EXACT.multiply(self.section, value)
            self.last = role
            return True
        return self._scale(value)

    def _add(self, value: Decimal, role: str) -> bool:
        if self.last == "tens" and value == 0:
            return False
        if self.last == "scale" and value >= self.scale:
            return False
        self.section = EXACT.add(self.section, value)
        self.last = role
        return True

    def _hundred(self) -> bool:
        if not 0 < self.section < 100:
            return False
        self.section = EXACT.multiply(self.section, Decimal(100))
        self.last = "hundred"
        return True

    def _scale(self, value: Decimal) -> bool:
        if self.last == "scale":  # "two lakh crore", "five hundred thousand million"
            if value <= self.scale:
                return False
            self.total = EXACT.multiply(self.total, value)
        else:
            if self.first_scale is not None and value >= self.scale:
                return False
            self.total = EXACT.add(self.total, EXACT.multiply(self.section, value))
            self.section = Decimal(0)
        self.scale = value
        self.first_scale = self.first_scale or value
        self.last = "scale"
        return True


def read_words(text: str, end: int, so_far: Sum) -> int:
    """Add the words after `end` to the sum as long as they fit; where the number ends."""
    while (match := NEXT.match(text, end) or _smaller(text, end, so_far)) is not None:
        word = match.group(1).lower()
        role = ROLES.get(word)
        if role is None and word == "and" and so_far.last in ("hundred", "scale"):
            match = NEXT.match(text, match.end())
            word = match.group(1).lower() if match else ""
            role = ROLES.get(word)
            if role not in _SMALL or (match and _is_part(text, match.end())):
                return end
        if role == "plural" and ROLES.get(word[:-1]) in ("dozen", "scale"):  # five lakhs, two dozens
            word, role = word[:-1], ROLES[word[:-1]]
        if match is None or role is None or not so_far.take(word, role):
            return end
        end = match.end()
    return end


_DIGITS = "|".join(word for word, role in ROLES.items() if role == "digit")
_BELOW_HUNDRED = "|".join(word for word, role in ROLES.items() if role in _SMALL)
# ", two hundred" of three million, two hundred thousand; not "a million, two of them"
_AFTER_COMMA = re.compile(
    rf",[ ]({_BELOW_HUNDRED})(?=(?:[- ](?:{_DIGITS}))?[ ](hundred|thousand|lakh|million)(?![^\W_]))",
    re.IGNORECASE,
)


def _smaller(text: str, end: int, so_far: Sum) -> re.Match[str] | None:
    """The first word of the smaller part that a comma parts from its thousands or millions."""
    if so_far.last != "scale" or text[end : end + 1] != ",":
        return None
    match = _AFTER_COMMA.match(text, end)
    return match if match and VALUES[match.group(2).lower()] < so_far.scale else None


def _is_part(text: str, end: int) -> bool:
    """Whether the parts of a fraction stand at `end`: the "quarters" of "and three quarters"."""
    match = NEXT.match(text, end)
    return (
        match is not None
        and match.group(1).lower() in PARTS
        and ROLES.get(match.group(1).lower()) != "ordinal"
    )


def begin(word: str) -> Sum | None:
    """The sum that starts with a number word, or None if no number starts with it."""
    role = ROLES[word]
    if role in _SMALL:
        return Sum(VALUES[word], role)
    if role in ("hundred", "dozen"):
        return Sum(VALUES[word], role)
    if role == "scale":
        return Sum(Decimal(0), role, total=VALUES[word], scale=VALUES[word], first_scale=VALUES[word])
    return None


def fraction(top: Decimal, parts: int) -> Decimal:
    """`top` parts of a whole cut into `parts`, to twelve digits."""
    return SHORT.divide(top, Decimal(parts))
