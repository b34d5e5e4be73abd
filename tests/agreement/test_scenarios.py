"""Who counts, told as small stories of our own: floods, elections, budgets, vaccines.

A citation is a line: "Agency: 92 villages; 2024-05; part; < Wire, Radio" is source, passage, date,
scope, and what it derives from.
"""

import pytest

from factcheck.agreement.score import assess
from factcheck.language.quantities import read
from factcheck.model import Band, Citation, Quantity, StandingStatus
from tests import factories as make

OWN = "Relief Council"
KIN = [("Relief Council", "Council Press"), ("Council Press", "Council Radio")]
SIGNS: dict[StandingStatus, str] = {
    "independent": "+", "echo": "e", "superseded": "s", "own source": "o", "affiliate": "a",
    "mixed": "m", "withdrawn": "w", "incomparable": "x",
}  # fmt: skip


def number(passage: str) -> Quantity | None:
    found = read(passage)[0]
    return found[0].quantity if found else None


def cited(row: str, place: int) -> Citation:
    source, _, rest = row.partition(": ")
    passage, *more = rest.split("; ")
    given: dict[str, object] = {"quantity": number(passage), "date": None}
    for part in more:
        if part.startswith("< "):
            given["derived_from"] = tuple(part.removeprefix("< ").split(", "))
        else:
            given["scope" if part in ("part", "whole", "different") else "date"] = part
    return make.citation(source, passage, id=f"c{place}", **given)


SCENARIOS: list[tuple[str, str, list[str], str, Band]] = [
    ("two that know nothing of each other", "over 80 villages were flooded",
     ["River Agency: 92 villages", "Satellite Lab: 88 villages"], "++", "corroborated"),
    ("a paper and who read the paper", "over 80 villages were flooded",
     ["River Agency: 92 villages", "Daily Post: 92 villages; < River Agency",
      "Evening Star: some 90 villages; < Daily Post"], "+ee", "single-source support"),
    ("the same chain told backwards", "over 80 villages were flooded",
     ["Evening Star: some 90 villages; < c1", "Daily Post: 92 villages; < c2", "River Agency: 92 villages"],
     "ee+", "single-source support"),
    ("only the claimant and its friends", "over 80 villages were flooded",
     ["Relief Council: over 80 villages", "Council Press: 84 villages", "Council Radio: 90 villages",
      "Blog: over 80 villages; < Relief Council"], "oaae", "no independent evidence"),
    ("a friend's friend, quoted", "over 80 villages were flooded",
     ["Blog: 90 villages; < Council Radio", "River Agency: 20 villages"], "e+", "disputed by one source"),
    ("a count that grew", "at least 40 voters were turned away",
     ["Observers: 12 voters; 2024-05-02", "Observers: 33 voters; 2024-05-03",
      "Observers: 41 voters; 2024-05-05"], "ss+", "single-source support"),
    ("a count without a date yields to a dated one", "at least 40 voters were turned away",
     ["Observers: 55 voters", "Observers: 31 voters; 2024-05"], "s+", "disputed by one source"),
    ("a later part does not displace the whole", "at least 40 voters were turned away",
     ["Observers: 44 voters; 2024-05-02", "Observers: 9 voters; 2024-05-09; part"], "+e",
     "single-source support"),
    ("who adopts another's figure gives up the own", "about 3,000 hectares burned",
     ["Satellite Lab: 3,100 hectares; 2024-07-01", "Province: 2,400 hectares; 2024-07-01",
      "Province: 3,100 hectares; 2024-07-09; < Satellite Lab"], "+we", "single-source support"),
    ("a copy of what was given up falls with it", "about 3,000 hectares burned",
     ["Satellite Lab: 3,100 hectares; 2024-07-01", "Province: 2,400 hectares; 2024-07-01",
      "Gazette: 2,400 hectares; 2024-07-20; < c1", "Province: 3,100 hectares; 2024-07-09; < Satellite Lab"],
     "+wwe", "single-source support"),
    ("a table that mixes two counts", "about 3,000 hectares burned",
     ["Satellite Lab: 3,100 hectares", "Farmers Union: 2,900 hectares", "Gazette: 3,000 hectares; < c0, c1"],
     "++m", "corroborated"),
    ("two that quote each other", "about 3,000 hectares burned",
     ["Radio: 2,950 hectares; < Town TV", "Town TV: 2,950 hectares; < Radio"], "+e", "single-source support"),
    ("two that quote each other and the claimant", "about 3,000 hectares burned",
     ["Radio: 2,950 hectares; < Town TV", "Town TV: 2,950 hectares; < Radio, Relief Council"], "ee",
     "no independent evidence"),
    ("a district is a floor", "over 900 doses were spoiled",
     ["Northern District: 310 doses; part"], "+", "not ruled out"),
    ("a district that is more than the whole", "fewer than 900 doses were spoiled",
     ["Northern District: 1,310 doses; part"], "+", "disputed by one source"),
    ("a country is a ceiling", "over 900 doses were spoiled",
     ["Health Ministry: 700 doses; whole"], "+", "disputed by one source"),
    ("another thing altogether", "over 900 doses were spoiled",
     ["Health Ministry: 700 doses; different", "Clinic: no doses were harmed"], "xx",
     "no independent evidence"),
    ("a budget in another unit", "the tunnel is 12 miles long",
     ["Surveyor: 19.3 km", "Mayor: 12 hectares"], "+x", "single-source support"),
    ("an origin that nobody cited stands by its copies", "nearly 2 million people were vaccinated",
     ["Herald: 1.9 million people; 2024-03; < Health Fund",
      "Courier: 1.9 million people; 2024-04; < Health Fund"],
     "e+", "single-source support"),
    ("three against one", "the party won 52 seats",
     ["Board: 47 seats", "Court: 47 seats", "Observers: 46 seats", "Rival: 52 seats"], "++++", "contested"),
    ("nobody but opponents", "the party won 52 seats",
     ["Board: 47 seats", "Rival: 40 seats"], "++", "contradicted"),
    ("floors alone", "about 12,000 people marched",
     ["Police: at least 4,000 people", "Transit: more than 7,000 people"], "++", "not ruled out"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("claim", "rows", "signs", "band"), [row[1:] for row in SCENARIOS], ids=[row[0] for row in SCENARIOS]
)
def test_who_counts_and_what_follows(claim: str, rows: list[str], signs: str, band: Band) -> None:
    said = number(claim)
    assert said is not None
    citations = [cited(row, place) for place, row in enumerate(rows)]
    told = assess(said, OWN, citations, KIN)
    assert "".join(SIGNS[one.standing.status] for one in told.citations) == signs
    assert told.agreement.band == band
    sentences = [s for one in told.citations for s in (one.relation.reason, one.standing.reason)]
    for sentence in (*told.agreement.reasons, *sentences):
        assert sentence.endswith(".")
        assert sentence[0].isupper() or sentence[0].isdigit()
        assert "% true" not in sentence
        assert "  " not in sentence
