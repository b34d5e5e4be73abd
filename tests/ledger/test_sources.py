"""One source for all its names, and never one source for two."""

import subprocess
import sys

import pytest

from factcheck.errors import AskedWrongly, NotFound
from factcheck.ledger.audit import verify
from factcheck.ledger.revisions import revise
from factcheck.ledger.sources import (
    add_alias,
    add_source,
    affiliate,
    get_source,
    list_sources,
    lookalikes,
    new_source,
    register,
    resolve,
    source_named,
    taken_for,
)
from factcheck.ledger.spellings import refile, refile_source
from factcheck.ledger.store import Ledger
from factcheck.model import identify
from tests.ledger.given import by, counts


def registered(ledger: Ledger, *names: str) -> list[str]:
    """The names of the sources that these names turn out to mean."""
    with by(ledger) as changes:
        return [register(changes, name).name for name in names]


@pytest.mark.parametrize(
    "names",
    [
        ("People's Mojahedin Organization of Iran (PMOI/MEK)", "MEK", "PMOI", "the MEK", "PMOI/MEK"),
        ("the MEK", "the People\u2019s Mojahedin Organization of Iran (PMOI/MEK)", "PMOI"),
        ("PMOI/MEK", "MEK", "PMOI"),
        ("MRC", "Marn Relief Council (MRC)", "the marn relief council"),
        ("Marn Relief Council", "MRC (Marn Relief Council)", "MRC"),
        ("Marn Relief Organisation", "Marn Relief Organization", "the marn relief organisation"),
        ("Gen. Ana Brodal", "Ana Brodal", "General Ana Brodal"),
        ("Estmark Press", "Estmark Press Ltd", "Estmark Press Limited"),
    ],
)
def test_names_of_one_source_become_one_in_any_order(ledger: Ledger, names: tuple[str, ...]) -> None:
    assert len(set(registered(ledger, *names))) == 1
    assert counts(ledger)["sources"] == 1
    assert verify(ledger) == ()


@pytest.mark.parametrize(
    "names",
    [
        ("MEK", "\u041c\u0415\u041a"),
        ("Reuters", "R\u0435uters"),
        ("Reuters", "Reu\u200bters"),
        ("AFP", "Interior Ministry (AFP)"),
        ("Brigade 12", "Brigade 19"),
        ("Amnesty", "Amnesty International"),
        ("Mike Pell", "MP"),
        ("Iran", "International Relief Agency Network"),
        ("Marn Relief Council", "Marn River Commission", "MRC"),
        ("Marn Relief Council", "MRC"),
        ("MRC", "Marn Relief Council"),
        ("Estmark Press Ltd", "Estmark Press GmbH", "Estmark Press"),
        ("Gen. Ana Brodal", "Dr Ana Brodal", "Ana Brodal"),
        ("General Medical Council", "Medical Council"),
        ("Council of Marn", "Council on Marn"),
        ("Marn Relief Council (MRC)", "Marn River Commission"),
        ("Marn Relief Council (MRC)", "Marn River Commission (MRC)"),
    ],
)
def test_names_that_are_only_alike_stay_apart(ledger: Ledger, names: tuple[str, ...]) -> None:
    registered(ledger, *names)
    assert counts(ledger)["sources"] == len(names)


@pytest.mark.parametrize(
    ("name", "how"),
    [
        ("the marn relief council", "exact"),
        ("Marn Aid", "alias"),
        ("CSM", "alias"),
        ("Council for Marn Relief (CSM)", "none"),
        ("CSM (Conseil de secours de Marn)", "none"),
        ("Marn Relief Council Ltd", "variant"),
        ("Marn Relief Council (MRC)", "exact"),
        ("MRC", "none"),
        ("Marn Relief Councils", "none"),
        ("MR", "none"),
        ("", "none"),
        ("?", "none"),
    ],
)
def test_it_is_told_how_a_name_was_found(ledger: Ledger, name: str, how: str) -> None:
    with by(ledger, "source") as changes:
        source = register(changes, "Marn Relief Council", aliases=("CSM",))
        add_alias(changes, source.id, "Marn Aid")
    found = resolve(ledger, name)
    assert found.how == how
    assert (found.source is None) == (how == "none")


def test_a_long_name_is_found_by_the_acronym_that_is_printed_beside_it(ledger: Ledger) -> None:
    registered(ledger, "MRC")
    assert resolve(ledger, "Marn Relief Council (MRC)").how == "acronym"
    assert resolve(ledger, "Marn Relief Council").how == "none"


def test_a_variant_that_was_withdrawn_as_an_alias_is_not_taken_up_again(ledger: Ledger) -> None:
    registered(ledger, "Estmark Press", "Estmark Press Ltd")
    source = list_sources(ledger)[0]
    with by(ledger, "undo") as changes:
        alias = identify("alias", source.id, "Estmark Press Ltd")
        revise(changes, "alias", alias, withdrawn=True, reason="another company")
        refile_source(changes, source.id)
    assert resolve(ledger, "Estmark Press Ltd").how == "none"
    assert resolve(ledger, "Estmark Press Limited").how == "variant"


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("Amnesty Internatoinal", "is 96% like"),
        ("Amnesty", "is 75% like"),
        ("International Amnesty", "has the same words as"),
        ("AI", "may be short for"),
        ("\u0410mnesty International", "kept apart"),
    ],
)
def test_a_likeness_is_suggested_with_its_reason(ledger: Ledger, name: str, reason: str) -> None:
    registered(ledger, "Amnesty International", "Reuters")
    found = resolve(ledger, name)
    assert (found.how, found.source) == ("none", None)
    assert [match.source.name for match in found.suggestions] == ["Amnesty International"]
    assert reason in found.suggestions[0].reason
    assert 0.7 <= found.suggestions[0].similarity <= 1


@pytest.mark.parametrize("name", ["Brigade 19 of the North", "Brigade 12 of the non North", "Zeta"])
def test_another_number_or_a_negation_is_not_even_suggested(ledger: Ledger, name: str) -> None:
    registered(ledger, "Brigade 12 of the North")
    assert resolve(ledger, name).suggestions == ()


def test_two_sources_with_the_same_initials_are_both_suggested(ledger: Ledger) -> None:
    registered(ledger, "Marn Relief Council", "Marn River Commission")
    assert len(resolve(ledger, "MRC").suggestions) == 2


def test_a_name_that_only_looks_known_is_warned_of(ledger: Ledger) -> None:
    registered(ledger, "MEK", "Reuters")
    assert [source.name for source in lookalikes(ledger, "\u041c\u0415\u041a")] == ["MEK"]
    assert lookalikes(ledger, "MEK") == ()
    assert lookalikes(ledger, "AFP") == ()


def test_an_alias_of_another_source_is_refused(ledger: Ledger) -> None:
    registered(ledger, "Reuters", "AFP")
    with pytest.raises(AskedWrongly, match="already means 'Reuters'"), by(ledger, "source") as changes:
        add_alias(changes, new_source("AFP").id, "reuters")


def test_a_source_cannot_be_added_under_the_name_of_another(ledger: Ledger) -> None:
    with by(ledger, "source") as changes:
        source = register(changes, "Reuters")
        add_alias(changes, source.id, "RTRS")
    with pytest.raises(AskedWrongly, match="already means 'Reuters'"), by(ledger, "source") as changes:
        add_source(changes, new_source("rtrs"))


@pytest.mark.parametrize("name", ["", "  ", "?!", "\u200b"])
def test_a_name_without_a_letter_is_none(ledger: Ledger, name: str) -> None:
    with pytest.raises(AskedWrongly, match="no name"), by(ledger, "source") as changes:
        register(changes, name)


def test_adding_twice_adds_nothing(ledger: Ledger) -> None:
    with by(ledger, "source") as changes:
        source = new_source("Reuters", kind="agency", reliability="B", party=True)
        other = new_source("AFP")
        assert [add_source(changes, source), add_source(changes, source), add_source(changes, other)] == [
            1,
            0,
            1,
        ]
        assert [add_alias(changes, source.id, alias) for alias in ("RTRS", "rtrs", "Reuters")] == [1, 0, 0]
        assert [affiliate(changes, source.id, other.id), affiliate(changes, other.id, source.id)] == [1, 0]
    held = get_source(ledger, source.id)
    assert (held.kind, held.reliability, held.party) == ("agency", "B", True)
    assert (held.aliases, held.affiliations) == (("RTRS",), (other.id,))
    assert list_sources(ledger) == (get_source(ledger, other.id), held)


def test_a_source_is_not_affiliated_with_itself(ledger: Ledger) -> None:
    registered(ledger, "Reuters")
    with pytest.raises(AskedWrongly, match="itself"), by(ledger, "source") as changes:
        affiliate(changes, new_source("Reuters").id, new_source("Reuters").id)


def test_a_source_is_named_by_any_name_or_by_its_shortened_id(ledger: Ledger) -> None:
    registered(ledger, "Marn Relief Council (MRC)")
    source = list_sources(ledger)[0]
    for text in ("MRC", "marn relief council", source.id, source.id[:5].upper()):
        assert source_named(ledger, text) == source


def test_an_unknown_source_is_not_found_and_hints_at_what_is_alike(ledger: Ledger) -> None:
    registered(ledger, "Amnesty International")
    with pytest.raises(NotFound) as missed:
        source_named(ledger, "Amnesty Internatoinal")
    assert missed.value.hint == "alike: 'Amnesty International'"
    with pytest.raises(NotFound, match="no source 'Zeta'"):
        source_named(ledger, "Zeta")


def test_the_same_source_has_the_same_id_on_every_desk() -> None:
    assert new_source("The Marn Courier").id == new_source("marn  courier").id != new_source("Marn Echo").id


def test_the_keys_can_be_made_again_from_the_names(ledger: Ledger) -> None:
    registered(
        ledger, "People's Mojahedin Organization of Iran (PMOI/MEK)", "Reuters", "Ministry of Farming (MOF)"
    )
    before = ledger.rows("SELECT * FROM name_keys")
    with by(ledger, "source") as changes:
        refile(ledger.rows, changes.write)
    assert ledger.rows("SELECT * FROM name_keys") == before


def test_a_known_name_is_resolved_without_rapidfuzz(ledger: Ledger, path) -> None:
    registered(ledger, "Reuters")
    script = (
        "import sys; from pathlib import Path; from factcheck.ledger.opening import open_ledger;"
        "from factcheck.ledger.sources import resolve;"
        "ledger = open_ledger(Path(sys.argv[1]), mode='read');"
        "print(resolve(ledger, 'Reuters').how, 'rapidfuzz' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(path)], capture_output=True, text=True, check=True
    )
    assert done.stdout == "exact False\n"


def test_a_body_that_is_taken_for_another_is_warned_of_and_kept_apart(ledger: Ledger) -> None:
    registered(ledger, "International Energy Agency (IEA)")
    for name in ("IAEA", "International Atomic Energy Agency"):
        found = resolve(ledger, name)
        assert (found.how, found.suggestions[0].kept_apart) == ("none", True)
        assert [other.name for other, _ in taken_for(ledger, name)] == ["International Energy Agency"]
    assert taken_for(ledger, "IEA") == taken_for(ledger, "Reuters") == ()


def test_nobody_is_warned_of_two_that_are_known_to_be_affiliated(ledger: Ledger) -> None:
    registered(ledger, "PMOI", "NCRI")
    assert len(taken_for(ledger, "NCRI")) == 1
    with by(ledger, "source") as changes:
        affiliate(changes, new_source("PMOI").id, new_source("NCRI").id)
    assert taken_for(ledger, "NCRI") == ()
