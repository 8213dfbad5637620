"""The frame of a report: who it is about, where it is written, and whom a plural or a missing side stands for.

In: a scene and its cast. Out: parties for "the two", "they", "both countries", and the side that a sentence leaves
out because the sentences before it have named it. Order of evidence: the sentence itself, the sentences right before,
the officials that the whole text names most.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from detente.model import Country, Place, Span
from detente.reading.actors.cast import Cast, Entity
from detente.reading.actors.grid import Mention
from detente.reading.actors.home import Home, opening
from detente.reading.actors.lexicon import HEADS, Title
from detente.reading.engagements.party import Party
from detente.reading.page.turns import laid_out
from detente.reading.scene import Scene, Sentence
from detente.reading.syntax import TENSED

if TYPE_CHECKING:
    from detente.reading.words import Token

# How many sentences before a plural its two sides may be named.
NEAR = 3
LEAST_NAMED = 3
FAR_MORE = 3
LONG = 45  # sentences of a text in which "the two" may be any two
SHORT = 25  # sentences of a text that is about one matter and its sides throughout
ENTRIES = 2  # of a diary, each with its day before a colon or a dash
ENTRY = re.compile(r"\W*\w+,? (?:\w+ )?\d{1,2}\b(?:st|nd|rd|th)?(?:\s\w+){0,2}\s?[:–—-]\s")
SILENT = frozenset({"spokesperson"})


class Frame:
    """Answers for one document; built once, asked for each trigger."""

    def __init__(self, scene: Scene, cast: Cast, dateline: Place | None) -> None:
        self.scene, self.cast, self.dateline = scene, cast, dateline
        self.by_sentence: dict[int, list[tuple[int, Mention]]] = {}
        for n, mention in enumerate(cast.mentions):
            if n in cast.entities:
                self.by_sentence.setdefault(mention.sentence, []).append((n, mention))
        self.weight, self.in_turns = self._weights(), laid_out(scene)
        self.home = dateline.country if dateline is not None else self._home()
        self.diarist = self._diarist()

    def _weights(self) -> Counter[tuple[str, ...]]:
        """How often each entity is named, the first sentences counting double."""
        counts: Counter[tuple[str, ...]] = Counter()
        for n, entity in self.cast.entities.items():
            if self._only_labels(self.cast.mentions[n], entity):
                continue
            counts[entity.key] += 2 if self.cast.mentions[n].sentence < NEAR else 1
        return counts

    def _home(self) -> Country | None:
        """With no dateline, the country whose officials are named without it, else whose places are named most."""
        custom = self.cast.lexicon.words["home_by_custom"]
        states = self.cast.lexicon.country_names
        home = Home(self.cast.mentions, self.cast.entities, custom, own=self.cast.own, opening=opening(self.cast.scene))
        found = home.of(-1, lambda c: c in states)
        if found is not None:
            return found
        counts = Counter(m.country for m in self.cast.mentions if m.kind == "place" and m.country)
        if not counts:
            return None
        (best, n), *rest = counts.most_common(2)
        return best if n > 1 and not (rest and rest[0][1] == n) else None

    def home_place(self) -> Place | None:
        """Where "here" is: the dateline's town, else the home country where its name first stands."""
        if self.dateline is not None or self.home is None:
            return self.dateline
        first = next((m for n, m in enumerate(self.cast.mentions) if self._of(n, m) == self.home), None)
        if first is None:  # its own state's text, which never names the state
            return None
        return Place(self.cast.lexicon.country_names.get(self.home, str(self.home)), self.home, self.cast.span(first))

    def _diarist(self) -> Party | None:
        """Whose diary a text is that names one official at its top, with no verb, and goes on day by day."""
        whole, texts = self.cast.lexicon.day_line, [p.doc.text for p in self.scene.passages]
        days = sum(bool(ENTRY.match(text) or whole.fullmatch(text.strip())) for text in texts)
        acting = [(n, m) for n, m in enumerate(self.cast.mentions) if n in self.cast.entities and self.acts(n, m)]
        first = next(((n, m) for n, m in acting if m.kind == "person"), None)
        if first is None or days < ENTRIES or first[1].passage > 1:
            return None
        line = self.scene.passages[first[1].passage].doc
        told = any(t.tag_ in TENSED for t in line) or ENTRY.match(line.text)
        return self.party(first[0]) if not told else None

    def _of(self, n: int, mention: Mention) -> Country | None:
        entity = self.cast.entities.get(n)
        return mention.country or (entity.country if entity is not None else None)

    # -- people ---------------------------------------------------------------------------------

    def officials_before(self, sentence: Sentence, at: int, reach: int = NEAR) -> Iterator[Party]:
        """Officials named before a token, the nearest first; those who only speak for others left out."""
        for index in range(sentence.index, max(-1, sentence.index - reach - 1), -1):
            for n, mention in reversed(self.by_sentence.get(index, [])):
                if (index < sentence.index or mention.first < at) and self.acts(n, mention):
                    yield self.party(n)

    def acts(self, n: int, mention: Mention) -> bool:
        """Whether a mention is an official of a state who can take part himself."""
        entity = self.cast.entities[n]
        named = mention.kind in ("person", "office", "pronoun") and entity.kind in ("person", "office")
        named = named and not self._only_labels(mention, entity)
        return named and entity.official and bool(entity.country) and entity.portfolio not in SILENT

    def _only_labels(self, mention: Mention, entity: Entity) -> bool:
        """ "MR. SILVA:", of one who briefs the press: whose turn it is, and nobody who is told of. A minister or a head
        tells of what he does himself."""
        doc = self.scene.passages[mention.passage].doc
        label = mention.first <= 2 and doc[mention.last : mention.last + 1].text == ":"
        return label and entity.level not in HEADS and entity.level != "minister"

    def party(self, n: int) -> Party:
        """A mention as a side."""
        entity = self.cast.entities[n]
        return Party(entity.actor(self.cast.span(self.cast.mentions[n])), entity, entity.country)

    def protagonists(self) -> list[Party]:
        """The most named officials, one a country, the most named first."""
        best: dict[Country, tuple[int, int]] = {}
        for n, mention in enumerate(self.cast.mentions):
            if n not in self.cast.entities or not self.acts(n, mention) or mention.kind == "pronoun":
                continue
            entity = self.cast.entities[n]
            rank = (self.weight[entity.key], -n)
            if entity.country and rank > best.get(entity.country, (0, 0)):
                best[entity.country] = rank
        order = sorted(best, key=lambda c: best[c], reverse=True)
        return [self.party(-best[c][1]) for c in order]

    def leaders(self) -> list[Party]:
        """The heads of states and governments that the text names, one a country, in the order of the text."""
        found: dict[Country, Party] = {}
        for n, mention in enumerate(self.cast.mentions):
            entity = self.cast.entities.get(n)
            if entity is None or mention.kind != "person" or entity.level not in HEADS or not self.acts(n, mention):
                continue
            if entity.country:
                found.setdefault(entity.country, self.party(n))
        return list(found.values())

    # -- sides ----------------------------------------------------------------------------------

    def beside(self, sentence: Sentence, at: int, number: int = 2) -> list[Party]:
        """The officials of different countries that the same sentence names before a token."""
        return _apart(self.officials_before(sentence, at, 0), number)

    def told(self, sentence: Sentence, at: int, number: int = 2, levels: frozenset[str] = frozenset()) -> list[Party]:
        """As many officials of different countries as a plural asks for: those last named, else the most named."""
        near = (p for p in self.officials_before(sentence, at) if self._level(p, levels))
        found = _apart(near, number)
        if len(found) < number and len(self.scene.sentences) <= LONG:
            found = _apart([*found, *(p for p in self.protagonists() if self._level(p, levels))], number)
        return found if len(found) == number else []

    def together(self, sentence: Sentence, at: int, since: tuple[int, int]) -> list[Party]:
        """Two officials of different states whom one breath named last before a token and after a place of the text:
        "two envoys, X and Y, did the work. The pair met …"."""
        for a, b in reversed(self.cast.joined):
            mention = self.cast.mentions[a]
            where = (mention.sentence, mention.first)
            if where >= (sentence.index, at):
                continue
            if where <= since or sentence.index - mention.sentence > NEAR:
                return []
            both = [self.party(n) for n in (a, b) if self.acts(n, self.cast.mentions[n])]
            if len({p.country for p in both}) == 2:
                return both
        return []

    def heads(self, met: Sequence[Party], title: Title, span: Span) -> list[Party]:
        """ "The two ministers met. The two presidents last spoke in May": who heads the states of those who met."""
        states = dict.fromkeys(p.country for p in met if p.country)
        offices = [
            Entity(
                ("office", title.name, c),
                None,
                title.name,
                None,
                c,
                "office",
                True,
                title.level,
                title.portfolio,
                "",
                title,
            )
            for c in states
        ]
        return [Party(e.actor(span), e, e.country) for e in offices]

    def persons(self, found: list[Party], token: Token, sentence: Sentence) -> list[Party]:
        """ "X and Y decided to resume trade talks. At their talks …": "they" are the persons named together before
        they are the states told of since."""
        if token.tag_ not in ("PRP", "PRP$") or any(p.actor.kind != "state" for p in found):
            return found
        both = self.together(sentence, token.left_edge.i, (-1, -1))
        return both if {p.country for p in both} == {p.country for p in found} else found

    def _level(self, party: Party, levels: frozenset[str]) -> bool:
        return not levels or (party.entity is not None and party.entity.level in levels)

    def states(self, sentence: Sentence, at: int, number: int = 2) -> list[Party]:
        """As many states as "the two countries" asks for: those named right before, else the most named."""
        found: dict[Country, Party] = {}
        for n, mention in reversed(self.by_sentence.get(sentence.index, [])):
            entity = self.cast.entities[n]
            if mention.first < at and entity.official and entity.country:
                found.setdefault(entity.country, self._state(entity.country, self.cast.span(mention)))
        if len(found) != number:
            counts = Counter(e.country for e in self.cast.entities.values() if e.country and e.official)
            top = [c for c, _ in counts.most_common(number)]
            found = {c: self._state(c, self._first(c)) for c in top}
        return list(found.values()) if len(found) == number else []

    def only(self, number: int, sentence: Sentence) -> list[Party]:
        """The states that a text names, where they are as many as a plural asks for and no more."""
        named = dict.fromkeys(e.country for e in self.cast.entities.values() if e.country and e.official)
        return [self.state(c, sentence) for c in named] if len(named) == number else []

    def dyad(self, sentence: Sentence) -> list[Party]:
        """The two states that a text is about, where no third comes near them in how often it is named."""
        counts = Counter(
            e.country
            for n, e in self.cast.entities.items()
            if e.country and e.official and self.cast.mentions[n].kind != "place"
        )
        ranked = [*counts.most_common(3), *[(None, 0)] * 3]
        (one, _), (two, second), (_, third) = ranked[:3]
        if one is None or two is None or second < LEAST_NAMED or second < 1.5 * third:
            return []
        return [self.state(one, sentence), self.state(two, sentence)]

    def state(self, country: Country, sentence: Sentence, shown: Span | None = None) -> Party:
        """A country as a side, shown by its nearest mention at or before a sentence, else by its place's."""
        mine = [n for n, e in self.cast.entities.items() if e.country == country]
        near = [n for n in mine if self.cast.mentions[n].sentence <= sentence.index]
        span = self.cast.span(self.cast.mentions[(near or mine)[-1]]) if mine else shown
        return self._state(country, span or self.cast.scene.span(sentence.start, sentence.end))

    def first_named(self, country: Country) -> int:
        """The number of the mention that first tells of a state or of somebody of it."""
        return next((n for n, e in self.cast.entities.items() if e.country == country), len(self.cast.mentions))

    def _first(self, country: Country) -> Span:
        first = next(n for n, e in self.cast.entities.items() if e.country == country and e.official)
        return self.cast.span(self.cast.mentions[first])

    def _state(self, country: Country, span: Span) -> Party:
        name = self.cast.lexicon.country_names.get(country, str(country))
        entity = Entity(("state", str(country)), name, None, None, country, "state", True)
        return Party(entity.actor(span), entity, country)

    def other(self, taken: Sequence[Party], sentence: Sentence, token: Token) -> Party | None:
        """The side that a clause leaves out: the one that governs it, the official of another country last named,
        else the most named."""
        sides, at = {p.country for p in taken if p.country}, token.i
        above = next((p for p in self._governing(sentence, token) if p.country not in sides), None)
        if above is not None:
            return self._spoken_for(above, sentence, at)
        near = [p for p in self.officials_before(sentence, at) if p.country not in sides]
        own = self.diarist if self.diarist is not None and self.diarist.country not in sides else None
        if own is not None and not any(p.actor.span.start >= sentence.start for p in near):
            return own
        if near:
            return near[0] if near[0].actor.span.start >= sentence.start else self._foremost(near)
        told = (p for p in self.officials_before(sentence, at, sentence.index) if p.country not in sides)
        far = [*islice(told, 1), *(p for p in self.protagonists() if p.country not in sides)]
        if len(self.scene.sentences) > SHORT and not _definite(token):
            here = self.dateline.country if self.dateline is not None else self.cast.own
            far = [p for p in far if p.country == here]  # of a long text only its own state is always meant
        named = next(iter(far), None)
        return named or (self._only_other(sides, sentence) if _definite(token) else None)

    def _foremost(self, near: Sequence[Party]) -> Party:
        """Of the officials that the sentences before name the last, unless the text is far more about another."""
        best = max(near, key=lambda p: self.weight[p.key])
        return best if self.weight[best.key] >= FAR_MORE * self.weight[near[0].key] else near[0]

    def _spoken_for(self, party: Party, sentence: Sentence, at: int) -> Party:
        """The official of a state or body that governs a clause, where the sentence has named one before."""
        if party.actor.kind == "person":
            return party
        named = (p for p in self.officials_before(sentence, at, 0) if p.country == party.country and p.actor.name)
        return next(named, party)

    def _only_other(self, sides: set[Country], sentence: Sentence) -> Party | None:
        """The one other state that a text of two states names, where it names none of that state's officials."""
        states = self.cast.lexicon.country_names
        acting = (e for n, e in self.cast.entities.items() if not self._only_where(self.cast.mentions[n]))
        found = {e.country for e in acting if e.country and e.official and e.country in states}
        others = found - sides
        return self.state(next(iter(others)), sentence) if len(sides & found) == 1 == len(others) else None

    def _only_where(self, mention: Mention) -> bool:
        """ "In the United States cases rise": a state that is where something is, and does nothing."""
        name = self.scene.passages[mention.passage].doc[mention.head]
        return (
            mention.kind in ("state", "place") and name.dep_ == "pobj" and name.head.lower_ in ("in", "across", "from")
        )

    def _governing(self, sentence: Sentence, token: Token) -> Iterator[Party]:
        """Who does what the clauses above a token tell of, inside out."""
        for above in token.ancestors:
            for child in above.children:
                if child.dep_ in ("nsubj", "nsubjpass", "agent") and child.i != token.i:
                    n = self.cast.mention_number(child, sentence)
                    actor = self.cast.actor(child, sentence)
                    if actor is not None and actor.official and actor.country:
                        entity = self.cast.entities.get(n) if n is not None else None
                        if entity is None or entity.portfolio not in SILENT:
                            yield Party(actor, entity, actor.country)

    def traveller(self, abroad: set[Country], sentence: Sentence, at: int) -> Party | None:
        """Who goes where a visit of nobody leads: the official of another country last named."""
        found = [p for p in self.officials_before(sentence, at) if p.country not in abroad]
        return next((p for p in found if self._subject(p)), found[0] if found else None)

    def _subject(self, party: Party) -> bool:
        """Whether a party was named as the subject of a clause: reports stay with whom they tell of."""
        sentence = self.scene.sentence_at(party.actor.span.start)
        tokens = sentence.tokens if sentence is not None else ()
        start, end = party.actor.span.start, party.actor.span.end
        heads = (t for t in tokens if sentence is not None and start <= self.scene.at(t, sentence) < end)
        return any(t.dep_ in ("nsubj", "nsubjpass") for t in heads)


def _definite(noun: Token) -> bool:
    """ "the second meeting", "their talks": what has been told of before."""
    return any(c.lower_ in ("the", "this", "that") or c.dep_ == "poss" for c in noun.children)


def _apart(parties: Iterator[Party] | Sequence[Party], number: int) -> list[Party]:
    """The first parties of different countries."""
    found: dict[Country | None, Party] = {}
    for party in parties:
        found.setdefault(party.country, party)
        if len(found) == number:
            break
    return list(found.values())
