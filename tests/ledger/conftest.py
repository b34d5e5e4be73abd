"""A ledger in a temporary folder, and a person who changes it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from factcheck.ledger.store import Ledger, open_ledger
from tests.ledger.given import NOON


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "claims.db"


@pytest.fixture
def ledger(path: Path) -> Iterator[Ledger]:
    with open_ledger(path, mode="write", timeout=0.1, ledger_id="marn", at=NOON) as opened:
        yield opened
