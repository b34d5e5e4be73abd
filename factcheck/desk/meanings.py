"""How near do recorded claims lie to a text by meaning, where a model of language is installed?

The vector of a claim is made when it is first a candidate, and kept in a ledger that may be
written to. Without the `[semantic]` extra there is no nearness, and matching goes by words.

Callers: `matching`.
"""

from __future__ import annotations

from collections.abc import Mapping

from factcheck.agreement.matching.profiles import Telling
from factcheck.desk.signature import Signature
from factcheck.language import meaning
from factcheck.ledger.store import Ledger
from factcheck.ledger.tellings import keep_vectors, kept_vectors


def nearness(
    ledger: Ledger, asked: str, told: Mapping[int, Telling], signature: Signature | None
) -> dict[int, float] | None:
    """How near each claim lies to what is asked, by its entry; None without the model.

    With a signature, the vectors that had to be made are kept.
    """
    if not told or meaning.why_absent() is not None:
        return None
    vectors = kept_vectors(ledger, meaning.MODEL, told)
    missing = [entry for entry in told if entry not in vectors]
    texts = [(told[entry].said, told[entry].title) for entry in missing]
    made = dict(zip(missing, meaning.vectors_of_titled(texts), strict=True))
    if made and signature is not None:
        with signature.change(ledger, "match") as change:
            keep_vectors(change, meaning.MODEL, made)
    vectors |= made
    (mine,) = meaning.vectors_of([asked])
    return dict(zip(told, meaning.nearness(mine, [vectors[entry] for entry in told]), strict=True))
