"""Words that do not say by themselves what was said: a thing denied, refused, asked or doubted is not put forward.

In: statements of a reading. Out: how they are put, and their words from that verb on. "X denied that the line was
closed" is never to be shown as X saying that the line was closed.
"""

from __future__ import annotations

from collections.abc import Iterable

from detente.model import Span, Statement

# the cues of the codebook (speech/cues.yaml) whose verb decides what is said
TURNING = frozenset(
    f"speech/{cue}"
    for cue in (
        "deny", "refuse_to", "judge", "stand", "ask", "believe", "hold", "want", "expect_of", "hope_to", "want_to",
    )
)  # fmt: skip


def turning(kind: str, rule: str, cue: str) -> str:
    """The cue of reported words that its rule says are not put forward as so; else empty."""
    return cue if kind != "direct" and rule in TURNING else ""


def from_the_verb(statements: Iterable[Statement], text: str) -> dict[int, Span]:
    """By where such words begin, the same from the verb on: "denied that the line was closed"."""
    found: dict[int, Span] = {}
    for s in statements:
        if s.cue is not None and turning(s.kind, s.rule, s.cue.text) and s.cue.end <= s.content.start:
            found[s.content.start] = Span(s.cue.start, s.content.end, text[s.cue.start : s.content.end])
    return found
