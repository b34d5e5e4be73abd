"""Which model does this ledger judge with, and how is a constant of it set?

The constants have defaults; a ledger may set any of them, with a reason, and then every
claim with evidence is scored again in the same transaction, so that no list mixes two
models. Setting a constant back is one more setting.

Callers: cli.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from factcheck.agreement.constants import Held, hold, model_name, parse_constant
from factcheck.agreement.rates import is_dated, is_rate
from factcheck.desk.grounds import model_of
from factcheck.desk.scoring import Progress, rescore
from factcheck.desk.signature import Signature
from factcheck.errors import AskedWrongly
from factcheck.ledger.settings import add_setting
from factcheck.ledger.store import Ledger


@dataclass(frozen=True, slots=True)
class Changed:
    """What setting a constant did: its value and the model now, and how many scores differ."""

    value: Decimal
    model: str
    new: bool
    differing: int


def constants_of(ledger: Ledger) -> tuple[str, tuple[Held, ...]]:
    """The name of the model, and every constant of it in a fixed order."""
    model = model_of(ledger)
    return model_name(model.constants), hold(model.constants, model.settings)


def set_constant(
    ledger: Ledger,
    name: str,
    value: str,
    because: str,
    signature: Signature,
    progress: Progress | None = None,
) -> Changed:
    """Set a constant of this ledger, and score every claim with evidence again.

    An exchange rate is set by a name such as "EUR in USD". `value` is a number, or "default".
    AskedWrongly where it is out of bounds, contradicts another constant, or no reason is given.
    """
    number = parse_constant(name, value)
    if not because.strip():
        raise AskedWrongly("a constant is set for a reason", "Give it with --because.")
    if is_rate(name) and not is_dated(because):
        hint = "Say in --because of which day it is, and whose: “ECB reference rate of 2019-11-15”."
        raise AskedWrongly("an exchange rate has a date", hint)
    with signature.change(ledger, "model set") as change:
        new = add_setting(change, name, number, because.strip())
        model = model_name(model_of(ledger).constants)
        differing = rescore(change, progress=progress) if new else 0
    return Changed(number, model, new, differing)


def rescore_all(ledger: Ledger, signature: Signature, progress: Progress | None = None) -> tuple[str, int]:
    """Score every claim with evidence again, after a newer version of the model, say.

    The name of the model, and how many scores differ from what was kept.
    """
    with signature.change(ledger, "model rescore") as change:
        differing = rescore(change, progress=progress)
        return model_name(model_of(ledger).constants), differing
