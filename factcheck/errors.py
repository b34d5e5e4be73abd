"""What can go wrong, and which exit code says so?

Every error that a user can cause or meet is a `FactcheckError`: it says what is
wrong, where, and what to do next, in one line each. The command line prints it and
exits with its code (see the table in README.md); nothing else decides exit codes.
Anything that is not a `FactcheckError` is a defect of ours.

Callers: everyone may raise; only `cli` catches.
"""


class FactcheckError(Exception):
    """Something a user can act on: `message` says what and where, `hint` what to do next."""

    exit_code = 2

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class AskedWrongly(FactcheckError):
    """The request does not fit: a wrong option, an unreadable number, an ambiguous id."""

    exit_code = 2


class IllegalMove(AskedWrongly):
    """A move of the review that the claim's status, or the two-person rule, does not allow this person."""


class NotFound(FactcheckError):
    """A file or a record that does not exist."""

    exit_code = 3


class IntegrityFailure(FactcheckError):
    """The database is not SQLite, not ours, newer than this program, or tampered with."""

    exit_code = 4


class LedgerBusy(FactcheckError):
    """The database is locked, read-only, or its disk is full: nothing was written."""

    exit_code = 5


class StaleReview(FactcheckError):
    """Somebody else decided first: the page was old, and nothing was written.

    The code of a busy ledger, for it is the same to a script: the request was sound, another
    writer came before it, and the next step is to look and try again. A 2 would say never to.
    """

    exit_code = 5


class Unreadable(FactcheckError):
    """An input that cannot be read: binary, empty, malformed, too large."""

    exit_code = 6
