"""Each property of the model notices a fault: with one function broken, its test fails."""

import runpy
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import Phase

from factcheck.agreement import compare, origins, provenance, score
from factcheck.agreement.cores import CEILINGS
from factcheck.agreement.provenance import date_key, scope_rank
from factcheck.agreement.score import Opinion
from factcheck.model import Citation
from tests.agreement import strategies, test_properties


def always(answer: object) -> Callable[..., Any]:
    return lambda *_, **__: answer


def derived_like_primary(citation: Citation) -> tuple[int, int, str]:
    return scope_rank(citation), -date_key(citation.date), citation.id


def each_alone(parents: tuple[tuple[int, ...], ...]) -> tuple[tuple[int, ...], ...]:
    return tuple((node,) for node in range(len(parents)))


BREAKAGES: list[tuple[str, object, str, object]] = [
    ("test_the_order_of_the_citations_changes_nothing", origins, "sorted", lambda given, **_: list(given)),
    ("test_a_repeated_citation_changes_nothing", origins, "_rank", always("independent")),
    ("test_the_very_same_citation_given_twice_counts_once", origins, "_rank", always("independent")),
    ("test_a_derived_citation_with_any_figure_changes_nothing", origins, "precedence", derived_like_primary),
    ("test_scores_and_counts_keep_their_bounds", score, "opinion_of",
     lambda pro, contra, _: Opinion(pro / (pro + contra + 1), contra / (pro + contra + 1), 0.5)),
    ("test_a_relation_keeps_its_bounds_and_its_label", compare, "_possibility",
     lambda gap, ramps: 1 - gap / ramps),
    ("test_a_claim_never_speaks_against_itself", compare, "_exclude", always(True)),
    ("test_possibility_is_symmetric", compare, "_exclude",
     lambda ours, theirs: ours.hedge == "over" and theirs.hedge in CEILINGS),
    ("test_a_core_in_another_unit_stands_in_the_same_relation", compare, "has_ratios", always(False)),
    ("test_a_figure_that_moves_away_never_gains", compare, "_possibility", lambda gap, _: min(1.0, gap)),
    ("test_every_derivation_ends_and_each_origin_counts_at_most_once", origins, "_rank",
     always("independent")),
    ("test_whoever_repeats_the_claimant_never_counts", origins, "_barred", always(None)),
    ("test_whoever_stands_in_a_circle_with_the_claimant_never_counts", provenance, "_holders", always(set())),
    ("test_sources_that_take_a_figure_from_each_other_are_one_origin", provenance, "_components", each_alone),
]  # fmt: skip


SIDES = "test_an_added_independent_citation_moves_the_score_to_its_side"


@pytest.fixture
def properties(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """The properties anew, with as many examples as are owed, each content with the first that fails."""
    monkeypatch.setattr(strategies, "PHASES", (Phase.generate,))
    monkeypatch.setattr(strategies, "EXAMPLES", 400)
    return runpy.run_path(test_properties.__file__)


@pytest.mark.parametrize(
    ("name", "module", "function", "broken"), BREAKAGES, ids=[row[0] for row in BREAKAGES]
)
def test_a_fault_is_noticed_by(
    name: str, module: object, function: str, broken: object, properties: dict[str, Any],
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.setattr(module, function, broken, raising=False)
    with pytest.raises(AssertionError):
        properties[name]()


@pytest.mark.parametrize(("label", "direction"), [("corroborates", 1), ("conflicts", -1)])
def test_a_citation_that_counts_for_the_other_side_is_noticed(
    label: str, direction: int, properties: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    real = score._contribution
    monkeypatch.setattr(score, "_contribution", lambda *arguments: -real(*arguments))
    with pytest.raises(AssertionError):
        properties[SIDES](label, direction)


def test_every_property_is_broken_once() -> None:
    owed = {name for name in vars(test_properties) if name.startswith("test_")}
    assert owed == {row[0] for row in BREAKAGES} | {SIDES}
