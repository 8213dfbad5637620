"""Where an engagement takes place, and where somebody travels to.

In: a trigger with the verb that governs it, and the cast. Out: places held at, and destinations, each in the
order found. "Here" is the dateline's town, "there" the last town told of.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile
from typing import TYPE_CHECKING

from detente.model import Place
from detente.reading import syntax
from detente.reading.actors.cast import Cast
from detente.reading.engagements.sides.scheduled import held_in, relocated
from detente.reading.engagements.sides.there import TOWNS, There
from detente.reading.engagements.sides.towns import Towns
from detente.reading.engagements.triggers import FACE_TO_FACE, Trigger, clause_words
from detente.reading.scene import Scene, Sentence

if TYPE_CHECKING:
    from detente.reading.words import Token

GATHERED = 5  # sentences back to where a gathering is said to be held


class PlaceFinder:
    """Reads the places of triggers."""

    def __init__(self, scene: Scene, cast: Cast, words: dict[str, list[str]], dateline: Place | None) -> None:
        self.scene, self.cast, self.words, self.dateline = scene, cast, words, dateline
        self.small = cast.lexicon.words
        self.towns = Towns(scene, cast, words)
        self.there = There(scene, cast, words, self.towns)

    def find(self, trigger: Trigger, verb: Token | None) -> tuple[list[Place], list[Place]]:
        """The places of a trigger, and its destinations."""
        heads = self._heads(trigger, verb)
        if trigger.form == "visit":
            return [*self._of_object(trigger)], self._destinations(trigger, verb, heads)
        places = [p for head in heads for p in self._places_at(head, trigger)]
        destinations = self._led_to(trigger, [])
        places += self._of_object(trigger)
        return self._or_beside(trigger, verb, places), destinations

    def _heads(self, trigger: Trigger, verb: Token | None) -> list[Token]:
        """The words at which its place may hang."""
        token = trigger.token
        heads = [token, *(c for c in token.children if c.dep_ == "acomp")]
        if verb is not None and self._tells_of(trigger, verb):
            heads.append(verb)
        heads += self._itinerary_verbs(trigger, verb)
        if trigger.noun and trigger.form != "visit":  # "the talks that A and B held in Z", "which was to be held in Z"
            heads += held_in(token, verb, self.words)
        if trigger.form == "summit_session" and trigger.noun:  # "the Summit of the Americas in X"
            heads += (t for t in syntax.prepositional(token, "of") if t.pos_ == "PROPN")
        return list(dict.fromkeys(heads))

    def _destinations(self, trigger: Trigger, verb: Token | None, heads: Sequence[Token]) -> list[Place]:
        """Where a visit leads."""
        token, sentence = trigger.token, trigger.sentence
        found: list[Place] = []
        for head in heads:
            found += self._at(head, sentence, self._ways(trigger, head))
            found += self._itinerary(head, trigger, sentence)
            found += self._there(head, trigger)
        if trigger.noun and not found:
            owners = syntax.prepositional(token, "of", "by")
            found += [p for owner in owners for p in self._at(owner, sentence, ("to",))]
        if trigger.noun and not found:
            found += self._right_after(token, sentence) or self._left(trigger, verb) or self._before(trigger)
        found = found or [*(self._stops(trigger) or self._where(trigger))]
        return self._led_to(trigger, found)

    def _led_to(self, trigger: Trigger, found: list[Place]) -> list[Place]:
        """Destinations with what a verb of going has for its object: "toured X"."""
        token, sentence = trigger.token, trigger.sentence
        if not trigger.noun and trigger.object_kind == "place" and (thing := syntax.direct_object(token)) is not None:
            found = [*found, *(p for t in syntax.conjuncts(thing) for p in self._place(t, sentence))]
        if trigger.object_kind == "any" and not found:
            things = [c for c in token.children if c.dep_ in ("dobj", "nsubj")]
            found = [p for t in things for p in self._at(t, sentence, self._ways(trigger, token))]
        return found

    def _places_at(self, head: Token, trigger: Trigger) -> list[Place]:
        """Where something took place, by what hangs on a word."""
        motion = head.lemma_ in self.words["motion"] or relocated(head, self.words)
        hosts = head.lemma_ in self.words["hosting_verbs"]
        about = head == trigger.token and (not trigger.noun or trigger.form == "summit_session")
        more = ("to", "for", "into") if motion or hosts else ("on",) if about else ()
        at = self._at(head, trigger.sentence, (*self.small["place_prepositions"], *more))
        return [*at, *self._there(head, trigger)]

    def _there(self, head: Token, trigger: Trigger) -> list[Place]:
        """Where "there" is, or what an aside ("on its margins") was told of."""
        adverbs = [c.lower_ for c in head.children if c.dep_ == "advmod"]
        if head.lemma_ == "be" and not trigger.noun:
            adverbs = [a for a in adverbs if a not in self.words["there"]]
        aside = [n for n in syntax.prepositional(head, "on", "at", "in") if self._sidelines(n)]
        return list(self.there.last(trigger.sentence, aside[0].i) if aside else self.adverb(adverbs, trigger.sentence))

    def _of_object(self, trigger: Trigger) -> list[Place]:
        """Where the gathering is that a verb has for its object: "attended a summit in X"."""
        thing = syntax.direct_object(trigger.token) if trigger.object_kind == "gathering" else None
        return self._at(thing, trigger.sentence, tuple(self.small["place_prepositions"])) if thing is not None else []

    def _or_beside(self, trigger: Trigger, verb: Token | None, places: list[Place]) -> list[Place]:
        """The places, else those told of beside: in the clause, at the opening, of the partner, on the way."""
        places = places or [*(self._where(trigger) or self._aside_of_it(trigger) or self._stop_in(trigger.sentence))]
        if not places:
            opening = self._opening(trigger)
            own = self._in_clause(trigger, verb)
            before = bool(opening) and opening[0].span.start < trigger.sentence.start
            places = [*(((own or opening) if before else (opening or own)) or self._on_the_spot(trigger))]
        if places or trigger.form not in FACE_TO_FACE:
            return places
        return [*(
            self._of_gathering(trigger) or self._only_town(trigger) or self._venue(trigger)
            or self._witnessing(trigger) or self._come_for(trigger, verb) or self._whither(trigger)
            or self._of_partner(trigger) or self._onward(trigger, verb) or self.there.beside(trigger)
        )]  # fmt: skip

    def _tells_of(self, trigger: Trigger, verb: Token) -> bool:
        """Whether a noun's verb tells where it took place or led; not of "fresh from a trip to X, he flew to Y"."""
        relation = syntax.relation(trigger.token, verb)
        apart = relation in ("from", "advcl", *self.words["prepositions_past"])
        carried = trigger.noun and verb.lemma_ in self.words["itinerary_verbs"] + self.words["light_verbs"]
        return relation in ("object", "subject") or (carried and not apart)

    def _before(self, trigger: Trigger) -> list[Place]:
        """ "put off his Tokyo trip", "X's Y visit", "cancels Y visit": the place or state before the noun."""
        found: list[Place] = []
        for child in (c for c in trigger.token.lefts if c.dep_ in ("compound", "nmod")):
            for mention, place in self.cast.places(trigger.sentence, child.left_edge.i, child.i + 1):
                if mention.head == child.i and mention.kind in ("place", "state"):
                    found.append(place)
        return found

    def _left(self, trigger: Trigger, verb: Token | None) -> list[Place]:
        """ "left X on Sunday after a two-day visit", "flew home from X, ending a trip": where it was is left."""
        noun = trigger.token
        over = noun.dep_ == "pobj" and noun.head.lower_ in ("after", "following")
        over = over or syntax.at_the_end_of(noun, self.words["endings"])
        if verb is not None and not over and verb.dep_ == "advcl" and verb.lemma_ in self.words["ending_verbs"]:
            over, verb = syntax.relation(noun, verb) == "object", verb.head
        if not over or verb is None:
            return []
        thing = syntax.direct_object(verb) if verb.lemma_ in self.words["quitting_verbs"] else None
        left = syntax.conjuncts(thing) if thing is not None else []
        if verb.lemma_ in {w for k in ("quitting_verbs", "leaving_verbs", "returning_verbs") for w in self.words[k]}:
            left += list(syntax.prepositional(verb, "from"))
        return [p for t in left for p in self._place(t, trigger.sentence)]

    def _of_gathering(self, trigger: Trigger) -> list[Place]:
        """ "will meet X during the forum", "on the margins of the conference": where the text said that it is held."""
        for noun in trigger.sentence.tokens:
            lemma = noun.lemma_.lower()
            told = noun.dep_ == "pobj" and any(c.lower_ in ("the", "that", "this") for c in noun.children)
            if not told or lemma not in self.words["gatherings"] or noun.i == trigger.token.i:
                continue
            for index in range(trigger.sentence.index - 1, max(-1, trigger.sentence.index - GATHERED), -1):
                before = self.scene.sentences[index]
                like = self.words["gatherings"] if lemma == "gathering" else (lemma,)
                named = any(t.lemma_.lower() in like for t in before.tokens)
                found = self.cast.places(before, before.tokens.start, before.tokens.end) if named else []
                towns = [p for m, p in found if m.kind == "place" and any(n.kind in TOWNS for n in m.names)]
                if towns:
                    return towns[:1]
        return []

    def _only_town(self, trigger: Trigger) -> list[Place]:
        """The one town that a sentence tells of as a place: "had him over to X", "X was the scene of a meeting"."""
        sentence = trigger.sentence
        found = self.cast.places(sentence, sentence.tokens.start, sentence.tokens.end)
        towns = {p.name: (m, p) for m, p in found if m.kind == "place" and any(n.kind in TOWNS for n in m.names)}
        if len(towns) != 1:
            return []
        mention, place = next(iter(towns.values()))
        before = sentence.passage.doc[max(sentence.tokens.start, mention.first - 1)]
        clause = syntax.clause_of(sentence.passage.doc[mention.head])
        same = clause.i == syntax.clause_of(trigger.token).i
        told = same and not _of_source(sentence.passage.doc[mention.head])
        return [place] if before.lower_ in ("in", "to", "at") and told else []

    def told_as_venue(self, verb: Token) -> bool:
        """ "X was the venue for talks": whether a verb says of its subject that it is where they were."""
        return any(c.dep_ == "attr" and c.lemma_.lower() in self.words["venue_nouns"] for c in verb.children)

    def _venue(self, trigger: Trigger) -> list[Place]:
        """ "X was the venue for a meeting", "X hosted a get-together": the town that is subject above a noun."""
        verbs = [a for a in trigger.token.ancestors if a.pos_ in ("VERB", "AUX")][:1] if trigger.noun else []
        for verb in verbs:
            subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
            hosts = verb.lemma_ in self.words["hosting_verbs"] and verb.lemma_ not in self.words["judging_verbs"]
            if subject is None or not (self.told_as_venue(verb) or hosts):
                continue
            town = subject.lemma_.lower() in self.words["town_nouns"]
            named = [subject, *(syntax.prepositional(subject, "of") if town else ())]  # "the city of X hosted"
            found = [f for t in named for f in self.cast.places(trigger.sentence, t.i, t.i + 1)]
            return [p for m, p in found if town or any(n.kind in TOWNS for n in m.names)][:1]
        return []

    def _whither(self, trigger: Trigger) -> list[Place]:
        """ "flew to X last week, where he met Y": the place that a "where" takes up, whatever the parser hung it on."""
        moved = any(c.lower_ == "where" for c in trigger.token.children) and not trigger.noun
        return self.there.last(trigger.sentence, trigger.token.left_edge.i) if moved else []

    def _come_for(self, trigger: Trigger, verb: Token | None) -> list[Place]:
        """ "came to X to see Y", "goes on to X to attend a forum and hold talks with Y": who goes somewhere to meet
        somebody meets him there."""
        carried = trigger.noun and verb is not None and syntax.direct_object(verb) == trigger.token
        deed = verb if carried and verb is not None else trigger.token
        while deed.dep_ == "conj" and deed.tag_ == deed.head.tag_ == "VB":
            deed = deed.head
        going = deed.head
        aim = deed.dep_ in ("xcomp", "advcl") and any(c.tag_ == "TO" for c in deed.children)
        if not aim or going.i > deed.i or going.lemma_ not in (*self.words["motion"], *self.words["onward_verbs"]):
            return []
        return self._at(going, trigger.sentence, ("to", "in"))

    def _witnessing(self, trigger: Trigger) -> list[Place]:
        """ "Bonn will see him confer with X", "Bonn is where he meets Y": the town that a clause opens with."""
        clause = syntax.clause_of(trigger.token)
        above = clause.head
        seen = clause.dep_ in ("ccomp", "xcomp") and above.lemma_ in self.words["witnessing_verbs"]
        where = above.lemma_ == "be" and any(c.lower_ == "where" for c in clause.children)
        first = next((c for c in above.lefts if c.dep_ in ("nsubj", "advmod", "npadvmod")), None)
        if first is None or not (seen or where):
            return []
        found = self.cast.places(trigger.sentence, first.i, first.i + 1)
        return [p for m, p in found if any(n.kind in TOWNS for n in m.names)][:1]

    def _of_partner(self, trigger: Trigger) -> list[Place]:
        """ "will call on X and Y, who will be in Bonn for a council", "talks with states there", "while there"."""
        whiles = [c for c in trigger.token.children if c.dep_ == "advcl"]
        for token in (*clause_words(trigger.token), *whiles):
            if token.i > trigger.token.i and token.lower_ in self.words["there"] and token.dep_ in ("advmod", "advcl"):
                return self.there.last(trigger.sentence, token.i)
            met = token.dep_ == "relcl" and token.lemma_ == "be" and syntax.tense(token) == "future"
            if met and any(c.lower_ == "who" for c in token.children) and syntax.under(token, trigger.token):
                return [p for n in syntax.prepositional(token, "in") for p in self._place(n, trigger.sentence)][:1]
        return []

    def _onward(self, trigger: Trigger, verb: Token | None) -> list[Place]:
        """ "Then it is on to Bonn for talks with X"."""
        journey = verb is not None and verb.lemma_ in self.words["onward_verbs"]
        if verb is None or not journey or syntax.relation(trigger.token, verb) != "for":
            return []
        ways = [verb, *(c for c in verb.children if c.lower_ in ("on", "off"))]
        return [p for w in ways for n in syntax.prepositional(w, "to") for p in self._place(n, trigger.sentence)][:1]

    def _ways(self, trigger: Trigger, head: Token) -> tuple[str, ...]:
        """The prepositions before a destination; a verb's own, where its form lists them."""
        own = trigger.partner_prepositions if head == trigger.token and not trigger.noun else ()
        round_trip = trigger.noun and trigger.token.lemma_.lower() in self.words["round_trips"]
        return own or (("to", "in", "into", "for", "at", "of") if round_trip else ("to", "in", "into", "for", "at"))

    def _itinerary_verbs(self, trigger: Trigger, verb: Token | None) -> list[Token]:
        """Further verbs that tell where a trip leads: "runs … and takes in X", "a trip that covers X"."""
        if not trigger.noun or trigger.form != "visit":
            return []
        noun = trigger.token
        found = syntax.clauses_about(noun)
        if verb is not None and noun.head == verb and noun.dep_ in ("nsubj", "nsubjpass"):
            found += [c for c in verb.children if c.dep_ == "conj" and c.pos_ == "VERB"]
        found += [c for v in found for c in v.subtree if c.dep_ == "xcomp" and c.i > v.i]  # "that X is due to pay to Y"
        carrying = {*self.words["itinerary_verbs"], *self.words["light_verbs"]}
        return [v for v in found if v.lemma_ in carrying]

    def _right_after(self, visit: Token, sentence: Sentence) -> list[Place]:
        """ "touched upon the visit of Y's president to X", where the parser hung X on the verb."""
        at = visit.right_edge.i + 1
        to = visit.doc[at] if at < sentence.tokens.end else visit
        above = to.head if to.lower_ == "to" and to.dep_ == "prep" else visit
        hung = above.i < visit.i and syntax.under(visit, above)
        return [p for c in to.children if c.dep_ == "pobj" for p in self._place(c, sentence)] if hung else []

    def _where(self, trigger: Trigger) -> list[Place]:
        """X in "in X, where his arrival is expected"."""
        clause = syntax.clause_of(trigger.token)
        for above in (clause, *clause.ancestors):
            if above.dep_ == "relcl" and any(t.lower_ == "where" for t in above.subtree if t.i < above.i):
                return self._place(above.head, trigger.sentence)
        return []

    def _stops(self, trigger: Trigger) -> list[Place]:
        """ "will be away, taking in X and Y", "is on the road: first in X, then in Y": the places told after."""
        if trigger.noun or not trigger.entry.words("needs"):
            return []
        found = self.cast.places(trigger.sentence, trigger.token.i, trigger.sentence.tokens.end)
        return [p for m, p in found if self._is_stop(trigger.sentence.passage.doc[m.head])]

    def _is_stop(self, token: Token) -> bool:
        top = token
        while top.dep_ == "conj":
            top = top.head
        return (top.dep_ == "pobj" and top.head.lower_ in ("in", "to", "at")) or (
            top.dep_ == "dobj" and top.head.lemma_ in self.words["itinerary_verbs"]
        )

    def _at(self, head: Token, sentence: Sentence, prepositions: tuple[str, ...]) -> list[Place]:
        found = []
        for noun in syntax.prepositional(head, *prepositions):
            if any(c.dep_ == "case" for c in noun.children) or self._in_a_cause(noun, head):
                continue
            found += self._place(noun, sentence)
            found += [
                p for c in noun.children if c.dep_ == "poss" and noun.text.istitle() for p in self._place(c, sentence)
            ]
            for inner in syntax.prepositional(noun, "in", "of", "at"):
                found += self._place(inner, sentence)
                if noun.lemma_.lower() in self.words["sidelines"]:
                    found += [
                        p for held in syntax.prepositional(inner, "in", "at") for p in self._place(held, sentence)
                    ]
        return found

    def _in_a_cause(self, place: Token, head: Token) -> bool:
        """ "was cancelled owing to the fighting in X", wherever it was hung; "at the request of X"."""
        marks = (t for t in place.doc[head.i : place.i] if t.lower_ in ("owing", "due", "because", "over", "amid"))
        done = {head.lemma_, *(c.lemma_ for c in head.children if c.dep_ == "xcomp")}  # "had to be cancelled"
        fallen = not done.isdisjoint(self.words["falling_through"]) and any(t.dep_ == "prep" for t in marks)
        return fallen or place.lemma_.lower() in self.words["request_nouns"]

    def _itinerary(self, head: Token, trigger: Trigger, sentence: Sentence) -> list[Place]:
        """ "his trip will include X along with Y"."""
        if head == trigger.token or head.lemma_ not in self.words["itinerary_verbs"]:
            return []
        below = (t for t in head.subtree if t.i > head.i and t.dep_ in ("dobj", "pobj", "conj"))
        told = (t for t in below if not _told_in_clause(t, head) and not self._in_a_cause(t, head))
        return [p for t in told for p in self._place(t, sentence)]

    def _place(self, token: Token, sentence: Sentence) -> list[Place]:
        if described := self.towns.told(token, sentence):
            return described
        for mention, place in self.cast.places(sentence, token.i, token.i + 1):
            if mention.head == token.i:
                return [place]
        for child in token.lefts:
            if child.dep_ in ("compound", "nmod") and token.lower_ in self.words["place_heads"]:
                for mention, place in self.cast.places(sentence, child.i, child.i + 1):
                    if mention.head == child.i:
                        return [place]
        if (town := self.towns.beside_its_state(token, sentence)) is not None:
            return [town]
        if token.lemma_.lower() in self.words["place_heads"] and (named := self.towns.called(token, sentence)):
            return named
        number = self.cast.mention_number(token, sentence) or -1
        for mention, place in self.cast.places(sentence, max(0, token.i - 4), token.i + 1):
            if mention.first <= token.i < mention.last or (number >= 0 and self.cast.mentions[number] is mention):
                return [place]
        return []

    def adverb(self, adverbs: Sequence[str], sentence: Sentence) -> list[Place]:
        """What "here" and "there" among some adverbs stand for."""
        if any(a in self.words["here"] for a in adverbs) and self.dateline is not None:
            return [self.dateline]
        if any(a in self.words["there"] for a in adverbs):
            said = [t.i for t in sentence.tokens if t.lower_ in self.words["there"]]
            return self.there.last(sentence, max(said, default=sentence.tokens.start))
        return []

    def _sidelines(self, noun: Token) -> bool:
        """ "on the margins", with no gathering named: of the one told of before."""
        return noun.lemma_.lower() in self.words["sidelines"] and not any(c.lower_ == "of" for c in noun.children)

    def _aside_of_it(self, trigger: Trigger) -> list[Place]:
        """ "will meet counterparts from X on the sidelines", "on that occasion": where the gathering told before is."""
        words = (t for t in trigger.sentence.tokens if t.dep_ == "pobj")
        aside = next((t for t in words if self._sidelines(t) or self._that_occasion(t)), None)
        return self.there.last(trigger.sentence, aside.i) if aside is not None else []

    def _that_occasion(self, noun: Token) -> bool:
        """ "on that occasion", "at the same event", "in that city"."""
        same = any(c.lower_ in ("that", "this", "same") for c in noun.children)
        told = noun.lemma_.lower() in {*self.words["such_events"], *self.words["gatherings"], *self.words["town_nouns"]}
        return same and told and noun.head.lower_ in ("on", "at", "in", "during")

    def _stop_in(self, sentence: Sentence) -> list[Place]:
        """ "The Brazilian stop is for a forum, where he will meet X": the town of that state told of last."""
        stops = (t for t in sentence.tokens if t.lemma_.lower() in self.words["journey_nouns"] and t.dep_ == "nsubj")
        lefts = (t for stop in stops for t in stop.lefts)
        country = next((c for t in lefts if (c := self.cast.country_at(t, sentence))), None)
        if country is None:
            return []
        earlier = self.scene.sentences[: sentence.index]
        told = (f for s in earlier for f in self.cast.places(s, s.tokens.start, s.tokens.end))
        return [p for m, p in told if p.country == country and any(n.kind in TOWNS for n in m.names)][-1:]

    def _opening(self, trigger: Trigger) -> list[Place]:
        """ "In London, …" and "While there, …" at the head of the sentence hold for its main clause."""
        root = trigger.sentence.tokens.root
        clause = syntax.clause_of(trigger.token)
        chain = {clause.i, *(a.i for a in clause.ancestors)}
        if root.i not in chain:
            return []
        for token in trigger.sentence.tokens:
            if token.i >= clause.i:
                break
            if token.lower_ in self.words["there"] and token.dep_ not in ("expl",):
                return self.there.last(trigger.sentence, token.i)
            if token.dep_ == "prep" and token.lower_ in ("in", "at") and token.head.i in chain:
                found = self.cast.places(trigger.sentence, token.i, token.right_edge.i + 1)
                inside = (c for c in token.children if c.dep_ == "pobj")
                described = (p for c in inside for p in self.towns.told(c, trigger.sentence))
                if (told := next(described, None)) is not None:
                    return [told]
                grounds = {n.i for c in token.children if c.dep_ == "pobj" for n in syntax.conjuncts(c)}
                spots = [p for m, p in found if m.kind == "place"] or [p for m, p in found if m.head in grounds]
                if spots:
                    return spots  # of states only that which it is in: "at the mark of X's war" is nowhere
        return []

    def _in_clause(self, trigger: Trigger, verb: Token | None) -> list[Place]:
        """The last "in TOWN" of the trigger's clause, wherever the parser hung it; "in STATE" only where it hangs on
        the deed, on those at the table or on a gathering."""
        top = verb if verb is not None and trigger.noun and verb.lemma_ in self.words["light_verbs"] else trigger.token
        found: list[Place] = []
        for token in clause_words(top):
            if token.i > trigger.token.i and token.dep_ == "pobj" and token.head.lower_ in ("in", "at"):
                if self._of_another(token, top) or self._of_topic(token.head, top) or self._of_matter(token, trigger):
                    continue
                if _of_source(token):
                    continue
                owner = next((c for c in token.children if c.dep_ == "poss"), token)
                low = min([owner.i, *(c.i for c in owner.children if c.dep_ == "compound")])
                named = self.cast.places(trigger.sentence, low, owner.i + 1)
                owns = owner.i != token.i
                held = not owns and self._at_table(token.head.head, trigger, top)
                town = [
                    p
                    for m, p in named
                    if m.kind == "place" or held or (owns and any(n.kind == "capital" for n in m.names))
                ]
                found = town or found
        return found

    def _of_matter(self, token: Token, trigger: Trigger) -> bool:
        """ "discussed developments in X": where the matter is."""
        matter = syntax.direct_object(trigger.token) if trigger.entry.data.get("of_topic") else None
        matters = syntax.conjuncts(matter) if matter is not None else []
        return any(m.lemma_.lower() in self.words["matters_somewhere"] and syntax.under(token, m) for m in matters)

    def _of_another(self, token: Token, top: Token) -> bool:
        """ "met X, following the summit in Y": where what came before or after was."""
        apart = (*self.words["prepositions_past"], *self.words["prepositions_to_come"])
        above = list(takewhile(lambda a: a.i != top.i, token.ancestors))
        return any(a.lower_ in apart and a.dep_ in ("prep", "mark", "advcl", "advmod") for a in above)

    def _on_the_spot(self, trigger: Trigger) -> list[Place]:
        """ "visited X and met Y": where the visitor went."""
        verb = syntax.clause_of(trigger.token)
        went = verb.head if verb.dep_ == "conj" and not any(c.dep_ == "nsubj" for c in verb.children) else None
        if went is None or went.lemma_ not in self.words["motion"]:
            return []
        thing = syntax.direct_object(went)
        there = self._place(thing, trigger.sentence) if thing is not None else []
        return there or self._at(went, trigger.sentence, ("to", "in", "at"))

    def _of_topic(self, word: Token, top: Token) -> bool:
        """Whether a word stands in what was talked about, or in what is told of a person: "on the war in"."""
        while word != top and word.head != word:
            if word.dep_ in ("relcl", "acl") and word.head != top:
                return True
            about = word.dep_ == "prep" and word.lower_ in self.words["topic_prepositions"]
            if about and not any(self._aside(c) for c in word.children):
                return True
            word = word.head
        return False

    def _aside(self, noun: Token) -> bool:
        """After "on": a day, or the margins of something."""
        return noun.lemma_.lower() in self.words["sidelines"] or noun.ent_type_ in ("DATE", "TIME")

    def _at_table(self, above: Token, trigger: Trigger, top: Token) -> bool:
        """What "in Malta" hangs on: the deed, or a person at it ("met X in Malta", "met X of Chad in Malta")."""
        if above in (trigger.token, top):
            return True
        kinds = self._kinds(above, trigger.sentence)
        if "state" in kinds and above.dep_ == "pobj" and above.head.lower_ == "of":
            above = above.head.head
            kinds = self._kinds(above, trigger.sentence)
        return "person" in kinds or above.lemma_.lower() in self.words["relational_nouns"]

    def _kinds(self, token: Token, sentence: Sentence) -> set[str]:
        number = self.cast.mention_number(token, sentence)
        return {self.cast.mentions[number].kind} if number is not None else set()


def _told_in_clause(token: Token, head: Token) -> bool:
    """Whether a token stands in a clause about something below a verb: "takes him to X, where he meets Y of Z"."""
    step = token
    while step.i != head.i and step.head.i != step.i:
        if step.dep_ in ("relcl", "acl", "advcl"):
            return True
        step = step.head
    return False


def _of_source(place: Token) -> bool:
    """ "according to the ministry in X": where those are who tell of it."""
    return any(a.lower_ == "according" and a.i < place.i for a in place.ancestors)
