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


@pytest.mark.parametrize(
    ("text", "form", "day"),
    [
        ("President Ruto will meet President Museveni of Uganda in Nairobi on Friday. This will be the third meeting "
         "between President Ruto and President Museveni.", "meeting", "2025-05-09"),
        ("Prime Minister Modi will host President Prabowo of Indonesia and President Marcos of the Philippines on "
         "20 May in Delhi for the first trilateral summit. At the summit, the leaders will discuss trade.",
         "summit_session", "2025-05-20"),
        ("President Ruto welcomed Ugandan President Yoweri Museveni and Tanzanian President Samia Suluhu Hassan to a "
         "trilateral summit in Naivasha on Monday. The summit is the fourth meeting between President Ruto, President "
         "Museveni and President Hassan in two years.", "summit_session", "2025-05-05"),
        ("On Monday, Foreign Minister Wong of Australia hosted her Fijian counterpart for a virtual meeting.",
         "video_call", "2025-05-05"),
        ("Japanese Foreign Minister Takeshi Iwaya had the opportunity on Monday to meet with Peru's Foreign Minister "
         "Elmer Schialer.", "meeting", "2025-05-05"),
        ("Danish Foreign Minister Lars Løkke Rasmussen opened a fair on Tuesday. Later he spoke by phone with his "
         "Norwegian counterpart.", "call", "2025-05-06"),
        ("Portuguese Foreign Minister Paulo Rangel met Angolan leaders in Luanda as the two states began an exercise "
         "on Tuesday.", "meeting", "2025-05-06"),
        ("We, the leaders of India, Brazil and South Africa, met in Johannesburg on 3 May to renew our ties.",
         "meeting", "2025-05-03"),
        ("We, the Prime Minister of Japan and the President of Kenya, held talks in Nairobi today.", "talks",
         "2025-05-08"),
        ("Statement from Prime Minister Anthony Albanese on Fiji\n\nToday I met with Prime Minister Rabuka of Fiji in "
         "Canberra. My thoughts are with the people of Fiji.", "meeting", "2025-05-08"),
    ],
)  # fmt: skip
def test_one_engagement_with_its_day(reader: Reader, text: str, form: str, day: str) -> None:
    assert [(e.form, e.when.edtf) for e in read(reader, text, "2025-05-08").engagements] == [(form, day)]


@pytest.mark.parametrize(
    "text",
    [
        "Q: Will Prime Minister Modi visit Dhaka this year?\n\nMR. MISRI: I have nothing on that.",
        "The Canadian minister speaks with her Israeli counterpart on a regular basis, the ministry said.",
        "We met with Kenya's president in Nairobi on Monday, the union said.",
    ],
)
def test_questions_habits_and_speakers_unknown_make_none(reader: Reader, text: str) -> None:
    assert not read(reader, text, "2025-05-08").engagements


@pytest.mark.parametrize(
    ("text", "status"),
    [
        (
            "Chancellor Merz will be unable to travel to Delhi next week, his spokesman said. India took note.",
            "cancelled",
        ),
        ("Ghana's president is not able to visit Togo next week, his office said.", "cancelled"),
        ("Kenya's foreign minister is able to visit Togo next week, his office said.", "announced"),
    ],
)
def test_who_is_unable_does_not_go(reader: Reader, text: str, status: str) -> None:
    assert [e.status.status for e in read(reader, text, "2025-05-08").engagements] == [status]


def test_two_days_or_weeks_later_is_no_same_day(reader: Reader) -> None:
    text = (
        "On Tuesday the Danish foreign minister, Lars Løkke Rasmussen, met his Swedish counterpart in Malmö. He had "
        "met Norway's foreign minister, Espen Barth Eide, two weeks earlier."
    )
    found = {e.countries: e.when.edtf for e in read(reader, text, "2025-05-08").engagements}
    assert found["DNK", "NOR"] != "2025-05-06"


def sides_and_people(reader: Reader, text: str) -> list[tuple[str, set[str], set[str]]]:
    found = read(reader, text, "2025-05-08").engagements
    return [
        (e.form, {str(c) for c in e.countries}, {p.actor.name for p in e.participants if p.actor.name}) for e in found
    ]


@pytest.mark.parametrize(
    ("text", "form", "sides"),
    [
        (
            "President Biden looked forward to welcoming to the White House Prime Minister Anthony Albanese of "
            "Australia and Prime Minister Narendra Modi of India.",
            "meeting",
            {"USA", "AUS", "IND"},
        ),
        (
            "Kenya's foreign minister, Musalia Mudavadi, helped arrange a meeting of Sudan's General Burhan and "
            "Ethiopia's Prime Minister Abiy Ahmed.",
            "meeting",
            {"SDN", "ETH"},
        ),
        (
            "The leaders of Kenya, Uganda, Tanzania and Rwanda released a statement following their call on Monday.",
            "call",
            {"KEN", "UGA", "TZA", "RWA"},
        ),
        (
            "The ministry released a summary of a phone call made by Chilean President Gabriel Boric last month to "
            "Peruvian President Dina Boluarte.",
            "call",
            {"CHL", "PER"},
        ),
        (
            "Latvian President Edgars Rinkēvičs will meet the leaders of the Bucharest Nine in Vilnius on Friday.",
            "meeting",
            {"LVA", "BNI"},
        ),
        (
            "India and the European Union launched talks on trade in Brussels on Monday.",
            "talks",
            {"IND", "EUE"},
        ),
    ],
)
def test_who_is_a_side_and_who_is_not(reader: Reader, text: str, form: str, sides: set[str]) -> None:
    assert [(f, s) for f, s, _ in sides_and_people(reader, text)] == [(form, sides)]


@pytest.mark.parametrize(
    "text",
    [
        "Fiji's foreign ministers and Samoa's will meet at least once a year, the communiqué says.",
        "Canada will keep up a regular and direct dialogue with Saudi Arabia, Foreign Minister Anita Anand said.",
        "Japan's foreign minister is looking for ways to meet her Chinese counterpart this year.",
        "Spain and Portugal agreed to go on supporting negotiations to end the tax row, their ministers said.",
    ],
)
def test_what_is_done_in_general_is_none(reader: Reader, text: str) -> None:
    assert not read(reader, text, "2025-05-08").engagements


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Danish Prime Minister Mette Frederiksen had to postpone her trip to Chile. She looks forward to rescheduling "
         "the trip.", "postponed"),
        ("A phone call by Peruvian Foreign Minister Elmer Schialer to Bolivian Foreign Minister Celinda Sosa went "
         "unanswered.", "unanswered"),
        ("The committee asked for a transcript of a call between Chilean President Gabriel Boric and Peruvian "
         "President Dina Boluarte in late April.", "held"),
    ],
)  # fmt: skip
def test_how_it_stands(reader: Reader, text: str, status: str) -> None:
    assert [e.status.status for e in read(reader, text, "2025-05-08").engagements] == [status]


def test_a_matter_somewhere_is_no_place_of_the_call(reader: Reader) -> None:
    text = (
        "President Macron spoke this morning with Prime Minister Netanyahu of Israel. The leaders discussed "
        "developments in Gaza."
    )
    (call,) = read(reader, text, "2025-05-08").engagements
    assert not call.places
