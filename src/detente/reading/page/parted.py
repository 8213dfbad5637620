"""What asides part and the parser hung elsewhere: "Minister X, he said in a note, had listed her concerns", "X's tour
runs from …", "his trip to Y, announced for June, was postponed", "asked Y, the statement went on, to keep its word".

In: a word of a parsed passage. Out: the same, with verbs and their subjects, asking and what is asked, together.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from detente.reading.words import Doc, Token

LOOSE = frozenset({"npadvmod", "dep", "dobj", "nsubj"})
# what a name after a verb may be that is nothing done to it; what a verb has that takes no second object
MEASURES = frozenset({"DATE", "TIME", "CARDINAL", "QUANTITY", "MONEY", "PERCENT", "ORDINAL"})
ASIDE = 7  # words of an aside at most
TAKEN = frozenset({"dobj", "ccomp", "attr", "acomp", "auxpass"})
NAMES = frozenset({"NOUN", "PROPN"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl"})


def opening(doc: Doc, comma: int, low: int) -> int | None:
    """The comma, after token `low`, that opens the short aside which another one ends; None where none does."""
    return next((i for i in range(comma - 1, max(low, comma - ASIDE - 1), -1) if doc[i].text == ","), None)


def ring(word: Token) -> None:
    """Makes the verb of "rang" in "President X rang President Y", which the parser takes for a part of one name."""
    if word.i > word.sent.start and word.doc[word.i - 1].text == ",":
        _ring_past_aside(word)
        return
    whom = word
    while whom.head.i > word.i and whom.head != whom and whom.head.pos_ == "PROPN":
        whom = whom.head
    who = word.doc[word.i - 1] if word.i > word.sent.start else word
    if who.dep_ == "compound" and who.head == word and word.pos_ == "VERB":
        who.dep_ = "nsubj"
    if whom == word or who.pos_ != "PROPN" or word.pos_ not in ("PROPN", "NOUN"):
        return
    above, dep = whom.head, whom.dep_
    word.head, word.dep_ = (word, "ROOT") if above == whom else (above, dep)
    word.pos_, word.tag_, word.lemma_ = "VERB", "VBD", "ring"
    whom.head, whom.dep_ = word, "dobj"
    who.head, who.dep_ = word, "nsubj"
    for phrase in [c for c in whom.children if c.dep_ == "prep" and c.i > whom.i]:
        phrase.head = word


def _ring_past_aside(word: Token) -> None:
    """The same in "X, the Kenyan president, rang President Y", where an aside stands before it."""
    if word.pos_ not in ("PROPN", "NOUN"):
        return
    names = [c for c in word.children if c.dep_ in ("nsubj", "dobj")]
    whom = word
    while whom.head.i > word.i and whom.head != whom and whom.head.pos_ == "PROPN":
        whom = whom.head
    if word.dep_ == "ROOT" and len(names) == 2 and names[0].i < word.i < names[1].i:
        names[1].dep_ = "dobj"
    elif whom != word and whom.dep_ == "appos" and (who := _above_asides(whom)).dep_ == "ROOT" and who.i < word.i:
        for late in [c for c in who.children if c.i > whom.i or (c.dep_ == "prep" and c.i < who.left_edge.i + 1)]:
            late.head = word
        word.head, word.dep_ = word, "ROOT"
        who.head, who.dep_ = word, "nsubj"
        whom.head, whom.dep_ = word, "dobj"
    else:
        return
    word.pos_, word.tag_, word.lemma_ = "VERB", "VBD", "ring"


def _above_asides(name: Token) -> Token:
    """The noun that a name is an aside to, or an aside to an aside."""
    while name.dep_ == "appos":
        name = name.head
    return name


def mend(word: Token, journeys: frozenset[str], saying: frozenset[str]) -> None:
    """Gives a verb the subject that the parser hung elsewhere, the main verb what opens or goes on its sentence, the
    first of quoted verbs what follows them, and takes "delay" of "without delay" for a noun."""
    if (verb := _acts_past_aside(word)) is not None:
        word.head, word.dep_ = verb, "nsubj"
    if (aside := _aside_acts(word)) is not None:
        word.head, word.dep_ = aside.head, "nsubj"
        aside.head, aside.dep_ = word, "appos"
    if (journey := _runs(word, journeys)) is not None:
        _make_subject(journey, word)
    if word.dep_ == "ccomp" and (subject := _told_by_participle(word)) is not None:
        _free_subject(subject, word)
    if word.dep_ == "prep" and word.i == word.sent.start and _before_aside(word):
        word.head = word.head.head
    if word.dep_ == "prep" and (verb := _quoted_verb(word)) is not None:
        word.head = verb
    if word.dep_ == "conj" and word.lemma_ in saying and (main := _goes_on_from(word, saying)) is not None:
        word.head = main
    if word.lower_ == "delay" and word.dep_ == "pcomp" and word.head.lower_ == "without":
        _make_noun(word)
    if word.dep_ == "nsubj" and word.pos_ == "PROPN" and (noun := _described(word)) is not None:
        noun.head, noun.dep_ = word, "compound"
    if word.dep_ == "conj" and word.pos_ == "VERB" and (verb := _goes_on_in(word)) is not None:
        word.head = verb
    if word.dep_ == "mark" and word.lower_ == "for" and word.head.tag_ in ("VBD", "VBZ"):
        _free_from(word, saying)
    if word.dep_ == "appos" and (verb := _tells(word, saying)) is not None:
        word.head, word.dep_ = verb, "nsubj"
    if word.dep_ == "npadvmod" and word.pos_ == "PROPN" and _done_to(word):
        word.dep_ = "dobj"
    if word.tag_ == "VBN" and word.dep_ in ("ROOT", "ccomp") and _did(word):
        word.tag_ = "VBD"
    if word.tag_ == "VB" and word.dep_ in ("advcl", "xcomp", "ccomp") and (asking := _asked_before(word)) is not None:
        word.head, word.dep_ = asking, "xcomp"


def _goes_on_in(verb: Token) -> Token | None:
    """ "hold" of "will hold talks with X and call on Y", whose second verb the parser hung on "talks"."""
    noun = verb.head
    above = next((t for t in noun.ancestors if t.pos_ in ("VERB", "AUX")), None) if noun.pos_ in NAMES else None
    own = any(c.dep_ in ("nsubj", "nsubjpass", "mark") for c in verb.children)
    linked = any(c.dep_ == "cc" and noun.i < c.i < verb.i for c in (*noun.children, *verb.children))
    return above if above is not None and linked and not own and above.tag_ == verb.tag_ else None


def _free_from(link: Token, saying: frozenset[str]) -> None:
    """Parts "will go to Y for talks with Z, the ministry reported", of which the parser made "for … reported"."""
    told, talks = link.head, link.nbor(1) if link.i + 1 < len(link.doc) else link
    verb = told.head
    if told.lemma_ not in saying or talks.dep_ != "nsubj" or talks.head != told or verb.pos_ != "VERB":
        return
    who = next((t for t in talks.subtree if t.dep_ == "appos" and t.right_edge.i + 1 == told.i), None)
    if who is None or told.dep_ != "advcl":
        return
    above, dep = verb.head, verb.dep_
    link.head, link.dep_, talks.head, talks.dep_ = verb, "prep", link, "pobj"
    told.head, told.dep_ = (told, "ROOT") if above == verb else (above, dep)
    verb.head, verb.dep_ = told, "ccomp"
    who.head, who.dep_ = told, "nsubj"


def _tells(noun: Token, saying: frozenset[str]) -> Token | None:
    """ "said" of "… his counterpart, X, a ministry spokesman said": what no comma parts from a verb of saying that has
    no subject tells, and is no aside to the name before."""
    verb = noun.nbor(1) if noun.i + 1 < len(noun.doc) else noun
    told = verb.lemma_ in saying and verb.tag_ in ("VBD", "VBZ") and any(c.dep_ == "ccomp" for c in verb.children)
    apart = noun.left_edge.i > noun.sent.start and noun.doc[noun.left_edge.i - 1].text == ","
    return verb if told and apart and not any(c.dep_ == "nsubj" for c in verb.children) else None


def _described(name: Token) -> Token | None:
    """ "agency" of "the state agency X quoted Y", which the parser makes a second subject: it tells what X is."""
    noun = name.doc[name.left_edge.i - 1] if name.left_edge.i > name.sent.start else name
    return noun if noun.dep_ == "nsubj" and noun.head == name.head and noun.tag_ == "NN" else None


def _done_to(name: Token) -> bool:
    """Whether a name after "received here today" is what that is done to, and no day or measure."""
    verb = name.head
    if name.ent_type_ in MEASURES or verb.pos_ != "VERB" or any(c.dep_ in TAKEN for c in verb.children):
        return False
    return any(c.dep_ in ("npadvmod", "advmod", "prep") and verb.i < c.i < name.i for c in verb.children)


def _did(participle: Token) -> bool:
    """Whether a participle without an auxiliary, "received" of "X received here today Y", has a subject that acts and
    an object: it is a past."""
    hung = {c.dep_ for c in participle.children}
    return {"nsubj", "dobj"} <= hung and not hung & {"aux", "auxpass", "nsubjpass"}


def _goes_on_from(verb: Token, saying: frozenset[str]) -> Token | None:
    """ "reminded" of "X reminded Y of the promises Z had made and called for …": who says on is X, and not Z."""
    clause, root = verb.head, verb.sent.root
    named = any(c.dep_ == "nsubj" and c.tag_ not in ("WDT", "WP") for c in clause.children)
    told = clause.dep_ in ("relcl", "acl") and named and clause.lemma_ not in saying
    main = root.tag_ == verb.tag_ == "VBD" and root.i < clause.i and any(c.dep_ == "nsubj" for c in root.children)
    shared = any(c.dep_ == "dobj" and c.tag_ == "WDT" for c in clause.children)  # "that X drafted and called a gift"
    own = any(c.dep_ == "prep" and c.lower_ in ("for", "on") for c in verb.children)
    own = own or not (shared or any(c.dep_ in ("oprd", "attr", "dobj", "ccomp") for c in verb.children))
    return root if told and main and own and not any(c.dep_ == "nsubj" for c in verb.children) else None


def _quoted_verb(preposition: Token) -> Token | None:
    """ "stressed" of "X “stressed that Y wants Z” in a call": what follows quoted words belongs to their first verb."""
    doc, close = preposition.doc, preposition.i - 1
    if not doc[close].is_quote or close <= preposition.sent.start or doc[close - 1].text in (",", ".", "!", "?"):
        return None
    start = next((i for i in range(close - 1, preposition.sent.start - 1, -1) if doc[i].is_quote), close)
    top = preposition.head
    if not start < top.i < close:
        return None
    while start < top.head.i < close and top.head != top:
        top = top.head
    return top if top.pos_ == "VERB" and top != preposition.head else None


def _make_noun(delay: Token) -> None:
    """ "carry out without further delay the promise": the promise is carried out, and not delayed."""
    without = delay.head
    delay.tag_, delay.pos_, delay.dep_ = "NN", "NOUN", "pobj"
    for thing in [c for c in delay.children if c.dep_ == "dobj"]:
        thing.head = without.head


def _asked_before(deed: Token) -> Token | None:
    """ "asked" of "asked Y, the statement went on, to act": the verb before an aside that has whom it asks."""
    said = deed.head
    to = next((c for c in deed.children if c.tag_ == "TO" and c.i < deed.i), None)
    aside = (
        to is not None
        and to.i > 0
        and to.nbor(-1).text == ","
        and any(c.dep_ in SUBJECTS and c.i < to.i for c in said.children)
    )
    told = next((c for c in said.children if c.dep_ == "ccomp" and c.i < said.i < deed.i), None)
    if told is None or not aside or said.doc[told.right_edge.i + 1 : told.right_edge.i + 2].text != ",":
        return None
    return told if any(c.dep_ in ("dobj", "prep") and c.i > told.i for c in told.children) else None


def _before_aside(preposition: Token) -> bool:
    """ "At the forum, the spokesman said, he will meet X": what opens a sentence belongs to what is said."""
    said = preposition.head
    subject = next((c for c in said.children if c.dep_ in SUBJECTS), None)
    aside = said.dep_ == "parataxis" and subject is not None and preposition.i < subject.i < said.i < said.head.i
    return aside and subject is not None and subject.doc[subject.left_edge.i - 1].text == ","


def _acts_past_aside(name: Token) -> Token | None:
    """The verb of what is said, without a subject of its own, that a name opens before ", he said, "; else None."""
    if name.dep_ not in LOOSE or name.pos_ != "PROPN":
        return None
    said, sentence = name.head, name.sent
    if name.i + 2 >= sentence.end or name.nbor(1).text != "," or name.left_edge.i != sentence.start:
        return None
    if not any(c.dep_ in SUBJECTS and name.i < c.i < said.i and c != name for c in said.children):
        return None
    told = next((c for c in said.children if c.dep_ == "ccomp" and c.i > said.i), None)
    return told if told is not None and not any(c.dep_ in SUBJECTS for c in told.children) else None


def _aside_acts(name: Token) -> Token | None:
    """ "spokesman" of "X, her spokesman, said", which the parser took for who says it; else None."""
    day = name.ent_type_ in ("DATE", "TIME")
    opens = name.pos_ == "PROPN" and not day and name.dep_ in LOOSE - {"nsubj"} and name.left_edge.i == name.sent.start
    if not opens or name.i + 3 >= name.sent.end or name.nbor(1).text != ",":
        return None
    beside = (c for c in name.head.children if c.dep_ == "nsubj" and c.left_edge.i == name.i + 2 and c.pos_ == "NOUN")
    aside = next(beside, None)
    edge = max((t.i for t in aside.subtree), default=0) if aside is not None else name.head.i
    closed = edge < name.head.i and "," in (name.doc[edge].text, name.doc[edge + 1].text)
    return aside if closed else None


def _runs(verb: Token, journeys: frozenset[str]) -> Token | None:
    """The journey of "X's tour runs from Monday to Friday", taken for a plural, "tour runs"; else None."""
    if verb.tag_ != "NNS" or verb.dep_ not in ("ROOT", "ccomp"):
        return None
    before = verb.nbor(-1) if verb.i > verb.sent.start else None
    if before is None or before.lemma_.lower() not in journeys:
        return None
    spans = any(c.lower_ == "from" and c.i == verb.i + 1 for c in verb.children)
    return before if spans and before.dep_ == "compound" and before.head == verb else None


def _make_subject(journey: Token, verb: Token) -> None:
    """Makes a verb of the plural, with the journey as its subject and the journey's owner under it."""
    verb.pos_, verb.tag_, journey.dep_ = "VERB", "VBZ", "nsubj"
    for word in [c for c in verb.children if c.i < journey.i]:
        word.head = journey


def _told_by_participle(clause: Token) -> Token | None:
    """The subject of a verb after a participle between commas, ", announced for June, was", that took it; else None."""
    verb, doc = clause.head, clause.doc
    subject = next((c for c in clause.children if c.dep_ in SUBJECTS and c.i < clause.i), None)
    if clause.tag_ != "VBN" or subject is None or verb.i < clause.i:
        return None
    helped = any(c.dep_ in ("aux", "auxpass") for c in clause.children) or any(
        c.dep_ in SUBJECTS for c in verb.children
    )
    start = min([verb.i, *(c.i for c in verb.children if c.dep_ in ("aux", "auxpass"))])
    apart = doc[clause.i - 1].text == "," and doc[start - 1].text == ","
    return subject if apart and not helped and subject.i < clause.i - 1 else None


def _free_subject(subject: Token, clause: Token) -> None:
    """Gives the subject to the main verb and makes the participle a clause about it."""
    verb = clause.head
    passive = any(c.dep_ == "auxpass" for c in verb.children)
    subject.head, subject.dep_ = verb, "nsubjpass" if passive else "nsubj"
    clause.head, clause.dep_ = subject, "acl"
