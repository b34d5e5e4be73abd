"""A profile says what somebody declared, its identifiers can be right, and JSON loses nothing of it."""

import json

import pytest

from factcheck.model import (
    Grade,
    Identifier,
    SourceProfile,
    is_identifier,
    profile_shape,
    read_identifier,
    read_profile,
)

FULL = SourceProfile(
    owner="Estmark Trust",
    interests=("sells tea",),
    party_to="the tea dispute, for the growers",
    country="NOR",
    wires=("AFP", "NTB"),
    wikidata="Q42",
    ror="052gg0110",
    lei="529900T8BM49AURSDO55",
    domain="press.estmark.example",
    grade=Grade("B", "ana", "corrects itself"),
)


@pytest.mark.parametrize("profile", [SourceProfile(), FULL, SourceProfile(wires=("AFP",))])
def test_json_loses_nothing(profile: SourceProfile) -> None:
    assert read_profile(json.loads(json.dumps(profile_shape(profile)))) == profile


def test_what_nobody_said_is_not_in_the_json() -> None:
    assert profile_shape(SourceProfile(owner="Estmark Trust")) == {"owner": "Estmark Trust"}
    assert profile_shape(SourceProfile()) == {}


@pytest.mark.parametrize(
    ("scheme", "text", "right"),
    [
        ("wikidata", "Q1", True),
        ("wikidata", "q1", False),
        ("wikidata", "Q01", False),
        ("wikidata", "Q42\n", False),
        ("ror", "052gg0110", True),
        ("ror", "052gg0111", False),  # one digit off
        ("ror", "052gg0101", False),  # two digits changed over
        ("ror", "05ugg0110", False),  # ROR has no u
        ("lei", "529900T8BM49AURSDO55", True),
        ("lei", "529900T8BM49AURSDO56", False),
        ("lei", "592900T8BM49AURSDO55", False),
        ("lei", "529900T8BM49AURSDO5", False),
        ("domain", "bbc.co.uk", True),
        ("domain", "xn--e1afmkfd.xn--p1ai", True),
        ("domain", "localhost", False),
        ("domain", "BBC.co.uk", False),
        ("domain", "bbc.co.uk/news", False),
        ("domain", "bbc..uk", False),
        ("domain", "-bbc.uk", False),
        ("domain", f"{'a' * 63}." * 4 + "uk", False),  # too long
    ],
)
def test_identifiers_are_checked(scheme: Identifier, text: str, right: bool) -> None:
    assert is_identifier(scheme, text) is right


@pytest.mark.parametrize(
    ("scheme", "typed", "kept"),
    [
        ("wikidata", "https://www.wikidata.org/wiki/q42", "Q42"),
        ("ror", "https://ror.org/052gg0110", "052gg0110"),
        ("lei", "LEI: 529900t8bm49aursdo55", "529900T8BM49AURSDO55"),
        ("domain", "https://www.BBC.co.uk/news?x=1", "bbc.co.uk"),
        ("domain", " bbc.co.uk. ", "bbc.co.uk"),
    ],
)
def test_a_pasted_address_is_read_as_its_identifier(scheme: Identifier, typed: str, kept: str) -> None:
    assert read_identifier(scheme, typed) == kept


@pytest.mark.parametrize(
    "shape",
    [
        {"nickname": "x"},
        {"owner": 3},
        {"owner": None},
        {"owner": " "},
        {"interests": "tea"},
        {"wires": [1]},
        {"country": "UK"},
        {"wikidata": "42"},
        {"grade": "B"},
        {"grade": {"reliability": "B", "by": "ana"}},
        {"grade": {"reliability": "G", "by": "ana", "reason": "x"}},
        {"grade": {"reliability": "B", "by": "", "reason": "x"}},
    ],
)
def test_what_cannot_be_right_is_refused(shape: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        read_profile(shape)


def test_what_is_no_identifier_is_refused_with_its_scheme() -> None:
    with pytest.raises(ValueError, match="not a ror identifier: 'abc'"):
        read_identifier("ror", "abc")
