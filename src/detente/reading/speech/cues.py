"""The words that report speech, compiled from the codebook: which token is a cue, and what it takes.

In: a codebook. Out: `Cues`, which say for a token whether it reports words, in what frames and with
what force; and `Media`, which say through what medium.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from detente.codebook import Codebook, Entry
from detente.model import Medium
from detente.reading import syntax

if TYPE_CHECKING:
    from detente.reading.words import Token

SECTION = "speech"
# How a verb's content is looked for, the surest first: it is what "in the order above" means in the codebook.
ORDER = ("clause", "order", "wish", "as", "about", "call", "deed", "to", "object", "aside")


@dataclass(frozen=True, slots=True)
class Cue:
    """A reporting word in the text: its entry, the tokens that make it up ("called", "for"), the frame that fits."""

    entry: Entry
    token: int
    extra: tuple[int, ...] = ()
    frame: str = ""

    @property
    def frames(self) -> tuple[str, ...]:
        return self.entry.words("frames")

    @property
    def force(self) -> str:
        return str(self.entry.data["force"])

    @property
    def prepositions(self) -> tuple[str, ...]:
        return self.entry.words("prepositions")

    @property
    def quotes(self) -> bool:
        """Whether a quotation, or a clause as an aside, may hang on it."""
        return not {"clause", "aside", "order"}.isdisjoint(self.frames) and not self.entry.data.get("never_aside")

    @property
    def explicit(self) -> bool:
        """Whether a clause after it must open with its conjunction."""
        return bool(self.entry.data.get("explicit"))

    @property
    def silent(self) -> bool:
        """Whether it is told as a deed rather than as words: it makes positions and commitments, no statement."""
        return bool(self.entry.data.get("silent"))


class Cues:
    """Look-up of reporting verbs (with particles: `call_for`), nouns, adjectives and phrases."""

    def __init__(self, codebook: Codebook) -> None:
        self.words: dict[str, list[str]] = codebook.lexicon("speech/grammar")
        self.verbs: dict[str, list[tuple[str, Entry]]] = defaultdict(list)
        self.nouns: dict[str, Entry] = {}
        self.held: dict[str, Entry] = {}
        self.adjectives: dict[str, Entry] = {}
        self.phrases: list[tuple[tuple[str, ...], Entry]] = []
        self.owned: list[tuple[tuple[str, ...], Entry]] = []
        self.set_off: dict[str, Entry] = {}
        for entry in codebook.entries(SECTION):
            for lemma in entry.words("lemmas"):
                verb, _, particle = lemma.partition("_")
                self.verbs[verb].append((particle.replace("_", " "), entry))
            self.nouns |= dict.fromkeys(entry.words("nouns"), entry)
            self.held |= dict.fromkeys(entry.words("held"), entry)
            self.adjectives |= dict.fromkeys(entry.words("adjectives"), entry)
            self.phrases += [(tuple(p.split()), entry) for p in entry.words("phrases")]
            self.owned += [(tuple(p.split()), entry) for p in entry.words("owned")]
            self.set_off |= dict.fromkeys(entry.words("set_off"), entry)
        for options in self.verbs.values():
            options.sort(key=lambda o: (-len(o[0]), min(map(ORDER.index, o[1].words("frames")))))

    def verb(self, token: Token) -> list[Cue]:
        """The readings of a verb as a cue, the longest (with its particle) first."""
        if token.pos_ not in ("VERB", "AUX") or token.lemma_ not in self.verbs or token.dep_ in ("aux", "auxpass"):
            return []
        found: list[Cue] = []
        after = [t.lower_ for t in token.doc[token.i + 1 : token.i + 5]]
        if after[:3] == ["not", "to", "be"] and set(after[3:]) & set(self.words["unnamed"]):
            return found  # "an official, who asked not to be named"
        following = token.doc[token.i + 1].lower_ if token.i + 1 < len(token.doc) else ""
        for particle, entry in self.verbs[token.lemma_]:
            if following in entry.words("not_before") or not _under(token, entry.words("under")):
                continue
            if not _has_object(token, entry.words("takes")):
                continue
            if entry.data.get("impersonal") and not any(c.lower_ == "it" and c.dep_ == "nsubj" for c in token.children):
                continue
            if not particle:
                found.append(Cue(entry, token.i))
            elif (extra := _particle(token, particle)) is not None:
                found.append(Cue(entry, token.i, extra))
        return found

    def misread(self, token: Token) -> Cue | None:
        """A verb of saying that the parser took for a plural: ", the ministry states." at the end of a sentence."""
        if token.tag_ != "NNS" or token.lower_ != f"{token.lemma_.lower()}s" or token.i + 2 < token.sent.end:
            return None
        before = token.doc[token.i - 1] if token.i > token.sent.start else token
        if before.pos_ not in ("NOUN", "PROPN") or before.head.i != token.i:
            return None
        words = (t for t in reversed(token.doc[token.sent.start : token.i]) if t.is_punct or t.pos_ in ("VERB", "ADP"))
        if not next(words, token.doc[token.i]).is_punct:  # "citing security reasons": what another word governs
            return None
        options = [
            e
            for particle, e in self.verbs.get(token.lemma_.lower(), ())
            if not particle and "clause" in e.words("frames")
        ]
        return Cue(options[0], token.i, (), "aside") if options else None

    def quoting(self, token: Token) -> Cue | None:
        """The reading of a verb as one that a quotation may hang on."""
        options = [c for c in self.verb(token) if c.quotes]
        return min(options, key=lambda c: (c.explicit, "clause" not in c.frames), default=None)

    def noun(self, token: Token) -> Cue | None:
        """A noun for words, as a cue."""
        entry = self.nouns.get(token.lemma_.lower()) if token.pos_ in ("NOUN", "PROPN") else None
        return Cue(entry, token.i, (), "noun") if entry else None

    def held_noun(self, token: Token) -> Cue | None:
        """A noun for what a side wants, backs or fears, as a cue."""
        entry = self.held.get(token.lemma_.lower()) if token.pos_ in ("NOUN", "PROPN") else None
        return Cue(entry, token.i, (), "noun") if entry else None

    def adjective(self, token: Token) -> Cue | None:
        """An adjective (or a participle used as one) for being sure, clear or worried, as a cue."""
        entry = self.adjectives.get(token.lower_) if token.pos_ in ("ADJ", "VERB") else None
        return Cue(entry, token.i, (), "adjective") if entry else None


def _under(token: Token, verbs: Sequence[str]) -> bool:
    """Whether a verb hangs on one of those without which it reports nothing: "let slip that …"."""
    return not verbs or (token.head.lemma_ in verbs and token.dep_ in ("ccomp", "xcomp"))


def _has_object(token: Token, nouns: Sequence[str]) -> bool:
    """Whether a verb has one of the objects without which it reports nothing: "drew attention to X"."""
    return not nouns or any(c.dep_ == "dobj" and c.lemma_.lower() in nouns for c in token.children)


def _particle(token: Token, particle: str) -> tuple[int, ...] | None:
    """The tokens after a verb that spell its particle, an adverb between allowed."""
    words = particle.split()
    if any(c.dep_ == "prt" and c.lower_ not in words and c.i == token.i + 1 for c in token.children):
        return None  # "called in the envoy for a dressing-down" calls for nothing
    for child in token.children:
        if (
            (words[0] == "of" or not syntax.dated(child))  # "complained of the long hours"
            and child.lower_ == words[0]
            and child.i > token.i
            and child.dep_ in ("prep", "prt", "acomp", "advmod", "xcomp", "dative", "oprd", "ccomp")
        ):
            rest = [t.lower_ for t in token.doc[child.i + 1 : child.i + len(words)]]
            return (child.i,) if len(words) < 2 or words[0] != "on" or rest == words[1:] else None
        for mark in child.children if child.dep_ in ("advcl", "ccomp") and child.i > token.i else ():
            if mark.dep_ == "mark" and mark.lower_ == words[0] and mark.i > token.i:
                return (mark.i,)
    return None


@dataclass(frozen=True, slots=True)
class Media:
    """Words to media, by where they stand: as speaker, after "in", as verb, as audience."""

    documents: Mapping[str, Medium]
    said_in: Mapping[str, Medium]
    verbs: Mapping[str, Medium]
    audience: Mapping[str, Medium]

    @classmethod
    def of(cls, codebook: Codebook) -> Media:
        words: Mapping[str, Any] = codebook.lexicon("speech/media")
        return cls(*(_inverted(words[k]) for k in ("documents", "said_in", "verbs", "audience")))


def _inverted(groups: Mapping[Medium, list[str]]) -> dict[str, Medium]:
    found: dict[str, Medium] = {}
    for medium, words in groups.items():
        for word in words:
            found.setdefault(word, medium)
    return found
