"""Who demands of a state is not of it; whose words a paper cites, and who comments on a matter, has spoken."""

import pytest

import detente

CALL = (
    "Kenyan Foreign Minister Musalia Mudavadi spoke by telephone with Ugandan Foreign Minister Jeje Odongo on Thursday."
)


@pytest.mark.parametrize(
    ("told", "holder"),
    [
        ("The Minister demanded that Nairobi free the drivers.", "UGA"),
        ("The minister insisted that Kenya pay the hauliers.", "UGA"),
        ("The minister demanded that Kampala free the drivers.", "KEN"),
    ],
)
def test_a_minister_demands_nothing_of_his_own_state(told: str, holder: str) -> None:
    record = detente.read(f"{CALL}\n\n{told}", published="2024-05-10")
    assert {p.holder.country for p in record.positions if p.kind == "demand"} == {holder}


@pytest.mark.parametrize(
    ("told", "speaker"),
    [
        (
            'Historian Ana Reis sees no plan. "They sign today and forget tomorrow," the weekly quoted her words.',
            "Ana Reis",
        ),
        ("Analyst Meera Joshi doubts the plan. “They sign and forget,” the newspaper cites her words.", "Meera Joshi"),
        ("“They sign and forget,” the radio quoted the words of historian Adama Traoré.", "Adama Traoré"),
        ("The situation was commented on also by analyst Lan Nguyen. “Nobody wants a flood.”", "Lan Nguyen"),
    ],
)
def test_whose_words_are_given(told: str, speaker: str) -> None:
    record = detente.read(told, published="2024-05-10")
    direct = [s for s in record.statements if s.kind == "direct"]
    assert [s.speaker.name if s.speaker else None for s in direct] == [speaker]


@pytest.mark.parametrize(
    "told",
    [
        "Analyst Meera Joshi doubts the plan. The newspaper cites her words.",
        "The minister was received by President William Ruto in Nairobi. “We liked what we heard.”",
    ],
)
def test_words_of_nobody_told_are_given_to_nobody(told: str) -> None:
    record = detente.read(told, published="2024-05-10")
    names = {s.speaker.name for s in record.statements if s.kind == "direct" and s.speaker}
    assert not names & {"Meera Joshi", "William Ruto"}
