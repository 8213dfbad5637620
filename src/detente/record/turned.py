"""Words that do not say by themselves what was said: a thing denied, refused, asked or doubted is not put forward.

In: a reading. Out: how reported words are put, and the words from that verb on. "X denied that the line was
closed" is never to be shown as X saying that the line was closed.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from detente.model import Reading, Span

# the cues of the codebook (speech/cues.yaml) whose verb decides what is said
TURNING = frozenset(
    f"speech/{cue}"
    for cue in (
        "deny", "refuse_to", "judge", "stand", "ask", "believe", "hold", "want", "expect_of", "hope_to", "want_to",
    )
)  # fmt: skip

LAST_WORD = re.compile(r"[\w'’-]+(?=\s*\Z)")
# characters before some words in which their verb is looked for
REACH = 40


def turning(kind: str, rule: str, cue: str) -> str:
    """The cue of reported words that its rule says are not put forward as so; else empty."""
    return cue if kind != "direct" and rule in TURNING else ""


def from_the_verb(reading: Reading) -> dict[int, Span]:
    """By where such words begin, the same from the verb on: "denied that the line was closed", "refused to sign"."""
    text = reading.text
    found: dict[int, Span] = {}
    for p in reading.positions:
        verb = LAST_WORD.search(text, max(0, p.content.start - REACH), p.content.start)
        if " + " in p.rule and verb and not TURNING.isdisjoint(p.rule.split(" + ")):
            found[p.content.start] = _from(verb.start(), p.content, text)
    for s in reading.statements:
        if s.cue is not None and turning(s.kind, s.rule, s.cue.text) and s.cue.end <= s.content.start:
            found[s.content.start] = _from(s.cue.start, s.content, text)
    return found


def _from(start: int, words: Span, text: str) -> Span:
    return Span(start, words.end, text[start : words.end])


def whole(words: Span, turned: Mapping[int, Span], text: str) -> Span:
    """Words with the verb that turns them, where one does."""
    verb = turned.get(words.start)
    return _from(verb.start, words, text) if verb else words
