from lxml import html

from factcheck.exchange.report.corrections import Corrected, corrections_html, corrections_markdown
from tests.exchange.report.pages import HOSTILE

ONE = Corrected(
    decision="d1",
    at="2026-11-24T12:00:00Z",
    by="Ana",
    claim="c1a2m3n4p5",
    phrase="60 *villagers*",
    outlet="The Marn Courier",
    said="60 " + HOSTILE,
    right="90\n# of them",
    where="https://courier.example/corrections",
)


def test_the_log_as_a_page_keeps_text_a_text() -> None:
    root = html.document_fromstring(corrections_html([ONE], "2026-11-25T00:00:00Z", "checkpoint ab12"))
    told = " ".join(root.text_content().split())
    assert "What was said: 60 </script><script>alert(1)" in told
    assert "Where readers are told: https://courier.example/corrections" in told
    assert not root.findall(".//script")
    assert [one.tag for one in root.iter("h1", "h2")] == ["h1", "h2"]


def test_an_empty_log_says_so() -> None:
    assert "No correction was recorded." in corrections_html([], "2026-11-25T00:00:00Z", "checkpoint ab12")


def test_the_log_as_markdown_has_only_our_own_signs() -> None:
    told = corrections_markdown([ONE], "2026-11-25T00:00:00Z", "checkpoint ab12")
    assert r"## 2026-11-24: 60 \*villagers\*" in told
    assert r"- What is right: 90 \# of them" in told
    assert "<script>" not in told
