"""What is only hoped for or planned is not held, and keeps its day; who is posted where; feasts; members of a body."""

from __future__ import annotations

import pytest

from detente.model import Engagement
from detente.reading.reader import Reader
from tests.conftest import read, short

DAY = "2024-05-08"


def first(reader: Reader, text: str) -> Engagement:
    """The engagement that a text tells of."""
    return read(reader, text, DAY).engagements[0]


@pytest.mark.parametrize(("text", "when"), [
    ("Talks between Ghana and Togo are to be held in Accra in August.", "2024-08"),
    ("Talks between Ghana and Togo are expected to take place in August.", "2024-08"),
    ("A new round of talks between Ghana and Togo is due to be held on 3 June.", "2024-06-03"),
    ("Foreign Minister Hakan Fidan is to be received by President Ilham Aliyev in Baku on Monday.", "2024-05-13"),
    ("A trip by Chilean Foreign Minister Alberto van Klaveren to Fiji is slated to go ahead in June.", "2024-06"),
])  # fmt: skip
def test_what_is_to_be_done_is_to_come_and_keeps_its_day(reader: Reader, text: str, when: str) -> None:
    found = first(reader, text)
    assert (found.status.status, found.when.edtf) == ("announced", when)


@pytest.mark.parametrize(("text", "status"), [
    ("The prospect of a meeting between President Duda and President Zelensky has receded.", "mooted"),
    ("Hopes for a summit between Armenia and Azerbaijan have faded.", "mooted"),
    ("President Duda and President Zelensky discussed a visit by the Polish leader to Kyiv.", "mooted"),
    ("A visit of Premier Li Qiang to Australia is under discussion.", "mooted"),
    ("Preparations are under way for a visit by King Abdullah to Baghdad.", "announced"),
    ("Plans for a summit between Armenia and Azerbaijan in Washington are being drawn up.", "announced"),
    ("The meeting in Geneva between the foreign ministers of Serbia and Kosovo is back on.", "announced"),
    ("Reports of a meeting between President Duda and President Zelensky are false, Warsaw said.", "did_not_occur"),
    ("Sudan boycotted talks with Ethiopia in Kinshasa on Monday.", "did_not_occur"),
    ("President Duda and President Zelensky discussed the war at their meeting in Kyiv on Monday.", "held"),
])  # fmt: skip
def test_what_is_hoped_for_or_made_ready_is_not_held(reader: Reader, text: str, status: str) -> None:
    assert first(reader, text).status.status == status


@pytest.mark.parametrize(("text", "name", "country"), [
    ("France's envoy in Bamako, Joël Meyer, met Mali's foreign minister on Monday.", "Joël Meyer", "FRA"),
    ("The head of the UN mission in Goma, Bintou Keita, met President Tshisekedi.", "Bintou Keita", "UNO"),
    ("President Sisi has cut short his visit to Paris.", "Abdel Fattah el-Sisi", "EGY"),
    ("Kenya has welcomed the plan. Peter Otieno, the trade minister, will fly to Kampala on Friday.",
     "Peter Otieno", "KEN"),
    ("The European Union pressed its case. Trade Commissioner Henrik Boll met Vietnam's trade minister in Hanoi.",
     "Henrik Boll", "EUE"),
])  # fmt: skip
def test_of_which_side_somebody_is(reader: Reader, text: str, name: str, country: str) -> None:
    sides = {p.actor.name: p.on_behalf_of for p in first(reader, text).participants}
    assert sides[name] == country


@pytest.mark.parametrize(("text", "form", "countries"), [
    ("Emperor Naruhito gave a banquet for King Felipe VI in Tokyo on Wednesday night.", "ceremony", {"JPN", "ESP"}),
    ("Iranian President Ebrahim Raisi gave a lunch for the visiting Armenian prime minister on Monday.", "meeting",
     {"IRN", "ARM"}),
    ("NATO defence ministers met in Brussels on 5 February.", "meeting", {"NTO"}),
    ("African Union leaders gathered in Malabo on 30 January for their annual summit.", "summit_session",
     {"AFU", "GNQ"}),
    ("Turkish and Greek diplomats agreed in Ankara on 3 May to reopen the border post.", "talks", {"TUR", "GRC"}),
    ("The 24th EU-Japan Summit took place in Tokyo on Friday.", "summit_session", {"EUE", "JPN"}),
    ("A note of protest was delivered to the Embassy of Iran in Kabul on Sunday.", "correspondence", {"IRN", "AFG"}),
    ("The Indian consul general in Jaffna was summoned to the ministry on Thursday.", "meeting", {"IND", "LKA"}),
    ("Spain's chargé d'affaires in Managua was called to the Foreign Ministry on Tuesday.", "meeting", {"ESP", "NIC"}),
    ("Members of the Ghanaian parliament visited Lomé on Monday.", "visit", {"GHA", "TGO"}),
    ("On Friday Chancellor Scholz goes to Senegal, and then to Ghana and Nigeria.", "visit", {"DEU", "SEN"}),
])  # fmt: skip
def test_ordinary_ways_to_tell_it(reader: Reader, text: str, form: str, countries: set[str]) -> None:
    found = first(reader, text)
    assert (found.form, set(found.countries)) == (form, countries)


@pytest.mark.parametrize(("text", "told"), [
    ("Finland's foreign minister, Elina Valtonen, will visit Riga on Monday and Vilnius on Tuesday.",
     [("2024-05-13", {"FIN", "LVA"}), ("2024-05-14", {"FIN", "LTU"})]),
    ("Turkish Foreign Minister Hakan Fidan met Annalena Baerbock in Berlin on Monday and Stéphane Séjourné in Paris on "
     "Tuesday.", [("2024-05-06", {"TUR", "DEU"}), ("2024-05-07", {"TUR", "FRA"})]),
    ("The talks between Ghana and Togo, held in Lomé in January and in Accra in March, produced nothing.",
     [("2024-01", {"GHA", "TGO"}), ("2024-03", {"GHA", "TGO"})]),
    ("Brazil's foreign minister, Mauro Vieira, spoke by phone on Saturday with his Guyanese and Peruvian counterparts, "
     "Hugh Todd and Javier González-Olaechea, in separate calls.",
     [("2024-05-04", {"BRA", "GUY"}), ("2024-05-04", {"BRA", "PER"})]),
    ("President Petro met President Noboa in Quito on Monday and Tuesday.",
     [("2024-05-06/2024-05-07", {"COL", "ECU"})]),
    ("President Petro met President Noboa in Quito on Monday and left on Tuesday.", [("2024-05-06", {"COL", "ECU"})]),
])  # fmt: skip
def test_told_in_turn(reader: Reader, text: str, told: list[tuple[str, set[str]]]) -> None:
    assert [(e.when.edtf, set(e.countries)) for e in read(reader, text, DAY).engagements] == told


DONE = [
    ('"It is an honour to welcome President Ruto to Accra," President Akufo-Addo said.', "meeting", "held"),
    ("President Lula thanked President Petro for receiving him in Bogotá.", "meeting", "held"),
    ("It was good to see Prime Minister Rama in Oslo yesterday, Prime Minister Støre wrote.", "meeting", "held"),
    ("President Stubb became the first Nordic leader to visit Kyiv this year.", "visit", "held"),
    ("President Stubb was the last EU leader to speak to President Putin before the war.", "call", "held"),
    ("Foreign Minister Billström decided against going to Budapest on Monday.", "visit", "cancelled"),
    ("President Lula decided against meeting President Milei.", "meeting", "declined"),
]


@pytest.mark.parametrize(("text", "form", "status"), DONE, ids=short)
def test_an_infinitive_may_tell_of_what_was_done(reader: Reader, text: str, form: str, status: str) -> None:
    (found,) = read(reader, text).engagements
    assert (found.form, found.status.status) == (form, status)


def test_who_never_met_has_no_engagement(reader: Reader) -> None:
    assert read(reader, "President Biden never met President Maduro.").engagements == ()
