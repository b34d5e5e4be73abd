"""Which key does what on the review screen, and how is the screen laid out?

Caller: `app`.
"""

from __future__ import annotations

from textual.binding import Binding, BindingType

HELP = """\
factcheck review: one key for each act

  j k, arrows  next, previous claim       PgUp PgDn  twenty claims on
  Tab          from the list to the page  q          leave
  d            what is done, or waits again

  t  take the claim, or give it back      g  give it to somebody
  v  give a verdict, with its reason      b  give a verdict blind
  a  ask the author                       w  record the author's answer
  c  say what you hold of a citation      m  add a note
  s  sign off                             e  open it again
  p  say that it is in print              x  record a correction
  u  undo your last change                o  open the address of its evidence
  r  look again                           ?  this page

In the list: ▸ yours, · with others, ? waits for the author.
Nobody signs off their own work. What you typed is kept until it is recorded.
Everything here is a plain command, too: factcheck review --help"""

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

LOOKS = """
#queue { width: 34%; min-width: 24; border-right: solid $foreground 30%; }
#page { width: 1fr; padding: 0 1; scrollbar-gutter: stable; scrollbar-size-vertical: 1; }
#queue { scrollbar-size-vertical: 1; }
#notice { height: auto; max-height: 3; display: none; background: $warning-muted; color: $text-warning; }
#notice.shown { display: block; }
Ask, Tell { align: center middle; }
#ask, #tell { width: 90%; max-width: 90; height: auto; max-height: 95%; border: round $primary;
              padding: 0 1; background: $surface; }
#refused { color: $text-warning; }
#refused.no { display: none; }
#choices { height: auto; max-height: 10; }
.words { height: 4; }
"""
