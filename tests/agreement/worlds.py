"""Citations in one line each, for tests of origins and scores."""

from typing import Any

from factcheck.model import Citation, Quantity
from tests.factories import exactly

SEVEN_HUNDRED = exactly(700)


def cited(
    name: str,
    source: str,
    *parents: str,
    said: Quantity | None = SEVEN_HUNDRED,
    passage: str = "as it was printed",
    **others: Any,
) -> Citation:
    """`cited("b", "Daily", "a")`: the citation b, in which Daily gives 700, taken from a."""
    return Citation(name, source, passage, said, derived_from=parents, **others)
