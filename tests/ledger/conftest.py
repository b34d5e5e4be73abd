"""A ledger in a temporary folder, and a person who changes it."""

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from factcheck.ledger.opening import open_ledger
from factcheck.ledger.store import Ledger
from tests.ledger.given import NOON


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "claims.db"


@pytest.fixture
def ledger(path: Path) -> Iterator[Ledger]:
    with open_ledger(path, mode="write", timeout=0.1, ledger_id="marn", at=NOON) as opened:
        yield opened


@pytest.fixture
def as_nobody() -> Iterator[Path]:
    """A folder that anybody may enter, and this process as somebody whom permissions bind."""
    if not hasattr(os, "geteuid"):
        pytest.skip("permissions are not tried on a system without users")
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        root = os.geteuid() == 0
        if root:
            os.chown(folder, 65534, 65534)
            os.seteuid(65534)
        try:
            yield Path(folder)
        finally:
            if root:
                os.seteuid(0)
            Path(folder).chmod(0o755)
