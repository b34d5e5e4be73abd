import pytest

from factcheck.exchange.markdown import escaped


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("over 1,500 people", "over 1,500 people"),
        ("*so* and [3]", r"\*so\* and \[3\]"),
        ("<b> & `x`", r"\<b\> \& \`x\`"),
        ("- 12 degrees", r"\- 12 degrees"),
        ("-12", r"\-12"),
        ("from 3-6 to 1+1=2", "from 3-6 to 1+1=2"),
        ("1990. A year", r"1990\. A year"),
        ("in 1990. A year", "in 1990. A year"),
        ("a\n===", "a\n\\==="),
        ("\u202e1", "⟨U+202E⟩1"),
    ],
)
def test_no_sign_is_obeyed(text: str, shown: str) -> None:
    assert escaped(text) == shown
