"""Content has one spelling, whoever spells it; a row's facts are what is stated, and one hash of the rest."""

import hashlib
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.ledger.tables import AFFILIATIONS, CLAIMS, DOCUMENTS, canonical, digest

scalars = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(allow_nan=False, allow_infinity=False), st.text()
)
contents = st.recursive(
    scalars, lambda inner: st.one_of(st.lists(inner), st.dictionaries(st.text(), inner), st.tuples(inner))
)


@given(st.one_of(st.lists(contents), st.dictionaries(st.text(), contents), st.tuples(contents, contents)))
def test_content_is_spelled_as_the_standard_library_spells_it(content: object) -> None:
    plain = json.dumps(content, sort_keys=True, separators=(",", ":"), allow_nan=False)
    assert canonical(content) == plain  # type: ignore[arg-type]
    assert digest(content) == hashlib.sha256(plain.encode()).hexdigest()  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("content", "error"),
    [([float("nan")], ValueError), ([float("inf")], ValueError), ([object()], TypeError)],
)
def test_what_json_cannot_say_is_no_content(content: list[object], error: type[Exception]) -> None:
    with pytest.raises(error):
        canonical(content)


def test_the_hashes_of_what_was_recorded_stay_what_they_are() -> None:
    known = digest(
        ["marn", 1, "2024-05-18T12:00:00Z", "ana", "0.1.0", "record", "x", '{"note":"é"}', "0" * 64]
    )
    assert known == "7e258e2dce23594f4e4c437ca923f23effbd2e81d8c2e03db61063d918b09edc"


@pytest.mark.parametrize("table", [CLAIMS, DOCUMENTS, AFFILIATIONS], ids=lambda table: table.name)
def test_facts_leave_out_what_is_empty_and_quote_nobody(table) -> None:
    row = [None if name == table.stated[-1] else f"the {name}" for name in table.columns]
    facts = table.facts(row)
    assert facts.keys() == set(table.stated[:-1]) | ({"texts"} if table.quoted else set())
    assert not any(f"the {name}" in facts.values() for name in table.quoted)
