"""Markup is blanked in place: what remains stands where it stood."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.language.markdown import blank_markup


@pytest.mark.parametrize(
    ("text", "kept", "gone"),
    [
        ("Over **1,500** _people_ fled.", "1,500", "*"),
        ("See [the 2,000 pages](https://example.org/2019/77).", "the 2,000 pages", "77"),
        ("Set `x = 42` and wait 3 days.", "3 days", "42"),
        ("![chart of 12 lines](chart-9.png) 5 lines", "5 lines", "12"),
        ("---\ndate: 2019\n---\nSome 40 fled.", "Some 40 fled.", "date"),
        ("```\nfor i in range(99):\n```\nSome 40 fled.", "Some 40 fled.", "99"),
        ("Some 40 fled.[^12]", "Some 40 fled.", "12"),
        ("A tag <b class='x9'>7</b> here", "7", "x9"),
        ("| a | b |\n|---|---|\n| 30 | 40 |", "| 30 | 40 |", "---"),
        ("snake_case and 2*3 stay", "snake_case and 2*3 stay", "\0"),
    ],
)
def test_markup_is_blanked_and_prose_stays(text: str, kept: str, gone: str) -> None:
    blanked = blank_markup(text)
    assert blanked.index(kept) == text.index(kept)
    assert gone not in blanked


@given(st.text(alphabet="ab1,. \n`*_#>[]()!|-~<:^", max_size=200))
def test_every_character_keeps_its_place(text: str) -> None:
    blanked = blank_markup(text)
    assert len(blanked) == len(text)
    assert all(after in (before, " ") for before, after in zip(text, blanked, strict=True))
    assert blanked.count("\n") == text.count("\n")
