"""Which words are cues where they stand: `{}` marks the cue, with its role behind it."""

import pytest

from factcheck.language.sources.cue_words import CUES
from factcheck.language.sources.cues import cues
from factcheck.language.sources.words import words
from factcheck.model import Span

WHERE = [
    ("Officials {report} two deaths.", "finite"),
    ("The paper {reports} only three deaths.", "finite"),
    ("He was {told} by aides.", "passive"),
    ("He left, {saying} it was late.", "gerund"),
    ("He {pointed out} two leaks.", "finite"),
    ("He {went on to say} it was late.", "finite"),
    ("{According to} police, it burned.", "phrase"),
    ("The union's {claim} that it burned.", "noun"),
    ("A UN report of May.", None),
    ("Media reports of May.", None),
    ("An estimated crowd of ten.", None),
    ("The United States of America.", None),
    ("In March it rained.", None),
    ("It costs two per day.", None),
    ("State records were lost.", None),
    ("He left, State Department men in tow.", None),
    ("Bell, who's {called for} calm.", "finite"),
    ("A count in May 2015 {showed} losses.", "finite"),
    ("The polls that {show} gains.", "finite"),
    ("They filed that claim.", None),
    ("It is demanding and dull.", None),
    ("Neither would say so.", None),
    ("By the union's {count} it burned.", "noun"),
]


@pytest.mark.parametrize(("marked", "role"), WHERE)
def test_a_form_is_a_cue_only_where_it_credits_somebody(marked: str, role: str | None) -> None:
    text = marked.replace("{", "").replace("}", "")
    found = list(cues(words(text, Span(0, len(text)), ())))
    assert [cue.role for cue in found] == ([] if role is None else [role])


@pytest.mark.parametrize(
    "form",
    [
        "said",
        "told",
        "written",
        "admitted",
        "planned",
        "shown",
        "denies",
        "pushes for",
        "made it clear",
        "agreeing",
    ],
)
def test_verbs_are_inflected(form: str) -> None:
    assert any(tuple(form.split()) == entry.words for entry in CUES[form.split(maxsplit=1)[0]])
