"""Which sources are worth comparing with a name that nobody goes by?

Comparing is slow, so of ten thousand sources only a few are compared: those that share a
sense with the name, or have a word spelled almost like one of its, the rarest first, and
those whose acronym the name may be, or has. What they have in common decides nothing:
`likeness` compares. Importing this module loads rapidfuzz.

Callers: `sources`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rapidfuzz import fuzz, process

from factcheck.ledger.apart import partners
from factcheck.ledger.likeness import runs_through
from factcheck.ledger.names import fold, is_acronym, read_apart
from factcheck.ledger.senses import acronyms_of, country_of, senses
from factcheck.ledger.spellings import filed_as, lookalike_ids
from factcheck.ledger.store import Ledger
from factcheck.ledger.tables import canonical

_MOST = 40  # sources that are compared
_ALMOST = 70  # percent that two spellings of one word have in common
_SPELLINGS = 8  # of one word that are looked up
_SPELLED_OUT = 5  # letters, from which on a word may be spelled in another way
_LAST = "\U0010ffff"  # above whatever a key goes on with
_WORDS = "SELECT DISTINCT key FROM name_keys WHERE how = 'word' AND key >= :first AND key < :next"
_HELD = """
SELECT key, count(*) AS holders FROM name_keys
WHERE how = 'word' AND key IN (SELECT value FROM json_each(:keys)) GROUP BY key
"""
_SHARING = """
SELECT held.source FROM json_each(:weights) AS wanted
JOIN name_keys AS held ON held.how = 'word' AND held.key = wanted.key
GROUP BY held.source ORDER BY sum(wanted.value) DESC, held.source LIMIT :most
"""
_INITIALS = "SELECT DISTINCT key FROM name_keys WHERE how = 'initials' AND key >= :first AND key < :next"


def near_ids(ledger: Ledger, name: str) -> list[str]:
    """The ids of the sources that the name might mean, at most a few dozen, in a stated order."""
    read = read_apart(name)
    taken_for = [other for one in (read.name, *read.acronyms) for other in partners(one)]
    found = [*lookalike_ids(ledger, name), *filed_as(ledger, taken_for, ("exact", "alias"))]
    for one in (read.name, *read.acronyms):
        found += [*_by_initials(ledger, one), *_by_words(ledger, one)]
    return list(dict.fromkeys(found))[: 2 * _MOST]


def _by_words(ledger: Ledger, name: str) -> list[str]:
    """The sources that share the most telling words with a name."""
    wanted = _wanted(ledger, name)
    rows = ledger.rows(_HELD, {"keys": canonical(sorted(wanted))})
    weights = {row["key"]: wanted[row["key"]] / row["holders"] ** 0.5 for row in rows}
    sharing = ledger.rows(_SHARING, {"weights": canonical(weights), "most": _MOST})
    return [row["source"] for row in sharing]


def _wanted(ledger: Ledger, name: str) -> dict[str, float]:
    """The words to look for, with how much each tells: the name's own, and those spelled almost like them."""
    wanted: dict[str, float] = {}
    read = senses(name)
    for sense in read:
        wanted[sense.key] = sense.weight
        first = sense.key[0]
        alike = _almost(ledger, sense.key, (first, f"@{first}"))
        if not alike and len(read) == 1:  # nothing else may lead to it: the first letter may be the wrong one
            alike = _almost(ledger, sense.key, ("",))
        for word, percent in alike:
            wanted.setdefault(word, sense.weight * (percent / 100) ** 2)
    country = country_of(name.strip()) if is_acronym(name) else None
    return wanted | ({country: 1.0} if country else {})


def _almost(ledger: Ledger, word: str, starts: Sequence[str]) -> list[tuple[str, float]]:
    """The words of names with one of these starts that are spelled almost like this one."""
    if len(word) < _SPELLED_OUT or not word.isalpha():
        return []
    words = [key for start in starts for key in _keys_from(ledger, _WORDS, start)]
    alike = process.extract(word, words, scorer=fuzz.ratio, score_cutoff=_ALMOST, limit=_SPELLINGS)
    return [(found, percent) for found, percent, _ in alike]


def _keys_from(ledger: Ledger, sql: str, start: str) -> list[str]:
    """The keys that begin so."""
    return [row["key"] for row in ledger.rows(sql, {"first": start, "next": start + _LAST})]


def _by_initials(ledger: Ledger, name: str) -> Iterator[str]:
    """The sources whose acronym the name may be, or has in it, or that go by an acronym of the name."""
    yield from filed_as(ledger, [fold(word) for word in name.split() if is_acronym(word)], ("initials",))
    yield from filed_as(ledger, acronyms_of(name), ("exact", "alias"))
    if is_acronym(name):
        short = fold(name).replace(" ", "")
        longer = [key for key in _keys_from(ledger, _INITIALS, short[:1]) if runs_through(short, key)]
        yield from filed_as(ledger, sorted(longer, key=len)[:_SPELLINGS], ("initials",))
