"""The commands that show and score, typed as a person types them."""

import re
from xml.etree import ElementTree

import pytest

from tests.cli.conftest import Answer, Typed


def id_in(answer: Answer) -> str:
    found = re.search(r" as ([0-9a-z]{10})", answer.out)
    assert found is not None, answer
    return found[1]


@pytest.fixture
def claim(type_in: Typed) -> str:
    """A claim with three citations, one of which repeats another."""
    claim = id_in(type_in("add", "over 500 people were killed", "--source", "Council", "--measure", "killed"))
    type_in("cite", claim, "about 520 people were killed", "--source", "Ministry", "--date", "2024-05")
    type_in("cite", claim, "520 dead", "--source", "Daily", "--derived-from", "Ministry")
    type_in("cite", claim, "30 people were killed", "--source", "Army", "--party")
    return claim


def test_a_score_is_explained_citation_by_citation(type_in: Typed, claim: str) -> None:
    answer = type_in("score", claim, "--explain")
    assert answer.code == 0
    for words in ("before any citation", "1 origin corroborates", "echo of Ministry", "+1.00", "-0.50"):
        assert words in answer.out
    assert answer.out.rstrip().endswith("Contested: independent origins stand on both sides.")


def test_the_same_numbers_come_as_json_and_as_rows(type_in: Typed, claim: str) -> None:
    [told] = type_in("score", claim, "--explain", "--json").json["scores"]
    assert [step["source"] for step in told["steps"]] == ["Ministry", "Army", "Daily"]
    assert told["steps"][-1]["support"] == told["agreement"]["support"]
    rows = type_in("score", claim, "--explain", "--tsv").out.splitlines()
    assert len(rows) == 4
    assert rows[0].startswith("claim\tid\tsource")


def test_a_script_gets_one_line_a_claim(type_in: Typed, claim: str) -> None:
    assert len(type_in("score", "--nl").out.splitlines()) == 1
    assert len(type_in("score", "--tsv").out.splitlines()) == 2


def test_what_if_stands_beside_the_real_score_and_records_nothing(type_in: Typed, claim: str) -> None:
    before = type_in("audit", "log").out
    answer = type_in("score", "--without", "Army", "--if-reliability", "Ministry=A")
    assert answer.code == 0
    assert answer.out.index("CONTESTED") < answer.out.index(
        "What if, without “30 people were killed” of Army"
    )
    assert "with Ministry of reliability A" in " ".join(answer.out.split())
    assert "SINGLE-SOURCE SUPPORT" in answer.out
    assert type_in("audit", "log").out == before
    [told] = type_in("score", "--without", "Army", "--json").json["scores"]
    assert told["agreement"]["band"] == "contested"
    assert told["what_if"]["agreement"]["band"] == "single-source support"
    assert len(type_in("score", "--without", "Army", "--csv").out.splitlines()) == 3


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("--without", "zzzz"), 3, "zzzz"),
        (("--if-reliability", "Army"), 2, "no reliability in 'Army'"),
        (("--if-reliability", "Nobody=A"), 3, "Nobody"),
        (("--if-reliability", "Council=A"), 2, "no citation of these claims"),
    ],
)
def test_what_cannot_be_supposed_is_said(
    type_in: Typed, claim: str, arguments: tuple[str, ...], code: int, said: str
) -> None:
    answer = type_in("score", *arguments)
    assert (answer.code, answer.out) == (code, "")
    assert said in answer.err


def test_the_picture_is_written_to_a_file_in_one_step(type_in: Typed, claim: str, tmp_path) -> None:
    answer = type_in("show", claim, "--svg", "claim.svg")
    assert (answer.code, answer.out) == (0, "")
    assert ElementTree.fromstring((tmp_path / "claim.svg").read_bytes()).tag.endswith("svg")
    assert [path.name for path in tmp_path.iterdir() if "svg" in path.name] == ["claim.svg"]
    assert type_in("show", claim, "--svg", "-").out == (tmp_path / "claim.svg").read_text(encoding="utf-8")
    assert type_in("show", claim, "--svg", "no/such/folder.svg").code == 3


def test_a_constant_is_set_for_a_reason_and_said_everywhere(type_in: Typed, claim: str) -> None:
    assert "every constant at its default" in type_in("model", "show").out
    answer = type_in("model", "set", "party", "1", "--because", "all are parties here")
    assert answer.out.startswith("party is 1 from now on: model 2+")
    assert "1 score differs" in answer.out
    said = "Judged with party 1, not 0.5"
    for arguments in (
        ("show", claim),
        ("score", claim),
        ("score", claim, "--explain"),
        ("show", claim, "--svg", "-"),
    ):
        assert said in type_in(*arguments).out
    [told] = type_in("score", claim, "--json").json["scores"]
    assert [setting["name"] for setting in told["settings"]] == ["party"]
    rows = {row["name"]: row for row in type_in("model", "show", "--json").json["constants"]}
    assert (rows["party"]["value"], rows["party"]["by"]) == ("1", "Test Desk")
    assert "party is 1.0 already" in type_in("model", "set", "party", "1.0", "--because", "again").out
    assert "0 scores differ" in type_in("model", "rescore").out
    assert type_in("audit", "verify").code == 0


@pytest.mark.parametrize(
    "arguments", [("party", "2", "--because", "x"), ("parti", "1", "--because", "x"), ("party", "1")]
)
def test_a_constant_that_makes_no_sense_is_asked_wrongly(type_in: Typed, claim: str, arguments) -> None:
    assert type_in("model", "set", *arguments).code == 2


def test_what_a_number_counts_is_declared(type_in: Typed, claim: str) -> None:
    answer = type_in("declare", claim, "--place", "Marn", "--period", "2024-05")
    assert answer.code == 0
    assert "Declared of" in answer.out
    cited = type_in("cite", claim, "44 people were killed", "--source", "Mayor", "--place", "Tell")
    assert "Not comparable, because of the place" in cited.out
    assert "in Marn" in type_in("show", claim).out
    assert type_in("declare", claim, "--period", "May").code == 2
    assert type_in("declare", claim).code == 2
    assert type_in("declare", "zzzz", "--place", "Marn").code == 3


def test_words_of_another_measure_are_doubted_under_the_relation(type_in: Typed, claim: str) -> None:
    cited = type_in("cite", claim, "640 people were wounded", "--source", "Hospital")
    assert "The passage speaks of injuries, the claim of deaths" in " ".join(cited.out.split())


def test_a_date_after_today_is_warned_of(type_in: Typed, claim: str) -> None:
    cited = type_in("cite", claim, "640 people", "--source", "Hospital", "--date", "2999")
    assert cited.code == 0
    assert "warning: 2999 is after today" in cited.err


def test_an_exchange_rate_is_declared_for_a_dated_reason_and_said_where_it_is_used(type_in: Typed) -> None:
    cost = id_in(type_in("add", "the bridge cost $54 million", "--source", "Roads Office"))
    cited = type_in("cite", cost, "the bridge cost €50 million", "--source", "Audit Court")
    assert "exchange rates move, and none is declared" in " ".join(cited.out.split())
    assert type_in("model", "set", "EUR in USD", "1.08", "--because", "as usual").code == 2
    reason = "ECB reference rate of 2024-03-15"
    answer = type_in("model", "set", "EUR in USD", "1.08", "--because", reason)
    assert "EUR in USD is 1.08 from now on" in answer.out
    assert "1 score differs" in answer.out
    page = " ".join(type_in("show", cost).out.split())
    assert "“€50 million” (about $54 million, at 1 EUR = 1.08 USD, as Test Desk declared)" in page
    assert re.search(rf"Judged at 1 EUR = 1.08 USD: Test Desk set it on \S+ \({reason}\)", page)
    rows = {row["name"]: row for row in type_in("model", "show", "--json").json["constants"]}
    assert (rows["EUR in USD"]["value"], rows["EUR in USD"]["default"]) == ("1.08", None)
    type_in("model", "set", "EUR in USD", "default", "--because", "taken back on 2024-04-01")
    assert "none is declared" in " ".join(type_in("show", cost).out.split())
    assert "EUR in USD" not in type_in("model", "show").out
    assert type_in("audit", "verify").code == 0
