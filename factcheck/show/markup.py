"""How does an element become XML that is well formed whatever is in it?

A few lines of SVG need no library, but every text and every attribute goes through one
escape here, after `safe_text`: what a reader would obey or hide is shown as a sign. There is
no way to write a script, a style sheet or an address with this but on purpose.

Pure. Callers: `svg.py`, `ink.py`.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from factcheck.show.lines import ELLIPSIS, character_width
from factcheck.show.safe import one_line

_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;"})
# The usual widths of a sans-serif letter, in parts of the font size; a guess that errs on the wide side.
_WIDTHS = {
    **dict.fromkeys("iIjl.,:;'’‘|!", 0.27),
    **dict.fromkeys('ftr()[]/-“”" ', 0.34),
    **dict.fromkeys("mM", 0.87),
    **dict.fromkeys("wW%@—…", 0.92),
}
_LOWER, _UPPER, _OTHER, _WIDE, _BOLD = 0.56, 0.70, 0.62, 1.05, 1.06

Value = str | float | None


@dataclass(frozen=True, slots=True)
class Element:
    """An element with its attributes in order, and its children: elements, or text."""

    name: str
    attributes: tuple[tuple[str, Value], ...]
    children: tuple[Element | str, ...]

    def document(self) -> str:
        """The element as a file."""
        return f'<?xml version="1.0" encoding="UTF-8"?>\n{self.xml()}\n'

    def xml(self, indent: str = "") -> str:
        """The element on lines of its own; text stays on the line of its element."""
        attributes = "".join(
            f' {name}="{_spelt(value)}"' for name, value in self.attributes if value is not None
        )
        if not self.children:
            return f"{indent}<{self.name}{attributes}/>"
        if any(isinstance(child, str) for child in self.children):
            inside = "".join(escape(one) if isinstance(one, str) else one.xml() for one in self.children)
            return f"{indent}<{self.name}{attributes}>{inside}</{self.name}>"
        inner = "\n".join(one.xml(indent + "  ") for one in self.children if isinstance(one, Element))
        return f"{indent}<{self.name}{attributes}>\n{inner}\n{indent}</{self.name}>"


def element(name: str, *children: Element | str, **attributes: Value) -> Element:
    """An element; an underscore in the name of an attribute is a hyphen."""
    return Element(name, tuple((key.replace("_", "-"), value) for key, value in attributes.items()), children)


def escape(text: str) -> str:
    """Text from anywhere, safe in XML and on one line."""
    return one_line(text).translate(_ESCAPES)


def _spelt(value: Value) -> str:
    """A number with two decimals at most, a text escaped."""
    if isinstance(value, (int, float)):
        return f"{value:.2f}".rstrip("0").rstrip(".") if value % 1 else f"{value:.0f}"
    return escape(value or "")


def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """How wide the text will be, at a guess."""
    return sum(map(_width, text)) * size * (_BOLD if bold else 1)


def cut_to(text: str, room: float, size: float, *, bold: bool = False) -> str:
    """The text as far as it has room, an ellipsis at the end of what had to be cut."""
    text = one_line(text)
    if text_width(text, size, bold=bold) <= room:
        return text
    left = room - text_width(ELLIPSIS, size, bold=bold)
    for place, character in enumerate(text):
        left -= text_width(character, size, bold=bold)
        if left < 0:
            return text[:place].rstrip() + ELLIPSIS
    return text


def broken(text: str, room: float, size: float, lines: int) -> tuple[str, ...]:
    """The text broken at blanks into so many lines at most; the last one is cut to its room, if need be."""
    found: list[str] = []
    words, row = one_line(text).split(" "), ""
    for place, word in enumerate(words):
        longer = f"{row} {word}" if row else word
        if row and text_width(longer, size) > room:
            if len(found) == lines - 1:
                return (*found, cut_to(" ".join([row, *words[place:]]), room, size))
            found.append(row)
            longer = word
        row = longer
    return (*found, cut_to(row, room, size))


@lru_cache(maxsize=4096)
def _width(character: str) -> float:
    cells = character_width(character)
    if cells != 1:
        return _WIDE if cells else 0.0
    if character in _WIDTHS:
        return _WIDTHS[character]
    return _LOWER if character.islower() or character.isdigit() else _UPPER if character.isupper() else _OTHER
