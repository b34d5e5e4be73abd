"""The index holds what was recorded, finds it by its rarest words, and forgets what is redacted."""

from collections.abc import Iterable

import pytest

from factcheck.agreement.matching.terms import terms
from factcheck.ledger.candidates import (
    Candidates,
    candidates,
    index_in_memory,
    index_new,
    is_behind,
    put_terms,
)
from factcheck.ledger.redactions import redact_document
from factcheck.ledger.store import Ledger
from tests.ledger.given import article, by, record

OTHER = (
    "Storm over Lowdale\n"
    "\n"
    "More than 1,200 villagers were led to safety, according to the Marn Relief Council.\n"
    "The ministry put the damage at 4.5 million euros.\nAt least 17 bridges are closed.\n"
)


def index(ledger: Ledger) -> None:
    with by(ledger, "match") as changes:
        index_new(ledger.rows, changes.write)


def found(ledger: Ledger, text: str) -> list[int]:
    return list(candidates(ledger.rows, terms(text)).entries)


def test_what_was_recorded_is_found_once_it_is_indexed(ledger: Ledger) -> None:
    record(ledger)
    assert is_behind(ledger.rows)
    assert found(ledger, "villagers led to safety") == []
    index(ledger)
    assert not is_behind(ledger.rows)
    assert found(ledger, "villagers led to safety")[0] == 1


def test_only_what_is_new_is_indexed_and_nothing_twice(ledger: Ledger) -> None:
    record(ledger)
    index(ledger)
    record(ledger, article(OTHER), suffix="x")
    index(ledger)
    index(ledger)
    assert ledger.rows("SELECT count(*) FROM claim_terms_docsize")[0][0] == 6
    assert found(ledger, "bridges closed") == [3, 6]


@pytest.mark.parametrize(
    ("words", "example"),
    [
        ("bridges closed", "the sentence"),
        ("Marn valley flood", "the title"),
        ("Marn Courier", "the outlet"),
        ("17 May 2024", "the date"),
        ("relief council", "the source"),
    ],
)
def test_a_claim_is_found_by_its_sentence_and_by_what_stands_around_it(
    ledger: Ledger, words: str, example: str
) -> None:
    record(ledger)
    index(ledger)
    assert found(ledger, words)


def test_the_index_in_memory_finds_the_same(ledger: Ledger) -> None:
    record(ledger)
    memory = index_in_memory(ledger.rows)
    index(ledger)
    asked = terms("17 bridges closed in the Marn valley")
    assert candidates(memory, asked) == candidates(ledger.rows, asked)


def test_what_is_redacted_is_found_no_more(ledger: Ledger) -> None:
    document = record(ledger)
    index(ledger)
    with by(ledger, "redact") as changes:
        redact_document(changes, document.id, "a court said so")
    assert found(ledger, "villagers bridges ministry damage") == []


def test_a_redaction_before_the_claims_are_indexed_leaves_the_index_whole(ledger: Ledger) -> None:
    document = record(ledger)
    with by(ledger, "redact") as changes:
        redact_document(changes, document.id, "a court said so")
    index(ledger)
    assert not is_behind(ledger.rows)
    assert found(ledger, "villagers bridges ministry damage") == []


def fill(ledger: Ledger, told: Iterable[str]) -> None:
    with by(ledger, "match") as changes:
        put_terms(changes.write, ((entry, text, "") for entry, text in enumerate(told, 1)))


def ask(ledger: Ledger, *asked: str) -> Candidates:
    return candidates(ledger.rows, asked)


def test_a_common_term_is_left_out_where_rarer_ones_remain(ledger: Ledger) -> None:
    rare = [f"rare{number}" for number in range(4)]
    fill(ledger, ["common"] * 2500 + [f"common {' '.join(rare)}"])
    assert ask(ledger, "common", *rare).entries == (2501,)
    assert len(ask(ledger, "common").entries) == 100


def test_rare_terms_are_worth_more_and_unknown_ones_most(ledger: Ledger) -> None:
    fill(ledger, ["dam flood", "dam", "dam"])
    rarity = ask(ledger, "dam", "flood", "tea").rarity
    assert 0 < rarity["dam"] < rarity["flood"] < rarity["tea"] == 1


def test_the_earlier_of_equals_is_first(ledger: Ledger) -> None:
    fill(ledger, ["dam", "dam flood", "dam"])
    assert ask(ledger, "dam", "flood").entries == (2, 1, 3)


def test_nothing_recorded_nothing_found(ledger: Ledger) -> None:
    assert ask(ledger, "dam") == Candidates((), {"dam": 1.0})
    assert ask(ledger) == Candidates((), {})
