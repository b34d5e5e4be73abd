"""A backup is one moment of the ledger, verified, and in its place in one step."""

import subprocess
import sys
from pathlib import Path

import pytest

from factcheck.errors import FactcheckError, IntegrityFailure
from factcheck.ledger.audit import checkpoint, verify
from factcheck.ledger.backups import back_up
from factcheck.ledger.opening import open_ledger
from factcheck.ledger.store import Ledger
from tests.ledger.given import behind_its_back, counts, fill
from tests.ledger.test_store import ENDLESS


def test_a_backup_is_the_ledger_and_says_its_checkpoint(ledger: Ledger, tmp_path: Path) -> None:
    fill(ledger)
    target = tmp_path / "kept.db"
    assert back_up(ledger, target) == checkpoint(ledger)
    with open_ledger(target, mode="read") as kept:
        assert (verify(kept), counts(kept)) == ((), counts(ledger))
    assert sorted(path.name for path in tmp_path.iterdir()) == ["claims.db", "kept.db"]


def test_a_backup_while_a_writer_writes_is_whole(path: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-c", ENDLESS, str(path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdout is not None
        writer.stdout.readline()
        try:
            with open_ledger(path, mode="read") as ledger:
                lines = [back_up(ledger, tmp_path / f"kept{number}.db") for number in range(3)]
        finally:
            writer.kill()
            writer.stdout.read()
    with open_ledger(path, mode="read") as ledger:
        for line in lines:
            assert verify(ledger, against=line) == (), "each backup is a moment that the ledger had"
    for number in range(3):
        with open_ledger(tmp_path / f"kept{number}.db", mode="read") as kept:
            held = counts(kept)
            assert held["claims"] == 3 * held["documents"]


def test_a_ledger_that_was_tampered_with_does_not_replace_a_good_backup(
    ledger: Ledger, path: Path, tmp_path: Path
) -> None:
    fill(ledger)
    target = tmp_path / "kept.db"
    back_up(ledger, target)
    good = target.read_bytes()
    behind_its_back(path, "UPDATE claims SET low = '9' WHERE low = '1200'")
    with pytest.raises(IntegrityFailure, match="does not verify"):
        back_up(ledger, target)
    assert target.read_bytes() == good
    assert sorted(path.name for path in tmp_path.iterdir()) == ["claims.db", "kept.db"]


@pytest.mark.parametrize("target", ["no/folder/kept.db", "a folder"])
def test_a_backup_goes_nowhere_else(ledger: Ledger, tmp_path: Path, target: str) -> None:
    fill(ledger)
    (tmp_path / "a folder").mkdir()
    with pytest.raises(FactcheckError):
        back_up(ledger, tmp_path / target)


def test_a_backup_takes_the_place_of_a_link_and_not_of_what_it_leads_to(
    ledger: Ledger, tmp_path: Path
) -> None:
    fill(ledger)
    precious, link = tmp_path / "precious", tmp_path / "kept.db"
    precious.write_text("mine")
    link.symlink_to(precious)
    back_up(ledger, link)
    assert precious.read_text() == "mine"
    assert not link.is_symlink()
