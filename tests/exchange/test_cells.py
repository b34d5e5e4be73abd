import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.exchange.cells import FORMULA_STARTS, cell_of, disarmed, joined, parted, text_of
from factcheck.show.safe import UNSAFE

# Lone surrogates are no text: a ledger refuses them, and two in a row are one character in JSON.
TEXT = st.text(alphabet=st.characters(exclude_categories=("Cs",)))
NASTY = st.text(alphabet="=+-@'\"\\;,ntux0 \t\r\n\x1b\u202e＝\U000e0041_a")


@pytest.mark.parametrize(
    ("text", "cell", "example_of"),
    [
        ("=A1", "'=A1", "a formula"),
        ("'=A1", "''=A1", "a formula that has its apostrophe already"),
        ("''=A1", "'''=A1", "two of them"),
        ("'twas", "'twas", "an apostrophe before a word"),
        ("x;=A1", r"x\u003b=A1", "a formula behind a semicolon"),
        ('x; "=A1"', r'x\u003b "=A1"', "the same between quotation marks"),
        ("Reuters; AP", "Reuters; AP", "names between semicolons"),
        (r"\n", r"\\n", "a backslash and a letter"),
        ("\U000e0041", r"\udb40\udc41", "an invisible tag beyond U+FFFF"),
        ("\r", r"'\r", "a lone carriage return"),
        ("50%", "50%", "a figure"),
    ],
)
def test_a_text_has_this_cell_and_comes_back(text: str, cell: str, example_of: str) -> None:
    assert cell_of(text) == cell
    assert text_of(cell) == text


@given(TEXT | NASTY)
def test_every_text_comes_back_from_its_cell(text: str) -> None:
    assert text_of(cell_of(text)) == text


@given(TEXT | NASTY)
def test_a_cell_is_one_harmless_line(text: str) -> None:
    cell = cell_of(text)
    assert not UNSAFE.search(cell)
    assert not cell.startswith(FORMULA_STARTS)
    assert not any(part.lstrip(' "').startswith(FORMULA_STARTS) for part in cell.split(";")[1:])


@pytest.mark.parametrize(
    ("cell", "text"), [("'=A1", "=A1"), ("'-12", "-12"), ("C:\\new", "C:\\new"), ("'twas", "'twas"), ("", "")]
)
def test_in_a_file_of_others_only_the_apostrophe_of_a_formula_goes(cell: str, text: str) -> None:
    assert disarmed(cell) == text


def test_an_escape_that_nobody_wrote_is_left_as_it_is() -> None:
    assert text_of(r"a\q\u12") == r"a\q\u12"


@given(st.lists((TEXT | NASTY).map(str.strip).filter(bool)))
def test_names_in_one_cell_come_back(names: list[str]) -> None:
    assert parted(joined(names)) == tuple(names)


@pytest.mark.parametrize(
    ("text", "names"), [("AFP;Reuters ; ", ("AFP", "Reuters")), ("", ()), ("AC\\DC", ("AC\\DC",)), (";;", ())]
)
def test_names_that_people_typed_are_parted_at_semicolons(text: str, names: tuple[str, ...]) -> None:
    assert parted(text) == names
