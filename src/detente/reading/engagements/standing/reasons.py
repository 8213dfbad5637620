"""Why an engagement was called off, put off or refused: the clause, phrase or doer that a sentence gives for it.

In: the word that says what became of an engagement, and its sentence. Out: the span of the cause. The grammar is asked
first; where the parser hung the cause elsewhere, the first mark of a cause after the word begins it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from detente.model import Span
from detente.reading import syntax
from detente.reading.scene import Scene, Sentence

if TYPE_CHECKING:
    from detente.reading.words import Token

CITING = frozenset({"citing", "blaming"})
TEMPERED = ("in", "on")
ONWARD = ("at", "of", "over", "to", "with", "about", "against", "that")
LEADING_TO = ("due", "owing", "thanks")
BREAKS = ("but", "and", "which", "though", "although", "while", "who")
TIMES = frozenset({"DATE", "TIME"})


class Reasons:
    """Finds causes; `words` are the small words of engagements."""

    def __init__(self, words: Mapping[str, Sequence[str]]) -> None:
        self.words = words
        self.marks = frozenset(words["reason_marks"])
        self.tempers = frozenset(words["reason_nouns"])
        self.thwarting = frozenset(words["thwarting_verbs"])
        self.doers = frozenset(words["deciding_sides"])

    def of(self, scene: Scene, word: Token, sentence: Sentence) -> Span | None:
        """The clause or phrase that says why: "after …", "because …", "over …", or what did it."""
        verb = word if word.pos_ in ("VERB", "AUX") else syntax.clause_of(word)
        return (
            self._blow(scene, verb, sentence)
            or self._told(scene, word, verb, sentence)
            or self._hung_lower(scene, verb, sentence)
            or self._forced(scene, verb, sentence)
            or self._next_mark(scene, word, sentence)
            or self.as_long_as(scene, verb, sentence)
            or self._before(scene, verb, sentence)
            or self._soon_after(scene, word, sentence)
        )

    def over(self, scene: Scene, verb: Token, sentence: Sentence) -> Span | None:
        """ "but a blackout obliged him to …": the subject of a verb of forcing."""
        if verb.lemma_ not in self.words["causing_verbs"] or syntax.is_passive(verb):
            return None
        return self._subject(scene, verb, sentence)

    def _subject(self, scene: Scene, verb: Token, sentence: Sentence) -> Span | None:
        own = next((c for c in verb.children if c.dep_ == "nsubj" and c.pos_ != "PRON"), None)
        return scene.cover(sentence, own.subtree) if own is not None else None

    # -- clauses and phrases --------------------------------------------------------------------

    def _told(self, scene: Scene, word: Token, verb: Token, sentence: Sentence) -> Span | None:
        """The first clause or phrase of cause that hangs on the word or on its verb."""
        for at in dict.fromkeys([word, verb]):
            for child in at.children:
                if child.i > word.i and (self._marked(child) or self._phrase(child)):
                    return self._whole(scene, child, at, sentence)
        return None

    def _marked(self, child: Token) -> bool:
        own = [c.lower_ for c in child.children if c.dep_ in ("mark", "advmod", "prep")]
        if "as" in own and not any(c.dep_ in ("nsubj", "nsubjpass", "expl", "csubj") for c in child.children):
            return False  # "as planned", "as had been foreseen": no cause
        clause = child.dep_ == "advcl" and (child.lower_ in self.marks or any(w in self.marks for w in own))
        return clause or (child.dep_ == "prep" and any(c.lower_ in CITING for c in child.subtree))

    def _phrase(self, child: Token) -> bool:
        """ "over …", "in protest", "on the grounds that"; a mere day after the preposition is no cause."""
        if child.dep_ != "prep" or syntax.dated(child):
            return False
        if child.lower_ in TEMPERED:
            return any(c.lower_ in self.tempers for c in child.children if c.dep_ == "pobj")
        return child.lower_ in self.marks

    def _whole(self, scene: Scene, child: Token, at: Token, sentence: Sentence) -> Span:
        """A cause with what the parser hung right after it elsewhere."""
        words = [t for t in child.subtree if not t.is_punct or t.i < child.right_edge.i]
        following = next(
            (c for c in at.children if c.dep_ == "advcl" and c.left_edge.i == child.right_edge.i + 1), None
        )
        words += list(following.subtree) if following is not None and not self._marked(child) else []
        after = max(t.i for t in words) + 1
        if after + 1 < sentence.tokens.end and child.doc[after].text == ".":  # "because Hon. X had been called away"
            return scene.cover(sentence, self._up_to_break(child, sentence))
        if after < sentence.tokens.end and child.lower_ in TEMPERED and child.doc[after].lower_ in ONWARD:
            words += list(child.doc[after].subtree)
        return scene.cover(sentence, self._unsaid(words))

    def _unsaid(self, words: list[Token]) -> list[Token]:
        """Without who says so at the end: "because of the floods, the ministry said"."""
        inside = {t.i for t in words}
        for verb in (t for t in words if t.lemma_ in self.words["sequel_verbs"] and t.pos_ == "VERB"):
            subject = next((c for c in verb.children if c.dep_ == "nsubj" and c.i in inside and c.i < verb.i), None)
            comma = subject.left_edge.i - 1 if subject is not None else -1
            if comma in inside and verb.doc[comma].text == "," and comma > min(inside) + 1:
                return [t for t in words if t.i < comma]
        return words

    def _hung_lower(self, scene: Scene, verb: Token, sentence: Sentence) -> Span | None:
        """ "at the last minute over the floods": a phrase of cause that the parser hung on another."""
        for phrase in (c for c in verb.children if c.dep_ in ("prep", "npadvmod", "dobj") and c.i > verb.i):
            for token in phrase.subtree:
                cause = token.dep_ == "prep" and token.lower_ in self.words["causes"] and not syntax.dated(token)
                if cause and token.i > phrase.i and syntax.clause_of(token).i == verb.i:
                    return scene.cover(sentence, token.subtree)
        return None

    def _before(self, scene: Scene, verb: Token, sentence: Sentence) -> Span | None:
        """ "After the floods began, he called it off": a clause of cause before the word."""
        early = (c for c in verb.children if c.dep_ == "advcl" and c.i < verb.i and self._marked(c))
        clause = next(early, None)
        return scene.cover(sentence, [t for t in clause.subtree if not t.is_punct]) if clause is not None else None

    def as_long_as(self, scene: Scene, verb: Token, sentence: Sentence) -> Span | None:
        """ "There can be no meeting while his ships are there", "will not come until they go", "no need of it while
        they stay": what stands in the way."""
        no = syntax.negated(verb) or any(d.lower_ == "no" for c in verb.children for d in c.children)
        useless = any(c.lemma_.lower() in self.words["uses"] for c in verb.children if c.dep_ in ("attr", "dobj"))
        if not no or not (useless or any(c.tag_ == "MD" for c in verb.children)):
            return None
        for clause in (c for c in verb.children if c.dep_ == "advcl"):
            if any(c.lower_ in self.words["obstacle_marks"] for c in (*clause.children, *clause.lefts)):
                return scene.cover(sentence, [t for t in clause.subtree if not t.is_quote])
        return None

    def _soon_after(self, scene: Scene, word: Token, sentence: Sentence) -> Span | None:
        """ "Within hours of the arrest the visit was scrapped": what it was so soon after."""
        subject = next((c for c in word.children if c.dep_ in ("nsubj", "nsubjpass")), None)
        stop = subject.left_edge.i if subject is not None else word.i
        for noun in sentence.tokens:
            unit = noun.dep_ == "pobj" and noun.lemma_.lower() in self.words["soon"]
            if not unit or noun.head.lower_ not in ("within", "inside"):
                continue
            event = next(syntax.prepositional(noun, "of"), None)
            its = event is not None and any(c.lower_ == "its" for c in event.children)  # "of its announcement"
            if event is not None and event.ent_type_ not in TIMES and not its:
                last = stop if stop > event.i else event.right_edge.i + 1
                run = event.doc[noun.head.i : last]
                mark = next((t.i - run.start for t in run if t.text in ",;"), len(run))
                return scene.cover(sentence, run[:mark])
        return None

    # -- doers ----------------------------------------------------------------------------------

    def _blow(self, scene: Scene, verb: Token, sentence: Sentence) -> Span | None:
        """ "sank the visit", "fell victim to a strike", "was torpedoed by a leak": what did away with it."""
        put = verb.doc[verb.i - 1] if verb.i and verb.tag_ == "VBN" else None
        if put is not None and f"{put.lemma_}_{verb.lower_}" in self.thwarting:
            before = [t for t in put.head.subtree if t.i < put.i] if put.dep_ in ("appos", "acl") else []
            hung = verb.head if verb.dep_ == "acl" and put.head == verb and verb.head.dep_ == "ROOT" else None
            if hung is not None:  # "A storm that … put paid to it", where the parser made the storm the main word
                return scene.cover(sentence, [t for t in hung.subtree if t.i < put.left_edge.i])
            return self._subject(scene, put, sentence) or (scene.cover(sentence, before) if before else None)
        by = syntax.agent_of(verb) if syntax.is_passive(verb) else None
        if not (syntax.with_particle(verb) in self.thwarting or self._thwarts(verb)):
            acts = by is not None and by.lemma_.lower() in self.doers  # "was put off by the Kenyan side": who, not why
            return scene.cover(sentence, by.subtree) if by is not None and by.pos_ == "NOUN" and not acts else None
        victim = next((c for c in verb.children if c.lower_ in ("victim", "prey")), None)
        ends = (t for at in (victim, verb) if at is not None for t in syntax.prepositional(at, "to"))
        blow = next(ends, None) if victim is not None else None
        own = next((c for c in verb.children if c.dep_ == "nsubj"), None)
        cause = blow or by or own
        return scene.cover(sentence, cause.subtree) if cause is not None and cause.pos_ != "PRON" else None

    def _thwarts(self, verb: Token) -> bool:
        """ "fell victim to", "put paid to": a thwarting verb with a noun for its particle."""
        return any(f"{verb.lemma_}_{c.lower_}" in self.thwarting for c in verb.children)

    def _forced(self, scene: Scene, verb: Token, sentence: Sentence) -> Span | None:
        """ "a blackout obliged him to cancel the visit", "led to its being cancelled": what made somebody do it."""
        above = verb.head if verb.head.pos_ == "VERB" else syntax.clause_of(verb.head)
        if verb.dep_ not in ("xcomp", "ccomp", "pcomp") or above.lemma_ not in self.words["causing_verbs"]:
            return None
        own = next((c for c in above.children if c.dep_ == "nsubj"), None)
        return scene.cover(sentence, own.subtree) if own is not None else None

    # -- in the order of the words --------------------------------------------------------------

    def _next_mark(self, scene: Scene, word: Token, sentence: Sentence) -> Span | None:
        """From the first mark of a cause after the word to the next break of the sentence."""
        for token in word.doc[word.i + 1 : sentence.tokens.end]:
            if self._begins(token) and not _of_another_matter(token, word):
                return scene.cover(sentence, self._up_to_break(token, sentence))
        return None

    def _begins(self, token: Token) -> bool:
        following = token.nbor(1) if token.i + 1 < len(token.doc) else None
        if following is None or following.ent_type_ in TIMES or following.is_punct:
            return False
        if token.lower_ in TEMPERED:
            words = [t.lower_ for t in token.doc[token.i + 1 : token.i + 4]]
            return any(w in self.tempers for w in words)
        if token.lower_ == "as" and following.tag_ in ("VBN", "VBD", "VBZ"):
            return False
        marks = token.lower_ in self.marks - self.tempers and token.pos_ in ("ADP", "SCONJ", "VERB", "ADV", "ADJ")
        deed = token.i + 2 < len(token.doc) and token.doc[token.i + 2].tag_ == "VB"
        if token.lower_ in LEADING_TO and (following.lower_ != "to" or deed):
            return False  # "due in Rome on Friday", "due to begin on Friday"
        return marks and not (token.lower_ in ("as", "since", "against") and token.dep_ == "prep")

    def _up_to_break(self, token: Token, sentence: Sentence) -> list[Token]:
        words: list[Token] = []
        for t in token.doc[token.i : sentence.tokens.end]:
            following = t.nbor(1).lower_ if t.i + 1 < len(t.doc) else ""
            stop = t.text in (";", ":") or (t.text == "." and t.i + 1 >= sentence.tokens.end)  # no stop in "Hon. X"
            if words and (stop or (t.text == "," and following in BREAKS)):
                break
            words.append(t)
        return words


def _of_another_matter(mark: Token, word: Token) -> bool:
    """ "fell through, with the dispute over water unsettled": a phrase of a noun that a comma sets apart."""
    noun = mark.head
    hung = mark.dep_ == "prep" and noun.pos_ == "NOUN" and noun.i > word.i
    return hung and any(t.text == "," for t in mark.doc[word.i : noun.i])
