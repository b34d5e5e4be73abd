"""A path becomes documents whose text is the file, unaltered, or an error that says why not."""

import io
from pathlib import Path

import pytest

from factcheck.errors import FactcheckError, NotFound, Unreadable
from factcheck.model import Document
from factcheck.reading import files


def test_the_canonical_text_is_the_decoded_file_line_ends_and_all(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("\ufeffÜber 40 Leute\r\n\r\nkamen.\r".encode())
    document = files.read_document(str(path))
    assert document.text == "\ufeffÜber 40 Leute\r\n\r\nkamen.\r"


def test_a_folder_stands_for_its_texts_in_order_without_hidden_ones(tmp_path: Path) -> None:
    for name in ("b.md", "a.txt", "sub/c.txt", ".hidden/d.txt", "e.pdf", ".f.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("40 fled")
    found = [Path(path).relative_to(tmp_path).as_posix() for path in files.find_texts(str(tmp_path))]
    assert found == ["a.txt", "b.md", "sub/c.txt"]


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "empty"),
        (b" \n\t\r\n", "empty"),
        (b"PK\x03\x04\0\0", "binary"),
        ("40 fled".encode("utf-16"), "UTF-16"),
        (b"40 fled\ncaf\xe9\n", "line 2"),
    ],
)
def test_what_is_no_utf8_text_is_refused_with_the_reason(tmp_path: Path, content: bytes, says: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(content)
    with pytest.raises(Unreadable, match=says):
        files.read_document(str(path))


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
