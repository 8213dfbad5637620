"""Through which paper or station words came: "told the Herald", "in remarks to Radio Dos", "in a column for Le Soir".

In: the sentence of a cue, and the words said. Out: a `Carrier`: the outlet's name with its span, and the medium. What
links a name to the act of speech (told, in an interview with, carried by) and what makes the name an outlet's (a known
one, a noun for papers beside it, a word that papers bear in their names) are weighed together.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.model import Medium, Span
from detente.reading.actors.cast import Cast, Entity
from detente.reading.actors.grid import SEATS
from detente.reading.actors.lexicon import plain
from detente.reading.page.quotes import DOUBLE
from detente.reading.scene import Scene, Sentence

if TYPE_CHECKING:
    from detente.reading.words import Doc, Token

ADDRESS = re.compile(r"[a-z][\w-]+\.[a-z]{2,4}|\d+\.[a-z]{2,3}|\d+(?!st|nd|rd|th)[a-z]{2,}", re.IGNORECASE)
BACK = 6  # tokens between a name and what links it: "the respected business daily"
ENOUGH = 2
RESUMED = 3  # sentences back to where the paper is named


@dataclass(frozen=True, slots=True)
class Carrier:
    """An outlet that carried words."""

    name: str
    span: Span
    medium: Medium


@dataclass(frozen=True, slots=True)
class Run:
    """A capitalised name, half-open token range; `described` where a noun for papers stands beside it."""

    first: int
    last: int
    described: bool


class Outlets:
    """Finds the carriers of one document's words."""

    def __init__(self, words: Mapping[str, Sequence[str]], scene: Scene, cast: Cast) -> None:
        self.scene, self.cast = scene, cast
        self.nouns = frozenset(cast.lexicon.words["outlet_nouns"])
        self.marks = frozenset(words["outlet_name_words"])
        self.articles = frozenset(words["outlet_articles"])
        self.linking = frozenset(words["outlet_links"])
        self.not_names = frozenset(words["no_outlets"])
        self.links: dict[str, dict[str, Medium]] = {
            "to": dict.fromkeys(words["carried_to"], "interview"),
            "with": dict.fromkeys(words["carried_with"], "interview"),
            "in": dict.fromkeys(words["carried_in"], "letter"),
            "for": dict.fromkeys(words["carried_in"], "letter"),
            "of": dict.fromkeys(words["not_posts"], "letter"),
            "by": dict.fromkeys(words["carried_by"], "unknown"),
            "on": dict.fromkeys(words["carried_on"], "interview"),
        }
        self.told = frozenset(words["carried_told"])
        self.quizzing, self.speaking = frozenset(words["quizzing_verbs"]), frozenset(words["speaking_verbs"])
        self.places: set[int] = set()

    def carrier(self, sentence: Sentence, content: Span) -> Carrier | None:
        """The outlet that a sentence says the words came through; none inside the words themselves."""
        self._look_at(sentence)
        runs = list(self._runs(sentence, content))
        found = [c for run in runs if (c := self._linked(run, sentence)) is not None]
        found = found or [c for run in runs if (c := self._asking(run, sentence)) is not None]
        return found[0] if found else self._resumed(sentence, content) or self._beside(sentence, content)

    def _asking(self, run: Run, sentence: Sentence) -> Carrier | None:
        """ "says Y, whom the newspaper X asked": who quizzed the speaker, told of in a clause about him."""
        doc = sentence.passage.doc
        verb = doc[run.last] if run.last < sentence.tokens.end else None
        asked = verb is not None and verb.lemma_ in self.quizzing and verb.dep_ == "relcl"
        whom = asked and verb is not None and any(c.tag_ == "WP" and c.i < run.first for c in verb.children)
        return self._named(run, sentence) if whom else None

    def _beside(self, sentence: Sentence, content: Span) -> Carrier | None:
        """ "The daily X asked Y what it meant. “…,” Y said" and "“…,” Y said. She was speaking to the daily X"."""
        for step in (-1, 1):
            index = sentence.index + step
            other = self.scene.sentences[index] if 0 <= index < len(self.scene.sentences) else None
            if other is None or other.passage.index != sentence.passage.index:
                continue
            self._look_at(other)
            verb = other.tokens.root
            his = any(c.dep_ == "nsubj" and c.tag_ == "PRP" for c in verb.children)
            speaking = verb.lemma_ in self.speaking and (verb.tag_ == "VBG" or (verb.tag_ == "VBD" and his))
            for run in self._runs(other, content):
                carrier = self._linked(run, other) if step == 1 and speaking else None
                if step == -1 and verb.lemma_ in self.quizzing and run.last == verb.i:
                    carrier = self._named(run, other)
                if carrier is not None:
                    return carrier
        return None

    def _named(self, run: Run, sentence: Sentence) -> Carrier | None:
        """The outlet that a name alone is, or with a noun for papers before it."""
        noun = run.first > sentence.tokens.start and sentence.passage.doc[run.first - 1].lower_ in self.nouns
        weight = self._weight(run, described=run.described or noun, told=False, sentence=sentence)
        return self._as_carrier(run, sentence, "interview") if weight >= ENOUGH else None

    def _look_at(self, sentence: Sentence) -> None:
        mentions = self.cast.mentions
        near = (m for m in mentions if m.sentence == sentence.index and m.kind in SEATS)
        self.places = {i for m in near for i in range(m.first, m.last)}

    def _resumed(self, sentence: Sentence, content: Span) -> Carrier | None:
        """ "she told the newspaper": the one that the sentences before name."""
        if not any(self._told_to(t) and not self._inside(t, sentence, content) for t in sentence.tokens):
            return None
        for before in reversed(self.scene.sentences[max(0, sentence.index - RESUMED) : sentence.index]):
            self._look_at(before)
            for run in reversed(list(self._runs(before, content))):
                if (carrier := self._named(run, before)) is not None:
                    return carrier
        return None

    def _told_to(self, token: Token) -> bool:
        """Whether a bare noun for papers is whom something is told: "told the station", "said to the paper"."""
        verb = token.head.head if token.dep_ == "pobj" and token.head.lower_ == "to" else token.head
        alone = {c.lower_ for c in token.children} <= {"the", "that", "this"} and token.dep_ in (
            "dobj",
            "dative",
            "pobj",
        )
        return token.lower_ in self.nouns and alone and (verb.lower_ in self.told or verb.lemma_ in ("say", "speak"))

    def _inside(self, token: Token, sentence: Sentence, content: Span) -> bool:
        """Whether a word is one of those carried, and none of the cue that breaks in: "“…,” X told Y, “and …”"."""
        at = self.scene.at(token, sentence)
        within = content.start <= at < content.end
        opened = within and self.scene.text[content.start - 1 : content.start] in tuple(DOUBLE)
        before = (t for t in sentence.tokens if t.i < token.i and t.text in DOUBLE)
        broken = opened and sum(self.scene.at(t, sentence) >= content.start for t in before) % 2 == 1
        return within and not broken

    def _runs(self, sentence: Sentence, content: Span) -> Iterator[Run]:
        doc, i, end = sentence.passage.doc, sentence.tokens.start, sentence.tokens.end
        while i < end:
            opens = i == sentence.tokens.start and doc[i].pos_ != "PROPN"
            if opens or not _capital(doc, i) or self._inside(doc[i], sentence, content):
                i += 1
                continue
            last = i + 1
            while last < end and (_capital(doc, last) or self._joins(doc, last, end)):
                last += 1
            beside = last < end and doc[last].lower_ in self.nouns
            if beside and self._name_after(doc, last, end):  # "the Hungarian weekly X": X is its name
                i = last
                continue
            owns = last + 1 < end and doc[last].tag_ == "POS" and doc[last + 1].lower_ in self.nouns  # "X's podcast"
            part = last < end and not beside and not owns and (doc[last].tag_ == "POS" or doc[last].pos_ == "NOUN")
            part = part or (last + 1 < end and doc[last].text == "-" and doc[last + 1].text.islower())
            if not part:
                yield Run(i, last, beside)
            i = last

    def _name_after(self, doc: Doc, at: int, end: int) -> bool:
        """Whether a name follows a few nouns for papers: "television channel X"."""
        while at < end and doc[at].lower_ in self.nouns:
            at += 1
        return at < end and _capital(doc, at)

    def _joins(self, doc: Doc, i: int, end: int) -> bool:
        """ "&", "-", "de", "del" inside a name that goes on."""
        return doc[i].text in self.linking and i + 1 < end and _capital(doc, i + 1)

    def _linked(self, run: Run, sentence: Sentence) -> Carrier | None:
        doc, i = sentence.passage.doc, run.first - 1
        described = run.described or self._explained(doc, run.last, sentence.tokens.end)
        while i >= sentence.tokens.start and run.first - i <= BACK and self._describes(doc, i):
            described = described or doc[i].lower_ in self.nouns
            i -= 1
        if i < sentence.tokens.start:
            return None
        if doc[i].lower_ in self.told:
            medium: Medium | None = "interview"
        else:
            medium = self._by_preposition(doc, i, sentence.tokens.start) or self._said_there(run, doc[i], sentence)
        if (
            medium is None
            or self._weight(run, described=described, told=doc[i].lower_ in self.told, sentence=sentence) < ENOUGH
        ):
            return None
        return self._as_carrier(run, sentence, medium)

    def _said_there(self, run: Run, link: Token, sentence: Sentence) -> Medium | None:
        """ "noted the academic X on Radio Y", "argued Z, a fellow, in the Herald": where something is said, if a known
        outlet stands there."""
        entity = self.cast.entity(sentence.passage.doc[run.last - 1], sentence)
        known = entity is not None and entity.kind == "organisation" and not entity.official
        verb = next((a for a in link.ancestors if a.pos_ in ("VERB", "AUX")), None)
        says = verb is not None and verb.lemma_ in self.cast.lexicon.words["speech_verbs"]
        if not known or not says:
            return None
        return "interview" if link.lower_ == "on" else "letter" if link.lower_ == "in" else None

    def _as_carrier(self, run: Run, sentence: Sentence, medium: Medium) -> Carrier:
        doc = sentence.passage.doc
        start, stop = doc[run.first].idx, doc[run.last - 1].idx + len(doc[run.last - 1].text)
        base = sentence.passage.start
        text = doc.text[start:stop].rstrip(".") if run.last == sentence.tokens.end else doc.text[start:stop]
        span = self.scene.span(base + start, base + start + len(text))
        entity = self.cast.entity(doc[run.last - 1], sentence)
        known = entity is not None and entity.kind == "organisation" and entity.name
        return Carrier(str(entity.name) if entity is not None and known else text, span, medium)

    def _explained(self, doc: Doc, at: int, end: int) -> bool:
        """ "Azattyk, the Kyrgyz service of …", "Gestión, a business daily": a noun for papers in the aside after it."""
        if at + 1 >= end or doc[at].text != "," or doc[at + 1].lower_ not in ("the", "a", "an"):
            return False
        after = doc[at + 2 : min(at + 8, end)]
        stop = next((t.i for t in after if t.text in (",", ".")), min(at + 8, end))
        return any(t.lower_ in self.nouns for t in doc[at + 2 : stop])

    def _by_preposition(self, doc: Doc, at: int, low: int) -> Medium | None:
        """What "to", "with", "in" … before a name hang on: "remarks to", "an interview with", "a column for"."""
        links = self.links.get(doc[at].lower_)
        if links is None:
            return None
        for token in reversed(doc[max(low, at - BACK) : at]):
            if token.lemma_.lower() in links or token.lower_ in links:
                return links.get(token.lemma_.lower()) or links[token.lower_]
            if token.pos_ in ("VERB", "AUX") and token.i < at - 1:
                return None
        return None

    def _describes(self, doc: Doc, i: int) -> bool:
        token = doc[i]
        after = doc[i + 1]
        of_papers = after.lower_ in self.nouns | {"'s", "’s"} or (
            after.text.islower() and after.pos_ in ("NOUN", "ADJ")
        )
        if token.tag_ == "POS" or (i in self.places and of_papers):
            return True  # "Baghdad daily X", "Kenya's X", "the Latvian news site X"
        if token.ent_type_ == "DATE" and after.tag_ == "POS":  # "Monday's X"
            return True
        based = token.lower_ == "based" or (i in self.places and after.text == "-")
        return (
            based
            or token.lower_ in self.nouns
            or (token.pos_ in ("DET", "ADJ", "NOUN", "PUNCT") and token.text not in ",.;:")
        )

    def _weight(self, run: Run, *, described: bool, told: bool, sentence: Sentence) -> int:
        """How much a name looks like an outlet's."""
        doc = sentence.passage.doc
        words = [t.text for t in doc[run.first : run.last]]
        if words[-1].lower() in self.not_names:
            return 0
        entity = self.cast.entity(doc[run.last - 1], sentence)
        if entity is not None and entity.kind == "organisation" and not entity.official:
            return ENOUGH
        bare = entity is None or (entity.kind == "person" and not entity.post and entity.country is None)
        bare = bare or (entity is not None and entity.kind in ("group", "unnamed", "office") and words[0] == "The")
        if not bare and not described:
            return 0
        marked = bool({w.rstrip(".").lower() for w in words} & self.marks) or words[0].lower() in self.articles
        strange = entity is None or (entity.kind == "person" and len(words) == 1 and self._nobody(words[0], entity))
        return ENOUGH * (described or marked) + (bare and told) + strange

    def _nobody(self, word: str, entity: Entity) -> bool:
        """Whether a word taken for a person names nobody known, and nobody else in the text: "told Dnevnik"."""
        lexicon, name = self.cast.lexicon, plain(word)
        known = name in lexicon.by_surname or name in lexicon.sex_of_name
        return not known and sum(e is entity for e in self.cast.entities.values()) == 1


def _capital(doc: Doc, i: int) -> bool:
    """Whether a token may be part of an outlet's name: in capitals, or a site's address ("index.hu", "24tv")."""
    text = doc[i].text
    if ADDRESS.fullmatch(text):
        return True
    return text[0].isupper() and doc[i].pos_ not in ("PRON", "AUX") and doc[i].ent_type_ not in ("DATE", "TIME")
