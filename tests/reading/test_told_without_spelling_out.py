"""Sides, days and standings that a report tells without spelling them out beside the word for an engagement."""

import pytest

from detente.reading.reader import Reader
from tests.conftest import read

# text, form, status, date, countries; read on 8 May 2024, a Wednesday
REPORTS = [
    # letters that somebody bears
    ("Ghana's foreign minister handed Togo's president a letter from President Nana Akufo-Addo on Monday.",
     "correspondence", "held", "2024-05-06", {"GHA", "TGO"}),
    ("The emir of Qatar sent a cable of condolences to the president of Turkey on Monday.", "correspondence", "held",
     "2024-05-06", {"QAT", "TUR"}),
    ("The president of Malta received Libyan Foreign Minister Omar Kaddour on Monday. Kaddour handed her a letter from "
     "the Libyan prime minister.", "correspondence", "held", "2024-05-06", {"MLT", "LBY"}),
    # envoys, ministers and lawmakers without a name
    ("The ambassador of Serbia was summoned to the foreign ministry in Zagreb on Friday.", "meeting", "held",
     "2024-05-03", {"HRV", "SRB"}),
    ("A Kenyan minister travelled to Lomé on Monday.", "visit", "held", "2024-05-06", {"KEN", "TGO"}),
    ("Two senior Kenyan diplomats arrived in Lomé on Monday.", "visit", "held", "2024-05-06", {"KEN", "TGO"}),
    ("Muscat denied that any Omani envoy had travelled to Tel Aviv.", "visit", "disputed", None, {"OMN", "ISR"}),
    ("Ghanaian Foreign Minister Yaw Boateng met a group of Danish lawmakers in Accra on Monday.", "meeting", "held",
     "2024-05-06", {"GHA", "DNK"}),
    ("The heads of Greek and Maltese intelligence conferred in Bari on Sunday.", "meeting", "held", "2024-05-05",
     {"GRC", "MLT"}),
    # bodies
    ("The joint commission of Peru and Ecuador convened in Quito on 3 May.", "meeting", "held", "2024-05-03",
     {"PER", "ECU"}),
    ("Political consultations between the Ministries of Foreign Affairs of Peru and Thailand were held in Lima on 3 "
     "May.", "talks", "held", "2024-05-03", {"PER", "THA"}),
    ("The Secretary-General met with the Deputy Prime Minister of Samoa on Monday.", "meeting", "held", "2024-05-06",
     {"UNO", "WSM"}),
    ("The NATO chief telephoned Albanian Prime Minister Edi Rama on Monday.", "call", "held", "2024-05-06",
     {"NTO", "ALB"}),
    # whose official, told by whose ministry
    ("Foreign Minister Kofi Brew will visit Kenya on Friday, the foreign ministry in Accra said.", "visit", "announced",
     "2024-05-10", {"GHA", "KEN"}),
    # groups of states
    ("Baltic foreign ministers met their Polish counterpart in Riga on Monday.", "meeting", "held", "2024-05-06",
     {"EST", "LVA", "LTU", "POL"}),
    ("The presidents of the five Central Asian states met in Astana on Monday.", "meeting", "held", "2024-05-06",
     {"KAZ", "KGZ", "TJK", "TKM", "UZB"}),
    ("Nepal's ambassador to India called on Home Minister Amit Shah on Monday.", "meeting", "held", "2024-05-06",
     {"NPL", "IND"}),
    # what the talks are about
    ("Talks on a bridge linking Togo and Benin will be held on 17 May.", "talks", "announced", "2024-05-17",
     {"TGO", "BEN"}),
    # who is asked
    ("Angola invited the governments of Rwanda and Burundi to send ministers to talks in Luanda.", "talks", "mooted",
     None, {"AGO", "RWA", "BDI"}),
    ("Togo extended an invitation to Ghana's president to visit Lomé in June.", "visit", "mooted", "2024-06",
     {"TGO", "GHA"}),
    ("Should Minsk agree, the Latvian and Belarusian border chiefs will meet in Daugavpils on Friday.", "meeting",
     "mooted", "2024-05-10", {"LVA", "BLR"}),
    ("Mauritania's president has invited his Senegalese counterpart to visit.", "visit", "mooted", None,
     {"MRT", "SEN"}),
    ("Nouakchott expects the Senegalese president in June.", "visit", "announced", "2024-06", {"MRT", "SEN"}),
    ("Mali left Senegal's offer of talks unanswered.", "talks", "unanswered", None, {"MLI", "SEN"}),
    # going on, put off, of a picture
    ("Talks between Senegal and Mali are under way in Dakar.", "talks", "under_way", None, {"SEN", "MLI"}),
    ("Talks between Senegal and Mali entered their third day on Tuesday.", "talks", "under_way", "2024-05-07",
     {"SEN", "MLI"}),
    ("The Senegalese president's visit to Mauritania has been pushed back to July.", "visit", "rescheduled", "2024-07",
     {"SEN", "MRT"}),
    ("Prime Minister Mia Mottley of Barbados, left, shakes hands with Guyana's President Irfaan Ali before their "
     "meeting in Georgetown on May 6, 2024.", "meeting", "held", "2024-05-06", {"BRB", "GUY"}),
    # a place before the word for a journey
    ("Chinese President Xi Jinping put off his Tokyo trip.", "visit", "postponed", None, {"CHN", "JPN"}),
    # without a verb
    ("Fijian PM Rabuka in Tonga for two days", "visit", "under_way", None, {"FJI", "TON"}),
    ("French President Macron to Rabat next week", "visit", "announced", "2024-05-13/2024-05-19", {"FRA", "MAR"}),
    # days that something else gives
    ("Vietnamese Prime Minister Pham Minh Chinh will travel to Laos next week. He is expected to hold talks with Lao "
     "Prime Minister Sonexay Siphandone on Wednesday.", "talks", "announced", "2024-05-15", {"VNM", "LAO"}),
    ("Speaking in Lomé on Monday after talks with President Faure Gnassingbé, Ghanaian President Nana Akufo-Addo "
     "predicted an accord.", "talks", "held", "2024-05-06", {"GHA", "TGO"}),
    ("Talks between the Kenyan and Somali defence ministers were abandoned minutes before they were due to begin on "
     "Sunday.", "talks", "cancelled", "2024-05-05", {"KEN", "SOM"}),
    ("Slovak President Zuzana Čaputová phoned her Czech counterpart hours after the floods hit on Sunday.", "call",
     "held", "2024-05-05", {"SVK", "CZE"}),
    ("German Foreign Minister Annalena Baerbock will not travel to Hungary on Monday. Budapest called off her meeting "
     "with Foreign Minister Peter Szijjarto.", "meeting", "cancelled", "2024-05-13", {"DEU", "HUN"}),
    ("Peruvian President Dina Boluarte returned home on Sunday from a visit to Brazil that began on Thursday.",
     "visit", "held", "2024-05-02/2024-05-05", {"PER", "BRA"}),
    ("Peruvian President Dina Boluarte left Brazil on Sunday after a two-day visit.", "visit", "held",
     "2024-05-04/2024-05-05", {"PER", "BRA"}),
    ("Jordan's king arrived in Tokyo on Monday for a four-day visit.", "visit", "under_way", "2024-05-06/2024-05-09",
     {"JOR", "JPN"}),
    ("Kenyan and Somali officials met on Monday and Tuesday in Djibouti.", "meeting", "held",
     "2024-05-06/2024-05-07", {"KEN", "SOM"}),
    ("Kenyan and Somali officials have been meeting in Djibouti since Monday.", "meeting", "under_way",
     "2024-05-06/..", {"KEN", "SOM"}),
    ("Boundary talks between Bhutan and China will be held in the week beginning 20 May.", "talks", "announced",
     "2024-05-20/2024-05-26", {"BTN", "CHN"}),
    ("Talks between Chad and Sudan, which were planned for 3 June, will now be held on 17 June.", "talks",
     "rescheduled", "2024-06-17", {"TCD", "SDN"}),
    ("Samoa's prime minister had been expected in Wellington on Monday. Her office said that the visit to New Zealand "
     "would now take place in June.", "visit", "rescheduled", "2024-06", {"WSM", "NZL"}),
]  # fmt: skip

# nothing of the kind may be read
NOTHING = [
    "In the film a fictional president of Colombia flies to Havana to meet the guerrilla commander.",
    "Norway meet Slovenia in Oslo on Monday, and neither can afford to lose. The visitors come without their captain.",
    "Kenyan diplomats said that power from Uganda was on a line to Nairobi.",
    "Fijian PM Rabuka in a hurry",
    "Were the presidents of Guyana and Suriname to sit down tomorrow, they would find little to agree on.",
    "Senegal's foreign minister has never met her Malian counterpart.",
    "President Lula hosted South American leaders in Brasília on Monday.",
]


@pytest.mark.parametrize("report", REPORTS, ids=lambda r: r[0][:40])
def test_told_without_spelling_out(reader: Reader, report: tuple[str, str, str, str | None, set[str]]) -> None:
    text, form, status, date, countries = report
    found = [e for e in read(reader, text, "2024-05-08").engagements if e.form == form]
    assert [(e.status.status, e.when.edtf, set(e.countries)) for e in found] == [(status, date, countries)]


@pytest.mark.parametrize("text", NOTHING, ids=lambda t: t[:40])
def test_no_engagement_in_what_was_made_up_played_or_imagined(reader: Reader, text: str) -> None:
    assert not read(reader, text, "2024-05-08").engagements


def test_a_journey_that_goes_on_is_no_return(reader: Reader) -> None:
    text = (
        "Chilean Foreign Minister Ana Soto, who was in Asunción on 3 May and goes on to Quito on 11 May, signed an "
        "accord with Peru's foreign minister in Lima on Monday."
    )
    visits = [e for e in read(reader, text, "2024-05-08").engagements if e.form == "visit"]
    assert [(e.when.edtf, set(e.countries)) for e in visits] == [
        ("2024-05-03", {"CHL", "PRY"}),
        ("2024-05-11", {"CHL", "ECU"}),
    ]


def test_met_again_on_another_day(reader: Reader) -> None:
    text = "Ethiopian and Somali negotiators met in Ankara on 1 May and again there on 6 May."
    found = read(reader, text, "2024-05-08").engagements
    assert [e.when.edtf for e in found] == ["2024-05-01", "2024-05-06"]


def test_two_sides_do_not_travel_to_one_of_them(reader: Reader) -> None:
    text = (
        "Ghana's president met Togo's foreign minister in Lomé on Monday. They spoke of the factories. Perhaps they "
        "will go back to Togo."
    )
    assert [e for e in read(reader, text, "2024-05-08").engagements if e.form == "visit"] == []


SAID = [
    ("Deputy Foreign Minister João Mavinga said in Luanda that the border would reopen.", "AGO"),
    ("“We have waited long enough,” a spokeswoman for the interior ministry said in Bern.", "CHE"),
    ("President Bola Tinubu of Nigeria spoke by telephone with President Cyril Ramaphosa of South Africa on Saturday, "
     "his spokesman, Ajuri Ngelale, said.", "NGA"),
    ("Burundi has declined the invitation, a Rwandan official said on Tuesday. “The door stays open,” the official "
     "added.", "RWA"),
]  # fmt: skip


@pytest.mark.parametrize("said", SAID, ids=lambda s: s[0][:40])
def test_whose_words(reader: Reader, said: tuple[str, str]) -> None:
    text, side = said
    assert {s.on_behalf_of for s in read(reader, text, "2024-05-08").statements} == {side}
