"""What is this file, judged by what is in it?

Names lie, so the first bytes decide: a page called notes.txt is read as a page, and a
text that only mentions a tag stays a text. The name is asked where the bytes cannot
tell: whether a text is Markdown, and whether a fragment of tags is a page. What is known
and cannot be read is refused with the way out.

Pure. Caller: files.
"""

from __future__ import annotations

from typing import Literal

from factcheck.reading.encodings import MARKS
from factcheck.reading.readings import Refused

Kind = Literal["text", "markdown", "html", "mhtml", "pdf", "zip"]
# The names by which a folder is searched, and the kind where the bytes leave it open.
SUFFIXES: dict[str, Kind] = {
    ".txt": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".mhtml": "mhtml",
    ".mht": "mhtml",
    ".pdf": "pdf",
    ".docx": "zip",
}
MEDIA_TYPES: dict[Kind, str] = {
    "text": "text/plain",
    "markdown": "text/markdown",
    "html": "text/html",
    "mhtml": "multipart/related",
    "pdf": "application/pdf",
    "zip": "application/zip",
}
HEAD = 2_048  # bytes at the beginning that are looked at
PDF = b"%PDF-"
ARCHIVES = (b"PK\x03\x04", b"PK\x05\x06")
BLANKS = "\ufeff \t\r\n\f"
# the head of a page that a browser saved as one file, which is a letter
LETTERS = ("From:", "Subject:", "Date:", "MIME-Version:", "Content-Type:", "Snapshot-Content-Location:")
IN_PARTS = "\ncontent-type: multipart/related"

ENCRYPTED_OFFICE = "EncryptedPackage".encode("utf-16-le")
OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
REFUSED = (
    (b"{\\rtf", "is in Rich Text Format", "Save it as .docx or as plain text."),
    (b"bplist00", "is an archive of Safari's", "Save the page as HTML, or print it to PDF."),
    (b"\x89PNG", "is a picture", "Recognise its text (OCR), and pass the text."),
    (b"\xff\xd8\xff", "is a picture", "Recognise its text (OCR), and pass the text."),
    (b"SQLite format 3\0", "is a database", "Name a ledger with --db."),
    (b"\x1f\x8b", "is compressed", "Unpack it first."),
)


def kind_of(data: bytes, suffix: str = "") -> Kind:
    """The kind of a file by its bytes; `suffix` is the end of its name, as ".md". Raises Refused."""
    for mark, says, hint in REFUSED:
        if data.startswith(mark):
            raise Refused("binary", says, hint)
    if data.startswith(OLD_OFFICE):
        raise _old_office(data)
    if data[:HEAD].lstrip(BLANKS.encode()).startswith(PDF):
        return "pdf"
    if data.startswith(ARCHIVES):
        return "zip"
    named = SUFFIXES.get(suffix.lower(), "text")
    return _kind_of_text(_head(data), named)


def _kind_of_text(head: str, named: Kind) -> Kind:
    start = head.lstrip(BLANKS)
    if start.startswith("<"):
        from factcheck.reading.markup import is_page

        if is_page(start, named_so=named == "html"):
            return "html"
    if start.startswith(LETTERS) and IN_PARTS in f"\n{start.lower()}":
        return "mhtml"
    return "markdown" if named == "markdown" else "text"


def _head(data: bytes) -> str:
    encoding = next((name for mark, name in MARKS if data.startswith(mark)), "utf-8")
    return data[:HEAD].decode(encoding, "replace")


def _old_office(data: bytes) -> Refused:
    if ENCRYPTED_OFFICE in data:
        return Refused("encrypted", "is locked with a password", "Save a copy without the password.")
    return Refused("binary", "is a file of Office before 2007", "Open it, and save it as .docx.")
