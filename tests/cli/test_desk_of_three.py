"""A desk of three takes the worked case from recorded to corrected with plain commands, twice."""

import re
import shutil
from pathlib import Path

import pytest

from factcheck.desk.reviews import Act, decide
from factcheck.desk.signature import Signature
from factcheck.errors import StaleReview
from factcheck.ledger.opening import open_ledger
from tests.cli.conftest import Answer, Typed

WORKED = Path(__file__).parents[2] / "claims.db"
CHECKER, READER, EDITOR = "Cy", "Di", "Ed"
WAY = (  # who, what they type, and where the claim stands then
    (EDITOR, ("assign", "{claim}", CHECKER), "CHECKING"),
    (CHECKER, ("ask", "{claim}", "killed by whom?"), "BLOCKED"),
    (EDITOR, ("answer", "{claim}", "by the guards"), "CHECKING"),
    (CHECKER, ("decide", "{claim}", "mixed", "--because", "officials say so"), "CHECKED: mixed"),
    (READER, ("take", "{claim}"), "IN REVIEW: mixed"),
    (READER, ("sign", "{claim}"), "SIGNED OFF: mixed"),
    (EDITOR, ("publish", "{claim}"), "PUBLISHED: mixed"),
    (
        EDITOR,
        ("correct", "{claim}", "--said", "over 1,500", "--right", "about 1,500", "--where", "page 2"),
        "CORRECTED: mixed",
    ),
)
STORY = ["assign", "ask", "answer", "decide", "take", "sign", "publish", "correct"]


@pytest.fixture
def claim(type_in: Typed, tmp_path: Path) -> str:
    """The claim of the worked case, in a copy of its ledger."""
    shutil.copy(WORKED, tmp_path / "claims.db")
    [found] = [
        one for one in type_in("list", "--json").json["claims"] if one["phrase"].startswith("over 1,500")
    ]
    return found["id"]


def walk(type_in: Typed, claim: str) -> None:
    for who, words, stands in WAY:
        answer = type_in("review", *(word.format(claim=claim) for word in words), "--as", who)
        assert answer.code == 0, answer
        assert answer.out.startswith(stands), (words, answer.out)


def story(answer: Answer) -> list[str]:
    return re.findall(r"  review (\w+) ", answer.out)


def test_the_claim_goes_all_the_way_twice_and_the_log_tells_it(type_in: Typed, claim: str) -> None:
    walk(type_in, claim)
    assert type_in("check", "--fail-on", "open,unsigned").code == 1  # the other claims
    cite = ("cite", claim, "about 1,500 people were killed", "--source", "a new witness")
    assert type_in(*cite, "--as", CHECKER).code == 0
    shown = type_in("show", claim).out
    assert "OPEN" in shown
    assert "its evidence changed" in " ".join(shown.split())
    walk(type_in, claim)
    logged = type_in("audit", "log", claim)
    assert story(logged) == [*STORY, *STORY]
    for who, words, _ in WAY:
        assert re.search(rf"review {words[0]} +{claim}  by {who}", logged.out)
    assert type_in("audit", "verify").code == 0
    corrections = type_in("report", "corrections", "--format", "markdown").out
    assert corrections.count("page 2") == 2


def test_the_page_of_a_signed_claim_says_when_and_by_whom(type_in: Typed, claim: str) -> None:
    walk(type_in, claim)
    told = type_in("show", claim).out
    assert f"decided by {CHECKER} on 20" in told
    assert f"Signed off by {READER} on 20" in told


def test_of_two_commands_at_once_the_later_is_told_and_writes_nothing(tmp_path: Path, claim: str) -> None:
    """The second one has looked before the first is done, and waits for the file."""

    class Late(Signature):
        def change(self, ledger, verb):
            with open_ledger(ledger.path, mode="write") as other:
                decide(other, claim, Act("decide", verdict="true"), Signature(CHECKER, self.at))
            return super().change(ledger, verb)

    with (
        open_ledger(tmp_path / "claims.db", mode="write") as ledger,
        pytest.raises(StaleReview, match=CHECKER),
    ):
        decide(ledger, claim, Act("decide", verdict="false"), Late(READER, "2026-12-01T12:00:00Z"))


def test_whoever_overrules_a_colleague_is_told(type_in: Typed, claim: str) -> None:
    type_in("review", "decide", claim, "true", "--as", CHECKER)
    told = type_in("review", "decide", claim, "false", "--as", READER).out
    assert f"takes the place of “true” by {CHECKER}" in told


def test_an_old_page_of_a_script_is_refused_with_its_own_exit_code(type_in: Typed, claim: str) -> None:
    seen = type_in("review", "notes", claim, "--json").json["follows"]
    assert seen == []
    taken = type_in("review", "take", claim, "--as", CHECKER, "--json").json["heads"]
    type_in("review", "release", claim, "--as", CHECKER)
    late = type_in("review", "decide", claim, "true", "--as", READER, "--follows", taken[0])
    assert (late.code, "has moved on since you looked" in late.err) == (5, True)
    assert "factcheck show" in late.err
