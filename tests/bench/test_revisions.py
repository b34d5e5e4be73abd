"""Two readings of one text are compared claim by claim."""

from typing import Any

import pytest

from bench.reading.revisions import differences


def claim(
    start: int, end: int, value: str = "5", hedge: str = "exact", source: str | None = None
) -> dict[str, Any]:
    return {
        "span": [start, end],
        "surface": value,
        "quantity": {"low": value, "high": value, "point": value, "hedge": hedge, "unit": None},
        "attribution": {
            "type": "named" if source else "none",
            "source": source,
            "canonical": source,
            "via": [],
        },
    }


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ([claim(0, 1)], [claim(0, 1)], []),
        ([], [claim(0, 1)], ["gained"]),
        ([claim(0, 1)], [], ["lost"]),
        ([claim(0, 1)], [claim(4, 5)], ["lost", "gained"]),
        ([claim(0, 1)], [claim(0, 3, "5.5")], ["value"]),
        ([claim(0, 1)], [claim(0, 1, hedge="about", source="WHO")], ["hedge, source"]),
        ([claim(0, 9)], [claim(0, 2), claim(5, 9)], ["gained"]),
    ],
)
def test_what_came_went_and_changed_is_told(old: list[Any], new: list[Any], told: list[str]) -> None:
    assert [difference.what for difference in differences({"a.txt": old}, {"a.txt": new})] == told


def test_a_text_that_only_one_revision_could_read_is_gained_or_lost_whole() -> None:
    found = differences({"a.txt": [claim(0, 1)]}, {"b.txt": [claim(0, 1), claim(3, 4)]})
    assert [(one.path, one.what) for one in found] == [
        ("a.txt", "lost"),
        ("b.txt", "gained"),
        ("b.txt", "gained"),
    ]
