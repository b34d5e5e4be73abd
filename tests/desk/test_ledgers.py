"""Two desks' ledgers become one, whoever merges whom; and a ledger is made again from its bundle."""

import itertools
import json
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

import pytest

from factcheck.desk.amendments import ClaimAmendment, amend_claim
from factcheck.desk.citations import Evidence, cite
from factcheck.desk.claims import Publication, add, draft
from factcheck.desk.documents import record
from factcheck.desk.dossiers import dossier
from factcheck.desk.ledgers import merge
from factcheck.desk.lists import listed
from factcheck.desk.models import set_constant
from factcheck.desk.redactions import redact
from factcheck.desk.reviews import Act, decide, review
from factcheck.desk.signature import Signature
from factcheck.desk.sources import affiliate, alias, look_up
from factcheck.desk.undoing import undo
from factcheck.desk.withdrawals import withdraw
from factcheck.errors import AskedWrongly, IntegrityFailure, NotFound
from factcheck.ledger.agreements import agreement_of
from factcheck.ledger.audit import checkpoint, verify
from factcheck.ledger.merging import Added, Disputed
from factcheck.ledger.opening import open_ledger
from factcheck.ledger.store import Ledger
from factcheck.model import Dossier
from factcheck.reading.files import make_document
from tests.ledger.given import behind_its_back, counts

PHRASE = "over 900 homes were flooded"
ARTICLE = "The council said 40 bridges were closed. Some 12,000 people fled the valley."
HOURS = ("08", "09", "10", "11", "12", "13", "14", "15", "16", "17", "18", "19")
OpenDesk = Callable[[str], Ledger]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[OpenDesk]:
    """Open the ledger of the desk with this name, made if need be."""
    with ExitStack() as opened:

        def open_one(name: str) -> Ledger:
            path = tmp_path / f"{name}.db"
            return opened.enter_context(open_ledger(path, mode="write", ledger_id=name, at=at(0)))

        yield open_one


def at(hour: int) -> str:
    return f"2026-03-0{1 + hour // 12}T{HOURS[hour % 12]}:00:00Z"


def signed(who: str, hour: int) -> Signature:
    return Signature(who=who, at=at(hour), version="test")


def state(ledger: Ledger) -> dict[str, object]:
    """Everything that holds of each claim, in an order of its own; whose chain says so is left out."""
    ids = [row["id"] for row in ledger.rows("SELECT id FROM claims ORDER BY id")]
    lists = {line.id: line for line in listed(ledger)}
    return {claim: (_held(dossier(ledger, claim)), lists.get(claim)) for claim in ids}


def _held(told: Dossier) -> Dossier:
    cited = tuple(sorted(told.citations, key=lambda one: one.citation.id))
    return replace(told, history=(), citations=cited)


def work(ledger: Ledger, name: str, hour: int, passage: str) -> str:
    """What a desk does: the claim that all record, and a citation and a document of its own."""
    made = add(ledger, draft(PHRASE, Publication()), signed(name, hour), source="Council").id
    cite(ledger, made, Evidence(f"Witness {name}", passage), signed(name, hour))
    record(ledger, make_document(f"{ARTICLE} {name.title()} Bo saw it."), signed(name, hour))
    return made


def test_a_merge_keeps_both_chains_and_each_verifies(desk: OpenDesk) -> None:
    one, two = desk("one"), desk("two")
    claim = work(one, "ana", 1, "about 900 homes")
    work(two, "bo", 2, "150 homes were flooded")
    theirs = checkpoint(two)
    done = merge(one, two.path, signed("ana", 3))
    assert Added("citations", 1) in done.records
    assert verify(one) == ()
    told = dossier(one, claim)
    assert {judged.citation.source for judged in told.citations} == {"Witness ana", "Witness bo"}
    assert agreement_of(one, claim) == told.agreement
    chain = [tuple(row) for row in one.rows("SELECT * FROM events WHERE ledger = 'two' ORDER BY seq")]
    assert [row[1:] for row in chain] == [
        tuple(row)[1:] for row in two.rows("SELECT * FROM events ORDER BY seq")
    ]
    event = json.loads(one.rows("SELECT content FROM events WHERE verb = 'merge' ORDER BY entry")[0][0])
    assert event["merged"]["two"] == [int(theirs.split()[1]), theirs.split()[2]]


def test_merging_again_adds_nothing_and_so_does_merging_back_and_forth(desk: OpenDesk) -> None:
    one, two = desk("one"), desk("two")
    work(one, "ana", 1, "about 900 homes")
    work(two, "bo", 2, "150 homes were flooded")
    merge(one, two.path, signed("ana", 3))
    before = counts(one)
    assert merge(one, two.path, signed("ana", 4)).events == 0
    assert counts(one) == before
    merge(two, one.path, signed("bo", 5))
    brought = [merge(*pair, signed("ana", 6)).events for pair in ((one, two.path), (two, one.path)) * 2]
    assert brought == [0, 0, 0, 0]
    assert state(one) == state(two)
    assert verify(one) == verify(two) == ()


def test_whoever_merges_whom_in_whichever_order_the_same_things_hold(tmp_path: Path) -> None:
    """Three desks do much that bears on the same claim; each of the orders comes to one state."""
    outcomes = []
    for number, order in enumerate(itertools.permutations(("one", "two", "three"))):
        folder = tmp_path / str(number)
        folder.mkdir()
        with ExitStack() as opened:
            desks = {
                name: opened.enter_context(
                    open_ledger(folder / f"{name}.db", mode="write", ledger_id=name, at=at(0))
                )
                for name in ("one", "two", "three")
            }
            three_desks(*desks.values())
            first, second, third = (desks[name] for name in order)
            merge(second, third.path, signed("ana", 10))
            merge(first, second.path, signed("ana", 11))
            assert verify(first) == ()
            outcomes.append(state(first))
    for outcome in outcomes[1:]:
        assert outcome == outcomes[0]


def three_desks(one: Ledger, two: Ledger, three: Ledger) -> None:
    claim = work(one, "ana", 3, "about 900 homes")
    work(two, "bo", 1, "150 homes were flooded")
    work(three, "cy", 2, "900 homes were flooded")
    alias(one, "Council", ("the MRC",), signed("ana", 4))
    affiliate(two, "Council", "Witness bo", signed("bo", 4))
    set_constant(three, "ramp", "1.2", "rough figures", signed("cy", 4))
    amend_claim(one, claim, ClaimAmendment(figure="over 950 homes"), "misread", signed("ana", 5))
    amend_claim(two, claim, ClaimAmendment(counted="houses"), "as printed", signed("bo", 5))
    withdraw(three, claim, "never printed", signed("cy", 6))
    decide(one, claim, Act("decide", verdict="true", because="two counts"), signed("ana", 7))
    decide(two, claim, Act("decide", verdict="false", because="one count"), signed("bo", 7))


@pytest.mark.parametrize(
    "merges", [("one", "two", "three"), ("one", "three", "two"), ("three", "one", "two")]
)
def test_of_a_record_that_differs_both_versions_are_kept_and_the_first_recorded_holds(
    desk: OpenDesk, merges: tuple[str, ...]
) -> None:
    titles = {"one": ("Late title", 5), "two": ("First title", 1), "three": ("Middle title", 3)}
    for name, (title, hour) in titles.items():
        document = replace(make_document(ARTICLE, path=f"{name}.txt"), title=title)
        record(desk(name), document, signed(name, hour))
    first, *others = (desk(name) for name in merges)
    done = [merge(first, other.path, signed("ana", 9)) for other in others]
    document = first.rows("SELECT id FROM documents")[0]["id"]
    claim = next(listed(first)).id
    assert dossier(first, claim).document.title == "First title"
    assert [one.table for merged in done for one in merged.differing] == ["documents", "documents"]
    kept = first.rows("SELECT words FROM variants WHERE noun = 'documents' ORDER BY ledger")
    assert [json.loads(row["words"])["title"] for row in kept] == [
        "Late title",
        "Middle title",
        "First title",
    ]
    assert done[0].differing[0].id == document
    assert verify(first) == ()


def test_two_corrections_made_apart_are_in_dispute_until_one_names_both(desk: OpenDesk) -> None:
    one, two = desk("one"), desk("two")
    claim = work(one, "ana", 1, "about 900 homes")
    work(two, "bo", 2, "150 homes were flooded")
    amend_claim(one, claim, ClaimAmendment(figure="over 950 homes"), "misread", signed("ana", 3))
    amend_claim(two, claim, ClaimAmendment(figure="over 960 homes"), "misread", signed("bo", 4))
    done = merge(two, one.path, signed("bo", 5))
    assert done.disputed == (Disputed("claim", claim),)
    told = dossier(two, claim)
    assert told.claim.quantity.point == 950, "the one made first holds"
    assert [one.disputed for one in told.amendments] == [True, True]
    amend_claim(two, claim, ClaimAmendment(figure="over 955 homes"), "both looked", signed("bo", 6))
    told = dossier(two, claim)
    assert told.claim.quantity.point == 955
    assert not any(one.disputed for one in told.amendments)
    merge(one, two.path, signed("ana", 7))
    assert state(one) == state(two)


def test_two_decisions_made_apart_are_in_dispute_until_one_follows_both(desk: OpenDesk) -> None:
    one, two = desk("one"), desk("two")
    claim = work(one, "ana", 1, "about 900 homes")
    work(two, "bo", 2, "150 homes were flooded")
    decide(one, claim, Act("decide", verdict="true", because="two counts"), signed("ana", 3))
    decide(two, claim, Act("decide", verdict="false", because="one count"), signed("bo", 4))
    done = merge(one, two.path, signed("ana", 5))
    assert Disputed("claim", claim) in done.disputed
    assert review(one, claim, "cy").state.disputed
    decide(one, claim, Act("reconcile", verdict="true", because="the governor erred"), signed("cy", 6))
    assert not review(one, claim, "cy").state.disputed
    assert verify(one) == ()


def test_a_copy_that_went_its_own_way_is_refused_with_what_to_do(desk: OpenDesk, tmp_path: Path) -> None:
    one = desk("one")
    work(one, "ana", 1, "about 900 homes")
    one.close()
    (tmp_path / "copy.db").write_bytes((tmp_path / "one.db").read_bytes())
    one, copy = desk("one"), open_ledger(tmp_path / "copy.db", mode="write")
    add(one, draft("40 bridges were closed", Publication()), signed("ana", 2))
    add(copy, draft("41 bridges were closed", Publication()), signed("bo", 2))
    copy.close()
    before = counts(one)
    with pytest.raises(AskedWrongly, match="went its own way") as refused:
        merge(one, tmp_path / "copy.db", signed("ana", 3))
    assert "make a new ledger" in refused.value.hint
    assert counts(one) == before


def test_a_copy_that_only_grew_is_brought_in(desk: OpenDesk, tmp_path: Path) -> None:
    one = desk("one")
    work(one, "ana", 1, "about 900 homes")
    one.close()
    (tmp_path / "copy.db").write_bytes((tmp_path / "one.db").read_bytes())
    with open_ledger(tmp_path / "copy.db", mode="write") as copy:
        added = add(copy, draft("41 bridges were closed", Publication()), signed("bo", 2)).id
    one = desk("one")
    merge(one, tmp_path / "copy.db", signed("ana", 3))
    assert added in {line.id for line in listed(one)}
    assert verify(one) == ()


@pytest.mark.parametrize("redacting", ["ours", "theirs"])
def test_words_that_were_redacted_do_not_come_back(desk: OpenDesk, redacting: str) -> None:
    one, two = desk("one"), desk("two")
    secret = "The shelter in Elm Street took in 40 women, the council said."
    for hour, ledger in enumerate((one, two), start=1):
        found = record(ledger, make_document(secret), signed("ana", hour))
        cite(
            ledger, found.extract.claims[0].id, Evidence("Bo", "40 women live in Elm Street"), signed("bo", 3)
        )
    citation = dossier(one, found.extract.claims[0].id).citations[0].citation.id
    redacted = one if redacting == "ours" else two
    redact(redacted, found.extract.document.id, "their safety", signed("ana", 4))
    redact(redacted, citation, "their safety", signed("ana", 4))
    merge(one, two.path, signed("ana", 5))
    assert verify(one) == ()
    held = one.rows("SELECT name FROM sqlite_master WHERE type = 'table' AND sql LIKE '%STRICT'")
    for table in (row["name"] for row in held):
        for row in one.rows(f"SELECT * FROM {table}"):
            assert "Elm" not in repr(tuple(row)), table
    assert dossier(one, found.extract.claims[0].id).redacted


def test_a_name_that_means_two_sources_after_a_merge_means_none_and_both_are_suggested(
    desk: OpenDesk,
) -> None:
    one, two = desk("one"), desk("two")
    for ledger, name in ((one, "Marn Relief Council"), (two, "Mountain Rescue Corps")):
        add(ledger, draft(PHRASE, Publication()), signed("ana", 1), source=name)
        alias(ledger, name, ("the valley desk",), signed("ana", 2))
    merge(one, two.path, signed("ana", 3))
    found, *_ = look_up(one, "the valley desk")
    assert found.source is None
    assert {match.source.name for match in found.suggestions} == {
        "Marn Relief Council",
        "Mountain Rescue Corps",
    }
    assert verify(one) == ()


def test_a_merge_is_not_undone(desk: OpenDesk) -> None:
    one, two = desk("one"), desk("two")
    work(one, "ana", 1, "about 900 homes")
    work(two, "bo", 2, "150 homes were flooded")
    merge(one, two.path, signed("ana", 3))
    with pytest.raises(AskedWrongly, match="cannot be undone"):
        undo(one, signed("ana", 4))


def test_a_ledger_that_was_tampered_with_is_not_merged(desk: OpenDesk) -> None:
    one, two = desk("one"), desk("two")
    work(one, "ana", 1, "about 900 homes")
    work(two, "bo", 2, "150 homes were flooded")
    two.close()
    behind_its_back(two.path, "UPDATE claims SET low = '9'")
    before = counts(one)
    with pytest.raises(IntegrityFailure, match=r"two\.db does not verify"):
        merge(one, two.path, signed("ana", 3))
    assert counts(one) == before


def test_a_ledger_is_not_merged_with_itself_or_with_none(desk: OpenDesk) -> None:
    one = desk("one")
    with pytest.raises(AskedWrongly, match="this very ledger"):
        merge(one, one.path, signed("ana", 1))
    with pytest.raises(NotFound):
        merge(one, one.path.with_name("none.db"), signed("ana", 1))


def test_what_holds_before_and_after_a_merge_can_be_asked(desk: OpenDesk) -> None:
    one, two, three = desk("one"), desk("two"), desk("three")
    claim = work(one, "ana", 3, "about 900 homes")
    work(two, "bo", 1, "150 homes were flooded")
    work(three, "cy", 2, "900 homes were flooded")
    merge(two, three.path, signed("bo", 4))
    merge(one, two.path, signed("ana", 6))
    cite(one, claim, Evidence("Army", "30 homes"), signed("ana", 8))
    cited = [len(dossier(one, claim, at=at(hour)).citations) for hour in (3, 5, 6, 8)]
    assert cited == [1, 1, 3, 4]
