"""The third run of the desk of three is by the screen: the worked case, from recorded to corrected."""

import shutil
from pathlib import Path

import pytest

from factcheck.desk.dossiers import dossier
from factcheck.ledger.opening import open_ledger

pytest.importorskip("textual", reason="the review screen needs the tui extra")

from textual.pilot import Pilot

from tests.tui.pilots import go_to, notice, on_screen, page, press, type_in

WORKED = Path(__file__).parents[2] / "claims.db"
CLAIM = "over 1,500 peaceful protesters"
STORY = ("take", "ask", "answer", "decide", "take", "sign", "publish", "correct")


def test_a_desk_of_three_goes_all_the_way_by_keys(tmp_path: Path) -> None:
    path = Path(shutil.copy(WORKED, tmp_path / "claims.db"))
    with open_ledger(path, mode="read") as ledger:
        [claim] = [row["id"] for row in ledger.rows("SELECT id FROM claims WHERE phrase = ?", (CLAIM,))]

    async def checker(pilot: Pilot) -> None:
        await go_to(pilot, claim)
        await press(pilot, "t")
        await press(pilot, "a")
        await type_in(pilot, "killed by whom?")
        await press(pilot, "ctrl+s")
        assert f"({claim}): asked about." in notice(pilot)
        await press(pilot, "end", "w")
        assert "BLOCKED" in page(pilot)
        await type_in(pilot, "by the guards")
        await press(pilot, "ctrl+s")
        await press(pilot, "v", "down", "down", "down", "enter")
        await type_in(pilot, "officials say so")
        await press(pilot, "ctrl+s")
        assert f"({claim}): decided." in notice(pilot)
        await press(pilot, "end", "s")
        assert "nobody signs off their own work" in notice(pilot)

    async def reader(pilot: Pilot) -> None:
        await go_to(pilot, claim)
        assert "CHECKED: mixed, decided by Cy" in page(pilot)
        await press(pilot, "t")
        await press(pilot, "s")
        assert f"({claim}): signed off." in notice(pilot)

    async def editor(pilot: Pilot) -> None:
        await press(pilot, "d")
        assert "SIGNED OFF: mixed" in page(pilot)
        await press(pilot, "p")
        assert "PUBLISHED: mixed" in page(pilot)
        await press(pilot, "x")
        await type_in(pilot, "over 1,500", "about 1,500", "page 2")
        await press(pilot, "ctrl+s")
        assert "CORRECTED: mixed" in page(pilot)

    for who, work in (("Cy", checker), ("Di", reader), ("Ed", editor)):
        on_screen(path, who, work)
    with open_ledger(path, mode="read") as ledger:
        told = dossier(ledger, claim)
    assert tuple(one.move for one in told.decisions) == STORY
    assert [one.by for one in told.decisions] == ["Cy", "Cy", "Cy", "Cy", "Di", "Di", "Ed", "Ed"]
    assert tuple(one.verb for one in told.history if one.verb.startswith("review")) == tuple(
        f"review {move}" for move in STORY
    )
