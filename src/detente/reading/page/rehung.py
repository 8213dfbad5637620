"""Clauses that the parser hung on the wrong noun, put where they belong: "talks on the dam, which A and B held in X";
pasts that it takes for another verb's present: "wound up a visit"; and objects that it takes for a part of the time
after them, "called his counterpart minutes after the vote", that a dash adds, or that an aside parts from their verbs:
"has put off, with no new date, the talks, Y said"; and who says what stands before him, taken for an aside.

In: a scene. Out: nothing; the heads of such words and the tags of such verbs in its parsed passages are changed. What
is held, begins or ends is the talks and not what they are about.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from detente.reading.page import (
    asides,
    bade,
    comers,
    copied,
    counted,
    disowned,
    envoys,
    facing,
    foremost,
    joined,
    listed,
    nearest,
    noted,
    parted,
    presents,
    relatives,
    resumed,
    saidday,
)
from detente.reading.page.links import link_name, link_tank, of_a_tank, within_a_name
from detente.reading.page.robbed import (
    act,
    asked,
    bear_a_name,
    did,
    give_words,
    is_past,
    main_verb,
    make_main,
    part_day,
    past_aside,
    past_of_a_name,
    past_office,
    say,
    say_after_all,
    suffer,
    tell_more,
    while_doing,
)
from detente.reading.scene import Scene

if TYPE_CHECKING:
    from detente.reading.words import Token

ABOUT = frozenset({"on", "about", "over", "regarding", "concerning", "of", "for", "between", "with"})
DASHES = frozenset({"-", "–", "—", "--"})
DEEP = 4
DAYS = frozenset({"DATE", "TIME"})
PAIR = frozenset({"two", "both"})


class Rehanger:
    """Finds such clauses by what their verbs say and what stands above them."""

    def __init__(
        self, words: Mapping[str, Sequence[str]], parse: Mapping[str, Sequence[str]], dates: Iterable[str]
    ) -> None:
        """`words` are those of engagements, `parse` those by which a parse is mended."""
        self.holding, self.held = frozenset(words["holding_verbs"]), frozenset(words["tables"])
        self.journeys = frozenset(words["journeys"])
        self.resting = frozenset(parse["resting_verbs"])
        self.had = self.held | frozenset(words["told_of"])
        self.dates, self.papers = frozenset(dates), frozenset(words["papers"])
        self.rulers, self.relations = frozenset(words["rulers"]), frozenset(words["relational_nouns"])
        self.motion, self.gatherings = frozenset(words["motion"]), frozenset(words["gatherings"])
        self.discussing, self.notes = frozenset(words["topic_verbs"]), frozenset(words["notes_taken"])
        self.whiles, self.saying = frozenset(words["short_whiles"]), frozenset(words["sequel_verbs"])
        self.past_of, self.lemma_of, self.pasts, self.presents = (
            dict(pair.split() for pair in parse[k]) for k in ("past_with_up", "mended_lemmas", "pasts", "presents")
        )
        self.unchanged, self.led, self.met_nouns, self.copies, self.name_links = (
            frozenset(parse[k]) for k in ("unchanged", "led_verbs", "met_nouns", "copies", "name_links")
        )
        self.having, self.denying = frozenset(words["having_verbs"]), frozenset(words["denying_verbs"])
        self.off = frozenset(words["falling_through"]) | frozenset(words["line_ending_verbs"])
        self.counts, self.meeting = frozenset(parse["meeting_counts"]), frozenset(parse["counted_verbs"])
        self.vowing, self.called = frozenset(parse["vowing"]), frozenset(parse["called_in"])
        self.bidding = bade.Bidding(*(frozenset(parse[f"part_{k}"]) for k in ("telling", "calling", "asking")))

    def apply(self, scene: Scene) -> None:
        """Hangs the clauses of a scene anew."""
        for sentence in scene.sentences:
            for word in sentence.tokens:
                self._form(word)
                self._name(word)
                foremost.mend(word)
                comers.mend(word)
                self._main_verb(word)
                self._owner_or_deed(word)
                self._saying(word)
                self._subject(word)
                self._object(word)
                self._parted(word)
                self._relative(word)

    def _form(self, word: Token) -> None:
        """The tag and the lemma of a word that was taken for another."""
        if word.pos_ == "VERB" and word.lemma_ in self.lemma_of and word.lower_ != word.lemma_:
            word.lemma_ = self.lemma_of[word.lemma_]
        if word.tag_ == "VBP" and word.lower_ in self.past_of and any(c.lower_ == "up" for c in word.children):
            word.tag_, word.lemma_ = "VBD", self.past_of[word.lower_]
        if word.tag_ == "NNPS" and word.lemma_ == word.text and word.lower_[:-1] in self.gatherings:
            word.lemma_ = word.text[:-1]  # "the Third Political Consultations"
        if word.tag_ in ("VBP", "VB") and word.lower_ in self.pasts:
            word.tag_, word.lemma_ = "VBD", self.pasts[word.lower_]
        rung = word.tag_ == "JJ" and word.dep_ == "ROOT" and word.lower_ in self.pasts
        if rung and any(c.dep_ == "dobj" for c in word.children):
            word.pos_, word.tag_, word.lemma_ = "VERB", "VBD", self.pasts[word.lower_]  # "X, the minister, phoned Y"
        if word.tag_ in ("VB", "VBP") and word.lower_ in self.unchanged and _told_of_one(word):
            word.tag_ = "VBD"

    def _name(self, word: Token) -> None:
        """What belongs to a name or a noun, and what was made part of one."""
        if word.tag_ == "VB" and word.dep_ == "xcomp" and word.text[0].isupper():
            presents.to_a_place(word, self.motion)
        if word.dep_ == "oprd":
            envoys.called(word, self.relations)
        if word.dep_ == "appos":
            envoys.name_beside(word, self.relations)
        if word.dep_ == "nmod" and word.head.i > word.i:
            envoys.mend(word, self.rulers)
        if word.dep_ == "prep" and word.i > word.sent.start and word.nbor(-1).lower_ == "as":
            joined.as_well(word)
        if word.lower_ in self.copies:
            copied.mend(word, self.papers)
        if within_a_name(word, self.name_links):
            link_name(word)
        if of_a_tank(word):
            link_tank(word)
        if word.dep_ == "compound" and word.i > word.sent.start:
            part_day(word, self.dates)

    def _main_verb(self, word: Token) -> None:
        """The main verb of a sentence that was taken for less, or for a name."""
        if word.dep_ == "ccomp" and word.head.i < word.i:
            tell_more(word)
        elif word.dep_ == "ccomp":
            give_words(word)
        if word.dep_ == "ROOT" and word.tag_ == "VBN" and is_past(word):
            word.tag_ = "VBD"
        if word.dep_ == "ROOT" and word.pos_ in ("NOUN", "PROPN"):
            verb = main_verb(word) or past_aside(word) or past_of_a_name(word) or past_office(word)
            if verb is not None:
                make_main(verb, word)
        if word.lower_.endswith("ing") and word.dep_ in ("ROOT", "ccomp", "nsubj", "conj") and word.i:
            while_doing(word)
        if word.tag_ == "MD" and word.dep_ == "aux" and word.text.istitle():
            bear_a_name(word)
        if word.dep_ == "amod" and word.tag_ in ("VBD", "VBN"):
            did(word, self.discussing)

    def _owner_or_deed(self, word: Token) -> None:
        """Participles, "to be done", "of X's" and passives, each on what it is of."""
        if word.dep_ == "acl" and word.tag_ == "VBN" and word.head.dep_ == "nsubj":
            _before_semicolon(word)
        if word.dep_ in ("acl", "relcl") and word.tag_ == "VBN" and word.lemma_ in self.led:
            _free_days(word)
        if word.lemma_ == "be" and (done := _to_be_done(word)) is not None:
            _join(word, done)
        if word.lower_ == "of" and word.dep_ == "compound" and word.head.dep_ == "poss":
            _owns(word)
        if word.lemma_ == "be" and word.dep_ in ("auxpass", "ROOT"):
            suffer(word)

    def _saying(self, word: Token) -> None:
        """Verbs of saying and opening, and "that they meet"."""
        if word.dep_ in ("conj", "advcl") and word.tag_ == "VBD" and word.lemma_ in self.saying:
            say(word)
        if word.dep_ == "ROOT" and word.tag_ == "VBD" and word.lemma_ in self.saying:
            asked(word)
            say_after_all(word)
        if word.dep_ == "ROOT" and word.tag_ in ("VBD", "VBZ"):
            _opened(word)
        if word.dep_ == "case" and word.head.dep_ == "poss":
            _owned_after(word.head)
        if word.tag_ == "NN" and word.lower_ in self.met_nouns:
            _that_they_meet(word)

    def _subject(self, word: Token) -> None:
        """Subjects that are none, or that are one of several."""
        if word.dep_ == "nsubj" and word.lower_ in ("last", "first", "next"):
            _counted(word)
        if word.dep_ == "nsubj" and word.ent_type_ == "GPE" and word.pos_ == "PROPN":
            _listed(word)
        if word.dep_ == "nsubj" and (verb := _parted(word)) is not None:
            word.head, word.dep_ = verb, "dobj"
        if word.dep_ == "pobj" and word.head.lower_ in ("except", "but", "save", "besides"):
            _none_but(word)
        act(word)
        if word.dep_ == "appos" and _acts_after(word):
            _part_subject(word)

    def _object(self, word: Token) -> None:
        """Objects that an apposition, a paper or a short while was taken for."""
        if word.dep_ == "dobj" and (verb := _said_in_a_paper(word)) is not None:
            _take_over(verb, word)
        if word.dep_ == "dobj" and (noun := _added(word)) is not None:
            word.head, word.dep_ = noun, "appos"
        if word.dep_ == "npadvmod" and word.lemma_.lower() in self.whiles:
            _part(word)
        if word.dep_ == "pobj" and word.head.lower_ == "in":
            envoys.called_in(word, self.called)
        if word.dep_ == "npadvmod" and envoys.rung_up(word):
            word.dep_ = "dobj"

    def _parted(self, word: Token) -> None:
        """What asides, quotations and days part from what it belongs to: a file each."""
        relatives.mend(word, self.had, self.having)
        joined.mend(word)
        counted.mend(word, self.held, self.counts, self.meeting)
        facing.mend(word)
        noted.mend(word, self.notes)
        nearest.mend(word)
        listed.mend(word)
        saidday.mend(word)
        asides.mend(word)
        disowned.mend(word, self.denying, self.off)
        presents.mend(word, self.presents, self.resting)
        if word.text == "rang":
            parted.ring(word)
        parted.mend(word, self.journeys, self.saying)
        bade.mend(word, self.bidding)
        resumed.mend(word, self.saying, self.vowing)

    def _relative(self, clause: Token) -> None:
        """Relative clauses on the wrong noun."""
        if clause.dep_ == "relcl" and (person := _of_whom(clause)) is not None:
            clause.head = person
        if clause.dep_ == "relcl" and clause.lemma_ in self.holding and _set_off(clause):
            if (noun := self._above(clause.head)) is not None:
                clause.head = noun
        if self._that_they_held(clause) and (noun := self._above(clause.head)) is not None:
            clause.head, clause.dep_ = noun, "relcl"

    def _that_they_held(self, clause: Token) -> bool:
        """ "The talks on beef that X and Y held in Z ended well": with a subject of its own after "that"."""
        if clause.dep_ not in ("acl", "relcl") or clause.lemma_ not in self.holding:
            return False
        that = any(c.lower_ == "that" and c.dep_ in ("dobj", "mark") for c in clause.children)
        return that and any(c.dep_ == "nsubj" and c.lower_ != "that" for c in clause.children)

    def _above(self, noun: Token) -> Token | None:
        """The noun of talks that has another in a phrase of what they are about."""
        found = None
        for _ in range(DEEP):
            if noun.dep_ != "pobj" or noun.head.dep_ != "prep" or noun.head.lower_ not in ABOUT:
                break
            noun = noun.head.head
            if noun.lemma_.lower() in self.held and noun.pos_ == "NOUN":
                found = noun  # "the round of talks on X": the round
        return found


def _owns(of: Token) -> None:
    """ "President X of Kenya's visit to Y": X makes it, and Kenya is his state."""
    state, name = of.head, of.doc[of.i - 1] if of.i else of
    if state.i < of.i or name.pos_ != "PROPN" or name.head.i != state.i:
        return
    before = [c for c in state.children if c.i < name.i and c.dep_ in ("compound", "amod", "nmod")]
    name.head, name.dep_ = state.head, "poss"
    of.head, of.dep_ = name, "prep"
    state.head, state.dep_ = of, "pobj"
    for word in before:
        word.head = name


def _said_in_a_paper(thing: Token) -> Token | None:
    """ "affirmed" of "said in a statement that X affirmed, in the course of the call, the approach of Y": whose object
    the parser gave to the verb above, over an aside."""
    papers = (
        n for c in thing.head.children if c.lower_ == "in" for n in c.children if n.dep_ == "pobj" and n.i < thing.i
    )
    clauses = (c for n in papers for c in n.children if c.dep_ == "acl" and c.tag_ in ("VBD", "VBZ") and c.i < thing.i)
    verb = next((c for c in clauses if any(m.lower_ == "that" for m in c.children)), None)
    bare = verb is not None and not any(c.dep_ in ("dobj", "ccomp", "xcomp") for c in verb.children)
    return verb if bare and verb is not None and "," in [t.text for t in thing.doc[verb.i : thing.i]] else None


def _take_over(verb: Token, thing: Token) -> None:
    """Gives a verb an object, and what stands between the two."""
    for child in [c for c in thing.head.children if verb.i < c.i <= thing.i]:
        child.head = verb


def _owned_after(state: Token) -> None:
    """ "took the opportunity of King X of Y's visit": X makes it, and Y is his state, as in "King X of Y's visit"."""
    thing, of = state.head, state.head.head
    name = of.head
    told = thing.dep_ == "pobj" and of.lower_ == "of" and of.i + 1 == state.i and name.i + 1 == of.i
    if not told or name.pos_ != "PROPN" or name.ent_type_ != "PERSON" or name.head.i == name.i:
        return
    thing.head, thing.dep_ = name.head, name.dep_
    name.head, name.dep_ = thing, "poss"
    state.head, state.dep_ = of, "pobj"


def _acts_after(noun: Token) -> bool:
    """ "In a release carried by the site X, the ministry said …": what stands right before the verb, with no comma to
    close it, is its subject and no aside to a name that follows a word on."""
    name, verb = noun.head, noun.head.head
    between = name.i < noun.i < verb.i and name.left_edge.i > name.sent.start
    if name.dep_ != "nsubj" or verb.pos_ != "VERB" or not between:
        return False
    before, comma = name.doc[name.left_edge.i - 1], name.doc[noun.left_edge.i - 1]
    return comma.text == "," and before.pos_ == "NOUN" and noun.right_edge.i + 1 == verb.i


def _part_subject(noun: Token) -> None:
    """Hangs a subject on its verb, and the name before it on the noun that it follows."""
    name = noun.head
    noun.head, noun.dep_ = name.head, "nsubj"
    name.head, name.dep_ = name.doc[name.left_edge.i - 1], "appos"


def _that_they_meet(verb: Token) -> None:
    """Makes a clause of "proposed that the two meet in X", which the parser took for a noun that is counted."""
    two = next((c for c in verb.children if c.lower_ in PAIR and c.i == verb.i - 1), None)
    the = next((c for c in verb.children if c.lower_ == "the" and c.i == verb.i - 2), None)
    that = verb.doc[the.i - 1] if the is not None and the.i > verb.sent.start else None
    if two is None or the is None or that is None or that.lower_ != "that" or that.i == that.sent.start:
        return
    above = that.doc[that.i - 1]
    if above.pos_ != "VERB":
        return
    verb.pos_, verb.tag_, verb.lemma_ = "VERB", "VB", verb.lower_
    verb.head, verb.dep_ = above, "ccomp"
    that.head, two.dep_, the.head = verb, "nsubj", two


def _counted(adverb: Token) -> None:
    """Makes "the two" the subject of "The two last met in May"."""
    two = adverb.doc[adverb.i - 1]
    if two.head != adverb or two.dep_ not in ("nummod", "compound", "amod", "nmod") or adverb.i + 1 != adverb.head.i:
        return
    rest = [c for c in adverb.children if c.i != two.i]
    two.head, two.dep_ = adverb.head, "nsubj"
    adverb.head, adverb.dep_ = adverb.head, "advmod"
    for child in rest:
        child.head = two


def _listed(place: Token) -> None:
    """Makes Y of "envoys from X, Y and Z met" one of those they are from, where the parser made it a second subject."""
    before = place.doc[place.i - 2] if place.i > 1 and place.doc[place.i - 1].text == "," else None
    more = any(c.dep_ == "conj" and c.ent_type_ == "GPE" for c in place.children)
    if before is None or not more or before.dep_ != "pobj" or before.ent_type_ != "GPE":
        return
    if any(c.dep_ in ("nsubj", "nsubjpass") and before in c.subtree for c in place.head.children if c.i < place.i):
        place.head, place.dep_ = before, "conj"


def _none_but(one: Token) -> None:
    """Makes Y the object of "saw nobody in X except Y"."""
    verb = next((t for t in one.head.ancestors if t.pos_ == "VERB"), None)
    things = [c for c in verb.children if c.dep_ == "dobj" and c.i < one.i] if verb is not None else []
    none = [c for c in things if c.lower_ in ("nobody", "none") or any(d.lower_ == "no" for d in c.children)]
    if verb is not None and none and none[0].lower_ in ("nobody", "none", "one", "other"):
        none[0].dep_, one.head, one.dep_ = "dep", verb, "dobj"


def _of_whom(clause: Token) -> Token | None:
    """X in "X, the minister for trade, who spent two days in Y": no trade spends days."""
    who = next((c for c in clause.children if c.tag_ == "WP" and c.dep_ in ("nsubj", "nsubjpass")), None)
    thing = clause.head
    if who is None or thing.dep_ != "pobj" or who.doc[who.i - 1].text != ",":
        return None
    office = thing.head.head
    person = office.head if office.dep_ == "appos" else None
    return person if person is not None and person.pos_ == "PROPN" and thing.ent_type_ != "PERSON" else None


def _told_of_one(verb: Token) -> bool:
    """Whether a form that is the past as well has one person or thing for its subject and no helper: "she set out"."""
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    one = subject is not None and (subject.tag_ in ("NN", "NNP") or subject.lower_ in ("he", "she", "it"))
    joined = subject is not None and any(c.dep_ == "conj" for c in subject.children)
    helped = any(c.dep_ in ("aux", "mark") and c.lower_ != "that" for c in verb.children)
    named = subject is not None and subject.pos_ == "PROPN"  # "X and Y put their names to it on Monday"
    on_a_day = named and any(t.ent_type_ == "DATE" and t.tag_ == "NNP" for t in verb.subtree if t.i > verb.i)
    return not helped and ((one and not joined) or on_a_day)


def _before_semicolon(clause: Token) -> None:
    """Makes a clause of "X, another guest, dined with Y" before "; trade was on the menu"."""
    who, later = clause.head, clause.head.head
    between = clause.doc[clause.i : later.i]
    own = any(c.dep_ in ("nsubj", "nsubjpass") and c.i > clause.i for c in later.children)
    if own and clause.doc[clause.i - 1].text == "," and any(t.text == ";" for t in between):
        clause.tag_, clause.head, clause.dep_ = "VBD", later, "ccomp"
        who.head = clause


def _free_days(clause: Token) -> None:
    """Gives the day in "received a delegation led by X on Tuesday" to "received": nobody is led on a day."""
    verb = clause.head
    while verb.pos_ not in ("VERB", "AUX") and verb.head.i != verb.i:
        verb = verb.head
    if verb.pos_ not in ("VERB", "AUX") or verb.i > clause.i:
        return
    below = [c for c in clause.children if c.dep_ == "agent"]
    for word in (c for t in (clause, *below) for c in t.children if c.i > clause.i):
        told = word.ent_type_ in DAYS if word.dep_ == "npadvmod" else word.dep_ == "prep"
        if told and (word.dep_ == "npadvmod" or any(c.ent_type_ in DAYS for c in word.children)):
            word.head = verb


def _opened(verb: Token) -> None:
    """Gives "was" of "Speaking to the Herald, X, who heads Y, was dismissive" its subject, which the parser hung on the
    last noun of the opening."""
    subjects = [c for c in verb.children if c.dep_ in ("nsubj", "csubj", "expl")]
    opening = subjects[0] if len(subjects) == 1 else None
    if opening is None or opening.tag_ != "VBG" or opening.i != verb.sent.start:
        return
    names = (
        t
        for t in opening.subtree
        if t.dep_ in ("appos", "conj") and t.pos_ == "PROPN" and t.doc[t.left_edge.i - 1].text == ","
    )
    who = next((t for t in names if t.i < verb.i), None)
    after = verb.doc[who.right_edge.i + 1 : verb.i] if who is not None else None
    if who is not None and after is not None and all(t.text == "," or t.dep_ in ("aux", "advmod") for t in after):
        who.head, who.dep_, opening.dep_ = verb, "nsubj", "advcl"


def _to_be_done(verb: Token) -> Token | None:
    """ "held" of "is to be held", where the parser made a clause of "is" alone."""
    if verb.dep_ in ("aux", "auxpass") or any(c.dep_ in ("attr", "acomp", "expl") for c in verb.children):
        return None
    done = (c for c in verb.children if c.dep_ == "xcomp" and c.tag_ == "VBN" and c.i > verb.i)
    return next((c for c in done if {"to", "be"} <= {t.lower_ for t in c.children}), None)


def _join(verb: Token, done: Token) -> None:
    """Makes one clause of "is" and "to be held": what hangs on the first hangs on the second."""
    above, role = verb.head, verb.dep_
    top = above.i == verb.i
    rest = [c for c in verb.children if c.i != done.i]
    done.head, done.dep_ = (done, role) if top else (above, role)
    verb.head, verb.dep_ = done, "aux"
    for child in rest:
        child.head = done
        child.dep_ = "nsubjpass" if child.dep_ == "nsubj" else child.dep_


def _part(hours: Token) -> None:
    """Gives the noun right before "hours after" back to the verb, with the words before it."""
    after, noun = hours.head, hours.doc[max(0, hours.i - 1)]
    if noun.head.i != hours.i or noun.dep_ != "compound" or after.dep_ not in ("prep", "mark"):
        return
    verb = after.head if after.dep_ == "prep" else after.head.head
    taken = next((c for c in verb.children if c.dep_ == "dobj" and c.i == noun.i - 1), None)
    noun.head, noun.dep_ = verb, "dobj"
    if taken is not None:
        for child in list(taken.children):
            child.head = noun
        taken.head, taken.dep_ = noun, "amod"


def _added(thing: Token) -> Token | None:
    """The noun that an object after a dash is an apposition to: "met to discuss trade with Chad - one of many"."""
    first = thing.left_edge.i
    if first - thing.head.i < 3 or thing.doc[first - 1].text not in DASHES:
        return None
    noun = thing.doc[first - 2]
    return noun if noun.pos_ in ("NOUN", "PROPN") else None


def _set_off(clause: Token) -> bool:
    """Whether "which" after a comma opens a clause."""
    opening = next((t for t in clause.subtree if t.tag_ == "WDT"), None)
    return opening is not None and opening.i > 0 and opening.i < clause.i and opening.doc[opening.i - 1].text == ","


def _parted(noun: Token) -> Token | None:
    """The verb whose object a noun is that was taken for the first of two subjects of a verb of saying after it."""
    subjects = [c for c in noun.head.children if c.dep_ == "nsubj"]
    first = noun.left_edge.i
    if len(subjects) < 2 or noun != subjects[0] or first < 2 or noun.doc[first - 1].text != ",":
        return None
    opening = next((t for t in reversed(noun.doc[noun.sent.start : first - 1]) if t.text == ","), None)
    verb = noun.doc[opening.i - 1] if opening is not None and opening.i > 0 else None
    verb = verb.head if verb is not None and verb.dep_ == "prt" else verb
    told = verb is not None and verb.pos_ == "VERB" and verb.tag_ != "VBG" and subjects[-1].i > noun.i
    return verb if told and verb is not None and not any(c.dep_ in ("dobj", "ccomp") for c in verb.children) else None
