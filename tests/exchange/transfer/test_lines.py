import hashlib
import io
import json
import tracemalloc
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factcheck.errors import Unreadable
from factcheck.exchange.transfer.lines import read_records, write_records
from factcheck.exchange.transfer.records import KINDS, Attached, Filed, Made, Record, record_schema
from factcheck.ledger.originals import Original
from factcheck.model import Source, Worth
from factcheck.show.safe import UNSAFE
from tests import factories as make
from tests.exchange.json_schema import faults
from tests.exchange.test_columns_doc import MANUAL
from tests.exchange.test_schemas import compare
from tests.exchange.values import ledgers

slow = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))


def written(records: list[Record]) -> bytes:
    out = io.StringIO(newline="")
    assert write_records(records, out) == len(records)
    return out.getvalue().encode()


def read(content: bytes) -> list[Record]:
    return list(read_records(io.BytesIO(content), "all.jsonl"))


@slow
@given(ledgers())
def test_a_ledger_comes_back_record_for_record(records: list[Record]) -> None:
    came = read(written(records))
    assert came == records
    assert repr(came) == repr(records), "the same digits, not only the same numbers"


@slow
@given(ledgers())
def test_every_line_keeps_to_the_schema_and_no_terminal_obeys_it(records: list[Record]) -> None:
    schema = record_schema()
    for line in written(records).decode().splitlines():
        assert list(faults(json.loads(line), schema)) == []
        assert not UNSAFE.search(line)


def test_the_schema_in_the_package_is_that_of_the_records(request: pytest.FixtureRequest) -> None:
    compare("records.schema.json", record_schema(), request)


def test_the_manual_names_every_key_of_a_record() -> None:
    def keys(schema: Any) -> Iterator[str]:
        if isinstance(schema, dict):
            yield from schema.get("properties", ())
            for part in schema.values():
                yield from keys(part)
        elif isinstance(schema, list):
            for part in schema:
                yield from keys(part)

    names = {*keys(record_schema()), *KINDS}
    assert sorted(name for name in names if f"`{name}`" not in MANUAL) == []


SOURCE = Source("s1", "Marn Relief Council", aliases=("MRC",))
DOCUMENT = make.document(sha256=hashlib.sha256(make.ARTICLE.encode()).hexdigest())
FILED = Filed(DOCUMENT.id, "s1", make.claim())
CITED = Attached(FILED.claim.id, make.citation(quantity=make.about("1200.50")))


def small() -> list[Record]:
    return [SOURCE, DOCUMENT, FILED, CITED]


def test_what_is_computed_of_a_claim_does_not_travel() -> None:
    weighed = replace(FILED, claim=replace(FILED.claim, worth=Worth(0.5, ("a number",))))
    records: list[Record] = [SOURCE, DOCUMENT, weighed]
    (*_, came) = read(written(records))
    assert isinstance(came, Filed)
    assert came.claim.worth is None
    assert b"worth" not in written(records)


def test_a_redacted_document_travels_without_its_text() -> None:
    records: list[Record] = [replace(DOCUMENT, text=""), FILED]
    assert read(written(records)) == records


def changed(line: int, **changes: Any) -> bytes:
    """The small file with other values in one line; a key may be a path with dots."""
    shapes = [json.loads(text) for text in written(small()).decode().splitlines()]
    for path, value in changes.items():
        *outer, last = path.split("__")
        shape = shapes[line - 1]
        for key in outer:
            shape = shape[key]
        if value is ...:
            del shape[last]
        else:
            shape[last] = value
    return "".join(json.dumps(shape) + "\n" for shape in shapes).encode()


def made(document: str) -> bytes:
    """A file whose second record is an original of this document."""
    return written([DOCUMENT, Made(document, Original("0" * 64, "pypdf 6"))])


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (changed(1, schema_version=2), "all.jsonl:1:1: has version 2, and this program reads 1"),
        (changed(1, record="claims"), "all.jsonl:1:1: is no export of records"),
        (b"[]\n", "all.jsonl:1:1: holds no JSON object"),
        (b'{"schema_version": 1, "claims": []}', "all.jsonl:1:1: is no export of records"),
        (changed(2, record="person"), "all.jsonl:2:1: 'person' is no kind of record"),
        (changed(2, name=...), "all.jsonl:2:1: source.name: is missing"),
        (changed(2, colour="red"), "all.jsonl:2:1: source.colour: is not a known key"),
        (changed(2, party="yes"), "all.jsonl:2:1: source.party: must be true or false"),
        (changed(2, aliases=["x", 7]), "all.jsonl:2:1: source.aliases[1]: must be text"),
        (changed(2, aliases="x"), "all.jsonl:2:1: source.aliases: must be a list"),
        (changed(2, reliability="G"), "source.reliability: 'G' is none of A, B, C, D, E, F"),
        (changed(3, text="x"), "all.jsonl:3:1: document.sha256: the text does not have the hash"),
        (changed(4, document="other"), "claim.document: 'other' is not the document before it"),
        (changed(4, claim__surface="9"), "claim.claim.surface: does not stand at 36-41 of the text"),
        (changed(4, claim__span=[0, 9999]), "claim.claim.surface: does not stand at 0-9999"),
        (changed(4, claim__span=[5, 5]), "claim.claim.span: not a span: [5, 5)"),
        (changed(4, claim__span=[5, True]), "claim.claim.span: must be [start, end]"),
        (changed(4, claim__quantity__low="1,200"), "claim.claim.quantity.low: '1,200' is no number"),
        (changed(4, claim__quantity__low=1200), "claim.claim.quantity.low: 1200 is no number"),
        (changed(4, claim__quantity__low="NaN"), "claim.claim.quantity.low: 'NaN' is no number"),
        (changed(4, claim__quantity__low="1E+999999"), "quantity.low: '1E+999999' is no number"),
        (changed(4, claim__quantity__low="9" * 5000), "quantity.low: '999999999999999"),
        (changed(4, claim__quantity__high="1"), "claim.claim.quantity: bounds out of order: 1200 > 1"),
        (made(document="other"), "original.document: 'other' is not the document before it"),
        (changed(5, claim="other"), "citation.claim: 'other' is no claim of the document before it"),
        (changed(5, citation=[]), "all.jsonl:5:1: citation.citation: must be an object"),
        (changed(6, records=3), "all.jsonl:6:1: 4 records came, and the file says {'records': 3}"),
        (written(small()) + b"{}\n", "all.jsonl:7:1: there is something after the end"),
        (b'{"record": "header", "record": "x"}', "all.jsonl:1:22: the key 'record' stands twice"),
        (written(small())[:200] + b"\xff", "all.jsonl:2:"),
        (b"", "all.jsonl: ends without its last line: it was cut"),
    ],
    ids=lambda value: value[:60] if isinstance(value, str) else "",
)
def test_what_is_wrong_is_named_with_its_place(content: bytes, says: str) -> None:
    with pytest.raises(Unreadable) as caught:
        read(content)
    assert says in caught.value.message
    assert "nothing was imported" in caught.value.hint or "version" in caught.value.hint


@given(st.data())
def test_a_file_cut_anywhere_is_refused(data: st.DataObject) -> None:
    whole = written(small())
    length = data.draw(st.integers(0, len(whole) - 2))
    with pytest.raises(Unreadable):
        read(whole[:length])


def test_a_line_without_end_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("factcheck.exchange.strict_json.LARGEST", 1000)
    with pytest.raises(Unreadable, match="is larger than"):
        read(written(small())[:-1] + b" " * 5000)


def test_memory_does_not_grow_with_the_number_of_records() -> None:
    def claims(count: int) -> Iterator[Record]:
        yield from small()[:2]
        for number in range(count):
            yield replace(FILED, claim=replace(FILED.claim, id=f"c{number}"))

    class Sink(io.StringIO):
        def write(self, text: str) -> int:
            return len(text)

    peaks = []
    for count in (500, 5000):
        tracemalloc.start()
        write_records(claims(count), Sink())
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert peaks[1] < 2 * peaks[0] + 100_000
