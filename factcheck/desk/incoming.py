"""How do rows of claims and citations get into the ledger, from whichever format they came in?

All of a file is one transaction, or nothing: if any row has a problem, none is recorded, and
every problem is told with its place. What is there already is not added again, so a file may
be imported twice. A dry run does all of it and keeps nothing.

Callers: cli, `notes.py`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from factcheck.desk.citations import Evidence, attach, compose, read_passage
from factcheck.desk.claims import Publication, declared, draft, record_draft
from factcheck.desk.declarations import Declaration, put
from factcheck.desk.echoes import parent_named
from factcheck.desk.signature import Signature
from factcheck.desk.sources import register_typed
from factcheck.desk.states import refresh
from factcheck.desk.withdrawals import refuse_withdrawn
from factcheck.errors import FactcheckError
from factcheck.exchange.problems import RowProblem
from factcheck.exchange.sheets.rows import CitationRow, ClaimRow
from factcheck.ledger.anchors import add_anchor
from factcheck.ledger.claims import find_claim
from factcheck.ledger.store import Change, Ledger
from factcheck.model import Anchor

Row = TypeVar("Row", ClaimRow, CitationRow)


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import did, or, dry, would do: how many rows could be read, how many are new, what is wrong."""

    rows: int
    new: int
    problems: tuple[RowProblem, ...]


def import_claims(
    ledger: Ledger, rows: Iterable[ClaimRow | RowProblem], signature: Signature, *, dry_run: bool = False
) -> Imported:
    """Record the claims of these rows."""
    return _import(ledger, rows, signature, _claim, dry_run=dry_run)


def import_citations(
    ledger: Ledger,
    rows: Iterable[CitationRow | RowProblem],
    signature: Signature,
    *,
    claim: str | None = None,
    dry_run: bool = False,
) -> Imported:
    """Attach the citations of these rows, each to the claim that it names, or all to this one."""

    def add(change: Change, row: CitationRow) -> tuple[bool, str]:
        return attach_row(change, row, claim)

    return _import(ledger, rows, signature, add, dry_run=dry_run)


def _import(
    ledger: Ledger,
    rows: Iterable[Row | RowProblem],
    signature: Signature,
    add: Callable[[Change, Row], tuple[bool, str]],
    *,
    dry_run: bool,
) -> Imported:
    read, new, problems, concerned = 0, 0, list[RowProblem](), dict[str, None]()
    with signature.change(ledger, "import") as change:
        for row in rows:
            if isinstance(row, RowProblem):
                problems.append(row)
                continue
            read += 1
            try:
                added, claim_id = add(change, row)
            except FactcheckError as error:
                problems.append(RowProblem(row.where, error.message, error.hint))
                continue
            new += added
            concerned[claim_id] = None
        if problems or dry_run:
            change.discard()
        else:
            refresh(change, list(concerned))
    return Imported(read, new, tuple(problems))


def _claim(change: Change, row: ClaimRow) -> tuple[bool, str]:
    """Record one claim; whether it is new, and its id."""
    drafted = draft(row.phrase, Publication(row.outlet, row.date, row.url), pick=row.pick)
    attribution = declared(change.ledger, row.source) if row.source else None
    added = record_draft(change, drafted, attribution, row.measure)
    put(change, added.id, Declaration(None, row.place, row.period))
    return added.new, added.id


def attach_row(change: Change, row: CitationRow, claim: str | None = None) -> tuple[bool, str]:
    """Attach one citation; whether it is new, and the id of its claim."""
    filed = find_claim(change.ledger, row.claim or claim or "")
    refuse_withdrawn(filed)
    evidence = _evidence(row)
    quantity = read_passage(evidence, filed.claim.quantity)
    said = declared(change.ledger, row.source).canonical or row.source
    name = register_typed(change, said, row.source).name
    parents = tuple(parent_named(change.ledger, filed.claim.id, text) for text in row.derived_from)
    citation = compose(change, filed.claim, _evidence(row, name, parents), quantity, change.who)
    new = attach(change, filed.claim.id, citation)
    put(change, filed.claim.id, Declaration(None, row.place, row.period), citation)
    if row.locator:
        add_anchor(change, citation.id, Anchor(locator=row.locator))
    return new, filed.claim.id


def _evidence(row: CitationRow, source: str | None = None, parents: Sequence[str] = ()) -> Evidence:
    return Evidence(
        source=source or row.source,
        passage=row.passage,
        printed=Publication(row.outlet, row.date, row.url),
        scope=row.scope,
        derived_from=tuple(parents),
        reliability=row.reliability,
        party=row.party,
        measure=row.measure,
        note=row.note,
        stance=row.stance,
        pick=row.pick,
    )
