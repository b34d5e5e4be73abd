"""The picture as a file: complete, readable without colour or eyes, and harmless."""

import re
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.model import Dossier, Setting
from factcheck.show.markup import cut_to, element, text_width
from factcheck.show.plot import plan
from factcheck.show.svg import WIDTH, svg_text
from tests import factories as make
from tests.show.test_forest import SMALL
from tests.worked import worked

Golden = Callable[[str, str], None]
SVG = "{http://www.w3.org/2000/svg}"


def drawn(dossier: Dossier, *, fold: bool = True) -> ElementTree.Element:
    return ElementTree.fromstring(svg_text(dossier, fold=fold))


def words(root: ElementTree.Element) -> str:
    return " ".join(text.strip() for text in root.itertext() if text.strip())


def test_the_worked_case_is_drawn_like_this(golden: Golden) -> None:
    golden("show/worked.svg", svg_text(worked()))


@pytest.mark.parametrize("name", SMALL)
def test_other_numbers_are_drawn_too(name: str) -> None:
    root = drawn(SMALL[name])
    rows = plan(SMALL[name], fold=True).rows
    assert all(row.label[:8] in words(root) for row in rows)


def test_every_citation_is_in_the_unfolded_picture_as_text() -> None:
    said = words(drawn(worked(), fold=False))
    assert all(row.label[:8] in said for row in plan(worked()).rows)


def test_title_and_description_tell_the_whole_of_it() -> None:
    root = drawn(worked())
    assert root.attrib["role"] == "img"
    assert root.attrib["aria-labelledby"] == "title desc"
    title, description = root[0], root[1]
    assert (title.tag, title.attrib["id"]) == (f"{SVG}title", "title")
    assert (description.tag, description.attrib["id"]) == (f"{SVG}desc", "desc")
    assert title.text == "“more than 1,500 villagers”: contested"
    assert description.text is not None
    assert all(reason in description.text for reason in worked().agreement.reasons)
    assert "Ministry of the Interior: 230, conflicts." in description.text


def test_nothing_in_it_runs_or_is_fetched() -> None:
    root = drawn(worked(), fold=False)
    kinds = {one.tag.removeprefix(SVG) for one in root.iter()}
    assert kinds == {"svg", "title", "desc", "rect", "line", "circle", "path", "text"}
    names = {name for one in root.iter() for name in one.attrib}
    assert not any(name.startswith("on") or "href" in name or name in ("style", "class") for name in names)
    assert "://" not in svg_text(worked(), fold=False).replace("http://www.w3.org/2000/svg", "")


def test_what_colour_says_is_said_by_shape_and_word_too() -> None:
    said = words(drawn(worked()))
    for phrase in (
        "1 origin corroborates",
        "1 origin conflicts",
        "A circle supports it, a diamond conflicts",
    ):
        assert phrase in said


def test_nothing_is_drawn_outside_of_the_picture() -> None:
    root = drawn(worked(), fold=False)
    height = float(root.attrib["height"])
    for one in root.iter():
        for name in ("x", "x1", "x2", "cx"):
            assert 0 <= float(one.attrib.get(name, 0)) <= WIDTH
        for name in ("y", "y1", "y2", "cy"):
            assert 0 <= float(one.attrib.get(name, 0)) <= height


def test_a_constant_that_was_set_otherwise_is_said() -> None:
    setting = Setting("party", Decimal(1), "all are parties", "rui", "2024-06-01T00:00:00Z")
    assert "Judged with party 1, not 0.5: rui set it on 2024-06-01" in words(
        drawn(replace(worked(), settings=(setting,)))
    )


def test_a_claim_without_evidence_has_a_picture() -> None:
    bare = replace(make.dossier(), citations=(), agreement=make.agreement(score=None))
    assert "the claim" in words(drawn(bare))


HOSTILE = "</text><script>alert(1)</script>\u202e&amp;\x1b[31m\x00 \"'onload=x"


def test_hostile_text_is_shown_and_obeyed_by_nobody() -> None:
    cited = make.citation(HOSTILE, HOSTILE, id="t1")
    text = svg_text(make.dossier(make.judged(cited, origin=HOSTILE), source=HOSTILE))
    root = ElementTree.fromstring(text)
    assert "<script" not in text
    assert not re.search("[\x00-\x08\x0b-\x1f\u202a-\u202e]", text)
    assert "</text><script>" in words(root)


@given(st.text(max_size=60), st.text(max_size=200))
def test_whatever_it_says_it_is_well_formed(name: str, passage: str) -> None:
    judged = make.judged(make.citation(name or "x", passage, id="t1"))
    ElementTree.fromstring(svg_text(make.dossier(judged, source=name or None)))


@given(st.text(max_size=80), st.floats(20, 400))
def test_a_text_is_cut_to_its_room(text: str, room: float) -> None:
    assert text_width(cut_to(text, room, 12), 12) <= room


def test_an_attribute_is_escaped_and_an_empty_one_left_out() -> None:
    made = element("rect", fill='"><script>', stroke=None, stroke_width=1.50)
    assert made.xml() == '<rect fill="&quot;&gt;&lt;script&gt;" stroke-width="1.5"/>'
