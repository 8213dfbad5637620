"""What a side wants, fears, offers or refuses is a position of its own kind; what it only hopes, confirms, is thankful
for or tells its own people is none. Who says what he will do has promised it."""

import pytest

from detente.reading.reader import Reader
from tests.conftest import read, short

# text read on 14 May 2024, holder, kind, words that must be in the content
HELD = [
    ("Ghana proposed a meeting of the two energy ministers in Lomé.", "GHA", "offer", "meeting"),
    ("Oslo's fisheries minister complained that Faroese boats were being let into the Barents Sea.", "NOR", "concern",
     "Faroese boats"),
    ("Malta threatened to close its ports unless the ships are paid for.", "MLT", "threat", "close its ports"),
    ("Flights to Asmara will not resume before a final treaty is signed, the Ethiopian foreign minister said.", "ETH",
     "condition", "final treaty"),
    ("The Peruvian foreign minister said that the tax was \"wholly unjustified\".", "PER", "position", "unjustified"),
    ("Laos does not take orders from people who never saw the river, its foreign minister said.", "LAO", "principle",
     "take orders"),
    ("The Omani foreign minister asked that the patrols be moved away from the strait.", "OMN", "demand", "patrols"),
    ("“Withdraw the patrols tonight,” Malawi's foreign minister told the authorities in Lusaka.", "MWI", "demand",
     "Withdraw the patrols"),
    ("Nigeria wants a halt to the tariffs on cocoa.", "NGA", "demand", "halt"),
    ("Hanoi supports Cuba's bid for a seat on the council.", "VNM", "position", "bid for a seat"),
    ("Turkey's opposition to the new pipeline was repeated on Monday.", "TUR", "position", "new pipeline"),
    ("Vienna joined the call for an independent inquiry into the sinking.", "AUT", "demand", "independent inquiry"),
    ("Qatar refused to recognise the council in Aden.", "QAT", "position", "recognise the council"),
    ("Kenya set three demands: the return of the boats, an apology and a pledge.", "KEN", "demand", "an apology"),
    ("Chad and Niger called on Mali to lift the blockade.", "NER", "demand", "lift the blockade"),
    ("The Polish foreign minister met his Greek counterpart in Athens on Monday. The two ministers expressed concern "
     "over the fighting in Sudan. They also urged Mali to lift the blockade.", "GRC", "demand", "lift the blockade"),
]  # fmt: skip

NOT_HELD = [
    "Georgia hopes to become a hub for trains between Asia and Europe.",
    "The Thai foreign minister confirmed that his deputy had flown to Hanoi on Friday.",
    "The Chilean president expressed his appreciation for the hospitality of the people of Suva.",
    "The Norwegian prime minister urged residents to stay indoors.",
    "The Ugandan foreign minister believes that the price of maize will fall in June.",
    "China's demand for soybeans fell in April.",
    "The offer has been received, the Iraqi foreign ministry said.",
    "Qatar refused to comment on the council in Aden.",
]

PROMISED = [
    ("Guatemala will extend the mandate of the commission by two years, its president told the Spanish envoy.", {"GTM"},
     "extend the mandate"),
    ("The Kenyan president met his Ugandan counterpart in Kampala on Monday. The two governments will submit a joint "
     "plan before December.", {"KEN", "UGA"}, "joint plan"),
    ("The Canadian prime minister announced a loan of two hundred million dollars for Moldova.", {"CAN"}, "loan"),
    ("Bangladesh remains committed to resolving the matter with Myanmar.", {"BGD"}, "resolving the matter"),
    ("Singapore's assurance to Jakarta that the sand would be bought from licensed dredgers was read out on Monday.",
     {"SGP"}, "licensed dredgers"),
]  # fmt: skip

NOT_PROMISED = [
    "The Peruvian president will travel to Lisbon next week, his office said.",
    "Samoa would rather wait, its prime minister told the Fijian envoy.",
    "The Maltese minister said that he would set a quota if Italy gave no share.",
    "The rains will end in June, the Kenyan agriculture minister told his Ugandan counterpart.",
]


@pytest.mark.parametrize(("text", "holder", "kind", "words"), HELD, ids=lambda v: v[:40])
def test_positions(reader: Reader, text: str, holder: str, kind: str, words: str) -> None:
    found = [(p.holder.country, p.kind, p.content.text) for p in read(reader, text, "2024-05-14").positions]
    assert any((h, k) == (holder, kind) and words in c for h, k, c in found), found


@pytest.mark.parametrize("text", NOT_HELD, ids=lambda t: t[:40])
def test_no_position(reader: Reader, text: str) -> None:
    assert [p.content.text for p in read(reader, text, "2024-05-14").positions] == []


@pytest.mark.parametrize(("text", "by", "words"), PROMISED, ids=short)
def test_promises(reader: Reader, text: str, by: set[str], words: str) -> None:
    found = [(set(c.by), c.content.text) for c in read(reader, text, "2024-05-14").commitments]
    assert any(b == by and words in c for b, c in found), found


@pytest.mark.parametrize("text", NOT_PROMISED, ids=lambda t: t[:40])
def test_no_promise(reader: Reader, text: str) -> None:
    assert [c.content.text for c in read(reader, text, "2024-05-14").commitments] == []


def test_the_same_words_are_one_promise(reader: Reader) -> None:
    found = read(reader, "Kenya and Togo agreed to open a consulate in Lomé and pledged to send fifty doctors north.")
    assert [c.content.text for c in found.commitments] == [
        "to open a consulate in Lomé",
        "to send fifty doctors north",
    ]


# what the plain verbs of a stance make of a clause, whatever great words stand in it
TAKEN = [
    ("Portugal does not recognise Moroccan sovereignty over the desert, the Portuguese foreign ministry said.", "PRT",
     "position", "does not recognise"),
    ("Guatemala recognises Kosovo as a state, its foreign minister said.", "GTM", "position", "recognises"),
    ("The raid was a flagrant violation of Syrian sovereignty, the Syrian foreign ministry said.", "SYR", "position",
     "flagrant violation"),
    ("The Bolivian foreign minister called the toll a breach of international law.", "BOL", "position", "breach"),
    ("The quota breaches the fisheries treaty, Iceland's fisheries minister said.", "ISL", "position", "breaches"),
    ("Bahrain is firmly against new bases on the islands, its foreign minister said.", "BHR", "position", "against"),
    ("Finland is not in favour of a visa ban, Finnish Foreign Minister Elina Valtonen said.", "FIN", "position",
     "not in favour"),
    ("Romania has no claims against Moldova, its foreign minister said.", "ROU", "position", "no claims"),
    ("Oman sees no military solution to the fighting in Yemen, its foreign minister said.", "OMN", "position",
     "no military solution"),
    ("Ethiopia backs Uganda's bid to chair the river commission, the Ethiopian foreign minister said.", "ETH",
     "position", "bid to chair"),
    ("Samoa backed Vanuatu's call for a ban on new mines.", "WSM", "position", "ban on new mines"),
    ("The Czech foreign minister rejected Hungary's demand for a review.", "CZE", "position", "demand for a review"),
    ("Paraguay reaffirmed its adherence to the one-China policy.", "PRY", "principle", "one-China"),
    ("Vietnam respects the sovereignty of Laos, its prime minister said.", "VNM", "principle", "sovereignty"),
    ("No state may violate the sovereignty of another, the Indonesian foreign minister said.", "IDN", "principle",
     "sovereignty"),
    ("There can be no peace in Sudan without a ceasefire in Darfur, the Egyptian foreign minister said.", "EGY",
     "condition", "without a ceasefire"),
    ("Lithuania will reopen the crossing if Belarus frees the lorries, the Lithuanian transport minister said.", "LTU",
     "condition", "if Belarus"),
    ("Malaysia will expel the captains if Indonesia keeps the divers, its home minister said.", "MYS", "threat",
     "expel the captains"),
    ("Qatar will on no account return the ship, its transport minister said.", "QAT", "red_line", "on no account"),
    ("Under no circumstances will Namibia cede the islands, its president said.", "NAM", "red_line", "cede"),
    ("Iraq insisted that all Turkish soldiers leave the camp by June.", "IRQ", "demand", "leave the camp"),
    ("New Zealand raised the plight of the jailed bishop with Nicaragua.", "NZL", "concern", "plight"),
    ("Egypt urged restraint.", "EGY", "demand", "restraint"),
    ("Togo's president met his Ghanaian counterpart in Accra on Monday. They called for elections in Niger by June.",
     "TGO", "demand", "elections in Niger"),
    ("Malta's foreign minister held talks with his Libyan counterpart in Valletta. They voiced concern over the "
     "drownings off Lampedusa.", "LBY", "concern", "drownings"),
    ("Denmark is prepared to impose further sanctions on the generals, its foreign minister said.", "DNK", "threat",
     "impose further sanctions"),
    ("It’s time for Turkey to get serious about it, the Greek defence minister said.", "GRC", "demand", "serious"),
    ("Greece's fisheries minister said she would like to see Turkey cut its catch.", "GRC", "demand", "cut its catch"),
    ("“We urge the Zambian side to keep the pass open,” a spokesman for Malawi's foreign ministry said.", "MWI",
     "demand", "keep the pass open"),
    ("The Ministry calls upon the authorities of Togo to free the crew, the Beninese foreign ministry said.", "BEN",
     "demand", "free the crew"),
    ("What Hanoi wants from Jakarta above all is an end to the burning of boats, the Vietnamese foreign minister said.",
     "VNM", "demand", "burning of boats"),
    ("Lima has lodged a request with La Paz for the extradition of two bankers.", "PER", "demand", "extradition"),
    ("No coastal country has the right to close a shared strait, the Omani foreign minister said.", "OMN", "principle",
     "shared strait"),
    ("A country that joins our union cannot keep two armies, the Belgian foreign minister said.", "BEL", "principle",
     "two armies"),
    ("The Cuban foreign minister said his country had every right to tax mines.", "CUB", "principle", "every right"),
    ("The plateau is an integral part of Chad, its foreign minister said.", "TCD", "principle", "integral part"),
    ("The reef belongs to Vietnam, the Vietnamese foreign ministry said.", "VNM", "position", "reef belongs"),
    ("It is Portugal's view that the channel is a common road.", "PRT", "position", "common road"),
    ("The shelling has to stop, Armenia's foreign minister told the Iranian ambassador.", "ARM", "demand", "shelling"),
    ("The Kenyan minister welcomed Rwanda's offer to lend two ferries and voiced concern about the drought.", "KEN",
     "concern", "drought"),
]  # fmt: skip

NOT_TAKEN = [
    "The match against Samoa will go ahead, Tonga's prime minister said.",
    "Chad backs down, its foreign minister said.",
    "Georgia agreed to let the convoy back into the port, its interior minister said.",
    "The Danish choir is against changing the rules, its conductor said.",
    "Peru will close the pass if it snows, its transport minister said.",
    "Samoa will know by Friday if the ferry sails, its transport minister said.",
    "The number of violations of the truce fell in May, the Lebanese army said.",
    "Iran halted its support for the militia, a trader in Muscat said.",
    "The Norwegian prime minister met his Danish colleague and relatives of the sailors in Oslo. They called for an "
    "inquiry.",
    "We ask ourselves whether it rained, the Kenyan farm minister said.",
    "Norway considers three sites for the port, its transport minister said.",
    "Malta's president said he stood by the window during the storm.",
    "The Qatari minister said there was no hotel without a view of the sea.",
    "The Danish parts dealer is ready to adopt the text, its spokesman said.",
    "The car belongs to the ambassador, the Peruvian embassy said.",
    "The trains have to stop at the border, the Slovak transport minister said.",
    "The Laotian farmer has a request for the harvest, his minister said.",
    "Nepal has no plans to visit the site, its foreign minister said.",
]


@pytest.mark.parametrize(("text", "holder", "kind", "words"), TAKEN, ids=lambda v: v[:40])
def test_stances_in_plain_verbs(reader: Reader, text: str, holder: str, kind: str, words: str) -> None:
    found = [(p.holder.country, p.kind, p.content.text) for p in read(reader, text, "2024-05-14").positions]
    assert any((h, k) == (holder, kind) and words in c for h, k, c in found), found


@pytest.mark.parametrize("text", NOT_TAKEN, ids=lambda t: t[:40])
def test_no_stance(reader: Reader, text: str) -> None:
    assert [(p.kind, p.content.text) for p in read(reader, text, "2024-05-14").positions] == []


def test_help_that_must_end_is_no_view(reader: Reader) -> None:
    found = read(reader, "Rwanda must end its support for the rebels, the Congolese foreign minister said.").positions
    assert [(p.holder.country, p.kind) for p in found] == [("COD", "demand")]


def test_a_position_is_directed_at_none_of_its_holders(reader: Reader) -> None:
    found = read(reader, "In a joint statement, Togo and Benin demanded the release of the fishermen.").positions
    assert {(p.holder.country, p.toward) for p in found} == {("TGO", None), ("BEN", None)}


# judgements, protests and what is not to be talked over
JUDGED = [
    ("If Chad chooses war, Libya will deal with it on the field, the Libyan defence minister said.", "LBY", "threat",
     "deal with it"),
    ("Vietnam proposed that South Korea open its market to pomelos.", "VNM", "demand", "open its market"),
    ("Vietnam proposed that the two ministers meet in Hue.", "VNM", "offer", "meet in Hue"),
    ("Latvia's unity is not negotiable, the Finnish president said.", "FIN", "red_line", "not negotiable"),
    ("The Kremlin said it was too early to talk about a truce in Chad.", "RUS", "position", "too early"),
    ("Seoul lodged a protest with Tokyo over the dumping of sand.", "KOR", "concern", "dumping of sand"),
    ("Mexico protested to Guatemala over the arrest of two pilots.", "MEX", "concern", "arrest of two pilots"),
    ("Malaysia's prime minister described the curbs on palm oil as discriminatory.", "MYS", "position",
     "discriminatory"),
    ("Somalia says the deal with Hargeisa is null and void.", "SOM", "position", "null and void"),
    ("Kigali dismissed the accusations as baseless.", "RWA", "position", "baseless"),
    ("The Danish and Norwegian prime ministers voiced alarm at the sabotage of cables.", "NOR", "concern", "sabotage"),
    ("Iceland voiced its dismay at the sabotage of two cables.", "ISL", "concern", "sabotage"),
    ("Laos does not accept the claim to the reef, its foreign minister said.", "LAO", "position", "claim to"),
    ("It is for the Libyan people to decide, the Turkish president said.", "TUR", "principle", "to decide"),
]  # fmt: skip

NOT_JUDGED = [
    "The foreign ministry in Riga urged Latvians to leave the country.",
    "Malaysia's prime minister described the talks with Laos as useful.",
    "The Greek minister described the Cypriot envoy as an old friend.",
    "Students protested over fees in Santiago.",
    "The Omani museum does not accept cards, its director said.",
    "It is too early to say who won the race, the Kenyan coach said.",
]


@pytest.mark.parametrize(("text", "holder", "kind", "words"), JUDGED, ids=lambda v: v[:40])
def test_judgements_and_protests(reader: Reader, text: str, holder: str, kind: str, words: str) -> None:
    found = [(p.holder.country, p.kind, p.content.text) for p in read(reader, text, "2024-05-14").positions]
    assert any((h, k) == (holder, kind) and words in c for h, k, c in found), found


@pytest.mark.parametrize("text", NOT_JUDGED, ids=lambda t: t[:40])
def test_no_judgement(reader: Reader, text: str) -> None:
    assert [(p.kind, p.content.text) for p in read(reader, text, "2024-05-14").positions] == []
