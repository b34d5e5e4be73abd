"""The pack to start from: a name means one source, what it refers to is there, and it loads as it stands."""

from pathlib import Path

from factcheck.exchange.starter import Entry, starter_pack
from factcheck.language.lexicon import table
from factcheck.ledger.audit import verify
from factcheck.ledger.names import fold
from factcheck.ledger.opening import open_ledger
from factcheck.ledger.sources import add_alias, add_source, affiliate, list_sources, new_source, resolve
from factcheck.ledger.store import change
from factcheck.ledger.variants import bare, standard

NOON = "2024-05-18T12:00:00Z"


def names(entry: Entry) -> tuple[str, ...]:
    return (entry.name, *entry.aliases)


def test_there_are_a_few_hundred_of_every_sort() -> None:
    kinds = {entry.kind for entry in starter_pack()}
    assert len(starter_pack()) > 300
    assert kinds > {"agency", "paper", "broadcaster", "monitor", "un", "statistics", "government", "party"}


def test_no_name_means_two_sources() -> None:
    held: dict[str, str] = {}
    for entry in starter_pack():
        for name in names(entry):
            for key in {fold(name), standard(name), bare(name)}:
                assert held.setdefault(key, entry.name) == entry.name, f"{name}: {entry.name}"


def test_no_source_has_a_name_twice_or_an_empty_one() -> None:
    for entry in starter_pack():
        folded = [fold(name) for name in names(entry)]
        assert len(set(folded)) == len(folded), entry.name
        assert all(folded), entry.name
        assert all(name == name.strip() for name in names(entry)), entry.name


def test_whatever_is_referred_to_is_in_the_pack() -> None:
    known = {entry.name for entry in starter_pack()}
    for entry in starter_pack():
        assert {*entry.affiliations, *entry.profile.wires} <= known - {entry.name}, entry.name


def test_no_outlet_prints_the_texts_of_what_is_no_agency() -> None:
    agencies = {entry.name for entry in starter_pack() if entry.kind == "agency"}
    for entry in starter_pack():
        assert set(entry.profile.wires) <= agencies, entry.name


def test_bodies_that_are_known_to_be_two_are_not_one_here() -> None:
    owner = {fold(name): entry.name for entry in starter_pack() for name in names(entry)}
    for row in table("not_the_same"):
        one, other = (
            {owner.get(fold(name)) for name in row[side].split("; ")} - {None} for side in ("one", "other")
        )
        assert not one & other, row
        assert len(one) < 2, row
        assert len(other) < 2, row


def test_identifiers_are_not_shared() -> None:
    for scheme in ("wikidata", "ror", "domain"):
        found = [getattr(entry.profile, scheme) for entry in starter_pack() if getattr(entry.profile, scheme)]
        assert len(set(found)) == len(found)


def test_the_pack_loads_and_every_name_leads_to_its_source(tmp_path: Path) -> None:
    with open_ledger(tmp_path / "starter.db", mode="write", ledger_id="marn", at=NOON) as ledger:
        with change(ledger, who="ana", at=NOON, version="0.1.0", verb="source load") as changes:
            for entry in starter_pack():
                assert add_source(changes, new_source(entry.name, kind=entry.kind))
                for alias in entry.aliases:
                    assert add_alias(changes, new_source(entry.name).id, alias)
            for entry in starter_pack():
                for other in entry.affiliations:
                    assert affiliate(changes, new_source(entry.name).id, new_source(other).id)
        assert len(list_sources(ledger)) == len(starter_pack())
        for entry in starter_pack():
            for name in names(entry):
                source = resolve(ledger, name, suggest=False).source
                assert source is not None, name
                assert source.name == entry.name, name
        assert verify(ledger) == ()
