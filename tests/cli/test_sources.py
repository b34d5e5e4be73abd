"""`factcheck source` says of two names what a person decided, and heeds it."""

from tests.cli.conftest import Typed


def test_a_name_that_is_judged_another_is_suggested_no_more(type_in: Typed) -> None:
    type_in("source", "add", "Marn Flood Monitor")
    asked = ("source", "show", "Marn Floods Monitor Group")
    assert "Marn Flood Monitor" in type_in(*asked).err
    pair = (
        "source",
        "not-same",
        "Marn Floods Monitor Group",
        "Marn Flood Monitor",
        "--because",
        "two bodies",
    )
    assert type_in(*pair).out == "Marn Floods Monitor Group and Marn Flood Monitor are not the same.\n"
    assert type_in(*pair).out.endswith("are not the same, as was said before.\n")
    assert "Alike" not in type_in(*asked).err
    assert type_in(*pair, "--take-back").out.endswith("are judged no more.\n")
    assert "Alike" in type_in(*asked).err


def test_two_that_are_judged_apart_are_not_merged(type_in: Typed) -> None:
    for name in ("Marn Flood Monitor", "Marn Flood Observatory"):
        type_in("source", "add", name)
    type_in("source", "not-same", "Marn Flood Monitor", "Marn Flood Observatory", "--because", "two bodies")
    refused = type_in(
        "source", "merge", "Marn Flood Monitor", "Marn Flood Observatory", "--because", "one body", "--yes"
    )
    assert refused.code == 2
    assert "were judged not to be the same" in refused.err
    assert "--take-back" in refused.err
