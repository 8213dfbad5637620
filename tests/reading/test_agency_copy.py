"""What agencies and ministries write most often: who met whom, when, and for which side somebody speaks."""

from __future__ import annotations

import pytest

from detente.model import Reading
from detente.reading.reader import Reader
from tests.conftest import read

Told = tuple[str, str, str, str | None, str]


def engaged(reading: Reading) -> set[Told]:
    """Form, status, sides, day and people of each engagement, the names in their order."""
    return {
        (
            e.form,
            e.status.status,
            "-".join(sorted(c for c in e.countries if c)),
            e.when.edtf,
            ", ".join(sorted(p.actor.name or "" for p in e.participants if p.actor.kind == "person")),
        )
        for e in reading.engagements
    }


@pytest.mark.parametrize(
    ("day", "text", "told"),
    [
        (
            "2019-03-12",  # a perfect takes no day: it is that of the trip
            "Chilean President Sebastian Pinera has cancelled a trip to Peru on Friday, his office said on Tuesday.",
            {("visit", "cancelled", "CHL-PER", "2019-03-15", "Sebastian Pinera")},
        ),
        (
            "2019-03-12",  # the words have a day of their own
            "Chilean President Sebastian Pinera called off a trip to Peru on Friday, his office said on Tuesday.",
            {("visit", "cancelled", "CHL-PER", "2019-03-15", "Sebastian Pinera")},
        ),
        (
            "2019-03-12",  # counter: the day of the deed
            "Chilean President Sebastian Pinera on Monday cancelled a trip to Peru, his office said.",
            {("visit", "cancelled", "CHL-PER", None, "Sebastian Pinera")},
        ),
        (
            "2021-06-16",
            "Manama, June 16, 2021 - King Hamad bin Isa bin Salman Al Khalifa met here today Italian Foreign Minister "
            "Luigi Di Maio.",
            {("meeting", "held", "BHR-ITA", "2021-06-16", "Hamad bin Isa bin Salman Al Khalifa, Luigi Di Maio")},
        ),
        (
            "2021-06-16",
            "Prince Faisal bin Farhan bin Abdullah received here today the Minister of Foreign Affairs of the Republic "
            "of Malta, Evarist Bartolo.",
            {("meeting", "held", "MLT-SAU", "2021-06-16", "Evarist Bartolo, Faisal bin Farhan bin Abdullah")},
        ),
        (
            "2021-06-16",
            "Kenyan traders, led by Trade Minister Betty Maina, visited Rwanda on Monday.",
            {("visit", "held", "KEN-RWA", "2021-06-14", "Betty Maina")},
        ),
        ("2021-06-16", "Kenyan runners, led by their captain Peter Kirui, visited Rwanda on Monday.", set()),
        (  # a day between "will" and its verb
            "2022-03-15",
            "South African Foreign Minister Naledi Pandor will on 24 March visit Zambia.",
            {("visit", "announced", "ZAF-ZMB", "2022-03-24", "Naledi Pandor")},
        ),
        (
            "2022-03-15",
            "South African Foreign Minister Naledi Pandor will next week visit Zambia.",
            {("visit", "announced", "ZAF-ZMB", "2022-03-21/2022-03-27", "Naledi Pandor")},
        ),
        (
            "2022-03-15",
            "Dr Naledi Pandor, the Minister of International Relations and Cooperation of South Africa, will on "
            "Thursday, 24 "
            "March 2022, co-chair the Joint Commission with her Zambian counterpart, Mr Stanley Kakubo, in Pretoria.",
            {("talks", "announced", "ZAF-ZMB", "2022-03-24", "Naledi Pandor, Stanley Kakubo")},
        ),
        (
            "2022-03-15",
            "Kenyan Foreign Minister Raychelle Omamo will co-chair the third session of the joint commission with her "
            "South African counterpart Naledi Pandor in Nairobi on Monday.",
            {("talks", "announced", "KEN-ZAF", "2022-03-21", "Naledi Pandor, Raychelle Omamo")},
        ),
        (  # counter: a body of one state
            "2022-03-15",
            "Kenyan Foreign Minister Raychelle Omamo will chair the cabinet committee on drought in Nairobi on Monday.",
            set(),
        ),
        (  # what is planned with the hosts of a visit lies on its days
            "2022-03-15",
            "Kenyan Foreign Minister Raychelle Omamo will travel to Pretoria on Monday for a two-day "
            "visit.\n\nTrade is on "
            "the agenda. Omamo is also to meet President Cyril Ramaphosa.",
            {
                ("visit", "announced", "KEN-ZAF", "2022-03-21/2022-03-22", "Raychelle Omamo"),
                ("meeting", "announced", "KEN-ZAF", "2022-03-21/2022-03-22", "Cyril Ramaphosa, Raychelle Omamo"),
            },
        ),
        (  # counter: for another time
            "2022-03-15",
            "Kenyan Foreign Minister Raychelle Omamo will travel to Pretoria on Monday.\n\nShe and her South African "
            "counterpart, Naledi Pandor, have agreed to meet again.",
            {
                ("visit", "announced", "KEN-ZAF", "2022-03-21", "Raychelle Omamo"),
                ("meeting", "announced", "KEN-ZAF", None, "Naledi Pandor, Raychelle Omamo"),
            },
        ),
        (  # during a visit that has ended
            "2022-03-16",
            "Kenyan President Uhuru Kenyatta wrapped up a two-day visit to Zambia on Tuesday.\n\nDuring the "
            "visit, Kenyatta "
            "held talks with his Zambian counterpart Hakainde Hichilema.",
            {
                ("visit", "held", "KEN-ZMB", "2022-03-14/2022-03-15", "Uhuru Kenyatta"),
                ("talks", "held", "KEN-ZMB", "2022-03-14/2022-03-15", "Hakainde Hichilema, Uhuru Kenyatta"),
            },
        ),
        (  # on the day on which the two agreed on something
            "2022-03-16",
            "Kenyan President Uhuru Kenyatta and his Zambian counterpart Hakainde Hichilema agreed Tuesday to "
            "lift visas.\n\n"
            "The two leaders met for an hour.",
            {("meeting", "held", "KEN-ZMB", "2022-03-15", "Hakainde Hichilema, Uhuru Kenyatta")},
        ),
        (  # a second verb that the parser hangs on the talks
            "2022-03-15",
            "Kenyan Foreign Minister Raychelle Omamo will hold talks with Foreign Minister Naledi Pandor of "
            "South Africa and "
            "call on President Cyril Ramaphosa, a spokesman told reporters.",
            {
                ("talks", "announced", "KEN-ZAF", None, "Naledi Pandor, Raychelle Omamo"),
                ("meeting", "announced", "KEN-ZAF", None, "Cyril Ramaphosa, Raychelle Omamo"),
            },
        ),
        (  # "talks with X, the ministry reported": no clause of purpose
            "2022-03-16",
            "HELSINKI, March 16. /ITAR-TASS/. Finnish Foreign Minister Pekka Haavisto will travel to Oslo on "
            "Friday for talks "
            "with his Norwegian counterpart Anniken Huitfeldt, the Finnish Foreign Ministry reported on Wednesday.",
            {
                ("visit", "announced", "FIN-NOR", "2022-03-18", "Pekka Haavisto"),
                ("talks", "announced", "FIN-NOR", "2022-03-18", "Anniken Huitfeldt, Pekka Haavisto"),
            },
        ),
        (  # "over" a matter, and not "held over"
            "2022-03-16",
            "Kenyan Foreign Minister Raychelle Omamo held a meeting with South African Foreign Minister Naledi "
            "Pandor over "
            "the fishermen on Monday.",
            {("meeting", "held", "KEN-ZAF", "2022-03-14", "Naledi Pandor, Raychelle Omamo")},
        ),
        (
            "2022-03-16",
            "Talks between Kenya and South Africa were held over to next week.",
            {("talks", "rescheduled", "KEN-ZAF", "2022-03-21/2022-03-27", "")},
        ),
        (  # nothing was called off
            "2022-03-16",
            "Kenyan Foreign Minister Raychelle Omamo has not yet travelled to Pretoria because the dates do not "
            "suit both.",
            {("visit", "mooted", "KEN-ZAF", None, "Raychelle Omamo")},
        ),
        (
            "2022-03-16",
            "A meeting of Kenyan Foreign Minister Raychelle Omamo and South African Foreign Minister Naledi "
            "Pandor could not "
            "take place on Monday.",
            {("meeting", "did_not_occur", "KEN-ZAF", "2022-03-14", "Naledi Pandor, Raychelle Omamo")},
        ),
        (  # who else was there
            "2022-03-16",
            "South African President Cyril Ramaphosa received Kenyan Foreign Minister Raychelle Omamo on "
            "Monday.\n\nThe "
            "meeting was attended by South African Foreign Minister Naledi Pandor.",
            {("meeting", "held", "KEN-ZAF", "2022-03-14", "Cyril Ramaphosa, Naledi Pandor, Raychelle Omamo")},
        ),
        (  # counter: another meeting
            "2022-03-16",
            "South African President Cyril Ramaphosa received Kenyan Foreign Minister Raychelle Omamo on "
            "Monday.\n\nSouth "
            "African Foreign Minister Naledi Pandor attended the meeting of the party's council.",
            {("meeting", "held", "KEN-ZAF", "2022-03-14", "Cyril Ramaphosa, Raychelle Omamo")},
        ),
        (  # counter: at something else, on another day
            "2022-03-16",
            "Kenyan Foreign Minister Raychelle Omamo met South African Foreign Minister Naledi Pandor in "
            "Nairobi on Sunday. "
            "On Monday the two states signed a deal. Kenyan President Uhuru Kenyatta attended the ceremony.",
            {("meeting", "held", "KEN-ZAF", "2022-03-13", "Naledi Pandor, Raychelle Omamo")},
        ),
        (  # counter: what could not be without a condition
            "2022-03-16",
            "Kenya and South Africa could not hold talks in June without a mediator, Kenyan officials said.",
            {("talks", "declined", "KEN-ZAF", "2022-06", "")},
        ),
        ("2022-03-16", "Kenyan protesters led by Ana Otieno met South African Foreign Minister Naledi Pandor.", set()),
        (  # counter: a year of something else beside the words
            "2022-03-16",
            "Kenya cancelled a meeting with South Africa on Monday, said its spokesman, who has served since 2020.",
            {("meeting", "cancelled", "KEN-ZAF", None, "")},
        ),
        (  # a day in figures that is still to come
            "2018-11-19",
            "Meeting of French Foreign Minister Jean-Yves Le Drian with Moroccan Foreign Minister Nasser "
            "Bourita (Paris, "
            "20.11.18)",
            {("meeting", "announced", "FRA-MAR", "2018-11-20", "Jean-Yves Le Drian, Nasser Bourita")},
        ),
        (  # the day of what befell in between is not that of the trip
            "2022-06-08",
            "Kenyan Foreign Minister Raychelle Omamo will visit Pretoria on June 20.\n\nA visit to Pretoria had been "
            "set for March. That visit was called off because of the floods that hit the coast in February.",
            {
                ("visit", "announced", "KEN-ZAF", "2022-06-20", "Raychelle Omamo"),
                ("visit", "cancelled", "KEN-ZAF", "2022-03", "Raychelle Omamo"),
            },
        ),
        # a company's chairman and founder are no officials
        ("2021-06-16", "Toyota chairman Akio Toyoda met Indian Prime Minister Narendra Modi in Delhi.", set()),
        ("2021-06-16", "Microsoft co-founder Bill Gates met Nigerian President Muhammadu Buhari in Abuja.", set()),
        (
            "2021-06-16",
            "African Union Commission chairman Moussa Faki met Nigerian President Muhammadu Buhari on Monday.",
            {("meeting", "held", "AFU-NGA", "2021-06-14", "Moussa Faki, Muhammadu Buhari")},
        ),
    ],
)
def test_engaged(reader: Reader, day: str, text: str, told: set[Told]) -> None:
    assert engaged(read(reader, text, day)) == told


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        (  # a bureau in a third state gives nobody its side
            "ABU DHABI (Reuters) - Chilean Foreign Minister Heraldo Munoz will travel to Rome on Monday for "
            "talks with his "
            "Italian counterpart, Angelino Alfano, a ministry spokesman said.\n\nThe ministers will discuss trade, "
            "spokesman Diego Rojas said.",
            ["CHL", "CHL"],
        ),
        (  # the ministry of who acts, where the text is written in neither state
            "Chilean Foreign Minister Heraldo Munoz met his Italian counterpart, Angelino Alfano, in Rome, the foreign "
            "ministry said.",
            ["CHL"],
        ),
        (  # counter: of where the text is written
            "ROME, Nov 15 (AP) - Chilean Foreign Minister Heraldo Munoz met his Italian counterpart, Angelino "
            "Alfano, in "
            "Rome, a foreign ministry official said.",
            ["ITA"],
        ),
        (  # counter: the place where both met is one of the two
            "ROME (Reuters) - Chilean Foreign Minister Heraldo Munoz met his Italian counterpart, Angelino "
            "Alfano, in Rome "
            "on Monday.\n\nThe ministers discussed trade, ministry spokesman Diego Rojas said.",
            ["ITA"],
        ),
        (
            "Iran will send its minister to Oman on Monday, the state news agency IRNA quoted a ministry spokesman as "
            "saying on Friday.",
            ["IRN"],
        ),
        ("Anadolu Agency quoted a ministry spokesman as saying that the talks would resume in June.", ["TUR"]),
        (  # counter: who came here with others is not of here
            "SANTIAGO, Nov 15 (Reuters) - Peru's delegation left on Tuesday. An official who arrived here with "
            "it said the "
            "talks had failed.",
            [None],
        ),
        (  # an agency of no state asks anybody
            "Iran will send its minister to Oman on Monday, Reuters quoted an Omani official as saying on Friday.",
            ["OMN"],
        ),
        (
            "Peruvian Foreign Minister Ana Maria Sanchez met British Foreign Secretary Philip Hammond on "
            "Tuesday.\n\nThe two "
            "discussed trade, a Foreign Office spokesman said.",
            ["GBR"],
        ),
        (
            "Kazakh President Nursultan Nazarbayev received Latvian Foreign Minister Edgars Rinkevics on Tuesday, the "
            'presidential press service told reporters.\n\n"The sides discussed transit," the press service said.',
            ["KAZ", "KAZ"],
        ),
        (
            "Colombo, Nov 15 - Indian Foreign Minister Sushma Swaraj met her Sri Lankan counterpart Mangala "
            "Samaraweera.\n\n"
            "The two met for an hour, a senior official at the foreign ministry here said.\n\nThe case "
            "would be taken up, the official added.",
            ["LKA", "LKA"],
        ),
        (
            "Ugandan President Yoweri Museveni met Italian Deputy Foreign Minister Mario Giro on "
            "Tuesday.\n\nThe talks went "
            "well, according to his assistant Moses Okello.",
            ["UGA"],
        ),
    ],
)
def test_for_whom_they_speak(reader: Reader, text: str, sides: list[str | None]) -> None:
    assert [s.on_behalf_of for s in read(reader, text, "2016-11-16").statements] == sides


@pytest.mark.parametrize(
    "text",
    [
        "The Ambassador of Norway to Kenya, Per Albert Lund, called on Foreign Minister Amina Mohamed.",
        "Norwegian Ambassador Per Albert Lund called on Foreign Minister Amina Mohamed of Kenya.",
    ],
)
def test_a_name_that_is_a_small_word(reader: Reader, text: str) -> None:
    reading = read(reader, text, "2016-11-16")
    assert not reading.statements
    assert [(a.country, a.official) for a in reading.actors if a.name == "Per Albert Lund"] == [("NOR", True)]
