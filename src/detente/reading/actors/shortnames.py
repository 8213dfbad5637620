"""Short names that a document gives to bodies and states it has named: letters in brackets, halves of a country.

In: a scene and its mentions. Out: the mentions with those of the short names. "the Department of Foreign Affairs
(DFA)" lends its letters; a state told from its twin by a point of the compass is "the North", and may share the
twin's noun: "North and South Korea". "inter-Korean" names both twins, "Sino-Indian" two states; "the Kingdom" is the
one kingdom that the document names.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from detente.model import Country
from detente.reading.actors.grid import SEATS, Mention
from detente.reading.actors.lexicon import Lexicon, Name
from detente.reading.scene import Scene, Sentence

if TYPE_CHECKING:
    from detente.reading.words import Token


MUCH_OFTENER = 3  # times, than another kingdom, a kingdom is named that "the Kingdom" stands for


@dataclass(frozen=True, slots=True)
class _Half:
    """A state as its point of the compass names it; `noun` is what it shares with its twin."""

    country: Country
    noun: str


class ShortNames:
    """Finds the short names in a document's mentions."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.names = lexicon.country_names
        self.halves = _halves(self.names)
        self.shared = {word: half.noun for half in self.halves.values() for word in lexicon.twin_words(half.noun)}
        self.realms, self.our_own = lexicon.realms, lexicon.words["our_own"]
        self.joining, self.forms = lexicon.words["between_twins"], lexicon.combining_forms

    def add(
        self, scene: Scene, mentions: Sequence[Mention], home: Country | None = None, own: Country | None = None
    ) -> list[Mention]:
        """The mentions in the order of the text, those of short names among them; `home` is where it was written, `own`
        the state whose office writes it."""
        found = [
            *mentions,
            *_acronyms(scene, mentions),
            *self._twins(scene, mentions, home),
            *self._joined(scene, mentions),
            *self._by_realm(scene, mentions, own or home, own is not None),
            *(self._ours(scene, mentions, own) if own is not None else ()),
        ]
        return sorted(found, key=lambda m: (m.passage, m.first, -m.last)) if len(found) > len(mentions) else found

    def _twins(self, scene: Scene, mentions: Sequence[Mention], home: Country | None) -> Iterator[Mention]:
        """Where a point of the compass alone stands for a state whose name, or whose twin's, the document has."""
        named = {n.country for m in mentions if m.kind in ("state", "demonym") for n in m.names}
        nouns = {half.noun for half in self.halves.values() if half.country in named | {home}}
        nouns |= {self.shared[t.text] for s in scene.sentences for t in s.tokens if t.text in self.shared}
        known = {point: half for point, half in self.halves.items() if half.noun in nouns}
        if not known:
            return
        like = {m.country: m for m in mentions if m.kind == "state"}
        taken = {(m.passage, i) for m in mentions for i in range(m.first, m.last)}
        taken -= {(m.passage, i) for m in mentions if m.kind == "office" for i in range(m.core[1] - 1, m.last)}
        small = any(m.text[0].islower() for m in mentions if m.kind in ("state", "demonym") and m.country in named)
        for sentence in scene.sentences:
            for token in sentence.tokens:
                point = _point(token, known, small)
                if point is not None and (sentence.passage.index, token.i) not in taken:
                    if _alone(token) or _before_twin(token, known[point].noun) or _paired(token, known):
                        yield _state(token, sentence, known[point].country, like, self.names[known[point].country])

    def _ours(self, scene: Scene, mentions: Sequence[Mention], own: Country) -> Iterator[Mention]:
        """ "our country", outside quotation marks: the state whose office writes."""
        like = {m.country: m for m in mentions if m.kind == "state"}
        for sentence in scene.sentences:
            for token in (t for t in sentence.tokens if t.lower_ in self.our_own and t.i):
                ours = token.nbor(-1).lower_ == "our"
                if ours and not sum(t.is_quote for t in token.doc[: token.i]) % 2:
                    yield _state(token, sentence, own, like, self.names[own])

    def _by_realm(
        self, scene: Scene, mentions: Sequence[Mention], home: Country | None, sure: bool = False
    ) -> Iterator[Mention]:
        """ "the Kingdom", "the Sultanate": the state of that form that the text names, its own before others, one named
        much oftener before one named in passing; in an office's own text (`sure`) its own, named or not."""
        named = Counter(m.country for m in mentions if m.kind in SEATS and m.country)
        taken = {(m.passage, i) for m in mentions for i in range(m.first, m.last)}
        like = {m.country: m for m in mentions if m.kind == "state"}
        for realm in set(self.realms.values()):
            called = [c for c, _ in named.most_common() if self.realms.get(c) == realm]
            mine = [home] if sure and home is not None and self.realms.get(home) == realm else []
            called = [c for c in called if c == home] or mine or called
            if not called or (len(called) > 1 and named[called[0]] < MUCH_OFTENER * named[called[1]]):
                continue
            country = called[0]
            for sentence in scene.sentences:
                for token in (t for t in sentence.tokens if t.text == realm and _alone(t)):
                    if (sentence.passage.index, token.i) not in taken and not _of_what(token):
                        yield _state(token, sentence, country, like, self.names[country])

    def _joined(self, scene: Scene, mentions: Sequence[Mention]) -> Iterator[Mention]:
        """Both states of "inter-Korean" and "Sino-Indian", each on its half of the word."""
        at = {(m.passage, m.first): m for m in mentions if m.kind in ("state", "demonym")}
        like = {m.country: m for m in mentions if m.kind == "state"}
        for sentence in scene.sentences:
            for token in sentence.tokens:
                after = _hyphened(token)
                if after is None:
                    continue
                twins = [h.country for h in self.halves.values() if h.noun == self.shared.get(after.text)]
                if token.lower_ in self.joining and len(twins) == 2:
                    yield _state(token, sentence, twins[0], like, self.names[twins[0]])
                    yield _state(after, sentence, twins[1], like, self.names[twins[1]])
                elif token.text in self.forms and (sentence.passage.index, after.i) in at:
                    yield _state(token, sentence, self.forms[token.text], like, self.names[self.forms[token.text]])


def _point(token: Token, known: Mapping[str, _Half], small: bool) -> str | None:
    """The point of the compass that a word tells; in small letters where the document writes them so."""
    if token.text in known:
        return token.text
    point = token.text.capitalize()
    return point if point in known and (small or _paired(token, known)) else None


def _paired(token: Token, known: Mapping[str, _Half]) -> bool:
    """Whether it stands beside its twin: "north-south talks", "the leaders of the north and the south"."""
    doc, i = token.doc, token.i
    if any(doc[n].text == "-" for n in (i - 1, i + 1) if 0 <= n < len(doc)):
        return any(doc[n].text.capitalize() in known for n in (i - 2, i + 2) if 0 <= n < len(doc))
    around = [doc[n].lower_ for n in range(max(0, i - 3), min(len(doc), i + 4))]
    return "and" in around and sum(w.capitalize() in known for w in around) > 1


def _hyphened(token: Token) -> Token | None:
    """The word that a hyphen ties to this one."""
    doc, i = token.doc, token.i
    return doc[i + 2] if i + 2 < len(doc) and doc[i + 1].text in ("-", "–") and not token.whitespace_ else None


def _halves(names: Mapping[Country, str]) -> dict[str, _Half]:
    """Points of the compass to the states that only they tell from a twin."""
    nouns: dict[str, list[tuple[Country, str]]] = {}
    for country, name in names.items():
        first, _, noun = name.partition(" ")
        if first in ("North", "South", "East", "West") and noun:
            nouns.setdefault(noun, []).append((country, first))
    return {point: _Half(c, noun) for noun, twins in nouns.items() if len(twins) == 2 for c, point in twins}


def _alone(token: Token) -> bool:
    """Whether it is "the North", with no noun that it would only describe."""
    article = token.i > 0 and token.doc[token.i - 1].lower_ == "the"
    after = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else None
    described = after is not None and (after.tag_ in ("NNP", "NNPS") or after.text == "-" or _parts(after))
    ground = token.text.islower() and after is not None and after.pos_ in ("NOUN", "ADJ") and not _party(after)
    return article and not described and not ground


def _of_what(realm: Token) -> bool:
    """ "the Kingdom of X": whose name goes on."""
    after = realm.doc[realm.i + 1] if realm.i + 1 < len(realm.doc) else realm
    return after.lower_ == "of"


def _parts(of: Token) -> bool:
    """ "the South of the city", not "a visit to the South of a team"."""
    after = of.doc[of.i + 1] if of.i + 1 < len(of.doc) else None
    return of.lower_ == "of" and (after is None or after.lower_ not in ("a", "an"))


def _party(noun: Token) -> bool:
    """Whether "side" is a party: "the south side agreed", not "the south side of the river"."""
    after = noun.doc[noun.i + 1] if noun.i + 1 < len(noun.doc) else None
    return noun.lower_ == "side" and (after is None or after.text != "of")


def _before_twin(token: Token, noun: str) -> bool:
    """Whether it shares a noun with the twin after it: "North and South Korea"."""
    after = token.doc[token.i + 1 : token.i + 4]
    return len(after) == 3 and after[0].lower_ in ("and", "or") and after[2].text == noun


def _state(
    token: Token, sentence: Sentence, country: Country, like: Mapping[Country | None, Mention], name: str
) -> Mention:
    model = like.get(country)
    if model is not None:
        return _again(model, token, sentence)
    return Mention(
        sentence.index, sentence.passage.index, token.i, token.i + 1, token.i, "state", (token.i, token.i + 1),
        token.text, country=country, names=(Name("country", name, country),),
    )  # fmt: skip


def _again(model: Mention, token: Token, sentence: Sentence) -> Mention:
    """What a mention names, named by one other token."""
    return replace(
        model, sentence=sentence.index, passage=sentence.passage.index, first=token.i, last=token.i + 1, head=token.i,
        core=(token.i, token.i + 1), text=token.text,
    )  # fmt: skip


def _acronyms(scene: Scene, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """The letters that stand in brackets after a body's name, wherever they stand alone."""
    known: dict[str, Mention] = {}
    for mention in mentions:
        doc = scene.passages[mention.passage].doc
        bracketed = mention.kind == "body" and mention.last + 2 < len(doc) and doc[mention.last].text == "("
        if bracketed and doc[mention.last + 2].text == ")" and doc[mention.last + 1].text.isupper():
            known[doc[mention.last + 1].text] = mention
    if not known:
        return
    taken = {(m.passage, i) for m in mentions for i in range(m.first, m.last)}
    for s in scene.sentences:
        for t in s.tokens:
            if t.text in known and (s.passage.index, t.i) not in taken:
                yield _again(known[t.text], t, s)
