"""Do the numbers agree, and how many independent origins say so? Values in, judgements out.

Pure: reads no ledger, no clock, no file but its own word lists. The model and its
constants: docs/agreement.md. `factcheck.agreement.entail(premise, hypothesis)` is numeric
entailment as a call; its tables are loaded when it is first asked for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.agreement.entailment.judgement import entail as entail


def __getattr__(name: str) -> object:
    if name == "entail":
        from factcheck.agreement.entailment.judgement import entail

        return entail
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
