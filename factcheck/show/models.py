"""Which constants does the model have here, and which were set otherwise?

Pure: constants in, lines out. Caller: `cli`, for `model show`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.agreement.constants import Held
from factcheck.agreement.wording import counted
from factcheck.show.lines import BLANK, Line, Role, Segment, line, shown, wrapped
from factcheck.show.tables import Column, cut_row, header

COLUMNS = (
    Column("constant", 17, role="number"),
    Column("here", 6, right=True),
    Column("default", 7, right=True, role="muted"),
    Column("what it says", 44),
)
CHANGED: dict[str, Role] = {"here": "warning"}


def model_lines(name: str, held: Sequence[Held], width: int | None) -> Iterator[Line]:
    """Every constant on a line; below them, who set which otherwise, when and why."""
    settings = [one.setting for one in held if one.setting is not None]
    yield line(Segment(f"Model {name}", "heading"), "  ", _how_many(len(settings)))
    yield BLANK
    yield from header(COLUMNS)
    for one in held:
        cells = [one.name, f"{one.value}", "none" if one.default is None else f"{one.default}", one.says]
        yield cut_row(COLUMNS, cells, uncut=width is None, roles=CHANGED if one.setting else None)
    if settings:
        yield BLANK
    for setting in settings:
        said = f"{setting.by} set {setting.name} to {setting.value} on {setting.at[:10]}: {setting.reason}"
        yield from wrapped(line(shown(said)), width or 80, hanging="  ")


def _how_many(set_otherwise: int) -> str:
    if not set_otherwise:
        return "every constant at its default"
    return f"{counted(set_otherwise, 'constant', 'constants')} set otherwise in this ledger"
