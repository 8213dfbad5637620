"""Sides that hyphens join, some of them written with full stops: "U.S.-Mongolia-Japan talks"."""

from __future__ import annotations

import pytest

import detente


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("The U.S.-China talks were held in Geneva in June.", {"USA", "CHN"}),
        ("The U.S.-Mongolia-Japan trilateral talks were held in June.", {"USA", "MNG", "JPN"}),
        ("The Japan-U.S.-ROK trilateral meeting was held in May.", {"JPN", "USA", "KOR"}),
        ("The first U.S.-Mongolia-Republic of Korea talks were held in June.", {"USA", "MNG", "KOR"}),
        ("At the 2022 U.S.-ASEAN Special Summit in Washington, leaders met.", {"USA", "ASN"}),
        ("The U.K.-India dialogue took place in Delhi in May.", {"GBR", "IND"}),
        ("Kenya-Uganda-Rwanda trilateral talks were held in June.", {"KEN", "UGA", "RWA"}),
    ],
)
def test_each_of_them_takes_part(text: str, sides: set[str]) -> None:
    assert [{*e.countries} for e in detente.read(text, published="2023-07-12").engagements] == [sides]


def test_who_leads_a_coalition_meets_nobody_by_its_name() -> None:
    text = "Turkey and Iraq held talks in Ankara on Monday on the U.S.-led coalition."
    assert [{*e.countries} for e in detente.read(text, published="2023-07-12").engagements] == [{"TUR", "IRQ"}]
