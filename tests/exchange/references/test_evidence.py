from dataclasses import replace

import pytest

from factcheck.exchange.data_tables import table
from factcheck.exchange.problems import RowProblem
from factcheck.exchange.references.evidence import citation_row, reference_of, source_of
from factcheck.exchange.references.reference import Name, Reference
from factcheck.exchange.sheets.rows import CitationRow
from tests import factories as make

REFERENCE = Reference(
    key="flood",
    type="article-newspaper",
    title="1,500 led to safety",
    authors=(Name("Berg", "Jan"),),
    container="The Marn Courier",
    issued="2024-05-17",
    url="https://courier.example/marn",
    page="p. 3",
    annote="at least 1,200 people were moved",
    where="refs.bib:3:1",
)


def test_a_reference_brings_source_outlet_date_address_and_the_noted_words() -> None:
    assert citation_row(REFERENCE, "c1") == CitationRow(
        where="refs.bib:3:1",
        claim="c1",
        passage="at least 1,200 people were moved",
        source="The Marn Courier",
        outlet="The Marn Courier",
        date="2024-05-17",
        url="https://courier.example/marn",
        locator="p. 3",
    )


SOURCES = [
    ({"authors": (Name("Ministry of Health"), Name("Berg", "Jan"))}, "Ministry of Health", "an institution"),
    ({"type": "article-journal"}, "Jan Berg", "a study is its author's"),
    (
        {"type": "report", "authors": (), "container": None, "publisher": "WHO"},
        "WHO",
        "a report of a publisher",
    ),
    ({"type": "webpage", "container": None}, "Jan Berg", "a site without a name"),
    ({"authors": ()}, "The Marn Courier", "a paper"),
    ({"type": "book", "authors": tuple(Name(n, "A.") for n in "WXYZ")}, "A. W et al.", "many authors"),
    ({"type": "book", "authors": (Name("W", "A."), Name("X", "B."))}, "A. W and B. X", "two authors"),
    ({"type": "book", "authors": (), "editors": (Name("W", "A."),)}, "A. W", "an editor"),
    ({"authors": (), "container": None}, None, "nobody"),
]


@pytest.mark.parametrize(("changes", "source", "example_of"), SOURCES)
def test_who_vouches_is_told_by_what_was_published(
    changes: dict, source: str | None, example_of: str
) -> None:
    assert source_of(replace(REFERENCE, **changes)) == source


@pytest.mark.parametrize(
    ("changes", "passage"),
    [
        ({"annote": None, "note": "about 1,200"}, "about 1,200"),
        ({"annote": "no figure", "abstract": "We counted 1,200 people."}, "We counted 1,200 people."),
        ({"annote": "<p>at&nbsp;least <b>1,200</b> people &lt; 5,000</p>"}, "at least 1,200 people < 5,000"),
        ({"annote": "fewer than < 5 people"}, "fewer than < 5 people"),
    ],
)
def test_the_passage_is_what_was_noted_and_holds_a_number(changes: dict, passage: str) -> None:
    row = citation_row(replace(REFERENCE, **changes))
    assert isinstance(row, CitationRow)
    assert (row.passage, row.note) == (passage, None)


def test_another_note_stays_beside_the_passage() -> None:
    row = citation_row(replace(REFERENCE, note="seen in the archive"))
    assert isinstance(row, CitationRow)
    assert row.note == "seen in the archive"


@pytest.mark.parametrize(
    ("changes", "what"),
    [
        ({"annote": None}, "flood: no number in its notes or abstract"),
        ({"annote": "about 1.234 people"}, "flood: “1.234” can be read as 1.234 or 1234"),
        ({"authors": (), "container": None}, "flood: nobody vouches for it"),
    ],
)
def test_a_reference_that_is_no_evidence_is_a_problem_that_says_why(changes: dict, what: str) -> None:
    problem = citation_row(replace(REFERENCE, **changes))
    assert isinstance(problem, RowProblem)
    assert (problem.where, problem.what) == ("refs.bib:3:1", what)
    assert problem.hint


def test_the_title_is_no_evidence() -> None:
    assert isinstance(citation_row(replace(REFERENCE, annote=None)), RowProblem)


@pytest.mark.parametrize("doi", ["10.1000/x", "doi:10.1000/x", "https://doi.org/10.1000/x"])
def test_without_an_address_the_doi_is_one(doi: str) -> None:
    row = citation_row(replace(REFERENCE, url=None, doi=doi))
    assert isinstance(row, CitationRow)
    assert row.url == "https://doi.org/10.1000/x"


def test_a_citation_goes_out_as_a_reference_and_comes_back_as_the_same_evidence() -> None:
    citation = make.citation(
        "Ministry of Health", outlet="The Courier", url="https://x.example", note="a floor"
    )
    row = citation_row(reference_of(citation))
    assert isinstance(row, CitationRow)
    for field in ("source", "outlet", "date", "url", "passage", "note"):
        assert getattr(row, field) == getattr(citation, field)


@pytest.mark.parametrize("row", table("bookkeeping"), ids=lambda row: row["key"])
def test_what_a_manager_keeps_in_a_note_is_no_evidence(row: dict[str, str]) -> None:
    kept = replace(REFERENCE, annote=None, note=row["example"], abstract="some 900 homes were lost")
    said = replace(kept, note=f"{row['example']}\nabout 41 homes burnt\n{row['example']}")
    for reference, passage in ((kept, "some 900 homes were lost"), (said, "about 41 homes burnt")):
        cited = citation_row(reference)
        assert isinstance(cited, CitationRow)
        assert cited.passage == passage
