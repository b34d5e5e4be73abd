"""What did people decide about whether a citation was taken from another?

A citation says at birth what it was derived from. What is found out later is a record of
its own: that it was taken from a citation or a source (accepted), or that it was not
(rejected). The latest decision on a pair holds; what the citation said itself stays.

Callers: `desk`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from factcheck.ledger.revisions import standing
from factcheck.ledger.store import Change, Ledger
from factcheck.ledger.tables import DERIVATIONS, Stored, canonical
from factcheck.model import Citation, identify

Decided = dict[str, dict[str, bool]]


def decide(change: Change, claim_id: str, citation_id: str, parent: str, accepted: bool, reason: str) -> bool:
    """Decide whether a citation of a claim derives from `parent`; False if that was decided so already."""
    if decided(change.ledger, [claim_id]).get(citation_id, {}).get(parent) is accepted:
        return False
    return add_decided(change, (claim_id, citation_id, parent), accepted, reason, (change.at, change.who))


def add_decided(
    change: Change, of: tuple[str, str, str], accepted: bool, reason: str, made: tuple[str, str]
) -> bool:
    """Add what was decided of a claim's citation and a parent: when, and by whom; False if it is there."""
    claim_id, citation_id, parent = of
    record = identify("derivation", *of, int(accepted), *made)
    if change.ledger.row(DERIVATIONS.selection, (record,)) is not None:
        return False
    values: tuple[Stored, ...] = (record, claim_id, citation_id, int(accepted), *made, parent, reason)
    change.add(DERIVATIONS, [values], subject=claim_id)
    return True


def derivations(ledger: Ledger, claim_id: str) -> list[tuple[str, str, str, bool, str, str, str]]:
    """Every decision on a claim that stands: claim, citation, parent, the decision, why, by whom and when."""
    rows = ledger.rows("SELECT * FROM derivations WHERE claim = :claim", {"claim": claim_id})
    return [
        (
            *(row["claim"], row["citation"], row["parent"], bool(row["accepted"])),
            *(row["reason"], row["decided_by"], row["decided_at"]),
        )
        for row in standing(ledger, "derivation", rows, "decided_at")
    ]


def decided(ledger: Ledger, claims: Sequence[str] | None = None) -> Decided:
    """What holds, by citation and parent: of these claims, or of all; True where it was accepted."""
    everything = "SELECT * FROM derivations"
    these = f"{everything} WHERE claim IN (SELECT value FROM json_each(:claims))"  # noqa: S608 - ours
    rows = ledger.rows(everything if claims is None else these, {"claims": canonical(claims or ())})
    holds: Decided = {}
    for row in standing(ledger, "derivation", rows, "decided_at"):
        holds.setdefault(row["citation"], {})[row["parent"]] = bool(row["accepted"])
    return holds


def with_parents(citation: Citation, holds: Decided) -> Citation:
    """The citation, derived also from what was accepted, and no longer from what was rejected."""
    verdicts = holds.get(citation.id)
    if not verdicts:
        return citation
    kept = [parent for parent in citation.derived_from if verdicts.get(parent, True)]
    found = [parent for parent, accepted in verdicts.items() if accepted and parent not in kept]
    return replace(citation, derived_from=(*kept, *found))
