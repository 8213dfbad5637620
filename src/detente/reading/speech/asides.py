"""Clauses that a verb of saying follows or interrupts: "X, she said", "X, says Y, has Z", "as Y put it, X".

In: the verb and the sentence. Out: an `Aside`, the words said (across the verb, where it interrupts them) and the
noun that says them; None where the verb is no aside. Commas decide, for parsers often miss such a break.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.reading import syntax
from detente.reading.speech import content

if TYPE_CHECKING:
    from detente.reading.words import Doc, Token

EDGES = frozenset({",", "”", '"', "'", "’", "—", "–", "--", "?", "!", "-", "…", "...", "(", "]"})
STOPS = frozenset({";", ":", "\n", "\n\n"})
REPORTERS = frozenset(
    {"adding", "citing", "who", "which", "when", "while", "as", "after", "before", "according", "though"}
)
LONGEST_SPEAKER = 26
LONGEST_TAIL = 14
LONGEST_HEARER = 5
LONGEST_NAME = 6
FEWEST = 2


@dataclass(frozen=True, slots=True)
class Aside:
    """Tokens `first` to `last` (half-open) are the words; `further` those of a second clause after a semicolon."""

    words: tuple[Token, ...]
    speaker: Token
    further: tuple[Token, ...] = ()


def aside(verb: Token, own: Callable[[Token], bool]) -> Aside | None:
    """The words before (and around) a verb of saying set off by commas, with its subject beside it.

    `own` says of a token that it is the reporter's: another verb of saying, or a noun for when and where it is said.
    """
    top = verb.head if verb.tag_ == "VB" and verb.dep_ == "xcomp" and verb.head.i < verb.i else verb
    speaker = _speaker(top)
    moved = any(
        c.tag_ in ("WP", "WDT") and c.dep_ in ("dobj", "attr", "pobj") and _beside(c, top) for c in top.children
    )
    joining = speaker is not None and speaker.tag_ == "WP" and verb.dep_ == "relcl"  # "…, who went to X"
    if speaker is None or moved or joining or any(t.tag_ == "WP$" for t in speaker.children):
        return None
    doc, low, high = verb.doc, verb.sent.start, verb.sent.end
    first, last = _chunk(top, speaker)
    last = max(last, verb.i + 1)
    if first <= low or doc[first - 1].text not in EDGES:
        return None
    start = _clause_start(doc, low, first - 1)
    left = list(doc[start : first - 1])
    right = _after(doc, verb, last, high)
    broken = not _has_verb(left) or _unfinished(left) or _fronted(left)
    around = bool(right) and bool(left) and (broken or _runs_on(right, own) or _goes_on_of_things(left, right))
    if around and (joint := _joint(left)) is not None:
        left = left[joint:]
        start = left[0].i if left else right[0].i
        if not left:
            return Aside(tuple(_bare(right)), speaker) if _has_verb(right) else None
    told = _has_verb(left) or _misread(left) or (around and (_goes_on(right) or _taken_for_passive(left, right)))
    if len(left) < (1 if around else FEWEST) or not told:
        return None
    if not around and _opens_sentence(left):
        return None
    words = list(doc[start : right[-1].i + 1]) if around else left
    return Aside(tuple(_bare(words)), speaker, tuple(() if around else _further(verb, last, high)))


def _beside(word: Token, verb: Token) -> bool:
    """ "What X said is …", with no comma between; not "What worries us, X said, is …"."""
    return not any(t.text == "," for t in verb.doc[min(word.i, verb.i) : max(word.i, verb.i)])


def _fronted(left: list[Token]) -> bool:
    """ "On the list of things that worry us, said X, the ban comes first": a phrase put first, whose verbs only tell
    what its nouns are."""
    verbs = (t for t in left if t.tag_ in syntax.TENSED and t.pos_ == "VERB")
    return left[0].pos_ == "ADP" and all(t.dep_ == "relcl" for t in verbs)


def _set_off_before(verb: Token, subject: Token) -> Token | None:
    """Y in "X, Y noted, does Z", where the parser made X the subject and listed Y with it."""
    doc, noun = verb.doc, verb.doc[verb.i - 1]
    if subject.i >= verb.i or noun.i == subject.i or noun.pos_ not in ("PROPN", "NOUN", "PRON"):
        return None
    first = min([noun.i, *(c.i for c in noun.children if c.dep_ in ("compound", "det", "amod", "poss"))])
    return noun if first - 1 > subject.i and doc[first - 1].text == "," and doc[subject.i + 1].text == "," else None


def interrupts(verb: Token) -> bool:
    """Whether a verb with its subject and hearer stands between two commas: "X, she told reporters in Y, has Z"."""
    own = _speaker(verb)
    doc, low = verb.doc, verb.sent.start
    if own is None or own.i > verb.i:
        return False
    first, _ = _chunk(verb, own)
    closing = next(
        (i for i in range(verb.i + 1, min(verb.i + LONGEST_TAIL, verb.sent.end)) if doc[i].text == ","), None
    )
    if first - 1 <= low or doc[first - 1].text != "," or closing is None or closing + 1 >= verb.sent.end:
        return False
    further = doc[closing + 1 + (doc[closing + 1].is_quote and closing + 2 < verb.sent.end)]  # "X, she said, “has Z”"
    goes_on = further.pos_ in ("VERB", "AUX") and further.tag_ != "VBG"
    return goes_on and not any(t.tag_ in syntax.TENSED or t.tag_ == "TO" for t in doc[verb.i + 1 : closing])


def after_colon(verb: Token, last: int | None = None) -> list[Token]:
    """What a colon right after a verb of saying, its speaker and its hearer leads on to: "… three things, X told
    reporters: A, B and C"; nothing where it leads on to words in quotation marks."""
    doc, end = verb.doc, verb.sent.end
    first = last or verb.i + 1
    colon = next((i for i in range(first, min(first + LONGEST_HEARER, end)) if doc[i].text == ":"), None)
    if colon is None or any(t.pos_ in ("VERB", "AUX") or t.text == "," for t in doc[first:colon]):
        return []
    after = [t for t in doc[colon + 1 : end] if not t.is_space]
    while after and after[-1].is_punct:
        after.pop()
    return [] if not after or after[0].is_quote or after[0].text in "“‘«" else after


def opens(verb: Token) -> bool:
    """Whether a verb stands right after a comma or a quotation: then what follows it is its subject."""
    return verb.i > verb.sent.start and verb.doc[verb.i - 1].text in EDGES


def _speaker(verb: Token) -> Token | None:
    """The noun right before or right after the verb that is its subject."""
    doc = verb.doc
    own = [
        c
        for c in verb.children
        if c.dep_ in ("nsubj", "nsubjpass") and c.tag_ not in ("WP", "WDT") and abs(c.i - verb.i) < LONGEST_SPEAKER
    ]
    if own:
        nearest = min(own, key=lambda c: abs(c.i - verb.i))
        if (named := _named_after(verb, nearest)) is not None:
            return named
        if _quoted_apart(nearest, verb) and (beside := _before(verb)) is not None:
            return beside
        return _set_off_before(verb, nearest) or nearest
    if verb.tag_ in syntax.TENSED and (apposed := _apposed(verb)) is not None:
        return apposed[1]
    after = doc[verb.i + 1] if verb.i + 1 < verb.sent.end else None
    if (
        after is not None
        and verb.tag_ in ("VBD", "VBZ")
        and after.pos_ in ("PROPN", "NOUN", "DET", "PRON", "NUM", "ADJ")
    ):
        noun = next(
            (t for t in doc[verb.i + 1 : min(verb.i + 9, verb.sent.end)] if t.pos_ in ("PROPN", "NOUN", "PRON")), None
        )
        while noun is not None and noun.dep_ in ("compound", "amod", "poss", "nmod") and noun.head.i > noun.i:
            noun = noun.head
        return noun
    return _before(verb) if verb.tag_ in syntax.TENSED else None


def _apposed(verb: Token) -> tuple[int, Token] | None:
    """Y in "X, a spokesman for Z, Y, said" and "X, Y, head of Z, told reporters": who is told of by name and post
    between commas, right before a verb that the parser gave no subject; with where the first of the two begins."""
    doc, low, end = verb.doc, verb.sent.start, verb.i - 1
    if end <= low or doc[end].text != "," or any(c.dep_ in ("nsubj", "nsubjpass") for c in verb.children):
        return None
    parts: list[list[Token]] = []
    while len(parts) < 2:
        comma = next((i for i in range(end - 1, max(low, end - LONGEST_SPEAKER) - 1, -1) if doc[i].text == ","), None)
        if comma is None:
            return None
        parts.append(list(doc[comma + 1 : end]))
        end = comma
    for name, post in (parts, reversed(parts)):
        if _is_name(name) and _is_post(post):
            return parts[1][0].i, name[-1]
    return None


def _is_name(words: list[Token]) -> bool:
    return 1 < len(words) < LONGEST_NAME and all(t.pos_ == "PROPN" or t.is_punct for t in words)


def _is_post(words: list[Token]) -> bool:
    """ "a spokesman for the ministry": a noun with what belongs to it."""
    nouns = [t for t in words if t.pos_ in ("NOUN", "PROPN")]
    return bool(nouns) and not _is_name(words) and not any(t.tag_ in syntax.TENSED or t.text in EDGES for t in words)


def _named_after(verb: Token, before: Token) -> Token | None:
    """Y in "X, said Y, would do Z", where the parser made X the subject of the verb of saying."""
    doc = verb.doc
    if before.i >= verb.i or doc[verb.i - 1].text != "," or verb.tag_ not in ("VBD", "VBZ"):
        return None
    stop = next((t.i for t in doc[verb.i + 1 : min(verb.i + LONGEST_TAIL, verb.sent.end)] if t.text == ","), None)
    goes_on = stop is not None and stop + 1 < verb.sent.end and doc[stop + 1].tag_ in syntax.TENSED
    after = list(doc[verb.i + 1 : stop]) if goes_on else []
    nouns = [t for t in after if t.pos_ in ("PROPN", "NOUN", "PRON") and t.dep_ != "compound"]
    return nouns[-1] if nouns and not any(t.tag_ in syntax.TENSED or t.pos_ == "ADP" for t in after) else None


def _quoted_apart(noun: Token, verb: Token) -> bool:
    """Whether a quotation ends between a noun and a verb: the noun is of the words said, and says nothing."""
    between = [t.text for t in verb.doc[noun.i : verb.i]]
    return "”" in between or between.count('"') == 1


def _before(verb: Token) -> Token | None:
    """The noun between the last comma and a verb that the parser gave no subject: "…, a statement here said"."""
    doc, low = verb.doc, verb.sent.start
    edge = next((i for i in range(verb.i - 1, max(low, verb.i - LONGEST_TAIL) - 1, -1) if doc[i].text in EDGES), None)
    if edge is None or any(t.pos_ in ("VERB", "AUX") for t in doc[edge + 1 : verb.i]):
        return None
    nouns = [t for t in doc[edge + 1 : verb.i] if t.pos_ in ("NOUN", "PROPN", "PRON") and t.dep_ != "compound"]
    free = [t for t in nouns if t.dep_ != "pobj" or t.head.i <= edge]
    return free[0] if free else nouns[-1] if nouns else None


def _chunk(verb: Token, speaker: Token) -> tuple[int, int]:
    """Where the aside's first words stand, and its last: speaker and verb with the auxiliaries and adverbs between."""
    doc = verb.doc
    if (named := _apposed(verb)) is not None and named[1].i == speaker.i:
        return named[0], verb.i + 1
    if speaker.i < verb.i:
        own = speaker.head == verb and verb.i - speaker.left_edge.i < LONGEST_SPEAKER
        first = speaker.left_edge.i if own else _after_edge(doc, speaker.i, verb.sent.start)
        while first > verb.sent.start and doc[first - 1].lower_ in ("as", "so"):
            first -= 1
        return _with_title(doc, first, verb.sent.start), verb.i + 1
    first = verb.i
    while first > verb.sent.start and (doc[first - 1].head == verb and doc[first - 1].dep_ in ("advmod", "aux")):
        first -= 1
    return first, max(speaker.i + 1, _noun_end(speaker))


def _with_title(doc: Doc, first: int, low: int) -> int:
    """Where the title begins that the parser hung elsewhere than on the name: "X, ministry spokesman Y said"."""
    before = next((i for i in range(first - 1, max(low, first - LONGEST_NAME) - 1, -1) if doc[i].text == ","), None)
    title = list(doc[before + 1 : first]) if before is not None and before > low else []
    nominal = all(t.pos_ in ("NOUN", "PROPN", "ADJ") for t in title) and doc[first].pos_ == "PROPN"
    return title[0].i if title and nominal and title[-1].pos_ in ("NOUN", "PROPN") else first


def _after_edge(doc: Doc, at: int, low: int) -> int:
    """The place after the last comma before a token."""
    return next((i + 1 for i in range(at - 1, low - 1, -1) if doc[i].text in EDGES), at)


def _noun_end(noun: Token) -> int:
    """Where a speaker's noun phrase ends, with its apposition: "said X, the minister of Y,"."""
    doc, i = noun.doc, noun.i + 1
    kept = {
        t.i
        for c in noun.children
        if c.dep_ in ("prep", "appos", "acl", "relcl", "punct") and c.i > noun.i
        for t in c.subtree
    }
    while i < noun.sent.end and i in kept and doc[i].text not in ('"', "”", "“", ";", ":"):
        i += 1
    while i > noun.i + 1 and doc[i - 1].text == ",":
        i -= 1
    return i


def _clause_start(doc: Doc, low: int, before: int) -> int:
    """Where the words before an aside begin: at the sentence, or after a semicolon, a colon or a cut-off joint."""
    start = next((i + 1 for i in range(before - 1, low - 1, -1) if doc[i].text in STOPS), low)
    while start < before and (doc[start].is_space or doc[start].lower_ in ("and", "but", "or", "so", "yet")):
        start += 1
    return start


def _after(doc: Doc, verb: Token, last: int, high: int) -> list[Token]:
    """The words after an aside's closing comma, up to a stop."""
    comma = next((i for i in range(last, min(last + LONGEST_TAIL, high)) if doc[i].text in (",", "—", "–")), None)
    if comma is None or any(doc[i].tag_ in syntax.TENSED for i in range(last, comma)):
        return []
    stop = next((i for i in range(comma + 1, high) if doc[i].text in STOPS), high)
    while stop > comma + 1 and doc[stop - 1].is_punct and doc[stop - 1].text not in ('"', "”"):
        stop -= 1
    return list(doc[comma + 1 : stop])


def _runs_on(right: list[Token], own: Callable[[Token], bool]) -> bool:
    """Whether the words after an aside go on with what is said, rather than with how or when it is said."""
    first = right[0]
    if first.tag_ in ("VBG", "WP", "WDT", "WRB") or first.lower_ in REPORTERS:
        return False
    if first.lower_ in content.JOINTS:
        verb = _finite(right)
        return not _speaks(right) and not (verb is not None and own(verb) and not _helped(verb))
    if first.pos_ == "ADP":
        noun = next((c for c in first.children if c.dep_ == "pobj"), None)
        return noun is None or not own(noun)
    return (
        first.pos_ in ("AUX", "VERB", "ADP", "SCONJ")
        or _to_do(right)
        or first.tag_ in syntax.TENSED
        or first.is_quote
        or _has_verb(right[:4])
    )


def _to_do(right: list[Token]) -> bool:
    """ "X asked Y, the statement went on, to carry out Z": what is asked, after the aside."""
    return len(right) > 1 and right[0].tag_ == "TO" and right[1].tag_ == "VB"


def _goes_on_of_things(left: list[Token], right: list[Token]) -> bool:
    """ "It had lasted an hour, he said, and covered X": a second verb of what is no person."""
    joined = [t for t in right if t.tag_ in syntax.TENSED and t.dep_ == "conj" and t.head in left]
    subjects = [c for v in joined[:1] for c in v.head.children if c.dep_ in ("nsubj", "nsubjpass")]
    return right[0].lower_ in content.JOINTS and any(
        c.lower_ in ("it", "this", "that") or (c.pos_ == "NOUN" and c.ent_type_ != "PERSON") for c in subjects
    )


def _taken_for_passive(left: list[Token], right: list[Token]) -> bool:
    """ "The call, he told reporters, dealt with X": a past form right after the aside, read as a participle."""
    return right[0].tag_ == "VBN" and syntax.agent_of(right[0]) is None and not any(t.pos_ == "VERB" for t in left)


def _unfinished(left: list[Token]) -> bool:
    """Whether the words before end on one that wants more: "It is, she reports, too wide"."""
    return left[-1].pos_ in ("AUX", "ADP", "DET", "SCONJ", "CCONJ") or left[-1].lemma_ == "be"


def _joint(left: list[Token]) -> int | None:
    """Where the interrupted clause begins, when others come before it: after the last joint with no verb behind it."""
    for n in range(len(left) - 1, -1, -1):
        if left[n].tag_ in syntax.TENSED:
            return None
        if _lists(left[n], left[n + 1 :]):
            continue
        if left[n].tag_ in ("WP", "WDT", "WRB") or left[n].lower_ in content.JOINTS | {
            "because",
            "where",
            "which",
            "who",
            "that",
            "when",
            "while",
            "although",
            "though",
        }:
            return None if _misread(left[n:]) else n + 1
    return None


def _lists(joint: Token, after: list[Token]) -> bool:
    """ "and" between the nouns of a list that ends before the aside: "charge on yams and shea, he added, and …"."""
    nominal = ("NOUN", "PROPN", "NUM")
    further = [c for c in joint.head.children if c.dep_ == "conj" and c in after and c.pos_ in nominal]
    return joint.dep_ == "cc" and joint.head.pos_ in nominal and bool(further)


def _speaks(words: list[Token]) -> bool:
    """Whether a clause joined on is the reporter's own: its verb has no subject of its own."""
    first = _finite(words)
    return first is None or not any(t.dep_ in ("nsubj", "nsubjpass", "expl") and t.i < first.i for t in words)


def _finite(words: list[Token]) -> Token | None:
    """The first verb that has a time, by itself or by "must", "will" and their like."""
    plain = (t for t in words if (t.tag_ in syntax.TENSED and t.dep_ != "aux") or _helped(t))
    return next(plain, None)


def _helped(verb: Token) -> bool:
    return verb.tag_ == "VB" and any(c.tag_ == "MD" for c in verb.children)


def _has_verb(words: list[Token]) -> bool:
    return any(t.tag_ in syntax.TENSED for t in words)


def _misread(words: list[Token]) -> bool:
    """Whether a present verb after a name was taken for a plural: "Palau abides by the principles of …"."""
    if any(t.tag_ == "VBN" and {c.dep_ for c in t.children} & {"nsubj"} and not syntax.auxiliaries(t) for t in words):
        return True  # "the pair surveyed quotas", taken for a participle
    return any(
        t.tag_ == "NNS" and t.text.islower() and t.nbor(-1).pos_ == "PROPN" and t.nbor().pos_ in ("ADP", "DET", "PRON")
        for t in words[1:-1]
    )


def _goes_on(right: list[Token]) -> bool:
    """Whether the words after an aside hold its verb; a plural's present right after it often reads as a bare form,
    a singular's as a noun ("Peru, it adds, deals with all", "ties, it adds, rest on trust")."""
    bare = right[0].tag_ in ("NN", "NNS") and not any(c.dep_ in ("det", "amod", "poss") for c in right[0].children)
    joined = right[0].dep_ == "conj" and right[0].head.pos_ == "VERB"
    ruled = bare and (joined or any(c.dep_ == "nsubj" and c.i < right[0].i for c in right[0].children))
    noun = right[0].tag_ == "NNS" and right[0].text.islower() and len(right) > 1
    misread = noun and (right[1].pos_ in ("ADP", "DET", "PRON", "PROPN") or right[1].tag_ == "TO")
    return _has_verb(right) or (right[0].pos_ == "VERB" and right[0].tag_ == "VB") or misread or ruled


def _opens_sentence(left: list[Token]) -> bool:
    """Whether the words before are an adverbial clause only: "When he came, Smith said"."""
    first = left[0]
    if first.lower_ not in (
        "when",
        "while",
        "as",
        "after",
        "before",
        "although",
        "though",
        "since",
        "because",
        "asked",
    ):
        return False
    commas = [t for t in left if t.text == ","]
    return not commas


def _further(verb: Token, last: int, high: int) -> list[Token]:
    """The clause after a semicolon that follows the aside, or what it lists after a colon: still the speaker's."""
    doc = verb.doc
    semicolon = next((i for i in range(last, min(last + LONGEST_TAIL, high)) if doc[i].text in (";", ":")), None)
    if semicolon is None or any(doc[i].tag_ in syntax.TENSED for i in range(last, semicolon)):
        return []
    if doc[semicolon].text == ":":
        return _bare(after_colon(verb, last))
    stop = next((i for i in range(semicolon + 1, high) if doc[i].text in STOPS), high)
    words = [t for t in doc[semicolon + 1 : stop] if not t.is_space]
    return _bare(words) if _has_verb(words) and not syntax.is_passive(words[0]) else []


def _bare(words: list[Token]) -> list[Token]:
    while words and (words[-1].is_space or words[-1].text in (",", ".", ";", ":")):
        words = words[:-1]
    return words
