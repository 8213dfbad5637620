"""Whole titles of office in a passage: "President of the Republic of X", "deputy foreign minister".

In: a grid. Out: `TitleSpan`s in order, with the country and body that stand in them. A word that is a title
elsewhere may be a surname or an adjective here; then it is none.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from detente.model import Country
from detente.reading.grid import VERBS, Grid, TitleSpan, body_of, country_of
from detente.reading.lexicon import Name, Title, plain

if TYPE_CHECKING:
    from spacy.tokens import Token


class TitleFinder:
    """Finds the titles of one passage."""

    def __init__(self, grid: Grid) -> None:
        self.grid, self.doc, self.lexicon = grid, grid.doc, grid.lexicon
        self.name_at = grid.name_at

    def between(self, start: int, end: int) -> list[TitleSpan]:
        """The whole titles between two tokens; "X and Y" before one name are one title."""
        spans = [self._title(h) for h in self.grid.title_hits if start <= h[0] < end and self._is_title(h)]
        joined: list[TitleSpan] = []
        for span in spans:
            if joined and self._conjoined(joined[-1], span):
                last = joined.pop()
                text = f"{last.text} and {span.text}"
                span = replace(
                    span,
                    first=last.first,
                    text=text,
                    country=last.country or span.country,
                    body=last.body or span.body,
                )
            joined.append(span)
        return joined

    def _is_title(self, hit: tuple[int, int, tuple[Title, ...]]) -> bool:
        """A one-word title in lower case must be a noun ("general elections", "speaker phone" are none)."""
        head = self.doc[hit[1] - 1]
        word_after = self.doc[hit[1]].lower_ if hit[1] < len(self.doc) else ""
        if hit[1] - hit[0] == 1 and head.lower_ in self.lexicon.words["titles_with_of"] and word_after != "of":
            return False
        if head.pos_ in ("VERB", "ADV", "ADP") or (hit[1] - hit[0] == 1 and self._surname(head)):
            return False
        if hit[1] - hit[0] == 1 and head.text[0].islower():
            following = self.doc[hit[1]] if hit[1] < len(self.doc) else head
            described = head.head if head.head.i > head.i and head.dep_ in ("amod", "compound", "nmod") else following
            describes = described.i > head.i and described.pos_ == "NOUN" and not self.grid.namey(described)
            return head.pos_ in ("NOUN", "PROPN") and not describes
        return True

    def _surname(self, token: Token) -> bool:
        """Whether a title's word is the last of a name: "Petra Major, who …", "John Bishop said"."""
        if token.i == 0 or not token.text[0].isupper() or token.i - 1 in self.name_at:
            return False
        given, after = token.nbor(-1), token.nbor(1) if token.i + 1 < len(token.doc) else None
        named = plain(given.text) in self.lexicon.sex_of_name and given.text[0].isupper()
        return named and (after is None or after.is_punct or after.tag_ in (*VERBS, "POS"))

    def _conjoined(self, left: TitleSpan, right: TitleSpan) -> bool:
        between = self.doc[left.last : right.first]
        joined = all(t.lower_ in ("and", "&", ",", "his", "the") for t in between) and 0 < len(between) <= 2
        follows = right.last < len(self.doc) and (
            self.grid.namey(self.doc[right.last]) or self.doc[right.last - 1].is_title
        )
        return joined and follows and not left.plural and any(t.lower_ in ("and", "&") for t in between)

    def _title(self, hit: tuple[int, int, tuple[Title, ...]]) -> TitleSpan:
        first, core_last, values = hit
        title: Title = values[0]
        country: Country | None = None
        body: Name | None = None
        parts = [self.doc[first:core_last].text]
        while first > self.grid.sentence_start(first):
            token = self.doc[first - 1]
            modifier = self.lexicon.modifiers.get(token.lower_)
            names = self.name_at.get(first - 1)
            if modifier is not None:
                title = _modified(title, token.lower_, modifier)
                parts.insert(0, token.text)
                first -= 1
            elif (names and names[1] == first) or (
                token.lower_ in ("'s", "’s") and (names := self.name_at.get(first - 2))
            ):
                country = country or country_of(names[2])
                body = body or body_of(names[2])
                first = names[0]
            elif self._portfolio(token, title, self.doc[core_last - 1]):
                parts.insert(0, token.text)
                first -= 1
            elif token.text in ("-", "/") or self._generic_body(token, first):
                first -= 1
            else:
                break
        last, country, suffix = self._right_of_title(core_last, country)
        plural = any(
            t.tag_ in ("NNS", "NNPS") for t in self.doc[hit[0] : core_last] if t.dep_ != "compound"
        ) and not self._proper(hit)
        text = " ".join(parts) + suffix
        return TitleSpan(first, last, core_last, title, text, country, body, plural)

    def _proper(self, hit: tuple[int, int, tuple[Title, ...]]) -> bool:
        """ "Minister of External Affairs" is one office, whatever its last word."""
        return self.doc[hit[0]].tag_ not in ("NNS", "NNPS") and any(
            t.lower_ in ("of", "for") for t in self.doc[hit[0] : hit[1]]
        )

    def _portfolio(self, token: Token, title: Title, head: Token) -> bool:
        """ "Fisheries" in "Fisheries Minister", "Internal" in "Internal Security Minister": the field of an office."""
        if (
            token.i in self.name_at
            or not token.is_alpha
            or token.is_sent_start
            or token.dep_ not in ("compound", "nmod", "amod")
        ):
            return False
        proper = (
            token.text[0].isupper()
            and head.text[0].isupper()
            and title.level == "minister"
            and token.ent_type_ != "PERSON"
        )
        return proper or (title.name in self.lexicon.words["open_titles"] and token.pos_ in ("NOUN", "PROPN"))

    def _generic_body(self, token: Token, first: int) -> bool:
        """ "State Department", "foreign ministry" or "army" between a country and a title."""
        return token.lower_ in self.lexicon.words["body_heads"] or (
            token.pos_ in ("PROPN", "ADJ", "NOUN")
            and first < len(self.doc)
            and self.doc[first].lower_ in self.lexicon.words["body_heads"]
        )

    def _right_of_title(self, last: int, country: Country | None) -> tuple[int, Country | None, str]:
        """ "of the Republic of X", "to Y", "for East and West Affairs" after a title."""
        doc, end = self.doc, len(self.doc)
        fields = self._further_fields(last)
        if fields > last:
            return fields, country, " " + doc[last:fields].text
        if last >= end or doc[last].lower_ not in ("of", "for", "to", "from"):
            return last, country, ""
        at = last + 1
        while at < end and doc[at].lower_ in ("the", "republic", "kingdom", "state", "of") and at not in self.name_at:
            at += 1
        names = self.name_at.get(at)
        if names and doc[last].lower_ in ("of", "from"):
            return names[1], country or country_of(names[2]), ""
        if doc[last].lower_ in ("for", "to", "of"):
            stop = last + 1
            while stop < end and (doc[stop].text[0].isupper() or doc[stop].lower_ in ("and", "the", ",", "-")):
                if doc[stop].ent_type_ == "PERSON" or doc[stop].is_sent_start or stop in self.grid.full_at:
                    break
                if doc[stop].text == "," and not (stop + 2 < end and doc[stop + 2].lower_ in (",", "and")):
                    break
                stop += 1
            while stop > last + 1 and not doc[stop - 1].text[0].isupper():
                stop -= 1
            if stop > last + 1:
                named, of = self._country_after(stop)
                return (of if named else stop), country or named, " " + doc[last:stop].text
        return last, country, ""

    def _further_fields(self, last: int) -> int:
        """ "minister of industry" goes on in ", mine and trade", or from "minister of" in "water and energy"."""
        doc, at = self.doc, last
        if (
            last >= len(doc)
            or doc[last].text not in (",", "and")
            or not any(t.lower_ in ("of", "for") for t in doc[max(0, last - 4) : last])
        ):
            return last
        joined = False
        while at < len(doc) and (
            doc[at].text in (",", "and", "the") or (doc[at].pos_ == "NOUN" and doc[at].text.islower())
        ):
            joined = joined or doc[at].text == "and"
            if joined and doc[at].pos_ == "NOUN":
                return at + 1
            at += 1
        return last

    def _country_after(self, at: int) -> tuple[Country | None, int]:
        """ "of (the Republic of) X" after a title's own words: the country and where it ends."""
        doc, end = self.doc, len(self.doc)
        if at >= end or doc[at].lower_ != "of":
            return None, at
        at += 1
        while at < end and doc[at].lower_ in ("the", "republic", "kingdom", "state", "of") and at not in self.name_at:
            at += 1
        names = self.name_at.get(at)
        return (country_of(names[2]), names[1]) if names else (None, at)


def _modified(title: Title, word: str, modifier: object) -> Title:
    fields = modifier if isinstance(modifier, dict) else {}
    level = fields.get("level", title.level)
    official = bool(fields.get("official", title.official))
    name = f"{word.capitalize()} {title.name}" if fields.get("past") or "level" in fields else title.name
    return Title(name, level, title.portfolio, official)
