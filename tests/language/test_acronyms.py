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
        ("OSLO (NTB) Two ferries collided.", []),
        ("the harbour master (aged 51) said", []),
        ("Big Blue Company (which closed)", []),
    ],
)
def test_initials_tie_short_names_to_a_long_one(text: str, expected: list[Introduction]) -> None:
    assert list(introductions(text)) == expected
