"""Ambassadors called home, sent back, expelled or refused, and embassies shut: by who does it, not who reports it.

What is expected, asked for, denied or made to depend on something declares nothing; a consulate is no embassy.
"""

from __future__ import annotations

import pytest

from detente.inputs import document_of
from detente.model import Edtf, Source
from detente.reading.reader import Reader
from detente.record.declarations import declarations
from detente.record.knowledge import Knowledge
from detente.record.nouns import Told


def declared(reader: Reader, knowledge: Knowledge, text: str, outlet: str | None = None) -> list[str]:
    """What a text declares: channel, state, and by whom."""
    reading = reader.read(document_of(text, published=Edtf("2024-05-08"), source=Source(outlet=outlet)))
    voice, side = knowledge.voice(reading.source)
    told = Told(reading, "2024-05-08", 1, side, voice)
    return sorted(f"{d.channel}:{d.state}:{d.by}" for d in declarations(told, knowledge))


# what is declared, text
DECLARED = [
    ("embassies:suspended:PRT", "Portugal on Friday recalled its ambassador to Norway for consultations."),
    ("embassies:suspended:GRC", "Greece on Wednesday recalled its ambassador to Turkey."),
    ("embassies:suspended:COL", "Colombia called home its ambassador to Argentina on Thursday."),
    ("embassies:suspended:MAR", "Morocco has called its ambassador in Berlin back for consultations."),
    ("embassies:suspended:AUS", "Australia withdrew its high commissioner from Fiji on Monday."),
    ("embassies:suspended:KEN", "Kenya's ambassador to Somalia was recalled to Nairobi on Tuesday."),
    ("embassies:suspended:FRA",
     "The French ambassador to Australia was called home for consultations, the foreign ministry in "
     "Paris said."),
    ("embassies:suspended:BOL", "Bolivia has summoned home its ambassador to Chile."),
    ("embassies:suspended:POL", "Poland withdrew its envoy to Hungary and left a chargé d'affaires in charge."),
    ("embassies:suspended:SWE", "After Iran refused to release a tourist, Sweden recalled its ambassador to Tehran."),
    ("embassies:suspended:ETH", "Egypt regretted Ethiopia's decision to recall its ambassador."),
    ("embassies:suspended:ETH", "Egypt said that Ethiopia had recalled its ambassador to Cairo."),
    ("embassies:suspended:NOR", "Norway expelled the Portuguese ambassador on Friday."),
    ("embassies:suspended:CZE", "The Czech Republic declared the Russian ambassador persona non grata."),
    ("embassies:suspended:NER", "Niger ordered France's ambassador to leave within 48 hours."),
    ("embassies:suspended:NER", "Niger gave the French ambassador 48 hours to leave the country."),
    ("embassies:suspended:VEN",
     "Venezuela's government expelled the ambassador of Germany, Daniel Kriener, on Wednesday."),
    ("embassies:suspended:SSD", "South Sudan refused to accredit Kenya's new ambassador."),
    ("embassies:suspended:BRA", "Brazil has refused agrément to Israel's new ambassador."),
    ("embassies:suspended:PER", "Peru lowered its relations with Mexico to the level of chargé d'affaires."),
    ("embassies:suspended:PER", "Peru downgraded ties with Mexico to chargé d'affaires level on Friday."),
    ("embassies:restored:PRT", "Portugal sent its ambassador back to Oslo, Norway, on Monday."),
    ("embassies:restored:GRC", "Greece's ambassador returned to Ankara on Tuesday, six weeks after he was recalled."),
    ("embassies:restored:FRA", "France's ambassador to Australia went back to Canberra on Wednesday."),
    ("embassies:restored:KEN", "Kenya's ambassador is back in Mogadishu, the Somali foreign ministry said."),
    ("embassies:closed:DEU", "Germany closed its embassy in Moscow on Thursday, Russia's foreign ministry said."),
    ("embassies:closed:CAN", "Canada had closed its embassy in Tehran, Iranian officials said."),
    ("embassies:restored:IRN", "Saudi Arabia's foreign ministry said Iran reopened its embassy in Riyadh on Tuesday."),
    ("defence:suspended:IND", "Pakistan's army said India had suspended the military talks."),
    ("embassies:suspended:ZMB",
     "Zambia's foreign minister announced in Lusaka on Tuesday that his country was withdrawing its "
     "high commissioner from Harare in Zimbabwe."),
    ("embassies:suspended:ZMB",
     "Zambia's foreign minister announced on Tuesday that his government had decided to recall its "
     "ambassador to Angola."),
    ("embassies:suspended:PHL",
     "The Philippines has recalled its envoy to Kuwait, Foreign Secretary Alan Cayetano said."),
    ("embassies:suspended:LTU",
     "Lithuania's ambassador to China has been called back for consultations after Beijing protested."),
    ("embassies:suspended:CHN",
     "China recalled its ambassador to Lithuania and demanded that Vilnius withdraw its own envoy."),
    ("embassies:suspended:JPN", "Tokyo temporarily recalled its ambassador to South Korea over the statue."),
    ("embassies:suspended:ARG", "Argentina's government on Wednesday pulled out its ambassador from Bolivia."),
    ("embassies:suspended:TUN", "In protest, Tunisia recalled its ambassador from Rabat, and Morocco did the same."),
    ("embassies:suspended:LBY", "The Libyan foreign ministry said it would downgrade diplomatic relations with Malta."),
    ("embassies:suspended:ECU", "Ecuador declared Mexico's ambassador Raquel Serur persona non grata on Thursday."),
    ("embassies:suspended:ECU", "Mexico's ambassador was expelled by Ecuador, the Mexican foreign ministry said."),
    ("embassies:suspended:TZA", "Rwanda said its ambassador had been ordered to leave by Tanzania."),
    ("embassies:suspended:RWA", "Tanzania said that Rwanda had expelled its ambassador."),
    ("embassies:suspended:KAZ", "Kazakhstan refused to accept the credentials of the new Ukrainian ambassador."),
    ("embassies:suspended:KAZ",
     "Ukraine said on Monday that Kazakhstan had withheld its agrément for the new ambassador."),
    ("embassies:restored:IND", "India sent its high commissioner back to Ottawa, Canada, after a year."),
    ("embassies:restored:ARE", "The UAE ambassador returned to Tehran on Sunday, Iran's foreign ministry said."),
    ("embassies:restored:ESP", "Spain named an ambassador to Bolivia for the first time since 2019."),
    ("embassies:restored:COL+VEN", "Colombia and Venezuela agreed on Friday to exchange ambassadors."),
    ("embassies:restored:SYR",
     "Syria reopened its embassy in Tunis after ten years, the Tunisian state agency reported."),
    ("embassies:closed:NIC", "Nicaragua severed ties with Taiwan and closed its embassy in Taipei."),
    ("defence:suspended:THA", "Cambodia's army complained that Thailand had suspended the defence talks."),
    ("commerce:suspended:AUS", "China regretted that Australia had suspended the trade talks."),
    ("defence:restored:KOR", "Seoul resumed the military talks with North Korea, Pyongyang's news agency reported."),
]  # fmt: skip


@pytest.mark.parametrize(("what", "text"), DECLARED, ids=lambda v: v[:40])
def test_who_does_it_declares_it(reader: Reader, knowledge: Knowledge, what: str, text: str) -> None:
    assert declared(reader, knowledge, text) == [what]


NOTHING = [
    "Turkey expects Greece to send its ambassador back, spokesperson Oncu Keceli said on Thursday.",
    "Peru hopes that Chile will reopen its embassy in Lima soon.",
    "Kenya is waiting for Somalia to return its ambassador to Nairobi.",
    "If Ghana apologises, Togo will reopen its embassy in Accra.",
    "Chad will send its ambassador back once Niger releases the pilot.",
    "Chad would restore diplomatic relations with Niger only after an apology.",
    "Vietnam dismissed reports that it had recalled its ambassador to Cambodia.",
    "India's foreign ministry said there was no truth in reports that it had closed its embassy in Nepal.",
    "Lawmakers in Poland pressed the government to recall its ambassador to Hungary.",
    "Protesters in Amman called on Jordan to expel the Israeli ambassador.",
    "Opposition leaders want Morocco to close its embassy in Algeria.",
    "Bolivia is to decide next week on recalling its ambassador to Peru.",
    "Egypt looks forward to Sudan's reopening its embassy in Cairo.",
    "Egypt did not recall its ambassador to Sudan.",
    "Germany closed its consulate in Kaliningrad on Thursday, Russia's foreign ministry said.",
    ("Somalia's State Minister for Foreign Affairs Ali Omar said that Somalia had closed its "
     "consulate in Garissa, Kenya."),
    "The ambassador of Portugal to Norway recalled a childhood in Bergen.",
    "The Portuguese ambassador was recalled by colleagues as a kind man, Norway's minister said.",
    "Portugal's ambassador returned to the subject of fish in Norway.",
    "Norway expelled a Portuguese diplomat on Friday.",
    "Norway summoned the Portuguese ambassador on Friday to protest.",
    "The Portuguese ambassador left Oslo at the end of her term in Norway.",
    "Iran wants the UAE to send its ambassador back to Tehran.",
    "Mexico demanded on Thursday that Ecuador not expel its ambassador.",
    "It is not true that Nepal has recalled its ambassador from Delhi, India said.",
    "Nepal might recall its ambassador from Delhi, officials in India said.",
    "\"We would welcome it if Chile reopened its embassy in La Paz,\" Bolivia's minister said.",
    "Bolivia's minister expressed the hope that Chile would send its ambassador back.",
    "Bolivia made the return of ambassadors a condition for talks with Chile.",
    "Chile has no intention of recalling its ambassador from Lima, Peru.",
    "Malta will reopen its embassy in Tripoli, Libya, as soon as security allows.",
    "Kenya told Uganda that it could recall its ambassador.",
    "Mexico closed its consulate general in Guayaquil, Ecuador's foreign ministry said.",
    "Chad opened a consulate in Douala, Cameroon.",
    "Senators in Chile asked whether the country should recall its ambassador to Israel.",
    "Turkey threatened to expel the Swedish ambassador.",
    "Pakistan's ambassador returned to Islamabad at the end of his posting in Chad.",
]  # fmt: skip


@pytest.mark.parametrize("text", NOTHING, ids=lambda v: v[:40])
def test_what_is_wished_denied_or_something_else_declares_nothing(
    reader: Reader, knowledge: Knowledge, text: str
) -> None:
    assert declared(reader, knowledge, text) == []


# outlet, text, what is declared
ON_ITS_PAGE = [
    ("Ministry of Foreign Affairs, Russia", "Germany closed its embassy in Moscow on Thursday.",
     "embassies:closed:DEU"),
    ("Ministry of Defence of Azerbaijan", "Armenia restored the military hotline on Monday.",
     "military_hotline:restored:ARM"),
]  # fmt: skip


@pytest.mark.parametrize(("outlet", "text", "what"), ON_ITS_PAGE, ids=lambda v: v[:25])
def test_a_ministry_tells_what_the_other_side_does(
    reader: Reader, knowledge: Knowledge, outlet: str, text: str, what: str
) -> None:
    assert declared(reader, knowledge, text, outlet) == [what]


def test_the_day_of_a_regret_is_not_that_of_what_is_regretted(reader: Reader, knowledge: Knowledge) -> None:
    text = "Egypt said on Tuesday that it regretted Ethiopia's decision to recall its ambassador."
    reading = reader.read(document_of(text, published=Edtf("2024-05-08")))
    [found] = declarations(Told(reading, "2024-05-08", 1, None, "other"), knowledge)
    assert (found.by, found.at) == ("ETH", None)
