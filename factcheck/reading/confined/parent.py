"""How is a file parsed that may have been made to harm?

In a process of its own, started for this one file: the bytes go in by a pipe, the answer
comes back by a pipe, and memory, time and the answer's length are limited. Whatever
becomes of the child, killed, broken off or silent, is a Refused with a sentence, and the
memory of it is gone.

Callers: files, and `exchange` for tables, bibliographies and JSON.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from subprocess import DEVNULL, PIPE, Popen
from threading import Thread, Timer
from time import monotonic
from typing import IO

from factcheck.reading.confined.wire import AnswerError, from_wire
from factcheck.reading.extracts import Extracted
from factcheck.reading.kinds import Kind
from factcheck.reading.readings import Refused

OUT_OF_TIME = -getattr(signal, "SIGXCPU", 1_000)  # the exit code; some systems have no such signal
CHILD = "factcheck.reading.confined.child"
SPLIT = "Split it into parts."


@dataclass(frozen=True, slots=True)
class Limits:
    """What one file may cost: bytes of memory, seconds of CPU and by the clock, bytes of answer."""

    memory: int = 1_000_000_000
    cpu_seconds: int = 60
    seconds: float = 120
    answer: int = 64_000_000


LIMITS = Limits()


def parse(data: bytes, kind: Kind, declared: str | None = None, limits: Limits = LIMITS) -> Extracted:
    """What the parser of that kind finds in the bytes; raises Refused.

    `declared` is the encoding that whoever sent the bytes gave them.
    """
    try:
        return from_wire(b"".join(answers(data, kind, declared, limits)))
    except AnswerError:
        raise broken_off(0) from None


def broken_off(code: int) -> Refused:
    """The refusal of a file whose reader made no sense, or ended with this exit code."""
    says = f"broke off its reader (exit {code})"
    return Refused("malformed", says, "Open it in its program, and save it anew.")


def answers(data: bytes, kind: str, told: str | None, limits: Limits = LIMITS) -> Iterator[bytes]:
    """The lines that a child answers, as they come; raises Refused for whatever else becomes of it.

    `kind` is one of ours, or `module:function` for the function that reads the bytes there. What a
    line says is for the caller to judge.
    """
    command = [sys.executable, "-P", "-m", CHILD, kind, told or ""]
    with Popen(
        [*command, str(limits.memory), str(limits.cpu_seconds)],
        stdin=PIPE,
        stdout=PIPE,
        stderr=DEVNULL,
        env=_environment(),
    ) as child:
        started = monotonic()
        yield from _lines(child, data, limits)
        late = monotonic() - started >= limits.seconds
    if late or child.returncode == OUT_OF_TIME:
        raise Refused("too slow", "took too long to be read", SPLIT)
    if child.returncode:
        raise broken_off(child.returncode)


def _environment() -> dict[str, str]:
    """This process's environment, in which the child finds this very package, installed or not."""
    home = Path(__file__).parents[3]
    if home.name in ("site-packages", "dist-packages"):
        return dict(os.environ)
    path = os.environ.get("PYTHONPATH")
    return {**os.environ, "PYTHONPATH": f"{home}{os.pathsep}{path}" if path else str(home)}


def _lines(child: Popen[bytes], data: bytes, limits: Limits) -> Iterator[bytes]:
    """What the child writes, line by line, up to its limit; it is gone when this returns."""
    assert child.stdin is not None
    assert child.stdout is not None
    watch = Timer(limits.seconds, child.kill)
    feeder = Thread(target=_feed, args=(child.stdin, data), daemon=True)
    watch.start()
    feeder.start()
    left = limits.answer
    try:
        while line := child.stdout.readline(left + 1):
            left -= len(line)
            if left < 0:
                says = f"holds more than {limits.answer // 1_000_000} MB of text"
                raise Refused("too large", says, SPLIT)
            yield line
        child.wait()
    finally:
        watch.cancel()
        child.kill()
        feeder.join()


def _feed(pipe: IO[bytes], data: bytes) -> None:
    """Hand over the bytes; a child that is gone already does not want them."""
    with suppress(OSError), pipe:
        pipe.write(data)
