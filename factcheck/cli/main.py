"""Which command was asked for, and how does an error reach the person?

The root command knows its commands by name and by one line of help, and imports the
module of the one that was asked for: `--help` and `--version` load nothing else. Every
error that a person can meet ends here, as one line, a hint and the exit code of its
kind; a defect of ours says so, without a traceback (FACTCHECK_DEBUG=1 shows it).

Caller: the console script, `python -m factcheck`.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import TextIO

import click

from factcheck import __version__
from factcheck.cli.options import Desk, desk_options
from factcheck.errors import FactcheckError, LedgerBusy

COMMANDS = {
    "extract": ("factcheck.cli.extract", "Show every numeric claim of a text; record nothing."),
    "explain": ("factcheck.cli.explain", "Explain how a number was read, and whose word it is."),
    "record": ("factcheck.cli.extract", "Extract the numeric claims of texts and record them."),
    "add": ("factcheck.cli.claims", "Record one claim by hand."),
    "match": ("factcheck.cli.match", "Find recorded claims that say the same, and why."),
    "same": ("factcheck.cli.duplicates", "Say that two claims tell one fact."),
    "not-same": ("factcheck.cli.duplicates", "Say that two claims do not tell one fact."),
    "cite": ("factcheck.cli.claims", "Attach a citation to a claim, and see how they agree."),
    "recheck": ("factcheck.cli.anchors", "Say which passages no longer stand in their files."),
    "declare": ("factcheck.cli.claims", "Say what a number counts, where and when."),
    "amend": ("factcheck.cli.corrections", "Say what holds instead of what was recorded."),
    "withdraw": ("factcheck.cli.corrections", "Let a record stand no longer; it can still be read."),
    "restore": ("factcheck.cli.corrections", "Let what was withdrawn stand again."),
    "undo": ("factcheck.cli.corrections", "Take back your last change."),
    "redact": ("factcheck.cli.corrections", "Blank words that must not be kept."),
    "show": ("factcheck.cli.scores", "Show a claim with its evidence and its agreement."),
    "score": ("factcheck.cli.scores", "Score how well independent origins agree with claims."),
    "echo": ("factcheck.cli.echoes", "Find citations that only repeat another, and decide about them."),
    "review": ("factcheck.cli.review", "Bring claims from recorded to signed off."),
    "check": ("factcheck.cli.check", "Say which claims fall short of what a newsroom asks."),
    "diff": ("factcheck.cli.corrections", "Show what changed about a claim between two moments."),
    "findings": ("factcheck.cli.findings", "List what does not hold together, and how to settle it."),
    "list": ("factcheck.cli.lists", "List recorded claims."),
    "export": ("factcheck.cli.exports", "Write recorded claims for another program."),
    "report": ("factcheck.cli.report", "Write the page that an editor prints, or the log of corrections."),
    "import": ("factcheck.cli.imports", "Bring in evidence from a file."),
    "model": ("factcheck.cli.model", "Show and set the constants that scores rest on."),
    "source": ("factcheck.cli.sources", "Keep the register of sources and their names."),
    "merge": ("factcheck.cli.ledgers", "Bring in what another desk's ledger has."),
    "backup": ("factcheck.cli.ledgers", "Copy the ledger while people work on it."),
    "audit": ("factcheck.cli.audit", "Read and verify the log of all changes."),
}
INTERRUPTED = 130
LONGEST_MESSAGE = 4000  # in characters
DEFECT = 70


class LazyGroup(click.Group):
    """A group that imports the module of a command when the command is needed, not before."""

    def list_commands(self, _: click.Context) -> list[str]:
        """The names of the commands, in the order in which a desk uses them."""
        return list(COMMANDS)

    def get_command(self, _: click.Context, cmd_name: str) -> click.Command | None:
        """The command of this name, imported now."""
        if cmd_name not in COMMANDS:
            return None
        module = import_module(COMMANDS[cmd_name][0])
        command: click.Command = getattr(module, f"{cmd_name.replace('-', '_')}_command")
        return command

    def format_commands(self, _: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands from the table above, without importing any."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, line) for name, (_, line) in COMMANDS.items()])


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, "-V", "--version", prog_name="factcheck", message="%(prog)s %(version)s")
@desk_options
def root(desk: Desk) -> None:
    """Check numbers and who they come from.

    factcheck finds the numeric claims of an article with their attributed sources,
    keeps them in one file with the evidence for and against each, and scores how well
    independent origins agree. Start with: factcheck extract ARTICLE.txt
    """


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command line and return its exit code."""
    _prepare_streams()
    try:
        answer = root.main(args=arguments, prog_name="factcheck", standalone_mode=False)
        sys.stdout.flush()
        return answer if isinstance(answer, int) else 0
    except (BrokenPipeError, SystemExit):  # click itself exits where nobody reads on: that is no failure
        _to_nowhere(sys.stdout)
        return 0
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message(), err=True)
        return 2
    except (click.Abort, KeyboardInterrupt):
        click.echo("factcheck: interrupted; nothing half done was kept.", err=True)
        return INTERRUPTED
    except Exception as error:
        return say_error(error)


def _prepare_streams() -> None:
    """Let no character be unprintable, and a closed stream be one that nobody reads."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: PTH123, SIM115 (as long as we run)
        getattr(sys, name).reconfigure(errors="backslashreplace")


def say_error(error: Exception) -> int:
    """Print what is wrong in one line and what to do next in another, on standard error; the exit code."""
    from factcheck.show.safe import safe_text

    message, hint, code = explain(error)
    try:
        click.echo(f"factcheck: {safe_text(_in_short(message))}", err=True)
        if hint:
            click.echo(f"hint: {safe_text(_in_short(hint))}", err=True)
    except BrokenPipeError:  # nobody reads on: the exit code says it
        _to_nowhere(sys.stderr)
    return code


def _in_short(text: str) -> str:
    """The text, or its beginning and its end where it quotes something enormous."""
    half = LONGEST_MESSAGE // 2
    return text if len(text) <= LONGEST_MESSAGE else f"{text[:half]} … {text[-half:]}"


def _to_nowhere(stream: TextIO) -> None:
    """Let a stream that nobody reads end in nothing."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def explain(error: Exception) -> tuple[str, str, int]:
    """What an error says, what to do next, and its exit code."""
    match error:
        case FactcheckError():
            return error.message, error.hint, error.exit_code
        case click.ClickException():
            context = getattr(error, "ctx", None)
            command = context.command_path if context else "factcheck"
            return error.format_message().strip(), f"{command} --help lists what it takes.", 2
        case _ if os.environ.get("FACTCHECK_DEBUG"):
            raise error
        case OSError():
            hint = "What the command recorded before that is kept; `factcheck audit log` shows it."
            return f"the answer cannot be written: {error.strerror or error}", hint, LedgerBusy.exit_code
        case _:
            hint = "What was under way is not recorded; FACTCHECK_DEBUG=1 shows where, please report it."
            return f"internal error: {type(error).__name__}: {error}", hint, DEFECT
