"""The page: the whole text, every mark in its place, nothing from the network, nothing a document can run."""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.model import Span
from detente.outputs.marks import KINDS, Mark, marks, pieces
from detente.outputs.page import write_page
from tests.outputs.sample import TEXT, empty, said, sample

EVIL = "<script>alert(1)</script><img src=x onerror=alert(2)>\"'>{{ 7*7 }}&amp;</mark></script>"


class Page(HTMLParser):
    """What a browser would make of the page: tags, attributes, and the text of the marked text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self._inside = 0
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag == "div" and dict(attrs).get("class") == "text":
            self._inside = 1

    def handle_endtag(self, tag: str) -> None:
        self._inside = 0 if tag == "div" else self._inside

    def handle_data(self, data: str) -> None:
        self.text += data if self._inside else ""

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.tags if name == tag]


texts = st.text(alphabet="ab<\n“é", min_size=0, max_size=30)
spans = st.lists(st.tuples(st.integers(-2, 34), st.integers(-2, 34)), max_size=12)


@given(texts, spans)
def test_joined_pieces_are_the_text_and_each_mark_covers_its_spans(text: str, places: list[tuple[int, int]]) -> None:
    made = [Mark(f"m{n}", "event", "", (), (Span(a, b, text[a:b]), Span(a, b, ""))) for n, (a, b) in enumerate(places)]
    cut = pieces(text, made)
    assert "".join(p.text for p in cut) == text
    at = 0
    for piece in cut:
        assert piece.text
        for offset in range(at, at + len(piece.text)):
            covering = {f"m{n}" for n, (a, b) in enumerate(places) if 0 <= a <= offset < b <= len(text)}
            assert {m.id for m in piece.marks} == covering
        at += len(piece.text)


def test_the_text_on_the_page_is_the_text() -> None:
    assert Page(write_page([sample()])).text == TEXT


def test_every_item_is_marked_where_it_stands() -> None:
    found = marks("d1-", sample())
    page = Page(write_page([sample()]))
    marked = {i for m in page.all("mark") for i in (m["data-ids"] or "").split()}
    listed = {attributes.get("id") for attributes in page.all("li")}
    assert {m.id for m in found} == marked == listed
    assert {m.kind for m in found} == set(KINDS)


def test_each_item_tells_its_rule_and_confidence() -> None:
    html = write_page([sample()])
    assert "engagements/call.phone · 0.90" in html
    assert "events/coerce · 0.70" in html
    assert "positions/demand · 0.70" in html


@pytest.mark.parametrize("evil", [EVIL, "javascript:alert(1)", "</style><style>*{display:none}", "]]><!--"])
def test_nothing_of_a_document_is_markup(evil: str) -> None:
    page, plain = Page(write_page([said(evil)])), Page(write_page([said("words")]))
    assert page.text == evil
    assert [tag for tag, _ in page.tags] == [tag for tag, _ in plain.tags]
    names = {name for _, attributes in page.tags for name in attributes}
    assert names == {name for _, attributes in plain.tags for name in attributes}
    assert not any(name.startswith("on") for name in names)


def test_bidirectional_and_control_characters_are_seen() -> None:
    html = write_page([said("a\u202eb\x00c\u200cd\r\ne\tf")])
    assert "\u202e" not in html
    assert "\x00" not in html
    assert "a⟨U+202E⟩b⟨U+0000⟩c\u200cd\r\ne\tf" in html


def test_the_policy_allows_this_style_and_script_and_no_more() -> None:
    html = write_page([sample()])
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', html)
    assert policy is not None
    allowed = policy[1].replace("&#39;", "'")
    for tag in ("style", "script"):
        body = re.search(rf"<{tag}>(.*?)</{tag}>", html, re.S)
        assert body is not None
        assert f"{tag}-src 'sha256-{b64encode(sha256(body[1].encode()).digest()).decode()}'" in allowed
    assert allowed.startswith("default-src 'none'; ")
    assert "unsafe" not in allowed


def test_nothing_comes_from_elsewhere() -> None:
    page = Page(write_page([sample(), said(EVIL)]))
    linked = [v for _, attributes in page.tags for k, v in attributes.items() if k in ("src", "href", "action")]
    assert all(v is not None and v.startswith("#") for v in linked)
    assert "url(" not in write_page([sample()])


def test_several_documents_have_a_list_and_ids_of_their_own() -> None:
    page = Page(write_page([sample(), sample(), empty()]))
    ids = [a["id"] for _, a in page.tags if "id" in a]
    assert len(ids) == len(set(ids))
    assert [a["href"] for a in page.all("a")] == ["#text", "#d1", "#d2", "#d3"]
    assert [a["id"] for a in page.all("article")] == ["d1", "d2", "d3"]


def test_marks_are_reached_by_keyboard() -> None:
    page = Page(write_page([sample()]))
    reached = {i for m in page.all("mark") if m.get("tabindex") == "0" for i in (m["data-ids"] or "").split()}
    quiet = ("actor", "time")
    assert {m.id for m in marks("d1-", sample()) if m.kind not in quiet} <= reached
    assert all(b.get("type") == "button" for b in page.all("button"))


def test_the_same_readings_give_the_same_page() -> None:
    assert write_page([sample()]) == write_page([sample()])


def test_no_reading_is_a_page_too() -> None:
    assert "No document was read." in write_page([])
