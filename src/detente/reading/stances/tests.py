"""What makes a clause a position: the tests that an entry of codebook/positions may ask for.

In: a clause of a statement that speaks for a state. Out: whether an entry fits it, and the other side that is told to
do something, where the words show one. The first test of an entry that holds suffices; `spoils` and `not_cues` void it.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Mapping
from itertools import pairwise
from typing import TYPE_CHECKING

from detente.codebook import Codebook, Entry
from detente.model import Country
from detente.reading import syntax
from detente.reading.sieve import Sought
from detente.reading.stances.clauses import Segment
from detente.reading.stances.stated import LIKELY, WILL, Clause
from detente.reading.stances.verdicts import VERDICTS

if TYPE_CHECKING:
    from detente.reading.words import Token

OTHERS = frozenset({"it", "they", "he", "she"})
LISTED = 5  # words between two qualities of one list at most
NEAR = 3  # steps from a clause's verb down to a word that makes it a worry
SOUGHT = ("patterns", "own", "ours", "spoils", "only")
BELOW = frozenset({"relcl", "acl", "advcl", "ccomp", "pcomp"})


Finds = Mapping[str, frozenset[Hashable]]  # the patterns found in each of a clause's texts


class Stances:
    """Holds the entries of codebook/positions in their order, and who was told last to do something."""

    def __init__(self, codebook: Codebook) -> None:
        self.entries = codebook.entries("positions")
        self.sought = Sought(
            ((e.id, key), re.compile(p, re.IGNORECASE)) for e in self.entries for key in SOUGHT for p in e.words(key)
        )
        self.tests = {e.id: [test for key, test in TESTS.items() if e.data.get(key)] for e in self.entries}
        self.words = {
            e.id: {key: frozenset(e.words(key)) for key in ("cues", "not_cues", "nouns", "force", "proposing")}
            for e in self.entries
        }
        self.last_told: Country | None = None

    def first(self, clause: Clause) -> tuple[Entry, Country | None] | None:
        """The first entry that fits a clause, and the side that is told."""
        found = {text: self.sought.found(text) for text in {clause.main, clause.unmarked, clause.text}}
        for entry in self.entries:
            told, fits = self._fits(entry, clause, found)
            if fits:
                return entry, told
        return None

    def _fits(self, entry: Entry, clause: Clause, finds: Finds) -> tuple[Country | None, bool]:
        """The side that is told, and whether an entry fits a clause."""
        found = finds[clause.main if entry.data.get("main") else clause.unmarked]
        words, nouns, own = clause.cue_words, _voiced(clause), self.words[entry.id]
        if (entry.id, "spoils") in found or (words | nouns) & own["not_cues"]:
            return None, False
        if entry.words("only") and (entry.id, "only") not in found:
            return None, False
        if _at_home(entry, clause) or _in_deed(entry, clause) or _anothers_mind(entry, clause):
            return None, False
        by_word = words & own["cues"] or nouns & own["nouns"]
        if clause.force in own["force"] or by_word:
            if not (entry.data.get("no_forecasts") and _forecast(clause)):
                return None, True
        if words & own["proposing"] and _proposed(clause):
            return None, True
        if self._hits(entry, clause, finds):
            if not entry.data.get("other"):
                return None, True
            told = _bearer(entry, clause) or (self.last_told if _joined_on(clause.segment) else None)
            return told, told is not None
        if (entry.id, "own") in found:
            return None, not clause.others_subject()
        if (entry.id, "ours") in found and clause.own_subject():
            return None, True
        told = self._told_side(entry, clause)
        return told, told is not None or any(test(entry, clause) for test in self.tests[entry.id])

    def _hits(self, entry: Entry, clause: Clause, finds: Finds) -> bool:
        """Whether a pattern is found; where the entry asks for it, not deep in it ("letters of complaint")."""
        lead, name = clause.segment.verb or clause.lead, (entry.id, "patterns")
        if not entry.data.get("central") or lead is None:
            return name in finds[clause.main if entry.data.get("main") else clause.unmarked]
        if name not in finds[clause.text]:
            return False
        start = clause.segment.span.start - clause.segment.sentence.passage.start
        patterns = (pattern for named, pattern in self.sought.named if named == name)
        hits = (found.span() for pattern in patterns for found in pattern.finditer(clause.text))
        leads = (lead, *_how_done(lead))
        return any(_near(first + start, last + start, verb, clause) for first, last in hits for verb in leads)

    def _told_side(self, entry: Entry, clause: Clause) -> Country | None:
        if entry.data.get("wished"):
            return _wished(clause) or _hoped(entry, clause)
        return self._told(entry, clause) if entry.data.get("modals") else None

    def _told(self, entry: Entry, clause: Clause) -> Country | None:
        """The other side that is told what it should do."""
        lead, own = clause.lead, clause.draft.on_behalf_of
        if clause.force in entry.words("insisting") and (named := _before_noun(clause)) not in (None, own):
            self.last_told = named
            return named
        if lead is None:
            return None
        infinitive = next((c for c in lead.children if c.dep_ in ("xcomp", "ccomp") and c.tag_ == "VB"), None)
        inner = syntax.subject(infinitive) if infinitive is not None else None
        needed = lead.lemma_ in entry.words("auxiliaries")
        obliging = needed and not syntax.is_passive(lead)  # not "no licence is needed to fish"
        if lead.lemma_ in entry.words("lemmas") and inner is not None and (obliging or not needed):
            told = clause.side(inner)
            return told if told != own else None
        subject, subjunctive = clause.subject(), _bare(clause) and clause.force in entry.words("insisting")
        must = (
            subjunctive
            or clause.helpers() & set(entry.words("modals"))
            or (obliging and (infinitive is not None or syntax.bidden(lead)))
            or (lead.tag_ == "MD" and lead.lower_ in entry.words("modals"))
        )
        told = clause.side(subject) if must and subject is not None else None
        if told is not None and told == own and syntax.is_passive(lead):
            return self.last_told
        goes_on = clause.frame == "aside" and must
        if (subjunctive or goes_on) and subject is not None and subject.lower_ in OTHERS and told in (None, own):
            return self.last_told
        self.last_told = told if told != own and told is not None else self.last_told
        return told if told != own else None


def _before_noun(clause: Clause) -> Country | None:
    """X in "insists that X cease issuing cards", whose verb the parser took for a noun with X before it."""
    noun = next((t for t in clause.tokens() if t.tag_ == "NN" and t.dep_ == "ccomp"), None)
    if noun is None or not any(c.dep_ == "mark" for c in noun.children):
        return None
    goes_on = any(c.dep_ == "acl" and c.tag_ == "VBG" and c.i == noun.i + 1 for c in noun.children)
    named = any(c.dep_ in ("compound", "nsubj") and c.pos_ == "PROPN" for c in noun.children)
    return clause.side(noun) if goes_on and named else None


def _how_done(lead: Token) -> list[Token]:
    """ "mentioning" of "was frank in mentioning X", "made no bones about naming X": what is done, in other words."""
    manners = [c for c in lead.children if c.dep_ in ("acomp", "attr", "dobj")]
    return [t for m in manners for p in m.children if p.dep_ == "prep" for t in p.children if t.dep_ == "pcomp"]


def _near(start: int, end: int, lead: Token, clause: Clause) -> bool:
    """Whether one of the words there is the clause's verb or close below it, and no clause lies between."""
    for token in (t for t in clause.tokens() if start <= t.idx < end):
        steps = 0
        while token.i != lead.i and token.head.i != token.i and steps <= NEAR and token.dep_ not in BELOW:
            token, steps = token.head, steps + 1
        if token.i == lead.i or (token.dep_ not in BELOW and token.head.i == token.i):
            return True
    return False


def _at_home(entry: Entry, clause: Clause) -> bool:
    """ "urged residents to stay inside": a state's word to its own people is no position towards others."""
    cue = clause.draft.cue
    if cue is None or not entry.words("at_home"):
        return False
    verb = clause.draft.sentence.passage.doc[cue.token]
    told = [c for c in verb.children if c.dep_ in ("dobj", "dative")]
    told += [t for t in syntax.prepositional(verb, "on", "upon", "to") if t.i > verb.i]  # not "According to X, Y urged"
    own = clause.draft.on_behalf_of
    return any(
        (t.lemma_.lower() in entry.words("at_home") and clause.side(t) in (None, own))
        or (t.tag_ in ("NNS", "NNPS") and clause.side(t) == own)  # "urged Latvians to leave"
        for t in told
    )


def _anothers_mind(entry: Entry, clause: Clause) -> bool:
    """ "said that X was worried about the road": another side's worry, and none of the speaker's."""
    lead = clause.lead if entry.words("minds") else None
    minded = lead is not None and any(c.lower_ in entry.words("minds") for c in (lead, *lead.children))
    if not minded or lead is None:
        return False
    subject = syntax.passive_subject(lead) or clause.subject()  # not who troubles it: "Y is concerned by Z's purchases"
    return subject is not None and clause.side(subject) not in (None, clause.draft.on_behalf_of)


def _in_deed(entry: Entry, clause: Clause) -> bool:
    """ "must stop its support for the rebels": help that is given or ended, and no view."""
    cue = clause.draft.cue
    if cue is None or cue.frame != "noun" or not entry.words("in_deed"):
        return False
    noun = clause.draft.sentence.passage.doc[cue.token]
    verb = noun.head
    done = noun.dep_ in ("dobj", "nsubjpass") and {verb.lemma_, syntax.with_particle(verb)} & set(
        entry.words("in_deed")
    )
    accused = noun.dep_ == "pobj" and noun.head.head.lemma_ in entry.words("in_accusation")
    return bool(done) or accused


# -- single tests -----------------------------------------------------------------------------------


def _wished(clause: Clause) -> Country | None:
    """The other side in "wants X to …"."""
    if clause.frame != "wish":
        return None
    first = next((t for t in clause.tokens() if t.dep_ in ("nsubj", "dobj", "nsubjpass")), None)
    told = clause.side(first) if first is not None else None
    return told if told != clause.draft.on_behalf_of else None


def _hoped(entry: Entry, clause: Clause) -> Country | None:
    """The other side in "hopes that X will stop …": what is hoped of it is asked of it."""
    cue, lead = clause.draft.cue, clause.lead
    verb = clause.draft.sentence.passage.doc[cue.token] if cue is not None else None
    if verb is None or lead is None or verb.lemma_.lower() not in entry.words("hoping") or clause.frame != "clause":
        return None
    subject = clause.subject()
    done = lead.pos_ == "VERB" and lead.lemma_ not in entry.words("no_deeds") and not syntax.is_passive(lead)
    if subject is None or not done or not clause.helpers() & {"will", "would"}:
        return None
    asked = [c for c in verb.head.children if verb.dep_ == "conj" and c.dep_ == "dobj"]
    pronoun = subject.lower_ in ("it", "they")  # "asked X to do it, and hoped that it would": X
    actor = clause.cast.actor(subject, clause.segment.sentence)  # "hopes that its tourists will return" asks nothing
    governs = actor is not None and (actor.kind == "state" or actor.official)
    named = clause.side(subject) if governs else None
    told = next((s for c in asked if pronoun and (s := clause.side(c)) is not None), named)
    return told if told != clause.draft.on_behalf_of else None


def _voiced(clause: Clause) -> frozenset[str]:
    """The nouns that name what is said: "its demand that …", "expressed concern"."""
    cue = clause.draft.cue
    word = clause.draft.sentence.passage.doc[cue.token] if cue is not None else None
    if word is None or cue is None or cue.frame not in ("noun", "object"):
        return frozenset()
    things = (
        [word] if cue.frame == "noun" else [c for c in word.children if c.dep_ == "dobj" and not _theirs(c, clause)]
    )
    return frozenset(t.lemma_.lower() for t in things if not _rung(t))


def _rung(noun: Token) -> bool:
    """ "announced the call": one by telephone, with nothing that is called for."""
    named = any(c.lower_ in ("the", "this", "that") for c in noun.children)
    asked = any(c.dep_ in ("acl", "relcl") or c.lower_ in ("for", "on", "to", "upon", "by") for c in noun.children)
    return noun.lemma_.lower() == "call" and named and not asked


def _theirs(noun: Token, clause: Clause) -> bool:
    """ "backs X's call for …", "rejects the demand by Y": what is named is another side's; the speaker has a view."""
    owners = [c for c in noun.children if c.dep_ == "poss"] + list(syntax.prepositional(noun, "by"))
    return any(clause.side(o) not in (None, clause.draft.on_behalf_of) for o in owners)


def _forecast(clause: Clause) -> bool:
    """ "believes that X will rain": what is only thought likely, and asked of nobody."""
    lead, thought = clause.lead, clause.force == "attitude"
    likely = bool(clause.helpers() & LIKELY) and lead is not None and not syntax.negated(lead)
    return thought and clause.frame in ("clause", "aside") and likely


def _proposed(clause: Clause) -> bool:
    """ "proposed a summit", "suggested that the two meet": not "that it was late", nor "that X open its market"."""
    lead = clause.lead
    if clause.frame == "clause" and clause.others_subject():
        return False
    base = _bare(clause) or (lead is not None and lead.tag_ == "VBP" and not clause.helpers() and lead.lemma_ != "be")
    return clause.frame != "noun" and (clause.frame != "clause" or base)


def _menaced(entry: Entry, clause: Clause) -> bool:
    """ "warned that it would shut the port", "warned that X would face sanctions": what a side will do or suffer."""
    ahead = clause.force == "threat" and bool(clause.helpers() & WILL)
    return ahead and (clause.own_subject() or clause.others_subject())


def _dangerous(entry: Entry, clause: Clause) -> bool:
    """ "warned of a wider war", "warned that the talks could fail"."""
    return clause.force == "threat" and (clause.frame == "about" or bool(clause.helpers() & (LIKELY - WILL)))


def _refused(entry: Entry, clause: Clause) -> bool:
    """Whether a side says that it cannot or will not, or that nobody will, or that something of its own will not be."""
    lead, subject = clause.lead, clause.subject()
    if lead is None or subject is None or not clause.helpers() & set(entry.words("refusals")):
        return False
    nobody = subject.lower_ in entry.words("nobodies") or any(c.lower_ == "no" for c in subject.children)
    if not (nobody or syntax.negated(lead)) or lead.lemma_ in entry.words("unwilled"):
        return False
    passive = syntax.is_passive(lead) and bool(clause.helpers() & WILL) and not clause.others_subject()
    return nobody or passive or clause.own_subject()


def _termed(entry: Entry, clause: Clause) -> bool:
    """ "would not resume before a treaty is signed", "should remain until it is signed": bound to a clause of time."""
    lead = clause.lead
    if lead is None or not clause.helpers() & set(entry.words("termed")):
        return False
    marks = {m.lower_ for t in clause.tokens() if t.dep_ == "advcl" for m in t.children if m.dep_ in ("mark", "advmod")}
    wanted = entry.words("terms") if _refusing(clause) else entry.words("ends")
    return bool(marks & set(wanted))


def _refusing(clause: Clause) -> bool:
    """Whether the clause denies, or demands: "must be held to it before …"."""
    lead, subject = clause.lead, clause.subject()
    no = subject is not None and any(c.lower_ == "no" for c in [subject, *subject.children])
    return no or (lead is not None and syntax.negated(lead)) or bool(clause.helpers() & {"must", "should"})


def _imperative(entry: Entry, clause: Clause) -> bool:
    """“Stop arming the bandits”: a bare verb that opens a quotation tells another what to do."""
    lead = clause.lead
    first = next((t for t in clause.tokens() if t.is_alpha), None)
    if lead is None or first is None or clause.draft.kind != "direct" or lead.lemma_ in entry.words("not_bidden"):
        return False
    verb = clause.segment.verb
    if verb is not None and verb.i != lead.i and first.i == verb.i and verb.tag_ in ("VB", "VBP"):  # ", end Z"
        return lead.tag_ == "VB" and not any(c.dep_ in ("nsubj", "nsubjpass") for c in (*lead.children, *verb.children))
    opens = first.i == lead.i or (first.lower_ in ("do", "please", "never") and first.head.i == lead.i)
    others = lead.tag_ == "VB" and not any(c.dep_ in ("nsubj", "nsubjpass", "expl") for c in lead.children)
    return opens and others and lead.dep_ in ("ROOT", "ccomp", "conj", "parataxis", "advcl")


def _on_principle(entry: Entry, clause: Clause) -> bool:
    """ "we do not hold elections for others' comfort", "X never attaches conditions": what a side never does."""
    lead = clause.lead
    if lead is None or lead.lemma_ in entry.words("unwilled") or not clause.own_subject():
        return False
    words = {c.lower_ for c in lead.children if c.dep_ in ("neg", "aux", "advmod")}
    helped = bool(words & {"do", "does"}) and bool(words & {"not", "n't", "n’t"})
    return helped or ("never" in words and lead.tag_ in ("VBP", "VBZ"))


def _subjunctive(entry: Entry, clause: Clause) -> bool:
    """ "insisted that the flights be better coordinated": a bare form with a subject asks for it."""
    asked = clause.force in entry.words("insisting") or clause.force == "demand"
    return asked and clause.frame in ("clause", "noun", "aside") and (_bare(clause) or _unshifted(entry, clause))


def _unshifted(entry: Entry, clause: Clause) -> bool:
    """ "insisted that all foreign troops leave": a present form after a past verb of asking, which asks for it too."""
    lead, subject, cue = clause.lead, clause.subject(), clause.draft.cue
    if lead is None or subject is None or cue is None or clause.helpers() or lead.tag_ != "VBP":
        return False
    verb = clause.draft.sentence.passage.doc[cue.token]
    past = verb.tag_ in ("VBD", "VBN") and verb.lemma_ in entry.words("pressing")
    several = subject.tag_ in ("NNS", "NNPS") or subject.lower_ == "they"
    return past and several and lead.lemma_ not in entry.words("statives")


def _acts(entry: Entry, clause: Clause) -> bool:
    """A verb that the speaker's own side is the subject of: "we offer …", "X has offered …"."""
    lead = clause.segment.verb or clause.lead
    done = lead is not None and lead.lemma_ in entry.words("acts") and lead.tag_ != "VB" and not syntax.negated(lead)
    return done and clause.own_subject() and not clause.helpers() & LIKELY


def _ought(entry: Entry, clause: Clause) -> bool:
    """ "the talks should take in the herders": what a side says ought to be, and tells neither itself nor a hearer."""
    lead, subject = clause.lead, clause.subject()
    if lead is None or subject is None or subject.lower_ in ("you", "i") or clause.own_subject():
        return False
    ought = [c for c in lead.children if c.dep_ == "aux" and c.lower_ in entry.words("oughts")]
    ought += [lead] if lead.lemma_ in entry.words("oughts") and syntax.bidden(lead) else []
    return any(c.i > subject.i for c in ought) and not any(c.dep_ == "mark" and c.lower_ == "if" for c in lead.children)


def _harm_to_other(entry: Entry, clause: Clause) -> bool:
    """ "X will be out unless it yields": what will befall another."""
    unless = any(t.lower_ == "unless" for t in clause.tokens())
    return unless and clause.others_subject() and bool(clause.helpers() & WILL)


def _virtuous(entry: Entry, clause: Clause) -> bool:
    """ "deals with all in candour and fairness", "frankness, patience and calm are what it holds to": qualities of
    conduct, two or more in one list."""
    listed = [t for t in clause.tokens() if t.pos_ in ("NOUN", "PROPN", "ADJ") and _virtue(t, entry)]
    near = (b.i - a.i for a, b in pairwise(listed))
    joined = any(t.text == "," or t.lower_ == "and" for a, b in pairwise(listed) for t in a.doc[a.i : b.i])
    return len(listed) > 1 and joined and min(near) <= LISTED


def _virtue(token: Token, entry: Entry) -> bool:
    return token.lemma_.lower() in entry.words("virtues") or token.lower_ in entry.words("virtues")


def _hinged(entry: Entry, clause: Clause) -> bool:
    """ "will lift the ban if X cuts its exports", "will expel the crew if X keeps the boat": what the own side will do,
    hinged on an "if"."""
    lead = clause.lead
    if lead is None or not clause.helpers() & set(entry.words("iffy")) or not clause.own_subject():
        return False
    if syntax.negated(lead) or lead.lemma_ in entry.words("unwilled"):
        return False
    below = (c for c in lead.children if c.dep_ in ("advcl", "ccomp", "dep"))
    terms = (c for c in below if any(m.lower_ == "if" and m.dep_ in ("mark", "advmod") for m in c.children))
    harms = lead.lemma_ in entry.words("hostile")
    harms = harms or not entry.words("hostile")
    provoked = entry.words("provoking")
    return any(_anothers(entry, t, clause) and (harms or syntax.negated(t) or t.lemma_ in provoked) for t in terms)


def _anothers(entry: Entry, verb: Token, clause: Clause) -> bool:
    """Whether what an "if" hinges on is another's to do: "if X cuts it", "if crews are freed"; not "if it rains"."""
    if syntax.is_passive(verb):
        return True
    subject = syntax.subject(verb)
    side = clause.side(subject) if subject is not None else None
    doing = syntax.direct_object(verb) is not None or verb.lemma_ in entry.words("lasting")
    named = subject is not None and subject.tag_ in ("NNS", "NN", "NNP", "NNPS")
    return side not in (None, clause.draft.on_behalf_of) or (named and doing)


TESTS = VERDICTS | {
    "iffy": _hinged,
    "virtues": _virtuous,
    "refusals": _refused,
    "termed": _termed,
    "oughts": _ought,
    "habits": _on_principle,
    "subjunctive": _subjunctive,
    "imperative": _imperative,
    "acts": _acts,
    "harm": _harm_to_other,
    "menaces": _menaced,
    "dangers": _dangerous,
}


def _bare(clause: Clause) -> bool:
    """ "insists that Oman reopen the road": a plain form after one subject asks for it."""
    lead, subject = clause.lead, clause.subject()
    if lead is None or subject is None or clause.helpers() - {"be"}:
        return False
    if lead.tag_ == "VB" or (syntax.is_passive(lead) and "be" in clause.helpers()):
        return True
    return lead.tag_ == "VBP" and (subject.tag_ in ("NNP", "NN") or subject.lower_ in ("it", "he", "she"))


def _bearer(entry: Entry, clause: Clause) -> Country | None:
    """The other side on whom a duty lies: the subject of "has to", or X in "up to X", "the onus is on X"."""
    bearers = entry.words("bearers")
    for token in clause.tokens():
        told = token.dep_ in ("nsubj", "nsubjpass")
        told = told or (token.dep_ == "pobj" and token.head.head.lemma_.lower() in bearers)
        side = clause.side(token) if told else None
        if side not in (None, clause.draft.on_behalf_of):
            return side
    return None


def _joined_on(segment: Segment) -> bool:
    """Whether a clause goes on from the one before it in the same words."""
    return segment.verb is not None and segment.verb is not segment.lead
