"""How is a claim shown inside the sentence that states it, and who is said to vouch for it?

The claim stands in `[brackets]`, its source in `{braces}`: the signs carry the meaning, so
that a pipe, a monochrome terminal and a reader who sees no colours lose nothing. Places are
`line:column` of the canonical text, as editors count.

Pure. Callers: `extracts.py`, `dossiers.py`, `findings.py`.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.model import Attribution, Claim, Span
from factcheck.show.lines import Line, Role, Segment
from factcheck.show.safe import BLANKS, one_line, safe_text

OWN_VOICE = "the article's own voice"
MARKS: dict[Role, tuple[str, str]] = {"number": ("[", "]"), "source": ("{", "}")}
POLARITIES = {"asserted": "", "denied": "denied by ", "intended": "a plan or wish of "}


def place(text: str, offset: int) -> str:
    """`line:column` of the offset, both from 1."""
    return f"{text.count(chr(10), 0, offset) + 1}:{offset - text.rfind(chr(10), 0, offset)}"


def credited(attribution: Attribution) -> str:
    """Who vouches, as the text words it: "reports from the MRC (named)", "the article's own voice"."""
    if attribution.type == "none":
        return OWN_VOICE
    source = one_line(attribution.source or "")
    meant = one_line(attribution.canonical or "")
    name = f"“{source}”: {meant}" if attribution.type == "pronoun" and meant and meant != source else source
    kind: str = attribution.type
    if attribution.via:
        kind += " via " + ", ".join(one_line(credit.source) for credit in attribution.via)
    return f"{POLARITIES[attribution.polarity]}{name} ({kind})"


def marked_sentence(claim: Claim, text: str) -> Line:
    """The sentence on one line, with the claim and its source marked."""
    sentence = claim.sentence_span
    spans: list[tuple[Span, Role]] = [(claim.phrase_span, "number")]
    source = claim.attribution.source_span
    if source is not None and sentence.covers(source) and not source.meets(claim.phrase_span):
        spans.append((source, "source"))
    return tuple(pieces(text, sentence, sorted(spans)))


def elsewhere(claim: Claim, text: str) -> str | None:
    """Where the source is named, if that is not in the claim's sentence."""
    source = claim.attribution.source_span
    if source is None or claim.sentence_span.covers(source):
        return None
    return f"the source is named at {place(text, source.start)}"


def pieces(text: str, sentence: Span, spans: list[tuple[Span, Role]]) -> Iterator[Segment]:
    """The sentence in segments, each of the spans in the signs of its role."""
    end = sentence.start
    for span, role in spans:
        before, after = MARKS[role]
        yield _flowing(text[end : span.start])
        yield Segment(before, role)
        yield _flowing(span.of(text), role)
        yield Segment(after, role)
        end = span.end
    yield _flowing(text[end : sentence.end])


def _flowing(text: str, role: Role = "plain") -> Segment:
    """A stretch of the sentence: line ends are blanks, the blanks at its ends are kept."""
    return Segment(safe_text(BLANKS.sub(" ", text)), role)
