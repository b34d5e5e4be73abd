"""How do the citations of a table get attached to their claims?

Each row is evidence as a person typed it. A row of our own export that nobody has edited (its
id is still that of its content) has its number beside it, and is not read again. One whose
citation is here, and holds the same after an amendment or a merge of its source, is that citation.

Callers: cli, `notes.py`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache, partial

from factcheck.desk.citations import Evidence, agrees, compose, meant, read_passage, refuse_another
from factcheck.desk.claims import Publication, declared
from factcheck.desk.declarations import Declaration, put_all
from factcheck.desk.echoes import parent_named
from factcheck.desk.incoming import Imported, Incoming, bring_in
from factcheck.desk.passages import fitting
from factcheck.desk.signature import Signature
from factcheck.desk.sources import register_typed
from factcheck.desk.withdrawals import refuse_withdrawn
from factcheck.errors import AskedWrongly
from factcheck.exchange.problems import RowProblem
from factcheck.exchange.sheets.rows import CitationRow, Own
from factcheck.ledger.anchors import add_anchors
from factcheck.ledger.citations import add_citations, attached_to, citations_with
from factcheck.ledger.claims import claims_with, find_claim
from factcheck.ledger.sources import register
from factcheck.ledger.store import Change, Ledger
from factcheck.model import Anchor, Citation, Claim, Quantity, Source

SourceOf = Callable[[str, bool], Source]  # by a name, and whether it is that of our own export


@dataclass(frozen=True, slots=True)
class _Read:
    """A row as a citation of a claim, with the id of its source."""

    row: CitationRow
    claim: str
    citation: Citation
    source_id: str


def import_citations(
    ledger: Ledger,
    rows: Iterable[CitationRow | RowProblem],
    signature: Signature,
    *,
    claim: str | None = None,
    dry_run: bool = False,
) -> Imported:
    """Attach the citations of these rows, each to the claim that it names, or all to this one."""
    with signature.change(ledger, "import") as change:
        source_of = cache(partial(_source, change))

        def take(done: Incoming[CitationRow], some: Sequence[CitationRow | RowProblem]) -> None:
            _take(done, [(row.claim or claim or "", row) for row in done.sound(some)], source_of)

        return bring_in(change, rows, take, dry_run=dry_run)


def attach_row(change: Change, row: CitationRow) -> bool:
    """Attach one citation within the caller's change; whether it is new."""
    claim = find_claim(change.ledger, row.claim or "").claim
    read = _read(change, row, claim, _source(change, row.source, row.own is not None))
    refuse_another(
        claim.id, read.citation, citations_with(change.ledger, [read.citation.id]).get(read.citation.id)
    )
    return _attach(change, [read]) == 1


def _source(change: Change, typed: str, is_ours: bool) -> Source:
    """The source that somebody typed, or that our own export names, registered if need be."""
    if is_ours:
        return register(change, typed)
    return register_typed(change, declared(change.ledger, typed).canonical or typed, typed)


def _take(done: Incoming[CitationRow], rows: Sequence[tuple[str, CitationRow]], source_of: SourceOf) -> None:
    """Attach the citations of some rows, each behind the claim that it speaks to."""
    change, read = done.change, list[_Read]()
    exact = claims_with(change.ledger, [claim for claim, _ in rows])
    for claim, row in rows:
        if row.derived_from and not row.own:  # it may name a row before it
            _keep(done, read)
            read = []
        with done.watching(row):
            if not claim:
                raise AskedWrongly("claim: is empty", "name it in every row, or with --claim for all")
            filed = exact.get(claim) or find_claim(change.ledger, claim)
            refuse_withdrawn(filed)
            read.append(_read(change, row, filed.claim, source_of(row.source, row.own is not None)))
    _keep(done, read)


def _keep(done: Incoming[CitationRow], read: Sequence[_Read]) -> None:
    """Attach what was read, but for what is attached with other particulars."""
    known = citations_with(done.change.ledger, [one.citation.id for one in read])
    kept = []
    for one in read:
        with done.watching(one.row):
            refuse_another(one.claim, one.citation, known.setdefault(one.citation.id, one.citation))
            kept.append(one)
    done.new += _attach(done.change, kept)
    done.concerned |= dict.fromkeys(one.claim for one in kept)


def _attach(change: Change, read: Sequence[_Read]) -> int:
    """Attach citations with what was said of each and where it stands; how many are new."""
    new = add_citations(change, [(one.claim, one.citation, one.source_id) for one in read])
    said = [(one.claim, one.citation, Declaration(None, one.row.place, one.row.period)) for one in read]
    put_all(change, said)
    add_anchors(
        change, [(one.citation.id, Anchor(locator=one.row.locator)) for one in read if one.row.locator]
    )
    return new


def _read(change: Change, row: CitationRow, claim: Claim, source: Source) -> _Read:
    """The citation that a row makes for a claim."""
    evidence = _evidence(change, row, claim, source)
    told = row.own.quantity if row.own else None
    citation = compose(claim.id, evidence, told, change.who)
    if row.own and row.own.id != citation.id and (here := _here(change, row.own, claim, citation)):
        citation = here
    elif not (row.own and row.own.id == citation.id and (told is not None or row.stance)):
        citation = replace(citation, quantity=_number(row, evidence, claim.quantity))
    return _Read(row, claim.id, citation, source.id)


def _here(change: Change, own: Own, claim: Claim, citation: Citation) -> Citation | None:
    """The citation that this row was exported from, if it is here and holds the same."""
    same = replace(citation, id=own.id)
    attached = (one.citation for one in attached_to(change.ledger, claim.id))
    return next((one for one in attached if one.id == own.id and agrees(one, same)), None)


def _number(row: CitationRow, evidence: Evidence, like: Quantity) -> Quantity | None:
    """The number that a row means, read again only where nobody has."""
    if row.numbers is None:
        return read_passage(evidence, like)
    return meant(evidence, fitting(row.numbers, like))


def _evidence(change: Change, row: CitationRow, claim: Claim, source: Source) -> Evidence:
    parents = (
        row.derived_from
        if row.own
        else tuple(parent_named(change.ledger, claim.id, text) for text in row.derived_from)
    )
    return Evidence(
        source=source.name,
        passage=row.passage,
        printed=Publication(row.outlet, row.date, row.url),
        scope=row.scope,
        derived_from=parents,
        reliability=row.reliability,
        party=row.party,
        measure=row.measure,
        note=row.note,
        stance=row.stance,
        pick=row.pick,
    )
