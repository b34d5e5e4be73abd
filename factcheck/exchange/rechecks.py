"""Which JSON does a script get of passages that were looked for again? (docs/columns.md)

Pure: values in, dicts out. Caller: `cli`, for `recheck --json`.
"""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.exchange.extracts import Shape
from factcheck.exchange.notation import SCHEMA_VERSION
from factcheck.model import Rechecked


def rechecks_shape(found: Iterable[Rechecked]) -> Shape:
    """Every passage that was looked for, in the order of recording."""
    return {"schema_version": SCHEMA_VERSION, "passages": list(map(rechecked_shape, found))}


def rechecked_shape(one: Rechecked) -> Shape:
    """One passage: whether it stands, on which page now, and whether the file is the one it came from."""
    return {
        "claim": one.claim,
        "citation": one.citation,
        "source": one.source,
        "passage": one.passage,
        "path": one.path,
        "stands": one.stands,
        "changed": one.changed,
        "locator": one.locator,
        "reason": one.reason,
    }
