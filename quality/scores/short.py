"""Short texts of one to five sentences, each with what a careful reader must conclude from it, alternatives allowed.

A list that the label leaves out is not judged; one that is empty asks that nothing be found.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from quality.bootstrap import f1, figure, ratio
from quality.coded import Coded, Held, Meeting, Promised, Said
from quality.matching import pairs, plain, same_name, words
from quality.scores.score import Error, Score

Label = dict[str, Any]
COVERED = 0.8  # of the words that must be in it, in the content found
FIELDS = ("form", "status", "date", "countries", "principals")


def score(name: str, names: Sequence[str], labels: Sequence[Label], found: Sequence[Coded]) -> Score:
    """Figures of one part: labels as the files have them against what was found, a text each."""
    result = Score()
    rows = list(zip(names, labels, found))
    result.add(_engagements(name, [r for r in rows if "engagements" in r[1]]))
    for kind, of, fits in KINDS:
        asked = [(where, label[f"{kind}s"], of(c), c.text) for where, label, c in rows if f"{kind}s" in label]
        result.add(_items(name, kind, fits, asked))
    return result


def _engagements(name: str, rows: Sequence[tuple[str, Label, Coded]]) -> Score:
    result = Score()
    units: list[tuple[int, int, int]] = []
    right: dict[str, list[tuple[int, int]]] = {f: [] for f in FIELDS}
    false: list[tuple[int, int]] = []
    for where, label, coded in rows:
        wanted = label["engagements"]
        matched = pairs(wanted, coded.meetings, alike, 1.0)
        whole = 0
        for i, j in matched:
            fits = holds(wanted[i], coded.meetings[j])
            whole += all(fits.values())
            for key, ok in fits.items():
                right[key].append((int(ok), 1))
                if not ok:
                    what = f"wanted {wanted[i].get(key)}, found {_show(coded.meetings[j])}: {coded.text[:150]!r}"
                    result.errors.append(Error(f"short engagement {key}", where, what))
        complete = bool(label.get("engagements_not")) or not wanted
        extra = len(coded.meetings) - len(matched) if complete else 0
        units.append((whole, len(matched) + extra, len(wanted)))
        false.append((extra, 1))
        seen = [_show(m) for m in coded.meetings] if complete else []
        told = [f"{_ask(w)}: {coded.text[:150]!r}" for w in wanted]
        result.unmatched("short engagement", where, matched, told, seen)
    if rows:
        result.figures.append(figure(name, "engagement, every field right, F1", units, f1))
        result.figures += [figure(name, f"engagement {k}", r, ratio) for k, r in right.items()]
        result.figures.append(figure(name, "false engagements a text", false, ratio, lower=True))
    return result


def alike(w: Label, f: Meeting) -> float:
    """At least 1 where the two can be one: a side in common or none told, and then as many fields as hold."""
    sides = set(w["countries"])
    if sides and not sides & f.countries:
        return 0.0
    fits = holds(w, f)
    return 1 + 2 * fits["form"] + sum(fits.values())


def holds(w: Label, f: Meeting) -> dict[str, bool]:
    return {
        "form": f.form in w["form"],
        "status": f.status in w["status"],
        "date": _date(w, f),
        "countries": set(w["countries"]) == f.countries,
        "principals": all(any(same_name(p, n) for n in f.principals) for p in w.get("principals") or ()),
    }


def _date(w: Label, f: Meeting) -> bool:
    return "date" not in w or plain(f.date) in (w["date"] or [None])


def _ask(w: Label) -> str:
    return f"{'|'.join(w['form'])} {'|'.join(w['status'])} {w.get('date')} {' '.join(w['countries'])}"


def _show(m: Meeting) -> str:
    return f"{m.form} {m.status} {m.date} {' '.join(sorted(m.countries))} {', '.join(m.principals)}"


# -- what is said, held and promised ----------------------------------------------------------------


def _items(name: str, kind: str, fits: Any, rows: Sequence[tuple[str, list[Label], Sequence[Any], str]]) -> Score:
    result = Score()
    content: list[tuple[int, int, int]] = []
    whole: list[tuple[int, int]] = []
    for where, wanted, found, text in rows:
        matched = pairs(wanted, found, lambda w, f: _covered(w["content"], f.content), COVERED)
        spans = _pieces(wanted, found, matched)
        content.append((len(spans), len(spans) + (len(found) if not wanted else 0), len(wanted)))
        for i, j in spans:
            ok = fits(wanted[i], found[j])
            whole.append((int(ok), 1))
            if not ok:
                what = f"wanted {wanted[i]}, found {found[j]}"
                result.errors.append(Error(f"short {kind} sides", where, what))
        seen = [f"{f}: {text[:150]!r}" for f in found] if not wanted else []
        told = [f"{w}; found {[f.content for f in found]}" for w in wanted]
        result.unmatched(f"short {kind}", where, spans, told, seen)
    if content:
        result.figures.append(figure(name, f"{kind} content F1", content, f1))
        result.figures.append(figure(name, f"{kind} whose, of what kind", whole, ratio))
    return result


def _pieces(wanted: Sequence[Label], found: Sequence[Any], matched: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The matches, and of one utterance told in pieces those that lie in a content already taken."""
    done = {i for i, _ in matched}
    more = [
        (i, j)
        for i, w in enumerate(wanted)
        if i not in done
        for j, f in enumerate(found)
        if _covered(w["content"], f.content) >= COVERED
    ]
    return sorted(matched + list({i: (i, j) for i, j in more}.values()))


def _covered(wanted: str, found: str) -> float:
    need = words(wanted)
    return len(need & words(found)) / len(need) if need else 0.0


def _said(w: Label, f: Said) -> bool:
    named = (
        w.get("speaker") is None or same_name(w["speaker"], f.speaker) or bool(words(w["speaker"]) & words(f.speaker))
    )
    if "side" not in w:
        return named
    return named and f.country in (w["side"] if isinstance(w["side"], list) else [w["side"]])


def _held(w: Label, f: Held) -> bool:
    return w["by"] == f.holder and f.kind in w["kind"]


def _promised(w: Label, f: Promised) -> bool:
    by = {w["by"]} if isinstance(w["by"], str) else set(w["by"])
    ascribed = w.get("ascribed_by")
    told = not ascribed or f.ascribed_by in ascribed or (f.ascribed_by is None and set(ascribed) <= f.by)
    return by == f.by and told


KINDS: tuple[tuple[str, Callable[[Coded], Sequence[Any]], Any], ...] = (
    ("statement", lambda c: c.said, _said),
    ("position", lambda c: c.held, _held),
    ("commitment", lambda c: c.promised, _promised),
)
