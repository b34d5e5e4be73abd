"""Which characters are these bytes, where they are not plainly UTF-8?

What the file declares holds, if the bytes are that. Otherwise a text that is UTF-8 but
for a few bytes is damaged, not foreign: those become U+FFFD, and that is said, unless one
of them touches a digit. What is left is guessed from its letters, among the encodings
that texts were written in before UTF-8; the guess is said aloud with its rivals.

Pure. Caller: encodings, which loads it only when it is needed.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from factcheck.reading.encodings import Decoded, decode_strictly, no_text
from factcheck.reading.readings import Refused

if TYPE_CHECKING:
    from charset_normalizer import CharsetMatch

# What texts were written in before UTF-8, the commonest first, by the names that Python has for it.
LEGACY = (
    *("cp1252", "cp1251", "gb18030", "shift_jis", "euc_kr", "big5", "cp1250", "euc_jp", "cp1256", "cp1254"),
    *("cp1253", "cp1255", "iso8859_2", "iso8859_7", "cp1257", "cp874", "koi8_r", "iso8859_5", "iso8859_6"),
    *("iso8859_8", "cp1258", "cp866", "mac_roman"),
)
# What pages declare, and what browsers take it for: the fuller encodings of the same makers.
TAKEN_FOR = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "utf-16": "utf-8",
}
NO_TEXT = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
FOREIGN_LINE = re.compile(rb"[^\n]*?[\x80-\xff][^\n]*")
BROKEN_NUMBER = re.compile("[0-9][.,]?\ufffd|\ufffd[0-9]")
SAMPLE = 100_000  # bytes that a guess looks at
ABOUT_AS_WELL = 0.05  # of a fit that is 1 at best


def decode_otherwise(data: bytes, declared: str | None) -> Decoded:
    """The text of bytes that are not UTF-8, or that are declared to be something else."""
    known = _codec(declared)
    utf8 = decode_strictly(data, "utf-8")
    if utf8 is not None and (known is None or known == "utf-8" or not data.isascii()):
        return Decoded(utf8, "utf-8")
    if known and (text := decode_strictly(data, known)) is not None:
        return Decoded(text, known)
    return _damaged(data, known) or _guessed(data)


def _codec(declared: str | None) -> str | None:
    """Python's name for a declared encoding, if it has one that decodes text."""
    try:
        name = codecs.lookup((declared or "").strip()).name
        b" ".decode(name)
    except (LookupError, ValueError):
        return None
    return TAKEN_FOR.get(name, name)


def _damaged(data: bytes, known: str | None) -> Decoded | None:
    """A text that is UTF-8 with a few bad bytes; None where it is something else."""
    text = data.decode("utf-8", "replace")
    bad = text.count("\ufffd")
    foreign = sum(not sign.isascii() for sign in text) - bad
    if known != "utf-8" and foreign <= bad:
        return None
    line = text.count("\n", 0, text.index("\ufffd")) + 1
    if BROKEN_NUMBER.search(text):
        says = f"has bytes beside a number that are not UTF-8, the first of them in line {line}"
        raise Refused("damaged", says, "Get a sound copy, or save it as UTF-8.")
    reason = f"{bad} bytes or more are not UTF-8, the first in line {line}; each was replaced by U+FFFD."
    return Decoded(text, "utf-8", ("damaged-text", reason))


def _guessed(data: bytes) -> Decoded:
    if NO_TEXT.search(data):
        raise no_text()
    for encoding, rivals in _candidates(data):
        text = decode_strictly(data, encoding)
        if text is not None:
            return Decoded(text, encoding, ("guessed-encoding", _doubt(encoding, rivals)))
    hint = "Save it as UTF-8 and try again."
    raise Refused("not UTF-8", "is in no encoding that fits its letters", hint)


def _candidates(data: bytes) -> Iterator[tuple[str, list[str]]]:
    """What fits a sample, each with its rivals: of those that fit about best, the commonest first.

    The measures of fit tell alphabets apart, but hardly the encodings of one alphabet.
    """
    from charset_normalizer import from_bytes

    found = from_bytes(_sample(data), cp_isolation=list(LEGACY), enable_fallback=False)
    fits = {_commonest(match): _fit(match) for match in found}
    best = max(fits.values(), default=0.0)
    for encoding in sorted(fits, key=lambda one: (fits[one] < best - ABOUT_AS_WELL, LEGACY.index(one))):
        near = (other for other in fits if fits[other] >= fits[encoding] - ABOUT_AS_WELL)
        yield encoding, [other for other in near if other != encoding]


def _commonest(match: CharsetMatch) -> str:
    """Of the encodings that read the sample alike, the commonest."""
    return min(set(match.could_be_from_charset) & set(LEGACY), key=LEGACY.index)


def _fit(match: CharsetMatch) -> float:
    """How well an encoding fits: as its letters are those of one language, and stand in order."""
    return match.coherence - match.chaos


def _sample(data: bytes) -> bytes:
    """The lines that tell encodings apart, as many as a guess needs."""
    lines: list[bytes] = []
    room = SAMPLE
    for found in FOREIGN_LINE.finditer(data):
        lines.append(found.group()[:room])
        room -= len(lines[-1]) + 1
        if room <= 0:
            break
    return b"\n".join(lines)


def _doubt(encoding: str, rivals: list[str]) -> str:
    """How sure the guess is, in a sentence: whether other encodings fit as well, and read other letters."""
    guess = f"No encoding is declared: {encoding} was guessed from the letters"
    if not rivals:
        return f"{guess}, and no other fits as well."
    return f"{guess}. Others fit as well and read some letters otherwise: {', '.join(rivals[:3])}."
