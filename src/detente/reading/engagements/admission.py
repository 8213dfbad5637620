"""What counts as an engagement: two states at the table or an official on the way, told of and not only spoken about.

In: a trigger with who was read beside it. Out: whether it stands. What another word of the clause tells of, what was
only asked or never happened since, teams at a match and words of somebody's title are none.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from detente.codebook import Entry
from detente.reading import syntax
from detente.reading.actors.cast import Cast
from detente.reading.engagements.asked import only_asked
from detente.reading.engagements.days.timing import Context
from detente.reading.engagements.imagined import supposed
from detente.reading.engagements.ofnostate import met_challengers
from detente.reading.engagements.party import Attendance, Party
from detente.reading.engagements.sittings import Sittings
from detente.reading.engagements.triggers import TALKING, Trigger
from detente.reading.scene import Scene, Sentence

if TYPE_CHECKING:
    from detente.reading.words import Token

NOTE = 8  # words of a note between brackets
ACTING = frozenset({"state", "demonym", "person", "office"})
SCORE = re.compile(r"(?<![\d-])\d{1,2}\s?[-–]\s?\d{1,2}(?![\d-])")
TEAM_SENTENCES = 3  # around the words where a match is told of


class Admission:
    """Judges triggers by a codebook's words; `entries` gives the forms that a verb with its particle tells of."""

    def __init__(self, words: dict[str, list[str]], entries: Callable[[Token], Iterator[Entry]]) -> None:
        self.words, self.entries = words, entries
        self.caption = frozenset(words["caption_words"])
        self.invented, self.made_up = frozenset(words["invented"]), frozenset(words["fiction"])
        self.sittings = Sittings(words)
        self.beating = frozenset(words["beating_verbs"])
        self.sports, self.holding = frozenset(words["sports"]), frozenset(words["holding_verbs"])

    def told_elsewhere(self, trigger: Trigger, verb: Token | None) -> bool:
        """Whether another word tells of it, or nothing does: an invitation, an audience, a question, a silence."""
        if verb is not None and (self._told_by_verb(trigger, verb) or self._audience(trigger, verb)):
            return True
        if self._at_whose_side(trigger) or self._gathered_by_noun(trigger) or self._between_any(trigger):
            return True
        if self._by_invitation(trigger) or (not trigger.noun and self._never_since(trigger.token)):
            return True
        if trigger.object_kind == "gathering" and self._told_by_noun(trigger):
            return True
        if trigger.form in TALKING and met_challengers(trigger, self.words):
            return True
        if trigger.form == "visit" and not trigger.noun:
            if self._back_at_work(trigger.token) or _not_with_them(trigger.token):
                return True
        if not trigger.noun and _not_for_that(trigger.token):
            return True
        if trigger.form == "correspondence" and self._over_the_line(trigger, verb):
            return True
        if supposed(trigger.token) or self._depends(verb if trigger.noun else trigger.token):
            return True
        if verb is not None and trigger.noun and (self._who_asked(trigger, verb) or _mealtime(trigger)):
            return True
        if verb is not None and (self._fostered(trigger, verb) or self._gathers_for(trigger, verb)):
            return True
        if trigger.form == "call" and verb is not None and self._waited_for(trigger.token, verb):
            return True
        if self._nothing_said_of(trigger.token) if trigger.noun else self._whose_gathering(trigger.token):
            return True
        if _they_will_be_there(trigger) or (trigger.noun and self._not_asked_for(trigger.token)):
            return True
        unsigned = trigger.form == "ceremony" and syntax.left_undone(trigger.token)  # "ended without signing it"
        return unsigned or only_asked(trigger, self.words) or self._recounted(trigger)

    def _between_any(self, trigger: Trigger) -> bool:
        """ "a normal conversation between two countries that share a border": as any two have, and not the two."""
        some = trigger.noun and any(c.lower_ in ("a", "an") for c in trigger.token.children)
        whom = syntax.prepositional(trigger.token, "between") if some else ()
        return any(
            n.lemma_.lower() in self.words["dyad_nouns"]
            and {c.lower_ for c in n.children if c.dep_ in ("det", "nummod", "poss")} == {"two"}
            for n in whom
        )

    def _over_the_line(self, trigger: Trigger, verb: Token | None) -> bool:
        """ "delivered the message over the telephone", "was given it when X rang him": a call, and no letter."""
        clause = verb if trigger.noun and verb is not None else trigger.token
        whens = (t.head for t in clause.subtree if t.i > clause.i and t.lower_ in ("when", "as"))
        rung = (c for v in whens if v.lemma_ in self.words["ringing_verbs"] for c in v.children)
        if any(c.dep_ == "dobj" and c.pos_ in ("PRON", "PROPN") for c in rung):
            return True
        thing = syntax.direct_object(clause)
        around = (at for at in (trigger.token, clause, thing) if at is not None)
        ways = (n for at in around for n in syntax.prepositional(at, "over", "by", "on", "via", "through"))
        return any(n.lemma_.lower() in self.words["afar"] for n in ways)

    def _who_asked(self, trigger: Trigger, verb: Token) -> bool:
        """ "It did not say who had asked for the call": the call told of, and no new one."""
        definite = any(c.lower_ in ("the", "this", "that") for c in trigger.token.children)
        who = any(c.tag_ == "WP" and c.dep_ == "nsubj" for c in verb.children)
        return definite and who and verb.lemma_ in self.words["asking_verbs"] and verb.dep_ == "ccomp"

    def _gathers_for(self, trigger: Trigger, verb: Token) -> bool:
        """ "gathered in X for their annual meeting": the verb tells of it."""
        own = any(c.dep_ == "poss" and c.tag_ == "PRP$" for c in trigger.token.children) if trigger.noun else False
        met = verb.lemma_ in self.words["gathering_verbs"] and trigger.token.head.lower_ == "for"
        return own and met and trigger.token.dep_ == "pobj"

    def _nothing_said_of(self, noun: Token) -> bool:
        """ "made no comment on the call", "had no knowledge of any such meeting": who says nothing denies nothing."""
        above = noun.head.head if noun.dep_ == "pobj" else noun
        return above.lemma_ in self.words["words_about"] and any(c.lower_ == "no" for c in above.children)

    def _whose_gathering(self, verb: Token) -> bool:
        """ "takes part in the meeting hosted by X": the meeting tells of it, and no guest."""
        led = verb.dep_ == "acl" and verb.tag_ == "VBN" and verb.lemma_ in self.words["hosting_verbs"]
        return led and verb.head.lemma_.lower() in {*self.words["tables"], *self.words["gatherings"]}

    def _waited_for(self, noun: Token, verb: Token) -> bool:
        """ "men waiting on the call", from nobody: to be taken on, and no conversation."""
        waits = verb.lemma_ in self.words["awaiting_verbs"] and syntax.relation(noun, verb) in ("on", "for", "object")
        crowd = verb.dep_ in ("acl", "relcl") and verb.head.tag_ == "NNS"
        return waits and crowd and not any(True for _ in syntax.prepositional(noun, "from", "by", "with", "between"))

    def _not_asked_for(self, noun: Token) -> bool:
        """ "has not been approached for talks", "a role in the talks", "works on them": nobody offers any there."""
        link = noun.head if noun.dep_ == "pobj" else noun
        above = link.head
        part = link.lower_ == "in" and above.lemma_ in self.words["roles"]
        others = link.lower_ == "on" and above.lemma_ in self.words["working"] and noun.lemma_.lower() != "visit"
        part = part or (
            others and any(True for _ in syntax.prepositional(above, "with"))
        )  # "works with X on the talks"
        asked = link.lower_ == "for" and above.lemma_ in {*self.words["asking_verbs"], "approach"}
        asked = asked or (link.lower_ == "to" and above.lemma_ == "invite")  # "had not been invited to the talks"
        return part or (asked and above.pos_ == "VERB" and syntax.negated(above))

    def _fostered(self, trigger: Trigger, verb: Token) -> bool:
        """ "is ready to carry out exchanges with X", "agreed to deepen the dialogue": relations, and no talks."""
        loose = trigger.noun and trigger.token.lemma_.lower() in self.words["relations"]
        return loose and verb.lemma_ in self.words["fostering_verbs"] and trigger.token.dep_ in ("dobj", "nsubjpass")

    def _back_at_work(self, verb: Token) -> bool:
        """ "The ambassador returned to her post in X", "the consul returned to X": who works there visits no one."""
        who = syntax.subject(verb)
        if verb.lemma_ == "return" and who is not None and who.lemma_.lower() in self.words["residents"]:
            return True
        sent = syntax.direct_object(verb) if any(c.lower_ == "back" for c in verb.children) else None
        if sent is not None and sent.lemma_.lower() in self.words["residents"]:
            return True  # "will not send its ambassador back to X"
        places = syntax.prepositional(verb, "to")
        called_back = any(c.lemma_ == "recall" for c in verb.children)  # "came home after he was recalled"
        return called_back or any(n.lemma_.lower() in self.words["workplaces"] for n in places)

    def _depends(self, clause: Token | None) -> bool:
        """ "When the talks can be opened depends on Y": that they have not been."""
        if clause is None or clause.head.lemma_ not in self.words["depending_verbs"] or clause.i > clause.head.i:
            return False
        return any(c.tag_ == "WRB" for c in clause.children) and any(c.tag_ == "MD" for c in clause.children)

    def _recounted(self, trigger: Trigger) -> bool:
        """ "X would meet Y next week, their second meeting this year": told of the one before the comma."""
        noun = trigger.token
        first = noun.doc[noun.left_edge.i]
        hung = noun.dep_ in ("appos", "npadvmod") or (noun.dep_ == "dobj" and noun.head.lemma_ not in self.holding)
        beside = trigger.noun and hung and noun.doc[first.i - 1].text == ","
        counted = any(c.dep_ == "amod" and c.lower_ in self.words["rounds"] for c in noun.children)
        return beside and first.tag_ == "PRP$" and counted and first.i > trigger.sentence.tokens.start + 1

    def admits(self, trigger: Trigger, attendance: Attendance) -> bool:
        """Two countries at least, an official on the way or at the table."""
        ranked = [p for p in attendance.parties if trigger.form != "visit" or not _nobody_of_rank(p)]
        officials = [p for p in ranked if p.actor.official and p.country]
        countries = {p.country for p in officials}
        if officials and trigger.form != "visit":
            countries |= {p.country for p in attendance.parties if p.country and (_statesman(p) or _of_a_state(p))}
        abroad = {p.country for p in attendance.destinations if p.country}
        if trigger.entry.data.get("partnered") and not _has_partner(trigger):
            return False
        if trigger.form == "visit":
            lawmakers = [p for p in attendance.parties if p.country and _lawmaker(p)]
            travel = ("person", "office", "group", "unnamed")
            if not trigger.noun and abroad and _they(trigger) and abroad <= {p.country for p in attendance.parties}:
                return False  # "they will go back to X", of two sides of whom one is X's
            countries = {p.country for p in (*officials, *lawmakers) if p.actor.kind in travel}
            return bool(countries) and bool(
                (not abroad and trigger.noun) or abroad - countries or (abroad and len(countries) > 1)
            )
        if trigger.object_kind == "gathering":
            return (
                self._gathering(trigger)
                and bool(countries)
                and bool({p.country for p in attendance.places} - countries or len(countries) > 1)
            )
        if trigger.between_people:
            seated = ("person", "office", "unnamed", "group")
            sides = [p for p in officials if p.actor.kind in seated or p.role == "counterpart_unnamed"]
            statesmen = [p for p in attendance.parties if sides and p.country and _statesman(p)]
            countries = {p.country for p in (*sides, *statesmen)}
            if _all_the_while(trigger) and any(p.actor.kind in seated for p in officials):  # of states, too
                countries |= {p.country for p in officials}
            if trigger.entry.data.get("states_somewhere") and attendance.places:  # "A and B signed a treaty in X"
                countries |= {p.country for p in officials}
        return len(countries) >= 2

    def of_others(self, trigger: Trigger, attendance: Attendance, status: str, cast: Cast) -> bool:
        """ "X invaded Y in May. … No power can win there, and the parties should go back to talks": what is only hoped
        for where two paragraphs name other states, and is not of the two whom an earlier one told of."""
        if status != "mooted" or not any(p.country for p in attendance.parties):
            return False
        number = trigger.sentence.passage.index
        near = ((n, m) for n, m in enumerate(cast.mentions) if number - 1 <= m.passage <= number)
        told = {cast.entities[n].country for n, m in near if m.kind in ACTING and n in cast.entities} - {None}
        return len(told) > 1 and not told & {p.country for p in attendance.parties}

    def teams(self, parties: Sequence[Party], sentence: Sentence, scene: Scene) -> bool:
        """ "Ethiopia beat Egypt in the qualifiers. The two meet again in May": no person named, and words of sport."""
        if any(p.actor.kind != "state" and p.actor.official for p in parties):
            return False
        around = scene.sentences[max(0, sentence.index - TEAM_SENTENCES) : sentence.index + TEAM_SENTENCES]
        found = {t.lemma_.lower() for s in around for t in s.tokens if {t.lower_, t.lemma_.lower()} & self.sports}
        beating = (s for s in around if any(t.lemma_.lower() in self.beating for t in s.tokens))
        return len(found) > 1 or any(SCORE.search(s.tokens.text) for s in beating)

    def captioned(self, sentence: Sentence) -> bool:
        """ "X, left, shakes hands with Y", "… Photo: Z": words of a picture's caption, whose present is past."""
        doc = sentence.passage.doc
        for token in sentence.tokens:
            if token.lower_ not in self.caption or token.i + 1 >= len(doc) or not token.i:
                continue
            if doc[token.i + 1].text in ("),:" if doc[token.i - 1].text in ("(", ",") else ":"):
                return True
        return False

    def fiction(self, sentence: Sentence) -> bool:
        """ "In the film a fictional president flies to X": words of what was made up; "(Speaks Spanish.)": a note."""
        if _staged(sentence.tokens.text.strip()):
            return True
        words = {w for t in sentence.tokens for w in (t.lower_, t.lemma_.lower())}
        return bool(words & self.invented) or len(words & self.made_up) > 1 or self._in_a_work(sentence)

    def _in_a_work(self, sentence: Sentence) -> bool:
        """ "In the thriller "Cold Waters", …", "In X's new novel, …": a sentence that a work of fiction opens."""
        first = sentence.tokens[0]
        things = [c for c in first.children if c.dep_ == "pobj"] if first.lower_ == "in" else []
        return any(t.lemma_.lower() in self.words["works"] for t in things)

    def _audience(self, trigger: Trigger, verb: Token) -> bool:
        """ "told a conference in X that …": those who listen, whoever is named in what they hear."""
        if any(True for _ in syntax.prepositional(trigger.token, "with", "alongside")):
            return False  # "told a press conference with Y"
        heard = verb.lemma_ in self.words["telling_verbs"] and syntax.relation(trigger.token, verb) == "object"
        return heard and any(c.lower_ in ("a", "an") for c in trigger.token.children)

    def _gathered_by_noun(self, trigger: Trigger) -> bool:
        """ "the summit brings together X and Y": the noun tells of it."""
        subject = syntax.subject(trigger.token) if not trigger.noun else None
        drawn = subject is not None and trigger.token.lemma_ in self.words["gathering_verbs"]
        gathered = drawn and subject is not None and subject.lemma_.lower() in self.words["gatherings"]
        return gathered and subject is not None and not self.sittings.of_two(subject)  # "the joint council convened"

    def _at_whose_side(self, trigger: Trigger) -> bool:
        """ "met X on the sidelines of a NATO meeting", "met X ahead of an EU meeting": another gathering, told of as a
        place or a time."""
        noun = trigger.token
        hung = noun.head if trigger.noun and noun.dep_ == "pobj" else None
        if hung is None:
            return False
        if hung.lower_ == "of" and hung.head.lemma_.lower() in self.words["sidelines"]:
            return True
        if hung.lower_ == "at" and noun.lemma_.lower() in self.words["places_to_meet"] and self._met_there(noun):
            return True
        told = syntax.clause_of(noun)  # "snubbed X at a summit", "declined to meet X at a summit": no table of theirs
        if hung.lower_ == "at" and {told.lemma_, told.head.lemma_} & set(self.words["avoiding_verbs"]):
            return True
        if hung.lower_ == "for" and hung.head.lemma_ == "call" and hung.head.pos_ == "VERB" and self._of_nobody(noun):
            return True
        of_a_body = any(c.dep_ == "compound" and c.ent_type_ == "ORG" for c in noun.children)
        met = any(e.data["form"] in TALKING for e in self.entries(syntax.clause_of(noun)))
        ministers = any(c.dep_ == "poss" and c.tag_ in ("NNS", "NNPS") for c in noun.children)
        if ministers and met and hung.lower_ in ("at", "during", "in"):
            return True  # "met in X at the NATO foreign ministers' meeting"
        return of_a_body and met and (hung.lower_ == "before" or hung.head.lower_ == "ahead")

    def _of_nobody(self, noun: Token) -> bool:
        """ "called for a regional summit": one that nobody is named for."""
        named = any(t.pos_ == "PROPN" for t in noun.subtree)
        indefinite = any(c.lower_ in ("a", "an") for c in noun.children) or noun.tag_ == "NNS"
        return indefinite and not named and not any(syntax.prepositional(noun, "with", "between", "of"))

    def _met_there(self, summit: Token) -> bool:
        """ "met X in Y on Monday, at the Z summit": where two met, told by its name."""
        verb = syntax.clause_of(summit)
        named = any(c.dep_ in ("compound", "nmod", "amod") and c.text[0].isupper() for c in summit.lefts)
        met = any(e.data["form"] == "meeting" for e in self.entries(verb))
        subject = syntax.subject(verb)
        two = subject is not None and (
            subject.tag_ != "NNS" or any(c.lower_ in ("two", "both") for c in subject.children)
        )
        return named and met and two and verb.pos_ == "VERB" and not syntax.is_passive(verb)

    def _by_invitation(self, trigger: Trigger) -> bool:
        """ "at the invitation of X": how somebody came, told by another word."""
        noun = trigger.token
        how = noun.dep_ == "pobj" and noun.head.lower_ in ("at", "on", "upon")
        return how and noun.lemma_.lower() in self.words["invitations"]

    def _never_since(self, verb: Token) -> bool:
        """ "have not spoken since May", "has yet to meet": a silence, and no engagement that failed or is to come."""
        if verb.dep_ == "xcomp" and verb.head.lemma_ == "have" and any(c.lower_ == "yet" for c in verb.head.subtree):
            return True
        spans = {c.lower_ for c in verb.children if c.dep_ in ("prep", "mark", "advcl", "npadvmod")}
        spans |= {m.lower_ for c in verb.children if c.dep_ == "advcl" for m in c.children if m.dep_ == "mark"}
        perfect = {"have", "has", "had"} & set(syntax.auxiliaries(verb))
        if any(c.dep_ == "neg" and c.lower_ == "never" for c in verb.children):
            named = (t for t in verb.subtree if t.i > verb.i and t.dep_ == "pobj" and t.pos_ == "PROPN")
            placed = not perfect and any(t.head.lower_ in ("in", "at", "on") for t in named)
            # "has never met him", and nobody denies it; "never met him in X" denies one meeting
            return verb.head.dep_ != "ccomp" and verb.dep_ != "ccomp" and not placed
        return bool(perfect) and syntax.negated(verb) and bool(spans & {"since", "for"})

    def denial(self, trigger: Trigger, verb: Token | None, attendance: Attendance) -> bool:
        """ "X and Y had never announced any visit": between two states, whoever was to go."""
        states = {p.country for p in attendance.parties if p.country and p.actor.official}
        return trigger.noun and trigger.form == "visit" and len(states) > 1 and syntax.denied(trigger.token, verb)

    def of_something_else(self, trigger: Trigger, context: Context) -> bool:
        """Whether the words stand in a title, a tale, or in what somebody private says of his own people."""
        told = self.in_a_title(trigger, context) or self.fiction(trigger.sentence)
        return told or self._they_of_others(trigger, context)

    def _they_of_others(self, trigger: Trigger, context: Context) -> bool:
        """ "“If they get three days, they'll go to X,” a hotel keeper said": of whom he speaks, and no ministers."""
        subject = syntax.subject(syntax.clause_of(trigger.token))
        if subject is None or subject.lower_ != "they":
            return False
        at = context.scene.at(trigger.token, trigger.sentence)
        around = [d for d in context.drafts if d.kind == "direct" and d.content.start <= at < d.content.end]
        said = next(iter(around), None)
        return said is not None and said.on_behalf_of is None and not (said.speaker and said.speaker.official)

    def in_a_title(self, trigger: Trigger, context: Context) -> bool:
        """ "special envoy for X negotiations": a word of somebody's title tells of nothing."""
        if self._what_a_post_is_for(trigger.token):
            return True
        number = context.cast.mention_number(trigger.token, trigger.sentence)
        mention = context.cast.mentions[number] if number is not None else None
        if mention is None or mention.kind not in ("person", "office", "body"):
            return False
        return mention.first <= trigger.token.i < mention.last and trigger.token.i != mention.head

    def _what_a_post_is_for(self, noun: Token) -> bool:
        """ "X, the chief negotiator for the Y talks, resigned"."""
        link = noun.head if noun.dep_ == "pobj" and noun.head.lower_ == "for" else None
        return link is not None and link.i == link.head.i + 1 and link.head.lemma_.lower() in self.words["posts_for"]

    def _told_by_verb(self, trigger: Trigger, verb: Token) -> bool:
        """ "will attend the conference" is one trigger: the verb's."""
        entries = [e for e in self.entries(verb) if e.data.get("object") == "gathering" and not trigger.treat]
        hosted, table = verb.lemma_ in self.words["hosting_verbs"], trigger.form in ("meeting", "talks")
        links = ("with", "between", "among", *(("of",) if table and self._led(verb) else ()))
        if (self._led(verb) and _of_leaders(trigger.token)) or (table and self.sittings.told_by_name(trigger.token)):
            return False
        if (table or hosted) and any(True for _ in syntax.prepositional(trigger.token, *links)):
            return False
        return (
            bool(entries)
            and trigger.form in ("summit_session", "ceremony", "meeting", "talks")
            and not (syntax.is_passive(verb) and syntax.agent_of(verb) is not None and trigger.form == "talks")
            and trigger.token in syntax.conjuncts_of_object(verb)
        )

    def _told_by_noun(self, trigger: Trigger) -> bool:
        """ "attended a meeting with X and Y": the noun with its partners tells of it."""
        things = [syntax.direct_object(trigger.token), *syntax.prepositional(trigger.token, "in", "at")]
        led = self._led(trigger.token)
        links = ("with", "between", *(("of",) if led else ()))
        for thing in (t for t in things if t is not None):
            if self.sittings.told_by_name(thing) or (led and _of_leaders(thing)):
                return True
            table = thing.lemma_.lower() in self.words["tables"]
            if table and any(True for _ in syntax.prepositional(thing, *links)):
                return True
        return False

    def _led(self, verb: Token) -> bool:
        """ "hosts a meeting of X and Y", "chairs one": whose meeting it is, said by "of"."""
        return verb.lemma_ in self.words["hosting_verbs"] or verb.lemma_ in self.words["presiding_verbs"]

    def _gathering(self, trigger: Trigger) -> bool:
        """What is attended is a gathering by its noun, or by its name."""
        nouns = [
            n
            for n in [syntax.direct_object(trigger.token), *syntax.prepositional(trigger.token, "in", "at")]
            if n is not None and not any(c.lower_ in self.words["afar"] for c in n.children)  # "a video conference"
        ]
        lasting = self.words["lasting_bodies"]
        kinds = ("EVENT",) if trigger.token.lemma_ == "join" else ("EVENT", "ORG")  # "joined NATO": a member since then
        named = (n for n in nouns if n.ent_type_ in kinds and n.lemma_.lower() not in lasting)
        return any(n.lemma_.lower() in self.words["gatherings"] for n in nouns) or any(True for _ in named)


def _all_the_while(trigger: Trigger) -> bool:
    """ "has been talking to X", "We have been talking to the people of X": talks that go on."""
    verb = trigger.token
    helpers = set(syntax.auxiliaries(verb))
    on = verb.tag_ == "VBG" and "been" in helpers and bool(helpers & {"has", "have", "had", "'ve", "’ve"})
    return not trigger.noun and on and _has_partner(trigger)


def _not_with_them(verb: Token) -> bool:
    """ "did not come along to X": who is not of the company has no visit that fell through."""
    return syntax.negated(verb) and any(c.lower_ == "along" and c.i > verb.i for c in verb.children)


def _they_will_be_there(trigger: Trigger) -> bool:
    """ "The ministers have confirmed that they will be there": at what was told of before."""
    be = trigger.token if not trigger.noun and trigger.form == "visit" else None
    return be is not None and be.lemma_ == "be" and _they(trigger) and any(c.lower_ == "there" for c in be.children)


def _of_leaders(gathering: Token) -> bool:
    """ "a summit of the leaders of X and Y": of people, and not of a body."""
    return any(n.tag_ == "NNS" for n in syntax.prepositional(gathering, "of"))


def _mealtime(trigger: Trigger) -> bool:
    """ "ran well past dinner", "met before lunch", "talks on tea": a time of day, or a matter."""
    noun = trigger.token
    if noun.dep_ == "pobj" and noun.head.lower_ in ("on", "about") and noun.head.head.pos_ == "NOUN":
        return trigger.entry.rule.endswith(".meal")  # "talks on tea"
    if trigger.treat and any(c.lower_ == "own" for c in noun.children):
        return True  # "are spoiling their own lunch"
    when = noun.dep_ == "pobj" and noun.head.lower_ in ("past", "until", "till", "before", "after", "by")
    return trigger.treat and when and not any(c.dep_ in ("det", "poss", "prep") for c in noun.children)


def _has_partner(trigger: Trigger) -> bool:
    """Whether the other party stands beside a verb or its object: "picked up the phone to X"."""
    thing = syntax.direct_object(trigger.token)
    heads = [trigger.token, *([thing] if thing is not None else [])]
    return any(True for h in heads for _ in syntax.prepositional(h, *trigger.partner_prepositions))


def _not_for_that(verb: Token) -> bool:
    """ "We do not go to X to beg": what is denied is the purpose, and the going is of no day."""
    above = verb.head if verb.dep_ == "conj" else verb
    habit = syntax.negated(verb) and bool({"do", "does"} & set(syntax.auxiliaries(verb)))
    return habit and any(c.dep_ in ("advcl", "xcomp") and c.tag_ == "VB" for v in (verb, above) for c in v.children)


def _they(trigger: Trigger) -> bool:
    subject = syntax.subject(trigger.token)
    return subject is not None and subject.lower_ in ("they", "both")


def _nobody_of_rank(party: Party) -> bool:
    """ "a diplomat", "a president": whoever travels so is nobody in particular, as "a minister", "an envoy" is."""
    entity = party.entity
    if party.actor.kind != "unnamed" or (entity is not None and "counterpart" in entity.key):
        return False
    return entity is None or entity.level not in ("minister", "deputy", "envoy")


def _statesman(party: Party) -> bool:
    """A former or coming holder of an office, or a lawmaker: no official, but a state's counterpart at a table."""
    entity = party.entity
    return _lawmaker(party) or (entity is not None and entity.level not in ("unknown", "official"))


def _lawmaker(party: Party) -> bool:
    return party.entity is not None and party.entity.portfolio == "parliament"


def _of_a_state(party: Party) -> bool:
    """ "Uganda's X": somebody named without an office or trade, with his state beside the name."""
    named = party.actor.kind == "person" and party.actor.country is None and party.country is not None
    return named and (party.entity is None or party.entity.title is None)


def _staged(words: str) -> bool:
    """Whether a sentence is a note between brackets in a transcript."""
    return words.startswith("(") and words.endswith(")") and len(words.split()) <= NOTE
