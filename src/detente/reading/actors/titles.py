"""Whole titles of office in a passage: "President of the Republic of X", "deputy foreign minister".

In: a grid. Out: `TitleSpan`s in order, with the country and body that stand in them. A word that is a title
elsewhere may be a surname or an adjective here; then it is none. What follows a title ("to the President of X
for Y") is read in `complements`.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from detente.model import Country
from detente.reading.actors.complements import Complement, ComplementReader
from detente.reading.actors.grid import VERBS, Grid, TitleSpan, body_of, country_of
from detente.reading.actors.lexicon import Name, Title, plain

if TYPE_CHECKING:
    from detente.reading.words import Token, Tokens

# portfolios of ranks that stand between an office and the name of its holder
RANKS = frozenset({"military", "ambassador"})
ASIDE = 8  # words of an aside after a name in which an office is looked for
ORDINALS = frozenset({"II", "III", "IV"})
LONGEST_BODY = 9  # words of the body behind a title
Hit = tuple[int, int, tuple[Title, ...]]


class TitleFinder:
    """Finds the titles of one passage."""

    def __init__(self, grid: Grid) -> None:
        self.grid, self.doc, self.lexicon = grid, grid.doc, grid.lexicon
        self.name_at = grid.name_at
        self.complements = ComplementReader(grid)

    def between(self, start: int, end: int) -> list[TitleSpan]:
        """The whole titles between two tokens; "X and Y" or "X, Y, and Z" before one name are one title."""
        joined: list[TitleSpan] = []
        for hit in self.grid.title_hits:
            if not start <= hit[0] < end or (joined and hit[0] < joined[-1].last) or not self._is_title(hit):
                continue
            span = self._title(hit)
            if joined:
                span = self._owned(span, joined[-1])
            if self._bare_colleague(span):
                continue
            while joined and self._conjoined(joined[-1], span):
                span = self._join(joined.pop(), span)
            joined.append(span)
        return joined

    def _owned(self, span: TitleSpan, before: TitleSpan) -> TitleSpan:
        """ "the UN Secretary-General's envoy", "the Chadian president's spokesman": of his chief's side."""
        between = self.doc[before.last : span.first]
        owned = len(between) == 1 and between[0].tag_ == "POS"
        if not owned or span.country or span.body or span.title.portfolio == "counterpart":
            return span
        return replace(span, country=before.country, body=before.body)

    def _bare_colleague(self, span: TitleSpan) -> bool:
        """ "a colleague" is no office; "his German colleague" is the counterpart's, and a partner only so ("his partner
        from X", not "a partner of X")."""
        word, words = self.doc[span.core_last - 1].lower_, self.lexicon.words
        if word in words["titles_by_owner"] and self._whose(span) not in (*words["male"], *words["female"]):
            return True
        bare = span.country is None and span.body is None and word in words["titles_by_country"]
        return bare and not self._receives(span)

    def _receives(self, span: TitleSpan) -> bool:
        """ "at the invitation of his colleague X", "was received by her colleague X": whoever does that for a visitor
        is of the other side."""
        before = [t.lemma_.lower() for t in self.doc[max(0, span.first - 3) : span.first]]
        words = self.lexicon.words
        owned = self._whose(span) in (*words["male"], *words["female"]) and len(before) == 3
        asked = owned and before[1] == "of" and before[0] in words["invitations"]
        done = owned and before[1] == "by" and before[0] in words["receiving_verbs"]
        named = span.last < len(self.doc) and self.doc[span.last].pos_ == "PROPN"
        return named and (asked or done)

    def _whose(self, span: TitleSpan) -> str:
        """ "his" before a title and the adjective that stands between."""
        first = span.first
        return self.doc[first - 1].lower_ if first > 0 else ""

    def _join(self, left: TitleSpan, right: TitleSpan) -> TitleSpan:
        between = self.doc[left.last : right.first]
        if not between:
            return replace(left, last=right.last, core_last=right.core_last)
        if right.title.portfolio in RANKS and self._ranked(left, right):
            return replace(left, last=right.last, core_last=right.core_last)
        mark = ", " if all(t.text in (",", "and") for t in between) and between[0].text == "," else " and "
        return replace(
            right,
            first=left.first,
            text=f"{left.text}{mark}{right.text}",
            title=min(left.title, right.title, key=self._weight),
            country=left.country or right.country,
            body=left.body or right.body,
        )

    def _weight(self, title: Title) -> tuple[int, bool]:
        """The higher office first; of two as high the one with a field of its own."""
        return self.lexicon.rank(title), title.portfolio.startswith("head_of_")

    def _is_title(self, hit: Hit) -> bool:
        """A one-word title in lower case must be a noun ("general elections", "speaker phone" are none)."""
        head = self.doc[hit[1] - 1]
        single = hit[1] - hit[0] == 1
        if single and (needed := self._needed(head)):
            heads_body = self._body_before(hit[0]) and head.pos_ in ("NOUN", "PROPN")
            return heads_body or (hit[1] < len(self.doc) and self.doc[hit[1]].lower_ in needed)
        if single and head.text in self.lexicon.words["titles_in_brief"]:
            return self._in_brief(head)
        if single and head.lower_ in self.lexicon.modifiers and not self._own_head(head):
            return False
        if head.pos_ in ("VERB", "ADV", "ADP") or (single and self._surname(head)):
            return False
        if single and head.text[0].isupper() and (self._of_a_body(head) or self._first_name(head)):
            return False
        if single and head.text[0].islower():
            following = self.doc[hit[1]] if hit[1] < len(self.doc) else head
            described = head.head if head.head.i > head.i and head.dep_ in ("amod", "compound", "nmod") else following
            describes = described.i > head.i and described.pos_ == "NOUN" and not self._in_a_name(described)
            return head.pos_ in ("NOUN", "PROPN") and not describes
        return True

    def _in_a_name(self, token: Token) -> bool:
        """ "spokeswoman Park Kyung-wha": a word of a name, or the last part of one with a hyphen."""
        hyphened = token.i > 1 and token.nbor(-1).text == "-" and not token.nbor(-1).whitespace_
        return self.grid.namey(token) or (hyphened and self.grid.namey(token.nbor(-2)))

    def _of_a_body(self, head: Token) -> bool:
        """ "General Assembly", "General Staff": the first word of a body's name."""
        after = head.nbor(1) if head.i + 1 < len(head.doc) else head
        named = after.text in self.lexicon.words["not_names"]
        return head.lower_ == "general" and named

    def _first_name(self, head: Token) -> bool:
        """ "Sultan Al Hameli, spokesman for X", "Minister Sultan bin Ali": no sovereign, who holds no lesser office."""
        regnal, at = self.lexicon.words["regnal_titles"], head.i + 1
        if head.text not in regnal or at >= len(self.doc) or not self.grid.namey(self.doc[at]):
            return False
        while at < len(self.doc) and (self.grid.namey(self.doc[at]) or self.doc[at].text == "-"):
            at += 1
        aside = range(at + 1, at + ASIDE) if self.doc[at : at + 1].text == "," else range(0)
        near = [h for h in self.grid.title_hits if h[1] == head.i or self._within(aside, h[0])]
        return any(not t.portfolio.startswith("head_of") and t.name not in regnal for h in near for t in h[2][:1])

    def _within(self, aside: range, at: int) -> bool:
        """Whether a word stands in an aside, before its comma and its verb."""
        words = self.doc[aside.start : at] if at in aside else ()
        return at in aside and not any(t.is_punct or t.pos_ in ("VERB", "AUX") for t in words)

    def _in_brief(self, head: Token) -> bool:
        """ "Trade CS X", "CS X told": letters that mean much else are a title before a name, with a field or where one
        stands as subject."""
        after = head.nbor(1) if head.i + 1 < len(head.doc) else None
        before = head.nbor(-1) if head.i and not head.is_sent_start else None
        named = after is not None and self.grid.namey(after) and not after.is_upper
        fielded = before is not None and before.lower_ in self.lexicon.words["field_words"] and before.is_title
        speaks = head.dep_ == "nsubj" and head.head.lemma_ in self.lexicon.words["speech_verbs"]
        return named or fielded or (speaks and before is not None and before.lower_ == "the")

    def _own_head(self, head: Token) -> bool:
        """Whether "deputy" is a noun of its own ("his deputy, X") and not the beginning of a longer title."""
        following = self.doc[head.i + 1] if head.i + 1 < len(self.doc) else None
        if following is None or following.i in self.grid.title_first or following.i in self.name_at:
            return following is None
        return head.pos_ == "NOUN" and (following.pos_ not in ("NOUN", "ADJ") and following.tag_ != "POS")

    def _needed(self, head: Token) -> tuple[str, ...]:
        """The prepositions without which a word is no title: "head of", "assistant to"."""
        words = self.lexicon.words
        if head.lower_ in words["titles_with_of"]:
            return ("of",)
        owned = head.i > head.sent.start and head.nbor(-1).tag_ == "PRP$"  # "his assistant, X"
        return ("to",) if head.lower_ in words["titles_with_to"] and not owned else ()

    def _surname(self, token: Token) -> bool:
        """Whether a title's word is the last of a name: "Petra Major, who …", "John Bishop said"."""
        if token.i == 0 or not token.text[0].isupper() or token.i - 1 in self.name_at:
            return False
        given, after = token.nbor(-1), token.nbor(1) if token.i + 1 < len(token.doc) else None
        named = plain(given.text) in self.lexicon.sex_of_name and given.text[0].isupper()
        return named and (after is None or after.is_punct or after.tag_ in (*VERBS, "POS"))

    def _conjoined(self, left: TitleSpan, right: TitleSpan) -> bool:
        between = self.doc[left.last : right.first]
        if left.plural or len(between) > 2:
            return False
        if not self._before_name(right) and not self._held_together(left, right):
            return False
        if right.title.portfolio == "counterpart" or (left.country and right.country and left.country != right.country):
            return False  # "X, A's trade minister, and B's minister Y" are two
        if not between:
            calling = left.title.official and not right.title.official and right.text.istitle()
            return left.last == right.first and (right.title.portfolio in RANKS or calling)  # "spokesman Bishop X"
        if any(t.lower_ in ("and", "&") for t in between):
            mixed = self.doc[left.core_last - 1].text[0].islower() and self.doc[right.core_last - 1].text[0].isupper()
            bound = self.doc[max(0, left.first - 1)].lower_ == "the"
            if plain(left.text) == plain(right.text) or (between[0].text == "," and self._aside(left)):
                return False
            return all(t.lower_ in ("and", "&", ",", "his", "the") for t in between) and not (mixed and bound)
        return between.text == "," and (self._listed(left, right) or self._ranked(left, right))

    def _aside(self, left: TitleSpan) -> bool:
        """ "X, A's energy minister, and Trade Minister Y": a title between commas after a name is its bearer's."""
        before = left.first - 1
        while before >= 0 and self.doc[before].lower_ in ("the", "a", "an"):
            before -= 1
        return before > 0 and self.doc[before].text == "," and self.grid.namey(self.doc[before - 1])

    def _held_together(self, left: TitleSpan, right: TitleSpan) -> bool:
        """ "NAME, Peru's deputy prime minister and foreign minister,": both offices of an aside are its bearer's."""
        named = self._aside(left) and left.first - 2 not in self.name_at
        closed = right.last >= len(self.doc) or self.doc[right.last].is_punct
        return named and closed and self.doc[left.last : right.first].text == "and" and not right.plural

    def _before_name(self, right: TitleSpan) -> bool:
        if right.last >= len(self.doc):
            return False
        return self.grid.namey(self.doc[right.last]) or self.doc[right.last - 1].is_title

    def _ranked(self, left: TitleSpan, right: TitleSpan) -> bool:
        """ "the Iraqi Deputy Minister, Ambassador X": a rank before the name of who holds the office told first."""
        bare = right.country is None and right.title.portfolio in RANKS and right.text.istitle()
        definite = left.country is not None or self.doc[max(0, left.first - 1)].lower_ == "the"
        after = next((t for t in self.doc[right.last :] if not self.grid.namey(t)), None)
        listed = after is not None and after.lower_ in ("and", "&")
        return bare and definite and left.title.portfolio not in RANKS and not listed

    def _listed(self, left: TitleSpan, right: TitleSpan) -> bool:
        """ "Politburo Member, Director of the Office, and Minister X": capitals, and no article before the first."""
        bare = self.doc[max(0, left.first - 1)].lower_ not in ("the", "a", "an", ",") or self._closed(right)
        capital = all(self.doc[s.core_last - 1].text[0].isupper() for s in (left, right))
        return bare and capital and left.title.name != right.title.name and right.country is None

    def _closed(self, right: TitleSpan) -> bool:
        """ "The President of the Republic, Supreme Commander, Minister of Defence, Mr. X": all offices of the one whose
        name a comma sets off."""
        after = self.doc[right.last : right.last + 2]
        return len(after) == 2 and after[0].text == "," and self.grid.namey(after[1])

    def _body_before(self, first: int) -> bool:
        """ "the NATO chief": a word for a head right after the name of a body of states."""
        names = self._name_ending(first)
        return names is not None and any(n.kind == "body" and n.body_kind == "io" for n in names[2])

    def _title(self, hit: Hit) -> TitleSpan:
        core_first, core_last, values = hit
        if self._needed(self.doc[core_first]) and core_last - core_first == 1 and self._body_before(core_first):
            values = (self.lexicon.titles_by_name["Secretary-General"],)
        title, country, body, first, parts = self._left(core_first, core_last, values[0])
        tail = self.complements.read(core_first, core_last, title)
        title, tail = self._around_a_state(core_first, core_last, title, tail)
        title = self.lexicon.lesser(title) if tail.lesser and not country else title
        country = country or tail.country
        second = self.doc[tail.last : tail.last + 1]
        if second.text in ORDINALS:  # "Minister of Finance II"
            tail = replace(tail, last=tail.last + 1, text=f"{tail.text} {second.text}")
        text = " ".join([*parts, self.doc[core_first:core_last].text]) + tail.text
        body = body or tail.body
        title = self.lexicon.at_body(self.lexicon.settled(title, country), body)
        title = _modified(title, "retired", self.lexicon.modifiers["retired"]) if tail.past else title
        io = body is not None and body.body_kind == "io"
        if not io and title.official and self.lexicon.private(self._whole(first, core_last, max(core_last, tail.last))):
            title = replace(title, official=False)
        return TitleSpan(first, tail.last, core_last, title, text, country, body, self._plural(hit))

    def _whole(self, first: int, core_last: int, last: int) -> str:
        """A title with all the words of the body that follow it: "president of the Kenyan Chamber of Commerce"."""
        stop = last
        goes_on = last > core_last or self.doc[last : last + 1].text in ("of", "for", "at")
        while goes_on and stop < len(self.doc) and stop - last < LONGEST_BODY and self._of_its_body(self.doc[stop]):
            stop += 1
        return str(self.doc[first:stop].text)

    def _of_its_body(self, token: Token) -> bool:
        named = token.pos_ in ("NOUN", "PROPN", "ADJ") or token.tag_ == "POS"
        joins = token.lower_ == "and" and all(t.is_title for t in self.doc[token.i - 1 : token.i + 2 : 2])
        return named or joins or token.lower_ in ("of", "for", "the")

    def _around_a_state(self, first: int, last: int, title: Title, tail: Complement) -> tuple[Title, Complement]:
        """ "the head of Algerian diplomacy", "the chief of Peru's diplomacy": a title that a state's name parts."""
        names = self.name_at.get(last + 1)
        if names is None or names[0] != last + 1 or body_of(names[2]) is not None:
            return title, tail
        at = names[1] + (self.doc[names[1] : names[1] + 1].text in ("'s", "’s"))
        link, word = self.doc[last].text, self.doc[at : at + 1].text
        whole = self.lexicon.titles_by_form.get(plain(f"{self.doc[first:last].text} {link} {word}"))
        goes_on = word.istitle() and self.doc[at + 1 : at + 2].text.istitle()  # "head of X's State Committee"
        if whole is None or not word or goes_on:
            return title, tail
        country = tail.country or country_of(names[2])
        return whole, replace(tail, last=at + 1, text=f" {link} {word}", country=country)

    def _left(
        self, first: int, core_last: int, title: Title
    ) -> tuple[Title, Country | None, Name | None, int, list[str]]:
        """Modifiers, nationality, body and field before a title, right to left."""
        country: Country | None = None
        body: Name | None = None
        parts: list[str] = []
        start = self.grid.sentence_start(first)
        while first > start and self._free(first - 1):
            token = self.doc[first - 1]
            words = self._modifier(first, start)
            modifier = self.lexicon.modifiers.get(words.text.lower())
            names = self._name_ending(first)
            if modifier is not None:
                title = _modified(title, words.text.lower(), modifier)
                parts.insert(0, words.text)
                first = words.start
            elif (backed := self._backed(first)) is not None:
                first = backed
            elif names is not None:
                field = self.complements.desks.before(names[0], first, title)
                country = country or (None if field else country_of(names[2]))
                body = body or body_of(names[2])
                first = names[0]
            elif (acronym := self._acronym(first)) is not None:
                first = acronym
            elif self._portfolio(token, title, self.doc[core_last - 1]):
                parts.insert(0, token.text)
                first -= 1
            elif (further := self._further_field(first) or self._listed_field(first, parts)) is not None:
                parts.insert(0, self.doc[further:first].text)
                first = further
            elif self._mark_of_owner(token):
                first -= 1
            elif token.text in ("-", "/") or self._generic_body(token, first):
                if token.text[0].isupper() and self.doc[core_last - 1].text[0].isupper():
                    parts.insert(0, token.text)
                first -= 1
            else:
                break
        return title, country, body, first, parts

    def _modifier(self, first: int, start: int) -> Tokens:
        """The word before a title, or the three of "one-time"."""
        hyphened = self.doc[max(start, first - 3) : first]
        return hyphened if hyphened.text.lower() in self.lexicon.modifiers else self.doc[first - 1 : first]

    def _backed(self, first: int) -> int | None:
        """ "Saudi-backed" before a title: where it begins."""
        names = self.name_at.get(first - 3)
        return names[0] if names is not None and names[0] + self.grid.made_by(names[0]) == first else None

    def _free(self, at: int) -> bool:
        """Whether no other title ends at a token; a modifier that can be a title is free."""
        return at not in self.grid.title_at or self.doc[at].lower_ in self.lexicon.modifiers

    def _name_ending(self, first: int) -> tuple[int, int, tuple[Name, ...]] | None:
        """The state or body named right before a title, "'s" allowed between."""
        names = self.name_at.get(first - 1)
        if names and names[1] == first:
            return names
        return self.name_at.get(first - 2) if self.doc[first - 1].lower_ in ("'s", "’s", "'", "’") else None

    def _acronym(self, first: int) -> int | None:
        """ "(ROK)" between the name it shortens and a title: where it begins."""
        doc = self.doc
        if first < 4 or doc[first - 1].text != ")" or doc[first - 3].text != "(" or not doc[first - 2].is_upper:
            return None
        return first - 3

    def _further_field(self, first: int) -> int | None:
        """ "Foreign and" of "Foreign and Security Policy Advisor": where it begins."""
        fields = self.lexicon.words["field_words"]
        if first < 2 or self.doc[first - 1].lower_ not in ("and", "&") or first - 2 in self.grid.title_at:
            return None
        pair = (self.doc[first - 2], self.doc[first])
        fits = all(t.lower_ in fields for t in pair) and pair[0].text[0].isupper() == pair[1].text[0].isupper()
        hit = self.grid.title_at.get(first)
        return first - 2 if fits and not (hit is not None and self._plural(hit)) else None

    def _listed_field(self, first: int, parts: list[str]) -> int | None:
        """ "Water," of "Water, Lands and Rural Growth Minister": where it begins."""
        if first < 2 or self.doc[first - 1].text != "," or not {"and", "&"} & set(" ".join(parts).lower().split()):
            return None
        field = self.doc[first - 2]
        fits = field.lower_ in self.lexicon.words["field_words"] and field.text[0].isupper() and field.is_alpha
        return first - 2 if fits and first - 2 not in self.grid.title_at else None

    def _plural(self, hit: Hit) -> bool:
        """ "Minister of External Affairs" is one office, whatever its last word."""
        words = self.doc[hit[0] : hit[1]]
        single = words[0].tag_ not in ("NNS", "NNPS") and any(t.lower_ in ("of", "for") for t in words)
        text = plain(words.text)
        marked = any(t.tag_ in ("NNS", "NNPS") for t in words if t.dep_ != "compound")
        return not single and (marked or (text.endswith("s") and text[:-1] in self.lexicon.titles_by_form))

    def _portfolio(self, token: Token, title: Title, head: Token) -> bool:
        """ "Fisheries" in "Fisheries Minister", "Internal" in "Internal Security Minister": the field of an office."""
        if token.i in self.name_at or not token.is_alpha or token.ent_type_ == "PERSON":
            return False
        capital = token.text[0].isupper() and head.text[0].isupper()
        if capital and token.lower_ in self.lexicon.words["field_words"]:
            return True
        if token.is_sent_start or token.dep_ not in ("compound", "nmod", "amod"):
            return False
        proper = capital and title.level == "minister" and not self._of_a_name(token, head)
        return proper or (title.name in self.lexicon.words["open_titles"] and token.pos_ in ("NOUN", "PROPN"))

    def _of_a_name(self, token: Token, head: Token) -> bool:
        """ "appointed Ana Ruiz Foreign Minister": the last word of a name that a verb of appointing takes, with no name
        after the title."""
        first = token.i
        while first > token.sent.start and self.doc[first - 1].pos_ == "PROPN" and self.doc[first - 1].is_title:
            first -= 1
        verb = self.doc[first - 1] if first > token.sent.start else token
        gives = verb.lemma_ in self.lexicon.words["appointing_verbs"] and verb.pos_ == "VERB"
        passive = any(c.dep_ == "auxpass" for c in verb.children)
        after = self.doc[head.i + 1] if head.i + 1 < len(self.doc) else None
        return first < token.i and gives and not passive and (after is None or not self.grid.namey(after))

    def _mark_of_owner(self, token: Token) -> bool:
        """The mark of the owner in "the Chadian foreign ministry's spokesman"."""
        owner = self.doc[token.i - 1].lower_ if token.i else ""
        return token.tag_ == "POS" and owner in self.lexicon.words["body_heads"]

    def _generic_body(self, token: Token, first: int) -> bool:
        """ "State Department", "foreign ministry" or "army" between a country and a title."""
        if token.lower_ in self.lexicon.words["gatherings"]:
            return False
        return token.lower_ in self.lexicon.words["body_heads"] or (
            token.pos_ in ("PROPN", "ADJ", "NOUN")
            and first < len(self.doc)
            and self.doc[first].lower_ in self.lexicon.words["body_heads"]
        )


def _modified(title: Title, word: str, modifier: object) -> Title:
    fields = modifier if isinstance(modifier, dict) else {}
    level = fields.get("level", title.level)
    official = bool(fields.get("official", title.official))
    name = f"{word.capitalize()} {title.name}" if fields.get("past") or "level" in fields else title.name
    return replace(title, name=name, level=level, official=official)
