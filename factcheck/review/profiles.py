"""Which claims of a ledger fall short of a rule, and how?

A profile is a list of rules; so is what a publishing pipeline asks to fail on. Every rule
has a name, a sentence that says what it wants, and answers for one claim why it is not met.
Nothing here decides whether a number is right: a rule speaks of evidence, signatures and
print. Withdrawn claims are not asked.

`two-source` is the newsroom's rule that nothing is printed on one source's word. `ifcn`
holds a claim against what a program can see of the commitments of the International
Fact-Checking Network (transparency of sources and of methodology, open corrections);
fairness and funding are no property of a claim.

Pure: small values in, failures out. Caller: `desk`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from factcheck.errors import AskedWrongly
from factcheck.model import Band, State

SIGNED = ("signed off", "published", "corrected")


@dataclass(frozen=True, slots=True)
class Shown:
    """A citation as a reader could find it again, and whether it stands for an origin of its own."""

    id: str
    source: str
    url: str | None = None
    archive: str | None = None
    locator: str | None = None
    derived: bool = False
    counted: bool = True


@dataclass(frozen=True, slots=True)
class Checked:
    """What rules ask of a claim. `because` is the reason that was given with its verdict.

    `independent`, `corroborates` and `conflicts` count origins as the agreement has them.
    """

    claim: str
    state: State
    band: Band
    independent: int
    corroborates: int
    conflicts: int
    citations: tuple[Shown, ...] = ()
    because: str | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: its name, what it wants, and why a claim does not meet it (None where it does)."""

    name: str
    sentence: str
    why: Callable[[Checked], str | None]


@dataclass(frozen=True, slots=True)
class Failure:
    """A claim that does not meet a rule, and why."""

    claim: str
    rule: str
    why: str


def failures(claims: Iterable[Checked], rules: Iterable[Rule]) -> tuple[Failure, ...]:
    """Where which rule is not met, in the order of the claims, then of the rules."""
    return tuple(_failing(claims, tuple(rules)))


def _failing(claims: Iterable[Checked], rules: tuple[Rule, ...]) -> Iterator[Failure]:
    for checked in claims:
        if checked.state.status == "withdrawn":
            continue
        for rule in rules:
            why = rule.why(checked)
            if why is not None:
                yield Failure(checked.claim, rule.name, why)


def profile_named(name: str) -> tuple[Rule, ...]:
    """The rules of a profile; AskedWrongly where there is none of this name."""
    if name not in PROFILES:
        raise AskedWrongly(f"no profile {name!r}", f"There are {', '.join(PROFILES)}.")
    return PROFILES[name]


def conditions_named(names: str) -> tuple[Rule, ...]:
    """The conditions of a list such as "open,conflict,unsigned"; AskedWrongly for one that is none."""
    wanted = [name.strip() for name in names.split(",") if name.strip()]
    unknown = [name for name in wanted if name not in CONDITIONS]
    if unknown or not wanted:
        what = f"no condition {unknown[0]!r}" if unknown else "no condition is named"
        raise AskedWrongly(what, f"There are {', '.join(CONDITIONS)}.")
    return tuple(CONDITIONS[name] for name in dict.fromkeys(wanted))


# -- where the desk stands -------------------------------------------------------------------------------


def _open(checked: Checked) -> str | None:
    state = checked.state
    if state.question is not None:
        return f"A question to its author is open: “{state.question}”"
    if state.verdict is not None:
        return None
    if state.readings:
        sealed = state.blind == "sealed"
        return (
            "Its second blind reading is still to come."
            if sealed
            else "Several verdicts stand beside each other."
        )
    return state.reopened or "Nobody has decided it."


def _conflict(checked: Checked) -> str | None:
    many = checked.conflicts
    told = "One independent origin conflicts" if many == 1 else f"{many} independent origins conflict"
    return f"{told} with it: {checked.band}." if many else None


def _unsigned(checked: Checked) -> str | None:
    status = checked.state.status
    return None if status in SIGNED else f"It is {status}, and not signed off."


def _self_signed(checked: Checked) -> str | None:
    state = checked.state
    return f"{state.signed_by} signed off their own work." if state.self_signed else None


def _disputed(checked: Checked) -> str | None:
    return (
        "Reviewers decided beside each other, and nobody has settled it." if checked.state.disputed else None
    )


def _changed(checked: Checked) -> str | None:
    saw = checked.state.saw
    if saw is None or saw.band == checked.band:
        return None
    return f"It was decided when the evidence was “{saw.band}”, and is now “{checked.band}”."


OPEN = Rule("open", "A claim has one verdict, and no question is open.", _open)
CONFLICT = Rule("conflict", "No independent source conflicts with the number.", _conflict)
UNSIGNED = Rule("unsigned", "A claim is signed off.", _unsigned)
SELF_SIGNED = Rule("self-signed", "Somebody other than whoever did the work has signed.", _self_signed)
DISPUTED = Rule("disputed", "Reviewers are not in dispute.", _disputed)
CHANGED = Rule("changed", "The evidence is as strong as when the verdict was made.", _changed)
CONDITIONS = {one.name: one for one in (OPEN, CONFLICT, UNSIGNED, SELF_SIGNED, DISPUTED, CHANGED)}


# -- what the profiles want besides ----------------------------------------------------------------------


def _uncited(checked: Checked) -> str | None:
    return None if checked.citations else "It has no citation."


def _not_replicable(checked: Checked) -> str | None:
    lost = [one.source for one in checked.citations if not (one.url or one.archive or one.locator)]
    return f"Nothing says where to find {_listed(lost)}." if lost else None


def _one_source(checked: Checked) -> str | None:
    return _too_few(checked.independent, "independent origin speaks to it")


def _one_corroborates(checked: Checked) -> str | None:
    return _too_few(checked.corroborates, "independent origin corroborates it")


def _too_few(many: int, what: str) -> str | None:
    return None if many > 1 else f"{'Only one' if many else 'No'} {what}."


def _second_hand(checked: Checked) -> str | None:
    counted = [one for one in checked.citations if one.counted]
    derived = [one.source for one in counted if one.derived]
    return f"{_listed(derived)} took the figure from elsewhere." if derived else None


def _unexplained(checked: Checked) -> str | None:
    if checked.state.verdict is None or (checked.because or "").strip():
        return None
    return f"Nothing says why it is “{checked.state.verdict}”."


def _uncorrected(checked: Checked) -> str | None:
    """What is in print and is not what the desk holds any more."""
    state = checked.state
    if state.published_at is None or state.status in ("published", "corrected"):
        return None
    return state.reopened or f"It is in print as “{state.published_verdict}”, and under review again."


def _listed(names: Iterable[str]) -> str:
    *most, last = dict.fromkeys(names)
    return f"{', '.join(most)} and {last}" if most else last


CITED = Rule("cited", "A claim has evidence.", _uncited)
REPLICABLE = Rule("replicable", "A reader can find every source that is cited.", _not_replicable)
SEVERAL = Rule("several-sources", "More than one independent origin speaks to the number.", _one_source)
TWO = Rule("two-sources", "Two independent origins corroborate the number.", _one_corroborates)
FIRST_HAND = Rule("first-hand", "What counts as evidence is whoever made the figure.", _second_hand)
EXPLAINED = Rule("explained", "A verdict has a written reason.", _unexplained)
CORRECTED = Rule("corrected", "What is in print is what the desk holds, or is corrected.", _uncorrected)

PROFILES = {
    "ifcn": (CITED, REPLICABLE, SEVERAL, FIRST_HAND, OPEN, EXPLAINED, UNSIGNED, CHANGED, CORRECTED),
    "two-source": (CITED, TWO, CONFLICT, OPEN, UNSIGNED, SELF_SIGNED),
}
