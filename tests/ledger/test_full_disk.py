"""On a disk that is full nothing is half written, and what was there stays."""

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from factcheck.errors import LedgerBusy
from factcheck.ledger.audit import verify
from factcheck.ledger.backups import back_up
from factcheck.ledger.opening import open_ledger
from tests.ledger.given import article, counts, record


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of one megabyte, in memory."""
    place = tmp_path / "disk"
    place.mkdir()
    mounting = ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(place)]
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        pytest.skip("only root may mount a small disk")
    if subprocess.run(mounting, capture_output=True, check=False).returncode != 0:
        pytest.skip("no small disk may be mounted here")
    try:
        yield place
    finally:
        subprocess.run(["umount", str(place)], check=True)


def test_a_full_disk_refuses_the_change_and_keeps_every_one_before_it(small_disk: Path) -> None:
    with open_ledger(small_disk / "claims.db", mode="write") as ledger:
        acknowledged = 0
        try:
            for number in range(1000):
                text = article(f"Edition {number}\n" + article().text * 20, id=f"document{number}")
                record(ledger, text, f"-{number}")
                acknowledged += 1
        except LedgerBusy:
            pass  # as it has to be; what is left is looked at below
        assert 0 < acknowledged < 1000, "the disk is full at some point"
        assert counts(ledger)["documents"] == acknowledged
        with pytest.raises(LedgerBusy):
            back_up(ledger, small_disk / "kept.db")
    with open_ledger(small_disk / "claims.db", mode="read") as ledger:
        assert verify(ledger) == ()
        assert counts(ledger)["claims"] == 3 * acknowledged
    assert not (small_disk / "kept.db").exists()
