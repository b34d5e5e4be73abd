"""Pictures of the screen, kept as text: what a reviewer sees at 80x24 and 120x40, and what stands out in it.

`--regenerate` writes them anew; read the difference as the reviewer would see it.
"""

from collections.abc import Callable, Iterator
from itertools import groupby
from pathlib import Path

import pytest

from factcheck.desk.amendments import CitationAmendment, amend_citation
from factcheck.desk.citations import Evidence, cite
from factcheck.desk.claims import Publication, add, draft
from factcheck.desk.reviews import Act, decide
from factcheck.desk.scales import set_scale
from factcheck.desk.signature import Signature
from factcheck.ledger.opening import open_ledger
from factcheck.ledger.store import Ledger
from factcheck.model import DEFAULT_SCALE, ScaleStep
from factcheck.show.safe import UNSAFE

pytest.importorskip("textual", reason="the review screen needs the tui extra")

from textual.pilot import Pilot
from textual.strip import Strip

from tests.tui.pilots import on_screen, press

NASTY = "[bold red]!![/] \x1b]52;c;aGk=\x07\x1b[2J \u202eabc\b\b \u200b<b>&amp;</b> 大水"
STANDS_OUT = ("bold", "reverse", "underline")
Golden = Callable[[str, str], None]


def by(who: str) -> Signature:
    return Signature(who, "2026-01-02T12:00:00Z", "test")


def fill_with_claims(ledger: Ledger) -> None:
    """Three claims; on the first, evidence of all kinds and a verdict."""
    printed = Publication(outlet="The Ferryman", date="2024-05-21")
    claim = add(ledger, draft("over 900 homes were flooded", printed), by("Ana"), source="Town Council").id
    for source, passage, date in (
        ("Red Crescent", "about 900 homes were flooded", "2024-05-20"),
        ("Ministry of Works", "30 homes were flooded", "2024-06-01"),
        ("Radio Marn", "at least 200 homes were flooded", "2024-05-19"),
        ("Town Council", "more than 900 homes were flooded", "2024-05-20"),
    ):
        evidence = Evidence(source, passage, Publication(date=date, url="https://marn.example/1"))
        cite(ledger, claim, evidence, by("Bo"))
    echo = Evidence("Daily Marn", "some 900 homes were flooded", derived_from=("Red Crescent",))
    cite(ledger, claim, echo, by("Bo"))
    decide(ledger, claim, Act("decide", verdict="mixed", because="two sides, both counted"), by("Cy"))
    waits = add(ledger, draft("40 bridges were closed", printed), by("Ana"), source="Ministry of Works").id
    decide(ledger, waits, Act("ask", because="closed for how long?"), by("Cy"))
    mine = add(ledger, draft("some 12,000 people lost power", printed), by("Ana")).id
    decide(ledger, mine, Act("assign", assignee="Di"), by("Cy"))


def fill_with_hostile_text(ledger: Ledger) -> None:
    """The same text from outside in every field that has one."""
    printed = Publication(outlet=NASTY)
    claim = add(ledger, draft(f"over 900 homes {NASTY}", printed), by(NASTY), source=f"Council {NASTY}").id
    found = Publication(outlet=NASTY, url=f"https://marn.example/{NASTY}")
    evidence = Evidence(f"Crescent {NASTY}", f"900 homes {NASTY}", found, note=NASTY)
    cited = cite(ledger, claim, evidence, by(NASTY)).id
    amend_citation(ledger, cited, CitationAmendment(stance="conflicts"), NASTY, by(NASTY))
    set_scale(ledger, (*DEFAULT_SCALE, ScaleStep(f"odd {NASTY}", None, None, NASTY)), NASTY, by(NASTY))
    decide(ledger, claim, Act("assign", assignee=f"Di {NASTY}", because=NASTY), by(NASTY))
    decide(ledger, claim, Act("decide", verdict="mixed", because=NASTY), by(NASTY))
    decide(ledger, claim, Act("note", because=NASTY), by(NASTY))
    decide(ledger, claim, Act("ask", because=NASTY), by(NASTY))


def picture(pilot: Pilot) -> str:
    """The screen as text, and below it the words that stand out, but for the keys at its foot."""
    strips = pilot.app.screen._compositor.render_strips()  # what a screenshot is made of
    lines = ["".join(segment.text for segment in strip).rstrip() for strip in strips]
    marked = [
        f"{place:2} {how}: {words.strip()}"
        for place, strip in enumerate(strips[:-1], start=1)
        for how, words in standing_out(strip)
        if any(map(str.isalnum, words))
    ]
    return "\n".join([*lines, "", *marked, ""])


def standing_out(strip: Strip) -> Iterator[tuple[str, str]]:
    """The parts of a line that are bold, underlined or reversed, each with how."""
    for how, same in groupby(
        strip, key=lambda one: tuple(how for how in STANDS_OUT if getattr(one.style, how, None))
    ):
        if how:
            yield ", ".join(how), "".join(segment.text for segment in same)


SMALL, LARGE = (80, 24), (120, 40)
SHOWN: dict[str, tuple[tuple[str, ...], tuple[tuple[int, int], ...]]] = {
    "queue": ((), (SMALL, LARGE)),
    "plot": (("down", "tab", "pagedown"), (SMALL, LARGE)),
    "verdict": (("down", "v", "down", "down", "enter", "n", "o"), (SMALL,)),
    "help": (("question_mark",), (SMALL,)),
    "refused": (("down", "down", "s"), (SMALL,)),
    "correction": (("x",), (SMALL,)),
}
HOSTILE: dict[str, tuple[tuple[str, ...], tuple[tuple[int, int], ...]]] = {
    "page": ((), (SMALL, LARGE)),
    "verdict": (("v",), (SMALL,)),
    "stance": (("c",), (SMALL,)),
}


def ledger_with(fill: Callable[[Ledger], None], folder: Path) -> Path:
    with open_ledger(folder / "claims.db", mode="write") as ledger:
        fill(ledger)
    return folder / "claims.db"


@pytest.fixture(scope="module")
def ordinary(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return ledger_with(fill_with_claims, tmp_path_factory.mktemp("ordinary"))


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return ledger_with(fill_with_hostile_text, tmp_path_factory.mktemp("hostile"))


def drawn(path: Path, who: str, keys: tuple[str, ...], size: tuple[int, int]) -> str:
    """What somebody sees after these keys."""
    pictures = []

    async def work(pilot: Pilot) -> None:
        await press(pilot, *keys)
        pictures.append(picture(pilot))

    on_screen(path, who, work, size)
    return pictures[0]


@pytest.mark.parametrize(
    ("name", "size"), [(name, size) for name, (_, sizes) in SHOWN.items() for size in sizes]
)
def test_the_screen_looks_like_this(ordinary: Path, golden: Golden, name: str, size: tuple[int, int]) -> None:
    golden(f"tui/{name}-{size[0]}.txt", drawn(ordinary, "Di", SHOWN[name][0], size))


@pytest.mark.parametrize(
    ("name", "size"), [(name, size) for name, (_, sizes) in HOSTILE.items() for size in sizes]
)
def test_hostile_text_in_every_field_is_text(
    hostile: Path, golden: Golden, name: str, size: tuple[int, int]
) -> None:
    seen = drawn(hostile, f"Di {NASTY}", HOSTILE[name][0], size)
    assert not UNSAFE.search(seen.replace("\n", ""))
    assert "[bold red]" in seen
    golden(f"tui/hostile-{name}-{size[0]}.txt", seen)
