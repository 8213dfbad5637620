"""Whose own voice a source is: an office of state, a state's medium, or nobody's.

In: a source. Out: its voice and, where it has one, the state. The outlet's name decides, else its address.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any, Literal
from urllib.parse import urlsplit

from detente.codebook import Codebook
from detente.model import Country, Level, Source
from detente.reading.actors.lexicon import GOVERNING, HEADS, Lexicon, Name, Title, plain

Voice = Literal["official", "state_media", "other"]

# what stands between an office and its state in a name: "President of the Republic", "Prime Minister, Japan"
OF_STATE = re.compile(r"(?:\s+of(?:\s+the)?|,)?\s+", re.IGNORECASE)
# what else a minister has: "Minister for Trade, Tourism and Investment, Malta"
OF_MINISTER = re.compile(r"(?:\s+and|\s+of|\s+for|,)\s(?:(?:[A-Z][\w-]+|and|of|for|the|&|,)[\s,]*)+")
BELOW: frozenset[Level] = GOVERNING - HEADS
# what a paper is named after: "Lima Observer", "Malta Times"
SEATS = frozenset({"country", "demonym", "capital", "place"})
MINISTRY = re.compile(r"\b(?:Ministry|Department|Secretariat)\b")
SECRETARIAT = re.compile(r"(?:the\s+)?(?:\w+\s+)?secretariat\s+(?:of|to|for)\s+the\b", re.IGNORECASE)
ASIDE = re.compile(r"\s*\([^)]*\)\s*$")
OPENS = re.compile(r"(?:the\s+)?(?:office\s+of\s+the\s+)?", re.IGNORECASE)


class Voices:
    """Compiles the codebook's official sources."""

    def __init__(self, codebook: Codebook, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self._official: Mapping[str, Any] = codebook.lexicon("sources/official")
        self._institutions = _any_of(self._official["institutions"])
        self._many = _any_of(self._official["bodies_of_many"])
        self._houses = _any_of(self._official["houses"])
        self._names = {plain(str(k)): Country(str(v)) for k, v in self._official["names"].items()}
        self._state_media = _state_media(codebook)
        self._agencies = _agencies(codebook)
        self._voice = lru_cache(maxsize=65536)(self._voice_of)

    def of(self, source: Source) -> tuple[Voice, Country | None]:
        """Whose own voice a source is: an office of state, a state's medium, or nobody's."""
        return self._voice(source.outlet or "", source.url or "")

    def _voice_of(self, outlet: str, url: str) -> tuple[Voice, Country | None]:
        bare = outlet.removeprefix("The ").removeprefix("the ")
        if country := self.office(outlet) or self.office(bare):
            return "official", country
        if country := self._state_media.get(plain(outlet)) or self._state_media.get(plain(bare)):
            return "state_media", country
        if country := self._domain(url):
            return "official", country
        return "other", None

    def ministry(self, source: Source) -> Title | None:
        """The office of whoever heads the ministry whose own voice a source is: "Ministry of Foreign Affairs, X"."""
        name = MINISTRY.sub("Minister", source.outlet or "")
        titles = (t for hit in self.lexicon.titles.find(name) for t in hit.values if t.official and t.portfolio)
        return next((t for t in titles if t.level == "minister"), None) if self.of(source)[0] == "official" else None

    def office(self, outlet: str) -> Country | None:
        """The state whose office a name is."""
        if not outlet:
            return None
        if country := self._names.get(plain(outlet)):
            return country
        if (secretariat := SECRETARIAT.match(outlet)) and self._many.search(outlet, secretariat.end()):
            return None
        found = [n for hit in self.lexicon.names.find(outlet) for n in hit.values]
        if any(n.kind == "outlet" for n in found):
            return None
        body = next((n for n in found if n.kind == "body" and n.official and n.country), None)
        if body is not None and not self._institutions.search(outlet.replace(body.name, "")):
            return body.country
        seat = next((n for n in found if n.kind == "metonym" and plain(n.name) == plain(outlet)), None)
        if seat is not None:
            return seat.country
        if (
            self._houses.match(outlet)
            and (capital := next((n for n in found if n.kind == "capital"), None)) is not None
        ):
            return capital.country
        return _state(found) if self._institutions.search(outlet) else self._holder(outlet)

    def _holder(self, outlet: str) -> Country | None:
        """The state whose office a name is by its holder: "Prime Minister of Malta", "Foreign Minister, Chile"."""
        name = ASIDE.sub("", outlet)
        opens = OPENS.match(name)
        low = opens.end() if opens else 0
        for hit in self.lexicon.titles.find(name):
            # whose own site or bulletin bears the name of the office
            title = next((t for t in hit.values if t.official and t.level in GOVERNING), None)
            if title is None or hit.start != low:
                continue
            if hit.end == len(name):
                return Country(next(iter(title.only))) if len(title.only) == 1 else None
            between = OF_MINISTER if title.level in BELOW else OF_STATE
            if (state := self._closes(name)) and _joins(name[hit.end : state[0]], between):
                return state[1]
        return None

    def _closes(self, name: str) -> tuple[int, Country] | None:
        """The state that a name ends with, and where."""
        hits = (h for h in self.lexicon.names.find(name) if h.end == len(name))
        return next(((h.start, n.country) for h in hits for n in h.values if n.kind == "country" and n.country), None)

    def seat(self, source: Source) -> Country | None:
        """The state that a paper or station is of: by the table of outlets, else by the state or town in its name."""
        if not source.outlet or plain(source.outlet) in self._agencies:
            return None
        found = [n for hit in self.lexicon.names.find(source.outlet) for n in hit.values if n.country]
        known = next((n.country for n in found if n.kind == "outlet"), None)
        return known or next((n.country for n in found if n.kind in SEATS), None)

    def names_only(self, line: str) -> bool:
        """Whether a line is the name of an office and no more: a known body's, or one that opens with the word for it
        and closes with its state's."""
        hits = list(self.lexicon.names.find(line))
        whole = [h for h in hits if h.start == 0 and h.end == len(line)]
        if any(n.kind == "body" and n.official for h in whole for n in h.values):
            return True
        closes = any(h.end == len(line) and any(n.kind == "country" for n in h.values) for h in hits)
        return closes and self._institutions.match(line) is not None

    def _domain(self, url: str) -> Country | None:
        host = (urlsplit(url).hostname or "").lower()
        parts = host.split(".")
        for n in range(len(parts)):
            if found := self._official["domains"].get(".".join(parts[n:])):
                return Country(str(found))
        return None


def _joins(between: str, pattern: re.Pattern[str]) -> bool:
    """Whether what stands between an office and a state's name only joins them."""
    return bool(OF_STATE.fullmatch(between) or pattern.fullmatch(between))


def _state(names: Iterable[Name]) -> Country | None:
    return next((n.country for n in names if n.kind in ("country", "demonym", "metonym", "body") and n.country), None)


def _state_media(codebook: Codebook) -> dict[str, Country]:
    found: dict[str, Country] = {}
    for row in codebook.table("actors/outlets"):
        if row["state_media"] == "true" and row["country"]:
            for name in (row["name"], *row["aliases"].split("|"), *row["agency_credits"].split("|")):
                found[plain(name)] = Country(row["country"])
    found.pop("", None)
    return found


def _agencies(codebook: Codebook) -> frozenset[str]:
    """Those who write of all the world, whose seat tells nothing."""
    rows = (row for row in codebook.table("actors/outlets") if row["kind"] == "agency")
    return frozenset(plain(name) for row in rows for name in (row["name"], *row["aliases"].split("|")) if name)


def _any_of(words: Iterable[Any]) -> re.Pattern[str]:
    inside = "|".join(re.escape(str(w)) for w in sorted(map(str, words), key=lambda w: (-len(w), w)))
    return re.compile(rf"(?<!\w)(?:{inside})(?!\w)", re.IGNORECASE)
