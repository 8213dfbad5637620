"""Who is who in a document, once read: its actors, and which of them a token stands for.

In: the mentions with the entity of each, made by `actors`. Out: a `Cast` that answers, for a token, which actor
it stands for, which country stands beside it, and which places a stretch of text names.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from detente.model import Actor, ActorKind, Country, Level, Place, Span
from detente.reading.actors.floor import Floor
from detente.reading.actors.grid import Mention
from detente.reading.actors.home import Home
from detente.reading.actors.lexicon import Lexicon, Title
from detente.reading.actors.ways import Ways
from detente.reading.actors.whatitsays import WhatItSays
from detente.reading.scene import Scene, Sentence

if TYPE_CHECKING:
    from detente.reading.words import Token


@dataclass(slots=True)
class Entity:
    """One actor of the document; `level` is what its title makes it, `portfolio` what it deals with."""

    key: tuple[str, ...]
    name: str | None
    post: str | None
    organisation: str | None
    country: Country | None
    kind: ActorKind
    official: bool
    level: Level = "unknown"
    portfolio: str = ""
    sex: str = ""
    title: Title | None = None
    spans: list[Span] = field(default_factory=list)
    _known: dict[tuple[int, int], Span] = field(default_factory=dict, init=False, repr=False, compare=False)
    _in_order: tuple[Span, ...] = field(default=(), init=False, repr=False, compare=False)

    def actor(self, span: Span) -> Actor:
        """The actor as mentioned at `span`."""
        if len(self._known) != len(self.spans):  # asked for at every engagement: put in order once
            self._known = {(s.start, s.end): s for s in sorted(self.spans)}
            self._in_order = tuple(self._known.values())
        held = (span.start, span.end) in self._known
        mentions = self._in_order if held else tuple(sorted((*self._in_order, span)))
        return Actor(self.name, self.post, self.organisation, self.country, self.kind, self.official, span, mentions)


@dataclass(slots=True)
class Cast:
    """The mentions of a document and the entity of each (by mention number; None when open)."""

    scene: Scene
    lexicon: Lexicon
    mentions: list[Mention]
    entities: dict[int, Entity]
    places_only: set[int]
    home: Home
    own: Country | None = None
    heads: tuple[tuple[int, int], ...] = ()
    facing: tuple[tuple[int, int], ...] = ()
    joined: tuple[tuple[int, int], ...] = ()
    dateline: Country | None = None
    floor: Floor = field(init=False)
    ways: Ways = field(init=False)
    what_it_says: WhatItSays = field(init=False)
    _named_institutions: dict[str, list[tuple[tuple[int, int], Country]]] = field(default_factory=dict)
    _by_sentence: dict[int, list[Mention]] = field(default_factory=lambda: defaultdict(list))
    _by_head: dict[tuple[int, int], int] = field(default_factory=dict)
    _by_token: dict[tuple[int, int], list[int]] = field(default_factory=lambda: defaultdict(list))

    def __post_init__(self) -> None:
        self.floor = Floor(self.scene, self.lexicon.words, self.mentions, self.entities)
        self.ways = Ways(self.scene, self.lexicon.words, self.mentions, self.entities)
        self.what_it_says = WhatItSays(self.scene, self.lexicon, self.mentions, self.entities)
        for n, m in enumerate(self.mentions):
            self._by_sentence[m.sentence].append(m)
            if n in self.entities:
                held = self._by_head.get((m.passage, m.head))
                if held is None or self.mentions[held].kind in ("demonym", "place"):
                    self._by_head[(m.passage, m.head)] = n
            for i in range(m.first, m.last):
                self._by_token[(m.passage, i)].append(n)
        for n, m in enumerate(self.mentions):
            if m.kind == "person" and n in self.entities and m.first < m.core[0]:
                self._head_whole(n, m)

    def _head_whole(self, n: int, mention: Mention) -> None:
        """The word that a titled name as a whole hangs on stands for the person, a nationality in it included."""
        whole = (mention.passage, int(self.scene.passages[mention.passage].doc[mention.first : mention.last].root.i))
        held = self._by_head.get(whole)
        if held is None or self.mentions[held].last <= mention.core[0]:
            self._by_head[whole] = n

    def span(self, mention: Mention) -> Span:
        """A mention's place in the frozen text."""
        passage = self.scene.passages[mention.passage]
        first, last = passage.doc[mention.first], passage.doc[mention.last - 1]
        return self.scene.span(passage.start + first.idx, passage.start + last.idx + len(last.text))

    def mention_number(self, token: Token, sentence: Sentence) -> int | None:
        """The number of the mention that the token heads, else of the narrowest one around it."""
        passage = sentence.passage.index
        if (passage, token.i) in self._by_head:
            return self._by_head[(passage, token.i)]
        around = [n for n in self._by_token.get((passage, token.i), ()) if n in self.entities]
        named = [n for n in around if self.mentions[n].core[0] <= token.i < self.mentions[n].core[1]]
        around = named or [
            n for n in around if self.mentions[n].kind == "person" and token.dep_ not in ("amod", "poss", "compound")
        ]
        return min(around, key=lambda n: self.mentions[n].last - self.mentions[n].first, default=None)

    def entity(self, token: Token, sentence: Sentence) -> Entity | None:
        """The entity that the token stands for, or None."""
        number = self.mention_number(token, sentence)
        return self.entities.get(number) if number is not None else None

    def actor(self, token: Token, sentence: Sentence) -> Actor | None:
        """The actor that the token stands for: a mention, or a group of a state's people it heads."""
        number = self.mention_number(token, sentence)
        if number is not None:
            mention = self.mentions[number]
            if mention.kind == "demonym" and token.pos_ == "ADJ":
                return None
            return self.entities[number].actor(self.span(mention))
        return self._group(token, sentence)

    def _group(self, token: Token, sentence: Sentence) -> Actor | None:
        """ "Russian forces", "officials in Ankara", "China's leadership": a state's people by their noun."""
        words = self.lexicon.words
        if (state := self._homeland(token, sentence)) is not None:
            return state
        agent = token.lower_ in words["state_agents"]
        if (
            token.lower_ in words["institutions"]
            and token.pos_ in ("NOUN", "PROPN")
            and (body := self._institution(token, sentence))
        ):
            return body
        if token.pos_ not in ("NOUN", "PROPN") or not (agent or token.lower_ in words["populace"]):
            return None
        country = self.country_beside(token, sentence)
        if country is None and not agent:
            return None
        phrase = [t for t in token.subtree if t.i <= token.i] + [token]
        span = self.scene.cover(sentence, [t for t in phrase if t.i >= token.left_edge.i])
        return Actor(None, None, None, country, "group", agent and country is not None, span, (span,))

    def _institution(self, token: Token, sentence: Sentence) -> Actor | None:
        """ "the Greek foreign ministry"; "the ministry" alone is the last one told of with a country."""
        country = self.country_beside(token, sentence) or self._there(token, sentence)
        if country is None and self.own is not None and token.text[0].isupper():
            country = self.own  # "the Ministry said", in its own text
        before = token.doc[max(0, token.i - 1)].lower_  # "the ministry states", where the parser made it one noun
        article = next((c.lower_ for c in token.children if c.dep_ == "det"), before)
        if country is None and token.dep_ == "nsubj" and token.lower_ not in self.lexicon.words["delegations"]:
            country = self.ways.of(sentence)
        if country is None and self.own is None and token.lower_ not in self.lexicon.words["delegations"]:
            country = self.floor.of(sentence, token)
        if country is None and article in ("the", "this"):
            country = self._state_before(sentence) if token.dep_ == "nsubj" else None
            country = country or self._institution_before(token, sentence, near=True)
            country = country or self.what_it_says.of(token, sentence) or self._institution_before(token, sentence)
        if country is None and article == "the":
            country = self._country_before(sentence) or self.home.of(sentence.index) or self._upholds(sentence)
        if country is None:
            return None
        span = self.scene.phrase(token, sentence)
        words = [t for t in token.subtree if t.i <= token.i and t.dep_ != "det" and t.tag_ != "PRP$"]
        name = self.scene.cover(sentence, words).text
        return Actor(name, None, None, country, "organisation", True, span, (span,))

    def _upholds(self, sentence: Sentence) -> Country | None:
        """ "…, are the principles that X upholds, the ministry states": whose ways it tells of."""
        named = {m.country for m in self.mentions if m.sentence == sentence.index and m.kind == "state" and m.country}
        own = [
            c
            for t in sentence.tokens
            if t.lemma_.lower() in self.lexicon.words["creeds"]
            for v in (t.head, *t.children)
            for s in v.children
            if s.dep_ in ("nsubj", "poss") and (c := self.country_at(s, sentence))
        ]
        return own[0] if own and len(named) == 1 else None

    def _there(self, token: Token, sentence: Sentence) -> Country | None:
        """ "the ministry there", "In X, the ministry said": of the state of the place told of."""
        doc, first = token.doc, sentence.tokens[0]
        after = doc[token.i + 1] if token.i + 1 < sentence.tokens.end else token
        if after.lower_ == "there":
            told = (m for m in reversed(self.mentions) if m.passage == sentence.passage.index and m.last <= token.i)
            return next((m.country for m in told if m.kind in ("state", "place") and m.country), None)
        return self._opening_town(sentence) if first.i < token.i else None

    def _opening_town(self, sentence: Sentence) -> Country | None:
        """X in "In X, the mood was different": of the state where the sentence sets the scene."""
        first, doc = sentence.tokens[0], sentence.passage.doc
        if first.lower_ != "in" or first.right_edge.i + 1 >= sentence.tokens.end:
            return None
        towns = [p for m, p in self.places(sentence, first.i + 1, first.i + 4)]
        return towns[0].country if towns and doc[first.right_edge.i + 1].text == "," else None

    def _institution_before(self, token: Token, sentence: Sentence, near: bool = False) -> Country | None:
        """The country of the body of that name told of last with one: "Oman's ministry …. The ministry said"; only of
        one in the paragraph, if `near`."""
        word = token.lemma_.lower()
        if word not in self._named_institutions:
            self._named_institutions[word] = list(self._institutions(word))
        first = next(s.index for s in self.scene.sentences if s.passage.index == sentence.passage.index) if near else 0
        before = [c for at, c in self._named_institutions[word] if (first, 0) <= at < (sentence.index, token.i)]
        return before[-1] if before else None

    def _institutions(self, word: str) -> Iterator[tuple[tuple[int, int], Country]]:
        """Where a word for a body stands with its state beside it, or in the name of one."""
        for sentence in self.scene.sentences:
            for token in sentence.tokens:
                if token.lemma_.lower() == word and token.pos_ in ("NOUN", "PROPN"):
                    around = [
                        self.entities[n]
                        for n in self._by_token.get((sentence.passage.index, token.i), ())
                        if n in self.entities
                    ]
                    body = next((e for e in around if e.kind == "organisation" and e.official and e.country), None)
                    country = body.country if body is not None else self.country_beside(token, sentence)
                    if self.own is None:
                        country = country or self._there(token, sentence) or self.floor.of(sentence, token)
                        definite = any(c.lower_ in ("the", "this") for c in token.children)
                        if country is None and definite and token.dep_ == "nsubj":
                            country = self._state_before(sentence)
                    if country is not None:
                        yield (sentence.index, token.i), country

    def _homeland(self, token: Token, sentence: Sentence) -> Actor | None:
        """ "Malawi has been busy. The country has named an envoy": the state that the sentence before is about."""
        bare = [c.lower_ for c in token.children] == ["the"] and token.dep_ == "nsubj"
        if not bare or token.lower_ not in self.lexicon.words["homelands"]:
            return None
        country = self._state_before(sentence)
        before = {m.country for m in self.mentions if m.sentence == sentence.index - 1 and m.country}
        if len(before) > 1:  # "Turkey summoned Sweden's envoy. The country …": which?
            return None
        name = self.lexicon.country_names.get(country) if country is not None else None
        span = self.scene.phrase(token, sentence)
        return Actor(name, None, None, country, "state", True, span, (span,)) if name is not None else None

    def _state_before(self, sentence: Sentence) -> Country | None:
        """ "Lisbon wants to be heard in Africa. The government has …": the state that the sentence before is about."""
        before = self.scene.sentences[sentence.index - 1] if sentence.index else sentence
        if before.passage.index != sentence.passage.index or before is sentence:
            return None
        root = before.tokens.root
        if any(c.dep_ == "parataxis" for c in root.children):  # "Oman, the ministry said, must …": of another side
            return None
        subject = next((c for c in root.children if c.dep_ == "nsubj"), None)
        entity = self.entity(subject, before) if subject is not None else None
        if entity is None and subject is not None and subject.lower_ in self.lexicon.words["homelands"]:
            return self._state_before(before)
        return entity.country if entity is not None and entity.kind == "state" else None

    def _country_before(self, sentence: Sentence) -> Country | None:
        """The country of the main subject of the sentence before: "The Russians …. The ministry said"."""
        if sentence.index == 0:
            return None
        before = self.scene.sentences[sentence.index - 1]
        heads = [c for c in before.tokens.root.children if c.dep_ in ("nsubj", "nsubjpass")]
        return next((c for h in heads if (c := self.country_at(h, before)) is not None), None)

    def countries_beside(self, token: Token, sentence: Sentence) -> list[Country]:
        """All countries that adjectives before a noun name: "her Malaysian and Vietnamese counterparts"."""
        found = []
        for child in token.lefts:
            if child.dep_ in ("amod", "compound", "nmod", "poss"):
                for word in (child, *(c for c in child.subtree if c.dep_ == "conj")):
                    country = self.country_at(word, sentence)
                    if country is not None:
                        found.append(country)
        return list(dict.fromkeys(found)) or [c for c in [self.country_beside(token, sentence)] if c is not None]

    def country_beside(
        self, token: Token, sentence: Sentence, links: tuple[str, ...] = ("of", "in", "from")
    ) -> Country | None:
        """The country that an adjective, possessor or "of/in/from X" beside a noun gives it."""
        for child in token.children:
            if child.dep_ in ("amod", "poss", "compound", "nmod") and (found := self.country_at(child, sentence)):
                return found
            if child.dep_ in ("amod", "compound", "nmod", "poss"):
                for inner in child.children:
                    if inner.dep_ in ("amod", "compound", "nmod", "poss") and (
                        found := self.country_at(inner, sentence)
                    ):
                        return found
        ways = set(links) - {"in"} if self._at_the_top(token, sentence) else set(links)
        for child in token.children:
            if child.dep_ == "prep" and child.lower_ in ways:
                for noun in (n for n in child.children if n.dep_ == "pobj"):
                    if found := self.country_at(noun, sentence) or self._country_of_body(noun, sentence):
                        return found
        return None

    def _at_the_top(self, token: Token, sentence: Sentence) -> bool:
        """Whether an office is one that a state has one of: "the foreign ministers in X" are there, and not of it."""
        number = self.mention_number(token, sentence)
        title = self.mentions[number].title if number is not None else None
        return title is not None and title.level in ("head_of_state", "head_of_government", "minister")

    def _country_of_body(self, noun: Token, sentence: Sentence) -> Country | None:
        """ "of the Ministry of Defence of X", "a representative of the Belarusian authorities"."""
        body = self.entity(noun, sentence)
        if body is not None and body.official and body.country:
            return body.country
        told = (self.country_at(word, sentence) for word in noun.children if word.dep_ == "amod")
        return next((c for c in told if c), None)

    def country_at(self, token: Token, sentence: Sentence) -> Country | None:
        """The country of the mention at a token, places and adjectives included; of a place named within a title
        ("ambassador in X") its own."""
        around = self._by_token.get((sentence.passage.index, token.i), ())
        for n in sorted(around, key=lambda n: not self.mentions[n].core[0] <= token.i < self.mentions[n].core[1]):
            mention = self.mentions[n]
            if n in self.entities and self.entities[n].country:
                return self.entities[n].country
            if mention.country:
                return mention.country
        return None

    def within(self, sentence: Sentence) -> Sequence[Mention]:
        """The mentions of a sentence, in their order."""
        return self._by_sentence.get(sentence.index, ())

    def places(self, sentence: Sentence, start: int, end: int) -> list[tuple[Mention, Place]]:
        """Places named between two tokens of the sentence's passage (half-open), in order."""
        found = []
        for mention in self.within(sentence):
            if not start <= mention.first < end:
                continue
            if mention.kind in ("state", "place") and mention.country:
                found.append((mention, Place(self._place_name(mention), mention.country, self.span(mention))))
        return found

    def _place_name(self, mention: Mention) -> str:
        kinds = [n for n in mention.names if n.kind != "demonym"]
        return kinds[0].name if kinds else mention.text

    def listed(self) -> tuple[Actor, ...]:
        """Every actor once, at its first mention, in the order of the text."""
        seen: dict[tuple[str, ...], Actor] = {}
        for n, mention in enumerate(self.mentions):
            entity = self.entities.get(n)
            if entity and mention.kind != "pronoun" and entity.key not in seen:
                seen[entity.key] = entity.actor(self.span(mention))
        return tuple(seen.values())
