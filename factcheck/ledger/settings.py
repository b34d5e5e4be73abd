"""Which constants of the model has this ledger set otherwise, who did, when and why?

A setting is appended like every record: the latest of a name holds, and the earlier ones
stay to be read. What the names mean, and which values make sense, is not known here.

Callers: `desk`.
"""

from __future__ import annotations

import sqlite3
from decimal import Decimal

from factcheck.ledger.revisions import standing
from factcheck.ledger.store import Change, Ledger
from factcheck.ledger.tables import SETTINGS
from factcheck.model import Setting, identify


def add_setting(change: Change, name: str, value: Decimal, reason: str) -> bool:
    """Set a constant from now on; False if it has this value already."""
    held = {setting.name: setting.value for setting in settings(change.ledger)}
    if held.get(name) == value:
        return False
    setting_id = identify("setting", name, str(value), change.at, change.who)
    change.add(SETTINGS, [(setting_id, name, str(value), change.at, change.who, reason)], subject="model")
    return True


def settings(ledger: Ledger) -> tuple[Setting, ...]:
    """The setting that holds for each name that was ever set, by name."""
    rows = standing(ledger, "setting", ledger.rows("SELECT * FROM settings"), "set_at")
    latest = {row["name"]: row for row in rows}
    return tuple(ledger.read(_read_setting, [latest[name] for name in sorted(latest)]))


def _read_setting(row: sqlite3.Row) -> Setting:
    """The setting of a row."""
    return Setting(row["name"], Decimal(row["value"]), row["reason"], row["set_by"], row["set_at"])
