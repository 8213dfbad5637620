"""What offices of state write: their own officials without a country, plans put off and moved, mediators."""

# ruff: noqa: E501

from __future__ import annotations

from dataclasses import replace

import pytest

from detente.inputs.frozen import document_of
from detente.model import Edtf, Reading
from detente.reading.reader import Reader
from tests.conftest import read


def own(reader: Reader, outlet: str, text: str, published: str = "2024-03-06") -> Reading:
    """The reading of an office's own text."""
    document = document_of(text, published=Edtf(published))
    return reader.read(replace(document, source=replace(document.source, outlet=outlet)))


@pytest.mark.parametrize(
    ("outlet", "text", "side"),
    [
        (
            "Ministry of Foreign Affairs of the Republic of Peru",
            "The meeting of Foreign Minister Javier González-Olaechea and Foreign Minister Alberto van Klaveren was put off "
            "to April, Spokesperson Rosa Quispe said.",
            "PER",
        ),
        (
            "Presidency of the Republic of Kazakhstan",
            "President Kassym-Jomart Tokayev received the Foreign Minister of Turkmenistan, Rashid Meredov, in Astana on "
            "Tuesday, the Spokesman for the President, Berik Uali, reported.",
            "KAZ",
        ),
        (
            "Ministry of Foreign Affairs, Kenya",
            "The Foreign Minister of Tanzania, January Makamba, promised that the border post would reopen, Official "
            "Spokesperson Ambassador Jane Wanjiru stated.",
            "KEN",
        ),
    ],
)
def test_who_speaks_in_a_states_own_text_speaks_for_it(reader: Reader, outlet: str, text: str, side: str) -> None:
    spokesmen = [s for s in own(reader, outlet, text).statements if s.speaker and "poke" in (s.speaker.post or "")]
    assert {s.on_behalf_of for s in spokesmen} <= {side}
    assert [t.country for t in own(reader, outlet, text).tenures if "poke" in t.post] == [side]


def test_a_rank_before_the_name_of_who_holds_an_office(reader: Reader) -> None:
    text = (
        "The visit to Manama of the Iraqi Deputy Minister of Foreign Affairs, Ambassador Hisham Al-Alawi, was put off."
    )
    found = own(reader, "Ministry of Foreign Affairs, Bahrain", text)
    assert [(t.person, t.post, t.country) for t in found.tenures] == [
        ("Hisham Al-Alawi", "Deputy Minister of Foreign Affairs", "IRQ")
    ]


@pytest.mark.parametrize(
    ("text", "name", "when"),
    [
        ("A visit to Vilnius by Polish Defence Minister Wladyslaw Kosiniak-Kamysz, which had been scheduled for May 20, "
         "has been called off because of floods.", "Wladyslaw Kosiniak-Kamysz", "2024-05-20"),
        ("Georgia postponed a trip to Baku by its economy minister, Levan Davitashvili, that was to begin on May 13.",
         "Levan Davitashvili", "2024-05-13"),
        ("Bolivia put off a visit to Lima by Jorge Quiroz, deputy head of its customs service, that was to begin on May 12.",
         "Jorge Quiroz", "2024-05-12"),
        ("The postponement of the visit of Indian Foreign Secretary Vikram Misri to Islamabad on May 12 was regretted.",
         "Vikram Misri", "2024-05-12"),
    ],
)  # fmt: skip
def test_visits_put_off_whose_traveller_is_told_after_the_place(
    reader: Reader, text: str, name: str, when: str
) -> None:
    visits = [e for e in read(reader, text).engagements if e.form == "visit"]
    assert [(e.status.status in ("cancelled", "postponed"), e.when.edtf) for e in visits] == [(True, when)]
    assert name in [p.actor.name for p in visits[0].participants]


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("The visit of Croatian Prime Minister Andrej Plenkovic to Belgrade, planned for Monday, has been put off and is "
         "now to take place on May 20.", "2024-05-20"),
        ("Talks between Nepal's Foreign Minister Narayan Kaji Shrestha and Bhutan's Foreign Minister D. N. Dhungyel, due on "
         "May 10, were delayed and will start on May 15 instead.", "2024-05-15"),
        ("Kuwait put off a visit to Amman by Foreign Minister Abdullah Al-Yahya from May 10 to May 17.", "2024-05-17"),
        ("Foreign Minister Espen Barth Eide's trip to Kyiv, originally set for May 3, was moved to June 14.", "2024-06-14"),
        ("The meeting of the Egyptian and Sudanese irrigation ministers, first set for May 10, will now take place on May "
         "24, Cairo said.", "2024-05-24"),
    ],
)  # fmt: skip
def test_a_plan_moved_to_another_day(reader: Reader, text: str, when: str) -> None:
    [moved] = read(reader, text).engagements
    assert (moved.status.status, moved.when.edtf) == ("rescheduled", when)


def test_a_cancellation_that_is_only_asked_for_leaves_the_plan(reader: Reader) -> None:
    text = (
        "Opposition leaders demanded the cancellation of Prime Minister Anwar Ibrahim's visit to Indonesia on May 12."
    )
    assert [e.status.status for e in read(reader, text).engagements] == ["announced"]


@pytest.mark.parametrize(
    ("text", "mediator"),
    [
        ("The delegations led by Serbian Foreign Minister Ivica Dacic and Croatian Foreign Minister Gordan Grlic-Radman "
         "held talks in Vienna on Tuesday with the mediation of Austrian Foreign Minister Alexander Schallenberg.", None),
        ("With Omani Foreign Minister Badr Albusaidi as mediator, Iranian Foreign Minister Hossein Amir-Abdollahian and "
         "Saudi Foreign Minister Faisal bin Farhan held talks in Muscat on Tuesday.", "Badr Albusaidi"),
        ("French Foreign Minister Stéphane Séjourné hosted Armenian Foreign Minister Ararat Mirzoyan and Azerbaijani "
         "Foreign Minister Jeyhun Bayramov for talks in Paris on Tuesday.", "Stéphane Séjourné"),
    ],
)  # fmt: skip
def test_mediators_are_no_side(reader: Reader, text: str, mediator: str | None) -> None:
    [talks] = read(reader, text).engagements
    assert [p.actor.name for p in talks.participants if p.role == "mediator"] == ([mediator] if mediator else [])
    assert len([p for p in talks.participants if p.role != "mediator"]) == 2


def test_a_day_told_after_the_place_is_that_of_the_meeting_declined(reader: Reader) -> None:
    text = "Hungary had declined a meeting of Prime Minister Viktor Orban and Moldovan President Maia Sandu at Mimi Castle on Monday, an aide said on Tuesday."
    [declined] = read(reader, text).engagements
    assert (declined.status.status, declined.when.edtf) == ("declined", "2024-05-06")


def test_bare_names_of_the_leaders_of_states_that_the_text_names(reader: Reader) -> None:
    text = "Armenia's foreign ministry said that the offer stood. Pashinyan and Aliyev had talked of it when they met in Munich on February 17."
    [met] = read(reader, text).engagements
    assert set(met.countries) == {"ARM", "AZE"}


@pytest.mark.parametrize(
    ("told", "reason"),
    [
        ("It did so because of remarks by a deputy minister.", "remarks"),
        ("The decision was taken because of a drilling ship off Paphos.", "drilling ship"),
        ("The reason was the burning of a flag.", "burning of a flag"),
        ("Nicosia cited a heavy schedule.", "heavy schedule"),
    ],
)
def test_the_next_sentence_says_why_it_was_called_off(reader: Reader, told: str, reason: str) -> None:
    text = f"Cyprus has called off the visit of Foreign Minister Constantinos Kombos to Ankara. {told}"
    [off] = read(reader, text).engagements
    assert off.status.status == "cancelled" and off.status.reason is not None
    assert reason in off.status.reason.text


MET = "Maltese Prime Minister Robert Abela received Libyan Prime Minister Abdul Hamid Dbeibeh in Valletta on Tuesday. "


@pytest.mark.parametrize(
    ("text", "by", "content", "ascribed_by"),
    [
        (MET + "It was agreed that flights would resume by July.", {"MLT", "LBY"}, "flights would resume by July", None),
        (MET + "The ministers agreed to reopen the pier.", {"MLT", "LBY"}, "to reopen the pier", None),
        (MET + "Dbeibeh gave his word that Libya would pay the hospitals.", {"LBY"}, "would pay the hospitals", "LBY"),
        (MET + "Abela welcomed Libya's promise to fund two boats.", {"LBY"}, "to fund two boats", "MLT"),
        ("The two governments issued a joint statement. Chad will free 12 Libyan fishermen and Libya will return two "
         "trucks, the statement says.", {"TCD"}, "free 12 Libyan fishermen", "TCD"),
        ("Under the deal, Sudan will reopen the crossing at Adre and Chad will supply guards.", {"TCD"},
         "Chad will supply guards", "TCD"),
    ],
)  # fmt: skip
def test_promises_that_several_make_or_another_tells(
    reader: Reader, text: str, by: set[str], content: str, ascribed_by: str | None
) -> None:
    found = [c for c in read(reader, text).commitments if content in c.content.text]
    assert [set(c.by) for c in found] == [by]
    assert ascribed_by in (None, found[0].ascribed_by)


@pytest.mark.parametrize(
    ("text", "person", "change"),
    [
        ("Egyptian President Abdel Fattah al-Sisi on Monday relieved Sameh Shoukry of his duties as foreign minister.",
         "Sameh Shoukry", "removed"),
        ("Ukraine's parliament accepted the resignation of Foreign Minister Dmytro Kuleba on Monday.",
         "Dmytro Kuleba", "resigned"),
        ("Foreign Minister Dmytro Kuleba of Ukraine left on Monday. Andrii Sybiha succeeds him.",
         "Andrii Sybiha", "appointed"),
    ],
)  # fmt: skip
def test_posts_left_and_taken_over(reader: Reader, text: str, person: str, change: str) -> None:
    assert (person, change) in {(t.person, t.change) for t in read(reader, text).tenures}


@pytest.mark.parametrize(
    ("text", "countries", "when"),
    [
        ("The third round of talks on fishing, which Norway and Iceland held in Bergen from 2 to 4 May, ended without a "
         "deal.", {"NOR", "ISL"}, "2024-05-02/2024-05-04"),
        ("Togo and Benin blamed each other on Monday for the failure of the second round of talks on their border, which "
         "ended in Cotonou on Friday.", {"TGO", "BEN"}, "2024-05-03"),
        ("The Tunisian-Libyan joint commission met in Tripoli on Sunday.", {"TUN", "LBY"}, "2024-05-05"),
        ("Oman's foreign ministry confirmed talks between its foreign minister, Badr Albusaidi, and his Yemeni counterpart "
         "on May 10.", {"OMN", "YEM"}, "2024-05-10"),
    ],
)  # fmt: skip
def test_whose_talks_and_when(reader: Reader, text: str, countries: set[str], when: str) -> None:
    [talks] = read(reader, text).engagements
    assert (set(talks.countries), talks.when.edtf) == (countries, when)


@pytest.mark.parametrize(
    "text",
    [
        "Serbian President Aleksandar Vucic told a conference in Belgrade on Monday that Kosovo Prime Minister Albin Kurti and "
        "French President Emmanuel Macron were late.",
        "Ethiopia beat Egypt 2-0 in the qualifiers for the cup on Monday. The two sides will meet again in Cairo in June.",
        "The two leaders spoke of peace. Kyiv called its ambassador in Tbilisi home in July in protest at the arrest.",
        "Greek Prime Minister Kyriakos Mitsotakis and Turkish President Recep Tayyip Erdogan both spoke of a new page.",
    ],
)  # fmt: skip
def test_what_is_no_engagement(reader: Reader, text: str) -> None:
    assert read(reader, text).engagements == ()


@pytest.mark.parametrize("title", ["Vice Ministers of Foreign Affairs", "Ministers of Defence", "trade ministers"])
def test_ministers_of_two_states_under_one_title(reader: Reader, title: str) -> None:
    [met] = read(reader, f"The {title} of Costa Rica and Panama met in Lima on Monday.").engagements
    assert set(met.countries) == {"CRI", "PAN"}


def test_a_minister_keeps_his_state_beside_his_counterpart(reader: Reader) -> None:
    text = "Chile called off a meeting between its trade minister, Juan Pardo, and his Bolivian counterpart."
    assert [(t.person, t.country) for t in read(reader, text).tenures] == [("Juan Pardo", "CHL")]


def test_who_hosts_two_others_for_talks_promises_nothing(reader: Reader) -> None:
    text = (
        "Turkish Foreign Minister Hakan Fidan hosted Somali Foreign Minister Ahmed Moallim Fiqi and Ethiopian Foreign Minister "
        "Taye Atske Selassie for talks in Ankara on Monday. The ministers agreed to hold another round in June."
    )
    [promise] = read(reader, text).commitments
    assert set(promise.by) == {"SOM", "ETH"}


def test_the_ministry_of_an_offices_own_text_is_its_own(reader: Reader) -> None:
    text = (
        "In Kinshasa, Foreign Minister Demeke Mekonnen took part in a meeting with Egypt and Sudan. Ethiopia will not sign the "
        "text, the Ministry said."
    )
    spoken = own(reader, "Ministry of Foreign Affairs of Ethiopia", text).statements
    assert {s.on_behalf_of for s in spoken} == {"ETH"}
