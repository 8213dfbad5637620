"""Parses as if phrases in quotation marks had none: 'The two "compared notes on visas", she said', and as if what an
editor put into a quotation ("avoid conflict, [and] address …") stood there without brackets.

The pipeline was trained on text where marks stand around whole sentences; a mark before a verb in the middle of a
reporter's sentence makes it take the verb for an adjective. In: a tokenised passage. Out: the same without the marks of
such phrases, to be parsed; and the passage whole again, each mark hung on the word beside it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from detente.networks.interposed import Words, is_aside

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

PAIRS = {'"': '"', "“": "”"}
QUOTES = frozenset({*PAIRS, *PAIRS.values()})
ENDS = frozenset(".!?;:\n")
LONGEST = 4  # words that an editor puts in


def marks(doc: Doc) -> list[int]:
    """The tokens that open and close phrases inside a sentence: after a word, and beginning with a small letter."""
    found: list[int] = []
    i = 1
    while i < len(doc) - 1:
        closing = PAIRS.get(doc[i].text)
        end = _close(doc, i, closing) if closing is not None else None
        if end is not None and _inside(doc, i):
            found += [i, end]
        i = end + 1 if end is not None else i + 1
    return sorted({*found, *_brackets(doc)})


def _brackets(doc: Doc) -> Iterator[int]:
    """The square brackets around a few words inside a sentence, which take their part in it."""
    for i in range(1, len(doc) - 2):
        if doc[i].text != "[" or not doc[i - 1].whitespace_ or not _quoted(doc, i):
            continue
        close = next((j for j in range(i + 2, min(i + 2 + LONGEST, len(doc))) if doc[j].text == "]"), None)
        if close is not None and all(t.is_alpha for t in doc[i + 1 : close]):
            yield from (i, close)


def _quoted(doc: Doc, at: int) -> bool:
    """Whether a token stands inside quotation marks: only there does an editor put in words that take their part."""
    before = [t.text for t in doc[:at] if t.text in QUOTES]
    return before.count('"') % 2 == 1 or before.count("“") > before.count("”")


def _close(doc: Doc, opening: int, mark: str) -> int | None:
    """Where a phrase that is opened closes; None where it does not, or runs over the end of a sentence."""
    for i in range(opening + 1, len(doc)):
        if doc[i].text == mark:
            return i
    return None


def _inside(doc: Doc, opening: int) -> bool:
    """Whether a mark stands between a word and a small letter, and a sentence does not end before it closes."""
    before, after = doc[opening - 1], doc[opening + 1]
    if not before.whitespace_ or not (before.is_alpha or before.like_num) or not after.text[:1].islower():
        return False
    close = _close(doc, opening, PAIRS[doc[opening].text])
    return close is not None and not any(t.text in ENDS for t in doc[opening : close - 1])


def without(doc: Doc, dropped: list[int]) -> Doc:
    """The passage without some of its tokens."""
    from spacy.tokens import Doc as Made

    gone = set(dropped)
    words: list[str] = []
    spaces: list[bool] = []
    for token in doc:
        if token.i not in gone:
            words.append(token.text)
            spaces.append(bool(token.whitespace_))
        elif spaces:
            spaces[-1] = spaces[-1] or bool(token.whitespace_)
    return Made(doc.vocab, words=words, spaces=spaces)


def restored(doc: Doc, parsed: Doc, dropped: list[int], runs: Sequence[range], words: Words) -> Doc:
    """The whole passage with the parse of the one without its marks and what is put between (`runs`)."""
    from spacy.tokens import Doc as Made

    gone = {*dropped, *(i for run in runs for i in run)}
    kept = [t.i for t in doc if t.i not in gone]
    place = {old: n for n, old in enumerate(kept)}
    between = {i: run for run in runs for i in run}
    rows = [
        _row(parsed[place[t.i]], kept)
        if t.i in place
        else _put_between(t, between[t.i], kept, words)
        if t.i in between
        else _mark(t, parsed, place)
        for t in doc
    ]
    tags, kinds, morphs, lemmas, heads, deps, ents = (list(column) for column in zip(*rows))
    return Made(
        doc.vocab,
        words=[t.text for t in doc],
        spaces=[bool(t.whitespace_) for t in doc],
        tags=tags, pos=kinds, morphs=morphs, lemmas=lemmas, heads=heads, deps=deps, ents=ents,
    )  # fmt: skip


def _row(token: Token, kept: list[int]) -> tuple[str, str, str, str, int, str, str]:
    entity = f"{token.ent_iob_}-{token.ent_type_}" if token.ent_type_ else "O"
    morph = str(token.morph)
    return (token.tag_, token.pos_, morph, token.lemma_, kept[token.head.i], token.dep_, entity)


def _put_between(token: Token, run: range, kept: list[int], words: Words) -> tuple[str, str, str, str, int, str, str]:
    """What is put between hangs on the word before it, its last word as an apposition, the others on that one; a
    prefix hangs on what it belongs to."""
    told = [i for i in run if token.doc[i].is_alpha or token.doc[i].is_digit]
    last = told[-1] if told else run[-1]
    if token.doc[run[-1]].text == "-":  # "co-chair": its prefix
        return ("AFX", "X", "", token.text, run[-1] + 1, "prefix", "O")
    if len(run) == 3 and token.doc[run[0]].text == token.doc[run[-1]].text == ",":  # ", separately,"
        return _put_alone(token, run)
    if is_aside(run, token.doc):
        return _put_aside(token, run, words)
    if token.doc[run[0] - 1].lower_ in words.modals and token.doc[run[0]].text != "(":  # "has (so far) met": no day
        return _put_before_verb(token, run, last, words)
    if token.doc[run[0]].lower_ in words.prepositions:
        return _put_before_object(token, run, words)
    before = max((i for i in kept if i < run[0]), default=kept[0])
    if token.i not in told:
        return ("HYPH" if token.text == "-" else token.text, "PUNCT", "", token.text, before, "punct", "O")
    number = token.is_digit
    tag, kind = ("CD", "NUM") if number else ("NNP", "PROPN") if token.text[0].isupper() else ("NN", "NOUN")
    note = run[-1] + 1 == len(token.doc) and token.text.islower()  # "(photo opportunity)" at a line's end
    dep = ("dep" if note else "appos") if token.i == last else "nummod" if number else "compound"
    return (tag, kind, "", token.text, before if token.i == last else last, dep, "O")


def _put_before_verb(token: Token, run: range, last: int, words: Words) -> tuple[str, str, str, str, int, str, str]:
    """What is put between "will" and its verb hangs on the verb: "on" and its day, "next week"."""
    verb, first = run[-1] + 1, token.doc[run[0]]
    link = first.i if first.lower_ in words.prepositions else None
    days = [i for i in run if token.doc[i].is_alpha and i != link]
    head = next((i for i in days if token.doc[i].text[0].isupper()), last)
    if token.i == link:
        return ("IN", "ADP", "", token.lower_, verb, "prep", "O")
    if token.is_punct:
        return (token.text, "PUNCT", "", token.text, head, "punct", "O")
    tag, kind = ("CD", "NUM") if token.is_digit else ("NNP", "PROPN") if token.text[0].isupper() else ("NN", "NOUN")
    if token.i == head:
        dep, above = ("pobj", link) if link is not None else ("npadvmod", verb)
        return (tag, kind, "", token.text, above, dep, "B-DATE")
    return (tag, kind, "", token.text, head, "nummod" if token.is_digit else "amod", "B-DATE")


def _put_alone(token: Token, run: range) -> tuple[str, str, str, str, int, str, str]:
    """An adverb between two commas hangs on the word after it."""
    if token.is_punct:
        return (token.text, "PUNCT", "", token.text, run[-1] + 1, "punct", "O")
    return ("RB", "ADV", "", token.lower_, run[-1] + 1, "advmod", "O")


def _put_aside(token: Token, run: range, words: Words) -> tuple[str, str, str, str, int, str, str]:
    """The words of an aside hang on the verb after "and" or "to", else on the word before: each preposition on the
    word that it follows, each noun on its preposition, what stands between on the noun."""
    doc, before = token.doc, run[0] - 1
    anchor = run[-1] + 1 if doc[before].lower_ in words.anchors else before
    if token.is_punct:
        return (token.text, "PUNCT", "", token.text, anchor, "punct", "O")
    links = [i for i in run if i == run[0] + 1 or doc[i].lower_ in words.joints]
    noun = next((i for i in links if i > token.i), run[-1]) - 1
    if token.i in links:
        of = token.lower_ == "of"
        return ("IN", "ADP", "", token.lower_, token.i - 1 if of else anchor, "prep", "O")
    if token.i == noun:
        return ("NNS", "NOUN", "", token.lower_, max(i for i in links if i < token.i), "pobj", "O")
    owner = token.lower_ in words.owners
    tag, kind, dep = ("PRP$", "PRON", "poss") if owner else ("DT", "DET", "det")
    return (tag, kind, "", token.lower_, noun, dep, "O")


def _put_before_object(token: Token, run: range, words: Words) -> tuple[str, str, str, str, int, str, str]:
    """What is put between a verb and its object hangs on the verb: "in Lima", "on Tuesday"."""
    doc, verb = token.doc, run[0] - 1
    link = max(i for i in run if i <= token.i and doc[i].lower_ in words.prepositions)
    if token.i == link:
        return ("IN", "ADP", "", token.lower_, verb, "prep", "O")
    told = list(range(link + 1, run[-1] + 1))
    told = told[: next((n for n, i in enumerate(told) if doc[i].lower_ in words.prepositions), len(told))]
    head = next((i for i in reversed(told) if doc[i].is_alpha), told[-1])
    kind = "DATE" if any(doc[i].is_digit for i in told) or doc[link].lower_ == "on" else "GPE"
    entity = f"{'B' if token.i == told[0] else 'I'}-{kind}"
    if token.is_digit:
        return ("CD", "NUM", "", token.text, head, "nummod", entity)
    dep, above = ("pobj", link) if token.i == head else ("compound", head)
    return ("NNP", "PROPN", "", token.text, above, dep, entity)


def _mark(token: Token, parsed: Doc, place: dict[int, int]) -> tuple[str, str, str, str, int, str, str]:
    """An opening mark hangs on the word after it, a closing one on the word before."""
    opening = token.i + 1 in place and bool(token.i == 0 or token.doc[token.i - 1].whitespace_)
    beside = token.i + 1 if opening else token.i - 1
    following = parsed[place[token.i + 1]] if token.i + 1 in place else None
    inside = following is not None and following.ent_iob_ == "I"
    entity = f"I-{following.ent_type_}" if inside and following is not None else "O"
    return ("``" if opening else "''", "PUNCT", "", token.text, beside, "punct", entity)
