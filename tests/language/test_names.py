"""Under which name a source phrase is filed, and what type it has."""

import pytest

from factcheck.language.sources.names import canonical_name, source_type
from factcheck.language.sources.words import words
from factcheck.model import Span

FILED = [
    ("The Chilean Red Cross", "named", "Chilean Red Cross"),
    ("Lieutenant Colonel Adam Keita", "named", "Adam Keita"),
    ("opposition leader Tania Mo", "named", "Tania Mo"),
    ("Professor Hugh Pall of Leeds University, whose team dug there", "named", "Hugh Pall"),
    ("the mayor of Lyon, Sara Kan", "named", "Sara Kan"),
    ("His lawyer, Dana White", "named", "Dana White"),
    ("the newspaper El Faro", "named", "El Faro"),
    ("reports from the PRT", "named", "PRT"),
    ("a Gallup poll of 1,742 adults", "named", "Gallup"),
    ("the WHO's statistics", "named", "WHO"),
    ("Deutsche Welle (DW)", "named", "Deutsche Welle"),
    ("the interior ministry", "named", "interior ministry"),
    ("he", "pronoun", "he"),
    ("officials", "anonymous", "officials"),
    ("Chinese officials", "anonymous", "Chinese officials"),
    ("a hospital official", "anonymous", "hospital official"),
    ("A ministry spokesman", "anonymous", "ministry"),
    ("An interior ministry spokesman", "named", "interior ministry"),
    ("The spokeswoman for the education ministry", "named", "education ministry"),
    ("The trust's spokesman", "anonymous", "trust"),
    ("A Volvo spokeswoman", "named", "Volvo"),
    ("a spokesperson for the Department of Transport", "named", "Department of Transport"),
    ("ministry spokesman Ali Noor", "named", "Ali Noor"),
    ("A spokesman for Shelter, Paul Obi", "named", "Paul Obi"),
    ("a spokesman", "anonymous", "spokesman"),
    ("The indictment", "anonymous", "indictment"),
]


@pytest.mark.parametrize(("phrase", "kind", "name"), FILED)
def test_a_phrase_has_a_type_and_a_name(phrase: str, kind: str, name: str) -> None:
    named = words(phrase, Span(0, len(phrase)), ())
    assert (source_type(named), canonical_name(phrase, named)) == (kind, name)
