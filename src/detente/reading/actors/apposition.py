"""What stands beside a name as an aside: a title ("X, the minister of Y", "X, who acts as spokesman"), a body ("X, a
fellow at the Y Institute", "X, who left the Z Army").

In: a grid and the place where a name ends. Out: the `TitleSpan`, and the body by table or by label. A phrase that is
the subject of what follows is no aside.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from detente.model import Country
from detente.reading.actors.grid import VERBS, Grid, TitleSpan, body_of, country_of
from detente.reading.actors.lexicon import Name

if TYPE_CHECKING:
    from detente.reading.words import Token, Tokens

FORCE = 3  # words of a force after its country: "air force", "armed forces"
EACH = 6  # words from a title in the plural to the second of the states that it names


class Apposition:
    """Reads the asides of one passage."""

    def __init__(self, grid: Grid) -> None:
        self.grid, self.doc, self.lexicon = grid, grid.doc, grid.lexicon
        self.name_at = grid.name_at

    def title(self, last: int, titles: Sequence[TitleSpan]) -> TitleSpan | None:
        """The title in "NAME, (a|the) … TITLE …" or "NAME (TITLE)"; at most eight words away."""
        if last >= len(self.doc) or self.doc[last].text not in (",", "(", "–", "—") or self._whereabouts(last + 1):
            return None
        if self._addressed(last):
            return None
        if last + 1 < len(self.doc) and self.doc[last + 1].dep_ == "cc":  # ", and his Polish counterpart": another one
            return None
        own = [t for t in titles if self.doc[t.last : t.last + 1].text not in ("'s", "’s", "'", "’")]
        for title in own:  # "X, the minister's brother" is no minister
            between = self.doc[last + 1 : title.first]
            if last < title.first <= last + 9 and any(t.lower_ in ("also", "concurrently") for t in between):
                return None  # "X, who is also deputy prime minister": a further post, and not the one he acts in
            between = between[_who_is(between) :]
            if last < title.first <= last + 9 and not any(
                t.pos_ in ("VERB", "AUX") or t.tag_ in ("PRP", "WP") or t.text in (",", ";") for t in between
            ):
                if (
                    title.last < len(self.doc)
                    and self.grid.namey(self.doc[title.last])
                    and title.last not in self.name_at
                ):
                    return None
                return self._of_each(title) if self._closes_phrase(title, last) else None
        return None

    def _addressed(self, last: int) -> bool:
        """ "Ana, the President often says …": somebody spoken to at the opening of a turn, before a clause that has no
        comma to close an aside."""
        words = self.lexicon.words["openings_of_address"]
        if (
            last < 1
            or self.doc[last].text != ","
            or any(t.is_alpha and t.lower_ not in words for t in self.doc[: last - 1])
        ):
            return False
        at = last + 1
        if self.doc[at : at + 1].text.lower() != "the":
            return False
        while at + 1 < len(self.doc) and (
            self.doc[at + 1].pos_ in ("NOUN", "PROPN", "ADJ") or self.doc[at + 1].text == "-"
        ):
            at += 1
        after = self.doc[at + 1 : at + 2]
        return at > last + 1 and bool(after) and after[0].pos_ in ("VERB", "AUX", "ADV")

    def _of_each(self, title: TitleSpan) -> TitleSpan:
        """ "X and Y, the presidents of A and B": which of the states is whose, the title alone does not say."""
        near = [h for h in self.grid.name_hits if title.core_last <= h[0] <= title.core_last + EACH]
        states = {c for h in near if (c := country_of(h[2])) is not None}
        joined = len(near) > 1 and self.doc[near[0][1]].lower_ in ("and", "&")
        return replace(title, country=None) if title.plural and joined and len(states) > 1 else title

    def _whereabouts(self, at: int) -> bool:
        """ "saw X, in Y for talks with officials": where somebody was, and nothing that he is."""
        return self.doc[at : at + 1].text in ("in", "at") and at + 1 in self.grid.name_at

    def voice(self, first: int, last: int) -> TitleSpan | None:
        """ "X, who speaks for the Y ministry", "X, who runs its press office", "Speaking for Y's ministry, X": a
        spokesman by what he does."""
        title = self.lexicon.titles_by_form.get("spokesperson")
        told = self._speaks(last) or self._spoke(first)
        if told is None or title is None:
            return None
        near = (h for h in self.grid.name_hits if told[1] <= h[0] <= told[1] + 1)
        country = next((c for h in near if (c := country_of(h[2])) is not None), None)
        return TitleSpan(told[0], told[1], told[1] - 1, title, title.name.lower(), country, None, False)

    def _speaks(self, last: int) -> tuple[int, int] | None:
        """The words of speaking for others, or of heading a press office, in the aside after a name."""
        words = self.doc[last : last + 4]
        if len(words) < 4 or words[0].text != ",":
            return None
        start = 2 if words[1].lower_ == "who" else 1
        if (
            words[start].lemma_ == "speak"
            and self._for(last + start + 1)
            and (start == 2 or words[start].tag_ == "VBG")
        ):
            return last + start, self._for(last + start + 1)
        if words[1].lower_ == "who" and words[2].lemma_ in self.lexicon.words["heading_verbs"]:
            stop = next((t.i for t in self.doc[last + 3 : last + 12] if t.text in ",.;"), last + 3)
            phrase = " ".join(t.lower_ for t in self.doc[last + 3 : stop])
            if any(phrase.endswith(office) for office in self.lexicon.words["press_offices"]):
                return last + 2, last + 3
        return None

    def _spoke(self, first: int) -> tuple[int, int] | None:
        """ "Speaking for the ministry, X": in the words that open the sentence right before a name."""
        start = self.doc[first - 1].sent.start if first else 0
        for_whom = self._for(start + 1)
        if not first or self.doc[first - 1].text != "," or self.doc[start].lower_ != "speaking" or not for_whom:
            return None
        between = [t.lower_ for t in self.doc[for_whom : first - 1]]
        official = {w for w in between if w in self.lexicon.words["institutions"]}
        return (start, for_whom) if official and "," not in between else None

    def _for(self, at: int) -> int:
        """Where "for" or "on behalf of" ends that stands at a place; 0 where none does."""
        words = [t.lower_ for t in self.doc[at : at + 3]]
        return at + 1 if words[:1] == ["for"] else at + 3 if words == ["on", "behalf", "of"] else 0

    def _closes_phrase(self, title: TitleSpan, last: int) -> bool:
        """Whether the phrase with the title is an aside to the name, not the subject of what follows."""
        head = self.doc[title.first : title.core_last].root  # "the Deputy Minister for Foreign Affairs"
        if self.doc[last + 1].tag_ == "WP":
            return True
        if self.doc[last - 1].dep_ == "pobj" and title.last < len(self.doc) and self.doc[title.last].text == ",":
            return True
        if head.dep_ in ("appos", "conj") or self.doc[last].text == "(":
            return True
        if head.dep_ == "pobj" and head.head.lower_ == "as" and head.head.i > last:  # "X, fresh in office as minister,"
            return True
        name = self.doc[last - 1]
        if head.dep_ == name.dep_ == "nsubj" and head.head == name.head:  # "X, once mayor of Y, is": two subjects
            return True
        if name.dep_ == "nmod" and name.head == head:  # "As X, spokeswoman for Y, told it": X before the office
            return True
        return head.dep_ not in ("nsubj", "nsubjpass") and self.doc[last - 1].ent_type_ == "PERSON"

    def affiliation(self, last: int) -> tuple[Name | None, str, Country | None]:
        """The body in the aside after a name ("…, a fellow at the X Institute in Y,"), by table or by label."""
        if last < len(self.doc) and self.doc[last].text == "(":
            last = next(
                (
                    i + 1
                    for i in range(last, min(last + 6, len(self.doc)))
                    if self.doc[i].text == ")" and self.doc[i + 1 : i + 2].text == ","
                ),
                last,
            )
        if last >= len(self.doc) or self.doc[last].text not in (",", "(", "–", "—"):
            return None, "", None
        stop = last + 1
        sentence_end = int(self.doc[last].sent.end)
        clause = stop < len(self.doc) and self.doc[stop].lower_ == "who"
        while (
            stop < min(sentence_end, last + 20)
            and self.doc[stop].text not in (",", ";", ".")
            and (clause or stop == last + 1 or self.doc[stop].tag_ not in VERBS)
        ):
            stop += 1
        if not any(t.text[0].islower() for t in self.doc[last + 1 : stop]) and stop - last > 8:
            return None, "", None
        told = [h for h in self.grid.owners if last < h[0] < stop and not self._of_study(h[0], h[1])]
        hits = [h[2] for h in told]
        body = next((b for values in hits if (b := body_of(values)) is not None and b.kind == "body"), None)
        heads = self.lexicon.words["body_heads"]
        national = (h for h in told if self.doc[min(h[1], stop, len(self.doc) - 1)].lower_ in heads)
        country = next((c for h in national if (c := country_of(h[2])) is not None), None)
        if body is None and (named := self.national_body(last, stop)):
            of = (c for h in told if (c := country_of(h[2])) is not None)
            return None, named, country or next(of, None)
        labels = (
            e
            for e in self.doc.ents
            if last < e.start < stop and e.label_ == "ORG" and len(e) > 1 and not self._of_title(e.start, e.end)
        )
        places = self.lexicon.words["affiliation_prepositions"]
        label = next(
            (e.text for e in labels if {t.lower_ for t in self.doc[max(0, e.start - 2) : e.start]} & places),
            "",
        )
        return body, label.removeprefix("the ").strip(), country

    def _of_study(self, first: int, last: int) -> bool:
        """Whether a country's name only tells what a body studies or sees to: "the Institute of American Studies"."""
        at = first - 2 if first > 1 and self.doc[first - 1].lower_ == "the" else first - 1
        field = last < len(self.doc) and self.doc[last].lower_ in self.lexicon.words["studies"]
        return self._of_desk(last) or (field and at >= 0 and self.doc[at].lower_ in ("of", "for", "on", "in"))

    def _of_desk(self, last: int) -> bool:
        """ "the ministry's American department", and not "the American department of energy"."""
        desk = self.doc[last : last + 1].text.lower() in self.lexicon.words["desk_nouns"]
        return desk and self.doc[last + 1 : last + 2].text not in ("of", "for")

    def _of_title(self, first: int, last: int) -> bool:
        """Whether tokens stand in a title of office, or name the field of one."""
        ahead = self.doc[max(0, first - 3) : first]
        fields = all(
            t.lower_ in self.lexicon.words["field_words"] or not t.is_alpha or t.is_stop for t in self.doc[first:last]
        )
        return any(i in self.grid.title_at for i in range(first, last)) or (
            fields and any(t.i in self.grid.title_at for t in ahead)
        )

    def force(self, last: int, stop: int) -> str:
        """ "General X of the Bolivarian National Armed Forces": a soldier's body, by its capitals where it names no
        country."""
        named = self._letters(last, stop) or self.national_body(last, stop) or self._small_letters(last, stop)
        if named or self.doc[last : last + 1].text not in ("of", "from", "with"):
            return named
        first = last + 1 + (self.doc[last + 1 : last + 2].text == "the")
        end = next((i for i in range(first, stop) if not self.doc[i].text[:1].isupper()), stop)
        whole = end - first > 1 and self.doc[end - 1].lower_ in self.lexicon.words["body_heads"]
        return str(self.doc[first:end].text) if whole else ""

    def _letters(self, last: int, stop: int) -> str:
        """ "General X of the FAR, the army of Y": a body by its letters, no state's, which an aside may spell out."""
        linked = self.doc[last : last + 1].text in ("of", "from", "with")
        at = last + 1 + (self.doc[last + 1 : last + 2].text == "the")
        if not linked or at + 1 >= stop or at in self.grid.name_at:
            return ""
        word, after = self.doc[at], self.doc[at + 1]
        return str(word.text) if word.text.isalpha() and word.is_upper and len(word) > 2 and after.is_punct else ""

    def _small_letters(self, last: int, stop: int) -> str:
        """ "the Spanish army", "the Greek air force", "Chad's armed forces"."""
        heads = self.lexicon.words["body_heads"]
        for first, at, _ in (h for h in self.grid.owners if last < h[0] and h[1] < stop and country_of(h[2])):
            ends = (i for i in range(min(at + FORCE, stop) - 1, at - 1, -1) if self.doc[i].lower_ in heads)
            end = next(ends, None)
            own = at + (self.doc[at].text in ("'s", "’s"))
            if end is not None and all(t.pos_ in ("NOUN", "ADJ", "PROPN", "VERB") for t in self.doc[own : end + 1]):
                return str(self.doc[first : end + 1].text)
        return ""

    def national_body(self, first: int, stop: int) -> str:
        """ "Republic of Korea Army", "Royal Thai Navy", "Army of North Macedonia": a country's name with its body."""
        heads = self.lexicon.words["body_heads"]
        for hit in (h for h in self.grid.owners if not self._of_desk(h[1])):
            of = hit[0] - 1 - (self.doc[hit[0] - 1].lower_ == "the")
            owning = self.doc[of].lower_ == "of" and self.doc[of - 1].lower_ in heads
            if first < of - 1 and owning:
                start = of - 1
                while start - 1 > first and self._goes_back(start - 1):
                    start -= 1
                if self.doc[start].text[0].isupper() and hit[1] <= stop:
                    return str(self.doc[start : hit[1]].text)
            at = behind = hit[1] + (self.doc[hit[1] : hit[1] + 1].text in ("'s", "’s"))
            while first < hit[0] and at < stop and self._goes_forth(at) and at not in self.name_at:
                at += 1
            if at > behind and self.doc[at - 1].lower_ in heads:
                at, start = self._with_field(at, stop), hit[0]
                while start - 1 > first and self.doc[start - 1].text[0].isupper():
                    start -= 1
                return self.doc[start:at].text.removeprefix("the ").strip()
        return ""

    def _with_field(self, at: int, stop: int) -> int:
        """Where a body's name ends that goes on with what it sees to: "Nepal's Ministry of Home Affairs"."""
        end = at + 1
        while end < stop and self.doc[at].lower_ == "of" and self.doc[end].text[0].isupper():
            end += 1
        return end if end > at + 1 else at

    def _goes_forth(self, at: int) -> bool:
        """Whether a token of a body's name goes on with it: capitals, the "'s" of "People's Army", the hyphen of
        "Self-Defence Force"."""
        joins = self.doc[at].text in ("'s", "’s", "-", "–") and self.doc[at + 1 : at + 2].text[:1].isupper()
        return joins or self.doc[at].text[0].isupper()

    def _goes_back(self, at: int) -> bool:
        """Whether a token before one of a body's name is of it too: "Ministry of" of "Ministry of Trade of Nepal"."""
        named = self.doc[at].text[0].isupper()
        return named or (self.doc[at].lower_ == "of" and self.doc[at - 1].lower_ in self.lexicon.words["body_heads"])


def _who_is(words: Tokens | Sequence[Token]) -> int:
    """How many words "who is", "who acts as", "who has long served as" take before a title; 0 where none do."""
    if not words or words[0].lower_ != "who":
        return 0
    verbs = [t for t in words[1:] if t.pos_ in ("VERB", "AUX")]
    if not verbs or any(t.tag_ == "VBD" for t in verbs):
        return 0
    last = verbs[-1]
    following = last.nbor(1)
    serves = last.lemma_ == "be" or following.lower_ == "as"
    return last.i - words[0].i + (1 if last.lemma_ == "be" else 2) if serves else 0
