from factcheck.reading.parsers.lines import Line
from factcheck.reading.parsers.running import without_running


def page(number: int) -> list[Line]:
    """A page of two columns, each below a head of its own."""
    heads = [Line("Flood Commission", x, 800, 9, number) for x in (50, 300)]
    return [
        *heads,
        *(Line(f"line {row} of {number * 7}", 50, row, 11, number) for row in range(300, 700, 50)),
    ]


def test_a_line_that_comes_twice_on_a_page_is_counted_by_its_pages() -> None:
    kept, dropped = without_running([page(number) for number in range(3)])
    assert dropped == {"Flood Commission": 3}
    assert [len(lines) for lines in kept] == [8, 8, 8]
