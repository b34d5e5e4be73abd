"""One article gives the same claims with the same sources, in whatever format it comes."""

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
