import io
import re
from dataclasses import replace

import pytest
from docx import Document as Word

from factcheck.errors import AskedWrongly
from factcheck.exchange.drafts import AUTHOR, is_ours, note_on, write_markdown, write_word
from factcheck.model import Dossier, State
from tests import factories as make
from tests.worked import worked

TEXT = "Flood\n\nBetween 30 and 40 *people*\tleft; about\n12,000 stayed\u202e.\n"
FOOTNOTES = re.compile(r"\[\^claim-\d+\](?!:)")


def dossier(text: str, phrase: str, name: str, **others: object) -> Dossier:
    told = make.dossier(document=make.document(text, **others))
    claim = replace(make.claim(), id=name, phrase=phrase, phrase_span=make.span_of(text, phrase))
    return replace(told, claim=claim)


DRAFT = [
    dossier(TEXT, "30 and 40", "b1a2m3n4p5"),
    dossier(TEXT, "about\n12,000", "c1a2m3n4p5"),
    dossier(TEXT, "Between 30 and 40 *people*", "a1a2m3n4p5"),
]


def word_of(*dossiers: Dossier) -> tuple[str, dict[str, str]]:
    """The text of the draft, and the words that each comment stands on."""
    out = io.BytesIO()
    assert write_word(dossiers, out) == len(dossiers)
    word = Word(out)
    anchored: dict[str, str] = {}
    open_ones: set[str] = set()
    for one in word.element.body.iter():
        tag = one.tag.rpartition("}")[2]
        if tag == "commentRangeStart":
            open_ones.add(one.values()[0])
        elif tag == "commentRangeEnd":
            open_ones.discard(one.values()[0])
        elif tag in ("t", "tab"):
            for name in open_ones:
                anchored[name] = anchored.get(name, "") + ("\t" if tag == "tab" else one.text)
    said = {str(comment.comment_id): comment.text for comment in word.comments}
    assert {comment.author for comment in word.comments} == {AUTHOR}
    return (
        "\n".join(paragraph.text for paragraph in word.paragraphs),
        {said[name].rpartition(" ")[2]: words for name, words in anchored.items()},
    )


def test_a_comment_stands_at_each_claim_also_where_claims_overlap_or_run_over_a_line() -> None:
    text, anchors = word_of(*DRAFT)
    assert text == "Flood\nBetween 30 and 40 *people*\tleft; about\n12,000 stayed⟨U+202E⟩."
    assert anchors == {
        "a1a2m3n4p5": "Between 30 and 40 *people*",
        "b1a2m3n4p5": "30 and 40",
        "c1a2m3n4p5": "about12,000",
    }


def test_a_word_draft_is_one_document_that_has_words() -> None:
    with pytest.raises(AskedWrongly, match="one document"):
        write_word([*DRAFT, make.dossier(document=make.document(id="another0000"))], io.BytesIO())
    with pytest.raises(AskedWrongly, match="no claim fits"):
        write_word([], io.BytesIO())
    with pytest.raises(AskedWrongly, match="redacted"):
        write_word([make.dossier(document=make.document(""))], io.BytesIO())


def markdown_of(*dossiers: Dossier) -> str:
    out = io.StringIO()
    assert write_markdown(dossiers, out) == len(dossiers)
    return out.getvalue()


def test_markdown_stays_the_markdown_that_it_is() -> None:
    text = "# Flood\n\n| Place | Moved |\n|---|---|\n| Town | over 1,200 |\n"
    told = markdown_of(dossier(text, "over 1,200", "c1a2m3n4p5", media_type="text/markdown"))
    assert "| Town | over 1,200[^claim-1] |\n" in told
    assert FOOTNOTES.sub("", told).startswith(text)


def test_in_any_other_text_no_sign_becomes_markdown() -> None:
    told = markdown_of(*DRAFT)
    assert r"Between 30 and 40[^claim-1] \*people\*[^claim-2]" in told
    assert "about\n\n12,000[^claim-3] stayed⟨U+202E⟩." in told
    assert told.count("\n[^claim-") == 3


def test_each_note_is_there_once_and_documents_are_kept_apart() -> None:
    other = dossier("Over 50 boats sank.", "Over 50 boats", "d1a2m3n4p5", id="boats000000")
    told = markdown_of(*DRAFT, other)
    assert sorted(re.findall(r"^\[\^claim-(\d)\]:", told, re.MULTILINE)) == ["1", "2", "3", "4"]
    assert "\n---\n" in told


def test_a_note_says_whose_word_what_the_evidence_says_and_what_is_open() -> None:
    state = State("blocked", "mixed", "Ana", "2026-11-24T12:00:00Z", question="Who counted\nthem?")
    assert note_on(replace(worked(), state=state)).split("\n") == [
        "Whose word: Marn Relief Council",
        "Six other origins give floors that neither confirm the claim nor rule it out.",
        "Score 0.50, between 0.19 and 0.81",
        "Valley Wire, for two duty officers of Civil Defence, says about 1,500, which supports the claim.",
        "The Ministry of the Interior says 230, at least 6.5 times lower.",
        "Verdict: mixed, decided by Ana, not yet signed off",
        "Open question: Who counted them?",
        "Claim c1a2m3n4p5",
    ]


def test_a_note_on_a_claim_without_evidence_is_short_and_known_again() -> None:
    note = note_on(replace(make.dossier(), citations=()))
    assert note == "Whose word: Marn Relief Council\nNothing has been cited yet.\nClaim c1a2m3n4p5"
    assert is_ours(note, AUTHOR)
    assert not is_ours(note, "Ana")
