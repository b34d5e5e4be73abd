"""What holds of any hostile text, by the place that it came in: typed through the commands, and looked at."""

import csv
import html
import io
import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from factcheck.show.safe import UNSAFE
from tests.cli.conftest import Answer, Typed

FORMULA = ("=", "+", "-", "@", "\t", "\r")
LINK = re.compile(r'href="(?P<to>[^"]*)"')
PHRASE = "over 1,500 people died"


@dataclass(frozen=True)
class Tried:
    """What became of a text: every answer, the figures that were read in it, and what was declined."""

    answers: tuple[Answer, ...]
    points: frozenset[str] = frozenset()
    notices: int = 0


def harmless(text: str) -> bool:
    """Whether a terminal obeys nothing of it and hides nothing."""
    return not UNSAFE.search(text.replace("\n", "").replace("\t", ""))


def try_text(type_in: Typed, where: str, text: str) -> Tried:
    """Bring the text in at its place, and look at it in every way; AssertionError where a rule is broken."""
    tried = PLACES[where](type_in, text)
    verified = type_in("audit", "verify")
    for answer in (*tried.answers, *shown(type_in), verified):
        assert harmless(answer.out), answer.out
        assert harmless(answer.err), answer.err
        assert answer.code in (0, 2, 3, 6), answer
        assert "Traceback" not in answer.err
    assert verified.code in (0, 3), "there may be nothing recorded"
    return tried


def shown(type_in: Typed) -> list[Answer]:
    """Everything that shows records; each of them one row in tables, and no cell a formula."""
    ids = [json.loads(line)["id"] for line in type_in("list", "--nl").out.splitlines()]
    answers = [type_in("show", claim) for claim in ids] + [type_in("list"), type_in("source", "list")]
    for what in ("claims", "citations", "sources"):
        table = type_in("export", what)
        rows = list(csv.reader(io.StringIO(table.out)))
        assert len(table.out.splitlines()) == len(rows), "a record is one line"
        assert not [cell for row in rows for cell in row if cell.startswith(FORMULA) and not number(cell)]
        answers.append(table)
    page = type_in("report")
    links = [html.unescape(match["to"]) for match in LINK.finditer(page.out)]
    assert all(link.startswith(("https://", "http://", "#")) for link in links), links
    assert "<script" not in page.out
    return answers


def number(cell: str) -> bool:
    return re.fullmatch(r"-?[0-9.]+", cell) is not None


def as_article(type_in: Typed, text: str) -> Tried:
    """Its spans are of the text as it was stored, and no number has an invisible character inside."""
    Path("a.txt").write_bytes(text.encode("utf-8", "surrogatepass"))
    told = type_in("extract", "a.txt", "--json")
    seen = (told, type_in("extract", "a.txt", "--notices"), type_in("record", "a.txt"))
    if told.code:
        return Tried(seen)
    (document,) = told.json["documents"]
    for claim in document["claims"]:
        start, end = claim["span"]
        assert text[start:end] == claim["surface"]
        assert not UNSAFE.search(claim["surface"])
    points = frozenset(str(claim["quantity"]["point"]) for claim in document["claims"])
    return Tried(seen, points, len(document["notices"]))


def as_page(type_in: Typed, text: str) -> Tried:
    """What a script of a web page says is no claim."""
    Path("a.html").write_bytes(text.encode("utf-8", "surrogatepass"))
    told = type_in("extract", "a.html", "--json")
    if told.code:
        return Tried((told,))
    claims = told.json["documents"][0]["claims"]
    return Tried((told,), frozenset(str(claim["quantity"]["point"]) for claim in claims))


def as_source(type_in: Typed, text: str) -> Tried:
    """Refused in one line, or kept as it is, and the same through JSON."""
    added = type_in("add", PHRASE, "--source", text, "--json")
    if added.code == 0:
        said = added.json["claim"]["attribution"]["source"]
        assert said in text
    return Tried((added,))


def as_title(type_in: Typed, text: str) -> Tried:
    Path("a.md").write_bytes(f"# {text}\n\nOver 450 nurses resigned.\n".encode("utf-8", "surrogatepass"))
    return Tried((type_in("record", "a.md"), type_in("extract", "a.md")))


def as_note(type_in: Typed, text: str) -> Tried:
    cited = cite(type_in, "--note", text)
    if cited.code == 0:
        assert cited.json["citations"][0]["note"] == text
    return Tried((cited,))


def as_quote(type_in: Typed, text: str) -> Tried:
    claim = type_in("add", PHRASE, "--source", "Desk", "--json").json["claim"]["id"]
    cited = type_in("cite", claim, text, "--source", "Paper", "--json")
    if cited.code == 0:
        assert cited.json["citations"][0]["passage"] == text
    return Tried((cited,))


def as_url(type_in: Typed, text: str) -> Tried:
    """Refused, or kept as it is and never a live link unless it is a web address; `shown` looks at links."""
    cited = cite(type_in, "--url", text)
    if cited.code == 0:
        assert cited.json["citations"][0]["url"] == text
    return Tried((cited, type_in("add", "about 40 homes burned", "--url", text)))


def as_path(type_in: Typed, text: str) -> Tried:
    """A file of that name is a file behind `--`."""
    Path(text).write_text("Over 450 nurses resigned.\n")
    told = type_in("extract", "--json", "--", text)
    assert (told.code, told.json["documents"][0]["path"]) == (0, text)
    return Tried((told, type_in("extract", "--", text), type_in("record", "--", text)))


def cite(type_in: Typed, *options: str) -> Answer:
    claim = type_in("add", PHRASE, "--source", "Desk", "--json").json["claim"]["id"]
    return type_in("cite", claim, "about 1,500 people died", "--source", "Paper", *options, "--json")


PLACES: dict[str, Callable[[Typed, str], Tried]] = {
    "article": as_article,
    "page": as_page,
    "source": as_source,
    "title": as_title,
    "note": as_note,
    "quote": as_quote,
    "url": as_url,
    "path": as_path,
}


def rows(path: Path) -> list[dict[str, Any]]:
    """The lines of a set of hostile strings."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
