"""Which numbers does the model rest on, and which of them has a ledger set otherwise?

Every constant is a field of `Constants`: its default, the least and the most that make
sense, and what it says. A ledger may set any of them; whoever computes is handed the
whole value, so that one run never mixes two models. Each has its reason and its source
in docs/agreement.md. Exchange rates are set in the same way, and there is none by default.
Limits of wording and of work are no constants of the model, and stay in their modules.

Pure. Callers: every module of `agreement` that computes, `desk` and `show`.
"""

from __future__ import annotations

import hashlib
import math
from collections.abc import Iterable
from dataclasses import dataclass, field, fields, replace
from decimal import Decimal, InvalidOperation
from typing import Any

from factcheck.agreement.rates import LEAST, MOST, Rate, is_rate, rates_of
from factcheck.errors import AskedWrongly
from factcheck.model import Setting

MODEL_VERSION = "2"  # goes up when the same evidence may score otherwise under the same constants


@dataclass(frozen=True, slots=True)
class Constant:
    """What is known of a constant besides its default: its limits, and what it says."""

    name: str
    least: Decimal
    most: Decimal
    says: str


@dataclass(frozen=True, slots=True)
class Constants:
    """The constants of the model. A ramp is the ratio at which closeness ends; weights are factors.

    `rates` are the exchange rates that somebody declared: there is none by default.
    """

    round_at_most: Decimal = Decimal("0.05")
    about_at_least: Decimal = Decimal("0.10")
    about_at_most: Decimal = Decimal("0.15")
    nearly_from: Decimal = Decimal("0.9")
    ramp: Decimal = Decimal("1.05")
    ramp_loose: Decimal = Decimal("1.10")
    ramp_vague: Decimal = Decimal("1.50")
    least_count: Decimal = Decimal("0.5")
    corroborates_from: Decimal = Decimal("0.5")
    conflicts_below: Decimal = Decimal("0.5")
    reliability_a: Decimal = Decimal("1")
    reliability_b: Decimal = Decimal("0.8")
    reliability_c: Decimal = Decimal("0.6")
    reliability_d: Decimal = Decimal("0.4")
    reliability_e: Decimal = Decimal("0.2")
    reliability_f: Decimal = Decimal("0.6")
    neutral: Decimal = Decimal("0.6")
    party: Decimal = Decimal("0.5")
    prior_weight: Decimal = Decimal("2")
    base_rate: Decimal = Decimal("0.5")
    stance_score: Decimal = Decimal("0.5")
    headline_within: Decimal = Decimal("2")
    estimates_needed: Decimal = Decimal("3")
    kernel_width: Decimal = Decimal("0.3")
    track_record: Decimal = Decimal("0")
    track_prior: Decimal = Decimal("2")
    rates: tuple[Rate, ...] = ()
    _hash: int = field(default=0, init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        if self.about_at_least > self.about_at_most:
            raise ValueError("about_at_least is above about_at_most")
        object.__setattr__(
            self, "_hash", hash(tuple(getattr(self, one.name) for one in fields(self) if one.compare))
        )

    def __hash__(self) -> int:
        return self._hash


DEFAULTS = Constants()
CONSTANTS = tuple(
    Constant(name, Decimal(least), Decimal(most), says)
    for name, least, most, says in (
        ("round_at_most", "0", "0.5", "how far a round figure reaches at most"),
        ("about_at_least", "0", "0.5", "how far “about” reaches at least"),
        ("about_at_most", "0", "0.9", "how far “about” reaches at most"),
        ("nearly_from", "0.1", "1", "where “nearly” begins, as a share"),
        ("ramp", "1", "10", "up to which ratio a value is still close"),
        ("ramp_loose", "1", "10", "the same for “about” and “nearly”"),
        ("ramp_vague", "1", "100", "the same for “dozens” and “thousands”"),
        ("least_count", "0.001", "1", "where a count of none lies among ratios"),
        ("corroborates_from", "0.001", "1", "the necessity that corroborates"),
        ("conflicts_below", "0.001", "1", "the possibility below which numbers conflict"),
        ("reliability_a", "0", "1", "reliability A: reliable"),
        ("reliability_b", "0", "1", "reliability B: usually reliable"),
        ("reliability_c", "0", "1", "reliability C: fairly reliable"),
        ("reliability_d", "0", "1", "reliability D: not usually reliable"),
        ("reliability_e", "0", "1", "reliability E: unreliable"),
        ("reliability_f", "0", "1", "reliability F: cannot be judged"),
        ("neutral", "0.01", "1", "the reliability that weighs 1"),
        ("party", "0", "1", "the weight of a party to the dispute"),
        ("prior_weight", "0.001", "1000", "how much evidence the unknown outweighs"),
        ("base_rate", "0", "1", "which share of the unknown the score counts"),
        ("stance_score", "0", "1", "the strength of a stance with a reason"),
        ("headline_within", "1", "1000", "within which factor one figure will do"),
        ("estimates_needed", "2", "1000", "how many estimates make a mean"),
        ("kernel_width", "0.001", "10", "how fast agreement fades with distance"),
        ("track_record", "0", "1", "how far a source's track record weighs"),
        ("track_prior", "0.001", "1000", "how many trials a record has to outweigh"),
    )
)
_KNOWN = {one.name: one for one in CONSTANTS}


def parse_constant(name: str, value: str) -> Decimal:
    """The value that somebody typed for a constant; AskedWrongly where there is none, or it is out of bounds.

    "default" is the default, and of a rate that there is none. A number is plain decimal notation: "0.08".
    """
    known = Constant(name, LEAST, MOST, "") if is_rate(name) else _KNOWN.get(name)
    if known is None:
        hint = "`factcheck model show` lists them; a rate is named by codes, as “EUR in USD”."
        raise AskedWrongly(f"the model has no constant {name!r}", hint)
    default = default_of(name)
    if value == "default":
        return default or Decimal(0)
    try:
        number = Decimal(value)
    except InvalidOperation:
        raise AskedWrongly(f"no number: {value!r}", "Write it as 0.08, or `default`.") from None
    if not (number.is_finite() and known.least <= number <= known.most):
        hint = f"It may lie between {known.least} and {known.most}; the default is {default or 'none'}."
        raise AskedWrongly(f"{name} cannot be {value}", hint)
    return number


def default_of(name: str) -> Decimal | None:
    """The default of a constant; None for a rate, which has none."""
    return None if is_rate(name) else getattr(DEFAULTS, name)


def with_settings(settings: Iterable[Setting]) -> Constants:
    """The constants with these set; names that this version does not know are left out.

    Raises AskedWrongly where two of them contradict each other.
    """
    settings = tuple(settings)
    held = {setting.name: setting.value for setting in settings}
    chosen: dict[str, Any] = {one.name: held[one.name] for one in CONSTANTS if one.name in held}
    try:
        return replace(DEFAULTS, rates=rates_of(settings), **chosen)
    except ValueError as error:
        raise AskedWrongly(
            f"these constants contradict each other: {error}", "Set the other one first."
        ) from error


def changed(chosen: Constants) -> tuple[str, ...]:
    """The names of the constants that are not at their default, in order, then those of the rates."""
    set_otherwise = (
        one.name for one in CONSTANTS if getattr(chosen, one.name) != getattr(DEFAULTS, one.name)
    )
    return (*set_otherwise, *(rate.name for rate in chosen.rates))


def model_name(chosen: Constants) -> str:
    """The name that is kept beside an agreement: the version, and a digest of what was set otherwise."""
    values = {one.name: getattr(chosen, one.name) for one in CONSTANTS}
    values |= {rate.name: rate.value for rate in chosen.rates}
    set_otherwise = [f"{name}={values[name].normalize():f}" for name in changed(chosen)]
    if not set_otherwise:
        return MODEL_VERSION
    digest = hashlib.sha256(";".join(set_otherwise).encode("ascii")).hexdigest()
    return f"{MODEL_VERSION}+{digest[:8]}"


def log_of(ratio: Decimal) -> float:
    """A ratio as a distance on the log scale."""
    return math.log(float(ratio))


@dataclass(frozen=True, slots=True)
class Held:
    """A constant or rate as a ledger has it; `setting` says who set it, where it is not the default."""

    name: str
    value: Decimal
    default: Decimal | None
    says: str
    setting: Setting | None = None


def hold(chosen: Constants, settings: Iterable[Setting]) -> tuple[Held, ...]:
    """Every constant with its value here, in order, and every rate that is declared."""
    by_name = {setting.name: setting for setting in settings}
    constants = [(one.name, getattr(chosen, one.name), one.says) for one in CONSTANTS]
    rates = [(rate.name, rate.value, f"what 1 {rate.currency} is worth") for rate in chosen.rates]
    return tuple(
        Held(name, value, default_of(name), says, by_name.get(name))
        for name, value, says in constants + rates
    )
