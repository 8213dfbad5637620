"""What the words around a meeting say of it: done, declined, denied, wished for, or nothing at all."""

import pytest

from detente.reading.reader import Reader
from tests.conftest import read

P, Q = "President Karim Sall of Chad", "Prime Minister Lena Okafor of Norway"
# sentence, form, status, date; read on 8 May 2024, a Wednesday
SAID = [
    ("After meeting {q} on Tuesday, {p} said progress had been made.", "meeting", "held", "2024-05-07"),
    ("Before meeting {q} on Tuesday, {p} said progress was near.", "meeting", "held", "2024-05-07"),
    ("Speaking after talks with {q}, {p} said progress had been made.", "talks", "held", None),
    ("{p} has no plans to meet {q}, his office said.", "meeting", "declined", None),
    ("{p} turned down a request to meet {q}.", "meeting", "declined", None),
    ("{p} denied that any meeting with {q} had taken place.", "meeting", "disputed", None),
    ("{p} invited {q} to visit in June.", "visit", "mooted", "2024-06"),
]


@pytest.mark.parametrize("said", SAID, ids=lambda s: s[0][:30])
def test_told_by(reader: Reader, said: tuple[str, str, str, str | None]) -> None:
    text, form, status, when = said
    (found,) = read(reader, text.format(p=P, q=Q), "2024-05-08").engagements
    assert (found.form, found.status.status, found.when.edtf) == (form, status, when)


def test_guest_of_the_inviter(reader: Reader) -> None:
    (visit,) = read(reader, f"{P} invited {Q} to visit in June.", "2024-05-08").engagements
    assert [p.country for p in visit.places] == ["TCD"]
    assert [p.actor.name for p in visit.participants] == ["Lena Okafor"]


def test_nothing_has_been(reader: Reader) -> None:
    assert read(reader, f"{P} has yet to speak to {Q}.", "2024-05-08").engagements == ()
