"""The figures of one source over time are drawn on one axis, the latest heavy."""

from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from factcheck.model import Citation
from factcheck.show.lines import line_width, plain_text
from factcheck.show.series import LATEST, series_lines
from tests import factories as make
from tests.worked import worked

Golden = Callable[[str, str], None]


def cited(source: str, date: str | None, said: make.Quantity, **others: object) -> Citation:
    name = f"{source} {date}"
    return make.citation(source, "as printed", id=name, date=date, quantity=said, measure="cities", **others)


def drawn(citations: list[Citation], width: int = 80) -> str:
    return "".join(plain_text(line) + "\n" for line in series_lines(citations, width))


CITIES = [
    cited("Union", "2019-11-23", make.exactly(165)),
    cited("Union", "2019-12-08", make.at_least(189)),
    cited("Union", "2019-12-10", make.over(200)),
    cited("Union", "2019-12-16", make.at_least(191)),
    cited("Ministry", "2019-12-01", make.exactly(180)),
    cited("Ministry", "2019-12-20", make.exactly(140)),
]


def test_the_worked_case_is_drawn_like_this(golden: Golden) -> None:
    golden("show/series-80.txt", drawn([one.citation for one in worked().citations]))


def test_a_count_that_falls_and_a_floor_that_sinks_are_said(golden: Golden) -> None:
    golden("show/series-steps.txt", drawn(CITIES))


def test_order_changes_nothing() -> None:
    assert drawn(CITIES[::-1]) == drawn(CITIES)


def test_one_figure_or_the_same_again_is_no_series() -> None:
    same = [cited("Union", f"2019-12-0{day}", make.exactly(165)) for day in (1, 2)]
    assert drawn(same) == drawn(CITIES[:1]) == drawn([]) == ""


def test_what_was_taken_from_others_has_no_date_or_counts_a_part_is_left_out() -> None:
    for left_out in (
        cited("Union", "2019-12-20", make.exactly(900), derived_from=("Ministry",)),
        cited("Union", None, make.exactly(900)),
        cited("Union", "2019-12-20", make.exactly(900), scope="part"),
        cited("Union", "2019-12-02", make.exactly(40, kind="percent", unit="percent")),
    ):
        assert drawn([left_out, *CITIES]) == drawn(CITIES)


def test_a_long_series_shows_the_latest_and_counts_the_others() -> None:
    many = [cited("Union", f"2019-{month:02}", make.exactly(100 + month)) for month in range(1, 13)]
    many += [cited("Union", f"2020-{month:02}", make.exactly(200 + month)) for month in range(1, 3)]
    page = drawn(many)
    assert "2 earlier figures" in page
    assert sum("20" in row[:6] for row in page.splitlines()) == LATEST


@given(
    st.lists(st.tuples(st.text(max_size=30), st.integers(0, 10**12), st.integers(0, 10**6)), max_size=6),
    st.integers(60, 140),
)
def test_no_line_is_wider_than_the_page(told: list[tuple[str, int, int]], width: int) -> None:
    citations = [
        cited(name or "x", f"2020-01-{place + 1:02}", make.between(low, low + more))
        for place, (name, low, more) in enumerate(told)
    ]
    assert all(line_width(line) <= width for line in series_lines(citations, width))
