"""How long does it take to score a whole ledger again?

    python -m bench.agreement.rescoring [CLAIMS]      (100,000 unless stated)

Builds a ledger of invented claims with five citations each in a temporary folder, then
scores all of it twice: from nothing, and with every score kept already. Exit 1 over a minute.
"""

import sys
import tempfile
import time
from decimal import Decimal
from pathlib import Path

from bench.agreement.speed import HEDGES
from factcheck.desk.scoring import rescore
from factcheck.desk.signature import Signature
from factcheck.language.claims import claim_id
from factcheck.ledger.agreements import drop_agreements
from factcheck.ledger.citations import add_citation
from factcheck.ledger.claims import add_claims
from factcheck.ledger.documents import add_document
from factcheck.ledger.opening import open_ledger
from factcheck.ledger.sources import register
from factcheck.ledger.store import Change, Ledger
from factcheck.model import Attribution, Citation, Claim, Document, Source, Span, identify
from factcheck.reading.files import make_document

SIGNED = Signature("bench", "2026-11-24T12:00:00Z", "bench")
CLAIMS_A_DOCUMENT, CITATIONS_A_CLAIM, SOURCES = 15, 5, 200
AT_MOST = 60.0


def main() -> int:
    """Build, score, score again, and print seconds of processor time."""
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    with (
        tempfile.TemporaryDirectory() as folder,
        open_ledger(Path(folder) / "bench.db", mode="write") as ledger,
    ):
        fill(ledger, size)
        first, again = timed(ledger), timed(ledger)
    what = f"{size:,} claims x {CITATIONS_A_CLAIM} citations"
    print(f"{what}: {first:.1f} s, again {again:.1f} s (at most {AT_MOST:g})")
    return int(max(first, again) > AT_MOST)


def timed(ledger: Ledger) -> float:
    """The seconds of processor time of one rescoring of everything, with its commit."""
    start = time.process_time()
    with SIGNED.change(ledger, "model rescore") as change:
        rescore(change)
    return time.process_time() - start


def fill(ledger: Ledger, size: int) -> None:
    """Record so many claims, each cited five times, one of them an echo."""
    with SIGNED.change(ledger, "record") as change:
        sources = [register(change, f"Source {number}") for number in range(SOURCES)]
        for number in range(size // CLAIMS_A_DOCUMENT):
            write_document(change, number, sources)
        drop_agreements(change)


def write_document(change: Change, number: int, sources: list[Source]) -> None:
    """One article of fifteen numbers, with its citations."""
    lines = [f"At least {100 + place} people were seen." for place in range(CLAIMS_A_DOCUMENT)]
    text = "\n".join([*lines, f"Report {number}."])
    document = make_document(text, path=f"{number}.txt", publisher=f"Paper {number % 50}", date="2024-05-17")
    add_document(change, document, reader="bench")
    claims = [
        claimed(document, place, sources[(number + place) % SOURCES]) for place in range(CLAIMS_A_DOCUMENT)
    ]
    add_claims(change, document, claims)
    for place, (claim, _) in enumerate(claims):
        for turn in range(CITATIONS_A_CLAIM):
            source = sources[(number * 7 + turn * 13 + place) % SOURCES]
            value = HEDGES[turn % len(HEDGES)](Decimal(80 + (number * 31 + turn * 17) % 90))
            taken = (sources[3].name,) if turn == CITATIONS_A_CLAIM - 1 else ()
            name = identify("bench", claim.id, turn)
            date = f"2024-{turn + 1:02}-01"
            citation = Citation(name, source.name, "as printed", value, date=date, derived_from=taken)
            add_citation(change, claim.id, citation, source_id=source.id)


def claimed(document: Document, place: int, source: Source) -> tuple[Claim, str]:
    """The claim on one line, and the id of its source."""
    words = str(100 + place)
    start = document.text.index(f"{words} people")
    span = Span(start, start + len(words))
    quantity = HEDGES[place % len(HEDGES)](Decimal(words))
    said = Attribution(type="named", source=source.name, canonical=source.name)
    claim = Claim(claim_id(document, span, None), span, words, span, words, span, quantity, said)
    return claim, source.id


if __name__ == "__main__":
    sys.exit(main())
