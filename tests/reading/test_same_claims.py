"""One article gives the same claims with the same sources, in whatever format it comes."""

import os
from pathlib import Path

import pytest

from factcheck.language.claims import extract
from factcheck.model import Claim
from factcheck.reading.files import read
from tests.reading import makers

ARTICLE = (
    "Marn Counts Its Dead After the Dam Failed",
    "The dam above Marn gave way on the night of 3 May, and at least 214 people drowned, according to the"
    " provincial governor. Rescue workers put the number of missing at about 1,300. “We have no lists,” said"
    " Ilse Brandt, who leads the search, and she added that some 40 villages had yet to be reached.",
    "The Ministry of Water reported on Tuesday that the reservoir had held 2.7 million cubic metres. It had"
    " been built for 1.9 million. An engineer at the site, speaking anonymously, said that inspectors had"
    " found more than a dozen cracks in March, and that nearly $4 million had been set aside for repairs.",
    "A local human rights group, Open River, disputes the official toll. It says that over 600 people are"
    " dead. Hospitals in the province admitted 1,482 injured, the Red Cross said, of whom 85% were discharged"
    " within two days. The army has sent 900 soldiers and 60 boats, and no fewer than 11 schools are closed.",
    "The Central Statistics Office estimates that between 12,000 and 15,000 people lived below the dam. Fewer"
    " than 300 of them had insurance. Roughly one in five households had been warned by telephone, the"
    " governor conceded.",
)


def told(claims: tuple[Claim, ...]) -> list[tuple[object, ...]]:
    return [
        (" ".join(claim.phrase.split()), claim.quantity.low, claim.quantity.high, claim.attribution.canonical)
        for claim in claims
    ]


def claims_in(data: bytes, name: str, folder: Path) -> list[tuple[object, ...]]:
    path = folder / name
    path.write_bytes(data)
    document = read(str(path)).document
    assert document.title == ARTICLE[0]
    return told(extract(document).claims)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("wrapped.txt", "\n\n".join(ARTICLE).replace("\n", "\r\n").encode("utf-16")),
        ("article.md", "\n\n".join(("# " + ARTICLE[0], *ARTICLE[1:])).encode()),
        ("page.html", makers.article(ARTICLE)),
        ("page-without-a-name", makers.article(ARTICLE)),
        (
            "print.pdf",
            makers.pdf(makers.printed(ARTICLE, lines_a_page=12, head="Marn Gazette"), title=ARTICLE[0]),
        ),
        ("draft.docx", makers.docx("".join(map(makers.paragraph, ARTICLE)))),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_the_same_article_gives_the_same_claims_with_the_same_sources(
    tmp_path: Path, name: str, data: bytes
) -> None:
    plain = claims_in("\n\n".join(ARTICLE).encode(), "plain.txt", tmp_path)
    assert len(plain) >= 15
    assert claims_in(data, name, tmp_path) == plain


SEED = "news/texts/seed-ncri-2020.txt"


@pytest.mark.parametrize("name", ["a.html", "a.pdf", "a.docx", "a.md"])
def test_the_seed_text_gives_the_same_claims_in_every_format(tmp_path: Path, name: str) -> None:
    data = os.environ.get("FACTCHECK_DATA")
    if not data or not (Path(data) / SEED).exists():
        pytest.skip("FACTCHECK_DATA does not lead to the seed text")
    prose = [" ".join(text.split()) for text in (Path(data) / SEED).read_text("utf-8").split("\n\n")]
    paragraphs = [text for text in prose if text]
    made = {
        "a.html": lambda: makers.article(paragraphs),
        "a.pdf": lambda: makers.pdf(makers.printed(paragraphs)),
        "a.docx": lambda: makers.docx("".join(map(makers.paragraph, paragraphs))),
        "a.md": lambda: "\n\n".join(("# " + paragraphs[0], *paragraphs[1:])).encode(),
    }
    (tmp_path / "a.txt").write_text("\n\n".join(paragraphs), "utf-8")
    (tmp_path / name).write_bytes(made[name]())
    plain = told(extract(read(str(tmp_path / "a.txt")).document).claims)
    assert len(plain) > 3
    assert told(extract(read(str(tmp_path / name)).document).claims) == plain
