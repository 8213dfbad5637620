"""How likely it is that an engagement is told as it was read: a logistic model over a few marks of its mentions.

In: a bundle of sightings, and how many engagements its text has. Out: a probability before calibration. The weights
are `codebook/engagements/likelihood.yaml`, fitted by `tools/likelihood.py` to labelled texts.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import exp
from typing import TYPE_CHECKING

from detente.codebook import Codebook
from detente.model import Country
from detente.reading import syntax
from detente.reading.engagements.bundle import COMING, Bundle
from detente.reading.engagements.sighting import HAPPENED, Sighting

if TYPE_CHECKING:
    from detente.reading.words import Token

REST = "rest"
DISTANCES = (("beside", 0), ("near", 400), ("paragraphs", 2000))  # characters
LENGTHS = (("brief", 4), ("report", 20), ("page", 60))  # sentences
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
NO_BODIES = frozenset({"person", "office", "state"})
QUOTES = frozenset('"“”„«»')


class Likelihood:
    """The weights of a codebook: of each mark's values, and of each mark's `rest`, what stands for all others."""

    def __init__(self, codebook: Codebook) -> None:
        table = codebook.lexicon("engagements/likelihood")
        self.base: float = table["base"]
        self.bars: Mapping[str, float] = table["bars"]
        self.weights: Mapping[str, Mapping[str, float]] = table["weights"]
        self.speaking = frozenset(codebook.lexicon("actors/words")["first"])

    def likely(self, bundles: Sequence[Bundle], sentences: int) -> list[Bundle]:
        """Those above their bar in a text of so many sentences: it is lower where one sentence names two sides."""
        many = len(bundles)
        return [b for b in bundles if self.of(b, many, sentences) >= self.bars[_named_beside(lead_of(b))]]

    def of(self, bundle: Bundle, many: int, sentences: int) -> float:
        """The probability, 0 to 1, to three digits, in a text of so many engagements and sentences."""
        score = self.base + sum(self._weight(*mark) for mark in self.marks(bundle, many, sentences).items())
        return round(1 / (1 + exp(-score)), 3)

    def marks(self, bundle: Bundle, many: int, sentences: int) -> dict[str, str]:
        """What is looked at, name and value."""
        lead = lead_of(bundle)
        text = {
            "engagements": _up_to(4, many // 3),
            "length": next((name for name, bound in LENGTHS if sentences <= bound), "long"),
        }
        return _of_sides(bundle, lead) | _of_telling(bundle, lead) | self._of_words(lead) | text

    def _of_words(self, lead: Sighting) -> dict[str, str]:
        """The marks of the sentence."""
        words = lead.sentence.tokens
        return {
            "hangs": lead.token.dep_,
            "subject": self._subject(lead.token),
            "asked": _yes(words.text.rstrip().endswith("?")),
            "quoted": _yes(not QUOTES.isdisjoint(words.text)),
            "speaking": _yes(any(w.lower_ in self.speaking for w in words)),
        }

    def _subject(self, token: Token) -> str:
        """What kind of word is the subject of the clause."""
        verb = syntax.clause_of(token)
        subject = next((c for c in verb.children if c.dep_ in SUBJECTS), None)
        if subject is None:
            return "none"
        return "speaker" if subject.lower_ in self.speaking else subject.pos_.lower()

    def _weight(self, name: str, value: str) -> float:
        known = self.weights.get(name, {})
        return known.get(value, known.get(REST, 0.0))


def _of_sides(bundle: Bundle, lead: Sighting) -> dict[str, str]:
    kinds = [p.actor.kind for p in bundle.parties]
    return {
        "sides": _up_to(4, len(bundle.countries)),
        "sides_beside": _named_beside(lead),
        "people": _up_to(3, kinds.count("person")),
        "offices": _up_to(2, kinds.count("office")),
        "bodies": _yes(any(k not in NO_BODIES for k in kinds)),
        "farthest_side": _farthest(bundle, lead),
    }


def _named_beside(lead: Sighting) -> str:
    """How many sides the sentence itself names."""
    start, end = lead.sentence.start, lead.sentence.end
    return _up_to(2, len({p.country for p in lead.parties if p.country and start <= p.actor.span.start < end}))


def _farthest(bundle: Bundle, lead: Sighting) -> str:
    """How far from the mention the side is named that is named farthest from it."""
    nearest: dict[Country, int] = {}
    for party in bundle.parties:
        if party.country is None:
            continue
        away = max(lead.sentence.start - party.actor.span.start, party.actor.span.start - lead.sentence.end, 0)
        nearest[party.country] = min(away, nearest.get(party.country, away))
    most = max(nearest.values(), default=0)
    return next((name for name, bound in DISTANCES if most <= bound), "far")


def _of_telling(bundle: Bundle, lead: Sighting) -> dict[str, str]:
    return {
        "form": bundle.form,
        "rule": lead.rule.split("/")[1].split(" +")[0],
        "stage": _stage(bundle),
        "told": _up_to(3, len(bundle.sightings)),
        "dated": "beside" if lead.when.edtf else "elsewhere" if bundle.when.edtf else "no",
        "placed": _yes(bool(bundle.places)),
        "topics": _yes(any(s.topics for s in bundle.sightings)),
        "in_passing": _yes(lead.passing),
        "background": _yes(bundle.background),
    }


def _stage(bundle: Bundle) -> str:
    status = bundle.status.status
    return "done" if status in HAPPENED else "to_come" if status in COMING else "off"


def _up_to(most: int, count: int) -> str:
    return f"{most}+" if count >= most else str(count)


def _yes(holds: bool) -> str:
    return "yes" if holds else "no"


def lead_of(bundle: Bundle) -> Sighting:
    """The mention that stands for an engagement: the first of its form that says how it stands."""
    return next((s for s in bundle.sightings if s.form == bundle.form and not s.standing.weak), bundle.sightings[0])
