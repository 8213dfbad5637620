"""What the terminal and the page both tell of a reading: labels, sides, accounts, order.

In: a reading. Out: strings and lists for display. Nothing here is shown as words that is not a span's text.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import groupby

from detente.model import Actor, Commitment, Country, Engagement, Participant, Reading, Statement

MARKS = {
    "held": "●", "under_way": "◐", "announced": "○", "confirmed": "◉", "mooted": "◌", "postponed": "◷",
    "rescheduled": "◶", "cancelled": "✕", "declined": "✕", "unanswered": "◌", "did_not_occur": "✕", "disputed": "?",
}  # fmt: skip
STANDING = {"announced": "planned", "under_way": "under way", "did_not_occur": "did not occur"}
FORMS = {"video_call": "video call", "summit_session": "summit"}
GROUPS = (("held", "under_way"), ("announced", "confirmed", "rescheduled", "mooted", "postponed", "unanswered"))


def standing(engagement: Engagement) -> str:
    """The status as a desk officer says it."""
    return STANDING.get(engagement.status.status, engagement.status.status)


def form(engagement: Engagement) -> str:
    """The form in words."""
    return FORMS.get(engagement.form, engagement.form)


def label(actor: Actor | None) -> str:
    """An actor's short name: the name, else the post, else the words of the text."""
    if actor is None:
        return "unnamed"
    return actor.name or actor.post or actor.span.text


def with_country(actor: Actor) -> str:
    """The short name with the country, where it has one and does not name it."""
    return f"{label(actor)} ({actor.country})" if actor.country and actor.kind != "state" else label(actor)


def level(engagement: Engagement) -> str:
    """The level in words; the posts themselves where both sides' are the same."""
    if engagement.level == "unknown":
        return ""
    words = {"head_of_state": "heads of state", "head_of_government": "heads of government", "deputy": "deputies"}
    return words.get(engagement.level, f"{engagement.level} level")


def who(engagement: Engagement) -> str:
    """The participants by side: "A (NOR) – B (MAR)"; a traveller alone with where to: "A (NOR) → MAR"."""
    sides = [(c, list(g)) for c, g in groupby(sorted(engagement.participants, key=lambda p: p.actor.country or "~"), key=lambda p: p.actor.country)]
    order = {c: n for n, c in enumerate(engagement.countries)}
    sides.sort(key=lambda s: order.get(s[0], 99))  # type: ignore[arg-type]
    names = [", ".join(dict.fromkeys(_participant(p) for p in people)) for _, people in sides]
    absent = [c for c in engagement.countries if c not in {s[0] for s in sides}]
    text = " – ".join(names)
    return f"{text} → {', '.join(absent)}" if absent and engagement.form == "visit" else " – ".join([text, *absent]) if absent else text


def _participant(participant: Participant) -> str:
    if participant.role == "counterpart_unnamed":
        return f"a counterpart ({participant.actor.country})" if participant.actor.country else "counterparts"
    return with_country(participant.actor)


def ordered(engagements: Sequence[Engagement]) -> list[tuple[int, Engagement]]:
    """Engagements with their depth under a parent: what happened, what is to come, what is off; background last."""

    def rank(engagement: Engagement) -> tuple[bool, int, int]:
        group = next((n for n, g in enumerate(GROUPS) if engagement.status.status in g), len(GROUPS))
        return (engagement.background, group, engagement.evidence[0].start)

    known = {e.id for e in engagements}
    tops = sorted((e for e in engagements if e.parent not in known), key=rank)
    found: list[tuple[int, Engagement]] = []

    def place(engagement: Engagement, depth: int) -> None:
        if any(e is engagement for _, e in found):
            return
        found.append((depth, engagement))
        for child in sorted((e for e in engagements if e.parent == engagement.id), key=rank):
            place(child, depth + 1)

    for top in tops:
        place(top, 0)
    for rest in engagements:
        place(rest, 0)
    return found


def accounts(reading: Reading, engagement: Engagement) -> str:
    """Who tells of an engagement, by side and medium: "2 accounts: NOR (spokesperson) · MAR (statement)"."""
    told: dict[Country, list[str]] = {}
    for statement in reading.statements:
        if statement.engagement == engagement.id and statement.on_behalf_of:
            told.setdefault(statement.on_behalf_of, []).append(channel(statement))
    if not told:
        return ""
    parts = [f"{side} ({', '.join(dict.fromkeys(ways))})" for side, ways in told.items()]
    return f"{len(told)} account{'s' if len(told) > 1 else ''}: {' · '.join(parts)}"


def channel(statement: Statement) -> str:
    """How the words came: the spokesperson, the medium, or the speaker himself."""
    roles = {r.role for r in statement.chain}
    if "spokesperson" in roles:
        return "spokesperson"
    if statement.medium != "unknown":
        return statement.medium.replace("_", " ")
    return "statement" if "statement" in roles else label(statement.speaker)


def sides(reading: Reading) -> list[Country]:
    """The states that speak in a document, the most often heard first."""
    heard = Counter(s.on_behalf_of for s in reading.statements if s.on_behalf_of)
    heard.update(p.holder.country for p in reading.positions if p.holder.country)
    return [side for side, _ in heard.most_common() if side]


def promise(commitment: Commitment) -> str:
    """Whose promise, and whether that side says so itself."""
    by = ", ".join(commitment.by) or "someone"
    own = commitment.ascribed_by is None or commitment.ascribed_by in commitment.by
    return f"{by}'s, {commitment.status.replace('_', ' ')}" + ("" if own else f" by {commitment.ascribed_by}; unconfirmed by {by}")


def heading(reading: Reading) -> tuple[str, str]:
    """The title of a document and a line on its source."""
    source = reading.source
    title = source.title or next((line.strip() for line in reading.text.split("\n") if line.strip()), reading.id)
    parts = [source.outlet, source.agency, source.published, source.url or source.path]
    return title, " · ".join(p for p in parts if p)
