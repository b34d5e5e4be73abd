"""A sample of `bench.ledger.kills`: whatever is killed, what was acknowledged is there and whole."""

from pathlib import Path

from bench.ledger.kills import WORK, kill_all


def test_writers_killed_at_random_moments_lose_nothing_that_they_acknowledged(tmp_path: Path) -> None:
    tally = kill_all(tmp_path, kills=12, seed=7)
    assert tally.keys() == WORK.keys()
    assert sum(killed for killed, _ in tally.values()) >= 6, "most were killed at work"
