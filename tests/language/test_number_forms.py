"""Which forms of numbers does the reader know? A row of `number_forms.tsv` for each, with what it reads."""

from pathlib import Path

import pytest

from factcheck.language.quantities import Found, read

_LINES = Path(__file__).with_name("number_forms.tsv").read_text(encoding="utf-8").splitlines()
FORMS = [line.split("\t") for line in _LINES[2:]]


def _said(found: Found) -> str:
    """Bounds, hedge, and the unit or what is counted: "40..- at_least people"."""
    quantity = found.quantity
    low, high = ("-" if value is None else str(value) for value in (quantity.low, quantity.high))
    bounds = "?" if low == high == "-" else low if low == high else f"{low}..{high}"
    return f"{bounds} {quantity.hedge} {quantity.unit or quantity.counted or ''}".strip()


@pytest.mark.parametrize(("sentence", "reading"), FORMS)
def test_a_form_of_number_is_read_as_an_editor_would(sentence, reading):
    assert (" ; ".join(map(_said, read(sentence)[0])) or "none") == reading
