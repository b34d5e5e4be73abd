"""Lists: every filter narrows, pages join up, and the order is that of recording."""

import pytest

from factcheck.errors import AskedWrongly
from factcheck.ledger.claims import add_claims, find_claim
from factcheck.ledger.search import Filters, list_claims
from factcheck.ledger.store import Ledger
from tests import factories
from tests.ledger.given import article, by, fill, record

FIRST, SECOND, THIRD = "c1a2m3n4p5", "d1a2m3n4p5", "e1a2m3n4p5"


@pytest.fixture
def filled(ledger: Ledger) -> Ledger:
    fill(ledger)
    return ledger


def listed(ledger: Ledger, **filters: object) -> list[str]:
    return [claim.id for claim in list_claims(ledger, Filters(**filters))]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        ({}, [FIRST, SECOND, THIRD]),
        ({"kind": "money"}, [SECOND]),
        ({"band": "not ruled out"}, [FIRST]),
        ({"band": "contested"}, []),
        ({"unscored": True}, [SECOND, THIRD]),
        ({"outlet": "the marn courier"}, [FIRST, SECOND, THIRD]),
        ({"outlet": "The Marn Echo"}, []),
        ({"text": "VILLAGERS"}, [FIRST]),
        ({"text": "closed"}, [THIRD]),
        ({"text": "flood in the marn"}, [FIRST, SECOND, THIRD]),
        ({"text": "%"}, []),
        ({"text": "'; DROP TABLE claims; --"}, []),
        ({"text": "bridges", "unscored": True}, [THIRD]),
    ],
)
def test_a_list_holds_what_fits_all_its_filters(filled: Ledger, filters: dict[str, object], found) -> None:
    assert listed(filled, **filters) == found


def test_a_list_of_one_source_or_document_takes_their_ids(filled: Ledger) -> None:
    first = find_claim(filled, FIRST)
    assert listed(filled, source=first.source) == [FIRST]
    assert listed(filled, document=first.document) == [FIRST, SECOND, THIRD]


def test_a_line_tells_the_claim_its_source_and_its_score(filled: Ledger) -> None:
    line = next(list_claims(filled))
    told = (
        line.phrase,
        line.source,
        line.credited,
        line.outlet,
        line.date,
        line.band,
        line.score,
        line.citations,
    )
    assert told == (
        "More than 1,200 villagers",
        "Marn Relief Council",
        "the Marn Relief Council",
        "The Marn Courier",
        "2024-05-17",
        "not ruled out",
        0.5,
        1,
    )
    assert line.quantity == factories.quantity(counted="villagers")


def test_a_claim_without_a_score_has_no_band(filled: Ledger) -> None:
    line = list(list_claims(filled))[1]
    assert (line.band, line.score, line.independent, line.citations) == (None, None, None, 0)


@pytest.mark.parametrize(
    ("limit", "offset", "expected"),
    [
        (None, 0, range(1203)),
        (0, 0, range(0)),
        (1, 0, range(1)),
        (700, 0, range(700)),
        (10, 1200, range(1200, 1203)),
        (None, 499, range(499, 1203)),
        (500, 500, range(500, 1000)),
        (5, 5000, range(0)),
    ],
)
def test_pages_join_up(ledger: Ledger, limit: int | None, offset: int, expected: range) -> None:
    document = record(ledger)
    with by(ledger) as changes:
        more = [(factories.claim(id=f"x{number:09d}"), None) for number in range(1200)]
        add_claims(changes, document, more)
    ids = [FIRST, SECOND, THIRD, *(claim.id for claim, _ in more)]
    found = [claim.id for claim in list_claims(ledger, limit=limit, offset=offset)]
    assert found == [ids[number] for number in expected]


def test_a_list_is_not_in_the_way_of_a_writer(filled: Ledger) -> None:
    lines = list_claims(filled)
    next(lines)
    record(filled, article(id="other", publisher="The Marn Echo"), "-2")
    assert len(list(lines)) == 2


@pytest.mark.parametrize("number", [2**63, 10**40])
def test_a_limit_beyond_all_measure_is_asked_wrongly(filled: Ledger, number: int) -> None:
    with pytest.raises(AskedWrongly, match="so large"):
        list(list_claims(filled, offset=number))
