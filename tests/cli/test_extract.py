"""`extract --rank` puts what is most worth checking first, and every format says why."""

import csv
import io

from tests.cli.conftest import Typed

TEXT = (
    b"A boy, aged 12, saw the wave come in.\n\n"
    b"It took two weeks to reach the valley, where 4,100 people were killed, the navy said.\n"
)


def test_rank_orders_the_claims_of_a_text_by_their_worth(type_in: Typed) -> None:
    def surfaces(*options: str) -> list[str]:
        claims = type_in("extract", "-", "--json", *options, stdin=TEXT).json["documents"][0]["claims"]
        return [claim["surface"] for claim in claims]

    assert surfaces() == ["12", "two weeks", "4,100"]
    assert surfaces("--rank")[0] == "4,100"


def test_json_has_the_figure_with_its_reasons(type_in: Typed) -> None:
    claims = type_in("extract", "-", "--json", "--rank", stdin=TEXT).json["documents"][0]["claims"]
    scores = [claim["checkworthy"]["score"] for claim in claims]
    assert scores == sorted(scores, reverse=True)
    assert "somebody named vouches for it" in claims[0]["checkworthy"]["reasons"]


def test_csv_has_them_in_columns(type_in: Typed) -> None:
    rows = list(csv.DictReader(io.StringIO(type_in("extract", "-", "--csv", "--rank", stdin=TEXT).out)))
    assert float(rows[0]["checkworthy"]) > float(rows[-1]["checkworthy"])
    assert "only an age" in next(row for row in rows if row["surface"] == "12")["reasons"].split("; ")


def test_the_page_says_why_only_when_asked(type_in: Typed) -> None:
    assert "worth checking" not in type_in("extract", "-", stdin=TEXT).out
    page = type_in("extract", "-", "--rank", stdin=TEXT).out
    assert page.index("4,100") < page.index("aged [12]")
    assert "people killed, hurt, ill or held" in page


def test_show_says_it_of_a_recorded_claim(type_in: Typed) -> None:
    claim = type_in("add", "over 1,500 people were killed", "--json").json["claim"]["id"]
    assert type_in("show", claim, "--json").json["claim"]["checkworthy"]["score"] > 0.8
