"""Of every import: a dry run says what the run then does, a second run adds nothing, faults have places."""

import csv
import io
import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from factcheck.exchange.workbook import write_workbook
from tests.cli.conftest import Typed

Write = Callable[[Path, str], None]  # into this file, for the claim with this id


def workbook(path: Path, claim: str) -> None:
    with path.open("wb") as out:
        rows = [{"phrase": "over 900 homes were lost", "source": "Council", "date": "2024-05"}]
        write_workbook(rows, ("phrase", "source", "date"), out)


def text(content: str) -> Write:
    return lambda path, claim: path.write_text(content.replace("CLAIM", claim), "utf-8") and None


CASE = json.dumps(
    {
        "id": "flood",
        "claims": [
            {"id": "c", "phrase": "over 400 sheep drowned", "measurand": "drowned", "origin": "Union"}
        ],
        "citations": [
            {"id": "vet", "publisher": "Vet Office", "figure": "about 420 sheep", "measurand": "drowned"}
        ],
    }
)
REVIEW = json.dumps(
    {
        "@type": "ClaimReview",
        "claimReviewed": "over 900 homes were lost",
        "itemReviewed": {"@type": "Claim", "author": {"@type": "Person", "name": "Ada Roe"}},
    }
)
CITED = "claim,passage,source,page,when\nCLAIM,about 880 homes,River Watch,p. 3,2024-05\n"
CSL = json.dumps(
    [{"id": "a", "type": "report", "author": [{"literal": "River Watch"}], "note": "about 880 homes"}]
)
BIB = "@report{a, author = {{R{\\'e}seau Fl{\\o}d}}, title = {x}, annotation = {about 880 homes}}"
RIS = "TY  - RPRT\nAU  - River Watch\nAB  - about 880 homes were lost\nER  - \n"
IMPORTS: tuple[tuple[tuple[str, ...], str, Write], ...] = (
    (("claims",), "a.csv", text("phrase,source,when\nover 900 homes were lost,Council,2024-05\n")),
    (("claims",), "a.tsv", text("phrase\tsource\nover 900 homes were lost\tCouncil\n")),
    (("claims",), "a.xlsx", workbook),
    (("claims",), "a.json", text('{"claims": [{"phrase": "over 900 homes were lost"}]}')),
    (("citations",), "a.nl", text('{"claim": "CLAIM", "passage": "880 homes", "source": "River Watch"}')),
    (("citations",), "a.csv", text(CITED)),
    (("citations", "--claim", "CLAIM"), "a.csv", text("passage,source\nabout 880 homes,River Watch\n")),
    (("references", "--claim", "CLAIM"), "a.json", text(CSL)),
    (("references", "--claim", "CLAIM"), "a.bib", text(BIB)),
    (("references", "--claim", "CLAIM"), "a.ris", text(RIS)),
    (("claimreview",), "a.json", text(REVIEW)),
    (("case",), "a.json", text(CASE)),
)
COUNT = re.compile(r"\d+")


def claimed(type_in: Typed) -> str:
    """The id of the one claim that is recorded."""
    type_in("add", "over 1,500 homes were flooded", "--source", "MEK")
    return str(json.loads(type_in("list", "--nl").out)["id"])


@pytest.mark.parametrize(
    ("words", "name", "write"), IMPORTS, ids=[f"{words[0]} {name}" for words, name, _ in IMPORTS]
)
def test_a_dry_run_says_what_the_run_does_and_a_second_run_adds_nothing(
    type_in: Typed, tmp_path: Path, words: tuple[str, ...], name: str, write: Write
) -> None:
    claim = claimed(type_in)
    write(tmp_path / name, claim)
    command = ("import", *(word.replace("CLAIM", claim) for word in words), name)

    def held() -> str:
        return type_in("export", "records").out

    before = held()
    dry = type_in(*command, "--dry-run")
    assert (dry.code, held()) == (0, before)
    done = type_in(*command)
    after = held()
    assert done.code == 0
    assert COUNT.findall(done.out) == COUNT.findall(dry.out)
    assert len(after.splitlines()) > len(before.splitlines())
    assert type_in(*command).code == 0
    assert held() == after


def test_records_say_dry_what_they_would_bring(type_in: Typed, tmp_path: Path) -> None:
    type_in("add", "over 1,500 homes were flooded", "--source", "MEK")
    type_in("export", "records", "-o", "a.nl")
    dry = type_in("--db", "b.db", "import", "records", "a.nl", "--dry-run")
    assert type_in("--db", "b.db", "list", "--nl").out == ""
    done = type_in("--db", "b.db", "import", "records", "a.nl")
    again = type_in("--db", "b.db", "import", "records", "a.nl")
    assert COUNT.findall(done.out) == COUNT.findall(dry.out)
    assert "0 of them new" in again.out


FAULTS: tuple[tuple[tuple[str, ...], str, str, str], ...] = (
    (("claims",), "a.csv", "source,phrase\nx,over 9 homes\ny,many homes were lost, z\n", "a.csv:3:3: "),
    (("claims",), "a.csv", "source,phrase\nx,nothing at all\n", "a.csv:2:2: phrase: no number"),
    (("claims",), "a.csv", "phrase,date\nover 9 homes,soon\n", "a.csv:2:2: date: 'soon' is no date"),
    (("claims",), "a.tsv", "phrase\twhen\nover 9 homes\tsoon\n", "a.tsv:2:2: period: 'soon' is no date"),
    (("citations",), "a.csv", "claim,passage,source\nzzz,9 homes,x\n", "a.csv:2:1: there is no claim 'zzz'"),
    (("citations",), "a.csv", "claim,passage,source\n,9 homes,x\n", "a.csv:2:1: claim: is empty"),
    (("citations",), "a.csv", "passage,source\n9 homes,x\n", "a.csv:2:1: claim: is empty"),
    (("citations",), "a.csv", "claim,passage,source,scope\nz,9 homes,x,all\n", "a.csv:2:4: scope: 'all' is"),
    (("references", "--claim", "x"), "a.ris", "TY  - RPRT\nAU  - X\nER  - \n", "a.ris:1:1: "),
    (("references", "--claim", "x"), "a.bib", "\n@report{a, title = {x}}", "a.bib:2:1: a: no number"),
    (("references", "--claim", "x"), "a.json", '[{"id": "a",\n "id": "b"}]', "a.json:2:2: the key 'id'"),
    (("case",), "a.json", '{"id":\n x}', "a.json:2:2: is not JSON"),
    (("records",), "a.nl", "{}\n", "a.nl:1:1: is no export of records"),
)  # fmt: skip


@pytest.mark.parametrize(("words", "name", "content", "says"), FAULTS, ids=[row[3] for row in FAULTS])
def test_a_fault_is_told_with_its_place(
    type_in: Typed, tmp_path: Path, words: tuple[str, ...], name: str, content: str, says: str
) -> None:
    (tmp_path / name).write_text(content, "utf-8")
    answer = type_in("import", *words, name)
    assert answer.code == 6
    assert says in answer.err


def test_a_row_of_our_own_export_that_was_edited_is_read_again(type_in: Typed, tmp_path: Path) -> None:
    claim = claimed(type_in)
    type_in("cite", claim, "about 880 homes", "--source", "River Watch")
    rows = list(csv.DictReader(io.StringIO(type_in("export", "citations").out)))
    with (tmp_path / "a.csv").open("w", encoding="utf-8", newline="") as out:
        table = csv.DictWriter(out, rows[0].keys())
        table.writeheader()
        table.writerow({**rows[0], "passage": "about 990 homes"})
    assert type_in("import", "citations", "a.csv").code == 0
    points = [row["point"] for row in csv.DictReader(io.StringIO(type_in("export", "citations").out))]
    assert points == ["880", "990"]


@pytest.mark.parametrize("form", ["csv", "nl"])
def test_an_export_adds_nothing_where_it_was_made_also_after_a_declaration_and_a_merge_of_sources(
    type_in: Typed, tmp_path: Path, form: str
) -> None:
    claim = claimed(type_in)
    type_in("cite", claim, "about 880 homes", "--source", "River Watch")
    type_in("cite", claim, "about 870 homes", "--source", "River Watch Marn")
    (first, _) = csv.DictReader(io.StringIO(type_in("export", "citations").out))
    assert type_in("declare", first["id"], "--measure", "flooded").code == 0
    assert (
        type_in("source", "merge", "River Watch Marn", "River Watch", "--because", "one", "--yes").code == 0
    )
    type_in("export", "citations", "--format", form, "-o", f"a.{form}")
    answer = type_in("import", "citations", f"a.{form}")
    assert answer.out == "0 citations recorded; 2 were there before.\n"
