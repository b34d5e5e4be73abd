"""Does the reader stay upright, and linear, whatever it is given?

`python -m bench.reading.endurance [--seconds N] [--seed N] [--megabytes N]` reads
pathological lines of rising length, one long text beside the short ones that it is made of,
and then texts put together at random from the words that the grammar knows: numbers,
sources, sentences, the whole extract. It needs no data. Exit code 1 if a line is not linear
or is read too slowly, if the long text is, or if a text comes out wrong.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from itertools import pairwise

from factcheck.language.claims import extract
from factcheck.language.lexicon import table
from factcheck.model import Claim, Document, Extract

SIZE = 200_000
SLOWEST = 0.05  # MB/s of the whole extract that every line must reach
FACTOR = 4
LENGTH_COSTS = 1.3  # how much slower a long text may be read, on a busy machine
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
LINES += [
    *("said 5 ", "according to ", "He said 5 died. ", "he said that 5 ", "X said Y said Z said 5 "),
    *("the mayor said that 5 people died and ", "The ministry said 5 died. ", "\u201c5,\u201d he said. "),
    *(
        "\u201c5 ",
        '" 5 ',
        "( 5 ",
        ", 5",
        "\u2014 he 5 ",
        "It was \u201c5.\n\n",
        "- 5 items\n",
        "Of these, 5 died. ",
    ),
    *(
        "BOB: it was 5 or so in there.\n",
        "Smith said 5. ",
        "in a poll of 5 ",
        "X who said 5 ",
        "Ann (",
        "; 5 and ",
    ),
]
# what the long text is made of; the number makes every copy another paragraph
STORY = """
The harbour board said on Tuesday that more than {0} of its 1,250 boats had been lost in the
storm of 12 May 2019, two hundred and fifty of them at sea. "We have never counted so many,"
said its chairwoman, Ann Lowe, who put the loss at £3.4m. According to the coastguard, at least
{0} people were rescued; of these, 61 were children. A poll found 41 percent against a new pier.
"""
WORDS = [
    *(row["verb"] for row in table("cue_verbs")),
    *(row["phrase"] for row in table("cue_phrases")),
    *(row["noun"] for row in table("source_nouns")),
    *(row["word"] for row in table("words")),
    *(
        "said",
        "Ann Lowe",
        "The ministry",
        "he",
        "It",
        "Dr.",
        "U.S.",
        "officials",
        "the WHO's",
        "Study:",
        "Q:",
    ),
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
    parser.add_argument("--megabytes", type=float, default=4.0)
    asked = parser.parse_args()
    slowed = not holds_its_speed(round(asked.megabytes * 1_000_000))
    bent = [line for line in LINES if not is_linear(line)]
    wrong = at_random(random.Random(asked.seed), asked.seconds)
    for line in bent:
        print(f"not linear, or too slow: {line[:20]!r}")
    for text in wrong:
        print(f"wrong spans: {text!r}")
    return 1 if slowed or bent or wrong else 0


def holds_its_speed(size: int) -> bool:
    """Whether a long text is read nearly as fast as the short ones that it is made of."""
    stories = [STORY.format(number) for number in range(size // len(STORY))]
    apart = sum(map(seconds_of, stories))
    whole = seconds_of("\n".join(stories))
    speeds = (f"{size / 1e6 / took:.2f} MB/s" for took in (whole, apart))
    print(f"{size / 1e6:.0f} MB: in one text {next(speeds)}, in short ones {next(speeds)}")
    return whole < LENGTH_COSTS * apart


def is_linear(line: str) -> bool:
    """Whether reading four times as much of a line takes about four times as long, and not too long."""
    long = (line * (SIZE // len(line) + 1))[:SIZE]
    short = long[: SIZE // FACTOR]
    took_short, took_long = seconds_of(short), seconds_of(long)
    speed = len(long) / 1e6 / took_long
    print(f"{line[:20]!r:<26} {speed:8.2f} MB/s")
    return took_long < max(FACTOR * SLACK * took_short, 0.1) and speed > SLOWEST


def seconds_of(text: str) -> float:
    began = time.process_time()
    extracted(text)
    return max(time.process_time() - began, 1e-6)


def extracted(text: str) -> Extract:
    return extract(Document("d", text, "0" * 64))


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
    """Whether every span lies in the text and gives back its surface, in order, none over another."""
    found = extracted(text)
    spans = sorted([claim.span for claim in found.claims] + [notice.span for notice in found.notices])
    apart = all(one.end <= two.start for one, two in pairwise(spans)) and all(
        list(kind) == sorted(kind, key=lambda one: one.span) for kind in (found.claims, found.notices)
    )
    return apart and all(is_true(claim, text) for claim in found.claims)


def is_true(claim: Claim, text: str) -> bool:
    """Whether the surfaces of a claim are those of its spans, and the wider spans hold the narrower."""
    credit = claim.attribution
    pairs = [(claim.surface, claim.span), (claim.phrase, claim.phrase_span)]
    pairs += [(part.source, part.source_span) for part in (credit, *credit.via) if part.source_span]
    pairs += [(part.cue, part.cue_span) for part in (credit, *credit.via) if part.cue_span]
    return (
        all(span.end <= len(text) and span.of(text) == surface for surface, span in pairs)
        and claim.phrase_span.covers(claim.span)
        and claim.sentence_span.covers(claim.span)
        and (credit.type == "none") == (credit.source is None)
    )


if __name__ == "__main__":
    sys.exit(main())
