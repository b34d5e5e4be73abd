"""Which move is open to whom in which state, written down once more by hand, and claims that stand there."""

from dataclasses import replace
from typing import Any

from factcheck.model import Move
from factcheck.review.table import COLUMNS, column_of
from tests.review.newsroom import AMENDER, ANA, BEN, CITER, CLEO, RECORDER, Newsroom

# Rita recorded the claim, Cyril attached its last citation, Amina amended it, Cleo did nothing yet.
PEOPLE = {"A": ANA, "B": BEN, "R": RECORDER, "Y": CITER, "M": AMENDER, "C": CLEO}

SIGNED: tuple[tuple[Move, str], ...] = (("decide", ANA), ("sign", BEN))
HISTORIES: dict[str, tuple[tuple[Any, ...], ...]] = {
    "open": (),
    "checking": (("take", ANA),),
    "sealed": (("decide", ANA, {"blind": True}),),
    "checked": (("decide", ANA),),
    "unsettled": (("decide", ANA, {"blind": True}), ("decide", BEN, {"blind": True})),
    "in review": (("decide", ANA), ("take", BEN)),
    "signed off": SIGNED,
    "published": (*SIGNED, ("publish", BEN)),
    "corrected": (*SIGNED, ("publish", BEN), ("correct", BEN)),
    "blocked": (("take", ANA), ("ask", ANA)),
    "withdrawn": (("decide", ANA), ("take", ANA)),
}

# Who may: everybody (*), nobody (.), these, or all but these (!).
#            open checking sealed checked unsettled in_review signed published corrected blocked withdrawn
EXPECTED = """
take         *    A        !A     *       *         B         .      .         .         A       .
assign       *    *        *      *       *         *         .      .         .         *       .
release      .    A        .      .       .         B         .      .         .         A       .
decide       *    *        .      *       .         *         .      .         .         .       .
decide-blind *    *        !A     .       .         .         .      .         .         .       .
reconcile    .    .        .      .       *         .         .      .         .         .       .
ask          *    *        *      *       *         *         .      .         .         .       .
answer       .    .        .      .       .         .         .      .         .         *       .
sign         .    .        .      BC      .         BC        .      .         .         .       .
reopen       .    .        A      *       *         *         *      *         *         .       .
publish      .    .        .      .       .         .         *      .         .         .       .
correct      .    .        .      .       .         .         .      *         *         .       .
note         *    *        *      *       *         *         *      *         *         *       *
undo         .    A        A      A       .         B         B      .         .         A       .
"""
CELLS = {
    (move, column): cell
    for move, *cells in map(str.split, EXPECTED.strip().splitlines())
    for column, cell in zip(COLUMNS, cells, strict=True)
}


def standing(column: str) -> Newsroom:
    """A newsroom whose claim stands in this column of the table."""
    room = Newsroom()
    for move, by, *others in HISTORIES[column]:
        room.do(move, by, **(others[0] if others else {}))
    if column == "withdrawn":
        room.facts = replace(room.facts, withdrawn=True)
    assert column_of(room.state) == column
    return room


def may(cell: str, letter: str) -> bool:
    return cell == "*" or (letter not in cell if cell.startswith("!") else letter in cell)
