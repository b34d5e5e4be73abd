"""What the tests of the ledger record: one article, its claims, a citation, by one person at noon."""

import hashlib
import sqlite3
from contextlib import AbstractContextManager, closing
from dataclasses import replace
from pathlib import Path

from factcheck.ledger.agreements import put_agreements
from factcheck.ledger.citations import add_citation
from factcheck.ledger.claims import add_claims
from factcheck.ledger.documents import add_document
from factcheck.ledger.sources import register
from factcheck.ledger.store import Change, Ledger, change
from factcheck.model import Claim, Document, identify
from tests import factories

NOON = "2024-05-18T12:00:00Z"


def by(
    ledger: Ledger, verb: str = "record", who: str = "ana", at: str = NOON
) -> AbstractContextManager[Change]:
    return change(ledger, who=who, at=at, version="0.1.0", verb=verb)


def article(text: str = factories.ARTICLE, **others: str) -> Document:
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    return factories.document(text, **{"sha256": sha256, "id": identify("document", text), **others})


def claims_in(document: Document, suffix: str = "") -> tuple[Claim, ...]:
    claims = factories.extract(document.text).claims
    return tuple(replace(claim, id=claim.id + suffix) for claim in claims)


def record(ledger: Ledger, document: Document | None = None, suffix: str = "") -> Document:
    """Record the article with its three claims (ids with the suffix), the first credited to the council."""
    document = document or article()
    with by(ledger) as changes:
        add_document(changes, document, reader="reader 1")
        council = register(changes, "the Marn Relief Council")
        sources = (council.id, None, None)
        add_claims(changes, document, zip(claims_in(document, suffix), sources, strict=True))
    return document


def fill(ledger: Ledger) -> None:
    """Record the article, cite a paper on its first claim, and score it."""
    record(ledger)
    with by(ledger, "cite") as changes:
        paper = register(changes, "The Daily Marn")
        add_citation(changes, "c1a2m3n4p5", factories.citation(paper.name), source_id=paper.id)
        put_agreements(changes, [("c1a2m3n4p5", factories.agreement())], model="1")


def behind_its_back(path: Path, *statements: str) -> None:
    """Run statements on the file as another program would, with the triggers out of the way and put back."""
    with closing(sqlite3.connect(path)) as connection:
        triggers = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
        for name, _ in triggers:
            connection.execute(f"DROP TRIGGER {name}")
        for statement in statements:
            connection.execute(statement)
        for _, sql in triggers:
            connection.execute(sql)
        connection.commit()


def counts(ledger: Ledger) -> dict[str, int]:
    """How many rows each table has."""
    tables = [row[0] for row in ledger.rows("SELECT name FROM sqlite_master WHERE type = 'table'")]
    return {name: ledger.rows(f"SELECT count(*) FROM {name}")[0][0] for name in tables}
