"""Which JSON does a script get of what does not hold together? (docs/columns.md)

Pure: values in, dicts out. Caller: `cli`, for `findings --json`.
"""

from __future__ import annotations

from factcheck.agreement.consistency.echoes import EchoSuggestion
from factcheck.agreement.consistency.finding import Finding
from factcheck.exchange.extracts import Shape, span_shape
from factcheck.model import Document


def finding_shape(document: Document, finding: Finding) -> Shape:
    """One finding in its document; `spans` are of the document's canonical text, in its order."""
    return {
        "document": document.id,
        "path": document.path,
        "code": finding.code,
        "verdict": finding.verdict,
        "severity": finding.severity,
        "spans": [span_shape(span) for span in finding.spans],
        "surfaces": [span.of(document.text) for span in finding.spans],
        "sentence": finding.sentence,
        "settle": finding.settle,
        "claims": list(finding.claims),
        "citations": list(finding.citations),
    }


def echo_shape(document: Document, echo: EchoSuggestion) -> Shape:
    """One suggestion that a citation only repeats another; `parent` is a citation's id or a name."""
    return {
        "document": document.id,
        "citation": echo.citation,
        "parent": echo.parent,
        "sign": echo.sign,
        "reason": echo.reason,
    }
