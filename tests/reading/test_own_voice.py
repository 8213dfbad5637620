"""In its own paper a ministry speaks without a word of saying; a reporter's sentence about a state is nobody's word."""

import pytest

from detente.reading.reader import Reader
from tests.conftest import read, short

HEAD = "Ministry of Foreign Affairs\nRepublic of Kenya\n\nNairobi, 6 May 2024\n\n"

SPOKEN = [
    ("Kenya is deeply concerned by the raids in Chad.", "concern", "deeply concerned"),
    ("Kenya has no quarrel with Sudan.", "position", "no quarrel"),
    ("The Ministry remains open to dialogue with Somalia.", "offer", "open to dialogue"),
    ("We support the mediation of the African Union in Sudan.", "position", "mediation"),
    ("Kenya will recall its ambassador if the raids go on.", "threat", "recall its ambassador"),
    ("The lake must be shared with Uganda. The Government of Kenya sees no military solution.", "position",
     "no military solution"),
]  # fmt: skip

UNSPOKEN = [
    "Kenya hosted a seminar on international law in Mombasa.",
    "The minister is in Kampala on Monday.",
    "Chad is worried about the lake.",
    "The ambassador of Chad received the keys of the town.",
]

PROMISED = [
    ("Kenya will send two hundred tents to Chad.", "two hundred tents"),
    ("The team of the African Union is expected on 20 May; the Ministry will extend all facilities to it.",
     "extend all facilities"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "words"), SPOKEN, ids=lambda v: v[:40])
def test_positions_in_a_ministrys_own_words(reader: Reader, text: str, kind: str, words: str) -> None:
    found = [(p.holder.country, p.kind, p.content.text) for p in read(reader, HEAD + text, "2024-05-06").positions]
    assert any((h, k) == ("KEN", kind) and words in c for h, k, c in found), found


@pytest.mark.parametrize("text", UNSPOKEN, ids=lambda t: t[:40])
def test_what_it_only_tells_is_no_position(reader: Reader, text: str) -> None:
    assert [p.content.text for p in read(reader, HEAD + text, "2024-05-06").positions] == []


@pytest.mark.parametrize(("text", "words"), PROMISED, ids=short)
def test_promises_in_a_ministrys_own_words(reader: Reader, text: str, words: str) -> None:
    found = read(reader, HEAD + text, "2024-05-06").commitments
    assert [(c.by, words in c.content.text) for c in found] == [(("KEN",), True)]


@pytest.mark.parametrize(("text", "kind", "words"), SPOKEN[:3], ids=lambda v: v[:40])
def test_a_reporter_speaks_for_no_state(reader: Reader, text: str, kind: str, words: str) -> None:
    assert read(reader, "NAIROBI, 6 May (Agency) - " + text, "2024-05-06").positions == ()
