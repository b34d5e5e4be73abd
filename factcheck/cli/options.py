"""Which database, in whose name, in which format: the options that commands share.

`--db` and `--as` may stand before or after the name of a command; the later one wins.
DESIGN section 7: `--db` > FACTCHECK_DB > ./claims.db, `--as` > FACTCHECK_USER > the
user of the system.

Callers: the command modules of `cli`.
"""

from __future__ import annotations

import getpass
import math
import os
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import click

from factcheck.errors import AskedWrongly

if TYPE_CHECKING:
    from factcheck.ledger.opening import Mode
    from factcheck.ledger.store import Ledger

Format = Literal["json", "nl", "csv", "tsv"]
Command = Callable[..., Any]
LONGEST_WAIT = 86_400
STEP = 100


@dataclass(frozen=True, slots=True)
class Desk:
    """Where a command works and for whom: the database, and the name that signs."""

    db: Path | None = None
    name: str | None = None

    @property
    def path(self) -> Path:
        """The database to use."""
        return self.db or Path(os.environ.get("FACTCHECK_DB") or "claims.db")

    def open(self, mode: Mode) -> Ledger:
        """The ledger, open to read or to write; a lock is waited for, FACTCHECK_TIMEOUT seconds at most."""
        from factcheck.ledger.opening import open_ledger

        return open_ledger(self.path, mode=mode, timeout=_timeout())

    @property
    def who(self) -> str:
        """The name that changes are signed with; declared, not proven."""
        name = self.name or os.environ.get("FACTCHECK_USER") or _system_user()
        if not name.strip():
            raise AskedWrongly("no name to sign with", "Pass --as NAME or set FACTCHECK_USER.")
        return name


def _timeout() -> float:
    stated = os.environ.get("FACTCHECK_TIMEOUT") or "30"
    try:
        seconds = float(stated)
    except ValueError:
        seconds = math.nan
    if not 0 <= seconds <= LONGEST_WAIT:
        hint = f"Give seconds, from 0 to {LONGEST_WAIT}."
        raise AskedWrongly(f"FACTCHECK_TIMEOUT is no time to wait: {stated!r}", hint)
    return seconds


def _system_user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return ""


def now() -> str:
    """The time of this moment in UTC, ISO 8601 to the second."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def desk_options(command: Command) -> Command:
    """Give a command `--db` and `--as`, and hand it a `desk` made of them."""

    @click.option(
        "--db", type=click.Path(path_type=Path), help="The database (else FACTCHECK_DB, else ./claims.db)."
    )
    @click.option(
        "--as", "signer", metavar="NAME", help="Who you are (else FACTCHECK_USER, else the system's user)."
    )
    @wraps(command)
    def with_desk(*, db: Path | None, signer: str | None, **rest: Any) -> Any:
        context = click.get_current_context()
        desk = context.obj if isinstance(context.obj, Desk) else Desk()
        desk = replace(desk, db=db or desk.db, name=signer or desk.name)
        context.obj = desk
        return command(desk=desk, **rest)

    return with_desk


def format_options(command: Command) -> Command:
    """Give a command `--json --nl --csv --tsv`, and hand it the `output` that was asked for."""
    helps = {
        "json": "One JSON document.",
        "nl": "One JSON object a line.",
        "csv": "Comma-separated values.",
        "tsv": "Tab-separated values.",
    }
    for name in reversed(helps):
        command = click.option(f"--{name}", "output", flag_value=name, help=helps[name])(command)
    return command


as_json = click.option("--json", "as_json", is_flag=True, help="One JSON document.")


def print_shape(shape: Mapping[str, object]) -> None:
    """Print one JSON document."""
    from factcheck.exchange.notation import SCHEMA_VERSION, json_text

    click.echo(json_text({"schema_version": SCHEMA_VERSION, **shape}, indent=2))


def print_answer(answer: object) -> None:
    """Print what a verb of the ledger did as one JSON document."""
    from factcheck.desk.answers import answer_shape

    print_shape(answer_shape(answer))


def progress_of(what: str) -> Callable[[int], None] | None:
    """What tells a person at a terminal how far long work is, on standard error; None where none looks."""
    if not sys.stderr.isatty():
        return None

    def tell(done: int) -> None:
        if done % STEP == 0:
            click.echo(f"\r{done:,} {what}", nl=False, err=True)

    return tell
