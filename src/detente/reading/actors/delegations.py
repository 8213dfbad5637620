"""Who heads which side's delegation: "the Indian delegation, led by X", "Y, who led the Thai side".

In: a scene, its mentions and the entities known so far. Out: pairs of a person's mention and that of the state whose
people he heads. The words around decide, not the parse: "and the Pakistani one by W" has no verb.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from detente.reading.actors.cast import Entity
from detente.reading.actors.grid import Mention
from detente.reading.actors.lexicon import GOVERNING
from detente.reading.scene import Scene

if TYPE_CHECKING:
    from detente.reading.words import Doc

# tokens between a head and what links him to his delegation, and between that and the state; in what is said of him
NEAR, FAR, ASIDE = 4, 5, 20
LONG = 11  # tokens back from "led by" to the delegation, what it is made of between them


class Delegations:
    """Finds the heads of delegations in a document."""

    def __init__(self, scene: Scene, words: Mapping[str, frozenset[str]], mentions: Sequence[Mention]) -> None:
        self.scene, self.mentions = scene, mentions
        self.groups, self.leading = words["delegations"], words["leading"]
        self.again = words["delegation_again"]
        self.states: dict[tuple[int, int], int] = {}
        for n, m in enumerate(mentions):
            if m.kind in ("state", "demonym") or (m.kind == "body" and m.country):
                self.states |= {(m.passage, i): n for i in range(m.first, m.last)}

    def heads(self, entities: Mapping[int, Entity]) -> Iterator[tuple[int, int]]:
        """(person's mention, state's mention) in the order of the text."""
        last: tuple[int, int] | None = None
        for n, mention in enumerate(self.mentions):
            if mention.kind != "person" or n not in entities:
                continue
            doc = self.scene.passages[mention.passage].doc
            state = self._led_by(mention, doc, entities[n].level in GOVERNING)
            state = self._other_led_by(mention, doc, last) if state is None else state
            state = self._leads(mention, doc) if state is None else state
            state = self._leads_other(mention, doc, last, entities) if state is None else state
            state = self._leads_one(mention, doc, last) if state is None else state
            if state is not None:
                last = (n, state)
                yield n, state

    def _led_by(self, mention: Mention, doc: Doc, governs: bool) -> int | None:
        """ "the X delegation, headed by …", "the X side under …", "X traders led by Minister …"."""
        start = doc[mention.first].sent.start
        for link in range(mention.first - 1, max(start, mention.first - NEAR) - 1, -1):
            if doc[link].lower_ in ("by", "under"):
                return self._group_before(link, mention.passage, doc, start, governs)
            if doc[link].pos_ in ("VERB", "AUX"):
                return None
        return None

    def _other_led_by(self, mention: Mention, doc: Doc, last: tuple[int, int] | None) -> int | None:
        """ "the X side was headed by V, the Y by W": the state before "by", where the noun is left out."""
        before = self.mentions[last[0]] if last is not None else None
        if before is None or before.passage != mention.passage or before.sentence != mention.sentence:
            return None
        between = doc[before.last : mention.first]
        by = next((t.i for t in between if t.lower_ in ("by", "under")), None)
        if by is None or any(t.pos_ in ("VERB", "AUX") for t in between):
            return None
        spots = ((mention.passage, i) for i in (by - 1, by - 2))
        return next((self.states[spot] for spot in spots if spot in self.states), None)

    def _group_before(self, link: int, passage: int, doc: Doc, start: int, governs: bool) -> int | None:
        for at in range(link - 1, max(start, link - LONG) - 1, -1):
            people = governs and doc[at].tag_ == "NNS" and doc[at + 1 : link].lemma_.lstrip(", ") in self.leading
            if doc[at].lower_ in self.groups or people:
                return self._state_of(at, passage, doc, start)
            if doc[at].pos_ == "VERB" and doc[at].lemma_ not in self.leading:
                return None
        return None

    def _leads(self, mention: Mention, doc: Doc) -> int | None:
        """ "X, who led the Y delegation", "X, the head of the Y team"."""
        start = self._past_aside(mention, doc)
        end = min(doc[mention.last - 1].sent.end, start + 2 * FAR)
        lead = next((i for i in range(start, end) if doc[i].lemma_.lower() in self.leading), None)
        if lead is None or any(doc[i].pos_ == "VERB" for i in range(start, lead)):
            return None
        if doc[lead].pos_ == "VERB" and doc[lead].tag_ == "VBN":
            return None
        groups = [i for i in range(lead, min(end + FAR, doc[lead].sent.end)) if doc[i].lower_ in self.groups]
        return self._state_of(groups[0], mention.passage, doc, lead) if groups else None

    def _past_aside(self, mention: Mention, doc: Doc) -> int:
        """Where the sentence goes on after what is said of a person between commas, and his name else."""
        end = min(doc[mention.last - 1].sent.end, mention.last + ASIDE)
        if mention.last >= end or doc[mention.last].text != ",":
            return mention.last
        close = next((i for i in range(mention.last + 1, end - 1) if doc[i].text == ","), None)
        if close is None or any(t.pos_ in ("VERB", "AUX") for t in doc[mention.last : close]):
            return mention.last
        return (
            close if doc[close + 1].lemma_.lower() in self.leading or doc[close + 1].lower_ == "the" else mention.last
        )

    def _leads_other(
        self, mention: Mention, doc: Doc, last: tuple[int, int] | None, entities: Mapping[int, Entity]
    ) -> int | None:
        """ "X led the A delegation and Y(, an aide of B,) the other": the side named beside him, else before."""
        before = self.mentions[last[0]] if last is not None else None
        if last is None or before is None or before.passage != mention.passage or before.sentence != mention.sentence:
            return None
        at = self._past_aside(mention, doc)
        at += doc[at].text == ","
        if [t.lower_ for t in doc[at : at + 2]] != ["the", "other"]:
            return None
        first = entities[last[1]].country if last[1] in entities else None
        said = [self.states[mention.passage, i] for i in range(mention.last, at) if (mention.passage, i) in self.states]
        told = [n for (passage, i), n in self.states.items() if passage == mention.passage and i < before.first]
        return next((n for n in (*said, *reversed(told)) if n in entities and entities[n].country != first), None)

    def _leads_one(self, mention: Mention, doc: Doc, last: tuple[int, int] | None) -> int | None:
        """ "X led the A delegation and Y the B one": the state after a name, where the verb and noun are left out."""
        before = self.mentions[last[0]] if last is not None else None
        if before is None or before.passage != mention.passage or before.sentence != mention.sentence:
            return None
        after = [t.i for t in doc[mention.last : min(mention.last + NEAR, doc[mention.first].sent.end)]]
        small = [doc[i].lower_ for i in after]
        if len(after) < 3 or small[0] != "the" or small[2] not in self.again:
            return None
        return self.states.get((mention.passage, after[1]))

    def _state_of(self, group: int, passage: int, doc: Doc, start: int) -> int | None:
        """The state whose name or people's name stands right before a delegation, or after it with "from"."""
        for at in range(group - 1, max(start, group - NEAR) - 1, -1):
            if (passage, at) in self.states:
                return self.states[(passage, at)]
            if doc[at].pos_ in ("VERB", "AUX", "ADP"):
                break
        after = group + 1
        if after + 1 < len(doc) and doc[after].lower_ in ("from", "of"):
            named = self.states.get((passage, after + 1)) or self.states.get((passage, after + 2))
            return named if named is not None else self._members(after, passage, doc)
        return None

    def _members(self, of: int, passage: int, doc: Doc) -> int | None:
        """X in "of X officials", "of senior officials from X", before anything is told of them."""
        for at in range(of + 1, min(of + FAR + 3, doc[of].sent.end)):
            if (passage, at) in self.states:
                return self.states[passage, at]
            if doc[at].pos_ in ("VERB", "AUX") or doc[at].text in (",", ";"):
                return None
        return None
