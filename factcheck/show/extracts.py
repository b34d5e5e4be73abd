"""What does a text claim? Every number as stated, what it counts, whose word it is, and where.

One block a claim: a row of the table, and below it the sentence with the claim and the
source marked. What was declined is counted, and listed when asked for.

Pure: an extract and a width in, lines out. Caller: `cli`, for `extract` and `record`.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.agreement.wording import counted
from factcheck.model import Claim, Extract, Worth
from factcheck.show.lines import BLANK, Line, Segment, line, shown, wrapped
from factcheck.show.passages import credited, elsewhere, marked_sentence, place
from factcheck.show.tables import Column, header, row

INDENT = "        "
UNITLESS = ("count", "other")


def extract_lines(
    extract: Extract, width: int, *, notices: bool = False, worths: bool = False
) -> Iterator[Line]:
    """The claims of one document in the order given; with `worths` why each is worth checking."""
    document = extract.document
    text = document.text
    yield line(shown(document.path or document.id, "heading"), "  ", shown(document.title))
    taken = counted(len(extract.claims), "claim", "claims")
    declined = counted(len(extract.notices), "number declined", "numbers declined")
    yield line(Segment(f"{taken}; {declined}.  [the claim]  {{its source}}", "muted"))
    columns = _columns(width)
    if extract.claims:
        yield BLANK
        yield from header(columns)
    for claim in extract.claims:
        yield from _claim(claim, text, columns, width)
        if worths and claim.worth:
            yield from _worth(claim.worth, width)
    if notices and extract.notices:
        yield BLANK
        yield line(Segment("Declined", "heading"))
        for notice in extract.notices:
            where = place(text, notice.span.start).rjust(len(INDENT) - 2) + "  "
            found = shown(notice.span.of(text), "number")
            said = line(found, ": ", shown(notice.reason), " ", shown(f"({notice.code})", "muted"))
            yield from wrapped(said, width, indent=where, hanging=INDENT)


def _columns(width: int) -> tuple[Column, ...]:
    room = width - len(INDENT) - 4
    return (
        Column("where", len(INDENT) - 2, right=True, role="muted"),
        Column("number", room * 30 // 100, role="number"),
        Column("of what", room * 30 // 100),
        Column("whose word", room - 2 * (room * 30 // 100), role="source"),
    )


def _claim(claim: Claim, text: str, columns: tuple[Column, ...], width: int) -> Iterator[Line]:
    yield BLANK
    cells = (place(text, claim.span.start), stated(claim), counts(claim), credited(claim.attribution))
    yield from row(columns, cells)
    yield from wrapped(marked_sentence(claim, text), width, indent=INDENT)
    if note := elsewhere(claim, text):
        yield line(INDENT, Segment(f"({note})", "muted"))


def _worth(worth: Worth, width: int) -> Iterator[Line]:
    """The figure with its reasons: "worth checking 0.92: people killed, hurt, ill or held"."""
    reasons = "; ".join(worth.reasons) or "no sign for or against"
    said = line(Segment(f"worth checking {worth.score:.2f}", "band"), f": {reasons}")
    yield from wrapped(said, width, indent=INDENT, hanging=INDENT + "  ")


def stated(claim: Claim) -> str:
    """The number as printed, hedge included, without the thing that it counts."""
    counted_thing = claim.quantity.counted
    if counted_thing and claim.phrase.endswith(counted_thing) and claim.phrase != counted_thing:
        return claim.phrase.removesuffix(counted_thing)
    return claim.phrase


def counts(claim: Claim) -> str:
    """What the number is of: the counted thing, the declared measure, the unit."""
    quantity = claim.quantity
    kind = "" if quantity.kind in UNITLESS else quantity.unit or quantity.kind
    known = (quantity.counted, claim.measure, kind)
    return ", ".join(dict.fromkeys(word for word in known if word))
