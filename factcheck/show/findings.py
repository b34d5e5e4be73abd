"""What does not hold together? A list for an editor: what, where, both sentences, how to settle it.

Pure: findings in, lines out. Caller: `cli`, for `findings` and `show`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.agreement.consistency.echoes import EchoSuggestion
from factcheck.agreement.consistency.finding import Finding
from factcheck.language.claims import sentence_spans
from factcheck.model import Document, Span
from factcheck.show.lines import BLANK, Line, Role, Segment, line, shown, wrapped
from factcheck.show.passages import pieces, place

SEVERITIES: dict[str, Role] = {"error": "conflicts", "warning": "warning", "note": "muted"}
INDENT = "    "


def findings_lines(
    document: Document, findings: Sequence[Finding], echoes: Sequence[EchoSuggestion], width: int
) -> Iterator[Line]:
    """The findings of one document and the suggestions on its evidence, the text's own first."""
    yield line(shown(document.path or document.title or document.id, "heading"))
    for finding in findings:
        yield BLANK
        yield line("  ", Segment(_head(finding), SEVERITIES[finding.severity]))
        yield from wrapped(line(shown(finding.sentence)), width, indent=INDENT)
        for span in finding.spans:
            yield from _quoted(document.text, span, width)
        yield from wrapped(line(Segment("settle: ", "muted"), shown(finding.settle)), width, indent=INDENT)
    for echo in echoes:
        yield BLANK
        yield line("  ", Segment(_echo_head(echo), "muted"))
        yield from wrapped(line(shown(echo.reason)), width, indent=INDENT)
        settle = f"factcheck echo accept {echo.citation}, or factcheck echo reject {echo.citation}"
        yield from wrapped(line(Segment("settle: ", "muted"), shown(settle)), width, indent=INDENT)
    yield BLANK


def brief_lines(
    findings: Sequence[Finding], width: int, echoes: Sequence[EchoSuggestion] = ()
) -> Iterator[Line]:
    """What was found on one claim, a sentence each, for the end of its page; nothing where nothing was."""
    if not findings and not echoes:
        return
    yield BLANK
    yield line(Segment("What does not hold together", "heading"))
    told = [(Segment(f"{_head(one)}: ", SEVERITIES[one.severity]), one.sentence) for one in findings]
    told += [(Segment(f"{_echo_head(one)}: ", "muted"), one.reason) for one in echoes]
    for head, sentence in told:
        yield from wrapped(line(head, shown(sentence)), width, indent="  ", hanging=INDENT)


def _echo_head(echo: EchoSuggestion) -> str:
    return f"echo, suggested ({echo.sign})"


def _head(finding: Finding) -> str:
    verdict = f" {finding.verdict}" if finding.verdict else ""
    return f"{finding.code}{verdict} ({finding.severity})"


def _quoted(text: str, span: Span, width: int) -> Iterator[Line]:
    """The sentence of a mention, the number marked, after the place where it stands."""
    at = f"{place(text, span.start)}  "
    (sentence,) = sentence_spans(text, [span])
    parts = line(Segment(at, "muted"), *pieces(text, sentence, [(span, "number")]))
    yield from wrapped(parts, width, indent=INDENT, hanging=INDENT + "  ")
