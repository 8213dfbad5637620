"""What an office says in its own paper without a word of saying: "Kenya is concerned by X", "we will send tents".

In: the scene of a text that a state's office writes, its cast and its statements. Out: drafts of the sentences that no
statement covers and whose subject is that state, its government or "we". They make positions and promises, and are no
statements; what the paper tells as done is neither.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from detente.model import Actor, Country, Time
from detente.reading import syntax
from detente.reading.actors.cast import Cast
from detente.reading.scene import Scene, Sentence
from detente.reading.speech.attribution import Draft
from detente.reading.stances.together import country_of

if TYPE_CHECKING:
    from detente.reading.words import Token

STANDING = frozenset({"VBZ", "VBP"})
AHEAD = frozenset({"will", "shall", "must", "can", "cannot", "'ll", "’ll"})
MUST = frozenset({"must", "should"})
WE = frozenset({"we", "i"})
RULE = "reading/own_voice"
CONFIDENCE = 0.6


def own_voice(scene: Scene, cast: Cast, told: Sequence[Draft]) -> list[Draft]:
    """The sentences in which a state speaks for itself in its own paper."""
    return list(_spoken(scene, cast, cast.own, told)) if cast.own is not None else []


def _spoken(scene: Scene, cast: Cast, own: Country, told: Sequence[Draft]) -> Iterator[Draft]:
    heard = [d for d in told if d.on_behalf_of is not None and not _by_the_way(d)]
    taken = {d.sentence.index for d in heard}
    covered = [(d.content.start, d.content.end) for d in heard]
    for sentence in scene.sentences:
        if sentence.index in taken or any(a < sentence.end and sentence.start < b for a, b in covered):
            continue
        for verb in (t for t in sentence.tokens if t.dep_ == "ROOT" and _stands(t)):
            subject = syntax.subject(verb) or syntax.passive_subject(verb)
            speaker = _speaker(subject, sentence, scene, cast, own) if subject is not None else None
            if speaker is None and subject is not None and _bidden(verb, subject, sentence, cast, own):
                speaker = _by_name(cast, own)
            if speaker is not None:
                span = scene.cover(sentence, _clause(verb, sentence))
                yield Draft(
                    sentence, None, None, span, "indirect", speaker, None, None, own, (), "statement", None, None,
                    Time(None, "reported", None), span, RULE, CONFIDENCE,
                )  # fmt: skip


def _by_the_way(draft: Draft) -> bool:
    """ "We support Chad in opposing X": a stance below another verb, which does not make the sentence somebody's
    words."""
    verb = draft.sentence.passage.doc[draft.cue.token] if draft.cue is not None else None
    return draft.silent and verb is not None and verb.dep_ in ("pcomp", "acl", "advcl") and verb.tag_ == "VBG"


def _clause(verb: Token, sentence: Sentence) -> list[Token]:
    """The words around a verb, from one semicolon to the next."""
    breaks = [t.i for t in sentence.tokens if t.text == ";"]
    first = max((i + 1 for i in breaks if i < verb.i), default=sentence.tokens.start)
    last = min((i for i in breaks if i > verb.i), default=sentence.tokens.end)
    return [t for t in sentence.tokens if first <= t.i < last and not t.is_space]


def _stands(verb: Token) -> bool:
    """Whether a verb tells what holds or will be, and not what was done."""
    helpers = [c for c in verb.children if c.dep_ in ("aux", "auxpass")]
    if any(c.lower_ in ("has", "have", "had", "was", "were") for c in helpers):
        return False
    return verb.tag_ in STANDING or any(c.lower_ in AHEAD or c.tag_ in STANDING for c in helpers)


def _bidden(verb: Token, subject: Token, sentence: Sentence, cast: Cast, own: Country) -> bool:
    """ "Azerbaijan must withdraw its troops": what another state is told to do."""
    actor, country = cast.actor(subject, sentence), country_of(subject, sentence, cast)
    helpers = {c.lower_ for c in verb.children if c.dep_ == "aux"}
    state = actor is not None and actor.kind == "state" and country not in (None, own)
    return state and bool(helpers & MUST) and not any(c.dep_ in ("nsubj", "nsubjpass") for c in subject.children)


def _by_name(cast: Cast, own: Country) -> Actor | None:
    """The state whose paper it is, where it is first named."""
    named = (m for n, m in enumerate(cast.mentions) if n in cast.entities and cast.entities[n].country == own)
    first = next(named, None)
    return None if first is None else Actor(None, None, None, own, "state", True, cast.span(first), (cast.span(first),))


def _speaker(subject: Token, sentence: Sentence, scene: Scene, cast: Cast, own: Country) -> Actor | None:
    """The state whose paper it is, where it is the subject by its name, as its government or ministry, or as "we"."""
    words = cast.lexicon.words
    actor = cast.actor(subject, sentence)
    if actor is not None and actor.kind in ("person", "unnamed") and subject.lower_ not in WE:
        return None
    ministry = subject.lower_ in words["institutions"] and any(c.lower_ == "the" for c in subject.children)
    if subject.lower_ not in WE and not ministry and country_of(subject, sentence, cast) != own:
        return None
    if len(syntax.conjuncts(subject)) > 1:
        return None
    span = scene.cover(sentence, [subject])
    return Actor(None, None, None, own, "state", True, span, (span,))
