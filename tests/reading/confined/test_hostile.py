"""Files that were made to harm end in one sentence, and cost no more than their limits."""

import io
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from factcheck.errors import Unreadable
from factcheck.reading.confined.parent import Limits, parse
from factcheck.reading.files import read, read_bytes
from factcheck.reading.kinds import Kind
from factcheck.reading.readings import Refused
from tests.reading.makers import WORD, archive, article, docx, page, paragraph, pdf, pdf_of, printed

DOCUMENT = "word/document.xml"
LAUGHS = "".join(f"<!ENTITY l{n} '{f'&l{n - 1};' * 10}'>" for n in range(1, 10))


def with_document(xml: bytes) -> bytes:
    """A Word file whose main part is these bytes."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(docx(""))) as sound,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as into,
    ):
        for name in sound.namelist():
            into.writestr(name, xml if name == DOCUMENT else sound.read(name))
    return out.getvalue()


def body(xml: bytes) -> bytes:
    return b'<w:document xmlns:w="%s"><w:body>%s</w:body></w:document>' % (WORD.encode(), xml)


def understated(data: bytes, size: int) -> bytes:
    """The archive with every declared size made this small."""
    out = bytearray(data)
    for mark, at in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        place = -1
        while (place := out.find(mark, place + 1)) >= 0:
            out[place + at : place + at + 4] = size.to_bytes(4, "little")
    return bytes(out)


def pdf_with_stream(stream: bytes, filters: bytes) -> bytes:
    """A PDF of one page whose content is this stream."""
    return pdf_of(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            b"<< /Type /Page /Parent 2 0 R /Contents 4 0 R /Resources << /Font << >> >> >>",
            b"<< /Length %d /Filter %s >>\nstream\n%s\nendstream" % (len(stream), filters, stream),
        ]
    )


def zeros() -> bytes:
    return zlib.compress(bytes(80_000_000), 9)


LOOP = [b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [2 0 R] /Count 9 >>"]
DEEP = b"<w:sdt>" * 5_000 + b"</w:sdt>" * 5_000

HOSTILE: dict[str, Callable[[], bytes]] = {
    "word: a part of 101 MB": lambda: with_document(body(b" " * 101_000_000)),
    "word: a part that is larger than it says": lambda: understated(
        with_document(body(b" " * 20_000_000)), 99
    ),
    "word: entities": lambda: with_document(
        b"<!DOCTYPE d [<!ENTITY l0 'ha'>%s]>" % LAUGHS.encode() + body(b"&l9;")
    ),
    "word: an entity from a file": lambda: with_document(
        b"<!DOCTYPE d [<!ENTITY e SYSTEM '/etc/passwd'>]>" + body(b"&e;")
    ),
    "word: nesting": lambda: with_document(body(DEEP)),
    "word: a part that is its own relation": lambda: archive({"_rels/.rels": "<r/>", DOCUMENT: "<w/>"}),
    "word: an element without an end": lambda: docx(paragraph("40 died") + "<w:p>"),
    "word: cut": lambda: docx(paragraph("40 died") * 500)[:900],
    "pdf: a stream of 80 MB": lambda: pdf_with_stream(zeros(), b"/FlateDecode"),
    "pdf: streams in streams": lambda: pdf_with_stream(
        zlib.compress(zeros(), 9), b"[/FlateDecode /FlateDecode]"
    ),
    "pdf: pages in a ring": lambda: pdf_of(LOOP),
    "pdf: a catalogue that is not there": lambda: pdf_of([]),
    "pdf: an endless array": lambda: pdf_of([b"[" * 200_000]),
    "pdf: cut": lambda: pdf(printed(["Some 40 families fled the valley."] * 50))[:3_000],
    "page: nothing but tags": lambda: page("<p>" * 300_000),
    "page: nesting": lambda: page("<div>" * 3_000 + "Some 40 fled."),
    "page: 21 MB": lambda: page("40 fled " * 2_600_000),
    "saved page: no page in it": lambda: (
        b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=B\n\n--B--"
    ),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_unreadable_in_one_sentence(name: str) -> None:
    with pytest.raises(Unreadable) as refused:
        read_bytes(HOSTILE[name](), name="evil")
    assert refused.value.exit_code == 6
    assert "evil " in refused.value.message
    assert "\n" not in refused.value.message
    assert refused.value.hint.endswith(".")


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (lambda: with_document(body(b"<w:p/>" * 4_000_000)), "zip"),
        (lambda: article(["Flood", "Some 40 families fled the valley. " * 300_000]), "html"),
    ],
    ids=["word", "page"],
)
def test_a_file_that_needs_more_memory_than_it_may_is_refused(data: Callable[[], bytes], kind: Kind) -> None:
    with pytest.raises(Refused) as refused:
        parse(data(), kind, limits=Limits(memory=300_000_000))
    assert refused.value.says == "needs too much memory to be read"


@pytest.mark.parametrize(
    "data",
    [
        page("<div>" * 500 + "<p>Some 40 families fled the valley on Sunday, the mayor said.</p>"),
        article(["Flood", "Some 40 families fled the valley. " * 2_000]),
        docx(paragraph("Some 40 families fled the valley. ") * 2_000),
        pdf(printed(["Some 40 families fled the valley. " * 10] * 20)),
    ],
    ids=["deep page", "long page", "long draft", "long print"],
)
def test_a_large_file_that_means_no_harm_is_read(data: bytes, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(data)
    assert "Some 40 families fled the valley" in read(str(tmp_path / "file")).document.text
