"""Which references does a RIS file hold, and how are references written as one?

A reference goes from its line `TY  - ` to its `ER  - `; one that is cut off, or has a date that
is none, is a problem at its line and hides no other. Texts are on one line, and what a
terminal would obey is shown, not written (`safe_text`). An institution with a comma in its
name has another comma behind it, as EndNote wants it.

Pure. Callers: `desk`, for imports and for bibliographies.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any, TextIO

from factcheck.exchange.problems import RowProblem
from factcheck.exchange.references.dates import date_in_ris, ris_date
from factcheck.exchange.references.kinds import kind_named, name_of
from factcheck.exchange.references.reference import Name, Reference
from factcheck.exchange.strict_json import decoded
from factcheck.show.safe import one_line

HINT = "export it again as RIS in UTF-8"
MOST_LINES = 10_000
_START, _END = "TY  -", "ER  -"
_TAGGED = re.compile(r"[A-Z][A-Z0-9]  -", re.ASCII)

# Which of rispy's names hold what, all of them in turn; the first one is written.
_TEXTS = {
    "title": ("title", "primary_title"),
    "container": ("secondary_title", "journal_name", "alternate_title3", "alternate_title2"),
    "publisher": ("publisher",),
    "url": ("urls",),
    "doi": ("doi",),
    "abstract": ("abstract", "notes_abstract"),
    "annote": ("research_notes",),
    "note": ("notes",),
}
_NAMES = {"authors": ("authors", "first_authors"), "editors": ("secondary_authors",)}
_DATES = {"issued": ("date", "year", "publication_year"), "accessed": ("access_date",)}
_LISTS = ("urls", "notes", "authors", "secondary_authors")


def read_ris(content: bytes, name: str) -> Iterator[Reference | RowProblem]:
    """The references of a file, or what is wrong with them; `name` stands in messages."""
    import rispy  # type: ignore[import-untyped] # heavy, and without types

    for number, lines in _entries(decoded(content, name, HINT)):
        where = f"{name}:{number}:1"
        if not lines[0].startswith(_START):
            yield RowProblem(where, f"{lines[0][:40]!r} stands in no reference", HINT)
        elif not lines[-1].startswith(_END):
            yield RowProblem(where, "the reference has no end: it was cut", HINT)
        elif len(lines) > MOST_LINES:
            yield RowProblem(where, f"the reference has more than {MOST_LINES:,} lines", HINT)
        else:
            (told,) = rispy.loads("\n".join(lines), delimiter_tags_mapping={})
            yield _reference(told, where)


def _entries(text: str) -> Iterator[tuple[int, list[str]]]:
    """The lines of each reference after the number of its first; a tag outside of any stands alone."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    first, entry = 0, list[str]()
    for number, line in enumerate([*lines, _START], start=1):
        if line.startswith(_START) or not entry:
            if entry:
                yield first, entry
            first, entry = number, [line] if _TAGGED.match(line) else []
        else:
            entry.append(line)
        if entry and (line.startswith(_END) or not entry[0].startswith(_START)):
            yield first, entry
            entry = []


def _reference(told: dict[str, Any], where: str) -> Reference | RowProblem:
    try:
        values: dict[str, Any] = {
            "key": told.get("id") or told.get("label") or where,
            "type": kind_named("ris", told["type_of_reference"].upper()),
            **{field: _text(told, keys) for field, keys in _TEXTS.items()},
            **{field: tuple(_names(told, keys)) for field, keys in _NAMES.items()},
            **{field: _date(told, keys) for field, keys in _DATES.items()},
            "page": "-".join(filter(None, (told.get("start_page"), told.get("end_page")))) or None,
        }
    except ValueError as error:
        return RowProblem(where, str(error), "write it as 2019/12/16/, 2019/12// or 2019///")
    return Reference(**values, where=where)


def _text(told: dict[str, Any], keys: Iterable[str]) -> str | None:
    """The text of the first of these that is there; several notes are one."""
    for key in keys:
        value = told.get(key)
        if value:
            return value if isinstance(value, str) else " ".join(value)
    return None


def _names(told: dict[str, Any], keys: Iterable[str]) -> Iterator[Name]:
    for name in next((told[key] for key in keys if key in told), ()):
        family, comma, given = name.partition(",")
        if comma and not name.endswith(","):
            yield Name(family.strip(), given.strip())
        elif name.strip():
            yield Name(name.removesuffix(",").strip())


def _date(told: dict[str, Any], keys: Iterable[str]) -> str | None:
    date = _text(told, keys)
    return date_in_ris(date) if date else None


def write_ris(references: Iterable[Reference], out: TextIO) -> int:
    """Write the references as RIS; how many there were."""
    import rispy  # heavy

    class Writer(rispy.RisWriter):  # type: ignore[misc] # rispy has no types
        """Writes no numbers between the references."""

        def set_header(self, count: int) -> None:
            """No line before a reference."""

    count = 0
    for count, reference in enumerate(references, start=1):
        text = rispy.dumps([_entry(reference)], implementation=Writer, delimiter_tags_mapping={})
        out.write("\n" * (count > 1) + text.strip("\n") + "\n")
    return count


def _entry(reference: Reference) -> dict[str, Any]:
    values = {keys[0]: getattr(reference, field) for field, keys in _TEXTS.items()}
    values |= {
        keys[0]: ris_date(date) for field, keys in _DATES.items() if (date := getattr(reference, field))
    }
    values |= {"id": reference.key, "start_page": reference.page}
    entry: dict[str, Any] = {"type_of_reference": name_of("ris", reference.type)}
    entry |= {keys[0]: list(map(_name, getattr(reference, field))) for field, keys in _NAMES.items()}
    for key, value in values.items():
        if value:
            entry[key] = [one_line(value)] if key in _LISTS else one_line(value)
    return entry


def _name(name: Name) -> str:
    if name.given:
        return f"{one_line(name.name)}, {one_line(name.given)}"
    return one_line(name.name) + ("," if "," in name.name else "")
