"""Bare surnames that the parser took for something else: "He told reporters" of a General He, "Said" of a Mr Said.

In: the mentions of a document and the people gathered from them. Out: the mentions with those surnames added.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import replace
from typing import TYPE_CHECKING

from detente.model import Country
from detente.reading.actors.grid import DATES, Mention
from detente.reading.actors.lexicon import TOWNS, Lexicon
from detente.reading.actors.people import People
from detente.reading.scene import Scene, Sentence

if TYPE_CHECKING:
    from detente.reading.words import Token

SHORT = 4  # letters of the surname of one who holds office in a state that the text names
LONG = 5  # letters of a surname that a parser does not know, no word of the language
NOBODY = frozenset({"you", "her", "him", "mine", "us", "me", "them", "its", "our", "my", "your", "yours", "ours"})
ASIDE = 7  # tokens of ", the text went on,"
GOING = frozenset({"go"})
PRONOUNS = ("PRP", "PRP$")
FINITE = ("VBD", "VBZ")
CLOSING = frozenset({'"', "”", "“", "'", "’"})


class SurnameFinder:
    """Finds bare surnames of people whom the text names in full."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon

    def add(self, scene: Scene, mentions: list[Mention], people: People) -> list[Mention]:
        """The mentions with the bare surnames that the parser took for something else, a surname like "He" included."""
        mentions = [part for m in mentions for part in _parted(m, people)]
        person_at = {(m.passage, i) for m in mentions if m.kind == "person" for i in range(*m.core)}
        bodies = {(m.passage, i) for m in mentions if m.kind in ("body", "outlet") for i in range(*m.core)}
        states = {(m.passage, m.head): m for m in mentions if m.kind in ("state", "place")}
        told = Counter(m.country for m in mentions if m.kind != "person" and (m.passage, m.head) not in person_at)
        named = {m.country for m in mentions if m.country}
        extra, gone = [], set()
        for sentence in scene.sentences:
            for token in sentence.tokens:
                place = (sentence.passage.index, token.i)
                if place in person_at or place in bodies or not token.text[0].isupper():
                    continue
                if not (
                    people.bearer(token.text)
                    or (token.tag_ == "NNP" and _alone(token) and people.shared(token.text))
                    or self._by_given_name(token, people)
                    or (token.tag_ in PRONOUNS and people.opens(token.text))
                    or (token.pos_ == "PROPN" and _alone(token) and people.by_father(token.text))
                    or self._in_office(token, scene.published, named)
                ):
                    continue
                if not self._stands_alone(token, sentence):
                    continue
                if place in states and not self._for_a_name(token, states[place], told):
                    continue
                gone.add(place)
                first = token.i - self._given_before(token, place[0], mentions)
                run = (first, token.i + 1)
                text = token.doc[first : token.i + 1].text
                extra.append(Mention(sentence.index, place[0], *run, token.i, "person", run, text))
        extra += _by_courtesy(scene, people, person_at)
        extra += [*self._hyphenated(scene, people, person_at | bodies), *_two_last(scene, people, person_at | bodies)]
        extra += _parts_of_names(scene, people, {i for m in (*mentions, *extra) for i in _places(m)})
        longer = {(m.passage, i) for m in extra if m.last - m.first > 1 for i in range(m.first, m.last)}
        gone |= {(m.passage, m.first) for m in mentions if m.kind == "person" and (m.passage, m.first) in longer}
        kept = [m for m in mentions if not (m.last - m.first == 1 and (m.passage, m.first) in gone)]
        return sorted([*kept, *extra], key=lambda m: (m.passage, m.first, -m.last))

    def _given_before(self, token: Token, passage: int, mentions: Sequence[Mention]) -> int:
        """1 where a given name that the parser knew for none stands before a surname: "Itzel" of "Itzel Quintanar"."""
        before = token.doc[token.i - 1] if token.i > token.sent.start else None
        if before is None or before.tag_ != "NNP" or before.dep_ != "compound" or before.head.i != token.i:
            return 0
        alone = before.i == token.sent.start or token.doc[before.i - 1].tag_ not in ("NNP", "NNPS", "POS")
        taken = any(m.passage == passage and m.first <= before.i < m.last for m in mentions)
        known = {before.text, before.lower_.rstrip(".")} & set(self.lexicon.honorifics)
        named = before.text.isalpha() and before.text.istitle() and before.text not in self.lexicon.words["land_words"]
        named = named and not known and before.lower_ not in self.lexicon.titles_by_form
        named = named and before.text not in self.lexicon.words["sentence_openers"]
        return int(alone and named and not taken)

    def _hyphenated(self, scene: Scene, people: People, taken: set[tuple[int, int]]) -> list[Mention]:
        """ "X-Y said" of one whose surname is two words with a hyphen."""
        found: list[Mention] = []
        for sentence in scene.sentences:
            for dash in (t for t in sentence.tokens if t.text == "-" and sentence.tokens.start < t.i):
                run = dash.doc[dash.i - 1 : dash.i + 2]
                place = (sentence.passage.index, dash.i - 1)
                whole = len(run) == 3 and run[0].text[0].isupper() and run[2].text[0].isupper() and " " not in run.text
                if not whole or place in taken or people.bearer(run.text) is None:
                    continue
                span = (dash.i - 1, dash.i + 2)
                found.append(Mention(sentence.index, place[0], *span, int(run.root.i), "person", span, run.text))
        return found

    def _by_given_name(self, token: Token, people: People) -> bool:
        """Whether a name alone is how one of the text's people goes on being called: "Dewi" of Dewi Anggraini."""
        named = token.pos_ == "PROPN" or (token.pos_ == "NOUN" and token.dep_ == "nsubj" and token.text.istitle())
        return named and _alone(token) and people.called(token.text) is not None

    def _in_office(self, token: Token, day: str | None, named: Set[Country]) -> bool:
        """Whether a bare name is that of the one who holds office on the day in a state that the text names."""
        told = token.dep_ in ("nsubj", "nsubjpass", "conj", "dobj", "pobj", "poss") and token.tag_ == "NNP"
        known = told and len(token.text) >= SHORT and _alone(token)
        holder = self.lexicon.surname(token.text, day) if known else None
        return holder is not None and (holder.country in named or self.lexicon.known_by_surname(token.text, holder))

    def _for_a_name(self, token: Token, place: Mention, told: Mapping[Country | None, int]) -> bool:
        """Whether the name of a town or state is its bearer's: he speaks, "Mr" stands before it, or he acts in a text
        that does not name that state otherwise."""
        before = token.doc[token.i - 1] if token.i > token.sent.start else None
        if self._speaks(token) or (before is not None and before.lower_.rstrip(".") in self.lexicon.honorifics):
            return True
        town = any(n.kind in TOWNS for n in place.names)
        return town and token.dep_ in ("nsubj", "nsubjpass") and _alone(token) and told[place.country] < 2

    def _speaks(self, token: Token) -> bool:
        """Whether a word that names a state elsewhere speaks here, as its bearer does."""
        before = token.doc[max(0, token.i - 2) : token.i]
        if (
            token.dep_ == "nsubj"
            and len(before) == 2
            and before[1].text in CLOSING
            and before[0].text in (",", "?", "!")
        ):
            return True
        if self._parted(token):
            return True
        return token.dep_ in ("nsubj", "poss") and (
            token.dep_ == "poss" or token.head.lemma_ in self.lexicon.words["speech_verbs"]
        )

    def _parted(self, token: Token) -> bool:
        """ "X, the text went on, urged Y to act": the verb after an aside that opens a sentence's second word."""
        opens = token.i == token.sent.start and token.doc[token.i : token.i + 2].text.endswith(",")
        after = token.doc[token.i + 2 : token.i + 2 + ASIDE]
        close = next((t for t in after if t.text == ","), None) if opens else None
        if close is None or close.i + 1 >= token.sent.end:
            return False
        verb = token.doc[close.i + 1]
        inside = token.doc[token.i + 2 : close.i]
        own = any(t.tag_ in ("VBD", "VBZ") and t.lemma_ in self.lexicon.words["speech_verbs"] | GOING for t in inside)
        return own and verb.tag_ in ("VBD", "VBZ") and verb.lemma_ in self.lexicon.words["speech_verbs"]

    def _no_pronoun(self, token: Token, following: Token) -> bool:
        """ "You said that …", "Him admitted": outside marks no reader is told so, and no such pronoun says anything."""
        marks = sum(t.is_quote for t in token.doc[: token.i]) % 2
        says = following.tag_ in ("VBD", "VBZ") and following.lemma_ in self.lexicon.words["speech_verbs"]
        return says and not marks and token.lower_ in NOBODY

    def _himself(self, following: Token) -> bool:
        """ "X herself kept …", "X “urged patience” and …": what only somebody's name stands before."""
        opens = following.is_quote and following.i + 1 < len(following.doc)
        return following.lower_ in self.lexicon.words["reflexive"] or (opens and following.nbor().tag_ in FINITE)

    def _stands_alone(self, token: Token, sentence: Sentence) -> bool:
        """A capital at the start of a sentence proves nothing for a pronoun; elsewhere it makes a name."""
        following = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else token
        if token.ent_type_ in DATES:
            dated = token.i > 0 and token.doc[token.i - 1].pos_ in ("ADP", "NUM", "DET", "ADJ")
            return not dated and (following.tag_ in ("VBD", "VBZ", "MD", "POS") or following.text in (",", "."))
        opening = token.i == sentence.tokens.start or token.doc[token.i - 1].text in ('"', "“", "‘", "'")
        quoted = (
            token.i > 1 and token.doc[token.i - 1].text in CLOSING and token.doc[token.i - 2].text in (",", "?", "!")
        )
        if token.tag_ in PRONOUNS:
            return quoted or not opening or self._no_pronoun(token, following)
        if token.tag_ not in ("NNP", "NNPS"):
            if opening and following.text == "," and self._speaks(token):
                return True
            if opening and following.text == "," and len(token.text) > LONG and token.pos_ != "PRON":
                return True
            if following.tag_ == "RB" and following.i + 1 < len(token.doc):  # "X also told Y"
                following = following.nbor()
            acts = following.tag_ in ("VBD", "VBZ", "MD", "POS", "CC") or self._himself(following)
            return quoted or not opening or acts or token.ent_type_ != ""
        follows = token.i + 1 < len(token.doc) and token.doc[token.i + 1]
        if (
            follows
            and follows.text[0].isupper()
            and follows.tag_ in ("NNP", "NNPS")
            and follows.ent_type_ == token.ent_type_ == "ORG"
        ):
            return False
        return token.tag_ in ("NNP", "NNPS") or token.ent_type_ != ""


def _two_last(scene: Scene, people: People, taken: set[tuple[int, int]]) -> list[Mention]:
    """ "Tall Sall" of one named "Aissata Tall Sall", where the parser knew it for no name."""
    known = {" ".join(w[-2:]) for p in people.all if len(w := p.fullest.split()) > 2}
    firsts = {k.partition(" ")[0].partition("-")[0] for k in known}
    found: list[Mention] = []
    for sentence in scene.sentences:
        for token in sentence.tokens[:-1] if known else ():
            if token.text not in firsts:
                continue
            run, place = token.doc[token.i : token.i + 2], (sentence.passage.index, token.i)
            if run.text in known and place not in taken and (place[0], token.i - 1) not in taken:
                span = (token.i, token.i + 2)
                found.append(Mention(sentence.index, place[0], *span, int(run.root.i), "person", span, run.text))
    return found


def _parts_of_names(scene: Scene, people: People, taken: Set[tuple[int, int]]) -> Iterator[Mention]:
    """The first words of a longer name of the text: "Nur Azlan" of "Nur Azlan Kassim", which no parser knows."""
    names = [p.fullest.split() for p in people.all if p.official]
    opening = {tuple(n[:size]) for n in names for size in range(2, len(n)) if n[size - 1][0].isupper()}
    if not opening:
        return
    longest = max(map(len, opening))
    for sentence in scene.sentences:
        doc, end = sentence.passage.doc, sentence.tokens.end
        for i in (t.i for t in sentence.tokens if any(n[0] == t.text for n in opening)):
            ahead = tuple(t.text for t in doc[i : min(i + longest, end)])
            size = next((n for n in range(len(ahead), 1, -1) if ahead[:n] in opening), 0)
            span = (i, i + size)
            goes_on = i + size < end and (doc[i + size].text[0].isupper() or doc[i + size].text == "-")
            free = not any((sentence.passage.index, n) in taken for n in range(*span))
            if size and free and not goes_on:
                run = doc[i : i + size]
                yield Mention(sentence.index, sentence.passage.index, *span, int(run.root.i), "person", span, run.text)


def _places(mention: Mention) -> Iterator[tuple[int, int]]:
    """The places of all a mention's tokens."""
    return ((mention.passage, i) for i in range(mention.first, mention.last))


def _alone(token: Token) -> bool:
    """Whether no other name stands right before or after a word."""
    return not any(t.pos_ == "PROPN" for t in token.doc[max(0, token.i - 1) : token.i + 2] if t.i != token.i)


def _parted(mention: Mention, people: People) -> list[Mention]:
    """ "X-Y" of "the X-Y talks" is two people when each part is the name of one."""
    parts = mention.text.replace("–", "-").split("-")
    first, last = mention.core
    alone = [p.strip() for p in parts]
    if mention.kind != "person" or len(parts) != 2 or mention.title or last - first != 3:
        return [mention]
    if any(people.bearer(p) is None or people.bearer(p) is people.bearer(mention.text) for p in alone):
        return [mention]
    return [
        replace(mention, first=at, last=at + 1, head=at, core=(at, at + 1), text=text)
        for at, text in ((first, alone[0]), (last - 1, alone[1]))
    ]


def _by_courtesy(scene: Scene, people: People, taken: set[tuple[int, int]]) -> Iterator[Mention]:
    """ "the prince" of the one Prince X of a document."""
    bearers = {c: [p for p in people.all if c in p.courtesies] for p in people.all for c in p.courtesies}
    one = {c: found[0] for c, found in bearers.items() if len(found) == 1}
    for sentence in scene.sentences if one else ():
        for token in sentence.tokens:
            if token.text not in one:
                continue
            place = (sentence.passage.index, token.i)
            bare = token.i > sentence.tokens.start and token.doc[token.i - 1].lower_ == "the"
            after = token.doc[token.i + 1 : token.i + 2].text
            named = after[:1].isupper() or after == "of"
            if bare and not named and place not in taken:
                run = (token.i, token.i + 1)
                yield Mention(sentence.index, place[0], *run, token.i, "person", run, one[token.text].fullest)
