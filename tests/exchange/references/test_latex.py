import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.exchange.data_tables import table
from factcheck.exchange.references.latex import latex_address, latex_text, plain_address, plain_text
from tests.exchange.references.references import LATEX
from tests.exchange.values import TEXT


@pytest.mark.parametrize(
    ("latex", "text"),
    [
        (r"Jos\'e M\"uller, {\L}{\'o}d{\'z}", "José Müller, Łódź"),
        (r"\v{s}tr \c c \'{\i} Stra\ss e", "štr ç í Straße"),
        (r"about 50\% of 1{,}500", "about 50% of 1,500"),
        (r"about 50% of them", "about 50% of them"),
        (r"30--40 and 5~000", "30–40 and 5\u00a0000"),
        (r"10\,000 $\sim$5", "10\u202f000 ~5"),
        (r"\emph{over} {{1,500}}", "over 1,500"),
        (r"\unknown{1,500}", r"\unknown1,500"),
        ("one\n   two", "one two"),
        (r"``q''", "“q”"),
        (r"\'{}x", "x"),
        ("\\", "\\"),
        ("{", ""),
    ],
)
def test_latex_means_this_text(latex: str, text: str) -> None:
    assert plain_text(latex) == text


@given(TEXT | LATEX)
def test_a_text_comes_back_but_for_its_blanks(text: str) -> None:
    assert plain_text(latex_text(text)) == re.sub("[ \t\r\n]+", " ", text).strip(" ")


@given(TEXT | LATEX)
def test_the_braces_of_what_is_written_are_even(text: str) -> None:
    for latex in (latex_text(text), latex_address(text)):
        depth = 0
        for brace in re.findall(r"[{}]", latex):
            depth += 1 if brace == "{" else -1
            assert depth >= 0
        assert depth == 0


@pytest.mark.parametrize(
    ("latex", "address"),
    [
        ("https://x.example/~me/a_b%20c", "https://x.example/~me/a_b%20c"),
        (r"https://x.example/\~{}me/a\_b\%20c", "https://x.example/~me/a_b%20c"),
        (r"\url{https://x.example/a--b}", "https://x.example/a--b"),
        ("{https://x.example/a}", "https://x.example/a"),
    ],
)
def test_an_address_is_read_whether_it_was_escaped_or_not(latex: str, address: str) -> None:
    assert plain_address(latex) == address


@given((TEXT | LATEX).map(str.strip))
def test_an_address_comes_back(text: str) -> None:
    assert plain_address(latex_address(text)) == text


@pytest.mark.parametrize("row", table("latex"), ids=lambda row: row["command"])
def test_every_command_of_the_table_is_known(row: dict[str, str]) -> None:
    assert "\\" not in plain_text(row["example"]) or row["command"] == "textbackslash"


@given(st.integers(1, 5))
def test_nesting_without_end_is_read_in_one_pass(depth: int) -> None:
    assert plain_text("{" * 10_000 * depth + "x") == "x"
