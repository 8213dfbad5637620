"""The files of a folder, in one order on every machine, with the places that could not be looked into."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from detente.errors import InputError
from detente.inputs.limits import printable


def files(folder: str) -> tuple[list[Path], list[InputError]]:
    """All regular files below a folder, by path, and an error for each folder that cannot be read.

    Hidden files and folders are passed over; so are linked folders (they may form a ring), pipes and
    devices. A link to nothing is a file that will be refused.
    """
    found: list[Path] = []
    barred: list[InputError] = []
    for here, folders, names in os.walk(folder, onerror=lambda e: barred.append(unopened(e.filename, e))):
        folders[:] = [name for name in folders if not name.startswith(".")]
        shown = (Path(here, name) for name in names if not name.startswith("."))
        found += [path for path in shown if _plain(path)]
    return sorted(found, key=lambda path: path.parts), barred


def unopened(path: str | os.PathLike[str], error: OSError | ValueError) -> InputError:
    """The refusal (DET-101) for a path that the system does not open."""
    return InputError("DET-101", f"{printable(path)}: {_why(error)}")


def _plain(path: Path) -> bool:
    try:
        return stat.S_ISREG(path.stat().st_mode)
    except OSError:
        return True


def _why(error: OSError | ValueError) -> str:
    if isinstance(error, FileNotFoundError):
        return "no such file; check the path"
    if isinstance(error, PermissionError):
        return "no permission to read it; change its mode or run as its owner"
    reason = os.strerror(error.errno) if isinstance(error, OSError) and error.errno else error
    return f"cannot be opened ({reason}); check the path"
