"""References with the nastiest text, for what the three formats owe."""

from dataclasses import replace
from typing import Any

from hypothesis import strategies as st

from factcheck.exchange.data_tables import table
from factcheck.exchange.references.reference import Name, Reference
from factcheck.show.safe import one_line
from tests.exchange.values import DATES, ID, WORDS

STRIPPED = WORDS.map(str.strip)
LATEX = st.text(alphabet="\\{}~^%&#$_-`'\"aé,1 @=;and", max_size=20).map(str.strip).filter(bool)
TEXTS = STRIPPED | LATEX
MAYBE = st.none() | TEXTS
NAMES = st.lists(st.builds(Name, TEXTS, MAYBE), max_size=3).map(tuple)
TYPES = st.sampled_from([row["csl"] for row in table("reference_types")])
REFERENCES = st.builds(
    Reference,
    key=ID,
    type=TYPES,
    title=MAYBE,
    authors=NAMES,
    editors=NAMES,
    container=MAYBE,
    publisher=MAYBE,
    issued=DATES,
    accessed=DATES,
    url=MAYBE,
    doi=MAYBE,
    page=MAYBE,
    abstract=MAYBE,
    annote=MAYBE,
    note=MAYBE,
)


def on_one_line(reference: Reference) -> Reference:
    """The reference as a format without line ends or control characters can say it."""

    def shown(value: Any) -> Any:
        if isinstance(value, tuple):
            return tuple(name for name in map(shown, value) if name.name)
        if isinstance(value, Name):
            return Name(one_line(value.name), one_line(value.given or "") or None)
        return one_line(value) or None if value else None

    fields = ("title", "container", "publisher", "url", "doi", "page", "abstract", "annote", "note")
    people = ("authors", "editors")
    return replace(reference, **{field: shown(getattr(reference, field)) for field in (*fields, *people)})
