"""A sample of `bench.ledger.crowd`: writers and readers at once, and nothing lost or half done."""

from pathlib import Path

from bench.ledger.crowd import crowd


def test_a_crowd_of_writers_and_readers_loses_nothing_and_sees_no_half_state(tmp_path: Path) -> None:
    assert crowd(tmp_path / "claims.db", writers=4, writes=8, readers=4)["writes"] == 32
