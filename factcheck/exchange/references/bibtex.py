"""Which references does a .bib file hold, and how are references written as one?

Read: BibTeX and BibLaTeX, as Zotero and people write them; an entry that cannot be used is a
problem at its line and hides no other. Written: BibLaTeX in UTF-8, whose dates are EDTF.
Texts are on one line, and what a terminal would obey is shown, not written (`safe_text`).

Pure. Callers: `desk`, for imports and for bibliographies.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any, TextIO

from factcheck.errors import Unreadable
from factcheck.exchange.problems import RowProblem
from factcheck.exchange.references.dates import checked, date_in_bibtex
from factcheck.exchange.references.kinds import kind_named, name_of
from factcheck.exchange.references.latex import latex_address, latex_text, plain_address, plain_text
from factcheck.exchange.references.reference import Name, Reference
from factcheck.exchange.strict_json import decoded
from factcheck.show.safe import one_line

if TYPE_CHECKING:
    from bibtexparser.model import Block, Entry

HINT = "export it again as BibTeX or BibLaTeX in UTF-8"
MOST = {"@": 100_000, "=": 2_000_000}  # what a parser that keeps everything in memory is given at most

# Which fields hold what, the first that is there; the first one is written.
_TEXTS = {
    "title": ("title",),
    "publisher": ("publisher", "institution", "school"),
    "url": ("url", "howpublished"),
    "doi": ("doi",),
    "page": ("pages",),
    "abstract": ("abstract",),
    "annote": ("annotation", "annote"),
    "note": ("note",),
}
_VERBATIM = ("url", "howpublished", "doi", "date", "urldate")
_CONTAINERS = ("journaltitle", "journal", "booktitle", "organization")
_CONTAINER_OF = {"article": "journaltitle", "incollection": "booktitle", "inproceedings": "booktitle"}
_NAMES = {"authors": "author", "editors": "editor"}

# Matches "{World Health Organization}", one group of braces and nothing else.
_GROUP = re.compile(r"\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\}")
_NO_KEY = re.compile(r"[^\w.:+/-]+", re.ASCII)


def read_bibtex(content: bytes, name: str) -> Iterator[Reference | RowProblem]:
    """The references of a file, or what is wrong with them; `name` stands in messages."""
    from bibtexparser.entrypoint import parse_string  # heavy
    from bibtexparser.model import Entry, ParsingFailedBlock

    logging.getLogger("bibtexparser").addHandler(logging.NullHandler())  # it tells a terminal what it read
    for block in parse_string(_bounded(decoded(content, name, HINT), name)).blocks:
        where = f"{name}:{(block.start_line or 0) + 1}:1"
        if isinstance(block, ParsingFailedBlock):
            yield RowProblem(where, f"is no entry: {_reason(block)}", HINT)
        elif isinstance(block, Entry):
            yield from _reference(block, where)


def _bounded(text: str, name: str) -> str:
    """The text, if it has no more entries and fields than anybody collects."""
    for mark, most in MOST.items():
        if text.count(mark) > most:
            raise Unreadable(f"{name}: has more than {most:,} times {mark!r}", "split it into parts")
    return text


def _reason(block: Block) -> str:
    error = getattr(block, "error", None)
    return one_line(str(getattr(error, "abort_reason", error)))


def _reference(entry: Entry, where: str) -> Iterator[Reference | RowProblem]:
    raw = {field.key.casefold(): str(field.value) for field in entry.fields}
    texts = {key: text for key, value in raw.items() if (text := _plain(key)(value))}
    kind = "+".join(filter(None, (entry.entry_type.casefold(), texts.get("entrysubtype", "").casefold())))
    try:
        values: dict[str, Any] = {
            "key": entry.key or where,
            "type": kind_named("bibtex", kind),
            "container": _first(texts, _CONTAINERS),
            **{field: _first(texts, keys) for field, keys in _TEXTS.items()},
            **{field: tuple(_names(raw.get(key, ""))) for field, key in _NAMES.items()},
            "issued": date_in_bibtex(*map(texts.get, ("date", "year", "month", "day"))),
            "accessed": checked(texts["urldate"]) if "urldate" in texts else None,
        }
    except ValueError as error:
        yield RowProblem(where, f"{entry.key}: {error}", "write it as 2019-12-16, 2019-12 or 2019")
        return
    yield Reference(**values, where=where)


def _plain(key: str) -> Callable[[str], str]:
    return plain_address if key in _VERBATIM else plain_text


def _first(texts: dict[str, str], keys: Iterable[str]) -> str | None:
    return next((texts[key] for key in keys if key in texts), None)


def _names(value: str) -> Iterator[Name]:
    """The names of a field: an institution stands in braces of its own."""
    from bibtexparser.middlewares.names import parse_single_name_into_parts, split_multiple_persons_names

    for told in split_multiple_persons_names(value):
        if _GROUP.fullmatch(told):
            yield Name(plain_text(told))
            continue
        parts = parse_single_name_into_parts(told, strict=False)
        last = plain_text(" ".join((*parts.von, *parts.last, *parts.jr)))
        first = plain_text(" ".join(parts.first))
        if last or first:
            yield Name(last or first, first or None if last else None)


def write_bibtex(references: Iterable[Reference], out: TextIO) -> int:
    """Write the references as BibLaTeX; how many there were."""
    count = 0
    for count, reference in enumerate(references, start=1):
        kind, _, subtype = name_of("bibtex", reference.type).partition("+")
        fields = {"entrysubtype": subtype, **_fields(reference, kind)}
        lines = [f"  {key} = {{{text}}}" for key, text in fields.items() if text]
        key = _NO_KEY.sub("_", reference.key)
        out.write("\n" * (count > 1) + f"@{kind}{{{key},\n" + ",\n".join(lines) + "\n}\n")
    return count


def _fields(reference: Reference, kind: str) -> dict[str, str]:
    values = {keys[0]: getattr(reference, field) for field, keys in _TEXTS.items()}
    values[_CONTAINER_OF.get(kind, "organization")] = reference.container
    values |= {"date": reference.issued, "urldate": reference.accessed}
    texts = {
        key: (latex_address if key in _VERBATIM else latex_text)(one_line(value))
        for key, value in values.items()
        if value
    }
    names = {key: " and ".join(map(_name, getattr(reference, field))) for field, key in _NAMES.items()}
    return {**names, **texts}


def _name(name: Name) -> str:
    parts = ["{" + latex_text(one_line(part)) + "}" for part in (name.name, name.given) if part]
    return ", ".join(parts)
