"""How does a newsroom publish what it checked? One page that stands alone.

First what was found; then the article with its claims marked in place, a card for each claim
that somebody looked into, with its picture, its evidence by origin and its review; a table of
all; and the line that proves the state of the ledger. No script, no font, no image from
elsewhere; it prints, and it reads without colour, for every band has a letter.

Pure: values in, text out. Callers: `cli`; `desk`, which gathers them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from factcheck.agreement.score import label_of
from factcheck.exchange.report.article import Part, article_parts
from factcheck.exchange.report.templates import template
from factcheck.model import Band, Claim, Document, Dossier, Judged
from factcheck.review.table import DONE
from factcheck.show.evidence import ECHOES_APART, WHY, whereabouts
from factcheck.show.lines import plain_text
from factcheck.show.plot import SECTIONS, groups, uncounted
from factcheck.show.safe import BLANKS, safe_text
from factcheck.show.scores import score_text, settings_lines
from factcheck.show.strips import CLASSES, SIGNS, strip_of

BUFFER = 500  # so many scraps of the template are written at once
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


def report_html(report: Report) -> Iterator[str]:
    """The page, a stretch at a time."""
    dossiers = [dossier for article in report.articles for dossier in article.dossiers]
    numbers = {dossier.claim.id: place for place, dossier in enumerate(dossiers, start=1)}
    parts = {
        article.document.id: article_parts(article.document, article.dossiers) for article in report.articles
    }
    bands = Counter(dossier.agreement.band for dossier in dossiers)
    statuses = Counter(dossier.state.status for dossier in dossiers if dossier.state)
    page = template("report.html.j2").stream(
        report=report,
        dossiers=dossiers,
        parts=parts,
        numbers=numbers,
        marked=_marked(parts.values()),
        bands=[
            (band, letter, MEANINGS[band], bands[band]) for band, letter in LETTERS.items() if bands[band]
        ],
        statuses=sorted(statuses.items()),
        tested=sum(one.agreement.score is not None for one in dossiers),
        decided=[one for one in dossiers if one.state and one.state.verdict],
        questions=[one for one in dossiers if one.state and one.state.question],
        settings=[plain_text(said).removeprefix("- ") for said in settings_lines(dossiers[0], 10_000)]
        if dossiers
        else [],
        letters=LETTERS,
        signs=SIGNS,
        classes=CLASSES,
        done=DONE,
        why=WHY | {"echo": ECHOES_APART},
        whereabouts=whereabouts,
        score_text=score_text,
        label_of=label_of,
        origins=_origins,
        uncounted=uncounted,
        sentence=_sentence,
        strip_of=strip_of,
    )
    page.enable_buffering(BUFFER)
    return page


def _marked(told: Iterable[Sequence[Part]]) -> set[str]:
    """The claims that are marked in their article."""
    cells = (cell for parts in told for part in parts for line in part.lines for cell in line.cells)
    return {dossier.claim.id for cell in cells for piece in cell for dossier in piece.begun}


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
        return "", _flowing(claim.phrase), ""
    before, after = text[whole.start : phrase.start], text[phrase.end : whole.end]
    return _flowing(before), _flowing(phrase.of(text)), _flowing(after)


def _flowing(text: str) -> str:
    """A stretch of a sentence: line ends are blanks, the blanks at its ends are kept."""
    return safe_text(BLANKS.sub(" ", text))
