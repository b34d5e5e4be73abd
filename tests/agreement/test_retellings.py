"""Who tells a figure again may not say more than whoever stated it."""

from dataclasses import replace

import pytest

from factcheck.agreement.consistency.retellings import retellings, retold, unsourced
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


@pytest.mark.parametrize(
    ("origin", "copy", "codes"),
    [
        ("1,200 people fled, the Border Office said", "1,200 people fled", ["drift-source"]),
        ("1,200 people fled, the Border Office said", "1,200 people fled, Wire reported", []),
        ("1,200 people fled", "1,200 people fled", []),
        ("40 people fled a day", "40 people fled a week", ["drift-period"]),
        ("40 people fled last month", "40 people fled this month", ["drift-period"]),
        ("40 people fled since May", "40 people fled", []),
    ],
)
def test_a_copy_keeps_whom_its_origin_credits_and_over_which_period(
    origin: str, copy: str, codes: list[str]
) -> None:
    found = retellings([cited("Wire", origin), cited("Daily", copy, "Wire")])
    assert [finding.code for finding in found] == codes


def test_declared_periods_are_held_against_each_other_first() -> None:
    origin = replace(cited("Wire", "40 people fled"), period="2024-05")
    copy = cited("Daily", "40 people fled", "Wire")
    assert retellings([origin, replace(copy, period="2024-05-XX")]) == ()
    (finding,) = retellings([origin, replace(copy, period="2024-06")])
    assert (finding.code, finding.severity) == ("drift-period", "warning")
    assert finding.settle == "Find out over which period it was counted: “2024-05” or “2024-06”?"


@pytest.mark.parametrize(
    ("later", "codes"),
    [
        (printed("1,200 people", "2024-05-03", "Courier", source="Courier", derived=False), ["drift-source"]),
        (printed("1,200 people", "2024-04-30", "Courier", source="Courier", derived=False), []),
        (printed("1,300 people", "2024-05-03", "Courier", source="Courier", derived=False), []),
        (printed("1,200 people", "2024-05-03", "Wire", source="Wire", derived=False), []),
        (printed("1,200 people", "2024-05-03", "Herald", source="Herald", derived=False), []),
        (printed("1,200 people", "2024-05-03", "Courier", source="Army"), []),
    ],
)
def test_a_number_in_a_documents_own_voice_is_held_against_whom_an_earlier_one_credited(later, codes) -> None:
    found = unsourced([later, FIRST])
    assert [finding.code for finding in found] == codes
    for finding in found:
        assert finding.claims == (FIRST.id, later.id)
        assert finding.sentence == (
            "Lost its source: “about 1,200 people” is credited to “Wire” (Herald, 2024-05-01), "
            "but “1,200 people” stands as plain fact (Courier, 2024-05-03)."
        )
