"""What if: computed beside the real score, and recorded nowhere."""

import pytest

from factcheck.desk.dossiers import dossier
from factcheck.desk.supposing import read_supposition, suppose
from factcheck.errors import AskedWrongly, NotFound
from factcheck.ledger.store import Ledger
from factcheck.model import Dossier
from tests.desk.test_scoring import cited, given_claim


def worked(ledger: Ledger) -> tuple[str, dict[str, str]]:
    claim = given_claim(ledger)
    ids = {"ministry": cited(ledger, claim, "Ministry", "about 520 people")}
    ids["daily"] = cited(ledger, claim, "Daily", "520 people", derived_from=("Ministry",))
    ids["army"] = cited(ledger, claim, "Army", "30 people")
    return claim, ids


def what_if(ledger: Ledger, claim: str, *without: str, ratings: tuple[str, ...] = ()) -> tuple[str, Dossier]:
    supposition = read_supposition(ledger, without, ratings)
    assert supposition is not None
    supposed = suppose(ledger, dossier(ledger, claim), supposition)
    assert supposed is not None
    return supposed.said, supposed.dossier


def test_without_a_citation_the_others_are_judged_again_and_nothing_is_recorded(ledger: Ledger) -> None:
    claim, ids = worked(ledger)
    events = ledger.rows("SELECT count(*) FROM events")[0][0]
    said, otherwise = what_if(ledger, claim, ids["army"][:6])
    assert said == f"without “30 people” of Army ({ids['army']})"
    assert dossier(ledger, claim).agreement.band == "contested"
    assert otherwise.agreement.band == "single-source support"
    assert ledger.rows("SELECT count(*) FROM events")[0][0] == events


def test_what_was_taken_from_a_citation_that_is_left_out_keeps_its_origin(ledger: Ledger) -> None:
    claim, ids = worked(ledger)
    _, otherwise = what_if(ledger, claim, ids["ministry"])
    daily = next(one for one in otherwise.citations if one.citation.id == ids["daily"])
    assert (daily.standing.origin, daily.standing.counted) == ("Ministry", True)
    assert otherwise.agreement.band == "contested"


def test_a_chain_with_a_missing_link_still_leads_to_its_origin(ledger: Ledger) -> None:
    claim, ids = worked(ledger)
    blog = cited(ledger, claim, "Blog", "520 people", derived_from=(ids["daily"],))
    _, otherwise = what_if(ledger, claim, ids["daily"])
    [judged] = [one for one in otherwise.citations if one.citation.id == blog]
    assert (judged.standing.status, judged.standing.origin) == ("echo", "Ministry")


def test_without_an_origin_all_that_repeats_it_is_gone(ledger: Ledger) -> None:
    claim, _ = worked(ledger)
    _, otherwise = what_if(ledger, claim, "Ministry")
    assert [one.citation.source for one in otherwise.citations] == ["Army"]
    assert otherwise.agreement.band == "disputed by one source"


def test_another_reliability_weighs_otherwise(ledger: Ledger) -> None:
    claim, _ = worked(ledger)
    said, otherwise = what_if(ledger, claim, ratings=("army=e",))
    assert said == "with Army of reliability E"
    [army] = [one for one in otherwise.citations if one.citation.source == "Army"]
    assert army.standing.weight == pytest.approx(1 / 3)


def test_a_supposition_that_concerns_no_citation_of_a_claim_is_none(ledger: Ledger) -> None:
    _, ids = worked(ledger)
    other = given_claim(ledger, "about 90 boats sank", "Harbour")
    supposition = read_supposition(ledger, [ids["army"]], [])
    assert supposition is not None
    assert suppose(ledger, dossier(ledger, other), supposition) is None
    assert read_supposition(ledger, [], []) is None


@pytest.mark.parametrize(
    ("without", "ratings", "error"),
    [
        (("nobody at all",), (), NotFound),
        ((), ("Army",), AskedWrongly),
        ((), ("Army=G",), AskedWrongly),
        ((), ("=D",), AskedWrongly),
        ((), ("Nobody=D",), NotFound),
    ],
)
def test_what_cannot_be_supposed_is_refused(
    ledger: Ledger, without: tuple[str, ...], ratings: tuple[str, ...], error: type[Exception]
) -> None:
    worked(ledger)
    with pytest.raises(error):
        read_supposition(ledger, without, ratings)
