"""How a document's people are called where space is short: in full once, then as the document itself does.

A surname is not cut from a name by rule (in some languages it stands first, in others there is none): the
short name is the single word of the full name that the document uses alone.
"""

from __future__ import annotations

from collections import Counter

from detente.model import Actor, Reading


class Names:
    """The short names of one reading; remembers whom it has introduced."""

    def __init__(self, reading: Reading) -> None:
        self._short = _short_names(reading)
        self._introduced: set[str] = set()

    def introduce(self, actor: Actor) -> str:
        """The full name the first time, the short name from then on."""
        name = full(actor)
        if name in self._introduced:
            return self.short(actor)
        self._introduced.add(name)
        return name

    def short(self, actor: Actor | None) -> str:
        """The short name of someone who was introduced and has one, else the name in full."""
        return self.called(full(actor))

    def called(self, name: str) -> str:
        """The short name of a full one, as in `short`."""
        return self._short.get(name, name) if name in self._introduced else name


def full(actor: Actor | None) -> str:
    """An actor's name, else the post, else the words of the text."""
    if actor is None:
        return "unnamed"
    return actor.name or actor.post or actor.span.text


def with_country(actor: Actor, name: str) -> str:
    """A name with its country, unless the name is the country's."""
    return f"{name} ({actor.country})" if actor.country and actor.kind != "state" else name


def _short_names(reading: Reading) -> dict[str, str]:
    text = set(reading.text.split())
    people = {a.name: a for a in reading.actors if a.name and a.kind == "person"}
    found = {name: _used_alone(name, actor) for name, actor in people.items()}
    shared = {short for short, n in Counter(found.values()).items() if n > 1}
    # a name that is also a word of the text ("He") is given in full
    return {n: s for n, s in found.items() if s and s not in shared and s.lower() not in text}


def _used_alone(name: str, actor: Actor) -> str:
    words = name.split()
    uses = Counter(m.text for m in actor.mentions if m.text in words)
    return max(uses, key=lambda w: (uses[w], words.index(w)), default="") if len(words) > 1 else ""
