"""The words by which deeds that keep, break or take back promises are told, as patterns.

In: the words of the codebook (record/deeds). Out: `DeedWords`, compiled once.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from detente.record.phrases import any_of


class DeedWords:
    """What tells of deeds beyond their plain past; codebook/record/deeds tells what each list is for."""

    def __init__(self, words: Mapping[str, Any]) -> None:
        self._verbs = {str(form): str(verb) for verb, forms in words["verbs"].items() for form in forms}
        self._gerunds = {str(form): str(verb) for verb, forms in words["gerunds"].items() for form in forms}
        self.gerunds = any_of(self._gerunds)
        verbs = any_of(words["verbs"]).pattern
        # "to release the crew", and where in it another act begins: "and open the border"
        self.promised = re.compile(rf"to {verbs}\s", re.IGNORECASE)
        self.further = re.compile(rf",?\s+and\s+(?={verbs}\s+(?:the|an?|its|their|all|\d|(?-i:[A-Z])))", re.IGNORECASE)
        self.by_owner, self.by_itself, self.freeing = (
            frozenset(map(str, words[k])) for k in ("by_owner", "by_itself", "freeing")
        )
        self.arriving = {str(form): ARRIVE for form in words["arriving"]}
        self.happened = any_of((*self._verbs, *self.arriving))
        self.for_all = any_of(words["for_all"])
        self.kept_by = {str(verb): tuple(map(str, others)) for verb, others in words["kept_by"].items()}
        self.first_done = frozenset(map(str, words["first_done"])) | frozenset(self._verbs)
        self.thanking, self.at_last, self.for_now = (any_of(words[k]) for k in ("thanking", "at_last", "for_now"))
        self._of_owners(words)
        self._of_undone(words)

    def _of_owners(self, words: Mapping[str, Any]) -> None:
        """By what is known whose a thing is, and who held whom."""
        owned, sent, holding, custody = (
            any_of(words[k]).pattern for k in ("owned_by", "sent_by", "holding", "custody")
        )
        self.owned = re.compile(rf"{owned}\s+(?=(?:the\s+)?(?-i:[A-Z]))", re.IGNORECASE)
        self.participles = frozenset(
            w for k in ("holding", "sent_by") for phrase in words[k] for w in str(phrase).split()
        )
        self.sent = re.compile(rf"{sent}\s+(?=(?:the\s+)?(?-i:[A-Z]))", re.IGNORECASE)
        self.held = re.compile(rf"{holding}(?: \w+ly)? (?:in|by) ", re.IGNORECASE)
        self.from_custody = re.compile(
            rf"\bfrom (?:an? )?(?-i:[A-Z])[\w'’]*\s+{custody}|\bfrom (?:an? )?{custody} in (?-i:[A-Z])\w*",
            re.IGNORECASE,
        )

    def _of_undone(self, words: Mapping[str, Any]) -> None:
        """What tells before a verb that it was not or will not be done."""
        failing, owing, giving_up, forgoing, dropping, plans = (
            any_of(words[k]).pattern for k in ("failing", "owing", "giving_up", "forgoing", "dropping", "plans")
        )
        verbs = any_of((*words["verbs"], *self._verbs)).pattern
        given_up = rf"{giving_up}(?: to)?|(?:ha[sd] |have )?{dropping} (?:its|their|his|her|a|the) (?:\w+ )?{plans} to"
        self.undone = re.compile(
            rf"(?:(?P<failing>{failing})|(?P<owing>{owing})|(?P<giving>{given_up})|(?P<forgoing>{forgoing}))"
            rf"(?: yet)? (?:\w+ly )?(?P<verb>{verbs})",
            re.IGNORECASE,
        )

    def plain(self, form: str) -> str:
        """The verb of which a form is, the form itself where none is known."""
        form = form.lower()
        return self._verbs.get(form) or self._gerunds.get(form) or self.arriving.get(form) or form


# what stands for every verb of arriving
ARRIVE = "arrive"
