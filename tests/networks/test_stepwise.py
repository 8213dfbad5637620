"""The quicker twins of parser and namer find what the components find."""

from __future__ import annotations

import importlib
from typing import Any

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from detente.networks.parser import DEFAULT
from detente.networks.stepwise import Stepwise, quicken

TEXTS = [
    "Prime Minister Astrid Halvorsen of Norway met President Kwame Mensah of Ghana in Accra on 3 May.",
    "",
    "Talks.",
    "The minister, who had arrived late, told reporters that no date was set. Her deputy said otherwise.",
    " ",
    "The United Nations and the European Union would send $40 million to Malawi by the end of the year, she wrote.",
]


def loaded() -> Language:
    made: Language = importlib.import_module(DEFAULT).load()
    return made


@pytest.fixture(scope="module")
def quick() -> Language:
    made = loaded()
    quicken(made)
    return made


def told(doc: Doc) -> list[tuple[object, ...]]:
    return [(t.text, t.head.i, t.dep_, t.tag_, t.lemma_, t.ent_type_, t.ent_iob_, t.is_sent_start) for t in doc]


def test_same_parse_and_names(quick: Language) -> None:
    """In the order given, alone and together."""
    plain = loaded()
    whole = [told(d) for d in plain.pipe(TEXTS)]
    assert [told(d) for d in quick.pipe(TEXTS, batch_size=4)] == whole
    assert [told(quick(t)) for t in TEXTS] == whole


def test_twins_stand_where_the_components_stood(quick: Language) -> None:
    assert [n.removesuffix("_stepwise") for n in quick.pipe_names] == loaded().pipe_names
    assert isinstance(quick.get_pipe("ner_stepwise"), Stepwise)


def test_another_make_stays() -> None:
    """A parser that follows several paths is left alone."""
    language = loaded()
    parser: Any = language.get_pipe("parser")
    parser.cfg["beam_width"] = 4
    quicken(language)
    assert "parser" in language.pipe_names and "ner_stepwise" in language.pipe_names
