"""A deed that keeps a promise is known however it is told, and so is one that was left undone or given up."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.record.test_kept import MADE, promises

BAN = "Bolivian President Luis Arce promised Paraguayan President Santiago Peña to lift the ban on Paraguayan beef."
FISHERS = (
    "Eritrea promised to release the 14 Yemeni fishermen, Yemeni Foreign Minister Shaya al-Zindani said on Monday."
)
CROSSING = (
    "Tunisia promised to reopen the Ras Jdir crossing with Libya, Tunisian Foreign Minister Mohamed Ali Nafti said."
)
EMBASSY = "The foreign ministers of Nepal and Bhutan met in Kathmandu. Nepal promised to open an embassy in Thimphu."
GAS = "Uzbekistan pledged on Monday to resume gas deliveries to Tajikistan."
ISLAND = (
    "Honduras promised to withdraw its soldiers from Conejo Island, the Salvadoran foreign ministry said on Monday."
)
TRUCKS = "Slovakia promised on Monday to return the seized trucks to Ukraine."
PUMPS = "Denmark pledged on Monday to send 20 water pumps to Malawi."
CONSULATE = "Suriname promised Guyana on Monday to open a consulate in Lethem."
TRAWLERS = (
    "Gabon promised to hand over the two trawlers to Cameroon by 1 June, Cameroonian Foreign Minister Lejeune Mbella "
    "Mbella said on Monday."
)
DAM = "Laos promised on Monday to halt construction of the Sanakham dam, Cambodia's foreign ministry said."


@pytest.mark.parametrize(
    ("promise", "deed"),
    [
        (BAN, "Bolivia's ban on Paraguayan beef was lifted on Wednesday."),
        (BAN, "Paraguay's foreign ministry said that Bolivia had lifted the ban on Paraguayan beef."),
        (FISHERS, "Eritrea has since released all 14 Yemeni fishermen."),
        (FISHERS, "The 14 Yemeni fishermen held in Eritrea were released on Tuesday."),
        (FISHERS, "The 14 Yemeni fishermen have been released from Eritrean custody."),
        (CROSSING, "The Ras Jdir crossing between Tunisia and Libya reopened on Tuesday."),
        (CROSSING, "Having reopened the Ras Jdir crossing with Libya, Tunisia now expects more trade."),
        (CROSSING, "Libya thanked Tunisia for reopening the Ras Jdir crossing."),
        (CROSSING, "Libya welcomed Tunisia's reopening of the Ras Jdir crossing."),
        (EMBASSY, "Nepal's first embassy in Thimphu was opened on Wednesday."),
        (EMBASSY, "Nepali Foreign Minister Arzu Rana Deuba inaugurated Nepal's embassy in Thimphu on Wednesday."),
        (GAS, "Gas deliveries from Uzbekistan to Tajikistan have resumed."),
        (ISLAND, "Honduras lowered its flag and pulled its soldiers out of Conejo Island on Tuesday."),
        (PUMPS, "20 water pumps sent by Denmark arrived in Malawi on Tuesday."),
    ],
)
def test_a_deed_keeps_a_promise_however_it_is_told(tmp_path: Path, promise: str, deed: str) -> None:
    (found,) = promises(tmp_path, (MADE, promise), ("2024-09-12", deed))
    assert found.status == "claimed_kept"


@pytest.mark.parametrize(
    ("promise", "deed"),
    [
        (BAN, "Brazil's ban on Paraguayan beef was lifted on Wednesday."),
        (BAN, "The ban on Bolivian beef was lifted on Wednesday."),
        (BAN, "Bolivia's ban on Paraguayan beef was lifted in 2020 and imposed again in 2022."),
        (BAN, "Bolivia's ban on Paraguayan beef was lifted by a regional court on Tuesday."),
        (BAN, "Paraguay welcomed Bolivia's call for lifting the ban on Paraguayan beef."),
        (BAN, "Paraguay thanked Brazil for lifting the ban on Paraguayan beef."),
        (FISHERS, "The 14 Yemeni fishermen held in Djibouti were released on Tuesday."),
        (FISHERS, "A judge ordered that the 14 Yemeni fishermen held in Eritrea be released."),
        (CROSSING, "The Ras Jdir crossing between Tunisia and Libya was partly reopened on Tuesday."),
        (CROSSING, "The Ras Jdir crossing between Tunisia and Libya is to be reopened on Monday."),
        (CROSSING, "When the Ras Jdir crossing between Tunisia and Libya was reopened in 2019, trade grew."),
        (CROSSING, "Tunisia reopened the Ras Jdir crossing with Libya to pedestrians on Tuesday."),
        (CROSSING, "The Ras Jdir crossing between Tunisia and Libya was reopened for trucks on Tuesday."),
        (FISHERS, "Eritrea released the 14 Yemeni fishermen's boats on Tuesday."),
        (EMBASSY, "Nepal opened an embassy school in Thimphu on Tuesday."),
        (GAS, "Uzbekistan resumed gas deliveries to Tajikistan for a day on Tuesday."),
        (GAS, "When Uzbekistan has resumed gas deliveries to Tajikistan, work can start, Tajikistan's minister said."),
        (
            TRUCKS,
            "Ukraine's foreign ministry dismissed reports that Slovakia had returned the seized trucks to Ukraine.",
        ),
        (PUMPS, "Danish engineers arrived in Malawi on Tuesday to prepare for the 20 water pumps."),
        (PUMPS, "Denmark sent its first water pumps to Malawi."),
        (CONSULATE, "Suriname's bidding for a consulate in Lethem was opened on Tuesday."),
    ],
)
def test_what_happened_to_another_thing_or_by_another_closes_nothing(tmp_path: Path, promise: str, deed: str) -> None:
    found = promises(tmp_path, (MADE, promise), ("2024-09-12", deed))
    assert [r.status for r in found] == ["made"]


@pytest.mark.parametrize(
    ("promise", "day", "news", "status"),
    [
        (TRAWLERS, "2024-09-20", "Gabon has yet to hand over the two trawlers to Cameroon.", "claimed_broken"),
        (TRAWLERS, "2024-05-20", "Gabon has yet to hand over the two trawlers to Cameroon.", "made"),
        (TRAWLERS, "2024-09-20", "Gabon failed to hand over the two trawlers to Cameroon.", "claimed_broken"),
        (TRAWLERS, "2024-09-20", "Gabon failed to hand over the two tugs to Cameroon.", "made"),
        (TRUCKS, "2024-09-20", "Slovakia has yet to return the seized trucks to Ukraine.", "made"),
        (PUMPS, "2024-09-20", "Denmark said on Friday it would no longer send 20 water pumps to Malawi.", "withdrawn"),
        (PUMPS, "2024-09-20", "Denmark will not send the 20 water pumps to Malawi after all.", "withdrawn"),
        (PUMPS, "2024-09-20", "Denmark will not send the 20 water pumps to Malawi this year.", "made"),
        (PUMPS, "2024-09-20", "Denmark has dropped its plan to send 20 water pumps to Malawi.", "withdrawn"),
        (PUMPS, "2024-09-20", "Zambia said that Denmark would no longer send 20 water pumps to Malawi.", "made"),
    ],
)
def test_what_was_left_undone_or_given_up(tmp_path: Path, promise: str, day: str, news: str, status: str) -> None:
    (found,) = promises(tmp_path, (MADE, promise), (day, news))
    assert found.status == status


@pytest.mark.parametrize(
    ("promise", "news", "status"),
    [
        (TRAWLERS, "Cameroon accused Gabon of going back on its promise to hand over the trawlers.", "claimed_broken"),
        (DAM, "Laos built on the dam despite its promise to halt it, Cambodia's government said.", "claimed_broken"),
        (TRUCKS, "Slovakia kept its word and returned the seized trucks to Ukraine, Kyiv said.", "claimed_kept"),
    ],
)  # fmt: skip
def test_what_is_said_of_a_promise_is_put_to_it(tmp_path: Path, promise: str, news: str, status: str) -> None:
    (found,) = promises(tmp_path, (MADE, promise), ("2024-09-20", news))
    assert found.status == status


def test_what_was_left_undone_and_done_later_is_kept(tmp_path: Path) -> None:
    (found,) = promises(
        tmp_path, (MADE, TRAWLERS), ("2024-09-20", "Gabon has yet to hand over the two trawlers to Cameroon."),
        ("2024-10-20", "Gabon handed over the two trawlers to Cameroon on Friday."),
    )  # fmt: skip
    assert [(e.status, e.document) for e in found.history] == [
        ("made", "d0"), ("claimed_broken", "d1"), ("claimed_kept", "d2")
    ]  # fmt: skip
    assert found.status == "claimed_kept"


def test_what_one_says_was_kept_the_other_denies(tmp_path: Path) -> None:
    (found,) = promises(
        tmp_path, (MADE, "Belarus promised on Monday to return 30 Lithuanian lorries to Lithuania."),
        ("2024-06-12", "Belarus has returned the 30 Lithuanian lorries to Lithuania, its foreign ministry said."),
        ("2024-06-14", "Lithuania denied that Belarus had kept its promise to return the "
         "lorries."),
    )  # fmt: skip
    assert [(e.status, e.claimed_by) for e in found.history][1:] == [("claimed_kept", "BLR"), ("claimed_broken", "LTU")]


def test_of_two_acts_promised_in_a_breath_one_is_kept(tmp_path: Path) -> None:
    found = promises(
        tmp_path, (MADE, "Chad promised Niger on Monday to release the crew and open the Daboua crossing."),
        ("2024-06-12", "Chad has opened the Daboua crossing with Niger."),
    )  # fmt: skip
    assert {r.content.text: r.status for r in found} == {
        "to release the crew": "made", "open the Daboua crossing": "claimed_kept"
    }  # fmt: skip
