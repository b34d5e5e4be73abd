"""What each citation adds, as it is printed."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest

from factcheck.agreement.constants import DEFAULTS, hold, with_settings
from factcheck.model import Dossier, Setting
from factcheck.show.dossiers import explained_lines, score_lines, supposed_lines
from factcheck.show.lines import line_width, plain_text
from factcheck.show.models import model_lines
from tests.exchange.test_scores import judged_dossier
from tests.show.test_forest import text_of
from tests.worked import worked

Golden = Callable[[str, str], None]
SETTING = Setting("party", Decimal("0.8"), "both sides are parties", "rui", "2024-05-19T08:00:00Z")


@pytest.mark.parametrize("width", [80, 120])
def test_an_explained_score_is_printed_like_this(width: int, golden: Golden) -> None:
    told = judged_dossier("Ministry", "Army") if width == 80 else worked()
    golden(f"show/explained-{width}.txt", text_of(tuple(explained_lines(told, width))))


def test_the_constants_are_printed_like_this(golden: Golden) -> None:
    held = hold(with_settings([SETTING]), [SETTING])
    golden("show/model.txt", text_of(tuple(model_lines("2+abcdef01", held, 80))))


def test_without_a_setting_every_constant_is_at_its_default() -> None:
    page = text_of(tuple(model_lines("2", hold(DEFAULTS, []), None)))
    assert page.startswith("Model 2  every constant at its default")


@pytest.mark.parametrize("width", [60, 80, 140])
def test_no_line_is_wider_than_the_page(width: int) -> None:
    dossier = judged_dossier("Ministry of a very long name indeed, in the capital of the valley", "Army")
    assert all(line_width(line) <= max(width, 80) for line in explained_lines(dossier, width))


def test_what_was_set_otherwise_stands_below_every_score() -> None:
    told = replace(worked(), settings=(SETTING,))
    for lines in (score_lines(told, 120), explained_lines(told, 120)):
        said = " ".join(plain_text(line) for line in lines)
        assert "Judged with party 0.8, not 0.5: rui set it on 2024-05-19 (both sides are parties)." in said


def test_a_supposition_is_told_beside_the_real_score_with_the_reasons_that_differ() -> None:
    real, otherwise = judged_dossier("Ministry", "Army"), judged_dossier("Ministry")
    said = text_of(tuple(supposed_lines("without the Army", otherwise, real, 80)))
    assert "What if, without the Army:" in said
    assert "SINGLE-SOURCE SUPPORT" in said
    assert "1 corroborates: Ministry with “700”." in said
    assert "Not counted: 1 repeats a counted origin." not in said
    assert "Nothing of this was recorded." in said


def of(dossier: Dossier) -> str:
    return text_of(tuple(explained_lines(dossier, 80)))


def test_a_score_that_nothing_counts_for_is_explained_too() -> None:
    told = judged_dossier("Marn Relief Council")
    assert "2 citations add nothing" in of(told)
    assert "NO INDEPENDENT EVIDENCE" in of(told)
