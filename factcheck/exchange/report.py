"""How does a newsroom publish what it checked? One page that stands alone.

The article with its claims marked in place, a card for each claim with its picture, its
evidence by origin and its review, a table of all, the open questions, and the line that
proves the state of the ledger. No script, no font, no image from elsewhere; it prints, and it
reads without colour, for every band has a letter. Text from outside is escaped by the
template, always.

Pure: values in, text out. Callers: `desk`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from factcheck.agreement.score import label_of
from factcheck.agreement.wording import counted, number
from factcheck.model import Band, Claim, Document, Dossier, Judged
from factcheck.review.states import day
from factcheck.review.table import DONE
from factcheck.show.evidence import ECHOES_APART, WHY, whereabouts
from factcheck.show.passages import credited
from factcheck.show.plot import SECTIONS, groups, uncounted
from factcheck.show.safe import safe_text
from factcheck.show.scores import score_text
from factcheck.show.svg import picture_of

if TYPE_CHECKING:
    from jinja2 import Environment

_MARKDOWN = re.compile(r"[\\`*_{}\[\]<>()#+!|~&-]")
LETTERS: dict[Band, str] = {
    "corroborated": "C",
    "single-source support": "S",
    "contested": "M",
    "contradicted": "X",
    "disputed by one source": "D",
    "not ruled out": "N",
    "no independent evidence": "U",
}
MEANINGS: dict[Band, str] = {
    "corroborated": "two or more independent origins support it, and none conflicts",
    "single-source support": "one independent origin supports it, and none conflicts",
    "contested": "independent origins stand on both sides",
    "contradicted": "two or more independent origins conflict, and none supports it",
    "disputed by one source": "one independent origin conflicts, and none supports it",
    "not ruled out": "independent origins leave it open",
    "no independent evidence": "nobody independent speaks to it",
}


@dataclass(frozen=True, slots=True)
class Article:
    """A document with the dossiers of its claims, in the order of the text."""

    document: Document
    dossiers: tuple[Dossier, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """What a report tells: its title, when and by which version it was made, and what proves its state."""

    title: str
    made_at: str
    version: str
    checkpoint: str
    articles: tuple[Article, ...]


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of an article: its text, and the number of the claim that it prints, if it does."""

    text: str
    claim: str | None = None
    band: Band | None = None
    mark: str = ""


def report_html(report: Report) -> Iterator[str]:
    """The page, piece by piece."""
    dossiers = [dossier for article in report.articles for dossier in article.dossiers]
    bands = Counter(dossier.agreement.band for dossier in dossiers)
    states = Counter(dossier.state.status for dossier in dossiers if dossier.state)
    questions = [dossier for dossier in dossiers if dossier.state and dossier.state.question]
    numbers = {dossier.claim.id: place for place, dossier in enumerate(dossiers, start=1)}
    pieces = {article.document.id: tuple(_paragraphs(article, numbers)) for article in report.articles}
    yield from (
        _environment()
        .get_template("report.html.j2")
        .generate(
            report=report,
            dossiers=dossiers,
            bands=[(band, LETTERS[band], MEANINGS[band], bands[band]) for band in LETTERS if bands[band]],
            states=sorted(states.items()),
            questions=questions,
            numbers=numbers,
            pieces=pieces,
            marked={
                piece.claim
                for told in pieces.values()
                for paragraph in told
                for piece in paragraph
                if piece.claim
            },
        )
    )


def _paragraphs(article: Article, numbers: dict[str, int]) -> Iterator[tuple[Piece, ...]]:
    """The article as paragraphs of pieces, its claims marked where they are printed."""
    text, start = article.document.text, 0
    told = sorted(article.dossiers, key=lambda dossier: dossier.claim.phrase_span)
    for paragraph in text.splitlines(keepends=True):
        end = start + len(paragraph)
        if paragraph.strip():
            yield tuple(_pieces(text, start, end, told, numbers))
        start = end


def _pieces(
    text: str, start: int, end: int, told: Sequence[Dossier], numbers: dict[str, int]
) -> Iterator[Piece]:
    at = start
    for dossier in told:
        span = dossier.claim.phrase_span
        if span.start < at or span.end > end:
            continue
        if span.start > at:
            yield Piece(safe_text(text[at : span.start]))
        band = dossier.agreement.band
        mark = f"{numbers[dossier.claim.id]}{LETTERS[band]}"
        yield Piece(safe_text(span.of(text)), dossier.claim.id, band, mark)
        at = span.end
    if at < end:
        yield Piece(safe_text(text[at:end].rstrip("\r\n")))


@dataclass(frozen=True, slots=True)
class Corrected:
    """A published correction: of which claim, what was said, what is right, where readers are told."""

    decision: str
    at: str
    by: str
    claim: str
    phrase: str
    outlet: str | None
    said: str
    right: str
    where: str


def corrections_html(corrections: Sequence[Corrected], made_at: str, checkpoint: str) -> str:
    """The corrections log as a page."""
    page = _environment().get_template("corrections.html.j2")
    return page.render(corrections=corrections, made_at=made_at, checkpoint=checkpoint)


def corrections_markdown(corrections: Sequence[Corrected], made_at: str, checkpoint: str) -> str:
    """The corrections log as Markdown; text from outside is escaped, so that it stays text."""
    lines = ["# Corrections", "", f"{day(made_at)}, the latest first.", ""]
    for one in corrections:
        lines += [
            f"## {day(one.at)}: {_escaped(one.phrase)}",
            "",
            f"- What was said: {_escaped(one.said)}",
            f"- What is right: {_escaped(one.right)}",
            f"- Where readers are told: {_escaped(one.where)}",
            f"- Claim {one.claim}, recorded by {_escaped(one.by)}",
            "",
        ]
    return "\n".join([*lines, f"State of the ledger: `{checkpoint}`", ""])


def _escaped(text: str) -> str:
    """Text on one line in which no sign is Markdown."""
    return _MARKDOWN.sub(r"\\\g<0>", " ".join(safe_text(text).split()))


@cache
def _environment() -> Environment:
    from jinja2 import DictLoader, Environment, StrictUndefined
    from markupsafe import Markup

    data = files("factcheck.exchange") / "data"
    names = ("report.html.j2", "report.css", "corrections.html.j2")
    loader = DictLoader({name: (data / name).read_text(encoding="utf-8") for name in names})
    environment = Environment(
        loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters.update(safe_text=safe_text, day=day, number=number)
    environment.globals.update(
        letters=LETTERS,
        done=DONE,
        why=WHY,
        whereabouts=whereabouts,
        echoes_apart=ECHOES_APART,
        credited=credited,
        score_text=score_text,
        counted=counted,
        origins=_origins,
        uncounted=uncounted,
        sentence=_sentence,
        picture=lambda told: Markup(picture_of(told, name=told.claim.id).xml()),
        sheet=Markup((data / "report.css").read_text(encoding="utf-8")),
    )
    return environment


def _origins(dossier: Dossier) -> list[tuple[Judged, Sequence[Judged]]]:
    """The citations that count, each with those that only repeat it; in the order of the picture."""
    grouped = groups(dossier.citations)
    return [
        (one.head, one.repeats) for label, *_ in SECTIONS for one in grouped if label_of(one.head) == label
    ]


def _sentence(claim: Claim, document: Document) -> tuple[str, str, str]:
    """The sentence of a claim: before, within and after its phrase."""
    text, whole, phrase = document.text, claim.sentence_span, claim.phrase_span
    if not text or not whole.covers(phrase):
        return "", claim.phrase, ""
    before, after = text[whole.start : phrase.start], text[phrase.end : whole.end]
    return safe_text(before), safe_text(phrase.of(text)), safe_text(after)
