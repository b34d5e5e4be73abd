"""A ledger of one's own in a temporary folder, and a signature with a fixed clock."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from factcheck.desk.signature import Signature
from factcheck.ledger.opening import open_ledger
from factcheck.ledger.store import Ledger


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with open_ledger(tmp_path / "claims.db", mode="write") as opened:
        yield opened


@pytest.fixture
def signed() -> Signature:
    return Signature(who="Test Desk", at="2026-01-02T03:04:05Z", version="test")
