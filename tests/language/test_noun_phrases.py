"""Where the phrase that names a source begins and ends: brackets mark it."""

import pytest

from factcheck.language.sources.noun_phrases import phrase_after, phrase_before
from factcheck.language.sources.words import words
from factcheck.model import Span

BEFORE_A_VERB = [
    "[The harbour board] said",
    "[Professor Hugh Pall of Leeds University] said",
    "In a statement [the bank] said",
    "On its website [Nordic Air] said",
    "that [the interior ministry] said",
    "It rained, [police and medics] said",
    "[Doctors, nurses and porters] said",
    "Boats sank and [the navy] said",
    "[A poll of voters in Leeds] said",
    "[Save the Children] said",
    "when [she] said",
]
BEHIND_A_PREPOSITION = [
    "to [the coastguard]",
    "to [a report on Friday by UpGuard, a security firm], two",
    "to [the ministry] recovered at least two",
    "to [the Red Cross and officials] ranging from two",
    "to [Ann Lowe, who farms near Hull], two",
    "to [the bank] in May",
    "to [the bank] over two",
    "to [a March 14, 2019 press release], two",
]


def plain(marked: str) -> str:
    return marked.replace("[", "").replace("]", "")


@pytest.mark.parametrize("marked", BEFORE_A_VERB)
def test_a_phrase_is_found_before_its_verb(marked: str) -> None:
    text = plain(marked)
    cut = words(text, Span(0, len(text)), ())
    phrase = phrase_before(cut, len(cut) - 1)
    assert phrase is not None
    start, end = cut[phrase[0]].start, cut[phrase[1] - 1].end
    assert f"{text[:start]}[{text[start:end]}]{text[end:]}" == marked


@pytest.mark.parametrize("marked", BEHIND_A_PREPOSITION)
def test_a_phrase_is_found_behind_its_preposition(marked: str) -> None:
    text = plain(marked)
    cut = words(text, Span(0, len(text)), ())
    phrase = phrase_after(cut, 1)
    assert phrase is not None
    start, end = cut[phrase[0]].start, cut[phrase[1] - 1].end
    assert f"{text[:start]}[{text[start:end]}]{text[end:]}" == marked
