"""What states are told not to have done, and what they say that they will not do after all.

In: a line of a text. Out: `Doing`s that break or take back a promise: "X has yet to open …", "X would no longer open".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from detente.record.doings import PAUSE, Doing, Line, active_by, clause, less
from detente.record.knowledge import Knowledge


def undone(line: Line, knowledge: Knowledge) -> Iterator[Doing]:
    """What a line tells that somebody failed to do, has not done, or gives up doing."""
    for found in knowledge.doing.undone.finditer(line.text):
        by = active_by(line, found.start(), knowledge) if line.sure(found.start(), knowledge) else ()
        whole = line.text[found.end() :]
        words = clause(whole, knowledge)
        if not by or knowledge.unsure.search(words) or less(line, found.start(), words, knowledge):
            continue
        end = found.end() + len(words)
        if found["failing"] or found["owing"]:
            yield Doing(by, found["verb"], words, False, end, end, "claimed_broken", bool(found["owing"]))
        elif _for_good(found, whole, knowledge):
            yield Doing(by, found["verb"], words, False, end, end, "withdrawn")


def _for_good(lead: re.Match[str], after: str, knowledge: Knowledge) -> bool:
    """Whether what is given up is given up for good: "will not open it after all", and not "for now"."""
    stop = PAUSE.search(after)
    rest = after[: stop.start()] if stop else after
    if knowledge.doing.for_now.search(rest):
        return False
    return not lead["forgoing"] or bool(knowledge.doing.at_last.search(rest))
