"""A place of a text can be named in two ways, and what stands there is explained."""

import pytest

from factcheck.desk.claims import Publication, add, draft
from factcheck.desk.explanations import Place, explain_claim, explain_place, offset_of, place_of
from factcheck.desk.signature import Signature
from factcheck.errors import AskedWrongly, NotFound
from factcheck.ledger.store import Ledger
from factcheck.show.passages import place

TEXT = "Floods\n\nÉlan: at least 40 boats sank.\r\nThe end"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("article.txt:12", Place("article.txt", offset=12)),
        ("article.txt:3:12", Place("article.txt", line=3, column=12)),
        ("-:0", Place("-", offset=0)),
        (r"C:\article.txt:7", Place(r"C:\article.txt", offset=7)),
        ("a:1:2:3", Place("a:1", line=2, column=3)),
        ("sqnrv8z35m", None),
        ("article.txt", None),
        ("article.txt:", None),
        ("article.txt:-1", None),
        (":5", None),
    ],
)
def test_a_place_is_an_offset_or_a_line_and_a_column(text: str, expected: Place | None) -> None:
    assert place_of(text) == expected


def test_the_offset_of_a_place_is_the_one_that_the_place_was_printed_for() -> None:
    for offset in range(len(TEXT)):
        line, column = map(int, place(TEXT, offset).split(":"))
        assert offset_of(TEXT, line, column) == offset


@pytest.mark.parametrize(("line", "column"), [(0, 1), (5, 1), (1, 0), (1, 9)])
def test_a_line_or_column_that_the_text_has_not_is_asked_wrongly(line: int, column: int) -> None:
    with pytest.raises(AskedWrongly, match="no such place"):
        offset_of(TEXT, line, column)


def test_where_no_number_stands_the_nearest_one_is_named(tmp_path) -> None:  # type: ignore[no-untyped-def]
    path = tmp_path / "floods.txt"
    path.write_text(TEXT, encoding="utf-8", newline="")
    with pytest.raises(NotFound) as caught:
        explain_place(Place(str(path), offset=0))
    assert "“40”" in caught.value.hint
    with pytest.raises(AskedWrongly, match="no such place"):
        explain_place(Place(str(path), offset=len(TEXT)))


def test_a_recorded_claim_is_explained_and_a_declared_source_is_told_beside(
    ledger: Ledger, signed: Signature
) -> None:
    phrase = "at least 40 boats sank, the navy said"
    plain = add(ledger, draft(phrase, Publication()), signed)
    declared = add(ledger, draft(phrase, Publication()), signed, source="per Coast Guard reports")
    assert explain_claim(ledger, plain.id).recorded is None
    recorded = explain_claim(ledger, declared.id).recorded
    assert recorded is not None
    assert recorded.attribution.canonical == "Coast Guard"
