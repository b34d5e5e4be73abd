"""How is a file parsed that may have been made to harm?

In a process of its own, started for this one file: the bytes go in by a pipe, one answer
comes back by a pipe, and memory, time and the answer's length are limited. Whatever
becomes of the child, killed, broken off or silent, is a Refused with a sentence, and the
memory of it is gone.

Caller: files.
"""

from __future__ import annotations

import os
import signal
import sys
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
SAVE_AS_TEXT = "Split it, or save its text as .txt."


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
    command = [sys.executable, "-P", "-m", CHILD, kind, declared or ""]
    with Popen(
        [*command, str(limits.memory), str(limits.cpu_seconds)],
        stdin=PIPE,
        stdout=PIPE,
        stderr=DEVNULL,
        env=_environment(),
    ) as child:
        started = monotonic()
        answer = _answer(child, data, limits)
        late = monotonic() - started >= limits.seconds
    if len(answer) > limits.answer:
        raise Refused("too large", f"holds more than {limits.answer // 1_000_000} MB of text", SAVE_AS_TEXT)
    if late or child.returncode == OUT_OF_TIME:
        raise Refused("too slow", "took too long to be read", SAVE_AS_TEXT)
    try:
        return from_wire(answer)
    except AnswerError:
        says = f"broke off its reader (exit {child.returncode})"
        raise Refused("malformed", says, "Open it in its program, and save it anew.") from None


def _environment() -> dict[str, str]:
    """This process's environment, in which the child finds this very package, installed or not."""
    home = Path(__file__).parents[3]
    if home.name in ("site-packages", "dist-packages"):
        return dict(os.environ)
    path = os.environ.get("PYTHONPATH")
    return {**os.environ, "PYTHONPATH": f"{home}{os.pathsep}{path}" if path else str(home)}


def _answer(child: Popen[bytes], data: bytes, limits: Limits) -> bytes:
    """What the child writes, up to one byte more than it may; it is gone when this returns."""
    assert child.stdin is not None
    assert child.stdout is not None
    watch = Timer(limits.seconds, child.kill)
    feeder = Thread(target=_feed, args=(child.stdin, data), daemon=True)
    watch.start()
    feeder.start()
    try:
        answer = child.stdout.read(limits.answer + 1)
        if len(answer) > limits.answer:
            child.kill()
        child.wait()
    finally:
        watch.cancel()
    feeder.join()
    return answer


def _feed(pipe: IO[bytes], data: bytes) -> None:
    """Hand over the bytes; a child that is gone already does not want them."""
    with suppress(OSError), pipe:
        pipe.write(data)
