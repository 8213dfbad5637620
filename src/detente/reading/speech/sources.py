"""Words reported without a verb of saying: "according to X", "in X's view", "X's claim that …", "X is sure that …".

In: a token of a sentence. Out: an `Attributed`, the cue, the words and the noun whose words they are (None where
the text names nobody); None where the token reports nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.codebook import Entry
from detente.reading import syntax
from detente.reading.speech import content
from detente.reading.speech.cues import Cue, Cues

if TYPE_CHECKING:
    from detente.reading.words import Token

EDGES = frozenset({",", "”", '"', "—", "–"})
NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS", "PRP"})
MIDST, SHORT = 6, 4  # words before such an aside at least, and of the noun phrase it follows at most
SAYING = "speech/say"
OWNING = ("by", "from", "of", "in", "among", "with")


@dataclass(frozen=True, slots=True)
class Attributed:
    """Words with their cue (tokens `cue_first` to `cue_last`, half-open) and their owner."""

    cue: Cue
    words: tuple[Token, ...]
    owner: Token | None
    cue_first: int
    cue_last: int


class Sources:
    """Finds what nouns, adjectives and phrases report."""

    def __init__(self, cues: Cues) -> None:
        self.cues = cues
        self.spelt = _by_first(cues.phrases)
        self.owned = _by_first(cues.owned)
        self.opening = frozenset({*self.spelt, *self.owned, *cues.set_off, "as"})

    def phrase(self, token: Token) -> Attributed | None:
        """ "according to X", "in X's view", "as X told it": the source of the rest of the clause."""
        a_name = token.lower_ in self.cues.set_off and token.is_title and not token.is_sent_start  # "Ambassador Per X"
        if token.lower_ not in self.opening or a_name:
            return None
        return self._spelt(token) or self._owned(token) or self._set_off(token) or self._as_told(token)

    def amid_clause(self, token: Token) -> bool:
        """ "a pledge that X, according to Y, made": who says what X did, of which the words around tell."""
        before = list(token.doc[token.sent.start : token.i])
        midst = len(before) > MIDST and before[-1].text == "," and before[-2].tag_ in NOUNS
        return midst and breaks_off(before[:-1])

    def noun(self, token: Token) -> Attributed | None:
        """ "X's remark that …", "the claim by X that …", "X's pledge to …", "the view is that …"."""
        return self.worded(token) or self._held(token)

    def _held(self, token: Token) -> Attributed | None:
        """ "X's opposition to the pipeline", "X joined the call for an end to it"."""
        cue = self.cues.held_noun(token)
        if cue is None:
            return None
        put = self._asks(token, cue) or token.head.lemma_ in self.cues.words["lodging_verbs"]
        lodged = token.head.children if token.dep_ == "dobj" and put else ()
        after = (c for c in (*token.children, *lodged) if c.dep_ == "prep" and c.i > token.i)
        link = next((c for c in after if c.lower_ in cue.prepositions), None)
        thing = next((c for c in link.children if c.dep_ in ("pobj", "pcomp")), None) if link is not None else None
        owner = self._holder(token, cue) if thing is not None else None
        if link is None or thing is None or owner is None:
            return None
        asking = self._asks(token, cue)
        words = tuple(token.doc[link.i + 1 if asking else token.i : link.right_edge.i + 1])
        return Attributed(cue, words, owner, token.i, token.i + 1)

    def _asks(self, noun: Token, cue: Cue) -> bool:
        """Whether a noun names an asking, whose content is the thing asked for ("a request with X for Y")."""
        return noun.lemma_.lower() in cue.entry.words("asking")

    def _holder(self, noun: Token, cue: Cue) -> Token | None:
        """Whose a stance is: its possessor, or who makes it his own."""
        goods = noun.lemma_.lower() in cue.entry.words("goods") and noun.tag_ == "NN"
        verb = syntax.clause_of(noun)
        made = verb.lemma_ in self.cues.words["joining_verbs"] and verb.i < noun.i and not syntax.negated(verb)
        if goods and not made:
            return None
        own = next((c for c in noun.children if c.dep_ == "poss"), None)
        below = noun.dep_ in ("dobj", "pobj") and not syntax.is_passive(verb)
        if own is None or own.pos_ == "PRON":
            return self._maker(verb) if made and below else own
        return own

    def _maker(self, verb: Token) -> Token | None:
        """Who makes a stance his own; of "summoned the envoy to lodge a protest", who summoned him."""
        meant = verb.tag_ == "VB" and verb.dep_ in ("xcomp", "advcl", "acl") and verb.head.i < verb.i
        above = syntax.clause_of(verb.head) if meant else verb
        return syntax.subject(above if above.lemma_ in self.cues.words["reaching_verbs"] else verb)

    def worded(self, token: Token) -> Attributed | None:
        """A noun with its clause or infinitive."""
        cue = self.cues.noun(token)
        if cue is None:
            return None
        head, bare = _that_clause(token), None
        if head is not None and (self._issued(head) or self._said_in(token)):
            return None
        if head is None:
            head = bare = _copular(token)
        if head is None:
            return self._infinitive(cue, token)
        owner = self._owner(token) or (token if bare is not None else None)
        if owner is not None and owner.lower_ in OF_WHO_SPEAKS:
            return None
        words = _without_that(head)
        return Attributed(cue, words, owner, token.i, token.i + 1) if len(words) > 2 else None

    def _said_in(self, paper: Token) -> bool:
        """ "said in a statement that …": the verb's words, and not the paper's."""
        verb = paper.head.head
        return paper.dep_ == "pobj" and paper.head.lower_ == "in" and bool(self.cues.verb(verb)) and verb.i < paper.i

    def _issued(self, clause: Token) -> bool:
        """ "the note that X put out", "the pledge that X made": a clause about the paper, and not its words."""
        done_to = any(c.dep_ in ("dobj", "nsubjpass") for c in clause.children)
        return clause.lemma_ in self.cues.words["issuing_verbs"] and not done_to

    def adjective(self, token: Token) -> Attributed | None:
        """ "X is confident that …", "X has been clear that …"."""
        cue = self.cues.adjective(token)
        if cue is None:
            return None
        head = next((c for c in token.children if c.dep_ in ("ccomp", "advcl", "xcomp") and c.i > token.i), None)
        if head is None or (not any(m.lower_ == "that" for m in head.children) and head.dep_ != "ccomp"):
            return None
        verb = token.head if token.dep_ in ("acomp", "attr", "oprd") else token
        owner = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")), None)
        if owner is None or owner.lower_ in ("it", "this", "that") or syntax.negated(verb):
            return None
        words = _without_that(head)
        return Attributed(cue, words, owner, token.i, token.i + 1) if len(words) > 2 else None

    def _spelt(self, token: Token) -> Attributed | None:
        doc = token.doc
        for phrase, entry in self.spelt.get(token.lower_, ()):
            if tuple(t.lower_ for t in doc[token.i : token.i + len(phrase)]) == phrase:
                last = doc[token.i + len(phrase) - 1]
                noun = next((n for n in last.children if n.dep_ == "pobj"), None) or _following(last)
                if noun is None or noun.tag_ in ("CD", "VBG"):
                    return None
                stop = _past_apposition(noun.right_edge.i + 1, token)
                return self._rest(Cue(entry, token.i), token, noun, token.i, last.i + 1, stop)
        return None

    def _owned(self, token: Token) -> Attributed | None:
        """ "in X's view", "by his own account"."""
        entries = self.owned.get(token.lower_, ())
        objects = [n for n in token.children if n.dep_ == "pobj"] if entries else []
        for phrase, entry in entries:
            noun = next((n for n in objects if phrase[1] in (n.lemma_, n.lower_)), None)
            owner = next((c for c in noun.children if c.dep_ == "poss"), None) if noun is not None else None
            inside = token.i - 2 >= token.sent.start and token.doc[token.i - 2].tag_ in ("WP", "WDT", "WRB")
            if noun is not None and owner is not None and not inside:
                return self._rest(Cue(entry, token.i), token, owner, token.i, noun.i + 1, noun.i + 1)
        return None

    def _set_off(self, token: Token) -> Attributed | None:
        """ "Per the ministry, …": a small word that names a source only where it opens a clause."""
        entry = self.cues.set_off.get(token.lower_)
        opens = entry is not None and (token.i == token.sent.start or token.doc[token.i - 1].text in EDGES)
        noun = next((c for c in token.children if c.dep_ == "pobj"), None) or _following(token) if opens else None
        if entry is None or noun is None:
            return None
        comma = _comma_after(token.doc[noun.i : token.sent.end])
        stop = _past_apposition(comma if comma is not None else noun.right_edge.i + 1, token)
        return self._rest(Cue(entry, token.i), token, noun, token.i, token.i + 1, stop)

    def _as_told(self, token: Token) -> Attributed | None:
        """ "As X told it, …", "…, as X explained on Monday": a clause that only says who tells the rest."""
        if token.lower_ != "as":
            return None
        verb = token.head
        edge = token.i == token.sent.start or token.doc[token.i - 1].text in EDGES
        if not edge or verb.dep_ != "advcl" or verb.i < token.i or verb.tag_ not in syntax.TENSED:
            return None
        owner = next((c for c in verb.children if c.dep_ == "nsubj" and c.i < verb.i), None)
        owner = _name_before(owner) if owner is not None else None
        things = [c for c in verb.children if c.dep_ in ("dobj", "ccomp", "xcomp", "attr", "oprd")]
        told = all(
            c.lower_ in ("it", "things", "matters") or c.lemma_.lower() in self.cues.words["hearers"] for c in things
        )
        cue = self._telling(verb, bool(things))
        if owner is None or cue is None or not told or owner.lower_ in ("it", "this", "that"):
            return None
        return self._rest(cue, token, owner, token.i, verb.i + 1, _end_of(verb, token))

    def _telling(self, verb: Token, with_object: bool) -> Cue | None:
        """The cue that "told it", "put it", "said" is."""
        if with_object and verb.lemma_ in self.cues.words["summing_verbs"]:
            entry = next(e for options in self.cues.verbs.values() for _, e in options if e.rule == SAYING)
            return Cue(entry, verb.i)
        return next((c for c in self.cues.verb(verb) if "clause" in c.frames and not c.explicit), None)

    def _rest(self, cue: Cue, token: Token, owner: Token, first: int, cue_last: int, stop: int) -> Attributed | None:
        """The rest of the clause that a phrase stands in: after it where it opens the sentence, else before it."""
        doc, low, high = token.doc, token.sent.start, token.sent.end
        if high < len(doc) and doc[high - 1].text == ",":  # the parser broke the sentence off at the comma
            high = doc[high].sent.end
        start = next((i + 1 for i in range(first - 1, low - 1, -1) if doc[i].text in (";", "\n")), low)
        end = next((i for i in range(stop, high) if doc[i].text in (";", "\n")), high)
        comma = _comma_after(doc[stop:end])
        before, after = list(doc[start:first]), list(doc[comma + 1 : end]) if comma is not None else []
        opening = not any(t.is_alpha and t.lower_ not in ("but", "and", "so") for t in before)
        if opening and not after:
            after = list(doc[stop:end])
        words = after if opening or (after and after[0].is_quote) else before
        if not opening and any(t.tag_ in ("VBD", "VBZ", "VBP", "MD") for t in after) and not _finite(before):
            words = [*before, *doc[first:end]]
        return Attributed(cue, tuple(_bare(words)), owner, first, cue_last) if len(_bare(words)) > 2 else None

    def _owner(self, noun: Token, prepositions: Iterable[str] = OWNING) -> Token | None:
        """Whose words a noun names: its possessor, "by X", or the subject that makes or repeats them."""
        own = next((c for c in noun.children if c.dep_ == "poss"), None) or next(
            syntax.prepositional(noun, *prepositions), None
        )
        verb = noun.head
        given = noun.dep_ == "dobj" and verb.lemma_ in self.cues.words["light_verbs"] and not syntax.is_passive(verb)
        if own is not None:  # "The Kenyan side gave its word that …"
            return (syntax.subject(verb) if given and own.lower_ in ("its", "their") else None) or own
        if noun.dep_ == "dobj" and verb.lemma_ in self.cues.words["light_verbs"] and not syntax.is_passive(verb):
            return syntax.subject(verb)
        return next(
            (c for c in noun.children if c.dep_ in ("amod", "compound") and c.ent_type_ in ("NORP", "GPE", "ORG")), None
        )

    def _infinitive(self, cue: Cue, token: Token) -> Attributed | None:
        """ "X's pledge to build a wall"; "has no wish to build one" says the contrary."""
        denied = any(c.lower_ == "no" for c in token.children)
        if denied or token.lemma_.lower() not in cue.entry.words("infinitives"):
            return None
        head, owner = _to_be_done(token), self._owner(token, ("by", "from"))
        if owner is not None and owner.tag_ == "PRP$" and token.dep_ == "dobj":
            owner = syntax.subject(token.head) or owner  # "it repeated its call"
        if head is None or owner is None or owner.lower_ in OF_WHO_SPEAKS:
            return None
        words = tuple(token.doc[head.left_edge.i : content.before_next_act(head)])
        words = words[1:] if words and words[0].lower_ == "for" else words
        todo = any(t.tag_ == "TO" for t in words[:6])
        return Attributed(cue, words, owner, token.i, token.i + 1) if todo else None


OF_WHO_SPEAKS = frozenset({"my", "our", "your"})  # "Our condition is that …": the speaker's words, told already
ADDRESSING = frozenset({"on", "upon", "to", "for", "from"})


def _to_be_done(noun: Token) -> Token | None:
    """The infinitive that a noun takes: its own, or one that the parser hung on its verb or on the one addressed:
    "repeated its call on X to act", "renewed an appeal to Y to act", "calls for Z to act"."""
    own = [c for c in noun.children if c.dep_ in ("acl", "xcomp", "relcl", "advcl") and c.i > noun.i]
    for preposition in (c for c in noun.children if c.dep_ == "prep" and c.lower_ in ADDRESSING):
        own += [
            c for n in preposition.children for c in (n, *n.children) if c.dep_ in ("acl", "relcl", "pcomp", "advcl")
        ]
    if (found := next((c for c in own if c.tag_ == "VB"), None)) is not None:
        return found
    strays = noun.head.children if noun.dep_ == "dobj" else ()
    for verb in (c for c in strays if c.dep_ in ("advcl", "xcomp") and c.tag_ == "VB" and c.i > noun.i):
        between = noun.doc[noun.i + 1 : verb.left_edge.i]
        if all(t.lower_ in ADDRESSING or t.pos_ in ("DET", "ADJ", "NOUN", "PROPN", "PART", "CCONJ") for t in between):
            return verb
    return None


def breaks_off(words: Sequence[Token]) -> bool:
    """Whether words end in a clause that has no verb yet: "the pledge that", "the pledge that the other side"."""
    for n, token in enumerate(reversed(words)):
        if token.lower_ in ("that", "which", "what", "whom"):
            return token.tag_ in ("WDT", "WP", "IN")
        if n > SHORT or token.pos_ not in ("DET", "ADJ", "NOUN", "PROPN", "PRON"):
            return False
    return False


def _by_first(phrases: Iterable[tuple[tuple[str, ...], Entry]]) -> dict[str, list[tuple[tuple[str, ...], Entry]]]:
    """Phrases by their first word, so that a token is held against its own only."""
    found: dict[str, list[tuple[tuple[str, ...], Entry]]] = {}
    for phrase, entry in phrases:
        found.setdefault(phrase[0], []).append((phrase, entry))
    return found


def _name_before(noun: Token) -> Token:
    """X in "X, spokeswoman for Y, told it", where the parser made the name a modifier of the office."""
    return next((c for c in noun.children if c.dep_ == "nmod" and c.pos_ == "PROPN" and c.nbor().text == ","), noun)


def _end_of(verb: Token, mark: Token) -> int:
    """Where a clause that only names who tells ends: at the next comma, else with what hangs on its verb."""
    doc, high = mark.doc, mark.sent.end
    return next((i for i in range(verb.i + 1, high) if doc[i].text == ","), min(verb.right_edge.i + 1, high))


def _following(preposition: Token) -> Token | None:
    """The noun after a preposition that the parser gave none."""
    doc, end = preposition.doc, preposition.sent.end
    return next(
        (t for t in doc[preposition.i + 1 : min(preposition.i + 6, end)] if t.pos_ in ("NOUN", "PROPN", "PRON")), None
    )


def _past_apposition(stop: int, token: Token) -> int:
    """Past ", the ministry's spokesman" after a name, where a whole clause follows its closing comma."""
    doc, end = token.doc, token.sent.end
    if stop >= end or doc[stop].text != ",":
        return stop
    closing = next((i for i in range(stop + 1, min(stop + 14, end)) if doc[i].text == ","), None)
    if closing is None or doc[stop + 1].pos_ not in ("DET", "PRON", "NOUN", "PROPN", "ADJ"):
        return stop
    aside, rest = doc[stop + 1 : closing], doc[closing + 1 : end]
    named = any(t.pos_ in ("NOUN", "PROPN") for t in aside) and not any(t.tag_ in syntax.TENSED for t in aside)
    return closing if named and len(aside) > 2 and any(t.tag_ in syntax.TENSED for t in rest) else stop


def _comma_after(tokens: Iterable[Token]) -> int | None:
    return next((t.i for t in tokens if t.text in (",", "—", "–", ":")), None)


def _that_clause(noun: Token) -> Token | None:
    """A noun's own that-clause, whose "that" is no pronoun in it."""
    for child in noun.children:
        marked = any(m.lower_ == "that" and m.dep_ == "mark" for m in child.children)
        if child.dep_ in ("acl", "ccomp", "relcl", "dep") and child.i > noun.i and marked:
            return child
    after = noun.doc[noun.i + 1] if noun.i + 1 < noun.sent.end else None
    if after is None or after.lower_ != "that" or after.tag_ != "IN" or after.dep_ != "mark":
        return None
    return after.head if after.head.i > after.i and after.head.dep_ in content.CLAUSAL else None


def _copular(noun: Token) -> Token | None:
    """ "the view … is that X": the clause that a form of "be" says the noun is."""
    verb = noun.head
    if noun.dep_ != "nsubj" or verb.lemma_ != "be":
        return None
    return next((c for c in verb.children if c.dep_ == "ccomp" and any(m.lower_ == "that" for m in c.children)), None)


def _without_that(head: Token) -> tuple[Token, ...]:
    words = list(head.doc[head.left_edge.i : head.right_edge.i + 1])
    if words and words[0].lower_ == "that":
        words = words[1:]
    return tuple(_bare(words))


def _finite(words: list[Token]) -> bool:
    return any(t.tag_ in ("VBD", "VBZ", "VBP", "MD") for t in words)


def _bare(words: list[Token]) -> list[Token]:
    while words and (words[-1].is_space or words[-1].text in ",.;:—–-" or words[-1].lower_ in content.JOINTS):
        words = words[:-1]
    while words and (
        words[0].is_space or words[0].text in ",;:—–-" or (len(words) > 3 and words[0].lower_ in ("but", "and"))
    ):
        words = words[1:]
    return words
