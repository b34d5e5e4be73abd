"""An explanation names the rows and the rules behind a reading, and what was tried in vain."""

import pytest

from factcheck.language.explanations import Explanation, explain
from factcheck.language.lexicon import table
from factcheck.language.tracing.readings import Fact, Reading, Tried, in_words
from factcheck.model import Document, Span
from factcheck.reading.files import make_document


def at(text: str, words: str, *, media_type: str = "text/plain") -> Explanation:
    """The explanation at the first letter of these words."""
    found = explain(make_document(text, media_type=media_type), text.index(words))
    assert found is not None
    return found


def fact(reading: Reading | None, what: str) -> Fact:
    assert reading is not None
    return next(one for one in reading.facts if one.what == what)


def tried(reading: Reading | None, words: str) -> Tried:
    assert reading is not None
    return next(one for one in reading.tried if one.words == words)


SLIDE = "The slide buried some 40 homes, worth $3m or more, and 5 km of road, the navy said."


@pytest.mark.parametrize(
    ("words", "what", "shown", "says", "table_name"),
    [
        ("40", "numeral", "40", "40 (digits, to the 10)", None),
        ("40", "hedge", "some", "about", "hedges.tsv"),
        ("40", "counted", "homes", "", None),
        ("$3m", "hedge", "or more", "at_least", "hedges.tsv"),
        ("$3m", "unit", "$", "USD (money)", "currencies.tsv"),
        ("5 km", "unit", "km", "kilometre (measure)", "units.tsv"),
        ("5 km", "kind", "", "measure", None),
    ],
)
def test_a_claim_rests_on_these_words_and_rows(
    words: str, what: str, shown: str, says: str, table_name: str | None
) -> None:
    found = fact(at(SLIDE, words).numbers[0], what)
    assert (found.words, found.says, found.row.table if found.row else None) == (shown, says, table_name)


def test_a_row_is_one_of_its_table_and_brings_its_example() -> None:
    row = fact(at(SLIDE, "40").numbers[0], "hedge").row
    assert row is not None
    assert {"phrase": row.entry, "example": row.example}.items() <= next(
        found.items() for found in table("hedges") if found["phrase"] == "some"
    )


@pytest.mark.parametrize(
    ("text", "words", "code", "rule"),
    [
        ("She left on May 12, he said.", "12", "date", "declined.is_dated"),
        ("See Article 50, he said.", "50", "reference", "declined.label"),
        ("She left in 2019, he said.", "2019", "year", "declined.is_year"),
        ("She left for Mars-7, he said.", "7", "name", "shapes.glued_before"),
        ("She left at 10:30, he said.", "10:30", "time", "shapes.shape"),
        ("It was the second round of the vote.", "second", "ordinal", "idioms.ordinal"),
        ("She bought 1.234 of them.", "1.234", "ambiguous-number", "quantities._settled"),
    ],
)
def test_a_declined_number_names_the_rule_that_declined_it(
    text: str, words: str, code: str, rule: str
) -> None:
    found = at(text, words)
    assert found.notice is not None
    assert found.claim is None
    assert found.notice.code == code
    declined = fact(found.numbers[0], "declined")
    assert declined.rule == rule
    assert declined.question
    assert found.source is None


def test_both_readings_of_an_ambiguous_number_are_told() -> None:
    readings = [one.says for one in at("She bought 1.234 of them.", "1.234").numbers[0].facts[1:]]
    assert readings == ["1.234", "1234"]


def test_a_word_that_states_no_number_here_says_why() -> None:
    found = at("The test scores came late.", "scores")
    assert (found.claim, found.notice) == (None, None)
    assert "test scores" in fact(found.numbers[0], "no number").question


def test_what_else_it_might_have_been_is_told_with_the_answer_no() -> None:
    reading = at("They counted 40 homes.", "40").numbers[0]
    assert {"declined.is_dated", "declined.is_year", "declined.label"} <= {one.rule for one in reading.tried}
    assert {one.answer for one in reading.tried} == {"no"}


def test_a_range_that_two_numbers_make_has_a_reading_for_each() -> None:
    found = at("More than 100 but fewer than 200 people fled.", "100")
    assert found.claim is not None
    assert found.claim.quantity.hedge == "range"
    assert [fact(number, "hedge").says for number in found.numbers] == ["over", "under"]


@pytest.mark.parametrize(
    ("text", "cue", "entry", "construction"),
    [
        ("According to the navy, 12 sailors drowned.", "According to", "according to", "credits.by_phrase"),
        ("The navy said 12 sailors drowned.", "said", "said", "clauses.by_subject"),
        ("“12 sailors drowned”, said the navy.", "said", "said", "clauses.by_inversion"),
        ("The union's claim that 12 jobs went is old.", "claim", "claim", "credits.by_owner"),
        ("12 cases were recorded by the ministry.", "recorded by", "recorded", "credits.by_maker"),
    ],
)
def test_a_source_has_its_cue_its_row_and_its_construction(
    text: str, cue: str, entry: str, construction: str
) -> None:
    source = at(text, "12").source
    found = fact(source, "cue")
    assert found.words == cue
    assert found.row is not None
    assert found.row.entry == entry
    assert fact(source, "construction").rule == construction
    assert "12" in fact(source, "vouches for").words


def test_an_inherited_source_names_the_link() -> None:
    source = at("The navy said 12 sailors drowned. Of these, 3 were cadets.", "3 were").source
    assert fact(source, "found").rule == "attributions._linked"
    assert "by the link" in fact(source, "vouches for").says


def test_a_pronoun_says_whom_it_stands_for() -> None:
    source = at("Ana Holt arrived. She said 12 boats sank.", "12").source
    assert fact(source, "stands for").says == "Ana Holt"
    assert fact(source, "stands for").rule == "anaphora.antecedent"


def test_a_label_is_a_way_to_a_source() -> None:
    source = at("SENATOR HOLT: We lost 12 boats in that storm.", "12").source
    assert fact(source, "found").rule == "attributions._labelled"


def test_who_passes_a_figure_on_is_told() -> None:
    source = at("According to residents quoted by El Faro, 12 boats sank.", "12").source
    passed = fact(source, "passed on by")
    assert (passed.words, passed.says) == ("El Faro", "“quoted by”")


def test_a_word_of_the_cue_tables_that_credits_nobody_says_why() -> None:
    found = tried(at("Media reports of 12 dead were false, the navy said.", "12").source, "reports")
    assert found.outcome == "credits nobody here"
    assert found.row is not None
    assert found.row.table == "cue_verbs.tsv"
    assert found.question


def test_a_source_that_vouches_for_other_words_is_told() -> None:
    text = "The navy counted 40 boats, and the mayor, who said 12 had sunk, left."
    source = at(text, "40").source
    assert source is not None
    assert "vouches for other words" in [one.outcome for one in source.tried]


def test_nobody_credited_is_the_own_voice_and_says_which_ways_were_tried() -> None:
    source = at("Some 12 boats sank.", "12").source
    assert "own voice" in fact(source, "found").says
    assert source is not None
    ways = {one.rule for one in source.tried}
    assert {"attributions._linked", "attributions._labelled", "attributions._announced"} <= ways


def test_an_offset_in_the_phrase_finds_the_claim_and_one_elsewhere_nothing() -> None:
    text = "At least 40 boats sank off the coast."
    found = at(text, "least")
    assert found.claim is not None
    assert found.claim.surface == "40"
    assert explain(make_document(text), text.index("coast")) is None


def test_markdown_is_explained_at_the_offsets_of_the_file() -> None:
    text = "# News\n\nThe **navy** said **40 boats** sank.\n"
    found = at(text, "40", media_type="text/markdown")
    assert found.claim is not None
    assert found.span.of(text) == "40"
    assert fact(found.source, "cue").words == "said"


@pytest.mark.parametrize(
    "text", ["0", "½", "one", "a", "1.234.567", "9" * 400, "1\u200b2", "said 12 said 13"]
)
def test_every_place_of_a_text_can_be_explained_or_is_nothing(text: str) -> None:
    document: Document = make_document(text)
    for offset in range(len(text)):
        found = explain(document, offset)
        assert found is None or found.numbers


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (True, "yes"),
        (None, "no"),
        (0, "0"),
        ("date", "date"),
        ((), "nothing"),
        (("b", "a"), "b, a"),
        (frozenset("ba"), "a, b"),
        (Span(1, 3), "“el”"),
        (Fact("unit", "km", ""), "Fact: what unit, words km"),
    ],
)
def test_an_answer_is_put_in_words(answer: object, words: str) -> None:
    assert in_words(answer, "hello") == words
