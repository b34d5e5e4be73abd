"""May this address be fetched, and which machine is it?

Only http and https, only hosts on the public internet: a link in a text under check must
not reach the reader's own machine, its network, or the metadata service of a cloud. A
name is resolved once, and the address that was judged is the one to connect to.

Caller: fetching.
"""

from __future__ import annotations

import socket
from collections.abc import Callable
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from urllib.parse import quote, urlsplit

from factcheck.errors import AskedWrongly, NotFound

PORTS = {"http": 80, "https": 443}
# IPv6 networks whose addresses carry an IPv4 address, and where in them it stands
CARRIERS = ((IPv6Network("64:ff9b::/96"), 0), (IPv6Network("2002::/16"), 80))
SAFE_IN_PATH = "/:@!$&'()*+,;=~-._%"  # what is escaped already stays so

Judge = Callable[[str], bool]


@dataclass(frozen=True, slots=True)
class Target:
    """What to ask of whom: the host by its name and by the address that was judged, and the path."""

    scheme: str
    host: str
    port: int
    address: str
    path: str

    @property
    def url(self) -> str:
        """The address to record, without a fragment."""
        port = "" if self.port == PORTS[self.scheme] else f":{self.port}"
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{self.scheme}://{host}{port}{self.path}"


def is_public(address: str) -> bool:
    """Whether an IP address is one of the public internet, and no way around to another that is not."""
    ip = ip_address(address.partition("%")[0])
    if isinstance(ip, IPv6Address):
        carried = ip.ipv4_mapped or _carried(ip)
        if carried is not None:
            return is_public(str(carried))
    return ip.is_global and not ip.is_multicast and not ip.is_reserved


def _carried(ip: IPv6Address) -> IPv4Address | None:
    place = next((place for network, place in CARRIERS if ip in network), None)
    return None if place is None else IPv4Address(int(ip) >> place & 0xFFFF_FFFF)


def target(url: str, judge: Judge = is_public) -> Target:
    """Where a URL leads; raises AskedWrongly where it may not be fetched, NotFound for an unknown host."""
    try:
        parts = urlsplit(url)
        port = parts.port
        host = (parts.hostname or "").encode("idna").decode("ascii")
    except ValueError:
        raise AskedWrongly(f"no web address: {url!r}", "Write it as https://host/path.") from None
    if parts.scheme not in PORTS or not host:
        raise AskedWrongly(f"not a web address: {url!r}", "Only http and https are fetched.")
    if parts.username is not None or parts.password is not None:
        raise AskedWrongly(
            "an address with a name or password is not fetched", "Take them out of the address."
        )
    port = port or PORTS[parts.scheme]
    path = quote(parts.path or "/", SAFE_IN_PATH)
    if parts.query:
        path = f"{path}?{quote(parts.query, SAFE_IN_PATH + '?')}"
    return Target(parts.scheme, host, port, _address(host, port, judge), path)


def _address(host: str, port: int, judge: Judge) -> str:
    """The first address of the host, where all of them may be fetched."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except OSError:
        raise NotFound(f"no such host: {host}", "Check the spelling of the address.") from None
    addresses = [str(entry[4][0]) for entry in found]
    if not all(judge(address) for address in addresses):
        hint = "Save the page from a browser, and pass the file."
        raise AskedWrongly(f"{host} is on this machine or in a private network", hint)
    return addresses[0]
