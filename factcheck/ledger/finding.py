"""Which one source does a name surely mean, and how do we know?

By the name or an alias as they are filed, by an acronym that is printed beside the name
and known, or by a variant that makes no difference (another spelling of the same word, a
title, a legal form). Initials alone are not enough: of 165 acronyms of three letters they
found 36 bodies, and 8 times another one. Where two sources fit, neither is meant; and a
variant that a person has withdrawn as an alias is not taken up again.

Callers: `sources`.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from factcheck.ledger.names import ReadName, fits, is_acronym
from factcheck.ledger.revisions import gone_among
from factcheck.ledger.spellings import filed, filed_as, standing_aliases
from factcheck.ledger.store import Ledger
from factcheck.ledger.variants import bare, standard
from factcheck.model import identify

How = Literal["exact", "alias", "acronym", "variant", "none"]


def find(ledger: Ledger, named: ReadName) -> tuple[How, str | None]:
    """The id of the one source that the name surely means, and how it was found.

    An alias that two sources go by, once two ledgers were merged, means neither.
    """
    goes_by = filed(ledger, named.name)
    for source_id, how in goes_by.items():
        if how == "exact":
            return "exact", source_id
    if goes_by:
        meant = _only(goes_by)
        return ("alias", meant) if meant is not None else ("none", None)
    declared = _declared(ledger, named)
    if declared is not None:
        return "acronym", declared
    variant = _variant(ledger, named.name)
    return ("variant", variant) if variant is not None else ("none", None)


def _declared(ledger: Ledger, named: ReadName) -> str | None:
    """The source that goes by the acronyms printed beside the name, if they can be made from it.

    One acronym is enough for a source that goes by acronyms alone: two long names may well share it.
    """
    fitting = any(fits(acronym, named.name) or fits(named.name, acronym) for acronym in named.acronyms)
    printed = [source for acronym in named.acronyms for source in filed(ledger, acronym)] if fitting else []
    declared = _only(printed)
    if declared is None or len(printed) > 1:
        return declared
    return declared if _is_only_short(ledger, declared) else None


def _variant(ledger: Ledger, name: str) -> str | None:
    """The source of which this is a variant; a title, or legal form, may be missing on one side only."""
    plain, stripped = standard(name), bare(name)
    found = filed_as(ledger, [plain], ("variant",)) or {
        **filed_as(ledger, [stripped], ("variant",)),
        **filed_as(ledger, [plain], ("bare",)),
    }
    meant = _only(found)
    if meant is None:
        return None
    alias = identify("alias", meant, name)
    return None if gone_among(ledger.rows, "alias", [alias]) else meant


def _is_only_short(ledger: Ledger, source_id: str) -> bool:
    """Whether the source is known by acronyms alone."""
    names = [row["name"] for row in ledger.rows("SELECT name FROM sources WHERE id = :id", {"id": source_id})]
    names += [alias for _, alias in standing_aliases(ledger, source_id)]
    return all(is_acronym(part) for name in names for part in name.split("/"))


def _only(found: Iterable[str]) -> str | None:
    """The one id among those found; None if there is none, or more than one."""
    distinct = set(found)
    return distinct.pop() if len(distinct) == 1 else None
