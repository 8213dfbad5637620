"""Who somebody is, told in another sentence than his name: "Not Ana Ruiz. The historian …", "His spokesman was calmer.
According to Luis Vega, …", "General Sheet …. He wore the uniform of the Northern Army".

In: the mentions of a document and the entities of the named ones. Out: entities completed, and offices without a name
given to the person whom the sentence beside them names.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from detente.model import Country
from detente.reading.actors.cast import Entity
from detente.reading.actors.grid import Mention
from detente.reading.actors.lexicon import Lexicon, Title
from detente.reading.scene import Scene

if TYPE_CHECKING:
    from detente.reading.words import Doc, Token

TOLD = 3  # sentences, quoted ones among them, between a name and "the political scientist" who has it
FAR = 3  # sentences between a soldier's name and the force he served in


class Descriptions:
    """Ties what neighbouring sentences say of people."""

    def __init__(self, scene: Scene, lexicon: Lexicon, mentions: list[Mention], entities: dict[int, Entity]) -> None:
        self.scene, self.words, self.mentions, self.entities = scene, lexicon.words, mentions, entities
        self.lexicon = lexicon
        self.people = [n for n, m in enumerate(mentions) if m.kind == "person" and n in entities]
        self.ranks: dict[int, list[Mention]] = {}
        for m in mentions:
            if m.title is not None and m.title.portfolio == "military":
                self.ranks.setdefault(m.passage, []).append(m)
        self.first: dict[int, int] = {}
        self.by_sentence: dict[int, list[int]] = {}
        for n in self.people:
            self.first.setdefault(id(entities[n]), n)
            self.by_sentence.setdefault(mentions[n].sentence, []).append(n)

    def read(self) -> None:
        """Completes the entities of people."""
        for n, mention in enumerate(self.mentions):
            if mention.kind == "office" and not mention.plural and mention.title is not None and n not in self.entities:
                self._described(n, mention)
        for n in list(self.first.values()):
            self._served(n)
            self._heads(n)

    # -- offices ------------------------------------------------------------------------------------

    def _described(self, n: int, mention: Mention) -> None:
        """An office named beside a person whom nothing else describes: before it, or after it in a source's place."""
        title = mention.title
        if title is None:
            return
        definite = self._determiner(mention) in ("the", "this")
        known = self._bare_before(n, mention) or self._told_of(mention) if definite and not title.official else None
        if known is not None:
            self.entities[n] = known
        elif title.portfolio == "spokesperson" and (told := self._bare_after(n, mention)) is not None:
            self._titled(told, mention)
            self.entities[n] = told

    def _heads(self, n: int) -> None:
        """ "X, who runs the trade ministry in Lima": the minister of a ministry that an aside says somebody heads."""
        entity, mention = self.entities[n], self.mentions[n]
        name = self.scene.passages[mention.passage].doc[mention.head]
        if entity.title is not None or entity.post:
            return
        for clause in (c for c in name.children if c.dep_ == "relcl" and c.lemma_ in self.words["heading_verbs"]):
            house = next((c for c in clause.children if c.dep_ == "dobj"), None)
            if house is None or not any(c.lower_ == "who" for c in clause.children):
                continue
            if house.lemma_.lower() == "ministry":
                field = " ".join(c.lower_ for c in house.lefts if c.dep_ in ("compound", "amod") and c.text.islower())
                title = self.lexicon.titles_by_form.get(f"{field} minister") or self.lexicon.titles_by_form["minister"]
                self._takes(entity, title, f"{field} minister".strip())
                entity.country = entity.country or self._state_of(house, mention) or self._state_of(clause, mention)
            elif house.lower_ in self.words["desk_nouns"] and self._of_the_ministry(house):
                desk = house.doc[house.left_edge.i : house.i + 1].text
                self._takes(entity, self.lexicon.titles_by_form["head of department"], f"head of {desk}")

    def _takes(self, entity: Entity, title: Title, post: str) -> None:
        entity.title, entity.post = title, post
        entity.level, entity.portfolio, entity.official = title.level, title.portfolio, True

    def _of_the_ministry(self, desk: Token) -> bool:
        """ "the ministry's Asia division", "the American department of the ministry"."""
        return any(t.lemma_.lower() in self.words["ministries"] for t in desk.subtree)

    def _state_of(self, house: Token, mention: Mention) -> Country | None:
        """The state named in the phrase of a ministry, or in the clause about it."""
        named = (m for m in self.mentions if m.passage == mention.passage and m.country)
        return next((m.country for m in named if house.left_edge.i <= m.first <= house.right_edge.i), None)

    def _determiner(self, mention: Mention) -> str:
        doc = self.scene.passages[mention.passage].doc
        first = doc[mention.first]
        if first.pos_ == "DET":
            return str(first.lower_)
        opening = doc[mention.head].left_edge  # "the University of X law professor"
        if opening.i < mention.first and opening.pos_ == "DET":
            return str(opening.lower_)
        return str(doc[mention.first - 1].lower_) if mention.first else ""

    def _titled(self, person: Entity, mention: Mention) -> None:
        person.title, person.post = mention.title, mention.title_text
        if mention.title is not None:
            person.level, person.portfolio = mention.title.level, mention.title.portfolio
            person.official = mention.title.official
        person.country = person.country or mention.country

    def _bare_before(self, n: int, mention: Mention) -> Entity | None:
        """The person named last, in the sentence before or in this one, when nothing says what he is."""
        near = [k for k in self._people_of(mention.sentence - TOLD, mention.sentence, mention) if k < n]
        return self._bare(near[-1]) if near else None

    def _told_of(self, mention: Mention) -> Entity | None:
        """X of "… was done by Deputy Minister X. The MP for Y was in Z": the one person of the sentence before whom
        something else that he is stands for."""
        doc = self.scene.passages[mention.passage].doc
        head = doc[mention.head]
        if head.dep_ not in ("nsubj", "nsubjpass"):
            return None
        own = self.by_sentence.get(mention.sentence, [])
        parted = [k for k in own if any(t.text in ":;" for t in doc[self.mentions[k].last : mention.first])]
        before = parted if own else self._people_of(mention.sentence - 1, mention.sentence - 1, mention)
        told = {id(self.entities[k]): self.entities[k] for k in before}
        known = next(iter(told.values()), None) if len(told) == 1 else None
        same = known is not None and (mention.country is None or known.country in (None, mention.country))
        return known if same and known is not None and known.portfolio != "spokesperson" else None

    def _bare_after(self, n: int, mention: Mention) -> Entity | None:
        """The person whom the next sentence names first, as the source of words."""
        near = self._people_of(mention.sentence + 1, mention.sentence + 1, mention)
        new = next((k for k in near if self._bare(k) is not None and self.first[id(self.entities[k])] == k), None)
        return self.entities[new] if new is not None and self._is_source(new) else None

    def _people_of(self, first: int, last: int, mention: Mention) -> list[int]:
        """The mentions of people in some sentences of a mention's paragraph."""
        found = [k for index in range(first, last + 1) for k in self.by_sentence.get(index, ())]
        return [k for k in found if self.mentions[k].passage == mention.passage]

    def _bare(self, k: int) -> Entity | None:
        entity = self.entities[k]
        return entity if entity.title is None and not entity.post and entity.name and " " in entity.name else None

    def _is_source(self, k: int) -> bool:
        """Whether a name is that of a source: "by the account of X", "X said", "as X put it"."""
        mention = self.mentions[k]
        head = self.scene.passages[mention.passage].doc[mention.head]
        if head.dep_ == "pobj":
            return head.head.lower_ in ("to", "of", "by", "from")
        return head.dep_ == "nsubj" and head.head.lemma_ in self.words["speech_verbs"]

    # -- soldiers -----------------------------------------------------------------------------------

    def _served(self, n: int) -> None:
        """The force that the sentences around a soldier's name say he served in."""
        entity, mention = self.entities[n], self.mentions[n]
        if entity.organisation or not self._soldier(entity, mention):
            return
        doc = self.scene.passages[mention.passage].doc
        head = doc[mention.head]
        if head.dep_ == "appos" and head.head.i < mention.first:  # "an officer of the Army of X, General Y"
            entity.organisation = next(self._forces(doc, head.head.left_edge.i, mention.first), None)
            if entity.organisation is not None:
                return
        for sentence in self.scene.sentences[max(0, mention.sentence - 1) : mention.sentence + 1 + FAR]:
            near = sentence.passage.index == mention.passage
            if near and any(t.lemma_.lower() in self.words["serving_words"] for t in sentence.tokens):
                force = next(self._forces(doc, sentence.tokens.start, sentence.tokens.end), None)
                if force is not None:
                    entity.organisation = force
                    return

    def _soldier(self, entity: Entity, mention: Mention) -> bool:
        if entity.portfolio == "military":
            return True
        ranks = self.ranks.get(mention.passage, ())
        return (
            entity.title is None
            and not entity.post
            and any(r.kind == "office" or r.core == mention.core for r in ranks)
        )

    def _forces(self, doc: Doc, i: int, end: int) -> Iterator[str]:
        """Capitalised names that end in a word for a force: "State Border Service", "Armed Forces of X"."""
        while i < end:
            stop = i
            while stop < end and self._goes_on(doc, stop, end, i):
                stop += 1
            words = [t.lower_ for t in doc[i:stop]]
            if stop - i > 1 and any(w in self.words["force_nouns"] for w in words):
                yield doc[i:stop].text.removesuffix("'s").removesuffix("’s").strip()
            i = max(stop, i + 1)

    def _goes_on(self, doc: Doc, at: int, end: int, first: int) -> bool:
        token: Token = doc[at]
        if token.text[0].isupper() and token.pos_ in ("PROPN", "NOUN", "ADJ"):
            return True
        joint = token.lower_ in ("of", "the", "'s", "’s", "and") and at > first
        return joint and at + 1 < end and (doc[at + 1].text[0].isupper() or doc[at + 1].lower_ == "the")
