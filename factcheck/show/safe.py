"""May this text be printed, and what does it look like when everything in it is visible?

Text under check is hostile: an escape sequence recolours the screen or writes to the
clipboard, a bidi override turns "exe" around, a zero-width space hides inside a number.
Nothing is dropped. What a terminal would obey, or print as nothing, is printed as a sign
that stands for it: control characters as their pictures (`␛`), all others by their code
point (`⟨U+202E⟩`). Letters, marks, emoji and visible blanks stay as they are.

Pure. Callers: every module that prints, and `exchange`, which escapes the same characters.
"""

import re

CONTROL_PICTURES = 0x2400
DELETE_PICTURE = "␡"

INVISIBLE = (
    r"\x00-\x1f\x7f-\x9f",  # C0, delete, C1
    r"\u00ad\u034f\u061c\u115f\u1160",  # soft hyphen, grapheme joiner, Arabic mark, Hangul fillers
    r"\u17b4\u17b5\u180b-\u180f",  # Khmer inherent vowels, Mongolian selectors
    r"\u200b-\u200f\u2028-\u202e",  # zero-width, marks, line and paragraph separators, overrides
    r"\u2060-\u206f\u3164\ufeff\uffa0",  # joiners, isolates, fillers, byte order mark
    r"\ufe00-\ufe0f\ufff0-\ufffb",  # variation selectors, interlinear annotation
    r"\ufffe\uffff\ud800-\udfff",  # noncharacters, lone surrogates
    r"\U0001bca0-\U0001bca3\U0001d173-\U0001d17a",  # shorthand and musical format controls
    r"\U000e0000-\U000e0fff",  # tags and supplementary variation selectors
)

# Matches the ESC of "\x1b[31m" and the override of "\u202egpj.exe"; does not match the "é" of "Élysée".
UNSAFE = re.compile(f"[{''.join(INVISIBLE)}]")

BLANKS = re.compile(r"[ \t\r\n]+")


def safe_text(text: str, *, multiline: bool = False) -> str:
    """The text with every unprintable character made visible; the one function at every sink.

    With `multiline`, line ends (CRLF as one) and tabs are kept; otherwise they too are shown.
    """
    if not multiline:
        return UNSAFE.sub(_shown, text)
    lines = text.replace("\r\n", "\n").split("\n")
    return "\n".join("\t".join(map(safe_text, line.split("\t"))) for line in lines)


def one_line(text: str) -> str:
    """The text safe to print and on one line: a run of blanks, tabs and line ends is one space."""
    return safe_text(BLANKS.sub(" ", text).strip(" "))


def _shown(match: re.Match[str]) -> str:
    """The sign that stands for one unsafe character."""
    code = ord(match[0])
    if code < 0x20:
        return chr(CONTROL_PICTURES + code)
    return DELETE_PICTURE if code == 0x7F else f"⟨U+{code:04X}⟩"
