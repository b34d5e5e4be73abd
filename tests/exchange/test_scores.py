"""What a script gets of a score, with the model behind it, its steps, and what it would be otherwise."""

from collections.abc import Callable
from decimal import Decimal

from factcheck.agreement.constants import DEFAULTS, hold
from factcheck.agreement.score import assess
from factcheck.exchange.columns import SCORE_COLUMNS, STEP_COLUMNS, constant_row, score_row, step_rows
from factcheck.exchange.notation import json_text
from factcheck.exchange.scores import explained_shape, score_shape
from factcheck.model import Dossier, Setting
from tests import factories as make
from tests.agreement.worlds import cited

Golden = Callable[[str, str], None]
SETTING = Setting("party", Decimal("0.8"), "both sides are parties", "rui", "2024-05-19T08:00:00Z")


def judged_dossier(*sources: str) -> Dossier:
    """A dossier whose citations are judged as the model does."""
    citations = [cited(f"t{source}", source, passage="about 700 people") for source in sources]
    citations.append(cited("tEcho", "Echo", sources[0]))
    assessment = assess(make.over(500), "Marn Relief Council", citations)
    return make.dossier(
        *assessment.citations, agreement=assessment.agreement, model="2+abcdef01", settings=(SETTING,)
    )


def test_score_names_the_claim_its_agreement_and_the_model() -> None:
    shape = score_shape(make.dossier(agreement=make.agreement(score=None), model="2"))
    assert shape["id"] == "c1a2m3n4p5"
    assert shape["agreement"]["score"] is None
    assert shape["agreement"]["band"] == "not ruled out"
    assert (shape["model"], shape["settings"], shape["what_if"]) == ("2", [], None)


def test_an_explained_score_has_these_bytes(golden: Golden) -> None:
    otherwise = judged_dossier("Ministry")
    shape = explained_shape(judged_dossier("Ministry", "Army"), ("without the Army", otherwise))
    golden("exchange/explained.json", json_text(shape, indent=2) + "\n")


def test_the_rows_have_the_columns_that_they_should() -> None:
    dossier = judged_dossier("Ministry", "Army")
    row = score_row(dossier, "without the Army")
    assert tuple(row) == SCORE_COLUMNS
    assert (row["model"], row["supposing"]) == ("2+abcdef01", "without the Army")
    steps = list(step_rows(dossier))
    assert [tuple(step) for step in steps] == [STEP_COLUMNS] * 3
    assert [step["counted"] for step in steps] == [True, True, False]


def test_a_constant_is_a_row_with_who_set_it() -> None:
    rows = {row["name"]: row for row in map(constant_row, hold(DEFAULTS, [SETTING]))}
    assert (rows["party"]["by"], rows["party"]["reason"]) == ("rui", "both sides are parties")
    assert rows["ramp"]["by"] is None
