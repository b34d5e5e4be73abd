"""`factcheck import`: claims and evidence that others have gathered, brought in from a file."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, cast

import click

from factcheck.cli.cases import case_command
from factcheck.cli.notes import annotations_command, comments_command
from factcheck.cli.opened import a_file, bytes_of, dry_run, stream_of
from factcheck.cli.options import Desk, desk_options, now
from factcheck.cli.transfers import bundle_command, records_command

if TYPE_CHECKING:
    from factcheck.desk.incoming import Imported
    from factcheck.exchange.problems import RowProblem
    from factcheck.exchange.sheets.rows import CitationRow
    from factcheck.exchange.sheets.sheet import Form

FORMS = {
    ".csv": "csv",
    ".tsv": "tsv",
    ".xlsx": "xlsx",
    ".json": "json",
    ".nl": "nl",
    ".jsonl": "nl",
    ".ndjson": "nl",
}
UNREADABLE = 6
SHOWN = 40


def table_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the options of a table: which column holds what, which sheet, a template."""
    for option in (
        click.option("--template", is_flag=True, help="Print a table to fill in, as CSV."),
        click.option("--sheet", help="Which sheet of a workbook (else the first)."),
        click.option(
            "--map", "mapping", multiple=True, metavar="FIELD=HEADER", help="Which column holds what."
        ),
    ):
        command = option(command)
    return command


@click.group("import")
def import_command() -> None:
    """Bring in claims and evidence from a file.

    All of a file is recorded, or nothing: if a row is wrong, every fault is told with its place. What
    is there already is not added again.
    """


for command in (case_command, comments_command, annotations_command, records_command, bundle_command):
    import_command.add_command(command)


@import_command.command("claims")
@click.argument("file", type=click.Path(path_type=Path), required=False)
@table_options
@dry_run
@desk_options
def claims_command(
    desk: Desk,
    file: Path | None,
    mapping: tuple[str, ...],
    sheet: str | None,
    *,
    template: bool,
    dry_run: bool,
) -> int:
    """Record the claims of a table: a phrase with its number in each row.

    CSV, TSV, Excel, or JSON as `export claims` writes it (.json, or .nl with an object a line).
    """
    from factcheck.desk.claim_rows import import_claims
    from factcheck.exchange.sheets.rows import read_claims

    if template:
        return _template("claims")
    with _opened(_needed(file)) as (stream, name, form):
        table = read_claims(stream, name, form, _mapping(mapping), sheet)
        _ignored(table.ignored)
        bring = partial(import_claims, dry_run=dry_run)
        return _bring_in(desk, "claims", bring, table.rows, dry_run=dry_run)


@import_command.command("citations")
@click.argument("file", type=click.Path(path_type=Path), required=False)
@click.option("--claim", help="The claim that every row speaks to, where the table does not say.")
@table_options
@dry_run
@desk_options
def citations_command(
    desk: Desk,
    file: Path | None,
    claim: str | None,
    mapping: tuple[str, ...],
    sheet: str | None,
    *,
    template: bool,
    dry_run: bool,
) -> int:
    """Attach the citations of a table: claim, passage and source in each row.

    CSV, TSV, Excel, or JSON as `export citations` writes it (.json, or .nl with an object a line).
    """
    from factcheck.exchange.sheets.rows import read_citations

    if template:
        return _template("citations")
    with _opened(_needed(file)) as (stream, name, form):
        table = read_citations(stream, name, form, _mapping(mapping), sheet)
        _ignored(table.ignored)
        return _attach(desk, table.rows, claim, dry_run=dry_run)


@import_command.command("references")
@a_file
@click.option("--claim", required=True, help="The claim that they speak to.")
@dry_run
@desk_options
def references_command(desk: Desk, file: Path, claim: str, *, dry_run: bool) -> int:
    """Attach references of a reference manager: CSL-JSON (.json), BibTeX (.bib) or RIS (.ris).

    The passage is what was noted of a reference, or its abstract, if a number stands there.
    """
    from factcheck.exchange.confined import read_confined
    from factcheck.exchange.references.bibtex import read_bibtex
    from factcheck.exchange.references.csl import read_csl
    from factcheck.exchange.references.evidence import citation_row
    from factcheck.exchange.references.reference import Reference
    from factcheck.exchange.references.ris import read_ris

    readers = {".json": read_csl, ".bib": read_bibtex, ".ris": read_ris}
    reader = readers.get(file.suffix.lower(), read_csl)
    found = read_confined(reader, Reference, bytes_of(file), str(file))
    return _attach(desk, _rows(found, citation_row), claim, dry_run=dry_run)


@import_command.command("claimreview")
@a_file
@dry_run
@desk_options
def claimreview_command(desk: Desk, file: Path, *, dry_run: bool) -> int:
    """Record the claims that other fact-checkers reviewed, from their ClaimReview (JSON-LD).

    Their verdicts are not ours: only the claim, its claimant and where it appeared come in.
    """
    from factcheck.desk.claim_rows import import_claims
    from factcheck.exchange.claimreview.reading import ReviewedClaim, claim_row, read_claimreviews
    from factcheck.exchange.confined import read_confined

    found = read_confined(read_claimreviews, ReviewedClaim, bytes_of(file), str(file))
    rows = _rows(found, claim_row)
    return _bring_in(desk, "claims", partial(import_claims, dry_run=dry_run), rows, dry_run=dry_run)


def _attach(desk: Desk, rows: Iterator[CitationRow | RowProblem], claim: str | None, *, dry_run: bool) -> int:
    from factcheck.desk.citation_rows import import_citations

    bring = partial(import_citations, claim=claim, dry_run=dry_run)
    return _bring_in(desk, "citations", bring, rows, dry_run=dry_run)


def _bring_in(
    desk: Desk, noun: str, bring: Callable[..., Imported], rows: Iterator[Any], *, dry_run: bool
) -> int:
    """Import rows, and say what was done or what is wrong."""
    from factcheck.desk.signature import Signature

    with desk.open("write") as ledger:
        done = bring(ledger, rows, Signature(desk.who, now()))
    for problem in done.problems[:SHOWN]:
        _say(f"factcheck: {problem}", err=True)
        if problem.hint:
            _say(f"hint: {problem.hint}", err=True)
    if len(done.problems) > SHOWN:
        _say(f"… and {len(done.problems) - SHOWN} more.", err=True)
    if done.problems:
        from factcheck.cli.extract import plural

        _say(f"Nothing was recorded: {plural(len(done.problems), 'fault')}.", err=True)
        return UNREADABLE
    deed = "would be recorded" if dry_run else "recorded"
    _say(f"{done.new} {noun} {deed}; {done.rows - done.new} were there before.")
    return 0


def _rows(found: Iterator[Any], row: Callable[[Any], Any]) -> Iterator[Any]:
    """What each thing that was read makes as a row; a problem stays one."""
    from factcheck.exchange.problems import RowProblem

    for one in found:
        yield one if isinstance(one, RowProblem) else row(one)


def _template(noun: str) -> int:
    from factcheck.exchange.sheets.rows import template_columns, template_rows
    from factcheck.exchange.tables import write_rows

    which = cast("Any", noun)
    write_rows(template_rows(which), template_columns(which), "csv", sys.stdout, name=noun)
    return 0


def _mapping(told: tuple[str, ...]) -> dict[str, str]:
    from factcheck.errors import AskedWrongly

    found = {}
    for one in told:
        field, equals, header = one.partition("=")
        if not equals or not field.strip() or not header.strip():
            raise AskedWrongly(f"no mapping: {one!r}", "Write FIELD=HEADER, for example: phrase=Statement.")
        found[field.strip()] = header.strip()
    return found


def _ignored(titles: tuple[str, ...]) -> None:
    if titles:
        _say(f"notice: these columns are not read: {', '.join(titles)}", err=True)


def _needed(file: Path | None) -> Path:
    from factcheck.errors import AskedWrongly

    if file is None:
        raise AskedWrongly(
            "no file is named", "Name a .csv, .tsv, .xlsx, .json or .nl file; --template prints one."
        )
    return file


@contextmanager
def _opened(file: Path) -> Iterator[tuple[BinaryIO, str, Form]]:
    """A table, open, with its name and its form."""
    from factcheck.errors import AskedWrongly

    form = FORMS.get(file.suffix.lower())
    if form is None:
        raise AskedWrongly(f"{file} is no table by its name", f"Tables are {', '.join(FORMS)} files.")
    with stream_of(file) as stream:
        yield stream, str(file), cast("Form", form)


def _say(text: str, *, err: bool = False) -> None:
    from factcheck.show.safe import safe_text

    click.echo(safe_text(text), err=err)
