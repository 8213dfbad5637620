"""Who "the Secretary", "the Chinese foreign minister" or "his counterpart" is.

In: an office mention, the people of the document and the tables. Out: an entity: a person of the document or of the
tables who holds the office on the day, else the office itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from detente.model import ActorKind, Country, Level, TimeExpression
from detente.reading.actors.baretitles import BareTitles
from detente.reading.actors.belonging import Belonging
from detente.reading.actors.cast import Entity
from detente.reading.actors.grid import Mention
from detente.reading.actors.heldthen import HeldThen
from detente.reading.actors.leading import leading
from detente.reading.actors.lexicon import GOVERNING, HEADS, Holder, Lexicon, Title, plain
from detente.reading.actors.saidofany import SaidOfAny
from detente.reading.actors.samewords import short_for
from detente.reading.scene import Scene

if TYPE_CHECKING:
    from detente.reading.words import Token

# How many sentences a report stays with the one it tells of before it names him again.
NEAR = 4
# How many words may stand before what somebody is at the head of a sentence: "Now a …", "Once himself a …".
OPENING_WORDS = 3
# what an officer is called by whatever office he holds
RANK = "military"


class Offices:
    """Ties offices to their holders."""

    def __init__(
        self,
        scene: Scene,
        lexicon: Lexicon,
        mentions: list[Mention],
        entities: dict[int, Entity],
        belonging: Belonging,
        ministry: Title | None = None,
        times: Sequence[TimeExpression] = (),
    ) -> None:
        self.scene, self.lexicon, self.mentions, self.entities = scene, lexicon, mentions, entities
        self.belonging, self.ministry = belonging, ministry
        self.bare = BareTitles(scene, lexicon, mentions, entities, belonging)
        self.said_of_any = SaidOfAny(scene, lexicon, mentions, entities)
        self.then = HeldThen(scene, times, lexicon.words)
        self.worded: set[tuple[object, ...]] = set()  # whose post is told in the text's own words

    def take_titles(self) -> None:
        """A person to whose name an office is an aside, however far, holds it: "X, who …, the minister of Y"."""
        for mention in self.mentions:
            if mention.kind != "office" or mention.plural or mention.title is None:
                continue
            bearer = self._aside_of(mention) or self._named_beside(mention) or self._opens_on(mention)
            told = bearer is not None and bearer.key[0] == "person" and self._untitled(bearer)
            if bearer is not None and told and mention.title.portfolio != "counterpart":
                bearer.title, bearer.post = mention.title, mention.title_text
                bearer.level, bearer.portfolio = mention.title.level, mention.title.portfolio
                bearer.official = mention.title.official
                bearer.country = bearer.country or mention.country
                bearer.organisation = bearer.organisation or mention.affiliation or None
                if mention.body is not None:
                    bearer.organisation = bearer.organisation or mention.body.name
                    bearer.country = bearer.country or mention.body.country

    def fuller(self) -> None:
        """ "Oman's foreign minister will come. … the minister, X, said": who is named with the bare word for an office
        holds the one told of right before."""
        for n, mention in enumerate(self.mentions):
            entity = self.entities.get(n)
            bare = mention.kind == "person" and mention.title is not None and mention.title.name == "Minister"
            if entity is None or not bare or entity.portfolio:
                continue
            told = self._office_before(n, mention, entity)
            if told is not None and told.title is not None:
                entity.title, entity.post = told.title, told.title_text
                entity.level, entity.portfolio = told.title.level, told.title.portfolio
                entity.country = entity.country or told.country

    def _office_before(self, n: int, mention: Mention, entity: Entity) -> Mention | None:
        """The minister's office of the same state told of last before, in a few sentences, that nobody named holds."""
        doc = self.scene.passages[mention.passage].doc
        before = {t.lower_ for t in doc[max(0, mention.first - 2) : mention.first + 1]}
        if not before & {"the", "The"} or mention.title_text.lower() != "minister":
            return None
        for other in reversed(self.mentions[:n]):
            if mention.sentence - other.sentence > NEAR:
                return None
            title = other.title
            full = other.kind == "office" and title is not None and title.level == "minister" and bool(title.portfolio)
            if full and title is not None and title.portfolio != "counterpart" and not other.plural:
                return other if other.country is None or entity.country in (None, other.country) else None
            if other.kind == "person" and title is not None and title.level == "minister":
                return None
        return None

    def _named_beside(self, mention: Mention) -> Entity | None:
        """ "A spokesman for the ministry, X, said": the bare name that stands beside a spokesman's office."""
        if mention.title is None or mention.title.portfolio != "spokesperson":
            return None
        for k, other in enumerate(self.mentions):
            name = self.scene.passages[other.passage].doc[other.head] if other.passage == mention.passage else None
            beside = name is not None and name.dep_ == "appos" and name.head.i == mention.head
            if beside and other.kind == "person" and other.title is None:
                return self.entities.get(k)
        return None

    def _opens_on(self, mention: Mention) -> Entity | None:
        """ "X was a soldier. Now a general on the retired list, he …": whom a sentence goes on about that opens with
        what he is."""
        sentence = self.scene.sentences[mention.sentence]
        comma = next((t.i for t in sentence.tokens if t.text == "," and t.i >= mention.last), None)
        before = self.scene.sentences[mention.sentence - 1] if mention.sentence else None
        opening = mention.first - sentence.tokens.start <= OPENING_WORDS and self._indefinite(mention)
        if before is None or comma is None or not opening or before.passage.index != mention.passage:
            return None
        between = sentence.tokens.doc[mention.last : comma]
        goes_on = sentence.tokens.doc[comma + 1 : comma + 2].text in ("he", "she")
        if not goes_on or any(t.pos_ in ("VERB", "AUX") for t in between):
            return None
        subject = next((c.i for c in before.tokens.root.children if c.dep_ == "nsubj"), None)
        for k, other in enumerate(self.mentions):
            if other.sentence == before.index and other.kind == "person" and other.head == subject:
                return self.entities.get(k)
        return None

    def _untitled(self, bearer: Entity) -> bool:
        """Whether no mention gives the person a title: what the tables say of him yields to the text."""
        return not any(
            m.kind == "person" and m.title is not None and self.entities.get(n) is bearer
            for n, m in enumerate(self.mentions)
        )

    def counterparts(self) -> None:
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

    def _takes_rank_s_office(self, n: int, bearer: Entity) -> None:
        """ "General X, his Chilean counterpart": of the office of the one before him, whatever his rank."""
        other = self._other_side_of(n, bearer)
        if other is not None and other.portfolio not in ("", RANK):
            bearer.post, bearer.level, bearer.portfolio = self._post_like(other), other.level, other.portfolio
            bearer.official = True

    def _other_side_of(self, n: int, bearer: Entity) -> Entity | None:
        """The person named before the bearer of an office in its sentence."""
        sentence = self.mentions[n].sentence
        before = (self.entities.get(k) for k in range(n - 1, -1, -1) if self.mentions[k].sentence == sentence)
        return next((e for e in before if e is not None and e is not bearer and e.kind == "person"), None)

    def _post_like(self, other: Entity) -> str | None:
        """The usual name of the post with that portfolio and level."""
        same = [
            t
            for t in self.lexicon.titles_by_name.values()
            if (t.portfolio, t.level) == (other.portfolio, other.level) and not t.only
        ]
        return other.title.name if other.title and other.level != "minister" else same[0].name if same else None

    def _other_side(self, n: int) -> Entity | None:
        """The person before the counterpart in the sentence, else the last one before it; not who only tells of it."""
        teller: Entity | None = None
        for k in range(n - 1, -1, -1):
            entity = self.entities.get(k)
            held = self.mentions[k].kind == "person" or (entity is not None and entity.kind in ("person", "office"))
            if held and entity is not None and entity is not self.entities.get(n):
                if entity.portfolio != "spokesperson":
                    return entity
                teller = teller or entity
        return teller

    def entity(self, n: int, mention: Mention) -> Entity:
        """Who "the Secretary" or "the Chinese foreign minister" is: of the document, of the tables, or an office."""
        title = mention.title
        assert title is not None
        if (bearer := self._apposed_to(mention)) is not None:
            if title.portfolio == "counterpart" and bearer.portfolio == RANK:
                self._takes_rank_s_office(n, bearer)
            return bearer
        if title.portfolio == "counterpart":
            return self._counterpart_office(n, mention)
        country = mention.country or (mention.body.country if mention.body else None) or title.country
        country = country or self._body_of_states(n, title)
        title = self.lexicon.settled(title, country or self.belonging.home.of(mention.sentence))
        indefinite = self._indefinite(mention)
        if not indefinite and not mention.plural:
            known, title, country = self._in_text(n, mention, title, country)
            known = known or self._in_tables(mention, title, country)
            if known is not None:
                return known
        kind: ActorKind = "group" if mention.plural else "unnamed" if indefinite else "office"
        return _unheld(n, mention, title, country, kind)

    def _in_text(
        self, n: int, mention: Mention, title: Title, country: Country | None
    ) -> tuple[Entity | None, Title, Country | None]:
        """Who of the text holds an office; with him, or without one, its title and its country."""
        own, label = self.belonging.own, self._labels_turn(mention)
        known = self.bare.of(n, mention, title) if not label else None
        known = leading(known or self.said_of_any.of(n, mention), mention, self.scene, self.mentions, self.entities)
        if self.ministry is not None and self._heads_the_page(n, mention, title, known):
            known, country, title = None, own, self.ministry
        if self.said_of_any.own_head(mention, title, known, own) or self._own_by_right(n, mention, title, known):
            known, country = None, own
        if self._another_then(known, mention, title):
            known = None
        if known is None:
            return None, title, country or (own if label else self._home_of_office(mention, title))
        if known.kind == "person":  # "The general, who serves in the French Army, …"
            known.organisation = known.organisation or mention.affiliation or None
        return self._in_its_words(known, mention), title, country

    def _in_tables(self, mention: Mention, title: Title, country: Country | None) -> Entity | None:
        """Who by the tables held an office on the day; of the text, where it names him elsewhere."""
        if short_for(title, mention.title_text) and not self.lexicon.styles(country, title):
            return None  # "the Secretary" is nobody's foreign minister where none is called so
        holder = self._holder(mention, title, country) if country else None
        if holder is None:
            return None
        known = next((e for e in self.entities.values() if _is_holder(e, holder)), None)
        if known is not None or not self.scene.published:
            return known
        return Entity(
            ("holder", holder.person, holder.country), holder.person, mention.title_text, None, holder.country,
            "person", title.official, title.level, title.portfolio, holder.sex, title,
        )  # fmt: skip

    def _holder(self, mention: Mention, title: Title, country: Country) -> Holder | None:
        """Who held an office on the day told of; where that is not told, on the day of publication."""
        today = self.lexicon.incumbent(country, title, self.scene.published)
        days = self.then.of(mention) if self.scene.published else None
        if days is None:
            return today
        first, last = (self.lexicon.incumbent(country, title, day) for day in days)
        same = first is not None and last is not None and first.person == last.person
        if today is None or first is None or not same or first.person != today.person:
            self.then.goes_on(mention, days)
        return first if same else None

    def _another_then(self, known: Entity | None, mention: Mention, title: Title) -> bool:
        """ "X, president of Y, … The Y president came here in 2010", who was another."""
        if known is None or mention.country is None or self.then.of(mention) is None:
            return False
        today = self.lexicon.incumbent(mention.country, title, self.scene.published)
        then = self._holder(mention, title, mention.country)
        return today is not None and _is_holder(known, today) and (then is None or then.person != today.person)

    def _heads_the_page(self, n: int, mention: Mention, title: Title, known: Entity | None) -> bool:
        """ "The Minister", on a ministry's own page: its own, unless another's acts in the sentence right before."""
        own = self.belonging.own
        head = self.scene.passages[mention.passage].doc[mention.head]
        bare = title.name == "Minister" and mention.country is None and mention.body is None
        bare = bare and not any(c.dep_ == "amod" for c in head.lefts)  # "the visiting Minister" is no own one
        if own is None or not bare or (known is not None and known.country == own):
            return False
        named = [k for k in range(n) if known is not None and self.entities.get(k) is known]
        return not (named and self.bare.acts_last(named[-1], mention))

    def _own_by_right(self, n: int, mention: Mention, title: Title, known: Entity | None) -> bool:
        """ "The President", in a state's own text that names only another's: its own, unless that one is named in the
        paragraph, or acts in the sentence right before."""
        own, doc = self.belonging.own, self.scene.passages[mention.passage].doc
        bare = mention.country is None and mention.body is None and doc[mention.first - 1 : mention.first].text
        if known is None or known.country == own or not bare:
            return False
        named = [k for k in range(n) if self.entities.get(k) is known]
        here = bool(named) and self.mentions[named[-1]].passage == mention.passage
        acts = here or (bool(named) and self.bare.acts_last(named[-1], mention))
        return bare.lower() == "the" and not acts and self._has_its_own(title)

    def _has_its_own(self, title: Title) -> bool:
        """Whether the state whose page it is has a head of its own with that title."""
        own = self.belonging.own
        if own is None or title.level not in HEADS:
            return False
        return self.lexicon.incumbent(own, title, self.scene.published) is not None

    def _in_its_words(self, known: Entity, mention: Mention) -> Entity:
        """ "X will fly to Y. The Minister of Foreign Affairs and Trade …": the fullest post in the text, of one
        whose post only the tables told."""
        title = mention.title
        same = title is not None and title.portfolio and title.portfolio == known.portfolio
        fuller = known.key not in self.worded or len(mention.title_text) > len(known.post or "")
        if same and fuller and known.key[0] == "person" and self._untitled(known):
            known.post = mention.title_text
            self.worded.add(known.key)
        return known

    def _labels_turn(self, mention: Mention) -> bool:
        """ "THE PRESIDENT: …": of the state whose transcript it is, if any, whoever else is told of."""
        doc = self.scene.passages[mention.passage].doc
        first, last = mention.first, mention.core[1]
        label = doc[first:last].text.isupper() and doc[last : last + 1].text == ":"
        return label and first <= 1 and mention.country is None

    def _body_of_states(self, n: int, title: Title) -> Country | None:
        """ "the secretary general" of a text that named one body of states; with a capital, where it named none, the
        office whose holder needs no body's name."""
        mention = self.mentions[n]
        if title.name not in self.lexicon.bodiless or mention.plural:
            return None
        names = (name for m in self.mentions[:n] if m.kind == "body" for name in m.names if name.body_kind == "io")
        bodies = {name.country for name in names if name.country}
        capital = self.scene.passages[mention.passage].doc[mention.core[0]].text[0].isupper()
        alone = self.lexicon.bodiless[title.name] if capital and not bodies else None
        return bodies.pop() if len(bodies) == 1 else alone

    def _home_of_office(self, mention: Mention, title: Title) -> Country | None:
        """ "The President" of a text that names none: of the state whose text it is."""
        doc = self.scene.passages[mention.passage].doc
        start = mention.first - 1
        bare = start >= 0 and (doc[start].lower_ == "the" or doc[start].is_sent_start)
        state = title.level in GOVERNING and title.portfolio != "io"
        definite = bare or doc[mention.first].is_sent_start
        if not (state and definite and title.official) or title.name in self.lexicon.words["open_titles"] | {"Leader"}:
            return None
        if self._has_its_own(title):  # "The President, as President of X, …", on a page of X
            return self.belonging.own
        return self.belonging.teller(mention) or self.belonging.home.of(mention.sentence)

    def _apposed_to(self, mention: Mention) -> Entity | None:
        """The person to whose name the title is an aside, or whose name is the title's."""
        token = self.scene.passages[mention.passage].doc[mention.head]
        if (told := self._told_to_be(mention)) is not None:
            return told
        return self._aside_of(mention) if token.dep_ == "appos" else self._named_after(token, mention)

    def _told_to_be(self, mention: Mention) -> Entity | None:
        """ "his Fijian counterpart, who is Minister for Foreign Affairs": the office of the one before "who"."""
        token = self.scene.passages[mention.passage].doc[mention.first : mention.last].root
        verb = token.head
        whose = verb.head if token.dep_ == "attr" and verb.dep_ == "relcl" and verb.lemma_ == "be" else None
        if whose is None or not any(c.lower_ == "who" for c in verb.children):
            return None
        for k, other in enumerate(self.mentions):
            if other.passage == mention.passage and other.first <= whose.i < other.last:
                entity = self.entities.get(k)
                if entity is not None and entity.kind == "person" and self._untitled(entity):
                    entity.post = mention.title_text
                return entity
        return None

    def _aside_of(self, mention: Mention) -> Entity | None:
        """The person to whose name the title is an aside."""
        token = self.scene.passages[mention.passage].doc[mention.head]
        if token.dep_ != "appos":
            return None
        for k, other in enumerate(self.mentions):
            if other.kind == "person" and other.passage == mention.passage and other.first <= token.head.i < other.last:
                return self.entities.get(k)
        return None

    def _named_after(self, token: Token, mention: Mention) -> Entity | None:
        """ "the head of the Peruvian government, Prime Minister X, said": the name set beside an office."""
        if (plain := self._right_after(mention)) is not None:
            return plain
        beside = [c for c in token.children if c.dep_ == "appos" and c.i > mention.last - 1]
        if len(beside) != 1 or mention.plural or any(c.dep_ == "conj" for c in (*beside[0].children, *token.children)):
            return None
        for k, other in enumerate(self.mentions):
            if other.kind == "person" and other.passage == mention.passage and other.first <= beside[0].i < other.last:
                entity = self.entities.get(k)
                return entity if entity is not None and self._may_hold(entity, mention) else None
        return None

    def _right_after(self, mention: Mention) -> Entity | None:
        """ "the Prime Minister of X, Y …": the bare name after the comma, wherever the parser hung it."""
        doc = self.scene.passages[mention.passage].doc
        article = (mention.first and doc[mention.first - 1].lower_ == "the") or doc[mention.first].lower_ == "the"
        comma = next((i for i in range(mention.last, min(mention.last + 5, len(doc))) if doc[i].text == ","), None)
        if not article or mention.plural or comma is None or comma + 1 >= len(doc):
            return None
        between = doc[mention.last : comma]
        if len(between) and (between[0].lower_ != "of" or any(t.pos_ in ("VERB", "AUX") for t in between)):
            return None
        for k, other in enumerate(self.mentions):
            if other.kind == "person" and other.passage == mention.passage and other.first == comma + 1:
                entity = self.entities.get(k)
                bare = other.title is None and len(doc[other.core[0] : other.core[1]]) > 1
                return entity if bare and entity is not None and self._may_hold(entity, mention) else None
        return None

    def _may_hold(self, entity: Entity, mention: Mention) -> bool:
        """Whether neither country nor rank keeps an office from being a person's."""
        title = mention.title
        ranks = {entity.level, title.level if title is not None else "unknown"} - {"official", "unknown"}
        return (len(ranks) < 2 or ranks == HEADS) and (
            mention.country is None or entity.country in (None, mention.country)
        )

    def _counterpart_office(self, n: int, mention: Mention) -> Entity:
        other = self._other_side(n)
        post = self._post_like(other) if other and other.portfolio else None
        kind: ActorKind = "group" if mention.plural else "unnamed"
        level: Level = other.level if other else "unknown"
        return Entity(
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

    def _indefinite(self, mention: Mention) -> bool:
        doc = self.scene.passages[mention.passage].doc
        words = {t.lower_ for t in doc[max(0, mention.first - 2) : mention.core[1]]}
        role = mention.first > 0 and doc[mention.first - 1].lower_ in ("as", "for") and not mention.country
        return role or bool(words & self.lexicon.words["indefinite"])


def _unheld(n: int, mention: Mention, title: Title, country: Country | None, kind: ActorKind) -> Entity:
    """An office of which nobody is known to hold it; of several, or of any, each mention is its own."""
    body = mention.body.name if mention.body else None
    alone = str(n) if kind in ("group", "unnamed") else ""
    key = (kind, plain(mention.title_text), country or "", body or "", alone)
    return Entity(
        key, None, mention.title_text, body, country, kind, title.official, title.level, title.portfolio, "", title
    )


def _is_holder(entity: Entity, holder: Holder) -> bool:
    """Whether a person whom the text names is the one whom the tables have in an office."""
    return entity.kind == "person" and (entity.name, entity.country) == (holder.person, holder.country)
