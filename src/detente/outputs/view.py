"""One reading as it is shown on a terminal: its names, the width, and whether rules are explained.

Every text that comes from a document passes through `said`, and so is cleaned and never read as markup.
"""

from __future__ import annotations

from dataclasses import dataclass

from rich.console import RenderableType
from rich.padding import Padding
from rich.text import Text

from detente.model import Reading
from detente.outputs.escaping import clean
from detente.outputs.names import Names

QUIET = "dim"
RULE = "dim magenta"
# characters of one statement that are shown before the ellipsis
LONGEST = 240


@dataclass(frozen=True, slots=True)
class View:
    """What every part of the terminal reading is made from; `width` in terminal cells."""

    reading: Reading
    names: Names
    width: int
    explain: bool


def said(text: str, style: str = "") -> Text:
    """A document's text on one line, cleaned, in a style."""
    return Text(clean(text), style=style)


def joined(*parts: Text) -> Text:
    """The parts that are not empty, two spaces between them."""
    return Text("  ").join(part for part in parts if part)


def title(text: str) -> Text:
    """The heading of a part, with a line before it."""
    return Text("\n").append_text(said(text, "bold"))


def indented(what: RenderableType, left: int = 2) -> Padding:
    """Moved to the right by `left` cells."""
    return Padding(what, (0, 0, 0, left))


def rule_note(rule: str, confidence: float | None = None, more: str = "") -> Text:
    """The rule that made an item, its confidence, and its codes: "[speech/say · 0.85]"."""
    parts = [rule, f"{confidence:.2f}" if confidence is not None else "", more]
    return said(f"[{' · '.join(p for p in parts if p)}]", RULE)
