"""What a file is, its bytes decide; its name only where they cannot."""

import pytest

from factcheck.reading.kinds import kind_of
from factcheck.reading.readings import Refused
from tests.reading import makers


@pytest.mark.parametrize(
    ("data", "suffix", "kind"),
    [
        (b"Some 40 fled.", ".txt", "text"),
        (b"Some 40 fled.", ".pdf", "text"),
        (b"# Flood\n\n40 fled.", ".md", "markdown"),
        (b"<!DOCTYPE html><title>Flood</title>", ".txt", "html"),
        (b"\n<!-- saved -->\n<HTML lang=en>\n<head>", ".md", "html"),
        (b"<?xml version='1.0'?>\n<html xmlns='x'><body>", "", "html"),
        ("<!doctype html><p>40".encode("utf-16"), "", "html"),
        (b"<html> is how 40 pages begin", ".txt", "text"),
        (b"Every page begins with <!DOCTYPE html>, 40 said", ".txt", "text"),
        (b"<p>Some 40 fled", ".html", "html"),
        (b"<p>Some 40 fled", ".txt", "text"),
        (b"Some 40 fled <b>at once</b>", ".html", "text"),
        (b"From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n", "", "mhtml"),
        (b"From: the desk\nContent-Type: said to be multipart/related", ".txt", "text"),
        (b"%PDF-1.4\n", ".txt", "pdf"),
        (b"\r\n %PDF-1.4\n", "", "pdf"),
        (b"The mark %PDF-1.4 begins a file", "", "text"),
        (makers.archive({"a": "b"}), ".txt", "zip"),
    ],
)
def test_the_kind_of_a_file_is_in_its_first_bytes(data: bytes, suffix: str, kind: str) -> None:
    assert kind_of(data, suffix) == kind


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (b"{\\rtf1 Some 40 fled}", "binary"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 99, "binary"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "encrypted"),
        (b"\x89PNG\r\n", "binary"),
        (b"\x1f\x8b\x08", "binary"),
    ],
)
def test_what_is_known_and_cannot_be_read_is_refused_with_the_way_out(data: bytes, word: str) -> None:
    with pytest.raises(Refused) as refused:
        kind_of(data, ".txt")
    assert refused.value.word == word
    assert refused.value.hint.endswith(".")
