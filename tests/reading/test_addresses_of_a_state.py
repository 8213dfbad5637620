"""What a state's long address or briefing tells: its own ministers are not of the states that it only names."""

from __future__ import annotations

import pytest

import detente

ADDRESS = """PRESIDENT {own}: Good morning. Imports from {other} have fallen by a third this year.

We opened two new hospitals. We will open four more before the rains. Teachers will be paid on time. The harbour
has been dredged and the railway runs again. Farmers have seed. Nobody will be left behind. The bridges are safe.

Minister {minister} is in {town} today. Thank you all for coming."""


@pytest.mark.parametrize(
    ("outlet", "own", "home", "other", "abroad", "minister", "town"),
    [
        ("Office of the President of Ghana", "MAHAMA", "GHA", "Vietnam", "VNM", "Kwabena Osei", "Kumasi"),
        ("Presidency of the Republic of Chile", "BORIC", "CHL", "Norway", "NOR", "Marcela Rojo", "Concepción"),
        ("The White House", "BIDEN", "USA", "Peru", "PER", "Ellen Marsh", "Ohio"),
    ],
)
def test_a_minister_of_no_named_state_is_the_speaker_s(outlet, own, home, other, abroad, minister, town):
    reading = detente.read(
        ADDRESS.format(own=own, other=other, minister=minister, town=town), published="2023-05-04", outlet=outlet
    )
    countries = {a.country for a in reading.actors if a.name == minister}
    assert abroad not in countries
    assert not [e for e in reading.engagements if abroad in e.countries]


AFTER = """Foreign Minister {name} of {home} held talks in {abroad} on Monday.

The budget came before the house on Tuesday. Its first reading took two hours. Prices have risen for a year. Wages
have not. The opposition asked for relief. Nobody spoke against it. The vote is due in June.

{surname} then met officials of the finance department about the tax on fuel."""


@pytest.mark.parametrize(
    ("name", "surname", "home", "iso", "abroad", "away"),
    [
        ("Tomas Rivel", "Rivel", "Paraguay", "PRY", "Lisbon", "PRT"),
        ("Adaeze Bello", "Bello", "Nigeria", "NGA", "Ottawa", "CAN"),
    ],
)
def test_who_was_abroad_long_ago_in_a_text_is_not_there_any_more(name, surname, home, iso, abroad, away):
    reading = detente.read(AFTER.format(name=name, surname=surname, home=home, abroad=abroad), published="2023-05-04")
    with_officials = [e for e in reading.engagements if any("officials" in s.text for s in e.evidence)]
    assert not any(away in e.countries for e in with_officials)
