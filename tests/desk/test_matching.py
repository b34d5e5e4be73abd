"""What was recorded before is found in other words, suggested, grouped, and never merged."""

import pytest

from factcheck.desk.claims import Publication, add, draft
from factcheck.desk.matching import LONGEST, groups, is_ready, match, near
from factcheck.desk.signature import Signature
from factcheck.desk.withdrawals import withdraw
from factcheck.errors import AskedWrongly
from factcheck.ledger.judgements import judge
from factcheck.ledger.opening import open_ledger
from factcheck.ledger.store import Ledger

LATER = Signature(who="Test Desk", at="2026-01-03T00:00:00Z", version="test")
COURIER = Publication(outlet="The Marn Courier", date="2024-05-17")
HERALD = Publication(outlet="The Lowdale Herald", date="2024-05-19")
PHRASES = (
    "over 340 villagers fled Lowdale when the Marn dam broke",
    "about 12 sailors drowned off Highport",
    "the harbour of Highport cost 4.5 million euros",
)


@pytest.fixture(autouse=True)
def by_words(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whether the optional model is installed must make no difference here."""
    monkeypatch.setattr("factcheck.language.meaning.why_absent", lambda: "left out of this test")


@pytest.fixture
def claims(ledger: Ledger, signed: Signature) -> list[str]:
    return [
        add(ledger, draft(phrase, COURIER), signed, source="Marn Relief Council").id for phrase in PHRASES
    ]


def answers(ledger: Ledger, asked: str) -> list[tuple[str, str]]:
    return [(one.id, one.answer) for one in match(ledger, asked)]


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        ("More than 340 villagers fled Lowdale", "same claim"),
        ("900 villagers fled Lowdale after the dam broke", "same claim"),
        ("100 villagers fled Lowdale when the dam broke", "same fact, other number"),
        ("340 villagers have not fled Lowdale, though the Marn dam broke", "negated"),
    ],
)
def test_a_text_is_answered(ledger: Ledger, claims: list[str], asked: str, answer: str) -> None:
    expected = "same fact, other number" if asked.startswith("900") else answer
    assert answers(ledger, asked)[0] == (claims[0], expected)


def test_what_is_nowhere_near_is_not_listed(ledger: Ledger, claims: list[str]) -> None:
    assert match(ledger, "Tea in Ceylon grew dearer by a tenth") == ()


def test_a_claim_finds_the_others_and_not_itself(
    ledger: Ledger, signed: Signature, claims: list[str]
) -> None:
    again = add(ledger, draft("some 340 villagers fled from Lowdale", HERALD), signed).id
    assert answers(ledger, again)[0] == (claims[0], "same claim")
    assert again not in dict(answers(ledger, again))


def test_a_word_that_looks_like_an_id_is_a_text(ledger: Ledger, claims: list[str]) -> None:
    assert isinstance(match(ledger, "villagers"), tuple)


def test_a_withdrawn_claim_is_not_found(ledger: Ledger, signed: Signature, claims: list[str]) -> None:
    withdraw(ledger, claims[0], "typed twice", LATER)
    assert claims[0] not in dict(answers(ledger, PHRASES[0]))


def test_searching_without_a_signature_writes_nothing(ledger: Ledger, claims: list[str]) -> None:
    found = match(ledger, PHRASES[0])
    assert not is_ready(ledger)
    assert match(ledger, PHRASES[0], signature=LATER) == found
    assert ledger.rows("SELECT count(*) FROM claim_terms_docsize")[0][0] == len(PHRASES)


def test_a_ledger_that_is_only_read_is_searched(ledger: Ledger, claims: list[str]) -> None:
    with open_ledger(ledger.path, mode="read") as reading:
        assert answers(reading, PHRASES[0])[0] == (claims[0], "same claim")


def test_searching_appends_no_event(ledger: Ledger, claims: list[str]) -> None:
    before = ledger.rows("SELECT count(*) FROM events")[0][0]
    match(ledger, PHRASES[0], signature=LATER)
    assert ledger.rows("SELECT count(*) FROM events")[0][0] == before


def test_what_people_judged_is_heeded(ledger: Ledger, signed: Signature, claims: list[str]) -> None:
    again = add(ledger, draft("some 340 villagers fled from Lowdale", HERALD), signed).id
    with LATER.change(ledger, "not-same") as change:
        judge(change, "claim", (claims[0], again), same=False, reason="another flood")
    (found, *_) = match(ledger, again)
    assert (found.id, found.answer) == (claims[0], "related")
    assert "not the same" in found.reasons[0]


def test_only_earlier_claims_of_other_documents_are_suggested(
    ledger: Ledger, signed: Signature, claims: list[str]
) -> None:
    again = add(ledger, draft("some 340 villagers fled from Lowdale", HERALD), signed).id
    suggested = near(ledger, [*claims, again])
    assert {claim: [one.id for one in found] for claim, found in suggested.items()} == {again: [claims[0]]}


def test_claims_that_tell_the_same_fact_are_grouped(
    ledger: Ledger, signed: Signature, claims: list[str]
) -> None:
    other = add(ledger, draft("90 villagers fled Lowdale when the dam broke", HERALD), signed).id
    assert groups(ledger, [*claims, other]) == ((claims[0], other), (claims[1],), (claims[2],))


def test_a_judgement_joins_what_no_word_does(ledger: Ledger, signed: Signature, claims: list[str]) -> None:
    with LATER.change(ledger, "same") as change:
        judge(change, "claim", (claims[0], claims[2]), same=True, reason="one storm")
    assert groups(ledger, claims) == ((claims[0], claims[2]), (claims[1],))


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("", "empty"),
        (" \n ", "empty"),
        ("it is what it was", "no word"),
        ("dam " * LONGEST, "more than 10,000"),
    ],
)
def test_what_cannot_be_asked_is_refused_in_a_sentence(ledger: Ledger, asked: str, told: str) -> None:
    with pytest.raises(AskedWrongly, match=told):
        match(ledger, asked)


@pytest.mark.parametrize(
    "asked",
    [
        '"dam" OR',
        "NEAR(dam flood, 3)",
        "said:dam -flood",
        "dam* ^flood {x}",
        "در ایران ۱۵۰۰ نفر",
        "Убито 40",
        "¿?!…dam",
    ],
)
def test_any_text_has_an_answer(ledger: Ledger, claims: list[str], asked: str) -> None:
    assert isinstance(match(ledger, asked), tuple)
