"""What the verbs of the ledger print for scripts: one document, as its schema says, and nothing else."""

import json
from pathlib import Path
from typing import Any

import pytest

from factcheck.desk.answers import answers_schema
from factcheck.exchange.nouns import EVENTS
from factcheck.exchange.schemas import noun_schema
from tests.cli.conftest import Typed
from tests.exchange.json_schema import faults
from tests.ledger.given import behind_its_back


@pytest.fixture
def recorded(type_in: Typed) -> dict[str, str]:
    """A document with a claim, and a citation on it: their ids."""
    Path("a.txt").write_text("The council said 40 homes burned.\n", encoding="utf-8")
    type_in("record", "a.txt")
    claim = type_in("list", "--json").json["claims"][0]
    cited = type_in("cite", claim["id"], "30 homes burned", "--source", "Army", "--json").json["citations"][0]
    return {"claim": claim["id"], "document": claim["document"], "citation": cited["id"]}


def fits(answer: Any, name: str) -> bool:
    schema = answers_schema()
    return list(faults(answer, schema["$defs"][name], schema)) == []


def test_what_is_put_right_is_told_with_the_agreement_that_follows(
    type_in: Typed, recorded: dict[str, str]
) -> None:
    because = ("--because", "misread", "--json")
    amended = type_in("amend", recorded["citation"], "--passage", "about 40 homes burned", *because).json
    assert fits(amended, "corrected")
    assert (amended["noun"], amended["new"]) == ("citation", True)
    assert amended["agreement"]["band"] == "single-source support"
    withdrawn = type_in("withdraw", recorded["citation"], *because).json
    assert withdrawn["agreement"]["band"] == "no independent evidence"
    restored = type_in("restore", recorded["document"], *because).json
    assert fits(restored, "corrected")
    assert (restored["claim"], restored["new"], restored["agreement"]) == (None, False, None)


def test_undo_redact_and_diff_are_told(type_in: Typed, recorded: dict[str, str]) -> None:
    compared = type_in("diff", recorded["claim"], "--json").json
    assert fits(compared, "compared")
    undone = type_in("undo", "--json").json
    assert fits(undone, "undone")
    assert (undone["verb"], undone["claims"]) == ("cite", [recorded["claim"]])
    redacted = type_in("redact", recorded["document"], "--because", "law", "--yes", "--json").json
    assert fits(redacted, "redacted")
    assert redacted["claims"] == 1


def test_merge_and_backup_are_told(type_in: Typed, recorded: dict[str, str]) -> None:
    type_in("--db", "other.db", "record", "a.txt")
    type_in("--db", "other.db", "add", "over 900 homes burned", "--source", "Council")
    merged = type_in("merge", "other.db", "--json").json
    assert fits(merged, "merged")
    assert {"table": "claims", "records": 1} in merged["records"]
    assert type_in("merge", "other.db", "--json").json["events"] == 0
    copied = type_in("backup", "copy.db", "--json").json
    assert fits(copied, "backed_up")
    assert copied["checkpoint"] == type_in("--db", "copy.db", "audit", "checkpoint").out.strip()


def test_the_log_is_a_list_and_a_checkpoint_its_end(type_in: Typed, recorded: dict[str, str]) -> None:
    log = type_in("audit", "log", "--json").json
    assert list(faults(log, noun_schema(EVENTS))) == []
    kept = type_in("audit", "checkpoint", "--json").json
    assert fits(kept, "checkpoint")
    assert (kept["size"], kept["root"]) == (len(log["events"]), log["events"][-1]["hash"])
    lines = type_in("audit", "log", recorded["claim"], "--nl").out.splitlines()
    assert [json.loads(line)["verb"] for line in lines] == ["record", "record", "cite", "cite"]
    assert type_in("audit", "log", "--csv").out.startswith(",".join(EVENTS.names))


def test_a_verification_tells_its_problems_and_ends_with_4(type_in: Typed, recorded: dict[str, str]) -> None:
    whole = type_in("audit", "verify", "--json")
    assert (whole.code, whole.json["problems"]) == (0, [])
    behind_its_back(Path("claims.db"), "UPDATE claims SET low = '9'")
    broken = type_in("audit", "verify", "--json")
    assert fits(broken.json, "verified")
    assert broken.code == 4
    assert [one["where"] for one in broken.json["problems"]] == [f"claims {recorded['claim']}"]


def test_a_claim_whose_words_were_redacted_is_no_blank_line_of_a_list(
    type_in: Typed, recorded: dict[str, str]
) -> None:
    type_in("redact", recorded["document"], "--because", "law", "--yes")
    assert "[words redacted]" in type_in("list").out
