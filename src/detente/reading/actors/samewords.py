"""Which of two holders of one office is called by the word that the text uses: "Prime Minister X hosted the Premier of
Y, Z. The Premier …" speaks of Z.

In: the mentions of people who may hold an office, and a mention of the office. Out: those whom the text gives the
office in that word, where it gives it to the others in another; else all of them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from detente.reading.actors.grid import Mention
from detente.reading.actors.lexicon import plain

if TYPE_CHECKING:
    from detente.reading.actors.cast import Entity


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
