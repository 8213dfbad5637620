"""Places that bear the name of others: "Cambridge, Massachusetts" is not in England, "Augusta, Georgia" in no Georgia.

In: the mentions of a document and the state whose text it is. Out: the same; a town named with the part of a state that
it lies in is of that state, and a state's name that is a part of another state too is that part where nothing in the
text speaks of the state and the text is the other's own or names a town of it so.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from detente.model import Country
from detente.reading.actors.grid import Mention
from detente.reading.actors.lexicon import TOWNS, Name
from detente.reading.scene import Scene

PLACES = frozenset({"place", "state"})
# offices that states have and their parts have not
OF_STATES = frozenset({"head_of_state", "head_of_government", "minister", "deputy", "envoy"})
# words between the names of a list
NEAR = 3


def settled(
    scene: Scene, mentions: Sequence[Mention], home: Country | None, parts: Mapping[str, Country]
) -> list[Mention]:
    """The mentions with each town and each name in `parts` (of a state, to the state that has a part so called) where
    it lies."""
    found = list(mentions)
    named = [n for n, m in enumerate(found) if m.kind in PLACES]
    named.sort(key=lambda n: (found[n].passage, found[n].first))
    told: set[str] = set()
    for n, after in pairwise(named):
        if not _with_comma(scene, found[n], found[after]):
            continue
        part = parts.get(found[after].text)
        region = part if part == found[n].country else _region(found[after])
        if part is not None and part == found[n].country:
            told.add(found[after].text)
        elif region is not None and _town(found[n]) and region != found[n].country:
            found[n] = _moved(found[n], region)
    for name, other in parts.items():
        state = next((m.country for m in found if m.kind == "state" and m.text == name), None)
        if state and (other == home or name in told) and not any(_of_the_state(found, name, state)):
            found = [_moved(m, other, "region") if m.kind == "state" and m.text == name else m for m in found]
            found = [replace(m, country=other) if m.country == state else m for m in found]
    return found


def _with_comma(scene: Scene, one: Mention, other: Mention) -> bool:
    """ "X, Y" with nothing else between."""
    doc = scene.passages[one.passage].doc
    return one.passage == other.passage and one.last + 1 == other.first and doc[one.last].text == ","


def _town(mention: Mention) -> bool:
    return any(name.kind in TOWNS for name in mention.names)


def _region(mention: Mention) -> Country | None:
    """The state of a name that is only a part of it."""
    only = mention.names and all(name.kind == "region" for name in mention.names)
    return mention.names[0].country if only else None


def _moved(mention: Mention, country: Country, kind: str = "city") -> Mention:
    name = Name("region" if kind == "region" else "city", mention.text, country)
    return replace(mention, kind="place", country=country, names=(name,))


def _of_the_state(mentions: Sequence[Mention], name: str, state: Country) -> Iterator[bool]:
    """Whether something speaks of the state of that name: its people, towns or offices, or a state listed with it."""
    own = [m for m in mentions if m.kind == "state" and m.text == name]
    for mention in mentions:
        if mention.country == state and mention.kind not in ("person", "office"):
            yield mention.text != name
        elif mention.country == state and mention.title is not None:
            yield mention.title.level in OF_STATES and "State" not in mention.title.name.split()
        elif mention.kind == "state":
            yield any(_listed(mention, m) for m in own)


def _listed(one: Mention, other: Mention) -> bool:
    """Whether two names stand beside each other in a list."""
    apart = max(one.first - other.last, other.first - one.last)
    return one.passage == other.passage and one.sentence == other.sentence and 0 < apart <= NEAR
