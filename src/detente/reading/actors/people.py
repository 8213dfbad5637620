"""Who the named people of a document are: mentions of one person gathered, with post and country.

In: person mentions with what stands beside them, the lexicon and the day of publication.
Out: `Person`s, each with the fullest name that document or tables give and the post held on that day.
A second mention by surname joins the person who bears it; two bearers of a surname are kept apart
by title, else by nearness.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Set
from dataclasses import dataclass, field
from itertools import pairwise

from detente.model import Country
from detente.reading.actors.grid import Mention
from detente.reading.actors.lexicon import HEADS, Holder, Lexicon, Title, plain

# Levels whose titles one person may bear beside another.
LOOSE = frozenset({"official", "envoy", "unknown"})


@dataclass(slots=True)
class Person:
    """One person while a document is read."""

    names: list[str] = field(default_factory=list)
    title: Title | None = None
    title_text: str = ""
    country: Country | None = None
    organisation: str | None = None
    sex: str = ""
    holder: Holder | None = None
    descriptions: frozenset[str] = frozenset()
    mentions: list[int] = field(default_factory=list)
    courtesies: set[str] = field(default_factory=set)

    @property
    def fullest(self) -> str:
        """The name with the most words, the first such of the text."""
        if len(self.names) == 1:
            return self.names[0]
        return max(self.names, key=lambda n: (len(n.split()), -self.names.index(n)))

    @property
    def name(self) -> str:
        """The document's fullest name, or the tables' where the document's is a surname or has initials."""
        own = self.fullest
        if self.holder is None:
            return own
        initials = any(w.endswith(".") for w in own.split())
        surname = len(own.split()) == 1 or plain(own) == plain(self.holder.surname)
        return self.holder.person if initials or surname else own

    @property
    def former(self) -> bool:
        return bool(self.title and self.title.name.lower().startswith(("former", "ex-", "retired", "late ")))

    @property
    def post(self) -> str | None:
        """The post as the text has it, else as the tables have it for that day; one to come is not held yet."""
        if self.title is not None and self.title_text.lower() in self.descriptions:
            return self.holder.post if self.holder else self.title.name
        held = self.holder is not None and not self.holder.post.startswith("future")
        bare = self.title is not None and self.title.level == "minister" and " " not in self.title_text
        if bare and held and self.holder is not None and self.holder.role.endswith("minister"):
            return self.holder.post  # "Minister X", of whom the tables know what she is minister of
        return self.title_text or (self.holder.post if self.holder and held else None)

    @property
    def official(self) -> bool:
        """Whether the person speaks for a state or body: by the title in the text, else by the tables."""
        if self.title is not None:
            return self.title.official
        return self.holder is not None and not self.holder.post.startswith(("former", "future"))


SHORT_NAME = 3  # letters


class People:
    """The people of one document, gathered mention by mention."""

    def __init__(self, lexicon: Lexicon, day: str | None, states: Set[Country] = frozenset()) -> None:
        self.lexicon, self.day, self.states = lexicon, day, states
        self.descriptions = frozenset(d.lower() for d in lexicon.words["described_offices"])
        self.sons = lexicon.words["sons_of"]
        self.all: list[Person] = []
        self.by_mention: dict[int, Person] = {}
        self._by_key: dict[str, list[Person]] = defaultdict(list)

    def gather(self, mentions: list[tuple[int, Mention]]) -> None:
        """Takes all person mentions: full names first, so that a surname in the headline finds its bearer."""
        for number, mention in sorted(mentions, key=lambda m: (-self._fullness(m[1]), m[0])):
            person = self._known(mention, number) or self._new(mention)
            if person is not None:
                self._add(person, number, mention)
        for person in self.all:
            person.mentions.sort()

    def _fullness(self, mention: Mention) -> int:
        """The words of a name; 1 for a surname, "Bin Mubarak" and "Van Dam" among them."""
        words = mention_words(mention)
        while len(words) > 1 and words[0].lower() in self.lexicon.words["name_particles"] | self.sons:
            words = words[1:]
        return len(words)

    def bearer(self, word: str) -> Person | None:
        """The person of the document who goes by that single word, where just one does."""
        found = self._by_key.get(plain(word), [])
        return found[0] if len(found) == 1 else None

    def by_father(self, word: str) -> bool:
        """Whether a word is the father's surname of just one person of the document: "Quirós" of "Ana Quirós Mata"."""
        key = plain(word)
        names = [[plain(w) for w in p.fullest.split()] for p in self.all]
        found = [n for n in names if len(n) > 2 and n[-2] == key and n[-3] not in self.sons]
        return len(found) == 1 and key not in self.lexicon.sex_of_name

    def shared(self, word: str) -> bool:
        """Whether several people of the document go by that single word: each is meant after he is named in full."""
        return len(self._by_key.get(plain(word), [])) > 1

    def called(self, word: str) -> Person | None:
        """The one person of the document whose name of two words or more opens with a word, unless known by office in a
        state where officials go by the last of their names."""
        found = [p for p in self.all if len(p.fullest.split()) > 1 and plain(p.fullest.split()[0]) == plain(word)]
        by_first = bool(found) and found[0].country in self.lexicon.words["first_name_states"]
        return found[0] if len(found) == 1 and (by_first or not found[0].official) else None

    def opens(self, word: str) -> bool:
        """Whether a word opens the name of just one person of the document, as family names do in much of Asia."""
        names = [p.fullest.split() for p in self.all]
        return sum(len(n) > 1 and plain(n[0]) == plain(word) for n in names) == 1

    def _known(self, mention: Mention, number: int) -> Person | None:
        words = mention_words(mention)
        keys = {plain(mention.text)} | ({plain(words[-1])} if len(words) > 1 else set())
        found = [p for key in keys for p in self._by_key.get(key, []) if self._same(p, mention)]
        if not found and len(words) == 1:
            found = self._by_first_word(mention, number)
        if not found and len(words) == 1:
            found = self._by_rank(mention) or self._by_father(mention, number)
        if not found and len(words) > 1:
            found = self._by_part(mention)
        if not found:
            return None
        return min(found, key=lambda p: self._farness(p, number, len(words) == 1))

    def _farness(self, person: Person, number: int, bare: bool) -> tuple[bool, bool, int]:
        """How unlike a person is to be meant by a mention: of no office, named only later, far from it."""
        later = min(person.mentions) > number
        return bare and not person.official, bare and later, min(abs(number - m) for m in person.mentions)

    def _by_rank(self, mention: Mention) -> list[Person]:
        """The one bearer of the surname, where a title differs only because it is no minister's or a former one."""
        found = self._by_key.get(plain(mention.text), [])
        alike = len(found) == 1 and (not mention.country or mention.country == found[0].country)
        titles = [t for t in (mention.title, found[0].title if alike else None) if t is not None]
        if any(t.level in HEADS for t in titles) and any(map(_private, titles)):
            return []  # "President X" is not "First Lady Y X"
        return found if alike and any(t.level in LOOSE or t.name.startswith("Former") for t in titles) else []

    def _by_first_word(self, mention: Mention, number: int) -> list[Person]:
        """The one person whose name begins with the word, or the one of them who is named before: a family name put
        first, or a custom of given names."""
        word = plain(mention.text)
        found = [p for p in self.all if len(p.fullest.split()) > 1 and plain(p.fullest.split()[0]) == word]
        before = [p for p in found if min(p.mentions) < number]
        found = before if len(found) > 1 else found
        called = [p for p in found if mention.courtesy in p.courtesies]  # "Sheikh X", beside a "Dr X Y"
        found = called if len(found) > 1 and mention.courtesy else found
        return found if len(found) == 1 and (self._same(found[0], mention) or _ranked(mention)) else []

    def _by_father(self, mention: Mention, number: int) -> list[Person]:
        """The one person named before whose name has the word right before its last: the father's surname in
        "Esteban Quirós Mata", by which he goes on being called; no given name, and none after "bin"."""
        word = plain(mention.text)
        if word in self.lexicon.sex_of_name:
            return []
        names = ((p, [plain(w) for w in p.fullest.split()]) for p in self.all)
        found = [p for p, words in names if len(words) > 2 and words[-2] == word and words[-3] not in self.sons]
        before = [p for p in found if min(p.mentions) < number]
        return before if len(found) == 1 and before and self._same(before[0], mention) else []

    def _by_part(self, mention: Mention) -> list[Person]:
        """The one person whose longer name has the words in a row: "Nur Azlan" of "Nur Azlan Kassim"; not a father's
        after "bin", nor another holder's of the tables."""
        part = [plain(w) for w in mention_words(mention)]
        found = [p for p in self.all if _has_part([plain(w) for w in p.fullest.split()], part, self.sons)]
        if len(found) != 1 or not self._same(found[0], mention):
            return []
        title, own = mention.title, found[0].title
        alike = title is None or own is None or _agree(title, own)
        known = self.lexicon.person(mention.text, self.day)
        of_state = known is None or found[0].country in (None, known.country)
        held = found[0].holder is None or known is None or known.person == found[0].holder.person
        return found if alike and of_state and held else []

    def _same(self, person: Person, mention: Mention) -> bool:
        words = [plain(w) for w in mention_words(mention)]
        theirs = [plain(w) for w in person.fullest.split()]
        if mention.country and person.country and mention.country != person.country:
            return False
        if _other_father(words, theirs, self.sons) or self._anothers_office(person, mention):
            return False
        if len(words) == 1 or len(theirs) == 1:
            return mention.title is None or person.title is None or _agree(mention.title, person.title)
        if set(words) <= set(theirs) or set(theirs) <= set(words):
            return True
        short = _shortened(words[0], theirs[0]) and bool(mention.title and person.title)
        return words[-1] == theirs[-1] and (
            short
            or words[0] == theirs[0]
            or _initial(mention_words(mention)[0], theirs[0])
            or _initial(person.fullest.split()[0], words[0])
            or self._one_holder(mention.text, person.fullest)
        )

    def _anothers_office(self, person: Person, mention: Mention) -> bool:
        """ "President X" in a text that also names his wife in full: who holds that office is no relative of his."""
        alone = len(mention_words(mention)) == 1 and mention.title is not None and person.title is None
        if not alone or len(person.fullest.split()) == 1:
            return False
        holder = self.lexicon.surname(mention.text, self.day, mention.country, mention.title)
        if holder is None or self._one_holder(holder.person, person.fullest):
            return False
        given, theirs = (plain(n).split()[0] for n in (holder.person, person.fullest))
        sexes = {self.lexicon.sex_of_name.get(n, "") for n in (given, theirs)} - {""}
        return given[0] != theirs[0] or len(sexes) > 1

    def _one_holder(self, one: str, other: str) -> bool:
        a, b = self.lexicon.person(one, self.day), self.lexicon.person(other, self.day)
        return a is not None and b is not None and (a.person, a.country) == (b.person, b.country)

    def _new(self, mention: Mention) -> Person | None:
        person = Person(descriptions=self.descriptions)
        self.all.append(person)
        return person

    def _add(self, person: Person, number: int, mention: Mention) -> None:
        if mention.text not in person.names:
            person.names.append(mention.text)
        person.mentions.append(number)
        person.courtesies |= {mention.courtesy} - {""}
        person.sex = self._told_sex(mention) or person.sex
        self.by_mention[number] = person
        if mention.title and (person.title is None or len(mention.title_text) > len(person.title_text)):
            if mention.title.portfolio != "counterpart":
                person.title, person.title_text = mention.title, mention.title_text
        person.country = person.country or mention.country
        if mention.body and not person.organisation:
            person.organisation = mention.body.name
            person.country = person.country or mention.body.country
        if mention.title is not None:
            person.country = person.country or mention.title.country
        person.organisation = person.organisation or mention.affiliation or None
        self._consult_tables(person)
        for key in self._keys(person, mention) | ({plain(mention.alias)} if mention.alias else set()):
            if person not in self._by_key[key]:
                self._by_key[key].append(person)

    def _consult_tables(self, person: Person) -> None:
        if person.holder is None:
            name = person.fullest
            single = len(name.split()) == 1
            whole = None if single else self.lexicon.person(name, self.day, person.country)
            by_surname = self.lexicon.surname(name, self.day, person.country, person.title)
            whole = None if whole is not None and self._of_another_calling(person, whole) else whole
            person.holder = whole or (by_surname if by_surname and self._may_be_meant(person, by_surname) else None)
        if person.holder is not None:
            in_post = not person.holder.post.startswith(("former", "future"))
            if in_post or person.holder.country in self.lexicon.capitals:  # who serves a body later is of his state now
                person.country = person.country or person.holder.country
            person.sex = person.sex or person.holder.sex
        person.sex = person.sex or self._sex(person)

    def _of_another_calling(self, person: Person, holder: Holder) -> bool:
        """Whether a spokesman, scholar or soldier only shares his name with who holds another office in a state that
        the text does not name."""
        title = person.title
        other = title is not None and title.portfolio in ("spokesperson", "scholar", "military")
        other = other and title is not None and title.portfolio != holder.role
        return other and holder.country not in self.states and person.country != holder.country

    def _may_be_meant(self, person: Person, holder: Holder) -> bool:
        """Whether a bare surname can stand for a holder: a chief's everywhere, another's where the text tells of his
        state or says what he is ("the Rosso meeting" is no minister's of a state far away)."""
        told = person.title is not None or holder.country in self.states
        return told or holder.role in HEADS or holder.role == "foreign_minister"

    def _told_sex(self, mention: Mention) -> str:
        """The sex that a title or courtesy gives away: "Mrs X", "his spokeswoman, Andrea X"."""
        told = {w.rstrip(".") for w in (mention.courtesy, *mention.title_text.lower().split())}
        women, men = (bool(told & self.lexicon.words[k]) for k in ("titles_of_women", "titles_of_men"))
        return "" if women == men else "f" if women else "m"

    def _sex(self, person: Person) -> str:
        words = person.fullest.split()
        if len(words) < 2:
            return ""
        order = [words[0], words[-1]] if person.country in self.lexicon.family_first else [words[0]]
        return next((s for w in order if (s := self.lexicon.sex_of_name.get(plain(w), ""))), "")

    def _keys(self, person: Person, mention: Mention) -> set[str]:
        words = mention_words(mention)
        by_father = len(words) > 1 and plain(words[-2]) in self.sons  # nobody goes by his father's name alone
        keys = {plain(mention.text)} | (set() if by_father else {plain(words[-1])})
        particles = self.lexicon.words["name_particles"]
        particle, _, rest = words[-1].partition("-")
        if particle in particles and rest:
            keys.add(plain(rest))
        for n in range(1, len(words)):
            if words[n] in particles or words[n].split("-")[0] in particles:
                keys.add(plain(" ".join(words[n:])))
        if person.country in self.lexicon.family_first or self._family_first_by_form(person, words):
            keys.add(plain(words[0]))
        if person.holder:
            keys.add(plain(person.holder.surname))
        return keys

    def _family_first_by_form(self, person: Person, words: list[str]) -> bool:
        """No country known: a short first word that no one has as a given name may be the family's."""
        return person.country is None and len(words) == 2 and plain(words[0]) not in self.lexicon.sex_of_name


def mention_words(mention: Mention) -> list[str]:
    """The words of a bare name, suffixes such as "Jr." left out."""
    words = [w for w in mention.text.replace(",", " ").split() if w.rstrip(".") not in ("Jr", "Sr")]
    return words or [mention.text]


def _has_part(whole: list[str], part: list[str], sons: Set[str]) -> bool:
    """Whether a longer name has the words of a shorter one in a row: from its beginning, or after its first words."""
    if len(whole) <= len(part) or part[-1] in sons:
        return False
    starts = (n for n in range(len(whole) - len(part) + 1) if n == 0 or whole[n - 1] not in sons)
    return any(whole[n : n + len(part)] == part for n in starts)


def _agree(one: Title, other: Title) -> bool:
    return one.name == other.name or one.portfolio == other.portfolio or one.level == other.level


def _private(title: Title) -> bool:
    """What one is called who holds no office and never held it, and is of no rank."""
    ranked = title.portfolio in ("military", "scholar") or title.name.startswith("Former")
    return not title.official and not ranked


def _ranked(mention: Mention) -> bool:
    """ "General X" of "X Y, Minister of Defence": a rank goes with any office."""
    return mention.title is not None and mention.title.portfolio == "military" and not mention.country


def _other_father(one: list[str], other: list[str], sons: Set[str]) -> bool:
    """Whether two names give their bearers different fathers: "X bin A Al-Z" and "X bin B Al-Z"."""
    fathers = [next((n for p, n in pairwise(words) if p in sons), None) for words in (one, other)]
    return None not in fathers and fathers[0] != fathers[1]


def _shortened(one: str, other: str) -> bool:
    """Whether one given name is the start of the other: "Alex" and "Alexander"."""
    short, long = sorted((one, other), key=len)
    return len(short) >= SHORT_NAME and long.startswith(short)


def _initial(one: str, other: str) -> bool:
    """Whether a word with a stop is how a given name begins: "B." of "Bakhtiyor", "Sh." of "Shavkat"."""
    return one.endswith(".") and len(one) <= SHORT_NAME and plain(other).startswith(plain(one).rstrip("."))
