"""Web pages, PDFs and Word files made from text, byte by byte, for the tests of the readers."""

import io
import textwrap
import zipfile
from collections.abc import Sequence
from html import escape

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
WORD_2010 = "http://schemas.microsoft.com/office/word/2010/wordml"
WORD_2012 = "http://schemas.microsoft.com/office/word/2012/wordml"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
CORE = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"

Placed = tuple[float, float, float, str]  # x, y, size, text


def page(body: str, head: str = "") -> bytes:
    """A web page around a body."""
    return f"<!DOCTYPE html><html><head><meta charset=utf-8>{head}</head><body>{body}</body></html>".encode()


def article(paragraphs: Sequence[str]) -> bytes:
    """A web page: the first paragraph is its headline, and navigation stands around the rest."""
    prose = "".join(f"<p>{escape(text)}</p>" for text in paragraphs[1:])
    navigation = "<nav><ul><li><a href='/'>Home</a></li><li><a href='/9'>9 new messages</a></li></ul></nav>"
    return page(
        f"{navigation}<article><h1>{escape(paragraphs[0])}</h1>{prose}</article>",
        f"<title>{escape(paragraphs[0])} | The Gazette</title>",
    )


def pdf(pages: Sequence[Sequence[Placed]], *, labels: str = "", title: str = "") -> bytes:
    """A PDF with these lines on its pages; `labels` is its /PageLabels, as PDF writes them."""
    kids = " ".join(f"{4 + 2 * index} 0 R" for index in range(len(pages)))
    objects = [
        f"<< /Type /Catalog /Pages 2 0 R {f'/PageLabels {labels}' if labels else ''} >>".encode(),
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for index, lines in enumerate(pages):
        stream = b"\n".join(_shown(*line) for line in lines)
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents %d 0 R"
            b" /Resources << /Font << /F1 3 0 R >> >> >>" % (5 + 2 * index)
        )
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
    return pdf_of(objects, f"/Info << /Title ({title}) >>".encode() if title else b"")


def pdf_of(objects: Sequence[bytes], trailer: bytes = b"") -> bytes:
    """A PDF of these objects, the first of which is its catalogue."""
    out = io.BytesIO(b"%PDF-1.7\n")
    out.seek(0, io.SEEK_END)
    offsets = []
    for number, content in enumerate(objects, start=1):
        offsets.append(out.tell())
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, content))
    start = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    out.writelines(b"%010d 00000 n \n" % offset for offset in offsets)
    out.write(b"trailer\n<< /Size %d /Root 1 0 R %s >>\n" % (len(objects) + 1, trailer))
    out.write(b"startxref\n%d\n%%%%EOF\n" % start)
    return out.getvalue()


def _shown(x: float, y: float, size: float, text: str) -> bytes:
    signs = text.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
    return f"BT /F1 {size} Tf {x} {y} Td (".encode() + signs + b") Tj ET"


def printed(
    paragraphs: Sequence[str], *, columns: int = 84, lines_a_page: int = 40, head: str = ""
) -> list[list[Placed]]:
    """The paragraphs set on pages: wrapped, a blank line between them, a running head and a page number."""
    lines = [line for text in paragraphs for line in (*textwrap.wrap(text, columns), "")]
    pages = [lines[at : at + lines_a_page] for at in range(0, len(lines), lines_a_page)]
    return [
        [
            *([(72, 760, 9, head)] if head else []),
            *((72, 720 - 14 * row, 11, line) for row, line in enumerate(page) if line),
            (300, 40, 9, f"{number}"),
        ]
        for number, page in enumerate(pages, start=1)
    ]


def paragraph(text: str, properties: str = "") -> str:
    """A paragraph of WordprocessingML around plain text."""
    return f"<w:p>{properties}{run(text)}</w:p>"


def run(text: str, properties: str = "") -> str:
    """A run of WordprocessingML."""
    marks = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{marks}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def docx(body: str, **parts: str) -> bytes:
    """A Word file around a body; `parts` are the XML of others: comments, footnotes, commentsExtended."""
    names = ("w", WORD), ("w14", WORD_2010), ("w15", WORD_2012)
    spaces = " ".join(f'xmlns:{short}="{space}"' for short, space in names)
    related = "".join(
        f'<Relationship Id="r{name}" Type="{OFFICE}/{name}" Target="{name}.xml"/>' for name in parts
    )
    return archive(
        {
            "_rels/.rels": f'<Relationships xmlns="{RELATIONS}">'
            f'<Relationship Id="r1" Type="{OFFICE}/officeDocument" Target="word/document.xml"/>'
            f'<Relationship Id="r2" Type="{CORE}" Target="docProps/core.xml"/></Relationships>',
            "docProps/core.xml": '<p xmlns:dc="http://purl.org/dc/elements/1.1/">'
            "<dc:creator>Ada Roe</dc:creator></p>",
            "word/document.xml": f"<w:document {spaces}><w:body>{body}</w:body></w:document>",
            "word/_rels/document.xml.rels": f'<Relationships xmlns="{RELATIONS}">{related}</Relationships>',
            **{f"word/{name}.xml": f"<w:{name} {spaces}>{xml}</w:{name}>" for name, xml in parts.items()},
        }
    )


def archive(members: dict[str, str]) -> bytes:
    """A ZIP archive of texts, the same bytes every time."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as into:
        for name, text in members.items():
            into.writestr(zipfile.ZipInfo(name), text, zipfile.ZIP_DEFLATED)
    return out.getvalue()
