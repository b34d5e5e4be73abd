"""The report in a browser: it asks for nothing, runs nothing, complains of nothing, and has every part.

Chromium says what it fetched in its log of the network, and what it complained of on its error
output; the tree that a screen reader is given is not asked here, but in `test_page.py`.
"""

import json
import shutil
import subprocess
from pathlib import Path

import pytest
from lxml import html

from tests.exchange.report.pages import page

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="needs Chromium, which is not installed")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the page is, with what the browser said of it."""
    folder = tmp_path_factory.mktemp("browser")
    (folder / "report.html").write_text(page(), encoding="utf-8")
    assert CHROMIUM is not None
    shown = subprocess.run(
        [
            CHROMIUM,
            *("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-background-networking"),
            *("--enable-logging=stderr", f"--log-net-log={folder / 'net.json'}"),
            *(f"--user-data-dir={folder / 'profile'}", "--window-size=390,844"),
            *(f"--print-to-pdf={folder / 'report.pdf'}", "--virtual-time-budget=2000", "--dump-dom"),
            (folder / "report.html").as_uri(),
        ],
        capture_output=True,
        timeout=60,
        check=True,
    )
    (folder / "dom.html").write_bytes(shown.stdout)
    (folder / "said.txt").write_bytes(shown.stderr)
    return folder


def test_nothing_is_asked_of_the_network(folder: Path) -> None:
    log = json.loads((folder / "net.json").read_text(encoding="utf-8"))
    asked = {
        event["params"]["url"]
        for event in log["events"]
        if isinstance(event.get("params"), dict) and "url" in event["params"]
    }
    assert not [url for url in asked if ".example" in url]


def test_nothing_is_said_on_the_console(folder: Path) -> None:
    assert "CONSOLE" not in (folder / "said.txt").read_text(encoding="utf-8", errors="replace")


def test_the_page_that_is_built_is_the_page_that_was_written(folder: Path) -> None:
    written, built = (
        html.document_fromstring((folder / name).read_text(encoding="utf-8"))
        for name in ("report.html", "dom.html")
    )
    counts = [
        {tag: len(root.findall(f".//{tag}")) for tag in ("h3", "mark", "svg", "li", "use")}
        for root in (written, built)
    ]
    assert counts[0] == counts[1]
    assert not built.findall(".//script")


def test_it_prints(folder: Path) -> None:
    from pypdf import PdfReader

    printed = PdfReader(folder / "report.pdf")
    said = " ".join(one.extract_text() for one in printed.pages)
    assert "The Daily Marn" in said, "what is folded on the screen is on paper"
    assert "paper.example/t000000001" in said, "an address can be read on paper"
