"""The review screen, driven by keys: every act is a verb, and nothing that was typed is lost."""

from collections.abc import Callable
from pathlib import Path

import pytest

from factcheck.desk.citations import Evidence, cite
from factcheck.desk.claims import Publication, add, draft
from factcheck.desk.dossiers import dossier
from factcheck.desk.queues import queue
from factcheck.desk.reviews import Act, decide
from factcheck.desk.signature import Signature
from factcheck.ledger.opening import open_ledger
from factcheck.ledger.store import Ledger

pytest.importorskip("textual", reason="the review screen needs the tui extra")

from textual.pilot import Pilot
from textual.widgets import Static, TextArea

from bench.ledger.articles import CLAIMS_IN_EACH, articles
from bench.ledger.recording import record
from factcheck.tui.dialogs import Ask
from factcheck.tui.queue_list import QueueList
from factcheck.tui.sitting import AT_ONCE
from tests.tui.pilots import notice, on_screen, page, press, settled, type_in

NOON = "2026-01-02T12:00:00Z"


def by(who: str) -> Signature:
    return Signature(who=who, at=NOON, version="test")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A ledger with two claims that Ana recorded; Bo cited on the first."""
    path = tmp_path / "claims.db"
    with open_ledger(path, mode="write") as ledger:
        claim = add(
            ledger, draft("over 900 homes were flooded", Publication()), by("Ana"), source="Council"
        ).id
        evidence = Evidence(
            "Red Crescent", "about 900 homes", Publication(url="https://redcrescent.example/1")
        )
        cite(ledger, claim, evidence, by("Bo"))
        add(ledger, draft("40 bridges were closed", Publication()), by("Ana"))
    return path


def claims(path: Path) -> list[str]:
    with open_ledger(path, mode="read") as ledger:
        return [row["id"] for row in ledger.rows("SELECT id FROM claims ORDER BY entry")]


def read(path: Path, work: Callable[[Ledger, str], object]) -> object:
    with open_ledger(path, mode="read") as ledger:
        return work(ledger, claims(path)[0])


def state(path: Path, claim: int = 0) -> str:
    with open_ledger(path, mode="read") as ledger:
        told = dossier(ledger, claims(path)[claim])
        return told.state.status if told.state else ""


def test_what_is_not_legal_is_refused_with_its_reason(path: Path) -> None:
    async def work(pilot: Pilot) -> None:
        await press(pilot, "s")
        assert "has no verdict" in notice(pilot)

    on_screen(path, "Cy", work)
    assert state(path) == "open"


def test_nothing_is_decided_before_something_is_chosen(path: Path) -> None:
    async def work(pilot: Pilot) -> None:
        await press(pilot, "v")
        await type_in(pilot, "a reason")
        await press(pilot, "ctrl+s")
        assert "Nothing is chosen yet" in str(pilot.app.screen.query_one("#refused", Static).visual)
        assert state(path) == "open"
        await press(pilot, "down", "ctrl+s")
        assert state(path) == "checked"

    on_screen(path, "Cy", work)


def test_a_refusal_names_the_key_that_leads_on(path: Path) -> None:
    async def work(pilot: Pilot) -> None:
        await press(pilot, "s")
        assert notice(pilot).endswith("it has no verdict. [v]")

    on_screen(path, "Cy", work)


def test_a_claim_is_given_to_somebody(path: Path) -> None:
    async def work(pilot: Pilot) -> None:
        await press(pilot, "g")
        await type_in(pilot, "Di")
        await press(pilot, "ctrl+s")
        assert notice(pilot).endswith(": assigned.")

    on_screen(path, "Cy", work)


def test_a_blind_reading_is_sealed_on_the_screen_too(path: Path) -> None:
    async def first(pilot: Pilot) -> None:
        await press(pilot, "b", "down", "down")
        await type_in(pilot, "the dam log")
        await press(pilot, "ctrl+s")

    async def second(pilot: Pilot) -> None:
        while "over 900" not in page(pilot):
            await press(pilot, "j")
        told = page(pilot)
        assert "Read blind by one reviewer" in told
        assert not any(secret in told for secret in ("Cy", "the dam log", "mostly true"))
        await press(pilot, "v", "down", "ctrl+s")
        assert "the second reads it blind, too. [b]" in str(
            pilot.app.screen.query_one("#refused", Static).visual
        )

    on_screen(path, "Cy", first)
    on_screen(path, "Di", second)


def test_a_refused_verdict_keeps_what_was_typed(path: Path) -> None:
    async def work(pilot: Pilot) -> None:
        await press(pilot, "v", "down")
        await type_in(pilot, "my long reason")
        with open_ledger(path, mode="write") as ledger:
            decide(ledger, claims(path)[0], Act("decide", verdict="false", because="quicker"), by("Di"))
        await press(pilot, "ctrl+s")
        again = pilot.app.screen
        assert isinstance(again, Ask)
        assert again.query_one(TextArea).text == "my long reason"
        assert "has moved on" in str(again.query_one("#refused", Static).visual)

    on_screen(path, "Cy", work)


def test_what_was_given_up_is_a_draft_and_leaving_warns_of_it(path: Path) -> None:
    async def work(pilot: Pilot) -> None:
        await press(pilot, "v")
        await type_in(pilot, "half a reason")
        await press(pilot, "escape")
        await press(pilot, "v")
        assert pilot.app.screen.query_one(TextArea).text == "half a reason"
        await press(pilot, "escape")
        await press(pilot, "q")
        assert "Not recorded yet" in notice(pilot)

    on_screen(path, "Cy", work)


def test_changes_of_others_are_shown(path: Path) -> None:
    async def work(pilot: Pilot) -> None:
        assert "Army" not in page(pilot)
        with open_ledger(path, mode="write") as ledger:
            cite(ledger, claims(path)[0], Evidence("Army", "30 homes"), by("Ana"))
        pilot.app.look()
        await settled(pilot)
        assert "Army" in page(pilot)

    on_screen(path, "Cy", work)


def test_a_stance_is_recorded_with_its_reason(path: Path) -> None:
    async def work(pilot: Pilot) -> None:
        await press(pilot, "c", "enter")
        await press(pilot, "down", "enter")
        await type_in(pilot, "the same flood, counted later")
        await press(pilot, "ctrl+s")

    on_screen(path, "Cy", work)
    [cited] = read(path, lambda ledger, claim: dossier(ledger, claim).citations)
    assert (cited.citation.stance.label, cited.citation.stance.by) == ("corroborates", "Cy")


def test_the_last_change_is_undone(path: Path) -> None:
    async def work(pilot: Pilot) -> None:
        await press(pilot, "t")
        assert state(path) == "checking"
        await press(pilot, "u")
        assert state(path) == "open"

    on_screen(path, "Cy", work)


def test_only_web_addresses_are_opened(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr("factcheck.tui.app.webbrowser.open", opened.append)

    async def work(pilot: Pilot) -> None:
        await press(pilot, "o")

    on_screen(path, "Cy", work)
    assert opened == ["https://redcrescent.example/1"]


def test_an_empty_queue_says_so(tmp_path: Path) -> None:
    path = tmp_path / "claims.db"
    open_ledger(path, mode="write").close()

    async def work(pilot: Pilot) -> None:
        assert "No claim here" in page(pilot)
        await press(pilot, "s", "v", "u", "c", "o")

    on_screen(path, "Cy", work)


def test_a_long_queue_is_there_at_once_and_then_in_its_order(tmp_path: Path) -> None:
    path, many = tmp_path / "claims.db", 2 * AT_ONCE + CLAIMS_IN_EACH
    record(path, list(articles(many // CLAIMS_IN_EACH)))
    with open_ledger(path, mode="write") as ledger:
        add(ledger, draft("3,000 people were killed", Publication()), by("Ana"), source="Council")
        [first, *_] = queue(ledger, "Cy")
    assert first.claim.phrase == "3,000 people"

    async def work(pilot: Pilot) -> None:
        while "3,000 people" not in page(pilot):
            await settled(pilot)
        assert pilot.app.query_one(QueueList).is_at_top

    on_screen(path, "Cy", work)
