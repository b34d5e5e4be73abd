"""A claim by hand: the phrase as typed, the source as people write it."""

import pytest

from factcheck.desk.claims import Added, Publication, add, draft
from factcheck.desk.dossiers import dossier
from factcheck.desk.signature import Signature
from factcheck.errors import AskedWrongly
from factcheck.ledger.store import Ledger

PHRASE = "over 1,500 protesters were killed"
UNPUBLISHED = Publication()


def typed(
    ledger: Ledger,
    phrase: str,
    signed: Signature,
    *,
    source: str | None = None,
    printed: Publication = UNPUBLISHED,
    pick: str | None = None,
) -> Added:
    return add(ledger, draft(phrase, printed, pick=pick), signed, source=source)


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("MEK", "MEK"),
        ("per MEK reports", "MEK"),
        ("according to the MEK", "MEK"),
        ("the Ministry of Health", "Ministry of Health"),
        ("Amnesty International", "Amnesty International"),
        ("per figures from Save the Children", "Save the Children"),
    ],
)
def test_the_words_around_a_source_are_understood(
    ledger: Ledger, signed: Signature, words: str, name: str
) -> None:
    added = typed(ledger, PHRASE, signed, source=words)
    assert dossier(ledger, added.id).source == name


def test_adding_twice_adds_nothing_and_another_source_is_another_claim(
    ledger: Ledger, signed: Signature
) -> None:
    first = typed(ledger, PHRASE, signed, source="MEK")
    again = typed(ledger, PHRASE, signed, source="per MEK reports")
    other = typed(ledger, PHRASE, signed, source="Amnesty International")
    assert (first.new, again.new, other.new) == (True, False, True)
    assert first.id == again.id != other.id


def test_without_a_source_the_phrase_speaks_for_itself(ledger: Ledger, signed: Signature) -> None:
    added = typed(ledger, "At least 40 ferries sank, according to the Coast Guard of Estmark", signed)
    assert dossier(ledger, added.id).source == "Coast Guard of Estmark"


def test_the_place_of_publication_is_kept(ledger: Ledger, signed: Signature) -> None:
    printed = Publication("The Gazette", "2026-01", "https://example.org/1")
    document = dossier(ledger, typed(ledger, PHRASE, signed, printed=printed).id).document
    assert (document.publisher, document.date, document.url) == (
        "The Gazette",
        "2026-01",
        "https://example.org/1",
    )


def test_of_several_numbers_one_must_be_picked(ledger: Ledger, signed: Signature) -> None:
    phrase = "40 died and 90 fled"
    with pytest.raises(AskedWrongly, match=r"40 \(@0\); 90 \(@12\)"):
        typed(ledger, phrase, signed)
    assert dossier(ledger, typed(ledger, phrase, signed, pick="90").id).claim.surface == "90"
    assert dossier(ledger, typed(ledger, phrase, signed, pick="@0").id).claim.surface == "40"


@pytest.mark.parametrize("phrase", ["", "many died", "in 2019", "it rose to 1.234"])
def test_a_phrase_without_a_plain_number_is_refused(ledger: Ledger, signed: Signature, phrase: str) -> None:
    with pytest.raises(AskedWrongly):
        typed(ledger, phrase, signed)


def test_short_names_that_are_typed_with_a_long_one_are_its_aliases(
    ledger: Ledger, signed: Signature
) -> None:
    long = "People's Mojahedin Organization of Iran (PMOI/MEK)"
    sources = {typed(ledger, PHRASE, signed, source=name).source for name in (long, "MEK", "PMOI")}
    assert sources == {"People's Mojahedin Organization of Iran"}


def test_a_name_much_like_a_known_one_is_said_and_not_merged(ledger: Ledger, signed: Signature) -> None:
    typed(ledger, PHRASE, signed, source="Amnesty International")
    second = typed(ledger, PHRASE, signed, source="Amnesty Internationl")
    assert second.new
    assert "Amnesty International" in second.warnings[0]


def test_names_that_were_registered_apart_are_said_to_be_one(ledger: Ledger, signed: Signature) -> None:
    for name in ("MEK", "PMOI"):
        typed(ledger, PHRASE, signed, source=name)
    told = typed(ledger, PHRASE, signed, source="People's Mojahedin Organization of Iran (PMOI/MEK)")
    assert any("stand apart" in warning for warning in told.warnings)
