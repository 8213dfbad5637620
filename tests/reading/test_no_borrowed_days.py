"""A day, a topic and words go to what they belong to, and not to the nearest thing."""

from __future__ import annotations

import pytest

from detente.reading.reader import Reader
from tests.conftest import read

PUBLISHED = "2022-10-08"


@pytest.mark.parametrize(
    "text",
    [
        "Exports to Brazil fell last month. "
        "Brazil's foreign minister, Carlos França, met Argentina's Santiago Cafiero in Prague.",
        "Fighting killed 200 soldiers in August. "
        "Nikol Pashinyan and Azerbaijan's president, Ilham Aliyev, met in Prague.",
        "The harvest failed in September. "
        "The foreign ministers of Ghana and Togo, Shirley Botchwey and Robert Dussey, met in Lomé.",
        "Kenya's foreign minister, Alfred Mutua, telephoned Uganda's Jeje Odongo. The shilling fell on Tuesday.",
    ],
)
def test_what_happened_elsewhere_gives_a_meeting_no_day(reader: Reader, text: str) -> None:
    (met,) = read(reader, text, PUBLISHED).engagements
    assert met.when is None or met.when.edtf is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (
            "Kenya's foreign minister, Alfred Mutua, telephoned Uganda's Jeje Odongo. "
            "The conversation took place on Tuesday.",
            "2022-10-04",
        ),
        (
            "Brazil's foreign minister, Carlos França, and Argentina's Santiago Cafiero agreed on Monday "
            "to reopen the bridge. "
            "The two ministers met in Prague.",
            "2022-10-03",
        ),
    ],
)
def test_a_sentence_that_goes_on_with_it_gives_the_day(reader: Reader, text: str, day: str) -> None:
    (met,) = read(reader, text, PUBLISHED).engagements
    assert met.when is not None and met.when.edtf == day


@pytest.mark.parametrize(
    ("told", "month"), [("late April", "2022-04"), ("early May", "2022-05"), ("mid-March", "2022-03")]
)
def test_a_part_of_a_month_is_that_month(reader: Reader, told: str, month: str) -> None:
    text = f"Kenya's foreign minister, Alfred Mutua, met Uganda's Jeje Odongo in Kampala in {told}."
    (met,) = read(reader, text, PUBLISHED).engagements
    assert met.when is not None and met.when.edtf == month


@pytest.mark.parametrize(
    ("told", "topic"),
    [
        ("met in Lomé, where they went over trade in salt and the queues at the border", "trade in salt"),
        ("met in Lomé for talks on trade in yams and cloth", "trade in yams"),
        ("met in Lomé for talks on trade in the capital", "trade"),
    ],
)
def test_what_a_trade_is_in_is_of_the_topic(reader: Reader, told: str, topic: str) -> None:
    text = f"In July, Ghana's Trade Minister Alan Kyerematen and Togo's Trade Minister Rose Kayi Mivedor {told}."
    (met,) = read(reader, text, PUBLISHED).engagements
    assert topic in met.topics


@pytest.mark.parametrize("surname", ["Say", "Kaya"])
def test_a_quotation_is_the_soldiers_whatever_his_surname(reader: Reader, surname: str) -> None:
    text = f'"We are careful with new friends," General Levent {surname} of the Turkish Armed Forces told Hurriyet.'
    (said,) = read(reader, text, PUBLISHED).statements
    assert said.speaker is not None and said.speaker.name == f"Levent {surname}"
