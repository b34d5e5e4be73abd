import io

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factcheck.errors import Unreadable
from factcheck.exchange.problems import RowProblem
from factcheck.exchange.references import bibtex
from factcheck.exchange.references.bibtex import read_bibtex, write_bibtex
from factcheck.exchange.references.reference import Name, Reference
from factcheck.show.safe import UNSAFE
from tests.exchange.references.references import REFERENCES, on_one_line


def read(text: str) -> list[Reference | RowProblem]:
    return list(read_bibtex(text.encode(), "refs.bib"))


@settings(deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(REFERENCES, max_size=2, unique_by=lambda reference: reference.key))
def test_references_come_back_on_one_line(references: list[Reference]) -> None:
    out = io.StringIO()
    assert write_bibtex(references, out) == len(references)
    assert read(out.getvalue()) == list(map(on_one_line, references))
    assert set(UNSAFE.findall(out.getvalue())) <= {"\n"}


def test_what_zotero_exports_is_read() -> None:
    text = r"""
@article{berg_night_2024,
	title = {The night of the flood: 50\% of {Marn}},
	journal = {The Marn Courier},
	author = {van der Berg, Jan and {Ministry of Health} and Jos{\'e} M. P{\'e}rez},
	month = may,
	year = {2024},
	pages = {12--15},
	url = {https://courier.example/~marn/a_b},
	note = {at least 1,200 people},
}
@techreport{who, title="Tolls" # " of Marn", institution={World Health Organization}, year=2023}
"""
    newspaper, report = read(text)
    assert newspaper == Reference(
        key="berg_night_2024",
        type="article-journal",
        title="The night of the flood: 50% of Marn",
        authors=(Name("van der Berg", "Jan"), Name("Ministry of Health"), Name("Pérez", "José M.")),
        container="The Marn Courier",
        issued="2024-05",
        url="https://courier.example/~marn/a_b",
        page="12–15",
        note="at least 1,200 people",
    )
    assert isinstance(newspaper, Reference)
    assert isinstance(report, Reference)
    assert (newspaper.where, report.where) == ("refs.bib:2:1", "refs.bib:12:1")
    assert (report.type, report.publisher, report.issued) == ("report", "World Health Organization", "2023")


@pytest.mark.parametrize(
    ("fields", "date"),
    [
        ("date = {2019-12-16}", "2019-12-16"),
        ("date = {2019-11/2019-12}", "2019-11/2019-12"),
        ("date = {2019~}", "2019~"),
        ("year = 2019, month = dec, day = 6", "2019-12-06"),
        ("year = {2019}, month = {December}", "2019-12"),
        ("year = {2019}, month = {3}", "2019-03"),
        ("title = {x}", None),
    ],
)
def test_a_date_is_read_as_bibtex_and_biblatex_write_it(fields: str, date: str | None) -> None:
    (reference,) = read(f"@misc{{a, {fields}}}")
    assert isinstance(reference, Reference)
    assert reference.issued == date


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("@misc{a, year = {in press}}", "a: 'in press' is no date"),
        ("@misc{a, year = 2019, month = {Spring}}", "a: 'Spring' is no part of a date"),
        ("@misc{a, date = {16.12.2019}}", "a: '16.12.2019' is no date"),
        ("@misc{a, title = {never closed", "is no entry: Unexpectedly reached end of file."),
        ("@misc{a, title = {x}, title = {y}}", "is no entry: "),
        ("@misc{b, title = {x}}\n@misc{b, title = {y}}", "is no entry: Duplicate entry key 'b'"),
    ],
)
def test_what_cannot_be_used_is_a_problem_at_its_line(text: str, what: str) -> None:
    told = read("@misc{good, title = {x}}\n\n" + text)
    problem = told[-1]
    assert isinstance(problem, RowProblem)
    assert problem.where == f"refs.bib:{3 + text.count(chr(10))}:1"
    assert problem.what.startswith(what)
    assert isinstance(told[0], Reference)


def test_a_terminal_is_told_nothing_by_the_parser(capfd: pytest.CaptureFixture[str]) -> None:
    read("@misc{a, title = {\x1b[31m never closed")
    assert capfd.readouterr() == ("", "")


def test_what_is_no_text_is_refused() -> None:
    with pytest.raises(Unreadable, match=r"refs.bib:1:1: is not UTF-8"):
        list(read_bibtex(b"\xff@misc{a}", "refs.bib"))


def test_more_entries_than_anybody_collects_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(bibtex.MOST, "@", 3)
    with pytest.raises(Unreadable, match=r"refs.bib: has more than 3 times '@'"):
        read("@misc{a, title={x}}\n" * 4)


@settings(deadline=None)
@given(st.text(alphabet='@misc{}(),="#\\ \n\x00a', max_size=60))
def test_whatever_it_is_given_it_answers_with_values(text: str) -> None:
    assert all(isinstance(one, Reference | RowProblem) for one in read(text))
