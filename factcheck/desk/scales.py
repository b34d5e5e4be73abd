"""On which scale do the verdicts of this ledger stand?

Callers: cli.
"""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from factcheck.desk.signature import Signature
from factcheck.desk.withdrawals import ask_for
from factcheck.errors import NotFound, Unreadable
from factcheck.exchange.strict_json import LARGEST, read_json
from factcheck.ledger import decisions
from factcheck.ledger.store import Ledger
from factcheck.model import Scale, ScaleStep
from factcheck.review.scales import check_scale

HINT = '`factcheck review scale --json` prints one: {"scale": [{"label", "order", "value", "meaning"}]}.'


def scale(ledger: Ledger) -> Scale:
    """The scale in use."""
    return decisions.scale_of(ledger)


def set_scale(ledger: Ledger, steps: Scale, reason: str, signature: Signature) -> bool:
    """Let verdicts stand on another scale from now on; False if they do."""
    ask_for(reason, said=True)
    checked = check_scale(steps)
    with signature.change(ledger, "review scale") as change:
        return decisions.set_scale(change, checked, reason)


def read_scale(path: Path) -> Scale:
    """The steps that a file states; NotFound or Unreadable where it states none."""
    try:
        with path.open("rb") as stream:
            told = read_json(stream.read(LARGEST + 1), str(path), HINT)
    except FileNotFoundError:
        raise NotFound(f"no such file: {path}", "Check the spelling of the path.") from None
    except OSError as error:
        raise Unreadable(f"{path} cannot be read: {error.strerror}", HINT) from None
    steps = told.get("scale") if isinstance(told, dict) else None
    if not isinstance(steps, list) or not steps:
        raise Unreadable(f"{path} is no scale: it has no list of steps", HINT)
    return tuple(_step(step, f"{path}, step {number}") for number, step in enumerate(steps, start=1))


def _step(told: Any, where: str) -> ScaleStep:
    try:
        value = told["value"]
        order = told["order"]
        if not (order is None or isinstance(order, int)) or not isinstance(told["meaning"], str):
            raise TypeError("order is a whole number or null, meaning is text")
        return ScaleStep(
            str(told["label"]), order, None if value is None else Decimal(str(value)), told["meaning"]
        )
    except (KeyError, TypeError, InvalidOperation) as error:
        raise Unreadable(f"{where} is no step: {error}", HINT) from None
