"""Is a text that begins with a tag a web page?

It is if it begins as pages do, after remarks: with a document type or the tag of a page,
and more tags behind that. A text that only speaks of a tag is none. A fragment is a page
only if its name says so.

Pure. Caller: kinds, which loads it only for such a text.
"""

from __future__ import annotations

import re

# pages begin with "<!DOCTYPE html>" or "<html lang=en><head>"; "<html> is a tag" begins a text
PAGE = re.compile(
    r"""(?:<\?xml[^>]*>\s*)? (?:<!--(?:(?!-->).)*-->\s*)*
        (?: <!doctype\s+html | <html (?:\s[^<>]*)? > (?=\s*<) )""",
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)
# "<p>Some 40 fled"
FRAGMENT = re.compile(r"<[a-z!?]", re.IGNORECASE)


def is_page(start: str, *, named_so: bool) -> bool:
    """Whether a text that starts so is a web page."""
    return PAGE.match(start) is not None or (named_so and FRAGMENT.match(start) is not None)
