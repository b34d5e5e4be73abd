import io
import json
from typing import Any

import pytest
from citeproc import Citation as Cite
from citeproc import CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.errors import Unreadable
from factcheck.exchange.problems import RowProblem
from factcheck.exchange.references.csl import csl_item, read_csl, write_csl
from factcheck.exchange.references.evidence import reference_of
from factcheck.exchange.references.reference import Name, Reference
from factcheck.show.safe import UNSAFE
from tests import factories as make
from tests.exchange.references.references import REFERENCES


def read(value: Any) -> list[Reference | RowProblem]:
    return list(read_csl(json.dumps(value).encode(), "refs.json"))


@settings(deadline=None)
@given(st.lists(REFERENCES, max_size=3))
def test_references_come_back_as_they_were(references: list[Reference]) -> None:
    out = io.StringIO()
    assert write_csl(references, out) == len(references)
    assert list(read_csl(out.getvalue().encode(), "refs.json")) == references
    assert set(UNSAFE.findall(out.getvalue())) <= {"\n"}


def test_what_zotero_exports_is_read() -> None:
    item = {
        "id": "http://zotero.org/users/1/items/AB",
        "type": "article-newspaper",
        "title": "The night of the flood",
        "container-title": "The Marn Courier",
        "author": [{"family": "Berg", "given": "Jan", "non-dropping-particle": "van der"}],
        "issued": {"date-parts": [["2024", 5, 17]]},
        "accessed": {"date-parts": [[2024, 6]]},
        "page": 3,
        "volume": "12",
        "URL": "https://courier.example/marn",
        "note": "at least 1,200 people",
    }
    (reference,) = read([item])
    assert reference == Reference(
        key="http://zotero.org/users/1/items/AB",
        type="article-newspaper",
        title="The night of the flood",
        authors=(Name("van der Berg", "Jan"),),
        container="The Marn Courier",
        issued="2024-05-17",
        accessed="2024-06",
        url="https://courier.example/marn",
        page="3",
        note="at least 1,200 people",
    )
    assert isinstance(reference, Reference)
    assert reference.where == "refs.json: [0]"


@pytest.mark.parametrize(
    ("issued", "date"),
    [
        ({"date-parts": [[2019]]}, "2019"),
        ({"date-parts": [[2019, "1", "05"]]}, "2019-01-05"),
        ({"date-parts": [[2019, 11], [2019, 12]]}, "2019-11/2019-12"),
        ({"date-parts": [[2019]], "circa": True}, "2019~"),
        ({"date-parts": [[]], "literal": "2019"}, "2019"),
        ({"date-parts": [[]]}, None),
        ({"raw": "2019-12-16"}, "2019-12-16"),
        ("2019-12?", "2019-12?"),
        ({"literal": "201X"}, "201X"),
        (None, None),
    ],
)
def test_a_date_is_read_in_every_form_that_csl_has(issued: Any, date: str | None) -> None:
    (reference,) = read([{"id": "a", "type": "book", "issued": issued}])
    assert isinstance(reference, Reference)
    assert reference.issued == date


@pytest.mark.parametrize(
    ("item", "where", "what"),
    [
        ({"issued": {"raw": "Dec 2019"}}, "[0].issued", "'Dec 2019' is no date"),
        ({"issued": {"date-parts": [[2019, 13]]}}, "[0].issued", "'2019-13' is no date"),
        ({"issued": {"date-parts": [[2019, "Dec"]]}}, "[0].issued", "'Dec' is no part of a date"),
        ({"issued": {"date-parts": [[True]]}}, "[0].issued", "True is no part of a date"),
        ({"issued": {"date-parts": [[10**30]]}}, "[0].issued", "is no part of a date"),
        ({"issued": {"date-parts": 2019}}, "[0].issued", "date-parts must be lists"),
        ({"issued": 2019}, "[0].issued", "must be a date"),
        ({"title": ["x"]}, "[0].title", "must be text, not a list"),
        ({"author": "WHO"}, "[0].author", "must be a list, not text"),
        ({"author": ["WHO"]}, "[0].author[0]", "must be an object, not text"),
        ("x", "[0]", "must be an object"),
    ],
)
def test_what_cannot_be_used_is_a_problem_with_its_place(item: Any, where: str, what: str) -> None:
    problem, good = read([item, {"id": "b", "type": "book"}])
    assert isinstance(problem, RowProblem)
    assert problem.where == f"refs.json: {where}"
    assert what in problem.what
    assert good == Reference("b", "book")


@pytest.mark.parametrize(
    "content", [b"7", b'"x"', b"", b"[{]", b'{"items": 7}', b'[{"id": 1, "id": 2}]', b"\xff"]
)
def test_what_is_no_csl_json_is_refused(content: bytes) -> None:
    with pytest.raises(Unreadable) as caught:
        list(read_csl(content, "refs.json"))
    assert caught.value.message.startswith("refs.json")


def test_citeproc_renders_a_citation() -> None:
    citation = make.citation("Ministry of Health", outlet="The Marn Courier", url="https://courier.example/x")
    source = CiteProcJSON([csl_item(reference_of(citation))])
    bibliography = CitationStylesBibliography(
        CitationStylesStyle("harvard-cite-them-right", validate=False), source, formatter.plain
    )
    bibliography.register(Cite([CitationItem(citation.id)]))
    (entry,) = map(str, bibliography.bibliography())
    for part in ("Ministry of Health", "2024", "Marn Courier", "https://courier.example/x"):
        assert part in entry
