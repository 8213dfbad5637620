"""What the words of answers mean that stand in no text: for `detente codebook explain`."""

from __future__ import annotations

MEANINGS: dict[str, str] = {
    "summons": "a meeting on the line of embassies that the receiving state asks an envoy to; JSON and `review relabel`"
    " know it as form meeting, channel embassies",
    "quiet": "a line that was not used for longer than a year (--quiet-after) and of which nothing was declared",
    "to be restored": "a line that both sides agreed to restore; in JSON its state is restored",
    "other": "the line of talks, joint bodies and meetings for which no other line is",
    "own word": "those who are said to have promised say so themselves; that says nothing of whether they kept it",
    "told by others": "another side says that it was promised; those who are to keep it were not read to say so",
    "reported": "of a promise: no side's own word for it was read",
    "claimed kept": "a later text reports that those who promised did it, or a side says that it was kept",
    "claimed broken": "a side says that the promise was not kept",
    "urged": "a side calls on another to keep its word",
    "not repeated": "the holder's next text toward the same state leaves the position out; it need not be given up",
    "disputed": "one side says that it took place, another that it did not",
    "recalled": "documents only look back on it",
    "family": "documents that are copies of one story; they count once",
    "diplomatic measure": "an expulsion, a recall, a closure, talks broken off: the code SANCTION, diplomatic",
    "economic measure": "sanctions, tariffs, bans: the code SANCTION, economic",
}


def meaning(word: str) -> str | None:
    """What a word of answers means, written with spaces, underscores or hyphens."""
    return MEANINGS.get(" ".join(word.lower().replace("_", " ").replace("-", " ").split()))
