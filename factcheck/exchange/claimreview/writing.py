"""What does the world get of a claim that was checked and signed off? ClaimReview, as JSON-LD.

`Claim.author` is whoever is credited with the number; the outlet that printed it stands in
`appearance`; the `author` of the review is us. The number itself is an Observation, which
schema.org has and nobody else fills. A claim without a verdict that was signed off gets no
rating invented: it is refused, with the reason.

Pure. Callers: `desk`, for `export --format claimreview`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from factcheck.errors import AskedWrongly
from factcheck.exchange.notation import MOST_EXACT, json_text, plain
from factcheck.model import Document, Dossier, Quantity, Scale, ScaleStep, Status, is_date
from factcheck.review.scales import find_step
from factcheck.review.states import day

Shape = dict[str, Any]

LONGEST_CLAIM = 75  # what Google asks for
SETTLED: tuple[Status, ...] = ("signed off", "published", "corrected")

# Matches "2019", "2019-12" and "2019-12-16", which ISO 8601 has, too; not "2019~".
_ISO_DATE = re.compile(r"\d{4}(?:-\d\d){0,2}", re.ASCII)
_WORD = re.compile(r"\S+")
_FOR_A_PAGE = str.maketrans({"<": r"\u003c", ">": r"\u003e", "&": r"\u0026"})


@dataclass(frozen=True, slots=True)
class Desk:
    """Who reviews: the name of the desk, and where it is to be found."""

    name: str
    url: str


def claimreview_shape(dossier: Dossier, scale: Scale, desk: Desk, url: str) -> Shape:
    """The review of a claim; `url` is the page that tells it whole. AskedWrongly without a verdict."""
    step = _verdict(dossier, scale)
    state = dossier.state
    assert state is not None, "whoever has a verdict has a state"
    return _known(
        {
            "@context": "https://schema.org",
            "@type": "ClaimReview",
            "url": url,
            "claimReviewed": _in_short(dossier),
            "datePublished": day(state.signed_at) if state.signed_at else None,
            "author": {"@type": "Organization", "name": desk.name, "url": desk.url},
            "itemReviewed": _claim(dossier),
            "reviewRating": _rating(step, scale, dossier.agreement.reasons),
        }
    )


def json_ld(shape: Shape) -> str:
    """The shape as JSON that no page takes for its own markup: `</script>` inside it stays a text."""
    return json_text(shape).translate(_FOR_A_PAGE)


def _verdict(dossier: Dossier, scale: Scale) -> ScaleStep:
    """The step of the verdict that was signed off; AskedWrongly says why there is none."""
    state, name = dossier.state, dossier.claim.id
    if dossier.withdrawn or dossier.redacted:
        what = "was withdrawn" if dossier.withdrawn else "was redacted"
        raise AskedWrongly(f"{name}: the claim {what}, so nothing is published of it", "name another claim")
    if state is None or state.status not in SETTLED or state.verdict is None:
        where = state.status if state else "open"
        raise AskedWrongly(
            f"{name}: no verdict on it is signed off (it is {where})",
            f"`factcheck review show {name}` says what is next",
        )
    return find_step(scale, state.verdict)


def _in_short(dossier: Dossier) -> str:
    """The sentence of the claim; of a long one its number with the words around it, first those that follow.

    An ellipsis stands where words are left out.
    """
    whole, phrase = dossier.claim.sentence_span, dossier.claim.phrase_span
    words = list(_WORD.finditer(dossier.document.text, whole.start, whole.end))
    inside = [
        place for place, word in enumerate(words) if word.start() < phrase.end and phrase.start < word.end()
    ]
    start, end = (inside[0], inside[-1] + 1) if inside else (0, len(words))

    def shown(start: int, end: int) -> str:
        said = " ".join(word[0] for word in words[start:end])
        return ("…" if start else "") + said + ("…" if end < len(words) else "")

    while end < len(words) and len(shown(start, end + 1)) <= LONGEST_CLAIM:
        end += 1
    while start > 0 and len(shown(start - 1, end)) <= LONGEST_CLAIM:
        start -= 1
    return shown(start, end)


def _sentence(dossier: Dossier) -> str:
    return " ".join(dossier.claim.sentence_span.of(dossier.document.text).split())


def _claim(dossier: Dossier) -> Shape:
    claimant, document = _claimant(dossier), dossier.document
    return _known(
        {
            "@type": "Claim",
            "text": _sentence(dossier),
            "author": {"@type": "Organization", "name": claimant} if claimant else None,
            "datePublished": _iso(document.date),
            "appearance": [_appearance(document)] if document.url or document.publisher else None,
            "about": _observation(dossier),
        }
    )


def _claimant(dossier: Dossier) -> str | None:
    """Who makes the claim: the source; of the article's own voice, the outlet."""
    said = dossier.claim.attribution
    if said.type == "none":
        return dossier.document.publisher
    return dossier.source or said.canonical or said.source


def _appearance(document: Document) -> Shape:
    """Where it was printed."""
    publisher = {"@type": "Organization", "name": document.publisher} if document.publisher else None
    return _known(
        {
            "@type": "CreativeWork",
            "url": document.url,
            "headline": document.title,
            "datePublished": _iso(document.date),
            "publisher": publisher,
        }
    )


def _observation(dossier: Dossier) -> Shape:
    """The number: a value, or its bounds, in figures; the hedge stays in the words beside it."""
    claim, quantity = dossier.claim, dossier.claim.quantity
    return _known(
        {
            "@type": "Observation",
            "name": claim.phrase,
            "measuredProperty": claim.measure or quantity.counted,
            "observationDate": claim.period,
            "observationAbout": {"@type": "Place", "name": claim.place} if claim.place else None,
            **_figures(quantity),
            "unitText": quantity.unit or quantity.counted,
        }
    )


def _figures(quantity: Quantity) -> Shape:
    low, high, point = quantity.low, quantity.high, quantity.point
    if low is not None and low == high:
        return {"value": json_number(low)}
    figure = None if quantity.low_open or quantity.high_open else point
    return {"value": json_number(figure), "minValue": json_number(low), "maxValue": json_number(high)}


def json_number(value: Decimal | None) -> int | float | str | None:
    """The number as JSON has it, if that is exactly the number; else its digits as a text."""
    if value is None:
        return None
    if value == value.to_integral_value() and abs(value) < MOST_EXACT:
        return int(value)
    return float(value) if Decimal(repr(float(value))) == value else plain(value)


def _rating(step: ScaleStep, scale: Scale, reasons: tuple[str, ...]) -> Shape:
    """The verdict on its scale, which begins at 1 or higher; the words alone where it is beside the scale."""
    values = [one.value for one in scale if one.value is not None]
    shift = max(Decimal(0), 1 - min(values)) if values else Decimal(0)
    told = (reasons[-1], reasons[0]) if reasons else ()
    rating: Shape = {
        "@type": "Rating",
        "alternateName": step.label,
        "ratingExplanation": " ".join(dict.fromkeys(told)),
    }
    if step.value is not None:
        for key, value in (
            ("ratingValue", step.value),
            ("bestRating", max(values)),
            ("worstRating", min(values)),
        ):
            rating[key] = json_number(value + shift)
    return rating


def _iso(date: str | None) -> str | None:
    return date if date and _ISO_DATE.fullmatch(date) and is_date(date) else None


def _known(shape: Shape) -> Shape:
    """The shape without what is not known."""
    return {key: value for key, value in shape.items() if value is not None}
