"""Verbs that the parser robbed of who acts: "On Monday X was received by Y", where it made one name of day and person;
"X telephoned General Y, head of Z", where it made an adjective of the verb; "X and his counterpart, Y, held in Z the
session of W", where it made an aside of it. And clauses that tell more of a noun, taken for what is said: "protested at
the insults that Z's radio spreads".

In: tokens of a parsed passage. Out: the same, with the words hung where they belong.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from detente.reading.words import Token

# prepositions after which what a verb of saying is about stands, and no words: "complained of the fees that X takes"
OF_WHAT = frozenset({"of", "at", "about", "over", "against", "for"})
LONGEST_ASIDE = 7  # tokens of ", it went on to say,"
PLACES = frozenset({"GPE", "LOC", "FAC"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})


def part_day(day: Token, dates: frozenset[str]) -> None:
    """Gives "On Monday X was received", "At a dinner in May X had said" its date and its subject, where the two were
    made one name."""
    name, number = day.head, day.nbor(-1)
    dated = number.tag_ == "CD" and number.dep_ == "pobj" and number.i > day.sent.start  # "On 8 May X dined with Y"
    lead, verb = number.nbor(-1) if dated else number, name.head
    named = name.pos_ == "PROPN" and name.i > day.i
    if not named or not (dated or day.lower_ in dates) or lead.lower_ not in ("on", "last", "next", "in"):
        return
    if name.dep_ == "pobj" and verb.i == lead.i:
        while verb.dep_ != "ROOT" and verb.pos_ not in ("VERB", "AUX"):
            verb = verb.head
        if verb.i < name.i or any(c.dep_ in SUBJECTS for c in verb.children):
            return
        name.head, name.dep_ = verb, "nsubjpass" if any(c.dep_ == "auxpass" for c in verb.children) else "nsubj"
        day.head, day.dep_ = lead, "pobj"
    elif name.dep_ in SUBJECTS and lead.head.i == verb.i:
        day.head, day.dep_ = (lead, "pobj") if lead.dep_ == "prep" else (verb, "npadvmod")
        if dated:
            number.head, number.dep_ = day, "nummod"


def tell_more(clause: Token) -> None:
    """Hangs "that X takes", which lacks what it takes, of "protested at the fees that X takes" on the fees."""
    thats = (c for c in clause.subtree if c.lower_ == "that" and c.tag_ == "WDT" and c.i < clause.i)
    that = next((c for c in thats if c.dep_ in ("dobj", "nsubj", "nsubjpass", "pobj")), None)
    noun = that.nbor(-1) if that is not None and that.i > clause.sent.start else None
    if noun is None or noun.pos_ not in ("NOUN", "PROPN") or noun.ent_type_ in ("DATE", "TIME", "PERSON"):
        return
    above = noun
    while above.dep_ in ("pobj", "conj", "prep", "appos") and above.head.i != clause.head.i:
        above = above.head
    if above.dep_ == "prep" and above.lower_ in OF_WHAT and above.head.i == clause.head.i:
        clause.head, clause.dep_ = noun, "relcl"


def is_past(verb: Token) -> bool:
    """ "X, the note says, called for Y", "X, the minister, protested at Y", "X announced on Monday it would pay": what
    has a subject before it and an aside or a clause of its own is a past, and no participle."""
    subject = next((c for c in verb.children if c.dep_ == "nsubj" and c.i < verb.i), None)
    helped = any(c.dep_ in ("aux", "auxpass") for c in verb.children)
    parted = verb.doc[verb.i - 1].text == "," or any(c.dep_ == "ccomp" and c.i > verb.i for c in verb.children)
    return subject is not None and not helped and parted


def main_verb(noun: Token) -> Token | None:
    """ "called" of "The same document called on X to act.", where the parser made a participle of it: what has an
    object or asks somebody for a deed is no participle of the past."""
    after = [c for n in _with_phrase(noun) for c in n.children if c.dep_ == "acl" and c.tag_ in ("VBN", "VBD")]
    named = [c for c in after if any(_closes_aside(n, c) for n in {c.head, *_with_phrase(noun)})]
    after = named or [c for c in after if c.i == max(n.i for n in _with_phrase(noun)) + 1]
    marked = any(c.dep_ in ("det", "poss") and c.lower_ not in ("a", "an") for c in noun.children)
    known = marked and (noun.pos_ == "NOUN" or bool(named))
    known = known or any(n.dep_ == "conj" and _closes_aside(n, c) for c in named for n in _with_phrase(noun))
    if len(after) != 1 or not known or noun.sent[-1].text not in '.”"':
        return None
    _take_thing(after[0])
    roles = {c.dep_ for c in after[0].children}
    on = any(c.dep_ == "prep" and c.lower_ == "on" for c in after[0].children)
    told = roles & {"dobj", "ccomp"} or (on and roles & {"xcomp", "advcl"}) or (named and _within_someone(after[0]))
    return after[0] if told else None


def _within_someone(verb: Token) -> bool:
    """ "received in Oslo Latvia's new minister, X": nobody is received in a person, so that X is its object."""
    spots = (n for c in verb.children if c.dep_ == "prep" for n in c.children if n.dep_ == "pobj")
    asides = (a for n in spots if n.pos_ == "NOUN" for a in n.children if a.dep_ == "appos" and a.pos_ == "PROPN")
    return any(a.ent_type_ not in PLACES for a in asides)


def _take_thing(verb: Token) -> None:
    """Gives "signed in Z on Monday a treaty", after "X and his counterpart, Y,", its object."""
    bare = (
        verb.head.dep_ == "conj" and verb.tag_ == "VBN" and not any(c.dep_ in ("dobj", "ccomp") for c in verb.children)
    )
    things = [c for c in verb.head.children if c.dep_ == "appos" and c.pos_ == "NOUN" and c.i > verb.i]
    if bare and len(things) == 1 and _closes_aside(verb.head, verb):
        things[0].head, things[0].dep_ = verb, "dobj"


def past_of_a_name(noun: Token) -> Token | None:
    """ "called" of "Chad's minister X called his counterpart, Y, on Monday", which the parser made a participle of and
    tagged as the past that it is."""
    names = [c for c in noun.children if c.dep_ == "appos" and c.pos_ == "PROPN" and c.left_edge.i == noun.i + 1]
    verb = names[0].nbor(1) if len(names) == 1 and names[0].i + 1 < noun.sent.end else None
    told = verb is not None and verb.dep_ == "acl" and verb.tag_ == "VBD" and verb.head.i == names[0].i
    if verb is None or not told:
        return None
    for thing in (c for c in verb.children if c.dep_ == "oprd" and c.pos_ in ("NOUN", "PROPN")):
        thing.dep_ = "dobj"
    return verb


def past_aside(noun: Token) -> Token | None:
    """ "called" of "X, it went on, called on Y to act": what follows an aside with a subject and a verb of its own."""
    verb = next((c for c in noun.children if c.dep_ == "acl" and c.tag_ in ("VBN", "VBD")), None)
    aside = noun.doc[noun.i + 1 : verb.i] if verb is not None else noun.doc[0:0]
    closed = 3 < len(aside) <= LONGEST_ASIDE and aside[0].text == aside[-1].text == ","
    verbs = [t for t in aside[2:4] if t.tag_ in ("VBD", "VBZ")] if closed else []  # "it went on", "the note says"
    told = any(c.dep_ == "nsubj" and aside.start < c.i < v.i for v in verbs for c in v.children)
    return verb if told else None


def past_office(name: Token) -> Token | None:
    """ "called" of "X, the Kenyan president, called Y of Z on Monday", which the parser made a participle of and hung
    on the office, or on the name after it."""
    asides = [c for c in name.children if c.dep_ == "appos" and c.i > name.i]
    verbs = [v for a in (name, *asides) for v in a.children if v.dep_ == "acl" and v.tag_ in ("VBN", "VBD")]
    verb = verbs[0] if len(verbs) == 1 else None
    whom = next((c for c in verb.children if c.dep_ in ("oprd", "dobj")), None) if verb is not None else None
    closed = verb is not None and verb.i - 2 > name.i and verb.doc[verb.i - 1].text == ","
    if verb is None or whom is None or not closed or not asides or asides[0].i > verb.i or whom.pos_ != "PROPN":
        return None
    whom.dep_ = "dobj"
    return verb


def while_doing(verb: Token) -> None:
    """Makes the clause "agreed" of "X and Y, meeting in Z on Monday, agreed to …", of which the parser made the aside
    the clause or its subject: they did it when they met."""
    deed, doer = verb.head, next((c for c in verb.children if c.dep_ == "nsubj" and c.i < verb.i), None)
    if verb.dep_ == "conj":  # "Zimbabwe and Botswana, meeting in Z, agreed"
        beside = deed.pos_ == "PROPN" and deed.dep_ == "nsubj" and deed.head.tag_ == "VBD" and deed.head.i > verb.i
        if verb.tag_ == "VBG" and beside and verb.nbor(-1).text == "," and deed.head.nbor(-1).text == ",":
            verb.dep_ = "acl"
        return
    if verb.tag_ == "VBG" and not any(c.dep_ in ("aux", "auxpass") for c in verb.children):
        past = (c for c in verb.children if c.dep_ in ("dep", "ccomp", "conj") and c.tag_ == "VBD" and c.i > verb.i)
        deed = next((c for c in past if not any(True for _ in c.lefts)), verb)
    elif verb.tag_ != "NN" or verb.dep_ != "nsubj" or deed.tag_ != "VBD":
        return
    aside = doer is not None and doer.pos_ in ("PROPN", "NOUN") and verb.nbor(-1).text == ","
    if doer is None or deed.i <= verb.i or not aside or deed.nbor(-1).text != ",":
        return
    if deed.head.i == verb.i:
        deed.head, deed.dep_ = (deed, "ROOT") if verb.dep_ == "ROOT" else (verb.head, verb.dep_)
    for child in [c for c in verb.children if c.dep_ == "mark" or (c.dep_ == "punct" and c.i > deed.i)]:
        child.head = deed
    doer.head, doer.dep_ = deed, "nsubj"
    verb.head, verb.dep_, verb.tag_, verb.pos_ = doer, "acl", "VBG", "VERB"


def _closes_aside(noun: Token, verb: Token) -> bool:
    """Whether a verb stands right after the name that commas set off behind a noun: "The minister, X, rejected …"."""
    name = next((c for c in noun.children if c.dep_ == "appos" and c.pos_ == "PROPN"), None)
    if name is None or not name.i < verb.i or noun.doc[verb.i - 1].text != ",":
        return False
    more = [c.right_edge.i for c in noun.children if c.dep_ == "relcl" and name.i < c.i < verb.i]  # ", X, who is in Y,"
    return verb.i - 2 in (name.i, name.right_edge.i, *more)


def _with_phrase(noun: Token) -> list[Token]:
    """A noun, that of the phrase right after it and the one beside it: "The side at the same time called on …"."""
    phrase = next((c for c in noun.children if c.dep_ == "prep" and c.i == noun.i + 1), None)
    below = [c for c in phrase.children if c.dep_ == "pobj"] if phrase is not None else []
    return [noun, *below, *(c for c in noun.children if c.dep_ == "conj" and c.pos_ in ("NOUN", "PROPN"))]


def make_main(verb: Token, noun: Token) -> None:
    """Makes a clause of a noun and the verb after it."""
    opening = ("prep", "npadvmod", "punct", "advmod")  # "In May, the minister, X, received Y"
    first = min((c.i for c in noun.children if c.dep_ in ("det", "poss")), default=noun.i)
    rest = [c for c in noun.children if c.i > verb.i or (c.i < first and c.dep_ in opening)]
    verb.head, verb.dep_, verb.tag_ = verb, "ROOT", "VBD"
    noun.head, noun.dep_ = verb, "nsubj"
    for child in rest:
        child.head = verb
    for child in verb.children:
        asked = child.dep_ == "advcl" and child.tag_ == "VB" and any(c.lower_ == "to" for c in child.children)
        child.dep_ = "xcomp" if asked else child.dep_


def did(verb: Token, discussing: frozenset[str]) -> None:
    """Makes a clause of "The two discussed trade.", which the parser took for a noun that is "discussed"."""
    noun = verb.head
    while noun.dep_ in ("compound", "nmod") and noun.head.i > noun.i:
        noun = noun.head  # "hosted Trade Minister X"
    who = next((c for c in verb.children if c.dep_ == "nsubj"), None) or _two_before(verb, discussing)
    who = who or (noun.head if _closes_aside(noun.head, verb) and noun.head.dep_ == "ROOT" else None)
    who = who or _named_before(verb, noun) or _behind_a_name(verb, noun) or _behind_a_day(verb, noun)
    if who is None or noun.i < verb.i:
        return
    opening = [c for c in who.children if c.dep_ == "prep" and c.i < who.i]  # "In May, the minister, X, hosted Y"
    above, role = noun.head, noun.dep_
    verb.tag_, who.head, who.dep_ = "VBD", verb, "nsubj"
    for child in [c for c in noun.children if c.dep_ == "det" and c.i < who.i]:
        child.head = who
    verb.head, verb.dep_ = (verb, "ROOT") if above.i in (noun.i, who.i) else (above, role)
    noun.head, noun.dep_ = verb, "dobj"
    for phrase in opening:
        phrase.head = verb
    later = (c for c in noun.children if c.dep_ == "prep" and c.doc[c.i - 1].text == ",")
    for child in [c for c in noun.children if c.i < verb.i or c.dep_ == "punct"] + list(later):
        child.head = verb


def _two_before(verb: Token, discussing: frozenset[str]) -> Token | None:
    """ "two" of "the two discussed trade": of one thing there are no two, and what is talked over is no part of it."""
    two = verb.doc[max(0, verb.i - 1)]
    definite = two.i > verb.sent.start and verb.doc[two.i - 1].lower_ == "the"
    clause = verb.lemma_ in discussing and (verb.head.tag_ in ("NN", "NNP") or verb.head.i > verb.i + 1)
    return two if two.dep_ == "nummod" and two.tag_ == "CD" and definite and clause else None


def _named_before(verb: Token, noun: Token) -> Token | None:
    """X of "President X telephoned General Y, head of Z": a name with its title opens a sentence that has no verb but
    the one right after it."""
    who = verb.nbor(-1) if verb.i > verb.sent.start else verb
    alone = noun.dep_ == "ROOT" and noun.pos_ == "PROPN" and who.head.i in (verb.head.i, noun.i)
    titled = who.pos_ == "PROPN" and who.dep_ in ("nmod", "compound") and who.sent.start == who.left_edge.i < who.i
    return who if alone and titled else None


def _behind_a_name(verb: Token, noun: Token) -> Token | None:
    """The president of "Kenya's president, X, hosted Mali's Y", where the parser made one name of X and Y."""
    name = verb.doc[verb.i - 2] if verb.i - 2 > verb.sent.start and verb.doc[verb.i - 1].text == "," else noun
    office = noun.head.head if noun.head.i == name.i and name.dep_ == "appos" else noun.head
    told = noun.dep_ == "appos" and office.dep_ == "ROOT" and office.pos_ == "NOUN" and noun.pos_ == "PROPN"
    if name.i == noun.i or not told or name.pos_ != "PROPN" or name.head.i not in (noun.i, office.i):
        return None
    if name.left_edge.i - 2 != office.i or verb.doc[name.left_edge.i - 1].text != ",":
        return None
    noun.head = office
    name.head, name.dep_ = office, "appos"
    return office


def _behind_a_day(verb: Token, noun: Token) -> Token | None:
    """X of "President X on Monday hosted President Y", where the parser gave the day's preposition to Y."""
    link = noun.head
    who, day = link.head, verb.doc[verb.i - 1]
    opened = noun.dep_ == "pobj" and link.lower_ in ("on", "in") and day.ent_type_ in ("DATE", "TIME")
    if not opened or who.dep_ != "ROOT" or who.pos_ != "PROPN" or who.i + 1 != link.i:
        return None
    between = verb.doc[link.i + 1 : verb.i]
    if any(t.ent_type_ not in ("DATE", "TIME") for t in between) or noun.pos_ != "PROPN":
        return None
    last = next((t for t in between if t.head.i == verb.i), None)
    if last is not None:
        last.head, last.dep_ = link, "pobj"
    link.head, noun.head = verb, who
    return who


def act(name: Token) -> None:
    """Gives a verb right after a name its subject: "Y" of "X pledged to send tanks by June and Y thanked him", which
    was hung on the noun before "and", and of "demanded that Y stop the trade", which was made part of the verb."""
    held = name.dep_ in ("conj", "compound") and name.pos_ == "PROPN"
    if not held or name.i + 1 >= name.sent.end or name.left_edge.i <= name.sent.start:
        return
    verb, link = name.nbor(1), name.doc[name.left_edge.i - 1]
    if any(c.dep_ in SUBJECTS or c.dep_ in ("auxpass", "agent") for c in verb.children):
        return
    if name.dep_ == "compound":
        if name.head.i == verb.i and verb.pos_ == "VERB" and link.dep_ == "mark" and link.head.i == verb.i:
            name.dep_ = "nsubj"
        return
    if name.head.dep_ == "conj" or name.head.ent_type_ in ("GPE", "NORP", "PERSON", "ORG"):
        return  # "the ministers of X, Y and Z came to …"
    finite = verb.dep_ == "conj" and verb.tag_ in ("VBD", "VBZ") and verb.head.i < name.head.i < name.i
    complete = any(c.dep_ in ("dobj", "ccomp", "xcomp", "prep") and c.i > verb.i for c in verb.children)
    if finite and complete and link.dep_ == "cc" and link.head.i == name.head.i:
        link.head, name.head, name.dep_ = verb.head, verb, "nsubj"


def suffer(be: Token) -> None:
    """Gives "appointed" of "X, a former Y, was last week appointed Z" its subject, where a day after "was" hid that it
    was done to him."""
    verb = be.head
    if be.dep_ == "ROOT":
        if (done := _done_on_a_day(be)) is None:
            return
        for word in [c for c in be.children if c != done]:
            word.head = done
        verb = done
        verb.head, verb.dep_, be.head, be.dep_ = verb, "ROOT", verb, "auxpass"
    if verb.tag_ not in ("VBD", "VBN") or be.i > verb.i:
        return
    for subject in [c for t in (be, verb) for c in t.children if c.dep_ == "nsubj" and c.i < be.i]:
        subject.head, subject.dep_ = verb, "nsubjpass"
        for given in [c for c in verb.children if c.dep_ == "dobj" and verb.tag_ == "VBD"]:
            given.dep_ = "oprd"
        verb.tag_ = "VBN"


def _done_on_a_day(be: Token) -> Token | None:
    """ "named" of "was on Monday named Z", which the parser took for a clause of its own."""
    dates = [c for c in be.children if c.ent_type_ in ("DATE", "TIME")]
    below = (c for t in (be, *dates) for c in t.children if c.i > be.i)
    done = next((c for c in below if c.dep_ in ("advcl", "acl", "acomp", "ccomp") and c.tag_ == "VBN"), None)
    if done is None or any(c.dep_ in SUBJECTS for c in done.children):
        return None
    between = be.doc[be.i + 1 : done.i]
    day = all(t.ent_type_ in ("DATE", "TIME") or t.lower_ in ("on", "in") for t in between)
    return done if day and len(between) else None


def bear_a_name(modal: Token) -> None:
    """Gives "said" of "Will said that …" its subject: after "will", "may" or "might" no verb stands in the past."""
    verb = modal.head
    bare = not any(c.dep_ in SUBJECTS or c.dep_ == "aux" for c in verb.children if c.i != modal.i)
    if verb.tag_ in ("VBD", "VBZ") and verb.i == modal.i + 1 and bare:
        modal.tag_, modal.pos_, modal.dep_ = "NNP", "PROPN", "nsubj"


def give_words(told: Token) -> None:
    """Gives "told" of "We are careful", X Say of the army told Y" its words, which the parser gave the surname."""
    name = told.head
    if name.pos_ == "PROPN" and name.dep_ == "nsubj" and told.i < name.i < name.head.i:
        for token in [told, *(c for c in name.children if c.is_punct and c.i < name.left_edge.i)]:
            token.head = name.head


def say(verb: Token) -> None:
    """Gives "said" of "Togo will build no dam, the minister, X, said on Monday." its subject and its words."""
    told = verb.head
    things = ("nsubj", "expl", "ccomp", *(("dobj",) if verb.lemma_ != "tell" else ()))  # "X, told reporters"
    bare = told.dep_ == "ROOT" and not any(c.dep_ in things for c in verb.children)
    if not bare or any(c.dep_ == "cc" for c in told.children):
        return
    if _made_subject(verb, told.i):
        verb.head, verb.dep_ = verb, "ROOT"
        told.head, told.dep_ = verb, "ccomp"


def asked(verb: Token) -> None:
    """Gives "said" of "Asked about the visit of X, the spokesman, Y, said that …" its subject."""
    opening = next((c for c in verb.children if c.dep_ in ("advcl", "csubj") and c.tag_ in ("VBN", "VBG")), None)
    bare = not any(c.dep_ in ("nsubj", "expl") for c in verb.children)
    if bare and opening is not None and opening.i == verb.sent.start and _made_subject(verb, opening.i):
        opening.dep_ = "advcl"


def _made_subject(verb: Token, start: int) -> bool:
    """Whether an aside between some word and a verb was made the verb's subject, with the name beside it."""
    asides = [t for t in verb.doc[start : verb.i] if t.dep_ == "appos" and t.pos_ in ("NOUN", "PROPN")]
    near = [t for t in asides if _reaches(t, verb)]
    if not near:
        return False
    offices = [t for t in near if t.pos_ == "NOUN" and any(c.dep_ in ("det", "poss") for c in t.children)]
    beside = near[0].pos_ == "PROPN" and near[0].head.pos_ == "NOUN"  # "her counterpart, X, the spokesman, Y, said"
    who = offices[0] if beside and offices else near[0]
    if who.head.dep_ == "conj" and who.head.pos_ == "PROPN" and who.head.left_edge.nbor(-1).text == ",":
        who = who.head  # "flights to Z, X, head of the council, told reporters": X and Z are no two towns
    names = [t for t in asides if t.i > who.i and t.head == who.head]
    who.head, who.dep_ = verb, "nsubj"
    for name in [*names, *(c for c in who.children if c.dep_ == "conj" and c.pos_ == "PROPN")]:
        name.head, name.dep_ = who, "appos"
    return True


def _reaches(noun: Token, verb: Token) -> bool:
    """Whether a noun set off by a comma stands, with all up to a verb, in one title and name; who he is may be told
    between commas: "X, who teaches in Y, said"."""
    first = noun.left_edge.i
    set_off = first > 0 and verb.doc[first - 1].text == ","
    who = next((c for c in noun.children if c.dep_ == "relcl" and c.right_edge.i == verb.i - 2), None)
    closed = who is not None and verb.doc[verb.i - 1].text == verb.doc[who.left_edge.i - 1].text == ","
    end = who.left_edge.i if who is not None and closed else verb.i
    between = verb.doc[first + 1 : end]
    return set_off and not any(t.pos_ in ("VERB", "AUX", "PRON") or t.lower_ == "and" for t in between)


def say_after_all(verb: Token) -> None:
    """Gives "said" of "A held talks with B, the spokesman, X, said" its subject, where the parser made one of B, and
    gives B back to what is told of him."""
    taken = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    told = next((c for c in verb.children if c.dep_ == "ccomp" and c.i < verb.i), None)
    if taken is None and told is not None and not any(c.dep_ in ("nsubjpass", "expl") for c in verb.children):
        _made_subject(verb, told.i)  # "… to meet his counterpart, B, the ministry said": taken for what B is
    if taken is None or told is None or not told.i < taken.left_edge.i < taken.i < verb.i:
        return
    edge, start = taken.left_edge, taken.i
    before = edge.nbor(-1)
    open_phrase = before.dep_ == "prep" and not any(c.dep_ in ("pobj", "pcomp") for c in before.children)
    open_verb = not any(c.dep_ in ("dobj", "ccomp", "xcomp") for c in told.children)
    if before.is_punct or not (open_phrase or open_verb) or not _made_subject(verb, start):
        return
    taken.head, taken.dep_ = (before, "pobj") if open_phrase else (told, "dobj")
    for word in [c for c in verb.children if c.dep_ == "prep" and told.i < c.i < edge.i]:
        word.head = told
