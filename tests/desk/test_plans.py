"""No list walks through the whole ledger, or sorts it, where an index can tell."""

import inspect
import re
from collections.abc import Callable, Iterable

import pytest

from factcheck.desk import audit
from factcheck.desk.lists import listed
from factcheck.desk.queues import done, queue
from factcheck.ledger.store import Ledger
from tests.ledger.given import fill

CLAIM = "c1a2m3n4p5"
FILTERS: dict[str, object] = {
    "document": "marn.txt",
    "source": "Marn Relief Council",
    "band": "not ruled out",
    "kind": "money",
    "unscored": True,
    "outlet": "The Marn Courier",
    "text": "bridges",
    "status": "checked",
    "assignee": "ana",
    "near": CLAIM,
    "limit": 50,
}
OTHERS: dict[str, Callable[[Ledger], Iterable[object]]] = {
    "everything": listed,
    "queue": lambda ledger: queue(ledger, "ana"),
    "queue of a document": lambda ledger: queue(ledger, "ana", document="marn.txt"),
    "what is done": done,
    "the log": audit.log,
    "the log of a claim": lambda ledger: audit.log(ledger, CLAIM),
}
LISTS = OTHERS | {
    name: lambda ledger, name=name, value=value: listed(ledger, **{name: value})
    for name, value in FILTERS.items()
}
# Walked through in stretches, until a page is full; `near` walks once through what is not indexed yet.
WALKED = ("everything", "limit", "unscored", "text", "queue", "the log", "near")
SMALL = ("json_each", "judgements", "settings", "scales")  # of judgements, what people said of pairs


def plans(ledger: Ledger, asked: Callable[[Ledger], Iterable[object]]) -> list[tuple[str, str]]:
    """Every query that a list makes, with each step of its plan."""
    queries: dict[str, None] = {}
    connection = ledger._connection
    connection.set_trace_callback(queries.setdefault)
    list(asked(ledger))
    connection.set_trace_callback(None)
    selections = [query for query in queries if query.lstrip().startswith(("SELECT", "WITH"))]
    assert selections, "something is asked"
    return [(one, row[3]) for one in selections for row in connection.execute(f"EXPLAIN QUERY PLAN {one}")]


def test_every_filter_of_a_list_is_planned_here() -> None:
    assert FILTERS.keys() == inspect.signature(listed).parameters.keys() - {"ledger"}


@pytest.mark.parametrize("name", LISTS)
def test_a_list_reads_by_an_index_or_in_stretches_and_sorts_no_more_than_it_looked_up(
    ledger: Ledger, name: str
) -> None:
    fill(ledger)
    for query, step in plans(ledger, LISTS[name]):
        scanned = re.match(r"SCAN (\w+)", step)
        assert scanned is None or scanned[1] in SMALL, (step, query)
        assert "(rowid>" not in step or name in WALKED, (step, query)
        assert "TEMP B-TREE" not in step or "LIMIT" not in query, (step, query)
