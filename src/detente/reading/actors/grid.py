"""A passage's tokens with the names and titles that the lexicon finds on them.

In: a parsed passage and the lexicon. Out: a `Grid` that tells what stands at a token, and the mention types that
are made of it. A full name of a holder outranks a place inside it; of a title and a name the longer stays.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from detente.model import Country
from detente.reading.actors.lexicon import Found, Lexicon, Name, T, Title
from detente.reading.scene import Passage

if TYPE_CHECKING:
    from detente.reading.actors.cast import Entity
    from detente.reading.words import Token

MentionKind = Literal["person", "office", "state", "demonym", "place", "body", "outlet", "pronoun"]
# the kinds of mention that name a state
SEATS: frozenset[MentionKind] = frozenset({"place", "state", "demonym"})
FAR_VERB = 3  # words from a town that acts to its verb
DATES = frozenset({"DATE", "TIME"})
NAMED = frozenset({"PERSON", "GPE", "ORG", "LOC", "FAC", "NORP", "WORK_OF_ART", "PRODUCT", "EVENT"})
VERBS = frozenset({"VBD", "VBZ", "VBP", "MD"})


@dataclass(frozen=True, slots=True)
class Mention:
    """Tokens `first` to `last` (half-open, of the passage) that refer to one actor or place.

    `core` is where the bare name stands inside it (persons: without the title).
    """

    sentence: int
    passage: int
    first: int
    last: int
    head: int
    kind: MentionKind
    core: tuple[int, int]
    text: str
    title: Title | None = None
    title_text: str = ""
    country: Country | None = None
    body: Name | None = None
    names: tuple[Name, ...] = ()
    plural: bool = False
    counterpart_of: int | None = None
    affiliation: str = ""
    alias: str = ""
    title_plural: bool = False
    courtesy: str = ""  # "Sheikh" of "Sheikh X"


def side_of(mention: Mention, entity: Entity | None) -> Country | None:
    """The state that a mention is of: its actor's, where it is known who that is, else the one that it names."""
    return mention.country if entity is None else entity.country


@dataclass(frozen=True, slots=True)
class TitleSpan:
    """A whole title of office in the text: `President of the Republic of X`, `deputy foreign minister`."""

    first: int
    last: int
    core_last: int
    title: Title
    text: str
    country: Country | None
    body: Name | None
    plural: bool


class Grid:
    """What the lexicon finds in one passage, by token."""

    def __init__(self, passage: Passage, lexicon: Lexicon) -> None:
        self.passage, self.doc, self.lexicon = passage, passage.doc, lexicon
        text = self.doc.text
        self.name_hits = [h for h in self._place(lexicon.names.find(text)) if self._town(*h)]
        self.title_hits = [h for h in self._place(lexicon.titles.find(text)) if self._as_written(h[0], h[1])]
        self.full_names = [h for h in self._place(lexicon.full_names.find(text)) if not self._goes_on(h[0], h[1])]
        self._drop_overlaps()
        self.name_at = {i: hit for hit in self.name_hits for i in range(hit[0], hit[1])}
        self.owners = [h for h in self.name_hits if not self.made_by(h[0])]
        self.title_at = {i: hit for hit in self.title_hits for i in range(hit[0], hit[1])}
        self.title_first = frozenset(hit[0] for hit in self.title_hits)
        self.full_at = {i: hit for hit in self.full_names for i in range(hit[0], hit[1])}

    def _place(self, found: Iterable[Found[T]]) -> list[tuple[int, int, tuple[T, ...]]]:
        placed = []
        for hit in found:
            tokens = self.doc.char_span(hit.start, hit.end, alignment_mode="expand")
            if tokens is not None:
                placed.append((tokens.start, tokens.end, hit.values))
        return placed

    def _goes_on(self, first: int, last: int) -> bool:
        """Whether a holder's name is but the beginning of another's: "Park Jin" in "Park Jin-ho"."""
        joined = self.doc[last : last + 2]
        near = len(joined) == 2 and joined[0].text == "-" and not self.doc[last - 1].whitespace_
        return near and not joined[0].whitespace_ and joined[1].is_lower and joined[1].tag_ in ("NNP", "FW", "NN")

    def _as_written(self, first: int, last: int) -> bool:
        """Whether a title that is an acronym stands in its capitals: "PM X", not "at 5 pm"."""
        word = self.doc[first].text
        acronym = self.lexicon.acronyms.get(word.lower())
        return last - first > 1 or acronym is None or word == acronym

    def _town(self, first: int, last: int, names: Sequence[Name]) -> bool:
        """Whether a town named like a common word ("Male", "Nice") is one here: a name amid words in small letters, or
        a capital that owns or does something where a sentence or a clause opens."""
        token = self.doc[first]
        if last - first > 1 or token.text not in self.lexicon.words["towns_like_words"]:
            return True
        before = self.doc[first - 1].text if first > self.sentence_start(first) else ""
        after = self.doc[last] if last < len(self.doc) else None
        alone = after is None or not after.text[0].isupper()
        plain_noun = after is not None and token.dep_ in ("amod", "compound") and after.pos_ == "NOUN"
        if not before[:1].islower():
            capital = any(n.kind == "capital" for n in names) and before in ("", ",", "“", "”", '"')
            return after is not None and capital and self._does_as_a_state(token, after)
        there = self.doc[first - 1].pos_ == "ADP" and (after is None or after.pos_ not in ("NOUN", "ADJ", "PROPN"))
        return (token.tag_ == "NNP" or there) and alone and not plain_noun

    def _does_as_a_state(self, token: Token, after: Token) -> bool:
        """ "Male has named X as its envoy", "Male's minister": a word that owns, or does what a quality cannot."""
        owns = after.tag_ == "POS"
        verb = token.head
        acts = token.dep_ == "nsubj" and verb.pos_ == "VERB" and after.tag_ in ("VBD", "VBZ", "MD", "RB")
        return owns or (acts and token.tag_ in ("NNP", "NN", "JJ") and verb.i - token.i <= FAR_VERB)

    def _drop_overlaps(self) -> None:
        """A full name of a holder outranks a place inside it; of a title and a name the longer stays."""
        full = {i for a, b, _ in self.full_names for i in range(a, b)}
        self.title_hits = [h for h in self.title_hits if not full & set(range(h[0], h[1]))]
        keep: list[tuple[int, int, tuple[Name, ...]]] = []
        for hit in [part for whole in self.name_hits for part in self._office_over_body(whole)]:
            span = set(range(hit[0], hit[1]))
            rivals = [t for t in self.title_hits if span & set(range(t[0], t[1]))]
            if full & span or any(t[1] - t[0] >= len(span) for t in rivals):
                continue
            if keep and keep[-1][1] == hit[0] and _of_another_state(keep[-1][2], hit[2]):
                continue
            self.title_hits = [t for t in self.title_hits if t not in rivals]
            keep.append(hit)
        self.name_hits = keep

    def _office_over_body(self, hit: tuple[int, int, tuple[Name, ...]]) -> list[tuple[int, int, tuple[Name, ...]]]:
        """ "US Trade Representative X", "US House Speaker X": a body named like an office, or into which one reaches,
        is the office where a name follows."""
        first, last, values = hit
        inside = [t for t in self.title_hits if first < t[0] < last <= t[1]]
        end = max((t[1] for t in inside), default=last)
        at = end + (end < len(self.doc) and self.doc[end].text == ",")
        named = at < len(self.doc) and self.doc[at].ent_type_ == "PERSON"
        if not inside or not named or not any(v.kind == "body" for v in values):
            return [hit]
        text = self.doc[first : inside[0][0]].text
        found = self.lexicon.names.find(text)
        start = self.doc[first].idx
        return [
            (tokens.start, tokens.end, f.values)
            for f in found
            if (tokens := self.doc.char_span(start + f.start, start + f.end, alignment_mode="expand")) is not None
        ]

    def made_by(self, at: int) -> int:
        """How many words "UN-recognised" of "the UN-recognised government of X" is, 0 where none stands: who backs a
        thing does not own it."""
        names = self.name_at.get(at)
        joint = names[1] if names is not None and names[0] == at else len(self.doc)
        hyphened = joint + 1 < len(self.doc) and self.doc[joint].text in ("-", "–")
        word = self.doc[joint + 1].lower_ if hyphened else ""
        made = word in self.lexicon.words["made_by_others"] or (word == "based" and joint + 2 in self.name_at)
        return joint + 2 - at if made else 0

    def namey(self, token: Token) -> bool:
        """Whether a token may be part of a name."""
        text = token.text.lstrip("ʻʼ‘’'") or token.text  # "ʻAisake": a letter of its own before the capital
        if not text[0].isupper() or not any(c.isalpha() for c in text) or self._opens_a_judgement(token):
            return False
        dated = token.ent_type_ in DATES and not self._past_the_day(token)
        if dated or text in self.lexicon.words["not_names"]:
            return token.tag_ == "NNP" and token.ent_type_ == "PERSON"
        return token.tag_ in ("NNP", "NNPS") or token.ent_type_ in NAMED

    def _past_the_day(self, token: Token) -> bool:
        """ "Ana Ruiz" of "On Monday Ana Ruiz was …", "In May Ana Ruiz had …", all one date to the parser."""
        first = token.i
        while first > token.sent.start and self.doc[first - 1].ent_type_ in DATES:
            first -= 1
        before = self.doc[first : token.i]
        days = [t for t in before if t.lower_ in self.lexicon.days_and_months]
        names = self.doc[days[-1].i + 1 : token.i + 1] if days else before
        if len(names) > 1 and names[0].like_num:  # "On April 9 Ana Ruiz had …"
            names = names[1:]
        return bool(days) and all(t.tag_ == "NNP" and t.text.istitle() for t in names)

    def _opens_a_judgement(self, token: Token) -> bool:
        """ "Frank and useful.", "Frank talks with X": a word that is a given name elsewhere, before a small one."""
        opens = token.is_sent_start or (token.i > 0 and self.doc[token.i - 1].is_quote)
        if token.text not in self.lexicon.words["judging_names"] or not opens:
            return False
        after = self.doc[token.i + 1 : min(token.i + 3, token.sent.end)]
        words = [t for t in after if t.lower_ not in ("and", "but", ",")]
        return bool(words) and words[0].text.islower() and words[0].tag_ in ("JJ", "NN", "NNS", "RB")

    def sentence_start(self, i: int) -> int:
        """The first token of the sentence that holds a token."""
        return int(self.doc[i].sent.start)

    def head(self, first: int, last: int) -> int:
        """The token that the others between two (half-open) hang on."""
        return int(self.doc[first:last].root.i)


def _of_another_state(before: Sequence[Name], body: Sequence[Name]) -> bool:
    """ "the Sudan People's Liberation Army": a state's own body by its bare name, right after another state's."""
    own = {v.country for v in body if v.kind == "body" and v.body_kind == "ministry"}
    named = {v.country for v in before if v.kind in ("country", "demonym") and v.country}
    return bool(own) and bool(named) and not own & named


def country_of(values: Sequence[Name]) -> Country | None:
    """The country of the first name that has one."""
    return next((v.country for v in values if v.country), None)


def body_of(values: Sequence[Name]) -> Name | None:
    """The first body or outlet among names."""
    return next((v for v in values if v.kind in ("body", "outlet")), None)
