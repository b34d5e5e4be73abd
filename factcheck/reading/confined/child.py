"""What does the child process do with the bytes that it is given?

It lays down its limits, reads the bytes from standard input, parses them, and writes its
answer to standard output, a line or more. Before it parses it gives up what a parser has no
business with: opening connections, starting programs, writing files. Run as a program with the
kind of file (or the function, `module:name`, that reads it), what that is told (the declared
encoding, or nothing), the memory in bytes and the seconds of CPU.

Caller: parent, which starts it as a new process. Nothing imports it.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from importlib import import_module

from factcheck.reading.confined.wire import to_wire
from factcheck.reading.extracts import Extracted
from factcheck.reading.readings import Refused

FORBIDDEN = (
    "socket.",
    "subprocess.",
    "os.exec",
    "os.posix_spawn",
    "os.fork",
    "os.system",
    "os.remove",
    "os.rename",
    "os.mkdir",
    "os.rmdir",
    "os.symlink",
    "os.link",
    "os.truncate",
    "os.kill",
)
LIBXML2_NO_MEMORY = 2
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND


def main(kind: str, declared: str, memory: int, seconds: int) -> None:
    """Answer for the bytes on standard input."""
    _limit(memory, seconds)
    data = sys.stdin.buffer.read()
    sys.addaudithook(_forbid)
    for line in _answer(kind, data, declared or None):
        sys.stdout.buffer.write(line + b"\n")


def _limit(memory: int, seconds: int) -> None:
    """Ask the system to stop this process beyond its memory and its time; some systems cannot."""
    try:
        import resource
    except ImportError:
        return
    limits = ((resource.RLIMIT_AS, memory), (resource.RLIMIT_CPU, seconds), (resource.RLIMIT_CORE, 0))
    for what, limit in limits:
        with suppress(OSError, ValueError):
            resource.setrlimit(what, (limit, limit + 1))  # the signal of the softer limit says which it was


def _forbid(event: str, arguments: tuple[object, ...]) -> None:
    """Refuse what a parser has no business with, whoever asks for it."""
    writes = event == "open" and isinstance(arguments[2], int) and arguments[2] & WRITING
    if writes or event.startswith(FORBIDDEN):
        raise PermissionError(f"a parser may not: {event}")


def _answer(kind: str, data: bytes, told: str | None) -> Iterator[bytes]:
    """The lines of the answer; why the file is refused is the last."""
    try:
        if ":" in kind:
            module, name = kind.split(":")
            yield from getattr(import_module(module), name)(data, told)
        else:
            yield to_wire(_parser(kind)(data, told))
    except Exception as error:  # whatever a parser of hostile bytes may raise
        yield to_wire(_refusal(error))


def _refusal(error: Exception) -> Refused:
    if isinstance(error, Refused):
        return error
    if isinstance(error, MemoryError) or getattr(error, "code", None) == LIBXML2_NO_MEMORY:
        return Refused("too large", "needs too much memory to be read", "Split it into parts.")
    says = f"cannot be read ({type(error).__name__}: {str(error)[:200]!a})"
    return Refused("malformed", says, "Open it in its program, and save it anew.")


def _parser(kind: str) -> Callable[[bytes, str | None], Extracted]:
    if kind == "pdf":
        from factcheck.reading.parsers.pdf import read_pdf

        return read_pdf
    if kind == "zip":
        from factcheck.reading.parsers.word import read_word

        return read_word
    from factcheck.reading.parsers.html import read_html, read_mhtml

    return read_mhtml if kind == "mhtml" else read_html


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4]))
