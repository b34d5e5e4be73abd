"""The JSON Schemas of the package say what the descriptions say, and exports keep to them."""

import io
import json
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest

import factcheck.exchange
from factcheck.exchange.columns import agreement_row, citation_rows, decision_row, exported_row, source_row
from factcheck.exchange.notation import json_text
from factcheck.exchange.nouns import AGREEMENT, CITATIONS, CLAIMS, DECISIONS, EVENTS, NOUNS, SOURCES, Noun
from factcheck.exchange.schemas import noun_schema
from factcheck.exchange.tables import Row, write_rows
from factcheck.model import Correction, Decision, Event, Seen, Source
from tests.exchange.json_schema import faults
from tests.show.test_pages import CLAIMS as LISTED
from tests.worked import worked

DATA = Path(factcheck.exchange.__file__).with_name("data")


@pytest.mark.parametrize("noun", NOUNS, ids=lambda noun: noun.name)
def test_the_schema_in_the_package_is_that_of_the_description(
    noun: Noun, request: pytest.FixtureRequest
) -> None:
    compare(f"{noun.name}.schema.json", noun_schema(noun), request)


def compare(name: str, schema: Any, request: pytest.FixtureRequest) -> None:
    """The file in the package holds this schema, byte for byte; `--regenerate` writes it."""
    text = json_text(schema, indent=1) + "\n"
    if request.config.getoption("--regenerate"):
        (DATA / name).write_text(text, encoding="utf-8")
    assert (DATA / name).read_text(encoding="utf-8") == text


TAKEN = Decision("c1a2m3n4p5", "take", "rui", "2024-06-01T10:00:00Z")
CORRECTED = Decision(
    "c1a2m3n4p5",
    "correct",
    "ana",
    "2024-06-05T10:00:00Z",
    follows=("a1", "b2"),
    correction=Correction("1,500", "1,200", "https://desk.example/corrections"),
    saw=Seen("contested", 0.5, "m1", "e1"),
)
ROWS: list[tuple[Noun, list[Row]]] = [
    (CLAIMS, list(map(exported_row, LISTED))),
    (CITATIONS, list(citation_rows(worked()))),
    (DECISIONS, [decision_row(one) for one in (CORRECTED, TAKEN)]),
    (AGREEMENT, [agreement_row(worked())]),
    (SOURCES, [source_row(Source("s1", "MRC", "ngo", ("Relief; Council",), "B", True, ("s2",)))]),
    (EVENTS, [asdict(Event("one", 1, "2024-05-18T12:00:00Z", "ana", "1.0", "cite", "c1", "{}", "0", "1"))]),
]


@pytest.mark.parametrize(("noun", "rows"), ROWS, ids=lambda one: one.name if isinstance(one, Noun) else "")
def test_what_is_exported_keeps_to_its_schema(noun: Noun, rows: list[Row]) -> None:
    out = io.StringIO()
    write_rows(rows, noun.names, "json", out, name=noun.name)
    assert list(faults(json.loads(out.getvalue()), noun_schema(noun))) == []


def broken() -> Iterator[tuple[str, Any]]:
    row = dict(ROWS[0][1][0])
    yield "hedge", row | {"hedge": "perhaps"}
    yield "low", row | {"low": "1,200"}
    yield "low", row | {"low": 1200}
    yield "independent", row | {"independent": -1}
    yield "extra", row | {"extra": 1}
    del row["id"]
    yield "id", row


@pytest.mark.parametrize(("key", "row"), broken())
def test_the_schema_refuses_what_no_export_writes(key: str, row: Any) -> None:
    schema = noun_schema(CLAIMS)
    told = json.loads(json.dumps(row, default=str))
    assert any(key in fault for fault in faults(told, schema["$defs"]["row"], schema))
