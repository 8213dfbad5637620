"""Which words a verb reports: the clause, the infinitive or the phrase that is its content.

In: the parsed verb of a cue. Out: the frame that fits (codebook/speech) with the tokens it takes, in order; None
where the verb reports nothing. Nothing here knows who speaks: that is `attribution`'s. A clause that the verb
follows or interrupts is `asides`'s.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from detente.reading import syntax
from detente.reading.speech.bystanding import goes_on_after, how_often, of_the_thing
from detente.reading.speech.cues import ORDER, Cue
from detente.reading.speech.deeds import asked_on, goes_on, listed_on
from detente.reading.speech.goals import binds_itself, first_word, place_between, stands_where, to_of, with_goal

if TYPE_CHECKING:
    from detente.reading.words import Doc, Token

CLAUSAL = ("ccomp", "advcl", "acl", "relcl", "xcomp", "dep", "conj", "pcomp", "csubj")
OPENERS = frozenset({"that", "whether", "if", "how", "why", "what", "when", "where", "who", "which", "whom"})
ASKED = OPENERS - {"that"}
CONDITIONS = frozenset(
    {"if", "unless", "because", "until", "once", "as", "since", "so", "when", "whenever", "provided"}
)
JOINTS = frozenset({"and", "but", "or", "nor", "yet"})
TAILS = frozenset(
    {"say", "add", "cite", "tell", "note", "argue", "warn", "claim", "call", "accuse", "insist", "promise"}
)
BREAKS = frozenset({";", "—", "–", "--", "\n", "\n\n"})


def reported(cues: Iterable[Cue], verb: Token) -> tuple[Cue, list[list[Token]]] | None:
    """The cue whose frame fits best, the frame noted, with its runs of tokens: coordinated that-clauses are several."""
    options = [(ORDER.index(f), c.explicit, n, f, c) for n, c in enumerate(cues) for f in c.frames if f in FRAMES]
    for *_, frame, cue in sorted(options, key=lambda o: o[:3]):
        told = [_past_particle(r, cue) for r in FRAMES[frame](verb, cue)]
        told = told if frame == "clause" else [part for r in told for part in _split(r)[:1]]  # "and that …" isn't its
        runs = [r for r in told if len(r) >= int(cue.entry.data.get("least", 1))]
        if runs:
            return replace(cue, frame=frame), runs
    return None


def _past_particle(run: list[Token], cue: Cue) -> list[Token]:
    """X of "made clear that X" and "made it very clear that X", where the parser took the verb's own word to X."""
    at = next((n for n, t in enumerate(run[:3]) if t.i in cue.extra), None)
    opened = at is not None and len(run) > at + 2 and run[at + 1].lower_ == "that"
    return run[at + 2 :] if opened and at is not None else run


# -- clauses ----------------------------------------------------------------------------------------


def _clause(verb: Token, cue: Cue) -> list[list[Token]]:
    """A clause after the verb: its complement, one hung on whom it addresses, or one opened by "that" all the same."""
    explicit = cue.explicit
    found = next((c for c in verb.children if c.dep_ == "ccomp" and c.i > verb.i), None) or _marked(verb)
    if found is not None and "object" in cue.entry.words("frames") and of_the_thing(found):
        return []
    if (first := _first_of_two(verb, found)) is not None and found is not None:
        return _split(_trimmed(verb.doc, first, found.right_edge.i + 1))
    if _set_apart(verb):
        start = _opener(verb)
        return _split(_linear(verb, start)) if start is not None else []
    if found is not None and found.tag_ == "VB" and to_of(found) is not None and not _opens(found):
        return []
    if explicit and found is not None and _told_to(verb, found):
        return []
    if found is not None and cue.entry.data.get("explicit") == "that" and found.left_edge.lower_ in ASKED:
        return []
    if found is not None and _finite(found) and not (explicit and not _opens(found) and not _base(found)):
        words = _whole(verb, found)
        return _split(goes_on(words) if words and (_base(found) or syntax.bidden(found)) else words)
    start = _opener(verb)
    if start is not None and not ("object" in cue.entry.words("frames") and of_the_thing(verb.doc[start - 1].head)):
        return _split(_linear(verb, start))
    return []


def _told_to(verb: Token, clause: Token) -> bool:
    """Whether what is asked stands before a clause: "urged X to act on the pledge that, it said, Y had given"."""
    between = verb.doc[verb.i + 1 : clause.left_edge.i]
    return any(t.tag_ == "TO" and t.nbor().tag_ == "VB" for t in between)


def _set_apart(verb: Token) -> bool:
    """ "that, should X happen, Y": where a comma after "that" leads parsers astray."""
    doc, end = verb.doc, verb.sent.end - 2
    return any(doc[i].lower_ == "that" and doc[i + 1].text == "," for i in range(verb.i + 1, min(verb.i + 4, end)))


def _finite(head: Token) -> bool:
    """Whether a complement is a clause of its own: not a bare noun, nor a gerund without a subject."""
    if head.tag_ == "VBG" and not syntax.auxiliaries(head):
        return head.lower_ == "having" or has_subject(head)
    return head.pos_ in ("VERB", "AUX") or any(c.pos_ in ("VERB", "AUX") for c in head.children)


def _marked(verb: Token) -> Token | None:
    """A that-clause hung on the one addressed or on an adverb ("told reporters on Monday that …")."""
    below = [c for c in verb.children if c.i > verb.i and c.dep_ in ("dobj", "dative", "prep", "npadvmod", "acomp")]
    below += [n for c in below if c.lower_ != "of" for n in c.children if n.dep_ in ("pobj", "prep", "appos")]
    for child in (c for above in (verb, *below) for c in above.children if c.i > verb.i):
        that = [m for m in _marks(child) if m.lower_ == "that"]
        if child.dep_ in CLAUSAL and that and not (child.dep_ == "conj" and that[0].nbor(-1).lower_ in JOINTS):
            return child  # "and that …" goes on from another verb's
    return None


def _first_of_two(verb: Token, found: Token | None) -> int | None:
    """Where the first of two clauses begins that the parser hung on a noun before it: "said in a note on the talks
    that X and that Y", with Y alone as the verb's."""
    edge = found.left_edge if found is not None else None
    if edge is None or edge.lower_ != "that" or edge.i - verb.i < 4 or verb.doc[edge.i - 1].lower_ not in JOINTS:
        return None
    for that in verb.doc[verb.i + 1 : edge.i - 1]:
        hung = that.head.dep_ in ("acl", "relcl") and that.dep_ == "mark" and has_subject(that.head)
        if that.lower_ == "that" and hung and not any(t.tag_ in syntax.TENSED for t in verb.doc[verb.i + 1 : that.i]):
            return that.i + 1
    return None


def _marks(head: Token) -> list[Token]:
    return [c for c in head.children if c.dep_ == "mark" and c.i < head.i]


def _opens(head: Token) -> bool:
    """Whether a clause opens with that, whether, how …"""
    return head.left_edge.lower_ in OPENERS or any(m.lower_ in OPENERS for m in _marks(head))


def _base(head: Token) -> bool:
    """A subjunctive: "asked that it be …", with the bare form and a subject."""
    return head.tag_ == "VB" and has_subject(head) and not syntax.auxiliaries(head)


def _whole(verb: Token, head: Token) -> list[Token]:
    """The words of a complement without "that", with the conditions that the parser hung on the verb."""
    start = max(verb.i + 1, head.left_edge.i)
    marks = [m for m in _marks(head) if m.lower_ == "that"]
    start = marks[0].i + 1 if marks and marks[0].i - start < 12 else start
    if not marks and head.tag_ in syntax.TENSED and not has_subject(head) and start - verb.i in range(2, 9):
        start = verb.i + 1 if verb.doc[verb.i + 1].pos_ in ("DET", "NOUN", "PROPN", "PRON", "ADJ", "NUM") else start
    stop = _cut(verb, head)
    stop = _before_tail(verb, start, stop)
    for extra in verb.children:
        edge = extra.left_edge
        hangs = extra.dep_ in ("advcl", "dep", "conj") and not (extra.dep_ == "conj" and has_subject(extra))
        reporting = extra.dep_ == "conj" and extra.tag_ in ("VBD", "VBZ", "VBP")
        listed = extra.dep_ in ("dep", "conj") and extra.tag_ in ("VB", "VBG") and not has_subject(extra)
        hung = edge.i == stop and hangs and not reporting and edge.lower_ in CONDITIONS | {"to"}
        if hung or (listed and edge.i >= stop and edge.i - stop <= 2):
            stop = extra.right_edge.i + 1
    return _trimmed(verb.doc, start, stop)


def _cut(verb: Token, head: Token) -> int:
    """Where a complement ends: before a further verb of reporting that the parser joined to it, else at its edge."""
    for joined in _joined_verbs(head):
        if raised(joined) == verb:
            before = joined.left_edge.i if joined.left_edge.i > head.i else joined.i
            while before > head.i and (verb.doc[before - 1].lower_ in JOINTS or verb.doc[before - 1].is_punct):
                before -= 1
            return before
    return head.right_edge.i + 1


def _before_tail(verb: Token, start: int, stop: int) -> int:
    """Where the reporter's own tail begins: ", saying …", ", while Y …"."""
    doc = verb.doc
    for i in range(start + 3, stop - 2):
        if doc[i].text == "," and (
            doc[i + 1].lower_ == "while" or (doc[i + 1].lemma_ in TAILS and doc[i + 1].tag_ == "VBG")
        ):
            return i
    return stop


def _joined_verbs(head: Token) -> list[Token]:
    found, stack = [], [head]
    while stack:
        stack = [c for t in stack for c in t.children if c.dep_ == "conj" and c.i > head.i]
        found += stack
    return sorted(found, key=lambda t: t.i)


def raised(verb: Token) -> Token | None:
    """The reporting verb that a verb is really coordinated with: "said it was late and added that …"."""
    if verb.dep_ != "conj" or has_subject(verb) or verb.tag_ not in ("VBD", "VBZ", "VBP"):
        return None
    if not any(c.dep_ in ("ccomp", "xcomp", "oprd") and c.i > verb.i for c in verb.children):
        return None
    head = verb.head
    while head.dep_ == "conj":
        head = head.head
    above = head.head
    if head.dep_ != "ccomp" or head.i < above.i or above.tag_ != verb.tag_ or not has_subject(above):
        return None
    return above if head.tag_ != verb.tag_ or head.pos_ == "AUX" or _helped(head) else None


def _helped(verb: Token) -> bool:
    return any(c.dep_ in ("aux", "auxpass") for c in verb.children)


def _opener(verb: Token) -> int | None:
    """Where "that" stands after the verb, the one addressed and short adverbials passed over."""
    doc, end = verb.doc, min(verb.sent.end, verb.i + 14)
    for i in range(verb.i + 1, end):
        token, before = doc[i], doc[i - 1]
        if token.lower_ == "that" and token.tag_ == "IN":
            bare = before.dep_ == "pobj" and before.tag_ == "NN" and before.left_edge == before
            second = before.lower_ in JOINTS and i > verb.i + 2  # "deplored the attack and that it was ready": no cue's
            return None if second or (bare and before.ent_type_ == "") else i + 1
        further = token.tag_ == "VBG" and before.text == ","  # ", adding that …" opens words of its own
        if (
            further
            or token.tag_ in (*syntax.TENSED, "TO")
            or (token.pos_ in ("VERB", "AUX") and token.head.i != verb.i and token.tag_ == "VB")
        ):
            return None
    return None


def _linear(verb: Token, start: int) -> list[Token]:
    """From a token to the end of its clause, where the parse is no help."""
    doc, end = verb.doc, verb.sent.end
    stop = next((i for i in range(start, end) if doc[i].text in BREAKS), end)
    later = [c.left_edge.i for c in verb.children if c.dep_ == "conj" and c.left_edge.i > start and c.tag_ == verb.tag_]
    stop = min([stop, *later])
    return _trimmed(doc, start, stop) if stop - start >= 3 else []


def unmarked(verb: Token) -> list[list[Token]]:
    """A clause that the parser did not see after a plain verb of saying: words with a finite verb of their own."""
    doc, start = verb.doc, verb.i + 1
    if not any(c.dep_ == "nsubj" and c.i < verb.i for c in verb.children):
        return []
    told = [c for c in verb.children if c.i > verb.i and c.dep_ in ("dobj", "dative") and c.right_edge.i < c.i + 4]
    start = max([start, *(c.right_edge.i + 1 for c in told)])
    run = _linear(verb, start)
    first = next((t for t in run if t.tag_ in ("VBD", "VBZ", "VBP", "MD") and t.i > start), None)
    noun = first is not None and any(t.pos_ in ("NOUN", "PROPN", "PRON") for t in doc[start : first.i])
    plain = (
        bool(run) and run[0].pos_ in ("PRON", "PROPN", "DET", "NOUN", "ADJ", "NUM") and run[0].tag_ not in ("WP", "WDT")
    )
    return [run] if noun and plain and not doc[start].is_punct else []


def _split(run: list[Token]) -> list[list[Token]]:
    """ "that X and that Y" is two."""
    thats = [n for n, t in enumerate(run) if n > 2 and t.lower_ == "that" and t.tag_ == "IN"]
    several = any(run[n - 1].lower_ in JOINTS for n in thats)  # "that X, that Y and that Z"
    cuts = [n for n in thats if run[n - 1].lower_ in JOINTS or (several and run[n - 1].text == ",")]
    parts, start = [], 0
    for cut in [*cuts, len(run)]:
        part = run[start:cut]
        while part and (part[-1].lower_ in JOINTS or part[-1].is_punct) and cut < len(run):
            part = part[:-1]
        parts.append(part)
        start = cut + 1
    return [p for p in parts if p]


# -- infinitives ------------------------------------------------------------------------------------


def _order(verb: Token, cue: Cue) -> list[list[Token]]:
    """What another is asked to do: "to …" after the one who is asked."""
    if syntax.is_passive(verb) and (verb.dep_ in ("acl", "amod") or syntax.agent_of(verb) is None):
        return []
    told = [c for c in verb.children if c.i > verb.i and c.dep_ in ("dobj", "dative", "prep", "nsubj")]
    told += [n for c in told for n in c.children if n.dep_ in ("pobj", "nmod")]
    for above in [verb, *told, *([verb.head] if goes_on_after(verb, told) else [])]:
        for child in above.children:
            if child.i > verb.i and child.dep_ in CLAUSAL and child.tag_ == "VB":
                to = to_of(child)
                if to is not None and (above != verb or told or has_subject(child) or syntax.is_passive(verb)):
                    return [_untailed(listed_on(_with_clause(_with_dependents(verb, child, first_word(to)))))]
    return []


def _with_clause(words: list[Token]) -> list[Token]:
    """The words with the clause about their last noun ("the pledge that it said X had given"), hung elsewhere."""
    last = words[-1] if words else None
    if last is None or last.pos_ != "NOUN" or last.i + 3 >= last.sent.end:
        return words
    opening = last.nbor()
    if opening.lower_ not in ("that", "which") or opening.tag_ not in ("WDT", "IN", "DT"):
        return words
    stop = next((t.i for t in last.doc[opening.i : last.sent.end] if t.text in BREAKS | {".", "”"}), last.sent.end)
    return [*words, *last.doc[opening.i : stop]]


def _untailed(run: list[Token]) -> list[Token]:
    stop = _before_tail(run[0], run[0].i, run[-1].i + 1) if run else 0
    return [t for t in run if t.i < stop]


def _with_dependents(verb: Token, infinitive: Token, start: int, least: int = 0) -> list[Token]:
    stop = max(infinitive.right_edge.i, least)
    for more in verb.children:
        if more.dep_ in ("dep", "conj") and more.i > infinitive.i and more.tag_ == "VB":
            stop = max(stop, more.right_edge.i)
    return _trimmed(verb.doc, start, stop + 1)


def _wish(verb: Token, cue: Cue) -> list[list[Token]]:
    """What is wished of another, he and all: "wants X to …", "wants X gone"."""
    if syntax.is_passive(verb):
        return []
    for child in verb.children:
        if child.dep_ == "ccomp" and child.i > verb.i and has_subject(child) and not _opens(child):
            first = child.left_edge
            if child.tag_ in ("VB", "VBN", "VBG", "VBD") and (to_of(child) is not None or child.tag_ != "VB"):
                words = _trimmed(verb.doc, first.i, _cut(verb, child))
                return [listed_on(words) if child.tag_ == "VB" else words]
    thing = next((c for c in verb.children if c.dep_ == "dobj" and c.i > verb.i), None)
    deed = next((c for c in verb.children if c.dep_ in ("xcomp", "advcl", "acl") and thing and c.i > thing.i), None)
    if thing is not None and deed is None:
        deed = next((c for c in thing.children if c.dep_ in ("acl", "relcl") and c.tag_ == "VBN"), None)
    if thing is None or deed is None or deed.tag_ not in ("VB", "VBN") or (deed.tag_ == "VB" and to_of(deed) is None):
        return []
    return [_trimmed(verb.doc, thing.left_edge.i, deed.right_edge.i + 1)]


def _to_do(verb: Token, cue: Cue) -> list[list[Token]]:
    """What the speaker himself is to do: "vowed to …"."""
    if syntax.is_passive(verb) and syntax.agent_of(verb) is None:
        return []
    for child in verb.children:
        gerund = child.left_edge  # "denied asking", "denied having asked"
        next_to = child.dep_ == "xcomp" and gerund.tag_ == "VBG" and gerund.i == verb.i + 1
        if next_to and verb.lemma_ in cue.entry.words("gerunds"):
            return [_with_dependents(verb, child, gerund.i, verb.right_edge.i)]
        if child.dep_ in ("xcomp", "ccomp", "advcl") and child.tag_ == "VB" and child.i > verb.i:
            to = to_of(child)
            next_to = child.dep_ != "advcl" or first_word(to) == verb.i + 1 if to is not None else False
            if (
                to is not None
                and not has_subject(child)
                and (next_to or (cue.force == "promise" and place_between(verb, to)))
            ):
                return [listed_on(_with_dependents(verb, child, first_word(to)))]
    return []


# -- phrases ----------------------------------------------------------------------------------------


def _phrase(verb: Token, prepositions: Iterable[str]) -> tuple[Token, int] | None:
    """The preposition that a verb or its object takes, and where its phrase ends."""
    wanted = frozenset(prepositions)
    things = [c for c in verb.children if c.dep_ in ("dobj", "dative", "nsubj", "prep") and c.i > verb.i]
    things += [n for c in things if c.lower_ in ("to", "of", "with") for n in c.children if n.dep_ == "pobj"]
    for above in (verb, *things):
        for child in above.children:
            if child.i <= verb.i:
                continue
            if (
                child.dep_ in ("prep", "dative", "agent", "prt")
                and child.lower_ in wanted
                and child.right_edge.i > child.i
                and not how_often(child)
            ):
                return child, child.right_edge.i + 1
            marks = [
                m for m in child.children
                if (m.dep_ in ("mark", "prep") or (m.lower_ == "as" and m.dep_ == "advmod"))
                and m.lower_ in wanted and m.i > verb.i
            ]  # fmt: skip
            if child.dep_ in CLAUSAL and marks and marks[0].i == child.left_edge.i:
                return marks[0], child.right_edge.i + 1
    return None


def _about(verb: Token, cue: Cue) -> list[list[Token]]:
    """What a verb with a preposition is about: "called for X", "accused Y of Z-ing"."""
    if not cue.prepositions and not cue.extra:
        return []
    if cue.entry.data.get("bare") and not binds_itself(verb):
        return []
    found = _phrase(verb, cue.prepositions or tuple(verb.doc[i].lower_ for i in cue.extra))
    told = found is not None and not stands_where(found[0], cue.entry)
    words = _trimmed(verb.doc, found[0].i + 1, found[1]) if found is not None and told else []
    return [asked_on(words, cue.force)] if words else []


def _deed(verb: Token, cue: Cue) -> list[list[Token]]:
    """Another and his deed: "thanked X for …"."""
    thing = next((c for c in verb.children if c.dep_ in ("dobj", "dative") and c.i > verb.i), None)
    found = _phrase(verb, cue.prepositions)
    if found is None or (thing is None and not syntax.is_passive(verb)):
        return []
    start = thing.left_edge.i if thing is not None and thing.i < found[0].i else found[0].i + 1
    return [_trimmed(verb.doc, start, found[1])]


def _as(verb: Token, cue: Cue) -> list[list[Token]]:
    """A thing and what it is said to be; the latter alone where the thing stands before the verb."""
    found = _phrase(verb, cue.prepositions)
    if found is None:
        return []
    mark, stop = found
    spoken_of = any(c.dep_ == "prep" and c.lower_ in ("of", "about", "to") for c in verb.children)
    if verb.lemma_ in cue.entry.words("spoken_of") and not spoken_of:
        return []  # "spoke by phone as …"
    if mark.dep_ == "mark" and mark.head.tag_ in ("VBD", "VBZ", "VBP", "MD"):
        return []
    things = [c for c in verb.children if c.dep_ in ("dobj", "nsubj", "dative", "oprd") and verb.i < c.i < mark.i]
    named = (n for c in verb.children if c.dep_ == "prep" and c.lower_ in ("to", "of") for n in c.children)
    things += [n for n in named if n.dep_ == "pobj" and n.i < mark.i]
    start = things[0].left_edge.i if things else mark.i + 1
    if not things and mark.i > verb.i + 4:
        return []
    return [_trimmed(verb.doc, start, stop)]


def _call(verb: Token, cue: Cue) -> list[list[Token]]:
    """A thing and the name put on it: "called X Y"; Y alone in "what he calls Y"."""
    after = [
        c
        for c in verb.children
        if c.i > verb.i and c.dep_ in ("dobj", "oprd", "ccomp", "xcomp", "attr", "acomp", "dative")
    ]
    after = [c for c in after if not _opens(c) and to_of(c) is None and c.tag_ not in ("VBD", "VBZ", "MD")]
    named = _moved_object(verb) or any(t.tag_ == "WP" for t in verb.doc[max(0, verb.i - 8) : verb.i])
    paired = len(after) > 1 or any(c.dep_ in ("oprd",) or (c.dep_ == "ccomp" and has_subject(c)) for c in after)
    naming = verb.lemma_ in cue.entry.words("naming")
    paired = paired or (naming and any(_complemented(c) for c in after))
    paired = paired and not (len(after) == 1 and syntax.names_person(after[0]))
    if not after or not (paired or (named and naming)):
        return []
    if syntax.is_passive(verb) and syntax.agent_of(verb) is None:
        return []
    return [_trimmed(verb.doc, min(c.left_edge.i for c in after), max(c.right_edge.i for c in after) + 1)]


def _complemented(thing: Token) -> bool:
    """Whether a quality follows a noun that the parser hung on it: "called the claims false and absurd"."""
    return any(
        c.i > thing.i and c.dep_ in ("amod", "oprd", "acomp", "advmod") and c.pos_ == "ADJ" for c in thing.children
    )


def _moved_object(verb: Token) -> bool:
    """Whether what is named stands before the verb: "what he calls …", "which they call …", "X, whom they call …"."""
    if any(c.tag_ in ("WP", "WDT") and c.dep_ in ("dobj", "nsubj", "dative", "attr", "oprd") for c in verb.children):
        return True
    return verb.dep_ == "relcl" and has_subject(verb)


def _object(verb: Token, cue: Cue) -> list[list[Token]]:
    """A noun phrase, one of the entry's own where it names some."""
    nouns = [c for c in verb.children if c.dep_ == "dobj"]
    noun = nouns[1] if len(nouns) == 2 and nouns[0].pos_ == "PROPN" else next(iter(nouns), None)  # "promised X help"
    if noun is None or (syntax.is_passive(verb) and syntax.agent_of(verb) is None):
        return []
    allowed = cue.entry.words("objects")
    if allowed and not any(c.lemma_ in allowed for c in syntax.conjuncts(noun)):
        return []
    if noun.i < verb.i or noun.lemma_ in cue.entry.words("not_objects"):
        return []
    words = _trimmed(verb.doc, noun.left_edge.i, with_goal(verb, before_next_act(noun), cue.entry))
    return [asked_on(words, cue.force) if cue.force == "demand" else words]


def before_next_act(noun: Token) -> int:
    """Where a noun phrase or an infinitive ends: before "and voiced …", a main verb hung on an infinitive in it."""
    acts = [t for t in noun.subtree if t.dep_ == "conj" and t.tag_ in syntax.FINITE and t.head.tag_ == "VB"]
    stops = [c.i for t in acts for c in t.head.children if c.dep_ == "cc" and c.i < t.i]
    return min(stops, default=noun.right_edge.i + 1)


FRAMES: dict[str, Callable[[Token, Cue], list[list[Token]]]] = {
    "clause": _clause,
    "order": _order,
    "wish": _wish,
    "about": _about,
    "as": _as,
    "call": _call,
    "deed": _deed,
    "to": _to_do,
    "object": _object,
}


def has_subject(verb: Token) -> bool:
    return any(c.dep_ in ("nsubj", "nsubjpass", "expl", "csubj") for c in verb.children)


def _trimmed(doc: Doc, start: int, stop: int) -> list[Token]:
    """The tokens between two places, punctuation and joints off the end."""
    while stop > start and (doc[stop - 1].text in ",;:" or doc[stop - 1].lower_ in JOINTS):
        stop -= 1
    return list(doc[start:stop])
