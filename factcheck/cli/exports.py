"""`factcheck export`: the recorded claims and what belongs to them, for other programs and people."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

import click

from factcheck.cli.lists import filter_options
from factcheck.cli.options import Desk, desk_options

if TYPE_CHECKING:
    from factcheck.exchange.tables import Row
    from factcheck.ledger.store import Ledger

TABLES = ("claims", "citations", "sources", "decisions", "agreement")
WHOLE = ("records", "bundle")
ROWS = ("csv", "tsv", "json", "nl", "xlsx")
OF_CLAIMS = ("claimreview", "annotations", "docx", "markdown")
OF_CITATIONS = ("csl", "bibtex", "ris")
BINARY = ("xlsx", "docx")
Writer = Callable[["Ledger", Any], int]


@click.command("export")
@click.argument("what", type=click.Choice((*TABLES, *WHOLE)), default="claims")
@click.option(
    "--format",
    "form",
    type=click.Choice((*ROWS, *OF_CLAIMS, *OF_CITATIONS)),
    default="csv",
    show_default=True,
    help="Rows as csv, tsv, json, nl or xlsx; claims also as claimreview, annotations, docx or markdown; "
    "citations also as csl, bibtex or ris.",
)
@click.option("-o", "--output", "target", type=click.Path(path_type=Path), help="Write to this file.")
@click.option("--publisher", metavar="NAME", help="Of ClaimReview: the name of your desk.")
@click.option("--publisher-url", metavar="URL", help="Of ClaimReview: where your desk is to be found.")
@click.option(
    "--page", metavar="URL", help="Of ClaimReview: the page of a claim, with {id} for the claim's id."
)
@filter_options
@desk_options
def export_command(
    desk: Desk,
    what: str,
    form: str,
    target: Path | None,
    publisher: str | None,
    publisher_url: str | None,
    page: str | None,
    **filters: Any,
) -> None:
    """Write claims, or what belongs to them, for another program.

    `records` is everything as it now holds, for `import records` in another ledger; `bundle` is the
    whole ledger with its history, one JSON object a line, for version control and `import bundle`.
    The columns are described in docs/columns.md. A file is replaced in one step, or left as it was.
    """
    from factcheck.errors import AskedWrongly

    write: Writer
    if what in WHOLE:
        write = _records if what == "records" else _bundle
    elif form in ROWS:
        write = _rows(what, form, desk.who, filters)
    elif form in OF_CITATIONS and what in ("claims", "citations"):
        write = _references(form, desk.who, filters)
    elif what != "claims":
        raise AskedWrongly(f"{what} are not written as {form}", f"They are written as {', '.join(ROWS)}.")
    elif form == "claimreview":
        write = _claimreviews(desk.who, _publisher(publisher, publisher_url, page), filters)
    else:
        write = _pages(form, desk.who, filters)
    if form in BINARY and target is None and sys.stdout.isatty():
        raise AskedWrongly(f"{form} is no text for a terminal", "Write it to a file with -o FILE.")
    with desk.open("read") as ledger:
        count = _written(write, ledger, target, binary=form in BINARY and what not in WHOLE)
    if target is not None:
        click.echo(f"{count} {what} written to {target}", err=True)


def _written(write: Writer, ledger: Ledger, target: Path | None, *, binary: bool) -> int:
    """Write to a file in one step, or to standard output; how many records there were."""
    from factcheck.exchange.files import replacing, replacing_bytes

    if target is None:
        return write(ledger, sys.stdout.buffer if binary else sys.stdout)
    if binary:
        with replacing_bytes(target) as data:
            return write(ledger, data)
    with replacing(target) as text:
        return write(ledger, text)


def _records(ledger: Ledger, out: TextIO) -> int:
    from factcheck.desk.outgoing import records
    from factcheck.exchange.transfer.lines import write_records

    with ledger.snapshot():
        return write_records(records(ledger), out)


def _bundle(ledger: Ledger, out: TextIO) -> int:
    from factcheck.desk.ledgers import write_bundle

    return write_bundle(ledger, out)


def _rows(what: str, form: str, who: str, filters: dict[str, Any]) -> Writer:
    """How the rows of a table are written in a format."""

    def write(ledger: Ledger, out: Any) -> int:
        from factcheck.exchange.tables import write_rows
        from factcheck.exchange.workbook import write_workbook

        columns, rows = _table(ledger, what, who, filters)
        if form == "xlsx":
            return write_workbook(rows, columns, out, name=what)
        return write_rows(rows, columns, form, out, name=what)  # type: ignore[arg-type] # one of the four

    return write


def _table(
    ledger: Ledger, what: str, who: str, filters: dict[str, Any]
) -> tuple[tuple[str, ...], Iterable[Row]]:
    from factcheck.desk.dossiers import dossiers_that_fit
    from factcheck.desk.lists import listed
    from factcheck.desk.sources import list_all
    from factcheck.exchange import columns, nouns

    match what:
        case "claims":
            return nouns.CLAIMS.names, map(columns.exported_row, listed(ledger, **filters))
        case "sources":
            return nouns.SOURCES.names, map(columns.source_row, list_all(ledger))
        case "citations":
            of_claims = dossiers_that_fit(ledger, who, **filters)
            return nouns.CITATIONS.names, (row for one in of_claims for row in columns.citation_rows(one))
        case "decisions":
            made = (
                decision for one in dossiers_that_fit(ledger, who, **filters) for decision in one.decisions
            )
            return nouns.DECISIONS.names, map(columns.decision_row, made)
        case _:
            return nouns.AGREEMENT.names, map(
                columns.agreement_row, dossiers_that_fit(ledger, who, **filters)
            )


def _references(form: str, who: str, filters: dict[str, Any]) -> Writer:
    def write(ledger: Ledger, out: TextIO) -> int:
        from factcheck.desk.outgoing import references
        from factcheck.exchange.references.bibtex import write_bibtex
        from factcheck.exchange.references.csl import write_csl
        from factcheck.exchange.references.ris import write_ris

        writers: dict[str, Callable[[Any, TextIO], int]] = {
            "csl": write_csl,
            "bibtex": write_bibtex,
            "ris": write_ris,
        }
        return writers[form](references(ledger, who, **filters), out)

    return write


def _publisher(name: str | None, url: str | None, page: str | None) -> tuple[str, str, str]:
    """Who reviews, and where; ClaimReview needs all three."""
    from factcheck.errors import AskedWrongly

    if name is None or url is None or page is None or "{id}" not in page:
        hint = "Give --publisher NAME --publisher-url URL --page 'https://desk.example/checks/{id}'."
        raise AskedWrongly("ClaimReview says who reviewed, and on which page", hint)
    return name, url, page


def _claimreviews(who: str, publisher: tuple[str, str, str], filters: dict[str, Any]) -> Writer:
    def write(ledger: Ledger, out: TextIO) -> int:
        from factcheck.desk.outgoing import claimreviews
        from factcheck.exchange.claimreview.writing import Desk as Reviewers
        from factcheck.exchange.claimreview.writing import json_ld

        name, url, page = publisher
        shapes, refused = claimreviews(ledger, who, Reviewers(name, url), page, **filters)
        for shape in shapes:
            out.write(json_ld(shape) + "\n")
        if refused:
            click.echo(f"{len(refused)} claims are left out: not signed off with a verdict.", err=True)
        return len(shapes)

    return write


def _pages(form: str, who: str, filters: dict[str, Any]) -> Writer:
    """Claims in their text: as annotations, as a Word draft with comments, or as Markdown."""

    def write(ledger: Ledger, out: Any) -> int:
        from factcheck.desk.dossiers import dossiers_that_fit
        from factcheck.exchange.annotations.writing import write_annotations
        from factcheck.exchange.drafts import write_markdown, write_word

        writers: dict[str, Callable[[Any, Any], int]] = {
            "annotations": write_annotations,
            "markdown": write_markdown,
            "docx": write_word,
        }
        return writers[form](dossiers_that_fit(ledger, who, **filters), out)

    return write
