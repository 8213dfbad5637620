"""Whether what a statement reports is told as so: "asked whether X had threatened to …", "X could insist on …" and "Has
X asked for …?" hold nothing that X wants, fears or offers.

In: a draft. Out: whether its word of saying is only asked about, supposed or thought possible.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from detente.reading import syntax
from detente.reading.speech.attribution import Draft

if TYPE_CHECKING:
    from detente.reading.words import Token

POSSIBLE = frozenset({"could", "may", "might"})
OPEN = frozenset({"whether", "if", "unless"})
CLAUSES = frozenset({"ccomp", "xcomp", "advcl", "pcomp", "acl", "conj", "dep"})
MARKS = " \t\n\"'”’)]»"


def supposed(draft: Draft) -> bool:
    """Whether the speaker is not told to have said it, but asked about or thought of as saying it."""
    if draft.cue is None or draft.kind == "direct":
        return False
    cue = draft.sentence.passage.doc[draft.cue.token]
    possible = any(set(syntax.auxiliaries(v)) & POSSIBLE for v in (cue, *_first(cue)))
    if possible or _put_in_doubt(cue) or any(map(_not_true, _up(cue))):
        return True
    return draft.sentence.tokens.text.rstrip(MARKS).endswith("?") and not _said_before(cue)


def _first(cue: Token) -> list[Token]:
    """The verb whose auxiliaries a coordinated cue shares: "could wait and demand …"."""
    return [cue.head] if cue.dep_ == "conj" and not any(c.dep_ == "nsubj" for c in cue.children) else []


def _put_in_doubt(cue: Token) -> bool:
    """Whether a clause of the cue, or above it, opens with "whether" or "if"; what hinges on an "if" is none."""
    return any(c.dep_ in ("mark", "advmod") and c.lower_ in OPEN and c.i < v.i for v in _up(cue) for c in v.children)


def _not_true(verb: Token) -> bool:
    """ "It was not true that X had refused to …"."""
    true = any(c.dep_ == "acomp" and c.lower_ == "true" for c in verb.children)
    return verb.lemma_ == "be" and true and syntax.negated(verb)


def _up(cue: Token) -> Iterator[Token]:
    yield cue
    while cue.dep_ in CLAUSES and cue.head.i != cue.i:
        cue = cue.head
        yield cue


def _said_before(cue: Token) -> bool:
    """Whether the question is what the cue reports: "… asked: “Who gains by it?”"."""
    return any(t.text in ':“"' for t in cue.doc[cue.i + 1 : cue.sent.end])
