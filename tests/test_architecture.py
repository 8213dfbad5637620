"""The core reads no file, network, clock or chance, and prints nothing: a walk over its imports and calls."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[1] / "src" / "detente"
CORE = [
    SOURCE / "model.py", SOURCE / "issues.py", *sorted((SOURCE / "reading").rglob("*.py")),
    *sorted((SOURCE / "record").rglob("*.py")),
]  # fmt: skip
ALLOWED = {
    "__future__", "ahocorasick", "bisect", "calendar", "collections", "contextlib", "dataclasses", "datetime",
    "detente", "difflib", "functools", "gc", "hashlib", "itertools", "math", "re", "rensa", "spacy", "typing",
    "unicodedata", "urllib",
}  # fmt: skip
RIM = {"inputs", "outputs", "cli", "run", "networks", "store", "analysis", "web"}
FORBIDDEN_CALLS = {"open", "print", "input", "exec", "eval"}
FORBIDDEN_NAMES = {"today", "now", "utcnow", "environ"}


def imported(tree: ast.AST) -> list[str]:
    """The dotted names that a module imports."""
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found += [a.name for a in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.append(node.module)
    return found


# the folders of reading in the order in which a document is read; each may ask those before it
ORDER = ("page", "times", "actors", "speech", "engagements", "stances", "posts", "events")


@pytest.mark.parametrize("path", sorted((SOURCE / "reading").rglob("*.py")), ids=lambda p: str(p.relative_to(SOURCE)))
def test_a_room_of_reading_asks_only_what_is_read_before(path: Path) -> None:
    folder = path.relative_to(SOURCE / "reading").parts[0]
    if folder not in ORDER:
        return
    for name in imported(ast.parse(path.read_text(encoding="utf-8"))):
        asked = name.removeprefix("detente.reading.").split(".")[0]
        assert asked not in ORDER or ORDER.index(asked) <= ORDER.index(folder), f"{path.name} imports {name}"


@pytest.mark.parametrize("path", CORE, ids=lambda p: str(p.relative_to(SOURCE)))
def test_core_imports_nothing_of_the_rim(path: Path) -> None:
    for name in imported(ast.parse(path.read_text(encoding="utf-8"))):
        parts = name.split(".")
        assert parts[0] in ALLOWED, f"{path.name} imports {name}"
        assert parts[0] != "detente" or len(parts) == 1 or parts[1] not in RIM, f"{path.name} imports {name}"


def test_rules_ask_the_twins_of_tokens() -> None:
    """Where the parser's own tokens are made twins they are known; a rule's `Token` is of reading/words."""
    known = {
        path.name
        for path in (SOURCE / "reading").rglob("*.py")
        if any(name.split(".")[0] == "spacy" for name in imported(ast.parse(path.read_text(encoding="utf-8"))))
    }
    assert known == {"words.py", "scene.py"}


@pytest.mark.parametrize("path", CORE, ids=lambda p: str(p.relative_to(SOURCE)))
def test_core_calls_no_clock_file_or_screen(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            assert node.func.id not in FORBIDDEN_CALLS, f"{path.name}:{node.lineno} calls {node.func.id}"
        if isinstance(node, ast.Attribute):
            assert node.attr not in FORBIDDEN_NAMES, f"{path.name}:{node.lineno} uses {node.attr}"


def test_only_one_place_catches_everything() -> None:
    """`except Exception` stands at the edge of a document's reading, and in the doctor's lines."""
    found = []
    for path in sorted(SOURCE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ExceptHandler):
                assert node.type is not None, f"{path}:{node.lineno}: bare except"
                if isinstance(node.type, ast.Name) and node.type.id in ("Exception", "BaseException"):
                    found.append(path.relative_to(SOURCE).as_posix())
    assert found == ["cli/doctor.py", "run/local.py"]
