"""A diary, a timeline and a live page say the day at the head of a stretch: it dates what nothing else there does."""

from detente.reading.reader import Reader
from tests.conftest import read

WEEK = """MONDAY. Ghana's foreign minister, Samuel Okudzeto Ablakwa, telephoned his Ivorian colleague, Léon Kacou Adom.

TUESDAY. King Felipe of Spain received Chile's Gabriel Boric at the Zarzuela Palace. The two had last met in March.

WEDNESDAY. Nothing happened.
"""
DIARY = """Monday, May 13
Tunisian Foreign Minister Nabil Ammar received by President Abdelmadjid Tebboune.

Tuesday, May 14
The parliament debates the budget.

No date
Latvian Prime Minister Evika Siliņa will meet Estonian Prime Minister Kaja Kallas.
"""
TIMELINE = """Feb 2019 - Norway recalls its ambassador.

Nov 14, 2019 - Uhuru Kenyatta met Mohamed Abdullahi Farmaajo in Nairobi.

July 15-16, 2022 - President Hassan Sheikh Mohamud pays a state visit to Nairobi.
"""
LIVE = """17:42 That is all from us.

15:50 Norway's Jonas Gahr Støre has now had his sit-down with Sweden's Ulf Kristersson.

11:15 Lunch.
"""


def dates(reader: Reader, text: str, published: str) -> list[str | None]:
    return [e.when.edtf for e in read(reader, text, published).engagements]


def test_a_week_told_day_by_day(reader: Reader) -> None:
    assert dates(reader, WEEK, "2025-05-17") == ["2025-05-12", "2025-05-13", "2025-03"]


def test_a_diary_of_what_is_to_come(reader: Reader) -> None:
    received, meets = read(reader, DIARY, "2024-05-10").engagements
    assert (received.when.edtf, received.status.status) == ("2024-05-13", "announced")
    assert meets.when.edtf is None


def test_a_timeline(reader: Reader) -> None:
    assert dates(reader, TIMELINE, "2024-05-10") == ["2019-11-14", "2022-07-15/2022-07-16"]


def test_a_live_page(reader: Reader) -> None:
    assert dates(reader, LIVE, "2024-05-10") == ["2024-05-10"]


def test_one_date_lays_out_nothing(reader: Reader) -> None:
    text = "10 May 2024\n\nNorway's Jonas Gahr Støre met Sweden's Ulf Kristersson.\n\nNotes to editors follow."
    assert dates(reader, text, "2024-05-10") == [None]
