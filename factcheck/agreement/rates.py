"""What is one currency worth in another, as somebody declared it for this ledger?

Rates move, so none is known here. A ledger may set one as it sets a constant, by a name such
as "EUR in USD", with who says so, when and why; then amounts in the two are compared. Of rates
that contradict each other (a second one of the same currency, or one that leads back to it)
the one that was set last holds.

Pure. Callers: `constants.py`, `units.py`, desk, show.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from factcheck.model import Setting, parse_date

LEAST, MOST = Decimal("1E-9"), Decimal("1E+9")
_NAME = re.compile(
    r"(?P<currency>[A-Z]{3}) in (?P<into>[A-Z]{3})"
)  # EUR in USD; not: EUR in EUR, euro in USD


@dataclass(frozen=True, slots=True)
class Rate:
    """How many of one currency a unit of another is worth, and who declared it."""

    currency: str
    into: str
    value: Decimal
    by: str

    @property
    def name(self) -> str:
        """The name that it is set by: "EUR in USD"."""
        return f"{self.currency} in {self.into}"

    @property
    def said(self) -> str:
        """The rate as a sentence has it: "1 EUR = 1.08 USD, as Mara Lind declared"."""
        return f"{equation(self.name, self.value)}, as {self.by} declared"


def is_rate(name: str) -> bool:
    """Whether a setting of this name is a rate."""
    match = _NAME.fullmatch(name)
    return match is not None and match["currency"] != match["into"]


def equation(name: str, value: Decimal) -> str:
    """A rate as a sentence has it: "1 EUR = 1.08 USD"."""
    currency, _, into = name.partition(" in ")
    return f"1 {currency} = {value:f} {into}"


def is_dated(reason: str) -> bool:
    """Whether a reason says of which day, month or year it is: "ECB reference rate of 2019-11-15"."""
    return any(parse_date(word.strip(".,;:()")) for word in reason.split())


def rates_of(settings: Iterable[Setting]) -> tuple[Rate, ...]:
    """The rates among the settings of a ledger that hold, by name; one set to nought is taken back."""
    held: dict[str, Rate] = {}
    for setting in sorted(settings, key=lambda one: (one.at, one.name), reverse=True):
        if not is_rate(setting.name) or not setting.value:
            continue
        currency, _, into = setting.name.partition(" in ")
        leads_back = any(rate.into == currency for rate in chain(into, tuple(held.values())))
        if currency not in held and not leads_back:
            held[currency] = Rate(currency, into, setting.value, setting.by)
    return tuple(sorted(held.values(), key=lambda rate: rate.name))


def chain(currency: str, rates: Sequence[Rate]) -> Iterator[Rate]:
    """The rates that lead from a currency to the one that it is measured in, one after the other."""
    for _ in rates:
        rate = next((one for one in rates if one.currency == currency), None)
        if rate is None:
            return
        yield rate
        currency = rate.into
