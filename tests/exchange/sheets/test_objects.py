import io
import json

import pytest

from factcheck.errors import Unreadable
from factcheck.exchange.problems import RowProblem
from factcheck.exchange.sheets.rows import ClaimRow, read_claims
from factcheck.exchange.sheets.sheet import Form


def claims(content: str, form: Form = "json") -> list[ClaimRow | RowProblem]:
    return list(read_claims(io.BytesIO(content.encode()), "x", form).rows)


ROW = {"phrase": "over 1,500 were killed", "Attributed to": r"'=\n Press", "date": 2019}


@pytest.mark.parametrize(
    ("content", "form", "where"),
    [
        (json.dumps([ROW]), "json", "x:2:1"),
        (json.dumps({"schema_version": 1, "claims": [ROW]}), "json", "x:2:1"),
        (json.dumps(ROW) + "\n", "nl", "x:1:1"),
        ("\ufeff\n" + json.dumps(ROW), "nl", "x:2:1"),
    ],
)
def test_rows_of_json_are_read_by_their_keys_and_their_texts_as_they_stand(
    content: str, form: Form, where: str
) -> None:
    assert claims(content, form) == [
        ClaimRow(where, phrase="over 1,500 were killed", source=r"'=\n Press", date="2019")
    ]


@pytest.mark.parametrize(("content", "form"), [('{"claims": []}', "json"), ("[]", "json"), ("", "nl")])
def test_an_export_of_nothing_is_read_as_nothing(content: str, form: Form) -> None:
    assert claims(content, form) == []


@pytest.mark.parametrize(
    ("content", "form", "says"),
    [
        ('{"citations": []}', "json", "x:1:1: holds no list of claims"),
        ('{"schema_version": 2, "claims": []}', "json", "x:1:1: has version 2"),
        ('{"phrase": "9 died"}\n7\n', "nl", "x:2:1: holds no JSON object"),
        ('{"phrase": "9 died"}\n{"phrase": \n', "nl", "x:3:1: is not JSON"),
        ('[{"phrase": "9 died", "phrase": "8 died"}]', "json", "x:1:23: the key 'phrase' stands twice"),
        ('[{"source": "Council"}]', "json", "x:1:1: no column is the phrase"),
    ],
)
def test_what_holds_no_rows_is_refused_with_its_place(content: str, form: Form, says: str) -> None:
    with pytest.raises(Unreadable) as refused:
        claims(content, form)
    assert refused.value.message.startswith(says)


@pytest.mark.parametrize(
    ("row", "says"),
    [
        ({"phrase": ["9 died"]}, "x:3:1: phrase: holds a list or an object"),
        ({"phrase": None}, "x:3:1: phrase: is empty"),
        ({"phrase": "9 died", "sorce": "Council"}, "x:3:2: 'Council' stands under no header"),
    ],
)
def test_a_fault_of_a_row_is_a_problem_and_hides_no_other(row: dict[str, object], says: str) -> None:
    good, problem = claims(json.dumps([{"phrase": "8 died"}, row]))
    assert isinstance(good, ClaimRow)
    assert str(problem).startswith(says)
