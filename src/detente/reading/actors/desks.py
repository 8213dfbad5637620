"""Posts within a ministry that see to a part of the world: "the director of the American Department", "head of the
ministry's Peru desk", "the ministry's Peru director".

In: a grid and where a title's core ends. Out: where the desk ends that the title is of, and the state that owns it, if
one is named so: "the American Department" is not America's, "Peru's American Department" is Peru's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.reading.actors.grid import Grid, body_of, country_of

if TYPE_CHECKING:
    from detente.model import Country
    from detente.reading.actors.lexicon import Title

OPENING = frozenset({"of", "for", "at", "in"})
JOINTS = frozenset({"the", "of", "for", "and", "&", "-"})
LONGEST = 12  # tokens from the preposition to the end of "of the Department of North and South American Affairs"
POSSESSIVE = ("'s", "’s", "'", "’")


class Desks:
    """Reads the desks of one passage."""

    def __init__(self, grid: Grid) -> None:
        self.grid, self.doc = grid, grid.doc
        words = grid.lexicon.words
        self.titles, self.nouns, self.regions = words["desk_titles"], words["desk_nouns"], words["desk_regions"]
        self.parts, self.ministries = words["world_parts"], words["ministries"]
        self.fields = words["field_words"] | words["institutions"] | words["body_heads"]

    def after(self, last: int, title: Title) -> tuple[int, Country | None] | None:
        """Where "of the ministry's Americas department" ends that follows a title, and whose it is by name."""
        doc = self.doc
        if title.name not in self.titles or doc[last : last + 1].text not in OPENING:
            return None
        stop = last + 1
        while stop < min(len(doc), last + LONGEST) and self._goes_on(stop):
            stop += 1
        ends = [i + 1 for i in range(last + 1, stop) if doc[i].lower_ in self.nouns]
        if not ends or not self._abroad(last + 1, ends[-1]) or self._of_a_matter(ends[-1]):
            return None
        return ends[-1], self._owner(last + 1, ends[-1])

    def before(self, names_first: int, core_first: int, title: Title) -> bool:
        """Whether a state's name stands before a title only to tell what he sees to: "the ministry's Peru director",
        "China desk chief"."""
        if title.name not in self.titles:
            return False
        owned = self.doc[core_first - 1].text in POSSESSIVE
        owner = names_first > 0 and self.doc[names_first - 1].text in POSSESSIVE
        kinds = {n.kind for n in self.grid.name_at[names_first][2]}
        return not owned and (self.doc[core_first].lower_ in self.nouns or (owner and "demonym" not in kinds))

    def _goes_on(self, at: int) -> bool:
        token = self.doc[at]
        small = token.lower_ in JOINTS or token.text in POSSESSIVE or token.tag_ == "PRP$"
        named = token.text[0].isupper() and not (token.ent_type_ == "PERSON" and at not in self.grid.name_at)
        return small or named or token.lower_ in self.fields | self.nouns | self.regions

    def _abroad(self, first: int, stop: int) -> bool:
        """Whether a desk is for a part of the world: a region's word or the name of a state stands before its noun."""
        parts = (i for i in range(first, stop) if i not in self.grid.name_at)
        names = (i for i in range(first, stop) if i in self.grid.name_at)
        return any(self.doc[i].lower_ in self.parts for i in parts) or any(self._field(i) for i in names)

    def _of_a_matter(self, stop: int) -> bool:
        """ "the Kenyan bureau of statistics": a body of the state's own, and no desk for it."""
        goes_on = self.doc[stop : stop + 1].text in ("of", "for")
        return goes_on and not any(t.lemma_.lower() in self.ministries for t in self.doc[stop + 1 : stop + 4])

    def _field(self, at: int) -> bool:
        """Whether the name at a token tells what the desk is for: right before its noun, and owning nothing."""
        end = self.grid.name_at[at][1]
        while end < len(self.doc) and (self.doc[end].lower_ in self.regions or self.doc[end].lower_ in ("and", "&")):
            end += 1
        return end < len(self.doc) and self.doc[end].lower_ in self.nouns

    def _owner(self, first: int, stop: int) -> Country | None:
        hits = {self.grid.name_at[i] for i in range(first, stop) if i in self.grid.name_at}
        owners = (h for h in sorted(hits, key=lambda h: h[0]) if body_of(h[2]) is not None or not self._field(h[0]))
        return next((c for h in owners if (c := country_of(h[2])) is not None), None)
