"""Who enters on the post that he is named with: "Minister X was sworn in on 3 May", "President Y took office in June".

In: a verb with the person it is about. Out: whether it tells that a post is entered on, and the post in the text's
words.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from detente.reading import syntax
from detente.reading.actors.cast import Cast, Entity
from detente.reading.posts.fresh import NO_POSTS

if TYPE_CHECKING:
    from detente.reading.words import Token


class IntoOffice:
    """Reads verbs by which a post is entered on."""

    def __init__(self, words: Mapping[str, Sequence[str]]) -> None:
        self.sworn, self.taking = frozenset(words["sworn_in"]), frozenset(words["taking_office"])
        self.offices = frozenset(words["office_taken"])
        self.verbs = {v.partition("_")[0] for v in self.sworn | self.taking}

    def told(self, verb: Token) -> bool:
        """Whether a verb tells that somebody enters on a post, and names none."""
        sworn = syntax.with_particle(verb) in self.sworn and (syntax.is_passive(verb) or verb.tag_ == "VBN")
        return (sworn or self.taken(verb)) and not any(c.lower_ in ("as", "to") for c in verb.children)

    def taken(self, verb: Token) -> bool:
        """ "took office", "assumed office"."""
        things = (c for c in verb.children if c.dep_ == "dobj")
        bare = (t for t in things if not any(c.dep_ in ("amod", "compound", "prep", "poss") for c in t.children))
        return verb.lemma_ in self.taking and any(t.lemma_.lower() in self.offices for t in bare)

    def post(self, person: Entity, cast: Cast) -> str | None:
        """The post that the text names somebody with."""
        told = (m for n, m in enumerate(cast.mentions) if cast.entities.get(n) is person and m.title is not None)
        title = next((m.title for m in told if m.kind in ("person", "office")), None)
        held = title is not None and title.official and title.level not in NO_POSTS
        return person.post if held else None
