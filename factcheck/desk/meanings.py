"""How near do recorded claims lie to a text by meaning, where a model of language is installed?

The vector of a claim is made when it is first a candidate, and kept in a ledger that may be
written to. Without the `[semantic]` extra there is no nearness, and matching goes by words.

Callers: `matching`.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.agreement.matching.found import Recorded
from factcheck.desk.signature import Signature
from factcheck.language import meaning
from factcheck.ledger.store import Ledger
from factcheck.ledger.tellings import keep_vectors, kept_vectors


def nearness(
    ledger: Ledger, said: str, claims: Sequence[Recorded], signature: Signature | None
) -> list[float] | None:
    """How near each claim lies to what is said; None without the model.

    With a signature, the vectors that had to be made are kept.
    """
    if not claims or meaning.why_absent() is not None:
        return None
    vectors = kept_vectors(ledger, meaning.MODEL, [one.entry for one in claims])
    missing = [one for one in claims if one.entry not in vectors]
    told = [(one.telling.said, one.telling.title) for one in missing]
    made = dict(zip([one.entry for one in missing], meaning.vectors_of_titled(told), strict=True))
    if made and signature is not None:
        with signature.change(ledger, "match") as change:
            keep_vectors(change, meaning.MODEL, made)
    vectors |= made
    (mine,) = meaning.vectors_of([said])
    return meaning.nearness(mine, [vectors[one.entry] for one in claims])
