"""A path becomes documents, a text file unaltered, or an error that says why not."""

import hashlib
import io
import subprocess
import sys
from pathlib import Path

import pytest

from factcheck.errors import FactcheckError, NotFound, Unreadable
from factcheck.model import Document
from factcheck.reading import files
from tests.reading import makers


def test_the_canonical_text_is_the_decoded_file_line_ends_and_all(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("\ufeffÜber 40 Leute\r\n\r\nkamen.\r".encode())
    document = files.read_document(str(path))
    assert document.text == "\ufeffÜber 40 Leute\r\n\r\nkamen.\r"


def test_a_folder_stands_for_its_texts_in_order_without_hidden_ones(tmp_path: Path) -> None:
    for name in ("b.md", "a.txt", "sub/c.docx", ".hidden/d.txt", "e.PDF", "g.html", ".f.txt", "h.csv"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("40 fled")
    found = [Path(path).relative_to(tmp_path).as_posix() for path in files.find_texts(str(tmp_path))]
    assert found == ["a.txt", "b.md", "e.PDF", "g.html", "sub/c.docx"]


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "empty"),
        (b" \n\t\r\n", "empty"),
        (b"\x7fELF\0\0", "binary"),
        (b"PK\x03\x04\0\0", "malformed"),
        (b"\xff\xfe4\0\0\xd8", "malformed"),
        ("Caf\xe9 and na\xefvet\xe9 cost 40".encode() + b"\n1\xff2 fled", "line 2"),
    ],
)
def test_what_is_no_text_is_refused_with_the_reason(tmp_path: Path, content: bytes, says: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(content)
    with pytest.raises(Unreadable, match=says):
        files.read_document(str(path))


def test_a_reading_says_from_which_bytes_and_how_its_text_was_made(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes("# Caf\xe9s\n\n40 closed.".encode("cp1252"))
    reading = files.read(str(path))
    assert reading.original_sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    assert reading.made.startswith("decoded from text/markdown in cp125")
    assert reading.document.media_type == "text/markdown"
    assert [notice.code for notice in reading.notices] == ["guessed-encoding"]
    assert "guessed" in reading.notices[0].reason


def test_where_bytes_were_fetched_counts_more_than_what_they_say_of_that() -> None:
    head = "<link rel=canonical href='https://elsewhere.example/a'>"
    data = makers.page("<article><h1>Flood</h1><p>Some 40 people fled the flood.</p></article>", head)
    saved = files.read_bytes(data, name="a.html").document
    fetched = files.read_bytes(data, name="a", url="https://gazette.example/a").document
    assert (saved.url, fetched.url) == ("https://elsewhere.example/a", "https://gazette.example/a")


def test_reading_a_plain_text_loads_no_parser(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("40 fled")
    spy = (
        f"import sys; from factcheck.reading.files import read; read({str(path)!r});"
        "print(*sorted(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", spy], capture_output=True, text=True, check=True)
    loaded = set(done.stdout.split())
    assert not loaded & {
        "lxml",
        "pypdf",
        "trafilatura",
        "charset_normalizer",
        "subprocess",
        "zipfile",
    }


def test_a_missing_file_and_a_folder_without_texts_are_not_found(tmp_path: Path) -> None:
    for path in (tmp_path / "none.txt", tmp_path):
        with pytest.raises(NotFound):
            files.find_texts(str(path))


def test_one_bad_file_does_not_stop_the_others(tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text("40 fled")
    paths = [str(tmp_path / "none.txt"), str(tmp_path / "good.txt")]
    bad, good = files.read_documents(paths)
    assert isinstance(bad, FactcheckError)
    assert isinstance(good, Document)


def test_no_more_than_the_limit_is_read(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(files, "LIMIT", 10)
    path = tmp_path / "a.txt"
    path.write_text("forty fled " * 2)
    with pytest.raises(Unreadable, match="too large"):
        files.read_document(str(path))


def test_standard_input_is_read_as_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"40 fled\r\n")))
    assert files.read_document("-").text == "40 fled\r\n"


def test_the_same_text_from_another_outlet_is_another_document() -> None:
    one = files.make_document("40 fled", publisher="The Gazette")
    other = files.make_document("40 fled", publisher="The Herald")
    assert one.sha256 == other.sha256
    assert one.id != other.id


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Forty flee flood\n\nSome 40 fled.", "Forty flee flood"),
        ("# Forty flee flood\nSome 40 fled.", "Forty flee flood"),
        ("Some 40 people fled.\n\nMore follow.", None),
        ("Some 40 people\nfled.", None),
        ("Forty flee", None),
    ],
)
def test_a_first_line_that_stands_alone_is_the_title(text: str, title: str | None) -> None:
    assert files.title_of(text) == title
