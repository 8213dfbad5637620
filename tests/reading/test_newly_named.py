"""Who was given a post in passing or in so many words, by whom, and in which army a general serves."""

from __future__ import annotations

import pytest

from detente.reading.reader import Reader
from tests.conftest import read

Given = tuple[str, str, str | None]


@pytest.mark.parametrize(
    ("text", "given"),
    [
        (
            "India's foreign minister spoke with his Maldivian counterpart on Monday.\n\nMale has named career "
            "diplomat Aminath Shifa as its special envoy for maritime affairs.",
            {("Aminath Shifa", "special envoy for maritime affairs", "MDV")},
        ),
        (
            "Special envoy Ines Duarte, appointed by Lisbon last month, is to tour the region.",
            {("Ines Duarte", "Special envoy", "PRT")},
        ),
        (
            "Colombian Foreign Minister Laura Gil, appointed in August, called her Venezuelan counterpart on Monday.",
            {("Laura Gil", "Foreign Minister", "COL")},
        ),
        (
            "Tarek Mansour, Egypt's newly named special envoy for the Red Sea, flew to Djibouti on Sunday.",
            {("Tarek Mansour", "special envoy for the Red Sea", "EGY")},
        ),
        (
            "Ghana's newly appointed special envoy to Bamako, Kofi Asante, told reporters he would travel on Monday.",
            {("Kofi Asante", "special envoy to Bamako", "GHA")},
        ),
        (
            "Appointed last week as Czech special envoy for the Balkans, Jan Dvořák will visit Skopje.",
            {("Jan Dvořák", "special envoy for the Balkans", "CZE")},
        ),
        (
            "Former minister Jonas Petraitis will be Lithuania's special envoy for Belarus, the government in Vilnius "
            "announced on Tuesday.",
            {("Jonas Petraitis", "special envoy for Belarus", "LTU")},
        ),
        (
            "Canada announced that Louise Gagnon would become its special envoy for Haiti.",
            {("Louise Gagnon", "special envoy for Haiti", "CAN")},
        ),
        (
            "The post of special envoy for the Red Sea will be filled by Tarek Mansour, Egypt's foreign ministry said.",
            {("Tarek Mansour", "special envoy for the Red Sea", "EGY")},
        ),
        (
            "Meanwhile Ankara appointed a special envoy, Ambassador Cem Aydın, for the talks with Yerevan.",
            {("Cem Aydın", "special envoy", "TUR")},
        ),
        # counter: what somebody was before, what is refused or asked for, and who is picked to do something
        ("Jorge Rivas, who served as special envoy for Haiti until 2022, said nothing had changed.", set()),
        ("Jakarta rejected calls to name Rini Hartono as special envoy.", set()),
        ("Bern refused to name Urs Meier as special envoy.", set()),
        ("Vienna is considering naming Karin Wagner as special envoy.", set()),
        ("Foreign Minister Laura Gil, picked to lead the delegation, called her Venezuelan counterpart.", set()),
        ("The kingdom's new envoy for the desert, Driss Alami, named by the king in March, took part.", set()),
    ],
)
def test_posts_given(reader: Reader, text: str, given: set[Given]) -> None:
    told = {(t.person, t.post, t.country) for t in read(reader, text, "2024-05-10").tenures if t.change == "appointed"}
    assert told == given


@pytest.mark.parametrize(
    ("soldier", "army"),
    [
        ("Kenji Mori, a senior planner in Japan’s Ground Self-Defense Force,", "Japan's Ground Self-Defense Force"),
        ("Kenji Mori, of Japan's Air Self-Defense Force,", "Japan's Air Self-Defense Force"),
        ("Tun Oo, a senior officer in Myanmar's armed forces,", "Myanmar's armed forces"),
        ("Mark Hale, the deputy chief of staff of Canada's army,", "Canada's army"),
    ],
)
def test_the_army_of_a_general(reader: Reader, soldier: str, army: str) -> None:
    text = f'Lieutenant General {soldier} said the launches had undone months of quiet. "We are uneasy," he said.'
    said = read(reader, text, "2024-05-10").statements
    assert {s.speaker.organisation for s in said if s.speaker} == {army}
