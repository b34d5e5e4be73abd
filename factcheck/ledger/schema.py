"""What exactly does the file hold? The DDL of every table, index and trigger.

Records are appended and never touched again: triggers stop update, delete and replace
in every table of records, whichever program writes. Words alone may be blanked, once,
and only beside a redaction event that names their record. Derived tables (`agreements`,
`name_keys`, `states`) may be dropped and rebuilt, and have no such triggers. `entry` is
the order of recording; every list follows it.

Callers: `migrations`, which executes the statements, and `admission`, which compares a
file with `EXPECTED` before it is trusted. A test compares the columns with `tables`.
"""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.ledger.versions import version_1, version_2, version_3, version_4

APPLICATION_ID = 0x46434B4C  # "FCKL", at offset 68 of the file: how `file` can tell a ledger
VERSION = 4

# What each version added. Once released, a version's statements are never edited (a test holds
# their hash): a change of an older table is a migration of its own.
VERSIONS = (version_1.MADE, version_2.MADE, version_3.MADE, version_4.MADE)
STATEMENTS = tuple(statement for made in VERSIONS for statement in made)


def _left(statements: Iterable[str]) -> dict[tuple[str, str], str]:
    """What stands after all of the statements, by kind and name."""
    left: dict[tuple[str, str], str] = {}
    for statement in statements:
        verb, *words = statement.replace("VIRTUAL TABLE", "TABLE").split(maxsplit=3)
        key = (words[0].lower(), words[1])
        if verb == "DROP":
            del left[key]
        else:
            left[key] = statement
    return left


EXPECTED = _left(STATEMENTS)
