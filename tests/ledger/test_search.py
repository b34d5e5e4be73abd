"""Lists: every filter narrows, pages join up, and the order is that of recording."""

import pytest

from factcheck.ledger import search
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


FOUND = [
    ({}, [FIRST, SECOND, THIRD]),
    ({"kind": "money"}, [SECOND]),
    ({"kind": "count"}, [FIRST, THIRD]),
    ({"kind": "percent"}, []),
    ({"band": "not ruled out"}, [FIRST]),
    ({"band": "contested"}, []),
    ({"unscored": True}, [SECOND, THIRD]),
    ({"outlet": "the marn courier"}, [FIRST, SECOND, THIRD]),
    ({"outlet": "The Marn Echo"}, []),
    ({"outlet": "The Marn Courier", "kind": "money"}, [SECOND]),
    ({"status": "open"}, [FIRST, SECOND, THIRD]),
    ({"status": "signed off"}, []),
    ({"assignee": "ana"}, []),
    ({"ids": f'["{THIRD}", "{FIRST}"]'}, [FIRST, THIRD]),
    ({"text": "VILLAGERS"}, [FIRST]),
    ({"text": "closed"}, [THIRD]),
    ({"text": "flood in the marn"}, [FIRST, SECOND, THIRD]),
    ({"text": "%"}, []),
    ({"text": "'; DROP TABLE claims; --"}, []),
    ({"text": "bridges", "unscored": True}, [THIRD]),
    ({"kind": "count", "text": "closed", "band": "not ruled out"}, []),
]


@pytest.mark.parametrize(("filters", "found"), FOUND)
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


@pytest.mark.parametrize("limit", [None, 1, 499, 500, 501, 700, 1203, 5000])
@pytest.mark.parametrize("kind", [None, "count", "money"])
def test_pages_join_up(ledger: Ledger, limit: int | None, kind: str | None) -> None:
    document = record(ledger)
    money = factories.quantity(kind="money")
    with by(ledger) as changes:
        more = [(factories.claim(id=f"x{number:09d}"), None) for number in range(600)]
        more += [(factories.claim(id=f"y{number:09d}", quantity=money), None) for number in range(600)]
        add_claims(changes, document, more)
    kinds = {FIRST: "count", SECOND: "money", THIRD: "count"}
    kinds |= {claim.id: claim.quantity.kind for claim, _ in more}
    found = [claim.id for claim in list_claims(ledger, Filters(kind=kind), limit=limit)]
    assert found == [name for name, its in kinds.items() if kind in (None, its)][:limit]


@pytest.mark.parametrize("name", ["_FEW", "_STRETCH", "_BATCH"])
@pytest.mark.parametrize(("filters", "found"), FOUND)
def test_however_claims_are_looked_for_the_same_are_found(
    filled: Ledger, monkeypatch: pytest.MonkeyPatch, name: str, filters: dict[str, object], found: list[str]
) -> None:
    monkeypatch.setattr(search, name, 1)
    assert listed(filled, **filters) == found


def test_a_list_is_not_in_the_way_of_a_writer(filled: Ledger) -> None:
    lines = list_claims(filled)
    next(lines)
    record(filled, article(id="other", publisher="The Marn Echo"), "-2")
    assert len(list(lines)) == 2
