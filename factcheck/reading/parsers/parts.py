"""Which parts does an Office file hold, and what do they say in XML?

An Office file is a ZIP archive. Only the parts that are asked for are unpacked, each to a
limit that is checked while it unpacks and not only where the archive declares it. XML is
parsed without entities, without a network, and without a document type, which Office
never writes. Refuses what is locked, damaged, or another kind of archive.

Runs in the child process. Caller: word, margins.
"""

from __future__ import annotations

import posixpath
import zipfile
from io import BytesIO
from typing import TYPE_CHECKING

from factcheck.reading.readings import Refused

if TYPE_CHECKING:
    from lxml.etree import _Element

LIMIT = 100_000_000  # bytes of one part
OFFICE_DOCUMENT = "officeDocument"
# What another archive begins with, what it is, and the way out.
OTHERS = (
    ("xl/", "is a spreadsheet", "Save the sheet as CSV, and import that."),
    ("ppt/", "is a presentation", "Save its text as .txt or print it to PDF."),
    ("META-INF/container.xml", "is an e-book", "Save the chapter as HTML or as .txt."),
    ("content.xml", "is an OpenDocument file", "Save it as .docx."),
)


def local(element: _Element) -> str:
    """The name of an element without its namespace."""
    return element.tag.rpartition("}")[2]


def attribute(element: _Element, name: str) -> str | None:
    """An attribute by its name without its namespace: strict and transitional files differ in that alone."""
    for key, value in element.attrib.items():
        if str(key).rpartition("}")[2] == name:
            return str(value)
    return None


class Package:
    """An Office file of which single parts are unpacked and parsed on demand."""

    def __init__(self, data: bytes) -> None:
        try:
            self._archive = zipfile.ZipFile(BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OSError) as error:
            raise _damaged(f"is no whole archive ({error})") from None
        self._names = frozenset(self._archive.namelist())

    def main_part(self) -> str:
        """The name of the Word document's main part; raises Refused where the archive is something else."""
        for start, says, hint in OTHERS:
            if any(name.startswith(start) for name in self._names):
                raise Refused("binary", says, hint)
        found = self.related("", OFFICE_DOCUMENT)
        if found is None or not found.startswith("word"):
            raise Refused("binary", "is an archive, and no Word file", "Unpack it, and pass what is in it.")
        return found

    def related(self, part: str, kind: str) -> str | None:
        """The name of the part that `part` has of this kind ("comments"); the archive itself is ""."""
        folder, name = posixpath.split(part)
        relations = self.parse(posixpath.join(folder, "_rels", f"{name}.rels"))
        for relation in relations if relations is not None else ():
            target = attribute(relation, "Target") or ""
            if posixpath.basename(attribute(relation, "Type") or "") == kind:
                return posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
        return None

    def parse(self, name: str) -> _Element | None:
        """The root of a part; None where the archive has no such part."""
        from lxml import etree

        if name not in self._names:
            return None
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
        )
        root = etree.fromstring(self._unpack(name), parser)
        if root.getroottree().docinfo.internalDTD is not None:
            raise _damaged(f"has a part {name} with a document type, which Word never writes")
        return root

    def _unpack(self, name: str) -> bytes:
        info = self._archive.getinfo(name)
        if info.flag_bits & 1:
            raise Refused("encrypted", "is locked with a password", "Save a copy without the password.")
        try:
            with self._archive.open(info) as part:
                unpacked = part.read(LIMIT + 1) if info.file_size <= LIMIT else b""
        except (zipfile.BadZipFile, NotImplementedError, EOFError, OSError, ValueError) as error:
            raise _damaged(f"has a damaged part {name} ({error})") from None
        if info.file_size > LIMIT or len(unpacked) > LIMIT:
            says = f"unpacks to more than {LIMIT // 1_000_000} MB"
            raise Refused("too large", says, "Save its text as .txt, or split it.")
        return unpacked


def _damaged(says: str) -> Refused:
    return Refused("malformed", says, "Get a sound copy, or open it in Word and save it anew.")
