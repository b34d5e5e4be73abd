"""How long does one claim take, with few citations and with very many?"""

import random
import time
from collections.abc import Callable
from decimal import Decimal

from factcheck.agreement.score import assess
from factcheck.model import Citation, Quantity

# citations, how often to repeat, the most milliseconds
LIMITS = ((5, 300, 0.5), (100, 30, 10.0), (10_000, 3, 500.0))
CLAIM = Quantity(Decimal(1500), None, Decimal(1500), "over", low_open=True, grain=Decimal(100))


def run() -> int:
    """Measure all shapes, print the best of several runs, and answer 1 if a limit is missed."""
    missed = 0
    for size, repeats, limit in LIMITS:
        for shape in (mixed, chain, ring, one_source):
            best = min(timed(shape(size)) for _ in range(repeats))
            print(f"{size:6,} citations, {shape.__name__:10}: {best:8.2f} ms (at most {limit:g})")
            missed |= best > limit
    return missed


def timed(citations: list[Citation]) -> float:
    """The milliseconds of processor time of one assessment, whatever else the machine does."""
    start = time.process_time()
    assess(CLAIM, "Claimant", citations)
    return (time.process_time() - start) * 1000


def mixed(size: int) -> list[Citation]:
    """Half primary, half taken from any earlier one; all hedges."""
    draw = random.Random(size)
    return [
        cited(
            index,
            f"Source {index}",
            *([f"c{draw.randrange(index):05}"] if index and draw.random() < 0.5 else []),
        )
        for index in range(size)
    ]


def chain(size: int) -> list[Citation]:
    """Each taken from the one before."""
    return [
        cited(index, f"Source {index}", *([f"c{index - 1:05}"] if index else [])) for index in range(size)
    ]


def ring(size: int) -> list[Citation]:
    """A chain that bites its tail."""
    return [cited(index, f"Source {index}", f"c{(index - 1) % size:05}") for index in range(size)]


def one_source(size: int) -> list[Citation]:
    """One source that corrects itself again and again."""
    return [cited(index, "Ministry") for index in range(size)]


HEDGES: tuple[Callable[[Decimal], Quantity], ...] = (
    lambda value: Quantity(value, value, value, grain=Decimal(1)),
    lambda value: Quantity(value, value, value, "about", grain=Decimal(10)),
    lambda value: Quantity(value, None, value, "over", low_open=True),
    lambda value: Quantity(value, None, None, "at_least"),
)


def cited(index: int, source: str, *parents: str) -> Citation:
    """A citation whose figure, hedge and date follow from its index."""
    value = Decimal(100 + index * 7919 % 2900)
    date = f"2020-{index % 12 + 1:02}-{index % 28 + 1:02}"
    return Citation(
        f"c{index:05}", source, "as printed", HEDGES[index % 4](value), date=date, derived_from=parents
    )
