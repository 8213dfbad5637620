"""Finds the mentions of a passage: named people with their titles, offices, bodies, states, places.

In: a parsed passage and the lexicon. Out: `Mention`s in order of place, each with what the text
itself says next to the name (title, country, body). Who is who is decided later, in `actors`.
The parser's entity labels are one witness among several: tables and titles overrule them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from detente.model import Country
from detente.reading.lexicon import Found, Lexicon, Name, T, Title, plain
from detente.reading.scene import Passage, Sentence

if TYPE_CHECKING:
    from spacy.tokens import Token

MentionKind = Literal["person", "office", "state", "demonym", "place", "body", "outlet", "pronoun"]
DATES = frozenset({"DATE", "TIME"})
MARKS = frozenset({"’", "'", "ʼ"})
VERBS = frozenset({"VBD", "VBZ", "VBP", "MD"})
NAMED = frozenset({"PERSON", "GPE", "ORG", "LOC", "FAC", "NORP", "WORK_OF_ART", "PRODUCT", "EVENT"})


@dataclass(frozen=True, slots=True)
class Mention:
    """Tokens `first` to `last` (half-open, of the passage) that refer to one actor or place.

    `core` is where the bare name stands inside it (persons: without the title).
    """

    sentence: int
    passage: int
    first: int
    last: int
    head: int
    kind: MentionKind
    core: tuple[int, int]
    text: str
    title: Title | None = None
    title_text: str = ""
    country: Country | None = None
    body: Name | None = None
    names: tuple[Name, ...] = ()
    plural: bool = False
    counterpart_of: int | None = None
    affiliation: str = ""


@dataclass(frozen=True, slots=True)
class TitleSpan:
    """A whole title of office in the text: `President of the Republic of X`, `deputy foreign minister`."""

    first: int
    last: int
    core_last: int
    title: Title
    text: str
    country: Country | None
    body: Name | None
    plural: bool


class MentionFinder:
    """Finds mentions, passage by passage."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon

    def find(self, passage: Passage, sentences: Sequence[Sentence]) -> list[Mention]:
        """The mentions of a passage, disjoint but for titles that hold a country, in order."""
        grid = Grid(passage, self.lexicon)
        mentions: list[Mention] = []
        for sentence in sentences:
            mentions.extend(self._sentence(sentence, grid))
        return mentions

    def _sentence(self, sentence: Sentence, grid: Grid) -> list[Mention]:
        titles = grid.titles(sentence.tokens.start, sentence.tokens.end)
        people = [grid.person(run, titles, sentence) for run in grid.runs(sentence, titles)]
        persons = [p for p in people if p is not None]
        used = {i for p in persons for i in range(p.first, p.last)}
        offices = [grid.office(t, sentence) for t in titles if not used & set(range(t.core_last - 1, t.core_last))]
        used |= {i for o in offices for i in range(o.head, o.last)}
        named = [m for m in grid.named(sentence) if not used & set(range(*m.core))]
        inside = [m for m in grid.named(sentence) if used & set(range(*m.core)) and m.kind != "person"]
        core = {i for p in persons for i in range(*p.core)}
        inside = [m for m in inside if not core & set(range(*m.core))]
        pronouns = grid.pronouns(sentence, core)
        return sorted([*persons, *offices, *named, *inside, *pronouns], key=lambda m: (m.first, -m.last))


class Grid:
    """A passage's tokens with the names and titles that the lexicon finds on them."""

    def __init__(self, passage: Passage, lexicon: Lexicon) -> None:
        self.passage, self.doc, self.lexicon = passage, passage.doc, lexicon
        text = self.doc.text
        self.name_hits = self._place(lexicon.names.find(text))
        self.title_hits = self._place(lexicon.titles.find(text))
        self.full_names = self._place(lexicon.full_names.find(text))
        self._drop_overlaps()
        self.name_at = {i: hit for hit in self.name_hits for i in range(hit[0], hit[1])}
        self.title_at = {i: hit for hit in self.title_hits for i in range(hit[0], hit[1])}
        self.full_at = {i: hit for hit in self.full_names for i in range(hit[0], hit[1])}

    def _place(self, found: Iterable[Found[T]]) -> list[tuple[int, int, tuple[T, ...]]]:
        placed = []
        for hit in found:
            tokens = self.doc.char_span(hit.start, hit.end, alignment_mode="expand")
            if tokens is not None:
                placed.append((tokens.start, tokens.end, hit.values))
        return placed

    def _drop_overlaps(self) -> None:
        """A full name of a holder outranks a place inside it; of a title and a name the longer stays."""
        full = {i for a, b, _ in self.full_names for i in range(a, b)}
        self.title_hits = [h for h in self.title_hits if not full & set(range(h[0], h[1]))]
        keep = []
        for hit in self.name_hits:
            span = set(range(hit[0], hit[1]))
            rivals = [t for t in self.title_hits if span & set(range(t[0], t[1]))]
            if full & span or any(t[1] - t[0] >= len(span) for t in rivals):
                continue
            self.title_hits = [t for t in self.title_hits if t not in rivals]
            keep.append(hit)
        self.name_hits = keep

    # -- titles ---------------------------------------------------------------------------------

    def titles(self, start: int, end: int) -> list[TitleSpan]:
        """The whole titles between two tokens; "X and Y" before one name are one title."""
        spans = [self._title(h) for h in self.title_hits if start <= h[0] < end and self._is_title(h)]
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
            describes = described.i > head.i and described.pos_ == "NOUN" and not self._namey(described)
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
            self._namey(self.doc[right.last]) or self.doc[right.last - 1].is_title
        )
        return joined and follows and not left.plural and any(t.lower_ in ("and", "&") for t in between)

    def _title(self, hit: tuple[int, int, tuple[Title, ...]]) -> TitleSpan:
        first, core_last, values = hit
        title: Title = values[0]
        country: Country | None = None
        body: Name | None = None
        parts = [self.doc[first:core_last].text]
        while first > self._sent_start(first):
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
                country = country or _country(names[2])
                body = body or _body(names[2])
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
            return names[1], country or _country(names[2]), ""
        if doc[last].lower_ in ("for", "to", "of"):
            stop = last + 1
            while stop < end and (doc[stop].text[0].isupper() or doc[stop].lower_ in ("and", "the", ",", "-")):
                if doc[stop].ent_type_ == "PERSON" or doc[stop].is_sent_start or stop in self.full_at:
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
        return (_country(names[2]), names[1]) if names else (None, at)

    def _sent_start(self, i: int) -> int:
        return int(self.doc[i].sent.start)

    # -- people ---------------------------------------------------------------------------------

    def runs(self, sentence: Sentence, titles: Sequence[TitleSpan]) -> list[tuple[int, int]]:
        """Runs of tokens that may be a person's name."""
        taken = {i for t in titles for i in range(t.first, t.last)}
        runs: list[tuple[int, int]] = []
        i, end = sentence.tokens.start, sentence.tokens.end
        while i < end:
            full = self.full_at.get(i)
            if full and full[0] == i:
                stop = (
                    self._run_end(min(full[1], end) - 1, end, taken)
                    if self._goes_on(full[1], end)
                    else min(full[1], end)
                )
                runs.append((i, stop))
                i = stop
            elif i not in taken and ((i not in self.name_at and self._namey(self.doc[i])) or self._titled(i, titles)):
                stop = self._run_end(i, end, taken)
                runs.append((i, stop))
                i = stop
            else:
                i += 1
        return runs

    def _goes_on(self, i: int, end: int) -> bool:
        """Whether a known full name is the beginning of a longer one ("… bin X Al Y", "…, Jr.")."""
        if i >= end:
            return False
        suffix = self.doc[i].text == "," and i + 1 < end and self.doc[i + 1].text in self.lexicon.words["name_suffixes"]
        return (
            suffix
            or self.doc[i].text in self.lexicon.words["name_particles"]
            or self.doc[i].text in self.lexicon.words["name_suffixes"]
        )

    def _titled(self, i: int, titles: Sequence[TitleSpan]) -> bool:
        """A capital right after a title opens a name, whatever the word is elsewhere ("General He Lei")."""
        token = self.doc[i]
        before = any(t.last == i and not t.plural for t in titles)
        if token.text in self.lexicon.words["surname_like"] and i + 1 < len(self.doc) and i + 1 not in self.name_at:
            following = self.doc[i + 1]
            before = (
                before
                or following.ent_type_ == "PERSON"
                or (following.tag_ == "NNP" and "-" in self.doc[i + 1 : i + 4].text)
            )
        goes_on = i + 1 < len(self.doc) and i + 1 not in self.name_at and self._namey(self.doc[i + 1])
        town = i not in self.name_at or (
            self.name_at[i][1] == i + 1 and {n.kind for n in self.name_at[i][2]} <= {"city", "capital", "region"}
        )
        return bool(before and token.text[0].isupper() and goes_on and town)

    def _run_end(self, start: int, end: int, taken: set[int]) -> int:
        stop = start + 1
        particles = self.lexicon.words["name_particles"]
        while stop < end:
            token = self.doc[stop]
            free = stop not in taken and stop not in self.full_at
            glued = token.text == "-" and not self.doc[stop - 1].whitespace_ and not token.whitespace_
            if free and (
                self._namey(token)
                or token.text in self.lexicon.words["surname_like"]
                or token.text in self.lexicon.words["name_suffixes"]
            ):
                if stop in self.name_at and token.ent_type_ != "PERSON":
                    break
                stop += 1
            elif (
                free
                and (glued or token.text in particles or token.text in MARKS)
                and self._continues(stop + 1, end, taken)
            ):
                stop += 1
            elif (
                free and glued and stop + 1 < end and self.doc[stop + 1].is_alpha and len(self.doc[stop + 1]) < 8
            ) or (
                token.text == "," and stop + 1 < end and self.doc[stop + 1].text in self.lexicon.words["name_suffixes"]
            ):
                stop += 2
            else:
                break
        return stop

    def _continues(self, i: int, end: int, taken: set[int]) -> bool:
        particles = self.lexicon.words["name_particles"]
        while i < end and self.doc[i].text in particles | {"-"}:
            i += 1
        return i < end and i not in taken and self._namey(self.doc[i])

    def _namey(self, token: Token) -> bool:
        text = token.text
        if not text[0].isupper() or not any(c.isalpha() for c in text):
            return False
        if token.ent_type_ in DATES or text in self.lexicon.words["not_names"]:
            return token.tag_ == "NNP" and token.ent_type_ == "PERSON"
        return token.tag_ in ("NNP", "NNPS") or token.ent_type_ in NAMED

    def person(self, run: tuple[int, int], titles: Sequence[TitleSpan], sentence: Sentence) -> Mention | None:
        """The person whose name the run is, with the title beside it; None when nothing says it is a person."""
        first, last = run
        before = next((t for t in titles if t.last == first), None) or self._title_over_honorific(first, titles)
        before = before or self._title_over_comma(first, last, titles)
        first, last = self._trim(first, last, before)
        while first < last - 1 and self.doc[first].lower_.rstrip(".") in self.lexicon.honorifics:
            first += 1
        if first >= last or (before is None and first and self._outlet_noun(first - 1)):
            return None
        apposed = self._apposed_title(last, titles)
        after = apposed if before is None else None
        known = first in self.full_at
        honorific = first > 0 and self.doc[first - 1].lower_.rstrip(".") in self.lexicon.honorifics
        if not (known or before or honorific or self._is_person(first, last, after)):
            return None
        title = before or after
        left = before.first if before else first - 1 if honorific else first
        name = self.doc[first:last].text
        country = title.country if title else None
        if country is None and last < len(self.doc) - 1 and self.doc[last].lower_ == "of":
            country = self._country_from(last + 1)
        told = apposed or (before is not None and before.title.portfolio in ("military", "scholar"))
        body, label, beside = self._affiliation(last) if told else (None, "", None)
        return Mention(
            sentence.index, self.passage.index, left, last, self._head(first, last), "person", (first, last), name,
            title.title if title else None, title.text if title else "", country or beside,
            (title.body if title else None) or body, counterpart_of=self._possessor(before) if before else None,
            affiliation=label,
        )  # fmt: skip

    def _outlet_noun(self, i: int) -> bool:
        """ "the news site", "the daily": what follows names an outlet."""
        return self.doc[i].lower_ in self.lexicon.words["outlet_nouns"]

    def _title_over_honorific(self, first: int, titles: Sequence[TitleSpan]) -> TitleSpan | None:
        if first == 0 or self.doc[first - 1].lower_.rstrip(".") not in self.lexicon.honorifics:
            return None
        return next((t for t in titles if t.last == first - 1), None)

    def _title_over_comma(self, first: int, last: int, titles: Sequence[TitleSpan]) -> TitleSpan | None:
        """The title in "the minister's spokeswoman, NAME, …": the name is the aside."""
        closed = last < len(self.doc) and self.doc[last].text in (",", ")", ".")
        if (
            first < 2
            or self.doc[first - 1].text not in (",", "(")
            or not closed
            or not self._is_person(first, last, None)
        ):
            return None
        title = next((t for t in titles if t.last == first - 1 and not t.plural), None)
        own = title is not None and (
            title.country is not None
            or title.body is not None
            or self.doc[title.first - 1].lower_ in ("'s", "’s", "the")
            or self.doc[title.first - 1].tag_ == "PRP$"
        )
        return title if own else None

    def _trim(self, first: int, last: int, before: TitleSpan | None) -> tuple[int, int]:
        """A run after "for East Asian Affairs" or with a trailing body word is cut to the name."""
        people = [e for e in self.doc[first:last].ents if e.label_ == "PERSON"]
        if before is None and people and people[-1].end == last and people[-1].start > first:
            return (first, last) if self._one_name(first, last) else (people[-1].start, last)
        return first, last

    def _one_name(self, first: int, last: int) -> bool:
        return last - first <= 4 and all(t.ent_type_ in ("", "PERSON") for t in self.doc[first:last])

    def _is_person(self, first: int, last: int, after: TitleSpan | None) -> bool:
        words = [t for t in self.doc[first:last] if t.text != "-"]
        if words[-1].lower_ in self.lexicon.words["body_heads"] and after is None:
            return False
        if self.doc[last - 1].ent_type_ == "PERSON" or after is not None:
            return True
        given = self.lexicon.sex_of_name.get(plain(words[0].text))
        return given is not None and len(words) in (2, 3)

    def _apposed_title(self, last: int, titles: Sequence[TitleSpan]) -> TitleSpan | None:
        """The title in "NAME, (a|the) … TITLE …" or "NAME (TITLE)"; at most eight words away."""
        if last >= len(self.doc) or self.doc[last].text not in (",", "(", "–", "—"):
            return None
        for title in titles:
            between = self.doc[last + 1 : title.first]
            if last < title.first <= last + 9 and not any(
                t.pos_ in ("VERB", "AUX") or t.tag_ in ("PRP", "WP") or t.text in (",", ";") for t in between
            ):
                if title.last < len(self.doc) and self._namey(self.doc[title.last]) and title.last not in self.name_at:
                    return None
                return title if self._closes_phrase(title, last) else None
        return None

    def _closes_phrase(self, title: TitleSpan, last: int) -> bool:
        """Whether the phrase with the title is an aside to the name, not the subject of what follows."""
        head = self.doc[title.core_last - 1]
        if head.dep_ in ("appos", "conj") or self.doc[last].text == "(":
            return True
        return head.dep_ not in ("nsubj", "nsubjpass") and self.doc[last - 1].ent_type_ == "PERSON"

    def _affiliation(self, last: int) -> tuple[Name | None, str, Country | None]:
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
            and (clause or self.doc[stop].tag_ not in VERBS)
        ):
            stop += 1
        if not any(t.text[0].islower() for t in self.doc[last + 1 : stop]) and stop - last > 8:
            return None, "", None
        hits = [h[2] for h in self.name_hits if last < h[0] < stop]
        body = next((b for values in hits if (b := _body(values)) is not None and b.kind == "body"), None)
        heads = self.lexicon.words["body_heads"]
        national = (h for h in self.name_hits if last < h[0] < stop and self.doc[min(h[1], stop)].lower_ in heads)
        country = next((c for h in national if (c := _country(h[2])) is not None), None)
        if body is None and (named := self._national_body(last, stop)):
            return None, named, country
        labels = (e for e in self.doc.ents if last < e.start < stop and e.label_ == "ORG" and len(e) > 1)
        places = self.lexicon.words["affiliation_prepositions"]
        label = next(
            (e.text for e in labels if {t.lower_ for t in self.doc[max(0, e.start - 2) : e.start]} & places),
            "",
        )
        return body, label.removeprefix("the ").strip(), country

    def _national_body(self, first: int, stop: int) -> str:
        """ "Republic of Korea Army", "Royal Thai Navy": a country's name with the capitalised body after it."""
        heads = self.lexicon.words["body_heads"]
        for hit in self.name_hits:
            at = hit[1]
            while first < hit[0] and at < stop and self.doc[at].text[0].isupper() and at not in self.name_at:
                at += 1
            if at > hit[1] and self.doc[at - 1].lower_ in heads:
                start = hit[0]
                while start - 1 > first and self.doc[start - 1].text[0].isupper():
                    start -= 1
                return self.doc[start:at].text.removeprefix("the ").strip()
        return ""

    def _possessor(self, title: TitleSpan) -> int | None:
        """The token of "his" in "his Chinese counterpart"."""
        if title.title.portfolio != "counterpart":
            return None
        start = title.first - 1
        return start if start >= 0 and self.doc[start].tag_ == "PRP$" else None

    def _country_from(self, at: int) -> Country | None:
        while at < len(self.doc) and self.doc[at].lower_ in ("the", "republic", "of"):
            at += 1
        names = self.name_at.get(at)
        return _country(names[2]) if names else None

    def _head(self, first: int, last: int) -> int:
        return int(self.doc[first:last].root.i)

    # -- offices, bodies, places, pronouns -------------------------------------------------------

    def office(self, title: TitleSpan, sentence: Sentence) -> Mention:
        """A title that names no one: "the Chinese foreign minister", "the Secretary"."""
        return Mention(
            sentence.index, self.passage.index, title.first, title.last, title.core_last - 1, "office",
            (title.first, title.core_last), title.text, title.title, title.text, title.country, title.body,
            plural=title.plural, counterpart_of=self._possessor(title),
        )  # fmt: skip

    def named(self, sentence: Sentence) -> list[Mention]:
        """States, demonyms, places, bodies and outlets that the lexicon names in the sentence."""
        found = []
        for first, last, values in self.name_hits:
            if sentence.tokens.start <= first < sentence.tokens.end:
                kind = self._kind(values, first, last)
                found.append(
                    Mention(
                        sentence.index,
                        self.passage.index,
                        first,
                        last,
                        self._head(first, last),
                        kind,
                        (first, last),
                        self.doc[first:last].text,
                        country=_country(values),
                        body=_body(values),
                        names=values,
                    )  # fmt: skip
                )
        return found

    def _kind(self, values: Sequence[Name], first: int, last: int) -> MentionKind:
        kinds = {v.kind for v in values}
        if "country" in kinds:
            return "state"
        if "demonym" in kinds:
            return "demonym"
        if "body" in kinds:
            return "body"
        if kinds & {"capital", "metonym"}:
            return "state" if "metonym" in kinds or self._acts(first, last) else "place"
        return "outlet" if "outlet" in kinds else "place"

    def _acts(self, first: int, last: int) -> bool:
        """Whether a capital stands for its government: it acts, is acted on, or owns what a state owns."""
        head = self.doc[self._head(first, last)]
        words = self.lexicon.words
        if head.dep_ in ("nsubj", "nsubjpass", "agent", "conj", "dobj", "dative"):
            root = head.head if head.dep_ != "conj" else head.head.head
            return head.dep_ != "dobj" or root.lemma_ not in words["motion_verbs"]
        if head.dep_ == "poss":
            return True
        if head.dep_ in ("compound", "nmod", "amod"):
            return head.head.lower_ in words["state_agents"] or head.head.text == "-"
        if (
            head.dep_ == "pobj"
            and head.head.head.lemma_ in words["addressing_verbs"]
            and head.head.lower_ in ("on", "upon", "to")
        ):
            return True
        if head.dep_ == "pobj":
            return (
                head.head.lower_ in ("with", "by", "between", "against", "among", "of")
                and head.head.head.lower_ not in words["inhabited"]
            )
        return False

    def pronouns(self, sentence: Sentence, taken: set[int]) -> list[Mention]:
        """Personal and possessive pronouns, as written."""
        return [
            Mention(
                sentence.index, self.passage.index, t.i, t.i + 1, t.i, "pronoun", (t.i, t.i + 1), t.text,
                plural=t.lower_ in self.lexicon.words["plural"],
            )
            for t in sentence.tokens
            if t.tag_ in ("PRP", "PRP$") and t.i not in taken
        ]  # fmt: skip


def _modified(title: Title, word: str, modifier: object) -> Title:
    fields = modifier if isinstance(modifier, dict) else {}
    level = fields.get("level", title.level)
    official = bool(fields.get("official", title.official))
    name = f"{word.capitalize()} {title.name}" if fields.get("past") or "level" in fields else title.name
    return Title(name, level, title.portfolio, official)


def _country(values: Sequence[Name]) -> Country | None:
    return next((v.country for v in values if v.country), None)


def _body(values: Sequence[Name]) -> Name | None:
    return next((v for v in values if v.kind in ("body", "outlet")), None)
