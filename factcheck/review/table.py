"""Which move is legal in which state, and what stands in its way where it is not?

One table. A cell is `yes`, or the obstacle: the name of what has to come first, which has a
reason and a command below. Two columns are no status of their own: a claim that one person
has read blind is *sealed*, and one with several verdicts is *unsettled*, until they are
reconciled. Who may make a legal move is `moves.py`'s question.

Pure. Callers: `moves.py`, and the tests, which go through all of it.
"""

from __future__ import annotations

from typing import get_args

from factcheck.model import Move, State

COLUMNS = (
    "open", "checking", "sealed", "checked", "unsettled", "in review",
    "signed off", "published", "corrected", "blocked", "withdrawn",
)  # fmt: skip

#          open    checking sealed checked   unsettled in review signed  published corrected blocked withdrawn
_TABLE = """
take       yes     yes      yes    yes       yes       yes       reopen  reopen    reopen    yes     restore
assign     yes     yes      yes    yes       yes       yes       reopen  reopen    reopen    yes     restore
release    yes     yes      yes    yes       yes       yes       reopen  reopen    reopen    yes     restore
decide     yes     yes      yes    yes       reconcile yes       reopen  reopen    reopen    answer  restore
reconcile  decide  decide   second settled   yes       settled   settled settled   settled   answer  restore
ask        yes     yes      yes    yes       yes       yes       reopen  reopen    reopen    answer  restore
answer     unasked unasked  unasked unasked  unasked   unasked   unasked unasked   unasked   yes     restore
sign       decide  decide   second yes       reconcile yes       signed  reopen    reopen    answer  restore
reopen     decide  decide   yes    yes       yes       yes       yes     yes       yes       answer  restore
publish    decide  decide   second sign      reconcile sign      yes     printed   printed   answer  restore
correct    decide  decide   second sign      reconcile sign      yes     yes       yes       answer  restore
note       yes     yes      yes    yes       yes       yes       yes     yes       yes       yes     yes
undo       yes     yes      yes    yes       yes       yes       yes     printed   printed   yes     restore
"""

# Each obstacle: why it is one, and the command that leads past it.
OBSTACLES = {
    "decide": ("it has no verdict", "review decide {claim} VERDICT --because …"),
    "second": ("its second blind reading is still to come", "review decide {claim} VERDICT --blind"),
    "settled": ("there is one verdict, and nothing to reconcile it with", "show {claim}"),
    "reconcile": ("several verdicts stand", "review reconcile {claim} VERDICT --because …"),
    "unasked": ("no question is open", "review note {claim} NOTE"),
    "answer": ("a question to the author is open", "review answer {claim} ANSWER"),
    "sign": ("nobody has signed it off", "review sign {claim}"),
    "signed": ("it is signed off already", "review publish {claim}"),
    "reopen": (
        "what was signed off changes only after it was re-opened",
        "review reopen {claim} --because …",
    ),
    "printed": (
        "what is in print is corrected, openly",
        "review correct {claim} --said … --right … --where …",
    ),
    "restore": ("what is withdrawn is not reviewed", "restore {claim}"),
}
DONE: dict[Move, str] = {
    "take": "taken",
    "assign": "assigned",
    "release": "released",
    "decide": "decided",
    "reconcile": "reconciled",
    "ask": "asked about",
    "answer": "answered",
    "sign": "signed off",
    "reopen": "re-opened",
    "publish": "published",
    "correct": "corrected",
    "note": "noted",
    "undo": "undone",
}
_NAMED = {
    "checking": "being checked",
    "sealed": "sealed for a second blind reading",
    "unsettled": "to be reconciled",
}
_CANNOT: dict[Move, str] = {
    "ask": "its author cannot be asked",
    "answer": "there is nothing to answer",
    "undo": "its last decision stays",
}

MOVES: tuple[Move, ...] = get_args(Move)
_CELLS = {
    (move, column): cell
    for move, *cells in map(str.split, _TABLE.strip().splitlines())
    for column, cell in zip(COLUMNS, cells, strict=True)
}


def column_of(state: State) -> str:
    """The column of the table that a claim in this state stands in."""
    if state.status in ("withdrawn", "blocked"):
        return state.status
    if state.blind == "sealed":
        return "sealed"
    return "unsettled" if len(state.readings) > 1 else state.status


def obstacle(move: Move, state: State) -> str | None:
    """What stands in the way of a move, whoever makes it; None where nothing does."""
    cell = _CELLS[move, column_of(state)]
    return None if cell == "yes" else cell


def cannot(move: Move, state: State) -> str:
    """What does not go, and why, in half a sentence: "is open, so it cannot be signed off"."""
    column = column_of(state)
    again = " again" if DONE[move] == column else ""
    does_not_go = _CANNOT.get(move, f"it cannot be {DONE[move]}{again}")
    return f"is {_NAMED.get(column, column)}, so {does_not_go}"
