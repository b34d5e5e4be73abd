"""A page is fetched within its limits, from the address that was judged, and from no other."""

import socket
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import unquote

import pytest

from factcheck.errors import AskedWrongly, NotFound, Unreadable
from factcheck.reading.fetching import Limits, fetch

PAGE = "<!doctype html><p>Some 40 fled: ça coûte.".encode("cp1252")
SHORT = Limits(size=1_000, seconds=1.0, redirects=3)


def is_here(address: str) -> bool:
    return address == "127.0.0.1"


class Server(BaseHTTPRequestHandler):
    """Answers by the path that is asked for."""

    def do_GET(self) -> None:
        kind, _, rest = self.path.strip("/").partition("/")
        if kind == "moved":
            self.answer(b"", status=302, Location=unquote(rest))
        elif kind == "status":
            self.answer(PAGE, status=int(rest))
        elif kind == "type":
            self.answer(PAGE, **{"Content-Type": rest})
        elif kind == "large":
            self.answer(b"9" * 1_001)
        elif kind == "gzip":
            self.answer(PAGE, **{"Content-Encoding": "gzip"})
        elif kind == "cut":
            self.answer(PAGE, **{"Content-Length": "900"})
        elif kind == "drip":
            self.drip()
        else:
            self.answer(PAGE, **{"Content-Type": "text/html; charset=windows-1252"})

    def answer(self, body: bytes, status: int = 200, **headers: str) -> None:
        self.send_response(status)
        for name, value in {"Content-Type": "text/html", "Content-Length": str(len(body)), **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def drip(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        for _ in range(50):
            try:
                self.wfile.write(b"9")
            except OSError:
                return
            time.sleep(0.1)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Server) as running:
        threading.Thread(target=running.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{running.server_port}"
        running.shutdown()


def test_a_page_comes_with_its_address_and_its_encoding(server: str) -> None:
    fetched = fetch(f"{server}/moved//page?a=1#part", judge=is_here)
    assert (fetched.data, fetched.url, fetched.charset) == (PAGE, f"{server}/page?a=1", "windows-1252")


@pytest.mark.parametrize(
    ("path", "error", "says"),
    [
        ("/status/404", NotFound, "HTTP 404"),
        ("/status/410", NotFound, "HTTP 410"),
        ("/status/403", Unreadable, "HTTP 403"),
        ("/status/500", Unreadable, "HTTP 500"),
        ("/type/image/png", Unreadable, "image/png"),
        ("/type/application/zip", Unreadable, "application/zip"),
        ("/large", Unreadable, "too large"),
        ("/gzip", Unreadable, "compressed"),
        ("/cut", Unreadable, "broke off"),
        ("/drip", Unreadable, "in time"),
        ("/moved//moved//moved//moved//page", Unreadable, "too many redirects"),
        ("/moved/http://[", Unreadable, "leads to no web address"),
        ("/moved/ftp://gazette.example/", AskedWrongly, "not a web address"),
        ("/moved/http://127.0.0.2/", AskedWrongly, "private network"),
        ("/moved/http://169.254.169.254/latest", AskedWrongly, "private network"),
    ],
)
def test_what_is_no_page_within_the_limits_is_refused(
    server: str, path: str, error: type[Exception], says: str
) -> None:
    with pytest.raises(error, match=says):
        fetch(f"{server}{path}", limits=SHORT, judge=is_here)


def test_without_a_judge_of_ones_own_this_machine_is_not_fetched(server: str) -> None:
    with pytest.raises(AskedWrongly, match="private network"):
        fetch(f"{server}/page")


def test_the_address_that_was_judged_is_the_one_that_is_connected(
    server: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    resolved = socket.getaddrinfo
    asked: list[str] = []

    def rebind(host: str, *rest: object, **named: object) -> list[object]:
        if host != "gazette.example":
            return list(resolved(host, *rest, **named))  # type: ignore[arg-type]
        asked.append(host)
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (f"127.0.0.{len(asked)}", 80))]

    monkeypatch.setattr(socket, "getaddrinfo", rebind)
    port = server.rpartition(":")[2]
    assert fetch(f"http://gazette.example:{port}/page", judge=is_here).data == PAGE
    assert asked == ["gazette.example"]


def test_a_server_that_is_not_there_is_unreadable() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    with pytest.raises(Unreadable, match="cannot be fetched"):
        fetch(f"http://127.0.0.1:{port}/", judge=is_here)
