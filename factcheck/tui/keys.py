"""Which key does what on the review screen, and how is the screen laid out?

Caller: `app`.
"""

from __future__ import annotations

from textual.binding import Binding, BindingType

HELP = """\
factcheck review: one key for each act

  j k, arrows   next and previous claim      PgUp PgDn  scroll by a page of claims
  Tab           from the queue to the page   q          leave

  t  take the claim, or release it           v  give a verdict, with its reason
  b  give a verdict blind                    s  sign off
  a  ask the author                          w  record the author's answer
  c  say what you hold of a citation         m  add a note
  e  open it again                           p  say that it is in print
  u  undo your last change                   o  open the address of its evidence
  r  look again                              ?  this page

Nobody signs off their own work. What you typed is kept until it is recorded.
Everything here is a plain command, too: factcheck review --help"""

KEYS: list[BindingType] = [
    Binding("t", "take", "take"),
    Binding("v", "verdict", "verdict"),
    Binding("b", "verdict_blind", "blind", show=False),
    Binding("s", "sign", "sign"),
    Binding("a", "ask", "ask"),
    Binding("w", "answer", "answer", show=False),
    Binding("c", "stance", "stance"),
    Binding("m", "note", "note", show=False),
    Binding("e", "reopen", "re-open", show=False),
    Binding("p", "publish", "in print", show=False),
    Binding("o", "open", "open URL"),
    Binding("u", "undo", "undo"),
    Binding("r", "look", "look again", show=False),
    Binding("question_mark", "help", "help"),
    Binding("q", "leave", "quit"),
]

LOOKS = """
#queue { width: 34%; min-width: 24; border-right: solid $foreground 30%; }
#page { width: 1fr; padding: 0 1; }
#claim { width: auto; height: auto; }
#notice { height: auto; max-height: 3; display: none; background: $warning-muted; color: $text-warning; }
#notice.shown { display: block; }
Ask, Tell { align: center middle; }
#ask, #tell { width: 80%; max-width: 90; height: auto; max-height: 90%; border: round $primary;
              padding: 0 1; background: $surface; }
#choices { height: auto; max-height: 8; }
#words { height: 6; }
"""
