"""The words written down answer as spaCy's tokens, spans and documents do."""

from __future__ import annotations

from typing import Any

import pytest

from detente.reading.reader import Reader
from detente.reading.words import FLAGS, TEXT, TREE, Word, Words

TEXTS = [
    "Foreign Minister Lucía Andrade of Paraguay, who flew in on Monday, met President Tomas Kalla of Vanuatu and his "
    'aides in Port Vila. "We won\'t stop at 3 roads," she said - and left.',
    "Talks.",
    " \n ",
]
ASKED = ("i", "idx", "like_num", "head", "conjuncts", *TREE, *TEXT, *(f"is_{flag}" for flag in FLAGS))
HUNG = [("aides", "met"), ("Monday", "met"), ("said", "met"), ("left", "left"), ("met", "met"), ("who", "Paraguay")]


def plain(answer: Any) -> Any:
    """An answer without whose it is."""
    if hasattr(answer, "label_"):
        return answer.start, answer.end, answer.start_char, answer.end_char, answer.text, answer.label_
    if hasattr(answer, "nbor"):
        return answer.i
    return answer if isinstance(answer, str | bool | int | None) else [plain(a) for a in answer]


def told(word: Any) -> dict[str, Any]:
    return {name: plain(getattr(word, name)) for name in ASKED}


@pytest.fixture(scope="module", params=TEXTS, ids=["two sentences", "a word", "nothing"])
def twins(reader: Reader, request: pytest.FixtureRequest) -> tuple[Any, Words]:
    (parsed,) = reader.parser.parse([request.param])
    return parsed, Words(parsed)


def test_tokens(twins: tuple[Any, Words]) -> None:
    parsed, words = twins
    for token, word in zip(parsed, words, strict=True):
        assert told(word) == told(token)
        assert (len(word), str(word)) == (len(token), str(token))
        assert [word.is_ancestor(w) for w in words] == [token.is_ancestor(t) for t in parsed]


def test_spans(twins: tuple[Any, Words]) -> None:
    parsed, words = twins
    for start in range(len(parsed)):
        for end in range(start, len(parsed) + 2):
            span, stretch = parsed[start:end], words[start:end]
            assert plain(stretch) == plain(span) and stretch.root.i == span.root.i
            assert (stretch.lemma_, plain(stretch.ents)) == (span.lemma_, plain(span.ents))
            assert plain(list(stretch)) == plain(list(span)) and plain(stretch[1:-1]) == plain(span[1:-1])


def test_documents(twins: tuple[Any, Words]) -> None:
    parsed, words = twins
    assert (words.text, len(words), plain(words.ents)) == (parsed.text, len(parsed), plain(parsed.ents))
    assert words[-1].i == parsed[-1].i and plain(words[:-1]) == plain(parsed[:-1])
    for start in range(len(parsed.text)):
        for mode in ("strict", "expand"):
            found, ours = (d.char_span(start, start + 4, alignment_mode=mode) for d in (parsed, words))
            assert (found is None) == (ours is None) and (found is None or plain(found) == plain(ours))


def test_one_word_a_token(twins: tuple[Any, Words]) -> None:
    """Words are the same where they are one, and neighbours end with the passage."""
    _, words = twins
    assert all(isinstance(w, Word) and w.sent[w.i - w.sent.start] is w for w in words)
    with pytest.raises(IndexError):
        words[0].nbor(-1)
    with pytest.raises(IndexError):
        words[-1].nbor()


def test_hung_anew(reader: Reader) -> None:
    """A word that is hung on another takes along what hangs on it, and sentences join and part."""
    (parsed,) = reader.parser.parse(TEXTS[:1])
    words = Words(parsed)
    for word, head in HUNG:
        for doc in (parsed, words):
            at = {t.text: t for t in doc}
            at[word].head, at[word].dep_ = at[head], "conj"
        assert [told(w) for w in words] == [told(t) for t in parsed]
    assert not words.tangled


def test_hung_in_a_ring(reader: Reader) -> None:
    """Two words change places, so that for a moment each hangs on the other."""
    (parsed,) = reader.parser.parse(["The envoys met ministers."])
    words = Words(parsed)
    met, ministers = words[2], words[3]
    met.head = ministers
    assert words.tangled
    ministers.head = ministers
    assert not words.tangled and met in ministers.children and words[1] in ministers.subtree
