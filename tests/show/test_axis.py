from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.show.axis import Axis, axis_for, tick_label

VALUES = st.lists(st.decimals(min_value="0.001", max_value="1e15", places=3), min_size=1, max_size=8)


@pytest.mark.parametrize(
    ("values", "linear", "width", "labels"),
    [
        ([48, 2000], False, 60, ["50", "100", "200", "500", "1,000", "2,000"]),
        ([48, 2000], False, 30, ["100", "300", "1,000", "3,000"]),
        ([1500], False, 40, ["500", "1,000", "2,000", "5,000"]),
        ([30, 9_000_000], False, 40, ["100", "10,000", "1M"]),
        ([5, "3e12"], False, 40, ["1", "100,000", "10B"]),
        ([31, 54], True, 40, ["30", "35", "40", "45", "50", "55"]),
        ([99, 101], False, 40, ["99", "99.5", "100", "100.5", "101"]),
        ([-3, 4], False, 40, ["-3", "-2", "-1", "0", "1", "2", "3", "4"]),
        ([0, 0], False, 40, ["-1", "-0.5", "0", "0.5", "1"]),
    ],
)
def test_round_values_that_have_room_are_printed(
    values: list[int | str], linear: bool, width: int, labels: list[str]
) -> None:
    axis = axis_for([Decimal(value) for value in values], linear=linear)
    assert [label for _, label in axis.ticks(width)] == labels


@pytest.mark.parametrize(
    ("value", "label"), [("1500", "1,500"), ("2E+6", "2M"), ("0.05", "0.05"), ("-20", "-20"), ("1E9", "1B")]
)
def test_a_tick_is_labelled_briefly(value: str, label: str) -> None:
    assert tick_label(Decimal(value)) == label


def test_equal_factors_are_equally_far_apart_on_a_logarithmic_axis() -> None:
    axis = Axis("log", Decimal(1), Decimal(10000))
    assert [axis.position(Decimal(value)) for value in (1, 10, 100, 10000, 10**9)] == [0, 0.25, 0.5, 1, 1]


@given(VALUES, st.booleans())
def test_every_value_lies_inside_in_order_with_room_at_both_ends(values: list[Decimal], linear: bool) -> None:
    axis = axis_for(values, linear=linear)
    places = [axis.position(value) for value in sorted(values)]
    assert places == sorted(places)
    assert 0 < places[0] <= places[-1] < 1


@given(VALUES, st.booleans(), st.integers(24, 100))
def test_labels_never_overlap(values: list[Decimal], linear: bool, width: int) -> None:
    ticks = axis_for(values, linear=linear).ticks(width)
    ends = [place * width + len(label) / 2 for place, label in ticks]
    starts = [place * width - len(label) / 2 for place, label in ticks]
    assert all(end + 2 <= start for end, start in zip(ends, starts[1:], strict=False))
