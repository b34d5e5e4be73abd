"""Under which other spellings is a name surely the same?

"World Health Organisation" is "World Health Organization", "Dept" is "Department" and "UN"
"United Nations" (`standard`); "Estmark Press Ltd" may be called "Estmark Press", and "Gen.
Ana Brodal" "Ana Brodal" (`bare`). These differences were measured to join no two bodies,
so they may resolve a name; whatever is less certain (transliteration, word order, initials)
is a likeness and only suggested. Two different legal forms, or titles, stay two names.

Pure. Callers: `spellings`.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from factcheck.language.lexicon import alternation, table
from factcheck.ledger.names import fold
from factcheck.ledger.senses import Phrases, by_first, runs, senses

_PARTICLES = frozenset(
    ("al", "bin", "bint", "da", "de", "del", "der", "di", "dos", "ibn", "la", "van", "von")
)
_FEWEST, _MOST = 2, 4  # words of a person's name behind a title: one is too few to know who is meant


@lru_cache(maxsize=4096)
def standard(name: str) -> str:
    """The folded name in the one spelling that its variants share."""
    spelled = re.sub(r"(?<=\s)&(?=\s)", "and", name)
    form = _dotted().search(spelled)
    if form is not None:
        spelled = f"{spelled[: form.start()]} {fold(form['form'])}"
    words, folded = _standards("word"), fold(spelled)
    found = tuple(runs(folded.split(), _phrases()))
    if len(found) < 2:  # "UN" alone may be another's acronym
        return _ended(folded)
    return " ".join(words.get(run) or " ".join(map(_ended, run)) for run in found)


def bare(name: str) -> str:
    """The standard spelling without the legal form behind a name, or the titles before a person's."""
    plain = _untitled(name)
    form = _dotted().search(plain)
    folded = standard(plain[: form.start()] if form else plain)
    ending = next((end for end in _forms() if folded.endswith(end)), "")
    return folded.removesuffix(ending) or folded


def _ended(word: str) -> str:
    """A word with its ending in the standard spelling: "organisation" as "organization"."""
    for (written,), ending in _standards("ending").items():
        if word.endswith(written):
            return word.removesuffix(written) + ending
    return word


def _untitled(name: str) -> str:
    """What stands behind the last title, if that can be a person's name: "General Medical Council" stays."""
    words = name.split()
    titles = [at for at, word in enumerate(words) if fold(word) in _titles()]
    person = words[titles[-1] + 1 :] if titles else []
    capitals = all(word[0].isupper() or fold(word) in _PARTICLES for word in person)
    if not _FEWEST <= len(person) <= _MOST or not capitals:
        return name
    rest = " ".join(person)
    known = any(sense.key[0] in "#@" or sense.key.isdigit() for sense in senses(rest))
    return name if known else rest


@cache
def _titles() -> frozenset[str]:
    return frozenset(row["title"] for row in table("titles"))


@cache
def _standards(kind: str) -> dict[tuple[str, ...], str]:
    """The standard spelling of each word (or form) or ending of the table, as folded words."""
    kinds = ("word", "form") if kind == "word" else (kind,)
    rows = (row for row in table("name_variants") if row["kind"] in kinds)
    return {tuple(row["written"].split()): row["standard"] for row in rows}


@cache
def _phrases() -> Phrases:
    return by_first(_standards("word"))


@cache
def _forms() -> tuple[str, ...]:
    """What ends a standard spelling with a legal form, the longest first."""
    forms = {f" {row['standard']}" for row in table("name_variants") if row["kind"] == "form"}
    return tuple(sorted(forms, key=lambda form: (-len(form), form)))


@cache
def _dotted() -> re.Pattern[str]:
    """Finds a legal form at the end that is one only as it is printed: "S.A.", not "SA" (South Australia)."""
    printed = alternation(row["written"] for row in table("name_variants") if row["kind"] == "dotted")
    return re.compile(rf",?\s+(?P<form>{printed})\s*$")
