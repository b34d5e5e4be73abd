"""The schema in the package describes what the verbs answer with, and the manual names every key."""

from typing import Any

import pytest

from factcheck.desk.answers import ANSWERS, answer_shape, answers_schema, corrected_shape
from factcheck.desk.audit import Kept, Verified
from factcheck.desk.ledgers import BackedUp
from factcheck.desk.redactions import Redacted
from factcheck.desk.undoing import Undone
from factcheck.desk.withdrawals import Corrected
from factcheck.exchange.notation import SCHEMA_VERSION
from factcheck.ledger.audit import Problem
from factcheck.ledger.merging import Added, Apart, Differing, Disputed, Merged
from factcheck.ledger.redactions import Left
from factcheck.model import Change, Compared, Difference
from tests.exchange.json_schema import faults
from tests.exchange.test_columns_doc import MANUAL, keys_of
from tests.exchange.test_schemas import compare
from tests.worked import worked

GIVEN: dict[str, Any] = {
    "corrected": corrected_shape(Corrected("claim", "c1", "c1", True), worked()),
    "undone": answer_shape(Undone("cite", "2024-05-18T12:00:00Z", 2, ("c1",))),
    "redacted": answer_shape(Redacted("document", "d1", 3, (Left("source", "s1"),))),
    "compared": answer_shape(
        Compared("c1", "40 homes", "a", None, (Difference("claim", "c1", "new", (Change("x", None, "1"),)),))
    ),
    "merged": answer_shape(
        Merged(
            "two", 3, (Added("claims", 1),), (Differing("claims", "c1", (Apart("low", "1", None),), "ours"),),
            ("c1",), (Disputed("claim", "c1"),),
        )
    ),
    "backed_up": answer_shape(BackedUp("copy.db", "one 3 abc")),
    "verified": answer_shape(Verified(3, (Problem("event 2", "is missing"),))),
    "checkpoint": answer_shape(Kept("one 3 abc", "one", 3, "abc")),
}  # fmt: skip


def test_the_schema_in_the_package_is_that_of_the_answers(request: pytest.FixtureRequest) -> None:
    compare("answers.schema.json", answers_schema(), request)


@pytest.mark.parametrize("name", ANSWERS)
def test_every_answer_keeps_to_its_schema(name: str) -> None:
    schema = answers_schema()
    answer = {"schema_version": SCHEMA_VERSION, **GIVEN[name]}
    assert list(faults(answer, schema["$defs"][name], schema)) == []


@pytest.mark.parametrize("name", ANSWERS)
def test_the_manual_names_every_key(name: str) -> None:
    assert sorted(key for key in keys_of(GIVEN[name]) if f"`{key}`" not in MANUAL) == []


def test_a_withdrawn_document_has_no_agreement() -> None:
    assert corrected_shape(Corrected("document", "d1", None, True, 3), None)["agreement"] is None
