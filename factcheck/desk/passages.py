"""Which number does a person mean, in a phrase or passage that they typed?

The passage is read by the same grammar as an article. One number is plain; of several,
those that could speak to the claim (the same kind and unit) are asked about, never
guessed: `--number` picks one by how it is printed, or by its place as `@12`.

Pure. Callers: claims and citations of `desk`.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.errors import AskedWrongly
from factcheck.language.numbers.drafts import stated_figure
from factcheck.language.quantities import Found, read
from factcheck.model import Notice, Quantity

SHOWN = 10


def numbers_in(passage: str, like: Quantity | None = None) -> tuple[Found, ...]:
    """The numbers of a passage; of several, those of the kind and unit of `like`, if there are any.

    Empty where the passage has none. A number that can be read in two ways raises
    AskedWrongly with both readings.
    """
    found, notices = read(passage)
    if not found:
        _refuse_ambiguous(passage, notices)
    return found if like is None else fitting(found, like)


def fitting(numbers: tuple[Found, ...], like: Quantity) -> tuple[Found, ...]:
    """Of several numbers, those of this kind and unit, if there are any."""
    return tuple(number for number in numbers if _fits(number.quantity, like)) or numbers


def _fits(quantity: Quantity, like: Quantity) -> bool:
    return (quantity.kind, quantity.unit) == (like.kind, like.unit)


def _refuse_ambiguous(passage: str, notices: Sequence[Notice]) -> None:
    for notice in notices:
        if notice.readings:
            readings = " or ".join(str(reading.point) for reading in notice.readings)
            surface = notice.span.of(passage)
            raise AskedWrongly(
                f"“{surface}” can be read as {readings}", "Write the number out, without grouping."
            )


def the_number(passage: str, numbers: Sequence[Found], pick: str | None) -> Found:
    """The one number that is meant; AskedWrongly lists them where it is not plain which."""
    chosen = numbers if pick is None else [number for number in numbers if _is_picked(passage, number, pick)]
    if len(chosen) == 1:
        return chosen[0]
    listed = "; ".join(f"{number.span.of(passage)} (@{number.span.start})" for number in numbers[:SHOWN])
    if not chosen:
        raise AskedWrongly(f"no number {pick!r} among those that fit: {listed}", "Pick one with --number.")
    hint = "Pick one with --number, as it is printed or by its place (@12)."
    raise AskedWrongly(f"several numbers fit: {listed}", hint)


def _is_picked(passage: str, number: Found, pick: str) -> bool:
    if pick.startswith("@"):
        return pick[1:] == str(number.span.start)
    printed = (number.span.of(passage), number.phrase_span.of(passage), str(stated_figure(number.quantity)))
    return pick.casefold() in [text.casefold() for text in printed]


def why_not_read(passage: str) -> str:
    """Why the passage has no number, in the words of the first notice on it, if any."""
    notices = read(passage)[1]
    return f": {notices[0].reason}" if notices else ""
