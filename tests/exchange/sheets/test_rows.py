import io
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from factcheck.errors import AskedWrongly, Unreadable
from factcheck.exchange.columns import citation_rows, exported_row
from factcheck.exchange.nouns import CITATIONS as CITATION_TABLE
from factcheck.exchange.nouns import CLAIMS as CLAIM_TABLE
from factcheck.exchange.problems import RowProblem
from factcheck.exchange.sheets.headers import Imported, fields_of
from factcheck.exchange.sheets.rows import (
    CitationRow,
    ClaimRow,
    Own,
    read_citations,
    read_claims,
    template_columns,
    template_rows,
)
from factcheck.exchange.sheets.sheet import Form
from factcheck.exchange.tables import Row, write_rows
from factcheck.exchange.workbook import write_workbook
from factcheck.model import Citation, Stance
from tests import factories as make
from tests.exchange.values import CITATIONS, WORDS
from tests.show.test_pages import listed

FORMS: tuple[Form, ...] = ("csv", "tsv", "xlsx")
QUICK: tuple[Form, ...] = (
    "csv",
    "tsv",
    "json",
    "nl",
)  # a workbook takes a child process; see test_spreadsheet.py
slow = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))


def table(rows: list[Row], columns: tuple[str, ...], form: Form, name: str = "claims") -> io.BytesIO:
    out = io.BytesIO()
    if form == "xlsx":
        write_workbook(rows, columns, out)
        out.seek(0)
        return out
    text = io.StringIO(newline="")
    write_rows(rows, columns, form, text, name=name)
    return io.BytesIO(text.getvalue().encode())


def claims(text: str, mapping: dict[str, str] | None = None) -> list[ClaimRow | RowProblem]:
    return list(read_claims(io.BytesIO(text.encode()), "x.csv", "csv", mapping).rows)


def citations(text: str, mapping: dict[str, str] | None = None) -> list[CitationRow | RowProblem]:
    return list(read_citations(io.BytesIO(text.encode()), "x.csv", "csv", mapping).rows)


def test_a_claim_is_read_by_the_headers_that_people_use() -> None:
    text = (
        "Statement,Attributed to,Publisher,Link,Publication date,Location,Remarks of mine\n"
        '"over 1,500 were killed",MEK,The Courier,https://courier.example,2019-12-16,Iran,x\n'
    )
    read = read_claims(io.BytesIO(text.encode()), "x.csv", "csv")
    assert list(read.rows) == [
        ClaimRow(
            where="x.csv:2:1",
            phrase="over 1,500 were killed",
            source="MEK",
            outlet="The Courier",
            date="2019-12-16",
            url="https://courier.example",
            place="Iran",
        )
    ]
    assert read.ignored == ("Remarks of mine",)


def test_a_citation_has_every_field() -> None:
    text = (
        "claim;quote;source;outlet;scope;derived from;grade;party;stance;note;page;when\n"
        "k3m9;at least 304;Amnesty;The Courier;PART;AFP; b ;Yes;compatible;a floor;p. 3;2019-11/..\n"
    )
    assert citations(text.replace("AFP;", '"AFP; Reuters";')) == [
        CitationRow(
            where="x.csv:2:1",
            claim="k3m9",
            passage="at least 304",
            source="Amnesty",
            outlet="The Courier",
            scope="part",
            derived_from=("AFP", "Reuters"),
            reliability="B",
            party=True,
            period="2019-11/..",
            stance="compatible",
            note="a floor",
            locator="p. 3",
        )
    ]


@pytest.mark.parametrize(
    "mapping",
    [{"phrase": "Was gesagt wurde"}, {"claim": "was  GESAGT wurde"}, {"Statement": "Was gesagt wurde"}],
)
def test_a_mapping_names_a_column_that_we_do_not_know(mapping: dict[str, str]) -> None:
    (row,) = claims("Was gesagt wurde,claim,source\nover 300 people,7,MEK\n", mapping)
    assert isinstance(row, ClaimRow)
    assert row.phrase == "over 300 people"


@pytest.mark.parametrize(
    ("mapping", "says"),
    [
        ({"colour": "claim"}, "'colour' is no field of claims"),
        ({"phrase": "Satz"}, "x.csv: no column is headed 'Satz'"),
    ],
)
def test_a_mapping_that_does_not_fit_is_refused(mapping: dict[str, str], says: str) -> None:
    with pytest.raises(AskedWrongly) as caught:
        claims("claim,source\n", mapping)
    assert says in caught.value.message
    assert caught.value.hint


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("The flood of May,,\n,,\nStatement,Source\n9 died,Council\n", "x.csv:4:1"),
        ("The flood of May,,\nas of 6 May 2024,,\nStatement,Source\n9 died,Council\n", "x.csv:4:1"),
        ("Statement\n9 died\n", "x.csv:2:1"),
    ],
)
def test_a_title_above_the_header_is_passed_over(text: str, where: str) -> None:
    (row,) = claims(text)
    assert (row.where, isinstance(row, ClaimRow)) == (where, True)


@pytest.mark.parametrize(
    ("text", "says", "hint"),
    [
        ("source,date\n", "x.csv:1:1: no column is the phrase", "phrase=COLUMN"),
        ("claim,Statement\n", "x.csv:1:2: 'claim' and 'Statement' both mean phrase", "phrase=Statement"),
        ("", "x.csv: holds no table", "import --template"),
        ("The flood of May\n9 died\n", "x.csv: holds no table", "import --template"),
    ],
)
def test_a_table_that_cannot_be_understood_is_refused(text: str, says: str, hint: str) -> None:
    with pytest.raises(Unreadable) as caught:
        claims(text)
    assert caught.value.message == says
    assert hint in caught.value.hint


CLAIM_FAULTS = [
    ("over 1.234 people", "", "2:1", "phrase: “1.234” can be read as 1.234 or 1234", "write the number out"),
    ("many people", "", "2:1", "phrase: no number in 'many people'", "quote the words"),
    ("", "2019", "2:1", "phrase: is empty", "every row needs it"),
    ("300 people", "16 Dec 2019", "2:2", "date: '16 Dec 2019' is no date", "write 2019-12-16"),
    ("300 people", "12/16/2019", "2:2", "date: '12/16/2019' is no date", "write 2019-12-16"),
    ("300 people", "2019-02-30", "2:2", "date: '2019-02-30' is no date", "write 2019-12-16"),
]


@pytest.mark.parametrize(("phrase", "date", "where", "what", "hint"), CLAIM_FAULTS)
def test_a_fault_of_a_claim_is_a_problem_with_its_place(
    phrase: str, date: str, where: str, what: str, hint: str
) -> None:
    (problem,) = claims(f"phrase,date\n{phrase},{date}\n")
    assert isinstance(problem, RowProblem)
    assert (problem.where, problem.what[: len(what)]) == (f"x.csv:{where}", what)
    assert hint in problem.hint


CITATION_FAULTS = [
    ({"scope": "all"}, "scope: 'all' is none of same, part, whole, different"),
    ({"reliability": "G"}, "reliability: 'G' is none of A, B, C, D, E, F"),
    ({"party": "maybe"}, "party: 'maybe' is neither yes nor no"),
    ({"stance": "agrees", "note": "x"}, "stance: 'agrees' is none of corroborates"),
    ({"stance": "conflicts"}, "stance: a stance needs a reason"),
    ({"passage": "it never happened"}, "passage: no number in 'it never happened'"),
    ({"passage": ""}, "passage: is empty"),
    ({"source": ""}, "source: is empty"),
    ({"period": "then"}, "period: 'then' is no date"),
]


@pytest.mark.parametrize(("changes", "what"), CITATION_FAULTS)
def test_a_fault_of_a_citation_is_a_problem_with_its_place(changes: dict[str, str], what: str) -> None:
    row = {"claim": "k3m9", "passage": "at least 304", "source": "Amnesty", **changes}
    (problem,) = citations(",".join(row) + "\n" + ",".join(row.values()) + "\n")
    assert isinstance(problem, RowProblem)
    assert problem.what.startswith(what)
    field = what.partition(":")[0]
    assert problem.where == f"x.csv:2:{list(row).index(field) + 1}"


def test_a_denial_without_a_number_needs_a_stance_and_a_reason() -> None:
    (row,) = citations("claim,passage,source,stance,note\nk,it never happened,M,conflicts,it denies\n")
    assert isinstance(row, CitationRow)


def test_one_bad_row_hides_no_other_and_every_fault_is_told() -> None:
    text = "phrase,date\n300 people,x\nmany,y\n400 people,2019\n500 people,2019,surplus\n"
    told = [one.where if isinstance(one, RowProblem) else one.phrase for one in claims(text)]
    assert told == ["x.csv:2:2", "x.csv:3:1", "x.csv:3:2", "400 people", "x.csv:5:3"]


def test_a_cell_of_a_spreadsheet_that_would_be_guessed_at_is_a_problem() -> None:
    import openpyxl

    made = openpyxl.Workbook()
    made.active.append(["phrase", "date"])
    made.active.append([0.85, "2019"])
    made.active["A2"].number_format = "0%"
    out = io.BytesIO()
    made.save(out)
    out.seek(0)
    (problem,) = read_claims(out, "x.xlsx", "xlsx").rows
    assert problem == RowProblem(
        "x.xlsx:2:1", "phrase: holds 0.85 and shows it as 0%", "write the figure as text, as it was printed"
    )


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("noun", ["claims", "citations"])
def test_a_template_reads_as_nothing_until_it_is_filled(noun: Imported, form: Form) -> None:
    example = dict(next(template_rows(noun)))
    filled = {**example, "source": "Someone Else"}
    read: Any = read_claims if noun == "claims" else read_citations
    stream = table([example, filled], template_columns(noun), form)
    (row,) = read(stream, "x", form).rows
    assert row.source == "Someone Else"
    assert str(row.where) == "x:3:1"


@pytest.mark.parametrize("noun", ["claims", "citations"])
def test_no_header_means_two_fields(noun: Imported) -> None:
    headers = [header for field in fields_of(noun) for header in field.headers]
    assert len(headers) == len(set(headers))


@slow
@given(WORDS, WORDS)
def test_claims_that_we_export_come_back_word_for_word(words: str, name: str) -> None:
    claim = replace(
        listed("c1a2m3n4p5", f"{words} over 1,500 people", "contested", 0.5, name),
        outlet=name,
        measure=words,
    )
    for form in QUICK:
        stream = table([exported_row(claim)], CLAIM_TABLE.names, form)
        (row,) = read_claims(stream, "x", form).rows
        told = (row.phrase, row.source, row.outlet, row.measure, row.date)
        assert told == (claim.phrase, name, name, words, "2024-05-17")


def with_a_figure(citation: Citation) -> Citation:
    """The citation as a desk would have it: with a figure, or a stance and its reason."""
    note = citation.note or "because"
    stance = Stance(citation.stance.label, note, "rui") if citation.stance else None
    parents = tuple(name.strip() for name in citation.derived_from if name.strip())
    read = citation.quantity  # a table cannot tell an empty word from none
    return replace(
        citation,
        passage=f"{citation.passage} at least 304 people",
        quantity=replace(read, unit=read.unit or None, counted=read.counted or None) if read else None,
        stance=stance,
        note=note if stance else citation.note or None,
        derived_from=parents,
        outlet=citation.outlet or None,
        url=citation.url or None,
        measure=citation.measure or None,
        place=citation.place or None,
    )


@slow
@given(CITATIONS.map(with_a_figure))
def test_citations_that_we_export_come_back_word_for_word(citation: Citation) -> None:
    rows = list(citation_rows(make.dossier(make.judged(citation))))
    for form in QUICK:
        (row,) = read_citations(table(rows, CITATION_TABLE.names, form, "citations"), "x", form).rows
        assert isinstance(row, CitationRow)
        assert row == CitationRow(
            where=row.where,
            claim="c1a2m3n4p5",
            stance=citation.stance.label if citation.stance else None,
            own=Own(citation.id, citation.quantity),
            **{name: getattr(citation, name) for name in SHARED},
        )


SHARED = (
    *("passage", "source", "outlet", "date", "url", "scope", "derived_from", "reliability", "party"),
    *("measure", "place", "period", "note"),
)
