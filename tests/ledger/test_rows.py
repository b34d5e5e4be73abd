"""Numbers come back digit for digit."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.ledger.claims import add_claims, find_claim
from factcheck.ledger.documents import add_document
from factcheck.ledger.rows import decimal_text
from factcheck.ledger.store import Ledger
from factcheck.model import Attribution, Credit, Quantity, Span
from tests import factories
from tests.ledger.given import article, by

THIRTY = Decimal("123456789012345678901234567890")


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, None),
        (Decimal("1500"), "1500"),
        (Decimal("1.5E+3"), "1500"),
        (Decimal("4.10"), "4.10"),
        (Decimal("-0.05"), "-0.05"),
        (THIRTY, "123456789012345678901234567890"),
        (Decimal("0.000000000000000000000000000001"), "0.000000000000000000000000000001"),
        (Decimal("1E+999999"), "1E+999999"),
        (Decimal("1E-999999"), "1E-999999"),
    ],
)
def test_a_number_is_stored_in_plain_digits_unless_they_would_fill_a_page(value, text) -> None:
    assert decimal_text(value) == text


@given(st.decimals(allow_nan=False, allow_infinity=False))
def test_every_number_comes_back_as_it_was(value: Decimal) -> None:
    text = decimal_text(value)
    assert text is not None
    assert Decimal(text) == value


@pytest.mark.parametrize(
    "quantity",
    [
        factories.exactly(THIRTY),
        factories.over("1500", grain=Decimal(100)),
        factories.quantity(None, "0.3", "0.3", hedge="under", high_open=True, kind="ratio", unit="ratio"),
        factories.between("-2.5", "4.10", kind="measure", unit="°C", counted="warming"),
        Quantity(None, None, None, kind="other"),
    ],
)
@pytest.mark.parametrize(
    "attribution",
    [
        Attribution(),
        Attribution(
            "named", "the council", Span(0, 5), "said", Span(6, 10), "council", inherited=True, quoted=True
        ),
        Attribution(
            "nested", "x", via=(Credit("a", Span(1, 2), "says", Span(3, 4)), Credit("b")), polarity="denied"
        ),
    ],
)
def test_a_claim_comes_back_as_it_was(ledger: Ledger, quantity: Quantity, attribution: Attribution) -> None:
    document = article()
    claim = factories.claim(quantity=quantity, attribution=attribution, measure="moved")
    with by(ledger) as changes:
        add_document(changes, document, reader="reader 1")
        add_claims(changes, document, [(claim, None)])
    assert find_claim(ledger, claim.id).claim == claim
