"""A pipeline's networks and transition components, quicker and with the same results.

In: a loaded spaCy pipeline. `quicken` gives the products of its matrices to numpy's library, up to three times as fast
as the one that spaCy brings, and puts twins in the places of the parser and the namer: they take the same steps while
they hold the interpreter's lock. (The components give it up, and then ask for it back at every token.) What is of
another make, as a beam or a graphics card, stays as it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

FACTORY = "detente_stepwise"
TOGETHER = 32  # passages that take their steps at the same time


class Stepwise:
    """The twin of a transition component."""

    def __init__(self, component: Any) -> None:
        self.component = component

    def __call__(self, doc: Doc) -> Doc:
        self._annotate([doc])
        return doc

    def pipe(self, docs: Iterable[Doc], batch_size: int) -> Iterator[Doc]:
        """The documents with what the component finds, in order; those of like length take their steps together."""
        coming = iter(docs)
        while batch := list(islice(coming, batch_size)):
            alike = sorted(batch, key=len)
            for start in range(0, len(alike), TOGETHER):
                self._annotate(alike[start : start + TOGETHER])
            yield from batch

    def _annotate(self, docs: Sequence[Doc]) -> None:
        states = self.component.moves.init_batch(docs)
        under_way = [s for s in states if not s.is_final()]
        if under_way:
            scorer = self.component.model.predict(docs)
            weights, bias = (scorer.vec2scores.get_param(name) for name in "Wb")
            while under_way:
                # what `scorer.predict` gives, without what only training needs
                vectors = scorer.state2vec.predict(scorer.get_token_ids(under_way))
                under_way = self.component.transition_states(under_way, vectors @ weights.T + bias)
            scorer.clear_memory()
        self.component.set_annotations(docs, states)


def quicken(language: Language) -> None:
    """Speeds up a pipeline's networks, and its transition components by their twins."""
    from spacy.language import Language as Pipeline

    Pipeline.factory(FACTORY, default_config={"of": ""}, func=_twin)
    for name, component in list(language.pipeline):
        _by_numpy(component)
        if _takes_steps(component):
            put_in_place(language, name, FACTORY, name=f"{name}_stepwise", config={"of": name})


def put_in_place(language: Language, old: str, new: str, **given: Any) -> None:
    """Puts a registered component in the place of another, which stays, disabled."""
    place = language.pipe_names.index(old)
    language.disable_pipe(old)
    following = language.pipe_names[place] if place < len(language.pipe_names) else None
    language.add_pipe(new, before=following, last=following is None or None, **given)


def _twin(nlp: Language, name: str, of: str) -> Stepwise:
    return Stepwise(nlp.get_pipe(of))


def _takes_steps(component: Any) -> bool:
    """Whether a component is a parser or namer that follows one path, on the processor, by a network all trained."""
    from spacy.pipeline import DependencyParser, EntityRecognizer
    from thinc.api import NumpyOps

    if not isinstance(component, (DependencyParser, EntityRecognizer)) or component.cfg["beam_width"] != 1:
        return False
    attributes = component.model.attrs
    trained = attributes["has_upper"] and not attributes["unseen_classes"]
    return trained and isinstance(component.model.ops, NumpyOps)


def _by_numpy(component: Any) -> None:
    """Has a component's network multiply by numpy's library."""
    from thinc.api import NumpyOps

    model = getattr(component, "model", None)
    for layer in model.walk() if model is not None else ():
        if type(layer.ops) is NumpyOps:
            layer.ops = NumpyOps(use_blis=False)
