"""A post is parted from its signature; digits are no letters; names are not first words."""

from factcheck.agreement.matching.profiles import LONGEST_WORDING, Telling, names_in, profile, telling_of


def test_a_signature_stands_around_what_is_said() -> None:
    telling = telling_of("The Marn dam broke. https://t.example/x — Jo Dowd (@jodowd) May 4, 2019")
    assert telling.said.strip() == "The Marn dam broke."
    assert telling.around == "Jo Dowd (@jodowd) May 4, 2019"


def test_a_dash_without_a_handle_signs_nothing() -> None:
    assert telling_of("The dam — built in 1950 — broke").around == ""


def test_wordings_hold_no_digits() -> None:
    twelve, nineteen = (profile(Telling(f"{number} people drowned")) for number in (12, 19))
    assert twelve.wordings == nineteen.wordings
    assert twelve.numbers != nineteen.numbers


def test_years_are_told_from_numbers_and_names_from_first_words() -> None:
    looked = profile(Telling("Floods of 2019 drove 340 from Marn. Nobody drowned."))
    assert (looked.years, looked.numbers) == ({"2019"}, {"340"})
    assert names_in(looked.telling.said) == {"marn"}


def test_what_stands_around_is_found_but_not_said() -> None:
    looked = profile(Telling("The dam broke", title="Flood in Marn", around="The Courier", sources=("MRC",)))
    assert looked.said == {"dam", "brok"}
    assert looked.beside >= {"flood", "marn", "courier", "mrc"}
    assert len(looked.wordings) == 2


def test_a_long_text_is_compared_by_its_beginning() -> None:
    assert len(profile(Telling("dam " * 5000)).wordings[0].words.split()) == LONGEST_WORDING
