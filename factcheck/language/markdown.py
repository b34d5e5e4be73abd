"""What of a Markdown text is prose?

Blanks the markup out, character by character, so that what remains stands where it
stood: every span read from the blanked text is a span of the text itself. Code, link
targets, tags and front matter are blanked whole; of emphasis, headings, quotes and
tables only the marks are. The text itself is never changed.

Pure: text in, text of the same length out. Caller: claims.py.
"""

from __future__ import annotations

import re

TARGET = r"""\( [^()\s]* (?: \([^()\s]*\) [^()\s]* )? (?: \s+ "[^"\n]*" )? \)"""

MARKUP = re.compile(
    rf"""
      \A---[ \t]*\n (?:.*\n)*? ---[ \t]*$          # front matter at the very top
    | ^(?P<fence>`{{3,}}+|~{{3,}}+) .*\n (?:.*\n)*? (?P=fence)[`~ \t]*$   # a fenced block of code
    | <!-- (?: (?!-->) [^<] )* -->                 # <!-- 12 words cut -->
    | (?<!`)`[^`\n]+`(?!`)                         # `x = 3`
    | !\[ [^\[\]\n]* \] {TARGET}                  # ![chart of 2019](chart-2019.png)
    | (?<=\]) {TARGET}                             # [the report](https://example.org/2019)
    | (?<=\]) \[ [^\[\]\n]* \]                    # [the report][3]
    | ^\[ [^\[\]\n]+ \]: .*$                       # [3]: https://example.org/2019
    | \[\^ [^\[\]\n]+ \]                          # a footnote mark [^2]
    | </? [A-Za-z] [^<>\n]* >                      # a tag, or an autolink <https://example.org/7>
    | ^[ \t]* (?:\#{{1,6}}|>+) (?=[ \t])             # a heading, a quote
    | ^[ \t]* (?:=+|-{{3,}}|\*{{3,}}|_{{3,}}) [ \t]*$    # an underlined heading, a rule
    | ^(?=[^\n]*?--) [ \t:|-]+ $                   # the line under a table's head
    | (?<!\d)\*{{1,3}} | \*{{1,3}}(?!\d) | (?<!\w)_{{1,3}}(?=\w) | (?<=\w)_{{1,3}}(?!\w) | ~~ | [\[\]]
    """,
    re.VERBOSE | re.MULTILINE,
)


def blank_markup(text: str) -> str:
    """The text with each character of its markup replaced by a blank; line ends stay."""
    return MARKUP.sub(lambda match: re.sub(r"[^\n]", " ", match.group()), text)
