from decimal import Decimal

import pytest

from factcheck.model import Judged, Quantity, Scope, Stance
from factcheck.show.plot import FEW, Mark, plan
from tests import factories as make
from tests.worked import worked


def mark(quantity: Quantity, scope: Scope = "same", ours: Quantity | None = None) -> Mark | None:
    """How a citation is drawn beside a claim."""
    claim = make.claim(quantity=ours or make.exactly(100))
    cited = make.judged(make.citation(quantity=quantity, scope=scope))
    (*_, row) = plan(make.dossier(cited, claim=claim)).rows
    return row.mark


@pytest.mark.parametrize(
    ("quantity", "scope", "ends", "example_of"),
    [
        (make.exactly(300), "same", (True, True, True), "an exact count: a point"),
        (make.between(200, 300), "same", (True, True, False), "a range: both ends"),
        (make.at_least(300), "same", (True, False, False), "a floor: open to the right"),
        (make.over(300), "same", (True, False, False), "over: open to the right"),
        (make.up_to(300), "same", (False, True, False), "a ceiling: open to the left"),
        (make.exactly(300), "part", (True, False, True), "a part is a floor for the whole"),
        (make.exactly(300), "whole", (False, True, True), "a whole is a ceiling for the part"),
        (make.between(200, 300), "part", (True, False, False), "of a range, a part keeps the low end"),
        (make.between(200, 300), "whole", (False, True, False), "of a range, a whole keeps the high end"),
        (make.quantity(200, hedge="vague"), "same", (True, False, False), "a vague plural as printed"),
        (make.quantity(200, hedge="vague"), "whole", (False, True, False), "a vague whole is a ceiling"),
    ],
)
def test_the_printed_bounds_are_drawn(
    quantity: Quantity, scope: Scope, ends: tuple[bool, bool, bool], example_of: str
) -> None:
    drawn = mark(quantity, scope)
    assert drawn is not None
    assert (drawn.left is not None, drawn.right is not None, drawn.point is not None) == ends


@pytest.mark.parametrize(
    ("quantity", "scope"),
    [
        (make.exactly(300), "different"),
        (make.exactly(40, kind="percent", unit="percent"), "same"),
        (Quantity(None, None, None), "same"),
    ],
)
def test_what_cannot_be_laid_on_the_scale_of_the_claim_is_not_drawn(quantity: Quantity, scope: Scope) -> None:
    assert mark(quantity, scope) is None


@pytest.mark.parametrize(("quantity", "scope"), [(make.over(300), "whole"), (make.up_to(300), "part")])
def test_a_floor_of_a_whole_and_a_ceiling_of_a_part_bound_nothing(quantity: Quantity, scope: Scope) -> None:
    claim = make.claim(quantity=make.exactly(100))
    cited = make.judged(make.citation(quantity=quantity, scope=scope))
    (*_, row) = plan(make.dossier(cited, claim=claim)).rows
    assert (row.mark, row.unmarked) == (None, "sets no bound")


def test_a_vague_whole_is_a_ceiling_where_every_comparison_reads_it_to_end() -> None:
    assert mark(make.quantity(200, hedge="vague"), "whole") == mark(make.up_to(999), "whole") is not None


def test_units_of_one_dimension_are_converted() -> None:
    miles = mark(
        make.exactly(10, kind="measure", unit="miles"), ours=make.exactly(20, kind="measure", unit="km")
    )
    km = mark(
        make.exactly("16.09344", kind="measure", unit="km"), ours=make.exactly(20, kind="measure", unit="km")
    )
    assert miles == km is not None


def test_a_count_of_zero_still_has_a_logarithmic_axis() -> None:
    picture = plan(make.dossier(make.judged(make.citation(quantity=make.exactly(0)))))
    assert picture.axis.scale == "log"
    assert picture.axis.low < Decimal("0.5")


def test_percentages_have_a_linear_axis() -> None:
    claim = make.claim(quantity=make.exactly(40, kind="percent", unit="percent"))
    assert plan(make.dossier(claim=claim)).axis.scale == "linear"


def rows_of(fold: bool) -> list[tuple[str, str]]:
    return [(row.kind, row.label) for row in plan(worked(), fold=fold).rows]


def test_every_citation_has_exactly_one_row() -> None:
    drawn = [label for kind, label in rows_of(fold=False) if kind in ("counted", "uncounted")]
    assert len(drawn) == len(worked().citations) == 34


def test_origins_that_count_come_first_and_repeats_stand_below_theirs() -> None:
    rows = rows_of(fold=False)
    assert [label for kind, label in rows if kind == "heading"] == [
        "1 origin corroborates",
        "1 origin conflicts",
        "6 origins neither confirm nor rule out",
        "own source, not counted: 9",
        "affiliate, not counted: 1",
        "mixed, not counted: 1",
    ]
    assert [label for kind, label in rows[7:13]] == [
        "1 origin conflicts",
        "Ministry of the Interior",
        "echo: State Gazette",
        "echo: National Radio",
        "superseded: 2024-05-30",
        "6 origins neither confirm nor rule out",
    ]


def test_folding_hides_only_repeats_and_counts_what_it_hides() -> None:
    rows = rows_of(fold=True)
    hidden = [int(label.split()[1]) for kind, label in rows if kind == "folded"]
    drawn = sum(kind in ("counted", "uncounted") for kind, _ in rows)
    assert sum(hidden) + drawn == 34
    assert min(hidden) > 1
    assert sum(kind == "counted" for kind, _ in rows) == 8
    assert max(len(list(run)) for run in _runs([kind for kind, _ in rows])) <= FEW + 1


def _runs(kinds: list[str]) -> list[list[str]]:
    """The runs of uncounted rows."""
    runs: list[list[str]] = [[]]
    for kind in kinds:
        if kind == "uncounted":
            runs[-1].append(kind)
        else:
            runs.append([])
    return runs


def test_a_stance_moves_a_citation_to_the_section_that_its_author_means() -> None:
    stance = Stance("compatible", "households, not people", "rui")
    cited: Judged = make.judged(make.citation(stance=stance), "conflicts")
    heading, _ = plan(make.dossier(cited)).rows
    assert heading.relation == "compatible"
