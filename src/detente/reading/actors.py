"""The cast of a document: every mention tied to an actor, pronouns included where the text allows.

In: a scene and the lexicon. Out: a `Cast` that answers, for a token, which actor it stands for.
Order of evidence: the text beside a name, the document's fuller mentions, the dated tables of
office holders, and last the grammar of pronouns. What stays open stays without an actor.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

from detente.model import ActorKind, Country, Level
from detente.reading.cast import Cast, Entity
from detente.reading.coreference import Referents
from detente.reading.grid import Mention
from detente.reading.lexicon import Lexicon, Title, plain
from detente.reading.mentions import MentionFinder
from detente.reading.people import People, Person
from detente.reading.scene import Scene, Sentence

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

# How many sentences a report stays with the one it tells of before it names him again.
NEAR = 4


class ActorReader:
    """Makes the cast of a scene."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.finder = MentionFinder(lexicon)

    def read(self, scene: Scene) -> Cast:
        """Finds mentions, gathers people, ties offices, states and bodies, then pronouns."""
        mentions = self._mentions(scene)
        people = People(self.lexicon, scene.published)
        people.gather([(n, m) for n, m in enumerate(mentions) if m.kind == "person"])
        mentions = self._surnames(scene, mentions, people)
        people = People(self.lexicon, scene.published)
        people.gather([(n, m) for n, m in enumerate(mentions) if m.kind == "person"])
        builder = CastBuilder(scene, self.lexicon, mentions, people)
        return builder.build()

    def _mentions(self, scene: Scene) -> list[Mention]:
        found: list[Mention] = []
        by_passage = {n: list(own) for n, own in groupby(scene.sentences, key=lambda s: s.passage.index)}
        for passage in scene.passages:
            found.extend(self.finder.find(passage, by_passage.get(passage.index, [])))
        return found

    def _surnames(self, scene: Scene, mentions: list[Mention], people: People) -> list[Mention]:
        """Adds the bare surnames that the parser took for something else, a surname like "He" included."""
        mentions = [part for m in mentions for part in _parted(m, people)]
        person_at = {(m.passage, i) for m in mentions if m.kind == "person" for i in range(*m.core)}
        bodies = {(m.passage, i) for m in mentions if m.kind in ("body", "outlet") for i in range(*m.core)}
        extra, gone = [], set()
        for sentence in scene.sentences:
            for token in sentence.tokens:
                place = (sentence.passage.index, token.i)
                if place in person_at or place in bodies or not token.text[0].isupper():
                    continue
                if people.bearer(token.text) is None or not self._stands_alone(token, sentence):
                    continue
                gone.add(place)
                extra.append(
                    Mention(
                        sentence.index,
                        place[0],
                        token.i,
                        token.i + 1,
                        token.i,
                        "person",
                        (token.i, token.i + 1),
                        token.text,
                    )
                )
        kept = [m for m in mentions if not (m.last - m.first == 1 and (m.passage, m.first) in gone)]
        return sorted([*kept, *extra], key=lambda m: (m.passage, m.first, -m.last))

    def _stands_alone(self, token: Token, sentence: Sentence) -> bool:
        """A capital at the start of a sentence proves nothing for a pronoun; elsewhere it makes a name."""
        following = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else token
        if (
            token.text in self.lexicon.words["surname_like"]
            and token.lower_ not in self.lexicon.words["subject_pronouns"]
        ):
            return following.tag_ in ("VBD", "VBZ", "MD", "POS") or token.tag_ in ("NNP", "NNPS")
        if token.tag_ in ("PRP", "PRP$"):
            opening = token.i == sentence.tokens.start or token.doc[token.i - 1].text in ('"', "“", "‘", "'")
            after_quote = (
                token.i > 1
                and token.doc[token.i - 1].text in ('"', "”", "“", "'", "’")
                and token.doc[token.i - 2].text in (",", "?", "!")
            )
            return after_quote or not opening
        follows = token.i + 1 < len(token.doc) and token.doc[token.i + 1]
        if (
            follows
            and follows.text[0].isupper()
            and follows.tag_ in ("NNP", "NNPS")
            and follows.ent_type_ == token.ent_type_ == "ORG"
        ):
            return False
        return token.tag_ in ("NNP", "NNPS") or token.ent_type_ != ""


def _parted(mention: Mention, people: People) -> list[Mention]:
    """ "X-Y" of "the X-Y talks" is two people when each part is the name of one."""
    parts = mention.text.replace("–", "-").split("-")
    first, last = mention.core
    alone = [p.strip() for p in parts]
    if mention.kind != "person" or len(parts) != 2 or mention.title or last - first != 3:
        return [mention]
    if any(people.bearer(p) is None or people.bearer(p) is people.bearer(mention.text) for p in alone):
        return [mention]
    return [
        replace(mention, first=at, last=at + 1, head=at, core=(at, at + 1), text=text)
        for at, text in ((first, alone[0]), (last - 1, alone[1]))
    ]


class CastBuilder:
    """Ties each mention to an entity."""

    def __init__(self, scene: Scene, lexicon: Lexicon, mentions: list[Mention], people: People) -> None:
        self.scene, self.lexicon, self.mentions, self.people = scene, lexicon, mentions, people
        self.entities: dict[int, Entity] = {}
        self.by_key: dict[tuple[str, ...], Entity] = {}

    def build(self) -> Cast:
        for person in self.people.all:
            entity = self._person(person)
            for n in person.mentions:
                self.entities[n] = entity
        for n, mention in enumerate(self.mentions):
            if mention.kind in ("state", "demonym", "body", "outlet"):
                self.entities[n] = self._named(mention)
        self._counterparts()
        self._lent_countries()
        self._at_home()
        for n, mention in enumerate(self.mentions):
            if mention.kind == "office":
                self.entities[n] = self._office(n, mention)
        self._pronouns()
        self._owned_offices()
        cast = Cast(self.scene, self.lexicon, self.mentions, self.entities, set())
        for n, mention in enumerate(self.mentions):
            if n in self.entities and mention.kind != "pronoun":
                self.entities[n].spans.append(cast.span(mention))
        for entity in {id(e): e for e in self.entities.values()}.values():
            entity.spans = sorted(set(entity.spans))
        return cast

    def _keep(self, entity: Entity) -> Entity:
        return self.by_key.setdefault(entity.key, entity)

    def _person(self, person: Person) -> Entity:
        title = person.title or (self.lexicon.titles_by_form.get(plain(person.holder.post)) if person.holder else None)
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
                    body.name,
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

    def _counterparts(self) -> None:
        """ "her Chilean counterpart X" holds the portfolio of the one whose counterpart he is."""
        for n, mention in enumerate(self.mentions):
            if mention.title is None or mention.title.portfolio != "counterpart" or mention.kind != "person":
                continue
            mine, other = self.entities[n], self._other_side(n)
            if other is None or other is mine:
                continue
            if not mine.post and other.portfolio:
                mine.post = self._post_like(other)
            if mine.level == "unknown":
                mine.level = other.level
            mine.portfolio = mine.portfolio or other.portfolio
            mine.official = mine.official or other.official

    def _lent_countries(self) -> None:
        """ "X's spokeswoman, Y" and "X and Minister Y": an official of no named country is of X's."""
        sided = ("person", "state", "body")
        at = {(m.passage, i): n for n, m in enumerate(self.mentions) if m.kind in sided for i in range(*m.core)}
        for n, mention in enumerate(self.mentions):
            entity = self.entities.get(n)
            if (
                mention.kind != "person"
                or mention.title is None
                or entity is None
                or entity.country
                or not mention.title.official
            ):
                continue
            doc = self.scene.passages[mention.passage].doc
            for token in self._lenders(mention, doc):
                lender = self.entities.get(at.get((mention.passage, token.i), -1))
                if lender is not None and lender is not entity and lender.country and lender.official:
                    entity.country = lender.country
                    break

    def _at_home(self) -> None:
        """An official named with no country is of the state whose officials a report names most: reports
        leave out their own."""
        officials = Counter(
            e.country
            for n, e in self.entities.items()
            if e.kind == "person" and e.official and e.country and self.mentions[n].kind != "demonym"
        )
        if not officials:
            return
        home = min(officials, key=lambda c: (-officials[c], str(c)))
        for entity in self.entities.values():
            stated = (
                entity.kind == "person"
                and entity.official
                and entity.title is not None
                and entity.portfolio not in ("io", "military")
            )
            if stated and entity.country is None and entity.level != "unknown":
                entity.country = home

    def _owned_offices(self) -> None:
        """ "its foreign minister": an office of the country that the pronoun stands for."""
        pronouns = {
            (m.passage, m.head): n for n, m in enumerate(self.mentions) if m.kind == "pronoun" and n in self.entities
        }
        for n, mention in enumerate(self.mentions):
            entity = self.entities.get(n)
            if mention.kind != "office" or entity is None or entity.country or not entity.official:
                continue
            head = self.scene.passages[mention.passage].doc[mention.head]
            owners = [
                self.entities[pronouns[at]]
                for c in head.children
                if c.dep_ == "poss" and (at := (mention.passage, c.i)) in pronouns
            ]
            if owners and owners[0].country:
                own = replace(entity, key=(*entity.key, owners[0].country), country=owners[0].country, spans=[])
                self.entities[n] = self._keep(own)

    def _lenders(self, mention: Mention, doc: Doc) -> Iterator[Token]:
        """The possessors beside a title, and the names that a name is coordinated with."""
        for token in doc[mention.first : mention.last]:
            yield from (c for c in token.children if c.dep_ == "poss")
        head = doc[mention.head]
        if head.dep_ == "dobj" and head.head.lemma_ in self.lexicon.words["appointing_verbs"]:
            yield from (c for c in head.head.children if c.dep_ == "nsubj")
        yield from (c for c in head.children if c.dep_ in ("nmod", "conj"))
        if head.dep_ in ("conj", "appos"):
            yield head.head
            yield from (c for c in head.head.children if c.dep_ == "poss")

    def _post_like(self, other: Entity) -> str | None:
        """The usual name of the post with that portfolio and level."""
        same = [
            t for t in self.lexicon.titles_by_name.values() if (t.portfolio, t.level) == (other.portfolio, other.level)
        ]
        return other.title.name if other.title and other.level != "minister" else same[0].name if same else None

    def _other_side(self, n: int) -> Entity | None:
        """The person before the counterpart in the sentence, else the last one before it."""
        for k in range(n - 1, -1, -1):
            entity = self.entities.get(k)
            if self.mentions[k].kind == "person" and entity is not None and entity is not self.entities.get(n):
                return entity
        return None

    def _office(self, n: int, mention: Mention) -> Entity:
        """Who "the Secretary" or "the Chinese foreign minister" is: of the document, of the tables, or an office."""
        title = mention.title
        assert title is not None
        if (bearer := self._apposed_to(mention)) is not None:
            return bearer
        indefinite = self._indefinite(mention)
        if title.portfolio == "counterpart":
            return self._counterpart_office(n, mention)
        if not indefinite and not mention.plural:
            known = self._of_document(n, mention, title)
            if known is not None:
                return known
            holder = self.lexicon.incumbent(mention.country, title, self.scene.published) if mention.country else None
            if holder is not None and self.scene.published:
                return self._keep(
                    Entity(
                        ("holder", holder.person, holder.country),
                        holder.person,
                        mention.title_text,
                        None,
                        holder.country,
                        "person",
                        title.official,
                        title.level,
                        title.portfolio,
                        holder.sex,
                        title,
                    )  # fmt: skip
                )
        country = mention.country or (mention.body.country if mention.body else None)
        body = mention.body.name if mention.body else None
        kind: ActorKind = "group" if mention.plural else "unnamed" if indefinite else "office"
        key = (
            kind,
            plain(mention.title_text),
            country or "",
            body or "",
            str(n) if indefinite or mention.plural else "",
        )
        return self._keep(
            Entity(
                key,
                None,
                mention.title_text,
                body,
                country,
                kind,
                title.official,
                title.level,
                title.portfolio,
                "",
                title,
            )
        )

    def _apposed_to(self, mention: Mention) -> Entity | None:
        """The person to whose name the title is an aside."""
        token = self.scene.passages[mention.passage].doc[mention.head]
        if token.dep_ != "appos":
            return None
        for k, other in enumerate(self.mentions):
            if other.kind == "person" and other.passage == mention.passage and other.first <= token.head.i < other.last:
                return self.entities.get(k)
        return None

    def _counterpart_office(self, n: int, mention: Mention) -> Entity:
        other = self._other_side(n)
        post = self._post_like(other) if other and other.portfolio else None
        kind: ActorKind = "group" if mention.plural else "unnamed"
        level: Level = other.level if other else "unknown"
        return self._keep(
            Entity(
                (kind, "counterpart", str(n)),
                None,
                post,
                None,
                mention.country,
                kind,
                True,
                level,
                other.portfolio if other else "",
            )
        )

    def _indefinite(self, mention: Mention) -> bool:
        doc = self.scene.passages[mention.passage].doc
        words = [t.lower_ for t in doc[max(0, mention.first - 2) : mention.core[1]]]
        return any(w in ("a", "an", "one", "another", "some") for w in words)

    def _of_document(self, n: int, mention: Mention, title: Title) -> Entity | None:
        """The last person before (else the first after) whose title can be shortened to this one."""
        fits = [
            k for k, m in enumerate(self.mentions)
            if m.kind == "person" and (e := self.entities[k]).title is not None and self._fits(e, mention, title)
        ]  # fmt: skip
        home = self._speaking_country(mention)
        fits = [k for k in fits if home is None or mention.country or self.entities[k].country == home] or fits
        exact = [k for k in fits if (own := self.entities[k].title) is not None and own.name == title.name]
        exact = exact or [k for k in fits if self.entities[k].level == title.level]
        before = [k for k in exact if k < n] or [k for k in fits if k < n]
        acting = [k for k in before if self._acts_near(k, mention)]
        pick = (acting or before)[-1] if before else None
        return self.entities[pick] if pick is not None else None

    def _acts_near(self, k: int, mention: Mention) -> bool:
        """Whether a person is a subject in the sentences right before: reports stay with whom they tell of."""
        other = self.mentions[k]
        head = self.scene.passages[other.passage].doc[other.head]
        return mention.sentence - other.sentence <= NEAR and head.dep_ in ("nsubj", "nsubjpass")

    def _speaking_country(self, mention: Mention) -> Country | None:
        """The country of the official who says the words that an office stands in: "Y said the minister would …"."""
        doc = self.scene.passages[mention.passage].doc
        for verb in doc[mention.head].ancestors:
            for clause in (verb, *(c for c in verb.children if c.dep_ in ("parataxis", "ccomp"))):
                for subject in (c for c in clause.children if c.dep_ == "nsubj" and c.i != mention.head):
                    for k, other in enumerate(self.mentions):
                        if other.kind == "person" and other.passage == mention.passage and other.head == subject.i:
                            entity = self.entities[k]
                            return entity.country if entity.portfolio == "spokesperson" else None
        return None

    def _fits(self, entity: Entity, mention: Mention, title: Title) -> bool:
        if mention.country and entity.country != mention.country:
            return False
        own = entity.title
        if own is None or own.official != title.official:
            return False
        if not title.official:
            return own.name == title.name
        short = plain(title.name)
        whole = plain(f"{entity.post or ''} {own.name}")
        return (
            short in whole.split(" and ")[0]
            or short in whole
            or (title.portfolio != "" and (own.portfolio, own.level) == (title.portfolio, title.level))
        )

    def _pronouns(self) -> None:
        referents = Referents(self.scene, self.lexicon, self.mentions, self.entities)
        for n, mention in enumerate(self.mentions):
            if mention.kind == "pronoun" and (entity := referents.resolve(n)) is not None:
                self.entities[n] = entity
