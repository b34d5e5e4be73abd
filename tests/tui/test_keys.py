"""The help of the screen names every key, and every command that a refusal leads to has its key."""

import re

import pytest

pytest.importorskip("textual", reason="the review screen needs the tui extra")

from factcheck.review.table import OBSTACLES
from factcheck.tui.keys import HELP, KEYS, with_keys


@pytest.mark.parametrize("key", [binding.key for binding in KEYS])
def test_the_help_names_the_key(key: str) -> None:
    name = {"question_mark": "?"}.get(key, key)
    assert re.search(rf"  {re.escape(name)}  ", HELP)


@pytest.mark.parametrize("hint", [f"`factcheck {command}`" for _, command in OBSTACLES.values()])
def test_a_command_of_review_is_told_as_its_key(hint: str) -> None:
    told = with_keys(f"It has no verdict. {hint}")
    assert ("[" in told) == ("review" in hint)


def test_a_blind_verdict_has_a_key_of_its_own() -> None:
    assert with_keys("`factcheck review decide 7k2m VERDICT --blind` opens it.") == "[b] opens it."
