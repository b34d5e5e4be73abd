"""What changes the digest of the evidence, and what does not."""

from dataclasses import replace
from decimal import Decimal

import pytest

from factcheck.model import Attribution, Span, Stance, Worth
from factcheck.review.evidence import digest_of
from tests.factories import about, citation, claim

CLAIM = claim()
CITED = (citation(), citation("Valley Radio", "about 1,150 people"))
DIGEST = digest_of(CLAIM, CITED)


@pytest.mark.parametrize(
    "changed",
    [
        digest_of(CLAIM, CITED[:1]),
        digest_of(CLAIM, ()),
        digest_of(replace(CLAIM, quantity=about(1300)), CITED),
        digest_of(replace(CLAIM, measure="rescued"), CITED),
        digest_of(replace(CLAIM, period="2024-05"), CITED),
        digest_of(replace(CLAIM, attribution=Attribution()), CITED),
        digest_of(CLAIM, (replace(CITED[0], date="2024-05-19"), CITED[1])),
        digest_of(CLAIM, (replace(CITED[0], scope="part"), CITED[1])),
        digest_of(CLAIM, (replace(CITED[0], stance=Stance("conflicts", "it is older", "Ana")), CITED[1])),
        digest_of(CLAIM, (replace(CITED[0], quantity=about(Decimal("1200.5"))), CITED[1])),
    ],
)
def test_every_change_of_what_is_judged_is_another_digest(changed: str) -> None:
    assert changed != DIGEST


@pytest.mark.parametrize(
    "same",
    [
        digest_of(CLAIM, CITED[::-1]),
        digest_of(replace(CLAIM, id="another0id"), CITED),
        digest_of(replace(CLAIM, span=Span(0, 4), sentence_span=Span(0, 9)), CITED),
        digest_of(replace(CLAIM, worth=Worth(0.5, ())), CITED),
        digest_of(CLAIM, (replace(CITED[0], quantity=about(Decimal("1.2E+3"))), CITED[1])),
    ],
)
def test_order_place_and_worth_are_no_evidence(same: str) -> None:
    assert same == DIGEST


def test_a_digest_stands_for_text_that_no_encoding_can_write() -> None:
    assert digest_of(CLAIM, [replace(CITED[0], passage="half \ud800 a pair")]) != DIGEST
