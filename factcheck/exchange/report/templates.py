"""How does text from outside get into a page and stay text?

The templates ship with the package and escape whatever they are given; there is one way past
that, the `Markup` of our own style sheet and drawings. An address becomes a link only if it
leads to the web.

Callers: `page.py`, `corrections.py`.
"""

from __future__ import annotations

from datetime import date
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from factcheck.agreement.wording import counted
from factcheck.review.states import day
from factcheck.show.passages import credited
from factcheck.show.safe import UNSAFE, one_line

if TYPE_CHECKING:
    from jinja2 import Environment, Template


def template(name: str) -> Template:
    """The template of this name."""
    return _environment().get_template(name)


@cache
def _environment() -> Environment:
    from jinja2 import DictLoader, Environment, StrictUndefined
    from markupsafe import Markup

    data = files("factcheck.exchange") / "data"
    names = tuple(one.name for one in data.iterdir() if one.name.endswith(".j2"))
    environment = Environment(
        loader=DictLoader({name: (data / name).read_text(encoding="utf-8") for name in names}),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(line=one_line, day=day, long_day=long_day, site=site)
    environment.globals.update(
        counted=counted,
        credited=credited,
        drawn=Markup,
        sheet=Markup((data / "report.css").read_text(encoding="utf-8")),
    )
    return environment


def long_day(at: str) -> str:
    """The date of a moment as a reader has it: 24 November 2026."""
    said = date.fromisoformat(day(at))
    return f"{said.day} {said:%B %Y}"


def site(url: str | None) -> str | None:
    """The host that a web address leads to; None where it is no web address, and no link is made of it."""
    if not url or UNSAFE.search(url):
        return None
    try:
        parts = urlsplit(url)
        return parts.hostname if parts.scheme in ("http", "https") else None
    except ValueError:
        return None
