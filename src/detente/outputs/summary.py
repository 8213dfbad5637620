"""What the terminal and the page both tell of a reading: order, standing, sides, accounts, in words.

In: a reading or its items. Out: strings and lists for display. Nothing here puts words in quotation marks.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from itertools import groupby
from urllib.parse import urlsplit

from detente.model import (
    Actor,
    Commitment,
    Country,
    Engagement,
    Participant,
    Position,
    Reading,
    Statement,
    Status,
    StatusName,
)  # fmt: skip
from detente.outputs.dates import in_words
from detente.outputs.names import full, with_country
from detente.record.relayed import own_words, tellers, told_by
from detente.record.turned import turning

MARKS: dict[StatusName, str] = {
    "held": "●", "under_way": "◐", "announced": "○", "confirmed": "◉", "mooted": "◌", "postponed": "◷",
    "rescheduled": "◶", "cancelled": "✕", "declined": "✕", "unanswered": "◌", "did_not_occur": "✕",
    "disputed": "?",
}  # fmt: skip
STANDING: dict[StatusName, str] = {
    "announced": "planned", "under_way": "under way", "did_not_occur": "did not occur",
}  # fmt: skip
GROUPS: tuple[tuple[StatusName, ...], ...] = (
    ("held", "under_way", "disputed"),
    ("confirmed", "announced", "rescheduled", "mooted", "unanswered"),
)
TO_COME = frozenset({"confirmed", "announced", "rescheduled", "mooted", "unanswered"})
LEVELS = {
    "head_of_state": "head of state level", "head_of_government": "head of government level", "unknown": "",
}  # fmt: skip
LONGEST_POST = 26

Naming = Callable[[Actor], str]


def standing(status: Status) -> str:
    """The status as a desk officer says it."""
    return STANDING.get(status.status, status.status)


def form(engagement: Engagement) -> str:
    """The form in words."""
    return "summit" if engagement.form == "summit_session" else spoken(engagement.form)


def spoken(code: str) -> str:
    """A code of the contract as words."""
    return code.replace("_", " ")


def level(engagement: Engagement) -> str:
    """The level in words: the posts themselves where all sides' are the same, "foreign ministers"."""
    posts = [p.actor.post or "" for p in engagement.participants if p.actor.kind != "state"]
    shortest = min(posts, key=len, default="")
    if shortest and len(shortest) <= LONGEST_POST and all(_within(shortest, post) for post in posts):
        return shortest if len(posts) == 1 else _plural(shortest.lower())
    return LEVELS.get(engagement.level, f"{engagement.level} level")


def _within(post: str, longer: str) -> bool:
    return f" {post.lower()} " in f" {longer.lower()} "


def _plural(post: str) -> str:
    """The post's first noun in the plural: "ministers of defence", "foreign ministers"."""
    head, link, rest = post.partition(" of ") if " of " in post else post.partition(" for ")
    if head.endswith("y") and head[-2:-1] not in "aeiou":
        return f"{head[:-1]}ies{link}{rest}"
    return f"{head}{'' if head.endswith('s') else 's'}{link}{rest}"


def who(engagement: Engagement, naming: Naming = full) -> str:
    """The participants by side: "A (NOR) – B (MAR)"; a traveller alone with where to: "A (NOR) → MAR"; those of several
    states whom the text names with one word once: "Nordic ministers (DNK – FIN – …)"."""
    sides: dict[str, list[str]] = {c: [] for c in engagement.countries}
    together = _together(engagement)
    for participant in engagement.participants:
        side = participant.on_behalf_of or participant.actor.country or ""
        states = together.get(participant.actor.span.start, [])
        if len(states) < 2:
            sides.setdefault(side, []).append(_participant(participant, naming))
        elif side == states[0]:
            post = participant.actor.post
            one = post is not None and participant.actor.name is None and not post.endswith("s")
            group = _plural(post.lower()) if one and post else naming(participant.actor)
            sides.setdefault(side, []).append(f"{group} ({' – '.join(states)})")
        elif not sides.get(side):
            sides.pop(side, None)
    present = [", ".join(dict.fromkeys(names)) for names in sides.values() if names]
    absent = [c for c, names in sides.items() if not names]
    if present and absent and engagement.form == "visit":
        return f"{' – '.join(present)} → {', '.join(absent)}"
    return " – ".join([*present, *absent])


def _together(engagement: Engagement) -> dict[int, list[str]]:
    """The states of the groups that stand at one place of the text, by its offset."""
    found: dict[int, list[str]] = {}
    for participant in engagement.participants:
        actor = participant.actor
        if actor.kind == "group" and actor.country is not None and participant.on_behalf_of in (None, actor.country):
            found.setdefault(actor.span.start, []).append(actor.country)
    return found


def _participant(participant: Participant, naming: Naming) -> str:
    actor = participant.actor
    if participant.role == "counterpart_unnamed":
        return with_country(actor, "a counterpart")
    return with_country(actor, naming(actor))


def ordered(engagements: Sequence[Engagement]) -> list[tuple[int, Engagement]]:
    """Engagements with their depth under a parent: what happened, what is to come, what is off.

    Background comes last. An engagement whose parents form a ring is still shown, at depth 0.
    """
    known = {e.id for e in engagements}
    children: dict[str | None, list[Engagement]] = {}
    for engagement in sorted(engagements, key=_rank):
        children.setdefault(engagement.parent if engagement.parent in known else None, []).append(engagement)
    found: list[tuple[int, Engagement]] = []
    _place(children.get(None, []), 0, children, found)
    placed = {e.id for _, e in found}
    return found + [(0, e) for e in engagements if e.id not in placed]


def _place(
    siblings: Iterable[Engagement], depth: int, children: dict[str | None, list[Engagement]],
    found: list[tuple[int, Engagement]],
) -> None:  # fmt: skip
    for engagement in siblings:
        found.append((depth, engagement))
        _place(children.get(engagement.id, []), depth + 1, children, found)


def _rank(engagement: Engagement) -> tuple[bool, int, int]:
    group = next((n for n, g in enumerate(GROUPS) if engagement.status.status in g), len(GROUPS))
    return (engagement.background, group, engagement.evidence[0].start if engagement.evidence else 0)


def accounts(reading: Reading, engagement: Engagement, naming: Naming = full) -> str:
    """Who tells of an engagement, by side and channel: "2 accounts: NOR (spokesperson) · MAR (statement)"; of what is
    to come "told by NOR (spokesperson)"."""
    told: dict[Country, list[Statement]] = {}
    for statement in own_words(reading.statements):
        if statement.engagement == engagement.id and statement.on_behalf_of:
            told.setdefault(statement.on_behalf_of, []).append(statement)
    if not told:
        return ""
    parts = [f"{side} ({_ways(statements, naming)})" for side, statements in told.items()]
    if engagement.status.status in TO_COME:  # what is to come has no account of it yet: only who speaks of it
        return f"told by {' · '.join(parts)}"
    return f"{number(len(told), 'account')}: {' · '.join(parts)}"


def _ways(statements: Sequence[Statement], naming: Naming) -> str:
    """By what ways a side tells it; who speaks, where the text names no way."""
    ways = [way for s in statements if (way := channel(s))]
    speakers = [naming(s.speaker) for s in statements if s.speaker is not None]
    return ", ".join(dict.fromkeys(ways or speakers)) or "unnamed"


def channel(statement: Statement) -> str:
    """How the words came: by a spokesperson, a medium, an official statement; else empty."""
    roles = {r.role for r in statement.chain}
    if "spokesperson" in roles:
        return "spokesperson"
    if "statement" in roles and statement.medium in ("statement", "unknown"):
        return "official statement"
    return spoken(statement.medium) if statement.medium != "unknown" else ""


def put(statement: Statement) -> str:
    """How reported words are put, in the text's own word ("denied"), where they alone would be misread; else empty."""
    return turning(statement.kind, statement.rule, statement.cue.text if statement.cue else "")


def voice(statement: Statement) -> str:
    """The name of whoever is heard: the speaker, else the one whose words are passed on, else the way."""
    speaker = statement.speaker
    if speaker is not None and speaker.kind != "unnamed":
        return full(speaker)
    behind = next((r.name for r in statement.chain if r.role == "speaker"), "")
    return behind or " ".join(p for p in (statement.on_behalf_of, channel(statement)) if p) or full(speaker)


def life(engagement: Engagement) -> str:
    """The stations of an engagement that had more than one: "planned, then postponed (MAR), then held"."""
    stations = [
        (name, list(dict.fromkeys(s.claimed_by for s in told if s.claimed_by)))
        for name, told in groupby(engagement.history, standing)
    ]
    names = [f"{name} ({', '.join(by)})" if by else name for name, by in stations]
    return ", then ".join(names) if len(names) > 1 else ""


def asked(engagement: Engagement) -> str:
    """Who asked for an engagement, and who says so."""
    if not engagement.initiator:
        return ""
    claimed = engagement.initiator_claimed_by
    return f"asked for by {engagement.initiator}" + (f", says {claimed}" if claimed else "")


def sides(reading: Reading) -> list[Country]:
    """The states that speak in a document, the most often heard first."""
    statements = reading.statements
    spoken_for, told = {s.id: s.on_behalf_of for s in statements}, tellers(statements)
    heard = Counter(s.on_behalf_of for s in own_words(statements) if s.on_behalf_of)
    own = (p for p in reading.positions if told_by(p, told, statements) is None)
    heard.update(side for p in own if (side := side_of(p, spoken_for)))
    return [side for side, _ in heard.most_common()]


def side_of(position: Position, spoken_for: dict[str, Country | None]) -> Country | None:
    """The state whose position it is: its statement's, else that of a holder in office; else none."""
    if position.statement in spoken_for:
        return spoken_for[position.statement]
    return position.holder.country if position.holder.official else None


def promise(commitment: Commitment, statements: Sequence[Statement] = ()) -> str:
    """Whose promise, what became of it, and whether that side says so itself; `statements` tell who else does."""
    by = " and ".join(commitment.by) or "nobody named"
    told = tellers(statements).get(commitment.statement or "") if commitment.ascribed_by is None else None
    if told is not None:
        status = "" if commitment.status == "made" else f", {spoken(commitment.status)}"
        return f"{by}'s promise{status or ', told'} by {voice(told)}, unconfirmed"
    own = commitment.ascribed_by is None or commitment.ascribed_by in commitment.by
    status = "" if commitment.status == "made" else f", {spoken(commitment.status)}"
    others = [side for side in commitment.by if side != commitment.ascribed_by]
    if own and commitment.ascribed_by is not None and others:
        told_alone = f"told by {commitment.ascribed_by}, unconfirmed by {' and '.join(others)}"
        return f"{by}'s promise{status}, {told_alone}"
    if own:
        reported = len(commitment.by) > 1 and commitment.ascribed_by is None
        return f"{by}'s promise{status}{', as the report tells it' if reported else ''}"
    return f"{by}'s promise{status or ', told'} by {commitment.ascribed_by}, unconfirmed"


def heading(reading: Reading) -> tuple[str, str]:
    """The title of a document, and where and when it appeared."""
    source = reading.source
    first_line = next((line.strip() for line in reading.text.split("\n") if line.strip()), reading.id)
    site = _site(source.url) if source.url else source.path
    place = list(dict.fromkeys([source.outlet, source.agency])) if source.outlet or source.agency else [site]
    published = in_words(source.published, weekday=False) if source.published else "no publication date"
    return source.title or first_line, " · ".join(p for p in [*place, published] if p)


def _site(url: str) -> str:
    """The host of an address; an address that is none as it stands."""
    try:
        return urlsplit(url).hostname or url
    except ValueError:
        return url


def number(count: int, noun: str) -> str:
    """A count with its noun: "1 issue", "3 issues"."""
    return f"{count} {noun}{'' if count == 1 else 's'}"
