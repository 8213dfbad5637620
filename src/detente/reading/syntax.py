"""Questions about a parse that several stages ask: clauses, subjects, objects, negation, tense.

In: tokens of a parsed passage. Out: tokens. Nothing here knows what a word means.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from detente.reading.scene import Tense

if TYPE_CHECKING:
    from detente.reading.words import Token

BEING = frozenset({"be", "been", "being"})
# tags of a verb that cannot go on from an infinitive: it is the main clause's, however it was hung
TENSED = frozenset({"VBD", "VBZ", "VBP", "MD"})  # tags of verbs that make a clause of their own
FINITE = ("VBD", "VBZ", "VBP", "VBN")
TWO_WORDS = frozenset({"according", "owing", "thanks", "due", "prior", "contrary"})  # of "according to": no particles
REACH = 11  # words after a verb in which the rest of its phrase may stand
PREPOSED = ("prep", "dative", "agent", "advmod", "prt")
COPULAS = frozenset({"is", "are", "was", "were", "'s", "’s"})
SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")


def clause_of(token: Token) -> Token:
    """The verb of the clause that a token belongs to (itself, if it is a verb), else the root."""
    if _heads_clause(token):
        return token
    for above in token.ancestors:
        if _heads_clause(above):
            return above
    return token.sent.root


def _heads_clause(token: Token) -> bool:
    """Whether a token is a clause's verb: no auxiliary, no name taken for a verb, no "fishing" after "on"."""
    if token.tag_ == "VBG" and token.dep_ in ("pobj", "prep"):
        return False
    verb = token.pos_ in ("VERB", "AUX") and token.dep_ not in ("aux", "auxpass", "amod", "compound")
    return verb and not misnamed(token)


def misnamed(token: Token) -> bool:
    """Whether a "verb" with a capital inside a sentence is somebody's first name: "his counterpart Rishma X"."""
    if token.pos_ != "VERB" or not token.text.istitle() or token.i <= token.sent.start or token.i + 1 >= len(token.doc):
        return False
    after, before = token.doc[token.i + 1], token.doc[token.i - 1]
    return after.tag_ in ("NNP", "NNPS") and after.text[:1].isupper() and (before.is_alpha and not before.is_title)


def dated_by_owner(noun: Token) -> bool:
    """ "Monday's call", "last week's talks": a noun whose day stands before it as an owner does."""
    return any(c.dep_ == "poss" and c.ent_type_ in ("DATE", "TIME") for c in noun.children)


def conjuncts(token: Token) -> list[Token]:
    """A token and all that is coordinated with it, in order."""
    found, stack = [], [token]
    while stack:
        at = stack.pop()
        found.append(at)
        stack.extend(
            c for c in at.children if c.dep_ in ("conj", "appos") and c.i > at.i and _nominal(c) == _nominal(token)
        )
    return sorted(found, key=lambda t: t.i)


def _nominal(token: Token) -> bool:
    return token.pos_ in ("NOUN", "PROPN", "PRON", "NUM", "ADJ")


def _infinitive(verb: Token) -> bool:
    return verb.tag_ == "VB" and any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.children)


def first_to(verb: Token) -> Token | None:
    """ "X became the first leader to visit Y": the verb that says what X is."""
    noun = verb.head if verb.dep_ in ("relcl", "acl") and verb.tag_ == "VB" else None
    if noun is None or noun.dep_ != "attr" or noun.head.lemma_ not in ("be", "become") or not _infinitive(verb):
        return None
    named = any(c.dep_ == "nsubj" and c.lower_ not in ("it", "this", "that") for c in noun.head.children)
    return noun.head if named else None


def _one_blamed(preposition: Token) -> Token | None:
    """Y in "thanked Y for receiving him", "accused Y of having threatened to leave"."""
    thing = next((c for c in preposition.head.children if c.dep_ == "dobj"), None)
    named = thing is not None and (preposition.lower_ == "of" or thing.pos_ == "PROPN" or thing.ent_type_ == "PERSON")
    return thing if named and preposition.lower_ in ("for", "of") else None


def subject(verb: Token) -> Token | None:
    """Who does what the verb says: its subject, that of the verb it hangs on, or the agent of a passive."""
    agent = agent_of(verb)
    if agent is not None:
        return agent
    own = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    helpers = (c for c in verb.children if c.dep_ == "aux" and c.i < verb.i - 1)  # "X had on Monday hinted"
    own = own or next((s for c in helpers for s in c.children if s.dep_ == "nsubj"), None)
    named = verb.head.dep_ == "ROOT" and verb.head.tag_ == "NNP"
    if own is None and verb.dep_ == "relcl" and named and _infinitive(verb):
        return verb.head  # "Kenya, Uganda ministers to meet in X"
    if own is None and (first := first_to(verb)) is not None:
        return subject(first)
    if own is not None:
        return verb.head if verb.dep_ == "relcl" and own.tag_ in ("WP", "WDT") else own
    if verb.dep_ == "pcomp" and (blamed := _one_blamed(verb.head)) is not None:
        return blamed
    if any(c.dep_ == "nsubjpass" for c in verb.children):
        return None
    if verb.dep_ == "acl" and (verb.tag_ in ("VBG", "VBD", "VBZ") or active_participle(verb)):
        return verb.head
    if verb.dep_ == "acl" and verb.tag_ == "VB":
        owner = next((c for c in verb.head.children if c.dep_ == "poss"), None)
        owner = owner or next(prepositional(verb.head, "of"), None)  # "the decision of X to postpone"
        asked = verb.head.lemma_.lower() in ("invitation", "invite", "appeal", "request")
        meant = next(prepositional(verb.head, "for", *(("to",) if asked else ())), None)  # "plans for X to come"
        owner = owner or (meant if meant is not None and meant.i < verb.i else None)
        if owner is not None:
            return owner
        above = clause_of(verb.head)
        return subject(above) if above.i != verb.i and verb.head.dep_ == "dobj" else None
    if verb.dep_ in ("conj", "advcl", "xcomp", "pcomp", "dep", "ccomp") and verb.head != verb:
        above = verb.head if verb.head.pos_ in ("VERB", "AUX") else clause_of(verb.head)
        if verb.dep_ == "conj" and verb.tag_ in FINITE and above.tag_ == "VB" and above.dep_ in ("acl", "xcomp"):
            above = clause_of(above.head)  # a finite verb goes on from the main clause, whatever it was hung on
        if verb.dep_ == "xcomp" and above != verb:
            objects = [c for c in above.children if c.dep_ in ("dobj", "dative") and c.i < verb.i]
            guest = objects[0] if objects else passive_subject(above)  # "X was invited by Y to visit Z": X is to go
            if verb.tag_ == "VB" and guest is not None and above.lemma_ not in ("use", "seize", "promise"):
                return guest  # but who "uses the visit to ask for Y" asks himself
        active = verb.tag_ in FINITE or any(c.dep_ == "dobj" for c in verb.children)
        active = active or (verb.tag_ == "VB" and any(c.dep_ in ("prep", "prt") for c in verb.children))
        onward = verb.dep_ == "pcomp" and verb.tag_ == "VBG" and verb.head.lower_ in ("before", "after")
        goes_on = (verb.dep_ == "conj" and active) or onward
        told = passive_subject(above) if goes_on and not is_passive(verb) else None
        if told is not None:  # "X was received by Y and held talks with Z", "… before flying on to Z": X did
            return None if onward and told.pos_ == "NOUN" else told  # "The accord was signed by X before …"
        return subject(above) or passive_subject(above) if above != verb else None
    return _before_aside(verb) or _after_opening(verb)


def _after_opening(verb: Token) -> Token | None:
    """X in "In its note X also wants …", where the parser hung X on the noun before it though no comma stands there."""
    for preposition in (c for c in verb.children if c.dep_ == "prep" and c.i == verb.sent.start):
        for noun in preposition.subtree:
            start = noun.left_edge.i
            apart = noun.dep_ == "appos" and start > noun.head.i and verb.doc[start - 1].i == noun.head.i
            between = verb.doc[noun.right_edge.i + 1 : verb.i]
            if apart and all(t.pos_ in ("ADV", "AUX", "PART") for t in between):
                return noun
    return None


def _before_aside(verb: Token) -> Token | None:
    """X in "X, the minister went on, should …", where the parser gave the verb only the aside."""
    for aside in (c for c in verb.children if c.dep_ in ("ccomp", "parataxis") and c.i < verb.i):
        own = next((c for c in aside.children if c.dep_ == "nsubj"), None)
        start = own.left_edge.i if own is not None else 0
        if start - 2 >= verb.sent.start and verb.doc[start - 1].text == ",":
            noun = verb.doc[start - 2]
            return noun if noun.pos_ in ("NOUN", "PROPN", "PRON") else None
    return None


def bidden(verb: Token) -> bool:
    """Whether a verb is said with a modal: "should do", "ought to do", "had to do", "needs to do"."""
    if "MD" in (verb.tag_, *(c.tag_ for c in verb.children if c.dep_ == "aux")):
        return True
    deeds = (c for c in verb.children if c.dep_ in ("xcomp", "advcl", "ccomp") and c.tag_ == "VB")
    return verb.lemma_ in ("have", "need") and any(c.tag_ == "TO" for d in deeds for c in d.children)


def passive_subject(verb: Token) -> Token | None:
    """The subject of a passive verb."""
    own = next((c for c in verb.children if c.dep_ == "nsubjpass"), None)
    if own is not None and own.tag_ in ("WP", "WDT") and verb.dep_ == "relcl":
        return verb.head
    if own is None and verb.dep_ == "conj" and verb.tag_ == "VBN" and not any(c.dep_ == "nsubj" for c in verb.children):
        return passive_subject(verb.head) or (subject(verb.head) if is_passive(verb) else None)
    if own is None and verb.dep_ == "acl" and verb.tag_ == "VBN" and not active_participle(verb):
        return verb.head
    if own is None and verb.dep_ == "xcomp" and is_passive(verb) and verb.head.pos_ in ("VERB", "AUX"):
        return passive_subject(verb.head) or subject(verb.head)  # "is expected to be met by Y and to see Z"
    return own


def active_participle(verb: Token) -> bool:
    """Whether a participle after a name set off by commas is really a past with its object: "X, …, called Y"."""
    if verb.dep_ != "acl" or verb.tag_ != "VBN" or verb.head.pos_ != "PROPN" or not _set_off(verb):
        return False
    things = [c for c in verb.children if c.dep_ in ("dobj", "oprd") and c.i > verb.i]
    return len(things) == 1 and names_person(things[0])


def spoken_in(verb: Token) -> list[Token]:
    """Where words are said: "said in X", "told the press in X"."""
    heard = [c for c in verb.children if c.dep_ in ("dobj", "dative")]
    return [*prepositional(verb, "in"), *(n for h in heard for n in prepositional(h, "in"))]


def names_person(noun: Token) -> bool:
    """Whether a noun is a person's name, or has one beside it."""
    near = [noun, *(c for c in noun.children if c.dep_ in ("appos", "compound"))]
    return any(t.ent_type_ == "PERSON" for t in near)


def dated(preposition: Token) -> bool:
    """Whether a preposition stands before a day or an hour: "on Monday", "for two hours"."""
    return preposition.dep_ == "prep" and any(c.ent_type_ in ("DATE", "TIME") for c in preposition.children)


def follow(verb: Token, parts: Sequence[str]) -> bool:
    """Whether words follow a verb in order before another finite verb: put … on … ice."""
    left = list(parts)
    for token in verb.doc[verb.i + 1 : min(verb.i + REACH, verb.sent.end)]:
        if token.tag_ in ("VBD", "VBZ", "VBP") and token.dep_ not in ("aux", "auxpass"):
            return False
        if token.lower_ == left[0] and (token.tag_ != "VB" or token.nbor(-1).tag_ != "TO"):  # "to hold"
            left = left[1:]
        if not left:
            return True
    return False


def phrase(verb: Token, phrases: Iterable[Sequence[str]]) -> bool:
    """Whether a verb begins one of some phrases, each a lemma and the words that follow it."""
    return any(p[0] == verb.lemma_.lower() and (len(p) == 1 or follow(verb, p[1:])) for p in phrases)


def agent_of(verb: Token) -> Token | None:
    """X in "was done by X"."""
    acts = any(c.dep_ == "nsubj" for c in verb.children) and verb.tag_ != "VBN"
    active = ({"have", "has", "had", "having"} & set(auxiliaries(verb)) or acts) and not is_passive(verb)
    for child in verb.children if not active else ():
        if child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ == "by" and verb.tag_ == "VBN"):
            return next((c for c in child.children if c.dep_ == "pobj"), None)
    return None


def is_passive(verb: Token) -> bool:
    """Whether a verb is in the passive, a bare participle after a noun included."""
    if any(c.dep_ in ("nsubjpass", "auxpass") for c in verb.children):
        return True
    return verb.tag_ == "VBN" and verb.dep_ == "acl" and not active_participle(verb)


def direct_object(verb: Token) -> Token | None:
    """What the verb is done to; the subject, where the verb is passive."""
    found = next((c for c in verb.children if c.dep_ in ("dobj", "attr", "oprd")), None)
    found = found or next((c for c in verb.children if c.dep_ == "ccomp" and c.i > verb.i and _bare_noun(c)), None)
    found = found or _second_subject(verb)
    return found or (passive_subject(verb) if is_passive(verb) else None)


def _second_subject(verb: Token) -> Token | None:
    """Y in "X met Y, head of the council of Z", where the parser took Y for a subject too."""
    subjects = [c for c in verb.children if c.dep_ == "nsubj"]
    after = len(subjects) > 1 and subjects[0].i < verb.i < subjects[-1].i and subjects[-1].tag_.startswith("NN")
    return subjects[-1] if after else None


def meant_by(pronoun: Token) -> Token:
    """What "which", "that" or "whom" stands for: the noun that its clause is about; any other word itself."""
    if pronoun.tag_ not in ("WDT", "WP"):
        return pronoun
    clause = next((t for t in pronoun.ancestors if t.dep_ == "relcl"), None)
    return clause.head if clause is not None and clause.head.i < pronoun.i else pronoun


def _bare_noun(token: Token) -> bool:
    """Whether a "clause" is really a noun, with neither a subject nor a verb: "will see his counterparts"."""
    verbal = any(c.dep_ in ("nsubj", "nsubjpass", "aux", "cop", "mark") for c in token.children)
    return token.pos_ in ("NOUN", "PROPN") and not verbal


def conjuncts_of_object(verb: Token) -> list[Token]:
    """A verb's direct object and those of its prepositions, with all coordinated to them."""
    thing = direct_object(verb)
    return [*(conjuncts(thing) if thing is not None else []), *prepositional(verb)]


def with_particle(verb: Token) -> str:
    """A verb's lemma with its particle: `call_off`; the lemma alone where it has none."""
    particle = next(
        (
            c.lower_
            for c in verb.children
            if c.dep_ == "prt" or (c.dep_ in ("prep", "advmod") and c.i == verb.i + 1 and not list(c.children))
        ),
        "",
    )
    return f"{verb.lemma_}_{particle}" if particle else str(verb.lemma_)


def _also_preposed(child: Token) -> bool:
    """ "and then to X": a second preposition, coordinated with the first or hung on the verb beside it."""
    return child.dep_ == "conj" and child.pos_ == "ADP"


def prepositional(token: Token, *prepositions: str) -> Iterator[Token]:
    """The objects of the prepositions that hang on a token, coordinated ones included.

    "met with X to discuss Y" is often parsed with X as the subject of "discuss": X is meant all the same.
    """
    for child in token.children:
        if (
            child.dep_ == "advcl"
            and child.tag_ == "VB"
            and any(c.dep_ == "mark" and c.lower_ in prepositions for c in child.children)
        ) or (child.dep_ == "advcl" and child.tag_ == "VB" and "with" in prepositions and _stranded(token, child)):
            yield from (c for own in child.children if own.dep_ == "nsubj" for c in conjuncts(own))
        if (child.dep_ == "prt" or _bare(child)) and child.lower_ not in prepositions:
            for inner in (c for c in child.children if c.dep_ == "prep" and c.lower_ in (prepositions or (c.lower_,))):
                yield from (n for c in inner.children if c.dep_ == "pobj" for n in conjuncts(c))
        if (child.dep_ in PREPOSED or _also_preposed(child)) and (not prepositions or child.lower_ in prepositions):
            for noun in child.children:
                if noun.dep_ == "pcomp" and noun.tag_ == "VB":
                    yield from (c for own in noun.children if own.dep_ == "nsubj" for c in conjuncts(own))
                elif noun.dep_ in ("pobj", "pcomp"):
                    yield from conjuncts(noun)
                elif noun.dep_ == "prep" or _also_preposed(noun):
                    yield from (c for inner in noun.children if inner.dep_ == "pobj" for c in conjuncts(inner))


def _bare(child: Token) -> bool:
    """Whether a preposition or adverb is really a verb's particle: "got through to X", "caught up with X"."""
    particle = child.dep_ in ("prep", "advmod") and child.lower_ not in TWO_WORDS
    return particle and not any(c.dep_ in ("pobj", "pcomp") for c in child.children)


def _stranded(verb: Token, infinitive: Token) -> bool:
    """Whether a bare "with" right before an infinitive's subject has lost its object to it."""
    own = next((c for c in infinitive.children if c.dep_ == "nsubj"), None)
    links = (c for c in verb.children if c.dep_ == "prep" and c.lower_ == "with" and not list(c.children))
    return own is not None and any(c.i == own.left_edge.i - 1 for c in links)


def negated(verb: Token) -> bool:
    """Whether a verb is negated: not, never, no longer; has a subject or object with "no"; or is done "without"."""
    told = any(_not(c) or _no_longer(c) for c in verb.children)
    if told or left_undone(verb) or _not_able(verb):
        return True
    nouns = [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass", "dobj", "attr")]
    return any(d.lower_ in ("no", "neither") for n in nouns for d in (n, *n.children))


def _not(word: Token) -> bool:
    """ "Not", "never", but not that of "whether or not X will come"."""
    told = word.dep_ == "neg" or word.lower_ in ("never", "n't", "not")
    return told and not (word.i > word.sent.start and word.nbor(-1).lower_ == "or")


def _not_able(verb: Token) -> bool:
    """ "will be unable to travel", "is not able to attend"."""
    able = verb.head if verb.dep_ == "xcomp" and verb.head.dep_ == "acomp" else None
    if able is None or able.lower_ not in ("able", "unable"):
        return False
    return able.lower_ == "unable" or any(c.dep_ == "neg" for t in (able, able.head) for c in t.children)


def left_undone(verb: Token) -> bool:
    """Whether a verb is told as not done: "left without meeting X"."""
    return verb.dep_ == "pcomp" and verb.head.lower_ == "without"


def _no_longer(word: Token) -> bool:
    nor = word.lower_ == "nor" and word.dep_ == "cc" and word.i < word.head.i  # "Nor did he rule out …"
    return nor or (word.lower_ == "longer" and any(c.lower_ == "no" for c in word.children))


def denied(noun: Token, verb: Token | None) -> bool:
    """Whether a clause says that there was none of something: "no meeting took place", "never announced any visit"."""
    small = {c.lower_ for c in noun.children if c.dep_ == "det" or c.lower_ == "such"}
    if verb is None or not small & {"no", "any", "such"}:
        return False
    return "no" in small or negated(verb) or "never" in {c.lower_ for c in verb.children}


def parted_modal(verb: Token) -> Token | None:
    """ "will" in "will on Monday arrive", where the parser took the verb after the day for a noun."""
    day = verb.doc[verb.i - 1] if verb.i else verb
    parted = (
        verb.dep_ == "pobj" and verb.tag_ in ("NN", "VB") and verb.head.head.tag_ == "MD" and day.ent_type_ == "DATE"
    )
    return verb.head.head if parted else None


def auxiliaries(verb: Token) -> list[str]:
    """The auxiliaries of a verb, lower case, those of the verb it is coordinated with when it has none."""
    own = [c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass")]
    if not own and (modal := parted_modal(verb)) is not None:
        return [modal.lower_]
    joined = verb.dep_ == "conj" and verb.head.pos_ == "VERB" and verb.tag_ in ("VB", "VBN", "VBG")
    if not own and joined:
        return auxiliaries(verb.head)
    if joined and own == ["be"]:  # "will have lunch with X and be shown round by Y"
        return [*(h for h in auxiliaries(verb.head) if h not in BEING), *own]
    return own


def tense(verb: Token) -> Tense:
    """The tense of a clause as news uses it; "is to", "will" and "would" are future, as is the bare "to meet" of a
    headline."""
    if (main := accompanied(verb)) is not None:
        return tense(main)
    helpers = auxiliaries(verb)
    if any(h in ("will", "shall", "'ll", "’ll", "would", "wo") for h in helpers):
        return "past" if "have" in helpers and "would" in helpers else "future"
    if verb.tag_ == "VB" and "to" in helpers and verb.dep_ in ("xcomp", "ccomp", "advcl", "acl", "relcl", "ROOT"):
        return "past" if verb.head.lower_ == "been" else "future"  # "had been to see X"
    if verb.tag_ == "VBN" and {"to", "be"} <= set(helpers) and {verb.head.lower_, *helpers} & COPULAS:
        return "future"  # "is to be joined"
    if verb.tag_ in ("VBD", "VBN") or any(h in ("was", "were", "had", "did", "has", "have") for h in helpers):
        return "past"
    if verb.tag_ in ("VBZ", "VBP", "VBG"):
        return "present"
    return "unknown"


def accompanied(verb: Token) -> Token | None:
    """The main verb that "with X doing Y" goes with: "A and B moved to calm the row, with envoys meeting in Z"."""
    beside = (verb.tag_, verb.dep_, verb.head.lower_) == ("VBG", "pcomp", "with")
    if not beside or not any(c.dep_ == "nsubj" for c in verb.children):
        return None
    main = clause_of(verb.head.head)
    apart = verb.head.i > 0 and verb.head.nbor(-1).text == ","  # "… that has kept them apart, with envoys meeting"
    while (main.dep_ in ("xcomp", "conj") and main.tag_ in ("VB", "VBG")) or (apart and main.dep_ == "relcl"):
        main = clause_of(main.head)
    return main


def clauses_about(noun: Token) -> list[Token]:
    """The relative and participle clauses that say something of a noun, wherever the parser hung them.

    "the last leg of a tour that …" hangs the clause on the leg, "a visit to X, planned for …" on X.
    """
    if noun.pos_ not in ("NOUN", "PROPN"):
        return []
    found = [c for c in noun.children if c.dep_ in ("acl", "relcl")]
    above = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "of" else None
    if above is not None and above.pos_ == "NOUN":
        found += [c for c in above.children if c.dep_ in ("acl", "relcl") and c.i > noun.i]
    for preposition in (c for c in noun.children if c.dep_ == "prep"):
        for name in (c for c in preposition.children if c.dep_ == "pobj" and c.pos_ == "PROPN"):
            hung = [c for c in name.children if c.dep_ == "acl"]
            days = [c for c in hung if c.tag_ in ("VBN", "VBG") and any(map(dated, c.children))]
            found += days or [c for c in hung if c.tag_ == "VBN" and _set_off(c)]  # "a visit to X beginning on Monday"
            found += [c for c in name.children if c.dep_ == "relcl" and any(t.lower_ == "that" for t in c.lefts)]
    return found or stray_clause(noun)


def stray_clause(noun: Token) -> list[Token]:
    """ "put paid to the trip to X that Y had planned for May": the clause right after a noun and its place, which the
    parser hung on a noun far before it."""
    at = noun.right_edge.i + 1
    opens = at < noun.sent.end and noun.doc[at].lower_ in ("that", "which") and noun.doc[at].tag_ in ("WDT", "IN")
    clause = noun.doc[at].head if opens else None
    away = clause is not None and clause.dep_ == "relcl" and clause.i > at and clause.head.i < noun.left_edge.i
    return [clause] if clause is not None and away else []


def inside_of(clause: Token) -> bool:
    """ "at which it was agreed", "during which": a clause of what took place there, and not about the noun."""
    opening = (t for t in clause.subtree if t.i < clause.i)
    return any(t.tag_ == "WDT" and t.dep_ == "pobj" and t.head.lower_ in ("at", "during", "in") for t in opening)


def _set_off(clause: Token) -> bool:
    """Whether a comma stands before a clause."""
    return bool(clause.left_edge.i > 0 and clause.doc[clause.left_edge.i - 1].text == ",")


def at_the_end_of(noun: Token, endings: Container[str]) -> bool:
    """ "left X at the end of a visit", "on completion of his tour": whether what a noun tells of is over."""
    end = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "of" else None
    return end is not None and end.dep_ == "pobj" and end.head.lower_ in ("at", "on", "upon") and end.lemma_ in endings


def relation(noun: Token, verb: Token) -> str:
    """How a noun hangs on its verb: object, subject, aside, or the preposition between."""
    if noun.head == verb:
        if noun.dep_ in ("advcl", "npadvmod"):
            return str(noun.dep_)
        return "subject" if noun.dep_ in ("nsubj", "nsubjpass") else "object"
    step = noun
    while step.head.i != verb.i and step.head != step:
        if step.dep_ == "pobj":
            return str(step.head.lower_)
        step = step.head
    return str(step.lower_) if step.dep_ == "prep" else str(step.dep_)


def under(token: Token, top: Token) -> bool:
    """Whether a token is another or hangs below it."""
    return token.i == top.i or any(a.i == top.i for a in token.ancestors)


def contiguous(tokens: Iterable[Token]) -> list[list[Token]]:
    """Tokens in runs without gaps, in order."""
    runs: list[list[Token]] = []
    for token in sorted(tokens, key=lambda t: t.i):
        if runs and token.i == runs[-1][-1].i + 1:
            runs[-1].append(token)
        else:
            runs.append([token])
    return runs
