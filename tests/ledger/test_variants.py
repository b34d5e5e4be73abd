"""Spellings that make no difference to who is meant, and those that do."""

import pytest

from factcheck.language.lexicon import table
from factcheck.ledger.names import fold
from factcheck.ledger.variants import bare, standard


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Estmark Organisation for Tea", "Estmark Organization for Tea"),
        ("Centre of Marn", "Center of Marn"),
        ("Marn Dept of Tea", "Marn Department of Tea"),
        ("Brodal & Sons", "Brodal and Sons"),
        ("Estmark Press, Ltd.", "Estmark Press Limited"),
        ("Estmark Press S.p.A.", "Estmark Press SPA"),
        ("United Nations Tea Fund", "U.N. Tea Fund"),
        ("Marn Co-operative Board", "Marn Cooperative Board"),
    ],
)
def test_variants_have_one_standard_spelling(one: str, other: str) -> None:
    assert standard(one) == standard(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Council for Marn", "Council of Marn"),
        ("Marn and Tea Union", "Marn Tea Union"),
        ("Estmark Press Ltd", "Estmark Press GmbH"),
        ("Mojahedin of Marn", "Mujahidin of Marn"),
        ("UN", "United Nations"),
        ("R&D Board", "R and D Board"),
    ],
)
def test_names_that_may_be_two_have_two_standard_spellings(one: str, other: str) -> None:
    assert standard(one) != standard(other)


@pytest.mark.parametrize(
    ("name", "stripped"),
    [
        ("Estmark Press Ltd", "estmark press"),
        ("Estmark Press Co. Ltd", "estmark press"),
        ("Estmark Press S.A.", "estmark press"),
        ("Gen. Ana Brodal", "ana brodal"),
        ("Prime Minister Ana Brodal", "ana brodal"),
        ("Dr Jon van der Berg", "jon van der berg"),
        ("Estmark AG", "estmark ag"),  # an attorney general, perhaps
        ("Estmark SA", "estmark sa"),
        ("President Brodal", "president brodal"),
        ("General Medical Council", "general medical council"),
        ("King Olav Hospital Marn", "king olav hospital marn"),
        ("Judge Business School", "judge business school"),
        ("Captain of the Guard", "captain of the guard"),
        ("Gen. 12 Brigade", "gen 12 brigade"),
        ("Ltd", "ltd"),
        ("General", "general"),
        ("", ""),
    ],
)
def test_titles_and_legal_forms_fall_away_where_they_can_be_nothing_else(name: str, stripped: str) -> None:
    assert bare(name) == stripped


@pytest.mark.parametrize("row", table("name_variants"), ids=lambda row: f"{row['kind']} {row['written']}")
def test_every_row_of_the_table_changes_its_example(row: dict[str, str]) -> None:
    name = row["example"]
    if row["kind"] in ("form", "dotted"):
        assert bare(name) != standard(name)
    else:
        assert standard(name) != fold(name)
