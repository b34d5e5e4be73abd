"""The report stands alone, is well built, and lets no text from outside be more than text."""

import re
from collections import Counter
from itertools import pairwise

import pytest
from lxml import html

from factcheck.exchange.report.page import LETTERS, MEANINGS
from factcheck.model import Setting
from tests import factories as make
from tests.exchange.report.pages import HOSTILE, MARKDOWN, asked, page, parsed, published, untouched

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
FETCHING = ("src", "srcset", "data", "poster", "background", "action", "formaction", "ping", "manifest")


@pytest.fixture(scope="module")
def root() -> html.HtmlElement:
    return parsed()


def said(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def card(root: html.HtmlElement, claim: str) -> html.HtmlElement:
    return root.get_element_by_id(f"c-{claim}")


def test_nothing_in_it_runs_or_is_fetched(root: html.HtmlElement) -> None:
    tags = {one.tag for one in root.iter() if isinstance(one.tag, str)}
    assert not tags & {"script", "link", "img", "iframe", "object", "embed", "base", "form", "foreignobject"}
    for element in root.iter():
        for name, value in element.attrib.items():
            assert not name.startswith("on"), (element.tag, name)
            assert name not in FETCHING, (element.tag, name)
            if name == "href":
                assert value.startswith(("#", "https://", "http://")), value
    sheet = root.findtext(".//style") or ""
    assert "url(" not in sheet
    assert "@import" not in sheet


def test_a_browser_is_told_to_run_and_fetch_nothing(root: html.HtmlElement) -> None:
    policy = root.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    assert policy.startswith("default-src 'none'; style-src 'unsafe-inline'")
    assert "script" not in policy


def test_its_headings_go_down_one_step_at_a_time_from_one_title(root: html.HtmlElement) -> None:
    levels = [int(one.tag[1]) for one in root.iter(*HEADINGS)]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels)), levels


def test_it_has_landmarks_and_a_language(root: html.HtmlElement) -> None:
    assert root.get("lang") == "en"
    for tag in ("header", "nav", "main", "footer"):
        assert len(root.findall(f".//{tag}")) == 1, tag
    named = [one.get("aria-labelledby") for one in root.iter("section", "article")]
    assert None not in named
    assert len(named) == len(set(named))


def test_every_id_is_there_once_and_every_reference_leads_to_one(root: html.HtmlElement) -> None:
    ids = Counter(root.xpath("//@id"))
    assert not [name for name, many in ids.items() if many > 1]
    referred = [value[1:] for value in root.xpath("//@href") if value.startswith("#")]
    referred += [name for value in root.xpath("//@aria-labelledby") for name in value.split()]
    assert not set(referred) - set(ids)


def test_every_picture_has_a_role_a_title_and_a_description_or_is_hidden(root: html.HtmlElement) -> None:
    pictures = [one for one in root.iter("svg") if one.get("aria-hidden") != "true"]
    assert len(pictures) == 2
    for picture in pictures:
        title, description = picture.find("title"), picture.find("desc")
        assert picture.get("role") == "img"
        assert picture.get("aria-labelledby") == f"{title.get('id')} {description.get('id')}"
        assert said(title)
        assert said(description)


def test_every_link_has_text_and_every_table_scoped_headers(root: html.HtmlElement) -> None:
    assert all(said(one) for one in root.iter("a"))
    for table in root.iter("table"):
        assert table.findall(".//th")
        assert all(one.get("scope") in ("col", "row") for one in table.iter("th"))


def test_text_from_outside_stays_text(root: html.HtmlElement) -> None:
    assert "alert(1)" in said(root)
    assert "⟨U+202E⟩" in said(root)
    assert "␛[31m" in said(root)
    assert "\u202e" not in page()
    assert not root.xpath("//a[contains(@href, 'javascript')]")
    assert "javascript:alert(1)" in said(card(root, "c1a2m3n4p5"))


def test_it_opens_with_how_many_claims_stand_where(root: html.HtmlElement) -> None:
    header = said(root.find(".//header"))
    assert (
        "3 claims from 3 documents. Independent evidence bears on 2 of them; "
        "1 has a verdict; 1 question is open." in header
    )
    assert "C" not in [said(one) for one in root.xpath("//ul[@class='legend']//span[@class='pill']")]
    for band in ("contested", "not ruled out", "no independent evidence"):
        assert f"{LETTERS[band]} 1 {band} {MEANINGS[band]}" in header  # type: ignore[index]


def test_verdicts_and_open_questions_come_before_the_article(root: html.HtmlElement) -> None:
    sections = [one.get("id") for one in root.iter("section")]
    assert sections == ["verdicts", "questions", "articles", "claims", "table"]
    assert "mixed" in said(root.get_element_by_id("verdicts"))
    assert "Who counted?" in said(root.get_element_by_id("questions"))


def test_without_a_verdict_or_a_question_there_is_no_section_for_them() -> None:
    sections = [one.get("id") for one in parsed(untouched()).iter("section")]
    assert sections == ["articles", "claims", "table"]


def test_a_claim_is_marked_where_it_is_printed_with_number_and_letter(root: html.HtmlElement) -> None:
    mark = root.get_element_by_id("m-w1a2m3n4p5")
    assert mark.tag == "mark"
    assert mark.get("class") == "M"
    assert said(mark) == "more than 1,500 villagers1M"
    assert mark.find("a").get("href") == "#c-w1a2m3n4p5"


def test_a_card_tells_source_evidence_reasons_and_history(root: html.HtmlElement) -> None:
    told = said(card(root, "w1a2m3n4p5"))
    for part in (
        "1M Contested score 0.50, between 0.19 and 0.81",
        "Whose word: Marn Relief Council",
        "mixed decided by Ana on 2026-11-24, signed off by Bo on 2026-11-24.",
        "Six other origins give floors that neither confirm the claim nor rule it out.",
        "5 citations repeat it and count for nothing",
        "rui reads it otherwise (compatible): households, not people",
        "It said: 60 Right is: 90 Readers are told: courier.example",
    ):
        assert part in told, part


def test_echoes_are_folded_under_their_origin(root: html.HtmlElement) -> None:
    folded = root.xpath("//article[@id='c-w1a2m3n4p5']//details")
    assert folded
    assert all(one.find("summary") is not None and one.get("open") is None for one in folded)
    assert "The Daily Marn" in said(folded[0])


def test_a_claim_without_evidence_takes_little_room(root: html.HtmlElement) -> None:
    bare = card(root, "r1a2m3n4p5")
    assert "Nothing has been cited yet." in said(bare)
    assert bare.find(".//svg") is None
    assert "(redacted)" in said(bare)
    assert "The words of this document are not kept." in said(root)


def test_constants_that_were_set_otherwise_are_said() -> None:
    setting = Setting("prior_weight", make.exactly(3).low, "we are strict", "Ana", "2026-11-24T12:00:00Z")  # type: ignore[arg-type]
    told = said(parsed(make.dossier(settings=(setting,))))
    assert "Judged with prior_weight 3" in told
    assert "we are strict" in told


def test_the_state_of_the_ledger_stands_at_the_end(root: html.HtmlElement) -> None:
    assert said(root.find(".//footer")).endswith("State of the ledger: checkpoint ab12")


def test_markdown_is_read_for_its_structure_alone(root: html.HtmlElement) -> None:
    article = root.xpath("//div[@class='article']")[1]
    assert [said(one) for one in article.iter("h3", "h4")] == ["Flood in the Marn valley", "What was counted"]
    assert [said(one) for one in article.iter("em", "strong", "code")] == [
        "The Marn Courier",
        "17 May",
        "112",
    ]
    assert [len(article.findall(f".//{tag}")) for tag in ("blockquote", "ul", "ol", "table")] == [1, 1, 1, 1]
    assert "<b>Two</b> boats" in said(article)
    assert article.find(".//b") is None
    assert re.sub(r"[#*>`|]", "", MARKDOWN).split()[0] in said(article)


def test_the_same_report_is_the_same_bytes() -> None:
    assert page(published(), asked()) == page(published(), asked())


def test_hostile_titles_do_not_leave_the_title() -> None:
    title = parsed(asked()).findtext(".//title")
    assert title is not None
    assert title.startswith("The flood </script>")
    assert HOSTILE not in title
