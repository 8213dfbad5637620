"""Which of two holders of one office is called by the word that the text uses: "Prime Minister X hosted the Premier of
Y, Z. The Premier …" speaks of Z.

In: the mentions of people who may hold an office, and a mention of the office. Out: those whom the text gives the
office in that word, where it gives it to the others in another; else all of them. And whether a longer title ends in a
bare word: "the Secretary" is the Commerce Secretary of the text, "the Deputy Minister" its Deputy Minister of Health.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from detente.reading.actors.grid import Mention
from detente.reading.actors.lexicon import Title, plain

if TYPE_CHECKING:
    from detente.reading.actors.cast import Entity


# what follows the word for the office itself: "of State", "for Trade", "to Canada"
BEHIND = re.compile(r" (?:of|for|to|at|in|on) ")


def of_that_word(
    fits: Sequence[int], mention: Mention, mentions: Sequence[Mention], entities: Mapping[int, Entity]
) -> list[int]:
    """The mentions among `fits` of whoever has the office in the mention's own word."""
    if len({id(entities[k]) for k in fits}) < 2 or mention.country is not None:
        return list(fits)
    word = plain(mention.title_text).removeprefix("the ")
    called = {k: _called(entities[k], mentions, entities) for k in fits}
    own = [k for k in fits if any(name == word or name.startswith(f"{word} of ") for name in called[k])]
    return own if own and all(called[k] for k in fits) else list(fits)


def _called(person: Entity, mentions: Sequence[Mention], entities: Mapping[int, Entity]) -> set[str]:
    """The words in which a text gives somebody his office."""
    told = (m.title_text for n, m in enumerate(mentions) if m.title is not None and entities.get(n) is person)
    return {plain(t).removeprefix("the ") for t in told if t}


def ends_in(person: Entity, words: str) -> bool:
    """Whether the office that a text gives somebody is called by bare words for short: by its last word, or by what
    makes it a deputy's and its last word. "The Secretary" is no Deputy Secretary."""
    short, whole = plain(words).removeprefix("the ").split(), _office_itself(person).split()
    if not short or not whole or short[-1] != whole[-1]:
        return False
    if len(short) == 1:
        return person.level != "deputy" or (person.title is not None and bool(person.title.only))  # a Foreign Secretary
    return short[0] == whole[0] and len(short) <= len(whole)


def short_for(title: Title, words: str) -> bool:
    """Whether a bare word stands for a longer title: "the Secretary" for the Secretary of State."""
    word, name = plain(words).removeprefix("the "), plain(title.name).split()
    return len(name) > 1 and word in (name[0], name[-1])


def _office_itself(person: Entity) -> str:
    """ "commerce secretary" of "Commerce Secretary", "secretary" of "Secretary of Commerce"."""
    return BEHIND.split(plain(person.post or ""))[0].removeprefix("the ").removeprefix("acting ")
