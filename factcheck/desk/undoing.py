"""How does a person take back the last thing that they did?

Nothing is deleted. What the last change added is withdrawn, and what it revised holds as it
did before, by a new change that names the one it undoes; the next undo goes one change
further back. If somebody has built on it since, it is refused, and the ways on are named.

Callers: cli.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from factcheck.desk.reviews import Act, decide_within
from factcheck.desk.signature import Signature
from factcheck.desk.states import refresh
from factcheck.errors import AskedWrongly, NotFound
from factcheck.ledger.changes import UNDO, Made, built_on, last_change
from factcheck.ledger.citations import find_citation
from factcheck.ledger.claims import claims_of, find_claim
from factcheck.ledger.revisions import Noun, revise, revisions
from factcheck.ledger.spellings import refile_source
from factcheck.ledger.store import Change, Ledger
from factcheck.model import identify
from factcheck.review.blind import REVIEW, SOMEBODY

Facts = dict[str, Any]
KEPT = ("sources", "originals", "anchors", "agreements")  # harmless without what they were added for
FOR_GOOD = ("redact", "merge", "migrate")
SHOWN = 3


@dataclass(frozen=True, slots=True)
class Undone:
    """What was undone: the verb, its stamp, how many records, and the claims that are scored anew."""

    verb: str
    at: str
    records: int
    claims: tuple[str, ...]


def undo(ledger: Ledger, signature: Signature) -> Undone:
    """Undo the last change of the person who signs.

    Raises NotFound where there is none, and AskedWrongly where it cannot be undone.
    """
    made = last_change(ledger, signature.who)
    if made is None:
        hint = "`factcheck audit log` shows who did what; --as NAME says who you are."
        raise NotFound(f"there is nothing to undo by {signature.who}", hint)
    added = [(table, facts) for table, facts in made.records if table not in KEPT]
    _refuse(ledger, made, added)
    with signature.change(ledger, UNDO) as change:
        change.event(f"{made.verb} {made.at}", {"undone": made.at})
        for table, facts in reversed(added):
            _take_back(change, table, facts, made)
        concerned = sorted(_concerned(ledger, added))
        refresh(change, concerned)
    return Undone(made.verb, made.at, len(added), tuple(concerned))


def _refuse(ledger: Ledger, made: Made, added: list[tuple[str, Facts]]) -> None:
    if made.verb in FOR_GOOD:
        raise AskedWrongly(f"a {made.verb} cannot be undone", "`factcheck audit log` shows what was done.")
    if not added:
        what = f"the last change, {made.verb} at {made.at}, added no record"
        raise AskedWrongly(what, "There is nothing to take back.")
    subjects = [str(facts["id"]) for table, facts in added if table in ("documents", "claims", "citations")]
    later = [_told(*one) for one in built_on(ledger, made.last, subjects)]
    if later:
        named = "; ".join(later[:SHOWN]) + ("; …" if len(later) > SHOWN else "")
        hint = "Take that back first, or withdraw the record with a reason: factcheck withdraw ID --because …"
        raise AskedWrongly(f"others have built on the {made.verb} of {made.at}: {named}", hint)


def _told(verb: str, who: str, subject: str) -> str:
    """A later change; of a decision not whose it is, for that may be sealed."""
    return f"{SOMEBODY if verb.startswith(REVIEW) else who} ({verb} {subject})"


def _take_back(change: Change, table: str, facts: Facts, made: Made) -> None:
    """Withdraw one record that the change added; of a revision, let what it follows hold again."""
    reason = f"undone: {made.verb} of {made.at}"
    if table == "revisions":
        _as_before(change, facts, reason)
    elif table == "decisions":
        decide_within(change, facts["claim"], Act("undo"))
    elif table in _NAMED:
        noun, name = _NAMED[table]
        revise(change, noun, name(facts), withdrawn=True, reason=reason)
        if table == "aliases":
            refile_source(change, facts["source"])
    else:
        raise AskedWrongly(f"{table} cannot be undone", "Make another decision that follows it.")


def _as_before(change: Change, facts: Facts, reason: str) -> None:
    """Let a record hold as it did before this revision."""
    chain = {one.id: one for one in revisions(change.ledger, facts["noun"], [facts["subject"]])}
    before = [chain[name] for name in chain[facts["id"]].follows if name in chain]  # else a first version
    withdrawn, content = (before[0].withdrawn, before[0].content) if before else (False, {})
    revise(change, facts["noun"], facts["subject"], withdrawn=withdrawn, content=content, reason=reason)


def _concerned(ledger: Ledger, added: list[tuple[str, Facts]]) -> set[str]:
    """The claims whose score or state an undone change bears on."""
    found: set[str] = set()
    for table, facts in added:
        if table == "claims":
            found.add(facts["id"])
        elif "claim" in facts:
            found.add(facts["claim"])
        elif table == "revisions" and facts["noun"] == "claim":
            found.add(find_claim(ledger, facts["subject"]).claim.id)
        elif table == "revisions" and facts["noun"] == "citation":
            found.add(find_citation(ledger, facts["subject"])[0])
        elif table == "documents":
            found.update(filed.claim.id for filed in claims_of(ledger, facts["id"], withdrawn=True))
    return found


def _own_id(facts: Facts) -> str:
    return str(facts["id"])


_NAMED: dict[str, tuple[Noun, Callable[[Facts], str]]] = {
    "documents": ("document", _own_id),
    "claims": ("claim", _own_id),
    "citations": ("citation", _own_id),
    "settings": ("setting", _own_id),
    "measurands": ("measurand", _own_id),
    "derivations": ("derivation", _own_id),
    "judgements": ("judgement", _own_id),
    "scales": ("scale", _own_id),
    "aliases": ("alias", lambda facts: identify("alias", facts["source"], facts["alias"])),
    "affiliations": ("affiliation", lambda facts: identify("affiliation", facts["one"], facts["other"])),
}
