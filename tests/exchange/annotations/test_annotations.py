import io
import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factcheck.errors import Unreadable
from factcheck.exchange.annotations.anchoring import anchor, code_point
from factcheck.exchange.annotations.annotation import Annotation, Quote
from factcheck.exchange.annotations.reading import read_annotations
from factcheck.exchange.annotations.writing import annotation_shape, write_annotations
from factcheck.exchange.problems import RowProblem
from factcheck.model import Dossier, Span, State
from factcheck.reading.quotes import NoPlace
from factcheck.show.safe import UNSAFE
from tests import factories as make
from tests.exchange.values import claims, documents
from tests.worked import worked

TEXT = "😀 Am Fluss: at least 12 people were killed, 😀 and 19 people were hurt."
slow = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))


def read(value: Any) -> list[Annotation | RowProblem]:
    return list(read_annotations(json.dumps(value).encode(), "notes.json"))


def hypothesis_row(**changes: Any) -> dict[str, Any]:
    exact = changes.pop("exact", "12 people were killed")
    start = changes.pop("start", len(TEXT[: TEXT.index("12")].encode("utf-16-le")) // 2)
    return {
        "id": "aBc",
        "created": "2024-05-18T12:00:00+00:00",
        "user": "acct:rui@hypothes.is",
        "uri": "https://courier.example/marn",
        "text": "According to the ministry",
        "tags": ["toll"],
        "target": [
            {
                "source": "https://courier.example/marn",
                "selector": [
                    {"type": "RangeSelector", "startContainer": "/p[1]", "startOffset": 3},
                    {"type": "TextPositionSelector", "start": start, "end": start + len(exact)},
                    {"type": "TextQuoteSelector", "exact": exact, "prefix": "at least ", "suffix": ", "},
                ],
            }
        ],
        **changes,
    }


def note(**changes: Any) -> Annotation:
    (found,) = read({"total": 1, "rows": [hypothesis_row(**changes)]})
    assert isinstance(found, Annotation)
    return found


def test_a_note_of_hypothesis_is_read() -> None:
    start = TEXT.index("12") + 1  # one character before it takes two units
    assert note() == Annotation(
        where="notes.json: rows[0]",
        id="aBc",
        source="https://courier.example/marn",
        text="According to the ministry",
        tags=("toll",),
        by="acct:rui@hypothes.is",
        at="2024-05-18T12:00:00+00:00",
        quote=Quote("12 people were killed", "at least ", ", "),
        position=(start, start + 21),
        unit="utf-16",
    )


def test_offsets_of_a_browser_become_code_points() -> None:
    span = anchor(note(), TEXT)
    assert isinstance(span, Span)
    assert span.of(TEXT) == "12 people were killed"


@given(st.text(alphabet="a😀é\U0010ffff\uffff"), st.integers(0, 12))
def test_every_unit_that_begins_a_character_is_that_character(text: str, units: int) -> None:
    known = {len(text[:place].encode("utf-16-le")) // 2: place for place in range(len(text) + 1)}
    if units in known:
        assert code_point(text, units) == known[units]
    elif units < len(text.encode("utf-16-le")) // 2:
        assert code_point(text, units) is None


def test_a_place_where_other_words_stand_is_not_believed() -> None:
    span = anchor(note(start=3), TEXT)
    assert isinstance(span, Span)
    assert span.of(TEXT) == "12 people were killed"


def test_a_place_in_the_middle_of_a_character_is_not_believed() -> None:
    assert isinstance(anchor(note(start=1), TEXT), Span)


@pytest.mark.parametrize(
    ("changes", "what"),
    [
        (
            {"exact": "14 people were killed"},
            "Its words stand in the text with another number: 12 instead of 14",
        ),
        ({"exact": "nothing of the kind"}, "Its words do not stand in the text."),
        ({"target": [{"source": "x"}]}, "is a note on the whole page"),
        ({"target": []}, "is a note on the whole page"),
    ],
)
def test_a_note_that_cannot_be_placed_is_a_problem(changes: dict[str, Any], what: str) -> None:
    problem = anchor(note(**changes), TEXT)
    assert isinstance(problem, RowProblem)
    assert problem.where == "notes.json: rows[0]"
    assert what in problem.what


def test_a_finder_that_takes_another_number_for_the_same_is_overruled() -> None:
    def careless(text: str, quote: str, *, prefix: str, suffix: str) -> Span | NoPlace:
        return make.span_of(text, "19 people were hurt")

    problem = anchor(note(start=0), TEXT, careless)
    assert problem == RowProblem(
        "notes.json: rows[0]",
        "quotes 12, and the text has 19",
        "correct the note, or attach it by hand",
    )


@pytest.mark.parametrize(
    ("value", "where"),
    [
        ([hypothesis_row()], "[0]"),
        ({"rows": [hypothesis_row()]}, "rows[0]"),
        ({"annotations": [hypothesis_row()]}, "annotations[0]"),
        ({"first": {"items": [hypothesis_row()]}}, "first.items[0]"),
    ],
)
def test_notes_are_found_however_they_are_packed(value: Any, where: str) -> None:
    (found,) = read(value)
    assert isinstance(found, Annotation)
    assert found.where == f"notes.json: {where}"


@pytest.mark.parametrize(
    ("row", "what"),
    [
        (hypothesis_row(references=["xyz"]), "is a reply to another note"),
        (hypothesis_row(tags=7), "must be a list"),
        (hypothesis_row(text=7), "must be text"),
        (hypothesis_row(target=7), "must be a list"),
        (hypothesis_row(start=-1), "start and end must be whole numbers"),
        (hypothesis_row(start=1.5), "start and end must be whole numbers"),
        ("x", "must be an object"),
    ],
)
def test_what_cannot_be_used_is_a_problem_and_hides_no_other(row: Any, what: str) -> None:
    problem, good = read([row, hypothesis_row()])
    assert isinstance(problem, RowProblem)
    assert problem.where.startswith("notes.json: [0]")
    assert what in problem.what
    assert isinstance(good, Annotation)


@pytest.mark.parametrize(
    "content", [b"7", b'{"rows": 7}', b"", b"[", b'{"id": 1, "id": 2}', b"\xff", b"[" * 9999]
)
def test_what_holds_no_notes_is_refused(content: bytes) -> None:
    with pytest.raises(Unreadable) as caught:
        list(read_annotations(content, "notes.json"))
    assert caught.value.message.startswith("notes.json")


def test_a_claim_becomes_a_note_with_both_selectors() -> None:
    dossier = replace(worked(), state=State("signed off", "mixed"))
    shape = annotation_shape(dossier)
    quote, position = shape["target"]["selector"]
    text = dossier.document.text
    assert text[position["start"] : position["end"]] == quote["exact"] == "more than 1,500 villagers"
    assert quote["prefix"] + quote["exact"] + quote["suffix"] in text
    assert shape["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert shape["target"]["source"] == "https://courier.example/marn"
    assert [body["value"] for body in shape["body"]] == [
        f"According to Marn Relief Council. {dossier.agreement.reasons[-1]} Verdict: mixed.",
        "contested",
    ]


def test_a_text_without_an_address_is_named_by_its_id() -> None:
    shape = annotation_shape(
        make.dossier(document=make.document(url=None), claim=make.claim(source=None), source=None)
    )
    assert shape["target"]["source"] == "urn:factcheck:document:marn0valley"
    assert shape["body"][0]["value"].startswith("In the article's own voice. ")


@st.composite
def dossiers(draw: st.DrawFn) -> Dossier:
    document = draw(documents())
    return make.dossier(document=document, claim=draw(claims(document.text)), source=None)


@slow
@given(st.lists(dossiers(), max_size=3))
def test_our_notes_come_back_with_their_anchors(made: list[Dossier]) -> None:
    out = io.StringIO()
    assert write_annotations(made, out) == len(made)
    assert set(UNSAFE.findall(out.getvalue())) <= {"\n"}
    read_back = list(read_annotations(out.getvalue().encode(), "notes.json"))
    for found, dossier in zip(read_back, made, strict=True):
        assert isinstance(found, Annotation)
        assert anchor(found, dossier.document.text) == dossier.claim.phrase_span
        assert found.tags == (dossier.agreement.band,)


def test_of_a_redacted_claim_there_is_no_note() -> None:
    out = io.StringIO()
    assert write_annotations([replace(worked(), redacted=True), worked()], out) == 1
    assert len(json.loads(out.getvalue())["items"]) == 1
    empty = io.StringIO()
    assert write_annotations([], empty) == 0
    assert json.loads(empty.getvalue())["items"] == []


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5) | st.just("TextQuoteSelector"),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                ["rows", "target", "selector", "type", "exact", "body", "items", "id", "start", "end"]
            ),
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)


@given(JSON)
def test_whatever_it_is_given_it_answers_with_values(value: Any) -> None:
    try:
        found = read(value)
    except Unreadable:
        return
    assert all(isinstance(item, Annotation | RowProblem) for item in found)
    for item in found:
        if isinstance(item, Annotation):
            assert isinstance(anchor(item, TEXT), Span | RowProblem)
