"""A text that introduces short names says which long name they mean."""

import pytest

from factcheck.language.acronyms import Introduction, introductions


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "the Union of Harbour Workers of Estmark (UHWE/HAFEN) met",
            [Introduction("Union of Harbour Workers of Estmark", ("UHWE", "HAFEN"))],
        ),
        ("On Monday the North Sea Survey (NSS) said", [Introduction("North Sea Survey", ("NSS",))]),
        (
            "the Agency for Road Transport and Safety (ARTS)",
            [Introduction("Agency for Road Transport and Safety", ("ARTS",))],
        ),
        (
            "UHWE (Union of Harbour Workers of Estmark)",
            [Introduction("Union of Harbour Workers of Estmark", ("UHWE",))],
        ),
        ("met the North Sea Survey, or NSS, on", [Introduction("North Sea Survey", ("NSS",))]),
        ("the North Sea Survey, known as the NSS.", [Introduction("North Sea Survey", ("NSS",))]),
        ("the North Sea Survey (hereafter “NSS”)", [Introduction("North Sea Survey", ("NSS",))]),
        ("the North Sea Survey (the NSS, or SNM)", [Introduction("North Sea Survey", ("NSS", "SNM"))]),
        ("On Monday Estmark Sea Watch (ESWNGO)", [Introduction("Estmark Sea Watch", ("ESWNGO",))]),
        ("told the Łódzki Chór Morski (ŁCM)", [Introduction("Łódzki Chór Morski", ("ŁCM",))]),
        ("the Conseil national de la Mer (CNM)", [Introduction("Conseil national de la Mer", ("CNM",))]),
        ("the U.S. Tea Safety Board (TSB)", [Introduction("U.S. Tea Safety Board", ("TSB",))]),
        ("the Tea, Trade and Fish Union (TTFU)", [Introduction("Tea, Trade and Fish Union", ("TTFU",))]),
        ("NSS (in Oslo) and Estmark, or NSS, said", []),
        ("NSS (the survey of the North Sea)", []),
        ("the Interior Ministry (NTB)", []),
        ("the survey office (SO)", []),
        ("OSLO (NTB) Two ferries collided.", []),
        ("the harbour master (aged 51) said", []),
        ("Big Blue Company (which closed)", []),
    ],
)
def test_initials_tie_short_names_to_a_long_one(text: str, expected: list[Introduction]) -> None:
    assert list(introductions(text)) == expected


@pytest.mark.parametrize(
    "text", ["A " * 50_000, "(A" * 50_000, "A/" * 50_000 + "(", "Aa (AA) " * 10_000, "A, or " * 20_000]
)
def test_a_long_text_without_sense_takes_no_longer_than_its_length(text: str) -> None:
    assert len(introductions(text)) <= 1
