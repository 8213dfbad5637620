"""Words of a document made safe to show: nothing in a text can move a cursor or turn a line around.

In: any text or span. Out: text for display. Words in quotation marks are always a span's own.
"""

from __future__ import annotations

import re
import unicodedata

from detente.model import Span

UNSEEN = ("Cc", "Cf", "Cs", "Co")
# what Markdown takes for emphasis, code and links, and what begins a character reference of HTML
MARKUP = re.compile(r"[\\`*\[\]]")
ENTITY = re.compile(r"&(?=#?\w+;)")
# the joiners shape Persian and Indian words and move nothing
JOINERS = ("\u200c", "\u200d")


def clean(text: str) -> str:
    """The text on one line, control, format and private characters written out as ⟨U+XXXX⟩."""
    return visible(" ".join(text.split()))


def visible(text: str, keep: str = "") -> str:
    """The text with unseen characters written out, save the joiners and those to `keep`."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(c if c in keep or c in JOINERS else _shown(c) for c in text)


def marked_down(text: str) -> str:
    """A document's words for a Markdown file: on one line, with nothing in them that is markup, HTML's included."""
    return ENTITY.sub("&amp;", MARKUP.sub(r"\\\g<0>", clean(text))).replace("<", "&lt;")


def _shown(character: str) -> str:
    unseen = unicodedata.category(character) in UNSEEN
    return f"⟨U+{ord(character):04X}⟩" if unseen else character


def shortened(text: str, limit: int) -> tuple[str, bool]:
    """The text cut before a word so that it has at most `limit` characters, and whether it was cut."""
    if len(text) <= limit:
        return text, False
    head = text[: limit + 1].rsplit(" ", 1)[0] if " " in text[:limit] else text[:limit]
    return head.rstrip(" ,;:–—-"), True


def cut(text: str, limit: int) -> str:
    """A document's words without marks of ours; a quotation cut open is closed before the ellipsis."""
    words, was_cut = shortened(clean(text), limit)
    return f"{words}{_closing(words)} …" if was_cut else words


def quoted(span: Span, limit: int) -> str:
    """A span's own words in quotation marks, cut at a word with the ellipsis outside the marks."""
    words, was_cut = shortened(_unwrapped(clean(span.text)), limit)
    return f"“{words}” …" if was_cut else f"“{words}”"


def _closing(words: str) -> str:
    if words.count("“") > words.count("”"):
        return "”"
    return '"' if words.count('"') % 2 else ""


def _unwrapped(words: str) -> str:
    """Without the pair of marks that the span itself begins and ends with; inner marks stay."""
    inner = words[1:-1]
    if len(words) > 2 and words[0] in '"“' and words[-1] in '"”' and not set(inner) & set('"“”'):
        return inner
    return words
