"""Under which short name is a record filed?

An id is derived from content, so the same record gets the same id on every desk, and
recording it twice adds nothing. Ten characters of Crockford's base 32 hold 50 bits:
at a million records of a kind, two share an id with a chance of 1 in 2,000, and the
ledger refuses the second.
"""

from __future__ import annotations

import hashlib
import json

ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
LENGTH = 10


def identify(*parts: str | int | None) -> str:
    """The id of the record that these parts describe; the order of the parts matters."""
    canonical = json.dumps(parts, ensure_ascii=True, separators=(",", ":"))
    number = int.from_bytes(hashlib.sha256(canonical.encode("ascii")).digest()[:8], "big")
    return "".join(ALPHABET[number >> 5 * place & 31] for place in range(LENGTH))
