"""The statements, the tables and the model say the same."""

import sqlite3
from decimal import Decimal
from pathlib import Path
from typing import get_args

import pytest

from factcheck.ledger.schema import EXPECTED, STATEMENTS
from factcheck.ledger.store import Ledger
from factcheck.ledger.tables import AUDITED, RECORDS, VARIANTS, Table
from factcheck.model import (
    DEFAULT_SCALE,
    AttributionType,
    Band,
    Decision,
    Hedge,
    Kind,
    Polarity,
    RelationLabel,
    Reliability,
    Scope,
)
from tests import factories as make
from tests.ledger.given import NOON, article, by, fill

KEPT = [*(table.name for table in RECORDS), "events", "meta"]


@pytest.mark.parametrize("table", AUDITED.values(), ids=lambda table: table.name)
def test_every_column_of_a_table_is_named_once(ledger: Ledger, table: Table) -> None:
    columns = [row["name"] for row in ledger.rows(f"PRAGMA table_info({table.name})")]
    assert sorted({"entry", *columns}) == sorted({"entry", *table.columns})
    assert len(set(table.columns)) == len(table.columns)


def test_sqlite_keeps_every_statement_word_for_word(ledger: Ledger) -> None:
    held = ledger.rows("SELECT type, name, sql FROM sqlite_master WHERE sql NOT NULL")
    of_others = ("_sqlite_migrations", "claim_terms_")  # sqlite-utils' own, and the tables behind the index
    ours = {
        (row["type"], row["name"]): row["sql"]
        for row in held
        if not any(other in row["name"] for other in of_others)
    }
    assert ours == {key: sql for key, sql in EXPECTED.items() if "_sqlite_migrations" not in key[1]}


def test_every_table_is_strict() -> None:
    assert all(") STRICT" in sql for sql in STATEMENTS if sql.startswith("CREATE TABLE"))


@pytest.mark.parametrize(
    ("table", "words"),
    [
        ("claims", Hedge),
        ("citations", Hedge),
        ("claims", Kind),
        ("citations", Kind),
        ("claims", AttributionType),
        ("claims", Polarity),
        ("citations", Scope),
        ("citations", Reliability),
        ("citations", RelationLabel),
        ("sources", Reliability),
        ("agreements", Band),
    ],
)
def test_a_check_lists_exactly_the_words_of_the_model(table: str, words: object) -> None:
    listed = ", ".join(f"'{word}'" for word in get_args(words))
    assert f"({listed})" in " ".join(EXPECTED["table", table].split())


@pytest.mark.parametrize("table", KEPT)
@pytest.mark.parametrize(
    "how", ["UPDATE {t} SET {c} = {c}", "DELETE FROM {t}", "REPLACE INTO {t} SELECT * FROM {t}"]
)
@pytest.mark.parametrize("recursive", ["ON", "OFF"])
def test_no_program_can_update_delete_or_replace_a_record(
    ledger: Ledger, path: Path, table: str, how: str, recursive: str
) -> None:
    fill(ledger)
    fill_the_rest(ledger)
    with sqlite3.connect(path) as other:
        other.execute(f"PRAGMA recursive_triggers = {recursive}")
        column = other.execute(f"PRAGMA table_info({table})").fetchall()[-1][1]
        with pytest.raises(sqlite3.IntegrityError, match="append-only"):
            other.execute(how.format(t=table, c=column))


@pytest.mark.parametrize("table", [table.name for table in RECORDS])
def test_a_replace_is_stopped_even_where_the_place_in_the_order_is_a_new_one(
    ledger: Ledger, path: Path, table: str
) -> None:
    fill(ledger)
    fill_the_rest(ledger)
    with sqlite3.connect(path) as other:
        columns = [row[1] for row in other.execute(f"PRAGMA table_info({table})")][1:]
        names = ", ".join(columns)
        again = f"REPLACE INTO {table} (entry, {names}) SELECT 999, {names} FROM {table}"
        with pytest.raises(sqlite3.IntegrityError, match="append-only"):
            other.execute(again)


def test_a_text_may_be_blanked_only_beside_the_event_that_redacts_it(ledger: Ledger, path: Path) -> None:
    fill(ledger)
    blank = "UPDATE texts SET text = NULL"
    with sqlite3.connect(path) as other, pytest.raises(sqlite3.IntegrityError, match="redact"):
        other.execute(blank)
    with by(ledger, "redact") as changes:
        changes.event(ledger.rows("SELECT sha256 FROM texts")[0][0], {"reason": "court order"})
        changes.write(blank, [()])
    assert ledger.rows("SELECT text FROM texts")[0][0] is None
    with sqlite3.connect(path) as other, pytest.raises(sqlite3.IntegrityError, match="redact"):
        other.execute("UPDATE texts SET text = 'another text'")


@pytest.mark.parametrize("how", ["DELETE FROM texts", "REPLACE INTO texts SELECT * FROM texts"])
def test_a_text_is_never_deleted_or_replaced(ledger: Ledger, path: Path, how: str) -> None:
    fill(ledger)
    with sqlite3.connect(path) as other, pytest.raises(sqlite3.IntegrityError, match="append-only"):
        other.execute(how)


def fill_the_rest(ledger: Ledger) -> None:
    from factcheck.ledger.anchors import add_anchor
    from factcheck.ledger.decisions import add_decision, set_scale
    from factcheck.ledger.derivations import decide
    from factcheck.ledger.judgements import judge
    from factcheck.ledger.measurands import declare
    from factcheck.ledger.originals import Original, add_original
    from factcheck.ledger.revisions import revise
    from factcheck.ledger.settings import add_setting
    from factcheck.ledger.sources import add_alias, affiliate, list_sources
    from factcheck.model import Anchor

    with by(ledger, "source") as changes:
        one, other = (source.id for source in list_sources(ledger))
        affiliate(changes, one, other)
        add_alias(changes, one, "Daily")
        declare(changes, "c1a2m3n4p5", ("evacuated", "the Marn valley", "2024-05"))
        decide(changes, "c1a2m3n4p5", make.citation("The Daily Marn").id, "Reuters", True, "its credit line")
        add_setting(changes, "ramp", Decimal("1.08"), "figures of this river are rough")
        revise(changes, "claim", "c1a2m3n4p5", withdrawn=True, reason="printed by mistake")
        judge(changes, "source", (one, other), same=False, reason="two desks")
        add_anchor(changes, make.citation("The Daily Marn").id, Anchor(locator="page 3"))
        add_original(changes, article().id, Original("0" * 64, "pypdf from application/pdf"))
        add_decision(changes, Decision("c1a2m3n4p5", "take", "ana", NOON))
        set_scale(changes, DEFAULT_SCALE[:2], "two are enough")
        changes.add(VARIANTS, [("another", "documents", "d1", 1, NOON, "{}")], subject="d1")
