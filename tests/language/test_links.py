"""Which sentences go on with the figures of the one before."""

import pytest

from factcheck.language.sources.links import announces, is_item, is_linked
from factcheck.model import Span

LINKED = [
    ("Ten lorries burned.", "Of these, six were new.", True),
    ("Ten lorries burned.", "Half of them were new.", True),
    ("Ten lorries burned.", "Of the lorries, six were new.", True),
    ("Ann took eight seats.", "Bob took the remaining two.", True),
    ("Ten lorries burned.", "For example, six were new.", True),
    ("Ten lorries burned.", "Of the villages, six were empty.", False),
    ("Ten lorries burned.", "The town has six schools.", False),
    ("Labour won 112 seats.", "The Centre took twenty-nine.", True),
    ("Labour won 112 seats.", "The Greens got only 4, their fewest.", True),
    ("Labour won 112 seats.", "The Greens took nine weeks to answer.", False),
    ("Labour won 112 seats.", "The Greens got lost.", False),
    ("Labour won.", "The Centre took nine.", False),
]


@pytest.mark.parametrize(("before", "sentence", "linked"), LINKED)
def test_a_link_is_an_anaphor_an_ellipsis_or_an_example(before: str, sentence: str, linked: bool) -> None:
    text = f"{before} {sentence}"
    first, second = Span(0, len(before)), Span(len(before) + 1, len(text))
    assert is_linked(text, second, first) is linked


@pytest.mark.parametrize(
    ("paragraph", "item"), [("- two", True), ("• two", True), ("3. two", True), ("two", False)]
)
def test_an_item_opens_with_its_mark(paragraph: str, item: bool) -> None:
    assert is_item(paragraph, Span(0, len(paragraph))) is item


def test_a_colon_at_the_end_announces() -> None:
    assert announces("He listed:", Span(0, 10))
    assert not announces("He left.", Span(0, 8))
