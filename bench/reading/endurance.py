"""Does the reader of numbers stay upright, and linear, whatever it is given?

`python -m bench.reading.endurance [--seconds N] [--seed N]` reads pathological lines of
rising length, and then texts put together at random from the words that the grammar
knows. It needs no data. Exit code 1 if a line is not linear or a span is wrong.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from itertools import pairwise

from factcheck.language.lexicon import table
from factcheck.language.quantities import read

SIZE = 200_000
FACTOR = 4
SLACK = 2.5  # how far over linear a timing may come out on a busy machine
LINES = [
    *(
        "1",
        "million ",
        '"',
        "said ",
        "1-",
        "1,234,",
        "one hundred thousand ",
        "1.",
        "12 ",
        "about ",
        "one in ",
    ),
    *("\n", "tens of ", "5 of the ", "a", "-", "5 and ", "$5 ", "(5", "1\u200b", "5 lakh ", "5% ", "May 5 "),
    *(
        "@a1",
        "half a ",
        "5 a a a a ",
        "5 (95% CI ",
        "Abc 5 ",
        "the 5 ",
        "5 \n \n ",
        "5) ",
        " ",
        "5" + " " * 50,
    ),
]
WORDS = [
    *(row["word"] for row in table("number_words")),
    *(row["phrase"] for row in table("hedges")),
    *(row["form"] for row in table("units")),
    *(row["form"] for row in table("currencies")),
    *(row["example"] for row in table("labels")),
    *"0123456789.,-–—%$€£/:;()[]\"'’“”½٣४５\u200b\u202e\x1b\n",
    *(
        "1,500",
        "2019",
        "10:30",
        "per 100,000",
        "(95% CI 1-2)",
        "±",
        "out of",
        "in",
        "and",
        "to",
        "or",
        "between",
    ),
    *("from", "the", "of", "half a", "years old", "aged", "km^2", "e9", "×10", "Boeing", "Street", "\n\n"),
]


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m bench.reading.endurance", description=__doc__)
    parser.add_argument("--seconds", type=float, default=60.0)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    bent = [line for line in LINES if not is_linear(line)]
    wrong = at_random(random.Random(asked.seed), asked.seconds)
    for line in bent:
        print(f"not linear: {line[:20]!r}")
    for text in wrong:
        print(f"wrong spans: {text!r}")
    return 1 if bent or wrong else 0


def is_linear(line: str) -> bool:
    """Whether reading four times as much of a line takes about four times as long."""
    long = (line * (SIZE // len(line) + 1))[:SIZE]
    short = long[: SIZE // FACTOR]
    took_short, took_long = seconds_of(short), seconds_of(long)
    print(f"{line[:20]!r:<26} {len(long) / 1e6 / took_long:8.2f} MB/s")
    return took_long < max(FACTOR * SLACK * took_short, 0.1)


def seconds_of(text: str) -> float:
    began = time.process_time()
    read(text)
    return max(time.process_time() - began, 1e-6)


def at_random(chance: random.Random, seconds: float) -> list[str]:
    """Texts put together at random whose spans come out wrong; prints how many were read."""
    wrong: list[str] = []
    count, until = 0, time.monotonic() + seconds
    while time.monotonic() < until:
        count += 1
        text = "".join(
            chance.choice(WORDS) + chance.choice(("", " ", " ", " ")) for _ in range(chance.randint(1, 30))
        )
        if not stands(text):
            wrong.append(text)
    print(f"{count} texts read at random in {seconds:.0f} seconds")
    return wrong


def stands(text: str) -> bool:
    """Whether every span lies in the text, in order, and none overlaps another."""
    found, notices = read(text)
    spans = sorted([claim.span for claim in found] + [declined.span for declined in notices])
    ordered = all(one.end <= two.start for one, two in pairwise(spans))
    return ordered and all(
        claim.phrase_span.covers(claim.span) and claim.phrase_span.end <= len(text) for claim in found
    )


if __name__ == "__main__":
    sys.exit(main())
