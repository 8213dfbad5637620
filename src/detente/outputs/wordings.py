"""A record's fields in words, for briefs and boards: nothing added, nothing left out."""

from __future__ import annotations

import re
from collections.abc import Iterable

from detente.model import Event, Form
from detente.outputs.dates import in_words as dated
from detente.reading.times import calendar
from detente.record.nouns import ChannelLine, CommitmentRecord, Declaration, EngagementRecord, Use

# forms told without an article: "talks were postponed"
PLURAL: frozenset[Form] = frozenset({"talks"})
# "agreed on Monday to reopen the line"
AGREED = re.compile(r"\bagree(?:d|s|ment)?\b[^.;]{0,80}?\bto\b(?! (?:the|a|an|its|their)\b)", re.IGNORECASE)
# the line on which a receiving state that asks for a meeting summons an envoy
SUMMONS = "embassies"


def spoken(code: str) -> str:
    """A code of the contract as words."""
    return code.replace("_", " ")


def turn_in_words(change: str) -> str:
    """What became of a position; a text that leaves it out says no more than that it leaves it out."""
    return "not repeated" if change == "dropped" else spoken(change)


def in_words(edtf: str | None) -> str:
    """A date with its preposition: "on Wed 14 Jun 2023", "in Feb 2023", "on a day that is not said"."""
    if not edtf:
        return "on a day that is not said"
    words = dated(edtf)
    return words if words.startswith(("about", "since", "until")) else f"{'on' if len(edtf) >= 10 else 'in'} {words}"


def last_use(use: Use, record: EngagementRecord | None) -> str:
    """The day on which a line was last used; the month or year where the text tells no more."""
    told = record.when if record is not None else None
    return told if told and "/" not in told and calendar.precision(told) in ("month", "year") else use.date


# what became of an engagement that is off, of one and of talks
CAME_TO: dict[str, tuple[str, str]] = {
    "postponed": ("was postponed", "were postponed"), "cancelled": ("was called off", "were called off"),
    "declined": ("was declined", "were declined"), "unanswered": ("got no answer", "got no answer"),
    "did_not_occur": ("did not take place", "did not take place"), "disputed": ("is in dispute", "are in dispute"),
}  # fmt: skip


def in_quotes(text: str) -> str:
    """Words of a text between quotation marks, without a stop at their end: the sentence around them has its own."""
    words = text.strip().removesuffix(".")
    lone = words.count("“") != words.count("”")  # a sentence cut out of a longer quotation
    return f"“{words.strip('“”') if lone else words}”"


def counted(number: int, noun: str) -> str:
    """ "1 document", "2 documents"."""
    many = f"{noun[:-1]}ies" if noun.endswith("y") else f"{noun}s"
    return f"{number} {noun if number == 1 else many}"


def listed(words: Iterable[str]) -> str:
    """ "A, B and C"."""
    found = list(words)
    return " and ".join(w for w in (", ".join(found[:-1]), *found[-1:]) if w)


def stands(record: EngagementRecord, on: str | None) -> str:
    """The status in words, on a day: what had begun, and whose days are past, is under way no longer, whatever became
    of it."""
    days = calendar.bounds(record.when)
    past = record.status == "under_way" and on is not None and days is not None and days[1].isoformat() < on
    return "begun, end not told" if past else spoken(record.status)


def due_in_words(record: CommitmentRecord, on: str) -> str:
    """By when a promise is due, and whether that day is past: ", due by 31 Aug 2024, which is past"; else nothing."""
    if not record.due:
        return ""
    days = calendar.bounds(record.due)
    past = ", which is past" if days is not None and days[1].isoformat() < on else ""
    return f", due {in_words(record.due)}{past}".replace("due until", "due by")


def word_of(record: CommitmentRecord) -> str:
    """Whose word it is that it was promised, for lists: that it is their own says nothing of whether it was kept."""
    return {"confirmed": "own word", "unconfirmed": "told by others", "reported": "reported"}[standing_of(record)]


def standing_of(record: CommitmentRecord) -> str:
    """Whether those who promised say so themselves: "confirmed", "unconfirmed"; "reported" where no side's own word
    for it was read."""
    return "confirmed" if record.confirmed else "unconfirmed" if record.ascribed_by else "reported"


def told_of_by(record: CommitmentRecord) -> str:
    """Who says that it was promised: a side, else the outlet that reports it, or nobody named."""
    told = (e.claimed_by for e in record.history if e.document == record.content.document)
    return record.ascribed_by or next((by for by in told if by), "")


def state_of(line: ChannelLine) -> str:
    """The state of a line in words: one of which no more is told than that it was agreed to restore it is to be so."""
    return "to be restored" if line.state == "restored" and line.declared and agreed(line.declared) else line.state


def agreed(said: Declaration) -> bool:
    """Whether it is only agreed that a line be restored: "agreed to resume talks"."""
    return said.state == "restored" and AGREED.search(said.text) is not None


def declared_in_words(said: Declaration) -> str:
    """What was declared of a line and by whom: "suspended by KEN", "restoring agreed by KEN and SOM"."""
    by = said.by.replace("+", " and ")
    return f"restoring agreed by {by}" if agreed(said) else f"{said.state} by {by}"


# deeds against another side by the codebook's class, in a reader's words; of what is coded as a sanction, its context
# tells more
DEEDS: dict[str, str] = {
    "PROTEST": "a protest", "SANCTION": "a measure", "MOBILIZE": "a show of force", "COERCE": "coercion",
    "ASSAULT": "the use of force",
}  # fmt: skip
MEASURES = {"diplomatic": "a diplomatic measure", "economic": "an economic measure"}


def deed_in_words(event: Event) -> str:
    """What kind of deed an event is: "a diplomatic measure", "a protest"."""
    if event.plover_root == "SANCTION":
        return next((MEASURES[c] for c in event.contexts if c in MEASURES), DEEDS["SANCTION"])
    return DEEDS.get(event.plover_root, spoken(event.plover_root.lower()))


def who(record: EngagementRecord) -> str:
    """The participants by name and side; the sides where nobody is named."""
    people = [f"{p.name} ({p.country})" if p.country else str(p.name) for p in record.participants if p.name]
    unnamed = [c for c in record.countries if c not in {p.country for p in record.participants if p.name}]
    return listed([*people, *unnamed])


def summoned(record: EngagementRecord) -> str:
    """Whom the initiator summoned, where an engagement is a summons: "the ambassador of PRT", "X, ambassador of PRT";
    else nothing."""
    if record.form != "meeting" or record.channel != SUMMONS or record.initiator not in record.countries:
        return ""
    guests = [p for p in record.participants if p.country != record.initiator and p.post]
    if len(guests) != 1 or any(p.name for p in record.participants if p.country == record.initiator):
        return ""
    post = f"{guests[0].post} of {guests[0].country}"
    return f"{guests[0].name}, {post}" if guests[0].name else f"the {post}"


def form_of(record: EngagementRecord) -> str:
    """The form in a word, for lists."""
    return "summons" if summoned(record) else spoken(record.form)


def subject(record: EngagementRecord) -> str:
    """Who acts: of a visit the visitors, those who are not at home where it leads."""
    ground = {p.country for p in record.places}
    named = [p for p in record.participants if p.name and p.country not in ground]
    if record.form == "visit" and len({p.country for p in named}) == 1:
        return listed(f"{p.name} ({p.country})" for p in named)
    return who(record)


def heading(record: EngagementRecord) -> str:
    """The participants for a list; of a visit with its direction where it is known: "X (NOR) → KEN"."""
    if called := summoned(record):
        return f"{record.initiator} → {called.removeprefix('the ')}"
    ground = {p.country for p in record.places if p.country}
    going = [p for p in record.participants if p.name and p.country not in ground]
    if record.form != "visit" or len({p.country for p in going}) != 1 or None in {p.country for p in going}:
        return who(record)
    hosts = [c for c in record.countries if c != going[0].country]
    met = [f"{p.name} ({p.country})" for p in record.participants if p.name and p.country in hosts]
    told = {c for c in hosts if any(p.country == c for p in record.participants if p.name)}
    if not ground and met:  # of two who are named and no place, nobody tells who went
        return who(record)
    towards = listed([*met, *(c for c in hosts if c not in told)])
    return " → ".join(part for part in (listed(f"{p.name} ({p.country})" for p in going), towards) if part)


def one(record: EngagementRecord) -> str:
    """ "a visit by X (NOR) to Nairobi", "a meeting of X (NOR) and Y (KEN)", "talks of NOR and KEN"."""
    if called := summoned(record):
        return f"a summons of {called} by {record.initiator}"
    named = spoken(record.form) if record.form in PLURAL else f"a {spoken(record.form)}"
    acting = subject(record)
    if record.form != "visit" or (acting == who(record) and len(record.countries) > 1 and not record.places):
        return f"{named} of {who(record)}"
    return f"{named} by {acting}{f' to {record.places[0].name}' if record.places else ''}"
