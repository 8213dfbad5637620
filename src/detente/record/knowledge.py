"""What the record needs of the codebook, compiled: offices and their channels, voices of states, words.

In: a `Codebook`. Out: one `Knowledge` that the stages share; building it takes the lexicon's time, using it none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from detente.codebook import Codebook, Entry
from detente.model import Country, Source
from detente.reading.actors.lexicon import Lexicon, Title, abbreviations
from detente.reading.actors.voices import Voice, Voices
from detente.record import people
from detente.record.deedwords import DeedWords
from detente.record.phrases import Phrases, any_of

SPOKEN_FOR = "spokesperson"
# the state in "Secretary of Russia's Security Council"
OWNER = re.compile(r"(?<=\bof )(?:[A-Z][\w.-]+ )*[A-Z][\w.-]*['’]s? (?=[A-Z])")

# lines that an engagement uses alone: who comes along with a president meets nobody in his own right
ALONE = ("leaders", "other")
# the lines that are told by who uses them, and by no name of talks
BY_OFFICE = ("leaders", "embassies", "other")
# the line of offices that have many charges: the body they sit on tells which
UNDECIDED = ("finance",)
# right before a state's name: it is where something takes place
GROUND = re.compile(r"\b(?:in|at|near)\s+$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ChannelRule:
    """A line of communication: who uses it, and how it is named."""

    channel: str
    rule: str
    portfolios: frozenset[str]
    names: tuple[re.Pattern[str], ...]
    only_with: tuple[re.Pattern[str], ...] = ()


@dataclass(frozen=True, slots=True)
class DeclarationRule:
    """Words that declare a channel's state; `channel` is the one that they name themselves, `lines` the only ones of
    which they can be said: a line is switched on, talks are not; `party` is whose act it is, told in the passive."""

    state: str
    rule: str
    words: re.Pattern[str]
    channel: str = ""
    lines: tuple[str, ...] = ()
    party: str = ""


class Knowledge:
    """The codebook as the record reads it."""

    def __init__(self, codebook: Codebook) -> None:
        self.lexicon = Lexicon(codebook)
        self.abbreviations = abbreviations(codebook)
        self.voices = Voices(codebook, self.lexicon)
        entries = codebook.entries("channels")
        self.channels = tuple(_channel(e.data, e.rule) for e in entries if "names" in e.data)
        self.declarations = tuple(_declaration(e) for e in entries if "state" in e.data)
        self.summons = frozenset(e.rule for e in codebook.entries("engagements") if e.data.get("summons"))
        self.phrases = Phrases(codebook.lexicon("channels/words"))
        self.months = _months(codebook.lexicon("times/words"))
        self._of_wordings(codebook.lexicon("record/words"), codebook.lexicon("record/signs")["endings"])
        self._of_deeds(codebook.lexicon("record/deeds"))
        self._title = lru_cache(maxsize=65536)(self._titles_of)
        self._place = lru_cache(maxsize=65536)(self._portfolio_of)

    def _of_wordings(self, words: Mapping[str, Any], endings: Iterable[str]) -> None:
        """Takes in the words by which two texts are compared."""
        self.bodies, self.body_words, self.named_talks = (
            frozenset(map(str, words[k])) for k in ("bodies", "body_words", "named_talks")
        )
        seats = r"|".join(map(re.escape, sorted(self.bodies)))
        self.seats = re.compile(rf"\b(?:{seats})\b", re.IGNORECASE)
        self.common = frozenset(map(str, words["common"]))
        self.promising = frozenset(map(str, words["promising"]))
        self.word_of_promise = re.compile(rf"{any_of(words['promising']).pattern}s?\s+(?:to|that)\s+", re.IGNORECASE)
        self.telling = any_of(words["telling"])
        self.agenda = any_of(words["agenda"])
        self.dwelling, self.in_passing = any_of(words["dwelling"]), any_of(words["in_passing"])
        self.against = frozenset(map(str, words["against"]))
        groups = words["alike"]
        self.alike = {str(word): str(group[0]) for group in groups for word in group}
        self.endings = tuple(sorted(endings, key=lambda e: (-len(e), e)))

    def _of_deeds(self, deeds: Mapping[str, Any]) -> None:
        """Takes in the words by which a deed keeps a promise."""
        self.done = {str(form): str(verb) for verb, forms in deeds["verbs"].items() for form in forms}
        self.keeping = frozenset(map(str, deeds["verbs"]))
        self.deeds, self.unsure, self.less = (any_of(words) for words in (self.done, deeds["unsure"], deeds["less"]))
        self.onward, self.by_when, self.ordinals = (any_of(deeds[k]) for k in ("onward", "by_when", "ordinals"))
        acting, later = (any_of(deeds[k]).pattern for k in ("acting", "between"))
        self.between = re.compile(rf"(?:['’]s?)?\s*(?:{acting}\s+)*(?:(?:{later}|\d+|\w+ly)\s+)*", re.IGNORECASE)
        self.spare = frozenset(map(str, deeds["spare"]))
        self.unnamed = frozenset(map(str, deeds["unnamed"]))
        self.doing = DeedWords(deeds)

    def called(self, name: str | None, country: Country | None) -> str | None:
        """The name by which the tables know an official of a state whom a text calls otherwise ("Joseph" for "Joe")."""
        known = self.lexicon.by_person.get(self.lexicon.spelled(name), ()) if name and country else ()
        other = next((h.person for h in known if h.country == country), name)
        return name if not name or not other or people.same(people.key(name), people.key(other)) else other

    def portfolio(self, name: str | None, post: str | None, country: str | None, day: str) -> str:
        """The portfolio of an office ("foreign", "defence"), by the post's words, else by who held what then; or ""."""
        return self._place(name, post, country, day[:7])

    def _portfolio_of(self, name: str | None, post: str | None, country: str | None, month: str) -> str:
        found = self._title(post or "")
        if not found and name and country:
            holder = self.lexicon.person(name, month, Country(country))
            found = self._title(holder.post) if holder else ""
        return found

    def _titles_of(self, post: str) -> str:
        told = OWNER.sub("the ", post)
        titles: list[Title] = [t for hit in self.lexicon.titles.find(told) for t in hit.values]
        held = [t for t in titles if t.portfolio]
        # a deputy head of government who has a ministry is met as its minister
        ministries = [t for t in held if held[0].level == "minister" and not t.portfolio.startswith("head_of")]
        return next((t.portfolio for t in ministries or held), "")

    def channel(self, sides: Mapping[Country, frozenset[str]], told: str = "") -> str | None:
        """The channel whose offices stand on every side that names any; where none does, that of a line that the words
        name, or None.

        `told` are the words that tell of the engagement: some lines count only where they are named.
        """
        known = [held for held in sides.values() if held]
        if not known:  # "the joint commission on defence cooperation met": the line that is named
            named = (r.channel for r in self.channels if any(p.search(told) for p in r.names) and not r.only_with)
            return next((c for c in named if c not in BY_OFFICE), None)
        for rule in self.channels:
            if rule.only_with and not any(p.search(told) for p in rule.only_with):
                continue
            if all(held & rule.portfolios for held in known):
                return self._seated(told) or rule.channel if rule.channel in UNDECIDED else rule.channel
        return self._seated(told) or ALONE[-1]

    def _seated(self, told: str) -> str | None:
        """The line of the standing body that the words say met, where its chairs' offices tell of none: "the joint
        commission on trade" of a minister of development and one of agriculture."""
        lines = (r for r in self.channels if not r.only_with and r.channel not in BY_OFFICE)
        named = ((r.channel, m) for r in lines for p in r.names for m in p.finditer(told))
        return next((c for c, m in named if self.seats.search(m.group())), None)

    def lines(self, channel: str | None, sides: Mapping[Country, Sequence[str]]) -> tuple[str, ...]:
        """The channel of an engagement and what others it uses: foreign and defence ministers who sit down with theirs
        use both lines. `sides` are the portfolios of each side's people, one a person."""
        held = [frozenset(p for p in portfolios if p) for portfolios in sides.values()]
        if len(held) > 1 and any(r.channel == channel and r.only_with for r in self.channels):
            theirs = (r.channel for r in self.channels if all(r.channel in h for h in held))
            return tuple(dict.fromkeys((str(channel), *theirs)))  # defence ministers over the hotline
        if channel in (None, *ALONE) or len(held) < 2 or not all(len(h) > 1 for h in held):
            return (channel or ALONE[-1],)
        every = (r.channel for r in self.channels if not r.only_with and all(h & r.portfolios for h in held))
        return tuple(dict.fromkeys((str(channel), *(c for c in every if c not in ALONE))))

    def voice(self, source: Source) -> tuple[Voice, Country | None]:
        """Whose own voice a source is: an office of state, a state's medium, or nobody's."""
        return self.voices.of(source)

    def verb_before(self, name: str) -> int:
        """The length of a declaring verb that opens what was taken for a channel's name ("resumed talks on")."""
        found = (r.words.match(name) for r in self.declarations if not r.channel)
        return max((m.end() for m in found if m is not None), default=0)

    def states_in(self, text: str) -> tuple[Country, ...]:
        """The states that a text names, by name, people, capital or government, in order."""
        return tuple(dict.fromkeys(country for _, country in self.named_in(text)))

    def named_in(self, text: str) -> list[tuple[int, Country]]:
        """Where a text names states, and which; those that are only told of as the ground come last."""
        kinds = ("country", "demonym", "capital", "metonym")
        found = [(hit.start, n.country) for hit in self.lexicon.names.find(text) for n in hit.values[:1]
                 if n.country and n.kind in kinds]  # fmt: skip
        ground = [f for f in found if GROUND.search(text[: f[0]])]
        return [*(f for f in found if f not in ground), *ground]


def _months(words: Mapping[str, Any]) -> re.Pattern[str]:
    """A month's name; in small letters "may" and "march" are none."""
    return re.compile(rf"\b(?:{'|'.join(str(name).capitalize() for name in words['months'])})\b")


def _channel(data: Mapping[str, Any], rule: str) -> ChannelRule:
    names = tuple(re.compile(str(n), re.IGNORECASE) for n in data["names"])
    needed = tuple(re.compile(str(n), re.IGNORECASE) for n in data.get("only_with") or ())
    return ChannelRule(str(data["channel"]), rule, frozenset(map(str, data.get("portfolios") or ())), names, needed)


def _declaration(entry: Entry) -> DeclarationRule:
    told = entry.data
    channel, party = str(told.get("channel", "")), str(told.get("by", ""))
    return DeclarationRule(str(told["state"]), entry.rule, _declaring(entry), channel, entry.words("lines"), party)


def _declaring(entry: Entry) -> re.Pattern[str]:
    """An entry's words, and its patterns."""
    whole = [any_of(entry.words("words")).pattern, *(rf"\b{p}" for p in entry.words("patterns"))]
    return re.compile("|".join(whole), re.IGNORECASE)
