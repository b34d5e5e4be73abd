"""What is known of a source beyond its names, and who says so?

Owner, interests, side in a conflict, identifiers and a grade: each is declared for a reason,
kept as a revision of the source, and can be undone. A grade is given by whoever signs.

Callers: cli.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from factcheck.desk.signature import Signature
from factcheck.desk.withdrawals import ask_for
from factcheck.errors import AskedWrongly
from factcheck.ledger.revisions import holding, revise
from factcheck.ledger.sources import source_named
from factcheck.ledger.store import Ledger
from factcheck.ledger.tables import Stored, canonical
from factcheck.model import Source
from factcheck.model.profiles import Grade, SourceProfile, profile_shape, read_identifier, read_profile


def profile_of(ledger: Ledger, source_id: str) -> SourceProfile:
    """What was declared of a source; nothing at first."""
    held = holding(ledger, "source", source_id)
    told = held.revision.content.get("profile") if held else None
    return read_profile(json.loads(str(told))) if told else SourceProfile()


def set_profile(
    ledger: Ledger, name: str, said: Mapping[str, Any], reason: str, signature: Signature
) -> tuple[Source, bool]:
    """Declare parts of a source's profile; the source, and whether that is new.

    `said` has parts of `SourceProfile`, and `kind`, `party` and `reliability` of the source itself.
    AskedWrongly for an identifier that is none.
    """
    ask_for(reason, said=bool(said))
    source = source_named(ledger, name)
    grade = said.get("reliability")
    try:
        parts: dict[str, Any] = {
            part: _part(part, value)
            for part, value in said.items()
            if part not in ("kind", "party", "reliability")
        }
        profile = replace(profile_of(ledger, source.id), **parts)
        if grade:
            profile = replace(profile, grade=Grade(grade, signature.who, reason))
    except ValueError as error:
        raise AskedWrongly(str(error), "`factcheck source set --help` says what can be declared.") from None
    with signature.change(ledger, "source set") as change:
        held = holding(ledger, "source", source.id)
        before = dict(held.revision.content) if held else {}
        content: dict[str, Stored] = {**before, "profile": canonical(profile_shape(profile))}
        content |= {part: said[part] for part in ("kind", "reliability") if part in said}
        if "party" in said:
            content["party"] = int(said["party"])
        new = revise(change, "source", source.id, content=content, reason=reason) is not None
    return source, new


def _part(name: str, value: str | tuple[str, ...]) -> str | tuple[str, ...] | None:
    """A part of a profile as it is kept; an empty text is nothing. ValueError for a wrong identifier."""
    if isinstance(value, tuple):
        return tuple(one.strip() for one in value if one.strip())
    if not value.strip():
        return None
    match name:
        case "wikidata" | "ror" | "lei" | "domain":
            return read_identifier(name, value)
    return value.strip()
