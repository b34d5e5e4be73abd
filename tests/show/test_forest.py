from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.model import Dossier, Quantity
from factcheck.show.forest import forest
from factcheck.show.lines import Line, line_width, plain_text
from tests import factories as make
from tests.worked import worked

Golden = Callable[[str, str], None]


def text_of(lines: tuple[Line, ...]) -> str:
    return "".join(plain_text(line) + "\n" for line in lines)


@pytest.mark.parametrize("width", [80, 120])
@pytest.mark.parametrize("fold", [False, True])
def test_the_worked_case_is_drawn_like_this(width: int, fold: bool, golden: Golden) -> None:
    golden(f"show/forest-{width}{'-folded' * fold}.txt", text_of(forest(worked(), width, fold=fold)))


def percent(value: int) -> Quantity:
    return make.exactly(value, kind="percent", unit="percent")


SMALL: dict[str, Dossier] = {
    "percent": make.dossier(
        make.judged(make.citation("Polling Hall", "47 percent", quantity=percent(47)), "conflicts"),
        make.judged(make.citation("Institute", "53 percent", quantity=percent(53)), "corroborates"),
        make.judged(make.citation("A pamphlet", "12 people", quantity=make.exactly(12)), "incomparable"),
        claim=make.claim(quantity=percent(54)),
    ),
    "ceiling": make.dossier(
        make.judged(make.citation("Mayor", "fewer than 20", quantity=make.up_to(20))),
        make.judged(make.citation("Study", "18 (12-31)", quantity=make.quantity(12, 31, 18, hedge="range"))),
        make.judged(make.citation("Spokesman", "no number", quantity=None), "incomparable", "incomparable"),
        claim=make.claim(quantity=make.up_to(25)),
    ),
    "exact": make.dossier(
        make.judged(make.citation("Mayor", "17", quantity=make.exactly(17)), "corroborates"),
        claim=make.claim(quantity=make.exactly(17)),
    ),
}


@pytest.mark.parametrize("name", SMALL)
def test_other_numbers_are_drawn_like_this(name: str, golden: Golden) -> None:
    golden(f"show/forest-{name}.txt", text_of(forest(SMALL[name], 80)))


@given(
    st.lists(st.tuples(st.text(max_size=40), st.integers(-5, 10**12), st.integers(0, 10**6)), max_size=6),
    st.integers(40, 140),
)
def test_no_line_is_wider_than_the_page(cited: list[tuple[str, int, int]], width: int) -> None:
    citations = [
        make.judged(make.citation(name or "x", id=f"t{place}", quantity=make.between(low, low + more)))
        for place, (name, low, more) in enumerate(cited)
    ]
    drawn = forest(make.dossier(*citations), width)
    assert max(map(line_width, drawn)) <= width
