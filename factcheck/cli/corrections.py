"""`factcheck amend`, `withdraw`, `restore`, `undo`, `redact`, `diff`: what was wrong is put right openly."""

from __future__ import annotations

import sys
from itertools import groupby
from typing import TYPE_CHECKING, Any

import click

from factcheck.cli.claims import RELIABILITIES, SCOPES, STANCES
from factcheck.cli.options import Desk, as_json, desk_options, now, print_answer, print_shape

if TYPE_CHECKING:
    from factcheck.desk.withdrawals import Corrected
    from factcheck.ledger.store import Ledger

because = click.option(
    "--because", "reason", required=True, metavar="REASON", help="Why; it stays in the log."
)


@click.command("amend")
@click.argument("record", metavar="CLAIM|CITATION")
@because
@click.option("--figure", help="Of a claim: the number as it should have been read: over 1,600 people.")
@click.option("--counted", help="Of a claim: what the number counts.")
@click.option("--passage", help="Of a citation: the passage as it stands in print.")
@click.option("--number", "pick", help="Which number is meant, as printed or by its place: 304 or @9.")
@click.option(
    "--source", help="Who vouches for the number; of a claim, an empty name is the text's own voice."
)
@click.option("--outlet", help="Of a citation: who published it.")
@click.option("--date", help="Of a citation: when it was published.")
@click.option("--url", help="Of a citation: where it was published.")
@click.option("--scope", type=click.Choice(SCOPES), help="Of a citation: what its figure counts.")
@click.option(
    "--derived-from",
    "derived_from",
    multiple=True,
    metavar="CITATION|NAME",
    help="Of a citation: where its figure was taken from; may be given again, and once empty for nowhere.",
)
@click.option("--reliability", type=click.Choice(RELIABILITIES), help="Of a citation's source.")
@click.option("--party/--no-party", default=None, help="Whether a citation's source is a party.")
@click.option("--note", help="Of a citation: what else to know.")
@click.option(
    "--stance",
    type=click.Choice((*STANCES, "")),
    metavar="STANCE",
    help="Of a citation: what you say of it, with --because; empty takes it back.",
)
@as_json
@desk_options
def amend_command(desk: Desk, record: str, reason: str, *, as_json: bool, **told: Any) -> None:
    """Say what holds of a claim or a citation instead of what was recorded.

    Nothing is overwritten: what was there before stays in the history, and the claim keeps its id.

    \b
    factcheck amend 7k2m --figure "over 1,600 people" --because "misread: the page prints 1,600"
    """
    from factcheck.desk.records import record_named
    from factcheck.desk.signature import Signature
    from factcheck.errors import AskedWrongly

    said = {name: value for name, value in told.items() if value not in (None, ())}
    with desk.open("write") as ledger:
        named, signature = record_named(ledger, record), Signature(desk.who, now())
        if named.noun == "document":
            hint = "Amend its claims; a document is a text as it was published."
            raise AskedWrongly("a document cannot be amended", hint)
        done = _amend(ledger, named.noun, named.id, said, reason, signature)
        _say(ledger, done, "Amended" if done.new else "Amended before:", as_json=as_json)


def _amend(
    ledger: Ledger, noun: str, record_id: str, said: dict[str, Any], reason: str, signature: Any
) -> Corrected:
    from factcheck.desk.amendments import CitationAmendment, ClaimAmendment, amend_citation, amend_claim
    from factcheck.errors import AskedWrongly

    kind = ClaimAmendment if noun == "claim" else CitationAmendment
    strange = sorted(said.keys() - set(kind.__slots__))
    if strange:
        options = ", ".join(f"--{name.replace('_', '-')}" for name in strange)
        raise AskedWrongly(f"a {noun} has no {options}", "`factcheck amend --help` says what can be amended.")
    if noun == "claim":
        return amend_claim(ledger, record_id, ClaimAmendment(**said), reason, signature)
    return amend_citation(ledger, record_id, CitationAmendment(**said), reason, signature)


@click.command("withdraw")
@click.argument("record", metavar="CLAIM|CITATION|DOCUMENT")
@because
@as_json
@desk_options
def withdraw_command(desk: Desk, record: str, reason: str, *, as_json: bool) -> None:
    """Let a claim, a citation or a document stand no longer; it can still be read.

    A withdrawn claim is in no list, a withdrawn citation counts for nothing, and a document takes
    its claims with it.
    """
    from factcheck.desk.signature import Signature
    from factcheck.desk.withdrawals import withdraw

    with desk.open("write") as ledger:
        done = withdraw(ledger, record, reason, Signature(desk.who, now()))
        _say(ledger, done, "Withdrawn:" if done.new else "Withdrawn before:", as_json=as_json)


@click.command("restore")
@click.argument("record", metavar="CLAIM|CITATION|DOCUMENT")
@because
@as_json
@desk_options
def restore_command(desk: Desk, record: str, reason: str, *, as_json: bool) -> None:
    """Let what was withdrawn stand again; a document brings back the claims that went with it."""
    from factcheck.desk.signature import Signature
    from factcheck.desk.withdrawals import restore

    with desk.open("write") as ledger:
        done = restore(ledger, record, reason, Signature(desk.who, now()))
        _say(ledger, done, "Restored:" if done.new else "Not withdrawn:", as_json=as_json)


@click.command("undo")
@as_json
@desk_options
def undo_command(desk: Desk, *, as_json: bool) -> None:
    """Take back your last change; undo again to go one further back.

    Nothing is deleted: a new entry in the log says what no longer holds. It is refused where
    somebody has built on the change since.
    """
    from factcheck.desk.signature import Signature
    from factcheck.desk.undoing import undo

    with desk.open("write") as ledger:
        done = undo(ledger, Signature(desk.who, now()))
    if as_json:
        print_answer(done)
        return
    records = "1 record" if done.records == 1 else f"{done.records} records"
    _echo(f"Undone: {done.verb} of {done.at}, {records}.")


@click.command("redact")
@click.argument("record", metavar="DOCUMENT|CITATION")
@because
@click.confirmation_option(prompt="The words will be blanked for good. Go on?", help="Do not ask.")
@as_json
@desk_options
def redact_command(desk: Desk, record: str, reason: str, *, as_json: bool) -> None:
    """Blank the words of a document or a citation that must not be kept; their hashes stay.

    For a legal demand, or somebody's safety. The log still verifies. Copies, backups and exports
    made before are not reached; neither is what people wrote in their own words, which is listed.
    """
    from factcheck.desk.redactions import redact
    from factcheck.desk.signature import Signature

    with desk.open("write") as ledger:
        done = redact(ledger, record, reason, Signature(desk.who, now()))
    if as_json:
        print_answer(done)
        return
    claims = f" with the words of {done.claims} claims" if done.claims else ""
    _echo(f"Redacted: {done.noun} {done.id}{claims}.")
    for noun, same in groupby(done.left, key=lambda one: one.noun):
        _echo(f"  not blanked, may hold the words: {noun} {', '.join(one.id for one in same)}")


@click.command("diff")
@click.argument("claim")
@click.option("--from", "first", metavar="DATE", help="The earlier moment (else when it was recorded).")
@click.option("--to", "second", metavar="DATE", help="The later moment (else now).")
@as_json
@desk_options
def diff_command(desk: Desk, claim: str, first: str | None, second: str | None, *, as_json: bool) -> None:
    """Show what changed about a claim between two moments: its words, its evidence, its agreement.

    A moment is a day (UTC), which stands for its end, or a time: 2026-11-24T15:30 is UTC, and
    2026-11-24T17:30+02:00 the same.
    """
    from factcheck.desk.differences import diff
    from factcheck.show.console import emit, page_width
    from factcheck.show.differences import difference_lines

    with desk.open("read") as ledger:
        compared = diff(ledger, claim, first, second)
    if as_json:
        print_answer(compared)
        return
    emit(difference_lines(compared, page_width(sys.stdout)), sys.stdout)


def _say(ledger: Ledger, done: Corrected, deed: str, *, as_json: bool) -> None:
    """One line on what was done, and how the claim stands now."""
    from factcheck.desk.dossiers import dossier

    told = dossier(ledger, done.claim) if done.claim else None
    if as_json:
        from factcheck.desk.answers import corrected_shape

        print_shape(corrected_shape(done, told))
        return
    claims = f" with {done.claims} claims" if done.noun == "document" and done.claims else ""
    _echo(f"{deed} {done.noun} {done.id}{claims}.")
    if told is not None and done.new and not told.withdrawn:
        from factcheck.show.console import emit, page_width
        from factcheck.show.dossiers import score_lines

        emit(score_lines(told, page_width(sys.stdout)), sys.stdout)


def _echo(text: str) -> None:
    from factcheck.show.safe import safe_text

    click.echo(safe_text(text))
