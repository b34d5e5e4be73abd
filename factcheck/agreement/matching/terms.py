"""By which words is a text found again?

A term is a word cut to its stem, without case, accents and marks, or the digits of a
number; words that every sentence has and addresses of pages are none. The index of the
ledger holds terms, a question is asked in terms, and the measures of likeness count
terms: what a term is, is said here only. Because a term is nothing but letters or digits,
no sign of a text under check ever reaches the syntax of a query. Ledgers hold terms: whoever
changes what one is empties the index of older ledgers in a migration.

Pure. Callers: `profiles.py`; `ledger.candidates`, which indexes them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from factcheck.agreement.entailment.figures import stem
from factcheck.agreement.matching.words import words_in
from factcheck.agreement.wordlists import rows, word_list
from factcheck.language.lexicon import table

OF_SENTENCES = 10_000

# Matches "https://t.example/abc" and "pic.page.example/abc"; not "and/or", "U.S.".
_ADDRESS = re.compile(r"https?://\S*|(?<![\w.])\w+(?:\.\w+)+/\S*|\bwww\.\S+")
# Matches "#MarnFloods" and "@MarnCourier"; not "No. 5", "desk@courier".
_TAG = re.compile(r"(?<!\w)[#@]\w+")
# In a tag, matches "Marn", "UN" and "Floods" of "MarnUNFloods".
_PART = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+")
# Matches "men", "12,000", "12,000.5" and "4.1"; not "," or "_". In ASCII, that is sooner done.
_TOKEN = re.compile(r"[^\W\d_]+|\d+(?:[.,]\d+)*")
_ASCII_TOKEN = re.compile(r"[a-z]+|[0-9]+(?:[.,][0-9]+)*")
_THOUSANDS = re.compile(r",(?=\d{3}(?!\d))")
_MOST_KNOWN = 1 << 17
_POINT = "·"  # of a decimal; a letter to the index, which would cut the number at a full stop
# Letters that are printed alike and written in two ways: of Arabic and of Persian keyboards.
_ONE_WAY = str.maketrans("يىكة", "ییکه")
_MARKS = (("’", "'"), ("‘", "'"), ("“", '"'), ("”", '"'), ("–", "-"), ("—", "-"), ("…", "."))


def terms(text: str) -> list[str]:
    """The terms of a text in its order, each as often as it stands there."""
    return terms_of(tokens(text))


def terms_of(found: Iterable[str]) -> list[str]:
    """The terms of these tokens."""
    return [term for term in map(_KNOWN.__getitem__, found) if term]


def tokens(text: str) -> list[str]:
    """The words and numbers of a text as they are compared: small, without accents, tags spelled out."""
    text = without_addresses(text)
    if "#" in text or "@" in text:
        text = _TAG.sub(_spelled_out, text)
    text = plain(text)
    return (_ASCII_TOKEN if text.isascii() else _TOKEN).findall(text)


@cache
def common_terms() -> Mapping[str, int]:
    """How many of ten thousand sentences of the news have a term; the rarer ones are left out."""
    return {row["term"]: int(row["count"]) for row in rows("common_terms")}


def spelled_date(date: str | None) -> str:
    """A date as texts print it: "2019-12-06" is "6 december 2019"."""
    if not date:
        return ""
    year, month, day = (*date.split("-"), "", "")[:3]
    return f"{day.lstrip('0')} {_months().get(month.lstrip('0'), '')} {year}"


@cache
def _months() -> Mapping[str, str]:
    return {row["month"]: row["word"] for row in reversed(table("months"))}


def without_addresses(text: str) -> str:
    """The text with a blank for each address of a page."""
    return _ADDRESS.sub(" ", text) if "/" in text or "www." in text else text


def plain(text: str) -> str:
    """The text in small letters without accents and marks, every decimal digit as one of ASCII."""
    if not text.isascii():
        for sign, one in _MARKS:
            text = text.replace(sign, one)
        if not text.isascii():
            return "".join(_letters(unicodedata.normalize("NFKD", text.casefold()).translate(_ONE_WAY)))
    return text.lower()


def _letters(text: str) -> Iterator[str]:
    for sign in text:
        if sign.isascii():
            yield sign
        elif sign.isdecimal():
            yield str(unicodedata.decimal(sign))
        elif not unicodedata.category(sign).startswith("M"):
            yield sign


def _spelled_out(tag: re.Match[str]) -> str:
    """A tag as it is, and the words that its capitals part: "#MarnFloods" is also "Marn Floods"."""
    parts = _PART.findall(tag[0])
    return f" {tag[0][1:]} {' '.join(parts)} " if len(parts) > 1 else f" {tag[0][1:]} "


class _Known(dict[str, str]):
    """The term of each token that was met, empty where it is none; begun anew when it grows large."""

    def __missing__(self, token: str) -> str:
        if len(self) >= _MOST_KNOWN:
            self.clear()
        term = self[token] = _number(token) if token[0].isdigit() else _word(token)
        return term


_KNOWN = _Known()


def _number(token: str) -> str:
    return _THOUSANDS.sub("", token).replace(",", _POINT).replace(".", _POINT)


def _word(token: str) -> str:
    if token in _empty() or (len(token) == 1 and token.isascii()):
        return ""
    return stem(token)


@cache
def _empty() -> frozenset[str]:
    return word_list("function") | words_in("contracted") | words_in("of numbers")
