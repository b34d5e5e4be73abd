"""EDTF dates of level 0 and 1: what each may mean, and in which order they stand."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.model import is_date, order_of, parse_date

MEANT = [
    ("2019-12-16", "2019-12-16", "2019-12-16", False, "a day"),
    ("2020-02", "2020-02-01", "2020-02-29", False, "a month"),
    ("2019", "2019-01-01", "2019-12-31", False, "a year"),
    ("201X", "2010-01-01", "2019-12-31", True, "some year of a decade"),
    ("19XX", "1900-01-01", "1999-12-31", True, "some year of a century"),
    ("2019-XX", "2019-01-01", "2019-12-31", True, "some month"),
    ("2019-11-XX", "2019-11-01", "2019-11-30", True, "some day"),
    ("2019-11-1X", "2019-11-10", "2019-11-19", True, "some day of ten"),
    ("2019-XX-XX", "2019-01-01", "2019-12-31", True, "some day of the year"),
    ("2019-12~", "2019-12-01", "2019-12-31", True, "approximate"),
    ("2019?", "2019-01-01", "2019-12-31", True, "uncertain"),
    ("2019-12-16%", "2019-12-16", "2019-12-16", True, "both"),
    ("2019-11/2019-12", "2019-11-01", "2019-12-31", False, "an interval"),
    ("2019-11-15/2019-11-19", "2019-11-15", "2019-11-19", False, "an interval of days"),
    ("2019-11~/2020", "2019-11-01", "2020-12-31", True, "an interval with a doubtful end"),
    ("2019-11/..", "2019-11-01", "None", False, "open after"),
    ("../2019", "None", "2019-12-31", False, "open before"),
    ("2019-11/", "2019-11-01", "None", False, "an end that is not known"),
]


@pytest.mark.parametrize(
    ("text", "earliest", "latest", "loose", "example"),
    MEANT,
    ids=[row[4] for row in MEANT],
)
def test_a_date_means_all_days_from_its_earliest_to_its_latest(
    text: str, earliest: str, latest: str, loose: bool, example: str
) -> None:
    dated = parse_date(text)
    assert dated is not None
    assert (str(dated.earliest), str(dated.latest), dated.loose) == (earliest, latest, loose)
    assert dated.interval == ("/" in text)


@pytest.mark.parametrize(
    "text",
    [
        "", "/", "../..", "16 Dec 2019", "2019-13", "2019-02-30", "2019-1", "19", "0000", "2019-21",
        "2019-XX-01", "2019-12/2019-11", "2019-12-16T10:00", "2019~~", "2019-12-16/next", "２０１９",
        "2019\n",
    ],
)  # fmt: skip
def test_anything_else_is_no_date(text: str) -> None:
    assert parse_date(text) is None
    assert not is_date(text)
    assert order_of(text) == 0


def test_the_less_exact_stands_before_the_more_exact_and_no_date_first() -> None:
    ordered = [None, "2018", "2018-12-31", "2019", "2019-01", "2019-01-01", "2019-12", "2019-12-06", "2020"]
    shuffled = ordered[1::2] + ordered[::2]
    assert sorted(shuffled, key=order_of) == ordered
    assert order_of("2019-12~") == order_of("2019-12")
    assert order_of("2019-11/2019-12") < order_of("2019-11")


@given(st.dates(), st.dates())
def test_days_stand_in_the_order_of_the_calendar(one: date, other: date) -> None:
    assert (order_of(one.isoformat()) < order_of(other.isoformat())) == (one < other)


@given(st.text(alphabet="0123456789X-/.~?%", max_size=24))
def test_whatever_is_typed_the_earliest_day_is_not_after_the_latest(text: str) -> None:
    dated = parse_date(text)
    if dated is not None and dated.earliest and dated.latest:
        assert dated.earliest <= dated.latest


def test_intervals_meet_and_cover() -> None:
    november, day, open_end = parse_date("2019-11"), parse_date("2019-11-16"), parse_date("2019-12/..")
    assert november is not None
    assert day is not None
    assert open_end is not None
    assert november.covers(day)
    assert not day.covers(november)
    assert november.meets(day)
    assert not november.meets(open_end)
