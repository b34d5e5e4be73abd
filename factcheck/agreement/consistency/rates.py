"""Does a rate follow from the counts beside it?

"30 murders, a rate of six per 100,000" in a county of 200,000; "300 bikes in 30 days, an
average of 12 a day". Only where one count, one population and one rate stand together:
with more of them, nobody can say which belong to each other.

Pure. Caller: findings.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from factcheck.agreement.consistency.bounds import exactly
from factcheck.agreement.consistency.finding import Finding
from factcheck.agreement.consistency.forms import Passage, matches
from factcheck.agreement.consistency.reckoning import (
    Evidence,
    are_alike,
    figure,
    is_amount,
    judge,
    report,
    say,
    say_number,
    say_value,
    values,
)
from factcheck.agreement.consistency.things import head_noun, kin
from factcheck.model import Claim

# "per 100,000", "per 1,000 live births"
_PER = re.compile(r"(?:deaths |cases |births )?per (?P<base>\d[\d,]*)(?: .*)?")
_POPULATION = frozenset({"inhabitant", "person", "population", "citizen"})
_RATE_CUE = re.compile(
    r"\b(?:rate|incidence|prevalence|equivalent|equal|equals|works out)\b|, or ", re.IGNORECASE
)


def rates(passages: Sequence[Passage]) -> Iterator[Finding]:
    """The rates and averages that do not follow from the figures beside them."""
    for passage in passages:
        if finding := _rate(passage):
            yield finding
        for match in matches(passage, "average"):
            slots = match.slots
            if finding := _average(slots["whole"], slots["time"], slots["each"], match.words["UNIT"]):
                yield finding


def _average(whole: Claim, time: Claim, each: Claim, unit: str) -> Finding | None:
    fits = time.quantity.kind == "duration" and (time.quantity.unit or "").startswith(unit.casefold())
    if not fits or not is_amount(whole) or not is_amount(each) or figure(time) <= 0:
        return None
    number = exactly(figure(time))
    evidence = Evidence(values(whole).allowed / number, values(whole).stated / number)
    verdict = judge(evidence, values(each).allowed)
    if verdict is None:
        return None
    given = say_value(figure(whole) / figure(time), each.quantity)
    needed = say_value(figure(each) * figure(time), whole.quantity, each.quantity.hedge)
    sentence = (
        f"{say(whole)} in {say(time)} is {given} a {unit}, not {say_number(each)}; that would be {needed}."
    )
    settle = f"Check the three figures at their source: write {given} a {unit}, or {needed}."
    return report(verdict, sentence, settle, (whole, time, each))


def _rate(passage: Passage) -> Finding | None:
    """The rate that does not follow from the one count and the one population beside it."""
    rates = [claim for claim in passage.claims if claim.quantity.unit and _PER.fullmatch(claim.quantity.unit)]
    around = [
        claim for claim in (*passage.before, *passage.claims) if is_amount(claim) and claim not in rates
    ]
    people = [claim for claim in around if kin(head_noun(claim.quantity.counted) or "") in _POPULATION]
    counts = [claim for claim in around if claim in passage.claims and claim not in people]
    if len(rates) != 1 or len(people) != 1 or len(counts) != 1 or not are_alike(counts[0], people[0]):
        return None
    if not _RATE_CUE.search(passage.masked):
        return None
    return check_rate(counts[0], people[0], rates[0])


def check_rate(count: Claim, people: Claim, rate: Claim) -> Finding | None:
    """What is wrong with "count among people is a rate per so many"; None where it holds."""
    per = _PER.fullmatch(rate.quantity.unit or "")
    if per is None or figure(people) <= 0:
        return None
    per_so_many = int(per["base"].replace(",", ""))
    base = exactly(per_so_many)
    ours, all_of_them, stated = values(count), values(people), values(rate)
    evidence = Evidence(ours.allowed / all_of_them.allowed * base, ours.stated / all_of_them.stated * base)
    verdict = judge(evidence, stated.allowed)
    if verdict is None:
        return None
    given = say_value(figure(count) / figure(people) * per_so_many, rate.quantity)
    needed = say_value(figure(rate) * figure(people) / per_so_many, count.quantity, rate.quantity.hedge)
    sentence = f"{say(count)} among {say(people)} is {given}, not {say(rate)}; that rate would be {needed}."
    settle = (
        f"Check the three figures at their source: write {given}, or {needed}, or name another population."
    )
    return report(verdict, sentence, settle, (count, people, rate))
