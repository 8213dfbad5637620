"""Of which state a spokesman is whose ministry the text named with its state before: "the ministry in X said. …
the ministry's spokeswoman, Y", "Ministry spokesman Z"; and which posts are ones within a ministry.

In: the mention of a spokesman or of a director. Out: the state of the body of that word told of last before him with
one, and whether a post that any body has is one of a ministry here ("the ministry's political director").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from detente.model import Country
from detente.reading.actors.cast import Entity
from detente.reading.actors.grid import Mention, country_of
from detente.reading.actors.houses import Houses
from detente.reading.actors.lexicon import Lexicon
from detente.reading.scene import Scene

if TYPE_CHECKING:
    from spacy.tokens import Token


class ItsMinistry:
    """Reads which body a spokesman is of, and whose that body is."""

    def __init__(self, scene: Scene, lexicon: Lexicon, mentions: Sequence[Mention]) -> None:
        self.scene, self.mentions, self.lexicon = scene, mentions, lexicon
        self.bodies = lexicon.words["institutions"] - lexicon.words["delegations"]
        self.houses = Houses(lexicon.houses, mentions)

    def of(self, mention: Mention) -> Country | None:
        """The state; None where the text names no such body with a state before."""
        own = next(self._bodies(mention), None)
        told = next(self._named_before(own, mention), None) if own is not None else None
        return told or self.houses.of(self.scene.passages[mention.passage].doc[mention.head])

    def within(self, mention: Mention, entity: Entity) -> bool:
        """ "director general of foreign affairs", "head of the Americas department", "the ministry's chief of
        protocol": a post that any body has, with what only a ministry sees to, or beside the word for one."""
        post, words = (entity.post or "").lower(), self.lexicon.words
        if any(matter in post for matter in words["state_matters"]):
            return True
        if any(t.lemma_.lower() in words["ministries"] for t in self._bodies(mention)):
            return True
        head = self.scene.passages[mention.passage].doc[mention.head]
        beside = (
            head,
            *(c for c in head.children if c.dep_ == "appos"),
            *((head.head,) if head.dep_ == "appos" else ()),
        )
        if any(c.dep_ == "poss" and c.pos_ == "NOUN" for t in beside for c in t.children):
            return False  # "the company's director for Asia"
        house = any(ministry in (entity.organisation or "ministry").lower() for ministry in words["ministries"])
        if not house or entity.title is None or entity.title.name not in words["desk_titles"]:
            return False
        named = any(country_of(hit.values) for hit in self.lexicon.names.find(entity.post or ""))
        parts = words["world_parts"] & set(post.replace("-", " ").split())
        return named or bool(parts) or any(region.lower() in post for region in words["regions_of_no_state"])

    def seen_to(self, state: Token, mention: Mention) -> bool:
        """Whether a state stands in a title only as what its bearer sees to: "the ministry's director for Peru, X"."""
        inside = mention.first <= state.i < mention.core[0]
        desk = mention.title is not None and mention.title.name in self.lexicon.words["desk_titles"]
        matter = state.dep_ == "pobj" and state.head.lower_ in ("for", "to")
        return inside and (matter or (desk and state.dep_ in ("amod", "compound", "nmod")))

    def _bodies(self, mention: Mention) -> Iterator[Token]:
        """The word for a body in a title and beside it: "ministry spokesman", "the ministry's …", "of the ministry"."""
        doc = self.scene.passages[mention.passage].doc
        head = doc[mention.head]
        around = [*doc[mention.first : mention.last], *(c for c in head.children if c.dep_ in ("poss", "appos"))]
        around += [c for t in around for c in t.children if c.dep_ in ("poss", "compound")]
        around += [o for t in around for p in t.children if p.lower_ in ("of", "for", "at", "in") for o in p.children]
        around += [head.head, *(c for c in head.head.children if c.dep_ == "poss")] if head.dep_ == "appos" else []
        yield from (t for t in around if t.lemma_.lower() in self.bodies)

    def _named_before(self, body: Token, mention: Mention) -> Iterator[Country]:
        """The states beside earlier words for such a body, the nearest first."""
        for sentence in reversed(self.scene.sentences[: mention.sentence + 1]):
            for token in reversed(list(sentence.tokens)):
                earlier = sentence.index < mention.sentence or token.i < body.i
                if earlier and token.lemma_.lower() == body.lemma_.lower():
                    inside = {t.i for t in token.subtree}
                    beside = (m for m in self.mentions if m.sentence == sentence.index and m.head in inside)
                    states = {c for m in beside if (c := m.country or (m.body and m.body.country))}
                    yield from states if len(states) == 1 else ()
