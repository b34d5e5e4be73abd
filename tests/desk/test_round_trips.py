"""Whatever leaves a ledger by a format that can be imported arrives as it left.

Ledgers are made up of the nastiest text: claims by hand, evidence, decisions, what was
amended, withdrawn, merged and declared. Records and bundles are held byte against byte; of
tables, everything that a table holds.
"""

import csv
import io
import json
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factcheck.desk.amendments import ClaimAmendment, amend_claim
from factcheck.desk.arrivals import import_records
from factcheck.desk.citation_rows import import_citations
from factcheck.desk.citations import Evidence, cite
from factcheck.desk.claim_rows import import_claims
from factcheck.desk.claims import Publication, add, draft
from factcheck.desk.declarations import Declaration
from factcheck.desk.dossiers import dossier
from factcheck.desk.ledgers import read_bundle, write_bundle
from factcheck.desk.lists import listed
from factcheck.desk.outgoing import records
from factcheck.desk.reviews import Act, decide
from factcheck.desk.signature import Signature
from factcheck.desk.source_merges import merge
from factcheck.desk.sources import affiliate, alias
from factcheck.desk.withdrawals import withdraw
from factcheck.errors import FactcheckError
from factcheck.exchange.columns import citation_rows, exported_row
from factcheck.exchange.nouns import CITATIONS, CLAIMS
from factcheck.exchange.nouns import QUANTITY as QUANTITY_COLUMNS
from factcheck.exchange.sheets.rows import read_citations, read_claims
from factcheck.exchange.tables import Format, write_rows
from factcheck.exchange.transfer.lines import read_records, write_records
from factcheck.exchange.transfer.records import Attached, Declared, Derived, Placed, Record
from factcheck.ledger.opening import open_ledger
from factcheck.ledger.store import Ledger
from factcheck.model import Decision
from tests.exchange.values import WORDS

SIGNED = Signature("ana", "2026-03-01T08:00:00Z", "test")
SECOND = Signature("bo", "2026-03-01T09:00:00Z", "test")
FIGURES = st.sampled_from(["over 1,500", "about 12,000", "between 30 and 40", "nearly 2.70 million", "85%"])
OUTLETS = st.none() | st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=12)
NAMES = st.sampled_from(
    ["Council", "Ministry of Health (MoH)", "=Ärzte; GmbH", "per Reuters", "O’Hara \\ Co"]
)
DATES = st.sampled_from([None, "2019", "2019-12-16", "2019-11~"])
a_few = settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))


@pytest.fixture(scope="module")
def folder() -> Iterator[Path]:
    with TemporaryDirectory() as made:
        yield Path(made)


def act(verb: Callable[[], object]) -> None:
    """Do what a person might do, unless the desk refuses it."""
    with suppress(FactcheckError, ValueError):
        verb()


def fill(ledger: Ledger, data: st.DataObject, *, amended: bool, merged: bool) -> None:
    """Let people work on a ledger."""
    draw = data.draw
    ids = []
    for _ in range(draw(st.integers(1, 3))):
        words = f"{draw(WORDS)} {draw(FIGURES)} {draw(WORDS)}"
        said = Declaration(draw(st.sampled_from([None, "killed"])), draw(OUTLETS), draw(DATES))
        printed = Publication(draw(OUTLETS), draw(DATES), draw(st.none() | WORDS))
        with suppress(FactcheckError, ValueError):
            ids.append(add(ledger, draft(words, printed), SIGNED, source=draw(NAMES), said=said).id)
    for claim in ids:
        for _ in range(draw(st.integers(0, 3))):
            evidence = Evidence(
                draw(NAMES), f"{draw(WORDS)} {draw(FIGURES)}", Publication(draw(OUTLETS), draw(DATES)),
                note=draw(st.none() | WORDS), place=draw(OUTLETS), measure=draw(st.none() | WORDS),
                derived_from=draw(st.sampled_from([(), ("Reuters",), ("a; b", "c")])),
            )  # fmt: skip
            act(lambda claim=claim, evidence=evidence: cite(ledger, claim, evidence, SIGNED))
        if draw(st.booleans()):
            act(lambda claim=claim: decide(ledger, claim, Act("decide", verdict="true", because="x"), SIGNED))
        if amended and draw(st.booleans()):
            amendment = ClaimAmendment(figure="at least 1,400")
            act(lambda claim=claim, how=amendment: amend_claim(ledger, claim, how, "a typo", SECOND))
    act(lambda: alias(ledger, "Council", ("the =Board",), SIGNED))
    act(lambda: affiliate(ledger, "Council", "Reuters", SIGNED))
    if merged:
        act(lambda: merge(ledger, "O’Hara \\ Co", "Reuters", "one desk", SIGNED))
    if ids and draw(st.booleans()):
        act(lambda: withdraw(ledger, ids[0], "told twice", SECOND))


def sent(ledger: Ledger, wanted: Callable[[Record], bool] = lambda _: True) -> bytes:
    """The records of a ledger, as a file."""
    out = io.StringIO()
    write_records(filter(wanted, records(ledger)), out)
    return out.getvalue().encode()


def is_no_evidence(record: Record) -> bool:
    """Whether a record is there before anybody looks for evidence."""
    if isinstance(record, Declared):
        return record.citation is None
    return not isinstance(record, Attached | Placed | Derived | Decision)


def arrived(path: Path, content: bytes) -> Ledger:
    """A new ledger of these records."""
    path.unlink(missing_ok=True)
    ledger = open_ledger(path, mode="write")
    import_records(ledger, read_records(io.BytesIO(content), "x"), SIGNED)
    return ledger


def made(folder: Path, data: st.DataObject, *, amended: bool = True, merged: bool = True) -> Ledger:
    path = folder / "a.db"
    path.unlink(missing_ok=True)
    ledger = open_ledger(path, mode="write")
    fill(ledger, data, amended=amended, merged=merged)
    return ledger


@a_few
@given(st.data())
def test_records_come_back_byte_for_byte_and_twice_adds_nothing(folder: Path, data: st.DataObject) -> None:
    with made(folder, data) as ledger:
        content = sent(ledger)
    with arrived(folder / "b.db", content) as other:
        assert sent(other) == content
        again = import_records(other, read_records(io.BytesIO(content), "x"), SECOND)
        assert again.new == 0
        assert sent(other) == content


@a_few
@given(st.data())
def test_a_bundle_comes_back_byte_for_byte(folder: Path, data: st.DataObject) -> None:
    out, again = io.StringIO(), io.StringIO()
    with made(folder, data) as ledger:
        write_bundle(ledger, out)
    target = folder / "c.db"
    target.unlink(missing_ok=True)
    read_bundle(io.StringIO(out.getvalue()), "x", target, at=SIGNED.at)
    with open_ledger(target, mode="read") as other:
        write_bundle(other, again)
    assert again.getvalue() == out.getvalue()


def cited(ledger: Ledger, form: Format) -> bytes:
    """The table of all citations."""
    out = io.StringIO(newline="")
    rows = (row for line in listed(ledger) for row in citation_rows(dossier(ledger, line.id, who="ana")))
    write_rows(rows, CITATIONS.names, form, out, name="citations")
    return out.getvalue().encode()


@a_few
@given(st.data(), st.sampled_from(["csv", "tsv", "json", "nl"]))
def test_a_table_of_citations_comes_back_byte_for_byte(
    folder: Path, data: st.DataObject, form: Format
) -> None:
    with made(folder, data, merged=False) as ledger:  # a name that is merged is no part of a table
        table = cited(ledger, form)
        bare = sent(ledger, is_no_evidence)
    with arrived(folder / "b.db", bare) as other:
        for dry_run in (True, False):
            read = read_citations(io.BytesIO(table), "x", form)
            done = import_citations(other, read.rows, SIGNED, dry_run=dry_run)
            assert done.problems == ()
            assert done.new == done.rows
        assert cited(other, form) == table
        twice = read_citations(io.BytesIO(table), "x", form)
        assert import_citations(other, twice.rows, SECOND).new == 0


@a_few
@given(st.data(), st.sampled_from(["csv", "json"]))
def test_a_table_of_citations_adds_nothing_at_home(folder: Path, data: st.DataObject, form: Format) -> None:
    with made(folder, data) as ledger:
        table = cited(ledger, form)
        at_home = import_citations(ledger, read_citations(io.BytesIO(table), "x", form).rows, SECOND)
        assert (at_home.new, at_home.problems) == (0, ())


def told(ledger: Ledger, form: Format) -> bytes:
    """The table of all claims."""
    out = io.StringIO(newline="")
    write_rows(map(exported_row, listed(ledger)), CLAIMS.names, form, out)
    return out.getvalue().encode()


HELD = (
    *(column.name for column in QUANTITY_COLUMNS),
    "surface",
    "phrase",
    "source",
    "outlet",
    "date",
    "url",
    "measure",
    "place",
    "period",
)


def held(table: bytes, form: Format) -> set[tuple[str, ...]]:
    """What a table of claims holds wherever the claims are recorded."""
    lines = io.StringIO(table.decode(), newline="")
    rows = map(json.loads, lines) if form == "nl" else csv.DictReader(lines)
    return {tuple(row[name] for name in HELD) for row in rows}


@a_few
@given(st.data(), st.sampled_from(["csv", "nl"]))
def test_a_table_of_claims_adds_nothing_at_home_and_comes_back_as_far_as_it_tells(
    folder: Path, data: st.DataObject, form: Format
) -> None:
    with made(folder, data, amended=False) as ledger:
        table = told(ledger, form)
        at_home = import_claims(ledger, read_claims(io.BytesIO(table), "x", form).rows, SECOND)
        assert (at_home.new, at_home.problems) == (0, ())
    first = arrived_by_table(folder / "b.db", table, form)
    assert held(first, form) == held(table, form)
    assert arrived_by_table(folder / "c.db", first, form) == first


def arrived_by_table(path: Path, table: bytes, form: Format) -> bytes:
    """The table that a new ledger writes once it has taken in this one."""
    path.unlink(missing_ok=True)
    with open_ledger(path, mode="write") as ledger:
        done = import_claims(ledger, read_claims(io.BytesIO(table), "x", form).rows, SIGNED)
        assert done.problems == ()
        again = import_claims(ledger, read_claims(io.BytesIO(table), "x", form).rows, SECOND)
        assert again.new == 0
        return told(ledger, form)
