"""Each hostile string keeps to its rule: ours in every run, those of the data where it is."""

import os
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Typed
from tests.cli.hostile import rows, try_text

DATA = Path(os.environ.get("FACTCHECK_DATA") or "none") / "examples" / "hostile.jsonl"

# Where it comes in, the string, the figures that may be read in it, and those that must be.
OURS: list[tuple[str, str, set[str], set[str]]] = [
    ("article", "The mayor said \x1b[1;31m2,318\x1b[m trees fell.", {"2318"}, set()),
    ("article", "\x1b]52;c;ZXZpbA==\x07About 60 barns burned.", {"60"}, {"60"}),
    ("article", "\x1b]8;;https://x.example\x1b\\Some 70 barns\x1b]8;;\x1b\\ burned.", {"70"}, set()),
    ("article", "They counted 31\b\b47 boats.", set(), set()),
    ("article", "They counted 31 boats.\rThey counted 47 boats.", {"31", "47"}, set()),
    ("article", "Nearly 3\u200d5,000 voters queued.", set(), set()),
    ("article", "Nearly 3\u00ad5,000 voters queued.", set(), set()),
    ("article", "It closed \u202a72\u202c schools and \u200e18\u200e clinics.", {"72", "18"}, set()),
    ("article", "The flood took \u202e04\u202c houses.", {"04", "4"}, set()),
    ("article", "Over ۷۱۰ teachers resigned.", {"710"}, set()),
    ("article", "A total of 2٠,500 ballots were void.", set(), set()),
    ("article", "The fund lost $9e888888888 and 10^900 shares.", set(), set()),
    ("article", "[bold]Over 310 nurses[/bold] resigned [/] [[.", {"310"}, {"310"}),
    ("article", "\x9b31mOver 320 nurses\x9bm resigned.", {"320", "31"}, set()),
    ("article", "She wrote " + "forty " * 25 + "lines.", {"40"}, set()),
    ("article", "«" * 2001 + "12 drowned, she said", {"12"}, set()),
    ("page", "<p>Some 140 people<script>'8,888 died'</script> left.</p>", {"140"}, {"140"}),
    ("source", "WHO\x1b]2;pwned\x07", set(), set()),
    ("source", "Аmnesty", set(), set()),
    ("source", "x'); DELETE FROM events;--", set(), set()),
    ("source", '=IMPORTXML("https://x.example","//a")', set(), set()),
    ("source", "[link=https://x.example]UN[/link]", set(), set()),
    ("source", "lone \udfff half", set(), set()),
    ("source", "M" * 100_000, set(), set()),
    ("title", "\x1b#8\x1b)0Storm kills 23", set(), set()),
    ("title", "Storm\u2028kills\u202423", set(), set()),
    ("note", "one\x0btwo\x0cthree\x1ffour\x85five", set(), set()),
    ("note", "all well [/] [/bold] [[]", set(), set()),
    ("note", "two\r\nlines\tand a tab", set(), set()),
    ("quote", "+1+1+cmd|' /C calc'!A0 people were killed", set(), set()),
    ("quote", "@SUM(1,2) people were killed", set(), set()),
    ("url", "https://example.org/\u202etxt.exe", set(), set()),
    ("url", "javascript:fetch('//x.example')", set(), set()),
    ("url", "data:text/html,<script>1</script>", set(), set()),
    ("url", "https://example.org/\"><script>1</script>", set(), set()),
    ("path", "--json.txt", set(), set()),
    ("path", "-.txt", set(), set()),
    ("path", "a\x1b[2Jb\u202e.txt", set(), set()),
    ("path", "[red]a[bold] %s {0}.txt", set(), set()),
]  # fmt: skip


@pytest.mark.parametrize(
    ("where", "text", "may", "must"), OURS, ids=[f"{one[0]} {number}" for number, one in enumerate(OURS, 1)]
)
def test_a_string_of_ours_keeps_to_its_rule(
    type_in: Typed, where: str, text: str, may: set[str], must: set[str]
) -> None:
    tried = try_text(type_in, where, text)
    assert must <= tried.points <= may
    assert tried.points or tried.notices or where != "article", "what is not read is declined aloud"


# What the rules of the data say of numbers, by id: the figures that may be read, and those that must be.
FIGURES: dict[str, tuple[set[str], set[str]]] = {
    "hx-01": ({"1204"}, set()),
    "hx-04": ({"40"}, {"40"}),
    "hx-16": (set(), set()),
    "hx-19": ({"45", "60"}, set()),
    "hx-28": ({"450"}, set()),
    "hx-31": (set(), set()),
    "hx-58": (set(), set()),
}


@pytest.mark.skipif(not DATA.exists(), reason="FACTCHECK_DATA names no folder with examples/hostile.jsonl")
@pytest.mark.parametrize("row", rows(DATA) if DATA.exists() else [], ids=lambda row: str(row["id"]))
def test_a_string_of_the_data_keeps_to_its_rule(type_in: Typed, row: dict[str, Any]) -> None:
    tried = try_text(type_in, row["where"], row["text"])
    may, must = FIGURES.get(row["id"], (tried.points, set()))
    assert must <= tried.points <= may
    assert tried.points or tried.notices or row["where"] != "article", "what is not read is declined aloud"
    if row["text"].lstrip().startswith("<"):
        assert "9999" not in try_text(type_in, "page", row["text"]).points


def test_a_lookalike_of_a_known_source_is_warned_of_and_stands_alone(type_in: Typed) -> None:
    claim = type_in("add", "over 1,500 died", "--source", "Desk", "--json").json["claim"]["id"]
    type_in("cite", claim, "over 1,500 died", "--source", "Reuters")
    answer = type_in("cite", claim, "about 1,500 died", "--source", "R\u0435uters")
    assert "looks like" in answer.err
    cited = type_in("show", claim, "--json").json["citations"]
    assert [one["status"] for one in cited] == ["independent", "independent"]
    assert len({one["origin"] for one in cited}) == 2
