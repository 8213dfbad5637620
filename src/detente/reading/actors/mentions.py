"""Finds the mentions of a passage: named people with their titles, offices, bodies, states, places.

In: a parsed passage and the lexicon. Out: `Mention`s in order of place, each with what the text
itself says next to the name (title, country, body). Who is who is decided later, in `actors`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from detente.reading.actors.apposition import Apposition
from detente.reading.actors.grid import Grid, Mention, MentionKind, TitleSpan, body_of, country_of
from detente.reading.actors.lexicon import Lexicon, Name, singular
from detente.reading.actors.names import NameFinder, possessor
from detente.reading.actors.titles import TitleFinder
from detente.reading.scene import Passage, Sentence

if TYPE_CHECKING:
    from detente.reading.words import Token, Tokens

SHARED = 7  # words from a title in the plural to the names that share it
CLAUSE = 14  # words that such a title's own clause may have


class MentionFinder:
    """Finds mentions, passage by passage."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.fields = lexicon.words["field_words"]

    def find(self, passage: Passage, sentences: Sequence[Sentence]) -> list[Mention]:
        """The mentions of a passage, disjoint but for titles that hold a country, in order."""
        grid = Grid(passage, self.lexicon)
        titles, names, rest = TitleFinder(grid), NameFinder(grid), PassageMentions(grid)
        return [m for s in sentences for m in self._sentence(s, titles, names, rest)]

    def _sentence(
        self, sentence: Sentence, titles: TitleFinder, names: NameFinder, rest: PassageMentions
    ) -> list[Mention]:
        """A name outranks an office, an office the state or body that stands at its head."""
        spans = titles.between(sentence.tokens.start, sentence.tokens.end)
        people = [names.person(run, spans, sentence) for run in names.runs(sentence, spans)]
        persons = rest.sharing([p for p in people if p is not None], spans)
        used = {i for p in persons for i in range(p.first, p.last)}
        offices = [rest.office(t, sentence) for t in spans if not used & set(range(t.core_last - 1, t.core_last))]
        used |= {i for o in offices for i in range(o.head, o.last)}
        found = rest.named(sentence)
        named = [m for m in found if not used & set(range(*m.core))]
        core = {i for p in persons for i in range(*p.core)}
        inside = [m for m in found if used & set(range(*m.core)) and not core & set(range(*m.core))]
        inside = [m for m in inside if m.kind != "body" or m.text.lower() not in self.fields]  # "and Francophonie"
        pronouns = rest.pronouns(sentence, core)
        return sorted([*persons, *offices, *named, *inside, *pronouns], key=lambda m: (m.first, -m.last))


class PassageMentions:
    """The offices, bodies, states, places and pronouns of one passage."""

    def __init__(self, grid: Grid) -> None:
        self.grid, self.doc, self.lexicon, self.passage = grid, grid.doc, grid.lexicon, grid.passage
        self.aside = Apposition(grid)

    def sharing(self, persons: Sequence[Mention], titles: Sequence[TitleSpan]) -> list[Mention]:
        """ "Trade ministers X of A and Y of B": a title in the plural is that of every name listed after it."""
        found: list[Mention] = []
        for person, following in zip(persons, [*persons[1:], None]):
            before = found[-1] if found else None
            listed = before is not None and self._listed(self.doc[before.last : person.first])
            opens = following is not None and self._listed(self.doc[person.last : following.first])
            shared = self._shared(person, titles) if person.title is None and opens and not listed else None
            if shared is not None:
                person = replace(person, title=shared.title, title_text=singular(shared.text), title_plural=True)
            elif before and listed and person.title is None and before.title_plural:
                person = replace(
                    person, title=before.title, title_text=before.title_text, title_plural=True,
                    country=person.country or before.country, body=person.body or before.body,
                )  # fmt: skip
            found.append(person)
        return self._shared_after(found, titles)

    def _shared_after(self, persons: list[Mention], titles: Sequence[TitleSpan]) -> list[Mention]:
        """ "X and Y, the trade ministers of the two countries": a title in the plural after two names is both's."""
        for n, (one, other) in enumerate(pairwise(persons)):
            bare = one.title is None and other.core[0] == other.first and self._listed(self.doc[one.last : other.first])
            shared = next((t for t in titles if t.plural and 0 < t.first - other.last <= SHARED), None)
            if bare and shared is not None and other.title == shared.title:
                persons[n : n + 2] = (
                    replace(p, title=shared.title, title_text=singular(shared.text), title_plural=True)
                    for p in (one, other)
                )
        return persons

    def _listed(self, between: Tokens) -> bool:
        """Whether only "and", commas and "of COUNTRY" stand between two names."""
        words = [t for t in between if t.lower_ not in ("of", "the") and t.i not in self.grid.name_at]
        small = bool(len(between)) and all(t.lower_ in (",", "and", "&") for t in words)
        return small and any(t.lower_ in ("and", "&", ",") for t in words)

    def _shared(self, person: Mention, titles: Sequence[TitleSpan]) -> TitleSpan | None:
        """ "the trade ministers of the two countries, X and Y": the title before a comma and a list of names."""
        if person.first < 2 or self.doc[person.first - 1].text != ",":
            return None
        near = [t for t in titles if t.plural and t.last <= person.first - 1 and person.first - t.last <= SHARED]
        small = self.lexicon.words["pair_determiners"] | self.lexicon.words["pair_nouns"] | {"of", "the", ",", "'", "’"}

        def fits(word: Token) -> bool:
            named = word.i in self.grid.name_at or word.lower_ == "and"
            return named or word.lower_ in small or word.lemma_ in small

        plain = (t for t in near if all(fits(w) for w in self.doc[t.last : person.first]))
        return next(plain, None) or self._named_after_clause(person, titles)

    def _named_after_clause(self, person: Mention, titles: Sequence[TitleSpan]) -> TitleSpan | None:
        """ "the envoys whom A and B appointed to end the dispute, X and Y": the title before a clause of its own."""
        title = next((t for t in reversed(titles) if t.plural and t.last < person.first - 1), None)
        between = self.doc[title.last : person.first - 1] if title is not None else ()
        if title is None or not between or len(between) > CLAUSE or any(t.is_punct for t in between):
            return None
        opens = between[0].tag_ in ("WP", "WDT") or (between[0].tag_ == "VBN" and between[0].dep_ == "acl")
        return title if opens else None

    def office(self, title: TitleSpan, sentence: Sentence) -> Mention:
        """A title that names no one: "the Chinese foreign minister", "the Secretary"."""
        return Mention(
            sentence.index, self.passage.index, title.first, title.last, title.core_last - 1, "office",
            (title.first, title.core_last), title.text, title.title, title.text, title.country, title.body,
            plural=title.plural, counterpart_of=possessor(self.doc, title), affiliation=self._force(title, sentence),
        )  # fmt: skip

    def _force(self, title: TitleSpan, sentence: Sentence) -> str:
        """The army of "a lieutenant general on the retired list of the Spanish army", "the general, who serves in the
        French Army"."""
        if title.title.portfolio != "military" or title.plural:
            return ""
        end, first = sentence.tokens.end, title.last
        first += 2 * (self.doc[first : first + 2].text == ", who")
        stop = next((i for i in range(first, end) if self.doc[i].is_punct), end)
        return self.aside.force(first, stop)

    def named(self, sentence: Sentence) -> list[Mention]:
        """States, demonyms, places, bodies and outlets that the lexicon names in the sentence."""
        found = []
        for first, last, values in self.grid.name_hits:
            if sentence.tokens.start <= first < sentence.tokens.end:
                kind = self._kind(values, first, last)
                if self._building(values, last):
                    continue
                found.append(
                    Mention(
                        sentence.index,
                        self.passage.index,
                        first,
                        last,
                        self.grid.head(first, last),
                        kind,
                        (first, last),
                        self.doc[first:last].text,
                        country=country_of(values),
                        body=body_of(values),
                        names=values,
                    )  # fmt: skip
                )
        return found

    def _building(self, values: Sequence[Name], last: int) -> bool:
        """ "at Al Barakah Palace": a house that bears a town's name stands where it stands."""
        house = last < len(self.doc) and self.doc[last].text in self.lexicon.words["named_houses"]
        return house and {v.kind for v in values} == {"city"}

    def _kind(self, values: Sequence[Name], first: int, last: int) -> MentionKind:
        kinds = {v.kind for v in values}
        if "country" in kinds:
            return "state"
        if "demonym" in kinds:
            return "demonym"
        if "body" in kinds:
            return "body"
        if kinds & {"capital", "metonym"}:
            return "state" if "metonym" in kinds or self._acts(first, last) else "place"
        return "outlet" if "outlet" in kinds else "place"

    def _acts(self, first: int, last: int) -> bool:
        """Whether a capital stands for its government: it acts, is acted on, or owns what a state owns."""
        head = self.doc[self.grid.head(first, last)]
        words = self.lexicon.words
        if head.dep_ in ("nsubj", "nsubjpass", "agent", "conj", "dobj", "dative"):
            root = head.head if head.dep_ != "conj" else head.head.head
            return head.dep_ != "dobj" or root.lemma_ not in words["motion_verbs"]
        if head.dep_ == "poss":
            return True
        if head.dep_ in ("compound", "nmod", "amod"):
            return head.head.lower_ in words["state_agents"] or head.head.text == "-"
        if (
            head.dep_ == "pobj"
            and head.head.head.lemma_ in words["addressing_verbs"]
            and head.head.lower_ in ("on", "upon", "to")
        ):
            return True
        if head.dep_ == "pobj" and head.head.head.lower_ == "according":
            return True
        if head.dep_ == "pobj":
            return (
                head.head.lower_ in ("with", "by", "between", "against", "among", "of")
                and head.head.head.lower_ not in words["inhabited"]
            )
        return False

    def pronouns(self, sentence: Sentence, taken: set[int]) -> list[Mention]:
        """Personal and possessive pronouns, as written."""
        return [
            Mention(
                sentence.index, self.passage.index, t.i, t.i + 1, t.i, "pronoun", (t.i, t.i + 1), t.text,
                plural=t.lower_ in self.lexicon.words["plural"],
            )
            for t in sentence.tokens
            if t.tag_ in ("PRP", "PRP$") and t.i not in taken
        ]  # fmt: skip
