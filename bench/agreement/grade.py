"""Are relations, origins and the two real cases as labelled?"""

import json
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from factcheck.agreement.compare import compare
from factcheck.agreement.constants import DEFAULTS, Constants
from factcheck.agreement.score import Assessment, assess
from factcheck.language.quantities import read
from factcheck.model import Citation, Quantity

# claim of a case: its band and its origins that corroborate, are compatible and conflict
CASES = {
    "mek-killed": ("contested", 1, 6, 1),
    "mek-arrested": ("disputed by one source", 0, 4, 1),
    "mek-cities": ("disputed by one source", 0, 4, 1),
    "zolnour-killed": ("contradicted", 0, 2, 6),
    "reuters-killed": ("contested", 1, 6, 1),
    "official64": ("contradicted", 0, 0, 6),
    "harvard": ("disputed by one source", 0, 4, 1),
    "gwu": ("not ruled out", 0, 5, 0),
}


def run(data: Path) -> int:
    """Grade all sets, print what differs, and answer 1 if anything does."""
    failed = 0
    on_cases = list(cases(data / "agreement" / "cases"))
    for said, _ in on_cases:
        print(f"  {said}")
    for name, results in (
        ("relations", list(relations(data / "examples" / "relations.jsonl"))),
        ("origins", list(origins(data / "examples" / "origins.json"))),
        ("cases", [why for _, why in on_cases]),
    ):
        wrong = [why for why in results if why]
        print(f"{name}: {len(results) - len(wrong)} of {len(results)} as labelled")
        for why in wrong:
            print(f"  {why}")
        failed |= bool(wrong)
    return failed


def number(phrase: str) -> Quantity | None:
    """The first quantity of a phrase."""
    found, _ = read(phrase)
    return found[0].quantity if found else None


def labelled(data: Path) -> dict[str, Callable[[Constants], dict[str, object]]]:
    """Of each set, what differs from the labels under some constants, by number."""

    def numbered(results: Iterable[str]) -> dict[str, object]:
        return {str(number): why for number, why in enumerate(results)}

    return {
        "relations": lambda chosen: numbered(relations(data / "examples" / "relations.jsonl", chosen)),
        "origins": lambda chosen: numbered(origins(data / "examples" / "origins.json", chosen)),
        "cases": lambda chosen: numbered(
            f"{said} {why}" for said, why in cases(data / "agreement" / "cases", chosen)
        ),
    }


def relations(path: Path, constants: Constants = DEFAULTS) -> Iterator[str]:
    """Of each labelled pair, what differs from the label."""
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        claim, citation = number(row["claim"]), number(row["citation"])
        if claim is None or citation is None:
            yield f"{row['id']}: no number read"
            continue
        relation = compare(claim, citation, row["scope"], constants)
        same = (relation.label, relation.direction) == (row["relation"], row["direction"])
        yield (
            ""
            if same
            else f"{row['id']}: {row['relation']} {row['direction'] or ''} expected; {relation.reason}"
        )


def origins(path: Path, constants: Constants = DEFAULTS) -> Iterator[str]:
    """Of each provenance scenario, what differs from the expected values."""
    for case in json.loads(path.read_text(encoding="utf-8")):
        claim = number(case["claim_phrase"])
        assert claim is not None, case["id"]
        citations = [cited(row, row["source"], row["phrase"]) for row in case["citations"]]
        affiliations = [tuple(pair) for pair in case["affiliations"]]
        assessment = assess(claim, case["claim_source"], citations, affiliations, constants=constants)
        differing = list(differences(case["expected"], assessment))
        yield f"{case['id']}: {'; '.join(differing)}" if differing else ""


def differences(expected: dict[str, Any], assessment: Assessment) -> Iterator[str]:
    """What an assessment has otherwise than expected; a status may list alternatives."""
    agreement = assessment.agreement
    counted = [one.citation.id for one in assessment.citations if one.standing.counted]
    if counted != expected["independent"]:
        yield f"independent {counted}"
    for name in ("corroborates", "compatible", "conflicts", "band"):
        if getattr(agreement, name) != expected[name]:
            yield f"{name} {getattr(agreement, name)}"
    for one in assessment.citations:
        if one.standing.status not in expected["status"][one.citation.id].split("|"):
            yield f"{one.citation.id} {one.standing.status}"
    for name, value in expected.get("score", {}).items():
        if abs(getattr(agreement, name) - value) > 1e-3:
            yield f"{name} {getattr(agreement, name):.4f}"


def cases(folder: Path, constants: Constants = DEFAULTS) -> Iterator[tuple[str, str]]:
    """Of each claim of the real cases, a line on it, and what differs."""
    for path in sorted(folder.glob("*.json")):
        case = json.loads(path.read_text(encoding="utf-8"))
        for claim in case["claims"]:
            quantity = number(claim["phrase"])
            assert quantity is not None, claim["id"]
            citations = [
                cited(row, row.get("origin") or row["publisher"], row["figure"])
                for row in case["citations"]
                if row["measurand"] == claim["measurand"]
            ]
            agreement = assess(
                quantity, claim["origin"], citations, case.get("affiliations", ()), constants=constants
            ).agreement
            sides = agreement.corroborates, agreement.compatible, agreement.conflicts
            said = (
                f"{claim['id']}: {agreement.band}, {agreement.independent} origins "
                f"({'/'.join(map(str, sides))}) of {agreement.citations}; support {agreement.support:.2f}, "
                f"conflict {agreement.conflict:.2f}, unknown {agreement.unknown:.2f}"
            )
            expected = CASES.get(claim["id"], (agreement.band, *sides))
            differs = (agreement.band, *sides) != expected
            yield said, f"{claim['id']}: expected {expected}" if differs else ""


def cited(row: dict[str, Any], source: str, phrase: str) -> Citation:
    """A citation from a row of either set."""
    return Citation(
        row["id"],
        source,
        phrase,
        number(phrase),
        outlet=row.get("publisher"),
        date=row.get("date") or None,
        scope=row["scope"],
        derived_from=tuple(row.get("derived_from") or ()),
        reliability=row["reliability"],
        party=bool(row.get("party")),
    )
