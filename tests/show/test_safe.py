import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.show.safe import UNSAFE, one_line, safe_text

ANY_TEXT = st.text(alphabet=st.characters(exclude_categories=()))

# Format characters that print a sign of their own (Arabic number signs, hieroglyph joiners and such).
VISIBLE_FORMATS = {*range(0x600, 0x606), 0x6DD, 0x70F, 0x890, 0x891, 0x8E2, 0x110BD, 0x110CD}
VISIBLE_FORMATS |= set(range(0x13430, 0x13440))


@pytest.mark.parametrize(
    ("text", "shown", "example_of"),
    [
        ("\x1b[31m1,204\x1b[0m", "␛[31m1,204␛[0m", "a colour sequence"),
        ("\x1b]52;c;cm0g\x07", "␛]52;c;cm0g␇", "a write to the clipboard"),
        ("12\b\b99", "12␈␈99", "a number that overwrites itself"),
        ("\u202egpj.exe", "⟨U+202E⟩gpj.exe", "a file name turned around"),
        ("1\u200b2,000", "1⟨U+200B⟩2,000", "a zero-width space inside a number"),
        ("a\u2028b\u2029c", "a⟨U+2028⟩b⟨U+2029⟩c", "separators that end a line in some programs"),
        ("half \ud800 a pair", "half ⟨U+D800⟩ a pair", "a lone surrogate"),
        ("\U000e0041", "⟨U+E0041⟩", "a tag character"),
        ("\x7f\x9b31m", "␡⟨U+009B⟩31m", "delete, and the one-character CSI"),
        ("a\tb\nc", "a␉b␊c", "a tab and a line end in a cell"),
        ("Zoë Ångström, 1\u202f500, 東京, 👍", "Zoë Ångström, 1\u202f500, 東京, 👍", "what is harmless"),
        ("all fine [/] [/nothing] [[", "all fine [/] [/nothing] [[", "brackets of some other markup"),
    ],
)
def test_what_a_terminal_would_obey_or_hide_is_shown(text: str, shown: str, example_of: str) -> None:
    assert safe_text(text) == shown


def test_lines_and_tabs_survive_where_several_lines_are_wanted() -> None:
    assert safe_text("one\r\ntwo\tthree\rfour\x0b\n", multiline=True) == "one\ntwo\tthree␍four␋\n"


def test_a_wrapped_sentence_is_put_on_one_line() -> None:
    assert one_line(" over\r\n\t 1,500  people\n\x0bwere ") == "over 1,500 people ␋were"


@given(ANY_TEXT, st.booleans())
def test_nothing_unsafe_ever_comes_out(text: str, multiline: bool) -> None:
    shown = safe_text(text, multiline=multiline)
    kept = {"\n", "\t"} if multiline else set()
    assert set(UNSAFE.findall(shown)) <= kept


@given(ANY_TEXT)
def test_safe_text_is_safe_already_and_never_shorter(text: str) -> None:
    once = safe_text(text)
    assert safe_text(once) == once
    assert len(once) >= len(text)


def test_every_control_format_separator_and_surrogate_of_unicode_is_unsafe() -> None:
    missed = [
        f"{code:04X}"
        for code in range(sys.maxunicode + 1)
        if unicodedata.category(chr(code)) in {"Cc", "Cf", "Zl", "Zp", "Cs"}
        and code not in VISIBLE_FORMATS
        and not UNSAFE.match(chr(code))
    ]
    assert missed == []
