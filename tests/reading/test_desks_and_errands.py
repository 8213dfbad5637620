"""Who prepares a visit and from which desk: directors, deputies and ministers told without their state; two ministers
told together; a leader's words parted by their teller."""

from __future__ import annotations

import pytest

from detente.reading.reader import Reader
from tests.conftest import read

DAY = "2024-05-10"
LAST_WEEK = "2024-04-29/2024-05-05"
BOLIVIA = (
    "Bolivia's foreign minister, Celinda Sosa, will travel to Lima on May 20 for talks with her Peruvian counterpart, "
    "Javier González-Olaechea, her ministry said on Thursday.\n\n"
)
KENYA = (
    "Kenyan Foreign Minister Musalia Mudavadi telephoned his Ugandan counterpart, Jeje Odongo, on Thursday ahead of a "
    "visit to Kampala next week, the Kenyan ministry said.\n\n"
)


@pytest.mark.parametrize(
    "post",
    [
        "Rosa Quispe, who heads the ministry’s Americas department,",
        "Rosa Quispe, head of the Peru desk,",
        "Rosa Quispe, head of the American Department,",
        "Rosa Quispe, the director of American affairs,",
        "Rosa Quispe, director of the Department of American Affairs,",
        "Rosa Quispe, the ministry’s political director,",
        "Rosa Quispe, the ministry’s deputy secretary-general,",
        "Rosa Quispe, a senior official in the foreign ministry,",
        "A senior ministry official, Rosa Quispe,",
        "The ministry's number two, Rosa Quispe,",
        "The foreign ministry’s director for Peru, Rosa Quispe,",
        "The foreign ministry’s Peru director, Rosa Quispe,",
        "Secretary general Rosa Quispe, the most senior official at the foreign ministry,",
    ],
)
def test_a_desk_is_its_own_ministry_s(reader: Reader, post: str) -> None:
    found = read(reader, f"{BOLIVIA}{post} travelled to Lima last week for talks with officials.", DAY).engagements
    own = [e for e in found if any(p.actor.name == "Rosa Quispe" for p in e.participants)]
    assert [(set(e.countries), e.when.edtf) for e in own][:1] == [({"BOL", "PER"}, LAST_WEEK)]


@pytest.mark.parametrize(
    ("post", "country"),
    [
        ("the head of Peru's American department", "PER"),
        ("the director of the Peruvian bureau of statistics", "PER"),
        ("director of the Pacific Institute, a think tank", None),
        ("the company's director for the Americas", None),
    ],
)
def test_what_is_another_s_or_nobody_s(reader: Reader, post: str, country: str | None) -> None:
    found = read(reader, f"{BOLIVIA}“It will rain,” said Rosa Quispe, {post}.", DAY).statements
    (speaker,) = {s.speaker.country for s in found if s.speaker and s.speaker.name == "Rosa Quispe"}
    assert speaker in (country, None)


@pytest.mark.parametrize(
    "told",
    [
        "Much was settled by Deputy Foreign Minister Elmer Catarina, who travelled to Lima last week.",
        "Deputy Foreign Minister Elmer Catarina paid a visit to the Peruvian capital last week.",
        "La Paz sent its deputy foreign minister, Elmer Catarina, to Lima last week.",
    ],
)
def test_who_goes_there_is_not_of_there(reader: Reader, told: str) -> None:
    found = read(reader, BOLIVIA + told, DAY).engagements
    (errand,) = [e for e in found if any(p.actor.name == "Elmer Catarina" for p in e.participants)]
    assert (errand.status.status, set(errand.countries), errand.when.edtf) == ("held", {"BOL", "PER"}, LAST_WEEK)
    assert {p.actor.country for p in errand.participants if p.actor.name == "Elmer Catarina"} == {"BOL"}


def test_who_will_be_sent_has_not_gone(reader: Reader) -> None:
    text = f"{BOLIVIA}Bolivia will send Deputy Foreign Minister Elmer Catarina to Lima next week."
    found = [e for e in read(reader, text, DAY).engagements if e.form == "visit"]
    assert {e.status.status for e in found} == {"announced"}


@pytest.mark.parametrize(
    "told",
    [
        "Otieno Njenga and Sanyu Kato, the two countries' trade ministers, met in Nairobi in April to discuss sugar.",
        "Otieno Njenga and Sanyu Kato, the trade ministers of Kenya and Uganda, met in Nairobi in April.",
        "The two trade ministers, Otieno Njenga and Sanyu Kato, met in Nairobi in April to discuss sugar.",
        "Trade ministers Otieno Njenga and Sanyu Kato met in Nairobi in April to discuss sugar.",
        "Consultations between trade ministers Otieno Njenga and Sanyu Kato took place in Nairobi in April.",
    ],
)
def test_two_ministers_told_together(reader: Reader, told: str) -> None:
    found = [e for e in read(reader, KENYA + told, DAY).engagements if e.when.edtf == "2024-04"]
    sides = [{p.actor.name: p.actor.country for p in e.participants} for e in found]
    assert sides == [{"Otieno Njenga": "KEN", "Sanyu Kato": "UGA"}]


@pytest.mark.parametrize(
    "told",
    [
        "Trade Minister Otieno Njenga had Sanyu Kato, the Ugandan minister of trade, as his guest in Nairobi in April.",
        "In April, the minister of trade and industry, Otieno Njenga, received in Nairobi Uganda’s new trade minister, "
        "Sanyu Kato, with whom he reviewed sugar quotas.",
        "Trade Minister Otieno Njenga welcomed Uganda's trade minister, Sanyu Kato, to Nairobi in April; the two spoke "
        "about sugar.",
        "In April Nairobi hosted a meeting of Trade Minister Otieno Njenga with Uganda's Sanyu Kato on sugar.",
    ],
)
def test_a_host_and_a_guest(reader: Reader, told: str) -> None:
    found = [e for e in read(reader, KENYA + told, DAY).engagements if e.when.edtf == "2024-04"]
    assert [(e.form, e.status.status, [p.name for p in e.places]) for e in found] == [("meeting", "held", ["Nairobi"])]
    sides = {p.actor.name: p.actor.country for p in found[0].participants}
    assert sides == {"Otieno Njenga": "KEN", "Sanyu Kato": "UGA"}
    assert not [e for e in read(reader, KENYA + told, DAY).engagements if e.form == "call" and e.when.edtf is None]


def test_nobody_is_of_a_state_that_is_only_told_of(reader: Reader) -> None:
    text = (
        "Canadian Foreign Minister Mélanie Joly telephoned her Saudi counterpart, Faisal bin Farhan, on Thursday about "
        "the war in Sudan. Canadians had left Sudan by ship, and Sudan is to be spoken of again.\n\n"
        "International Trade Minister Ruth Penner hosted Saudi Commerce Minister Fahd al-Otaibi in Ottawa in April."
    )
    found = [e for e in read(reader, text, DAY).engagements if e.when.edtf == "2024-04"]
    assert [set(e.countries) for e in found] == [{"CAN", "SAU"}]


def test_a_ministry_that_tells_is_no_place_of_what_it_tells(reader: Reader) -> None:
    text = (
        "Norwegian Foreign Minister Espen Barth Eide will fly to Riga on Monday to meet his Latvian counterpart, Baiba "
        "Braže, the ministry in Oslo announced."
    )
    found = read(reader, text, DAY).engagements
    assert {p.name for e in found for p in e.places} == {"Riga"}


@pytest.mark.parametrize(
    ("told", "needle", "when"),
    [
        ("“The lake,” President William Ruto said on Tuesday, “belongs to us all.”", "belongs to us all", "2024-05-07"),
        (
            "In an interview with the daily Nation published on Sunday, President William Ruto said: “It is our lake.”",
            "It is our lake",
            "2024-05-05",
        ),
        (
            "President William Ruto spoke on Tuesday. On Sunday he had promised “a deal without losers”.",
            "a deal without losers",
            "2024-05-05",
        ),
        ("“We met on Tuesday,” President William Ruto said.", "We met on Tuesday", None),
    ],
)
def test_the_day_of_a_leader_s_words(reader: Reader, told: str, needle: str, when: str | None) -> None:
    found = [s for s in read(reader, KENYA + told, DAY).statements if needle in s.content.text]
    assert [(s.speaker and s.speaker.name, s.on_behalf_of, s.when.edtf) for s in found] == [
        ("William Ruto", "KEN", when)
    ]


@pytest.mark.parametrize(
    ("told", "form"),
    [
        (
            "Deputy Minister Rose Wanja chaired political consultations in Kampala last week with Ugandan officials.",
            "talks",
        ),
        ("Secretary-General Rose Wanja of the foreign ministry was in Kampala last week.", "visit"),
        (
            "Trade Minister Rose Wanja paid a call on Uganda's trade minister, Sanyu Kato, in Kampala last week.",
            "meeting",
        ),
    ],
)
def test_consultations_calls_and_parted_titles(reader: Reader, told: str, form: str) -> None:
    found = read(reader, KENYA + told, DAY).engagements
    own = [e for e in found if any(p.actor.name == "Rose Wanja" for p in e.participants)]
    assert [(e.form, e.status.status, e.when.edtf, [p.name for p in e.places]) for e in own] == [
        (form, "held", LAST_WEEK, ["Kampala"])
    ]
    assert set(own[0].countries) == {"KEN", "UGA"}


def test_a_paragraph_takes_up_the_words_before_it(reader: Reader) -> None:
    text = "“Nobody fences a lake.”\n\nWith that phrase President William Ruto, on a visit to Kisumu on 4 May, began."
    (said,) = read(reader, KENYA + text, DAY).statements[-1:]
    assert (said.speaker and said.speaker.name, said.when.edtf) == ("William Ruto", "2024-05-04")


def test_a_paragraph_of_its_own_takes_up_nothing(reader: Reader) -> None:
    text = "“Nobody fences a lake.”\n\nThat lake is long, President William Ruto said on Monday."
    found = [s for s in read(reader, KENYA + text, DAY).statements if "fences" in s.content.text]
    assert [s.speaker for s in found] == [None]
