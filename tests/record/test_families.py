"""Copies of one story are of one family; official texts of two sides never are."""

from __future__ import annotations

from detente.record.families import Print, bands, components, copies, families, shingles

STORY = (
    "The foreign ministers of Ghana and Togo spoke by phone on Tuesday for the first time since the border was shut. "
    "Both capitals confirmed the call and described it in different words, and neither named a date for the next one. "
)
OTHER = (
    "Police in Lomé are looking for the owners of eleven goats that were found in the garden of the city library on "
    "Sunday morning, where they had eaten the better part of a bed of roses planted for the mayor's birthday."
)


def printed(document: str, text: str, official: str | None = None, known_at: str = "2024-05-01") -> Print:
    return Print(document, official, known_at, shingles(text))  # type: ignore[arg-type]


def test_a_copy_with_a_credit_is_a_copy_and_shares_a_band() -> None:
    one, two = printed("a", STORY), printed("b", STORY + "(AP)")
    assert copies(one, two)
    assert set(bands(one.shingles)) & set(bands(two.shingles))


def test_another_story_is_none() -> None:
    assert not copies(printed("a", STORY), printed("b", OTHER))


def test_a_part_of_a_longer_story_is_a_copy() -> None:
    assert copies(printed("a", STORY), printed("b", STORY + OTHER))


def test_official_texts_of_two_sides_are_never_one_family() -> None:
    a, b, wire = printed("a", STORY, "GHA"), printed("b", STORY, "TGO"), printed("c", STORY)
    assert not copies(a, b)
    found = families([a, b, wire], [("a", "c"), ("b", "c")])
    assert found["a"] != found["b"]


def test_a_family_is_named_after_the_document_known_first() -> None:
    a, b = printed("z", STORY, known_at="2024-05-01"), printed("a", STORY, known_at="2024-05-02")
    assert families([b, a], [("a", "z")]) == {"a": "z", "z": "z"}


def test_chains_hang_together() -> None:
    assert components(["a", "b", "c", "d"], [("a", "b"), ("b", "c")]) == [frozenset("abc"), frozenset("d")]
