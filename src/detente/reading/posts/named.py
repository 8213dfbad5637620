"""Who is named to a post in the order of the words: "named X special envoy", "the president named Y ambassador", "named
her ambassador", whatever the parser made of the name and the office beside it.

In: a verb of appointing with its sentence and cast. Out: who is named, and the post.
"""

from __future__ import annotations

from collections.abc import Container
from typing import TYPE_CHECKING

from detente.reading import syntax
from detente.reading.actors.cast import Cast, Entity
from detente.reading.scene import Sentence

if TYPE_CHECKING:
    from detente.reading.words import Token, Tokens

REACH = 8  # words between a verb of appointing and the name of the one appointed
OWNING = 4  # words of "the country's" between a name and an office


def named_by_office(verb: Token) -> Token | None:
    """Y of "The secretary-general named Y as his envoy", where the parser took the verb for a clause about him."""
    named = next((c for c in verb.children if c.dep_ == "oprd" and c.pos_ == "PROPN"), None)
    bare = verb.dep_ == "acl" and verb.tag_ == "VBN" and named is not None and verb.doc[verb.i - 1].text != ","
    return named if bare and any(c.lower_ == "as" for at in (verb, verb.head) for c in at.children) else None


def in_order(verb: Token, sentence: Sentence, cast_: Cast) -> tuple[Entity | None, str | None]:
    """ "named X special envoy", "named X, a former minister, special envoy": the name after the verb and the office
    right after the name or after an aside to it, whatever the parser made of the two."""
    doc, end = sentence.passage.doc, sentence.tokens.end
    inside = [(n, m) for n, m in enumerate(cast_.mentions) if m.sentence == sentence.index and m.first > verb.i]
    number, person = next(((n, m) for n, m in inside if m.kind == "person"), (None, None))
    if person is None or number is None or person.first - verb.i > REACH:
        return None, None
    at = person.last
    if at < end and doc[at].text == ",":
        close = next((i for i in range(at + 1, end) if doc[i].text == ","), None)
        at = close + 1 if close is not None and close > at + 2 else end
    homes = cast_.lexicon.words["homelands"]
    own = [
        m for _, m in inside
        if m.kind == "office" and m.core[0] >= at and (m.first <= at + 1 or _of_the_country(doc[at : m.first], homes))
    ]  # fmt: skip
    post = next((m.title_text for m in own if not any(t.lower_ in ("a", "an") for t in doc[at : m.first])), None)
    entity = cast_.entities.get(number)
    return (entity, post) if entity is not None and post else (None, None)


def _of_the_country(words: Tokens, homes: Container[str]) -> bool:
    """ "the country's" between a name and the office that he is given."""
    owned = 2 < len(words) <= OWNING and words[-1].tag_ == "POS"
    return owned and words[0].tag_ in ("DT", "PRP$") and words[-2].lemma_.lower() in homes


def given_in_order(verb: Token, sentence: Sentence, cast_: Cast) -> tuple[Entity | None, str | None]:
    """ "X's president named Y ambassador", "named her ambassador": who is named and the post right behind, where the
    parser has the president named or her for the owner of the post."""
    if _taken_for_participle(verb, sentence, cast_):
        return in_order(verb, sentence, cast_)
    return _named_her(verb, sentence, cast_)


def _taken_for_participle(verb: Token, sentence: Sentence, cast_: Cast) -> bool:
    """ "X's president named Y ambassador", where the parser took the verb for a clause about the president."""
    bare = verb.dep_ == "acl" and verb.tag_ in ("VBN", "VBD") and not verb.is_sent_start and not list(verb.lefts)
    doc = sentence.passage.doc
    if not bare or doc[verb.i - 1].text == ",":
        return False
    near = [m for m in cast_.mentions if m.sentence == sentence.index]
    high = any(m.first <= verb.head.i < m.last and m.title is not None and not m.plural for m in near)
    named = next((m for m in near if m.kind == "person" and m.first == verb.i + 1), None)
    return high and named is not None and doc[named.last : named.last + 1].text != ","


def _named_her(verb: Token, sentence: Sentence, cast_: Cast) -> tuple[Entity | None, str | None]:
    """ "X named her ambassador to Y": who is named, where the parser took her for the owner of the post."""
    pronoun = verb.nbor(1) if verb.i + 1 < sentence.tokens.end else verb
    if pronoun.lower_ != "her" or pronoun.dep_ != "poss" or syntax.is_passive(verb):
        return None, None
    near = (m for m in cast_.mentions if m.sentence == sentence.index and m.kind in ("office", "person"))
    office = next((m for m in near if m.first <= pronoun.head.i < m.last and m.title is not None), None)
    subject = syntax.subject(verb)
    appoints = cast_.entity(subject, sentence) if subject is not None else None
    person = cast_.entity(pronoun, sentence)
    if office is None or office.kind == "person" or person is None or person.kind != "person" or person is appoints:
        return None, None
    return person, office.title_text


def left_first(verb: Token) -> Token | None:
    """X of "X was dismissed and replaced by Y", "X resigned and was replaced by Y"."""
    shares = verb.dep_ == "conj" and verb.tag_ == "VBN" and verb.head.pos_ == "VERB"
    by = any(c.dep_ == "agent" or c.lower_ in ("by", "with") for c in verb.children)
    return syntax.passive_subject(verb.head) or syntax.subject(verb.head) if shares and by else None
