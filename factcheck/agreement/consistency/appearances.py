"""Do two mentions tell the same figure of the same thing?

The same number twice in a text is often coincidence: 45 houses burn, and 45 engines come.
So a pair needs evidence: the noun, what happened, words of the clause, how unlikely the
digits are. What speaks against it weighs at once: another happening, other years, another
unit. Rather two facts too many than one false finding.

Pure. Callers: drift, series.
"""

from __future__ import annotations

from decimal import Decimal

from factcheck.agreement.consistency.mentions import Mention
from factcheck.agreement.consistency.things import PERSONS, is_general, kin
from factcheck.agreement.cores import stated_number
from factcheck.agreement.provenance import name_key
from factcheck.agreement.units import scale_of

SMALL = 12  # recurs in any text
LARGE = 100  # seldom recurs with the same happening
EXACT_DIGITS = 3  # 1,243 seldom recurs at all
ENOUGH = 2  # words or happenings in common
ENOUGH_OF_MEASURES = 3
OVERLAP_OF_MEASURES = 0.5


def figure_key(mention: Mention) -> tuple[str, Decimal, Decimal] | None:
    """What mentions of one figure share: dimension and stated number; None where there is none.

    One of a thing, ranks, ages and lengths of time recur in any text, and tell nothing apart.
    """
    quantity, number = mention.quantity, stated_number(mention.quantity)
    if number is None or abs(number) <= 1 or quantity.hedge == "vague":
        return None
    if quantity.kind in ("ordinal", "duration", "other") or mention.is_compound:
        return None
    scale = scale_of(quantity)
    other_end = quantity.high if quantity.point is None and quantity.low is not None else None
    return scale.dimension, scale.base(number), scale.base(number if other_end is None else other_end)


def tell_the_same(one: Mention, other: Mention) -> bool:
    """Whether two mentions of one figure speak of the same thing."""
    if one.span.meets(other.span) or _are_set_apart(one, other):
        return False
    if one.quantity.kind != "count" or one.quantity.unit is not None:
        return _measures_the_same(one, other)
    return _counts_the_same(one, other)


def _are_set_apart(one: Mention, other: Mention) -> bool:
    """Whether something says that the two are different facts, however alike they sound."""
    if one.is_another or other.is_another:
        return True
    if "denied" in (one.attribution.polarity, other.attribution.polarity):
        return True
    if are_of_other_years(one, other) and digits(one) < EXACT_DIGITS:
        return True
    return _differ(one.happened, other.happened) or _differ(one.places, other.places)


def _differ(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether both say something, and nothing in common."""
    return bool(one and other and not one & other)


def specifies(one: Mention, other: Mention) -> bool:
    """Whether the other names what the one left general: people, then protesters."""
    return one.noun in PERSONS and other.noun is not None and not is_general(other.noun)


def are_of_other_years(one: Mention, other: Mention) -> bool:
    """Whether both name years, and none in common."""
    return _differ(one.years, other.years)


def nouns_differ(one: Mention, other: Mention) -> bool:
    """Whether the two count things of different names, neither of which is general."""
    if one.noun is None or other.noun is None or is_general(one.noun) or is_general(other.noun):
        return False
    return kin(one.noun) != kin(other.noun)


def digits(mention: Mention) -> int:
    """How many digits of the figure the writer stood behind: 1,500 has two, 1,243 four."""
    number = stated_number(mention.quantity)
    return len(abs(number).normalize().as_tuple().digits) if number else 0


def shares_noun(one: Mention, other: Mention) -> bool:
    """Whether both count things of one name that is not general."""
    if one.noun is None or other.noun is None or is_general(one.noun):
        return False
    return kin(one.noun) == kin(other.noun)


def _counts_the_same(one: Mention, other: Mention) -> bool:
    number = abs(stated_number(one.quantity) or Decimal(0))
    shared = len(one.words & other.words)
    befell = bool(one.happened & other.happened)
    told = shared + befell
    refers = one.is_definite or other.is_definite
    if number <= SMALL:
        return shares_noun(one, other) and not refers and told >= ENOUGH
    if nouns_differ(one, other):
        alike = befell or shared > ENOUGH or source_key(one) == source_key(other) != ""
        return one.sentence != other.sentence and alike and told >= ENOUGH and shared > 0
    if refers and shares_noun(one, other):
        return True
    if told >= ENOUGH or (befell and (number >= LARGE or shares_noun(one, other))):
        return True
    if _tells_nothing_else(one, other) or one.headline != other.headline:
        return told > 0
    return told > 0 and (refers or digits(one) >= EXACT_DIGITS)


def _measures_the_same(one: Mention, other: Mention) -> bool:
    """Percentages, money and measures: round ones recur, so most of what is told must be the same."""
    if nouns_differ(one, other):
        return False
    if _tells_nothing_else(one, other):
        return True
    shared, least = len(one.words & other.words), min(len(one.words), len(other.words))
    needed = ENOUGH if shares_noun(one, other) else ENOUGH_OF_MEASURES
    return shared >= needed and shared >= OVERLAP_OF_MEASURES * least


def _tells_nothing_else(one: Mention, other: Mention) -> bool:
    """Whether both count things of one name, and the shorter clause says nothing that the longer does not."""
    least = min(one.words, other.words, key=len)
    return one.noun == other.noun is not None and bool(least) and least <= (one.words & other.words)


def source_key(mention: Mention) -> str:
    """Whose word it is, for comparing; nothing for the text's own voice."""
    credit = mention.attribution
    return name_key(credit.canonical or credit.source or "") if credit.type != "none" else ""
