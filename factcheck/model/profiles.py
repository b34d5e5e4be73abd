"""What is known of a source beyond its names: who owns it, whose side it is on, how it is identified?

All of it is what somebody declared, and may be empty. Identifiers are checked where they
can be: Wikidata (Q and a number), ROR and LEI (with their check digits), a domain without
scheme or path. `profile_shape` and `read_profile` are the way to JSON and back.

Pure. Callers: `ledger`, which keeps a profile as a revision of its source, `exchange`, `desk`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Literal, get_args

from factcheck.model.evidence import Reliability

Identifier = Literal["wikidata", "ror", "lei", "domain"]

_WIKIDATA = re.compile(r"Q[1-9][0-9]{0,11}")  # Q42; not: q42, Q0
_ROR = re.compile(r"0(?P<number>[0-9a-hjkmnp-tv-z]{6})(?P<check>[0-9]{2})")  # 052gg0110; not: 152gg0110
_LEI = re.compile(r"[0-9A-Z]{18}[0-9]{2}")  # HWUPKR0MPOU8FGXBT394; not: in small letters
_LABEL = r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
_DOMAIN = re.compile(rf"(?:{_LABEL}\.)+(?:xn--[a-z0-9-]{{1,59}}|[a-z]{{2,63}})")  # bbc.co.uk; not: www, a.b/c
_COUNTRY = re.compile(r"[A-Z]{3}")  # GBR; not: UK
_BASE_32 = "0123456789abcdefghjkmnpqrstvwxyz"
_PREFIXES = {
    "wikidata": re.compile(r"(?:https?://)?(?:www\.)?wikidata\.org/(?:wiki|entity)/", re.I),
    "ror": re.compile(r"(?:https?://)?ror\.org/", re.I),
    "lei": re.compile(r"lei:\s*", re.I),
    "domain": re.compile(r"https?://(?:www\.)?|www\.", re.I),
}


@dataclass(frozen=True, slots=True)
class Grade:
    """How reliable somebody holds a source to be: the grade, who gave it, and why."""

    reliability: Reliability
    by: str
    reason: str

    def __post_init__(self) -> None:
        if self.reliability not in get_args(Reliability):
            raise ValueError(f"no grade from A to F: {self.reliability!r}")
        if not self.by.strip() or not self.reason.strip():
            raise ValueError("a grade names who gave it, and why")


@dataclass(frozen=True, slots=True)
class SourceProfile:
    """What was declared of a source; whatever nobody said is None or empty.

    `interests` are what it is known to want or sell, `party_to` the conflict that it is a party
    to, and on which side. `country` is a code of three letters (ISO 3166), `wires` are the
    agencies whose texts an outlet prints.
    """

    owner: str | None = None
    interests: tuple[str, ...] = ()
    party_to: str | None = None
    country: str | None = None
    wires: tuple[str, ...] = ()
    wikidata: str | None = None
    ror: str | None = None
    lei: str | None = None
    domain: str | None = None
    grade: Grade | None = None

    def __post_init__(self) -> None:
        for scheme in get_args(Identifier):
            value = getattr(self, scheme)
            if value is not None and not is_identifier(scheme, value):
                raise ValueError(f"not a {scheme} identifier: {value!r}")
        if self.country is not None and _COUNTRY.fullmatch(self.country) is None:
            raise ValueError(f"no country code of three letters: {self.country!r}")
        if any(not text.strip() for text in self._texts()):
            raise ValueError("what nobody said is left out, not empty")

    def _texts(self) -> tuple[str, ...]:
        said = (self.owner, self.party_to, *self.interests, *self.wires)
        return tuple(text for text in said if text is not None)


def is_identifier(scheme: Identifier, text: str) -> bool:
    """Whether the text is an identifier of this scheme, in the one form that it is kept in."""
    match scheme:
        case "wikidata":
            return _WIKIDATA.fullmatch(text) is not None
        case "ror":
            return _is_ror(text)
        case "lei":
            return (
                _LEI.fullmatch(text) is not None
                and int("".join(str(int(sign, 36)) for sign in text)) % 97 == 1
            )
        case "domain":
            return len(text) <= 253 and _DOMAIN.fullmatch(text) is not None


def read_identifier(scheme: Identifier, text: str) -> str:
    """The identifier that somebody typed or pasted, perhaps as an address; ValueError where it is none."""
    bare = _PREFIXES[scheme].sub("", text.strip(), count=1).partition("/")[0]
    kept = bare.upper() if scheme in ("wikidata", "lei") else bare.lower().rstrip(".")
    if not is_identifier(scheme, kept):
        raise ValueError(f"not a {scheme} identifier: {text!r}")
    return kept


def profile_shape(profile: SourceProfile) -> dict[str, object]:
    """The profile as JSON has it: what was said, and nothing else."""
    said = {field.name: getattr(profile, field.name) for field in fields(profile)}
    shape: dict[str, object] = {
        name: list(value) if isinstance(value, tuple) else value for name, value in said.items() if value
    }
    if profile.grade is not None:
        shape["grade"] = {field.name: getattr(profile.grade, field.name) for field in fields(profile.grade)}
    return shape


def read_profile(shape: Mapping[str, object]) -> SourceProfile:
    """The profile that JSON tells; ValueError says what is wrong with it."""
    if strange := sorted(shape.keys() - {field.name for field in fields(SourceProfile)}):
        raise ValueError(f"a profile has no {', '.join(strange)}")
    return SourceProfile(
        owner=_text(shape, "owner"),
        interests=_list(shape, "interests"),
        party_to=_text(shape, "party_to"),
        country=_text(shape, "country"),
        wires=_list(shape, "wires"),
        wikidata=_text(shape, "wikidata"),
        ror=_text(shape, "ror"),
        lei=_text(shape, "lei"),
        domain=_text(shape, "domain"),
        grade=_grade(shape["grade"]) if "grade" in shape else None,
    )


def _text(shape: Mapping[str, object], name: str) -> str | None:
    value = shape.get(name)
    if name in shape and not isinstance(value, str):
        raise ValueError(f"{name} is a text")
    return value if isinstance(value, str) else None


def _list(shape: Mapping[str, object], name: str) -> tuple[str, ...]:
    value = shape.get(name, [])
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise ValueError(f"{name} is a list of texts")
    return tuple(value)


def _grade(value: object) -> Grade:
    wanted = {field.name for field in fields(Grade)}
    if (
        not isinstance(value, dict)
        or value.keys() != wanted
        or not all(isinstance(v, str) for v in value.values())
    ):
        raise ValueError("a grade has reliability, by and reason, each a text")
    return Grade(**value)


def _is_ror(text: str) -> bool:
    """Whether the last two digits check the number before them (ISO 7064, 97-10)."""
    match = _ROR.fullmatch(text)
    if match is None:
        return False
    number = 0
    for sign in match["number"]:
        number = 32 * number + _BASE_32.index(sign)
    return int(match["check"]) == 98 - number * 100 % 97
