"""Words of an engagement that tell of none: "sent a clear message that …", "will not stop at X", "welcomed a pact".

In: a trigger with the sides that its clause names. Out: whether it stands for something else: a signal, an audience,
briefings of the press, a membership or a thing that is welcomed, a matter that is talked over.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from detente.reading import syntax
from detente.reading.engagements.party import Party
from detente.reading.engagements.passes.described import by_another_name
from detente.reading.engagements.triggers import Trigger
from detente.reading.page.turns import head_of
from detente.reading.scene import Sentence

if TYPE_CHECKING:
    from detente.reading.actors.cast import Cast
    from detente.reading.words import Token

# actors who write, receive and are received themselves
PEOPLE = frozenset({"person", "office", "unnamed", "group"})
SPOKEN_TO = ("to",)


class Figurative:
    """Judges triggers by a codebook's words."""

    def __init__(self, words: Mapping[str, Sequence[str]]) -> None:
        self.words = words

    def of(self, trigger: Trigger, verb: Token | None, parties: Sequence[Party], cast: Cast) -> bool:
        """Whether the words name no engagement."""
        if self._to_be_left(trigger.token) or by_another_name(trigger, self.words):
            return True
        if trigger.noun:
            if trigger.form == "correspondence":
                return self._signal(trigger, verb, cast)
            assembled = self._of_an_assembly(trigger.token)
            return (
                assembled
                or self._for_press(trigger, cast)
                or self._backed(trigger, verb)
                or self._of_duty(trigger, verb)
                or self._a_matter(trigger, verb, cast)
                or (verb is not None and (_appeal(trigger, verb) or self._to_be_ended(trigger, verb)))
            )
        if self._only_ways(trigger.token) or _of_a_people(trigger.token) or _would_have_to(trigger.token):
            return True
        if trigger.form == "call" and (_comments(trigger.token) or _in_a_language(trigger.token)):
            return True
        if trigger.form in ("call", "video_call", "talks") and self._before_an_audience(trigger):
            return True
        if trigger.form == "visit":
            return _stops_at_a_state(trigger, cast)
        return trigger.form == "meeting" and self._only_welcomed(trigger, parties)

    def _to_be_ended(self, trigger: Trigger, verb: Token) -> bool:
        """ "agreed to conclude negotiations on a treaty by May": what is to come of them, and no round of theirs."""
        line = trigger.token.lemma_.lower() in self.words["lines_of_talks"] and trigger.token.dep_ == "dobj"
        closed = verb.lemma_ in (*self.words["ending_verbs"], *self.words["finalising_verbs"]) and verb.tag_ == "VB"
        return line and closed and verb.dep_ in ("xcomp", "acl", "advcl", "conj")

    def _signal(self, trigger: Trigger, verb: Token | None, cast: Cast) -> bool:
        """ "the vote sent a strong message", "my message to X is simple", "the message that borders hold": nothing that
        was written or handed over."""
        noun = trigger.token
        if noun.lemma_.lower() not in self.words["signals"]:
            return False
        if any(c.lower_ in self.words["in_writing"] for c in noun.children):
            return False
        if _is_said(noun):
            return True
        heads, sentence = [at for at in (noun, verb) if at is not None], trigger.sentence
        whom = [t for at in heads for t in syntax.prepositional(at, "to") if t.lower_ != "whom"]
        authors = [t for at in heads for t in syntax.prepositional(at, "from")]
        borne = any(_person(t, sentence, cast) for t in authors)  # "handed over a strong message from X"
        if not borne and {c.lower_ for c in noun.lefts} & set(self.words["signal_adjectives"]):
            return True
        if whom and not any(cast.actor(t, sentence) or cast.country_at(t, sentence) for t in whom):
            return True  # "a message to all nations"
        personal = borne or any(_person(t, sentence, cast) for t in whom)
        if not personal and any(c.dep_ in ("acl", "ccomp", "relcl") and _that(c) for c in _beside(noun, verb)):
            return True
        sender = syntax.subject(verb) if verb is not None and syntax.relation(noun, verb) == "object" else None
        written = sender is None or sender.pos_ == "PRON" or cast.actor(sender, sentence) is not None
        own = any(True for _ in syntax.prepositional(noun, "from")) or any(c.dep_ == "poss" for c in noun.children)
        return not written and not own and verb is not None and verb.lemma_ == "send"

    def _to_be_left(self, word: Token) -> bool:
        """ "called on X to refrain from receiving the rebels' envoys", "asked that Y not use Z's meetings": a side is
        told to leave off what it does with others, and nobody plans it."""
        left = next((a for a in word.ancestors if a.lemma_ in self.words["desisting_verbs"]), None)
        if left is not None and any(t.lower_ == "from" for t in word.doc[left.i + 1 : left.i + 3]):
            return word.i > left.i and not any(a.dep_ in ("conj", "relcl", "advcl") for a in _up_to(word, left))
        clause = syntax.clause_of(word)
        nots = [c for c in clause.children if c.dep_ == "neg" and c.lower_ == "not" and c.i < clause.i < word.i]
        helped = any(c.dep_ in ("aux", "auxpass") for c in clause.children)
        bidden = clause.dep_ == "ccomp" and clause.tag_ in ("VB", "VBP") and clause.head.pos_ == "VERB"
        loose = word.dep_ != "dobj" and any(c.lower_ == "that" for c in clause.children)
        return bool(nots) and bidden and not helped and loose

    def _only_ways(self, verb: Token) -> bool:
        """ "is looking for ways to meet X"."""
        above = verb.head if verb.dep_ in ("acl", "relcl") and verb.tag_ == "VB" else None
        return above is not None and above.lemma_.lower() in self.words["mere_ways"] and above.i < verb.i

    def _backed(self, trigger: Trigger, verb: Token | None) -> bool:
        """ "supports negotiations on X", with no partner told: talks of others, or of nobody in particular."""
        noun = trigger.token
        if verb is None or verb.lemma_ not in self.words["backing_verbs"] or noun.dep_ not in ("dobj", "conj"):
            return False
        partners = any(True for _ in syntax.prepositional(noun, "with", "between", "among"))
        return not partners and not any(c.dep_ in ("det", "poss") for c in noun.children)

    def _a_matter(self, trigger: Trigger, verb: Token | None, cast: Cast) -> bool:
        """ "The two discussed the X dialogue and trade": talks on a place or of another, which they spoke of."""
        noun = trigger.token
        if verb is None or verb.lemma_ not in self.words["topic_verbs"] or noun.dep_ not in ("dobj", "conj"):
            return False
        partners = any(True for _ in syntax.prepositional(noun, "with", "between", "among", "in", "at"))
        named = [c for c in noun.lefts if c.dep_ in ("compound", "amod", "nmod") and c.pos_ in ("PROPN", "ADJ")]
        around = [t for c in named for t in (c, *c.children, *(k for k in c.head.lefts if k.i < c.i))]
        states = {s for t in around if (s := cast.country_at(t, trigger.sentence)) is not None}
        return trigger.form in ("talks", "summit_session") and len(states) == 1 and not partners

    def _for_press(self, trigger: Trigger, cast: Cast) -> bool:
        """ "a press call with the adviser": those on the line are reporters."""
        words = {t.lower_ for c in trigger.token.lefts if c.dep_ in ("compound", "amod", "nmod") for t in c.subtree}
        on_line = trigger.form in ("call", "video_call")
        return on_line and (bool(words & set(self.words["press_words"])) or self._this_one(trigger, cast))

    def _this_one(self, trigger: Trigger, cast: Cast) -> bool:
        """ "Q Thanks for doing this call", "MODERATOR: On the call today we have …": the one that the words are said
        on, where a transcript has who asks and who leads it."""
        noun = trigger.token
        if not any(c.lower_ in ("this", "the", "today") for c in noun.children):
            return False
        if any(True for _ in syntax.prepositional(noun, "with", "between", "from")):
            return False
        verb = syntax.clause_of(noun)
        subject = syntax.subject(verb)
        ours = subject is not None and subject.lower_ in ("i", "we", "you")
        ours = ours or verb.lemma_ in self.words["conducting_verbs"] or any(c.lower_ == "this" for c in noun.children)
        return ours and sum(self._from_the_press(p.doc.text) for p in cast.scene.passages) > 1

    def _from_the_press(self, paragraph: str) -> bool:
        """Whether a paragraph is said by who asks or leads: "Q …", "MODERATOR: …"."""
        words = {w.strip(".").lower() for w in head_of(paragraph).split()}
        return bool(words & set(self.words["press_labels"]))

    def _of_duty(self, trigger: Trigger, verb: Token | None) -> bool:
        """ "did two tours in X with the army", "a tour of duty": a soldier's service."""
        noun = trigger.token
        if noun.lemma_.lower() not in self.words["terms_of_service"]:
            return False
        served = verb is not None and noun.dep_ == "dobj" and verb.lemma_ in self.words["serving_verbs"]
        return served or any(n.lower_ == "duty" for n in syntax.prepositional(noun, "of"))

    def _before_an_audience(self, trigger: Trigger) -> bool:
        """ "spoke to the nation", "spoke to Congress": those who listen, and no other side."""
        heard = list(syntax.prepositional(trigger.token, *SPOKEN_TO))
        others = any(True for _ in syntax.prepositional(trigger.token, "with"))
        return bool(heard) and not others and all(t.lemma_.lower() in self.words["audiences"] for t in heard)

    def _of_an_assembly(self, noun: Token) -> bool:
        """ "the 75th session of the General Assembly", "the Council's 42nd meeting": of all who belong to it."""
        if noun.lemma_.lower() not in self.words["sittings"]:
            return False
        of = [t for n in syntax.prepositional(noun, "of") for t in (n, *n.lefts)]
        beside = [t for c in noun.lefts if c.dep_ in ("poss", "compound", "nmod") for t in (c, *c.lefts)]
        return any(t.lower_ in self.words["assemblies"] for t in (*of, *beside))

    def _only_welcomed(self, trigger: Trigger, parties: Sequence[Party]) -> bool:
        """ "welcomed X as a member", "welcomed Y's presidency", "received the first jets": nobody came to see one."""
        verb = trigger.token
        thing = syntax.direct_object(verb)
        if thing is None and verb.lemma_ in self.words["greeting_verbs"] and _greets_nobody(verb):
            return True
        if thing is None or not trigger.takes_party:
            return False
        if thing.lemma_.lower() in self.words["prizes"] or self._of_no_rank(thing):
            return True
        if thing.lemma_.lower() in self.words["materiel"]:
            return True
        if verb.lemma_ not in self.words["greeting_verbs"]:
            return False
        if thing.lemma_.lower() in self.words["tenures_of_bodies"]:
            return True
        guests = _within(thing, trigger, parties)
        if not guests:  # "the protests were welcomed by the government"
            return thing.pos_ == "NOUN" and thing.lemma_.lower() not in self.words["relational_nouns"]
        listed = any(True for _ in syntax.prepositional(verb, "for"))  # "welcomed Kenya and Uganda for talks"
        return not listed and not any(p.actor.kind in PEOPLE for p in guests)

    def _of_no_rank(self, guest: Token) -> bool:
        """ "received a group of citizens and heads of families": people of no state's business."""
        some = guest.lemma_.lower() in self.words["some"]
        whom = list(syntax.prepositional(guest, "of"))[:1] if some else [guest]
        return bool(whom) and whom[0].lemma_.lower() in self.words["private_people"]


def _of_a_people(verb: Token) -> bool:
    """ "Kenyans have come together to rebuild": a people with itself."""
    subject = syntax.subject(verb)
    alone = subject is not None and subject.tag_ == "NNPS" and not any(c.dep_ == "conj" for c in subject.children)
    return verb.lemma_ == "come" and alone and any(c.lower_ == "together" for c in verb.children)


def _would_have_to(verb: Token) -> bool:
    """ "You would have to talk to X about that": who answers for something, and no talk with him."""
    above = verb.head
    bidden = verb.dep_ == "xcomp" and above.lemma_ in ("have", "need") and verb.tag_ == "VB"
    subject = syntax.subject(above) if bidden else None
    return subject is not None and subject.lower_ in ("you", "one")


def _comments(verb: Token) -> bool:
    """ "let the two ministries speak to it", "can't speak to that": to a matter, and to nobody."""
    told = [t for t in syntax.prepositional(verb, "to") if t.i > verb.i]
    return verb.lemma_ == "speak" and bool(told) and all(t.lower_ in ("it", "that", "this", "those") for t in told)


def _in_a_language(verb: Token) -> bool:
    """ "(Speaks Spanish.)", "spoke French": how something is said."""
    thing = next((c for c in verb.children if c.dep_ == "dobj" and c.i > verb.i), None)
    return verb.lemma_ == "speak" and thing is not None and thing.ent_type_ in ("NORP", "LANGUAGE")


def _greets_nobody(verb: Token) -> bool:
    """ "Friends, welcome.", "Welcome to X.", "welcome entering a new stage": said to who is there, or of a deed."""
    doing = any(c.tag_ == "VBG" and c.dep_ in ("xcomp", "ccomp", "advcl") and c.i > verb.i for c in verb.children)
    bare = verb.tag_ in ("VB", "VBP", "UH") and syntax.subject(verb) is None and not syntax.auxiliaries(verb)
    return not syntax.is_passive(verb) and (doing or (bare and verb.dep_ in ("ROOT", "conj")))


def _within(thing: Token, trigger: Trigger, parties: Sequence[Party]) -> list[Party]:
    """The parties that stand in a noun's phrase."""
    start, doc = trigger.sentence.passage.start, thing.doc
    low, last = start + doc[thing.left_edge.i].idx, doc[thing.right_edge.i]
    inside = [p for p in parties if low <= p.actor.span.start < start + last.idx + len(last)]
    return inside or [p for p in parties if thing.text in p.actor.span.text]


def _is_said(noun: Token) -> bool:
    """ "His message to X was simple", "her message is that …", "what’s your message to X?": something said."""
    above = noun.head
    said = noun.dep_ == "nsubj" and above.lemma_ in ("be", "'s", "’s")
    return said and any(c.dep_ in ("acomp", "attr", "ccomp") for c in above.children)


def _that(clause: Token) -> bool:
    return any(c.dep_ == "mark" and c.lower_ == "that" for c in clause.children)


def _beside(noun: Token, verb: Token | None) -> Iterator[Token]:
    """The clauses that the parser hung on a noun or on the verb that carries it."""
    yield from noun.children
    if verb is not None:
        yield from (c for c in verb.children if c.i > noun.i)


def _person(token: Token, sentence: Sentence, cast: Cast) -> bool:
    actor = cast.actor(token, sentence)
    return actor is not None and actor.kind in ("person", "office", "unnamed")


def _stops_at_a_state(trigger: Trigger, cast: Cast) -> bool:
    """ "will not stop at X", of a state: where an ambition ends, and no stay; who stays there stops in it."""
    if trigger.token.lemma_ != "stop":
        return False
    if any(c.tag_ == "VBG" and c.dep_ in ("xcomp", "ccomp") for c in trigger.token.children):
        return True  # "asked X to stop casting doubt in Y"
    if not any(c.dep_ in ("prep", "advmod", "prt") and c.ent_type_ != "DATE" for c in trigger.token.children):
        return True  # "Let them name a date and we will stop the same day"
    grounds = list(syntax.prepositional(trigger.token, "at"))
    return any(_state(t, trigger.sentence, cast) for t in grounds)


def _state(token: Token, sentence: Sentence, cast: Cast) -> bool:
    number = cast.mention_number(token, sentence)
    return number is not None and cast.mentions[number].kind == "state"


def _up_to(word: Token, top: Token) -> Iterator[Token]:
    """A word and those above it, below another."""
    while word.i != top.i:
        yield word
        word = word.head


def _appeal(trigger: Trigger, verb: Token) -> bool:
    """ "urged X to act. She made the call when its envoy came": what was called for, and no telephone."""
    noun = trigger.token
    bare = trigger.form == "call" and noun.lower_ == "call" and {c.lower_ for c in noun.children} <= {"the", "this"}
    partners = any(True for _ in syntax.prepositional(verb, "to", "with"))
    when = any(c.dep_ in ("advcl", "prep") and c.i > noun.i for c in verb.children)
    return bare and verb.lemma_ == "make" and noun.dep_ == "dobj" and when and not partners
