"""Which text do these braces and backslashes of a .bib file stand for, and how is a text written so?

Only what bibliographies need, by a table (`exchange/data/latex.tsv`): accents, symbols, and
commands that leave what is in their braces. A command that nobody listed stays as it is,
to be seen. Nothing is dropped: to LaTeX the rest of a line after `%` is a comment, to
whoever typed `50% of them` it is not, so it stays.

`plain_text` gives back what `latex_text` was given, but for blanks, of which a run is one; and
`plain_address` what `latex_address` was. Addresses and dates are verbatim: `~` and `%` are themselves.

Pure, and linear in the length of the text. Callers: `bibtex.py`.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from factcheck.exchange.data_tables import table

# Matches, in turn, `\emph `, `\'`, a brace or dollar, blanks, dashes, quotation marks, `~`, and text.
_TOKEN = re.compile(
    r"""
      \\(?P<word>[A-Za-z]+)[ \t\r\n]*
    | \\(?P<sign>.)
    | (?P<group>[{}$])
    | (?P<blank>[ \t\r\n]+)
    | (?P<mark>---?|``|''|~)
    | (?P<text>[^\\{}$ \t\r\n\-`'~]+|.)
    """,
    re.VERBOSE | re.DOTALL,
)
_MARKS = {"--": "–", "---": "—", "``": "“", "''": "”", "~": "\u00a0"}

# Matches, in an address, "{\textbackslash}", the backslash and sign of "\_", "\url", and any other brace.
_IN_ADDRESS = re.compile(r"\{\\(?P<name>text[a-z]+)\}|\\(?P<sign>[%&#$_~{}])|\\url\s*(?=\{)|[{}]")
_DOTLESS = {"ı": "i", "ȷ": "j"}

# Matches each character, and each joint of two, that LaTeX would take for something else.
_SPECIAL = re.compile(r"[\\{}~^%&#$_]|(?<=-)(?=-)|(?<=`)(?=`)|(?<=')(?=')")
_NAMED = {
    "\\": r"{\textbackslash}",
    "{": r"{\textbraceleft}",
    "}": r"{\textbraceright}",
    "~": r"{\textasciitilde}",
    "^": r"{\textasciicircum}",
    "": "{}",
}


def latex_text(text: str) -> str:
    """The text as it stands between the braces of a field."""
    return _SPECIAL.sub(lambda match: _NAMED.get(match[0], f"\\{match[0]}"), text)


def latex_address(address: str) -> str:
    """A web address, a DOI or a date as it stands in its field: as it is, but for braces and backslashes."""
    return re.sub(r"[\\{}]", lambda match: _NAMED[match[0]], address)


def plain_address(latex: str) -> str:
    """The address that is meant, by those who escape it and those who do not."""

    def meant(match: re.Match[str]) -> str:
        return (
            _meanings().get(match["name"] or "", ("", match[0]))[1] if match["name"] else match["sign"] or ""
        )

    return _IN_ADDRESS.sub(meant, latex).strip()


def plain_text(latex: str) -> str:
    """The text that is meant; blanks around it are taken off, a run of them is one."""
    meanings = _meanings()
    parts: list[str] = []
    accents = ""
    for match in _TOKEN.finditer(latex):
        command = match["word"] or match["sign"]
        kind, text = meanings.get(command, ("", match[0])) if command else ("", match[0])
        if kind == "accent":
            accents += text
            continue
        if match["group"]:
            accents = "" if match[0] == "}" else accents
            continue
        if match["blank"] or match[0] == "\\ ":
            text = " "
        text = _MARKS.get(match["mark"] or "", text)
        parts.append(_accented(text, accents) if accents and text else text)
        accents = "" if text else accents
    return re.sub(" +", " ", "".join(parts)).strip(" ")


def _accented(text: str, accents: str) -> str:
    """The text with the accents on its first letter."""
    letter = _DOTLESS.get(text[0], text[0])
    return unicodedata.normalize("NFC", letter + accents) + text[1:]


@cache
def _meanings() -> dict[str, tuple[str, str]]:
    """The kind of each command and the text that it stands for."""
    return {row["command"]: (row["kind"], _text(row["text"])) for row in table("latex")}


def _text(cell: str) -> str:
    """The text of a cell: a character by its code point, or as it is; `-` and U+0000 are none."""
    if cell.startswith("U+"):
        return chr(int(cell[2:], 16)).strip("\0")
    return "" if cell == "-" else cell
