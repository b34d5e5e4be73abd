"""Any id may be shortened while it stays unique."""

import pytest

from factcheck.errors import AskedWrongly, NotFound
from factcheck.ledger.claims import add_claims, find_claim
from factcheck.ledger.ids import full_id
from factcheck.ledger.store import Ledger
from tests import factories
from tests.ledger.given import article, by, record


@pytest.fixture
def alike(ledger: Ledger) -> Ledger:
    """Claims whose ids begin alike."""
    document = record(ledger)
    ids = ("1ab2000000", "1ab2000001", "1ab3000000", "0oo0000000")
    with by(ledger) as changes:
        add_claims(changes, document, [(factories.claim(id=claim_id), None) for claim_id in ids])
    return ledger


@pytest.mark.parametrize("short", ["1ab3", "1AB3", " 1ab3000000 ", "lab3", "IAB3ooo"])
def test_a_beginning_that_is_unique_is_enough(alike: Ledger, short: str) -> None:
    assert find_claim(alike, short).claim.id == "1ab3000000"


def test_an_ambiguous_beginning_lists_its_candidates(alike: Ledger) -> None:
    with pytest.raises(AskedWrongly) as refused:
        find_claim(alike, "1ab2")
    assert "1ab2000000 (More than 1,200 villagers); 1ab2000001" in refused.value.message


@pytest.mark.parametrize("short", ["", " ", "zzz", "1ab2000000x", "%", "'; --", "\x00", "1" * 100_000])
def test_an_unknown_id_is_not_found_and_hints_at_the_list(alike: Ledger, short: str) -> None:
    with pytest.raises(NotFound) as missed:
        find_claim(alike, short)
    assert "factcheck list" in missed.value.hint


@pytest.mark.parametrize("written", ["1ab2", "1AB2"])
def test_a_whole_id_means_itself_even_where_another_begins_so(alike: Ledger, written: str) -> None:
    with by(alike) as changes:
        add_claims(changes, article(), [(factories.claim(id="1ab2"), None)])
    assert find_claim(alike, written).claim.id == "1ab2"


@pytest.mark.parametrize("noun", ["claim", "citation", "document", "source"])
def test_every_kind_of_record_is_looked_for_among_its_own(ledger: Ledger, noun: str) -> None:
    with pytest.raises(NotFound, match=f"no {noun} 'x1'"):
        full_id(ledger, noun, "x1")


def test_half_a_surrogate_pair_is_no_id(alike: Ledger) -> None:
    with pytest.raises(AskedWrongly, match="surrogate"):
        find_claim(alike, "\ud800")


def test_a_long_list_of_candidates_is_cut(ledger: Ledger) -> None:
    document = record(ledger)
    with by(ledger) as changes:
        claims = [(factories.claim(id=f"x{number:09d}"), None) for number in range(30)]
        add_claims(changes, document, claims)
    with pytest.raises(AskedWrongly) as refused:
        find_claim(ledger, "x")
    assert refused.value.message.count("villagers") == 10
    assert refused.value.message.endswith("; ...")
