import pytest

from factcheck.exchange.data_tables import table
from factcheck.exchange.references.kinds import Format, is_periodical, kind_named, name_of


@pytest.mark.parametrize("form", ["bibtex", "ris"])
@pytest.mark.parametrize("row", table("reference_types"), ids=lambda row: row["csl"])
def test_every_kind_comes_back_from_its_name(row: dict[str, str], form: Format) -> None:
    assert kind_named(form, name_of(form, row["csl"])) == row["csl"]


@pytest.mark.parametrize("form", ["bibtex", "ris"])
def test_no_name_means_two_kinds(form: Format) -> None:
    names = [name for row in table("reference_types") for name in row[form].split()]
    assert len(names) == len(set(names))


@pytest.mark.parametrize(
    ("form", "name", "kind"),
    [
        ("bibtex", "techreport", "report"),
        ("bibtex", "article+letter", "article-journal"),
        ("ris", "WEB", "webpage"),
        ("ris", "NEWS2", "document"),
        ("bibtex", "", "document"),
    ],
)
def test_other_names_are_read_and_unknown_ones_are_documents(form: Format, name: str, kind: str) -> None:
    assert kind_named(form, name) == kind


def test_what_a_format_has_no_name_for_is_a_document() -> None:
    assert (name_of("bibtex", "figure"), name_of("ris", "figure")) == ("misc", "GEN")


def test_a_paper_is_known_by_its_name_and_a_book_by_its_author() -> None:
    assert is_periodical("article-newspaper")
    assert not is_periodical("book")
    assert not is_periodical("figure")
