"""Where does our reading differ from the labels? For whoever writes the next rule."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from bench.reading.readers import Claims
from bench.reading.sets import LabelledSet, Predict, Row, given, scorer, text_of

REACH = 40
REACH_OF_SOURCES = 160


def misses(labelled: LabelledSet, rows: list[Row], predict: Predict) -> Iterator[str]:
    """For every row read otherwise: the text, what was expected, what came."""
    compare = COMPARISONS.get(labelled.scorer, _quantity)
    for row in rows:
        text = text_of(row)
        claims = given(row) if labelled.scorer == "sources given" else predict(text)
        yield from compare(labelled, row, text, claims)


def _news(labelled: LabelledSet, row: Row, text: str, claims: Claims) -> Iterator[str]:
    pairs, used = scorer(labelled, "extraction").match_mentions(
        row["claims"], [_place(claim) for claim in claims]
    )
    for at, gold in enumerate(row["claims"]):
        wanted = (
            f"{_window(text, gold['start'], gold['end'])} {gold['low']}..{gold['high']} {gold['modifier']}"
        )
        if at not in pairs:
            yield f"MISSED {row['id']} {wanted} {gold['kind']}"
        elif not _agrees(gold, claims[pairs[at]]["quantity"]):
            yield f"OTHERWISE {row['id']} {wanted} {gold['kind']} | {_brief(claims[pairs[at]], text)}"
    for at, claim in enumerate(claims):
        if at not in used:
            yield f"EXTRA {row['id']} {_window(text, *claim['span'])} | {_brief(claim, text)}"


def _agrees(gold: dict[str, Any], quantity: dict[str, Any]) -> bool:
    kind = {"measure": "other"}.get(quantity["kind"], quantity["kind"])
    bounds = all(_close(quantity[name], gold[name]) for name in ("low", "high"))
    return bounds and (quantity["hedge"], kind) == (gold["modifier"], gold["kind"])


def _phrases(labelled: LabelledSet, row: Row, text: str, claims: Claims) -> Iterator[str]:
    match = scorer(labelled, "match")
    for gold in row["expected"]:
        hits = [hit for claim in claims if (hit := match.phrase_hit(gold, claim, text))]
        best = max(hits, key=lambda hit: sum(hit.values()), default={})
        if not best or not all(best.values()):
            wanted = f"{gold['surface']!r} {gold['low']}..{gold['high']} {gold['hedge']}"
            yield f"{row['id']} {text!r} wanted {wanted}"
            yield f"     {best} " + " ; ".join(_brief(claim, text) for claim in claims)
    for start, end in row.get("nonclaims", []):
        for claim in claims:
            if claim["span"][0] < end and start < claim["span"][1]:
                yield f"{row['id']} {text!r} TAKEN {_brief(claim, text)}"


def _attributions(labelled: LabelledSet, row: Row, text: str, claims: Claims) -> Iterator[str]:
    match = scorer(labelled, "match")
    for gold in row["claims"]:
        here = (
            c["attribution"] for c in claims if c["span"][0] < gold["end"] and gold["start"] < c["span"][1]
        )
        hit = next((match.attribution_hit(gold, attribution, text) for attribution in here), {})
        if not hit or False in hit.values():
            wanted = f"{gold['surface']!r} {gold['type']} {gold['canonical']!r}"
            yield f"{row['id']} {text!r} wanted {wanted}\n     {hit}"


def _sources(labelled: LabelledSet, row: Row, text: str, claims: Claims) -> Iterator[str]:
    """Numbers that are credited to somebody where nobody is labelled, or the other way round."""
    match = scorer(labelled, "extraction").match_mentions
    pairs, _ = match(row["numeric"], [_place(claim) for claim in claims])
    cues = {relation["id"]: relation for relation in row["attributions"]}
    for at, gold in enumerate(row["numeric"]):
        attribution = claims[pairs[at]]["attribution"] if at in pairs else {"type": "none"}
        window = _window(text, gold["start"], gold["end"], REACH_OF_SOURCES)
        if gold["attributed"] and attribution["type"] == "none":
            unread = "" if at in pairs else "UNREAD "
            label = cues[gold["attribution"]]
            said = [" ".join(text[s:e] for s, e in label[part]) for part in ("source", "cue")]
            yield f"{unread}MISSED {row['doc_id']} {gold['cue_class']} {said} {window}"
        elif not gold["attributed"] and attribution["type"] != "none":
            told = [text[slice(*attribution[part])] for part in ("source_span", "cue_span")]
            yield f"EXTRA {row['doc_id']} {told} {window}"


def _quantity(labelled: LabelledSet, row: Row, text: str, claims: Claims) -> Iterator[str]:
    """What the scorer finds no equal for among our claims, units that it does not know, and the rest."""
    alike, as_scored = scorer(labelled, "extraction").same_iv, scorer(labelled, "grade").as_quantity
    left, wrong = list(claims), []
    for gold in row["expected"]:
        hit = next((claim for claim in left if alike(gold, as_scored(claim))), None)
        if hit is None:
            bounds = gold.get("value", f"{gold.get('low')}..{gold.get('high')}")
            wrong.append(f"wanted {gold.get('text')!r} {bounds} {gold.get('bound')} {gold.get('unit')}")
        else:
            left.remove(hit)
            wrong += _unit(labelled, gold, hit)
    wrong += [f"extra {_brief(claim, text)}" for claim in left]
    if wrong:
        yield "\n     ".join([text, *wrong])


def _unit(labelled: LabelledSet, gold: dict[str, Any], claim: dict[str, Any]) -> list[str]:
    plain = scorer(labelled, "extraction").unorm
    ours = claim["quantity"]["unit"] or claim["quantity"]["counted"]
    theirs = [gold[key] for key in ("unit", "unit_norm") if gold.get(key) is not None]
    if not theirs or plain(ours) in map(plain, theirs):
        return []
    return [f"unit {theirs} not {ours!r}"]


def _close(one: object, other: object) -> bool:
    if one is None or other is None:
        return one is other
    a, b = float(str(one)), float(str(other))
    return abs(a - b) <= 1e-3 * max(abs(a), abs(b), 1e-6)


def _place(claim: dict[str, Any]) -> dict[str, int]:
    return {"start": claim["span"][0], "end": claim["span"][1]}


def _window(text: str, start: int, end: int, reach: int = REACH) -> str:
    before, after = text[max(0, start - reach) : start], text[end : end + reach]
    return repr(f"{before}[[{text[start:end]}]]{after}")


def _brief(claim: dict[str, Any], text: str) -> str:
    quantity = claim["quantity"]
    surface = text[slice(*claim["span"])]
    what = " ".join(str(quantity[name]) for name in ("hedge", "kind", "unit", "counted"))
    return f"{surface!r} {quantity['low']}..{quantity['high']} {what}"


COMPARISONS = {
    "news": _news,
    "phrases": _phrases,
    "attributions": _attributions,
    "sources": _sources,
    "sources given": _sources,
}
