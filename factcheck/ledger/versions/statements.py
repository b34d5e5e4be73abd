"""How does a script of DDL become single statements, and a table append-only?

Pure. Callers: the versions beside this module.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

_FROZEN = """
CREATE TRIGGER {table}_no_update BEFORE UPDATE ON {table}
BEGIN SELECT RAISE(ABORT, '{table} are append-only: no update'); END;
CREATE TRIGGER {table}_no_delete BEFORE DELETE ON {table}
BEGIN SELECT RAISE(ABORT, '{table} are append-only: no delete'); END;
CREATE TRIGGER {table}_no_replace BEFORE INSERT ON {table}
WHEN EXISTS (SELECT 1 FROM {table} WHERE {taken})
BEGIN SELECT RAISE(ABORT, '{table} are append-only: no replace'); END;
"""


def statements(script: str) -> tuple[str, ...]:
    """The statements of a script; a semicolon within a trigger's body ends no line but its own."""
    return tuple(
        part.strip() for part in re.split(r";\s*\n(?=CREATE|DROP|\Z)", script.lstrip()) if part.strip()
    )


def frozen(taken: Mapping[str, str]) -> tuple[str, ...]:
    """The triggers that make tables append-only, given every unique key of each.

    REPLACE deletes whichever row stands in its way, so each key must be looked at.
    """
    return tuple(
        line for table, keys in taken.items() for line in statements(_FROZEN.format(table=table, taken=keys))
    )
