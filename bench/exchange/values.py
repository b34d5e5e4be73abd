"""Rows, records and references without end: what the exchange formats are measured with."""

from collections.abc import Iterator
from decimal import Decimal

from bench.ledger.articles import articles, body
from factcheck.exchange.references.evidence import reference_of
from factcheck.exchange.references.reference import Reference
from factcheck.exchange.sheets.rows import template_rows
from factcheck.exchange.tables import Row
from factcheck.exchange.transfer.records import Attached, Filed, Record
from factcheck.ledger.search import ListedClaim
from factcheck.model import Citation, Quantity, Source


def listed(count: int) -> Iterator[ListedClaim]:
    """Claims as a list has them."""
    for number in range(count):
        figure = Decimal(1000 + number)
        yield ListedClaim(
            id=f"c{number:09d}",
            document=f"d{number // 15:09d}",
            outlet=f"Outlet {number % 97}",
            title="Flood in the Marn valley",
            path=f"{number // 15}.txt",
            date="2024-05-17",
            url=f"https://courier.example/{number // 15}",
            start=10 * number,
            end=10 * number + 6,
            surface=f"{figure:,}",
            phrase=f"more than {figure:,} villagers of district {number % 15}",
            quantity=Quantity(figure, None, figure, "over", low_open=True, counted="villagers"),
            measure="evacuated",
            place=None,
            period=None,
            source=body(number),
            credited=f"the {body(number)}",
            attribution="named",
            polarity="asserted",
            band="contested",
            score=0.5,
            support=0.1875,
            conflict=0.1875,
            unknown=0.625,
            independent=8,
            corroborates=1,
            compatible=6,
            conflicts=1,
            citations=34,
        )


def citation(number: int) -> Citation:
    """One citation, its passage with a number."""
    figure = Decimal(1000 + number)
    return Citation(
        id=f"t{number:09d}",
        source=body(number),
        passage=f"about {figure:,} people were moved, an officer said on the {number % 28 + 1}th",
        quantity=Quantity(figure, figure, figure, "about", grain=Decimal(1), counted="people"),
        outlet=f"Outlet {number % 97}",
        date="2024-05-18",
        url=f"https://paper.example/{number}",
    )


def records(count: int) -> Iterator[Record]:
    """The records of a ledger: fifteen claims a document, a citation for each."""
    yield Source("s000000001", "Relief Council")
    made = 1
    for document, claims in articles(count):
        yield document
        made += 1
        for claim in claims:
            yield Filed(document.id, "s000000001", claim)
            yield Attached(claim.id, citation(made))
            made += 2
            if made >= count:
                return


def citations(count: int) -> Iterator[Row]:
    """Citations as people type them."""
    example = next(template_rows("citations"))
    for number in range(count):
        yield {**example, "passage": citation(number).passage, "source": body(number)}


def references(count: int) -> Iterator[Reference]:
    """Citations as references."""
    return (reference_of(citation(number)) for number in range(count))
