"""Who does what a sentence declares of a channel: the subject of the declaring verb, and not who reports it.

In: a sentence's text and where its declaring verb stands. Out: the state that does it, or None where its clause
names no state that could: "it is suspending the talks" is for the speaker to own.
"""

from __future__ import annotations

import re

from detente.model import Country
from detente.record.knowledge import Knowledge
from detente.record.phrases import Phrases

SENDER, RECEIVER = "sender", "receiver"
ASIDE = re.compile(r",[^,]*,")
OF_DAYS = ("ly", "day")  # "formally", "Monday", "today"
INFINITIVE = re.compile(r"\bto\s*$", re.IGNORECASE)


def doer(text: str, start: int, end: int, party: str, knowledge: Knowledge) -> Country | None:
    """The state that does what the words between two offsets declare; `party` is who does it where the words are
    a passive: an ambassador is recalled by the sender and expelled by the receiver."""
    phrases = knowledge.phrases
    if phrases.is_done.search(text[:start]) or phrases.done_within.search(text[start:end]):
        if party == SENDER:
            return subject(text[: start + _name(text[start:end], phrases)], knowledge)
        by = phrases.done_by.search(text, end)
        named = knowledge.named_in(text[by.end() : by.end() + 40]) if by and by.start() - end < 40 else []
        return named[0][1] if named and named[0][0] < 5 else None
    return subject(text[:start], knowledge)


def _name(phrase: str, phrases: Phrases) -> int:
    """The length of what stands before the passive in a phrase: "ambassador of Ghana be recalled"."""
    verb = phrases.done_within.search(phrase)
    return verb.start() if verb else 0


def subject(before: str, knowledge: Knowledge) -> Country | None:
    """The state that is the subject of the verb that follows, where its own clause names one as such."""
    clause = own_clause(before, knowledge)
    named = sorted(knowledge.named_in(clause))
    return next((country for at, country in named if not knowledge.phrases.preposed.search(clause[:at])), None)


def own_clause(before: str, knowledge: Knowledge) -> str:
    """What stands before a verb in its own clause, asides left out."""
    last = _last(before, knowledge)
    bare = all(w in knowledge.phrases.helping or w.endswith(OF_DAYS) for w in last.lower().replace(",", " ").split())
    return _last(ASIDE.sub(" ", before), knowledge) if bare else last


def _last(before: str, knowledge: Knowledge) -> str:
    phrases = knowledge.phrases
    cuts = [m.end() for pattern in (phrases.opens_clause, phrases.tells) for m in pattern.finditer(before)]
    return before[max(cuts, default=0) :]


def has_subject(clause: str, knowledge: Knowledge) -> bool:
    """Whether a stretch before a verb holds the verb's own subject: "…, Sweden recalled", not "…, to recall"."""
    return not INFINITIVE.search(clause) and subject(clause, knowledge) is not None
