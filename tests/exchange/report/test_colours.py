"""Every text of the report can be read on its ground: WCAG AA, computed from the style sheet."""

import re
from importlib.resources import files

import pytest

SHEET = (files("factcheck.exchange") / "data" / "report.css").read_text(encoding="utf-8")
BANDS = "csmxdnu"
# What stands on what: the names of the palette, without their hyphens.
TEXTS = {
    "ink": ("paper", "card", "shade", *(f"{band}-tint" for band in BANDS)),
    "soft": ("paper", "card", "shade"),
    "link": ("paper", "card", "shade"),
    "pill": tuple(BANDS),
    **dict.fromkeys(("supports", "conflicts", "open", "apart", "claim"), ("card", "shade")),
    **{band: ("card", "paper", f"{band}-tint") for band in BANDS},
}
PAIRS = [(text, ground) for text, grounds in TEXTS.items() for ground in grounds]
NO_TEXT = {"rule"}  # lines and grids, which say nothing that is not said beside them


def palette(mode: str) -> dict[str, str]:
    """The colours of a mode; the dark ones stand after the light ones, and replace them all."""
    light, dark = re.findall(r":root\{(.*?)\}", SHEET, re.DOTALL)
    return dict(re.findall(r"--([\w-]+):(#[0-9a-f]{3,6})", light if mode == "light" else dark))


def luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(2 * digit for digit in colour[1:])
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_the_measure_is_that_of_the_standard() -> None:
    assert contrast("#000", "#fff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize(("text", "ground"), PAIRS)
def test_text_has_a_contrast_of_four_and_a_half(text: str, ground: str, mode: str) -> None:
    colours = palette(mode)
    assert contrast(colours[text], colours[ground]) >= 4.5


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_no_colour_of_the_palette_goes_unmeasured(mode: str) -> None:
    measured = {name for pair in PAIRS for name in pair}
    assert set(palette(mode)) == measured | NO_TEXT


def test_every_colour_comes_from_the_palette() -> None:
    rules = re.sub(r":root\{.*?\}", "", SHEET, flags=re.DOTALL)
    assert not re.findall(r"(?<![&\w])#[0-9a-f]{3,8}\b(?=[;} ])", rules)
    assert set(re.findall(r"(?<![\w-])(?:color|background|fill|stroke):([^;}]+)", rules)) <= {
        *(f"var(--{name})" for name in (*palette("light"), "b", "t", "k")),
        "inherit",
        "none",
    }
