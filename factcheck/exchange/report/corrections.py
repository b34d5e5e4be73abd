"""What did a desk have to correct, and where are its readers told?

The log of corrections, as a page and as Markdown; nothing is ever taken off it.

Pure: values in, text out. Callers: `cli`; `desk`, which gathers them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from factcheck.exchange.markdown import escaped
from factcheck.exchange.report.templates import template
from factcheck.review.states import day
from factcheck.show.safe import one_line


@dataclass(frozen=True, slots=True)
class Corrected:
    """A published correction: of which claim, what was said, what is right, where readers are told."""

    decision: str
    at: str
    by: str
    claim: str
    phrase: str
    outlet: str | None
    said: str
    right: str
    where: str


def corrections_html(corrections: Sequence[Corrected], made_at: str, checkpoint: str) -> str:
    """The corrections log as a page."""
    page = template("corrections.html.j2")
    return page.render(corrections=corrections, made_at=made_at, checkpoint=checkpoint)


def corrections_markdown(corrections: Sequence[Corrected], made_at: str, checkpoint: str) -> str:
    """The corrections log as Markdown; text from outside is escaped, so that it stays text."""
    lines = ["# Corrections", "", f"{day(made_at)}, the latest first.", ""]
    for one in corrections:
        lines += [
            f"## {day(one.at)}: {_escaped(one.phrase)}",
            "",
            f"- What was said: {_escaped(one.said)}",
            f"- What is right: {_escaped(one.right)}",
            f"- Where readers are told: {_escaped(one.where)}",
            f"- Claim {one.claim}, recorded by {_escaped(one.by)}",
            "",
        ]
    return "\n".join([*lines, f"State of the ledger: `{checkpoint}`", ""])


def _escaped(text: str) -> str:
    """Text on one line in which no sign is Markdown."""
    return escaped(one_line(text))
