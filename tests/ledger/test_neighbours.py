"""The few sources that are compared hold whatever comparing all of them would have suggested first."""

import random

import pytest

from factcheck.ledger.likeness import suggestions
from factcheck.ledger.neighbours import near_ids
from factcheck.ledger.sources import add_source, get_source, list_sources, new_source, resolve
from factcheck.ledger.store import Ledger
from tests.ledger.given import by

OWN = (
    "Marnan",
    "Ostrel",
    "Velmark",
    "Tolvik",
    "Sarnum",
    "Harnost",
    "Belgora",
    "Kirmund",
    "Dolmera",
    "Pelvane",
)
WHAT = ("Health", "Statistics", "Human Rights", "Trade", "Water", "Press")
KIND = ("Ministry", "Council", "Institute", "Monitor")


@pytest.fixture
def full(ledger: Ledger) -> Ledger:
    with by(ledger, "source") as changes:
        for own in OWN:
            for what in WHAT:
                for kind in KIND:
                    add_source(changes, new_source(f"{own} {what} {kind}"))
        add_source(changes, new_source("Ruritania"))
    return ledger


def test_comparing_a_few_finds_what_comparing_all_finds(full: Ledger) -> None:
    draw, every = random.Random(3), list_sources(full)
    for source in draw.sample(every, 40):
        at = draw.randrange(2, 6)
        name = source.name[:at] + source.name[at + 1 :]
        oracle = suggestions(name, every)
        assert resolve(full, name).suggestions[0].similarity == oracle[0].similarity, name


@pytest.mark.parametrize(
    ("name", "first"),
    [
        ("THRI", "Tolvik Human Rights Institute"),
        ("THRI Radio", "Tolvik Human Rights Institute"),
        ("Tolvic Consejo de Salud", "Tolvik Health Council"),
        ("Buritania", "Ruritania"),  # the wrong first letter
        ("\u0420uritania", "Ruritania"),  # not the same letter at all
    ],
)
def test_near_are_sources_by_acronym_word_and_looks(full: Ledger, name: str, first: str) -> None:
    found = [get_source(full, source_id).name for source_id in near_ids(full, name)]
    assert first in found
    assert len(found) <= 80


@pytest.mark.parametrize(
    "name", ["", "!", "of the", "Zzyzx", "'; DROP TABLE sources; --", pytest.param("a" * 100_000, id="long")]
)
def test_whatever_is_asked_there_is_an_answer(full: Ledger, name: str) -> None:
    assert resolve(full, name).source is None
