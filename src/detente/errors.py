"""What stops a run: each error is one line that names the input, the place in it and the way out.

The command line prints `str(error)` and exits with `error.exit_code`; no traceback reaches a user.
Exit codes: 0 done, 1 done with items lost, 2 wrong usage, 3 cannot start.
"""

from __future__ import annotations


class DetenteError(Exception):
    """Base of all errors that a user can cause or mend."""

    exit_code = 3


class UsageError(DetenteError):
    """A wrong option or argument: nothing was read."""

    exit_code = 2


class InputError(DetenteError):
    """One input cannot be read; the rest of the run goes on and ends with exit code 1.

    `code` is the issue code (`DET-1xx`) under which the loss report lists it.
    """

    exit_code = 1

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


class CodebookError(DetenteError):
    """The codebook is broken: the run stops before it starts."""


class ModelError(DetenteError):
    """The language model is missing or does not fit."""


class StoreError(DetenteError):
    """The store cannot be opened, is of another schema, or is being written to."""


class DamagedError(StoreError):
    """A row of the store holds what no row can."""


class NotFoundError(UsageError):
    """An id that the store does not know."""
