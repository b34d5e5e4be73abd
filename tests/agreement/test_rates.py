"""Currencies meet where somebody declared a rate, exactly, and every sentence says so."""

from decimal import Decimal

import pytest

from factcheck.agreement.compare import compare
from factcheck.agreement.constants import changed, default_of, hold, model_name, parse_constant, with_settings
from factcheck.agreement.pool import figure_in
from factcheck.agreement.rates import is_dated, is_rate, rates_of
from factcheck.agreement.units import scale_of, why_apart
from factcheck.errors import AskedWrongly
from factcheck.model import Quantity, Setting
from tests.factories import about, at_least, between, exactly


def money(value: str, currency: str) -> Quantity:
    return exactly(value, unit=currency, kind="money", grain=Decimal(1))


def rate(name: str, value: str, at: str = "2024-03-15T09:00:00Z") -> Setting:
    return Setting(name, Decimal(value), "ECB reference rate of 2024-03-15", "Mara Lind", at)


EUROS = with_settings([rate("EUR in USD", "1.08")])
CHAIN = with_settings([rate("GBP in EUR", "1.2"), rate("EUR in USD", "1.1"), rate("JPY in USD", "0.007")])


def test_without_a_rate_currencies_stay_apart_and_the_sentence_says_why() -> None:
    relation = compare(money("50", "USD"), money("50", "EUR"))
    assert relation.label == "incomparable"
    assert relation.reason.endswith("; exchange rates move, and none is declared for the two.")


@pytest.mark.parametrize(
    ("claim", "citation"), [("54000000 USD", "50000000 EUR"), ("50000000 EUR", "54000000 USD")]
)
def test_a_declared_rate_converts_both_ways_exactly(claim: str, citation: str) -> None:
    ours, theirs = (money(*said.split()) for said in (claim, citation))
    relation = compare(ours, theirs, constants=EUROS)
    assert (relation.label, relation.s) == ("corroborates", 1)
    assert "at 1 EUR = 1.08 USD, as Mara Lind declared" in relation.reason


def test_the_sentence_gives_the_number_as_stated_what_it_comes_to_and_by_whose_rate() -> None:
    claim = at_least("60000000", unit="USD", kind="money")
    assert compare(claim, money("50000000", "EUR"), constants=EUROS).reason == (
        "Conflicts: “€50 million” (about $54 million, at 1 EUR = 1.08 USD, as Mara Lind declared) "
        "is at least 1.1 times lower than “at least $60 million”."
    )
    between_two = between("40000000", "50000000", unit="EUR", kind="money")
    assert (
        "(about $43.2 million to $54 million, at 1 EUR" in compare(claim, between_two, constants=EUROS).reason
    )


def test_rates_form_chains() -> None:
    assert scale_of(money("1", "GBP"), CHAIN.rates).base(Decimal(100)) == Decimal("132.00")
    assert why_apart(money("1", "GBP"), money("1", "JPY"), CHAIN.rates) is None
    assert why_apart(money("1", "GBP"), money("1", "SEK"), CHAIN.rates)
    assert figure_in(money("100", "GBP"), money("1", "USD"), CHAIN) == 132
    said = compare(about("132", unit="USD", kind="money"), money("100", "GBP"), constants=CHAIN).reason
    assert "1 GBP = 1.2 EUR, as Mara Lind declared; and 1 EUR = 1.1 USD, as Mara Lind declared" in said


@pytest.mark.parametrize(
    ("settings", "held"),
    [
        ([rate("EUR in USD", "1.08", "2024-01"), rate("EUR in USD", "1.10", "2024-02")], ["EUR in USD"]),
        ([rate("EUR in USD", "1.08", "2024-01"), rate("USD in EUR", "0.90", "2024-02")], ["USD in EUR"]),
        ([rate("EUR in GBP", "0.85", "2024-02"), rate("EUR in USD", "1.08", "2024-01")], ["EUR in GBP"]),
        ([rate("EUR in USD", "0")], []),
        ([rate("party", "1")], []),
    ],
)
def test_of_rates_that_contradict_the_last_holds(settings: list[Setting], held: list[str]) -> None:
    assert [one.name for one in rates_of(settings)] == held


def test_a_rate_is_a_constant_of_the_model_by_name_and_digest() -> None:
    assert changed(EUROS) == ("EUR in USD",)
    assert model_name(EUROS) not in (model_name(with_settings([])), model_name(CHAIN))
    (row,) = [one for one in hold(EUROS, [rate("EUR in USD", "1.08")]) if one.setting]
    assert (row.name, row.value, row.default) == ("EUR in USD", Decimal("1.08"), None)
    assert default_of("EUR in USD") is None


@pytest.mark.parametrize("name", ["EUR in EUR", "eur in usd", "EUR", "euros in dollars", "EUR in USD "])
def test_a_rate_is_named_by_two_codes(name: str) -> None:
    assert not is_rate(name)
    with pytest.raises(AskedWrongly):
        parse_constant(name, "1.08")


@pytest.mark.parametrize("value", ["0", "-1", "NaN", "1e12", "much"])
def test_a_rate_is_above_nought(value: str) -> None:
    with pytest.raises(AskedWrongly):
        parse_constant("EUR in USD", value)


def test_a_rate_set_to_its_default_is_taken_back() -> None:
    assert parse_constant("EUR in USD", "default") == 0
    assert parse_constant("EUR in USD", "1.08") == Decimal("1.08")


@pytest.mark.parametrize(
    ("reason", "dated"),
    [
        ("ECB reference rate of 2024-03-15", True),
        ("Annual mean (2024), national bank", True),
        ("the usual rate", False),
        ("rate no. 15", False),
    ],
)
def test_a_reason_says_of_when_a_rate_is(reason: str, dated: bool) -> None:
    assert is_dated(reason) is dated
