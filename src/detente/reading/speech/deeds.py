"""Deeds listed after the first of them: "to free X, to scrap Y and to end Z", "that X free Y, scrap Z and end W".

In: the words of the first, up to where the parser ended them. Out: the words with the deeds that follow, however they
were hung, up to what only the reporter adds.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from detente.reading.words import Doc, Token

BASE = ("VB", "VBP")
CLOSING = frozenset({";", ":", "\n", "”", '"', "—", "–"})
SHORT = 10  # words of an aside that closes a sentence


def listed_on(words: list[Token]) -> list[Token]:
    """The words with the infinitives listed after them (", to …, and to …"), which parsers hang anywhere."""
    if not words:
        return words
    doc, last = words[0].doc, words[-1].i
    end = words[0].sent.end
    listed = [t.i for t in doc[last + 1 : end] if t.tag_ == "TO" and doc[t.i - 1].lower_ in (",", "and")]
    if listed and listed[0] - last <= 4:
        stop = next((t.i for t in doc[listed[-1] : end] if t.lower_ == "," and _attributes(doc, t.i + 1, end)), end)
        words = [t for t in doc[words[0].i : stop] if not (t.i == stop - 1 and t.is_punct)]
    else:
        words = [*words, *_bare_listed(doc, last + 1, end)]
    cut = next((t.i for t in words if t.lower_ == "," and _attributes(doc, t.i + 1, end)), None)
    return [t for t in words if cut is None or t.i < cut]


def asked_on(words: list[Token], force: str) -> list[Token]:
    """The words of what is asked for with the deeds or, of a demand, the things listed after them."""
    if any(t.tag_ == "TO" for t in words):
        return listed_on(words)
    return _things_listed_on(words) if force == "demand" else words


def _things_listed_on(words: list[Token]) -> list[Token]:
    """What is asked for with the things listed after the first (", an end to X and an apology"), however they hang."""
    if not words or words[-1].i + 3 >= words[0].sent.end or words[-1].nbor().text != ",":
        return words
    doc, start, end = words[0].doc, words[-1].i + 2, words[0].sent.end
    cut = next(
        (t.i for t in doc[start:end] if t.text in CLOSING or (t.text == "," and _attributes(doc, t.i + 1, end))), end
    )
    more = [t for t in doc[start:cut] if not t.is_space]
    while more and more[-1].is_punct:
        more.pop()
    joint = next((n for n, t in enumerate(more) if t.lower_ in ("and", "or")), None)
    told = any(t.tag_ in ("VBD", "VBZ", "VBP", "MD", "WDT", "WP", "WRB") for t in more)
    if joint is None or told or joint + 1 >= len(more) or not (_opens_thing(more[0]) or joint == 0):
        return words
    return [*words, *doc[start - 1 : more[-1].i + 1]] if _opens_thing(more[joint + 1]) else words


def _opens_thing(token: Token) -> bool:
    """Whether a noun phrase that is no day begins at a token."""
    return token.pos_ in ("DET", "NOUN", "ADJ", "PROPN", "NUM") and token.ent_type_ not in ("DATE", "TIME")


def goes_on(words: list[Token]) -> list[Token]:
    """The deeds asked for (", free Y and scrap Z") after the first of "that X reopen the road"."""
    return [*words, *_bare_listed(words[0].doc, words[-1].i + 1, words[0].sent.end)]


def _bare_listed(doc: Doc, at: int, end: int) -> list[Token]:
    """The deeds listed without "to" after the first (", hand over X and scrap Y"), which parsers hang anywhere."""
    if at + 2 >= end or doc[at].text != "," or not _may_open(doc[at + 1]):
        return []
    stop = next((i for i in range(at + 1, end) if _leaves_off(doc, i, end)), end)
    lasts = [
        i for i in range(at + 1, stop - 1) if doc[i].lower_ in ("and", "or") and _may_close(doc[at + 1], doc[i + 1])
    ]
    if not lasts:
        return []
    return list(doc[at : next((i for i in range(lasts[-1] + 2, stop) if doc[i].text == ","), stop)])


def _base(token: Token) -> bool:
    """Whether a token is a base form, or a past that reads like one: "let", "put", "cut"."""
    return token.tag_ in BASE or (token.tag_ in ("VBD", "VBN") and token.lemma_ == token.lower_)


def _may_open(token: Token) -> bool:
    """Whether a token after a comma may be a base form, whatever the parser took it for."""
    return _base(token) or (token.text.islower() and token.pos_ in ("NOUN", "ADJ", "ADV") and token.is_alpha)


def _may_close(first: Token, token: Token) -> bool:
    """Whether the last of a list of deeds begins at a token; once one was a verb for sure a noun may be one too."""
    return _base(token) or (first.tag_ in BASE and token.text.islower() and token.pos_ in ("NOUN", "ADJ"))


def _leaves_off(doc: Doc, i: int, end: int) -> bool:
    """Whether a list of deeds ends at a token: at a stop, or a comma before what the reporter adds."""
    if doc[i].text in ';:.”"' or doc[i].text == "\n":
        return True
    after = doc[i + 1] if i + 1 < end else None
    return doc[i].text == "," and after is not None and (after.tag_ in ("VBG", "WDT", "WP") or after.lower_ == "while")


def _attributes(doc: Doc, start: int, end: int) -> bool:
    """Whether what follows a comma only says who says so: "as per …", "according to …", "the statement said"."""
    if doc[start : min(start + 2, end)].text.lower() in ("as per", "according to"):
        return True
    rest = [t for t in doc[start:end] if not t.is_punct and not t.is_space]
    told = next((n for n, t in enumerate(rest) if t.tag_ in ("VBD", "VBZ")), None)
    if told is None or len(rest) > SHORT or not told:
        return False
    noun = all(t.pos_ in ("DET", "NOUN", "PROPN", "PRON", "ADJ", "ADP", "PART") for t in rest[:told])
    return noun and not any(c.dep_ in ("dobj", "attr", "acomp") and c.i > rest[told].i for c in rest[told].children)
