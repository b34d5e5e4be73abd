"""Which decisions did reviewers make on a claim, and which scale do their verdicts stand on?

Decisions are appended and never change; what they add up to is said by `review`. A stored
decision whose id does not fit its content was tampered with. The latest scale holds.

Callers: `desk`.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from factcheck.ledger.moments import order_of
from factcheck.ledger.revisions import standing
from factcheck.ledger.store import Change, Ledger
from factcheck.ledger.tables import DECISIONS, SCALES, Stored, canonical
from factcheck.model import DEFAULT_SCALE, Correction, Decision, Scale, ScaleStep, Seen, identify


def add_decision(change: Change, decision: Decision) -> bool:
    """Append a decision; False if the very same one is there already."""
    if change.ledger.row("SELECT 1 FROM decisions WHERE id = :id", {"id": decision.id}) is not None:
        return False
    change.add(DECISIONS, [_values(decision)], subject=decision.claim)
    return True


def decisions_of(ledger: Ledger, claim_id: str) -> tuple[Decision, ...]:
    """The decisions on a claim, in the order in which they were made."""
    return decisions_by_claim(ledger, [claim_id]).get(claim_id, ())


def decisions_by_claim(
    ledger: Ledger, claim_ids: Sequence[str] | None = None
) -> dict[str, tuple[Decision, ...]]:
    """The decisions on each of these claims, or on all, in the order in which they were made."""
    every = "SELECT * FROM decisions"
    these = f"{every} WHERE claim IN (SELECT value FROM json_each(:ids))"  # noqa: S608 - ours
    made = ledger.values(_read, every if claim_ids is None else these, {"ids": canonical(claim_ids or ())})
    found: dict[str, list[Decision]] = {}
    for decision in sorted(made, key=lambda one: (order_of(one.at), one.id)):
        found.setdefault(decision.claim, []).append(decision)
    return {claim: tuple(chain) for claim, chain in found.items()}


def people(ledger: Ledger) -> frozenset[str]:
    """Everybody who ever changed anything in this ledger; each step looks up the next name in the index."""
    every = """
    WITH RECURSIVE one (who) AS (
      SELECT min(who) FROM events
      UNION ALL SELECT (SELECT min(who) FROM events WHERE who > one.who) FROM one WHERE one.who NOT NULL
    )
    SELECT who FROM one WHERE who NOT NULL
    """
    return frozenset(row["who"] for row in ledger.rows(every))


def set_scale(change: Change, scale: Scale, reason: str) -> bool:
    """Let verdicts stand on this scale from now on; False if they do."""
    if scale_of(change.ledger) == scale:
        return False
    steps = canonical([_step_values(step) for step in scale])
    change.add(
        SCALES,
        [(identify("scale", steps, change.at, change.who), change.at, change.who, steps, reason)],
        subject="scale",
    )
    return True


def scale_of(ledger: Ledger) -> Scale:
    """The scale that verdicts stand on, the default where none was set."""
    kept = standing(ledger, "scale", ledger.rows("SELECT * FROM scales"), "set_at")
    return ledger.read(_read_scale, kept[-1:])[0] if kept else DEFAULT_SCALE


def _values(decision: Decision) -> tuple[Stored, ...]:
    """The columns of `tables.DECISIONS`."""
    saw, correction = decision.saw, decision.correction
    return (
        decision.id,
        decision.claim,
        decision.move,
        canonical(decision.follows),
        decision.at,
        decision.by,
        decision.assignee,
        int(decision.blind),
        int(decision.self_signed),
        saw.band if saw else None,
        repr(saw.score) if saw and saw.score is not None else None,
        saw.model if saw else None,
        saw.evidence if saw else None,
        decision.verdict,
        decision.because,
        canonical([correction.said, correction.right, correction.where]) if correction else None,
    )


def _read(row: sqlite3.Row) -> Decision:
    """The decision of a row; ValueError where its id is not that of its content."""
    correction = json.loads(row["correction"]) if row["correction"] else None
    decision = Decision(
        claim=row["claim"],
        move=row["move"],
        by=row["decided_by"],
        at=row["decided_at"],
        follows=tuple(json.loads(row["follows"])),
        verdict=row["verdict"],
        because=row["because"],
        assignee=row["assignee"],
        blind=bool(row["blind"]),
        self_signed=bool(row["self_signed"]),
        correction=Correction(*correction) if correction else None,
        saw=_seen(row),
        id=row["id"],
    )
    if decision.content_id() != decision.id:
        raise ValueError(f"the decision {decision.id} was changed")
    return decision


def _seen(row: sqlite3.Row) -> Seen | None:
    if row["evidence"] is None:
        return None
    score = None if row["score"] is None else float(row["score"])
    return Seen(row["band"], score, row["model"], row["evidence"])


def _step_values(step: ScaleStep) -> list[Stored]:
    return [step.label, step.order, None if step.value is None else str(step.value), step.meaning]


def _read_scale(row: sqlite3.Row) -> Scale:
    steps: list[list[Any]] = json.loads(row["steps"])
    return tuple(
        ScaleStep(label, order, None if value is None else Decimal(value), meaning)
        for label, order, value, meaning in steps
    )
