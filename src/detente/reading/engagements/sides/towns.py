"""Places told otherwise than by a name of the tables: "the Polish capital", "the Japanese port city", "Santa Cruz,
Bolivia", "the Hungarian village of X".

In: the noun that tells a place, and its sentence. Out: the place with its country; nothing where it tells none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.model import Place
from detente.reading import syntax
from detente.reading.actors.cast import Cast
from detente.reading.scene import Scene, Sentence

if TYPE_CHECKING:
    from detente.reading.words import Token

SEATS = ("capital", "city")
AGO = 4  # sentences back to a town that "the Japanese port city" means again


class Towns:
    """Reads the places of one document that a noun describes."""

    def __init__(self, scene: Scene, cast: Cast, words: dict[str, list[str]]) -> None:
        self.scene, self.cast, self.words = scene, cast, words

    def told(self, token: Token, sentence: Sentence) -> list[Place]:
        """The town that a noun tells by its country."""
        return self._capital(token, sentence) or self._town_again(token, sentence) or self._own_land(token, sentence)

    def _own_land(self, token: Token, sentence: Sentence) -> list[Place]:
        """ "who visited the country", in a state's own text: that state."""
        own = self.cast.own
        if own is None or token.lemma_.lower() != "country" or token.tag_ != "NN":
            return []
        if [c.lower_ for c in token.children] not in (["the"], ["our"]):
            return []
        return [Place(self.cast.lexicon.country_names.get(own, own), own, self.scene.phrase(token, sentence))]

    def _capital(self, token: Token, sentence: Sentence) -> list[Place]:
        """ "the Polish capital", "Afghanistan's seat of government": the capital of the country beside it."""
        if token.lemma_.lower() not in self.words["capital_nouns"]:
            return []
        country = self.cast.country_beside(token, sentence)
        names = self.cast.lexicon.capitals.get(country, []) if country is not None else []
        if not names:
            return []
        span = self.scene.phrase(token, sentence)
        own = next((n for n in names if n in self.scene.text), names[0])  # as the text itself spells it elsewhere
        return [Place(own, country, span)]

    def _town_again(self, token: Token, sentence: Sentence) -> list[Place]:
        """ "the Japanese port city": the town of that country told of shortly before."""
        if token.lemma_.lower() not in self.words["town_nouns"] or not any(c.lower_ == "the" for c in token.children):
            return []
        country = self.cast.country_beside(token, sentence)
        for before in reversed(self.scene.sentences[max(0, sentence.index - AGO) : sentence.index] if country else ()):
            told = self.cast.places(before, before.tokens.start, before.tokens.end)
            named = [(m, p) for m, p in told if p.country == country]
            towns = [p for m, p in named if m.kind == "place" or any(n.kind in SEATS for n in m.names)]
            if towns:
                span = self.scene.phrase(token, sentence)
                return [Place(towns[-1].name, country, span)]
        return []

    def beside_its_state(self, token: Token, sentence: Sentence) -> Place | None:
        """ "Santa Cruz, Bolivia": a town that no table knows, with its state after a comma."""
        if token.pos_ != "PROPN" or token.i + 2 >= sentence.tokens.end or token.doc[token.i + 1].text != ",":
            return None
        if token.ent_type_ in ("DATE", "TIME") or token.doc[token.i + 2].dep_ in ("nsubj", "nsubjpass"):
            return None
        after = self.cast.places(sentence, token.i + 2, token.i + 3)
        if not after or self.cast.mention_number(token, sentence) is not None or after[0][0].kind != "state":
            return None
        words = [t for t in token.subtree if t.dep_ in ("compound", "nmod") and t.i < token.i] + [token]
        span = self.scene.cover(sentence, words)
        return Place(span.text, after[0][1].country, span)

    def called(self, token: Token, sentence: Sentence) -> list[Place]:
        """ "the Hungarian village of X": a place that no table knows, in the country beside its noun."""
        country = self.cast.country_beside(token, sentence)
        names = [t for t in syntax.prepositional(token, "of") if t.pos_ == "PROPN"]
        if country is None or not names:
            return []
        span = self.scene.phrase(names[0], sentence)
        return [Place(span.text, country, span)]
