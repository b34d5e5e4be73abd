import re

import pytest

from factcheck.model import Setting
from factcheck.show.strips import SIGNS, strip_of
from tests import factories as make
from tests.show.test_forest import SMALL
from tests.worked import worked

MARK = re.compile(r'<g class="(?P<what>[^"]+)">(?P<drawn>.*?)</g>')


def marks(*args: object) -> list[tuple[str, list[str]]]:
    drawing = strip_of(*args).drawing  # type: ignore[arg-type]
    return [(one["what"], re.findall(r'href="#(\w+)"', one["drawn"])) for one in MARK.finditer(drawing)]


def test_what_supports_is_a_circle_what_conflicts_a_diamond_and_what_counts_for_nothing_quiet() -> None:
    drawn = marks(worked())
    assert drawn[0] == ("own", ["ring", "more"])
    assert ("supports", ["circle"]) in drawn
    assert ("conflicts", ["diamond"]) in drawn
    assert ("open", ["bar", "more"]) in drawn
    assert ("conflicts quiet", ["diamond"]) in drawn


@pytest.mark.parametrize("name", SMALL)
def test_every_place_lies_in_the_picture(name: str) -> None:
    drawing = strip_of(SMALL[name]).drawing
    places = re.findall(r' (?:x|y|x1|x2|y1|y2|width|height)="([^"]+)"', drawing)
    assert places
    assert all(place.endswith("%") and 0 <= float(place[:-1]) <= 100 for place in places)


@pytest.mark.parametrize("name", SMALL)
def test_every_sign_that_is_used_is_drawn_once_for_the_page(name: str) -> None:
    there = re.findall(r'id="(\w+)"', SIGNS)
    assert len(there) == len(set(there))
    assert {sign for _, signs in marks(SMALL[name]) for sign in signs} <= set(there)


def test_rows_and_marks_stand_at_one_height() -> None:
    strip = strip_of(worked())
    heights = [float(one) for one in re.findall(r'y="([\d.]+)%"', strip.drawing.partition("<g")[2])]
    rows = [place for place, row in enumerate(strip.rows, start=1) if row.mark]
    assert sorted(set(heights)) == [round(100 * (place + 0.5) / (len(strip.rows) + 1), 2) for place in rows]


def test_it_is_told_in_words() -> None:
    assert "Ministry of the Interior: 230, conflicts." in strip_of(worked()).description


def test_its_drawing_holds_no_text_from_outside() -> None:
    hostile = make.judged(make.citation("<script>", "<b>", quantity=make.exactly(7)))
    drawing = strip_of(
        make.dossier(
            hostile, settings=(Setting("prior_weight", make.exactly(3).low, "<i>", "<u>", "2026-11-24"),)
        )
    ).drawing  # type: ignore[arg-type]
    assert not re.findall(r"<(?!/?(?:g|line|rect|text|use)\b)", drawing)
