"""A passage is taken from a file in its words, with its page, and looked for there again."""

from pathlib import Path

import pytest

from tests.cli.conftest import Typed
from tests.reading.makers import pdf

PAGES = [
    [(72, 700, 12, "The Marnish grid lost power on Friday."), (72, 680, 12, "Crews were sent out at noon.")],
    [(72, 700, 12, "The ministry counted 304 people without power."), (72, 680, 12, "It was cold.")],
    [(72, 700, 12, "The union counted 512 people without power."), (72, 680, 12, "It was cold.")],
]
ROMAN = "<< /Nums [0 << /S /r /St 5 >>] >>"  # pages v, vi and vii


@pytest.fixture
def claim(type_in: Typed, tmp_path: Path) -> str:
    (tmp_path / "report.pdf").write_bytes(pdf(PAGES))
    added = type_in("add", "over 300 people were without power", "--source", "Estmark Grid", "--json")
    return str(added.json["claim"]["id"])


def cite(type_in: Typed, claim: str, *others: str) -> tuple[int, str, dict[str, object]]:
    answer = type_in("cite", claim, "--source", "Ministry of Energy", "--json", *others)
    last = answer.json["citations"][-1] if answer.code == 0 else {}
    return answer.code, answer.err, last


def test_the_words_page_and_file_are_kept(type_in: Typed, claim: str) -> None:
    code, _, cited = cite(
        type_in, claim, "--file", "report.pdf", "--page", "2", "--quote", "counted 304 people"
    )
    assert code == 0
    assert cited["passage"] == "counted 304 people"
    anchor = cited["anchor"]
    assert isinstance(anchor, dict)
    assert (anchor["path"], anchor["locator"]) == ("report.pdf", "p. 2")
    assert (anchor["prefix"][-15:], anchor["suffix"][:15]) == ("\n\nThe ministry ", " without power.")
    assert len(anchor["sha256"]) == 64
    assert "p. 2 of report.pdf" in type_in("show", claim).out


@pytest.mark.parametrize(
    ("others", "code", "says"),
    [
        (("--quote", "counted 305 people"), 2, "304 instead of 305"),
        (("--quote", "counted 30 people"), 2, "304 instead of 30"),
        (("--page", "1", "--quote", "counted 304 people"), 2, "do not stand"),
        (("--page", "9", "--quote", "counted 304 people"), 3, "no page 9"),
        (("--quote", "people without power"), 2, "2 places"),
        ((), 2, "which words"),
        (("words", "--quote", "other words"), 2, "which words"),
    ],
)
def test_what_does_not_stand_there_is_refused(
    type_in: Typed, claim: str, others: tuple[str, ...], code: int, says: str
) -> None:
    before = type_in("audit", "log", "--json").out
    refused, told, _ = cite(type_in, claim, "--file", "report.pdf", *others)
    assert refused == code
    assert says in told
    assert type_in("audit", "log", "--json").out == before


def test_a_page_is_named_as_printed_before_it_is_counted(type_in: Typed, claim: str, tmp_path: Path) -> None:
    (tmp_path / "report.pdf").write_bytes(pdf(PAGES, labels=ROMAN))
    for page in ("vi", "2"):
        code, told, cited = cite(type_in, claim, "--file", "report.pdf", "--page", page, "counted 304 people")
        assert code == 0, told
        assert cited["anchor"]["locator"] == "p. vi"  # type: ignore[index]


def test_an_archive_and_a_locator_are_kept_and_add_to_what_is_known(type_in: Typed, claim: str) -> None:
    cite(type_in, claim, "--file", "report.pdf", "counted 304 people")
    code, _, cited = cite(type_in, claim, "counted 304 people", "--archive", "https://archive.example/1")
    assert code == 0
    anchor = cited["anchor"]
    assert isinstance(anchor, dict)
    assert anchor["archive"] == "https://archive.example/1"
    assert anchor["path"] == "report.pdf"
    assert "archived at https://archive.example/1" in type_in("show", claim).out


def test_recheck_finds_nothing_while_all_stands(type_in: Typed, claim: str) -> None:
    cite(type_in, claim, "--file", "report.pdf", "counted 304 people")
    answer = type_in("recheck")
    assert (answer.code, answer.out.strip()) == (0, "1 passage stands as quoted.")


@pytest.mark.parametrize(
    ("line", "code", "says"),
    [
        ("The ministry counted 304 people without power.", 0, "in a file that has changed"),
        ("The ministry counted 301 people without power.", 1, "301 instead of 304"),
        ("The ministry counted people without power.", 1, "do not stand"),
    ],
)
def test_recheck_looks_in_a_new_copy(
    type_in: Typed, claim: str, tmp_path: Path, line: str, code: int, says: str
) -> None:
    cite(type_in, claim, "--file", "report.pdf", "counted 304 people")
    (tmp_path / "copy.pdf").write_bytes(pdf([PAGES[0], [(72, 700, 12, line)]]))
    answer = type_in("recheck", claim, "--file", "copy.pdf")
    assert answer.code == code
    assert says in " ".join(answer.out.split())
    found = type_in("recheck", "--file", "copy.pdf", "--json").json["passages"]
    assert [(one["stands"], one["path"]) for one in found] == [(code == 0, "copy.pdf")]


def test_a_file_that_is_gone_is_told(type_in: Typed, claim: str, tmp_path: Path) -> None:
    cite(type_in, claim, "--file", "report.pdf", "counted 304 people")
    (tmp_path / "report.pdf").unlink()
    answer = type_in("recheck")
    assert answer.code == 1
    assert "no such file" in answer.out
    assert type_in("recheck", "--file", "nowhere.pdf").code == 3
