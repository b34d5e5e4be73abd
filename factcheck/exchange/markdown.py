r"""How does text from outside stay text in a Markdown file?

A sign that Markdown obeys has a backslash before it: some everywhere, some only where a line
begins ("- 12 degrees", "1990. A year"). What a reader would obey or hide is made visible.

Pure. Callers: `drafts.py`, `report.corrections`.
"""

from __future__ import annotations

import re

from factcheck.show.safe import safe_text

# Matches the signs of "*so*", "[3]", "a_b" and "<b>"; where a line begins also "- ", "+ ", "==" and "1990."
_SIGN = re.compile(r"[\\`*_{}\[\]<>#|~&]|^[-+=]|^\d{1,9}(?=[.)])", re.MULTILINE)


def escaped(text: str) -> str:
    """The text with no sign in it that Markdown obeys."""
    return _SIGN.sub(_escape, safe_text(text, multiline=True))


def _escape(match: re.Match[str]) -> str:
    sign = match[0]
    return sign + "\\" if sign.isdigit() else "\\" + sign
