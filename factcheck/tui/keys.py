"""Which key does what on the review screen, and how is the screen laid out?

Callers: `app`, `sitting`.
"""

from __future__ import annotations

import re

from textual.binding import Binding, BindingType

HELP = """\
factcheck review: one key for each act

  j k, arrows  next, previous claim    d  what is done, or waits
  PgUp PgDn    twenty claims on        r  look again
  Tab          to the page and back    q  leave
                                       ?  this page

  t  take the claim, or give it back   g  give it to somebody
  v  give a verdict, with a reason     b  give a verdict blind
  c  say what you hold of a citation   m  add a note
  a  ask the author                    w  record the answer
  s  sign off                          e  open it again
  p  say that it is in print           x  record a correction
  o  open the address of evidence      u  undo your last change

In the list: ▸ yours, · with others, ? waits for its author.
Nobody signs off their own work. What you typed is kept until
it is recorded. Everything here is a plain command, too:
factcheck review --help"""

KEYS: list[BindingType] = [
    Binding("t", "take", "take"),
    Binding("v", "verdict", "verdict"),
    Binding("s", "sign", "sign"),
    Binding("a", "words('ask')", "ask"),
    Binding("c", "stance", "stance"),
    Binding("u", "undo", "undo"),
    Binding("o", "open", "URL"),
    Binding("d", "done", "done"),
    Binding("question_mark", "help", "help"),
    Binding("q", "leave", "quit"),
    Binding("b", "verdict_blind", "blind", show=False),
    Binding("g", "assign", "assign", show=False),
    Binding("w", "words('answer')", "answer", show=False),
    Binding("m", "words('note')", "note", show=False),
    Binding("e", "words('reopen')", "re-open", show=False),
    Binding("p", "publish", "in print", show=False),
    Binding("x", "correct", "correct", show=False),
    Binding("r", "look", "look again", show=False),
]

# Each command that a refusal may lead to, and the key that does the same here.
_KEYS_OF = {
    "assign": "g", "decide": "v", "reconcile": "v", "answer": "w", "note": "m", "sign": "s", "take": "t",
    "reopen": "e", "publish": "p", "correct": "x",
}  # fmt: skip
# Matches "`factcheck review sign 7k2m`"; not "`factcheck show 7k2m`".
_COMMAND = re.compile(r"`factcheck review (?P<move>\w+)(?P<rest>[^`]*)`")


def with_keys(told: str) -> str:
    """What the desk says, with the key of the screen for each command that it names."""

    def key_of(match: re.Match[str]) -> str:
        key = "b" if "--blind" in match["rest"] else _KEYS_OF.get(match["move"])
        return f"[{key}]" if key else match[0]

    return _COMMAND.sub(key_of, told)


LOOKS = """
#queue { width: 34%; min-width: 24; overflow-x: hidden; scrollbar-size-vertical: 1;
         border-right: solid $foreground 30%; }
#page { width: 1fr; padding: 0 1; overflow-x: hidden; scrollbar-size-vertical: 1; scrollbar-gutter: stable; }
#notice { height: auto; max-height: 3; display: none; background: $success-muted; color: $text-success; }
#notice.shown { display: block; }
#notice.refusal { background: $warning-muted; color: $text-warning; }
Ask, Tell { align: center middle; }
#ask, #tell { width: 90%; max-width: 90; height: auto; max-height: 100%; border: round $primary;
              padding: 0 1; background: $surface; scrollbar-size-vertical: 1; }
#ask Label, #ask Static { width: 100%; }
#refused { color: $text-warning; }
#refused.no { display: none; }
#choices { height: auto; max-height: 12; scrollbar-size-vertical: 1; }
.words { height: 4; }
"""
