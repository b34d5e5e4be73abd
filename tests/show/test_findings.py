"""What does not hold together is told with where, why and how to settle it; on a claim's page in brief."""

from factcheck.agreement.consistency.echoes import EchoSuggestion
from factcheck.agreement.consistency.finding import Finding
from factcheck.agreement.consistency.findings import findings
from factcheck.language.claims import extract
from factcheck.show.findings import brief_lines, findings_lines
from factcheck.show.lines import plain_text
from tests import factories as make

TEXT = (
    "More than 1,700 weavers were laid off, according to the Guild of Marn.\n\n"
    "Nobody has seen the like. This autumn 1,700 weavers were laid off in the valley.\n"
)
ECHO = EchoSuggestion("c1", "c0", "credit", "The Daily Marn may repeat Valley Wire: it says so.")


def found() -> tuple[Finding, ...]:
    return findings(extract(make.document(TEXT)))


def test_a_finding_is_listed_with_its_sentences_and_what_settles_it() -> None:
    page = "\n".join(map(plain_text, findings_lines(make.document(TEXT), found(), [ECHO], 80)))
    assert "  drift-hedge (warning)\n    Asserts more than before: first “More than 1,700 weavers”" in page
    assert "This autumn [1,700] weavers were laid off" in page
    assert "settle: Write “over 1,700” in a later mention too" in page
    assert "echo, suggested (credit)" in page
    assert "settle: factcheck echo accept c1, or factcheck echo reject c1" in page


def test_the_page_of_a_claim_has_a_sentence_for_each() -> None:
    lines = list(map(plain_text, brief_lines(found(), 200, [ECHO])))
    assert lines[:2] == ["", "What does not hold together"]
    assert [line.strip().partition(":")[0] for line in lines[2:]] == [
        "drift-hedge (warning)",
        "drift-source (warning)",
        "echo, suggested (credit)",
    ]


def test_where_nothing_was_found_nothing_is_said() -> None:
    assert list(brief_lines((), 80)) == []
