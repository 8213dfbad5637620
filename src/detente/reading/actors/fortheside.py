"""Whose "the ministry" and "the minister" are where a sentence opens with a side: "For X, the ministry said …".

In: a sentence and the mentions of its document. Out: the state for which the sentence says that its subject speaks, and
the mentions with the offices of such subjects given that state.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from detente.model import Country
from detente.reading.actors.grid import SEATS, Mention
from detente.reading.scene import Scene, Sentence

if TYPE_CHECKING:
    from detente.reading.words import Token

SMALL = frozenset({"the", "a", "an", "its", "his", "her", "their"})


def spoken_for(
    sentence: Sentence, mentions: Sequence[Mention], openings: Collection[str]
) -> tuple[Country, int] | None:
    """The side for which a sentence opens, and the token after the comma that closes the opening."""
    tokens = list(sentence.tokens)
    words = [t.lower_ for t in tokens[:4]]
    opening = max((o for o in map(str.split, openings) if words[: len(o)] == o), key=len, default=None)
    if opening is None:
        return None
    start = tokens[0].i + len(opening)
    start += sentence.passage.doc[start].lower_ == "the"
    for mention in mentions:
        here = mention.passage == sentence.passage.index and mention.first == start and mention.kind in SEATS
        closes = mention.last < tokens[-1].i and sentence.passage.doc[mention.last].text == ","
        if here and closes and mention.country is not None:
            return mention.country, mention.last + 1
    return None


def of_the_side(
    noun: Token, sentence: Sentence, mentions: Sequence[Mention], openings: Collection[str]
) -> Country | None:
    """The state of a noun that is the bare subject right after such an opening: "For X, the ministry said"."""
    found = spoken_for(sentence, mentions, openings)
    if found is None or noun.left_edge.i != found[1]:
        return None
    owned = any(c.dep_ == "poss" and c.lower_ not in SMALL for c in noun.children)
    return None if owned else found[0]


def sided(scene: Scene, mentions: Sequence[Mention], openings: Collection[str]) -> list[Mention]:
    """The mentions, with the states of offices that are such subjects; `openings` say for whom one speaks."""
    return [_of_side(scene, m, mentions, openings) if m.kind == "office" and m.country is None else m for m in mentions]


def _of_side(scene: Scene, mention: Mention, mentions: Sequence[Mention], openings: Collection[str]) -> Mention:
    if mention.plural or mention.body is not None or mention.title is None or mention.title.portfolio == "counterpart":
        return mention
    noun = scene.passages[mention.passage].doc[mention.head]
    country = of_the_side(noun, scene.sentences[mention.sentence], mentions, openings)
    return replace(mention, country=country) if country is not None else mention
