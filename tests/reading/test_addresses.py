"""Only hosts on the public internet are fetched, and by the address that was judged."""

import socket

import pytest

from factcheck.errors import AskedWrongly, FactcheckError, NotFound
from factcheck.reading.addresses import is_public, target


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("93.184.215.14", True),
        ("2606:2800:21f:cb07:6820:80da:af6b:8b2c", True),
        ("::ffff:93.184.215.14", True),
        ("127.0.0.1", False),
        ("127.8.9.1", False),
        ("0.0.0.0", False),
        ("10.1.2.3", False),
        ("172.16.0.1", False),
        ("192.168.1.1", False),
        ("169.254.169.254", False),
        ("100.100.100.200", False),
        ("192.0.2.1", False),
        ("224.0.0.1", False),
        ("255.255.255.255", False),
        ("::1", False),
        ("::", False),
        ("fe80::1%eth0", False),
        ("fd00:ec2::254", False),
        ("::ffff:127.0.0.1", False),
        ("::ffff:10.0.0.1", False),
        ("64:ff9b::7f00:1", False),
        ("2002:7f00:1::", False),
        ("ff02::1", False),
    ],
)
def test_an_address_is_public_or_it_is_not(address: str, public: bool) -> None:
    assert is_public(address) is public


@pytest.mark.parametrize(
    ("url", "error", "says"),
    [
        ("ftp://gazette.example/a", AskedWrongly, "not a web address"),
        ("file:///etc/passwd", AskedWrongly, "not a web address"),
        ("gazette.example/a", AskedWrongly, "not a web address"),
        ("https://", AskedWrongly, "not a web address"),
        ("https://gazette.example:99999/", AskedWrongly, "no web address"),
        ("https://[::1", AskedWrongly, "no web address"),
        ("https://me:secret@gazette.example/", AskedWrongly, "name or password"),
        ("http://127.0.0.1/", AskedWrongly, "private network"),
        ("http://[::1]:8080/", AskedWrongly, "private network"),
        ("http://0x7f.1/", AskedWrongly, "private network"),
        ("http://2130706433/", AskedWrongly, "private network"),
        ("http://no-such-host.invalid/", NotFound, "no such host"),
    ],
)
def test_what_may_not_be_fetched_is_refused(url: str, error: type[FactcheckError], says: str) -> None:
    with pytest.raises(error, match=says) as refused:
        target(url)
    assert "secret" not in refused.value.message


def test_a_host_with_one_private_address_among_others_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    found = [(0, 0, 0, "", (address, 80)) for address in ("93.184.215.14", "10.0.0.1")]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: found)
    with pytest.raises(AskedWrongly, match="private network"):
        target("http://gazette.example/")


@pytest.mark.parametrize(
    ("url", "path", "recorded"),
    [
        ("HTTP://127.0.0.1", "/", "http://127.0.0.1/"),
        ("http://127.0.0.1:80/a b?q=é#part", "/a%20b?q=%C3%A9", "http://127.0.0.1/a%20b?q=%C3%A9"),
        ("https://127.0.0.1:8443/a%20b", "/a%20b", "https://127.0.0.1:8443/a%20b"),
        ("http://[::1]:80/\r\nHost:%20x", "/Host:%20x", "http://[::1]/Host:%20x"),
    ],
)
def test_a_target_has_a_path_that_fits_a_request(url: str, path: str, recorded: str) -> None:
    found = target(url, judge=lambda _: True)
    assert (found.path, found.url) == (path, recorded)
