"""Words that are part of a name here and something else elsewhere: "Gen. Ana Still", "spokesman Aung Than Oo".

In: a grid and the place of a word in a run of capitals. Out: whether the run goes on with it.
"""

from __future__ import annotations

from detente.reading.actors.grid import Grid
from detente.reading.actors.lexicon import plain

ODD = (
    "RB",
    "JJ",
    "JJR",
    "RBR",
    "IN",
    "VB",
    "VBG",
    "VBN",
    "VBD",
    "VBP",
    "NN",
    "UH",
    "PRP",
    "PRP$",
    "CC",
    "DT",
    "MD",
    "CD",
)
GIVEN = frozenset({"city", "capital", "region"})  # whose names people bear as well


class OddNames:
    """Judges the odd words of the names of one passage; `taken` are the words of its titles."""

    def __init__(self, grid: Grid) -> None:
        self.grid, self.doc, self.lexicon, self.name_at = grid, grid.doc, grid.lexicon, grid.name_at

    def names(self, i: int) -> bool:
        """Whether the token may be part of a person's name: a name's word that is no state, body or place."""
        return i < len(self.doc) and i not in self.name_at and self.grid.namey(self.doc[i])

    def surname_of_a_state(self, start: int, stop: int) -> bool:
        """ "General Ramón Cuba", "Maria Jordan": a state's one word right after a given name, and no name after it."""
        alone = stop == start + 1 and self.name_at[stop][1] == stop + 1 and not self.names(stop + 1)
        if alone and self.town_for_name(start):
            return True
        given = plain(self.doc[start].text) in self.lexicon.sex_of_name or self._said_what_he_is(stop + 1)
        return alone and given and start not in self.name_at

    def _said_what_he_is(self, at: int) -> bool:
        """ "Mwansa Kabwe, a lecturer in X, told …": a capital and a town's name with a calling after them."""
        if self.doc[at : at + 1].text != "," or self.doc[at + 1 : at + 2].text.lower() not in ("a", "an", "the"):
            return False
        stop = next((i for i in range(at + 1, min(at + 9, len(self.doc))) if self.doc[i].text in ",."), at + 8)
        return any(i in self.grid.title_at for i in range(at + 1, min(stop, len(self.doc))))

    def odd_surname(self, start: int, stop: int, taken: set[int]) -> bool:
        """ "Gen. Ana Still said", "Petra Early, who": a capital in running text right after a given name is a surname,
        whatever word it is elsewhere."""
        token = self.doc[stop]
        following = self.doc[stop + 1] if stop + 1 < len(self.doc) else None
        given = start - 1 in taken or plain(self.doc[start].text) in self.lexicon.sex_of_name
        ends = following is None or following.is_punct or following.text[0].islower() or following.tag_ == "POS"
        word = token.tag_ in ODD or (token.tag_ == "NNP" and token.text in self.lexicon.words["not_names"])
        odd = word and token.text.istitle() and token.is_alpha and len(token) > 1
        return odd and ends and given and stop == start + 1 and self._running_text(start)

    def odd_middle(self, start: int, stop: int, taken: set[int]) -> bool:
        """ "spokesman Aung Than Oo": a capital between the first and the last word of a name that a title opens."""
        token = self.doc[stop]
        odd = token.tag_ in ODD and token.text.istitle() and token.is_alpha and stop == start + 1
        return odd and start - 1 in taken and self.names(stop + 1) and stop + 1 not in taken

    def town_for_name(self, i: int) -> bool:
        """ "spokesman He Yadong": a town's one word, and no name after it, behind a surname like a pronoun."""
        hit = self.name_at.get(i + 1)
        town = hit is not None and hit[1] == i + 2 and {n.kind for n in hit[2]} <= GIVEN
        return town and self.doc[i].text in self.lexicon.words["surname_like"] and not self.names(i + 2)

    def _running_text(self, start: int) -> bool:
        """Whether capitals mark names in the sentence: not in a headline that gives one to every word."""
        words = [
            t for t in self.doc[start].sent if t.is_alpha and t.tag_ in ("VBD", "VBZ", "VBP", "VBN", "NN", "NNS", "JJ")
        ]
        return sum(t.text[0].islower() for t in words) > len(words) // 2

    def month_surname(self, i: int) -> bool:
        """ "September" right after a given name, with no number after it, is a surname."""
        token, given = self.doc[i], plain(self.doc[i - 1].text)
        number = i + 1 < len(self.doc) and self.doc[i + 1].like_num
        return token.tag_ == "NNP" and token.text.istitle() and given in self.lexicon.sex_of_name and not number
