"""How well did a source's figures hold up elsewhere, and what does that say of its next one?

Per measure: what a source said of one matter is held against what was decided there or,
where nothing was, against the figures that the others agree with best. The others weigh by
their own records, so the weights are computed again until they settle. No source is ever
held against itself, or against whoever speaks as one with it, nor does it weigh by what it
says of the matter at hand: whoever asks about a matter leaves that one out.

A record is an inference, not a judgement of anybody. So it weighs only where a ledger asks
for it (`track_record` in `constants.py`), and then only in telling which figures agree best:
support, conflict and band rest on what people declared.

Pure: matters in, records out. Callers: `desk`, bench.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from factcheck.agreement.affiliations import family_of
from factcheck.agreement.constants import DEFAULTS, Constants
from factcheck.agreement.nearness import field_of
from factcheck.agreement.provenance import name_key
from factcheck.agreement.wording import counted, listed

PASSES = 8  # the weights settle in three or four; where they swing between two states, this ends it


@dataclass(frozen=True, slots=True)
class Matter:
    """One number that several sources gave: what it counts, and the figure of each source.

    `figures` are in one unit, one a source, by its name. `settled` is what was decided, if
    anything was.
    """

    id: str
    measure: str
    figures: tuple[tuple[str, Decimal], ...]
    settled: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Trial:
    """One figure of a source held against others': 1 for the same, fading with the distance to 0."""

    matter: str
    figure: Decimal
    against: tuple[Decimal, ...]
    agreement: float
    decided: bool


@dataclass(frozen=True, slots=True)
class TrackRecord:
    """What the figures of a source on one measure came to, and what its next one weighs by that."""

    source: str
    measure: str
    trials: tuple[Trial, ...]
    weight: float

    @property
    def sentence(self) -> str:
        """The record in words, for an editor."""
        about = f"{self.source} on “{self.measure}” elsewhere"
        if not self.trials:
            return f"{about}: no figure that anything tests, so its figures weigh 1."
        decided = sum(trial.decided for trial in self.trials)
        against = (("a decision", decided), ("other sources", len(self.trials) - decided))
        held = listed(
            [f"{counted(many, 'figure', 'figures')} against {what}" for what, many in against if many]
        )
        mean = math.fsum(trial.agreement for trial in self.trials) / len(self.trials)
        return (
            f"{about}: {held}, with a mean agreement of {mean:.2f}, where 1 is the same figure. "
            f"So its figures weigh {self.weight:.2f}, where 1 is to have no record."
        )


Key = tuple[str, str]
Trials = dict[Key, dict[str, Trial]]


@dataclass(frozen=True, slots=True)
class TrackRecords:
    """All trials, by the keys of source and measure and by matter, and how much agreement they come to."""

    trials: Mapping[Key, Mapping[str, Trial]]
    agreed: Mapping[Key, float]
    constants: Constants

    def of(self, source: str, measure: str) -> TrackRecord:
        """The record of a source on a measure."""
        key = name_key(source), name_key(measure)
        return TrackRecord(source, measure, tuple(self.trials.get(key, {}).values()), self.weight(key))

    def weight(self, key: Key, leaving_out: str | None = None) -> float:
        """What the figures of a source weigh, by its trials on all matters but one.

        The rule of succession: a record begins with `track_prior` trials, half of which agreed. So
        it is 1 without any, and at most 2.
        """
        trials, agreed = self.trials.get(key, {}), self.agreed.get(key, 0.0)
        tried = len(trials)
        if leaving_out is not None and leaving_out in trials:
            agreed, tried = agreed - trials[leaving_out].agreement, tried - 1
        prior = float(self.constants.track_prior)
        return float((2 * (agreed + prior / 2) / (tried + prior)) ** float(self.constants.track_record))


def track_records(
    matters: Sequence[Matter], affiliations: Iterable[tuple[str, str]] = (), constants: Constants = DEFAULTS
) -> TrackRecords:
    """The records of all sources from what they say of these matters, whatever their order.

    `affiliations` are pairs of source names that speak as one. A matter with a figure below
    nought has no ratios, and tests nobody.
    """
    pairs = tuple(affiliations)
    kin = {name: family_of(name, pairs).members for matter in matters for name, _ in matter.figures}
    ordered = sorted(matters, key=lambda matter: matter.id)
    records = TrackRecords({}, {}, constants)
    for _ in range(PASSES):
        trials = _try_all(ordered, records, kin)
        if trials == records.trials:
            break
        agreed = {key: math.fsum(trial.agreement for trial in held.values()) for key, held in trials.items()}
        records = TrackRecords(trials, agreed, constants)
    return records


def _try_all(matters: Sequence[Matter], records: TrackRecords, kin: Mapping[str, frozenset[str]]) -> Trials:
    """Every figure held against the others', each source weighing by the records so far."""
    trials: Trials = defaultdict(dict)
    for matter in matters:
        for source, trial in _try(matter, records, kin):
            trials[name_key(source), name_key(matter.measure)][matter.id] = trial
    return dict(trials)


def _try(
    matter: Matter, records: TrackRecords, kin: Mapping[str, frozenset[str]]
) -> Iterator[tuple[str, Trial]]:
    measure, constants = name_key(matter.measure), records.constants
    least, width = float(constants.least_count), float(constants.kernel_width)
    weighed = {
        name_key(source): (figure, records.weight((name_key(source), measure), matter.id))
        for source, figure in matter.figures
    }
    settled = [] if matter.settled is None else [(matter.settled, 0.0)]
    field = field_of([*weighed.values(), *settled], least, width)
    if field is None:
        return
    for source, figure in matter.figures:
        own = [weighed[name] for name in kin[source] if name in weighed]
        against = field.best(without=own) if matter.settled is None else (matter.settled,)
        if against:
            agreement = math.fsum(field.nearness(figure, other) for other in against) / len(against)
            yield source, Trial(matter.id, figure, against, agreement, matter.settled is not None)
