"""How does a record cease to stand, and stand again?

Nothing is deleted: a withdrawal is a revision with its reason, and a restoration another. A
document takes its claims with it. A claim that is withdrawn is in no list, and a citation
that is counts for nothing; both can still be read.

Callers: cli, undoing, and the modules of `desk` that work on claims.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.desk.records import Named, record_named
from factcheck.desk.signature import Signature
from factcheck.desk.states import refresh
from factcheck.errors import AskedWrongly, NotFound
from factcheck.ledger.claims import Filed, claims_of
from factcheck.ledger.revisions import Noun, Revision, gone_among, holding, revise
from factcheck.ledger.store import Change, Ledger


@dataclass(frozen=True, slots=True)
class Corrected:
    """Which record was put right, the claim to look at, and whether that is new."""

    noun: str
    id: str
    claim: str | None
    new: bool
    claims: int = 0


def withdraw(ledger: Ledger, text: str, reason: str, signature: Signature) -> Corrected:
    """Let a claim, a citation, or a document with all its claims stand no longer."""
    return _stand(ledger, text, reason, signature, withdrawn=True)


def restore(ledger: Ledger, text: str, reason: str, signature: Signature) -> Corrected:
    """Let what was withdrawn stand again; of a document also the claims that went with it."""
    return _stand(ledger, text, reason, signature, withdrawn=False)


def stand(change: Change, named: Named, *, withdrawn: bool, reason: str) -> tuple[Revision | None, list[str]]:
    """Withdraw or restore a record within the caller's change; the revision, and the claims concerned."""
    if named.noun != "document":
        assert named.claim is not None, "a claim or a citation has a claim"
        new = revise(change, named.noun, named.id, withdrawn=withdrawn, reason=reason)
        return new, [named.claim]
    before = holding(change.ledger, "document", named.id)
    went = before.revision.at if before else ""
    new = revise(change, "document", named.id, withdrawn=withdrawn, reason=reason)
    concerned = []
    for filed in claims_of(change.ledger, named.id, withdrawn=True):
        together = withdrawn or (filed.holding is not None and filed.holding.revision.at == went)
        if together and revise(change, "claim", filed.claim.id, withdrawn=withdrawn, reason=reason):
            concerned.append(filed.claim.id)
    return new, concerned


def _stand(ledger: Ledger, text: str, reason: str, signature: Signature, *, withdrawn: bool) -> Corrected:
    ask_for(reason, said=True)
    named = record_named(ledger, text)
    with signature.change(ledger, "withdraw" if withdrawn else "restore") as change:
        new, concerned = stand(change, named, withdrawn=withdrawn, reason=reason)
        refresh(change, concerned)
    return Corrected(named.noun, named.id, named.claim, new is not None, len(concerned))


def ask_for(reason: str, *, said: bool) -> None:
    """Refuse a correction that says nothing, or not why."""
    if not said:
        raise AskedWrongly("nothing is amended", "Say what holds instead; --help lists what can be said.")
    if not reason.strip():
        raise AskedWrongly("no reason is given", "Say why with --because: whoever reads the log will ask.")


def refuse_withdrawn(filed: Filed) -> None:
    """Refuse to work on a claim that no longer stands."""
    if filed.withdrawn:
        named = filed.claim.id
        raise NotFound(
            f"the claim {named} was withdrawn", f"`factcheck restore {named}` lets it stand again."
        )


def still_withdrawn(ledger: Ledger, noun: Noun, record_id: str) -> Iterator[str]:
    """A sentence for whoever records again what was withdrawn: that alone does not bring it back."""
    if gone_among(ledger.rows, noun, [record_id]):
        yield f"{noun} {record_id} was withdrawn: `factcheck restore {record_id}` lets it stand again"
