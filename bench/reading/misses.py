"""Where does our reading differ from the labels? For whoever writes the next rule."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from bench.reading.sets import LabelledSet, Predict, Row, scorer, text_of


def misses(labelled: LabelledSet, rows: list[Row], predict: Predict) -> Iterator[str]:
    """For every row read otherwise: the text, what was expected, what came."""
    for row in rows:
        text, claims = text_of(row), predict(text_of(row))
        if labelled.scorer == "news":
            yield from _news(row, text, claims)
        elif labelled.scorer == "phrases":
            yield from _phrases(labelled, row, text, claims)
        else:
            yield from _quantity(labelled, row, text, claims)


def _number(value: object) -> float | None:
    return None if value is None else float(str(value))


def _close(one: object, other: object) -> bool:
    a, b = _number(one), _number(other)
    return a is b or (a is not None and b is not None and abs(a - b) <= 1e-3 * max(abs(a), abs(b), 1e-6))


def _window(text: str, start: int, end: int) -> str:
    return repr(text[max(0, start - 40) : start] + "[[" + text[start:end] + "]]" + text[end : end + 40])


def _brief(claim: dict[str, Any], text: str) -> str:
    quantity = claim["quantity"]
    return (
        f"{text[slice(*claim['span'])]!r} {quantity['low']}..{quantity['high']} {quantity['hedge']} {quantity['kind']}"
        f" {quantity['unit']} / {quantity['counted']}"
    )


def _meets(claim: dict[str, Any], start: int, end: int) -> bool:
    return bool(claim["span"][0] < end and start < claim["span"][1])


def _news(row: Row, text: str, claims: list[dict[str, Any]]) -> Iterator[str]:
    used = set()
    for gold in row["claims"]:
        at = next(
            (
                i
                for i, claim in enumerate(claims)
                if i not in used and _meets(claim, gold["start"], gold["end"])
            ),
            None,
        )
        wanted = f"{gold['low']}..{gold['high']} {gold['modifier']} {gold['kind']}"
        if at is None:
            yield f"MISSED {row['id']} {_window(text, gold['start'], gold['end'])} {wanted}"
            continue
        used.add(at)
        quantity = claims[at]["quantity"]
        right = all(_close(quantity[name], gold[name]) for name in ("low", "high"))
        kind = {"measure": "other"}.get(quantity["kind"], quantity["kind"])
        core = text[slice(*claims[at]["span"])].strip(" .,;:()") == gold["text"].strip(" .,;:()")
        if not right or quantity["hedge"] != gold["modifier"] or kind != gold["kind"] or not core:
            yield f"OTHERWISE {row['id']} {_window(text, gold['start'], gold['end'])} {wanted} | {_brief(claims[at], text)}"
    for i, claim in enumerate(claims):
        if i not in used:
            yield f"EXTRA {row['id']} {_window(text, *claim['span'])} | {_brief(claim, text)}"


def _phrases(labelled: LabelledSet, row: Row, text: str, claims: list[dict[str, Any]]) -> Iterator[str]:
    from match import phrase_hit

    for gold in row["expected"]:
        hits = [hit for claim in claims if (hit := phrase_hit(gold, claim, text))]
        best = max(hits, key=lambda hit: sum(hit.values()), default={})
        if not all(best.get(key) for key in ("value", "hedge", "kind", "unit")):
            yield f"{row['id']} {text!r} wanted {gold['surface']!r} {gold['low']}..{gold['high']} {gold['hedge']} {gold['kind']} {gold.get('unit')}"
            yield f"     {best}  " + " ; ".join(_brief(claim, text) for claim in claims)
    for start, end in row.get("nonclaims", []):
        for claim in claims:
            if _meets(claim, start, end):
                yield f"{row['id']} {text!r} TAKEN {_brief(claim, text)}"


def _quantity(labelled: LabelledSet, row: Row, text: str, claims: list[dict[str, Any]]) -> Iterator[str]:
    left = list(claims)
    wrong = []
    for gold in row["expected"]:
        low, high = gold.get("low"), gold.get("high")
        if low is None and high is None:
            low = high = gold.get("value")
        hit = next((claim for claim in left if _same(claim["quantity"], low, high)), None)
        if hit is None:
            wrong.append(
                f"wanted {gold.get('text') or ''!r} {low}..{high} {gold.get('bound')} {gold.get('unit')}/{gold.get('unit_norm')}"
            )
        else:
            left.remove(hit)
            wrong += _unit(labelled, gold, hit)
    wrong += [f"extra {_brief(claim, text)}" for claim in left]
    if wrong:
        yield f"{text}"
        yield from (f"     {line}" for line in wrong)


def _unit(labelled: LabelledSet, gold: dict[str, Any], claim: dict[str, Any]) -> list[str]:
    from extraction import unorm

    unorm = scorer(labelled, "extraction").unorm
    ours = claim["quantity"]["unit"] or claim["quantity"]["counted"]
    theirs = [gold[key] for key in ("unit", "unit_norm") if gold.get(key) is not None]
    if not theirs or unorm(ours) in [unorm(name) for name in theirs]:
        return []
    return [f"unit {theirs} not {ours!r}"]


def _same(quantity: dict[str, Any], low: object, high: object) -> bool:
    ours = quantity["low"], quantity["high"]
    if _close(ours[0], low) and _close(ours[1], high):
        return True
    only = quantity["point"]
    return only is not None and _close(only, low) and _close(only, high)
