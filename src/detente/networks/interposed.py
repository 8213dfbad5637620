"""Parses as if nothing were put between: "Minister X (left) of Y", "will tomorrow, 4 June, host", "will on 4 June
host", "will next week visit", "and, on its margins, hold", "meet, among others, X", "co-chair", "X, Jr.", "X TD".

A short bracket, a day told twice, a "co-" before a hyphen or a "Jr." after a comma makes the small pipeline lose the
subject of what follows. In: a tokenised passage. Out: the runs of tokens that are left out for the parser;
`unquoted.restored` puts them back.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

LONGEST = 3  # words in a bracket that is left out
LONGEST_NOTE = 8  # words and commas in one that closes a line
JOINED = "co"
LONG_ASIDE = 7
LONGEST_HOURS = 16
STOPS = frozenset(".!?;:,")


@dataclass(frozen=True, slots=True)
class Words:
    """The words by which it is known, in lower case but for `juniors` ("Jr.") and `letters` ("TD") behind a name.

    `days` are words for a day ("tomorrow", "Tuesday"), `months` their names; `soon` and `periods` make "next week".
    `modals` have their verb behind a day; `prepositions` open a day or a place. `links` open an aside and `asides` make
    it one; in it `owners` and `joints` stand before a noun, `anchors` before the aside have their verb behind it.
    `objects` open what a verb in the past is done to, `pasts` are such verbs that do not end in "-ed", `passive` words
    before one leave it no object; `times` are no such thing ("the day after"); `serving` open a clause that another
    follows, `hours` an aside on when something began ("commencing"), `alone` are an aside by one word ("separately").
    """

    days: frozenset[str] = frozenset()
    months: frozenset[str] = frozenset()
    letters: frozenset[str] = frozenset()
    modals: frozenset[str] = frozenset()
    prepositions: frozenset[str] = frozenset()
    soon: frozenset[str] = frozenset()
    periods: frozenset[str] = frozenset()
    passive: frozenset[str] = frozenset()
    juniors: frozenset[str] = frozenset()
    anchors: frozenset[str] = frozenset()
    owners: frozenset[str] = frozenset()
    joints: frozenset[str] = frozenset()
    links: frozenset[str] = frozenset()
    asides: frozenset[str] = frozenset()
    objects: frozenset[str] = frozenset()
    pasts: frozenset[str] = frozenset()
    times: frozenset[str] = frozenset()
    serving: frozenset[str] = frozenset()
    hours: frozenset[str] = frozenset()
    alone: frozenset[str] = frozenset()


def words_of(listed: Mapping[str, Iterable[str]], **told: Iterable[str]) -> Words:
    """The words from a list of the codebook, which calls them `between_…`, and those `told` besides."""
    named = {f.name: told.get(f.name, listed.get(f"between_{f.name}", ())) for f in fields(Words)}
    return Words(**{name: frozenset(words) for name, words in named.items()})


def runs(doc: Doc, words: Words) -> Iterator[range]:
    """The runs of tokens put between, in order and apart; none opens the passage, a bracket alone may close it."""
    openings = words.prepositions | {"(", ",", JOINED}
    said = [t.text for t in doc]
    i = 1
    while i < len(doc) - 1:
        end = _end(doc, i, words) if _may_open(said[i - 1], said[i], openings, words) else None
        if end is not None and (end < len(doc) or doc[end - 1].text == ")"):
            yield range(i, end)
        i = end or i + 1


def _end(doc: Doc, i: int, words: Words) -> int | None:
    """The end of what begins at a word, of whatever kind; None where nothing does."""
    return (
        _after_modal(doc, i, words)
        or _before_object(doc, i, words)
        or _bracket(doc, i)
        or _day_again(doc, i, words)
        or _aside(doc, i, words)
        or _alone(doc, i, words.alone)
        or _hours(doc, i, words.hours)
        or _prefix(doc, i)
        or _junior(doc, i, words.juniors)
        or _behind_name(doc, i, words.letters)
    )


def _may_open(before: str, word: str, openings: frozenset[str], words: Words) -> bool:
    """Whether a run may begin with a word: most need not be looked at further."""
    return word in words.letters or word.lower() in openings or before.lower() in words.modals


def _bracket(doc: Doc, i: int) -> int | None:
    """The end of "(left)", "(AU)", "(Prague, left)" after a word; a note that closes a line may be longer ("(City
    Hall, photo opportunity)")."""
    if doc[i].text != "(" or not doc[i - 1].is_alpha:
        return None
    longest = LONGEST_NOTE if doc[-1].text == ")" else LONGEST
    for end in range(i + 2, min(i + 3 + longest, len(doc))):
        if doc[end].text == ")":
            return end + 1
        if not (doc[end].is_alpha or doc[end].is_digit or doc[end].text in (",", ".", "-")):
            return None
    return None


def _after_modal(doc: Doc, i: int, words: Words) -> int | None:
    """The end of "on Thursday, 24 March," or "next week" between "will" and its verb."""
    if doc[i - 1].lower_ not in words.modals:
        return None
    start = i + (doc[i].lower_ in words.prepositions)
    end = _date(doc, start, words) or _period(doc, start, words)
    if end is None or end >= len(doc):
        return None
    end = _day_again(doc, end, words) or end
    return end if end < len(doc) and doc[end].is_alpha and doc[end].is_lower else None


def _before_object(doc: Doc, i: int, words: Words) -> int | None:
    """The end of "in Lima on Tuesday" between a verb in the past and its object: "signed in Lima on Tuesday a pact"."""
    if not _cut_off(doc[i - 1], words) or doc[i].lower_ not in words.prepositions or _served_or_done(doc, i - 1, words):
        return None
    end = i
    for _ in range(2):
        after = _date(doc, end + 1, words) or _named(doc, end)
        if after is None or after + 1 >= len(doc):
            return None
        end = after
        if doc[end].lower_ not in words.prepositions:
            break
    if not any(t.lower_ == "in" for t in doc[i:end]):
        return None
    two = doc[end : end + 2]
    timely = words.days | words.months | words.times | words.periods
    thing = two[0].lower_ in words.objects and not two[1].is_digit and two[1].lower_ not in timely
    return end if thing else None


def _served_or_done(doc: Doc, verb: int, words: Words) -> bool:
    """Whether a verb may have no object: "is signed", or one of a clause that another follows ("After the summit
    opened in Baku the leaders …")."""
    before = doc[verb - 1].lower_ if verb else ""
    for i in range(verb - 1, -1, -1):
        if doc[i].lower_ in words.serving:
            return True
        if doc[i].text in STOPS:
            break
    return before in words.passive


def _named(doc: Doc, i: int) -> int | None:
    """The end of "in Port Moresby"."""
    end = i + 1
    while end < len(doc) and end - i <= LONGEST and doc[end].text[0].isupper() and doc[end].is_alpha:
        end += 1
    return end if doc[i].lower_ == "in" and end > i + 1 else None


def _cut_off(token: Token, words: Words) -> bool:
    """Whether a word looks like a verb in the past whose object may stand behind a place and a day."""
    return token.text.islower() and (token.text.endswith("ed") or token.text in words.pasts)


def _date(doc: Doc, i: int, words: Words) -> int | None:
    """The end of "24 March", "March 24, 2022", "Thursday", "May 2022" after a preposition."""
    if i >= len(doc) - 1 or doc[i - 1].lower_ not in words.prepositions:
        return None
    two = doc[i : i + 2]
    if two[0].lower_ in words.days:
        return i + 1
    if any(t.lower_ in words.months for t in two) and any(t.is_digit for t in two):
        year = doc[i + 2 : i + 3]
        return i + 3 if year and year[0].is_digit and len(year[0]) == 4 else i + 2
    return i + 1 if two[0].lower_ in words.months and doc[i - 1].lower_ == "in" else None


def _period(doc: Doc, i: int, words: Words) -> int | None:
    """The end of "next week", "later this month", "next Monday"."""
    end = i
    while end < len(doc) and end - i < LONGEST and doc[end].lower_ in words.soon:
        end += 1
    if not i < end < len(doc):
        return None
    named = doc[end].is_title and doc[end].lower_ in words.days | words.months
    return end + 1 if doc[end].lower_ in words.periods or named else None


def _day_again(doc: Doc, i: int, words: Words) -> int | None:
    """The end of ", 4 June," or ", June 4, 2024," after a word for the day; the last comma goes with it."""
    if doc[i].text != "," or doc[i - 1].lower_ not in words.days or i + 3 >= len(doc):
        return None
    two = [doc[i + 1], doc[i + 2]]
    if not (any(t.is_digit for t in two) and any(t.lower_ in words.months for t in two)):
        return None
    end = i + 3
    year = [t.text for t in doc[end : end + 2]]
    if doc[end].is_digit and len(doc[end]) == 4:
        end += 1
    elif len(year) == 2 and year[0] == "," and year[1].isdigit() and len(year[1]) == 4:
        end += 2
    return end + 1 if end < len(doc) and doc[end].text == "," else None


def is_aside(run: range, doc: Doc) -> bool:
    """Whether what is put between is an aside of margins or others, set off by commas."""
    after = doc[run[0] + 1]
    return doc[run[0]].text == "," and after.is_alpha and after.is_lower and doc[run[-1]].text == ","


def _aside(doc: Doc, i: int, words: Words) -> int | None:
    """The end of ", on its margins,", ", on the sidelines of the summit,", ", among others," after a word in small
    letters; one that names something stays, for its names."""
    if doc[i].text != "," or not doc[i - 1].is_lower or not doc[i - 1].is_alpha or doc[i + 1].lower_ not in words.links:
        return None
    for end in range(i + 3, min(i + 3 + LONG_ASIDE, len(doc) - 1)):
        if doc[end].text == ",":
            return end + 1 if words.asides.intersection(t.lower_ for t in doc[i + 2 : end]) else None
        if not (doc[end].is_alpha and doc[end].is_lower):
            return None
    return None


def _alone(doc: Doc, i: int, adverbs: frozenset[str]) -> int | None:
    """The end of ", separately," after "and"."""
    three = [t.lower_ for t in doc[i : i + 3]]
    told = doc[i - 1].lower_ == "and" and len(three) == 3 and three[1] in adverbs
    return i + 3 if told and three[0] == three[2] == "," else None


def _hours(doc: Doc, i: int, opening: frozenset[str]) -> int | None:
    """The end of ", commencing at 6:30 p.m. for about 40 minutes" between two commas; the second one stays."""
    if doc[i].text != "," or doc[i + 1].lower_ not in opening:
        return None
    for end in range(i + 2, min(i + 2 + LONGEST_HOURS, len(doc) - 1)):
        if doc[end].text == ",":
            return end if any(t.like_num or t.text[0].isdigit() for t in doc[i + 2 : end]) else None
        if doc[end].text[0].isupper():
            return None
    return None


def _prefix(doc: Doc, i: int) -> int | None:
    """The end of "co-" in "to co-chair"."""
    if doc[i].lower_ != JOINED or doc[i].whitespace_ or i + 2 >= len(doc):
        return None
    return i + 2 if doc[i + 1].text == "-" and not doc[i + 1].whitespace_ and doc[i + 2].is_alpha else None


def _junior(doc: Doc, i: int, juniors: frozenset[str]) -> int | None:
    """The end of ", Jr." or ", Jr.," after a name."""
    if doc[i].text != "," or doc[i + 1].text not in juniors or not doc[i - 1].is_title:
        return None
    return i + 3 if i + 2 < len(doc) and doc[i + 2].text == "," else i + 2


def _behind_name(doc: Doc, i: int, letters: frozenset[str]) -> int | None:
    """The end of "TD" or ", OBE," behind a name of two words or more that no further name follows."""
    aside = doc[i].text == ","
    at = i + aside
    if i < 2 or at >= len(doc) - 1 or doc[at].text not in letters or not (doc[i - 1].is_title and doc[i - 2].is_title):
        return None
    end = at + 1 + (aside and doc[at + 1].text == ",")
    return None if doc[end : end + 1].text.istitle() else end
