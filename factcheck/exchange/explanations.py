"""Which JSON does `explain --json` print? (docs/columns.md says it in prose.)

Pure: an explanation in, dicts out. Callers: `cli`.
"""

from __future__ import annotations

from factcheck.exchange.extracts import Shape, claim_shape, notice_shape, span_shape
from factcheck.exchange.notation import SCHEMA_VERSION
from factcheck.language.explanations import Explanation
from factcheck.language.tracing.readings import Fact, Reading, Row, Tried, in_words
from factcheck.model import Claim


def explanation_shape(explanation: Explanation, recorded: Claim | None = None) -> Shape:
    """One explanation: the place, what stands there, and how each part of it was read."""
    document, text = explanation.document, explanation.document.text
    return {
        "schema_version": SCHEMA_VERSION,
        "path": document.path,
        "sha256": document.sha256,
        "span": span_shape(explanation.span),
        "surface": explanation.span.of(text),
        "claim": None if explanation.claim is None else claim_shape(explanation.claim),
        "notice": None if explanation.notice is None else notice_shape(explanation.notice),
        "numbers": [reading_shape(reading, text) for reading in explanation.numbers],
        "source": None if explanation.source is None else reading_shape(explanation.source, text),
        "recorded": None if recorded is None else claim_shape(recorded),
    }


def reading_shape(reading: Reading, text: str) -> Shape:
    """One reading: what it rests on, what was tried in vain, and every question in the order asked."""
    return {
        "span": span_shape(reading.span),
        "facts": [fact_shape(fact) for fact in reading.facts],
        "tried": [tried_shape(tried) for tried in reading.tried],
        "trace": [
            {
                "rule": asked.rule,
                "question": asked.question,
                "depth": asked.depth,
                "answer": in_words(asked.answer, text),
            }
            for asked in reading.trace
        ],
    }


def fact_shape(fact: Fact) -> Shape:
    """One thing that a reading rests on."""
    return {
        "what": fact.what,
        "words": fact.words,
        "says": fact.says,
        "rule": fact.rule,
        "question": fact.question,
        "row": _row_shape(fact.row),
    }


def tried_shape(tried: Tried) -> Shape:
    """One thing that was asked in vain."""
    return {
        "words": tried.words,
        "outcome": tried.outcome,
        "rule": tried.rule,
        "question": tried.question,
        "answer": tried.answer,
        "row": _row_shape(tried.row),
    }


def _row_shape(row: Row | None) -> Shape | None:
    return None if row is None else {"table": row.table, "entry": row.entry, "example": row.example}
