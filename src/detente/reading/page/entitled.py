"""The title that a page or a line of JSON bears beside its text, where it alone tells of an engagement.

An office's page often tells who spoke with whom in its title alone ("Telephone conversation with the President of X",
and then "The presidents discussed …"). In: a document, and what its text says without the title. Out: the document with
its title above the text, and a reading of that, brought back to the text: an engagement of the title stands on the
first sentence of the report, its names stay, and nothing else is taken from it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import fields, is_dataclass, replace
from typing import Any

from detente.issues import note
from detente.model import Actor, Document, Engagement, Issue, Reading, Span, Time

FEWEST, MOST = 4, 60  # words of a title that can tell of something
TOP = 600  # characters of a text among which its headline stands
SHARE = 0.8  # of a title's words so many in a line at the top make that line the title
# forms that a title and a text use for one another
KINDS = {"table": ("meeting", "talks", "summit_session"), "line": ("call", "video_call")}
GAP = "\n\n"
SITE = re.compile(r"\s+[|–—-]\s+(?=[^|–—]*$)")
SENTENCE = re.compile(r".{20,}?[.!?…](?=\s+[A-Z“\"]|$)")
OPTIONAL = frozenset({"reason", "refers_to", "cue"})


def title_of(document: Document) -> Document | None:
    """The title, without the site's name, as a document; None where it tells nothing or the text's top says it."""
    title = " ".join((document.source.title or "").split())
    parts = SITE.split(title)
    if len(parts) == 2 and _plain(parts[1]) == _plain(document.source.outlet or ""):
        title = parts[0]
    words = _plain(title).split()
    if not FEWEST <= len(words) <= MOST:
        return None
    top = document.text[: TOP + len(title)]
    lines = [set(_plain(line).split()) for line in top.split("\n")]
    lines = [line for line in lines if len(line) <= 2 * len(words)]  # a long one is a paragraph that tells more
    said = _plain(title) in _plain(top) or any(len(set(words) & line) >= SHARE * len(set(words)) for line in lines)
    return None if said else replace(document, text=title, issues=())


def adds(title: Sequence[Engagement], text: Sequence[Engagement]) -> bool:
    """Whether a title tells of an engagement that the text does not: none of its kind between those states."""
    told = [(_kind(e), set(e.countries)) for e in text]
    own = [(_kind(e), set(e.countries)) for e in title if not e.background and len(e.countries) > 1]
    return any(not any(kind == k and sides <= s for k, s in told) for kind, sides in own)


def under_title(document: Document, title: Document) -> tuple[Document, int]:
    """The document with its title above the text, and how many code points that takes."""
    ahead = title.text + GAP
    issues = tuple(replace(i, span=_moved(i.span, len(ahead)) if i.span else None) for i in document.issues)
    return replace(document, text=ahead + document.text, issues=issues), len(ahead)


def without_title(reading: Reading, document: Document, ahead: int) -> Reading:
    """The reading of a document under its title as one of the document itself."""
    first = _first_sentence(reading, ahead)
    alone = [e.id for e in reading.engagements if all(s.start < ahead for s in e.evidence)]
    told = f"{', '.join(alone)} told by the title alone: shown on the first sentence of the text"
    back = _Back(ahead, first)
    kept: dict[str, Any] = {
        name: tuple(back.of(item) for item in getattr(reading, name) if not _of_the_title(item, ahead))
        for name in ("furniture", "times", "actors", "statements", "positions", "commitments", "events", "tenures")
    }
    return replace(
        reading,
        text=document.text,
        engagements=tuple(back.of(e) for e in reading.engagements),
        issues=(*(back.issue(i) for i in reading.issues), *([note("DET-210", told, back.of(first))] if alone else [])),
        **kept,
    )


def in_title(span: Span, ahead: int) -> bool:
    """Whether a span stands in the title above the text."""
    return span.start < ahead


def _first_sentence(reading: Reading, ahead: int) -> Span:
    """Where the report begins: its first paragraph that is no furniture, up to the first full stop."""
    aside = [f.span for f in reading.furniture]
    at = ahead
    for line in reading.text[ahead:].split("\n"):
        found = Span(at, at + len(line), line)
        if any(map(str.isalpha, line)) and not any(found.meets(a) for a in aside):
            end = SENTENCE.match(line)
            return Span(at, at + end.end(), end.group()) if end is not None else found
        at += len(line) + 1
    return Span(ahead, len(reading.text), reading.text[ahead:])


def _kind(engagement: Engagement) -> str:
    return next((kind for kind, forms in KINDS.items() if engagement.form in forms), engagement.form)


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


def _moved(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by, span.text)


def _of_the_title(item: Any, ahead: int) -> bool:
    """Whether an item stands in the title alone."""
    if isinstance(item, Actor):
        return all(in_title(s, ahead) for s in (item.span, *item.mentions))
    own: Sequence[Span] = next(
        (v if isinstance(v, tuple) else (v,))
        for name in ("span", "content", "evidence")
        if (v := getattr(item, name, None)) is not None
    )
    return in_title(own[0], ahead)


class _Back:
    """Brings items back by the title's length; what stood in the title stands on the first sentence."""

    def __init__(self, ahead: int, first: Span) -> None:
        self.ahead = ahead
        self.first = self._span(first)

    def _span(self, span: Span) -> Span:
        return _moved(span, -self.ahead)

    def issue(self, issue: Issue) -> Issue:
        if issue.span is not None and in_title(issue.span, self.ahead):
            return replace(issue, span=None)
        return replace(issue, span=self._span(issue.span)) if issue.span is not None else issue

    def of(self, item: Any) -> Any:
        """An item, or a tuple of them, with its spans brought back."""
        if isinstance(item, Span):
            return self.first if in_title(item, self.ahead) else self._span(item)
        if isinstance(item, tuple):
            below = [i for i in item if not (isinstance(i, Span) and in_title(i, self.ahead))]
            return tuple(self.of(i) for i in (below or item[:1]))
        if isinstance(item, Actor):
            return self._actor(item)
        if not is_dataclass(item) or isinstance(item, type):
            return item
        told = {f.name: getattr(item, f.name) for f in fields(item)}
        lost = {
            name for name, value in told.items()
            if isinstance(value, Span) and in_title(value, self.ahead) and (name in OPTIONAL or isinstance(item, Time))
        }  # fmt: skip
        return replace(item, **{n: None if n in lost else self.of(v) for n, v in told.items()})

    def _actor(self, actor: Actor) -> Actor:
        below = tuple(self._span(s) for s in actor.mentions if not in_title(s, self.ahead))
        own = self._span(actor.span) if not in_title(actor.span, self.ahead) else next(iter(below), self.first)
        return replace(actor, span=own, mentions=below or (own,))
