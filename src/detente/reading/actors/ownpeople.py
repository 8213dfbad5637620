"""Whom a state's own page tells of by name alone: "X was in Algiers on Monday. … The French minister said …".

In: the mentions of a text whose state is known, and its entities. Out: the title on the person that the text opens
with, where "the minister" of that state, named nowhere else, can be nobody else.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from detente.model import Country
from detente.reading.actors.cast import Entity
from detente.reading.actors.grid import Mention
from detente.reading.actors.lexicon import GOVERNING
from detente.reading.scene import Scene


def take_office(scene: Scene, mentions: Sequence[Mention], entities: Mapping[int, Entity], own: Country | None) -> None:
    """Gives the subject of a page's first sentence the office that the page goes on to call him by."""
    opens = _opens_with(scene, mentions)
    bearer = entities.get(opens) if opens is not None else None
    if own is None or bearer is None or bearer.title is not None or bearer.country is not None:
        return
    if len((bearer.name or "").split()) < 2 or bearer.post:
        return
    offices = [m for m in mentions if _an_office(scene, m) and m.country in (None, own)]
    named = [e for e in entities.values() if e.kind == "person" and e.title is not None and e.country in (None, own)]
    sure = any(m.country == own for m in offices) and not any(e.country == own for e in named)
    if not offices or not (sure or not named):
        return
    told = max(offices, key=lambda m: (m.country == own, len(m.title_text)))
    assert told.title is not None
    bearer.title, bearer.post, bearer.country = told.title, told.title_text, own
    bearer.level, bearer.portfolio, bearer.official = told.title.level, told.title.portfolio, True


def _opens_with(scene: Scene, mentions: Sequence[Mention]) -> int | None:
    """The person who is the subject of the first sentence with a verb."""
    for sentence in scene.sentences:
        subject = next((c for c in sentence.tokens.root.children if c.dep_ in ("nsubj", "nsubjpass")), None)
        if subject is None:
            continue
        told = (n for n, m in enumerate(mentions) if m.sentence == sentence.index and m.head == subject.i)
        return next((n for n in told if mentions[n].kind == "person" and mentions[n].title is None), None)
    return None


def _an_office(scene: Scene, mention: Mention) -> bool:
    """ "the minister", "the French minister": an office of rank with an article, of one person."""
    title = mention.title
    if (
        mention.kind != "office"
        or mention.plural
        or title is None
        or title.level not in GOVERNING
        or not title.official
    ):
        return False
    doc = scene.passages[mention.passage].doc
    return doc[max(0, mention.first - 1)].lower_ == "the" or doc[mention.first].lower_ == "the"
