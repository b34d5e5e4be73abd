"""Sentences of our own, each with what an editor reads in it: the core in braces, then its bounds."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.language.quantities import Found, read

# sentence with {core}; low; high; hedge; kind; unit
CLAIMS = [
    ("The council bought {1,250} saplings.", "1250", "1250", "exact", "count", None),
    ("Over {1,250} saplings died.", "1250", None, "over", "count", None),
    ("It spared no fewer than {19} barns.", "19", None, "at_least", "count", None),
    ("Some {4,100} ewes were moved.", "4100", "4100", "about", "count", None),
    ("Nearly {3 million} bricks were sold.", None, "3000000", "nearly", "count", None),
    ("Up to {340} berths will go.", None, "340", "up_to", "count", None),
    ("Fewer than {80} kites are left.", None, "80", "under", "count", None),
    ("Between {30 and 45} vans queued.", "30", "45", "range", "count", None),
    ("About {30-45} vans queued.", "30", "45", "about_range", "count", None),
    ("{Dozens} of kites were seen.", "24", None, "vague", "count", None),
    ("{Tens of thousands} of eels died.", "20000", None, "vague", "count", None),
    ("Several {hundred} eels died.", "300", None, "vague", "count", None),
    ("{Two or three hundred} eels died.", "200", "300", "range", "count", None),
    ("It needs {40 litres} or more.", "40", None, "at_least", "measure", "litre"),
    ("The {two-and-a-half-hour} play bored him.", "2.5", "2.5", "exact", "duration", "hours"),
    ("It took {a year and a half} to build.", "1.5", "1.5", "exact", "duration", "years"),
    ("It rose by {4.1 percent} in May.", "4.1", "4.1", "exact", "percent", "percent"),
    ("It rose by {25 basis points}.", "25", "25", "exact", "percent", "basis points"),
    ("The lot fetched {£3-4m} at auction.", "3000000", "4000000", "range", "money", "GBP"),
    ("He owes {$1.5 million to $2 million}.", "1500000", "2000000", "range", "money", "USD"),
    ("The state spent {Rs 3.8 crore} on pumps.", "38000000", "38000000", "exact", "money", "INR"),
    ("A pint costs {95p} there.", "95", "95", "exact", "money", "pence"),
    ("{One in four} pupils walks.", "0.25", "0.25", "exact", "ratio", None),
    ("More than {two-fifths} of pupils walk.", "0.4", None, "over", "ratio", None),
    ("The rate was {6.5 births per 1,000} women.", "6.5", "6.5", "exact", "ratio", "per 1,000"),
    ("Sales more than {doubled} in June.", "2", None, "over", "ratio", None),
    ("They sold {three times} as many kites.", "3", "3", "exact", "ratio", None),
    ("The {41-year-old} baker slept.", "41", "41", "exact", "other", "years of age"),
    ("Nobody aged {70} and over came.", "70", None, "at_least", "other", "years of age"),
    ("It counted {640 (95% CI 580-710)}.", "580", "710", "range", "count", None),
    ("The mast stands {40 ± 5 metres} high.", "35", "45", "range", "measure", "metre"),
    ("It fell to {-12C} in the night.", "-12", "-12", "exact", "measure", "celsius"),
    ("Between {3m and 4m} eels died.", "3000000", "4000000", "range", "count", None),
    ("The pool is {25m to 50m} long.", "25", "50", "range", "measure", "metre"),
    ("Up to and including {18} crew may sail.", None, "18", "up_to", "count", None),
    ("The injured number {18} now.", "18", "18", "exact", "count", None),
    ("Its members number {900}.", "900", "900", "exact", "count", None),
    ("She was {51} when it closed.", "51", "51", "exact", "other", "years of age"),
    ("He is {51}.", "51", "51", "exact", "other", "years of age"),
    ("He is {51} places behind.", "51", "51", "exact", "count", None),
    ("It sold {12 to 15,500} kites.", "12", "15500", "range", "count", None),
    ("The cellar read {-7 kelvin}.", "-7", "-7", "exact", "measure", "kelvin"),
    ("Wages moved {-3 percent} in May.", "-3", "-3", "exact", "percent", "percent"),
    ("She drew a crowd -{12} pupils among them.", "12", "12", "exact", "count", None),
    ("She ran it in {2:19:30}.", "8370", "8370", "exact", "duration", "seconds"),
    ("Rovers lost {3-1} at home.", None, None, "exact", "ratio", None),
    ("Divers found {a quarter of a million} coins.", "250000", "250000", "exact", "count", None),
    ("They freed a {fourth} whale at noon.", "4", "4", "exact", "ordinal", None),
    ("More than 100 but fewer than {200} eels died.", "100", "200", "range", "count", None),
    ("The rate ticked up to {6.5%}.", "6.5", "6.5", "exact", "percent", "percent"),
    ("Output was revised up to {6.5%}.", "6.5", "6.5", "exact", "percent", "percent"),
    ("They want a {$9} minimum wage.", "9", "9", "exact", "money", "USD"),
    ("It costs {$9} minimum.", "9", None, "at_least", "money", "USD"),
    ("Take {3} q + 4 of it.", "3", "3", "exact", "count", None),
    ("Mix them in a ratio of {3 to 4}.", "0.75", "0.75", "exact", "ratio", None),
    ("The {3 to 4} ratio held.", "0.75", "0.75", "exact", "ratio", None),
    ("It passed by a vote of {31 to 12}.", None, None, "exact", "ratio", None),
    ("It lost {$31 bln} there.", "31000000000", "31000000000", "exact", "money", "USD"),
    ("Anything with more than {2000} more is dear.", "2000", None, "over", "count", None),
    ("She won {2-6} 6-3 6-1.", None, None, "exact", "ratio", None),
    ("He scored {two} second-half tries.", "2", "2", "exact", "count", None),
    ("Take {two} pills, at least six hours apart.", "2", "2", "exact", "count", None),
    ("Take two pills, at least {six hours} apart.", "6", None, "at_least", "duration", "hours"),
    ("Ibarra is {51}.", "51", "51", "exact", "other", "years of age"),
    ("Mr. Ibarra was {51} when it closed.", "51", "51", "exact", "other", "years of age"),
    ("Ann Ibarra is {51}, and sings.", "51", "51", "exact", "other", "years of age"),
    ("Turnout was {51}.", "51", "51", "exact", "count", None),
    ("Membership is {51}.", "51", "51", "exact", "count", None),
    ("The Lund Index was {51}.", "51", "51", "exact", "count", None),
    ("Boil it for ~{20 - 30 minutes}.", "20", "30", "about_range", "duration", "minutes"),
    ("It prints sub-{9 nanometre} lines.", None, "9", "under", "measure", "nanometre"),
    ("A {30,000 to-40,000 year-old} jaw lay there.", "30000", "40000", "range", "other", "years of age"),
    ("It holds {10^6} eels.", "1000000", "1000000", "exact", "count", None),
    ("It is {2^-3} of that.", "0.125", "0.125", "exact", "count", None),
    ("He ran {a third of a mile}.", "0.333333333333", "0.333333333333", "exact", "measure", "mile"),
    ("It is {three hundred and twenty-six hundredths}.", "300.26", "300.26", "exact", "ratio", None),
    ("Some {14} first-team players left.", "14", "14", "about", "count", None),
]


COUNTED = [
    ("Some {14} first-team players left.", "first-team players"),
    ("They sold {14} second-hand carts.", "second-hand carts"),
]


def _bare(marked: str) -> str:
    return marked.replace("{", "").replace("}", "")


def _claim_at(marked: str) -> Found:
    text = _bare(marked)
    start, end = marked.index("{"), marked.index("}") - 1
    (claim,) = [claim for claim in read(text)[0] if claim.span.start < end and start < claim.span.end]
    return claim


def _decimal(value: str | None) -> Decimal | None:
    return None if value is None else Decimal(value)


@pytest.mark.parametrize(("marked", "low", "high", "hedge", "kind", "unit"), CLAIMS)
def test_a_stated_number_keeps_its_bounds_its_hedge_and_its_unit(marked, low, high, hedge, kind, unit):
    quantity = _claim_at(marked).quantity
    assert (quantity.low, quantity.high) == (_decimal(low), _decimal(high))
    assert (quantity.hedge, quantity.kind, quantity.unit) == (hedge, kind, unit)


@pytest.mark.parametrize(("marked", "counted"), COUNTED)
def test_a_hyphen_keeps_what_is_counted_together(marked, counted):
    assert _claim_at(marked).quantity.counted == counted


@pytest.mark.parametrize("text", ["It draws so many J/m^2 there.", "It had a few fb−1 there."])
def test_the_exponent_of_a_unit_is_no_number(text):
    found, notices = read(text)
    assert found == ()
    assert [notice.code for notice in notices] == ["name"]


# what is not a claim; the code of its notice
DECLINED = [
    ("It opened on 12 May.", "date"),
    ("It opened on May 12 and 14.", "date"),
    ("It ran on Dec. 6-9.", "date"),
    ("It turned \x1b[31mred.", "hidden-character"),
    ('It is <post id="672138506081275904"> there.', "identifier"),
    ("It opened in 1987.", "year"),
    ("It opened in the 1980s.", "year"),
    ("The 2019-20 season was short.", "year"),
    ("Gates close at 4.30pm.", "time"),
    ("Gates close at 10:30.", "time"),
    ("He finished 11th.", "ordinal"),
    ("It was the second flood.", "ordinal"),
    ("See Table 2.", "reference"),
    ("They sang on Channel 4.", "label"),
    ("He flew a Boeing 737.", "name"),
    ("It spread COVID-19.", "name"),
    ("The 5G row went on.", "name"),
    ("Call 020 7946 0018 now.", "identifier"),
    ("She lives at 14 Mill Lane Road.", "identifier"),
    ("2. Boil the kettle.", "list-number"),
    ("One should never trust it.", "pronoun-one"),
    ("The two floods met.", "re-mention"),
    ("It is 1.234 wide.", "ambiguous-number"),
    ("It was Harbour Cup 2018 day.", "year"),
    ("Gates close at 12 noon.", "time"),
    ("It is the 4 th flood.", "ordinal"),
    ("About 1\u200b2,000 came.", "hidden-character"),
    ("It cost 1\u0660,000 coins.", "mixed-digits"),
    ("It grew 10^400 times.", "unreadable-number"),
    ("It is worth 1e999999999 now.", "unreadable-number"),
    ("A handful of eels died.", "no-figure"),
    ("They took seven-figure fees.", "no-figure"),
    ("Bus number 18 came.", "label"),
    ("It sold 20 to 30,000 kites.", "ambiguous-number"),
    ("7" * 400, "too-long"),
]


@pytest.mark.parametrize(("text", "code"), DECLINED)
def test_what_is_no_claim_is_declined_out_loud(text, code):
    found, notices = read(text)
    assert found == ()
    assert {notice.code for notice in notices} == {code}


def test_three_zeros_behind_a_point_are_no_decimals_where_commas_group():
    found, notices = read("It fed 5,000 eels and 12.000 ewes.")
    assert [claim.quantity.point for claim in found] == [5000]
    assert [(notice.code, [reading.point for reading in notice.readings]) for notice in notices] == [
        ("ambiguous-number", [12, 12000])
    ]


@pytest.mark.parametrize(
    ("phrase", "points"),
    [
        ("60", True),
        ("over 60", True),
        ("about 60", True),
        ("nearly 60", True),
        ("at least 60", False),
        ("up to 60", False),
        ("fewer than 60", False),
        ("between 50 and 60", False),
        ("dozens of", False),
    ],
)
def test_a_figure_is_pointed_at_by_the_hedges_of_which_it_is_the_figure(phrase, points):
    (claim,) = read(f"It spared {phrase} ewes.")[0]
    assert (claim.quantity.point is not None) == points


def test_pages_of_figures_without_a_word_are_declined_as_a_whole():
    found, notices = read("Of 1,312 ewes, 40 died.\n\n" + "31;4;" * 2000 + "\nOnly 12 calves lived.")
    assert found[-1].quantity.counted == "calves"
    assert [notice.code for notice in notices] == ["data"]
    assert len(found) < 200


def test_a_definite_number_that_was_said_before_is_no_second_claim():
    found, notices = read("The flood killed 1,500 ewes. The 1,500 were insured.")
    assert [claim.quantity.point for claim in found] == [1500]
    assert [notice.code for notice in notices] == ["re-mention"]


def test_a_doubtful_point_is_read_by_what_the_text_shows_elsewhere():
    assert read("It is 1.234 wide and holds 12,500 eels.")[0][0].quantity.point == Decimal("1.234")
    assert read("It holds 1.234 eels and 12.500.000 eggs.")[0][0].quantity.point == 1234
    (notice,) = read("It is 1.234 wide.")[1]
    assert [reading.point for reading in notice.readings] == [Decimal("1.234"), 1234]


HEADINGS = "Gale sinks eighteen\nFerry line sold\nTrawler lands two hundred\nMillion Pound Bridge shut"
WRAPPED = (
    "The gale that came in the night sank some eighteen\nhundred boats, and of the\ncrews one was saved."
)


@pytest.mark.parametrize(
    ("text", "phrases"),
    [(HEADINGS, ["eighteen", "two hundred"]), (WRAPPED, ["some eighteen\nhundred boats"])],
)
def test_a_phrase_ends_with_its_heading_and_goes_on_in_wrapped_prose(text, phrases):
    found, _ = read(text)
    assert [claim.phrase_span.of(text) for claim in found][: len(phrases)] == phrases


def test_thousands_that_only_the_upper_end_of_a_range_names_leave_two_readings():
    (notice,) = read("It sold 20 to 30,000 kites.")[1]
    assert [(reading.low, reading.high) for reading in notice.readings] == [(20, 30000), (20000, 30000)]


def test_a_number_of_two_hundred_digits_is_read_exactly():
    (claim,) = read("It has " + "9" * 200 + " grains.")[0]
    assert claim.quantity.point == Decimal("9" * 200)


@pytest.mark.parametrize(
    ("text", "phrase", "counted", "predicate"),
    [
        ("Over 150 angry farmers were arrested.", "Over 150 angry farmers", "angry farmers", "arrested"),
        ("The flood, killing at least 12.", "at least 12", None, "killed"),
        ("Dozens of small boats sank.", "Dozens of small boats", "small boats", None),
        ("A three-judge bench sat.", "three-judge", "judge", None),
        ("About 5% of adult voters came.", "About 5% of adult voters", "adult voters", None),
    ],
)
def test_a_phrase_takes_the_hedge_and_the_counted_words_but_not_the_clause(text, phrase, counted, predicate):
    (claim,) = read(text)[0]
    assert claim.phrase_span.of(text) == phrase
    assert (claim.quantity.counted, claim.predicate) == (counted, predicate)


def test_a_rise_from_one_number_to_another_is_two_claims_and_a_span_of_prices_one():
    assert len(read("The toll rose from 14 to 31.")[0]) == 2
    assert len(read("Tickets range from $14 to $31.")[0]) == 1


PIECES = st.sampled_from(
    (
        *(
            "12",
            "1,500",
            "3.2",
            "million",
            "dozens",
            "of",
            "two",
            "hundred",
            "and",
            "half",
            "a",
            "third",
            "over",
        ),
        *(
            "about",
            "between",
            "to",
            "-",
            "–",
            "%",
            "$",
            "€",
            "years",
            "in",
            "May",
            "2019",
            "one",
            "at",
            "least",
        ),
        *(",", ".", ";", "(", ")", "\u200b", "\u202e", "½", "10:30", "per", "people", "were", "killed", "or"),
        *("more", "-12C", "Rs", "٤٥", "e9", "^", "\n\n", "but", "fewer", "than", "minus", "fold", "×", "°"),
    )
)


@given(st.lists(PIECES, max_size=24), st.sampled_from(["", " "]))
def test_any_text_is_read_without_a_crash_and_every_span_lies_in_it(pieces, glue):
    text = glue.join(pieces)
    found, notices = read(text)
    spans = [claim.span for claim in found] + [notice.span for notice in notices]
    assert all(span.end <= len(text) for span in spans)
    assert [claim.span for claim in found] == sorted(claim.span for claim in found)
    assert all(one.end <= two.start for one, two in zip(sorted(spans), sorted(spans)[1:], strict=False))
    assert all(claim.phrase_span.covers(claim.span) for claim in found)


@given(st.text(max_size=60))
def test_no_character_makes_the_reader_stumble(text):
    assert read(text) == read(text)
