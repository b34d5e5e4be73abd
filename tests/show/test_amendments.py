"""What was put right is told with its deed, its reason and what it changed."""

import pytest

from factcheck.model import Amendment, Change
from factcheck.show.amendments import amendment_lines
from factcheck.show.lines import plain_text

NOON = "2024-05-18T12:00:00Z"


def told(*, withdrawn: bool, changes: tuple[Change, ...] = (), disputed: bool = False) -> list[str]:
    one = Amendment("citation", "e1", NOON, "ana", "misread", withdrawn, changes, disputed)
    return [plain_text(line).strip() for line in amendment_lines([one], 80)]


@pytest.mark.parametrize(
    ("withdrawn", "changes", "deed"),
    [
        (True, (), "withdrew"),
        (False, (), "restored"),
        (False, (Change("number", "40", "41"),), "amended"),
        (True, (Change("number", "40", "41"),), "amended"),  # what was withdrawn before, and still is
    ],
)
def test_a_revision_is_called_by_what_it_did(withdrawn: bool, changes: tuple[Change, ...], deed: str) -> None:
    lines = told(withdrawn=withdrawn, changes=changes)
    assert lines[2] == f"{NOON}  {deed} citation e1  by ana"
    assert lines[3] == "misread"


def test_a_change_tells_what_was_and_what_is_and_nothing_where_nothing_was() -> None:
    assert told(withdrawn=False, changes=(Change("note", None, "seen"),))[4] == "- note: nothing -> seen"


def test_a_dispute_is_told() -> None:
    assert told(withdrawn=True, disputed=True)[2].endswith("in dispute")


def test_where_nothing_was_put_right_nothing_is_told() -> None:
    assert list(amendment_lines([], 80)) == []
