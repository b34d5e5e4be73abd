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
from factcheck.ledger.redactions import VERB, redact_citation, redact_document
from factcheck.ledger.store import Ledger


@dataclass(frozen=True, slots=True)
class Redacted:
    """What was blanked, and how many claims went with it."""

    noun: str
    id: str
    claims: int


def redact(ledger: Ledger, text: str, reason: str, signature: Signature) -> Redacted:
    """Blank a document with the words of its claims, or a citation; it cannot be undone."""
    ask_for(reason, said=True)
    named = record_named(ledger, text)
    if named.noun == "claim":
        hint = "Redact its document, or one of its citations; `factcheck show CLAIM --json` has their ids."
        raise AskedWrongly("a claim is words of its document, and cannot be redacted alone", hint)
    with signature.change(ledger, VERB) as change:
        if named.noun == "citation":
            redact_citation(change, named.id, reason)
            concerned = [named.claim or ""]
        else:
            concerned = list(redact_document(change, named.id, reason))
        refresh(change, concerned)
    return Redacted(named.noun, named.id, 0 if named.noun == "citation" else len(concerned))
