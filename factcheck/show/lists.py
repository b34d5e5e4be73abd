"""Which claims and sources are recorded? One line each, to scan and to pipe.

On a terminal a line is cut to the width. In a pipe (`width` None) nothing is cut, and the
columns keep the least width that aligns ordinary rows, so that rows can be printed as they
come. Never imports rich: a list must be there at once.

Pure: rows in, lines out. Callers: `cli`, for `list` and `source list`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from factcheck.model import Source
from factcheck.show.lines import Line, Role
from factcheck.show.passages import OWN_VOICE
from factcheck.show.scores import BAND_ROLES
from factcheck.show.tables import Column, cut_row, header

if TYPE_CHECKING:
    from factcheck.ledger.search import ListedClaim

MARK_WIDTH = 8
ID_WIDTH, SCORE_WIDTH, BAND_WIDTH, ORIGINS_WIDTH = 10, 5, 23, 8
PIPE_WIDTH = 120  # for alignment only: nothing is cut
WIDE = 100  # from here on there is room for the origins and the outlet
REDACTED = "[words redacted]"
ORIGINS_TITLE = "origins"  # +corroborating ~compatible ×conflicting


def list_lines(
    claims: Iterable[ListedClaim], width: int | None, marks: Mapping[str, str] | None = None
) -> Iterator[Line]:
    """A line a claim: its score and band, the claim, whose word; in a wide window also origins and outlet.

    `marks` says, by claim, whether something about it does not hold together: its own column.
    """
    columns = _claim_columns((width or PIPE_WIDTH) - (MARK_WIDTH + 2 if marks is not None else 0))
    if marks is not None:
        columns = (columns[0], Column("findings", MARK_WIDTH, role="warning"), *columns[1:])
    yield from header(columns)
    for claim in claims:
        cells = {**_claim_cells(claim), "findings": (marks or {}).get(claim.id, "")}
        role: Role = BAND_ROLES[claim.band] if claim.band else "muted"
        yield cut_row(
            columns, [cells[column.title] for column in columns], uncut=width is None, roles={"band": role}
        )


def _claim_columns(width: int) -> tuple[Column, ...]:
    fixed = [
        Column("id", ID_WIDTH, role="muted"),
        Column("score", SCORE_WIDTH, right=True),
        Column("band", BAND_WIDTH),
    ]
    wide = width >= WIDE
    if wide:
        fixed.append(Column(ORIGINS_TITLE, ORIGINS_WIDTH, role="muted"))
    free = ["claim", "whose word", "outlet"] if wide else ["claim", "whose word"]
    room = width - sum(column.width + 2 for column in fixed) - 2 * (len(free) - 1)
    claim = room * (45 if wide else 60) // 100
    source = (room - claim) * (60 if wide else 100) // 100
    widths = {"claim": claim, "whose word": source, "outlet": room - claim - source}
    roles: dict[str, Role] = {"claim": "number", "whose word": "source"}
    return (*fixed, *(Column(title, widths[title], role=roles.get(title, "plain")) for title in free))


def _claim_cells(claim: ListedClaim) -> dict[str, str]:
    own = claim.attribution == "none"
    unsaid = claim.measure and not claim.quantity.counted
    origins = ""
    if claim.independent:
        origins = f"+{claim.corroborates} ~{claim.compatible} ×{claim.conflicts}"
    return {
        "id": claim.id,
        "score": "-" if claim.score is None else f"{claim.score:.2f}",
        "band": claim.band or "not scored",
        ORIGINS_TITLE: origins,
        "claim": f"{claim.phrase or REDACTED} ({claim.measure})" if unsaid else claim.phrase or REDACTED,
        "whose word": OWN_VOICE if own else claim.source or claim.credited or "",
        "outlet": ", ".join(filter(None, (claim.outlet or claim.title or claim.path, claim.date))),
    }


def source_lines(sources: Iterable[Source], width: int | None) -> Iterator[Line]:
    """A line a source: id, name, kind, how reliable, whether a party, and its other names."""
    room = (width or PIPE_WIDTH) - ID_WIDTH - 12 - 4 - 5 - 10
    columns = (
        Column("id", ID_WIDTH, role="muted"),
        Column("name", room * 45 // 100, role="source"),
        Column("kind", 12),
        Column("rel.", 4),
        Column("party", 5),
        Column("also known as", room - room * 45 // 100),
    )
    yield from header(columns)
    for source in sources:
        aliases = "; ".join(source.aliases)
        party = "yes" if source.party else ""
        cells = (source.id, source.name, source.kind or "-", source.reliability or "-", party, aliases)
        yield cut_row(columns, cells, uncut=width is None)
