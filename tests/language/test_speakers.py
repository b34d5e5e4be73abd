"""Which labels at the head of a paragraph name a speaker."""

import pytest

from factcheck.language.sentences import paragraphs
from factcheck.language.sources.speakers import labels

LABELS = [
    ("SENATOR HOLT: My state lost jobs.", ["SENATOR HOLT"]),
    ("Amnesty: 304 killed in crackdown", ["Amnesty"]),
    ("Study: one in four clinics is shut", ["Study"]),
    ("Measles: 38 new cases in a week", []),
    ("Clinton: 547.\n\nSanders: 46.\n\nClinton: 12.", []),
    ("Ann: It rained all day.\n\nBob: It did not.\n\nAnn: It did, you know.", ["Ann", "Ann"]),
    ("He said: it rained all day.", []),
    ('"MR. HOLT: It rained all day.', ["MR. HOLT"]),
    ("Editor's Note: It rained all day.", []),
]


@pytest.mark.parametrize(("text", "names"), LABELS)
def test_a_label_names_a_speaker_and_no_topic(text: str, names: list[str]) -> None:
    assert [label.name.of(text) for label in labels(text, paragraphs(text))] == names
