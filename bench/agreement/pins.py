"""Which answer of the model hangs on which constant?

Cases of our own, each so near a border that a small change of one constant moves it across:
for every constant one that changes when it sinks, and one when it rises. `mutations.py`
shows that they do; a constant that nothing pins could be anything.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import partial

from bench.agreement.grade import number
from factcheck.agreement.compare import compare
from factcheck.agreement.constants import Constants
from factcheck.agreement.nearness import field_of
from factcheck.agreement.pool import pool
from factcheck.agreement.score import assess
from factcheck.agreement.track_records import Matter, track_records
from factcheck.model import Citation, Judged, Quantity, Relation, RelationLabel, Reliability, Stance, Standing

Outcome = object


@dataclass(frozen=True, slots=True)
class Pin:
    """A case with the answer that it has under the default constants."""

    example: str
    answer: Callable[[Constants], Outcome]
    expected: Outcome


def phrase(words: str) -> Quantity:
    """The number of a phrase."""
    said = number(words)
    assert said is not None, words
    return said


# -- what a citation says of a claim -----------------------------------------------------------------------

RELATIONS: tuple[tuple[str, str, RelationLabel], ...] = (
    ("3,000 farms", "2,785 farms", "corroborates"),
    ("3,000 farms", "2,756 farms", "compatible"),
    ("about 4,230 farms", "3,634 farms", "corroborates"),
    ("about 4,230 farms", "3,599 farms", "compatible"),
    ("about 3,000 farms", "2,435 farms", "corroborates"),
    ("about 3,000 farms", "2,406 farms", "compatible"),
    ("nearly 4,230 farms", "3,554 farms", "compatible"),
    ("nearly 4,230 farms", "3,634 farms", "corroborates"),
    ("4,231 farms", "4,133 farms", "corroborates"),
    ("4,231 farms", "4,113 farms", "compatible"),
    ("4,231 farms", "4,442 farms", "compatible"),
    ("4,231 farms", "4,447 farms", "conflicts"),
    ("hundreds of farms", "1,209 farms", "corroborates"),
    ("hundreds of farms", "1,251 farms", "compatible"),
)


def relation(claim: Quantity, citation: Quantity, constants: Constants) -> RelationLabel:
    return compare(claim, citation, "same", constants).label


# -- what one citation weighs ------------------------------------------------------------------------------


def opinion(citation: Citation, constants: Constants) -> tuple[str, float, float]:
    """Support, conflict and score of a claim over 500 with one citation."""
    agreement = assess(phrase("over 500 farms"), None, [citation], constants=constants).agreement
    score = agreement.score or 0.0
    return agreement.band, round(agreement.support - agreement.conflict, 3), round(score, 3)


def cited(
    words: str = "600 farms",
    reliability: Reliability = "F",
    party: bool = False,
    stance: RelationLabel | None = None,
) -> Citation:
    held = Stance(stance, "counted again", "ana") if stance else None
    return Citation(
        "c", "Land Office", words, phrase(words), reliability=reliability, party=party, stance=held
    )


OPINIONS: tuple[tuple[str, Citation, tuple[str, float, float]], ...] = (
    ("a reliable source", cited(reliability="A"), ("single-source support", 0.455, 0.727)),
    ("a usually reliable one", cited(reliability="B"), ("single-source support", 0.4, 0.7)),
    ("a fairly reliable one", cited(reliability="C"), ("single-source support", 0.333, 0.667)),
    ("one that is not usually reliable", cited(reliability="D"), ("single-source support", 0.25, 0.625)),
    ("an unreliable one", cited(reliability="E"), ("single-source support", 0.143, 0.571)),
    ("one that nobody has judged", cited(), ("single-source support", 0.333, 0.667)),
    ("a party to the dispute", cited(party=True), ("single-source support", 0.2, 0.6)),
    ("a stance against the number", cited(stance="conflicts"), ("disputed by one source", -0.2, 0.4)),
)


# -- what several figures come to --------------------------------------------------------------------------


def pooled(name: str, words: tuple[str, ...], constants: Constants) -> Outcome:
    """One of the pooled figures of citations that all count."""
    judged = [
        Judged(
            Citation(f"c{place}", f"S{place}", said, phrase(said)),
            Relation("compatible", ""),
            Standing("independent", f"S{place}", True, 1.0, ""),
        )
        for place, said in enumerate(words)
    ]
    return getattr(pool(judged, None, constants), name)


def is_there(name: str, words: tuple[str, ...], constants: Constants) -> bool:
    return pooled(name, words, constants) is not None


def best(values: tuple[int, ...], constants: Constants) -> tuple[int, ...]:
    """The figures that the others agree with best."""
    weighed = [(Decimal(value), 1.0) for value in values]
    field = field_of(weighed, float(constants.least_count), float(constants.kernel_width))
    return tuple(map(int, field.best())) if field else ()


ESTIMATES = tuple(f"{point} (95% CI {point - 40}-{point + 60})" for point in (401, 421, 441))


# -- what a record weighs ----------------------------------------------------------------------------------


def weight(constants: Constants) -> float:
    """The weight of a source that agreed with another four times."""
    told = (("Land Office", Decimal(700)), ("Farmers' Union", Decimal(700)))
    records = track_records([Matter(f"m{n}", "farms", told) for n in range(4)], constants=constants)
    return round(records.weight(("land office", "farms")), 3)


def weight_if_asked(constants: Constants) -> float:
    """The same, where the ledger asks for track records."""
    return weight(replace(constants, track_record=Decimal(1)))


PINS: tuple[Pin, ...] = (
    *(
        Pin(f"{claim}, {citation}", partial(relation, phrase(claim), phrase(citation)), label)
        for claim, citation, label in RELATIONS
    ),
    *(Pin(example, partial(opinion, citation), answer) for example, citation, answer in OPINIONS),
    Pin("within a factor of two", partial(is_there, "headline", ("400 farms", "790 farms")), True),
    Pin("just beyond it", partial(is_there, "headline", ("400 farms", "810 farms")), False),
    Pin("three estimates", partial(is_there, "mean", ESTIMATES), True),
    Pin("two estimates", partial(is_there, "mean", ESTIMATES[:2]), False),
    Pin("two that say none, one that says 1, two that say 2", partial(best, (0, 0, 1, 2, 2)), (0, 2)),
    Pin("two alike, and others near them", partial(best, (400, 400, 440, 460, 700)), (440,)),
    Pin("two pairs, and one between", partial(best, (400, 400, 500, 600, 600)), (600,)),
    Pin("a source with a record, where nobody asked for it", weight, 1.0),
    Pin("and where somebody did", weight_if_asked, 1.667),
)
