"""What reports tell in passing: wars of the past, posts, towns named like words, offices before names."""

from __future__ import annotations

import pytest

from detente.reading.reader import Reader
from tests.conftest import read


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("She was a girl of nine when Turkish tanks rolled into Cyprus in July 1974.", ("TUR", "CYP", "1974-07")),
        ("It recalled 1939, when columns of Soviet tanks pushed into Finland.", ("SUN", "FIN", "1939")),
        ("He joined up in March 2003, the month in which the United States invaded Iraq.", ("USA", "IRQ", "2003-03")),
        ("The treaty lapsed when Indonesian forces occupied East Timor in 1975.", ("IDN", "TLS", "1975")),
        ("Prices have soared since Russia invaded Ukraine in February.", ("RUS", "UKR", "2024-02")),
    ],
)
def test_an_invasion_told_in_passing_is_history(reader: Reader, text: str, wanted: tuple[str, str, str]) -> None:
    found = [e for e in read(reader, text).events if e.plover_root == "ASSAULT" and e.target is not None]
    told = {(e.source.country, e.target.country if e.target else None, e.when.edtf, e.realis) for e in found}
    assert (*wanted, "historical") in told


@pytest.mark.parametrize(
    "text",
    ["Brazilian investors poured into Portugal in 2019.", "German troops moved into Mali as peacekeepers in 2013."],
)
def test_going_in_without_force_is_no_assault(reader: Reader, text: str) -> None:
    assert not [e for e in read(reader, text).events if e.plover_root == "ASSAULT"]


def test_an_office_before_a_name_is_his(reader: Reader) -> None:
    text = "The leader of the Polish government, Prime Minister Donald Tusk, told reporters that the road was shut."
    (found,) = read(reader, text, "2025-05-08").statements
    assert found.speaker is not None and found.speaker.name == "Donald Tusk"


def test_a_post_tells_the_day_of_the_talk(reader: Reader) -> None:
    text = (
        "Chilean Foreign Minister Alberto van Klaveren telephoned Peruvian Foreign Minister Elmer Schialer on Monday."
        "\n\n“A frank conversation this evening with Peru's Foreign Minister Elmer Schialer,” van Klaveren wrote on X."
    )
    calls = read(reader, text, "2024-10-10").engagements
    assert [(e.form, e.when.edtf) for e in calls] == [("call", "2024-10-07")]


@pytest.mark.parametrize(
    ("text", "towns"),
    [
        ("Japan's Foreign Minister Yoko Kamikawa met Maldives Foreign Minister Moosa Zameer in Male.", ["Male"]),
        ("Male officials of Japan and the Maldives met in the capital.", []),
    ],
)
def test_a_town_named_like_a_word_stands_amid_small_letters(reader: Reader, text: str, towns: list[str]) -> None:
    places = [p.name for e in read(reader, text).engagements for p in e.places]
    assert [p for p in places if p == "Male"] == towns


def test_a_plan_of_the_past_keeps_its_month(reader: Reader) -> None:
    text = (
        "Peruvian Foreign Minister Elmer Schialer was supposed to be in Santiago in July. But that visit was scrapped "
        "after a row over salt."
    )
    (visit,) = read(reader, text, "2024-10-10").engagements
    assert (visit.status.status, visit.when.edtf) == ("cancelled", "2024-07")
