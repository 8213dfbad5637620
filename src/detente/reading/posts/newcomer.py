"""Who takes a post, where he is not named beside it: "appointed the veteran diplomat minister", "He succeeds Z",
"appointed an envoy. She is Z".

In: a verb of appointing with its sentence and cast, or the changes of post found so far. Out: the person meant: the one
told of right before, or named right after.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from detente.model import Tenure
from detente.reading import syntax
from detente.reading.actors.cast import Cast, Entity
from detente.reading.actors.lexicon import plain
from detente.reading.scene import Scene, Sentence

if TYPE_CHECKING:
    from detente.reading.actors.grid import Mention
    from detente.reading.words import Token

BACK = 2  # sentences from a description to the name of who is described


def described(verb: Token, sentence: Sentence, cast: Cast) -> tuple[Entity | None, str | None]:
    """X and the post of "X is back. The president appointed the veteran diplomat minister": what describes him stands
    right before the office that he is given."""
    offices = [m for m in cast.mentions if m.sentence == sentence.index and m.kind == "office" and m.first > verb.i]
    for post in offices:
        if post.title_text and not post.plural and _after_description(post, sentence, cast):
            subject = syntax.subject(verb)
            actor = cast.entity(subject, sentence) if subject is not None else None
            return _named_before(post, actor, cast), post.title_text
    given = syntax.direct_object(verb)
    new = next((m for m in offices if given is not None and m.head == given.i and m.title_text and not m.plural), None)
    person = _named_after(new, sentence, cast) if new is not None else None
    return (person, new.title_text) if new is not None and person is not None else (None, None)


def _named_after(post: Mention, sentence: Sentence, cast: Cast) -> Entity | None:
    """Z of "appointed an envoy. He is Z", "The envoy will be Z": whom the next sentence says that the new one is."""
    following = cast.scene.sentences[sentence.index + 1 : sentence.index + 2]
    root = following[0].tokens.root if following and following[0].passage.index == sentence.passage.index else None
    if root is None or root.lemma_ != "be" or syntax.negated(root):
        return None
    who = syntax.subject(root)
    what = sentence.passage.doc[post.head].lemma_.lower()
    own = who is not None and (who.tag_ == "PRP" or who.lemma_.lower() == what)
    named = next((c for c in root.children if c.dep_ == "attr" and c.pos_ == "PROPN"), None) if own else None
    entity = cast.entity(named, following[0]) if named is not None else None
    return entity if entity is not None and entity.kind == "person" and entity.name else None


def _after_description(post: Mention, sentence: Sentence, cast: Cast) -> bool:
    """ "the veteran diplomat" right before an office: a noun for what somebody is who holds no high office."""
    doc, noun = sentence.passage.doc, sentence.passage.doc[post.first - 1]
    what = cast.lexicon.titles_by_form.get(plain(noun.text))
    if what is None or what.level not in ("official", "unknown") or noun.tag_ not in ("NN", "NNP"):
        return False
    at = noun.i - 1
    while at > sentence.tokens.start and doc[at].pos_ in ("ADJ", "NOUN"):
        at -= 1
    return doc[at].lower_ == "the"


def _named_before(post: Mention, other_than: Entity | None, cast: Cast) -> Entity | None:
    """The person named last in the sentences right before, who is not the one who appoints."""
    near = [
        cast.entities.get(n) for n, m in enumerate(cast.mentions)
        if m.kind == "person" and m.passage == post.passage and post.sentence - BACK <= m.sentence < post.sentence
    ]  # fmt: skip
    people = [e for e in near if e is not None and e is not other_than]
    return people[-1] if people else None


def just_appointed(found: Sequence[Tenure], scene: Scene) -> list[Tenure]:
    """ "The president named X minister. He succeeds Y": he is X, and not the one who named him."""
    kept: list[Tenure] = []
    for tenure in sorted(found, key=lambda t: t.evidence.start):
        last, at = kept[-1] if kept else None, scene.sentence_at(tenure.evidence.start)
        before = scene.sentence_at(last.evidence.start) if last is not None else None
        if last is not None and at is not None and before is not None and last.change == tenure.change == "appointed":
            next_one = at.index - before.index == 1 and at.passage.index == before.passage.index
            surname, told = tenure.person.split()[-1], before.tokens.text
            named = tenure.person in told or (surname in told and surname not in last.person)
            if next_one and at.tokens[0].tag_ == "PRP" and named and tenure.person != last.person:
                tenure = replace(tenure, person=last.person, post=last.post)
        kept.append(tenure)
    return kept


def unnamed_state(subject: Token, cast: Cast) -> bool:
    """ "the country appointed X", "Government has named X": a state of which nothing says which it is, so that a paper
    means its own."""
    named = any(c.dep_ in ("poss", "amod", "compound", "prep", "relcl") for c in subject.children)
    words = cast.lexicon.words
    state = subject.lemma_.lower() in words["homelands"] | words["institutions"]
    return state and subject.tag_ in ("NN", "NNP") and not named
