"""Every illegal move, state x move x person, is refused by whatever way it comes, and leaves no trace."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from factcheck.cli.main import main
from factcheck.desk.amendments import ClaimAmendment, amend_claim
from factcheck.desk.citations import Evidence, cite
from factcheck.desk.claims import Publication, add, draft
from factcheck.desk.ledgers import merge
from factcheck.desk.reviews import Act, decide, review
from factcheck.desk.signature import Signature
from factcheck.desk.undoing import undo
from factcheck.desk.withdrawals import withdraw
from factcheck.errors import FactcheckError, IllegalMove
from factcheck.ledger.changes import last_change
from factcheck.ledger.decisions import add_decision
from factcheck.ledger.opening import open_ledger
from factcheck.ledger.store import Ledger
from factcheck.model import Decision
from factcheck.review.table import COLUMNS
from tests.review.expected import CELLS, HISTORIES, PEOPLE, may
from tests.review.newsroom import AMENDER, CITER, RECORDER, decision

ROWS = tuple(dict.fromkeys(row for row, _ in CELLS))


def by(who: str) -> Signature:
    return Signature(who, "2026-03-01T12:00:00Z", "test")


def act(row: str, by: str, because: str = "anew") -> Act:
    """What this person tries to do, in other words than before: it is no retry."""
    made = decision(row.removesuffix("-blind"), by, because=because)
    return Act(made.move, made.verdict, made.because, made.assignee, row.endswith("-blind"), made.correction)


def stand(path: Path, column: str) -> str:
    """A ledger whose claim stands in this column: Rita recorded, Cyril cited, Amina amended."""
    with open_ledger(path, mode="write") as ledger:
        claim = add(ledger, draft("over 900 homes were flooded", Publication()), by(RECORDER)).id
        cite(ledger, claim, Evidence("Red Crescent", "about 900 homes"), by(CITER))
        amend_claim(ledger, claim, ClaimAmendment(figure="over 950 homes"), "misread", by(AMENDER))
        add(ledger, draft("40 bridges were closed", Publication()), by(PEOPLE["C"]))
        for move, who, *others in HISTORIES[column]:
            row = f"{move}-blind" if others else move
            decide(ledger, claim, act(row, who, "seen"), by(who))
        if column == "withdrawn":
            withdraw(ledger, claim, "printed by mistake", by(RECORDER))
    return claim


def illegal(column: str) -> Iterator[tuple[str, str]]:
    """The moves of this column with those who may not make them."""
    for row in ROWS:
        for letter, name in PEOPLE.items():
            if not may(CELLS[row, column], letter):
                yield row, name


def events(ledger: Ledger) -> int:
    return int(ledger.rows("SELECT count(*) FROM events")[0][0])


@pytest.fixture(params=COLUMNS)
def column(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def test_the_python_api_and_undo_refuse_it(tmp_path: Path, column: str) -> None:
    claim = stand(tmp_path / "claims.db", column)
    with open_ledger(tmp_path / "claims.db", mode="write") as ledger:
        before = events(ledger)
        for row, name in illegal(column):
            with pytest.raises(IllegalMove) as refused:
                decide(ledger, claim, act(row, name), by(name))
            assert refused.value.hint, (row, name)
            made = last_change(ledger, name)
            if row == "undo" and made is not None and made.verb.startswith("review "):
                with pytest.raises(FactcheckError):
                    undo(ledger, by(name))
        assert events(ledger) == before


def test_the_screen_refuses_it(tmp_path: Path, column: str) -> None:
    pytest.importorskip("textual", reason="the review screen needs the tui extra")
    from factcheck.tui.questions import deciding
    from factcheck.tui.sitting import Sitting

    claim = stand(tmp_path / "claims.db", column)
    for name in PEOPLE.values():
        sitting = Sitting(tmp_path / "claims.db", name, lambda: "2026-03-02T12:00:00Z", None)
        page = sitting.page(claim)
        for row in (row for row, other in illegal(column) if other == name):
            assert sitting.refusal(deciding(page, act(row, name))), (row, name)
        assert sitting.page(claim) == page
        sitting.close()


BECAUSE = ("--because", "anew")
COMMANDS = {
    "assign": (PEOPLE["B"], *BECAUSE),
    "decide": ("false", *BECAUSE),
    "decide-blind": ("false", *BECAUSE, "--blind"),
    "reconcile": ("false", *BECAUSE),
    "ask": ("which flood?",),
    "answer": ("that of May",),
    "correct": ("--said", "a", "--right", "b", "--where", "c"),
}


def test_the_commands_refuse_it_with_the_next_step(
    tmp_path: Path, column: str, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "claims.db"
    claim = stand(path, column)
    before = path.read_bytes()
    for row, name in illegal(column):
        if row != "undo":  # `factcheck undo` is of any change, and is asked above
            words = ("review", row.removesuffix("-blind"), claim, *COMMANDS.get(row, BECAUSE))
            assert main([*words, "--db", str(path), "--as", name]) == 2, (row, name)
            assert "hint: " in capsys.readouterr().err, (row, name)
    assert path.read_bytes() == before


@pytest.mark.parametrize("column", ["checked", "in review"])
def test_a_merge_brings_in_no_signature_that_was_refused_here(tmp_path: Path, column: str) -> None:
    """Somebody else's ledger, written around the rules; all histories are asked in tests/review."""
    ours, theirs = tmp_path / "ours.db", tmp_path / "theirs.db"
    claim = stand(ours, column)
    with open_ledger(theirs, mode="write") as other:
        merge(other, ours, by("Theo"))
    for row, name in illegal(column):
        if row not in ("sign", "publish", "correct"):
            continue
        forged = Path(shutil.copy(theirs, tmp_path / "forged.db"))
        with open_ledger(forged, mode="write") as other:
            forge(other, claim, row, name)
        with open_ledger(ours, mode="write") as ledger:
            before = events(ledger)
            with pytest.raises(IllegalMove, match="could not have been made"):
                merge(ledger, forged, by("Theo"))
            assert events(ledger) == before


def forge(ledger: Ledger, claim: str, row: str, who: str) -> None:
    """Write a decision past the rules, with the evidence that its maker would have seen."""
    seen = next(one.saw for one in review(ledger, claim, who).decisions if one.saw)
    made = act(row, who)
    with by(who).change(ledger, f"review {row}") as change:
        forged = Decision(
            claim, made.move, who, change.at, review(ledger, claim, who).follows, because=made.because,
            correction=made.correction, saw=seen,
        )  # fmt: skip
        add_decision(change, forged)
