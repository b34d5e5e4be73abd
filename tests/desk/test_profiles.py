"""What is known of a source is declared for a reason, checked where it can be, and stays to be read."""

import pytest

from factcheck.desk.citations import Evidence, cite
from factcheck.desk.claims import Publication, add, draft
from factcheck.desk.dossiers import dossier
from factcheck.desk.profiles import profile_of, set_profile
from factcheck.desk.signature import Signature
from factcheck.desk.source_merges import merge, say_not_same, split
from factcheck.desk.sources import add as add_source
from factcheck.desk.sources import alias, look_up
from factcheck.desk.sources import draft as new_draft
from factcheck.desk.starters import load_starter
from factcheck.desk.undoing import undo
from factcheck.errors import AskedWrongly, NotFound
from factcheck.ledger.audit import verify
from factcheck.ledger.store import Ledger


@pytest.fixture
def claim(ledger: Ledger, signed: Signature) -> str:
    claim = add(ledger, draft("over 900 homes were flooded", Publication()), signed, source="Council").id
    cite(ledger, claim, Evidence("Red Crescent", "about 900 homes were flooded"), signed)
    cite(ledger, claim, Evidence("the Crescent of Marn", "about 900 homes"), signed)
    return claim


def test_what_is_declared_is_kept_and_can_be_taken_back(
    ledger: Ledger, signed: Signature, claim: str
) -> None:
    said = {"owner": "its members", "domain": "https://www.redcrescent.example/x", "reliability": "B"}
    source, new = set_profile(ledger, "Red Crescent", said, "its yearbook", signed)
    profile = profile_of(ledger, source.id)
    assert new
    assert (profile.owner, profile.domain) == ("its members", "redcrescent.example")
    assert profile.grade is not None
    assert (profile.grade.by, profile.grade.reason) == ("Test Desk", "its yearbook")
    set_profile(ledger, "Red Crescent", {"owner": ""}, "not so", signed)
    assert profile_of(ledger, source.id).owner is None
    undo(ledger, signed)
    assert profile_of(ledger, source.id).owner == "its members"
    assert verify(ledger) == ()


def test_an_identifier_that_is_none_is_refused(ledger: Ledger, signed: Signature, claim: str) -> None:
    with pytest.raises(AskedWrongly, match="not a lei identifier"):
        set_profile(ledger, "Red Crescent", {"lei": "XX"}, "its papers", signed)


def test_a_merge_shows_what_it_changes_and_a_split_restores_it(
    ledger: Ledger, signed: Signature, claim: str
) -> None:
    before = dossier(ledger, claim).agreement
    assert before.independent == 2
    _, kept, effects = merge(ledger, "Crescent of Marn", "Red Crescent", "one body", signed, try_only=True)
    assert [effect.claim for effect in effects] == [claim]
    assert dossier(ledger, claim).agreement == before, "trying keeps nothing"
    merge(ledger, "Crescent of Marn", "Red Crescent", "one body", signed)
    assert {one.citation.source for one in dossier(ledger, claim).citations} == {kept.name}
    assert dossier(ledger, claim).agreement.independent == 1
    split(ledger, "Crescent of Marn", "two after all", signed)
    assert dossier(ledger, claim).agreement == before
    assert verify(ledger) == ()


def suggested(ledger: Ledger, name: str) -> list[str]:
    return [near.source.name for near in look_up(ledger, name)[0].suggestions]


def test_a_name_that_is_judged_not_a_sources_is_not_suggested_for_it_until_that_is_taken_back(
    ledger: Ledger, signed: Signature
) -> None:
    for name in ("Marn Flood Monitor", "Marn Flood Observatory"):
        add_source_named(ledger, name, signed)
    asked, wrong = "Marn Floods Monitor Group", "Marn Flood Monitor"
    assert set(suggested(ledger, asked)) == {"Marn Flood Monitor", "Marn Flood Observatory"}
    assert say_not_same(ledger, asked, wrong, "another body", signed)[2]
    assert not say_not_same(ledger, asked, wrong, "another body", signed)[2]
    assert suggested(ledger, asked) == ["Marn Flood Observatory"]
    say_not_same(ledger, asked, wrong, "one after all", signed, take_back=True)
    assert wrong in suggested(ledger, asked)
    assert verify(ledger) == ()


def test_two_sources_that_are_judged_not_the_same_are_not_merged(
    ledger: Ledger, signed: Signature, claim: str
) -> None:
    say_not_same(ledger, "Crescent of Marn", "Red Crescent", "two bodies", signed)
    with pytest.raises(AskedWrongly, match="judged not to be the same"):
        merge(ledger, "Crescent of Marn", "Red Crescent", "one body", signed)


def test_a_judgement_that_nobody_made_cannot_be_taken_back(ledger: Ledger, signed: Signature) -> None:
    add_source_named(ledger, "Marn Flood Monitor", signed)
    with pytest.raises(NotFound, match="nobody has judged"):
        say_not_same(ledger, "Marn", "Marn Flood Monitor", "no", signed, take_back=True)


def test_the_starter_pack_is_loaded_once_and_leaves_what_the_desk_has_said(
    ledger: Ledger, signed: Signature
) -> None:
    alias(ledger, add_source_named(ledger, "Marn Weather Hall", signed), ("WHO",), signed)
    entries, new = load_starter(ledger, signed)
    assert new == entries > 300
    assert look_up(ledger, "WHO")[0].source.name == "Marn Weather Hall"
    health = look_up(ledger, "World Health Organization")[0].source
    assert health.kind == "un"
    assert profile_of(ledger, health.id).domain == "who.int"
    assert load_starter(ledger, signed) == (entries, 0)
    assert verify(ledger) == ()


def add_source_named(ledger: Ledger, name: str, signed: Signature) -> str:
    return add_source(ledger, new_draft(name), signed)[0].name
