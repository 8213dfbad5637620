"""Old attacks recalled in passing: who attacked whom, and when; and no attack by those who only stand beside."""

from __future__ import annotations

import pytest

from detente.reading.reader import Reader
from tests.conftest import read

Attack = tuple[str | None, str | None, str, str | None]


@pytest.mark.parametrize(
    ("text", "attacks"),
    [
        (
            "The war, which began when Libya sent troops into Chad in December 1980, left scars.",
            {("LBY", "TCD", "historical", "1980-12")},
        ),
        (
            "Two years ago, in February 2022, Moscow sent its army into Ukraine.",
            {("RUS", "UKR", "historical", "2022-02")},
        ),
        ("Tanzania repelled Uganda's invasion of October 1978.", {("UGA", "TZA", "historical", "1978-10")}),
        (
            "Ever since the Russian invasion of Ukraine in February 2022, Moldova has been on its guard.",
            {("RUS", "UKR", "historical", "2022-02")},
        ),
        (
            "Since Russia invaded its neighbor Ukraine in February 2022, Finland has joined NATO.",
            {("RUS", "UKR", "historical", "2022-02")},
        ),
        ("Kenya sent its army into Somalia in May 2012 to help with the relief.", set()),
        ("Chad sent its minister into Libya in December 1980.", set()),
    ],
)
def test_who_attacked_whom(reader: Reader, text: str, attacks: set[Attack]) -> None:
    events = [e for e in read(reader, text, "2024-05-10").events if e.plover_root == "ASSAULT"]
    found = {(e.source.country, e.target.country if e.target else None, e.realis, e.when.edtf) for e in events}
    assert found == attacks
