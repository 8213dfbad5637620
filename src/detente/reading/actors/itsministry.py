"""Of which state a spokesman is whose ministry the text named with its state before: "the ministry in X said. …
the ministry's spokeswoman, Y", "Ministry spokesman Z"; and which posts are ones within a ministry.

In: a spokesman's mention. Out: the state of the body of that word told of last before him with one, or of the official
whom a paragraph after it tells of; with `named`, the same for one whose ministry has its whole name ("Foreign Ministry
spokesman X") and may be another's. Also which
posts are ones within a ministry ("the ministry's political director").
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from detente.model import Country
from detente.reading.actors.cast import Entity
from detente.reading.actors.grid import Mention, country_of
from detente.reading.actors.houses import Houses
from detente.reading.actors.lexicon import Lexicon
from detente.reading.scene import Scene, Sentence

if TYPE_CHECKING:
    from detente.reading.actors.cast import Entity
    from detente.reading.words import Doc, Token


class ItsMinistry:
    """Reads which body a spokesman is of, and whose that body is."""

    def __init__(
        self, scene: Scene, lexicon: Lexicon, mentions: Sequence[Mention], entities: Mapping[int, Entity]
    ) -> None:
        self.scene, self.lexicon, self.mentions, self.entities = scene, lexicon, mentions, entities
        self.bodies = lexicon.words["institutions"] - lexicon.words["delegations"]
        self.houses = Houses(lexicon.houses, mentions)

    def of(self, mention: Mention, *, named: bool = False) -> Country | None:
        """The state; None where the text names no such body with a state before."""
        own = next(self._bodies(mention), None)
        told = next(self._named_before(own, mention), None) if own is not None else None
        if told is not None and own is not None and told[0].passage.index != mention.passage:
            if self._in_full(own) and not named:
                return None
            return self._told_since(told[0], mention) or told[1]
        return told[1] if told else self.houses.of(self.scene.passages[mention.passage].doc[mention.head])

    def _in_full(self, body: Token) -> bool:
        """ "Foreign Ministry spokesman", "a spokesman of the Foreign Ministry": not "the ministry's spokesman"."""
        return any(c.dep_ in ("amod", "compound", "nmod") and c.i < body.i for c in body.children)

    def _told_since(self, named: Sentence, mention: Mention) -> Country | None:
        """The state of the official whom the paragraph right before a spokesman's opens on, where it is later than the
        one that named a ministry."""
        before = [s for s in self.scene.sentences[: mention.sentence] if s.passage.index < mention.passage]
        first = next((s for s in before if s.passage.index == before[-1].passage.index), None) if before else None
        if first is None or first.passage.index <= named.passage.index:
            return None
        subject = next((c.i for c in first.tokens.root.children if c.dep_ == "nsubj"), first.tokens.start)
        told = (
            self.entities.get(k) for k, m in enumerate(self.mentions) if m.sentence == first.index and m.head == subject
        )
        return next((e.country for e in told if e is not None and e.official and e.kind == "person"), None)

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
        around = [*doc[mention.first : mention.last], *_aside(doc, mention)]
        around += [*(c for c in head.children if c.dep_ in ("poss", "appos"))]
        around += [c for t in around for c in t.children if c.dep_ in ("poss", "compound")]
        around += [o for t in around for p in t.children if p.lower_ in ("of", "for", "at", "in") for o in p.children]
        around += [head.head, *(c for c in head.head.children if c.dep_ == "poss")] if head.dep_ == "appos" else []
        yield from (t for t in around if t.lemma_.lower() in self.bodies)

    def _named_before(self, body: Token, mention: Mention) -> Iterator[tuple[Sentence, Country]]:
        """The states beside earlier words for such a body, and where they stand, the nearest first."""
        for sentence in reversed(self.scene.sentences[: mention.sentence + 1]):
            for token in reversed(list(sentence.tokens)):
                earlier = sentence.index < mention.sentence or token.i < body.i
                if earlier and token.lemma_.lower() == body.lemma_.lower():
                    inside = {t.i for t in token.subtree}
                    beside = (m for m in self.mentions if m.sentence == sentence.index and m.head in inside)
                    states = {c for m in beside if (c := m.country or (m.body and m.body.country))}
                    yield from ((sentence, c) for c in states if len(states) == 1)


def _aside(doc: Doc, mention: Mention) -> Sequence[Token]:
    """The words after a name and a comma as far as the next sign: "from X, the ministry's spokesman", wherever the
    parser hung them."""
    if doc[mention.last : mention.last + 1].text != ",":
        return ()
    stop = next((t.i for t in doc[mention.last + 1 :] if t.is_punct and t.text != "-"), len(doc))
    return [t for t in doc[mention.last + 1 : stop] if t.dep_ == "poss" and t.head.i < stop]
