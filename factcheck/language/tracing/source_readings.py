"""Which cue gave this number its source, and which were tried in vain?

Attributes one number once more, watched, and picks out of the trace what the attribution
rests on: the cue with the row of its table, the construction that matched, the source, how
far it reaches, the link by which it was inherited, whom a pronoun stands for; and what was
tried: words that credit nobody where they stand, cues without a source, sources that do
not reach the number, and the ways that led to nobody.

Pure. Callers: explanations.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from factcheck.language.attributions import attribute
from factcheck.language.sources.cue_words import CueWord
from factcheck.language.sources.cues import Cue
from factcheck.language.sources.testimony import Testimony
from factcheck.language.statements import Statement
from factcheck.language.tracing.readings import (
    Fact,
    Reading,
    Row,
    Tried,
    answers,
    below,
    in_words,
    is_no,
    maker,
    shown_trace,
)
from factcheck.language.tracing.watch import Asked, watched
from factcheck.model import Attribution, Span

WAYS = "attributions"  # the module that knows the ways to a source, in the order in which they are tried


def source_reading(text: str, number: Span) -> tuple[Attribution, Reading]:
    """Who vouches for a number, and how that was found out."""
    (attribution,), trace = watched(lambda: attribute(text, [number]))
    told = next((at for at, asked in enumerate(trace) if "chain" in asked.given and asked.answer), None)
    if told is None:
        facts = tuple(_labelled(attribution, text, trace))
    else:
        facts = tuple(_told(attribution, number, trace, told))
    tried = tuple(_tried(text, number, attribution, trace))
    return attribution, Reading(number, facts, tried, shown_trace(trace))


# -- what an attribution rests on ------------------------------------------------------------------------


def _told(attribution: Attribution, number: Span, trace: Sequence[Asked], at: int) -> Iterator[Fact]:
    """The facts of a source that a statement names."""
    statement, chain = trace[at].given["statement"], trace[at].given["chain"]
    testimony = chain[-1]
    yield _way(trace, at)
    yield _cue(statement, testimony, trace)
    if made := maker(trace, testimony):
        yield Fact("construction", "", "", made.rule, made.question)
    yield from _source(attribution, trace)
    yield from _reach(statement, testimony, number)
    yield from _chain(attribution)


def _way(trace: Sequence[Asked], at: int) -> Fact:
    """By which way the source was found: in the number's own statement, or elsewhere by a link."""
    way = at
    for place in range(at, -1, -1):
        asked = trace[place]
        if asked.depth < trace[way].depth and isinstance(asked.answer, Attribution):
            if asked.module != WAYS or not asked.question or _attributes(asked):
                break
            way = place
    if way == at:
        return Fact("found", "", "in the number's own statement")
    return Fact("found", "", "elsewhere", trace[way].rule, trace[way].question)


def _attributes(asked: Asked) -> bool:
    """Whether this is the question that all ways answer: who vouches for the number."""
    return "number" in asked.given


def _cue(statement: Statement, testimony: Testimony, trace: Sequence[Asked]) -> Fact:
    """The cue of a testimony, with the row that it comes from."""
    span = statement.span_of(*testimony.cue)
    cue = next((cue for cue in answers(trace, Cue) if cue.first == testimony.cue[0]), None)
    for asked in trace:
        entry = asked.given.get("entry")
        here = asked.given.get("index") == testimony.cue[0] and asked.given.get("words") is statement.words
        if isinstance(entry, CueWord) and here and cue is not None and asked.answer == cue.role:
            says = cue.role if cue.role == cue.kind else f"{cue.role}, of the kind {cue.kind}"
            return Fact("cue", span.of(statement.text), says, row=_row(entry))
    return Fact("cue", span.of(statement.text), "")


def _row(entry: CueWord) -> Row:
    return Row(f"{entry.table}.tsv", " ".join(entry.words), entry.example)


def _source(attribution: Attribution, trace: Sequence[Asked]) -> Iterator[Fact]:
    """The source as printed, and the name that it is filed under."""
    yield Fact("source", attribution.source or "", attribution.type)
    name = attribution.canonical
    if name is None or name == attribution.source:
        return
    stands_for = attribution.type == "pronoun"
    named = (asked for asked in trace if asked.module == "anaphora" and asked.answer == name)
    made = (next(named, None) if stands_for else None) or maker(trace, name)
    what = "stands for" if stands_for else "filed under"
    yield Fact(what, "", name, made.rule if made else "", made.question if made else "")


def _reach(statement: Statement, testimony: Testimony, number: Span) -> Iterator[Fact]:
    """The words that the source vouches for; where the number is not among them, a link brought it in."""
    reach = dict.fromkeys(testimony.reach)
    spans = [statement.span_of(first, after) for first, after in reach if first < after]
    around = [span for span in spans if span.meets(number)]
    for span in around or spans:
        yield Fact(
            "vouches for", span.of(statement.text), "" if around else "and, by the link, for the number"
        )


def _chain(attribution: Attribution) -> Iterator[Fact]:
    for credit in attribution.via:
        yield Fact("passed on by", credit.source, f"“{credit.cue}”" if credit.cue else "")


def _labelled(attribution: Attribution, text: str, trace: Sequence[Asked]) -> Iterator[Fact]:
    """The facts of a source that no statement names: a speaker's label, or the text's own voice."""
    if attribution.type == "none":
        yield Fact("found", "", "nobody is credited: the text's own voice")
        return
    way = next((asked for asked in reversed(trace) if asked.answer is attribution and asked.question), None)
    yield Fact("found", "", "by a label", way.rule if way else "", way.question if way else "")
    if attribution.cue_span:
        yield Fact("cue", attribution.cue_span.of(text), "label")
    yield from _source(attribution, trace)


# -- what was tried --------------------------------------------------------------------------------------


def _tried(text: str, number: Span, attribution: Attribution, trace: Sequence[Asked]) -> Iterator[Tried]:
    seen: set[tuple[str, str]] = set()
    for tried in (*_cues_tried(text, trace), *_out_of_reach(number, attribution, trace), *_ways_tried(trace)):
        if (tried.words, tried.rule) not in seen:
            seen.add((tried.words, tried.rule))
            yield tried


def _cues_tried(text: str, trace: Sequence[Asked]) -> Iterator[Tried]:
    """Words of the cue tables that credit nobody where they stand, and cues that found no source."""
    for at, asked in enumerate(trace):
        if asked.answer is not None or any(_is_about_cue(caller) for caller in _callers(trace, at)):
            continue
        words, cue, entry = (asked.given.get(name) for name in ("words", "cue", "entry"))
        if isinstance(entry, CueWord) and entry.kind != "poll":  # "in", "of": a poll's only before a poll
            span = _span(words, asked.given["index"], asked.given["after"])
            yield _declined(text, span, _row(entry), _decisive(trace, at), "credits nobody here")
        elif isinstance(cue, Cue):
            yield _declined(
                text, _span(words, cue.first, cue.after), None, _decisive(trace, at), "finds no source"
            )


def _is_about_cue(asked: Asked) -> bool:
    return isinstance(asked.given.get("cue"), Cue) or isinstance(asked.given.get("entry"), CueWord)


def _callers(trace: Sequence[Asked], at: int) -> Iterator[Asked]:
    """The calls inside which a call stands, the innermost first."""
    depth = trace[at].depth
    for place in range(at - 1, -1, -1):
        if trace[place].depth < depth:
            depth = trace[place].depth
            yield trace[place]


def _span(words: Any, first: int, after: int) -> Span:
    return Span(words[first].start, words[after - 1].end)


def _declined(text: str, span: Span, row: Row | None, asked: Asked, why: str) -> Tried:
    return Tried(span.of(text), why, asked.rule, asked.question, in_words(asked.answer, text), row)


def _decisive(trace: Sequence[Asked], at: int) -> Asked:
    """The question that a refusal rests on: the last one asked; of a construction, only if it said no."""
    module = trace[at].module
    asked = [other for other in below(trace, at) if other.question and other.module == module]
    if not asked:
        return trace[at]
    is_construction = "cue" in trace[at].given
    return asked[0] if is_construction and asked[-1].answer is not False else asked[-1]


def _out_of_reach(number: Span, attribution: Attribution, trace: Sequence[Asked]) -> Iterator[Tried]:
    """Sources of the number's statement that vouch for other words of it."""
    statement = next((a.given["self"] for a in trace if isinstance(a.given.get("self"), Statement)), None)
    if statement is None or not statement.span.meets(number):
        return
    for testimony in statement.testimonies:
        source = statement.span_of(*testimony.source)
        used = {attribution.source_span, *(credit.source_span for credit in attribution.via)}
        if source not in used and not testimony.covers(statement.index_at(number.start)):
            words = f"{source.of(statement.text)} … {statement.span_of(*testimony.cue).of(statement.text)}"
            asked = next(a for a in trace if a.given.get("self") is testimony and a.name == "covers")
            yield Tried(words, "vouches for other words", asked.rule, asked.question, "no")


def _ways_tried(trace: Sequence[Asked]) -> Iterator[Tried]:
    """The ways to a source that were tried and led to nobody."""
    for at, asked in enumerate(trace):
        way = asked.module == WAYS and asked.question and "at" in asked.given and is_no(asked.answer)
        if way and not any(is_no(other.answer) and "at" in other.given for other in _callers(trace, at)):
            yield Tried("", "", asked.rule, asked.question, "no")
