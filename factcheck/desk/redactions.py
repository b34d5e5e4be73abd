"""How is a text taken out that must not be kept?

A legal demand, or somebody's safety, outweighs the record: the words are blanked, with a
reason, and their hashes stay. The claim is scored again in the same transaction.

Callers: cli.
"""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.desk.records import record_named
from factcheck.desk.signature import Signature
from factcheck.desk.states import refresh
from factcheck.desk.withdrawals import ask_for
from factcheck.errors import AskedWrongly
from factcheck.ledger.redactions import VERB, Left, left, redact_citation, redact_document
from factcheck.ledger.store import Ledger


@dataclass(frozen=True, slots=True)
class Redacted:
    """What was blanked, how many claims went with it, and where the words may stand as well."""

    noun: str
    id: str
    claims: int
    left: tuple[Left, ...] = ()


def redact(ledger: Ledger, text: str, reason: str, signature: Signature) -> Redacted:
    """Blank a document with the words of its claims, or a citation; it cannot be undone."""
    ask_for(reason, said=True)
    named = record_named(ledger, text)
    if named.noun == "claim":
        hint = "Redact its document, or one of its citations; `factcheck show CLAIM --json` has their ids."
        raise AskedWrongly("a claim is words of its document, and cannot be redacted alone", hint)
    with signature.change(ledger, VERB) as change:
        if named.noun == "citation":
            assert named.claim is not None, "a citation has a claim"
            redact_citation(change, named.id, reason)
            refresh(change, [named.claim])
            return Redacted("citation", named.id, 0, left(ledger, (), named.id))
        claims = redact_document(change, named.id, reason)
        refresh(change, claims)
        return Redacted("document", named.id, len(claims), left(ledger, claims))
