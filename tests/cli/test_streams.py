"""Where nobody reads what is said, the exit code still says it."""

import subprocess
import sys
from pathlib import Path


def test_an_error_that_nobody_reads_keeps_its_exit_code(tmp_path: Path) -> None:
    missing = str(tmp_path / "none.db")
    with subprocess.Popen(
        [sys.executable, "-m", "factcheck", "--db", missing, "list"],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    ) as running:
        assert running.stdout is not None
        running.stdout.close()
        assert running.wait(timeout=60) == 3
