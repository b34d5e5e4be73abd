"""When do two spellings name the same source?

`fold` is the spelling that names are compared by: case, accents, dots, apostrophes,
hyphens and a leading article make no difference. `read_apart` takes a long name from its
acronyms, `initials` makes the acronyms that a name could have, and `skeleton` shows
what a name looks like whatever alphabet it is written in: that one only ever warns.

Pure. Callers: `sources`, `spellings`, `senses`, `variants`, `likeness`, `apart`.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from factcheck.language.acronyms import SMALL_WORDS

_ARTICLES = frozenset(("the", "a", "an"))
# Of ASCII, what `fold` keeps: letters and digits; apostrophes and dots leave no blank.
_ASCII_KEPT = {code: None if chr(code) in "'`." else " " for code in range(128) if not chr(code).isalnum()}
# Latin letters that Unicode does not take apart into a plain one and a mark, and letters of
# Arabic and Persian that keyboards type in two ways.
_LETTERS = str.maketrans(dict(zip("łøđħŧıðþæœيىكـ", (*"lodhtid", "th", "ae", "oe", *"ییک", ""), strict=True)))

_ACRONYM = re.compile(
    r"""
    (?=(?:[^A-Z]*[A-Z]){2})        # two capitals at least: MEK, MoD; not: Iran
    [A-Z0-9]                       # begins with a capital or a digit: G7
    [A-Za-z0-9&.-]{1,11}           # short, one word: U.N., IHRNGO; not: IRAN HUMAN RIGHTS
    """,
    re.VERBOSE,
)
_BETWEEN_ACRONYMS = re.compile(r"\s*[/,;]\s*(?:(?:or|and)\s+)?|\s+(?:or|and)\s+")
_ACCENTS = re.compile(r"(?<=[a-z])[\u0300-\u036f]+")  # that no letter takes up: of "Æ̧" once it is "ae"
_PARENTHESISED = re.compile(
    r"""
    (?P<outside>[^()]*[^()\s])     # People's Mojahedin Organization of Iran
    \s*
    \((?P<inside>[^()]+)\)         # (PMOI/MEK); not: a parenthesis within one
    \s*
    """,
    re.VERBOSE,
)

# Letters of other alphabets that print like a Latin one, each above the one it looks like.
_LOOKALIKES = str.maketrans(
    "АВЕЅЗІЈКМНОРСТУХаеоруѕісхјѵһԁԛԝӏΑΒΕΖΗΙΚΜΝΟΡΤΥΧοαινκρτυχⅼօѡ",
    "ABES3IJKMHOPCTYXaeopysicxjvhdqwlABEZHIKMNOPTYXoaivkptuxlow",
)


@dataclass(frozen=True, slots=True)
class ReadName:
    """A name as people would file it, and the acronyms that were printed beside it."""

    name: str
    acronyms: tuple[str, ...] = ()


@lru_cache(maxsize=4096)
def fold(name: str) -> str:
    """The spelling by which names are compared: "The People's Mojahedin" and "peoples mojahedin" are one.

    Letters of different alphabets stay different. Empty for a name without letter or digit.
    """
    if name.isascii():
        kept = name.casefold().translate(_ASCII_KEPT).split()
    else:
        words = unicodedata.normalize("NFC", re.sub(r"['’‘ʼʻʿʾ`´.]", "", _plain(name)))
        words = _ACCENTS.sub("", "".join(map(_base, words)))
        kept = "".join(sign if _is_kept(sign) else " " for sign in words).split()
    while len(kept) > 1 and kept[0] in _ARTICLES:
        del kept[0]
    return " ".join(kept)


def is_acronym(text: str) -> bool:
    """Whether the text is shaped like an acronym: one short word with two capitals or more."""
    return _ACRONYM.fullmatch(text) is not None


@lru_cache(maxsize=4096)
def read_apart(text: str) -> ReadName:
    """The long name and its acronyms, whichever of the two is in parentheses; otherwise the text itself.

    One of the acronyms must be made from the name, or the parenthesis says something else
    ("OHCHR (via the Gazette)"). "PMOI/MEK" is filed as it stands, both acronyms beside it.
    """
    text = re.sub(r"^(?:the|an?)\s+", "", " ".join(text.split()))  # a capital article is part of the name
    found = _PARENTHESISED.fullmatch(text)
    if found is None:
        return ReadName(text, _several(text))
    outside, inside = found["outside"], found["inside"].strip()
    beside, short = _acronyms(outside), _acronyms(inside)
    if any(fits(acronym, outside) for acronym in short):
        return ReadName(outside, short)
    if any(fits(acronym, inside) for acronym in beside):
        return ReadName(inside, beside)
    return ReadName(text, _several(outside))


def initials(name: str) -> tuple[str, ...]:
    """The acronyms that a name of several words could have, folded.

    Without its small words and with them (MFA, MOFA), a hyphenated word as several and as one (MEK, OECD).
    """
    made = []
    for spelled in (name, re.sub(r"(?<=\w)-(?=\w)", "", name)):
        words = fold(spelled).split()
        for kept in ([word for word in words if word not in SMALL_WORDS], words):
            made.append("".join(word[0] for word in kept) if len(words) > 1 else "")
    return tuple(dict.fromkeys(short for short in made if len(short) > 1))


def fits(acronym: str, name: str) -> bool:
    """Whether the acronym may be made from the name: same first letter, the rest in order (UNICEF)."""
    letters = iter(fold(name).replace(" ", ""))
    wanted = fold(acronym).replace(" ", "")
    starts_alike = fold(name)[:1] == wanted[:1]
    begins_so = any(len(made) > 2 and wanted.startswith(made) for made in initials(name))
    return begins_so or (starts_alike and all(letter in letters for letter in wanted))


def skeleton(name: str) -> str:
    """What the name looks like: lookalike letters made Latin, invisible characters dropped, folded."""
    if name.isascii():
        return fold(name)  # which looks like itself
    visible = "".join(sign for sign in name if unicodedata.category(sign) != "Cf")
    return fold(visible.translate(_LOOKALIKES))


def _several(text: str) -> tuple[str, ...]:
    """The acronyms of a list of two or more; none otherwise."""
    found = _acronyms(text)
    return found if len(found) > 1 else ()


def _acronyms(text: str) -> tuple[str, ...]:
    """The acronyms of a list that holds nothing else ("PMOI/MEK"); none otherwise."""
    parts = tuple(part for part in _BETWEEN_ACRONYMS.split(text) if part)
    return parts if parts and all(map(is_acronym, parts)) else ()


def _is_kept(sign: str) -> bool:
    """Whether it is a letter, a digit, or a mark upon one (a vowel of Hindi, say)."""
    return sign.isalnum() or unicodedata.category(sign).startswith("M")


def _plain(name: str) -> str:
    """The name in small letters, every Latin one in its plain form: "Łódź" is "lodz"."""
    return "".join(map(_base, unicodedata.normalize("NFKC", name))).casefold().translate(_LETTERS)


def _base(sign: str) -> str:
    """A Latin letter without its accent; any other character as it is."""
    first = unicodedata.normalize("NFD", sign)[0]
    return first if first.isascii() and first.isalpha() else sign
