from collections.abc import Callable

from factcheck.exchange.extracts import extract_shape, notice_shape
from factcheck.exchange.notation import json_text
from factcheck.exchange.shapes import dossier_shape
from factcheck.model import Attribution, Credit, Event, Notice, Pooled, Span, Stance
from tests import factories as make

Golden = Callable[[str, str], None]

EVENT = Event(
    ledger="l1",
    seq=7,
    at="2024-05-19T08:00:00Z",
    who="rui",
    version="0.1",
    verb="cite",
    subject="c1a2m3n4p5",
    content="",
    previous="",
    hash="ab" * 32,
)


def test_extract_json_has_these_bytes(golden: Golden) -> None:
    golden("exchange/extract.json", json_text(extract_shape(make.extract()), indent=2) + "\n")


def test_show_json_has_these_bytes(golden: Golden) -> None:
    stance = Stance("compatible", "another valley", "rui")
    dossier = make.dossier(
        make.judged(make.citation(outlet="The Daily Marn", url="https://daily.example/1"), "corroborates"),
        make.judged(
            make.citation("Mayor", "12 people", quantity=make.exactly(12), stance=stance, scope="part"),
            "conflicts",
            factor="100.0",
            direction="lower",
        ),
        make.judged(make.citation("Blog", "no number", quantity=None), "incomparable", "incomparable"),
        pooled=Pooled(low=make.decimal("12"), floor=make.decimal("1.2E+3"), mean=1 / 3),
        history=(EVENT,),
    )
    golden("exchange/show.json", json_text(dossier_shape(dossier), indent=2) + "\n")


def test_readings_are_there_only_where_a_number_was_read_two_ways() -> None:
    readings = (make.exactly("1.234"), make.exactly("1234"))
    plain = Notice(Span(0, 5), "date", "a date")
    torn = Notice(Span(0, 5), "ambiguous-number", "two readings", readings)
    assert "readings" not in notice_shape(plain)
    assert [reading["point"] for reading in notice_shape(torn)["readings"]] == ["1.234", "1234"]


def test_a_nested_attribution_keeps_its_chain() -> None:
    credit = Credit("Reuters", Span(0, 7), "reported", Span(8, 16))
    attribution = Attribution(type="nested", source="the ministry", canonical="ministry", via=(credit,))
    claim = make.claim(attribution=attribution)
    shape = dossier_shape(make.dossier(claim=claim))["claim"]["attribution"]
    assert shape["via"] == [
        {"source": "Reuters", "source_span": [0, 7], "cue": "reported", "cue_span": [8, 16]}
    ]
