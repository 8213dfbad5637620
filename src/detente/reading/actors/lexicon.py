"""The codebook's names, compiled for look-up: places, bodies, titles of office and their holders.

In: a `Codebook`. Out: a `Lexicon` that finds names and titles in a passage (longest match first, at
word boundaries, character offsets) and answers who held which post on a date. Nothing is guessed:
a surname borne by several holders of the day gives no holder.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any, Generic, Literal, TypeVar

import ahocorasick

from detente.codebook import Codebook
from detente.model import Country, Level
from detente.reading.page.daylines import day_line

T = TypeVar("T")
NameKind = Literal["country", "demonym", "capital", "metonym", "city", "region", "body", "outlet"]
APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "‑": "-", "–": "-"})
PUNCTUATION = str.maketrans({",": " ", "-": " ", "'": None, ".": " "})
LEVELS: tuple[Level, ...] = ("head_of_state", "head_of_government", "minister", "deputy", "envoy", "official")


@dataclass(frozen=True, slots=True)
class Name:
    """One reading of a name: what it names, its country and, for bodies, whether it speaks officially."""

    kind: NameKind
    name: str
    country: Country | None
    official: bool = True
    body_kind: str = ""


@dataclass(frozen=True, slots=True)
class Title:
    """A title of office or a role: `portfolio` ties a minister to a counterpart, `only` are states that use it so,
    `country` is the body's that alone has the office."""

    name: str
    level: Level
    portfolio: str
    official: bool
    only: frozenset[str] = frozenset()
    country: Country | None = None


@dataclass(frozen=True, slots=True)
class Holder:
    """Who held a post from when to when (ISO dates of any precision; empty is open)."""

    person: str
    surname: str
    sex: str
    post: str
    role: str
    country: Country
    since: str
    until: str

    def held_on(self, day: str | None) -> bool:
        """Whether the tenure covers the day, at the precision that both have."""
        if not day:
            return not self.until
        begun = not self.since or self.since[: len(day)] <= day[: len(self.since)]
        return begun and (not self.until or self.until[: len(day)] >= day[: len(self.until)])


@dataclass(frozen=True, slots=True)
class Found(Generic[T]):
    """A look-up's hit in a passage: character offsets and what stands there."""

    start: int
    end: int
    values: tuple[T, ...]


def fold(text: str) -> str:
    """The text in one form of apostrophe and dash and in lower case, offset by offset the same length."""
    text = text.translate(APOSTROPHES)
    low = text.lower()
    if len(low) == len(text) and "Σ" not in text:
        return low
    return "".join(low if len(low := c.lower()) == 1 else c for c in text)


@lru_cache(maxsize=1 << 16)  # the same few names are asked for again and again
def plain(text: str) -> str:
    """A name without accents, in lower case: the key under which spellings of one name meet."""
    if text.isascii():
        return " ".join(text.lower().translate(PUNCTUATION).split())
    bare = unicodedata.normalize("NFKD", fold(text)).translate(PUNCTUATION)
    return " ".join("".join(c for c in bare if not unicodedata.combining(c)).split())


class Finder(Generic[T]):
    """Finds phrases in text: longest match first, leftmost, whole words only."""

    def __init__(self, phrases: Mapping[str, Iterable[T]], *, case: bool) -> None:
        self.case = case
        self.automaton = ahocorasick.Automaton()
        for phrase, values in phrases.items():
            key = phrase.translate(APOSTROPHES) if case else fold(phrase)
            if key:
                self.automaton.add_word(key, (len(key), tuple(dict.fromkeys(values))))
        if len(self.automaton):
            self.automaton.make_automaton()

    def find(self, text: str) -> list[Found[T]]:
        """Disjoint hits in order of place."""
        if not len(self.automaton):
            return []
        hay = text.translate(APOSTROPHES) if self.case else fold(text)
        hits = []
        for last, (length, values) in self.automaton.iter(hay):
            start, end = last + 1 - length, last + 1
            if _bounded(hay, start, end):
                hits.append(Found(start, end, values))
        return list(_longest(hits))


def _bounded(text: str, start: int, end: int) -> bool:
    before = start == 0 or not (text[start - 1].isalnum() and text[start].isalnum())
    after = end == len(text) or not (text[end].isalnum() and text[end - 1].isalnum())
    return before and after


def _longest(hits: list[Found[T]]) -> Iterator[Found[T]]:
    reach = -1
    for hit in sorted(hits, key=lambda h: (h.start, -h.end)):
        if hit.start >= reach:
            reach = hit.end
            yield hit


def _bare(name: str, particles: Container[str]) -> str:
    """A surname without the particle before it: "al-X", "Al X"."""
    particle, mark, rest = name.replace(" ", "-", 1).partition("-")
    return rest if mark and particle.lower() in particles else name


TOWNS: frozenset[NameKind] = frozenset({"city", "capital"})
HEADS: frozenset[Level] = frozenset({"head_of_state", "head_of_government"})
GOVERNING: frozenset[Level] = HEADS | {"minister", "deputy"}
LONG_SURNAME = 8  # letters; shorter ones are borne by too many


def _may_be_middle(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two names of one first and last word may be one person's: "A. Ahmed C" is not "A. Irfaan C"."""
    first = {w[0] for w in one if len(w.strip(".")) == 1} | {w[0] for w in other if len(w.strip(".")) == 1}
    alike = any(w in other or w[0] in first for w in one)
    return not one or not other or alike


def _consonants(name: str) -> str:
    """What spellings of one name share, whose vowels and doubled letters differ."""
    letters = [c for c in plain(name) if c.isalpha() and c not in "aeiouyh"]
    return "".join(c for n, c in enumerate(letters) if n == 0 or letters[n - 1] != c)


def split(cell: str) -> list[str]:
    """The parts of a `|`-separated cell, empty ones dropped."""
    return [part.strip() for part in cell.split("|") if part.strip()]


class Lexicon:
    """All names and titles of a codebook, ready for look-up."""

    def __init__(self, codebook: Codebook) -> None:
        posts = codebook.lexicon("actors/posts")
        words = codebook.lexicon("actors/words")
        days = codebook.lexicon("times/words")
        self.day_line = day_line(days["weekdays"])
        self.days_and_months = frozenset((*days["weekdays"], *days["months"]))
        self.names = Finder(_names(codebook), case=True)
        self.titles_by_name = _titles(posts)
        self.national: dict[str, list[Title]] = defaultdict(list)
        for name, row in posts["titles"].items():
            if "instead_of" in row:
                self.national[row["instead_of"]].append(self.titles_by_name[name])
        self.bodiless = {n: Country(r["bodiless"]) for n, r in posts["titles"].items() if "bodiless" in r}
        self.of_body = {n: Country(r["of_body"]) for n, r in posts["titles"].items() if "of_body" in r}
        forms = _title_forms(posts, self.titles_by_name)
        self.titles = Finder(forms, case=False)
        self.acronyms = {fold(f): f for f in forms if " " not in f and sum(c.isupper() for c in f) > 1}
        self.titles_by_form = {plain(form): found[0] for form, found in forms.items()}
        self.modifiers: Mapping[str, Mapping[str, Any]] = {
            str(k).lower(): v or {} for k, v in posts["modifiers"].items()
        }
        capitals = [h for h in posts["honorifics"] if h.isupper() and h.isalpha()]
        self.honorifics = frozenset(h.lower().rstrip(".") for h in posts["honorifics"] if h not in capitals)
        self.honorifics |= frozenset(capitals)
        self.words: Mapping[str, frozenset[str]] = {
            k: frozenset(map(str, v)) for k, v in words.items() if isinstance(v, list)
        }
        self.private_marks, self.public_marks = (_any_of(self.words[k]) for k in ("private_marks", "public_marks"))
        self.realms = _realms(codebook)
        self.country_names = {Country(r["iso3"]): r["name"] for r in codebook.table("actors/countries")}
        self.own_names = {
            Country(r["iso3"]): (r["name"], *split(r["demonyms"])) for r in codebook.table("actors/countries")
        }
        self._demonyms = {d for r in codebook.table("actors/countries") for d in split(r["demonyms"])}
        self.combining_forms = {str(k): Country(str(v)) for k, v in words["combining_forms"].items()}
        self.family_first = frozenset(
            r["iso3"] for r in codebook.table("actors/countries") if r.get("name_order") == "family_first"
        )
        self.sex_of_name = {plain(r["name"]): r["sex"] for r in codebook.table("actors/given_names")}
        self.capitals = {Country(r["iso3"]): split(r["capital"]) for r in codebook.table("actors/countries")}
        self.same_names = {plain(v): plain(k) for k, vs in words["same_names"].items() for v in vs}
        groups = words["state_groups"]
        self.houses = {str(k): frozenset(map(Country, v)) for k, v in words["houses"].items()}
        self.state_media = {
            name: Country(r["country"])
            for r in codebook.table("actors/outlets")
            if r["state_media"] == "true" and r["country"]
            for name in (r["name"], *split(r["aliases"]))
        }
        self.state_groups = {tuple(k.split()): tuple(Country(c) for c in v) for k, v in groups.items()}
        self._index_holders(codebook)

    def twin_words(self, noun: str) -> frozenset[str]:
        """The words that two states share in their names and peoples' names: "Korea", "Korean", "Koreas"."""
        peoples = {word for word in (d.rpartition(" ")[2] for d in self._demonyms) if word.startswith(noun)}
        return frozenset(peoples | {f"{noun}s"})

    def _index_holders(self, codebook: Codebook) -> None:
        self.by_person: dict[str, list[Holder]] = defaultdict(list)
        self.by_surname: dict[str, list[Holder]] = defaultdict(list)
        self.by_ends: dict[tuple[str, str], list[tuple[list[str], Holder]]] = defaultdict(list)
        self.by_country: dict[str, list[Holder]] = defaultdict(list)
        spellings: dict[str, list[Holder]] = defaultdict(list)
        for row in codebook.table("actors/holders"):
            holder = Holder(
                row["person"], row["surname"], row["sex"], row["post"], row["role"],
                Country(row["country"]), row["from"], row["to"],
            )  # fmt: skip
            for spelling in {row["person"], *split(row["aliases"])}:
                self.by_person[self.spelled(spelling)].append(holder)
                words = self.spelled(spelling).split()
                if len(words) > 1 and len(words[0]) > 1:
                    self.by_ends[(words[0], words[-1])].append((words[1:-1], holder))
                if " " in spelling:
                    spellings[spelling].append(holder)
            own = {row["surname"], *self._respelled(row["surname"], [row["person"], *split(row["aliases"])])}
            reigns = row["person"].split()[:1] if row["post"] in self.words["regnal_titles"] else ()
            for key in {plain(k) for k in (*own, *reigns)}:
                self.by_surname[key].append(holder)
            self.by_country[holder.country].append(holder)
        self.full_names = Finder(spellings, case=True)

    def _respelled(self, surname: str, spellings: Sequence[str]) -> Iterator[str]:
        """A surname as other spellings of the name have it, and without its particle: "Xisi" of "el-Xissi"."""
        particles = self.words["name_particles"]
        others = {_bare(s.split()[-1], particles) for s in spellings} - {surname}
        sound = _consonants(_bare(surname, particles)) if others else ""
        for word in sorted(others):
            if _consonants(word) == sound and plain(word) not in self.sex_of_name:
                yield word

    def person(self, name: str, day: str | None, country: Country | None = None) -> Holder | None:
        """The holder of that full name, in post on the day if any tenure fits, else the latest before it."""
        words = plain(name).split()
        turned = " ".join([*words[1:], words[0]]) if len(words) == 2 else ""
        rows = self.by_person.get(self.spelled(name)) or self.by_person.get(turned) or self._by_ends(name)
        longer = len(words) > 3 and words[2] not in self.words["sons_of"]  # "W X Y Z" of "X Y Z"
        rows = rows or self._by_father(name) or (self.by_person.get(" ".join(words[1:]), []) if longer else [])
        return _best([h for h in rows if country in (None, h.country)], day)

    def _by_father(self, name: str) -> list[Holder]:
        """Holders named with fewer forefathers: "A bin B" of "A bin B bin C"."""
        words = self.spelled(name).split()
        sons = [n for n, w in enumerate(words) if w in self.words["sons_of"] and n > 1]
        sons = [n for n in sons if len(words) == n + 2 or (words[0], words[-1]) in self.by_ends]  # and of that family
        return next((rows for n in reversed(sons) if (rows := self.by_person.get(" ".join(words[:n])))), [])

    def _by_ends(self, name: str) -> list[Holder]:
        """Holders of a longer or shorter form of the name: first and last words alike, "A. B. C" and "A C"."""
        words = self.spelled(name).split()
        found = self.by_ends.get((words[0], words[-1]), []) if len(words) > 1 else []
        return [h for middle, h in found if _may_be_middle(words[1:-1], middle)]

    def spelled(self, name: str) -> str:
        """A name's key, spellings of one given name made the same."""
        return " ".join(self.same_names.get(w, w) for w in plain(name).split())

    def surname(
        self, name: str, day: str | None, country: Country | None = None, title: Title | None = None
    ) -> Holder | None:
        """The one holder in post on the day who goes by that surname; None when there are several."""
        rows = [h for h in self.by_surname.get(plain(name), ()) if h.held_on(day) and country in (None, h.country)]
        if title is not None:
            rows = [h for h in rows if self.same_office(title, h)]
        return rows[0] if len({h.person for h in rows}) == 1 else None

    def known_by_surname(self, name: str, holder: Holder) -> bool:
        """Whether a head of state or government is the only one of all holders with that long a surname."""
        alone = len({h.person for h in self.by_surname.get(plain(name), ())}) == 1
        own = not self.names.find(name)  # and not a state's, as Montenegro is
        return alone and own and holder.role in HEADS and len(name) >= LONG_SURNAME

    def settled(self, title: Title, country: Country | None) -> Title:
        """What a title means in a state: a Chancellor is a foreign minister in one, a head of government in another."""
        return next((t for t in self.national.get(title.name, ()) if country in t.only), title)

    def lesser(self, title: Title) -> Title:
        """The title where it heads no state but a chamber, court or party."""
        heads = title.level in ("head_of_state", "head_of_government")
        return replace(self.titles_by_name["Chairperson"], official=title.official) if heads else title

    def at_body(self, title: Title, body: Name | None) -> Title:
        """The title as its body makes it: a company's chairman and a university's president speak for no state."""
        private = body is not None and body.body_kind in self.words["unofficial_bodies"]
        return replace(title, official=False) if private and title.level in ("official", "unknown") else title

    def private(self, phrase: str) -> bool:
        """Whether the name of a body tells that it is no state's: an association, a company, a party in opposition."""
        return bool(self.private_marks.search(phrase)) and not self.public_marks.search(phrase)

    def rank(self, title: Title) -> int:
        """The place of a title's level, the highest first."""
        return LEVELS.index(title.level) if title.level in LEVELS else len(LEVELS)

    def same_office(self, title: Title, holder: Holder) -> bool:
        """Whether a title as a text has it can be the holder's post."""
        post = self.titles_by_form.get(plain(holder.post))
        if post is None:
            return plain(title.name) in plain(holder.post)
        title, post = (self.settled(t, holder.country) for t in (title, post))
        if not title.portfolio and title.level == post.level:  # "Minister X", whatever he is minister of
            return True
        return title.name == post.name or (title.portfolio, title.level) == (post.portfolio, post.level)

    def styles(self, country: Country | None, title: Title) -> bool:
        """Whether a state calls an office by that very name: a Secretary of State is foreign minister in few."""
        return any(h.post == title.name for h in self.by_country.get(country or "", ()))

    def incumbent(self, country: Country, title: Title, day: str | None) -> Holder | None:
        """The one person who held that office of the country on the day, where the tables say so."""
        if not title.portfolio and title.level == "minister":
            return None  # "the minister" may be any of them
        rows = [h for h in self.by_country.get(country, ()) if h.held_on(day) and self.same_office(title, h)]
        if not title.portfolio and title.level == "deputy":  # no vice president is meant by "Deputy Minister X"
            posts = ((h, self.titles_by_form.get(plain(h.post))) for h in rows)
            rows = [h for h, post in posts if post is not None and post.name == title.name]
        return rows[0] if len({h.person for h in rows}) == 1 else None


def _best(rows: list[Holder], day: str | None) -> Holder | None:
    """The tenure of the day, else the last before it as former, else one that begins within a year as future."""
    if not rows:
        return None
    current = [h for h in rows if h.held_on(day)]
    if current:
        return max(current, key=lambda h: h.since)
    past = [h for h in rows if not day or h.since[: len(day)] <= day]
    coming = min((h for h in rows if h not in past), key=lambda h: h.since, default=None)
    soon = day and coming and coming.since[:4].isdigit() and int(coming.since[:4]) - int(day[:4]) <= 1
    namesake = coming is not None and coming.role in HEADS and not any(h.role in HEADS for h in past)
    if coming is not None and soon and (namesake or not past):  # a coming president is known better than an old envoy
        return replace(coming, post=f"future {coming.post}")
    if not past:
        return None
    last = max(past, key=lambda h: h.since)
    return replace(last, post=f"former {last.post}") if last.until else last


def _realms(codebook: Codebook) -> dict[Country, str]:
    """What a state is called by its form: "Kingdom" of the Kingdom of X."""
    rows = ((Country(r["iso3"]), r["official_name"]) for r in codebook.table("actors/countries"))
    kinds = frozenset(codebook.lexicon("actors/words")["realms"])
    found = {c: next((w for w in name.partition(" of ")[0].split() if w in kinds), "") for c, name in rows}
    others = (pair.split() for pair in codebook.lexicon("actors/words")["realms_by_custom"])
    return {c: kind for c, kind in (found | {Country(c): kind for c, kind in others}).items() if kind and c != "GBR"}


def _names(codebook: Codebook) -> dict[str, list[Name]]:
    found: dict[str, list[Name]] = defaultdict(list)
    kinds: tuple[tuple[str, NameKind], ...] = (
        ("name", "country"), ("official_name", "country"), ("aliases", "country"), ("demonyms", "demonym"),
        ("capital", "capital"), ("government_metonyms", "metonym"), ("cities", "city"), ("regions", "region"),
    )  # fmt: skip
    for row in codebook.table("actors/countries"):
        for column, kind in kinds:
            for phrase in split(row[column]):
                label = row["name"] if kind in ("country", "demonym") else phrase
                found[phrase].append(Name(kind, label, Country(row["iso3"])))
    for region in codebook.lexicon("actors/words")["regions_of_no_state"]:
        found[str(region)].append(Name("region", str(region), None))
    for row in codebook.table("actors/organisations"):
        country = Country(row["code"] or row["country"]) if row["code"] or row["country"] else None
        entry = Name("body", row["name"], country, row["official"] == "true", row["kind"])
        for phrase in {row["name"], *split(row["aliases"])}:
            found[phrase].append(entry)
    for row in codebook.table("actors/outlets"):
        entry = Name("outlet", row["name"], Country(row["country"]) if row["country"] else None, False, row["kind"])
        for phrase in {row["name"], *split(row["aliases"])}:
            found[phrase].append(entry)
    return found


def _titles(posts: Mapping[str, Any]) -> dict[str, Title]:
    return {
        name: Title(
            name,
            row.get("level", "official"),
            row.get("portfolio") or "",
            bool(row.get("official", True)),
            frozenset(row.get("only") or ()),
            row.get("country"),
        )
        for name, row in posts["titles"].items()
    }


def _title_forms(posts: Mapping[str, Any], titles: Mapping[str, Title]) -> dict[str, list[Title]]:
    """Every form of every title; a national sense of a form that has a general one is left to `settled`."""
    forms: dict[str, list[Title]] = defaultdict(list)
    rows = sorted(posts["titles"].items(), key=lambda item: "instead_of" in item[1])
    for name, row in rows:
        for form in {*(() if "instead_of" in row else (name,)), *(row.get("forms") or ())}:
            if "instead_of" not in row or form not in forms:
                forms[str(form)].append(titles[name])
    for form, found in list(forms.items()):
        if found[0].official and form[-1].isalpha() and not form.endswith("s"):
            forms.setdefault(_plural(form), found)
    return forms


def singular(text: str) -> str:
    """A title in the plural, in the singular: "Foreign Ministers", "Members of the Presidency"."""
    words = text.split()
    at = next((n for n, w in enumerate(words) if w in ("of", "for", "to", "at", "in")), len(words)) - 1
    word = words[at]
    words[at] = f"{word[:-3]}y" if word.endswith("ies") else word.removesuffix("s")
    return " ".join(words)


def _plural(form: str) -> str:
    """ "minister of trade" in the plural: the word before the first preposition takes the ending."""
    words = form.split()
    at = next((n for n, w in enumerate(words) if w in ("of", "for", "to", "at", "in")), len(words)) - 1
    words[at] = f"{words[at][:-1]}ies" if words[at].endswith("y") else f"{words[at]}s"
    return " ".join(words)


def abbreviations(codebook: Codebook) -> frozenset[str]:
    """The words of titles and honorifics that end in a full stop, lower case: no sentence ends at them."""
    posts = codebook.lexicon("actors/posts")
    forms = [f for row in posts["titles"].values() for f in row.get("forms") or ()] + list(posts["honorifics"])
    forms += list(codebook.lexicon("actors/words")["retired_marks"])
    return frozenset(w.lower() for form in forms for w in str(form).split() if w.endswith(".") and len(w) > 2)


def spelt(word: str) -> bool:
    """Whether a word is letters alone, apostrophes within it allowed: "Sing’Oei"."""
    return word.replace("’", "").replace("'", "").isalpha()


def letters_of_state(word: str) -> bool:
    """ "U.S.", "UAE": the letters of a state, and nobody's surname."""
    return 1 < len(word) <= 5 and word.replace(".", "").isupper()


def _any_of(words: Iterable[str]) -> re.Pattern[str]:
    """A pattern for any of some words, whole."""
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, sorted(words)))})(?!\w)", re.IGNORECASE)
