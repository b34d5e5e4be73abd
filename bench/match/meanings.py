"""What are the sentence vectors of the labelled claims, where the `[semantic]` extra is installed?

Encoding ten thousand claims twice takes minutes, so the vectors are kept in a file beside
the temporary ones, named by the model and by the claims.
"""

from __future__ import annotations

import hashlib
import pickle
import tempfile
from pathlib import Path

from bench.match.sets import corpus
from factcheck.language.meaning import MODEL, vectors_of_titled, why_absent


def meanings(data: Path) -> dict[int, bytes]:
    """The vector of each claim by its entry; none without the extra."""
    if why_absent() is not None:
        return {}
    claims = corpus(data)
    key = hashlib.sha256(f"{MODEL} {claims}".encode()).hexdigest()[:16]
    kept = Path(tempfile.gettempdir()) / f"factcheck-bench-meanings-{key}"
    if not kept.exists():
        vectors = vectors_of_titled([(claim.text, claim.title) for claim in claims])
        kept.write_bytes(
            pickle.dumps({claim.entry: vector for claim, vector in zip(claims, vectors, strict=True)})
        )
    found: dict[int, bytes] = pickle.loads(kept.read_bytes())
    return found
