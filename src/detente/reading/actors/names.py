"""Named people in a passage, each with the title, country and body that the text puts beside the name.

In: a grid and the titles of a sentence. Out: person `Mention`s. The parser's entity labels are one witness among
several: titles, honorifics and the tables of names overrule them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from detente.model import Country
from detente.reading.actors.apposition import Apposition
from detente.reading.actors.grid import Grid, Mention, TitleSpan, body_of, country_of
from detente.reading.actors.lexicon import Name, Title, letters_of_state, plain, singular, spelt
from detente.reading.actors.oddnames import GIVEN, OddNames
from detente.reading.scene import Sentence

if TYPE_CHECKING:
    from detente.reading.words import Doc, Token

MARKS = frozenset({"’", "'", "ʼ"})
AGENTS = frozenset({"by", "with", "to", "between", "against"})
QUOTED = {"“": "”", '"': '"', "‘": "’", "'": "'", "(": ")", "«": "»", "`": "'", "``": "''"}


class NameFinder:
    """Finds the people of one passage."""

    def __init__(self, grid: Grid) -> None:
        self.grid, self.doc, self.lexicon, self.passage = grid, grid.doc, grid.lexicon, grid.passage
        self.name_at = grid.name_at
        self.aside = Apposition(grid)
        self.odd = OddNames(grid)

    def runs(self, sentence: Sentence, titles: Sequence[TitleSpan]) -> list[tuple[int, int]]:
        """Runs of tokens that may be a person's name."""
        taken = {i for t in titles for i in range(t.first, t.last)}
        runs: list[tuple[int, int]] = []
        i, end = sentence.tokens.start, sentence.tokens.end
        while i < end:
            full = self.grid.full_at.get(i)
            if full and full[0] == i:
                stop = min(full[1], end)
                stop = self._run_end(stop - 1, end, taken) if self._goes_on(full[1], end) else stop
                runs.append((i, stop))
                i = stop
            elif i not in taken and (
                (i not in self.name_at and self.grid.namey(self.doc[i])) or self._titled(i, titles) or self._given(i)
            ):
                stop = self._run_end(i, end, taken)
                known = self.grid.full_at.get(stop, (-1, -1))[0] == stop
                initials = known and self._initials(i, stop)
                if known and not initials and self._opens_after(i, titles):  # "Minister X Y Z", of a known "Y Z"
                    stop = min(self.grid.full_at[stop][1], end)
                if not initials:
                    runs.append((i, stop))
                i = stop
            else:
                i += 1
        return runs

    def _opens_after(self, i: int, titles: Sequence[TitleSpan]) -> bool:
        """Whether a token stands right after somebody's title, a comma between allowed: names follow, and no office."""
        at = self._over_honorifics(i)
        if at < i:
            return True  # "Mr X Y Z"
        at = i - (i > 0 and self.doc[i - 1].text == ",")
        return any(t.last == at and not t.plural for t in titles)

    def _initials(self, first: int, last: int) -> bool:
        """Whether tokens are initials alone, as before a known name: "A. B." of "A. B. X Y"."""
        return all(t.text.isupper() and t.text.endswith(".") for t in self.doc[first:last])

    def _names(self, i: int) -> bool:
        """Whether the token may be part of a person's name: a name's word that is no state, body or place."""
        return self.odd.names(i)

    def _given(self, i: int) -> bool:
        """Whether a town's name is somebody's given name here: "Rosario Villanueva", "Florence Obi"."""
        hit = self.name_at.get(i)
        town = hit is not None and hit[0] == i and hit[1] == i + 1
        if not town or hit is None or not {n.kind for n in hit[2]} <= GIVEN:
            return False
        label = self.doc[i].ent_type_ == "PERSON" or plain(self.doc[i].text) in self.lexicon.sex_of_name
        after = i + 1
        while after < len(self.doc) and self.doc[after].text in self.lexicon.words["name_particles"] | {"-"}:
            after += 1  # "Muthanna al-Jabouri"
        return label and self._names(after) and self.doc[after].tag_ in ("NNP", "NNPS")

    def _goes_on(self, i: int, end: int) -> bool:
        """Whether a known full name is the beginning of a longer one ("… bin X Al Y", "…, Jr.")."""
        if i >= end:
            return False
        if self.doc[i].ent_iob_ == "I" and self.doc[i].ent_type_ == "PERSON" and self._names(i):
            return True  # "Ana Maria Ruiz Lima", of a known "Ana Maria Ruiz"
        suffix = self.doc[i].text == "," and i + 1 < end and self.doc[i + 1].text in self.lexicon.words["name_suffixes"]
        return (
            suffix
            or self.doc[i].text in self.lexicon.words["name_particles"]
            or self.doc[i].text in self.lexicon.words["name_suffixes"]
        )

    def _titled(self, i: int, titles: Sequence[TitleSpan]) -> bool:
        """A capital right after a title opens a name, whatever the word is elsewhere ("General He Lei")."""
        token = self.doc[i]
        if not token.text[0].isupper():
            return False
        aside = i > 0 and self.doc[i - 1].text == "," and self._opens_name(i)
        before = any(t.last in (i, i - aside) and not t.plural for t in titles) or self._over_honorifics(i) < i
        if token.text in self.lexicon.words["surname_like"] and i + 1 < len(self.doc) and i + 1 not in self.name_at:
            following = self.doc[i + 1]
            before = (
                before
                or following.ent_type_ == "PERSON"
                or (following.tag_ == "NNP" and "-" in self.doc[i + 1 : i + 4].text)
            )
        if not before:
            return False
        goes_on = self._names(i + 1) or self.odd.town_for_name(i)
        town = i not in self.name_at or (
            self.name_at[i][1] == i + 1 and {n.kind for n in self.name_at[i][2]} <= GIVEN | {"country"}
        )  # "spokeswoman Georgia Papadaki"
        return bool(goes_on and town)

    def _opens_name(self, i: int) -> bool:
        """Whether a word after a comma is a given name, or a capital before a known name: "Than Than Shwe"."""
        odd = self.doc[i].text.istitle() and self.doc[i].text not in self.lexicon.words["sentence_openers"]
        return plain(self.doc[i].text) in self.lexicon.sex_of_name or (odd and self.grid.full_at.get(i + 1) is not None)

    def _run_end(self, start: int, end: int, taken: set[int]) -> int:
        stop = start + 1
        particles = self.lexicon.words["name_particles"]
        while stop < end:
            token = self.doc[stop]
            free = stop not in taken and stop not in self.grid.full_at
            glued = token.text == "-" and not self.doc[stop - 1].whitespace_ and not token.whitespace_
            if free and (
                self.grid.namey(token)
                or self.odd.month_surname(stop)
                or self.odd.odd_surname(start, stop, taken)
                or self.odd.odd_middle(start, stop, taken)
                or token.text in self.lexicon.words["surname_like"]
                or token.text in self.lexicon.words["name_suffixes"]
            ):
                state = stop in self.name_at and (token.ent_type_ != "PERSON" or letters_of_state(token.text))
                acts = stop in self.name_at and token.dep_ == "nsubj" and token.nbor(-1).dep_ == "dobj"
                if acts or (state and (letters_of_state(token.text) or not self.odd.surname_of_a_state(start, stop))):
                    break  # "told X Y should act"
                stop += 1
            elif (
                free
                and (glued or token.text in particles or token.text in MARKS)
                and self._continues(stop + 1, end, taken)
            ):
                stop += 1
            elif free and (after := self._nickname(stop, end)) is not None:
                stop = after
            elif (
                free and glued and stop + 1 < end and self.doc[stop + 1].is_alpha and len(self.doc[stop + 1]) < 8
            ) or (
                token.text == "," and stop + 1 < end and self.doc[stop + 1].text in self.lexicon.words["name_suffixes"]
            ):
                stop += 2
            else:
                break
        return stop

    def _nickname(self, at: int, end: int) -> int | None:
        """Past “Z” in "X “Z” Y", where the name goes on after it."""
        closing = QUOTED.get(self.doc[at].text)
        if closing is None:
            return None
        for stop in range(at + 2, min(at + 4, end - 1)):
            inside = self.doc[at + 1 : stop]
            if self.doc[stop].text in closing and all(t.text[0].isupper() for t in inside):
                return stop + 1 if self._names(stop + 1) else None
        return None

    def _continues(self, i: int, end: int, taken: set[int]) -> bool:
        particles = self.lexicon.words["name_particles"]
        while i < end and self.doc[i].text in particles | {"-"}:
            i += 1
        return i < end and i not in taken and self.grid.namey(self.doc[i])

    def person(self, run: tuple[int, int], titles: Sequence[TitleSpan], sentence: Sentence) -> Mention | None:
        """The person whose name the run is, with the title beside it; None when nothing says it is a person."""
        first, last = run
        before = next((t for t in titles if t.last == first), None) or self._title_over_honorific(first, titles)
        before = before or self._title_over_comma(first, last, titles)
        before = self._over_rank(before, titles) if before else None
        first, last = self._trim(first, last, before)
        while first < last and self._honorific(first):
            first += 1
        if first >= last or (before is None and first and self._outlet_noun(first - 1)):
            return None
        apposed = self.aside.title(last, titles) or self.aside.voice(first, last)
        if before is not None and apposed is not None and _outranks(apposed.title, before.title):
            before = replace(apposed, first=before.first, country=apposed.country or before.country)
        after = apposed if before is None else None
        known = first in self.grid.full_at
        start = self._over_honorifics(first)
        honorific = start < first
        if not (known or honorific or self._is_person(first, last, before or after)):
            return None
        title = before or after
        left = before.first if before else start
        name, alias = self._spelled(first, last)
        country = (title.country if title else None) or (apposed.country if apposed else None)
        country = country or (self._state_before(first) if before is None else None)
        behind = self._over_bracket(last)
        if behind < len(self.doc) - 1 and self.doc[behind].lower_ == "of":
            if country is None or (before is not None and self._at_a_seat(before)):
                country = self._country_from(behind + 1) or country
        told = apposed or (before is not None and before.title.portfolio in ("military", "scholar"))
        told = told or (before is None and self.doc[last : last + 2].text == ", who")
        body, label, beside = self.aside.affiliation(last) if told else (None, "", None)
        spoken = self._parted_by_name(title, last) if title else None
        if title is not None and spoken is not None and self._of_private(title):
            spoken = replace(spoken, official=False)
        if spoken is not None and spoken.portfolio == "military":
            body = body or self._force_after(last)
            label = label or self._force_words(last)
            label = label or (self.aside.force(last, sentence.tokens.end) if body is None else "")
            spoken = replace(spoken, official=spoken.official and not self._left_service(last))
        return Mention(
            sentence.index, self.passage.index, left, last, self.grid.head(first, last), "person", (first, last), name,
            spoken, _post(title), country or beside,
            (title.body if title else None) or body, counterpart_of=possessor(self.doc, before) if before else None,
            affiliation=label, alias=alias, title_plural=bool(before and before.plural),
            courtesy=self.doc[first - 1].lower_ if honorific and self._honorific(first - 1) else "",
        )  # fmt: skip

    def _parted_by_name(self, title: TitleSpan, last: int) -> Title:
        """ "Secretary-General X of the foreign ministry": a title that a name parts."""
        wholes = (plain(f"{title.text} {self.doc[last:stop].text}") for stop in range(last + 3, last + 5))
        found = (t for w in wholes if (t := self.lexicon.titles_by_form.get(w)) is not None)
        return next(found, None) or title.title

    def _at_a_seat(self, title: TitleSpan) -> bool:
        """ "to the White House Prime Minister X of Y": a palace before a title, which may only be where he goes."""
        hit = self.name_at.get(title.first)
        return hit is not None and any(n.kind == "metonym" for n in hit[2])

    def _over_bracket(self, last: int) -> int:
        """Where the text goes on after "(left)" behind a name."""
        if last < len(self.doc) and self.doc[last].text == "(":
            return next((t.i + 1 for t in self.doc[last : last + 6] if t.text == ")"), last)
        return last

    def _of_private(self, title: TitleSpan) -> bool:
        """ "director of the X Institute", "head of the think tank Y": a post that any body has, at one of no state."""
        if title.title.name not in self.lexicon.words["titles_of_any_body"] or title.country is not None:
            return False
        stop = next((t.i for t in self.doc[title.last : title.last + 9] if t.is_punct), title.last + 9)
        states = (h[1] for h in self.grid.name_hits if title.first <= h[0] < stop and country_of(h[2]))
        national = any(self.doc[i : i + 1].text not in ("'s", "’s") for i in states)  # "X's cycling club" is not X's
        words = {t.lower_ for t in self.doc[title.first : stop]}
        return bool(words & self.lexicon.words["private_bodies"]) and not national

    def _force_after(self, last: int) -> Name | None:
        """ "General X of the Armed Forces of Y": the body right after "of" or "from"."""
        if last + 1 >= len(self.doc) or self.doc[last].lower_ not in ("of", "from", "in"):
            return None
        at = last + 1 + (self.doc[last + 1].lower_ == "the")
        body = body_of(self.name_at[at][2]) if at in self.name_at and self.name_at[at][0] == at else None
        return body if body is not None and body.kind == "body" else None

    def _force_words(self, last: int) -> str:
        """The body right after "of" or "from" as the text has it, whatever else it is called."""
        if self._force_after(last) is None:
            return ""
        hit = self.name_at[last + 1 + (self.doc[last + 1].lower_ == "the")]
        return str(self.doc[hit[0] : hit[1]].text)

    def _left_service(self, last: int) -> bool:
        """Whether the aside after an officer's name says that he serves no more."""
        if last >= len(self.doc) or self.doc[last].text not in (",", "(", "–", "—"):
            return False
        stop = next((i for i in range(last + 1, len(self.doc)) if self.doc[i].text in (",", ")", ".", ";")), last)
        return any(t.lower_ in self.lexicon.words["left_service"] for t in self.doc[last + 1 : min(stop, last + 12)])

    def _honorific(self, i: int) -> bool:
        """Whether a token is an honorific or part of one of two words ("Datuk Seri"); "HE" only in capitals."""
        doc, known = self.doc, self.lexicon.honorifics
        if doc[i].text in known or doc[i].lower_.rstrip(".") in known:
            return not (doc[i].text.islower() and doc[i].pos_ not in ("NOUN", "PROPN"))
        pairs = (doc[max(0, i - 1) : i + 1], doc[i : i + 2])
        return any(len(p) == 2 and p.text.lower() in known for p in pairs)

    def _spelled(self, first: int, last: int) -> tuple[str, str]:
        """The name without a nickname in quotation marks, and the name by that nickname."""
        at = next((i for i in range(first + 1, last - 2) if self.doc[i].text in QUOTED), None)
        stop = self._nickname(at, last + 1) if at is not None else None
        if at is None or stop is None or stop > last:
            return self.doc[first:last].text, ""
        after = self.doc[stop:last].text
        return f"{self.doc[first:at].text} {after}", f"{self.doc[at + 1 : stop - 1].text} {after}"

    def _outlet_noun(self, i: int) -> bool:
        """ "the news site", "the daily": what follows names an outlet."""
        return self.doc[i].lower_ in self.lexicon.words["outlet_nouns"]

    def _over_rank(self, rank: TitleSpan, titles: Sequence[TitleSpan]) -> TitleSpan:
        """ "the defence minister, General X": of an office and a rank or order after a comma the office counts."""
        ranked = rank.title.portfolio == "military" or rank.title.name == "Businessperson"
        at = rank.first - 1
        if not ranked or at < 1 or self.doc[at].text != ",":
            return rank
        office = next((t for t in titles if t.last == at and not t.plural and t.title.official), None)
        return replace(office, last=rank.last) if office is not None else rank

    def _title_over_honorific(self, first: int, titles: Sequence[TitleSpan]) -> TitleSpan | None:
        """The title before an honorific, a comma allowed: "the Minister of Trade, Dr X"."""
        at = self._over_honorifics(first)
        ends = (at, at - 1) if at > 1 and self.doc[at - 1].text == "," else (at,)
        return next((t for t in titles if t.last in ends and not t.plural), None) if at < first else None

    def _over_honorifics(self, first: int) -> int:
        """Where the honorifics before a name begin, "Amb." may be two tokens; of a known name, its initials."""
        at = first
        while at > 0 and first in self.grid.full_at and self._initials(at - 1, at):
            at -= 1
        while at > 0:
            dotted = self.doc[at - 1].text == "." and at > 1 and self._honorific(at - 2)
            if not dotted and not self._honorific(at - 1):
                break
            at -= 1 + dotted
        return at

    def _title_over_comma(self, first: int, last: int, titles: Sequence[TitleSpan]) -> TitleSpan | None:
        """The title in "the minister's spokeswoman, NAME, …": the name is the aside."""
        closed = last < len(self.doc) and self.doc[last].text in (",", ")", ".")
        if (
            first < 2
            or self.doc[first - 1].text not in (",", "(")
            or not closed
            or not (first in self.grid.full_at or self._is_person(first, last, None) or self._unknown_name(first, last))
        ):
            return None
        title = next((t for t in titles if t.last == first - 1 and not t.plural), None)
        own = title is not None and (
            title.country is not None
            or title.body is not None
            or (before := self.doc[title.first - 1]).lower_ in ("'s", "’s", "the")
            or before.tag_ == "PRP$"
            or (before.lower_ in ("a", "an") and self.doc[last - 1].head.i == title.core_last - 1)
            or self._speaks_for_one(title, first, last)
        )
        return title if own else None

    def _speaks_for_one(self, title: TitleSpan, first: int, last: int) -> bool:
        """ "A spokesman for the minister, NAME, said": whom the passage did not name before is no minister."""
        links = ("for", "of", "in", "at")
        whose = title.title.portfolio == "spokesperson" and self.doc[title.core_last].lower_ in links
        whose = whose and title.last > title.core_last
        return (
            whose and first not in self.grid.full_at and self.doc[first:last].text not in self.doc[: title.first].text
        )

    def _unknown_name(self, first: int, last: int) -> bool:
        """Whether a run of two to four capitalised words that no table and no label knows may be a name."""
        small = self.lexicon.words["name_particles"] | {"-"}
        words = [t for t in self.doc[first:last] if t.text not in small]
        plain_words = all(t.text[0].isupper() and spelt(t.text) and t.i not in self.name_at for t in words)
        return 2 <= len(words) <= 4 and plain_words and words[-1].lower_ not in self.lexicon.words["body_heads"]

    def _trim(self, first: int, last: int, before: TitleSpan | None) -> tuple[int, int]:
        """A run after "for East Asian Affairs" or with a trailing body word is cut to the name."""
        opener = self.doc[first].text in self.lexicon.words["sentence_openers"]
        if before is None and opener and last - first > 2 and first == self.grid.sentence_start(first):
            first += 1
        people = [e for e in self.doc[first:last].ents if e.label_ == "PERSON"]
        if before is None and people and people[-1].end == last and people[-1].start > first:
            return (first, last) if self._one_name(first, last) else (people[-1].start, last)
        return first, last - (last - first > 2 and self.doc[last - 1].text in self.lexicon.words["postnominals"])

    def _one_name(self, first: int, last: int) -> bool:
        words = sum(t.text != "-" for t in self.doc[first:last])
        strange = (t.ent_type_ in ("", "PERSON") or t.i not in self.name_at for t in self.doc[first:last])
        return words <= 4 and all(strange)  # no place that the tables know

    def _is_person(self, first: int, last: int, after: TitleSpan | None) -> bool:
        words = [t for t in self.doc[first:last] if t.text != "-"]
        if words[-1].lower_ in self.lexicon.words["body_heads"] and words[-1].ent_type_ != "PERSON":
            return False
        if words[0].text in self.lexicon.words["land_words"] and after is None:
            return False
        if after is not None:
            return True
        if any(c.isdigit() for t in words for c in t.text):
            return False
        if self.doc[last - 1].ent_type_ == "PERSON":
            return len(words) > 1 or self._single(words[0])
        given = self.lexicon.sex_of_name.get(plain(words[0].text))
        if self._appointed(first, last):
            return True
        told = self._who_follows(last) or self._acts_for_a_state(first, last) or self._beside_a_person(first, last)
        if told and self._unknown_name(first, last):
            return True
        return (given is not None and len(words) in (2, 3)) or self._in_capitals(words)

    def _beside_a_person(self, first: int, last: int) -> bool:
        """ "The ministers, X Y and Z W, met": what is joined to a person's name by "and" is one's too, whatever the
        parser takes it for after a title in the plural."""
        before, after = self.doc[max(0, first - 2) : first], self.doc[last : last + 2]
        if len(after) == 2 and after[0].lower_ == "and" and after[1].ent_type_ == "PERSON":
            ends = next((t for t in self.doc[last + 1 :] if t.ent_type_ != "PERSON"), after[1])
            return first <= self.doc[ends.i - 1].head.i < last and not self.doc[first].ent_type_
        if len(before) < 2 or before[1].lower_ != "and" or before[0].ent_type_ != "PERSON":
            return False
        opens = next((t.i for t in reversed(self.doc[: first - 1]) if t.ent_type_ != "PERSON"), 0)
        return opens in self.grid.title_at and self.doc[opens].tag_ in ("NNS", "NNPS")

    def _acts_for_a_state(self, first: int, last: int) -> bool:
        """ "Laos's X Y met …": two or three capitals owned by a state that do what only people do."""
        if self._state_before(first) is None or last - first > 3:
            return False
        head, words = self.doc[last - 1], self.lexicon.words
        while head.dep_ in ("conj", "compound", "appos") and head.head != head:
            head = head.head
        verb = head.head
        people = verb.lemma_ in words["meeting_verbs"] or verb.lemma_ in words["speech_verbs"]
        return (
            head.dep_ in ("nsubj", "dobj")
            and people
            and not words["body_heads"] & {t.lower_ for t in self.doc[first:last]}
        )

    def _state_before(self, first: int) -> Country | None:
        """X in "X's NAME" and, after another's office, in "X's, NAME", where X is a state."""
        first -= first > 2 and self.doc[first - 1].text == ","
        owned = first > 1 and self.doc[first - 1].tag_ == "POS"
        names = self.name_at.get(first - 2) if owned else None
        return country_of(names[2]) if names is not None and names[1] == first - 1 else None

    def _appointed(self, first: int, last: int) -> bool:
        """ "appointed X Y ambassador": a name's capitals between a verb of appointing and the office that is given."""
        verb, words = self.doc[first - 1] if first else None, [t for t in self.doc[first:last] if t.text != "-"]
        gives = verb is not None and verb.lemma_ in self.lexicon.words["appointing_verbs"] and verb.pos_ == "VERB"
        named = all(t.text[0].isupper() or self.doc[t.i - 1].text == "-" for t in words) and len(words) in (2, 3, 4)
        at = last + (self.doc[last : last + 1].text.lower() in ("as", "its", "their", "the"))
        return gives and named and not any(t.i in self.name_at for t in words) and at in self.grid.title_first

    def _who_follows(self, last: int) -> bool:
        """ "X Y, who teaches in Z": only people are told of with "who"."""
        after = self.doc[last : last + 2]
        return len(after) == 2 and after[0].text == "," and after[1].lower_ in ("who", "whom")

    def _single(self, word: Token) -> bool:
        """Whether one word alone, that the parser labels a person, may be one: it acts, owns or is known."""
        if word.lower_ in self.lexicon.words["field_words"] or word.text in self.lexicon.words["never_people"]:
            return False
        known = plain(word.text) in self.lexicon.by_surname or plain(word.text) in self.lexicon.sex_of_name
        acts = (
            word.dep_ in ("nsubj", "nsubjpass", "poss", "conj", "ROOT", "appos", "dobj") or word.head.lower_ in AGENTS
        )
        return known or acts

    def _in_capitals(self, words: Sequence[Token]) -> bool:
        """ "MOTEGI Toshimitsu": a family name in capitals beside a given name that is not."""
        marked = [t.is_upper and len(t) > 2 for t in words]
        return len(words) in (2, 3) and sum(marked) == 1 and (marked[0] or marked[-1])

    def _country_from(self, at: int) -> Country | None:
        while at < len(self.doc) and self.doc[at].lower_ in ("the", "republic", "of"):
            at += 1
        names = self.name_at.get(at)
        return country_of(names[2]) if names else None


def _outranks(office: Title, before: Title) -> bool:
    """Whether the office told after a name says more of its bearer than the title before it: a spokesman's, and that
    of "Professor X, Minister of Y" and "General X, the president"."""
    rank = before.portfolio in ("scholar", "military")
    high = office.official and office.level in ("minister", "head_of_state", "head_of_government")
    of_ministry = before.portfolio == "io" and office.level == "deputy"  # "X, number two at the ministry"
    return office.portfolio == "spokesperson" or (rank and high) or of_ministry


def _post(title: TitleSpan | None) -> str:
    """The words of a title as one person holds it."""
    return "" if title is None else singular(title.text) if title.plural else title.text


def possessor(doc: Doc, title: TitleSpan) -> int | None:
    """The token of "his" in "his Chinese counterpart"."""
    if title.title.portfolio != "counterpart":
        return None
    start = title.first - 1
    return start if start >= 0 and doc[start].tag_ == "PRP$" else None
