"""Engagements that were once concluded from public texts and judged by a reader: which of them are still concluded.

The texts hold more than was judged: an engagement found at a place where none was judged is not counted.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from quality.bootstrap import figure, ratio
from quality.coded import Coded, Meeting
from quality.matching import pairs
from quality.scores.documents import kin, overlap
from quality.scores.score import Error, Score

Claim = dict[str, Any]


def score(name: str, names: Sequence[str], judged: Sequence[Sequence[Claim]], found: Sequence[Coded]) -> Score:
    """The share of those judged right that are found as they were, and of those judged false that still are."""
    result = Score()
    right: list[tuple[int, int]] = []
    false: list[tuple[int, int]] = []
    for where, claims, coded in zip(names, judged, found):
        matched = dict(pairs(claims, coded.meetings, alike, 1.0))
        for i, claim in enumerate(claims):
            made = coded.meetings[matched[i]] if i in matched else None
            if claim["verdict"] == "right":
                right.append((int(made is not None), 1))
            elif claim["verdict"] == "false":
                false.append((int(made is not None), 1))
            if (ok := holds(claim)) is not None and made is not None:
                result.sure.append(("engagement", made.confidence, ok))
            if (made is None) == (claim["verdict"] == "right") and claim["verdict"] in ("right", "false"):
                kind = "claim lost" if made is None else "claim false"
                result.errors.append(Error(kind, where, _show(claim, coded.text)))
    result.figures.append(figure(name, "of claims judged right, still made", right, ratio))
    result.figures.append(figure(name, "of claims judged false, still made", false, ratio, lower=True))
    return result


def holds(claim: Claim) -> bool | None:
    """Whether form, status and sides of a claim are right; None where the reader could not tell."""
    if claim["verdict"] == "none":
        return None
    return claim["verdict"] == "right" or (claim["verdict"] == "field" and claim["what"] in ("date", "who"))


def alike(claim: Claim, made: Meeting) -> float:
    """1 or more where an engagement is the claim that was judged: its form, status and sides, from its words."""
    start, end = claim["at"]
    same = set(claim["countries"]) == made.countries and claim["status"] == made.status
    return float(same and kin(claim["form"], made.form) and any(overlap((start, end), at) for at in made.at))


def _show(claim: Claim, text: str) -> str:
    start, end = claim["at"]
    return f"{claim['form']} {claim['status']} {' '.join(claim['countries'])}: {text[start:end][:110]!r}"
