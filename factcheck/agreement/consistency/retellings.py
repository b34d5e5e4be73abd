"""How does a citation word a figure that it took from another?

"About 1,500" in the agency's report, "more than 1,500" in the paper that repeats it: drift
across documents. Each citation is held against the cited figure that it derives from; as in
one text, only asserting more is a finding.

Pure. Caller: desk.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.agreement.consistency.drift import asserts_more
from factcheck.agreement.consistency.finding import Finding
from factcheck.agreement.cores import stated_number
from factcheck.agreement.provenance import name_key
from factcheck.agreement.units import scale_of
from factcheck.agreement.wording import quoted
from factcheck.model import Citation


def retellings(citations: Sequence[Citation]) -> tuple[Finding, ...]:
    """Where a derived citation asserts more than the cited one that it was taken from."""
    by_id = {citation.id: citation for citation in citations}
    by_name = {name_key(citation.source): citation for citation in reversed(citations)}
    found = []
    for citation in citations:
        for parent in citation.derived_from:
            origin = by_id.get(parent) or by_name.get(name_key(parent))
            if (
                origin is not None
                and origin.id != citation.id
                and (finding := _held_against(origin, citation))
            ):
                found.append(finding)
    return tuple(found)


def _held_against(origin: Citation, citation: Citation) -> Finding | None:
    before, after = origin.quantity, citation.quantity
    if before is None or after is None or scale_of(before) != scale_of(after):
        return None
    if stated_number(before) != stated_number(after) or not asserts_more(before, after):
        return None
    printed = citation.outlet or citation.source
    sentence = (
        f"Asserts more than its origin: {origin.source} says {quoted(before)}, "
        f"but {printed} prints {quoted(after)}."
    )
    settle = (
        f"Read both passages: if {quoted(after)} is {printed}'s own finding, the citation is not derived; "
        f"if not, the origin's {quoted(before)} stands."
    )
    return Finding("drift-hedge", "warning", (), sentence, settle, citations=(origin.id, citation.id))
