"""Claims speak of one matter where they share evidence, or were declared to; nothing else tells."""

from random import Random

from factcheck.desk.citations import Evidence, cite
from factcheck.desk.claims import Publication, add, draft
from factcheck.desk.declarations import Declaration, declare
from factcheck.desk.grounds import Grounds
from factcheck.desk.matters import Member, grouped, members
from factcheck.desk.signature import Signature
from factcheck.ledger.store import Ledger
from factcheck.model import Citation
from tests.factories import claim, exactly

SIGNED = Signature("ana", "2024-05-18T12:00:00Z", "test")


def member(name: str, *evidence: str, measure: str | None = "drowned", dated: bool = True) -> Member:
    about = claim(id=name, measure=measure)
    cited = tuple(
        Citation(f"{name}-{one}", one, "70 sheep", exactly(70), date="2024-05-01" if dated else None)
        for one in evidence
    )
    return Member(Grounds(about, None, cited, (), None), "doc", None, None)  # type: ignore[arg-type]


def names(groups: list[list[Member]]) -> list[list[str]]:
    return [[one.claim.id for one in group] for group in groups]


def test_claims_that_share_evidence_are_one_matter_also_by_way_of_a_third() -> None:
    told = [member("a", "Vets"), member("b", "Press"), member("c", "Farmers"), member("d", "Vets", "Press")]
    assert names(grouped(told)) == [["a", "b", "d"], ["c"]]
    shuffled = Random(3).sample(told, len(told))
    assert {frozenset(group) for group in names(grouped(shuffled))} == {frozenset("abd"), frozenset("c")}


def test_evidence_that_cannot_be_told_apart_joins_nothing() -> None:
    told = [member("a", "Vets", dated=False), member("b", "Vets", dated=False)]
    assert names(grouped(told)) == [["a"], ["b"]]


def test_without_a_declared_measure_a_claim_stands_alone() -> None:
    told = [member("a", "Vets", measure=None), member("b", "Vets", measure=None), member("c", "Vets")]
    assert names(grouped(told)) == [["a"], ["b"], ["c"]]


def test_the_same_measure_place_and_period_are_one_matter(ledger: Ledger) -> None:
    ids = []
    for number, place in ((40, "Marn"), (44, "marn"), (90, "Corr")):
        phrase = f"{number} sheep drowned"
        ids.append(
            add(ledger, draft(phrase, Publication("Herald", "2024-01-09")), SIGNED, source="Herald").id
        )
        declare(ledger, ids[-1], Declaration("drowned", place, "2024-01"), SIGNED)
        cite(ledger, ids[-1], Evidence("Vets", "41 sheep drowned", measure="drowned"), SIGNED)
    assert names(grouped(list(members(ledger, "Drowned")))) == [ids[:2], ids[2:]]
    assert list(members(ledger, "sold")) == []
