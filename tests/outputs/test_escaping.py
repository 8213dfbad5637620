"""Words of a document are shown so that they can do nothing but be read."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.model import Span
from detente.outputs.escaping import clean, cut, marked_down, quoted


def span(text: str) -> Span:
    return Span(0, len(text), text)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("two\nlines  and\ttabs", "two lines and tabs"),
        ("\x1b[31mred", "⟨U+001B⟩[31mred"),
        ("left \u202eright", "left ⟨U+202E⟩right"),
        ("zero\u200bwidth \ufeff", "zero⟨U+200B⟩width ⟨U+FEFF⟩"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("[red]not markup[/red]", "[red]not markup[/red]"),
    ],
)
def test_clean(text: str, shown: str) -> None:
    assert clean(text) == shown


@given(st.text())
def test_nothing_unseen_is_left(text: str) -> None:
    assert not {unicodedata.category(c) for c in clean(text) if c not in "\u200c\u200d"} & {
        "Cc",
        "Cf",
        "Cs",
        "Co",
    }


@pytest.mark.parametrize(
    ("text", "limit", "shown"),
    [
        ("short words", 40, "“short words”"),
        ("“marked already”", 40, "“marked already”"),
        ("one “inner” pair", 40, "“one “inner” pair”"),
        ("cut before a word", 12, "“cut before a” …"),
        ("cut before a word", 11, "“cut before” …"),
        ("wordwithoutspaces", 6, "“wordwi” …"),
    ],
)
def test_quoted_cuts_at_a_word_and_outside_the_marks(text: str, limit: int, shown: str) -> None:
    assert quoted(span(text), limit) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("he called it “a long and bitter” road", "he called it “a long” …"),
        ('he called it "a long and bitter" road', 'he called it "a long" …'),
    ],
)
def test_a_quotation_cut_open_is_closed(text: str, shown: str) -> None:
    assert cut(text, 20) == shown


@given(st.text(alphabet=st.characters(categories=("L", "N", "P", "Zs", "Cc", "Cf"))), st.integers(5, 60))
def test_quoted_words_are_the_spans_own(text: str, limit: int) -> None:
    shown = quoted(span(text), limit).removesuffix(" …")
    assert shown[1:-1] in clean(text)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("<script>alert(1)</script>", "&lt;script>alert(1)&lt;/script>"),
        ("[a](javascript:b) ![c](d)", r"\[a\](javascript:b) !\[c\](d)"),
        ("*bold* `code` \\", r"\*bold\* \`code\` \\"),
        ("&lt;b&gt; and &#60;", "&amp;lt;b&amp;gt; and &amp;#60;"),
        ("Foreign & Commonwealth Office, 5 > 4", "Foreign & Commonwealth Office, 5 > 4"),
        ("\x1b]0;title\x07 two\nlines", "⟨U+001B⟩\\]0;title⟨U+0007⟩ two lines"),
    ],
)
def test_no_markup_of_a_document_reaches_a_markdown_file(text: str, shown: str) -> None:
    assert marked_down(text) == shown
