"""Every page, given the worst of texts in every place that holds text."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.model import Attribution, Dossier, Event, Extract, Notice, Source, Span, Stance
from factcheck.show.dossiers import cited_lines, dossier_lines, score_lines
from factcheck.show.extracts import extract_lines
from factcheck.show.history import event_lines
from factcheck.show.lines import Line
from factcheck.show.lists import list_lines, source_lines
from factcheck.show.safe import UNSAFE
from tests import factories as make
from tests.show.test_pages import CLAIMS

HOSTILE = [
    "\x1b[31m1,204\x1b[0m",
    "\x1b]52;c;cm0g\x07",
    "\x1bc\x1b(0Flood",
    "one\x0btwo\x0cthree\x1fend",
    "12\b\b99",
    "\u202egpj.exe",
    "1\u200b2,000 \u206645\u2069",
    "[/] [/nothing] [[ [bold red]x",
    "half \ud800 a pair",
    "\x9b31m\x7f",
    "東京" * 60,
    "e\u0301" * 200,
    "a" * 300,
    " \n\t ",
]
ANY_TEXT = st.text(alphabet=st.characters(exclude_categories=()), max_size=30)


def pages(text: str) -> Iterator[Line]:
    """Every page with this text wherever a text from outside can stand."""
    article = f"{text} said 12 {text} fell. {text}"
    claim = make.claim(
        article,
        "12",
        f"12 {text}" if text.strip() else "12",
        sentence=article,
        source=None,
        measure=text,
        quantity=make.exactly(12, counted=text, unit=text, kind="measure"),
        attribution=Attribution("named", text, canonical=text, cue=text),
    )
    cited = make.citation(
        text,
        text,
        outlet=text,
        date=text,
        url=text,
        note=text,
        stance=Stance("conflicts", text, text),
        id=text,
    )
    document = make.document(article, title=text, publisher=text, path=text, url=text, date=text)
    event = Event(text, 1, text, text, text, text, text, text, text, text)
    judgements = [
        make.judged(cited, "compatible", origin=text, reason=text, why=text),
        make.judged(replace(cited, stance=None), "conflicts", "echo", origin=text),
        make.judged(replace(cited, quantity=None), "incomparable", "own source", origin=text + "?"),
    ]
    dossier: Dossier = make.dossier(
        *judgements,
        claim=claim,
        document=document,
        source=text,
        agreement=make.agreement(reasons=(text,)),
        history=(event,),
    )
    notice = Notice(Span(0, max(1, len(text))), text, text)
    listed = replace(CLAIMS[0], id=text, phrase=text, source=text, outlet=text, date=text)
    for width in (60, 80, 120):
        yield from dossier_lines(dossier, width)
        yield from score_lines(dossier, width)
        yield from cited_lines(dossier, text, width)
        yield from extract_lines(Extract(document, (claim,), (notice,)), width, notices=True)
        yield from list_lines([listed], width)
        yield from source_lines([Source(text, text, text, (text,))], width)
    yield from event_lines([event])
    yield from list_lines([listed], None)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_harmless_in_every_place(text: str) -> None:
    assert [part.text for line in pages(text) for part in line if UNSAFE.search(part.text)] == []


@given(ANY_TEXT)
def test_no_text_whatever_gets_through(text: str) -> None:
    assert not any(UNSAFE.search(part.text) for line in pages(text) for part in line)


def test_markup_of_another_program_is_shown_literally() -> None:
    shown = "".join(part.text for line in pages("[/nothing] [[") for part in line)
    assert "[/nothing] [[" in shown
