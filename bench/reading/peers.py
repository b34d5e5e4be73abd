"""How fast is the reader beside others that can be installed?

`python -m bench.reading.peers --texts FOLDER` reads a folder of texts with ours (numbers
alone, sources alone, both) and with the libraries of the `bench` extra, one process, CPU
time, the best of a few runs. A library that is not installed is named and skipped. Peers
are measured for speed only: none of them reads sources.
"""

from __future__ import annotations

import argparse
import importlib
import os
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from factcheck.language.attributions import attribute
from factcheck.language.claims import extract
from factcheck.language.quantities import read
from factcheck.model import Document

RUNS = 3
AT_MOST = 40_000  # characters that a peer is given: some are a hundred times slower
Reader = Callable[[str], object]


def ours(texts: Sequence[str]) -> Iterator[tuple[str, Reader]]:
    """Our readers by name; that of sources is given the numbers."""
    numbers = {text: [number.span for number in read(text)[0]] for text in texts}
    yield "factcheck, numbers", read
    yield "factcheck, sources", lambda text: attribute(text, numbers[text])
    yield "factcheck, both", lambda text: extract(Document("d", text, "0" * 64))


def peers() -> Iterator[tuple[str, Reader | None]]:
    """The other readers by name; None where one is not installed."""
    for name, module, make in (
        ("quantulum3", "quantulum3.parser", lambda parser: parser.parse),
        ("text2num", "text_to_num", lambda found: lambda text: found.alpha2digit(text, "en")),
    ):
        try:
            yield name, make(importlib.import_module(module))
        except ImportError:
            yield name, None


def rate(reader: Reader, texts: Sequence[str]) -> float:
    """Megabytes of UTF-8 read in a second of CPU time: the best of a few runs."""
    size = sum(len(text.encode()) for text in texts) / 1e6
    return size / min(seconds(reader, texts) for _ in range(RUNS))


def seconds(reader: Reader, texts: Sequence[str]) -> float:
    began = time.process_time()
    for text in texts:
        reader(text)
    return max(time.process_time() - began, 1e-6)


def some_of(texts: Sequence[str]) -> list[str]:
    """The first texts, as many as a slow reader can be given."""
    taken, size = [], 0
    for text in texts:
        size += len(text)
        if taken and size > AT_MOST:
            break
        taken.append(text)
    return taken


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m bench.reading.peers", description=__doc__)
    data = os.environ.get("FACTCHECK_DATA")
    parser.add_argument("--texts", default=f"{data}/news/texts" if data else None, help="a folder of texts")
    asked = parser.parse_args()
    if not asked.texts:
        parser.error("which texts? Give --texts FOLDER or set FACTCHECK_DATA")
    texts = [path.read_bytes().decode("utf-8") for path in sorted(Path(asked.texts).glob("*.txt"))]
    if not texts:
        parser.error(f"no .txt file in {asked.texts}")
    for name, reader in (*ours(texts), *peers()):
        part = texts if name.startswith("factcheck") else some_of(texts)
        print(f"{name:<20} {f'{rate(reader, part):8.3f} MB/s' if reader else 'not installed: skipped'}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
