"""Documents with full records: engagements, statements, times and events, each item by item."""

from __future__ import annotations

from collections.abc import Sequence

from quality.bootstrap import f1, figure, ratio
from quality.coded import Act, Coded, Dated, Held, Meeting, Place, Promised, Said
from quality.matching import jaccard, pairs, plain, same_name
from quality.scores.score import Error, Score

# forms that careful readers use for one another: a match needs the same group, `form` the same form
GROUPS = (("call", "video_call"), ("meeting", "talks", "summit_session", "ceremony"), ("visit",), ("correspondence",))
LEAST = 1.0


def score(name: str, names: Sequence[str], wanted: Sequence[Coded], found: Sequence[Coded]) -> Score:
    """Figures of one set: `found` against `wanted`, a document each, `names` saying which."""
    result = Score()
    result.add(_engagements(name, names, wanted, found))
    result.add(statements(name, names, wanted, found))
    result.add(_times(name, names, wanted, found))
    result.add(_events(name, names, wanted, found))
    result.add(_positions(name, names, wanted, found))
    result.add(_commitments(name, names, wanted, found))
    return result


# -- engagements ------------------------------------------------------------------------------------


def _engagements(name: str, names: Sequence[str], wanted: Sequence[Coded], found: Sequence[Coded]) -> Score:
    result = Score()
    units: list[tuple[int, int, int]] = []
    right: dict[str, list[tuple[int, int]]] = {k: [] for k in ("form", "status", "date", "countries", "principals")}
    false: list[tuple[int, int]] = []
    empty: list[tuple[int, int]] = []
    for where, w, f in zip(names, wanted, found):
        matched = pairs(w.meetings, f.meetings, alike, LEAST)
        units.append((len(matched), len(f.meetings), len(w.meetings)))
        for i, j in matched:
            _fields(w.meetings[i], f.meetings[j], right, result, where)
        hit = {j for _, j in matched}
        extra = [m for j, m in enumerate(f.meetings) if j not in hit]
        result.sure += [("engagement", m.confidence, False) for m in extra]
        false.append((sum(not m.background for m in extra), 1))
        if not w.meetings:
            empty.append((int(bool(f.meetings)), 1))
        shown = [[_show(m, c.text) for m in c.meetings] for c in (w, f)]
        result.unmatched("engagement", where, matched, *shown)
    result.figures.append(figure(name, "engagement F1", units, f1))
    result.figures += [figure(name, f"engagement {k}", rows, ratio) for k, rows in right.items()]
    result.figures.append(figure(name, "false engagements a document", false, ratio, lower=True))
    if empty:
        result.figures.append(figure(name, "documents without any, read as having one", empty, ratio, lower=True))
    return result


def alike(w: Meeting, f: Meeting) -> float:
    """At least 1 where the two can be one engagement: form, sides, and a place in the text, a date or a person."""
    if not kin(w.form, f.form):
        if "other" not in (w.form, f.form):
            return 0.0
    sides = len(w.countries & f.countries) / max(1, len(w.countries | f.countries))
    if w.countries and sides < 0.5:
        return 0.0
    near = any(overlap(a, b) for a in w.at for b in f.at)
    dated = w.date is not None and plain(w.date) == plain(f.date)
    people = _people(w.principals, f.principals)
    if not (near or (dated and people > 0) or people > 0.6):
        return 0.0
    return 1 + near + 0.5 * dated + 0.5 * people + 0.3 * (w.status == f.status) + 0.2 * (w.form == f.form) + sides


def kin(one: str, other: str) -> bool:
    """Whether two forms are the same, or used for one another by careful readers."""
    return one == other or any(one in g and other in g for g in GROUPS)


def _fields(w: Meeting, f: Meeting, right: dict[str, list[tuple[int, int]]], result: Score, where: str) -> None:
    holds = {
        "form": w.form == f.form,
        "status": w.status == f.status,
        "date": plain(w.date) == plain(f.date),
        "countries": w.countries == f.countries,
        "principals": _people(w.principals, f.principals) == 1,
    }
    said = {
        "form": (w.form, f.form),
        "status": (w.status, f.status),
        "date": (w.date, f.date),
        "countries": (sorted(w.countries), sorted(f.countries)),
        "principals": (w.principals, f.principals),
    }
    result.sure.append(("engagement", f.confidence, holds["status"]))
    for key, ok in holds.items():
        right[key].append((int(ok), 1))
        if not ok:
            result.errors.append(
                Error(f"engagement {key}", where, f"{w.form}: wanted {said[key][0]}, found {said[key][1]}")
            )


def _people(wanted: Sequence[str], found: Sequence[str]) -> float:
    """Share of people named on either side that both name, by surname or more."""
    if not wanted and not found:
        return 1.0
    both = pairs(list(wanted), list(found), lambda a, b: float(same_name(a, b)), 1.0)
    return len(both) / (len(wanted) + len(found) - len(both))


def overlap(a: Place, b: Place) -> bool:
    return a[0] < b[1] and b[0] < a[1]


def _show(m: Meeting, text: str) -> str:
    start, end = m.at[0]
    sides = " ".join(sorted(m.countries))
    return f"{m.form} {m.status} {m.date} {sides} {', '.join(m.principals)}: {text[start:end][:110]!r}"


# -- statements -------------------------------------------------------------------------------------


def statements(name: str, names: Sequence[str], wanted: Sequence[Coded], found: Sequence[Coded]) -> Score:
    result = Score()
    content: list[tuple[int, int, int]] = []
    spoken: list[tuple[int, int, int]] = []
    sides: list[tuple[int, int]] = []
    for where, w, f in zip(names, wanted, found):
        matched = pairs(w.said, f.said, lambda a, b: jaccard(a.content, b.content), 0.5)
        good = [(i, j) for i, j in matched if _speaker(w.said[i], f.said[j])]
        content.append((len(matched), len(f.said), len(w.said)))
        spoken.append((len(good), len(f.said), len(w.said)))
        sides += [(int(w.said[i].country == f.said[j].country), 1) for i, j in matched]
        result.sure += [("statement", s.confidence, any(j == n for _, j in good)) for n, s in enumerate(f.said)]
        shown = [[f"{s.speaker}: {s.content[:120]}" for s in c.said] for c in (w, f)]
        result.unmatched("statement", where, matched, *shown)
        result.errors += [
            Error(
                "statement speaker",
                where,
                f"wanted {w.said[i].speaker}, found {f.said[j].speaker}: {w.said[i].content[:80]}",
            )
            for i, j in matched
            if (i, j) not in good
        ]
        result.errors += [
            Error(
                "statement side", where, f"{w.said[i].speaker}: wanted {w.said[i].country}, found {f.said[j].country}"
            )
            for i, j in matched
            if w.said[i].country != f.said[j].country
        ]
    result.figures.append(figure(name, "statement content F1", content, f1))
    result.figures.append(figure(name, "statement content and speaker F1", spoken, f1))
    if any(s.country for w in wanted for s in w.said):
        result.figures.append(figure(name, "statement side", sides, ratio))
    return result


def _speaker(w: Said, f: Said) -> bool:
    if w.speaker is None or f.speaker is None:
        return w.speaker == f.speaker
    return same_name(w.speaker, f.speaker) or jaccard(w.speaker, f.speaker) >= 0.5


# -- times ------------------------------------------------------------------------------------------


def _times(name: str, names: Sequence[str], wanted: Sequence[Coded], found: Sequence[Coded]) -> Score:
    result = Score()
    extent: list[tuple[int, int, int]] = []
    valued: list[tuple[int, int, int]] = []
    for where, w, f in zip(names, wanted, found):
        matched = pairs(w.dated, f.dated, _shared, 1e-9)
        good = [(i, j) for i, j in matched if _named(w.dated[i].value) == _named(f.dated[j].value)]
        extent.append((len(matched), len(f.dated), len(w.dated)))
        valued.append((len(good), len(f.dated), len(w.dated)))
        result.errors += [
            Error(
                "time value",
                where,
                f"{w.dated[i].text!r}: wanted {w.dated[i].value}, found {f.dated[j].value} ({f.dated[j].text!r})",
            )
            for i, j in matched
            if (i, j) not in good
        ]
        shown = [[f"{t.text!r} {t.value}" for t in c.dated] for c in (w, f)]
        result.unmatched("time", where, matched, *shown)
    result.figures.append(figure(name, "time extent F1", extent, f1))
    result.figures.append(figure(name, "time value F1", valued, f1))
    return result


def _named(date: str | None) -> str | None:
    """The date that an expression names: an open end belongs to the "since" or "before" beside it."""
    return (plain(date) or "").removeprefix("../").removesuffix("/..") or None


def _shared(w: Dated, f: Dated) -> float:
    length = min(w.at[1], f.at[1]) - max(w.at[0], f.at[0])
    return max(0.0, length / (max(w.at[1], f.at[1]) - min(w.at[0], f.at[0])))


# -- events -----------------------------------------------------------------------------------------


def _events(name: str, names: Sequence[str], wanted: Sequence[Coded], found: Sequence[Coded]) -> Score:
    result = Score()
    paired: list[tuple[int, int, int]] = []
    rooted: list[tuple[int, int, int]] = []
    realis: list[tuple[int, int]] = []
    for where, w, f in zip(names, wanted, found):
        matched = pairs(w.acts, f.acts, _same_pair, 1.0)
        good = [(i, j) for i, j in matched if w.acts[i].root == f.acts[j].root]
        paired.append((len(matched), len(f.acts), len(w.acts)))
        rooted.append((len(good), len(f.acts), len(w.acts)))
        realis += [(int(w.acts[i].realis == f.acts[j].realis), 1) for i, j in good]
        right = {j for _, j in good}
        result.sure += [(a.kind, a.confidence, j in right) for j, a in enumerate(f.acts)]
        shown = [[_tell(a, c.text) for a in c.acts] for c in (w, f)]
        result.unmatched("event", where, matched, *shown)
    result.figures.append(figure(name, "event pair F1", paired, f1))
    result.figures.append(figure(name, "event root F1", rooted, f1))
    result.figures.append(figure(name, "event realis", realis, ratio))
    return result


def _same_pair(w: Act, f: Act) -> float:
    if (w.source, w.target) != (f.source, f.target):
        return 0.0
    near = any(overlap(a, b) for a in w.at for b in f.at)
    return float(near or w.root == f.root) + 0.5 * (w.root == f.root) + 0.5 * near


def _tell(a: Act, text: str) -> str:
    start, end = a.at[0]
    return f"{a.source} {a.root} {a.target} {a.realis}: {text[start:end][:110]!r}"


# -- positions and commitments ----------------------------------------------------------------------


def _positions(name: str, names: Sequence[str], wanted: Sequence[Coded], found: Sequence[Coded]) -> Score:
    result = Score()
    content: list[tuple[int, int, int]] = []
    whole: list[tuple[int, int, int]] = []
    for where, w, f in zip(names, wanted, found):
        matched = pairs(w.held, f.held, _same_words, 0.5)
        good = [(i, j) for i, j in matched if (w.held[i].holder, w.held[i].kind) == (f.held[j].holder, f.held[j].kind)]
        content.append((len(matched), len(f.held), len(w.held)))
        whole.append((len(good), len(f.held), len(w.held)))
        result.sure += [("position", p.confidence, any(j == n for _, j in good)) for n, p in enumerate(f.held)]
        shown = [[f"{p.holder} {p.kind}: {p.content[:120]}" for p in c.held] for c in (w, f)]
        result.unmatched("position", where, matched, *shown)
        for i, j in matched:
            a, b = w.held[i], f.held[j]
            if (i, j) not in good:
                what = f"wanted {a.holder} {a.kind}, found {b.holder} {b.kind}: {a.content[:90]}"
                result.errors.append(Error("position kind", where, what))
    result.figures.append(figure(name, "position content F1", content, f1))
    result.figures.append(figure(name, "position content, holder and kind F1", whole, f1))
    return result


def _commitments(name: str, names: Sequence[str], wanted: Sequence[Coded], found: Sequence[Coded]) -> Score:
    result = Score()
    content: list[tuple[int, int, int]] = []
    whole: list[tuple[int, int, int]] = []
    for where, w, f in zip(names, wanted, found):
        matched = pairs(w.promised, f.promised, _same_words, 0.5)
        good = [(i, j) for i, j in matched if _same_promise(w.promised[i], f.promised[j])]
        content.append((len(matched), len(f.promised), len(w.promised)))
        whole.append((len(good), len(f.promised), len(w.promised)))
        result.sure += [("commitment", p.confidence, any(j == n for _, j in good)) for n, p in enumerate(f.promised)]
        shown = [[_promise(p) for p in c.promised] for c in (w, f)]
        result.unmatched("commitment", where, matched, *shown)
        for i, j in matched:
            if (i, j) not in good:
                what = f"wanted {_promise(w.promised[i])}, found {_promise(f.promised[j])}"
                result.errors.append(Error("commitment sides", where, what))
    result.figures.append(figure(name, "commitment content F1", content, f1))
    result.figures.append(figure(name, "commitment content and sides F1", whole, f1))
    return result


def _same_words(w: Held | Promised, f: Held | Promised) -> float:
    return jaccard(w.content, f.content)


def _same_promise(w: Promised, f: Promised) -> bool:
    """By the same and ascribed by the same; a promise that the reporter tells of (null) is the promiser's own word.

    `to` is often left open by one hand, and is not held against another.
    """
    own = w.ascribed_by is None and (f.ascribed_by is None or f.ascribed_by in f.by)
    return w.by == f.by and (w.ascribed_by == f.ascribed_by or own)


def _promise(p: Promised) -> str:
    by, to = " ".join(sorted(p.by)), " ".join(sorted(p.to))
    return f"{by} to {to}, says {p.ascribed_by}: {p.content[:90]}"


def agreement(name: str, names: Sequence[str], one: Sequence[Coded], other: Sequence[Coded]) -> Score:
    """Two hands' codings of the same texts: the ceiling. Errors and confidences mean nothing here."""
    result = score(name, names, one, other)
    return Score(figures=result.figures)
