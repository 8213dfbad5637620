"""Words of an engagement that tell of none: signals, audiences, briefings, memberships, posts, and sides far away."""

from __future__ import annotations

import pytest

from detente.reading.reader import Reader
from tests.conftest import read


@pytest.mark.parametrize(
    "text",
    [
        "Ghana's president, John Mahama, said on Monday that the vote sent a clear message to Togo.",
        "Irish Prime Minister Micheál Martin wants to stand with President Sandu and send a firm message that Europe "
        "will not tire.",
        "Spanish Prime Minister Pedro Sánchez said his message to President Milei was simple: pay up.",
        "Fiji and Samoa are united in sending the message to all nations that reefs are no dump.",
        "Our message to Beijing is clear, Palau's President Surangel Whipps said.",
        "Zambian President Hakainde Hichilema spoke to the nation on Sunday about Malawi.",
        "Ukrainian President Volodymyr Zelensky spoke to the Canadian parliament on Wednesday.",
        "Thank you for joining this press call with Foreign Secretary Vikram Misri on Nepal and Prime Minister Oli.",
        "If anybody thinks Putin will stop at Ukraine, Latvian President Edgars Rinkēvičs said, he is wrong.",
        "Iceland looks forward to welcoming Sweden to the pact, Prime Minister Kristrún Frostadóttir said.",
        "Norway's prime minister, Jonas Gahr Støre, welcomed Denmark as the first member of the new fund.",
        "Oman will be the first state to receive the new American jets, its defence minister said.",
        "Malaysia welcomes the UK's presidency of the council, Foreign Minister Mohamad Hasan said.",
        "Kenya's special envoy for Sudan negotiations, Grace Oyelaran, resigned on Friday. Sudan thanked him.",
        "The EU's chief negotiator for the Mercosur talks, Anna Berg, saw farmers in Ireland on Monday.",
    ],
)
def test_words_of_an_engagement_that_mean_something_else(reader: Reader, text: str) -> None:
    assert not read(reader, text, "2025-05-08").engagements


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("President Ruto sent a message to President Museveni of Uganda on Monday.", "correspondence"),
        ("An envoy handed over a strong message from President Sisi of Egypt to President Erdogan.", "correspondence"),
        ("Omani Sultan Haitham sent Iranian President Pezeshkian a written message on Monday.", "correspondence"),
        ("Turkish President Recep Tayyip Erdogan will stop in Baku on Friday.", "visit"),
        ("President Mahama welcomed Prime Minister Sall of Senegal to the palace on Tuesday.", "meeting"),
        ("Oman received an American delegation in Muscat on Monday.", "meeting"),
        ("Finnish President Alexander Stubb spoke to Indian Prime Minister Narendra Modi on Monday.", "call"),
        ("Chad's chief negotiator at the talks with Niger in Lomé, Ali Haroun, said they went well.", "talks"),
    ],
)
def test_the_like_words_of_an_engagement_stand(reader: Reader, text: str, form: str) -> None:
    assert form in [e.form for e in read(reader, text, "2025-05-08").engagements]


LONG = (
    "Peru's president, Dina Boluarte, praised her Chilean counterpart, Gabriel Boric. Fish is dear. Bread is dearer. "
    "The harbour was dredged. Two cranes fell. No one was hurt. The rain went on. Roads were shut. Schools too. "
    "The mills stood still. Wages rose a little. Rents rose more. The port lost money. Ships waited. Crews slept. "
    "Cooks grumbled. A bridge was painted. A tower was sold. Buses ran late. Trains did not run. The post was slow. "
    "A choir sang. A dog barked. The lamps went out. They came on again. The mayor was pleased. "
)


def test_in_a_long_text_a_side_far_away_is_not_lent(reader: Reader) -> None:
    told = LONG + "The time has come to start talks with Bolivia on the river."
    assert not [e for e in read(reader, told, "2025-05-08").engagements if set(e.countries) & {"PER", "CHL"}]


def test_what_the_text_told_of_is_joined_from_far_away(reader: Reader) -> None:
    told = (
        "Dina Boluarte of Peru met President Boric of Chile in Lima on Monday. " + LONG + "The meeting lasted an hour."
    )
    (found,) = read(reader, told, "2025-05-08").engagements
    assert set(found.countries) == {"PER", "CHL"}


def test_who_has_the_word_is_not_spoken_of(reader: Reader) -> None:
    text = (
        "MS. HALE: Here is National Security Advisor Jake Sullivan.\n\n"
        "MR. SULLIVAN: Thanks. President Biden rested on Sunday. He met Prime Minister Trudeau of Canada yesterday.\n\n"
        "MS. HALE: Thank you."
    )
    (found,) = read(reader, text, "2023-05-10").engagements
    assert {p.actor.name for p in found.participants} == {"Joe Biden", "Justin Trudeau"}
