"""White House readouts, their titles as weak labels: form, countries, principals and date of the engagement."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence

from detente.model import Engagement, Reading
from quality.bootstrap import figure, ratio
from quality.gold import Labelled
from quality.matching import same_name
from quality.scores.score import Error, Score

DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
TOLD = re.compile(rf"\b(today|yesterday|this (?:morning|afternoon|evening)|{'|'.join(DAYS)})\b", re.IGNORECASE)


def score(name: str, items: Sequence[Labelled], readings: Sequence[Reading]) -> Score:
    """Shares of readouts whose engagement has the title's form, countries and names, and the told date."""
    result = Score()
    rows: dict[str, list[tuple[int, int]]] = {k: [] for k in ("form", "countries", "principals", "date")}
    for item, reading in zip(items, readings):
        wanted = item.labels["rows"]
        found = _main(reading, wanted)
        holds = _holds(item, wanted, found)
        for key, ok in holds.items():
            if ok is None:
                continue
            rows[key].append((int(ok), 1))
            if not ok:
                result.errors.append(Error(f"readout {key}", item.name, _show(item, found)))
        if found:
            result.sure.append(("engagement", found.confidence, bool(holds["form"] and holds["countries"])))
    result.figures += [figure(name, f"readout {k}", r, ratio) for k, r in rows.items()]
    return result


def _main(reading: Reading, wanted: list[dict[str, str]]) -> Engagement | None:
    """The engagement that the document reports: of those held, not in the background, the first with most sides."""
    iso = {r["counterpart_iso3"] for r in wanted}
    held = [e for e in reading.engagements if not e.background and e.status.status in ("held", "under_way")]
    rank = {e.id: (len(iso & set(e.countries)), -n) for n, e in enumerate(held)}
    return max(held, key=lambda e: rank[e.id], default=None)


def _holds(item: Labelled, wanted: list[dict[str, str]], e: Engagement | None) -> dict[str, bool | None]:
    form = wanted[0]["form"]
    accepted = {"call": {"call", "video_call"}, "video": {"video_call", "call", "meeting"}}.get(form)
    accepted = accepted or {"meeting", "talks", "visit", "video_call", "summit_session"}
    names = [p.actor.name for p in e.participants if p.actor.name] if e else []
    people = [r["counterpart_name"] for r in wanted] + wanted[0]["us_principal"].split("; ")
    day = _told(item)
    return {
        "form": e is not None and e.form in accepted,
        "countries": e is not None and {r["counterpart_iso3"] for r in wanted} | {"USA"} <= set(e.countries),
        "principals": all(any(same_name(p, n) for n in names) for p in people),
        "date": None if day is None else (e is not None and e.when.edtf == day.isoformat()),
    }


def _told(item: Labelled) -> datetime.date | None:
    """The day that the first sentence tells of by a day word, or None where it does not."""
    first = re.split(r"(?<=[a-z]{3})\.\s", item.document.text, maxsplit=1)[0]
    told = TOLD.search(first)
    published = item.document.source.published
    if told is None or published is None or re.search(r"\b(next|upcoming|ahead)\b", first):
        return None
    day = datetime.date.fromisoformat(published)
    word = told.group(1).lower()
    if word in DAYS:
        return day - datetime.timedelta(days=(day.weekday() - DAYS.index(word)) % 7)
    return day - datetime.timedelta(days=int(word == "yesterday"))


def _show(item: Labelled, e: Engagement | None) -> str:
    wanted = "; ".join(f"{r['form']} {r['counterpart_name']} {r['counterpart_iso3']}" for r in item.labels["rows"])
    found = (
        f"{e.form} {e.when.edtf} {' '.join(e.countries)} {', '.join(p.actor.name or '-' for p in e.participants)}"
        if e
        else "nothing"
    )
    return f"wanted {wanted}; found {found}; {item.document.text[:160]!r}"
