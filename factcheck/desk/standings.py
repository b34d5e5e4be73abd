"""What does the ledger know of a claim, for its reviewers to go by?

The facts that the rules of review ask for: who recorded, cited and amended, how many
citations stand, what the evidence is, and what changed of it and when. They are read anew
for every decision, inside the transaction that adds it.

Callers: reviews, states, dossiers.
"""

from __future__ import annotations

import json
from collections.abc import Sequence

from factcheck.desk.grounds import Grounds
from factcheck.ledger.citations import Attached, attached_to
from factcheck.ledger.claims import Filed
from factcheck.ledger.decisions import people
from factcheck.ledger.moments import order_of
from factcheck.ledger.revisions import Revision, revisions
from factcheck.ledger.store import Ledger
from factcheck.ledger.tables import CITATIONS, canonical
from factcheck.review.evidence import digest_of
from factcheck.review.states import Alteration, Deed, Facts, last_to


def facts_of(ledger: Ledger, filed: Filed, grounds: Grounds) -> Facts:
    """The facts of a claim, as the ledger has them now."""
    return facts_by_claim(ledger, [(filed, grounds)])[filed.claim.id]


def facts_by_claim(ledger: Ledger, told: Sequence[tuple[Filed, Grounds]]) -> dict[str, Facts]:
    """The facts of each of these claims, as the ledger has them now."""
    altered = _changes(ledger, [grounds for _, grounds in told])
    recorders, everybody = _recorders(ledger, list(altered)), people(ledger)
    return {
        filed.claim.id: Facts(
            recorded_by=recorders.get(filed.claim.id),
            cited_by=last_to("cited", altered[filed.claim.id]),
            amended_by=last_to("amended", altered[filed.claim.id]),
            citations=len(grounds.citations),
            evidence=digest_of(grounds.claim, grounds.citations),
            people=everybody,
            withdrawn=filed.withdrawn,
            changes=tuple(altered[filed.claim.id]),
        )
        for filed, grounds in told
    }


def _recorders(ledger: Ledger, ids: Sequence[str]) -> dict[str, str]:
    """Who recorded each of these claims: the first event on its document that states it."""
    first = """
    SELECT c.id, (
      SELECT who FROM events WHERE subject = c.document AND instr(content, '"id":"' || c.id || '"')
      ORDER BY entry LIMIT 1
    ) AS who
    FROM claims AS c WHERE c.id IN (SELECT value FROM json_each(:ids))
    """
    return {row["id"]: row["who"] for row in ledger.rows(first, {"ids": canonical(ids)})}


def writers_of(ledger: Ledger, claim_id: str) -> dict[str, set[str]]:
    """Who attached and who amended each citation of a claim, by citation."""
    writers: dict[str, set[str]] = {one.citation.id: set() for one in attached_to(ledger, claim_id)}
    for row in ledger.rows("SELECT who, content FROM events WHERE subject = :claim", {"claim": claim_id}):
        for record in json.loads(row["content"]).get(CITATIONS.name, ()):
            writers[record["id"]].add(row["who"])
    for revision in revisions(ledger, "citation", list(writers)):
        writers[revision.subject].add(revision.by)
    return writers


def _changes(ledger: Ledger, told: Sequence[Grounds]) -> dict[str, list[Alteration]]:
    """What was added, amended, withdrawn and declared of the evidence on each of these claims, in order."""
    cited = {one.citation.id: one for grounds in told for one in grounds.attached}
    found: dict[str, list[Alteration]] = {grounds.claim.id: [] for grounds in told}
    these = """
    SELECT subject, at, who, content FROM events
    WHERE subject IN (SELECT value FROM json_each(:ids)) ORDER BY entry
    """
    for row in ledger.rows(these, {"ids": canonical([*found])}):
        for table, records in json.loads(row["content"]).items():
            if deed := _told(table, records, cited):
                found[row["subject"]].append(Alteration(row["at"], row["who"], *deed))
    for one in revisions(ledger, "claim", list(found)):
        found[one.subject].append(_altered("the claim", one))
    for one in revisions(ledger, "citation", list(cited)):
        of = cited[one.subject]
        found[of.claim].append(_altered(f"the citation of {of.citation.source}", one))
    return {claim: sorted(changes, key=lambda one: order_of(one.at)) for claim, changes in found.items()}


def _altered(what: str, made: Revision) -> Alteration:
    """What a revision did to the claim or to a citation."""
    done = "withdrawn" if made.withdrawn else "amended or restored"
    return Alteration(made.at, made.by, f"{what} was {done}", "amended")


def _told(table: str, records: object, cited: dict[str, Attached]) -> tuple[str, Deed] | None:
    """What an event says that it did to the evidence, as a clause, and its kind; None for nothing."""
    if table == CITATIONS.name and isinstance(records, list):
        first = cited.get(records[0]["id"])
        more = f" and {len(records) - 1} more" if len(records) > 1 else ""
        return (f"a citation of {first.citation.source}{more} was added", "cited") if first else None
    if table == "measurands":
        return "it was declared what is counted", "declared"
    if table == "derivations":
        return "an echo was decided", "amended"
    return None
