"""How long does it take to find, or to suggest, a source among ten thousand?"""

from __future__ import annotations

import random
import statistics
import time

from bench.names.sets import register
from factcheck.ledger.sources import resolve

_WHERE = ("Marn", "Ostmark", "Estmark", "Velden", "Harn", "Iran", "France", "Kenya", "Peru", "Japan", "Oman")
_WHAT = ("Health", "Statistics", "Human Rights", "Trade", "Farming", "Energy", "Water", "Justice", "Labour")
_KIND = ("Ministry", "Agency", "Council", "Institute", "Monitor", "Office", "Union", "Party", "Network")
_LETTERS = "bdfgklmnprstv"


def run(count: int, seed: int = 7) -> None:
    """Print the time of a known name and of suggestions, typed right and wrong."""
    draw = random.Random(seed)
    names = sorted({_name(draw) for _ in range(count)})
    started = time.process_time()
    with register(names) as ledger:
        print(f"{len(names):,} sources registered in {time.process_time() - started:.1f} s")
        for told, asked in (
            ("known names", names),
            ("names misspelt", [_misspelt(draw, one) for one in names]),
        ):
            times = []
            for name in draw.sample(asked, 200):
                started = time.process_time()
                resolve(ledger, name)
                times.append(1000 * (time.process_time() - started))
            cuts = statistics.quantiles(times, n=20)
            print(f"  {told}: p50 {cuts[9]:.1f} ms, p95 {cuts[18]:.1f} ms")


def _name(draw: random.Random) -> str:
    own = "".join(draw.choice(_LETTERS) + draw.choice("aeiou") for _ in range(draw.randint(2, 4)))
    words = [own.capitalize(), draw.choice(_WHAT), draw.choice(_KIND)]
    return f"{' '.join(words)} of {draw.choice(_WHERE)}"


def _misspelt(draw: random.Random, name: str) -> str:
    at = draw.randrange(1, len(name) - 1)
    return name[:at] + name[at + 1] + name[at] + name[at + 2 :]
