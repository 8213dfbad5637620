"""Reports that a sentence calls untrue: "Reports of a meeting of X and Y are false", "It is not true that X met Y".

In: the word that tells of an engagement, a noun or a verb. Out: the verb by which its sentence says that it is not so.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from detente.reading import syntax

if TYPE_CHECKING:
    from detente.reading.words import Token

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
TELLING = SUBJECTS | {"conj", "xcomp", "ccomp", "pcomp", "compound"}
PREDICATES = frozenset({"acomp", "attr"})
NONE = frozenset({"no", "not", "n't", "n’t", "never", "nothing", "without"})


class Untrue:
    """Reads what is called untrue; `words` are the small words of engagements."""

    def __init__(self, words: Mapping[str, Sequence[str]]) -> None:
        self.hearsay, self.untrue = frozenset(words["hearsay"]) | {"news"}, frozenset(words["untrue"])
        self.true, self.lies, self.grounds = (frozenset(words[k]) for k in ("true", "lies", "foundations"))
        self.disputing, self.branding = frozenset(words["disputing"]), frozenset(words["branding_verbs"])
        self.light = frozenset(words["light_verbs"])
        self.tellings, self.disowning = frozenset(words["tellings"]), frozenset(words["denying_verbs"]) | {"distance"}

    def of(self, token: Token) -> Token | None:
        """The verb that calls what a word tells untrue; None where the sentence does not."""
        for above in token.ancestors:
            if (above.lemma_ == "be" or syntax.is_passive(above)) and self._of(above, token) and self._denies(above):
                return above
            if above.pos_ == "VERB" and self._disowned(above, token):
                return above
            if above.lemma_ in ("be", "have", "lack") and self._no_truth(above, token):
                return above
        return None

    def _no_truth(self, verb: Token, token: Token) -> bool:
        """ "There is no truth in a report that X met Y"; "reports of a visit have no basis"."""
        told = self.hearsay | self.tellings
        reports = [t for t in verb.subtree if t.lemma_.lower() in told and t.i != token.i]
        report = next((t for t in reports if self._tells(t, token)), None)
        beside = [] if report is None else [t for t in verb.subtree if not syntax.under(t, report)]
        truth = next((t for t in beside if t.lemma_.lower() in self.grounds and t.i > verb.i), None)
        if report is None or truth is None or _between(report, verb):
            return False
        there = verb.lemma_ != "be" or any(c.lower_ == "there" for c in verb.children)
        none = any(t.lower_ in NONE for t in beside if t.i <= truth.i) or verb.lemma_ == "lack"
        return there and none

    def _disowned(self, verb: Token, token: Token) -> bool:
        """ "called reports of a visit a fabrication", "distanced itself from posts claiming that X met Y"."""
        told = self.hearsay | self.tellings
        reports = [t for t in verb.subtree if t.i > verb.i and t.lemma_.lower() in told and t.i != token.i]
        report = next((t for t in reports if self._tells(t, token) and not _between(t, verb)), None)
        if report is None or syntax.negated(verb):
            return False
        if verb.lemma_ in self.branding:
            beside = (t for t in verb.subtree if not syntax.under(t, report) or t.head.i == report.i)
            return any(t.lower_ in self.untrue or t.lemma_.lower() in self.lies for t in beside)
        return verb.lemma_ in self.disowning and (verb.lemma_ == "distance" or report.lemma_.lower() in self.tellings)

    def rejected(self, token: Token) -> Token | None:
        """The verb in "rejected a claim that X had met Y", "dismissed reports that they had met"."""
        for above in token.ancestors:
            if above.lemma_ not in self.disowning or above.pos_ != "VERB" or syntax.negated(above):
                continue
            claim = syntax.direct_object(above)
            if claim is None or claim.lemma_.lower() not in self.hearsay or not syntax.under(token, claim):
                continue
            if self._tells(claim, token) and syntax.tense(syntax.clause_of(token)) == "past":
                return above
        return None

    def _tells(self, report: Token, token: Token) -> bool:
        """Whether a report is of an engagement, and not of what was done at it: "a report that X met Y", "of talks"."""
        step = token
        while step.i != report.i and step.head.i != step.i:
            if not self._leads_up(step, report):
                return False
            step = step.head
        return step.i == report.i

    def _leads_up(self, step: Token, report: Token) -> bool:
        """Whether a word on the way from an engagement to a report is of what is reported."""
        above = step.head
        if step.tag_ == "VBG" and above.pos_ == "PROPN":
            return True  # "a photograph of X meeting Y"
        link = above if step.dep_ == "pobj" else step if step.dep_ == "prep" else None
        if link is not None:
            return link.lower_ in ("of", "about", "on")
        if step.dep_ == "dobj" and (above.lemma_ in self.light or step.pos_ == "PROPN"):
            return True
        return step.dep_ in TELLING or (step.dep_ in ("acl", "relcl") and above.i == report.i)

    def in_dispute(self, verb: Token) -> bool:
        """ "cannot agree on whether their leaders met"."""
        whether = any(c.dep_ == "mark" and c.lower_ == "whether" for c in verb.children)
        above = [a for a in verb.ancestors if a.pos_ in ("VERB", "NOUN")][:2]
        disputing = [a for a in above if a.lemma_.lower() in self.disputing]
        return whether and any(a.lemma_ != "agree" or syntax.negated(a) for a in disputing)

    def _of(self, verb: Token, token: Token) -> bool:
        """Whether it is of a report of the engagement, or of the clause that tells it."""
        for child in verb.children:
            if not syntax.under(token, child):
                continue
            report = child.dep_ in SUBJECTS and child.lemma_.lower() in self.hearsay | self.tellings
            report = report and self._tells(child, token)
            told = child.dep_ in ("csubj", "ccomp") and child.i == syntax.clause_of(token).i
            return report or (told and token.i in (child.i, *(c.i for c in child.subtree)))
        said = next((c for c in verb.children if c.dep_ in PREDICATES and syntax.under(token, c)), None)
        return said is not None and any(c.lower_ == "it" for c in verb.children)

    def _denies(self, verb: Token) -> bool:
        if verb.lower_ in self.untrue:  # "claims of a meeting were invented"
            return not syntax.negated(verb)
        for child in verb.children:
            word = child.lemma_.lower()
            if child.dep_ in PREDICATES and (word in self.untrue or word in self.lies):
                return not syntax.negated(verb)
            if child.dep_ in PREDICATES and word in self.true:
                return syntax.negated(verb)
            if child.lower_ == "without" and any(c.lemma_.lower() in self.grounds for c in child.children):
                return not syntax.negated(verb)
        return False


def no_such(told: Token, verb: Token) -> bool:
    """ "There is no such meeting": it is denied, and not refused as by "there will be no such meeting until …"."""
    small = {c.lower_ for c in told.children} if told.pos_ in ("NOUN", "PROPN") else set()
    return verb.lemma_ == "be" and {"no", "such"} <= small and syntax.tense(verb) == "present"


def _between(report: Token, verb: Token) -> bool:
    """Whether another verb stands between a report and the verb above it."""
    path = report.head
    while path.i != verb.i and path.head.i != path.i:
        if path.pos_ == "VERB":
            return True
        path = path.head
    return path.i != verb.i
