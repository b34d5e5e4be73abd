"""How fast do all claims of a ledger leave it by a command, and how much memory does that take?"""

import subprocess
import sys
from pathlib import Path

_NOTHING = [sys.executable, "-c", "pass"]
# A small process starts the one that is measured: memory counts from the size of whoever started it.
_WATCH = """
import resource, subprocess, sys
started = subprocess.Popen(sys.argv[1:], stdout=subprocess.PIPE)
lines = sum(1 for _ in started.stdout)
assert started.wait() == 0, sys.argv
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(lines, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)
"""


def streamed(ledger: Path, words: str) -> tuple[float, float]:
    """Lines a second of processor time of a command, and megabytes above those of Python doing nothing."""
    lines, used, memory = _watched([sys.executable, "-m", "factcheck", *words.split(), "--db", str(ledger)])
    return lines / used, memory - _watched(_NOTHING)[2]


def _watched(command: list[str]) -> tuple[float, float, float]:
    """How many lines a command printed, its processor seconds, and its greatest memory in megabytes."""
    watched = subprocess.run(
        [sys.executable, "-c", _WATCH, *command], check=True, capture_output=True, text=True
    )
    lines, used, memory = map(float, watched.stdout.split())
    return lines, used, memory
