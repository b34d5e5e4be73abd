"""The margin of a draft: what names a source and a number is evidence, and the rest is told of."""

import json
from pathlib import Path

import pytest
from docx import Document as Word

from tests.cli.conftest import Typed

COMMENTS = (
    ("Estmark Grid counted about 1,250 idle dockers, https://grid.example/count.", "Ana"),
    ("Is that every dock?", "Ben"),
    ("The office said so.", "Ben"),
)


def draft(path: Path) -> None:
    word = Word()
    paragraph = word.add_paragraph()
    run = paragraph.add_run("Over 1,200 dockers")
    paragraph.add_run(" were idle on Friday. The weather was calm.")
    for text, author in COMMENTS:
        word.add_comment(run, text=text, author=author, initials=author[0])
    quiet = word.add_paragraph().add_run("Nobody knew why.")
    word.add_comment(quiet, text="Reuters said 9 knew.", author="Ben", initials="B")
    word.save(str(path))


def test_a_comment_with_source_and_number_becomes_a_citation(type_in: Typed, tmp_path: Path) -> None:
    draft(tmp_path / "draft.docx")
    dry = type_in("import", "comments", "draft.docx", "--dry-run")
    assert (dry.code, dry.out.splitlines()[-1]) == (0, "1 of 4 notes would be attached as citations.")
    assert type_in("list", "--json").out.count('"id"') == 0
    done = type_in("import", "comments", "draft.docx")
    assert done.code == 0, done.err
    assert "not attached, it asks: Is that every dock?" in done.out
    assert "factcheck review ask" in done.err
    assert "not attached, it names no number: The office said so." in done.out
    assert "not attached, no claim stands there: Reuters said 9 knew." in done.out
    claim = done.out.split(":")[0]
    [cited] = type_in("show", claim, "--json").json["citations"]
    assert cited["source"] == "Estmark Grid"
    assert cited["url"] == "https://grid.example/count"
    assert cited["note"] == "from the draft's comment by Ana"
    assert type_in("import", "comments", "draft.docx").out.endswith("0 of 4 notes attached as citations.\n")


def test_a_draft_goes_out_and_comes_in_with_its_anchors(type_in: Typed, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Over 1,200 dockers were idle. Estmark Grid counted 40 ships.\n")
    assert type_in("record", "a.txt").code == 0
    assert type_in("export", "--format", "docx", "--document", "a.txt", "-o", "out.docx").code == 0
    claims = [row["id"] for row in type_in("list", "--json").json["claims"]]
    before = type_in("export", "records").out
    back = type_in("import", "comments", "out.docx", "--document", "a.txt")
    assert back.code == 0, back.err
    assert back.out.count("it is the desk's own note") == len(claims)
    assert [line.split(":")[0] for line in back.out.splitlines()[:-1]] == claims
    assert type_in("export", "records").out == before


def test_an_annotation_on_a_claim_becomes_a_citation(type_in: Typed, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Over 1,200 dockers were idle.\n")
    assert type_in("record", "a.txt").code == 0
    note = {
        "uri": "https://port.example/",
        "user": "Ana",
        "text": "Estmark Grid counted about 1,250 idle dockers.",
        "target": [{"selector": [{"type": "TextQuoteSelector", "exact": "1,200 dockers"}]}],
    }
    (tmp_path / "notes.json").write_text(json.dumps([note]))
    done = type_in("import", "annotations", "notes.json", "--document", "a.txt")
    assert (done.code, done.out.splitlines()[-1]) == (0, "1 of 1 notes attached as citations.")


@pytest.mark.parametrize(
    ("note", "says"),
    [
        ("Source: Estmark Grid, 1,250 dockers (https://grid.example/count)", "evidence of Estmark Grid"),
        ("source: the Harbour Union (1,190 dockers)", "evidence of Harbour Union"),
        ("Sources: Estmark Grid – 1,250 dockers", "evidence of Estmark Grid"),
        ("Source: Harbour Wire, citing Estmark Grid: 1,250 dockers", "evidence of"),
        ("Source: Estmark Grid says 1,250 dockers", "evidence of Estmark Grid"),
        ("Source: two officials, 1,250 dockers", "it names no source"),
        ("Source: see page 3, 1,250 dockers", "it names no source"),
        ("Estmark Grid, 1,250 dockers", "it names no source"),
    ],
)
def test_the_name_behind_the_word_source_is_the_source(
    type_in: Typed, tmp_path: Path, note: str, says: str
) -> None:
    word = Word()
    run = word.add_paragraph().add_run("Over 1,200 dockers were idle.")
    word.add_comment(run, text=note, author="Ana", initials="A")
    word.save(str(tmp_path / "draft.docx"))
    assert says in type_in("import", "comments", "draft.docx").out
