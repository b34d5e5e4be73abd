"""A difference to another year is held against what was stated of that year, here or elsewhere."""

from tests.agreement.articles import all_of, figure, found

TEXT = (
    "Last week's strike reached at least 118 towns. That is at least 40 more towns than the strike of 2011."
)


def test_without_a_figure_of_that_year_nothing_is_said() -> None:
    assert found(TEXT) == []
    assert found(TEXT, figure("79 towns", measure="towns-2012")) == []
    assert found(TEXT, figure("79 people", measure="arrested-2011")) == []


def test_a_figure_from_elsewhere_shows_that_the_difference_is_short() -> None:
    one, other = all_of(
        TEXT,
        figure("79 towns", "2011-05-02", measure="towns-2011", outlet="The Crier"),
        figure("79 towns", "2012", measure="towns-2011"),
        figure("more than 85 localities", "2013", measure="towns-2011"),
    )
    assert one.verdict == other.verdict == "short"
    assert one.citations == ("f-2011-05-02", "f-2012")
    assert [span.of(TEXT) for span in one.spans] == ["118", "40"]
    assert one.sentence == (
        "“at least 118 towns” is only 39 more than “79 towns” (Harbour Watch, The Crier, 2011-05-02), "
        "not “at least 40 more towns”; to hold, “at least 118 towns” would have to be at least 119."
    )


def test_a_figure_that_leaves_room_is_no_finding() -> None:
    assert found(TEXT, figure("78 towns", measure="towns-2011")) == []
    assert found(TEXT, figure("about 80 towns", measure="towns-2011")) == []


def test_the_figure_may_stand_in_the_text_itself() -> None:
    text = "The strike of 2011 reached 79 towns.\n\n" + TEXT
    assert found(text) == [("arithmetic", "79", "118", "40")]
