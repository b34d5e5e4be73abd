"""Who tells a figure again may not say more than whoever stated it."""

import pytest

from factcheck.agreement.consistency.retellings import retellings, retold
from factcheck.language.quantities import read
from tests import factories as make
from tests.agreement.articles import figure


def cited(name: str, passage: str, *parents: str):
    said = read(passage)[0][0].quantity
    return make.citation(name, passage, id=f"c-{name}", quantity=said, derived_from=parents)


WIRE = cited("Wire", "about 1,200 people fled")


@pytest.mark.parametrize(
    ("copy", "codes", "example"),
    [
        ("over 1,200 people fled", ["drift-hedge"], "a lost hedge"),
        ("about 1,200 people fled", [], "the same"),
        ("up to 900 people fled", [], "another number"),
        ("about 1,200 farmers fled", ["drift-counted"], "a narrower thing"),
        ("1,200 farmers fled", ["drift-hedge", "drift-counted"], "both"),
        ("about 1,200 percent", [], "another unit"),
    ],
)
@pytest.mark.parametrize("parent", ["c-Wire", "wire"])
def test_a_copy_is_held_against_its_origin(copy: str, codes: list[str], example: str, parent: str) -> None:
    found = retellings([WIRE, cited("Daily", copy, parent)])
    assert [finding.code for finding in found] == codes
    assert all(finding.citations == ("c-Wire", "c-Daily") for finding in found)


def test_what_is_not_derived_or_derived_from_somebody_uncited_is_left_alone() -> None:
    assert retellings([WIRE, cited("Daily", "over 1,200 people fled")]) == ()
    assert retellings([WIRE, cited("Daily", "over 1,200 people fled", "Radio")]) == ()


def test_the_sentences_quote_both() -> None:
    hedge, thing = retellings([WIRE, cited("Daily", "over 1,200 farmers fled", "Wire")])
    assert hedge.sentence == (
        "Asserts more than its origin: “about 1,200” (Wire) has become “over 1,200” (Daily)."
    )
    assert thing.sentence == (
        "Counts another thing than its origin: “about 1,200 people fled” (Wire) has become "
        "“over 1,200 farmers fled” (Daily)."
    )
    assert (hedge.severity, thing.severity) == ("warning", "note")


def printed(phrase: str, date: str, outlet: str, **given: object):
    told = {"source": "Wire", "measure": "fled", "derived": True, "is_claim": True, **given}
    return figure(phrase, date, id=f"{outlet}-{date}", outlet=outlet, **told)


FIRST = printed("about 1,200 people", "2024-05-01", "Herald")


@pytest.mark.parametrize(
    ("later", "codes"),
    [
        (printed("more than 1,200 people", "2024-05-03", "Courier"), ["drift-hedge"]),
        (printed("more than 1,200 people", "2024-05-03", "Herald"), []),
        (printed("more than 1,200 people", "2024-05-03", "Courier", source="Army"), []),
        (printed("more than 1,200 people", "2024-05-03", "Courier", measure="hurt"), []),
        (printed("more than 1,200 people", "2024-05-03", "Courier", is_claim=False), []),
        (printed("more than 1,300 people", "2024-05-03", "Courier"), []),
    ],
)
def test_a_document_is_held_against_an_earlier_one_that_credits_the_same_source(later, codes) -> None:
    found = retold([later, FIRST])
    assert [finding.code for finding in found] == codes
    for finding in found:
        assert finding.claims == (FIRST.id, later.id)
        assert finding.sentence == (
            "Asserts more than an earlier print of Wire: “about 1,200” (Herald, 2024-05-01) has become "
            "“over 1,200” (Courier)."
        )
