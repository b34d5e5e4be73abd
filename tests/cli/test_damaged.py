"""Whatever a file went through, its refusal is a sentence; nothing of it is recorded, and memory is left.

Every format that is read or imported meets here: what is cut, what is no such file, what is
locked, what is far too large, and what was made to harm. The files are made in the tests.
"""

import io
import json
import resource
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from factcheck.exchange.workbook import write_workbook
from tests.cli.conftest import Typed
from tests.reading.makers import archive, article, docx, paragraph, pdf, printed

UNREADABLE, INTEGRITY = 6, 4
MOST_GROWTH = 400  # MB that this process may grow by; a child has limits of its own
PROSE = ["Flood in the Marn valley", "The council said over 1,500 villagers had fled by noon."]
LAUGHS = "".join(f"<!ENTITY l{n} '{f'&l{n - 1};' * 10}'>" for n in range(1, 10))
LOCKED_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le")
DEEP = b"[" * 100_000 + b"]" * 100_000
CROWDED = b"[" + b"[]," * 12_000_000 + b"[]]"
ROWS = b"phrase,source\n" + b"over 900 homes,Council\n" * 3


def workbook() -> bytes:
    out = io.BytesIO()
    write_workbook([{"phrase": "over 900 homes", "source": "Council"}], ("phrase", "source"), out)
    return out.getvalue()


def word() -> bytes:
    return docx("".join(map(paragraph, PROSE)))


def sheet(xml: str) -> bytes:
    """A workbook whose sheet is this XML."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(workbook())) as sound,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as into,
    ):
        for name in sound.namelist():
            into.writestr(name, xml if name.endswith("sheet1.xml") else sound.read(name))
    return out.getvalue()


def locked_zip(data: bytes) -> bytes:
    """The archive with every member marked as encrypted."""
    out = bytearray(data)
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = -1
        while (place := out.find(mark, place + 1)) >= 0:
            out[place + at] |= 1
    return bytes(out)


def zip_bomb(*, sound: bytes, member: str) -> bytes:
    """The archive with one member that unpacks to 300 MB."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(sound)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as into:
        for name in old.namelist():
            if name != member:
                into.writestr(name, old.read(name))
        with into.open(member, "w") as bomb:
            for _ in range(300):
                bomb.write(b" " * 1_000_000)
    return out.getvalue()


def laughing(root: str) -> str:
    return f"<!DOCTYPE {root} [<!ENTITY l0 'ha'>{LAUGHS}]><{root}>&l9;</{root}>"


def locked_pdf() -> bytes:
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf(printed(PROSE)))))
    writer.encrypt("secret", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


HEADER = b'{"record": "header", "factcheck": "records", "schema_version": 1}\n'
BIB = b"@article{a, title = {x}, author = {Council}, note = {over 900 homes"
RIS = b"TY  - NEWS\nAB  - over 900 homes\n"
CSL = json.dumps([{"id": "a", "type": "report", "note": "over 900 homes"}]).encode()
REVIEW = json.dumps({"@type": "ClaimReview", "claimReviewed": "over 900 homes were lost"}).encode()

READ = ("record",)
CLAIMS = ("import", "claims")
RECORDS, BUNDLE, CASE = ("import", "records"), ("import", "bundle"), ("import", "case")
REVIEWS, COMMENTS = ("import", "claimreview"), ("import", "comments")
REFERENCES = ("import", "references", "--claim", "k3m9")
NOTES = ("import", "annotations", "--document", "k3m9")
Make = Callable[[], bytes]

DAMAGED: tuple[tuple[str, tuple[str, ...], str, Make], ...] = (
    ("a page of nothing", READ, "a.html", lambda: b"<html><body></body></html>"),
    ("a page of nested tags", READ, "a.html", lambda: b"<html>" + b"<div>" * 300_000),
    ("a page cut in its head", READ, "a.html", lambda: article(PROSE)[:40]),
    ("a PDF cut in two", READ, "a.pdf", lambda: pdf(printed(PROSE))[:400]),
    ("a PDF with a password", READ, "a.pdf", locked_pdf),
    ("a PDF of noise", READ, "a.pdf",
     lambda: b"%PDF-1.7\n" + bytes(range(256)) * 40 + b"startxref\n9\n%%EOF"),
    ("a Word file cut in two", READ, "a.docx", lambda: word()[: len(word()) // 2]),
    ("a Word file with a password", READ, "a.docx", lambda: LOCKED_OFFICE),
    ("a Word file in a locked archive", READ, "a.docx", lambda: locked_zip(word())),
    ("a Word file that unpacks without end", READ, "a.docx",
     lambda: zip_bomb(sound=word(), member="word/document.xml")),
    ("a Word file of a billion laughs", READ, "a.docx",
     lambda: archive({"_rels/.rels": laughing("Relationships"), "word/document.xml": laughing("d")})),
    ("a Markdown file of bytes", READ, "a.md", lambda: b"# A\n\n\0\1\2 900 homes"),
    ("a text of bytes", READ, "a.txt", lambda: b"over 900 homes\0\xff"),
    ("a text of nothing", READ, "a.txt", lambda: b" \n"),
    ("a text of UTF-16 that breaks off", READ, "a.txt", lambda: "over 900".encode("utf-16")[:-1]),
    ("a table of bytes", CLAIMS, "a.csv", lambda: ROWS + b"\xff\xfe\xfd,x\n"),
    ("a table cut in a cell", CLAIMS, "a.csv", lambda: ROWS + b'"over 900'),
    ("a table with a cell of 11 MB", CLAIMS, "a.csv", lambda: ROWS + b'"900 ' + b"x" * 11_000_000 + b'",x\n'),
    ("a table with a cell of 11 MB in lines", CLAIMS, "a.csv",
     lambda: ROWS + b'"900 ' + b"xxxxxxxxx\n" * 1_100_000),
    ("a table of nothing", CLAIMS, "a.tsv", lambda: b""),
    ("a table of ten thousand columns", CLAIMS, "a.tsv", lambda: b"phrase\t" * 10_000),
    ("a workbook cut in two", CLAIMS, "a.xlsx", lambda: workbook()[:300]),
    ("a workbook with a password", CLAIMS, "a.xlsx", lambda: LOCKED_OFFICE),
    ("a workbook in a locked archive", CLAIMS, "a.xlsx", lambda: locked_zip(workbook())),
    ("a workbook that unpacks without end", CLAIMS, "a.xlsx",
     lambda: zip_bomb(sound=workbook(), member="xl/worksheets/sheet1.xml")),
    ("a workbook of a billion laughs", CLAIMS, "a.xlsx", lambda: sheet(laughing("worksheet"))),
    ("a case that is cut", CASE, "a.json", lambda: b'{"id": "a", "claims": ['),
    ("a case without a bottom", CASE, "a.json", lambda: DEEP),
    ("a case of bytes", CASE, "a.json", lambda: b"\xff\xfe\0"),
    ("a case of too much", CASE, "a.json", lambda: CROWDED),
    ("records that are cut", RECORDS, "a.nl", lambda: HEADER),
    ("records without a bottom", RECORDS, "a.nl", lambda: HEADER + DEEP),
    ("records of too much", RECORDS, "a.nl", lambda: HEADER + CROWDED),
    ("records of bytes", RECORDS, "a.nl", lambda: HEADER + b"\xff\n"),
    ("a bundle that is cut", BUNDLE, "a.nl", lambda: b'{"format": "factcheck bundle"'),
    ("a bundle without a bottom", BUNDLE, "a.nl", lambda: DEEP),
    ("a bundle of too much", BUNDLE, "a.nl", lambda: CROWDED),
    ("a bundle of bytes", BUNDLE, "a.nl", lambda: b"\xff\n"),
    ("a library that is cut", REFERENCES, "a.bib", lambda: BIB),
    ("a library of entries without end", REFERENCES, "a.bib", lambda: b"@article{a,\n" * 200_000),
    ("a library of bytes", REFERENCES, "a.bib", lambda: b"\xff\xfe\0"),
    ("a reference that is cut", REFERENCES, "a.ris", lambda: RIS),
    ("a reference of bytes", REFERENCES, "a.ris", lambda: b"TY  - \xff\n"),
    ("CSL that is cut", REFERENCES, "a.json", lambda: CSL[:-4]),
    ("CSL without a bottom", REFERENCES, "a.json", lambda: DEEP),
    ("CSL of too much", REFERENCES, "a.json", lambda: CROWDED),
    ("a review that is cut", REVIEWS, "a.json", lambda: REVIEW[:-4]),
    ("a review without a bottom", REVIEWS, "a.json", lambda: DEEP),
    ("a review of too much", REVIEWS, "a.json", lambda: CROWDED),
    ("notes that are cut", NOTES, "a.json", lambda: b'{"rows": ['),
    ("notes without a bottom", NOTES, "a.json", lambda: DEEP),
    ("comments of a draft that is cut", COMMENTS, "a.docx", lambda: word()[:300]),
    ("comments of a draft with a password", COMMENTS, "a.docx", lambda: LOCKED_OFFICE),
)  # fmt: skip


def grown() -> float:
    """The most memory that this process ever held, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


@pytest.mark.parametrize(
    ("command", "name", "make"), [row[1:] for row in DAMAGED], ids=[row[0] for row in DAMAGED]
)
def test_a_damaged_file_ends_in_a_sentence_and_nothing_is_recorded(
    type_in: Typed, tmp_path: Path, command: tuple[str, ...], name: str, make: Make
) -> None:
    (tmp_path / name).write_bytes(make())
    before = grown()
    answer = type_in(*command, name)
    assert answer.code == UNREADABLE
    assert f"{name}" in answer.err
    assert "hint: " in answer.err
    assert "Traceback" not in answer.err
    assert type_in("list", "--nl").out == ""
    assert grown() - before < MOST_GROWTH


@pytest.mark.parametrize(
    ("says", "content"),
    [
        ("a text", b"over 900 homes"),
        ("the head of a database", b"SQLite format 3\0" + bytes(20)),
        ("a database of zeros", b"SQLite format 3\0" + bytes(8_000)),
    ],
)
def test_a_ledger_that_is_none_is_not_merged(
    type_in: Typed, tmp_path: Path, says: str, content: bytes
) -> None:
    type_in("add", "over 900 homes were flooded", "--source", "Council")
    (tmp_path / "other.db").write_bytes(content)
    held = (tmp_path / "claims.db").read_bytes()
    answer = type_in("merge", "other.db")
    assert answer.code == INTEGRITY
    assert "other.db" in answer.err
    assert "Traceback" not in answer.err
    assert (tmp_path / "claims.db").read_bytes() == held
