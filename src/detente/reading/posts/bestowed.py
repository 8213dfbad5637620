"""Posts that change hands in other words than "appointed": handed to X, gone to X, taken up by X; X is the new envoy.

In: a sentence with its cast. Out: who has been given which post by which state, and the word that tells of it. What
counts is the post's place in its clause (after "as", after "the job of", as what somebody is), a word by which posts
are given or taken, and one person who does not hold an office already.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from detente.model import Country
from detente.reading import syntax
from detente.reading.actors.cast import Cast, Entity
from detente.reading.posts.appointing import Appointment
from detente.reading.scene import Sentence

if TYPE_CHECKING:
    from detente.reading.actors.grid import Mention
    from detente.reading.words import Token

BACK = 2  # sentences back to the government that a post is of
CARRIERS = ("of", "as", "for")
UNFINISHED = ("xcomp", "ccomp", "acl", "relcl", "pcomp", "dobj", "advcl")


class Bestowals:
    """Reads posts given and taken."""

    def __init__(self, words: Mapping[str, Sequence[str]]) -> None:
        self.carriers = frozenset(words["posts"]) | frozenset(words["appointments"])
        self.giving, self.passing = frozenset(words["bestowing"]), frozenset(words["passing"])
        self.acting, self.taking = frozenset(words["acting"]), frozenset(words["taking_up"])
        self.fresh, self.only_talk = frozenset(words["fresh"]), frozenset(words["only_talk"])
        self.heeding, self.announcing = frozenset(words["heeding"]), frozenset(words["announcing"])
        self.unsettled, self.terms = frozenset(words["unsettled"]), frozenset(words["terms_of_office"])

    def read(self, sentence: Sentence, cast: Cast) -> Iterator[Appointment]:
        """The posts that change hands in a sentence."""
        for office in cast.within(sentence):
            if office.kind != "office" or not office.title_text or _gone(office):
                continue
            told = self._told(office, sentence)
            person = self._person(told, office, sentence, cast) if told is not None else None
            if told is not None and person is not None:
                yield Appointment(person, office.title_text, appointer(office, sentence, cast), told)

    def _told(self, office: Mention, sentence: Sentence) -> Token | None:
        """The word that says that a post is given or taken."""
        post = sentence.passage.doc[office.head]
        carrier = self._carrier(post)
        verb = syntax.clause_of(carrier)
        if syntax.negated(verb) or (verb.dep_ == "advcl" and any(c.lower_ == "if" for c in verb.children)):
            return None
        if self.only_talked_of(verb) or self.unsettled & set(syntax.auxiliaries(verb)):
            return None
        lemma, carried = verb.lemma_, carrier is not post
        as_one = (post.dep_ == "pobj" and post.head.lower_ == "as") or (
            post.dep_ == "nsubj" and _as_before(post, office)
        )
        if as_one or carried:
            given = lemma in self.giving or (carried and lemma in self.passing | self.taking)
            return verb if given or self._to_act(verb) else None
        if lemma == "be" and carrier.dep_ in ("nsubj", "attr"):
            new = any(t.lower_ in self.fresh for t in sentence.passage.doc[office.first : office.last])
            ahead = self._to_be(verb) and post.dep_ == "attr" and any(c.dep_ == "poss" for c in post.children)
            ahead = ahead and not self._for_a_time(verb, office)
            return verb if new or ahead or any(t.lower_ == "since" for t in verb.children) else None
        if lemma == "become" and post.dep_ == "attr":
            return verb if self._to_be(verb) else None
        return None

    def _to_be(self, verb: Token) -> bool:
        """ "will be", "is to become", "would become" as it is announced: not as denied, doubted, or bound to an if."""
        helpers = set(syntax.auxiliaries(verb))
        above = verb.head
        told = verb.dep_ == "ccomp" and above.lemma_ in self.announcing and not syntax.negated(above)
        told = told and not any(c.lower_ in ("if", "whether") for c in verb.children)
        alone = verb.dep_ in ("ROOT", "relcl") or (verb.dep_ == "conj" and above.dep_ == "ROOT")
        bound = any(t.lower_ in ("if", "unless", "once") for t in verb.subtree)
        ahead = bool(helpers & {"will", "'ll", "’ll"}) and (alone or told)
        return verb.tag_ == "VB" and not bound and (ahead or ("would" in helpers and told))

    def _for_a_time(self, verb: Token, office: Mention) -> bool:
        """ "for another year", "at the funeral", "until May": what somebody is anyhow, or is for a day."""
        return any(t.lower_ in self.terms and t.i >= office.last for t in verb.subtree)

    def only_talked_of(self, verb: Token) -> bool:
        """ "refused to name X as envoy", "calls to name X": what is wished, weighed or refused; not "took the chance
        to name X", "answered the demand by naming X", by which it is done."""
        if verb.tag_ not in ("VB", "VBG") or verb.dep_ not in UNFINISHED:
            return False
        above = verb.head.head if verb.dep_ == "pcomp" else verb.head
        to = verb.nbor(-1) if verb.i > verb.sent.start else verb
        beside = to.nbor(-1) if to.lower_ == "to" and to.i > verb.sent.start else above
        if verb.dep_ == "advcl" and not (beside.pos_ == "NOUN" and beside.lemma_ in self.only_talk):
            return False
        above = beside if verb.dep_ == "advcl" else above
        talk = {above.lemma_.lower(), syntax.with_particle(above)} & self.only_talk
        return bool(talk) and not (above.pos_ == "NOUN" and (verb.head.lower_ == "by" or self._heeded(above)))

    def _heeded(self, noun: Token) -> bool:
        """ "took the chance", "yielded to a request"."""
        verb = noun.head.head if noun.dep_ == "pobj" else noun.head
        return verb.lemma_ in self.heeding and verb.tag_ in ("VBD", "VBZ") and not syntax.negated(verb)

    def _carrier(self, post: Token) -> Token:
        """The job in "the job of envoy", "the post as envoy"; else the post itself."""
        above = post.head
        carried = post.dep_ == "pobj" and above.lower_ in CARRIERS and above.head.lemma_.lower() in self.carriers
        return above.head if carried else post

    def _to_act(self, verb: Token) -> bool:
        """ "asked X to serve as envoy", "X would act as envoy": what is still to be."""
        ahead = verb.tag_ == "VB" and any(
            c.dep_ == "aux" and c.lower_ in ("to", "will", "would") for c in verb.children
        )
        return ahead and verb.lemma_ in self.acting

    def _person(self, verb: Token, office: Mention, sentence: Sentence, cast: Cast) -> Entity | None:
        """The one person of the verb's clause who is given the post: nobody who has an office already, nor a doer."""
        taker = self._taker(verb)
        found = []
        for number, mention in enumerate(cast.mentions):
            inside = mention.sentence == sentence.index and mention.kind == "person" and " " in mention.text
            entity = cast.entities.get(number) if inside else None
            if entity is None or entity.kind != "person" or not entity.name or not self._free(entity):
                continue
            head = sentence.passage.doc[mention.head]
            if any(t.i in taker for t in _up_to_owner(head)):
                found.append(entity)
        return found[0] if len({e.key for e in found}) == 1 else None

    def _taker(self, verb: Token) -> set[int]:
        """The words under which the name of the new holder stands."""
        doer = syntax.passive_subject(verb) if syntax.is_passive(verb) else syntax.subject(verb)
        if verb.lemma_ in self.giving and not syntax.is_passive(verb):
            return {c.i for c in verb.children if c.dep_ not in ("nsubj", "advcl", "conj")}
        if verb.lemma_ in self.taking and syntax.is_passive(verb):  # "the post will be filled by X"
            if any(c.lower_ in self.terms for c in verb.children):
                return set()
            return {p.i for c in verb.children if c.dep_ == "agent" for p in c.children if p.dep_ == "pobj"}
        if verb.lemma_ in self.passing:
            gone = {n.i for n in syntax.prepositional(verb, "to", "on", "upon")}
            be = (
                {c.i for c in verb.children if c.dep_ in ("attr", "nsubj", "nsubjpass")}
                if verb.lemma_ == "be"
                else set()
            )
            return gone | be | {c.i for c in verb.children if c.dep_ == "advcl" and c.i < verb.i}
        return {doer.i} if doer is not None else set()

    def _free(self, entity: Entity) -> bool:
        """Whether somebody has no office of state so far, or has left it."""
        return not entity.official or entity.level in ("envoy", "official", "unknown")


def appointer(office: Mention, sentence: Sentence, cast: Cast) -> Country | None:
    """Whose a post is: of the state beside it; else of the government told of last, here or right before."""
    if office.country is not None:
        return office.country
    if office.body is not None:
        return None
    for number in range(sentence.index, max(-1, sentence.index - BACK - 1), -1):
        at = cast.scene.sentences[number]
        if (side := _side_told(at, sentence, office, cast)) is not None:
            return side
    return None


def _side_told(at: Sentence, own: Sentence, office: Mention, cast: Cast) -> Country | None:
    """The state that a sentence is about: that of its subjects first, else the first official one named."""
    sides: list[tuple[bool, Country]] = []
    for number, mention in enumerate(cast.mentions):
        entity = cast.entities.get(number) if mention.sentence == at.index else None
        if entity is None or not entity.official or entity.country is None or mention.kind == "pronoun":
            continue
        above = at.passage.doc[mention.head]
        subject = any(t.dep_ in ("nsubj", "nsubjpass") for t in (above, above.head))
        if at is own and mention.first >= office.first and not (subject and mention.first >= office.last):
            continue
        sides.append((not subject, entity.country))
    return min(sides, key=lambda s: s[0])[1] if sides else None


def _up_to_owner(head: Token) -> Iterator[Token]:
    """A name's head and what stands over it; "X's rival" is not X."""
    for token in (head, *head.ancestors):
        if token.dep_ == "poss":
            return
        yield token


def _gone(office: Mention) -> bool:
    return office.title is None or office.title.name.split()[0] in ("Former", "Retired", "Ex")


def _as_before(post: Token, office: Mention) -> bool:
    """ "As its envoy X has picked Y": the parser took the post for the subject."""
    before = post.doc[max(post.sent.start, office.first - 2) : office.first]
    return bool(before) and any(t.lower_ == "as" for t in before) and before[0].i == post.sent.start
