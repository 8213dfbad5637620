"""Whether two names can be one person's. In: names as texts write them. Out: yes or no, never a guess at a name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from detente.reading.actors.lexicon import plain
from detente.record.nouns import Person

Key = frozenset[str]

# letters that transcriptions choose between, in the order in which they are evened out: "Sergei", "Sergey", "Sergej"
SPELT = (
    ("yy", "i"),
    ("iy", "i"),
    ("ij", "i"),
    ("y", "i"),
    ("j", "i"),
    ("ks", "x"),
    ("kh", "h"),
    ("ou", "u"),
    ("w", "v"),
)
# and the vowels, in names long enough to be told apart without them: "Mohammed", "Mohamed", "Muhammad"
VOWELS = str.maketrans("eo", "au")
LONG = 5
TWICE = re.compile(r"(.)\1")


@lru_cache(maxsize=65536)
def key(name: str) -> Key:
    """The words of a name without accents, case and initials, evened out: order does not count ("X Y", "Y X"),
    nor does how a name in another script is spelt ("Sergei", "Sergey")."""
    words = plain(name).split()
    return frozenset(map(_evened, [w for w in words if len(w) > 1] or words))


def _evened(word: str) -> str:
    for letters, one in SPELT:
        word = word.replace(letters, one)
    word = TWICE.sub(r"\1", word)
    return word.translate(VOWELS) if len(word) >= LONG else word


def same(one: Key, other: Key) -> bool:
    """Whether one name holds all words of the other: "Y" and "X Y"."""
    return bool(one and other) and (one <= other or other <= one)


def shared(ours: Iterable[Key], theirs: Sequence[Key]) -> tuple[Key, ...]:
    """The longer of each pair of names that can be one."""
    found = []
    for mine in ours:
        fits = [other for other in theirs if same(mine, other)]
        if fits:
            found.append(max((mine, *fits), key=lambda k: (len(k), sorted(k))))
    return tuple(dict.fromkeys(found))


def named(people: Iterable[Person]) -> dict[str, tuple[Key, ...]]:
    """The names of each side's persons."""
    found: dict[str, list[Key]] = {}
    for person in people:
        if person.name and person.country:
            found.setdefault(person.country, []).append(key(person.name))
    return {country: tuple(keys) for country, keys in found.items()}


def merged(people: Iterable[Person]) -> tuple[Person, ...]:
    """Each person once, under the longest name and the fullest post; unnamed posts go where a name is known."""
    kept: list[Person] = []
    for person in people:
        n = next((n for n, other in enumerate(kept) if _one(person, other)), None)
        if n is None:
            kept.append(person)
        else:
            kept[n] = _fuller(kept[n], person)
    sides = {p.country for p in kept if p.name}
    return tuple(p for p in kept if p.name or p.country not in sides)


def _one(person: Person, other: Person) -> bool:
    if person.country != other.country:
        return False
    if person.name and other.name:
        return same(key(person.name), key(other.name))
    return not person.name and not other.name and person.post == other.post


def _fuller(one: Person, other: Person) -> Person:
    name = max((one.name or "", other.name or ""), key=len) or None
    post = max((one.post or "", other.post or ""), key=len) or None
    return Person(name, post, one.country, one.role)
