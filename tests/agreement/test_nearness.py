"""With which figures the others agree best, with or without somebody's weight."""

import math
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.agreement.nearness import Field, field_of
from tests.agreement.strategies import proven

WIDTH = 0.3


def field(*values: int | str, least: float = 0.5) -> Field:
    found = field_of([(Decimal(value), 1.0) for value in values], least, WIDTH)
    assert found is not None
    return found


def test_the_same_figure_agrees_fully_and_another_the_less_the_further_it_lies() -> None:
    one = field(100, 110, 300)
    near, far = (one.nearness(Decimal(100), Decimal(other)) for other in (110, 300))
    assert one.nearness(Decimal(100), Decimal(100)) == 1
    assert near == pytest.approx(1.1 ** (-1 / WIDTH))
    assert far < near < 1


@pytest.mark.parametrize(
    ("values", "without", "best", "example"),
    [
        ((500, 500, 900), [], [500], "what two say"),
        ((500, 500, 900), [500], [500, 900], "of what is left, one says each"),
        ((500, 500, 900), [500, 500], [900], "a figure of nobody else is not named"),
        ((500,), [500], [], "nobody else says anything"),
        ((0, 0, 5), [], [0], "a count of none has a place"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_weight_can_be_left_out(values, without, best, example) -> None:
    assert field(*values).best([(Decimal(value), 1.0) for value in without]) == tuple(map(Decimal, best))


@pytest.mark.parametrize(("values", "least"), [((-5, 8), 0.5), ((0, 8), 0.0), ((), 0.5)])
def test_what_has_no_place_on_a_ratio_scale_has_no_field(values, least) -> None:
    assert field_of([(Decimal(value), 1.0) for value in values], least, WIDTH) is None


@proven
@given(st.lists(st.tuples(st.integers(1, 400), st.integers(0, 4)), min_size=1, max_size=9), st.data())
def test_the_best_are_those_of_the_plain_double_sum(told: list[tuple[int, int]], data: st.DataObject) -> None:
    gone = data.draw(st.sets(st.integers(0, len(told) - 1)))
    weighed = [(Decimal(value), float(weight)) for value, weight in told]
    left = [one for place, one in enumerate(weighed) if place not in gone and one[1]]

    def agreement(figure: Decimal) -> float:
        return math.fsum(w * math.exp(-abs(math.log(figure / other)) / WIDTH) for other, w in left)

    found = field_of(weighed, 0.5, WIDTH)
    assert found is not None
    best = found.best([weighed[place] for place in gone])
    most = max((agreement(figure) for figure, _ in left), default=0.0)
    assert set(best) <= {figure for figure, _ in left if most - agreement(figure) < 1e-7}
    assert bool(best) == bool(left)
