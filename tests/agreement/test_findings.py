"""The worked article gives the findings that it was written to give, and no text makes the search fail."""

import json
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.agreement.consistency.finding import Figure, figures_of
from factcheck.agreement.consistency.findings import findings
from factcheck.agreement.consistency.series import series
from factcheck.language.quantities import read
from factcheck.model import Citation
from tests import factories as make
from tests.agreement.articles import all_of, extracted

FIXTURES = Path(__file__).parents[2] / "fixtures"
ARTICLE = (FIXTURES / "iran-november-2019.txt").read_text(encoding="utf-8")


def figures_of_the_case() -> tuple[Figure, ...]:
    case = json.loads((FIXTURES / "iran-november-2019.case.json").read_text(encoding="utf-8"))
    return figures_of(
        Citation(
            row["id"],
            row.get("origin") or row["publisher"],
            row["figure"],
            read(row["figure"])[0][0].quantity,
            outlet=row["publisher"],
            date=row.get("date"),
            scope=row["scope"],
            derived_from=tuple(row.get("derived_from", ())),
            measure=row["measurand"],
        )
        for row in case["citations"]
    )


def test_the_article_alone_has_lost_the_hedge_and_the_source_of_its_toll() -> None:
    told = [(one.code, *(span.of(ARTICLE) for span in one.spans)) for one in all_of(ARTICLE)]
    assert told == [("drift-hedge", "1,500", "1,500"), ("drift-source", "1,500", "1,500")]


def test_with_the_figures_of_its_case_the_localities_are_short_by_142_and_by_150() -> None:
    found = [one for one in all_of(ARTICLE, *figures_of_the_case()) if one.code == "arithmetic"]
    assert [one.verdict for one in found] == ["short", "short"]
    assert [("only 49 more" in one.sentence, "only 41 more" in one.sentence) for one in found] == [
        (True, False),
        (False, True),
    ]
    assert "at least 192" in found[0].sentence
    assert "at least 200" in found[1].sentence


def test_the_cities_of_the_case_are_a_floor_that_was_lowered() -> None:
    (finding,) = series(figures_of_the_case())
    assert finding.code == "series-floor-lowered"
    assert "“over 200” (2019-12-10) has become “at least 191” (2019-12-16)" in finding.sentence


def test_findings_are_in_the_order_of_the_text_and_told_the_same_twice() -> None:
    others = figures_of_the_case()
    found = all_of(ARTICLE, *others)
    assert list(found) == sorted(found, key=lambda one: one.spans)
    assert all_of(ARTICLE, *others[::-1]) == found


def test_a_text_without_numbers_has_no_findings() -> None:
    assert findings(extracted("")) == findings(extracted("Nobody came.")) == ()
    assert findings(make.extract()) == ()


PLAIN = (
    "of|the|those|,|.|(|)|or|and|:|from|to|than|more|people|men|women|were|killed,|total|rate|so far|not|\n\n"
)
NUMBERS = (
    "0|0%|1|12|40|1,500|about|over|up to|25%|2018|half|a third|£3m|10 per 100,000|days|a day,|two|-5|1.234"
)
WORDS = st.sampled_from(f"{PLAIN}|{NUMBERS}|doubled|rose|by|all|said|Monday".split("|"))


@given(st.lists(WORDS, max_size=60))
@settings(max_examples=400, deadline=None)
def test_no_text_makes_the_search_fail(words: list[str]) -> None:
    text = " ".join(words)
    for finding in all_of(text):
        assert finding.spans == tuple(sorted(finding.spans))
        assert finding.sentence.endswith(".")
        assert finding.settle.endswith(".")
