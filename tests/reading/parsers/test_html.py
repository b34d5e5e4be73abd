"""Of a web page its main text is read, with what the page says of itself, and no number is changed."""

import socket

import pytest

from factcheck.reading.extracts import Extracted
from factcheck.reading.parsers.html import read_html, read_mhtml
from factcheck.reading.places import place_of
from factcheck.reading.readings import Refused
from tests.reading.makers import page

PROSE = (
    "Some 40 families fled the valley on Sunday, the mayor said, and more are on their way to the coast."
    " The river had been rising since Friday, when the first of the bridges was closed; by Saturday night the"
    " road along it could no longer be used, and boats were sent for those who had stayed behind."
)
HEAD = (
    "<title>Flood - The Gazette</title><meta property='og:site_name' content='The Gazette'>"
    "<meta name=author content='Jane Roe'><link rel=canonical href='https://gazette.example/flood?id=3'>"
    "<meta property='article:published_time' content='2024-05-06T10:00:00Z'>"
)


def read(body: str, head: str = "") -> Extracted:
    return read_html(page(f"<article><h1>Flood in the valley</h1><p>{PROSE}</p>{body}</article>", head), None)


def test_a_page_says_who_published_it_when_and_where() -> None:
    found = read("", HEAD)
    assert (found.title, found.author, found.publisher) == ("Flood in the valley", "Jane Roe", "The Gazette")
    assert (found.date, found.url) == ("2024-05-06", "https://gazette.example/flood?id=3")
    assert found.made.startswith("trafilatura ")
    assert found.made.endswith(" from text/html in utf-8")


def test_what_a_page_does_not_say_is_not_guessed() -> None:
    found = read("<p>The flood of 3 May 1987 was worse.</p><footer>© 2019</footer>")
    assert (found.author, found.publisher, found.date, found.url) == (None, None, None, None)


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("10<sup>6</sup> people", "10⁶ people"),
        ("killed 1,500<sup>3</sup> of them", "killed 1,500³ of them"),
        ("said so.<sup><a href='#n'>[12]</a></sup>", "said so.[¹²]"),
        ("CO<sub>2</sub>", "CO₂"),
        ("the 1<sup>st</sup> of 40", "the 1st of 40"),
        ("about <del>60</del> 70 died", "about 70 died"),
        ("12&#8203;000 fled", "12\u200b000 fled"),
        ("12&zwnj;000 fled", "12\u200b000 fled"),
        ("1,\u200b500 fled", "1,\u200b500 fled"),
        ("12\x08\x0899 fled", "12\u200b99 fled"),
        ("1<b>,5</b>00 fled", "1,500 fled"),
        ("a&nbsp;toll of 3&nbsp;000", "a toll of 3 000"),
        ("12<br>500 fled", "12\n500 fled"),
        ("R&amp;D cost 40", "R&D cost 40"),
        ("<q>40 <i>died</i></q>, she said,", "“40 died”, she said,"),
        ("<code>x</code> is 40", "x is 40"),
    ],
)
def test_no_number_runs_together_with_what_stands_beside_it(markup: str, text: str) -> None:
    read_text = read(f"<p>We now know that {markup} and nothing more than that was said on Sunday.</p>").text
    assert f"We now know that {text} and nothing" in " ".join(read_text.split(" "))


def test_struck_out_text_is_left_out_aloud() -> None:
    assert [notice.code for notice in read("<p>It is <s>60</s> 70 by now, they say.</p>").notices] == [
        "struck-out"
    ]


def test_lists_quotations_and_cells_are_paragraphs_that_know_their_element() -> None:
    found = read(
        "<h2>The count</h2><ul><li>12 bridges fell</li><li>3 roads closed</li></ul>"
        "<blockquote><p>We counted 300.</p></blockquote>"
        "<table><tr><th>Town</th><th>Dead</th></tr><tr><td>Marn</td><td>1,500</td></tr></table>"
    )
    assert found.text.endswith(
        "The count\n\n12 bridges fell\n\n3 roads closed\n\nWe counted 300.\n\nTown\n\nDead\n\nMarn\n\n1,500"
    )
    labels = {}
    for surface in ("Flood in", "Some 40", "The count", "12 bridges", "We counted", "1,500"):
        place = place_of(found.places, found.text.index(surface))
        assert place is not None
        labels[surface] = place.label
    assert labels == {
        "Flood in": "h1",
        "Some 40": "p",
        "The count": "h2",
        "12 bridges": "li",
        "We counted": "blockquote",
        "1,500": "table 1, row 2, column 2",
    }


def test_a_headline_outside_the_article_is_read() -> None:
    body = f"<header><h1>Some 40 families flee</h1></header><main><article><p>{PROSE}</p></article></main>"
    assert read_html(page(body), None).text == f"Some 40 families flee\n\n{PROSE}"


def test_a_headline_is_read_once_however_short_it_is() -> None:
    body = f"<header><h1>River</h1></header><main><article><p>{PROSE}</p></article></main>"
    assert read_html(page(body), None).text == f"River\n\n{PROSE}"
    assert read("").text.count("Flood in the valley") == 1


def test_a_page_that_a_browser_saved_knows_its_address() -> None:
    saved = page(f"<article><p>{PROSE}</p></article>").replace(
        b"<html>", b"<!-- saved from url=(0029)https://gazette.example/flood -->\n<html>"
    )
    assert read_html(saved, None).url == "https://gazette.example/flood"


def test_a_page_saved_as_one_file_is_read() -> None:
    text = page(f"<article><h1>Flood</h1><p>{PROSE} Ça coûte.</p></article>").decode().encode("cp1252")
    mail = (
        b"From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=B\r\n\r\n"
        b"--B\r\nContent-Type: text/css\r\n\r\nb{}\r\n"
        b"--B\r\nContent-Type: text/html; charset=windows-1252\r\n"
        b"Content-Location: https://gazette.example/flood\r\n\r\n" + text + b"\r\n--B--\r\n"
    )
    found = read_mhtml(mail, None)
    assert found.text == f"Flood\n\n{PROSE} Ça coûte."
    assert found.url == "https://gazette.example/flood"


@pytest.mark.parametrize("declared", ["<meta charset=windows-1252>", ""])
def test_the_encoding_is_what_the_page_or_its_sender_declares(declared: str) -> None:
    markup = f"<html><head>{declared}</head><body><p>{PROSE} It costs “40 €”.</p></body></html>"
    found = read_html(markup.encode("cp1252"), None if declared else "cp1252")
    assert found.text.endswith("It costs “40 €”.")
    assert found.notices == ()


@pytest.mark.parametrize("data", [b"<html></html>", b"<!doctype html>", page("<script>40</script>")])
def test_a_page_without_text_is_refused(data: bytes) -> None:
    with pytest.raises(Refused, match="empty"):
        read_html(data, None)


def test_reading_a_page_opens_no_connection(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("a page was fetched")

    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    monkeypatch.setattr(socket.socket, "connect", refuse)
    found = read("<img src='http://198.51.100.7/a.png'><iframe src='http://198.51.100.7/'></iframe>", HEAD)
    assert PROSE in found.text


@pytest.mark.parametrize(
    "bulk",
    [
        f"<img src='data:image/png;base64,{'A' * 12_000_000}'>",
        f"<!--{'x' * 12_000_000}-->",
        f"<span title='{'x' * 12_000_000}'></span>",
    ],
    ids=["picture", "remark", "attribute"],
)
def test_nothing_after_a_bulky_part_of_a_page_is_lost(bulk: str) -> None:
    end = "The last paragraph says that 77 of them are children, and that they came on foot."
    assert read(f"{bulk}<p>{end}</p>").text.endswith(end)
