"""Short articles of our own, for the tests of findings: text in, findings out."""

from factcheck.agreement.consistency.finding import Figure, Finding
from factcheck.agreement.consistency.findings import findings
from factcheck.language.claims import extract
from factcheck.language.quantities import read
from factcheck.model import Extract
from tests import factories as make


def extracted(text: str) -> Extract:
    """The numbers of an article."""
    return extract(make.document(text))


def found(text: str, *others: Figure) -> list[tuple[str, ...]]:
    """Each finding as its code and the words of its spans."""
    return [(finding.code, *(span.of(text) for span in finding.spans)) for finding in all_of(text, *others)]


def all_of(text: str, *others: Figure) -> tuple[Finding, ...]:
    """The findings on an article."""
    return findings(extracted(text), others)


def figure(phrase: str, date: str | None = None, **given: object) -> Figure:
    """A figure from elsewhere, read from its phrase."""
    source = str(given.pop("source", "Harbour Watch"))
    name = str(given.pop("id", f"f-{date}"))
    return Figure(name, source, read(phrase)[0][0].quantity, phrase, date=date, **given)  # type: ignore[arg-type]
