"""`factcheck same` and `factcheck not-same`: whether two claims tell one fact, by decision."""

from __future__ import annotations

import click

from factcheck.cli.options import Desk, desk_options, now

because = click.option("--because", "reason", required=True, metavar="REASON", help="Why.")


@click.command("same")
@click.argument("one", metavar="CLAIM")
@click.argument("other", metavar="CLAIM")
@because
@click.option("--take-back", is_flag=True, help="Leave the two as if nobody had judged them.")
@desk_options
def same_command(desk: Desk, one: str, other: str, reason: str, *, take_back: bool) -> None:
    """Say that two claims tell one fact; nothing is merged, and it can be taken back.

    `factcheck match` finds what may be the same; `review queue --group` puts such claims together.
    """
    from factcheck.desk.duplicates import say_same, take_apart
    from factcheck.desk.signature import Signature

    with desk.open("write") as ledger:
        signature = Signature(desk.who, now())
        if take_back:
            done = take_apart(ledger, one, other, reason, signature)
        else:
            done = say_same(ledger, one, other, reason, signature, same=True)
    told = "are judged no more" if take_back else "tell one fact"
    click.echo(f"{done.one} and {done.other} {told}{'' if done.new else ', as was said before'}.")
    if len(done.group) > 1:
        click.echo(f"The group: {', '.join(done.group)}.")


@click.command("not-same")
@click.argument("one", metavar="CLAIM")
@click.argument("other", metavar="CLAIM")
@because
@desk_options
def not_same_command(desk: Desk, one: str, other: str, reason: str) -> None:
    """Say that two claims do not tell one fact, however alike they are."""
    from factcheck.desk.duplicates import say_same
    from factcheck.desk.signature import Signature

    with desk.open("write") as ledger:
        done = say_same(ledger, one, other, reason, Signature(desk.who, now()), same=False)
    click.echo(f"{done.one} and {done.other} are held apart{'' if done.new else ', as was said before'}.")
