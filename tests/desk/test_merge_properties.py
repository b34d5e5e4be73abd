"""Whatever three desks did, merging is the same in every order, adds nothing twice, and survives a bundle."""

import io
import itertools
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.desk.amendments import CitationAmendment, ClaimAmendment, amend_citation, amend_claim
from factcheck.desk.citations import Evidence, cite
from factcheck.desk.claims import Publication, add, draft
from factcheck.desk.documents import record
from factcheck.desk.dossiers import dossier
from factcheck.desk.ledgers import merge, read_bundle, write_bundle
from factcheck.desk.lists import listed
from factcheck.desk.redactions import redact
from factcheck.desk.reviews import Act, decide
from factcheck.desk.signature import Signature
from factcheck.desk.sources import alias
from factcheck.desk.undoing import undo
from factcheck.desk.withdrawals import restore, withdraw
from factcheck.errors import FactcheckError
from factcheck.ledger.audit import checkpoint, verify
from factcheck.ledger.opening import open_ledger
from factcheck.ledger.search import ListedClaim
from factcheck.ledger.store import Ledger
from factcheck.model import Document
from factcheck.reading.files import make_document
from tests.ledger.given import counts

NAMES = ("one", "two", "three")
PHRASE = "over 900 homes were flooded"
START = "2026-03-01T08:00:00Z"
Deed = Callable[[Ledger, str, Signature], object]


def article(title: str) -> Document:
    text = "The council said 40 bridges were closed. Some 12,000 people fled."
    return replace(make_document(text, path="a.txt"), title=title)


def a_citation(ledger: Ledger) -> str:
    rows = ledger.rows("SELECT id FROM citations ORDER BY id")
    return str(rows[0]["id"]) if rows else "none"


DEEDS: dict[str, Deed] = {
    "cite": lambda ledger, claim, by: cite(
        ledger, claim, Evidence(f"Witness {by.who}", "about 900 homes"), by
    ),
    "cite the same": lambda ledger, claim, by: cite(
        ledger,
        claim,
        Evidence("Army", "150 homes were flooded", reliability="A" if by.who == "one" else "E"),
        by,
    ),
    "record": lambda ledger, claim, by: record(ledger, article(f"As {by.who} has it"), by),
    "amend": lambda ledger, claim, by: amend_claim(
        ledger, claim, ClaimAmendment(figure=f"over 9{len(by.who)}0 homes"), "misread", by
    ),
    "amend a citation": lambda ledger, claim, by: amend_citation(
        ledger, a_citation(ledger), CitationAmendment(note=f"seen by {by.who}"), "seen", by
    ),
    "withdraw": lambda ledger, claim, by: withdraw(ledger, claim, "never printed", by),
    "restore": lambda ledger, claim, by: restore(ledger, claim, "printed after all", by),
    "alias": lambda ledger, claim, by: alias(ledger, "Council", (f"the desk of {by.who}",), by),
    "decide": lambda ledger, claim, by: decide(
        ledger, claim, Act("decide", verdict="true" if by.who == "one" else "false", because="counted"), by
    ),
    "redact": lambda ledger, claim, by: redact(ledger, article("").id, "their safety", by),
    "redact a citation": lambda ledger, claim, by: redact(ledger, a_citation(ledger), "their safety", by),
    "undo": lambda ledger, claim, by: undo(ledger, by),
}
WORK = st.lists(st.tuples(st.sampled_from(NAMES), st.sampled_from(sorted(DEEDS))), min_size=3, max_size=12)


@contextmanager
def desks(work: Sequence[tuple[str, str]]) -> Iterator[dict[str, Ledger]]:
    """Three ledgers that hold one claim each, on which this was done; what is not allowed was not done."""
    with tempfile.TemporaryDirectory() as folder, ExitStack() as opened:
        made = {
            name: opened.enter_context(
                open_ledger(Path(folder) / f"{name}.db", mode="write", ledger_id=name, at=START)
            )
            for name in NAMES
        }
        for minute, name in enumerate(NAMES):
            claim = add(made[name], draft(PHRASE, Publication()), at(name, minute), source="Council").id
        for minute, (name, deed) in enumerate(work, start=len(NAMES)):
            try:
                DEEDS[deed](made[name], claim, at(name, minute))
            except FactcheckError:
                continue
        yield made


def at(who: str, minute: int) -> Signature:
    return Signature(who=who, at=f"2026-03-01T09:{minute:02}:00Z", version="test")


def state(ledger: Ledger) -> dict[str, object]:
    """Everything that holds of each claim, on its page and in lists, in an order of its own."""
    lists = {line.id: in_short(line) for line in listed(ledger)}
    told = {row["id"]: dossier(ledger, row["id"]) for row in ledger.rows("SELECT id FROM claims ORDER BY id")}
    return {
        claim: (
            replace(one, history=(), citations=tuple(sorted(one.citations, key=lambda it: it.citation.id))),
            lists.get(claim),
        )
        for claim, one in told.items()
    }


def in_short(line: ListedClaim) -> ListedClaim:
    """A line of a list; a claim without evidence may have been scored or not, which says the same."""
    unscored = dict.fromkeys(("band", "support", "conflict", "unknown", "independent"))
    return (
        line
        if line.citations
        else replace(line, **unscored, corroborates=None, compatible=None, conflicts=None)
    )


@settings(max_examples=6, deadline=None)
@given(WORK)
def test_the_order_of_merging_does_not_change_what_holds(work: list[tuple[str, str]]) -> None:
    outcomes = []
    for order in itertools.islice(itertools.permutations(NAMES), 0, 6, 2):
        with desks(work) as made:
            first, second, third = (made[name] for name in order)
            merge(second, third.path, at("zoe", 50))
            merge(first, second.path, at("zoe", 51))
            assert verify(first) == ()
            outcomes.append(state(first))
    assert outcomes[1:] == outcomes[:-1]


@settings(max_examples=6, deadline=None)
@given(WORK)
def test_merging_twice_and_crosswise_adds_nothing_and_ends_alike(work: list[tuple[str, str]]) -> None:
    with desks(work) as made:
        one, two, _ = made.values()
        merge(one, two.path, at("zoe", 50))
        before = counts(one)
        assert merge(one, two.path, at("zoe", 51)).events == 0
        assert counts(one) == before
        merge(two, one.path, at("zoe", 52))
        assert [merge(*pair, at("zoe", 53)).events for pair in ((one, two.path), (two, one.path))] == [0, 0]
        assert state(one) == state(two)
        assert verify(one) == verify(two) == ()


@settings(max_examples=6, deadline=None)
@given(WORK, st.booleans())
def test_a_bundle_rebuilds_the_same_ledger(work: list[tuple[str, str]], merged: bool) -> None:
    with desks(work) as made:
        one, two, _ = made.values()
        if merged:
            merge(one, two.path, at("zoe", 50))
        written = bundled(one)
        target = one.path.with_name("again.db")
        assert read_bundle(written.splitlines(), "it", target, at=START) == checkpoint(one)
        with open_ledger(target, mode="read") as again:
            assert bundled(again) == written
            assert state(again) == state(one)


def bundled(ledger: Ledger) -> str:
    out = io.StringIO()
    write_bundle(ledger, out)
    return out.getvalue()
