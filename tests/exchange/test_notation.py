import json
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.exchange.notation import json_text, plain, score
from factcheck.show.safe import UNSAFE

ANY_TEXT = st.text(alphabet=st.characters(exclude_categories=()))


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("1500", "1500"),
        ("1.5E+3", "1500"),
        ("2.0E6", "2000000"),
        ("4.50", "4.5"),
        ("0.050", "0.05"),
        ("-12", "-12"),
        ("-0.0", "0"),
        ("100", "100"),
        ("1E-7", "0.0000001"),
        ("1E+999999", "1E+999999"),
    ],
)
def test_numbers_are_written_plainly(value: str, written: str) -> None:
    assert plain(Decimal(value)) == written


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**40), max_value=10**40))
def test_writing_a_number_loses_nothing(value: Decimal) -> None:
    assert Decimal(plain(value)) == value


@pytest.mark.parametrize(
    ("value", "written"), [(None, None), (0.1 + 0.2, 0.3), (-1e-9, 0.0), (1 / 3, 0.333333)]
)
def test_scores_are_rounded_and_have_no_negative_zero(value: float | None, written: float | None) -> None:
    assert str(score(value)) == str(written)


@given(ANY_TEXT)
def test_any_text_reads_back_unchanged_from_json(text: str) -> None:
    assert json.loads(json_text({"text": text})) == {"text": text}


@given(ANY_TEXT, st.sampled_from([None, 2]))
def test_json_holds_nothing_that_a_terminal_obeys_and_is_valid_utf_8(text: str, indent: int | None) -> None:
    written = json_text([text], indent=indent)
    assert set(UNSAFE.findall(written)) <= {"\n"}
    written.encode("utf-8")


def test_letters_of_every_script_stay_readable() -> None:
    assert json_text("Zoë, 東京, 👍") == '"Zoë, 東京, 👍"'
    assert json_text("\U000e0041") == r'"\udb40\udc41"'
