"""Longer texts: who "the two" and "the guest" are, whom the next sentence names, rounds that are only counted, whose
paper a text is on."""

from __future__ import annotations

import pytest

from detente.inputs import document_of
from detente.inputs.published import parse_published
from detente.model import Engagement
from detente.reading.actors.letterhead import letterhead
from detente.run.local import reader

READER = reader()


def read(text: str, day: str | None = "2024-06-10") -> list[Engagement]:
    return list(READER.read(document_of(text, published=parse_published(day) if day else None)).engagements)


def names(engagement: Engagement) -> set[str]:
    return {p.actor.name for p in engagement.participants if p.actor.name and p.actor.kind == "person"}


def test_the_pair_are_those_named_together_last() -> None:
    found = read(
        "Presidents Daniel Noboa and Dina Boluarte met in Quito in January. The details were left to two deputy "
        "ministers, Ana Paredes and Tomás Luna. The pair met in Loja in March and are to meet again in Piura in July."
    )
    assert [names(e) for e in found][1:] == [{"Ana Paredes", "Tomás Luna"}] * 2
    assert all(set(e.countries) == {"ECU", "PER"} for e in found)


def test_they_are_those_whom_two_states_appointed() -> None:
    found = read(
        "On Friday it was the turn of the envoys whom Kenya and Ethiopia named to settle the dispute, Grace Mutua and "
        "Dawit Bekele. They shook hands at Moyale.\n\nThe presidents, William Ruto and Taye Atske Selassie, rang each "
        "other in May."
    )
    assert names(found[0]) == {"Grace Mutua", "Dawit Bekele"} and set(found[0].countries) == {"KEN", "ETH"}


@pytest.mark.parametrize(
    "text",
    [
        "The trade ministers of Kenya and Uganda, Rebecca Wanjiru and Francis Okello, met in Kisumu on Monday.",
        "The trade ministers of Kenya and Uganda met in Kisumu on Monday.\n\nRebecca Wanjiru, for Kenya, and Francis "
        "Okello, for Uganda, signed a plan.",
    ],
)
def test_ministers_of_two_states_are_one_of_each(text: str) -> None:
    (one,) = read(text)
    assert {p.on_behalf_of: p.actor.name for p in one.participants} == {
        "KEN": "Rebecca Wanjiru",
        "UGA": "Francis Okello",
    }


def test_met_here_and_there_are_two() -> None:
    found = read(
        "Espen Barth Eide of Norway and Elina Valtonen of Finland met in Oslo in March and in Helsinki in May."
    )
    assert [e.when.edtf for e in found] == ["2024-03", "2024-05"]


def test_counted_rounds_are_between_the_same_states() -> None:
    found = read(
        "Ugandan and Rwandan officials ended a third round of talks in Kigali on Friday. The first was held in Kampala "
        "in March. A fourth round is meant to follow in Mbarara."
    )
    assert [(e.when.edtf, e.status.status) for e in found] == [
        ("2024-06-07", "held"), ("2024-03", "held"), (None, "announced"),
    ]  # fmt: skip


def test_a_body_that_they_set_up_is_theirs() -> None:
    found = read(
        "Chilean Foreign Minister Alberto van Klaveren received his Peruvian counterpart, Javier González-Olaechea, in "
        "Santiago on Friday. The parties agreed to set up a working group. Its first sitting will be held in July."
    )
    assert (set(found[1].countries), found[1].when.edtf) == ({"CHL", "PER"}, "2024-07")


def test_who_spoke_is_named_by_the_next_sentence() -> None:
    (one,) = read(
        "Latvia summoned Belarus's ambassador on Friday. State Secretary Andžejs Viļumsons told the envoy, Igor "
        "Nazaruk, that the balloons must stop."
    )
    assert names(one) == {"Andžejs Viļumsons", "Igor Nazaruk"}


def test_rank_keeps_the_next_sentence_apart() -> None:
    found = read(
        "The foreign ministers of Oman and Iran met in Muscat on Sunday. Sultan Haitham told President Masoud "
        "Pezeshkian by telephone that he was glad."
    )
    assert names(found[0]) == set()


def test_whom_an_invitation_is_made_to_goes_there() -> None:
    (one,) = read(
        "President William Ruto renewed his invitation to President Bola Tinubu to pay a state visit to Kenya."
    )
    assert (one.form, one.countries[0], names(one) - {"William Ruto"}) == ("visit", "NGA", {"Bola Tinubu"})


def test_what_is_done_during_a_visit_dates_and_is_dated() -> None:
    found = read("President William Ruto paid a visit to Seoul in March, during which he met President Yoon Suk Yeol.")
    assert {e.when.edtf for e in found} == {"2024-03"}
    found = read(
        "Brazil's Mauro Vieira flies to Luanda, where he is to be received on Friday by Tete António of Angola."
    )
    assert {e.when.edtf for e in found} == {"2024-06-14"}


def test_another_is_planned_after_one_was_dropped() -> None:
    found = read(
        "Norwegian Prime Minister Jonas Gahr Støre met Finnish President Alexander Stubb in Oslo on Monday. Mr Støre "
        "was content. A meeting with Denmark's Prime Minister, Mette Frederiksen, was called off. The two are likely "
        "to meet in Copenhagen in July, Mr Støre said."
    )
    assert [(e.status.status, set(e.countries)) for e in found][1:] == [
        ("cancelled", {"DNK", "NOR"}), ("mooted", {"DNK", "NOR"}),
    ]  # fmt: skip


def test_a_letter_is_of_who_wrote_it() -> None:
    (one,) = read(
        "Omani Foreign Minister Badr al-Busaidi handed a letter from Sultan Haitham bin Tariq to Iranian President "
        "Masoud Pezeshkian in Tehran on Sunday."
    )
    assert names(one) == {"Haitham bin Tariq", "Masoud Pezeshkian"}


def test_a_letterhead_tells_whose_officials_are_meant() -> None:
    (one,) = read(
        "Ministry of Foreign Affairs\nRepublic of Kenya\n\nThe Minister for Foreign Affairs, Joyce Kamau, received the "
        "ambassador of Ghana on Monday."
    )
    assert set(one.countries) == {"KEN", "GHA"}


def test_a_headline_is_no_letterhead() -> None:
    assert letterhead("Ministry of Defence of Ukraine reports losses\n\nKYIV", READER.voices) is None
    assert letterhead("Embassy of Japan in Kenya\n\n3 June", READER.voices) == "Embassy of Japan in Kenya"
