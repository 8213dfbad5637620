"""Whom a word means that any official may be called by: "Kenyan Minister X met …. The Kenyan official will fly on",
and whom "the President of the Republic" of a state's own paper.

In: the mentions of a document and the entities known so far. Out: the one official of that state told of before; None
where there are several, or where the text has used the word of somebody else.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from detente.model import Country
from detente.reading.actors.cast import Entity
from detente.reading.actors.grid import Mention
from detente.reading.actors.lexicon import Lexicon, Title
from detente.reading.scene import Scene


class SaidOfAny:
    """Finds those whom the text goes on to call so."""

    def __init__(
        self, scene: Scene, lexicon: Lexicon, mentions: Sequence[Mention], entities: Mapping[int, Entity]
    ) -> None:
        self.scene, self.mentions, self.entities = scene, mentions, entities
        self.words = lexicon.words["said_of_any"]

    def of(self, n: int, mention: Mention) -> Entity | None:
        """Who the official is of whom a mention tells."""
        word, doc = mention.title_text.lower(), self.scene.passages[mention.passage].doc
        definite = any(t.lower_ == "the" for t in doc[max(0, mention.first - 1) : mention.head])
        if word not in self.words or not definite or mention.country is None:
            return None
        if any(m.kind == "office" and m.title_text.lower().startswith(word) for m in self.mentions[:n]):
            return None
        people = (e for k in range(n) if (e := self.entities.get(k)) is not None and e.kind == "person")
        told = {id(e): e for e in people if e.country == mention.country and e.official}
        return next(iter(told.values())) if len(told) == 1 else None

    def own_head(self, mention: Mention, title: Title, known: Entity | None, own: Country | None) -> bool:
        """ "The President of the Republic", in a state's own paper: its own, whoever else presides over another."""
        doc = self.scene.passages[mention.passage].doc
        whole = doc[mention.first : mention.last + 3].text.lower()
        bare = own is not None and mention.country is None and title.level == "head_of_state"
        named = "of the republic" in whole and "of the republic of" not in whole
        return bare and named and known is not None and known.country != own
