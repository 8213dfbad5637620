"""What changed between two versions of a text: sentences, not characters, and nothing where only space differs."""

from __future__ import annotations

import pytest

from detente.record.edits import Edit, edits

OLD = "The ministers met in Oslo on Monday. They agreed to resume the talks. Mr. Holt thanked the hosts."


@pytest.mark.parametrize(
    ("new", "found"),
    [
        (OLD, []),
        (OLD.replace(". They", ".\n\nThey"), []),
        (OLD.replace("to resume", "not to resume"), [
            Edit("reworded", "They agreed to resume the talks.", "They agreed not to resume the talks.")]),
        (OLD.replace(" They agreed to resume the talks.", ""), [
            Edit("dropped", "They agreed to resume the talks.", None)]),
        (OLD + " No date was set.", [Edit("added", None, "No date was set.")]),
        ("Ships sailed. " + OLD.replace("Monday", "Tuesday"), [
            Edit("added", None, "Ships sailed."),
            Edit("reworded", "The ministers met in Oslo on Monday.", "The ministers met in Oslo on Tuesday.")]),
        ("Nothing of this is true.", [
            Edit("added", None, "Nothing of this is true."),
            *(Edit("dropped", s, None) for s in ("The ministers met in Oslo on Monday.",
              "They agreed to resume the talks.", "Mr. Holt thanked the hosts."))]),
    ],
)  # fmt: skip
def test_edits(new: str, found: list[Edit]) -> None:
    assert list(edits(OLD, new, frozenset({"mr."}))) == found
