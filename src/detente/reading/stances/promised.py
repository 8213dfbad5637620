"""The words of a promise: what it says, where and when it was made, and by when it is due.

In: a verb done to a noun of promise, or the words promised. Out: spans and times of the text.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING

from detente.model import Country, Edtf, Span, Time, TimeExpression
from detente.reading import syntax
from detente.reading.actors.cast import Cast
from detente.reading.scene import Scene, Sentence
from detente.reading.stances.together import country_of
from detente.reading.times import calendar

if TYPE_CHECKING:
    from detente.reading.words import Token, Tokens

GIVEN = frozenset({"dobj", "pobj", "attr", "conj", "nsubjpass"})
# clauses that these open tell by when
UP_TO = frozenset({"before", "until", "till", "when"})
ASIDE = 12  # words of an aside that says whose word it is


class Promised:
    """Reads the words of promises in one document."""

    def __init__(
        self, words: Mapping[str, Sequence[str]], scene: Scene, cast: Cast, times: Sequence[TimeExpression]
    ) -> None:
        self.references, self.tellings = frozenset(words["references"]), frozenset(words["tellings"])
        self.giving, self.one_sided = frozenset(words["for_another"]), frozenset(words["one_sided"])
        self.scene, self.cast, self.times = scene, cast, times

    def content(self, verb: Token, noun: Token, sentence: Sentence) -> Span:
        """The verb with its object and all that hangs on it, without what is coordinated to the verb."""
        kept = [t for t in noun.subtree if not _joined(t, noun)]
        between = [t for t in verb.doc[verb.i : max(noun.i, verb.i) + 1] if t.i <= noun.i]
        tokens = [t for t in {t.i: t for t in [*between, *kept]}.values() if t.i >= verb.i or noun.i < verb.i]
        ordered = sorted(tokens, key=lambda t: t.i)
        while ordered and (ordered[-1].is_punct or ordered[-1].dep_ == "cc"):
            ordered = ordered[:-1]
        further = (_past_aside(ordered[-1], self.tellings) or _after_aside(ordered, self.tellings)) if ordered else []
        return self.scene.cover(sentence, [*ordered, *further])

    def takes_alone(self, noun: Token) -> bool:
        """Whether a noun names what one side can take alone: a decision."""
        return noun.lemma_.lower() in self.one_sided

    def owner(self, noun: Token, sentence: Sentence) -> Country | None:
        """Whose a promise or decision is said to be: "X's promise", "the decisions of Y's courts"."""
        owners = [c for c in noun.children if c.dep_ == "poss" and c.tag_ != "PRP$"]
        owners += syntax.prepositional(noun, "of") if self.takes_alone(noun) else []
        sides = (country_of(o, sentence, self.cast) or self.cast.country_beside(o, sentence) for o in owners)
        return next(sides, None)

    def maker(self, noun: Token, sentence: Sentence) -> Country | None:
        """Who made a promise, by its clause: "the commitments X took on"."""
        clauses = (c for c in syntax.clauses_about(noun) if c.lemma_ in self.references)
        makers = (s for c in clauses if (s := syntax.subject(c)) is not None and s.tag_ not in ("WDT", "WP"))
        return next((side for m in makers if (side := country_of(m, sentence, self.cast)) is not None), None)

    def given_to(self, content: Span, sentence: Sentence, by: Collection[Country]) -> Country | None:
        """To which other side something is to be given or done: "send X to Y", "train Y's police", "help Y build Z"."""
        inside = range(content.start, content.end)
        tokens = [t for t in sentence.tokens if self.scene.at(t, sentence) in inside]
        if any(t.dep_ == "neg" for t in tokens):
            return self._spared(tokens, sentence, by)
        for token in (t for t in tokens if self._takes(t)):
            owner = next((c for c in token.children if c.dep_ == "poss"), None)
            sides = [self._state_of(n, sentence) for n in (token, owner) if n is not None]
            if (side := next((c for c in sides if c is not None and c not in by), None)) is not None:
                return side
        return None

    def _state_of(self, noun: Token, sentence: Sentence) -> Country | None:
        """The state of whoever a noun names; "compensate the port of X" is promised to no state, whoever holds X."""
        given = noun.dep_ in ("dobj", "dative")
        where = {n.i for n in syntax.prepositional(noun, "of", "in", "at") if given}
        town = any(m.kind == "place" and m.head in where for m in self.cast.within(sentence))
        return None if town and self.cast.actor(noun, sentence) is None else country_of(noun, sentence, self.cast)

    def _spared(self, tokens: Sequence[Token], sentence: Sentence, by: Collection[Country]) -> Country | None:
        """X of "will not let its soil be used against X", "for attacks on X": whom it is promised to spare."""
        links = ("against", "on", "upon", "threaten", "attack")
        aimed = (t for t in tokens if t.head.lower_ in links and t.dep_ in ("pobj", "dobj"))
        sides = (country_of(t, sentence, self.cast) for t in aimed)
        return next((side for side in sides if side is not None and side not in by), None)

    def _takes(self, noun: Token) -> bool:
        """Whether a noun stands where he stands to whom something is given or for whom it is done."""
        above = noun.head
        if noun.dep_ in ("dobj", "dative") and above.pos_ == "VERB":
            return above.lemma_ in self.giving
        if noun.dep_ == "nsubj":  # "help Y build Z"
            return above.dep_ == "ccomp" and above.head.lemma_ in self.giving and above.tag_ == "VB"
        upper = above.head
        if noun.dep_ != "pobj" or above.lower_ not in ("to", "for"):
            return False
        return upper.lemma_ in self.giving or (upper.pos_ in ("NOUN", "SYM", "NUM") and upper.dep_ in GIVEN)

    def reference(self, noun: Token, sentence: Sentence) -> Span | None:
        """Where and when the promise is said to have been made: "reached … at the summit", "signed in May"."""
        for child in noun.children:
            if child.dep_ in ("acl", "relcl") and child.lemma_ in self.references:
                told = [t for t in child.subtree if not t.is_punct]
                return self.scene.cover(sentence, [*told, *_past_aside(told[-1], self.tellings)])
        for child in noun.children:
            if (
                child.dep_ == "prep"
                and not _says_who(child.doc[child.left_edge.i : child.right_edge.i + 1], self.tellings)
                and child.lower_ in ("of", "from", "in", "at")
                and any(t.ent_type_ for t in child.subtree)
            ):
                return self.scene.cover(sentence, [t for t in child.subtree if not t.is_punct])
        return None

    def due(self, content: Span) -> Time:
        """A date in the words promised, when it lies ahead and is that of the promise: "by the end of the year"."""
        published = self.scene.published or ""
        for expression in self.times:
            inside = content.start <= expression.span.start < content.end
            if not inside or not expression.edtf:
                continue
            if published and expression.edtf.removeprefix("../")[:4] < published[:4]:
                continue
            before = self.scene.text[max(content.start, expression.span.start - 8) : expression.span.start].lower()
            bound = before.rstrip().endswith(("by", "before", "until", "next", "this"))
            # a day or a week, no "elections in" a year
            fine = len(expression.edtf.removeprefix("../")) >= len("YYYY-MM-DD")
            last = expression.span.end >= content.end
            ahead = fine and last and bool(published) and expression.edtf[: len(published)] > published
            limit = expression.edtf.startswith("../") or bound
            if (limit or ahead) and not self._of_another(expression.span, content, limit):
                day = _eve(expression.edtf) if before.rstrip().endswith("before") else expression.edtf
                return Time(day, "planned", expression.span)
        return Time(None, "planned", None)

    def _of_another(self, when: Span, content: Span, limit: bool) -> bool:
        """Whether a date is that of something else in the words promised: "after Y paid by June", "a fine to be paid
        by June", "the ban that ends in June"; `limit`: it tells by when."""
        sentence = self.scene.sentence_at(when.start)
        if sentence is None:
            return False
        token = next((t for t in sentence.tokens if self.scene.at(t, sentence) >= when.start), None)
        inside = range(content.start, content.end)
        above = [a for a in token.ancestors if self.scene.at(a, sentence) in inside] if token is not None else []
        return any(_apart(verb, limit) for verb in above[:-1] if verb.pos_ in ("VERB", "AUX"))


def _eve(edtf: Edtf) -> Edtf:
    """ "before June": up to the last day of May."""
    days = calendar.bounds(edtf)
    return calendar.until(calendar.moved(days[0], -1).isoformat()) if days is not None else edtf


def _apart(verb: Token, limit: bool) -> bool:
    """Whether a clause within what is promised tells of something else than of when it is to be done. "Held in X by
    June" may be either, and by when is mostly that of the promise."""
    opening = {c.lower_ for c in verb.children if c.i < verb.i and c.dep_ in ("mark", "advmod")}
    if verb.dep_ == "advcl":
        infinitive = verb.tag_ == "VB" and not opening and not any(c.dep_ == "nsubj" for c in verb.children)
        return not infinitive and not opening & UP_TO
    if verb.dep_ in ("relcl", "acl"):
        return verb.tag_ != "VBN" or not limit or any(c.dep_ in ("aux", "auxpass") for c in verb.children)
    return not limit and verb.dep_ == "ccomp" and verb.tag_ == "VBG"


def _past_aside(last: Token, tellings: frozenset[str]) -> list[Token]:
    """ "in X last year" of "the promise it gave, as Y puts it, in X last year": what goes on after who says so."""
    doc, end = last.doc, last.sent.end
    if last.i + 2 >= end or doc[last.i + 1].text != ",":
        return []
    close = next((i for i in range(last.i + 2, min(last.i + ASIDE, end)) if doc[i].text == ","), None)
    if (
        close is None
        or close + 1 >= end
        or not _says_who(doc[last.i + 2 : close], tellings)
        or doc[close + 1].pos_ != "ADP"
    ):
        return []
    return _phrase(doc[close + 1])


def _after_aside(words: list[Token], tellings: frozenset[str]) -> list[Token]:
    """The same, where the words end with the aside: the parser hung it on the promise."""
    last, doc = words[-1], words[-1].doc
    comma = next((t.i for t in reversed(words) if t.text == ","), None)
    goes_on = last.i + 2 < last.sent.end and doc[last.i + 1].text == "," and doc[last.i + 2].pos_ == "ADP"
    if comma is None or not goes_on or not _says_who(doc[comma + 1 : last.i + 1], tellings):
        return []
    return _phrase(doc[last.i + 2])


def _phrase(first: Token) -> list[Token]:
    """The words from one on to the next stop."""
    doc, end = first.doc, first.sent.end
    stop = next((i for i in range(first.i, end) if doc[i].text in ",;.”"), end)
    return list(doc[first.i : stop])


def _says_who(words: Tokens, tellings: frozenset[str]) -> bool:
    """ "according to X", "as per X", "in X's words", "X says": whose word it is."""
    opening = words[:2].text.lower()
    own = words[0].lower_ in ("in", "by", "as", "per") and any(t.lower_ in tellings for t in words)
    clause = words[0].pos_ in ("NOUN", "PROPN", "PRON", "DET") and any(t.tag_ in ("VBD", "VBZ", "VBP") for t in words)
    return opening in ("according to", "as per") or own or clause


def _joined(token: Token, top: Token) -> bool:
    while token.i != top.i:
        if token.dep_ in ("conj", "cc") and token.head.i == top.i:
            return True
        token = token.head
    return False
