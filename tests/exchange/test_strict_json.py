import json
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.errors import Unreadable
from factcheck.exchange import strict_json
from factcheck.exchange.strict_json import read_json, read_json_text

VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(10**30), 10**30)
    | st.text(st.characters(exclude_categories=("Cs",))),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)


@given(VALUES)
def test_json_reads_as_it_was_written(value: Any) -> None:
    assert read_json(json.dumps(value).encode(), "x.json", "") == value


def test_fractions_are_exact() -> None:
    assert read_json(b"[0.1, 1E3, -0.00]", "x.json", "") == [Decimal("0.1"), Decimal("1E3"), Decimal("-0.00")]


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b'{"a": 1,\n "a": 2}', "x.json:2:2: the key 'a' stands twice in one object"),
        (b'[{"b": {"a": 1}, "a": 1},\n\n {"a": 1, "\\u0061": 2}]', "x.json:3:11: the key 'a' stands twice"),
        (b'{"a": [1, "a", {"a": ","}], "b": "a"} x', "x.json:1:39: is not JSON: Extra data"),
        (b"[1, NaN]", "x.json:1:5: 'NaN' is no number that can be read"),
        (b"[\n-Infinity]", "x.json:2:1: '-Infinity' is no number"),
        (b"1e999999", "x.json:1:1: '1e999999' is no number"),
        (b'{"n": 1e99999999999999999999999}', "x.json:1:7: '1e999999999999999999' is no number"),
        (b"[0." + b"1" * 1100 + b"]", "x.json:1:2: '0.111111111111111111' is no number"),
        (b"9" * 4500, "x.json:1:1: '99999999999999999999' is no number"),
        (b'[' * 5000, "x.json:1:201: is nested more than 200 deep"),
        (b'{"a":' * 5000, "x.json:1:1001: is nested more than 200 deep"),
        (b'{"a": "b', "x.json:1:7: is not JSON: Unterminated string"),
        (b'{"a": "\x01"}', "x.json:1:8: is not JSON: Invalid control character"),
        (b"", "x.json:1:1: is not JSON: Expecting value"),
        ("é\n".encode() + b"\xff", "x.json:2:1: is not UTF-8 (byte 3)"),
    ],
)  # fmt: skip
def test_what_is_refused_has_its_place(content: bytes, says: str) -> None:
    with pytest.raises(Unreadable) as caught:
        read_json(content, "x.json", "a hint")
    assert caught.value.message.startswith(says)
    assert caught.value.hint == "a hint"


def test_a_line_of_a_file_keeps_its_number() -> None:
    with pytest.raises(Unreadable, match=r"x.jsonl:7:9: the key 'a' stands twice"):
        read_json_text('{"a": 1,"a": 2}', "x.jsonl", "", line=7)


def test_a_file_that_is_too_large_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(strict_json, "LARGEST", 10)
    with pytest.raises(Unreadable, match=r"x.json: is larger than"):
        read_json(b"[" + b" " * 10 + b"]", "x.json", "")


@given(st.text(alphabet='{}[]",:\\au0e1-. \n', max_size=60))
def test_whatever_is_refused_is_refused_in_our_words(text: str) -> None:
    try:
        value = json.loads(text, parse_float=Decimal, object_pairs_hook=_once)
    except ValueError:
        with pytest.raises(Unreadable, match=r"x\.json:\d+:\d+: "):
            read_json(text.encode(), "x.json", "")
    else:
        assert read_json(text.encode(), "x.json", "") == value


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    if len({key for key, _ in pairs}) < len(pairs):
        raise ValueError
    return dict(pairs)
