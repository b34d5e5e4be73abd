"""What does the ledger know of a claim, for its reviewers to go by?

The facts that the rules of review ask for: who recorded, cited and amended, how many
citations stand, what the evidence is, and what changed of it and when. They are read anew
for every decision, inside the transaction that adds it.

Callers: reviews, states, dossiers.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from factcheck.desk.grounds import Grounds
from factcheck.ledger.citations import Attached, attached_to
from factcheck.ledger.claims import Filed
from factcheck.ledger.decisions import people
from factcheck.ledger.moments import order_of
from factcheck.ledger.revisions import revisions
from factcheck.ledger.store import Ledger
from factcheck.ledger.tables import CITATIONS
from factcheck.model import Citation
from factcheck.review.evidence import digest_of
from factcheck.review.states import Alteration, Deed, Facts, last_to


def facts_of(ledger: Ledger, filed: Filed, grounds: Grounds) -> Facts:
    """The facts of a claim, as the ledger has them now."""
    claim_id = filed.claim.id
    changes = sorted(_changes(ledger, claim_id, grounds.attached), key=lambda one: order_of(one.at))
    return Facts(
        recorded_by=recorded_by(ledger, filed),
        cited_by=last_to("cited", changes),
        amended_by=last_to("amended", changes),
        citations=len(grounds.citations),
        evidence=digest_of(grounds.claim, grounds.citations),
        people=people(ledger),
        withdrawn=filed.withdrawn,
        changes=tuple(changes),
    )


def recorded_by(ledger: Ledger, filed: Filed) -> str | None:
    """Who recorded the claim: the first event on its document that states it."""
    row = ledger.row(
        "SELECT who FROM events WHERE subject = :document AND instr(content, :named) ORDER BY entry LIMIT 1",
        {"document": filed.document, "named": f'"id":"{filed.claim.id}"'},
    )
    return str(row["who"]) if row else None


def writers_of(ledger: Ledger, claim_id: str) -> dict[str, set[str]]:
    """Who attached and who amended each citation of a claim, by citation."""
    writers: dict[str, set[str]] = {one.citation.id: set() for one in attached_to(ledger, claim_id)}
    for row in ledger.rows("SELECT who, content FROM events WHERE subject = :claim", {"claim": claim_id}):
        for record in json.loads(row["content"]).get(CITATIONS.name, ()):
            writers[record["id"]].add(row["who"])
    for revision in revisions(ledger, "citation", list(writers)):
        writers[revision.subject].add(revision.by)
    return writers


def _changes(ledger: Ledger, claim_id: str, cited: Sequence[Attached]) -> Iterator[Alteration]:
    """What was added, amended, withdrawn and declared of the evidence on a claim."""
    attached = {one.citation.id: one.citation for one in cited}
    events = ledger.rows(
        "SELECT at, who, content FROM events WHERE subject = :claim ORDER BY entry", {"claim": claim_id}
    )
    for row in events:
        for table, records in json.loads(row["content"]).items():
            if told := _told(table, records, attached):
                what, deed = told
                yield Alteration(row["at"], row["who"], what, deed)
    for noun, ids in (("claim", [claim_id]), ("citation", list(attached))):
        for revision in revisions(ledger, "claim" if noun == "claim" else "citation", ids):
            of = "the claim" if noun == "claim" else _of(attached[revision.subject])
            what = f"{of} was {'withdrawn' if revision.withdrawn else 'amended or restored'}"
            yield Alteration(revision.at, revision.by, what, "amended")


def _told(table: str, records: object, attached: dict[str, Citation]) -> tuple[str, Deed] | None:
    """What an event says that it did to the evidence, as a clause, and its kind; None for nothing."""
    if table == CITATIONS.name and isinstance(records, list):
        first = attached.get(records[0]["id"])
        more = f" and {len(records) - 1} more" if len(records) > 1 else ""
        return (f"a citation of {first.source}{more} was added", "cited") if first else None
    if table == "measurands":
        return "it was declared what is counted", "declared"
    if table == "derivations":
        return "an echo was decided", "amended"
    return None


def _of(citation: Citation) -> str:
    return f"the citation of {citation.source}"
