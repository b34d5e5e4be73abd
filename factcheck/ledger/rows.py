"""How do a stated number and a span become columns, and the same value again?

Numbers go in as decimal text and come out as the `Decimal` that they were, digit for
digit; a magnitude that would take a page of zeros keeps its exponent. A span takes two
columns. Nothing here runs SQL.

Pure. Callers: `documents`, `claims`, `citations`, `agreements`, `search`.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from factcheck.ledger.tables import Stored
from factcheck.model import Quantity, Span

Columns = sqlite3.Row | Mapping[str, Any]

QUANTITY_FIELDS = (
    *("low", "high", "point", "hedge", "low_open", "high_open", "grain"),
    *("kind", "unit", "counted"),
)
_LONGEST_ZEROS = 60
_NO_QUANTITY = (None,) * 8


def decimal_text(value: Decimal | None) -> str | None:
    """The number in plain digits ("1500", "0.2"); with an exponent only beyond 60 zeros."""
    if value is None:
        return None
    if "E" not in (text := str(value)):
        return text
    digits, exponent = value.as_tuple()[1:]
    assert isinstance(exponent, int), "quantities are finite"
    plain = -_LONGEST_ZEROS - len(digits) <= exponent <= _LONGEST_ZEROS
    return format(value, "f") if plain else text


def quantity_values(quantity: Quantity | None) -> tuple[Stored, ...]:
    """The columns `tables.QUANTITY` of a stated number (no words); all None where there is none."""
    if quantity is None:
        return _NO_QUANTITY
    return (
        decimal_text(quantity.low),
        decimal_text(quantity.high),
        decimal_text(quantity.point),
        decimal_text(quantity.grain),
        int(quantity.low_open),
        int(quantity.high_open),
        quantity.hedge,
        quantity.kind,
    )


def read_quantity(row: Columns) -> Quantity:
    """The stated number of a row that has one."""
    return quantity_of([row[name] for name in QUANTITY_FIELDS])


def quantity_of(values: Sequence[Any]) -> Quantity:
    """The stated number of these columns, in the order of `QUANTITY_FIELDS`."""
    low, high, point, hedge, low_open, high_open, grain, kind, unit, counted = values
    return Quantity(
        _decimal(low), _decimal(high), _decimal(point), hedge, bool(low_open), bool(high_open),
        _decimal(grain), kind, unit, counted,
    )  # fmt: skip


def ends(span: Span | None) -> tuple[int | None, int | None]:
    """Both ends of a span, or two times None."""
    return (span.start, span.end) if span else (None, None)


def span_of(start: int | None, end: int | None) -> Span | None:
    """The span with these ends, if it has any."""
    return None if start is None or end is None else Span(start, end)


def _decimal(text: str | None) -> Decimal | None:
    """The number that decimal text states."""
    return None if text is None else Decimal(text)
