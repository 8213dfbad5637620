"""Counterparts who were met one by one did not meet each other."""

import pytest

from detente.reading.reader import Reader
from tests.conftest import read

P, Q, T = "President Karim Sall of Chad", "Prime Minister Lena Okafor of Norway", "Turkish Foreign Minister Hakan Fidan"


@pytest.mark.parametrize(
    "text",
    [
        f"{P} met separately with {Q} and {T} on Monday.",
        f"{P} held back-to-back meetings with {Q} and {T} on Monday.",
        f"In separate phone calls on Monday, {P} urged {Q} and {T} to act.",
        f"{P} spoke separately by phone on Monday with {Q} and {T}.",
    ],
)
def test_one_by_one(reader: Reader, text: str) -> None:
    found = read(reader, text, "2024-05-08").engagements
    assert [set(e.countries) for e in found] == [{"TCD", "NOR"}, {"TCD", "TUR"}]


def test_all_three(reader: Reader) -> None:
    (found,) = read(reader, f"{P} met {Q} and {T} in Vienna on Monday.", "2024-05-08").engagements
    assert set(found.countries) == {"TCD", "NOR", "TUR"}


def test_a_summit_of_two_abroad_is_of_two(reader: Reader) -> None:
    text = "The leaders of Chad and Norway will hold a summit in Vienna on June 3."
    (found,) = read(reader, text, "2024-05-08").engagements
    assert set(found.countries) == {"TCD", "NOR"}


def test_again_may_open_a_text(reader: Reader) -> None:
    (found,) = read(reader, "Again and again Norway's foreign minister met Kenya's foreign minister.").engagements
    assert set(found.countries) == {"KEN", "NOR"}


def test_what_each_of_two_discussed_with_a_third_are_two(reader: Reader) -> None:
    text = (
        "Kenyan President William Ruto spoke by phone with Ugandan President Yoweri Museveni on Tuesday. The leaders "
        "reviewed their recent conversations with President Félix Tshisekedi."
    )
    found = {frozenset(e.countries) for e in read(reader, text, "2024-05-08").engagements}
    assert found == {frozenset({"KEN", "UGA"}), frozenset({"KEN", "COD"}), frozenset({"UGA", "COD"})}
