"""What does a case file say, and is it fit to be imported?

A case file is JSON: claims about one contested matter, and the citations that speak to
them (docs/columns.md has every key). Nothing is guessed. Whatever is wrong is named by its
place, `iran.json: claims[2].phrase: is missing`, and then nothing of the file is used; what
is merely odd (an unknown key, a citation that speaks to no claim) comes back as a warning.

Pure but for `load_case`, which reads the file. Callers: `desk`, for `import case`.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from factcheck.errors import NotFound, Unreadable
from factcheck.exchange.json_objects import JsonObject, Trouble
from factcheck.exchange.strict_json import LARGEST, read_json
from factcheck.model import Reliability, Scope

SCOPES: tuple[Scope, ...] = ("same", "part", "whole", "different")
RELIABILITIES: tuple[Reliability, ...] = ("A", "B", "C", "D", "E", "F")


@dataclass(frozen=True, slots=True)
class CaseClaim:
    """One contested number as it was printed, and who vouches for it."""

    id: str
    phrase: str
    measurand: str
    attributed_to: str | None
    origin: str | None
    url: str | None
    date: str | None
    outlet: str | None
    place: str | None = None
    period: str | None = None


@dataclass(frozen=True, slots=True)
class CaseCitation:
    """One published figure; `derived_from` holds ids of this file or names of sources."""

    id: str
    publisher: str
    figure: str
    measurand: str
    date: str | None
    url: str | None
    origin: str | None
    scope: Scope
    derived_from: tuple[str, ...]
    reliability: Reliability
    party: bool
    method: str | None
    note: str | None
    place: str | None = None
    period: str | None = None


@dataclass(frozen=True, slots=True)
class Case:
    """A checked case file. `affiliations` are pairs of names of sources that speak as one."""

    id: str
    title: str | None
    claims: tuple[CaseClaim, ...]
    citations: tuple[CaseCitation, ...]
    affiliations: tuple[tuple[str, str], ...]
    warnings: tuple[str, ...]


def load_case(path: Path) -> Case:
    """Read and check the case file; NotFound or Unreadable say what is wrong with it."""
    try:
        with path.open("rb") as stream:  # a device has no size, and may have no end
            content = stream.read(LARGEST + 1)
    except FileNotFoundError as error:
        raise NotFound(f"{path}: no such file", "check the path") from error
    except OSError as error:
        raise Unreadable(f"{path}: cannot be read: {error.strerror}", "name a case file (JSON)") from error
    return parse_case(content, str(path))


def parse_case(content: bytes, name: str) -> Case:
    """The case in these bytes; `name` stands in messages. Unreadable names the first of all faults."""
    trouble = Trouble(name)
    case = _case(JsonObject(_object(content, name), "", trouble), Path(name).stem)
    trouble.raise_if_any()
    return case


def _object(content: bytes, name: str) -> dict[str, Any]:
    """The object that the file holds."""
    hint = "a case file is a JSON object with `claims` and `citations`"
    value = read_json(content, name, hint)
    if not isinstance(value, dict):
        raise Unreadable(f"{name}: holds no JSON object", hint)
    return value


def _case(told: JsonObject, stem: str) -> Case:
    claims = tuple(map(_claim, told.objects("claims", required=True)))
    citations = tuple(map(_citation, told.objects("citations")))
    case = Case(
        id=told.text("id") or stem,
        title=told.text("title"),
        claims=claims,
        citations=citations,
        affiliations=told.pairs("affiliations"),
        warnings=(),
    )
    told.finish(also_known=("retrieved_via", "note", "schema_version"))
    _check_ids(told.trouble, "claims", [claim.id for claim in claims])
    _check_ids(told.trouble, "citations", [citation.id for citation in citations])
    _check_links(told.trouble, case)
    return Case(case.id, case.title, claims, citations, case.affiliations, tuple(told.trouble.warnings))


def _claim(told: JsonObject) -> CaseClaim:
    claim = CaseClaim(
        id=told.needed("id"),
        phrase=told.needed("phrase"),
        measurand=told.needed("measurand"),
        attributed_to=told.text("attributed_to"),
        origin=told.text("origin"),
        url=told.url("url"),
        date=told.date("date"),
        outlet=told.text("outlet"),
        place=told.text("place"),
        period=told.date("period"),
    )
    told.finish(also_known=("note",))
    return claim


def _citation(told: JsonObject) -> CaseCitation:
    citation = CaseCitation(
        id=told.needed("id"),
        publisher=told.needed("publisher"),
        figure=told.needed("figure"),
        measurand=told.needed("measurand"),
        date=told.date("date"),
        url=told.url("url"),
        origin=told.text("origin"),
        scope=told.choice("scope", SCOPES, "same"),
        derived_from=told.texts("derived_from"),
        reliability=told.choice("reliability", RELIABILITIES, "F"),
        party=told.flag("party"),
        method=told.text("method"),
        note=told.text("note"),
        place=told.text("place"),
        period=told.date("period"),
    )
    told.finish()
    return citation


def _check_ids(trouble: Trouble, where: str, ids: list[str]) -> None:
    """Each id once."""
    first: dict[str, int] = {}
    for position, identifier in enumerate(ids):
        if identifier and first.setdefault(identifier, position) != position:
            trouble.fault(
                f"{where}[{position}].id", f"{identifier!r} is already {where}[{first[identifier]}]"
            )


def _check_links(trouble: Trouble, case: Case) -> None:
    """A citation speaks to some claim, and is not derived from itself."""
    measured = {claim.measurand for claim in case.claims}
    for position, citation in enumerate(case.citations):
        where = f"citations[{position}]"
        if citation.id in citation.derived_from:
            trouble.fault(f"{where}.derived_from", "a citation cannot be derived from itself")
        if citation.measurand and citation.measurand not in measured:
            known = ", ".join(sorted(filter(None, measured)))
            trouble.warn(
                f"{where}.measurand", f"no claim measures {citation.measurand!r} (they measure {known})"
            )
