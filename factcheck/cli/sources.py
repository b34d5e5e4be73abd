"""`factcheck source`: the register of who vouches for numbers, and under which names."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, cast

import click

from factcheck.cli.options import Desk, Format, desk_options, format_options, now

if TYPE_CHECKING:
    from factcheck.desk.source_merges import Effect
    from factcheck.ledger.store import Ledger
    from factcheck.model import Agreement, Reliability, Source


SHOWN = 40
because = click.option("--because", "reason", required=True, metavar="REASON", help="Why.")
yes = click.option("--yes", is_flag=True, help="Do not ask.")


@click.group("source")
def source_command() -> None:
    """Keep the register of sources and their names."""


@source_command.command("add")
@click.argument("name")
@click.option("--alias", "aliases", multiple=True, help="Another name of it; may be given again.")
@click.option("--kind", help="For example: agency, monitor, ministry, paper, person.")
@click.option(
    "--reliability",
    type=click.Choice(("A", "B", "C", "D", "E", "F")),
    help="A reliable ... E unreliable, F cannot be judged.",
)
@click.option("--party", is_flag=True, help="It is a party to the dispute.")
@desk_options
def add_command(
    desk: Desk, name: str, aliases: tuple[str, ...], kind: str | None, reliability: str | None, party: bool
) -> None:
    """Register a source under the name that it is filed by."""
    from factcheck.desk.signature import Signature
    from factcheck.desk.sources import add, draft

    grade = cast("Reliability | None", reliability)
    drafted = draft(name, aliases=aliases, kind=kind, reliability=grade, party=party)
    with desk.open("write") as ledger:
        signature = Signature(desk.who, now())
        source, new = add(ledger, drafted, signature)
        warn_of_lookalikes(ledger, [source.name, *source.aliases])
    _say(f"{source.name}: {'registered' if new else 'registered before'} as {source.id}")


@source_command.command("alias")
@click.argument("source")
@click.argument("names", metavar="ALIAS...", nargs=-1, required=True)
@desk_options
def alias_command(desk: Desk, source: str, names: tuple[str, ...]) -> None:
    """Let a source go by these names too. SOURCE is any of its names, or its id."""
    from factcheck.desk.signature import Signature
    from factcheck.desk.sources import alias

    with desk.open("write") as ledger:
        known, new = alias(ledger, source, names, Signature(desk.who, now()))
    _say(f"{known.name}: {new} of {len(names)} names are new; it goes by {_names(known)}")


@source_command.command("affiliate")
@click.argument("one")
@click.argument("other")
@desk_options
def affiliate_command(desk: Desk, one: str, other: str) -> None:
    """Say that two sources speak as one: neither corroborates the other."""
    from factcheck.desk.signature import Signature
    from factcheck.desk.sources import affiliate

    with desk.open("write") as ledger:
        first, second, new = affiliate(ledger, one, other, Signature(desk.who, now()))
    _say(f"{first.name} and {second.name}: {'now affiliated' if new else 'affiliated before'}")


@source_command.command("load")
@click.argument("pack", type=click.Choice(("starter",)))
@desk_options
def load_command(desk: Desk, pack: str) -> None:
    """Register the sources of a pack: `starter` has agencies, papers, monitors and public bodies.

    They are facts to begin with, and each can be changed; no reliability is given. What is
    registered already stays as it is.
    """
    from factcheck.desk.signature import Signature
    from factcheck.desk.starters import load_starter

    with desk.open("write") as ledger:
        entries, new = load_starter(ledger, Signature(desk.who, now()))
    _say(f"{new} sources of the {pack} pack registered; {entries - new} were there before.")


@source_command.command("set")
@click.argument("name")
@because
@click.option("--kind", help="For example: agency, monitor, ministry, paper, person.")
@click.option("--reliability", type=click.Choice(("A", "B", "C", "D", "E", "F")), help="Your grade of it.")
@click.option("--party/--no-party", default=None, help="Whether it is a party to the dispute.")
@click.option("--party-to", help="Which conflict it is a party to, and on which side.")
@click.option("--owner", help="Who owns it.")
@click.option("--interest", "interests", multiple=True, help="What it is known to want; may be given again.")
@click.option("--country", help="Its country, in three letters: GBR.")
@click.option("--wire", "wires", multiple=True, help="An agency whose texts it prints; may be given again.")
@click.option("--wikidata", help="Its item: Q42.")
@click.option("--ror", help="Its research organisation id.")
@click.option("--lei", help="Its legal entity identifier.")
@click.option("--domain", help="Its site: example.org.")
@desk_options
def set_command(desk: Desk, name: str, reason: str, **told: Any) -> None:
    """Declare what is known of a source: owner, interests, side, identifiers, your grade.

    An empty text takes a part back. What was said before stays in the log.
    """
    from factcheck.desk.profiles import set_profile
    from factcheck.desk.signature import Signature

    said = {part: value for part, value in told.items() if value not in (None, ())}
    with desk.open("write") as ledger:
        source, new = set_profile(ledger, name, said, reason, Signature(desk.who, now()))
    _say(f"{source.name}: {'declared' if new else 'declared before'}.")


@source_command.command("merge")
@click.argument("gone")
@click.argument("kept")
@because
@yes
@desk_options
def merge_command(desk: Desk, gone: str, kept: str, reason: str, *, yes: bool) -> None:
    """Let the source GONE be the source KEPT from now on; first shows what changes in every agreement.

    Nothing is deleted: `source split` takes it apart again.
    """
    from factcheck.desk.signature import Signature
    from factcheck.desk.source_merges import merge

    with desk.open("write") as ledger:
        signature = Signature(desk.who, now())
        one, other, effects = merge(ledger, gone, kept, reason, signature, try_only=True)
        _tell_effects(f"{one.name} becomes {other.name}", effects)
        if not yes:
            click.confirm("Merge them?", abort=True, err=True)
        merge(ledger, gone, kept, reason, signature)
    _say(f"{one.name} is {other.name} from now on.")


@source_command.command("split")
@click.argument("name")
@because
@yes
@desk_options
def split_command(desk: Desk, name: str, reason: str, *, yes: bool) -> None:
    """Let a source that was merged into another be itself again; first shows what changes."""
    from factcheck.desk.signature import Signature
    from factcheck.desk.source_merges import split

    with desk.open("write") as ledger:
        signature = Signature(desk.who, now())
        found, effects = split(ledger, name, reason, signature, try_only=True)
        _tell_effects(f"{found.name} is itself again", effects)
        if not yes:
            click.confirm("Split them?", abort=True, err=True)
        split(ledger, name, reason, signature)
    _say(f"{found.name} is a source of its own again.")


@source_command.command("not-same")
@click.argument("name")
@click.argument("source")
@because
@click.option("--take-back", is_flag=True, help="Leave the two as if nobody had judged them.")
@desk_options
def not_same_command(desk: Desk, name: str, source: str, reason: str, *, take_back: bool) -> None:
    """Say that NAME, known or not, is not SOURCE: it is not suggested again, and the two are not merged."""
    from factcheck.desk.signature import Signature
    from factcheck.desk.source_merges import say_not_same

    with desk.open("write") as ledger:
        signature = Signature(desk.who, now())
        one, other, new = say_not_same(ledger, name, source, reason, signature, take_back=take_back)
    told = "are judged no more" if take_back else "are not the same"
    _say(f"{one.name} and {other.name} {told}{'' if new else ', as was said before'}.")


def _tell_effects(what: str, effects: Sequence[Effect]) -> None:
    """Say what a merge or a split does to every agreement."""
    _say(f"{what}: {len(effects) or 'no'} agreement{'s' if len(effects) != 1 else ''} would change.")
    for one in effects[:SHOWN]:
        was, after = one.before, one.after
        _say(f"  {one.claim} {one.phrase}: {was.band} {_figure(was)} -> {after.band} {_figure(after)}")
    if len(effects) > SHOWN:
        _say(f"  … and {len(effects) - SHOWN} more")


def _figure(agreement: Agreement) -> str:
    return "-" if agreement.score is None else f"{agreement.score:.2f}"


@source_command.command("list")
@format_options
@desk_options
def list_command(desk: Desk, output: Format | None) -> None:
    """List the sources with their other names."""
    from factcheck.desk.sources import list_all

    with desk.open("read") as ledger:
        known = list_all(ledger)
    if output is not None:
        from factcheck.exchange.columns import SOURCE_COLUMNS, source_row
        from factcheck.exchange.tables import write_rows

        write_rows(map(source_row, known), SOURCE_COLUMNS, output, sys.stdout, name="sources")
        return
    from factcheck.show.console import emit, list_width
    from factcheck.show.lists import source_lines

    emit(source_lines(known, list_width(sys.stdout)), sys.stdout)


@source_command.command("show")
@click.argument("name")
@desk_options
def show_command(desk: Desk, name: str) -> None:
    """Show which source a name means, and how we know; else which ones are alike."""
    from factcheck.desk.profiles import profile_of
    from factcheck.desk.sources import look_up
    from factcheck.errors import NotFound
    from factcheck.model.profiles import profile_shape

    with desk.open("read") as ledger:
        found, affiliates = look_up(ledger, name)
        known = profile_shape(profile_of(ledger, found.source.id)) if found.source else {}
    if found.source is None:
        alike = "; ".join(f"{near.source.name} ({near.reason})" for near in found.suggestions)
        raise NotFound(
            f"no source {name!r}",
            f"Alike, not the same until you say so: {alike}"
            if alike
            else "`factcheck source list` shows all.",
        )
    _say(f"{found.source.name} ({found.source.id}), by {found.how} name; also {_names(found.source)}")
    for part, value in known.items():
        if value:
            _say(f"  {part}: {_told(value)}")
    if affiliates:
        _say(f"affiliated with {', '.join(affiliates)}")


def _told(value: object) -> str:
    """A part of a profile in words."""
    if isinstance(value, dict):
        return ", ".join(str(one) for one in value.values())
    return ", ".join(map(str, value)) if isinstance(value, list | tuple) else str(value)


def _names(source: Source) -> str:
    return ", ".join(source.aliases) or "no other name"


def _say(text: str) -> None:
    from factcheck.show.safe import safe_text

    click.echo(safe_text(text))


def warn_of_lookalikes(ledger: Ledger, names: Iterable[str | None]) -> None:
    """Say on standard error which of these names only look like a known source's."""
    from factcheck.desk.sources import warnings
    from factcheck.show.safe import safe_text

    for sentence in warnings(ledger, [name for name in names if name]):
        click.echo(f"warning: {safe_text(sentence)}", err=True)
