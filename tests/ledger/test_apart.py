"""Bodies that are taken for each other are known to be two, from either side, under every name of theirs."""

import pytest

from factcheck.language.lexicon import table
from factcheck.ledger.apart import kept_apart, partners
from factcheck.ledger.names import fold


@pytest.mark.parametrize(
    ("name", "others"),
    [
        ("MEK", ("National Council of Resistance of Iran",)),
        ("the NCRI", ("Something", "PMOI")),
        ("IAEA", ("IEA",)),
        ("Iran Human Rights", ("Human Rights Iran Monitor",)),
        ("niger", ("Nigeria",)),
    ],
)
def test_two_bodies_are_kept_apart_by_any_of_their_names(name: str, others: tuple[str, ...]) -> None:
    assert kept_apart(name, others)
    assert fold(others[-1]) in partners(name)


@pytest.mark.parametrize(
    ("name", "others"), [("MEK", ("PMOI",)), ("Reuters", ("AFP",)), ("MEK", ()), ("", ("",))]
)
def test_nothing_is_said_of_others(name: str, others: tuple[str, ...]) -> None:
    assert kept_apart(name, others) is None


@pytest.mark.parametrize("row", table("not_the_same"), ids=lambda row: row["one"][:40])
def test_no_row_keeps_a_body_apart_from_itself(row: dict[str, str]) -> None:
    one, other = ({fold(name) for name in row[side].split("; ")} for side in ("one", "other"))
    assert not one & other
    assert row["why"]
