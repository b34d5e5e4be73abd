"""The dossiers of many claims are those of each, read together."""

from dataclasses import replace

import pytest

from factcheck.desk.amendments import CitationAmendment, ClaimAmendment, amend_citation, amend_claim
from factcheck.desk.citations import Evidence, cite
from factcheck.desk.claims import Publication, add, draft
from factcheck.desk.declarations import Declaration, declare
from factcheck.desk.documents import record
from factcheck.desk.dossiers import dossier, dossiers_that_fit
from factcheck.desk.echoes import settle
from factcheck.desk.lists import listed
from factcheck.desk.reviews import Act, decide
from factcheck.desk.signature import Signature
from factcheck.desk.withdrawals import withdraw
from factcheck.ledger.anchors import add_anchor
from factcheck.ledger.store import Ledger
from factcheck.model import Anchor, Dossier
from factcheck.reading.files import make_document

FLOOD = """Over 900 homes were flooded, the council said. At least 40 bridges fell, the council said.
The Herald counted 12 boats. Nearly 3,000 people left their homes, according to the Red Crescent.
"""


def by(who: str) -> Signature:
    return Signature(who=who, at="2026-01-02T03:04:05Z", version="test")


def worked_on(ledger: Ledger) -> None:
    """Claims of one document, of which each had something else done to it by several people."""
    record(ledger, make_document(FLOOD, publisher="Herald"), by("Ana"))
    homes, bridges, boats, people = [line.id for line in listed(ledger)]
    for claim, count in ((homes, "900 homes"), (bridges, "45 bridges"), (people, "2,900 people")):
        for source in ("Reuters", "Mayor"):
            cite(ledger, claim, Evidence(source, f"about {count}", note="by telephone"), by("Bo"))
    ours = {claim: [one.citation.id for one in dossier(ledger, claim).citations] for claim in (homes, people)}
    amend_claim(ledger, bridges, ClaimAmendment(figure="at least 41 bridges"), "misread", by("Cy"))
    amend_claim(ledger, bridges, ClaimAmendment(figure="at least 42 bridges"), "read again", by("Di"))
    amend_citation(ledger, ours[homes][0], CitationAmendment(passage="some 900 homes"), "heard", by("Cy"))
    withdraw(ledger, ours[homes][1], "heard in a dream", by("Di"))
    settle(ledger, ours[people][1], by("Di"), accepted=True, parent="Reuters", reason="its words")
    declare(ledger, boats, Declaration("boats", "Marn", "2024"), by("Bo"))
    with by("Bo").change(ledger, "anchor") as change:
        add_anchor(change, ours[people][0], Anchor(locator="page 3"))
    decide(ledger, homes, Act("decide", verdict="true", because="counted", blind=True), by("Cy"))
    decide(ledger, people, Act("take"), by("Di"))
    decide(ledger, people, Act("decide", verdict="false", because="counted"), by("Di"))
    decide(ledger, people, Act("sign"), by("Cy"))
    cite(ledger, people, Evidence("Army", "5,000 people"), by("Bo"))


def without_worth(told: Dossier) -> Dossier:
    return replace(told, claim=replace(told.claim, worth=None))


@pytest.mark.parametrize("who", ["", "Bo", "Cy", "Di"])
def test_the_dossiers_of_a_list_are_those_of_each_claim(ledger: Ledger, who: str) -> None:
    worked_on(ledger)
    together = list(dossiers_that_fit(ledger, who))
    assert len(together) == 4
    for told in together:
        assert told == without_worth(dossier(ledger, told.claim.id, who=who))


def test_a_list_of_more_than_one_page_tells_every_claim_in_its_order(ledger: Ledger) -> None:
    for homes in range(1, 203):
        add(ledger, draft(f"{homes} homes were flooded", Publication()), by("Ana"))
    ids = [told.claim.id for told in dossiers_that_fit(ledger, "")]
    assert ids == [line.id for line in listed(ledger)]
    assert len(ids) == 202
