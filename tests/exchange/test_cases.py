import json
import os
from pathlib import Path
from typing import Any

import pytest

from factcheck.errors import NotFound, Unreadable
from factcheck.exchange.cases import load_case, parse_case


def case(**changes: Any) -> dict[str, Any]:
    return {
        "id": "marn-flood",
        "title": "The Marn flood",
        "claims": [{"id": "council", "phrase": "over 1,200 led to safety", "measurand": "evacuated"}],
        "citations": [
            {"id": "mayor", "publisher": "Mayor of Marn", "figure": "about 1,250", "measurand": "evacuated"},
            {
                "id": "daily",
                "publisher": "The Daily Marn",
                "figure": "1,250",
                "measurand": "evacuated",
                "date": "2024-05",
                "derived_from": ["mayor", "Civil Defence"],
                "scope": "part",
                "reliability": "B",
                "party": True,
            },
        ],
        **changes,
    }


def read(value: object) -> Any:
    return parse_case(json.dumps(value).encode(), "marn.json")


def test_a_case_reads_into_values_with_its_defaults() -> None:
    found = read(case(affiliations=[["Mayor of Marn", "Town of Marn"]]))
    mayor, daily = found.citations
    assert (found.id, found.title, found.warnings) == ("marn-flood", "The Marn flood", ())
    assert found.affiliations == (("Mayor of Marn", "Town of Marn"),)
    assert (mayor.scope, mayor.reliability, mayor.party, mayor.derived_from) == ("same", "F", False, ())
    assert (daily.scope, daily.reliability, daily.party) == ("part", "B", True)
    assert daily.derived_from == ("mayor", "Civil Defence")


def changed(part: str, position: int, **changes: Any) -> dict[str, Any]:
    value = case()
    value[part][position].update(changes)
    return value


FAULTS = [
    (changed("claims", 0, phrase=""), "marn.json: claims[0].phrase: is empty"),
    (case(claims=[{"id": "a", "measurand": "x"}]), "marn.json: claims[0].phrase: is missing"),
    (case(claims=[]), "marn.json: claims: is empty"),
    ({"citations": []}, "marn.json: claims: is missing"),
    (case(claims={}), "marn.json: claims: must be a list, not an object"),
    (case(citations=["x"]), "marn.json: citations[0]: must be an object, not text"),
    (changed("citations", 0, figure=1250), "marn.json: citations[0].figure: must be text, not a number"),
    (changed("citations", 0, figure=None), "marn.json: citations[0].figure: is empty"),
    (changed("citations", 1, id="mayor"), "marn.json: citations[1].id: 'mayor' is already citations[0]"),
    (
        changed("citations", 1, scope="all"),
        "citations[1].scope: 'all' is none of same, part, whole, different",
    ),
    (changed("citations", 1, reliability="G"), "citations[1].reliability: 'G' is none of A, B, C, D, E, F"),
    (changed("citations", 1, party="yes"), "citations[1].party: must be true or false, not text"),
    (changed("citations", 1, date="16 Dec 2019"), "'16 Dec 2019' is no date like 2019"),
    (changed("citations", 1, date="2019-02-30"), "'2019-02-30' is no date like 2019"),
    (changed("citations", 1, derived_from=[""]), "derived_from[0]: must be a text that is not empty"),
    (changed("citations", 1, derived_from=7), "derived_from: must be a list, not a number"),
    (changed("citations", 1, derived_from=["daily"]), "a citation cannot be derived from itself"),
    (case(affiliations=[["one"]]), "marn.json: affiliations[0]: must be a pair of names"),
    (case(id=[]), "marn.json: id: must be text, not a list"),
    ([], "marn.json: holds no JSON object"),
]


@pytest.mark.parametrize(("value", "says"), FAULTS)
def test_a_fault_is_named_by_its_place(value: object, says: str) -> None:
    with pytest.raises(Unreadable) as caught:
        read(value)
    assert says in caught.value.message
    assert "\n" not in caught.value.message
    assert caught.value.hint


def test_every_fault_of_a_file_is_reported_at_once() -> None:
    with pytest.raises(Unreadable) as caught:
        read({"claims": [{"id": "a"}], "citations": [{}]})
    assert caught.value.message == "marn.json: claims[0].phrase: is missing"
    assert "5 more to correct: claims[0].measurand: is missing; citations[0].id" in caught.value.hint


@pytest.mark.parametrize(
    ("value", "warning"),
    [
        (changed("citations", 0, colour="red"), "citations[0].colour: is not a known key, and was not read"),
        (case(extra=1), "marn.json: extra: is not a known key, and was not read"),
        (
            changed("citations", 0, measurand="missing"),
            "no claim measures 'missing' (they measure evacuated)",
        ),
        (changed("citations", 0, url="javascript:alert(1)"), "'javascript:alert(1)' is no web address"),
    ],
)
def test_what_is_odd_is_a_warning(value: object, warning: str) -> None:
    (found,) = read(value).warnings
    assert warning in found


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "marn.json:1:1: is not JSON"),
        (b'{"claims": [}', "marn.json:1:13: is not JSON"),
        (b"\xff\xfe\x00", "marn.json:1:1: is not UTF-8 (byte 0)"),
        (b"[" * 100_000, "marn.json:1:201: is nested more than 200 deep"),
        (b'{"claims": ' + b"9" * 5000 + b"}", "marn.json:1:12: '99999999999999999999' is no number"),
    ],
)
def test_what_is_no_json_is_refused_in_one_line(content: bytes, says: str) -> None:
    with pytest.raises(Unreadable) as caught:
        parse_case(content, "marn.json")
    assert caught.value.message.startswith(says)


def test_a_byte_order_mark_does_no_harm() -> None:
    assert parse_case(b"\xef\xbb\xbf" + json.dumps(case()).encode(), "marn.json").id == "marn-flood"


def test_a_case_without_an_id_takes_the_name_of_its_file(tmp_path: Path) -> None:
    path = tmp_path / "marn-2024.json"
    path.write_text(json.dumps(case(id=None)))
    assert load_case(path).id == "marn-2024"


def test_a_missing_file_and_a_folder_are_told_apart(tmp_path: Path) -> None:
    with pytest.raises(NotFound, match="no such file"):
        load_case(tmp_path / "absent.json")
    with pytest.raises(Unreadable, match="cannot be read"):
        load_case(tmp_path)


def test_the_two_real_cases_load_without_a_warning() -> None:
    data = os.environ.get("FACTCHECK_DATA")
    if data is None:
        pytest.skip("FACTCHECK_DATA is not set: the real cases are not here")
    cases = [load_case(path) for path in sorted(Path(data, "agreement", "cases").glob("*.json"))]
    assert [(found.id, len(found.claims), len(found.citations), found.warnings) for found in cases] == [
        ("hurricane-maria", 3, 15, ()),
        ("iran-2019-11", 5, 50, ()),
    ]


def test_a_doubtful_date_a_place_and_a_period_are_kept_as_they_are() -> None:
    changes = {"date": "2019-12~", "place": "Marn", "period": "2019-11/2019-12"}
    read = parse_case(json.dumps(changed("citations", 0, **changes)).encode(), "marn.json")
    cited = read.citations[0]
    assert (cited.date, cited.place, cited.period) == ("2019-12~", "Marn", "2019-11/2019-12")
    assert read.warnings == ()
