"""A report with everything in it: verdicts, a question, a correction, an echo, hostile text."""

from dataclasses import replace

from lxml import html

from factcheck.exchange.report.page import Article, Report, report_html
from factcheck.model import Correction, Decision, Document, Dossier, Seen, State
from tests import factories as make
from tests.worked import worked

HOSTILE = "</script><script>alert(1)</script>\u202e\x1b[31m“q” 'r' & <b onmouseover=x>"
NASTY = replace(
    make.citation("Ministry " + HOSTILE, "230 " + HOSTILE, quantity=make.exactly(230)),
    url="javascript:alert(1)",
    note=HOSTILE,
)
MARKDOWN = """# Flood in the Marn valley

*The Marn Courier*, **17 May**

## What was counted

> They waved, he said.

- More than 1,200 villagers were led to safety, according to the Marn Relief Council.
- <b>Two</b> boats

| Place | Moved |
|---|---:|
| Lower town | 304 |
|  | 12 |

1. Stay.
2. Call `112`.
"""


def decision(move: str, by: str, **others: object) -> Decision:
    saw = Seen("contested", 0.5, "1", "e0") if move in ("decide", "sign", "publish", "correct") else None
    return Decision("c1a2m3n4p5", move, by, "2026-11-24T12:00:00Z", saw=saw, **others)  # type: ignore[arg-type]


def published() -> Dossier:
    """The worked case, published and corrected."""
    acts = (
        decision("decide", "Ana", verdict="mixed", because="two sides " + HOSTILE),
        decision("sign", "Bo"),
        decision("publish", "Bo"),
        decision("correct", "Ana", correction=Correction("60", "90", "https://courier.example/corrections")),
    )
    state = State(
        "corrected", "mixed", "Ana", "2026-11-24T12:00:00Z", signed_by="Bo", signed_at="2026-11-24T12:00:00Z"
    )
    told = worked()
    return replace(told, claim=replace(told.claim, id="w1a2m3n4p5"), state=state, decisions=acts)


def asked() -> Dossier:
    """A claim with a question to its author, in Markdown, and with a hostile citation."""
    document = make.document(MARKDOWN, id="marn0markdn", media_type="text/markdown", publisher=HOSTILE)
    state = State("blocked", question="Who counted? " + HOSTILE)
    return make.dossier(
        make.judged(NASTY, label="conflicts", factor="6.5"),
        make.judged(make.citation("Radio Tell"), status="echo", origin=NASTY.source),
        claim=make.claim(MARKDOWN),
        document=document,
        state=state,
    )


def untouched() -> Dossier:
    """A claim that nobody has looked into, its words redacted."""
    bare = make.agreement(
        band="no independent evidence", score=None, independent=0, compatible=0, reasons=("Nothing.",)
    )
    told = make.dossier(
        document=make.document("", id="marn0redact", title=None), agreement=bare, redacted=True
    )
    claim = replace(told.claim, id="r1a2m3n4p5", phrase="", surface="")
    return replace(told, claim=claim, citations=(), source=HOSTILE, state=State("open"))


def report(*dossiers: Dossier) -> Report:
    by_document: dict[str, Document] = {one.document.id: one.document for one in dossiers}
    articles = tuple(
        Article(document, tuple(one for one in dossiers if one.document.id == document.id))
        for document in by_document.values()
    )
    return Report("The flood " + HOSTILE, "2026-11-24T15:00:00Z", "1.2.3", "checkpoint ab12", articles)


def page(*dossiers: Dossier) -> str:
    return "".join(report_html(report(*(dossiers or (published(), asked(), untouched())))))


def parsed(*dossiers: Dossier) -> html.HtmlElement:
    return html.document_fromstring(page(*dossiers))
