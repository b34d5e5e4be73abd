"""Are two names one person?

"Ana", "ana " and a full-width "Ａｎａ" are; "Ana" and "Ana B." are not. What cannot be seen
in a name tells nobody apart. Who really typed it is not asked: names are declared.

Pure. Callers: the other modules of `review`, and whoever asks who somebody is.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache


@lru_cache(maxsize=4096)
def person_key(name: str) -> str:
    """What all spellings of one person's name share: case, blanks and invisible signs do not count."""
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", name).casefold())
    visible = "".join(sign for sign in folded if unicodedata.category(sign) != "Cf")
    return " ".join(visible.split())


def is_same_person(one: str | None, other: str | None) -> bool:
    """Whether both are names, and of one person."""
    return one is not None and other is not None and person_key(one) == person_key(other)
