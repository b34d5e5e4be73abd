"""Measure the exchange formats: `python -m bench.exchange [--rows N]`; nothing is read but what it makes.

Each measure runs in a process of its own, so that its peak memory is its own. It is told as what
the process held more than after its first thousand rows. Seconds are those of the processor, so
that a busy machine is not counted against us.
"""

import argparse
import io
import os
import resource
import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from itertools import cycle, islice
from pathlib import Path
from tempfile import TemporaryFile
from typing import Any, BinaryIO

from bench.exchange.values import citations, listed, records, references
from factcheck.exchange.columns import exported_row
from factcheck.exchange.nouns import CLAIMS
from factcheck.exchange.references import bibtex, csl, ris
from factcheck.exchange.sheets.rows import read_citations, template_columns
from factcheck.exchange.tables import write_rows
from factcheck.exchange.transfer.lines import read_records, write_records
from factcheck.exchange.workbook import write_workbook

FIRST = 1_000
MOST_IN_A_SHEET = 1_000_000
MOST_REFERENCES = 20_000  # a bibliography is read whole


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=200_000, help="how many rows each measure has")
    rows = parser.parse_args().rows
    print(f"{rows:,} rows each")
    for name in MEASURES:
        with ProcessPoolExecutor(1) as pool:
            done, seconds, grown = pool.submit(measured, name, rows).result()
        rate = f"{done / seconds:>9,.0f} rows/s"
        print(f"{name:<34} {rate}   {grown:>6,.1f} MB more than after {FIRST:,} rows", flush=True)


def measured(name: str, rows: int) -> tuple[int, float, float]:
    """How many rows were done, in how many seconds, and by how many MB the process grew."""
    prepare, work = MEASURES[name]
    small, large = prepare(FIRST), prepare(rows)
    work(small)
    before, start = peak(), time.process_time()
    done = work(large)
    return done, time.process_time() - start, peak() - before


def peak() -> float:
    """The most memory that this process ever held, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def devnull() -> Any:
    return Path(os.devnull).open("w", encoding="utf-8", newline="")


def rows_of(count: int) -> Iterable[Any]:
    """The rows of so many claims: the same thousand again and again, for making them costs as much."""
    return map(exported_row, islice(cycle(list(listed(FIRST))), count))


def records_of(count: int) -> Iterable[Any]:
    """So many records, in the same way."""
    return islice(cycle(list(records(FIRST))), count)


def out(form: str) -> Callable[[Iterable[Any]], int]:
    return lambda rows: write_rows(rows, CLAIMS.names, form, devnull())  # type: ignore[arg-type]


def workbook(rows: Iterable[Any]) -> int:
    with TemporaryFile() as file:
        return write_workbook(rows, CLAIMS.names, file)


def in_a_file(write: Callable[[Any], object]) -> BinaryIO:
    """What is written, in a file on disk, at its beginning."""
    file = TemporaryFile()  # noqa: SIM115 - the process ends soon
    text = io.TextIOWrapper(file, encoding="utf-8", newline="")
    write(text)
    text.flush()
    text.detach()
    file.seek(0)
    return file  # type: ignore[return-value]


def counted(values: Iterator[object]) -> int:
    return sum(1 for _ in values)


def records_file(count: int) -> BinaryIO:
    return in_a_file(lambda text: write_records(records_of(count), text))


def citations_file(count: int) -> BinaryIO:
    columns = template_columns("citations")
    return in_a_file(lambda text: write_rows(citations(count), columns, "csv", text))


def bibliography(write: Callable[[Any, Any], int]) -> Callable[[int], bytes]:
    def prepare(count: int) -> bytes:
        text = io.StringIO()
        write(references(min(count, MOST_REFERENCES)), text)
        return text.getvalue().encode()

    return prepare


MEASURES: dict[str, tuple[Callable[[int], Any], Callable[[Any], int]]] = {
    "claims out, JSON lines": (rows_of, out("nl")),
    "claims out, JSON": (rows_of, out("json")),
    "claims out, CSV": (rows_of, out("csv")),
    "claims out, XLSX": (lambda count: rows_of(min(count, MOST_IN_A_SHEET)), workbook),
    "records out": (records_of, lambda made: write_records(made, devnull())),
    "records in": (records_file, lambda file: counted(read_records(file, "bench"))),
    "citations in, CSV (numbers read)": (
        citations_file,
        lambda file: counted(read_citations(file, "bench", "csv").rows),
    ),
    "references out, CSL-JSON": (references, lambda made: csl.write_csl(made, devnull())),
    "references in, CSL-JSON": (
        bibliography(csl.write_csl),
        lambda content: counted(csl.read_csl(content, "bench")),
    ),
    "references in, BibTeX": (
        bibliography(bibtex.write_bibtex),
        lambda content: counted(bibtex.read_bibtex(content, "bench")),
    ),
    "references in, RIS": (
        bibliography(ris.write_ris),
        lambda content: counted(ris.read_ris(content, "bench")),
    ),
}


if __name__ == "__main__":
    main()
