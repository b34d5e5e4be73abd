"""What does a report of thousands of claims cost? `python -m bench.exchange.report [--claims N]`

The whole command in a process of its own, on a ledger that is made for it: every claim has two
citations. Seconds are those of the processor.
"""

import argparse
import resource
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.ledger.articles import CLAIMS_IN_EACH, articles, evidence
from bench.ledger.recording import by, record
from factcheck.desk.scoring import rescore
from factcheck.ledger.citations import add_citation
from factcheck.ledger.opening import open_ledger
from factcheck.ledger.sources import register
from factcheck.model import Claim

CITATIONS_ON_EACH = 2


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--claims", type=int, default=2_000)
    claims = parser.parse_args().claims
    with TemporaryDirectory() as name:
        folder = Path(name)
        made = list(articles(-(-claims // CLAIMS_IN_EACH)))
        record(folder / "claims.db", made)
        cite_all(folder / "claims.db", [claim for _, of_one in made for claim in of_one])
        command = [sys.executable, "-m", "factcheck", "--db", str(folder / "claims.db")]
        subprocess.run(
            [*command, "report", "-o", str(folder / "report.html")], check=True, capture_output=True
        )
        used = resource.getrusage(resource.RUSAGE_CHILDREN)
        size = (folder / "report.html").stat().st_size
        print(f"{claims:,} claims, {CITATIONS_ON_EACH * claims:,} citations: ", end="")
        print(f"{used.ru_utime + used.ru_stime:.1f} s, {size / 1e6:.1f} MB")


def cite_all(path: Path, claims: Sequence[Claim]) -> None:
    """Attach evidence to every claim, and score all."""
    with open_ledger(path, mode="write") as ledger, by(ledger, "cite") as changes:
        for claim in claims:
            for citation in evidence(claim)[:CITATIONS_ON_EACH]:
                source = register(changes, citation.source)
                add_citation(changes, claim.id, citation, source_id=source.id)
        rescore(changes, [claim.id for claim in claims])


if __name__ == "__main__":
    main()
