"""Finds the words that name an engagement: "spoke … by phone", "talks", "will travel to".

In: a scene and the codebook's forms. Out: `Trigger`s in order of place; who took part is read later, so
a trigger only promises that the words are there.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, cast

from detente.codebook import Codebook, Entry
from detente.model import Form
from detente.reading import syntax
from detente.reading.engagements.elliptic import nominal
from detente.reading.engagements.matters import done_by, matter, met_a_thing, spellings
from detente.reading.engagements.sittings import Sittings
from detente.reading.engagements.verbsense import (
    by_article,
    done_by_day,
    has_particle,
    of_itself,
    on_terms,
    only_about,
    puts_a_name_on,
    seen_doing,
    somewhere,
    to_do,
)
from detente.reading.scene import Scene, Sentence

if TYPE_CHECKING:
    from detente.reading.words import Token

SUBCLAUSES = frozenset({"ccomp", "advcl", "parataxis", "csubj"})


@dataclass(frozen=True, slots=True)
class Trigger:
    """A token that names an engagement; `first` is where a compound ("phone call") begins."""

    token: Token
    sentence: Sentence
    entry: Entry
    form: Form
    noun: bool
    first: int

    @property
    def parties_needed(self) -> int:
        return int(self.entry.data.get("parties", 1))

    @property
    def between_people(self) -> bool:
        """Whether the words mean an engagement only between persons of two sides ("will see X")."""
        return bool(self.entry.data.get("people"))

    @property
    def takes_party(self) -> bool:
        """Whether the verb's object, where there is one, must be the other party ("received X")."""
        return self.entry.data.get("object") == "party"

    @property
    def in_passing(self) -> bool:
        """Whether the words only tell of something at an engagement ("raised it with X")."""
        return bool(self.entry.data.get("weak"))

    @property
    def object_kind(self) -> str:
        return str(self.entry.data.get("object", "party"))

    @property
    def partner_prepositions(self) -> tuple[str, ...]:
        return self.entry.words("partner")

    @property
    def treat(self) -> bool:
        """Whether one side gives it for another: a dinner, a banquet."""
        return self.noun and "for" in self.partner_prepositions and self.form in ("meeting", "ceremony")


NEAR = 2  # sentences from a noun to one that leaves it out
# forms of those who are at one place, and of all who talk to each other
FACE_TO_FACE = frozenset({"meeting", "talks"})
TALKING = FACE_TO_FACE | {"call", "video_call"}
SERIAL_FORMS = frozenset({"visit", "meeting", "talks", "summit_session"})


class TriggerFinder:
    """Compiles the forms of a codebook."""

    def __init__(self, codebook: Codebook) -> None:
        words = codebook.lexicon("engagements/words")
        self.serial = frozenset(words["serial_adjectives"]) | frozenset(words["rounds"])
        self.rounds = frozenset(words["rounds"])
        self.lasting, self.gatherings = frozenset(words["lasting_verbs"]), frozenset(words["gatherings"])
        self.whiles, self.forums = frozenset(words["whiles"]), frozenset(words["named_forums"])
        self.sittings = Sittings(words)
        self.verbs: dict[str, list[tuple[str, Entry]]] = defaultdict(list)
        self.nouns: dict[tuple[str, ...], list[Entry]] = defaultdict(list)
        for entry in codebook.entries("engagements"):
            if "form" not in entry.data:
                continue
            for lemma in entry.words("verbs"):
                verb, _, particle = lemma.partition("_")
                self.verbs[verb].append((particle, entry))
            for noun in entry.words("nouns"):
                self.nouns[tuple(noun.replace("-", " - ").split())].append(entry)
        self.shows = {w for e in codebook.entries("engagements") if e.data.get("of_day") for w in e.words("verbs")}
        past = {f: e.words("verbs")[0] for e in codebook.entries("engagements") for f in e.words("past")}
        self.past_forms: dict[str, str] = past
        for options in self.verbs.values():
            options.sort(key=lambda o: not o[0])
        self.complements = {c for e in codebook.entries("engagements") for c in e.words("complements")}
        self.longest = max(len(k) for k in self.nouns)
        self.heads = {k[-1] for k in self.nouns}
        self.telling = {k[-1] for k, found in self.nouns.items() if not all(e.words("after") for e in found)}

    def find(self, scene: Scene) -> Iterator[Trigger]:
        """All triggers, sentence by sentence."""
        last: Sentence | None = None
        told: Trigger | None = None
        for sentence in scene.sentences:
            nouns: list[Trigger] = []
            before = last if last is not None and last.passage.index == sentence.passage.index else None
            last = sentence
            taken: set[int] = set()
            for token in reversed(list(sentence.tokens)):
                if token.i not in taken and (found := self._noun(token, sentence)) is not None:
                    taken |= set(range(found.first, token.i + 1))
                    nouns.append(found)
                    yield found
            yield from self._ones(sentence, taken, before)
            yield from self._counted(sentence, told)
            told = next((t for t in reversed(nouns) if t.form in SERIAL_FORMS), told)
            for token in sentence.tokens:
                if token.i not in taken and (verb := self._verb(token, sentence)) is not None:
                    yield verb

    def _ones(self, sentence: Sentence, taken: set[int], last: Sentence | None) -> Iterator[Trigger]:
        """ "the visit replaces one in May that …", "an earlier one": the noun of a journey told of in the sentence, or
        in the one before where "one" is what this one tells of."""
        for token in sentence.tokens:
            if token.lower_ != "one" or not _stands_for_noun(token):
                continue
            before = (
                self._noun(t, sentence) for t in reversed(list(sentence.tokens)) if t.i in taken and t.i < token.i
            )
            meant = self._may_be_one(token)
            told = next((t for t in before if t is not None and t.form in meant), None)
            if told is None and last is not None and token.dep_ in ("nsubj", "nsubjpass"):
                earlier = (self._noun(t, last) for t in last.tokens)
                told = next((t for t in earlier if t is not None and t.form in meant), None)
            if told is not None:
                yield replace(told, token=token, first=token.i, sentence=sentence)

    def _counted(self, sentence: Sentence, told: Trigger | None) -> Iterator[Trigger]:
        """ "The third session took place in X. The fourth is to be held in Y": the noun told of before, left out."""
        if told is None or sentence.index - told.sentence.index > NEAR:
            return
        for token in sentence.tokens:
            alone = token.dep_ in ("nsubj", "nsubjpass") and token.head.pos_ in ("VERB", "AUX")
            article = token.i > sentence.tokens.start and token.doc[token.i - 1].lower_ in ("the", "a")
            if alone and article and token.lower_ in self.rounds and not any(c.dep_ == "prep" for c in token.children):
                yield replace(told, token=token, first=token.i, sentence=sentence)

    def _may_be_one(self, one: Token) -> frozenset[str]:
        """What "one" can stand for: a visit, and after "the last", "the next" a meeting or talks."""
        serial = {c.lower_ for c in one.children} & self.serial
        return SERIAL_FORMS if serial else frozenset({"visit"})

    def _lemma(self, token: Token) -> str:
        return token.lemma_ if token.lemma_ in self.verbs else self.past_forms.get(token.lower_, token.lemma_)

    def _mistaken(self, token: Token) -> str:
        """The lemma of a past form in lower case that the parser took for part of a name ("X rang Y")."""
        if token.tag_ not in ("NNP", "NN", "JJ") or not token.text.islower() or token.i + 1 >= len(token.doc):
            return ""
        return self.past_forms.get(token.lower_, "") if token.doc[token.i + 1].text[0].isupper() else ""

    def _singular(self, token: Token) -> str:
        """The lemma in lower case; of a capitalised plural that the parser took for a name ("Talks") its own."""
        lemma = token.lemma_.lower()
        named = token.pos_ == "PROPN" and lemma not in self.heads and lemma.endswith("s")
        return lemma[:-1] if named and lemma[:-1] in self.heads else lemma

    def _noun(self, token: Token, sentence: Sentence) -> Trigger | None:
        if not nominal(token) or self._singular(token) not in self.heads or self._of_a_forum(token):
            return None
        for length in range(min(self.longest, token.i - sentence.tokens.start + 1), 0, -1):
            first = token.i - length + 1
            words = tuple(self._singular(t) if t.i == token.i else t.lower_ for t in token.doc[first : token.i + 1])
            for entry in self.nouns.get(words, ()):
                wrong_number = token.lemma_.lower() in entry.words("plural") and token.tag_ not in (
                    "NNS",
                    "NNPS",
                )
                wrong_number = wrong_number or (bool(entry.data.get("singular")) and token.tag_ in ("NNS", "NNPS"))
                top = token.doc[first : token.i + 1].root
                wrong_number = wrong_number or (bool(entry.data.get("definite")) and not _only_the(top))
                if wrong_number or _compound_part(token) or not _fits(entry, top) or not _after(entry, top):
                    continue
                if (
                    token.lemma_.lower() == "call"
                    and any(_asks(c) for c in token.children if c.dep_ in ("prep", "acl"))
                    and length == 1
                ):
                    continue
                return Trigger(top, sentence, entry, cast(Form, entry.data["form"]), True, first)
        return None

    def _of_a_forum(self, token: Token) -> bool:
        """ "the Shangri-La Dialogue": the last word of the name of a standing conference."""
        if not token.text[0].isupper():
            return False
        before = token.doc[max(token.i - 4, token.sent.start) : token.i].text.lower()
        return any(f" {before}".endswith(f" {name}") for name in self.forums)

    def _verb(self, token: Token, sentence: Sentence) -> Trigger | None:
        """A verb that names an engagement, with its particle where it has one."""
        if token.lemma_ not in self.verbs and token.lower_ not in self.past_forms:
            return None
        if (token.dep_ in ("amod", "compound") and not self._mistaken(token)) or by_article(token):
            return None
        if token.lemma_ == "be" and self._is_so(token):
            return None
        lemma = self._lemma(token) if _verbal(token) or _bare_infinitive(token) else self._mistaken(token)
        for particle, entry in self.verbs.get(lemma, ()):
            if self._stands_so(token, particle, entry) and not self._otherwise(token, particle, entry):
                if _fits(entry, token):
                    return Trigger(token, sentence, entry, cast(Form, entry.data["form"]), False, token.i)
        return None

    def _is_so(self, be: Token) -> bool:
        """ "is a minister", "there is", "is to go": a "be" that says of nobody where he is."""
        return be.dep_ in ("aux", "auxpass") or any(
            c.dep_ in ("attr", "expl")
            or (c.dep_ == "xcomp" and c.tag_ == "VB")
            or (c.dep_ == "acomp" and (c.lower_ not in self.complements or to_do(c)))
            or (c.lower_ == "down" and c.dep_ in ("advmod", "prt"))
            for c in be.children
        )

    def _stands_so(self, verb: Token, particle: str, entry: Entry) -> bool:
        """Whether a verb stands as its entry asks: with a particle, active, affirmed, somewhere, of a day …"""
        asked = entry.data
        if particle and not has_particle(verb, particle):
            return False
        if not particle and asked.get("on_terms") and any(c.dep_ == "prt" for c in verb.children):
            return False  # "spoke out against it", "spoke up for them": said in public, and to no partner
        return not (
            (asked.get("active") and syntax.is_passive(verb))
            or (asked.get("object") == "party" and seen_doing(verb))
            or (asked.get("affirmed") and syntax.negated(verb))
            or (asked.get("somewhere") and not somewhere(verb))
            or (asked.get("participle") and verb.tag_ != "VBG")
            or asked.get("of_day", False) != (verb.lemma_ in self.shows and done_by_day(verb))
            or (asked.get("passive") and not any(c.dep_ == "auxpass" for c in verb.children))
            or (asked.get("on_terms") and on_terms(verb))
            or (asked.get("object") == "body" and not self.sittings.convened(verb))
        )

    def _otherwise(self, verb: Token, particle: str, entry: Entry) -> bool:
        """Whether a verb means something else: moves a thing, gives a name, says a clause, is done to oneself."""
        if only_about(entry, verb) or self._with_its_noun(verb, entry) or self._hosted(entry, verb):
            return True
        if (verb.lemma_ == "call" and not particle and puts_a_name_on(verb)) or of_itself(verb) or self._lasts(verb):
            return True
        if verb.lemma_ == "go" and entry.data["form"] == "visit" and any(syntax.prepositional(verb, "into")):
            return True  # "why his troops went into X", "goes into the talks": nobody visits
        said = ("ccomp", "xcomp") if particle else ("ccomp",)
        said_of = bool(entry.data.get("people")) and not entry.data.get("tells")
        if said_of and any(c.dep_ in said and c.pos_ not in ("NOUN", "PROPN") for c in verb.children):
            return True
        return self._moves(verb, particle, entry)

    def _moves(self, verb: Token, particle: str, entry: Entry) -> bool:
        """ "flew relief to X": an object other than a while, of a verb that has none."""
        if entry.data.get("object") != "none" or entry.data.get("origin"):
            return False
        return any(
            c.dep_ == "dobj"
            and c.ent_type_ not in ("DATE", "TIME")
            and c.lemma_.lower() not in self.whiles
            and c.lower_ not in particle.split("_")
            and verb.doc[c.left_edge.i - 1].text != ","
            for c in verb.children
        )

    def _hosted(self, entry: Entry, verb: Token) -> bool:
        """ "will host the annual summit": a gathering, and no guest."""
        thing = syntax.direct_object(verb) if entry.data.get("object") == "party" else None
        return thing is not None and verb.lemma_ == "host" and thing.lemma_.lower() in self.gatherings

    def _lasts(self, verb: Token) -> bool:
        """ "have kept talking", "will go on talking": no talks of their own."""
        if "to" in syntax.auxiliaries(verb):
            return False  # "is going to be talking to X"
        return verb.tag_ == "VBG" and verb.dep_ in ("xcomp", "advcl", "pcomp") and verb.head.lemma_ in self.lasting

    def entries(self, verb: Token) -> Iterator[Entry]:
        """The entries of a verb that stands with its particle, where it has one."""
        yield from (e for p, e in self.verbs.get(verb.lemma_, ()) if not p or has_particle(verb, p))

    def _with_its_noun(self, verb: Token, entry: Entry) -> bool:
        """ "speaking after talks with X": whom the noun right before the preposition was held with."""
        before = [verb.doc[c.i - 1] for c in verb.children if c.dep_ == "prep" and c.lower_ in entry.words("partner")]
        last = max((t.i for t in before), default=len(verb.doc))
        if entry.data.get("object") == "gathering":  # "chaired political talks in X with Y": the verb's own
            before = [t for t in before if t.dep_ != "dobj"]
        spoke = entry.data["form"] == "call"  # "spoke at a press conference with X"
        at = [n for n in syntax.prepositional(verb, "at", "during") if spoke and n.i < last]
        nouns = (
            t
            for t in (*before, *at)
            if t.i > verb.i and t.pos_ == "NOUN" and t.lemma_.lower() not in entry.words("needs")
        )
        return any(t.lemma_.lower() in self.telling for t in nouns)


def _stands_for_noun(one: Token) -> bool:
    """ "one" with a clause or a date about it, and no "of" or noun after it."""
    about = any(c.dep_ in ("relcl", "acl", "amod", "prep", "advmod") and c.lower_ != "of" for c in one.children)
    return about and one.dep_ in ("dobj", "pobj", "attr", "nsubj", "nsubjpass", "conj", "appos") and one.head.i != one.i


def _asks(child: Token) -> bool:
    """ "a call for calm", "a call to act", "a call by Y to act", and not "a call to X"."""
    if child.dep_ == "acl" and child.tag_ == "VB" and any(c.tag_ == "TO" for c in child.children):
        return True
    rung = child.lower_ == "to" and any(
        c.dep_ == "pobj" and (c.ent_type_ == "PERSON" or any(o.dep_ == "poss" for o in c.children))
        for c in child.children
    )
    while_ringing = child.head.dep_ == "pobj" and child.head.head.lower_ in (
        "in",
        "during",
    )  # "thanked X in a call for"
    return child.lower_ in ("for", "to") and not rung and not while_ringing


def _verbal(token: Token) -> bool:
    return token.pos_ == "VERB" or token.lemma_ == "be" or (token.dep_ == "ROOT" and token.tag_.startswith("VB"))


def _bare_infinitive(token: Token) -> bool:
    """ "is booked to land in X", where the parser took the verb for a noun."""
    before = token.doc[token.i - 1] if token.i else token
    if syntax.parted_modal(token) is not None:
        return True
    return before.lower_ == "to" and before.head.pos_ == "VERB" and token.tag_ == "NN" and not list(token.lefts)


def _only_the(noun: Token) -> bool:
    """ "on the line": no other word stands before the noun but what its own compound holds."""
    before = [c for c in noun.children if c.i < noun.i]
    return not any(c.dep_ == "compound" or (c.dep_ == "det" and c.lower_ != "the") for c in before)


def _compound_part(token: Token) -> bool:
    """ "talks" in "talks venue" names no talks, nor "meeting" in "meeting rooms", which the parser took for a verb."""
    after = token.nbor(1) if token.i + 1 < len(token.doc) else token
    rooms = token.tag_ == "NN" and after.dep_ == "dobj" and after.head.i == token.i and after.tag_ == "NNS"
    return rooms or (token.dep_ == "compound" and token.head.pos_ in ("NOUN", "PROPN") and token.head.i == token.i + 1)


def _after(entry: Entry, noun: Token) -> bool:
    """Whether a noun that counts only after certain prepositions ("on the phone") stands after one."""
    wanted = entry.words("after")
    described = any(c.dep_ in ("relcl", "acl") for c in noun.children)  # "in a tent on the line that divides them"
    return not wanted or (noun.dep_ == "pobj" and noun.head.lower_ in wanted and not described)


def _fits(entry: Entry, token: Token) -> bool:
    needs, lacks = entry.words("needs"), entry.words("lacks")
    barred = met_a_thing(entry.words("no_objects"), token) or done_by(entry.words("not_by"), token)
    if barred or not (needs or lacks):
        return not barred
    clause = clause_words(token)
    about = {t.i for c in clause if c.dep_ == "prep" and c.lower_ in ("about", "of") for t in c.subtree}
    remote = entry.data.get("form") in ("call", "video_call")  # "discussed online abuse"
    about |= matter(token) if needs and remote and token.pos_ == "VERB" else set()
    told = {t.i for c in clause if c.dep_ == "relcl" and c.head.pos_ == "PROPN" and c.i > token.i for t in c.subtree}
    told |= {t.i for c in clause if remote and c.lower_ == "about" for t in c.subtree}  # "by phone about a video"
    means = spellings(t for t in clause if t.i not in about)
    against = spellings(t for t in clause if t.i not in told)  # "X, who has demanded that"
    if token.pos_ in ("NOUN", "PROPN"):
        against |= spellings([syntax.clause_of(token)])
    if any(t.lower_ == "it" for t in syntax.prepositional(token, "over", "through", "on")):
        before = {t.lower_ for t in token.doc[token.sent.start : token.i]}  # "the line, over it X talked with Y"
        means, against = means | before, against | before
    return (not needs or bool(means & set(needs))) and not against & set(lacks)


def of_each(trigger: Trigger) -> bool:
    """ "X and Y reviewed their conversations with Z": what each of several had on his own."""
    noun = trigger.token
    own = trigger.noun and noun.tag_ == "NNS" and any(c.dep_ == "poss" and c.lower_ == "their" for c in noun.children)
    return own and any(True for _ in syntax.prepositional(noun, "with"))


def none_there(trigger: Trigger, verb: Token | None) -> bool:
    """ "X said that there had been no call": one told of before, and none of X's with somebody else."""
    none = trigger.noun and any(c.lower_ == "no" for c in trigger.token.children)
    there = verb is not None and any(c.dep_ == "expl" for c in verb.children)
    return none and there and not any(True for _ in syntax.prepositional(trigger.token, "with", "between"))


def clause_words(token: Token) -> Sequence[Token]:
    """The tokens of the clause around a verb, or of a noun's phrase and its verb's own words."""
    found = [token]
    for word in found:
        found += [c for c in word.children if not (c.dep_ in SUBCLAUSES or (c.dep_ == "conj" and c.pos_ == "VERB"))]
    return sorted(found, key=lambda t: t.i)
