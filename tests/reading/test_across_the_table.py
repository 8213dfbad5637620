"""Who sits across a table: states named together in one word, officials named together, groups that are sent."""

import pytest

from detente.inputs import document_of
from detente.model import Edtf, Reading, Source
from detente.reading.reader import Reader
from tests.conftest import read


def sides(reading: Reading) -> list[set[str]]:
    return [set(e.countries) for e in reading.engagements]


def people(reading: Reading) -> dict[str, str | None]:
    return {p.actor.name or "": p.actor.country for e in reading.engagements for p in e.participants}


@pytest.mark.parametrize(("text", "pair"), [
    ("Inter-Korean talks were held in Kaesong on Thursday.", {"KOR", "PRK"}),
    ("The north-south Korean talks due at Kaesong on May 16 were cancelled.", {"KOR", "PRK"}),
    ("Sino-Indian talks on the border were held in Kunming on Thursday.", {"CHN", "IND"}),
    ("The Russo-Turkish talks due on May 16 were cancelled.", {"RUS", "TUR"}),
])  # fmt: skip
def test_one_word_names_both_sides(reader: Reader, text: str, pair: set[str]) -> None:
    assert sides(read(reader, text, "2024-05-08")) == [pair]


def test_a_region_is_no_pair_of_states(reader: Reader) -> None:
    assert sides(read(reader, "The next Indo-Pacific summit was held in Delhi on Thursday.", "2024-05-08")) == []


@pytest.mark.parametrize(("text", "told"), [
    ("Talks between Foreign Ministers Sari Utami and Joan Ward opened in Perth on Thursday. Indonesia and Australia "
     "have been at odds over cattle.", {"Sari Utami": "IDN", "Joan Ward": "AUS"}),
    ("Fiji and Tonga are at odds over cattle. The commissioners, Iliesa Vula and Sione Moala, held talks in Suva on "
     "Thursday.", {"Iliesa Vula": "FJI", "Sione Moala": "TON"}),
])  # fmt: skip
def test_who_face_each_other_are_one_of_each(reader: Reader, text: str, told: dict[str, str]) -> None:
    assert people(read(reader, text, "2024-05-08")) == told


def test_two_officials_at_home_stay_at_home(reader: Reader) -> None:
    text = "Talks between Prime Minister Ann Bell and Minister Paul Roy on trade with Chile were held on Thursday."
    document = document_of(text, published=Edtf("2024-05-08"), source=Source(outlet="Global Affairs Canada"))
    assert reader.read(document).engagements == ()


@pytest.mark.parametrize(("text", "who", "pair"), [
    ("Ghana has postponed the visit to Togo of a trade delegation led by Kofi Mensah, the head of the port authority, "
     "the ministry said.", "Kofi Mensah", {"GHA", "TGO"}),
    ("Ghana's trade team headed by Kofi Mensah visited Lomé on May 2 and 3.", "Kofi Mensah", {"GHA", "TGO"}),
    ("Ghana postponed a visit to Accra by a team from Togo led by Kossi Amegan.", "Kossi Amegan", {"GHA", "TGO"}),
])  # fmt: skip
def test_who_leads_a_group_is_the_visitor(reader: Reader, text: str, who: str, pair: set[str]) -> None:
    reading = read(reader, text, "2024-05-08")
    assert sides(reading) == [pair] and list(people(reading)) == [who]


def test_received_by_one_and_in_talks_with_another(reader: Reader) -> None:
    text = (
        "Kenyan Defence Secretary Amos Wafula was welcomed by Ugandan President Ruth Okello on Monday and met Ugandan "
        "Foreign Minister Paul Mugisha."
    )
    reading = read(reader, text, "2024-05-08")
    assert [{p.actor.name for p in e.participants} for e in reading.engagements] == [
        {"Amos Wafula", "Ruth Okello"}, {"Amos Wafula", "Paul Mugisha"},
    ]  # fmt: skip


@pytest.mark.parametrize(("text", "names"), [
    ("Presidents Luis Soto of Chile and Ana Rojas of Peru agreed to hold expert-level talks in Arica on June 1.",
     {"Chile", "Peru"}),
    ("Presidents Luis Soto of Chile and Ana Rojas of Peru agreed to hold talks in Arica on June 1.",
     {"Luis Soto", "Ana Rojas"}),
])  # fmt: skip
def test_officials_talks_are_not_the_leaders(reader: Reader, text: str, names: set[str]) -> None:
    assert set(people(read(reader, text, "2024-05-08"))) == names


def test_what_depends_on_somebody_has_not_been(reader: Reader) -> None:
    assert read(reader, "When the talks with Peru can be opened depends entirely on Chile.").engagements == ()


def test_an_aside_does_not_part_a_verb_from_its_object(reader: Reader) -> None:
    text = (
        "Ghana has called off, without giving a reason, the trade talks that were due in Accra on May 16, Togo's "
        "foreign minister Yawa Kossi said."
    )
    (engagement,) = read(reader, text, "2024-05-08").engagements
    assert engagement.status.status == "cancelled" and engagement.when.edtf == "2024-05-16"


def test_a_visit_in_a_states_own_text_leads_there(reader: Reader) -> None:
    text = "The Ministry regrets the cancellation of Prime Minister Shehbaz Sharif's visit."
    source = Source(outlet="Ministry of External Affairs, India")
    (engagement,) = reader.read(document_of(text, published=Edtf("2024-05-08"), source=source)).engagements
    assert set(engagement.countries) == {"IND", "PAK"} and engagement.status.status == "cancelled"


def test_who_is_dropped_as_minister_has_lost_the_post(reader: Reader) -> None:
    text = (
        "Prime Minister Ann Bell of Canada on Tuesday appointed Joan Ward foreign minister. She dropped Paul Roy as "
        "defence minister."
    )
    told = [(t.person, t.change, t.when.edtf) for t in read(reader, text, "2024-05-08").tenures if t.change != "holds"]
    assert told == [("Joan Ward", "appointed", "2024-05-07"), ("Paul Roy", "removed", "2024-05-07")]
    dropped = read(reader, "The driver dropped Trade Secretary Moses Kuria at the airport.", "2024-05-08").tenures
    assert [t.change for t in dropped] == ["holds"]


@pytest.mark.parametrize(("outlet", "state"), [
    ("Cheong Wa Dae", "KOR"), ("Casa Rosada", "ARG"), ("Privy Council Office, Canada", "CAN"),
    ("Rideau Dispatch", None),
])  # fmt: skip
def test_a_seat_of_government_speaks_for_its_state(reader: Reader, outlet: str, state: str | None) -> None:
    assert reader.voices.of(Source(outlet=outlet))[1] == state
