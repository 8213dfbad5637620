"""Words for people whom the sentences before named, of one side: "X and his minister Y … The pair saw Z", "X received Y
… X met the Turk again".

In: a token, its sentence, the cast and the frame. Out: the `Party`s that it stands for, none where nothing says so.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from detente.reading import syntax
from detente.reading.actors.cast import Cast
from detente.reading.actors.lexicon import HEADS, Title
from detente.reading.engagements.party import Party, countries_of, unique
from detente.reading.engagements.sides.frame import Frame
from detente.reading.scene import Scene, Sentence

if TYPE_CHECKING:
    from detente.reading.words import Token

TWO = 2
BACK = 6  # sentences from a nationality to the person who goes by it


def companions(token: Token, sentence: Sentence, frame: Frame) -> list[Party]:
    """The two of one state whom the sentence before named alone, where the clause tells of somebody of another state
    whom they meet."""
    if token.dep_ not in ("nsubj", "nsubjpass") or sentence.index == 0:
        return []
    verb = token.head
    after = [p for n, m in frame.by_sentence.get(sentence.index, []) if m.first > verb.i and frame.acts(n, m)
             for p in [frame.party(n)] if p.actor.kind == "person"]  # fmt: skip
    told = frame.by_sentence.get(sentence.index - 1, [])
    people = unique(p for n, m in told if m.kind == "person" and frame.acts(n, m) for p in [frame.party(n)])
    people = [p for p in people if p.actor.kind == "person"]
    mine = countries_of(people)
    return people if len(people) == TWO and len(mine) == 1 and after and not mine & countries_of(after[:1]) else []


def acted_before(
    sentence: Sentence, scene: Scene, number: int, read: Callable[[Token, Sentence], list[Party]]
) -> list[Party]:
    """ "The presidents of X and Y agreed on Z. At their meeting …": who acted in the sentence before."""
    before = scene.sentences[sentence.index - 1] if sentence.index else sentence
    subject = syntax.subject(before.tokens.root)
    if (
        before is sentence
        or before.passage.index != sentence.passage.index
        or subject is None
        or subject.pos_ == "PRON"
    ):
        return []
    found = read(subject, before)
    return found if len(countries_of(found)) == number else []


def told_of_themselves(token: Token) -> Token | None:
    """Who "they" are in "farmers complain that they were not asked": the plural that says so."""
    clause = token.head if token.lower_ == "they" and token.dep_ in ("nsubj", "nsubjpass") else None
    above = clause.head if clause is not None and clause.dep_ == "ccomp" and clause.head.i < clause.i else None
    subject = syntax.subject(above) if above is not None else None
    return subject if subject is not None and subject.tag_ == "NNS" and subject.i < token.i else None


def a_team(they: Token, sentence: Sentence, scene: Scene, met_in: int, collectives: Sequence[str]) -> bool:
    """ "The team was refused visas. They made the trip twice", "when the council met, they chose …": a plural that is
    the group just told of, and no two officials; `met_in` is the sentence that last told of two who met."""
    if they.lower_ not in ("they", "them"):
        return False
    before = [t for t in sentence.tokens if t.i < they.i]
    last = scene.sentences[sentence.index - 1] if sentence.index else sentence
    if last.passage.index == sentence.passage.index and met_in < last.index < sentence.index:
        before += list(last.tokens)
    return met_in < sentence.index and any(_is_group(t, collectives) for t in before)


def _is_group(token: Token, collectives: Sequence[str]) -> bool:
    """ "the council", "required the team to travel": one that is many, and is told of alone."""
    acts = token.dep_ in ("nsubj", "nsubjpass", "dobj") and token.tag_ == "NN"
    return acts and token.lemma_.lower() in collectives and not any(c.dep_ == "conj" for c in token.children)


def the_latter(token: Token, sentence: Sentence, frame: Frame) -> Party | None:
    """ "X received Y during the latter's visit", "the former": the last or the first of two just named."""
    if token.lower_ not in ("latter", "former") or not any(c.lower_ == "the" for c in token.children):
        return None
    named = unique(frame.officials_before(sentence, token.i, 0))[:TWO]
    return named[0 if token.lower_ == "latter" else -1] if len(named) == TWO else None


def by_nationality(token: Token, sentence: Sentence, cast: Cast, frame: Frame) -> Party | None:
    """ "met the Ukrainian again": the official of that state named last."""
    number = cast.mention_number(token, sentence)
    mention = cast.mentions[number] if number is not None else None
    alone = token.tag_ in ("NN", "NNP", "JJ") and any(c.lower_ == "the" for c in token.children)
    if mention is None or mention.kind != "demonym" or not alone or syntax.conjuncts(token)[1:]:
        return None
    before = frame.officials_before(sentence, token.i, BACK)
    return next((p for p in before if p.country == mention.country and p.actor.kind == "person" and p.actor.name), None)


def named_after(token: Token, sentence: Sentence, cast: Cast) -> list[Party]:
    """Those named right after a plural that they are, behind a colon or a comma."""
    return _after_colon(token, sentence, cast) or _apposed(token, sentence, cast)


def _after_colon(token: Token, sentence: Sentence, cast: Cast) -> list[Party]:
    """ "a get-together of two ministers: X, of A, and Y, of B": those whom the colon leads to."""
    colon = next((t.i for t in token.doc[token.i : sentence.tokens.end] if t.text == ":"), None)
    return _people(sentence, cast, lambda first, _: colon is not None and first > colon)


def _apposed(token: Token, sentence: Sentence, cast: Cast) -> list[Party]:
    """ "The two trade ministers, X and Y, met": those named right after the plural that they are."""
    after = token.i + 2  # past the comma: the parser may hang the names on as a list
    asides = (c for c in token.children if c.dep_ == "appos" or (c.dep_ == "conj" and c.left_edge.i == after))
    named = {t.i for aside in asides for t in syntax.conjuncts(aside) if t.i > token.i}
    return _people(sentence, cast, lambda first, last: bool(named & set(range(first, last))))


def _people(sentence: Sentence, cast: Cast, meant: Callable[[int, int], bool]) -> list[Party]:
    own = ((n, m) for n, m in enumerate(cast.mentions) if m.sentence == sentence.index and m.kind == "person")
    told = ((m, e) for n, m in own if meant(m.first, m.last) and (e := cast.entities.get(n)) is not None)
    return [Party(e.actor(cast.span(m)), e, e.country) for m, e in told]


def of_other_ranks(pair: Sequence[Party], title: Title, number: int) -> bool:
    """ "X was welcomed at the airport by a minister. The two presidents will …": of the rank that a plural asks for,
    the last pair has only one."""
    ranks = [p.entity.level for p in pair if p.entity is not None and p.actor.kind == "person"]
    wanted = rank_of(title)
    return "unknown" not in ranks and len(ranks) == number and sum(r in wanted for r in ranks) == 1


def of_that_rank(pair: Sequence[Party], title: Title, number: int) -> list[Party]:
    """ "A gave B a letter from President X to President Y. The two ministers …": of more than a plural asks for, those
    of its rank."""
    found = [p for p in pair if p.entity is not None and p.entity.level in rank_of(title)]
    return found if len(pair) > number == len(found) == len({p.country for p in found}) else []


def rank_of(title: Title) -> frozenset[str]:
    """The levels that a title asks for: a president and a prime minister are both heads."""
    return HEADS if title.level in HEADS else frozenset({title.level})
