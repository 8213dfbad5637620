"""What follows a title of office: "of the Republic of X", "to the President of Y for Z", "for A, B and C".

In: a grid and where a title's core ends. Out: a `Complement`: where the whole title ends, the country and body
named in it, and its words. Titles written in capitals run into the name that follows them; the words of fields
of government tell where the name begins.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from detente.model import Country
from detente.reading.actors.desks import Desks
from detente.reading.actors.grid import Grid, body_of, country_of
from detente.reading.actors.lexicon import Name, Title, plain

if TYPE_CHECKING:
    from detente.reading.words import Token

FILLING = frozenset({"the", "republic", "kingdom", "state", "of", "a"})
LONGEST_NOTE = 9  # tokens of a note between a post and a name
POSTED = frozenset({"envoy", "official"})
SEATED = frozenset({"of", "at", "in"})
LONGEST_SEAT = 5  # tokens from the preposition to the end of "at her country's foreign ministry"
WORKS = frozenset({"at", "of", "with", "from", "in"})
JOINTS = frozenset({"of", "for", "the", "and", "in", "&", "on"})
LONGEST_WORKPLACE = 16  # tokens
LONGEST_OWNED = 5  # tokens from "'s" to "bank" of "Chile's newly founded central bank"
JOINING = frozenset({"and", "&", ",", "-", "–", "the"})


@dataclass(frozen=True, slots=True)
class Complement:
    """The words after a title. `lesser` where they make the head of a state the head of something smaller, `past`
    where they say that it is held no more."""

    last: int
    text: str = ""
    country: Country | None = None
    body: Name | None = None
    lesser: bool = False
    past: bool = False


CHARGE = ("NOUN", "PROPN", "ADJ", "DET")
FIELD = ("NOUN", "PROPN", "ADJ", "CCONJ", "DET", "ADP")


class ComplementReader:
    """Reads what follows titles in one passage."""

    def __init__(self, grid: Grid) -> None:
        self.grid, self.doc, self.lexicon = grid, grid.doc, grid.lexicon
        self.name_at = grid.name_at
        self.desks = Desks(grid)
        words = grid.lexicon.words
        self.institutions = words["field_words"] | (words["institutions"] & words["body_heads"])
        self.fields = grid.lexicon.words["field_words"] | grid.lexicon.words["body_heads"]

    def read(self, first: int, last: int, title: Title) -> Complement:
        """All complements after the title that stands from `first` to `last`."""
        found = Complement(last)
        if any(t.lower_ in ("of", "for") for t in self.doc[first:last]):
            found = self._more_fields(found)
        found = self._acronym(found)
        if (desk := self.desks.after(found.last, title)) is not None:
            found = self._words(found, *desk)
        while found.last < len(self.doc):
            longer = self._charge(found, self._one(found, title), title)
            if longer is None or longer.last <= found.last:
                break
            found = self._acronym(longer)
        return self._employed(self._posted(self._nationals(found), title), title)

    def _nationals(self, found: Complement) -> Complement:
        """ "Minister of Foreign Affairs and Tunisians Abroad": a state's people elsewhere are its minister's field."""
        at = found.last + 1
        people = self.name_at.get(at)
        if people is None or people[0] != at or self.doc[at - 1].lower_ not in ("and", "&", "for", ","):
            return found
        stop = people[1]
        abroad = stop < len(self.doc) and self.doc[stop].lower_ in self.lexicon.words["living_abroad"]
        return self._words(found, stop + 1, country_of(people[2])) if abroad else found

    def _posted(self, found: Complement, title: Title) -> Complement:
        """ "ambassador in X, NAME": where an envoy is posted, before his name."""
        doc, stop = self.doc, found.last + 1
        if title.level not in POSTED or doc[found.last : stop].text not in ("in", "at"):
            return found
        while stop < len(doc) and doc[stop].text[0].isupper() and stop - found.last <= 3:
            stop += 1
        named = stop + 1 < len(doc) and doc[stop].text == "," and self.grid.namey(doc[stop + 1])
        person = named and stop + 1 not in self.name_at and stop + 1 not in self.grid.title_first
        return self._words(found, stop) if person and stop > found.last + 1 else found

    def _employed(self, found: Complement, title: Title) -> Complement:
        """ "Researcher at the Centre for Peace in Lima Ana Ruiz told X": where somebody in no office works, before a
        name that no comma sets off."""
        doc, end = self.doc, min(len(self.doc), found.last + LONGEST_WORKPLACE)
        if title.official or found.last + 2 >= end or doc[found.last].lower_ not in WORKS:
            return found
        stop = found.last + 1
        while (
            stop < end and (doc[stop].text[0].isupper() or doc[stop].lower_ in JOINTS) and not _begins_person(doc[stop])
        ):
            stop += 1
        if stop >= end or not _begins_person(doc[stop]) or not doc[stop - 1].text[0].isupper():
            return found
        after = next((t for t in doc[stop:] if t.ent_type_ != "PERSON"), doc[stop])
        speaks = after.tag_ in ("VBD", "VBZ") and after.lemma_ in self.lexicon.words["speech_verbs"]
        return self._words(found, stop) if speaks else found

    def _one(self, found: Complement, title: Title) -> Complement | None:
        """The complement that one preposition opens, added to what was found; None when there is none."""
        word = self.doc[found.last].lower_
        facing = title.portfolio == "counterpart" and word in ("at", "in")
        own = word == "for" and title.portfolio == "spokesperson"
        if (seat := self._own_seat(found.last)) > found.last or (seat := self._here(found.last, title)) > found.last:
            return self._words(found, seat)
        facing = facing or (word in ("at", "in", "with", "within") and self._in_a_body(found.last + 1))
        dated = found.last + 1 < len(self.doc) and self._day(self.doc[found.last + 1])
        matter = word == "on" and title.level == "envoy" and not dated  # "special envoy on X"
        if not facing and not matter and word not in ("of", "for", "to", "from"):
            return None
        at = self._past_filling(found.last + 1)
        if (names := self.name_at.get(at)) is not None and names[0] == at and not self.grid.made_by(at):
            return self._named(found, "of" if facing or own else word, names, title)
        if word in ("from", "at", "in") or at >= len(self.doc):
            return None
        if (nested := self.grid.title_at.get(found.last + 1) or self.grid.title_at.get(found.last + 2)) is not None:
            return self._office(found, word, nested)
        stop = self._fields(found.last + 1, capital=self.doc[found.last - 1].text[0].isupper())
        stop = max(stop, self._any_field(found.last + 1, title))
        return self._words(found, stop) if stop > found.last + 1 else None

    def _here(self, at: int, title: Title) -> int:
        """ "Ambassador of X to our country", "(with residence in Y)" before his name: where what is said of an envoy's
        seat ends."""
        doc = self.doc
        if title.level not in POSTED or at + 3 >= len(doc):
            return at
        if doc[at].text == "(":
            close = next((i for i in range(at + 2, min(at + LONGEST_NOTE, len(doc) - 1)) if doc[i].text == ")"), at)
            name = close + 1 + (doc[close + 1].text == ",")
            return close + 1 if at < close and name < len(doc) and self.grid.namey(doc[name]) else at
        ours = doc[at + 1].lower_ in ("our", "the", "this") and doc[at + 2].lower_ in self.lexicon.words["our_own"]
        named = ours and doc[at + 3].text != "of"
        return at + 3 if doc[at].lower_ in ("to", "in") and named else at

    def _own_seat(self, at: int) -> int:
        """ "the director general of her ministry, NAME": where the institution ends in which a post is, told by whose
        it is, before the name of who holds it."""
        doc, stop = self.doc, at + 2
        if doc[at].lower_ not in SEATED or at + 1 >= len(doc) or doc[at + 1].tag_ not in ("PRP$", "DT"):
            return at
        while stop < len(doc) and doc[stop].lower_ in self.fields and stop - at < LONGEST_SEAT:
            stop += 1
        named = stop + 1 < len(doc) and doc[stop].text == "," and self.grid.namey(doc[stop + 1])
        return stop if named and doc[stop - 1].lower_ in self.lexicon.words["institutions"] else at

    def _charge(self, found: Complement, longer: Complement | None, title: Title) -> Complement | None:
        """ "special envoy for the Libyan elections", "for the Arctic Ocean": all of what an envoy is for."""
        if title.level != "envoy" or self.doc[found.last].lower_ not in ("for", "on"):
            return longer
        noun = next((c for c in self.doc[found.last].children if c.dep_ == "pobj"), None)
        stop = longer.last if longer is not None else found.last
        if noun is None or noun.i < stop or self._day(noun):
            return longer
        if any(t.pos_ not in CHARGE for t in self.doc[stop : noun.i + 1]):
            return longer
        whole = self._words(found, noun.i + 1)
        return replace(longer, last=whole.last, text=whole.text) if longer is not None else whole

    def _day(self, noun: Token) -> bool:
        """ "on Friday", "for May": when somebody is made an envoy, and not what for."""
        return noun.ent_type_ in ("DATE", "TIME") or noun.text in self.lexicon.days_and_months

    def _any_field(self, start: int, title: Title) -> int:
        """ "minister of productive development, X", "minister for the diaspora, X": what a minister is of, before a
        name."""
        stop, doc = start, self.doc
        while stop < len(doc) and doc[stop].text[0].islower() and doc[stop].pos_ in FIELD and stop - start < 6:
            stop += 1
        named = stop + 1 < len(doc) and doc[stop].text == "," and self.grid.namey(doc[stop + 1])
        return stop if title.level == "minister" and named and doc[stop - 1].pos_ in ("NOUN", "PROPN") else start

    def _in_a_body(self, at: int) -> bool:
        """Whether a nationality with a body of its state follows: "secretary at the Kenyan Foreign Ministry"."""
        at = self._past_filling(at)
        names = self.name_at.get(at)
        return names is not None and names[0] == at and self._body_after(names[1]) > names[1]

    def _named(
        self, found: Complement, word: str, names: tuple[int, int, tuple[Name, ...]], title: Title
    ) -> Complement | None:
        """ "of X", "to X", "for X" where X is a state, place or body."""
        country, body = country_of(names[2]), body_of(names[2])
        _, stop, values = names
        if word in ("of", "from"):
            if body is None and {n.kind for n in values} & {"country", "demonym", "capital", "metonym"}:
                body_end = self._body_after(stop)
                if body_end > stop:
                    return self._words(found, body_end, country)
                if (owned := self._owned_by(stop)) > stop:
                    private = self.doc[owned - 1].lower_ in self.lexicon.words["private_bodies"]
                    return self._words(found, owned, None if private else country)
            own = found.country or country
            stop = self._part_of_body(stop) if body else stop
            longer = self._words(found, stop) if body else replace(found, last=stop)
            return replace(longer, country=own, body=found.body or body, lesser=found.lesser or self._lesser(values))
        if word == "to" and title.level != "envoy" and body is None:
            return None
        if word == "to" and found.country is not None and title.level != "envoy":
            return None
        goes_on = stop < len(self.doc) and (self._joins(stop) or self._field_of(stop))
        return self._words(found, self._fields(stop, capital=True) if goes_on else stop)

    def _field_of(self, at: int) -> bool:
        """ "Affairs" of "Minister for ASEAN Affairs X": a field's word in capitals right after a name."""
        return self.doc[at].lower_ in self.fields and self.doc[at].text.istitle()

    def _body_after(self, at: int) -> int:
        """Where a body ends that a nationality opens: "Italian Episcopal Conference", "Ukraine's Security Council"."""
        start = at + (self.doc[at : at + 1].text in ("'s", "’s"))
        stop = start
        while stop < len(self.doc) and self._of_a_body(stop) and stop - start < 5 and stop not in self.name_at:
            stop += 1
        heads = self.lexicon.words["body_heads"]
        ends = [i + 1 for i in range(start, stop) if self.doc[i].lower_ in heads]
        return ends[-1] if ends else at

    def _owned_by(self, at: int) -> int:
        """Where what a state owns ends: "the head of Chile's secret service, NAME" heads the service, not the state."""
        owner = self.doc[at - 1]
        thing = owner.head if owner.dep_ == "poss" and self.doc[at : at + 1].text in ("'s", "’s") else owner
        near = at < thing.i <= at + LONGEST_OWNED and thing.pos_ in ("NOUN", "PROPN") and thing.i not in self.name_at
        named = near and self.doc[thing.i + 1 : thing.i + 2].text == "," and self._named_at(thing.i + 2)
        return thing.i + 1 if named else at

    def _part_of_body(self, at: int) -> int:
        """ "mission" of "head of the UN mission": a word for what a body has abroad, right after its name."""
        part = at < len(self.doc) and self.doc[at].lower_ in self.lexicon.words["institutions"]
        return at + 1 if part else at

    def _of_a_body(self, at: int) -> bool:
        """A capital, or a plain word for a field or a ministry: "the Finnish foreign ministry"."""
        token = self.doc[at]
        if token.tag_ == "POS":
            return self._of_the_people(at - 1)
        return token.text[0].isupper() or (token.lower_ in self.institutions and token.pos_ in ("NOUN", "ADJ", "PROPN"))

    def _lesser(self, values: Sequence[Name]) -> bool:
        """Whether what a president presides over is no state: a party, a court, a company."""
        return any(n.kind in ("body", "outlet") and n.body_kind != "io" for n in values)

    def _office(self, found: Complement, word: str, nested: tuple[int, int, tuple[Title, ...]]) -> Complement | None:
        """ "to the President": an office within a title; in "an adviser to President X", "of King Y" it is theirs."""
        article = self.doc[found.last + 1].lower_ == "the" or nested[0] == found.last + 1
        if not article or word == "from":
            return None
        one = word == "to" or (word == "of" and self.doc[found.last - 1].tag_ not in ("NNS", "NNPS"))
        if one and nested[0] == found.last + 1 and self._named_at(nested[1]):
            return None
        return self._words(found, nested[1], nested[2][0].country)

    def _named_at(self, at: int) -> bool:
        """Whether a name follows at once."""
        return at < len(self.doc) and at not in self.name_at and self.grid.namey(self.doc[at])

    def _words(self, found: Complement, stop: int, country: Country | None = None) -> Complement:
        words = self.doc[found.last : stop]
        lesser = any(t.lower_ in self.lexicon.words["lesser_bodies"] for t in words)
        gap = "" if words[0].text == "," else " "
        return replace(
            found,
            last=stop,
            text=f"{found.text}{gap}{words.text}",
            country=found.country or country,
            lesser=found.lesser or lesser,
        )

    def _more_fields(self, found: Complement) -> Complement:
        """ "minister of industry" goes on in ", mine and trade", "Minister of Foreign Affairs" in "and Worship"."""
        at = found.last
        if at + 1 >= len(self.doc) or not self._joins(at):
            return found
        stop = self._fields(at, capital=self.doc[at - 1].text[0].isupper())
        return self._words(found, stop) if stop > at else found

    def _joins(self, at: int) -> bool:
        """Whether a comma or "and" leads to a further field of government, not to the next thing of a list."""
        doc = self.doc
        if at + 1 >= len(doc) or doc[at].lower_ not in ("and", "&", ","):
            return False
        after = at + 1 + (doc[at + 1].lower_ in ("and", "the"))
        if after >= len(doc) or after in self.grid.title_first:
            return False
        if doc[after].lower_ not in self.fields and not self._hyphened(after):
            return False
        if doc[at].text == ",":
            return any(t.lower_ in ("and", "&") for t in doc[at : at + 8])
        return doc[after].text[0].isupper() == doc[at - 1].text[0].isupper()

    def _fields(self, start: int, *, capital: bool) -> int:
        """Where the fields of government end that begin at a token."""
        at, doc = start, self.doc
        seen = False
        while at < len(doc) and not (doc[at].is_sent_start and at > start):
            token = doc[at]
            if self._hyphened(at):
                seen, at = True, at + 3
                continue
            if token.lower_ in JOINING or (token.lower_ in ("of", "for") and seen and not capital):
                if token.lower_ != "the" and at > start and not self._joins(at):
                    glued = token.text in ("-", "–") and not token.whitespace_
                    if not glued:
                        break
            elif not self._field(token.i, seen, capital=capital):
                break
            seen = seen or token.lower_ in self.fields
            at += 1
        while at > start and (doc[at - 1].lower_ in JOINING or doc[at - 1].lower_ in ("of", "for")):
            at -= 1
        return at

    def _hyphened(self, at: int) -> bool:
        """ "co-operation", "e-commerce": a field's word that stands in three tokens."""
        parts = self.doc[at : at + 3]
        joined = len(parts) == 3 and parts[1].text in ("-", "‑") and not (parts[0].whitespace_ or parts[1].whitespace_)
        return joined and bool({f"{parts[0].lower_}-{parts[2].lower_}", parts[2].lower_} & self.fields)

    def _field(self, at: int, seen: bool, *, capital: bool) -> bool:
        """Whether a token goes on naming a field: a field's word, or a capital that opens no name."""
        token = self.doc[at]
        known = token.lower_ in self.fields  # "Cooperation and Francophonie" names no body
        if (at in self.grid.full_at and not known) or (at in self.grid.title_first and not self._within_body(at)):
            return False
        if known:
            return token.text[0].isupper() or not capital or seen
        if self._of_the_people(at) or self._of_the_people(at - 1):
            return capital
        if not capital or not token.text[0].isupper() or not token.text[0].isalpha():
            return False
        if at in self.name_at:
            return True
        if token.ent_type_ == "PERSON" or plain(token.text) in self.lexicon.sex_of_name:
            return False
        return not seen or self._field_ahead(at)

    def _of_the_people(self, at: int) -> bool:
        """ "People" of "the People's National Army": a field's word that the parser parts in two."""
        whole = f"{self.doc[at].lower_}'s"
        return at + 1 < len(self.doc) and self.doc[at + 1].tag_ == "POS" and whole in self.fields

    def _within_body(self, at: int) -> bool:
        """ "Executive" of "Presidential Executive Office" is no title."""
        first, last, titles = self.grid.title_at[at]
        following = self.doc[last] if last < len(self.doc) else None
        heads = self.lexicon.words["body_heads"]
        return last - first == 1 and not titles[0].official and following is not None and following.lower_ in heads

    def _field_ahead(self, at: int) -> bool:
        """Whether a field's word still follows among the capitals: an unknown word before it is one too."""
        for token in self.doc[at + 1 : at + 5]:
            if token.lower_ in self.fields and token.text[0].isupper():
                return True
            if not token.text[0].isupper():
                return False
        return False

    def _past_filling(self, at: int) -> int:
        """Past "the Republic of", where a name follows."""
        start = at
        while at < len(self.doc) and ((made := self.grid.made_by(at)) or self._filling(at)):
            at += made or 1
        return at if at in self.name_at else start

    def _filling(self, at: int) -> bool:
        return self.doc[at].lower_ in FILLING and at not in self.name_at

    def _acronym(self, found: Complement) -> Complement:
        """Past "(ABC)" and "(retd)"."""
        part = self.doc[found.last : found.last + 5]
        closing = next((n for n, t in enumerate(part) if t.text == ")"), 0)
        if not closing or part[0].text != "(":
            return found
        inside = part[1:closing].text
        past = inside.lower() in self.lexicon.words["retired_marks"]
        if past or inside.isupper():
            return replace(found, last=found.last + closing + 1, past=found.past or past)
        return found


def _begins_person(token: Token) -> bool:
    return token.ent_type_ == "PERSON" and token.ent_iob_ == "B"
