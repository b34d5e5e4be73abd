"""What does a web address hold today?

The only module that touches a network, for `record URL --fetch` and nothing else. It
connects to the very address that was judged to be public (see addresses), judges again
after every redirect, and gives up at limits of size, time and hops. What comes back is
bytes, still to be read like those of any file.

Callers: desk.
"""

from __future__ import annotations

import socket
import ssl
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from http import HTTPStatus
from http.client import HTTPConnection, HTTPException, HTTPResponse, HTTPSConnection
from threading import Timer
from time import monotonic
from urllib.parse import urljoin

from factcheck import __version__
from factcheck.errors import NotFound, Unreadable
from factcheck.reading.addresses import Judge, Target, is_public, target

MOVED = frozenset({301, 302, 303, 307, 308})
GONE = frozenset({404, 410})
WANTED = frozenset(
    {
        "text/html",
        "application/xhtml+xml",
        "multipart/related",
        "text/plain",
        "text/markdown",
        "application/pdf",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    }
)
_CONNECTIONS = {"http": HTTPConnection, "https": HTTPSConnection}
_HEADERS = {"User-Agent": f"factcheck/{__version__}", "Accept-Encoding": "identity", "Connection": "close"}
SAVE_IT = "Save it from a browser, and pass the file."


@dataclass(frozen=True, slots=True)
class Limits:
    """What one address may cost: bytes, seconds in all, and redirects."""

    size: int = 50_000_000
    seconds: float = 30.0
    redirects: int = 5


@dataclass(frozen=True, slots=True)
class Fetched:
    """The bytes of a page, the address that they came from in the end, and their declared encoding."""

    data: bytes
    url: str
    charset: str | None = None


LIMITS = Limits()


def fetch(url: str, *, limits: Limits = LIMITS, judge: Judge = is_public) -> Fetched:
    """What a web address holds; raises AskedWrongly, NotFound or Unreadable.

    `judge` says of an IP address whether it may be connected to.
    """
    deadline = monotonic() + limits.seconds
    for _ in range(limits.redirects + 1):
        place = target(url, judge)
        with _answer(place, deadline) as answer:
            if answer.status not in MOVED:
                return Fetched(_body(answer, place, limits), place.url, answer.headers.get_content_charset())
            url = _moved_to(place, answer.headers.get("Location", ""))
    raise Unreadable(f"too many redirects: {place.url} still leads elsewhere", SAVE_IT)


def _moved_to(place: Target, location: str) -> str:
    try:
        return urljoin(place.url, location)
    except ValueError:
        raise Unreadable(f"{place.url} leads to no web address", SAVE_IT) from None


@contextmanager
def _answer(place: Target, deadline: float) -> Iterator[HTTPResponse]:
    """The server's answer, for as long as the time lasts; what goes wrong on the way is Unreadable."""
    connection = _CONNECTIONS[place.scheme](place.host, place.port)
    lines: list[socket.socket] = []
    watch = Timer(max(0.0, deadline - monotonic()), _hang_up, [lines])
    watch.start()
    try:
        _connect(lines, place, max(0.1, deadline - monotonic()))
        connection.sock = lines[-1]
        connection.request("GET", place.path, headers=_HEADERS)
        yield connection.getresponse()
        if monotonic() >= deadline:  # the line was hung up, and what was read may be cut short
            raise TimeoutError
    except (OSError, HTTPException) as error:
        says = "did not answer in time" if monotonic() >= deadline else f"cannot be fetched: {error}"
        raise Unreadable(f"{place.url} {says}", SAVE_IT) from None
    finally:
        watch.cancel()
        connection.close()
        for line in lines:
            line.close()


def _connect(lines: list[socket.socket], place: Target, seconds: float) -> None:
    """Connect to the address that was judged, in the name of the host; the last line is the one to use."""
    lines.append(socket.create_connection((place.address, place.port), seconds))
    if place.scheme == "https":
        context = ssl.create_default_context()
        secure = context.wrap_socket(lines[0], server_hostname=place.host, do_handshake_on_connect=False)
        lines.append(secure)
        secure.do_handshake()


def _hang_up(lines: list[socket.socket]) -> None:
    for line in lines[-1:]:
        with suppress(OSError):
            line.shutdown(socket.SHUT_RDWR)


def _body(answer: HTTPResponse, place: Target, limits: Limits) -> bytes:
    """The bytes of an answer that is a page of a wanted kind, to the limit of size."""
    if answer.status in GONE:
        raise NotFound(
            f"{place.url} is not there (HTTP {answer.status})", "Check the spelling of the address."
        )
    if answer.status != HTTPStatus.OK:
        raise Unreadable(f"{place.url} is refused (HTTP {answer.status})", SAVE_IT)
    kind = answer.headers.get_content_type()
    if kind not in WANTED:
        raise Unreadable(f"{place.url} is {kind}, which cannot be read", SAVE_IT)
    if answer.headers.get("Content-Encoding", "identity") != "identity":
        raise Unreadable(f"{place.url} comes compressed, which was not asked for", SAVE_IT)
    data = answer.read(limits.size + 1)
    if len(data) > limits.size:
        raise Unreadable(f"too large: {place.url} has more than {limits.size // 1_000_000} MB", SAVE_IT)
    if answer.length:
        raise Unreadable(f"{place.url} broke off before its end", "Try again.")
    return data
