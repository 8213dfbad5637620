"""Loads, checks and hands out the codebook: what we know and how we code, as data.

In: a folder of YAML rule files and CSV tables (the one shipped with the package, or another).
Out: a `Codebook` of `Entry` rules by section and rows by table, with a fingerprint of its bytes.
A broken codebook raises `CodebookError` naming file and entry; nothing is read with it.
"""

from __future__ import annotations

import csv
import hashlib
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any, ClassVar

import yaml

from detente.errors import CodebookError

REQUIRED = ("id", "means", "source", "fires", "not")


@dataclass(frozen=True, slots=True)
class Entry:
    """One rule: what it means, where it is from, an example that fires and one that must not.

    `data` holds the keys of its own section (words, lemmas, patterns), as the YAML has them.
    """

    id: str
    section: str
    means: str
    source: str
    fires: tuple[str, ...]
    never: tuple[str, ...]
    valid_from: str | None
    valid_to: str | None
    file: str
    data: Mapping[str, Any]
    _words: Mapping[str, tuple[str, ...]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_words", {k: _listed(v) for k, v in self.data.items()})

    @property
    def rule(self) -> str:
        """The name under which items made by this entry carry it: `section/id`."""
        return f"{self.section}/{self.id}"

    def words(self, key: str) -> tuple[str, ...]:
        """The strings under `key`, or none."""
        return self._words.get(key, ())


def _listed(value: Any) -> tuple[str, ...]:
    """A value as strings: one, each of a list, or none."""
    if isinstance(value, str):
        return (value,) if value else ()
    return tuple(str(w) for w in value) if isinstance(value, (Sequence, Mapping)) else ()


@dataclass(frozen=True, slots=True)
class Codebook:
    """All rules and tables of one codebook. `fingerprint` is 12 hex digits of its files' SHA-256."""

    rules: Mapping[str, tuple[Entry, ...]]
    tables: Mapping[str, tuple[dict[str, str], ...]]
    lists: Mapping[str, Any]
    fingerprint: str

    def entries(self, section: str) -> tuple[Entry, ...]:
        """The rules of a section (a folder's name), in file order; CodebookError when it has none."""
        if section not in self.rules:
            raise CodebookError(f"codebook: no section {section!r}; it has {', '.join(sorted(self.rules))}")
        return self.rules[section]

    def table(self, name: str) -> tuple[dict[str, str], ...]:
        """The rows of `folder/file.csv`, named without its ending; CodebookError when there is none."""
        if name not in self.tables:
            raise CodebookError(f"codebook: no table {name!r}; it has {', '.join(sorted(self.tables))}")
        return self.tables[name]

    def lexicon(self, name: str) -> Any:
        """The mapping of `folder/file.yaml` (a YAML file that is a mapping, not a list of rules)."""
        if name not in self.lists:
            raise CodebookError(f"codebook: no word list {name!r}; it has {', '.join(sorted(self.lists))}")
        return self.lists[name]


def shipped() -> Path:
    """The folder of the codebook that came with the program (in a checkout, the one beside `src`)."""
    packed = Path(str(files("detente") / "_codebook"))
    return packed if packed.is_dir() else Path(__file__).parents[2] / "codebook"


def packed_examples() -> Path:
    """The folder of examples that came with the program (in a checkout, the one beside `src`)."""
    packed = Path(str(files("detente") / "_examples"))
    return packed if packed.is_dir() else Path(__file__).parents[2] / "examples"


@lru_cache(maxsize=4)
def load(folder: Path | None = None) -> Codebook:
    """The codebook in `folder` (default: the shipped one), checked; CodebookError when it is broken."""
    root = folder or shipped()
    if not root.is_dir():
        raise CodebookError(f"codebook: no folder {root}; give another with --codebook or reinstall detente")
    rules: dict[str, list[Entry]] = {}
    tables: dict[str, tuple[dict[str, str], ...]] = {}
    lists: dict[str, Any] = {}
    digest = hashlib.sha256()
    for path in sorted(root.rglob("*")):
        name = path.relative_to(root).as_posix()
        if path.suffix not in (".yaml", ".csv"):
            continue
        raw = path.read_bytes()
        digest.update(name.encode() + b"\0" + raw)
        text = _decode(raw, name)
        if path.suffix == ".csv":
            tables[name.removesuffix(".csv")] = _rows(text, name)
            continue
        data = _yaml(text, name)
        if isinstance(data, dict):
            lists[name.removesuffix(".yaml")] = data
        else:
            rules.setdefault(path.parent.name, []).extend(_entries(data, name, path.parent.name))
    if not rules:
        raise CodebookError(f"codebook: {root} holds no rules; give a folder laid out as {shipped()} is")
    _check_unique(rules)
    return Codebook({k: tuple(v) for k, v in rules.items()}, tables, lists, digest.hexdigest()[:12])


def _decode(raw: bytes, name: str) -> str:
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as e:
        raise CodebookError(f"codebook/{name}: byte {e.start} is not UTF-8; save the file as UTF-8") from e


class _Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """YAML whose lists of words are words: of yes, no, on and off none is a truth value (as in YAML 1.2)."""

    yaml_implicit_resolvers: ClassVar = {
        first: [(tag, pattern) for tag, pattern in found if tag != "tag:yaml.org,2002:bool" or first in "tTfF"]
        for first, found in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        """A mapping; a key told twice is an error, since of two lists of one name the first would count for nothing."""
        keys = [k.value for k, _ in node.value]
        twice = next((k for n, k in enumerate(keys) if k in keys[:n]), None)
        if twice is not None:
            raise yaml.constructor.ConstructorError(None, None, f"{twice!r} stands twice", node.start_mark)
        return dict(super().construct_mapping(node, deep))


def _yaml(text: str, name: str) -> Any:
    try:
        return yaml.load(text, Loader=_Loader)
    except yaml.YAMLError as e:
        raise CodebookError(f"codebook/{name}: not YAML: {' '.join(str(e).split())}") from e


def _rows(text: str, name: str) -> tuple[dict[str, str], ...]:
    reader = csv.DictReader(io.StringIO(text, newline=""), strict=True)
    rows = []
    for row in reader:
        if None in row or None in row.values():
            raise CodebookError(f"codebook/{name}, line {reader.line_num}: not as many fields as the header")
        rows.append(row)
    return tuple(rows)


def _entries(data: Any, name: str, section: str) -> list[Entry]:
    if not isinstance(data, Sequence) or isinstance(data, str):
        raise CodebookError(f"codebook/{name}: holds neither a list of rules nor a mapping of words")
    return [_entry(item, f"codebook/{name}, entry {n}", section, name) for n, item in enumerate(data, 1)]


def _entry(item: Any, where: str, section: str, name: str) -> Entry:
    if not isinstance(item, dict):
        raise CodebookError(f"{where}: is not a mapping")
    missing = [k for k in REQUIRED if not item.get(k)]
    if missing:
        raise CodebookError(f"{where} ({item.get('id', 'no id')}): lacks {', '.join(missing)}")
    valid = item.get("valid") or {}
    return Entry(
        id=str(item["id"]),
        section=section,
        means=str(item["means"]),
        source=str(item["source"]),
        fires=_strings(item["fires"]),
        never=_strings(item["not"]),
        valid_from=_date(valid.get("from")),
        valid_to=_date(valid.get("to")),
        file=name,
        data={k: v for k, v in item.items() if k not in (*REQUIRED, "valid")},
    )


def _strings(value: Any) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(str(v) for v in value)


def _date(value: Any) -> str | None:
    return None if value is None else str(value)


def _check_unique(rules: Mapping[str, Sequence[Entry]]) -> None:
    for section, entries in rules.items():
        seen: dict[str, str] = {}
        for entry in entries:
            if entry.id in seen:
                raise CodebookError(f"codebook/{entry.file}: {section}/{entry.id} is also in {seen[entry.id]}")
            seen[entry.id] = entry.file
