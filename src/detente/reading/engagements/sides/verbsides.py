"""Who takes part in what a verb tells: "X rang Y", "X received Y", "X will send a team to Z", "X summoned Y's envoy".

In: the trigger of a verb. Out: `Party`s, the subject first; words said by someone with no subject of their own ("Spoke
tonight with …") have the speaker for their subject.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from detente.model import Actor
from detente.reading import syntax
from detente.reading.actors.cast import Cast
from detente.reading.engagements.party import Party, countries_of
from detente.reading.engagements.sides.frame import Frame
from detente.reading.engagements.sides.inviting import receives
from detente.reading.engagements.sides.ourselves import we_named
from detente.reading.engagements.sides.phrase import Sides
from detente.reading.engagements.triggers import Trigger, clause_words
from detente.reading.scene import Scene, Sentence
from detente.reading.speech.attribution import Draft

if TYPE_CHECKING:
    from detente.reading.words import Token

SUBJECTS = ("nsubj", "nsubjpass", "auxpass", "csubj", "expl")
FINITE = ("VBD", "VBZ", "VBP")
STRAY = ("pobj", "npadvmod", "dobj", "appos")
BESIDE = ("with", "alongside")


class VerbSides:
    """Reads the sides beside the verbs of one document."""

    def __init__(
        self, scene: Scene, cast: Cast, drafts: Sequence[Draft], words: dict[str, list[str]], frame: Frame, sides: Sides
    ) -> None:
        self.scene, self.cast, self.drafts, self.words = scene, cast, drafts, words
        self.frame, self.sides, self.small = frame, sides, cast.lexicon.words

    def of(self, trigger: Trigger) -> list[Party]:
        """The sides that a verb trigger names in its clause."""
        verb, sentence, subject = trigger.token, trigger.sentence, syntax.subject(trigger.token)
        thing = _thing(verb)
        if self._of_no_side(trigger, subject, thing):
            return []
        if not _verbal(verb):
            return self._neighbours(verb, sentence)
        if "traveller" in trigger.entry.data:
            travellers = self._travellers(trigger, thing)
            if travellers is not None:
                return travellers
        found = self._doers(trigger)
        if trigger.object_kind == "body" and verb.lemma_ not in self.words["presiding_verbs"]:
            # whoever agreed to it: the body is of the states
            return [self.frame.state(c, sentence) for c in sorted(countries_of(found), key=self.frame.first_named)]
        if thing is None and trigger.object_kind == "party":
            thing = _swallowed(verb) or _past_the_place(verb) or self._after_the_place(verb, sentence)
        if trigger.object_kind == "envoy":
            return self._summoned(verb, sentence, found)
        if trigger.takes_party and thing is not None:
            if not self._may_be_party(thing, sentence) or (not found and self._of_others(subject)):
                return []
        found += [*self._done_to(trigger, thing, found), *self._partners(trigger)]
        if subject is not None and self.sides.is_pair(subject) and self._with_others(verb, sentence):
            return []
        found += self._strayed_from(trigger, thing, found)
        found += self._beside_thing(trigger, thing)
        return self._as_hosts(verb, found)

    def _of_no_side(self, trigger: Trigger, subject: Token | None, thing: Token | None) -> bool:
        """ "nobody met", the pair of a ceremony, "met them" in passing."""
        nobody = subject is not None and subject.lower_ in self.words["nobody"]
        pair = trigger.form == "ceremony" and subject is not None and self.sides.is_pair(subject)
        pair = pair and not trigger.entry.data.get("by_both")
        return nobody or pair or (trigger.in_passing and thing is not None and thing.lower_ in self.small["plural"])

    def _travellers(self, trigger: Trigger, thing: Token | None) -> list[Party] | None:
        """Who comes where the verb's object is the guest: invited, shown round, awaited, sent."""
        verb, sentence, kind = trigger.token, trigger.sentence, trigger.entry.data["traveller"]
        if kind == "object":
            return self._invited(verb, thing, sentence)
        if kind == "sent":
            return self._sent(verb, thing, sentence)
        if kind not in ("shown", "awaited"):
            return None
        guests = self.sides.all(thing, sentence) if thing is not None else []
        if kind == "shown":
            return guests
        return [p for p in guests if p.country and p.actor.kind in ("person", "office", "group")]

    def _doers(self, trigger: Trigger) -> list[Party]:
        """The subject; of a passive visit or a body that is held, who travels and whose body it is."""
        verb, sentence = trigger.token, trigger.sentence
        found = list(self.subject(verb, sentence))
        done = syntax.passive_subject(verb) if syntax.is_passive(verb) else None
        if done is not None and (trigger.form == "visit" or trigger.object_kind == "body"):
            return self.sides.all(done, sentence)  # "the Council will be held in X"
        return found

    def _done_to(self, trigger: Trigger, thing: Token | None, found: Sequence[Party]) -> list[Party]:
        """By whom somebody is received, and whom a verb's object names."""
        verb, sentence = trigger.token, trigger.sentence
        more: list[Party] = []
        done_to = syntax.is_passive(verb) or (verb.tag_ == "VBN" and verb.dep_ == "advcl")  # "Received by Y, X said …"
        if done_to and trigger.form != "visit" and syntax.agent_of(verb) is not None:
            more += self._received(verb, sentence)
        if trigger.object_kind == "party" and thing is not None:
            at, known = self.scene.at(thing, sentence), (*found, *more)
            again = syntax.is_passive(verb) and any(p.actor.span.start == at for p in known)
            more += [] if again else self.sides.all(thing, sentence)
        return more

    def _partners(self, trigger: Trigger) -> list[Party]:
        """With whom: "met with X", "sat alongside X"."""
        verb, sentence = trigger.token, trigger.sentence
        beside = () if trigger.form == "correspondence" else BESIDE
        of_place = trigger.object_kind in ("place", "none", "gathering", "envoy")
        found: list[Party] = []
        for partner in syntax.prepositional(verb, *trigger.partner_prepositions, *beside):
            if partner.lemma_.lower() in self.words["welcomes"]:
                continue
            if not of_place or partner.head.lower_ in BESIDE:
                found += [*self.sides.lists.left(partner, sentence), *self.sides.party(partner, sentence)]
        return found

    def _strayed_from(self, trigger: Trigger, thing: Token | None, found: Sequence[Party]) -> list[Party]:
        """Partners that the parser hung elsewhere, and who stands right after a verb without an object."""
        verb, sentence = trigger.token, trigger.sentence
        more: list[Party] = []
        if trigger.object_kind in ("party", "partner") and len(countries_of(found)) < 2:
            links = ("with", *trigger.partner_prepositions)
            more += [p for t in self.strayed(verb, links) for p in self.sides.party(t, sentence)]
        alone = len(countries_of([*found, *more])) < 2 and not syntax.is_passive(verb)
        return [*more, *(self._right_after(verb, sentence) if trigger.takes_party and thing is None and alone else ())]

    def _beside_thing(self, trigger: Trigger, thing: Token | None) -> list[Party]:
        """X of "attended a summit with X"; not of "reviewed their calls with X"."""
        partners = trigger.partner_prepositions
        links = {"partner": partners, "gathering": BESIDE, "body": partners}.get(trigger.object_kind, ())
        if not links or thing is None or any(c.dep_ == "poss" for c in thing.children):
            return []
        return [p for t in syntax.prepositional(thing, *links) for p in self.sides.party(t, trigger.sentence)]

    def _as_hosts(self, verb: Token, found: list[Party]) -> list[Party]:
        """The same, the first as host of the others where the verb is one of hosting."""
        if verb.lemma_ not in self.words["hosting_verbs"]:
            return found
        alone = syntax.is_passive(verb) and syntax.agent_of(verb) is None  # "was received for lunch"
        return [replace(p, role="host" if n == 0 and not alone else "guest") for n, p in enumerate(found)]

    def _after_the_place(self, verb: Token, sentence: Sentence) -> Token | None:
        """Y in "X hosted at the White House President Y", where the parser made one name of the place and the guest."""
        if syntax.is_passive(verb) or verb.lemma_ not in self.words["hosting_verbs"]:
            return None
        for name in syntax.prepositional(verb, "at", "to", "in"):
            number = self.cast.mention_number(name, sentence)
            guest = self.cast.mentions[number] if number is not None else None
            if guest is not None and guest.kind == "person" and guest.title is not None:
                return name
        return None

    def _invited(self, verb: Token, thing: Token | None, sentence: Sentence) -> list[Party]:
        """ "X invited Y to Z", "Y, whom X has invited to Z": Y is to go, and X is to receive."""
        if thing is None or not self._to_a_place(verb, sentence):
            return []
        guests = self.sides.all(thing, sentence)
        hosts = [] if self.sides.is_pair(thing) else list(self.subject(verb, sentence))
        if guests and {g.key for g in guests} <= {h.key for h in hosts}:  # "X had invited the minister": the other one
            guests = [p for p in self.sides.last_pair if p.country not in countries_of(hosts)]
        return [*guests, *(replace(h, role="host") for h in hosts if receives(h, guests))] if guests else []

    def _sent(self, verb: Token, thing: Token | None, sentence: Sentence) -> list[Party]:
        """ "X will send a team to Z": people of X are to go, and X itself is on the way nowhere."""
        if thing is None or not self._to_a_place(verb, sentence):
            return []
        if thing.lemma_.lower() not in self.words["missions"] and not self._an_official(thing, sentence):
            return []
        senders = dict.fromkeys(p.country for p in self.subject(verb, sentence) if p.country and p.actor.official)
        told = [thing, *(c for c in thing.children if c.dep_ == "appos")]
        named = [p for t in told for p in self.sides.all(t, sentence) if p.actor.kind in ("person", "office")]
        named = [p.of(next(iter(senders))) if p.country is None and len(senders) == 1 else p for p in named]
        if named := [p for p in named if p.country]:
            return named
        span = self.scene.phrase(thing, sentence)
        return [Party(Actor(None, None, None, c, "group", True, span, (span,)), None, c, "delegation") for c in senders]

    def _an_official(self, thing: Token, sentence: Sentence) -> bool:
        """ "its deputy minister, X", "State Secretary X": who can be sent on an errand, and no letter or aid."""
        entity = self.cast.entity(thing, sentence)
        return entity is not None and entity.kind in ("person", "office") and entity.official

    def _to_a_place(self, verb: Token, sentence: Sentence) -> bool:
        """Whether somebody is asked to a place, and not to a ministry or a dinner there."""
        spots = list(syntax.prepositional(verb, "to"))
        named = [m.head for t in spots for m, _ in self.cast.places(sentence, t.left_edge.i, t.right_edge.i + 1)]
        return any(t.i in named for t in spots)

    def _received(self, verb: Token, sentence: Sentence) -> list[Party]:
        """X in "X ended his visit, it was said, having been received by Y": the subject of the main clause."""
        if verb.dep_ != "advcl" or syntax.passive_subject(verb) is not None:
            return []
        above = syntax.clause_of(verb.head)
        told = next((c for c in above.children if c.dep_ == "ccomp" and c.i < above.i), above)
        subject = syntax.subject(told) or syntax.passive_subject(told)
        return self.sides.all(subject, sentence) if subject is not None else []

    def _right_after(self, verb: Token, sentence: Sentence) -> list[Party]:
        """Y in "X rang Y", where the parser hung neither name on the verb."""
        named = (n for n, m in self.frame.by_sentence.get(sentence.index, []) if m.first == verb.i + 1)
        return [self.frame.party(n) for n in named if self.frame.acts(n, self.cast.mentions[n])]

    def _neighbours(self, verb: Token, sentence: Sentence) -> list[Party]:
        """Who stands right before and right after a verb that the parser took for part of a name."""
        before = next(self.frame.officials_before(sentence, verb.i, 0), None)
        after = next((p for t in verb.doc[verb.i + 1 : verb.i + 6] for p in self.sides.party(t, sentence)), None)
        return [p for p in (before, after) if p is not None]

    def _may_be_party(self, thing: Token, sentence: Sentence) -> bool:
        """Whether an object can be a side: a date cannot ("met Monday"), nor a thing that is none of the cast's."""
        if thing.lemma_.lower() in self.words["ringing_nouns"]:  # "received a call from his counterpart, X"
            return False
        if thing.ent_type_ in ("DATE", "TIME") or thing.lemma_.lower() in self.words["relational_nouns"]:
            return True
        if thing.lower_ == "other" and any(c.lower_ == "each" for c in thing.children):
            return True
        return thing.pos_ == "PRON" or bool(self.sides.all(thing, sentence))

    def _of_others(self, subject: Token | None) -> bool:
        """ "A hundred migrants a day meet officials of A and B": done by people of no state."""
        return subject is not None and subject.tag_ == "NNS" and not self.sides.is_pair(subject)

    def _with_others(self, verb: Token, sentence: Sentence) -> bool:
        """ "Both sides are negotiating with their own hardliners": with others, and not with each other."""
        partners = list(syntax.prepositional(verb, "with"))
        return bool(partners) and not any(t.lower_ in ("each", "one") or self.sides.all(t, sentence) for t in partners)

    def strayed(self, verb: Token, links: Sequence[str]) -> Iterator[Token]:
        """Y in "met today at the palace with Y", where the parser hung the partner on the place or the day."""
        for token in clause_words(verb):
            linked = token.lower_ == "with" or (token.lower_ in links and token.head.ent_type_ == "DATE")
            stray = token.dep_ == "prep" and linked and token.i > verb.i and token.head.dep_ in STRAY
            held = token.head.lemma_.lower() in self.words["countable"] + self.words["uncounted"]
            if stray and not (held and token.head.head.head.lemma_ not in self.words["sidelines"]):
                yield from (c for c in token.children if c.dep_ == "pobj")

    def _summoned(self, verb: Token, sentence: Sentence, hosts: Sequence[Party]) -> list[Party]:
        """ "X summoned Y's ambassador (in Z)": the envoy, and who summons, Z's government where nobody is named."""
        thing = syntax.direct_object(verb)
        guests = (
            [p for p in self.sides.all(thing, sentence) if p.entity is not None and p.entity.level == "envoy"]
            if thing
            else []
        )
        if not guests or thing is None:
            return []
        hosts = [*hosts, *(p for t in syntax.prepositional(verb, "to", "at") for p in self._ministry(t, sentence))]
        hosts = [
            h for h in hosts if h.country and h.country != guests[0].country and h.actor.span != guests[0].actor.span
        ]
        if hosts:
            return [*(replace(h, role="host") for h in hosts), *guests]
        seats = [*syntax.prepositional(thing, "in", "to"), *syntax.prepositional(verb, "in")]
        posted = [c for t in seats if (c := self.cast.country_at(t, sentence)) not in (None, guests[0].country)]
        if posted:
            return [*guests, self.frame.state(posted[0], sentence)]
        if self.frame.home and self.frame.home != guests[0].country:
            return [*guests, self.frame.state(self.frame.home, sentence)]
        other = self.frame.other(guests, sentence, verb)
        return [*guests, self.frame.state(other.country, sentence)] if other is not None and other.country else guests

    def _ministry(self, noun: Token, sentence: Sentence) -> list[Party]:
        """ "summoned to the foreign ministry of X", "… in Y": the institution, else the government where it stands."""
        found = [p for p in self.sides.all(noun, sentence) if p.country]
        if found or noun.lemma_.lower() not in self.small["institutions"]:
            return found
        near = [*syntax.prepositional(noun, "in", "of"), *syntax.prepositional(noun.head.head, "in")]
        seats = [c for t in near if (c := self.cast.country_at(t, sentence)) is not None]
        return [self.frame.state(c, sentence) for c in seats[:1]]

    def subject(self, verb: Token, sentence: Sentence) -> Iterator[Party]:
        if guests := self._he_is_invited(verb, sentence):
            yield from guests
            return
        subject = self._invited_to(verb) or _for_whom(verb) or syntax.subject(verb) or self._hidden_subject(verb)
        speaker = self.speaker(verb, sentence)
        if subject is None and speaker is None:
            yield from self.before(verb, sentence) or self._diarist(verb, sentence)
            return
        if subject is None or subject.lower_ in self.small["first"]:
            named = we_named(subject, verb, sentence, self.frame, self.sides) if subject is not None else []
            yield from named or ([speaker] if speaker is not None else [])
            return
        yield from self.sides.all(subject, sentence)

    def _invited_to(self, verb: Token) -> Token | None:
        """Y in "X renewed his invitation to Y to pay a visit to Z", wherever the parser hung "to pay": who is to go."""
        if verb.tag_ != "VB" or verb.dep_ not in ("acl", "xcomp", "advcl"):
            return None
        above = verb.head.head.head if verb.head.dep_ == "pobj" else verb.head
        asked = next((t for t in (above, syntax.direct_object(above)) if t is not None and self._asks(t)), None)
        if (
            asked is not None and asked.dep_ == "pobj" and asked.head.lower_ == "with"
        ):  # "presented Y with an invitation"
            return syntax.direct_object(asked.head.head)
        heads = (at for at in (asked, above) if asked is not None and at is not None)
        guests = (t for at in heads for t in syntax.prepositional(at, "to"))
        return next((t for t in guests if t.pos_ in ("PROPN", "NOUN", "PRON") and t.i < verb.i), None)

    def _he_is_invited(self, verb: Token, sentence: Sentence) -> list[Party]:
        """ "X met Y. He invited him to pay a visit to Z": of the two told of last the one who is not at home there."""
        above = verb.head if verb.dep_ == "xcomp" and verb.tag_ == "VB" else verb
        whom = syntax.direct_object(above) if above.lemma_ == "invite" else None
        if above is verb or whom is None or whom.lower_ not in ("him", "her"):
            return []
        spots = [t for t in (syntax.direct_object(verb), *syntax.prepositional(verb, "to")) if t is not None]
        ground = {self.cast.country_at(n, sentence) for t in spots for n in (t, *syntax.prepositional(t, "to"))}
        pair = [p for p in self.sides.last_pair if p.country is not None]
        guests = [p for p in pair if p.country not in ground]
        return guests if len(guests) == 1 and len(pair) == 2 else []

    def _asks(self, noun: Token) -> bool:
        return noun.pos_ in ("NOUN", "PROPN") and noun.lemma_.lower() in self.words["invitations"]

    def _hidden_subject(self, verb: Token) -> Token | None:
        """The subject of "is booked to land", where the parser took the infinitive for a noun."""
        if verb.pos_ == "VERB" or verb.dep_ != "pobj":
            return None
        above = syntax.clause_of(verb)
        return syntax.subject(above) or syntax.passive_subject(above)

    def before(self, verb: Token, sentence: Sentence) -> list[Party]:
        """Who stands before a main verb to which the parser gave no subject ("In June Parks Tau, …, met")."""
        verb = verb.head if verb.dep_ == "xcomp" and verb.head.lemma_ == "be" else verb
        taken = any(c.dep_ in SUBJECTS and not _purpose(c) for c in verb.children)
        finite = verb.tag_ in FINITE or any(c.tag_ == "MD" for c in verb.children)
        if verb.dep_ != "ROOT" or taken or not finite:
            return []
        before = reversed(list(self.frame.officials_before(sentence, verb.i, 0)))
        return [p for p in before if p.actor.name and not self._owns(p)]

    def _diarist(self, verb: Token, sentence: Sentence) -> list[Party]:
        """Whose diary "Thursday 5: receives X" stands in."""
        opens = verb.i == sentence.tokens.start or verb.doc[verb.i - 1].text in (":", "-", "–", "—")
        if verb.tag_ != "VBZ" or not opens:
            return []
        return [self.frame.diarist] if self.frame.diarist is not None else []

    def _owns(self, party: Party) -> bool:
        """Whether a name only says whose something is: "the minister's trip"."""
        return self.scene.text[party.actor.span.end :].startswith(("'s", "’s", "' ", "’ "))

    def speaker(self, token: Token, sentence: Sentence) -> Party | None:
        """Whose words a token stands in, where they are quoted directly."""
        at = self.scene.at(token, sentence)
        for draft in self.drafts:
            if draft.kind == "direct" and draft.content.start <= at < draft.content.end and draft.speaker is not None:
                return Party(draft.speaker, draft.entity, draft.speaker.country)
        return None


def _swallowed(verb: Token) -> Token | None:
    """Y in "X rang Y, the minister of Z, and the two stayed on the line", where the parser made Y a subject."""
    for clause in (c for c in verb.children if c.dep_ == "ccomp" and c.i > verb.i):
        subjects = [c for c in clause.children if c.dep_ == "nsubj"]
        if syntax.misnamed(clause):
            return subjects[0] if subjects else clause
        if len(subjects) > 1 and subjects[0].left_edge.i == verb.i + 1:
            return subjects[0]
    return None


def _thing(verb: Token) -> Token | None:
    """What the verb is done to: "it was Y whom X received", "Y, whom X has invited"."""
    thing = syntax.direct_object(verb)
    if thing is None or _counted_aside(thing):
        return None
    return verb.head if thing.tag_ == "WP" and verb.dep_ == "relcl" else thing


def _counted_aside(thing: Token) -> bool:
    """ "met in X on Friday, their second session": an aside that the parser took for an object."""
    first = thing.doc[thing.left_edge.i]
    return first.tag_ == "PRP$" and first.i > 0 and first.doc[first.i - 1].text == ","


def _for_whom(verb: Token) -> Token | None:
    """Y in "X is arranging for Y to visit Z", where the parser hung "for" on the verb above."""
    if verb.tag_ != "VB" or verb.dep_ not in ("advcl", "xcomp") or "to" not in syntax.auxiliaries(verb):
        return None
    meant = [t for t in syntax.prepositional(verb.head, "for") if verb.head.i < t.i < verb.i]
    return meant[-1] if meant and meant[-1].right_edge.i + 1 == verb.left_edge.i else None


def _past_the_place(verb: Token) -> Token | None:
    """Y in "X received at the palace the ambassador Y", where the parser hung the object on the place."""
    if syntax.is_passive(verb):
        return None
    for where in syntax.prepositional(verb, "at", "in"):
        for aside in (c for c in where.children if c.dep_ in ("appos", "dobj", "npadvmod") and c.i > where.i):
            first = aside.left_edge
            if first.dep_ == "det" and first.doc[first.i - 1].text != ",":
                return aside
    return None


def _purpose(clause: Token) -> bool:
    """ "To pave the way, X went", "Speaking in Y, X said": a clause before a comma that the parser took for the
    subject."""
    meant = clause.tag_ == "VB" and any(c.lower_ == "to" for c in clause.children)
    beside = clause.tag_ == "VBG" and any(t.text == "," for t in clause.doc[clause.i : clause.head.i])
    return clause.dep_ == "csubj" and (meant or beside)


def _verbal(token: Token) -> bool:
    return token.pos_ in ("VERB", "AUX") or token.doc[token.i - 1].lower_ == "to" or token.tag_.startswith("VB")
