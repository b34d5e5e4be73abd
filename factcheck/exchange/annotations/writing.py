"""How do checked claims become notes in the margin of the article? W3C Web Annotations, as JSON-LD.

Each claim is a note on its phrase, anchored twice, as the standard advises: by its words with
what surrounds them, and by its place in code points of the canonical text.

Pure. Callers: `desk`, for `export --format annotations`.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TextIO

from factcheck.exchange.notation import json_text
from factcheck.model import Dossier

Shape = dict[str, Any]

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
SURROUNDINGS = 32  # characters of prefix and suffix


def write_annotations(dossiers: Iterable[Dossier], out: TextIO) -> int:
    """Write the claims as one AnnotationPage, a note a line; how many there were.

    Redacted claims are left out: there is no word that a note could be about.
    """
    count = 0
    head = {"@context": CONTEXT, "id": "urn:factcheck:annotations", "type": "AnnotationPage", "startIndex": 0}
    out.write(json_text(head)[:-1] + ', "items": [')
    for dossier in dossiers:
        if not dossier.redacted:
            out.write((",\n" if count else "\n") + json_text(annotation_shape(dossier)))
            count += 1
    out.write("\n]}\n" if count else "]}\n")
    return count


def annotation_shape(dossier: Dossier) -> Shape:
    """The note on one claim: who says so, what the evidence makes of it, and the verdict, if there is one."""
    claim, document = dossier.claim, dossier.document
    span, text = claim.phrase_span, document.text
    quote = {
        "type": "TextQuoteSelector",
        "exact": claim.phrase,
        "prefix": text[max(0, span.start - SURROUNDINGS) : span.start],
        "suffix": text[span.end : span.end + SURROUNDINGS],
    }
    position = {"type": "TextPositionSelector", "start": span.start, "end": span.end}
    return {
        "@context": CONTEXT,
        "id": f"urn:factcheck:claim:{claim.id}",
        "type": "Annotation",
        "motivation": "assessing",
        "body": [
            {
                "type": "TextualBody",
                "purpose": "assessing",
                "format": "text/plain",
                "value": _comment(dossier),
            },
            {"type": "TextualBody", "purpose": "tagging", "value": dossier.agreement.band},
        ],
        "target": {
            "source": document.url or f"urn:factcheck:document:{document.id}",
            "selector": [quote, position],
        },
    }


def _comment(dossier: Dossier) -> str:
    said, state = dossier.claim.attribution, dossier.state
    source = dossier.source or said.canonical or said.source
    parts = [f"According to {source}." if source else "In the article's own voice."]
    parts += dossier.agreement.reasons[-1:] if dossier.citations else ["Nothing has been cited yet."]
    if state is not None and state.verdict:
        parts.append(f"Verdict: {state.verdict}.")
    return " ".join(parts)
