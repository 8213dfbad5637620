"""Of whom a paragraph tells where an official of no named state has the word: a spokesman's side, first of all.

In: the number of his mention. Out: the state of whom the paragraph told last, or of whose deeds his own words tell;
None where it tells of nobody.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from typing import TYPE_CHECKING

from detente.model import Country
from detente.reading.actors.cast import Entity
from detente.reading.actors.grid import Mention
from detente.reading.actors.lexicon import HEADS, Lexicon, plain
from detente.reading.scene import Scene

if TYPE_CHECKING:
    from detente.reading.words import Doc, Token

MINISTERS_BACK = 6  # sentences back to the ministers of whom a spokesman's "he" and "she" may be


class SpokenFor:
    """Reads of whom one tells."""

    def __init__(
        self, scene: Scene, lexicon: Lexicon, mentions: Sequence[Mention], entities: Mapping[int, Entity],
        own: Country | None,
    ) -> None:  # fmt: skip
        self.scene, self.lexicon, self.mentions, self.entities, self.own = scene, lexicon, mentions, entities, own

    def of(self, n: int, beside: Mapping[int, Set[Country]]) -> Country | None:
        """Of whom his paragraph told last: a spokesman's side, and that of any official who follows another."""
        mention, entity = self.mentions[n], self.entities[n]
        spokesman = entity.portfolio == "spokesperson"
        if self.own is not None and (spokesman or self.gives_account(mention)):
            return self.own
        told = list(self._told_before(n, mention, spokesman))
        people = [e for m, e in told if m.kind in ("person", "office")]
        if spokesman and (chief := self._bare_chief(mention, people)) is not None:
            return chief
        if spokesman and people:  # "A rang her counterpart, B, on Monday. …, spokesman C said": C is of A, who acted
            people = [e for m, e in told if m.sentence == told[0][0].sentence and self._acts(m)] or people
        if people:
            apart = not spokesman and people[0].country in beside.get(mention.sentence, ())
            return None if apart else people[0].country
        if spokesman and (after := self._tells_of(n, mention)) is not None:
            return after
        others = [e for m, e in told if m.kind not in ("body", "place", "demonym")]
        return others[0].country if others and spokesman else None

    def opening(self, n: int) -> Country | None:
        """ "We have it from his spokesman, X. Minister Y, X said, hopes for more": of Y, of whom he tells, where the
        paragraph has told of nobody before him."""
        mention = self.mentions[n]
        spokesman = mention.title is not None and mention.title.portfolio == "spokesperson"
        before = (k for k in range(n) if self.mentions[k].passage == mention.passage and k in self.entities)
        told = any(self.entities[k].kind == "person" and self.entities[k] is not self.entities[n] for k in before)
        return self._tells_of(n, mention) if spokesman and not told else None

    def _bare_chief(self, mention: Mention, people: Sequence[Entity]) -> Country | None:
        """ "President A and President B of X have met, the President's spokesman, C, said": of the one whose state is
        not named, since it is his own country's text."""
        doc = self.scene.passages[mention.passage].doc
        whose = {c.i for t in doc[mention.first : mention.last] for c in (t, *t.children, t.head) if c.dep_ == "poss"}
        whose |= {c.i for c in doc[mention.head].head.children if c.dep_ == "poss"}
        owned = any(
            m.kind == "office" and m.passage == mention.passage and m.head in whose and not m.country
            for m in self.mentions
        )
        stated = {id(self.entities[k]) for k, m in enumerate(self.mentions) if k in self.entities and m.country}
        heads = [e for e in people if e.level in HEADS and e.kind == "person"]
        bare = {e.country for e in heads if id(e) not in stated}
        return bare.pop() if owned and len(bare) == 1 and len({e.country for e in heads}) > 1 else None

    def _acts(self, mention: Mention) -> bool:
        """Whether a person is the subject of a sentence, or of what is told before who tells it."""
        head = self.scene.passages[mention.passage].doc[mention.head]
        while head.dep_ in ("appos", "conj"):
            head = head.head
        verb = head.head
        main = verb.dep_ == "ROOT" or (verb.dep_ == "ccomp" and verb.head.dep_ == "ROOT" and verb.i < verb.head.i)
        return mention.kind in ("person", "office") and head.dep_ == "nsubj" and main

    def gives_account(self, mention: Mention) -> bool:
        """ "…, Director X said": in a state's own text, who tells what happened and is of no named state."""
        head = self.scene.passages[mention.passage].doc[mention.head]
        while head.dep_ == "appos":
            head = head.head
        return head.dep_ == "nsubj" and head.head.lemma_ in self.lexicon.words["speech_verbs"]

    def _tells_of(self, n: int, mention: Mention) -> Country | None:
        """ "The spokesman said that X had asked Y", "that the Estonian minister welcomed it": whose act he tells of."""
        doc = self.scene.passages[mention.passage].doc
        for k in range(n + 1, min(n + 6, len(self.mentions))):
            after, other = self.mentions[k], self.entities.get(k)
            if after.passage != mention.passage or after.sentence > mention.sentence + 1:
                return None
            acts = doc[after.head].dep_ in ("nsubj", "nsubjpass")
            if acts and after.kind == "person" and other is not None and other.official and other.country:
                return other.country
            if acts and (one := self._one_of_sex(n, after)) is not None:
                return one
            says = doc[after.head].head.lemma_ in self.lexicon.words["readout_verbs"] and not after.plural
            if acts and says and after.title and after.title.level in {*HEADS, "minister"}:
                return after.country
        return None

    def _one_of_sex(self, n: int, pronoun: Mention) -> Country | None:
        """ "The spokesman said she had asked him …": the state of the one minister of that sex, where the other whom
        the text tells of is of the other; not where "he" may be the spokesman."""
        doc = self.scene.passages[pronoun.passage].doc
        sex = {"she": "f", "he": "m"}.get(doc[pronoun.head].lower_)
        if sex is None or not self._of_the_minister(doc[pronoun.head], self._sex(self.entities[n]), sex):
            return None
        near = self.mentions[n].sentence - MINISTERS_BACK
        told = [e for k, e in self.entities.items() if k < n and self.mentions[k].sentence >= near]
        ministers = [e for e in told if e.kind == "person" and e.country and e.level in {*HEADS, "minister"}]
        fits = {e.country for e in ministers if self._sex(e) in ("", sex)}
        return fits.pop() if len(fits) == 1 and len({e.country for e in ministers}) == 2 else None

    def _of_the_minister(self, pronoun: Token, own: str, sex: str) -> bool:
        """Whether "he" or "she" does what ministers do in talks, or cannot be the spokesman who tells of it."""
        verb, words = pronoun.head, self.lexicon.words
        heard = any(c.dep_ in ("dobj", "dative") and c.lower_ in ("him", "her") for c in verb.children)
        if verb.lemma_ in words["speech_verbs"] and not heard:
            return False
        does = verb.lemma_ in words["readout_verbs"] | words["outward_verbs"]
        return heard or does or own not in ("", sex)

    def _sex(self, entity: Entity) -> str:
        """The sex of a person, by what is known of him, else by his given name."""
        known = entity.sex or self.lexicon.sex_of_name.get(plain((entity.name or "").split()[0]), "")
        return known or next(self._told_sex(entity), "")

    def _told_sex(self, entity: Entity) -> Iterator[str]:
        """ "f" of X in "X rang her counterpart": the sex that a counterpart's owner is told to be of."""
        for k, other in enumerate(self.mentions):
            if other.counterpart_of is None:
                continue
            owner = next((j for j in range(k - 1, -1, -1) if self.mentions[j].kind == "person"), None)
            word = self.scene.passages[other.passage].doc[other.counterpart_of].lower_
            if owner is not None and self.entities.get(owner) is entity and word in ("his", "her"):
                yield "f" if word == "her" else "m"

    def _told_before(self, n: int, mention: Mention, spokesman: bool) -> Iterator[tuple[Mention, Entity]]:
        """The officials and states named before in the paragraph outside quotations, the last first."""
        quoted = _quoted(self.scene.passages[mention.passage].doc)
        for k in range(n - 1, -1, -1):
            before, other = self.mentions[k], self.entities.get(k)
            if before.passage != mention.passage or (before.sentence < mention.sentence - 1 and not spokesman):
                return
            if other is not None and other.country and other.official and before.head not in quoted:
                yield before, other


def _quoted(doc: Doc) -> set[int]:
    """The tokens between quotation marks."""
    found: set[int] = set()
    inside = False
    for token in doc:
        if token.text in ("“", "”", '"'):
            inside = token.text == "“" or (token.text == '"' and not inside)
        elif inside:
            found.add(token.i)
    return found
