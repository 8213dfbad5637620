"""What an engagement is about, in the text's own words.

In: a trigger and the verb that governs it. Out: noun phrases, trimmed of determiners and of clauses, each
once, in order.
"""

from __future__ import annotations

from collections.abc import Container, Iterator
from typing import TYPE_CHECKING

from detente.codebook import Codebook
from detente.reading import syntax
from detente.reading.engagements.triggers import FACE_TO_FACE, Trigger
from detente.reading.scene import Scene

if TYPE_CHECKING:
    from detente.reading.words import Token

LONGEST = 12
# prepositions that lead on to what a topic is of, and not to where or when it was one
WITHIN = frozenset({"of", "on", "for", "over", "to", "in", "with", "between", "about", "into", "from", "against"})
CUT = frozenset({"relcl", "acl", "advcl", "appos", "conj", "cc", "punct", "det", "preconj", "ccomp"})

EXCHANGES = frozenset({"trade", "commerce", "exchange", "business", "traffic", "cooperation", "venture"})
LINES = frozenset({"phone", "telephone", "line"})


class TopicReader:
    """Reads topics of engagements."""

    def __init__(self, codebook: Codebook) -> None:
        self.words: dict[str, list[str]] = codebook.lexicon("engagements/words")

    def read(self, trigger: Trigger, verb: Token | None, scene: Scene) -> tuple[str, ...]:
        """The topics that hang on a trigger: after on/about, or as the object of "discuss" and its like."""
        heads = [trigger.token, *([verb] if verb is not None and trigger.noun else [])]
        around = (n for head in heads for n in self._nouns(head, trigger.token))
        nouns = [t for n in around if n.lemma_.lower() not in self.words["no_topics"] for t in self._matter(n)]
        found = [text for n in nouns if (text := phrase(n)) is not None]
        if not found and trigger.form in FACE_TO_FACE:
            around = (m for n in self._in_sentence(trigger) if self._may_be(n) for m in self._matter(n))
            found = [text for n in around if (text := phrase(n)) is not None]
        return tuple(dict.fromkeys(found))

    def _may_be(self, noun: Token) -> bool:
        lemma = noun.lemma_.lower()
        return lemma in self.words["vague_topics"] or lemma not in self.words["no_topics"]

    def _matter(self, noun: Token) -> list[Token]:
        """ "views on X", "the details of Y", "ways to end Z": what they are of, if anything."""
        if noun.lemma_.lower() not in self.words["vague_topics"]:
            return [noun]
        below = [t for n in syntax.prepositional(noun, "on", "of", "about", "for", "over") for t in syntax.conjuncts(n)]
        done = [c for c in noun.children if c.dep_ in ("acl", "relcl") and c.tag_ in ("VB", "VBG")]
        done += [n for c in noun.children if c.dep_ == "prep" for n in c.children if n.dep_ == "pcomp"]
        return below or [n for c in done for n in c.children if n.dep_ == "dobj"]

    # -- wherever the sentence tells it ---------------------------------------------------------

    def _in_sentence(self, trigger: Trigger) -> Iterator[Token]:
        """What the rest of the sentence says that a meeting was about: "with trade on the menu", "about trade", "and
        the two went over trade", "and trade dominated their talk"."""
        topical = set(self.words["topical_verbs"])
        for token in trigger.sentence.tokens:
            if token.lemma_.lower() in self.words["agenda_nouns"]:
                yield from self._on_agenda(token)
            elif token.dep_ == "amod" and token.tag_ == "VBN" and token.lemma_ in self.words["topic_verbs"]:
                yield from ([token.head] if token.head.i > token.i > trigger.token.i else [])
            elif token.pos_ == "VERB" and {token.lemma_, syntax.with_particle(token)} & topical:
                yield from (c for c in token.children if c.dep_ == "nsubj" and not syntax.names_person(c))
            elif token.i > trigger.token.i and self._about(token, trigger):
                yield from (n for c in token.children if c.dep_ == "pobj" for n in syntax.conjuncts(c))
            elif token.i > trigger.token.i and self._looks_at(token, trigger):
                yield from self._nouns(token, token)

    def _on_agenda(self, noun: Token) -> Iterator[Token]:
        """X in "with X on the menu", "X was on the agenda", "X was the subject", "the talk was of X"."""
        preposition = noun.head if noun.dep_ == "pobj" else None
        above = preposition.head if preposition is not None else noun.head
        listed = preposition is not None and preposition.lower_ in ("on", "at", "in", "under", "of")
        if listed and above.pos_ in ("NOUN", "PROPN") and above.i < noun.i:
            yield above
        verb = syntax.clause_of(noun)
        if verb.lemma_ in ("be", "stand", "come") or above.i == verb.i:
            before = ("nsubj", "attr") if noun.i < verb.i else ("nsubj",)  # "on the table was X"
            yield from (c for c in verb.children if c.dep_ in before and c.i != noun.i)
            within = [c for c in verb.children if c.dep_ == "prep" and c.lower_ == "with"]
            yield from (n for c in within for n in c.children if n.dep_ == "pobj")
        yield from syntax.prepositional(noun, "of") if noun.dep_ == "nsubj" else ()

    def _about(self, token: Token, trigger: Trigger) -> bool:
        """A preposition of topics in the trigger's own clause or one that it serves."""
        if token.dep_ != "prep" or syntax.dated(token):
            return False
        if token.lower_ not in self.words["topic_prepositions"]:
            return token.lower_ == "of" and self._tells_of_talk(token.head)
        if self._tells_of_talk(token.head):
            return True
        clause, own = syntax.clause_of(token), syntax.clause_of(trigger.token)
        between = token.doc[trigger.token.i + 1 : token.i]
        return clause.i == own.i or not any(t.tag_ in ("VBD", "VBZ", "VBP") for t in between)

    def _tells_of_talk(self, verb: Token) -> bool:
        """ "…, and the conversation was about X", "their talk was mostly on X"."""
        told = verb.lemma_ == "be" and next((c for c in verb.children if c.dep_ == "nsubj"), None)
        return bool(told and told.lemma_.lower() in self.words["meeters"] and told.pos_ == "NOUN")

    def _looks_at(self, token: Token, trigger: Trigger) -> bool:
        """ "…, and the two discussed X": a verb of discussing that the same people are the subject of."""
        phrased = any(f"{token.lemma_}_{c.lower_}" in self.words["topic_phrases"] for c in token.children)
        if token.pos_ != "VERB" or not (token.lemma_ in self.words["topic_verbs"] or phrased):
            return False
        own = next((c for c in token.children if c.dep_ == "nsubj"), None)
        return own is None or own.lower_ in self.words["meeters"] or own.lemma_.lower() in self.words["meeters"]

    def discussed(self, verb: Token) -> tuple[str, ...]:
        """What a verb of discussing is about: "they looked at trade"."""
        return tuple(dict.fromkeys(text for n in self._nouns(verb, verb) if (text := phrase(n)) is not None))

    def taken_up(self, verb: Token) -> tuple[str, ...]:
        """What is talked over in "X and Y were taken up"; nothing where someone else did it, or somewhere else."""
        subject = syntax.passive_subject(verb)
        apart = any(c.dep_ == "agent" or (c.dep_ == "prep" and c.lower_ == "in") for c in verb.children)
        done = {verb.lemma_, syntax.with_particle(verb)} & set(self.words["matters_taken_up"])
        nouns = syntax.conjuncts(subject) if subject is not None and done and not apart else []
        return tuple(dict.fromkeys(text for n in nouns if (text := phrase(n)) is not None))

    def named(self, verb: Token, nouns: Container[str]) -> tuple[str, ...]:
        """X in "The subject was X", also before a colon, and in "What they discussed was X"."""
        before = (c for c in verb.children if c.dep_ in ("ccomp", "parataxis") and c.i < verb.i)
        for told in (verb, *before):
            subject = next((c for c in told.children if c.dep_ in ("nsubj", "csubj")), None)
            asked = subject is not None and subject.dep_ == "csubj" and self._what_they(subject)
            if subject is None or told.lemma_ != "be" or not (asked or subject.lemma_.lower() in nouns):
                continue
            matters = (n for c in told.children if c.dep_ == "attr" for n in syntax.conjuncts(c))
            if found := tuple(dict.fromkeys(text for n in matters if (text := phrase(n)) is not None)):
                return found
        return ()

    def _what_they(self, verb: Token) -> bool:
        """ "What they discussed", "what the two talked about"."""
        first, who = verb.doc[verb.left_edge.i], next((c for c in verb.children if c.dep_ == "nsubj"), None)
        told = {verb.lemma_, syntax.with_particle(verb)} & {*self.words["topic_verbs"], *self.words["topic_phrases"]}
        talkers = who is not None and who.lemma_.lower() in self.words["meeters"]
        return first.lower_ == "what" and talkers and bool(told)

    def agenda(self, verb: Token) -> str | None:
        """The subject of "… was high on the agenda"; of "Reviving X was the subject", X."""
        subject = next((c for c in verb.children if c.dep_ in ("nsubj", "csubj", "nsubjpass")), None)
        subject = subject or next((c for c in verb.children if c.dep_ == "attr"), None)  # "On the agenda was X"
        if subject is None:  # "On the table: X and Y"
            return phrase(verb) if verb.pos_ in ("NOUN", "PROPN") else None
        nouns = [subject, *(c for c in subject.children if c.dep_ == "dobj")]
        return next((text for n in nouns if (text := phrase(n)) is not None), None)

    def _nouns(self, head: Token, trigger: Token) -> Iterator[Token]:
        nominal = head.pos_ in ("NOUN", "PROPN")
        for noun in syntax.prepositional(head, *self.words["topic_prepositions"]):
            if noun.ent_type_ not in ("DATE", "TIME") and (nominal or noun.i > trigger.i):
                yield noun
        if not nominal:
            for occasion in syntax.prepositional(head, "for"):
                of = ("of",) if occasion.lemma_.lower() in self.words["occasions"] else ()
                yield from syntax.prepositional(occasion, *self.words["topic_prepositions"], *of)
                yield from self._devoted(occasion)
        for child in head.children:
            if child.dep_ in ("prep", "prt") and f"{head.lemma_}_{child.lower_}" in self.words["topic_phrases"]:
                below = head.children if child.dep_ == "prt" else child.children
                yield from (n for c in below if c.dep_ in ("pobj", "dobj") for n in syntax.conjuncts(c))
            if child.dep_ == "dobj" and f"{head.lemma_}_{child.lower_}" in self.words["topic_phrases"]:
                yield from syntax.prepositional(child, "of", "on", "about")  # "took stock of X"
            if child.dep_ == "prt" and f"{head.lemma_}_{child.lower_}" in self.words["topic_phrases"]:
                yield from self._where_it_stands(head)
        yield from self._devoted(trigger)
        if not nominal and head.lemma_ in self.words["topic_verbs"]:
            yield from self._objects(head)
        for token in head.subtree:
            told = token.pos_ == "VERB" and token.i > trigger.i and token.i != head.i
            if not told or not self._serves(token, head):
                continue
            aim = token.tag_ == "VB" and token.lemma_ in self.words["furthering_verbs"]
            if aim or token.lemma_ in self.words["topic_verbs"]:
                yield from self._objects(token)
            phrased = any(f"{token.lemma_}_{c.lower_}" in self.words["topic_phrases"] for c in token.children)
            if phrased and token.tag_ == "VB":
                yield from self._objects(token)
                yield from syntax.prepositional(token)

    def _devoted(self, noun: Token) -> Iterator[Token]:
        """X in "a meeting devoted to X"."""
        for clause in (c for c in noun.children if c.dep_ == "acl" and c.lemma_ in self.words["devoting_verbs"]):
            yield from syntax.prepositional(clause, "to")

    def _where_it_stands(self, verb: Token) -> Iterator[Token]:
        """ "thrashed out where things stand on X", "went over how they might agree on X"."""
        for clause in (c for c in verb.children if c.dep_ in ("ccomp", "advcl") and c.i > verb.i):
            if any(c.lower_ in ("where", "how", "what") for c in clause.children):
                yield from syntax.prepositional(clause, "on", "over", "with")

    def _serves(self, verb: Token, head: Token) -> bool:
        """ "met to discuss X", "a call during which they discussed X", "talks focused on X"."""
        step = verb
        while step.i != head.i and step.dep_ in (
            "advcl",
            "relcl",
            "acl",
            "xcomp",
            "conj",
            "pcomp",
            "prep",
            "pobj",
        ):
            step = step.head
        return step.i == head.i

    def _objects(self, verb: Token) -> Iterator[Token]:
        told = syntax.passive_subject(verb) if syntax.is_passive(verb) else None
        if told is not None:
            yield from syntax.conjuncts(told)
        for child in verb.children:
            if child.dep_ == "dobj":
                yield from syntax.conjuncts(child)
            if child.dep_ in ("xcomp", "ccomp"):
                yield from (n for c in child.children if c.dep_ == "dobj" for n in syntax.conjuncts(c))
                inner = (c for c in child.children if c.dep_ == "ccomp")  # "discuss how to get X moving"
                yield from (n for c in inner for n in c.children if n.dep_ in ("nsubj", "nsubjpass"))
        yield from syntax.prepositional(verb, *self.words["topic_prepositions"])


def phrase(noun: Token) -> str | None:
    """A noun phrase without determiner, clauses and coordinated phrases; None for pronouns and for names of people."""
    named = noun.ent_type_ in ("DATE", "TIME") or (noun.ent_type_ in ("PERSON", "GPE") and not noun.is_lower)
    if (noun.pos_ not in ("NOUN", "PROPN") and noun.tag_ != "VB") or named:
        return None
    kept = [t for t in noun.subtree if not _cut_off(t, noun)]
    run = next(r for r in syntax.contiguous(kept) if noun.i in {t.i for t in r})[:LONGEST]
    told = next((n for n, t in enumerate(run) if n and t.tag_ in ("VBN", "VBD") and run[n - 1].tag_ == "CD"), None)
    run = (
        run if told is None or run[told].i > noun.i else run[told + 1 :]
    )  # "the two discussed trade", read as one noun
    while len(run) > 1 and run[0].tag_ == "RB":  # "notably"
        run = run[1:]
    while run and (run[-1].dep_ in ("prep", "cc", "case", "aux") or run[-1].is_punct):
        run = run[:-1]
    if run:
        run = _with_goods(_with_quality(run))
    text = run[0].doc[run[0].i : run[-1].i + 1].text.strip(" \"“”'‘’") if run else ""
    return text or None


def _with_quality(run: list[Token]) -> list[Token]:
    """With the adjective after its noun that the parser hung on the verb: "discussed exports of gum arabic"."""
    last = run[-1]
    after = last.doc[last.i + 1] if last.i + 1 < last.sent.end else None
    stray = after is not None and after.pos_ == "ADJ" and after.dep_ in ("advmod", "oprd") and after.is_lower
    closes = stray and after is not None and (after.i + 1 == last.sent.end or after.nbor().is_punct)
    return [*run, after] if closes and after is not None and last.pos_ == "NOUN" else run


def _with_goods(run: list[Token]) -> list[Token]:
    """With what a trade is in, which the parser hung on the verb: "went over trade in grain"; not "in detail", "in the
    capital"."""
    last = run[-1]
    link = last.doc[last.i + 1] if last.i + 2 < last.sent.end else None
    if link is None or link.lower_ != "in" or last.pos_ != "NOUN" or last.lemma_.lower() not in EXCHANGES:
        return run
    goods = next((c for c in link.children if c.dep_ == "pobj"), None)
    bare = goods is not None and goods.pos_ == "NOUN" and goods.is_lower and not syntax.dated(goods)
    if goods is None or not bare or any(c.dep_ in ("det", "poss") for c in goods.children):
        return run
    return [*run, *last.doc[link.i : goods.i + 1]]


def _cut_off(token: Token, top: Token) -> bool:
    while token.i != top.i:
        if token.dep_ == "prep" and any(c.lower_ in LINES for c in token.children):
            return True  # "went over the dispute on the phone"
        if (
            token.dep_ in CUT
            and token.tag_ != "HYPH"  # "the High-Level Council" is one word's
            and not (token.dep_ == "conj" and token.head.i != top.i)
            and not (token.dep_ == "cc" and token.head.i != top.i)
            and not (token.dep_ == "det" and token.head.dep_ == "pobj" and token.head.head.lower_ in WITHIN)
        ):
            return True
        token = token.head
    return False
