from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.exchange.report.article import Marked, article_parts
from factcheck.model import Dossier, Span
from tests import factories as make


def dossier(text: str, phrase: str, name: str = "c1") -> Dossier:
    return replace(
        make.dossier(),
        claim=replace(make.claim(), id=name, phrase_span=make.span_of(text, phrase), phrase=phrase),
    )


def pieces(text: str, *phrases: str, media_type: str = "text/markdown") -> list[Marked]:
    told = [dossier(text, phrase, f"c{place}") for place, phrase in enumerate(phrases)]
    document = make.document(text, media_type=media_type, title=None)
    parts = article_parts(document, told)
    return [piece for part in parts for line in part.lines for cell in line.cells for piece in cell]


def marked(text: str, *phrases: str, media_type: str = "text/markdown") -> str:
    """The text as it is shown, a claim in brackets."""
    shown = ""
    for piece in pieces(text, *phrases, media_type=media_type):
        shown += "[" * len(piece.begun) + piece.text + "]" * len(piece.ended)
    return shown


@pytest.mark.parametrize(
    ("text", "phrase", "shown"),
    [
        ("A **full 30** people", "full 30** people", "A [full 30 people]"),
        ("*About 40* left", "About 40", "[About 40] left"),
        ("Some `12` here", "12", "Some [12] here"),
        ("[over 50 boats](https://e.example/1) sank", "over 50 boats", "[over 50 boats] sank"),
        ("2 * 3 * 4 and a_b_c and [3]", "4", "2 * 3 * [4] and a_b_c and [3]"),
    ],
)
def test_the_signs_of_emphasis_are_left_out_and_claims_stay_where_they_are(
    text: str, phrase: str, shown: str
) -> None:
    assert marked(text, phrase) == shown


def test_how_a_piece_is_emphasised_stands_beside_it() -> None:
    assert [(one.text, one.style) for one in pieces("a **b** *c* `d`") if one.text.strip()] == [
        ("a ", ""),
        ("b", "strong"),
        ("c", "em"),
        ("d", "code"),
    ]


def test_claims_that_overlap_are_both_marked() -> None:
    assert (
        marked("between 30 and 40 people", "30 and 40", "between 30 and 40 people")
        == "[between [30 and 40] people]"
    )
    assert marked("over 12 of 30 boats", "over 12 of 30", "30 boats") == "[over 12 of [30] boats]"


def test_a_claim_that_runs_over_the_end_of_a_line_is_marked() -> None:
    text = "About\n12,000 people left.\n\nAll of them."
    assert marked(text, "About\n12,000 people", media_type="text/plain").startswith("[About\n12,000 people]")


@pytest.mark.parametrize(
    ("text", "levels"),
    [
        ("# A\n\n### B\n\n## C\n\n# D", [3, 4, 4, 3]),
        ("###### A\n\n# B", [3, 3]),
        ("# A\n\n## B\n\n### C\n\n#### D\n\n##### E", [3, 4, 5, 6, 6]),
    ],
)
def test_headings_skip_no_level(text: str, levels: list[int]) -> None:
    document = make.document(text, media_type="text/markdown", title=None)
    assert [part.level for part in article_parts(document, ())] == levels


def test_a_text_that_begins_with_its_title_has_a_heading() -> None:
    parts = article_parts(make.document("Flood in the\tMarn valley\n\nIt rained."), ())
    assert [part.tag for part in parts] == ["h", "p"]


@given(st.text(alphabet="ab 1*_`[]()#>|-\n", max_size=60), st.data())
def test_no_character_is_shown_that_is_not_in_the_text_and_no_claim_in_it_is_lost(
    text: str, data: st.DataObject
) -> None:
    document = make.document(text, media_type="text/plain", title=None)
    shown = "".join(
        piece.text for part in article_parts(document, ()) for line in part.lines for piece in line.cells[0]
    )
    assert "".join(shown.split()) == "".join(text.split())
    if text.strip():
        start = data.draw(
            st.sampled_from([place for place, letter in enumerate(text) if not letter.isspace()])
        )
        told = replace(make.dossier(), claim=replace(make.claim(), phrase_span=Span(start, start + 1)))
        begun = [
            one
            for part in article_parts(document, [told])
            for line in part.lines
            for cell in line.cells
            for piece in cell
            for one in piece.begun
        ]
        assert begun == [told]


@given(st.text(alphabet="ab 1*_`[]()#>|-~\n", max_size=80))
def test_any_markdown_is_shown_in_the_order_of_its_characters(text: str) -> None:
    rest = iter(text)
    shown = "".join(piece.text for piece in pieces(text))
    assert all(letter in rest for letter in shown)
