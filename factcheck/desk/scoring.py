"""How are the scores kept that lists sort and filter by?

A kept score is derived: computed from the records under the model of this ledger, with the
name of that model beside it. Whoever changes evidence has its claims scored again in the
same transaction; whoever changes the model, every claim that has evidence.

Callers: the modules of `desk` that change evidence or the model; cli.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from factcheck.agreement.constants import model_name
from factcheck.desk.grounds import model_of, score
from factcheck.desk.sweeps import sweep
from factcheck.ledger.agreements import put_agreements
from factcheck.ledger.store import Change
from factcheck.model import Agreement

Progress = Callable[[int], None]


def rescore(change: Change, ids: Sequence[str] | None = None, progress: Progress | None = None) -> int:
    """Keep the agreement of these claims, or of all with evidence, as it now is; how many differ.

    `progress` is told how many claims are done, after each.
    """
    constants = model_of(change.ledger).constants

    def scored() -> Iterator[tuple[str, Agreement]]:
        for done, swept in enumerate(sweep(change.ledger, ids), start=1):
            yield swept.filed.claim.id, score(swept.grounds, constants)
            if progress is not None:
                progress(done)

    return put_agreements(change, scored(), model=model_name(constants))
