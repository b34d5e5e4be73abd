"""Articles without end, with claims that look like real ones, and evidence on some of them."""

import hashlib
from collections.abc import Iterator
from decimal import Decimal

from factcheck.model import Attribution, Citation, Claim, Document, Quantity, Span, identify

CLAIMS_IN_EACH = 15
CITED_IN_EACH = 1  # of the claims of an article, so many have evidence
CITATIONS_ON_EACH = 3
OUTLETS = 97
ARTICLES_OF_A_BODY = 20
_SENTENCE = "More than {:,} villagers of district {} were led to safety, the {} said.\n"


def articles(count: int, first: int = 0) -> Iterator[tuple[Document, list[Claim]]]:
    """`count` different documents of `CLAIMS_IN_EACH` claims, from number `first` on."""
    for number in range(first, first + count):
        sentences = [_SENTENCE.format(1000 + number, place, body(number)) for place in range(CLAIMS_IN_EACH)]
        document = printed("".join(sentences), number)
        starts = [sum(map(len, sentences[:place])) for place in range(CLAIMS_IN_EACH)]
        yield document, [claim(document, number, *pair) for pair in zip(starts, sentences, strict=True)]


def phrases(count: int) -> Iterator[tuple[Document, Claim]]:
    """`count` documents of one claim each, as somebody adds them by hand."""
    for number in range(count):
        sentence = _SENTENCE.format(1000 + number, number % 77, body(number))
        document = printed(sentence, number)
        yield document, claim(document, number, 0, sentence)


def printed(text: str, number: int) -> Document:
    """The document of a text, as some outlet published it."""
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    outlet = f"Outlet {number % OUTLETS}"
    return Document(
        identify("bench document", sha256), text, sha256, f"{number}.txt", "Flood", outlet, "2024-05-17"
    )


def body(number: int) -> str:
    """The council that is credited in an article."""
    return f"Relief Council {number // ARTICLES_OF_A_BODY}"


def claim(document: Document, number: int, start: int, sentence: str) -> Claim:
    """The claim that the sentence at this place makes."""
    surface, source = f"{1000 + number:,}", f"the {body(number)}"
    said, credited = start + len("More than "), start + sentence.index(source)
    figure = Decimal(1000 + number)
    quantity = Quantity(figure, None, figure, "over", True, grain=Decimal(1), counted="villagers")
    attribution = Attribution(
        "named", source, Span(credited, credited + len(source)), "said",
        Span(credited + len(source) + 1, credited + len(source) + 5), body(number),
    )  # fmt: skip
    phrase = f"More than {surface} villagers"
    return Claim(
        identify("bench claim", document.id, start), Span(said, said + len(surface)), surface,
        Span(start, start + len(phrase)), phrase, Span(start, start + len(sentence) - 1), quantity,
        attribution,
    )  # fmt: skip


def evidence(claim: Claim) -> list[Citation]:
    """What other bodies said of the same number."""
    figure = claim.quantity.point
    assert figure is not None, "every claim here has a figure"
    return [_citation(claim, figure, f"Observatory {place}") for place in range(CITATIONS_ON_EACH)]


def _citation(claim: Claim, figure: Decimal, source: str) -> Citation:
    passage = f"about {figure:,} villagers"
    about = Quantity(figure, figure, figure, "about", grain=Decimal(1), counted="villagers")
    return Citation(identify("bench citation", claim.id, source), source, passage, about, date="2024-05-18")
