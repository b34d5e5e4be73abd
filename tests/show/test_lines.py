import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.show.lines import Segment, cell_width, cut, fitted, line, line_width, plain_text, wrapped

WORDS = st.text(alphabet="ab 東é\u0301 ", max_size=60)


@pytest.mark.parametrize(
    ("text", "width", "shown"),
    [
        ("Reuters", 10, "Reuters"),
        ("Reuters", 7, "Reuters"),
        ("Reuters", 5, "Reut…"),
        ("the Times", 5, "the…"),
        ("東京新聞", 5, "東京…"),
        ("Reuters", 0, ""),
    ],
)
def test_what_does_not_fit_is_cut_in_cells(text: str, width: int, shown: str) -> None:
    assert cut(text, width) == shown


@given(WORDS, st.integers(1, 20), st.booleans())
def test_a_fitted_text_takes_exactly_its_width(text: str, width: int, right: bool) -> None:
    assert cell_width(fitted(text, width, right=right)) == width


@given(st.lists(st.tuples(WORDS, st.sampled_from(["plain", "number"])), max_size=4), st.integers(8, 30))
def test_wrapping_keeps_every_word_and_role_and_the_width(pieces: list[tuple[str, str]], width: int) -> None:
    parts = tuple(Segment(text, role) for text, role in pieces)  # type: ignore[arg-type]
    rows = wrapped(parts, width, indent="- ", hanging="  ")
    assert all(line_width(row) <= width for row in rows)
    shown = [(c, part.role) for row in rows for part in row[1:] for c in part.text if c != " "]
    assert shown == [(c, role) for text, role in pieces for c in text if c != " "]


def test_a_line_is_broken_at_blanks_and_hangs() -> None:
    rows = wrapped(line("over 1,500 people were killed"), 14, indent="- ", hanging="  ")
    assert [plain_text(row) for row in rows] == ["- over 1,500", "  people were", "  killed"]


def test_a_word_longer_than_the_line_is_broken() -> None:
    assert [plain_text(row) for row in wrapped(line("abcdefgh ij"), 4)] == ["abcd", "efgh", "ij"]
