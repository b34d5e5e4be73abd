"""Articles without end, with claims that look like real ones: what the ledger is measured with."""

import hashlib
from collections.abc import Iterator
from decimal import Decimal

from factcheck.model import Attribution, Claim, Document, Quantity, Span, identify

CLAIMS_IN_EACH = 15
_SENTENCE = "More than {:,} villagers of district {} were led to safety, the {} said.\n"


def articles(count: int, first: int = 0) -> Iterator[tuple[Document, list[Claim]]]:
    """`count` different documents of `CLAIMS_IN_EACH` claims, from number `first` on."""
    for number in range(first, first + count):
        sentences = [_SENTENCE.format(1000 + number, place, body(number)) for place in range(CLAIMS_IN_EACH)]
        text = "".join(sentences)
        sha256 = hashlib.sha256(text.encode()).hexdigest()
        name = identify("bench document", number)
        document = Document(
            name, text, sha256, f"{number}.txt", "Flood", f"Outlet {number % 97}", "2024-05-17"
        )
        starts = [sum(map(len, sentences[:place])) for place in range(CLAIMS_IN_EACH)]
        yield document, [claim(document, number, *pair) for pair in zip(starts, sentences, strict=True)]


def body(number: int) -> str:
    """The council that is credited in an article."""
    return f"Relief Council {number % 50}"


def claim(document: Document, number: int, start: int, sentence: str) -> Claim:
    """The claim that the sentence at this place makes."""
    surface, source = f"{1000 + number:,}", f"the {body(number)}"
    said, credited = start + len("More than "), start + sentence.index(source)
    quantity = Quantity(
        Decimal(1000 + number),
        None,
        Decimal(1000 + number),
        "over",
        True,
        grain=Decimal(1),
        counted="villagers",
    )
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
