"""Whole pages, byte for byte, as a pipe gets them. Read these golden files as an editor would."""

from collections.abc import Callable, Iterable
from dataclasses import replace

import pytest

from factcheck.ledger.search import ListedClaim
from factcheck.model import Band, Source
from factcheck.show.dossiers import cited_lines, dossier_lines, score_lines
from factcheck.show.extracts import extract_lines
from factcheck.show.lines import Line, plain_text
from factcheck.show.lists import list_lines, source_lines
from tests import factories as make
from tests.worked import worked

Golden = Callable[[str, str], None]


def text_of(lines: Iterable[Line]) -> str:
    return "".join(plain_text(line) + "\n" for line in lines)


def listed(
    identifier: str,
    phrase: str,
    band: Band | None,
    score: float | None,
    source: str | None,
    independent: int = 0,
) -> ListedClaim:
    scored = band is not None
    return ListedClaim(
        id=identifier,
        document="marn0valley",
        outlet="The Marn Courier",
        title="Flood in the Marn valley",
        path="marn.txt",
        date="2024-05-17",
        url="https://courier.example/marn",
        start=17,
        end=17 + len(phrase),
        surface=phrase,
        phrase=phrase,
        quantity=make.quantity(),
        measure=None,
        place=None,
        period=None,
        source=source,
        credited=source,
        attribution="named" if source else "none",
        polarity="asserted",
        band=band,
        score=score,
        support=0.0 if scored else None,
        conflict=0.0 if scored else None,
        unknown=1.0 if scored else None,
        independent=independent if scored else None,
        corroborates=min(1, independent) if scored else None,
        compatible=max(0, independent - 2) if scored else None,
        conflicts=min(1, independent) if scored else None,
        citations=independent,
    )


CLAIMS = [
    listed("c1a2m3n4p5", "more than 1,500 villagers", "contested", 0.5, "Marn Relief Council", 8),
    listed("d1a2m3n4p5", "4.5 million euros", "no independent evidence", None, "Ministry of the Interior"),
    listed("e1a2m3n4p5", "At least 17 bridges along the whole of the lower river", None, None, None),
]
SOURCES = [
    Source("s1a2m3n4p5", "Marn Relief Council", "charity", ("MRC", "the Council"), "B", True),
    Source("s2a2m3n4p5", "River Watch International"),
]


@pytest.mark.parametrize("width", [80, 120])
def test_a_dossier_is_printed_like_this(width: int, golden: Golden) -> None:
    golden(f"show/dossier-{width}.txt", text_of(dossier_lines(worked(), width, fold=True)))


@pytest.mark.parametrize("width", [80, 120])
def test_an_extract_is_printed_like_this(width: int, golden: Golden) -> None:
    golden(f"show/extract-{width}.txt", text_of(extract_lines(make.extract(), width, notices=True)))


@pytest.mark.parametrize("width", [80, 120, None])
def test_a_list_is_printed_like_this(width: int | None, golden: Golden) -> None:
    golden(f"show/list-{width}.txt", text_of(list_lines(CLAIMS, width)))


@pytest.mark.parametrize("width", [80, None])
def test_a_register_of_sources_is_printed_like_this(width: int | None, golden: Golden) -> None:
    golden(f"show/sources-{width}.txt", text_of(source_lines(SOURCES, width)))


def test_a_score_is_printed_like_this(golden: Golden) -> None:
    golden("show/score.txt", text_of(score_lines(worked(), 80)))


def test_a_new_citation_is_printed_like_this(golden: Golden) -> None:
    golden("show/cited.txt", text_of(cited_lines(worked(), "t000000007", 80)))


def test_a_claim_without_citations_has_no_picture() -> None:
    lonely = make.agreement(
        band="no independent evidence", score=None, independent=0, compatible=0, citations=0
    )
    page = text_of(dossier_lines(replace(make.dossier(agreement=lonely), citations=()), 80))
    assert "scale" not in page
    assert "no score: no independent citation counts" in page


def test_a_page_without_folding_names_every_citation() -> None:
    page = text_of(dossier_lines(worked(), 80))
    assert "more" not in page.replace("more than", "")
    assert all(judged.citation.id in page for judged in worked().citations)


def test_a_pipe_gets_every_cell_uncut() -> None:
    assert "At least 17 bridges along the whole of the lower river" in text_of(list_lines(CLAIMS, None))
    assert "…" not in text_of(list_lines(CLAIMS, None))
