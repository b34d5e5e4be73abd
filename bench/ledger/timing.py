"""How long does something take, on a machine that others use, too? Processor time, and the best of some."""

import os
import subprocess
import time
from collections.abc import Callable, Sequence


def spent(work: Callable[[], object]) -> float:
    """The processor seconds of this process, all of its threads together, that the work takes."""
    start = time.process_time()
    work()
    return time.process_time() - start


def elapsed(work: Callable[[], object]) -> float:
    """The seconds by the clock on the wall."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def cold(command: Sequence[str], times: int = 5) -> float:
    """The least processor seconds that a new process needs for a command; one that fails is an error."""
    return min(_process(command) for _ in range(times))


def _process(command: Sequence[str]) -> float:
    started = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    assert started.stderr is not None, "it was asked for"
    said = started.stderr.read()
    _, status, used = os.wait4(started.pid, 0)
    started.returncode = os.waitstatus_to_exitcode(status)
    if started.returncode:
        raise RuntimeError(f"{command} exits with {started.returncode}: {said.decode()}")
    return used.ru_utime + used.ru_stime
