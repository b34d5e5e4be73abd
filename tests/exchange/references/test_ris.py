import io

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factcheck.errors import Unreadable
from factcheck.exchange.problems import RowProblem
from factcheck.exchange.references.reference import Name, Reference
from factcheck.exchange.references.ris import read_ris, write_ris
from factcheck.show.safe import UNSAFE
from tests.exchange.references.references import REFERENCES, on_one_line


def read(text: str) -> list[Reference | RowProblem]:
    return list(read_ris(text.encode(), "refs.ris"))


def without_commas(reference: Reference) -> bool:
    """RIS parts people's names at a comma: one with another comma in it cannot be said."""
    people = (name for name in (*reference.authors, *reference.editors) if name.given)
    return not any("," in f"{name}" for name in people)


@settings(deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(REFERENCES.filter(without_commas), max_size=2))
def test_references_come_back_on_one_line(references: list[Reference]) -> None:
    out = io.StringIO()
    assert write_ris(references, out) == len(references)
    assert read(out.getvalue()) == list(map(on_one_line, references))
    assert set(UNSAFE.findall(out.getvalue())) <= {"\n"}


def test_what_zotero_exports_is_read() -> None:
    text = """1.
TY  - NEWS
TI  - The night of the flood
AU  - Berg, Jan van der
AU  - Ministry of Health
T2  - The Marn Courier
DA  - 2024/05/17/
PY  - 2024
SP  - 12
EP  - 15
UR  - https://courier.example/a;b
N1  - at least
1,200 people
ER  -\x20

"""
    (reference,) = read(text.replace("\n", "\r\n"))
    assert reference == Reference(
        key="refs.ris:2:1",
        type="article-newspaper",
        title="The night of the flood",
        authors=(Name("Berg", "Jan van der"), Name("Ministry of Health")),
        container="The Marn Courier",
        issued="2024-05-17",
        url="https://courier.example/a;b",
        page="12-15",
        note="at least 1,200 people",
    )


@pytest.mark.parametrize(
    ("date", "read_as"),
    [
        ("2019/12/16/", "2019-12-16"),
        ("2019/12//", "2019-12"),
        ("2019///", "2019"),
        ("2019", "2019"),
        ("2019/1/5/Monday", "2019-01-05"),
        ("2019-12-16", "2019-12-16"),
        ("2019-12~", "2019-12~"),
    ],
)
def test_a_date_is_read_in_the_forms_of_ris(date: str, read_as: str) -> None:
    (reference,) = read(f"TY  - GEN\nDA  - {date}\nER  - \n")
    assert isinstance(reference, Reference)
    assert reference.issued == read_as


@pytest.mark.parametrize(
    ("text", "where", "what"),
    [
        ("TY  - GEN\nDA  - 16/12/2019\nER  - \n", 3, "'16/12/2019' is no date"),
        ("TY  - GEN\nDA  - 2019/13//\nER  - \n", 3, "'2019-13' is no date"),
        ("TY  - GEN\nTI  - cut", 3, "the reference has no end"),
        ("TY  - GEN\nTI  - cut\nTY  - GEN\nER  - \n", 3, "the reference has no end"),
        ("TY  - GEN\nTI  - x\n" + "y\n" * 20_000 + "ER  - \n", 3, "the reference has more than 10,000 lines"),
        ("TI  - nowhere\n", 3, "'TI  - nowhere' stands in no reference"),
    ],
)
def test_what_cannot_be_used_is_a_problem_at_its_line(text: str, where: int, what: str) -> None:
    good, problem, *_ = read("TY  - GEN\nER  - \n" + text)
    assert isinstance(good, Reference)
    assert isinstance(problem, RowProblem)
    assert problem.where == f"refs.ris:{where}:1"
    assert problem.what.startswith(what)


def test_what_is_no_text_is_refused() -> None:
    with pytest.raises(Unreadable, match=r"refs.ris:1:1: is not UTF-8"):
        list(read_ris(b"\xff", "refs.ris"))


@settings(deadline=None)
@given(st.text(alphabet="TYERAU  -1\n\r\x0b", max_size=60))
def test_whatever_it_is_given_it_answers_with_values(text: str) -> None:
    assert all(isinstance(one, Reference | RowProblem) for one in read(text))
