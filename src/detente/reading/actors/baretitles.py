"""Which person of the document a bare title means: "the minister said", "The President, X said, …".

In: an office mention without a name, the people of the document with their titles. Out: the person; None where nobody
bears a title that can be shortened to it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from detente.model import Country
from detente.reading.actors.belonging import Belonging
from detente.reading.actors.cast import Entity
from detente.reading.actors.coreference import in_marks
from detente.reading.actors.demanded import demanded_of
from detente.reading.actors.grid import Mention
from detente.reading.actors.lexicon import HEADS, Lexicon, Title, plain
from detente.reading.actors.samewords import ends_in, of_that_word, short_for
from detente.reading.actors.spoken import spokesman_s_country
from detente.reading.actors.ways import Ways
from detente.reading.scene import Scene

# How many sentences a report stays with the one it tells of before it names him again.
NEAR = 4
OPENING, CLOSING = ("“", '"'), ("”", '"')


class BareTitles:
    """Ties bare titles to those who bear them."""

    def __init__(
        self,
        scene: Scene,
        lexicon: Lexicon,
        mentions: Sequence[Mention],
        entities: dict[int, Entity],
        belonging: Belonging,
    ) -> None:
        self.scene, self.lexicon, self.mentions, self.entities = scene, lexicon, mentions, entities
        self.demanding = lexicon.words["outward_verbs"] | lexicon.words["demanding_verbs"]
        self.belonging, self.ways = belonging, Ways(scene, lexicon.words, mentions, entities)

    def of(self, n: int, mention: Mention, title: Title) -> Entity | None:
        """The last person before (else the first after) whose title can be shortened to this one."""
        fits = [
            k for k, m in enumerate(self.mentions)
            if m.kind == "person" and (e := self.entities[k]).title is not None and self._fits(e, mention, title)
        ]  # fmt: skip
        told = self._named_in_own_words(mention)
        fits = [k for k in fits if not any(self.entities[k] is e for e in told)] or fits
        outward = self.belonging.outward.of(mention) if not mention.country else set()
        fits = [k for k in fits if self.entities[k].country not in outward | self._demanded_of(mention)] or fits
        home = spokesman_s_country(self.scene, self.lexicon, self.mentions, self.entities, mention)
        if home is not None and mention.country is None:
            fits = [k for k in fits if self.entities[k].country == home] or self._peers(home, title) or fits
        ways = self.ways.of(self.scene.sentences[mention.sentence]) if not mention.country else None
        fits = [k for k in fits if self.entities[k].country == ways] or self._himself(n, mention, fits) or fits
        fits = self._from_abroad(mention, fits) or self._at_home(mention, fits, n) or fits
        exact = [k for k in fits if (own := self.entities[k].title) is not None and own.name == title.name]
        if short_for(title, mention.title_text):  # "the Secretary", of a Commerce Secretary
            exact = [k for k in fits if ends_in(self.entities[k], mention.title_text)]
        exact = of_that_word(exact, mention, self.mentions, self.entities)
        exact = exact or [k for k in fits if self.entities[k].level == title.level]
        before = [k for k in exact if k < n] or [k for k in fits if k < n]
        before = [k for k in before if not self._in_marks(k)] or before
        acting = [k for k in before if self._acts_near(k, mention)]
        only = title.level in HEADS and len({id(self.entities[k]) for k in exact}) == 1  # "The President …, X said"
        bare = only and all(self.mentions[k].title is None for k in exact)
        coming = [k for k in exact if k > n] if mention.country or bare else []
        pick = (acting or before)[-1] if before else coming[0] if coming else None
        return self.entities[pick] if pick is not None else None

    def _peers(self, home: Country, title: Title) -> list[int]:
        """Those of a state who hold a post of that rank, and are told of as somebody's counterpart alone."""
        people = ((k, self.entities[k]) for k, m in enumerate(self.mentions) if m.kind == "person")
        return [k for k, e in people if e.title is None and e.official and (e.country, e.level) == (home, title.level)]

    def _demanded_of(self, mention: Mention) -> set[Country]:
        """The states of which a bare title demands something: "the minister demanded that X pay" is not of X."""
        if mention.country:
            return set()
        doc = self.scene.passages[mention.passage].doc
        return demanded_of(doc[mention.head], mention.passage, self.mentions, self.demanding)

    def _in_marks(self, k: int) -> bool:
        """Whether a person is named in quoted words: "“A good talk with X,” he wrote. The minister …" is not of X."""
        mention = self.mentions[k]
        return in_marks(self.scene.passages[mention.passage].doc[mention.head])

    def _himself(self, n: int, mention: Mention, fits: Sequence[int]) -> list[int]:
        """ "…, the spokesman said. The minister himself was brief": of the side whose spokesman spoke last."""
        doc = self.scene.passages[mention.passage].doc
        if mention.country is not None or doc[mention.last : mention.last + 1].text not in ("himself", "herself"):
            return []
        near = (k for k in range(n - 1, -1, -1) if mention.sentence - self.mentions[k].sentence <= NEAR)
        voices = (e for k in near if (e := self.entities.get(k)) is not None and e.portfolio == "spokesperson")
        side = next((e.country for e in voices if e.country), None)
        return [k for k in fits if side is not None and self.entities[k].country == side]

    def _from_abroad(self, mention: Mention, fits: Sequence[int]) -> list[int]:
        """ "the visiting minister", in a state's own text or one written there: of another state."""
        doc = self.scene.passages[mention.passage].doc
        here = self.belonging.own or self.belonging.dateline
        visiting = any(t.lower_ == "visiting" for t in doc[max(0, mention.first - 1) : mention.core[1]])
        return [k for k in fits if visiting and here and self.entities[k].country not in (None, here)]

    def _at_home(self, mention: Mention, fits: Sequence[int], n: int) -> list[int]:
        """ "The President", in a state's own text: its own, unless another's acts in the sentence right before."""
        own = self.belonging.own
        if own is None or mention.country is not None:
            return []
        nearest = max((k for k in fits if k < n), default=None)
        if nearest is not None and self.entities[nearest].country != own and self.acts_last(nearest, mention):
            return []
        return [k for k in fits if self.entities[k].country == own]

    def acts_last(self, k: int, mention: Mention) -> bool:
        """Whether a person is the subject of the sentence right before."""
        return mention.sentence - self.mentions[k].sentence == 1 and self._acts_near(k, mention)

    def _named_in_own_words(self, mention: Mention) -> list[Entity]:
        """Z in "“I thanked Z,” the minister wrote": whom a speaker names in the words right before is not himself."""
        doc = self.scene.passages[mention.passage].doc
        close = next(
            (i for i in range(mention.first - 1, max(-1, mention.first - 4), -1) if doc[i].text in CLOSING), None
        )
        if close is None:
            return []
        first = next((i for i in range(close - 1, -1, -1) if doc[i].text in OPENING), close)
        said = [k for k, m in enumerate(self.mentions) if m.passage == mention.passage and first < m.first < close]
        return [self.entities[k] for k in said if self.mentions[k].kind == "person" and k in self.entities]

    def _acts_near(self, k: int, mention: Mention) -> bool:
        """Whether a person is a subject in the sentences right before: reports stay with whom they tell of."""
        other = self.mentions[k]
        head = self.scene.passages[other.passage].doc[other.head]
        return mention.sentence - other.sentence <= NEAR and head.dep_ in ("nsubj", "nsubjpass")

    def _fits(self, entity: Entity, mention: Mention, title: Title) -> bool:
        if mention.country and entity.country != mention.country:
            return False
        own = entity.title
        if own is None or own.official != title.official:
            return False
        if not title.official:
            return own.name == title.name
        if ends_in(entity, mention.title_text):
            return True
        if short_for(title, mention.title_text):
            alike = (own.portfolio, own.level) == (title.portfolio, title.level)
            return alike and self.lexicon.styles(entity.country, title)
        short = plain(title.name)
        # a spokesman for the Secretary-General, an adviser to the President is none himself
        post = re.split(r" (?:for|to) (?:the|its|his|her) ", entity.post or "")[0]
        whole = plain(f"{post} {own.name}")
        return short in whole or (
            title.portfolio != "" and (own.portfolio, own.level) == (title.portfolio, title.level)
        )
