"""The cast of a document: every mention tied to an actor, pronouns included where the text allows.

In: a scene and the lexicon. Out: a `Cast` that answers, for a token, which actor it stands for.
Order of evidence: the text beside a name, the document's fuller mentions, the dated tables of
office holders, and last the grammar of pronouns. What stays open stays without an actor.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from detente.model import Country, TimeExpression
from detente.reading.actors.belonging import Belonging
from detente.reading.actors.cast import Cast, Entity
from detente.reading.actors.company import Company
from detente.reading.actors.coreference import Referents
from detente.reading.actors.counterparts import Counterparts
from detente.reading.actors.delegations import Delegations
from detente.reading.actors.descriptions import Descriptions
from detente.reading.actors.fortheside import sided
from detente.reading.actors.grid import Mention
from detente.reading.actors.hosts import Hosts
from detente.reading.actors.lexicon import Lexicon, Title, plain
from detente.reading.actors.mentions import MentionFinder
from detente.reading.actors.namesakes import settled
from detente.reading.actors.offices import Offices
from detente.reading.actors.ownpeople import take_office
from detente.reading.actors.people import People, Person
from detente.reading.actors.predecessors import remember
from detente.reading.actors.shortnames import ShortNames
from detente.reading.actors.surnames import SurnameFinder
from detente.reading.scene import Scene


class ActorReader:
    """Makes the cast of a scene."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.finder = MentionFinder(lexicon)
        self.surnames = SurnameFinder(lexicon)
        self.short = ShortNames(lexicon)
        self.parts = {name: Country(code) for name, _, code in (p.rpartition(" ") for p in lexicon.words["namesakes"])}

    def read(
        self,
        scene: Scene,
        dateline: Country | None = None,
        own: Country | None = None,
        ministry: Title | None = None,
        times: Sequence[TimeExpression] = (),
    ) -> Cast:
        """Finds mentions, gathers people, ties offices, states and bodies, then pronouns.

        `dateline` is the state in which a text is written, `own` the one whose voice it is, `ministry` the office of
        its minister where it is a ministry's, `times` what dates offices that are told by their post alone.
        """
        mentions = self._mentions(scene, own or dateline, own)
        states = frozenset(m.country for m in mentions if m.country)
        people = People(self.lexicon, scene.published, states)
        people.gather([(n, m) for n, m in enumerate(mentions) if m.kind == "person"])
        mentions = self.surnames.add(scene, mentions, people)
        people = People(self.lexicon, scene.published, states)
        people.gather([(n, m) for n, m in enumerate(mentions) if m.kind == "person"])
        builder = CastBuilder(scene, self.lexicon, mentions, people, dateline, own, ministry, times)
        return builder.build()

    def _mentions(self, scene: Scene, home: Country | None, own: Country | None) -> list[Mention]:
        found: list[Mention] = []
        by_passage = {n: list(of) for n, of in groupby(scene.sentences, key=lambda s: s.passage.index)}
        for passage in scene.passages:
            found.extend(self.finder.find(passage, by_passage.get(passage.index, [])))
        found = settled(scene, self.short.add(scene, found, home, own), home, self.parts)
        return sided(scene, found, self.lexicon.words["speaking_for"])


class CastBuilder:
    """Ties each mention to an entity."""

    def __init__(
        self,
        scene: Scene,
        lexicon: Lexicon,
        mentions: list[Mention],
        people: People,
        dateline: Country | None,
        own: Country | None,
        ministry: Title | None,
        times: Sequence[TimeExpression] = (),
    ) -> None:
        self.scene, self.lexicon, self.mentions, self.people = scene, lexicon, mentions, people
        self.dateline, self.own, self.ministry, self.times = dateline, own, ministry, times
        self.entities: dict[int, Entity] = {}
        self.by_key: dict[tuple[str, ...], Entity] = {}

    def build(self) -> Cast:
        """The document's actors, each with its country, and who is meant by each mention."""
        for person in self.people.all:
            entity = self._person(person)
            for n in person.mentions:
                self.entities[n] = entity
        for n, mention in enumerate(self.mentions):
            if mention.kind in ("state", "demonym", "body", "outlet"):
                self.entities[n] = self._named(mention)
        belonging = Belonging(self.scene, self.lexicon, self.mentions, self.entities, self.dateline, self.own)
        offices = self._with_titles(belonging)
        heads = self._with_countries(belonging)
        for n, mention in enumerate(self.mentions):
            if mention.kind == "office" and n not in self.entities:
                self.entities[n] = self._keep(offices.entity(n, mention))
        self._pronouns()
        for n, own in belonging.owned_offices():
            self.entities[n] = self._keep(own)
        return self._cast(belonging, heads)

    def _with_titles(self, belonging: Belonging) -> Offices:
        """Gives people the offices that the text tells they hold."""
        offices = Offices(self.scene, self.lexicon, self.mentions, self.entities, belonging, self.ministry, self.times)
        offices.take_titles()
        offices.fuller()
        take_office(self.scene, self.mentions, self.entities, self.own)
        offices.counterparts()
        Descriptions(self.scene, self.lexicon, self.mentions, self.entities).read()
        return offices

    def _with_countries(self, belonging: Belonging) -> tuple[tuple[int, int], ...]:
        """Gives people their countries; who heads a delegation is told too."""
        counterparts = Counterparts(self.scene, self.lexicon, self.mentions, self.entities)
        counterparts.read()
        belonging.lend_countries()
        remember(self.scene, self.mentions, self.entities, self.lexicon.words["succeeding_verbs"])
        heads = list(Delegations(self.scene, self.lexicon.words, self.mentions).heads(self.entities))
        belonging.settle_heads(heads)
        belonging.settle_across()
        belonging.settle_at_home()
        owners = Referents(self.scene, self.lexicon, self.mentions, self.entities)
        counterparts.receiving(Hosts(self.scene, self.lexicon, self.mentions, self.entities, owners, self.own))
        Company(self.scene, self.lexicon, self.mentions, self.entities).read()
        return tuple(heads)

    def _cast(self, belonging: Belonging, heads: tuple[tuple[int, int], ...]) -> Cast:
        """All of it, with the places of each actor in the text."""
        cast = Cast(
            self.scene, self.lexicon, self.mentions, self.entities, set(), belonging.home, self.own, heads,
            belonging.facing.pairs, belonging.facing.joined, self.dateline,
        )  # fmt: skip
        for n, mention in enumerate(self.mentions):
            if n in self.entities and mention.kind != "pronoun":
                self.entities[n].spans.append(cast.span(mention))
        for entity in {id(e): e for e in self.entities.values()}.values():
            entity.spans = sorted(set(entity.spans))
        return cast

    def _keep(self, entity: Entity) -> Entity:
        return self.by_key.setdefault(entity.key, entity)

    def _person(self, person: Person) -> Entity:
        held = person.holder.post.removeprefix("former ").removeprefix("future ") if person.holder else ""
        title = person.title or self.lexicon.titles_by_form.get(plain(held))
        title = self.lexicon.settled(title, person.country) if title else None
        return self._keep(
            Entity(
                ("person", str(id(person))),
                person.name,
                person.post,
                person.organisation,
                person.country,
                "person",
                person.official,
                title.level if title else "unknown",
                title.portfolio if title else "",
                person.sex,
                title,
            )  # fmt: skip
        )

    def _named(self, mention: Mention) -> Entity:
        if mention.kind in ("body", "outlet") and mention.body is not None:
            body = mention.body
            return self._keep(
                Entity(
                    ("body", body.name),
                    mention.text if _letters(mention.text) == _letters(body.name) else body.name,
                    None,
                    body.name,
                    body.country,
                    "organisation",
                    body.official,
                )
            )
        country = mention.country
        name = self.lexicon.country_names.get(country, mention.text) if country else mention.text
        return self._keep(Entity(("state", country or mention.text), name, None, None, country, "state", True))

    def _pronouns(self) -> None:
        referents = Referents(self.scene, self.lexicon, self.mentions, self.entities)
        for n, mention in enumerate(self.mentions):
            if mention.kind == "pronoun" and (entity := referents.resolve(n)) is not None:
                self.entities[n] = entity


def _letters(name: str) -> str:
    """A name without what spellings differ in: "An-Nahar" and "Annahar" are one."""
    return "".join(c for c in plain(name).lower() if c.isalpha())
