"""What ministries and presidencies publish: delegations and their legs, guests who see several hosts, departures, words
in the first person under a name, and letters behind one."""

from __future__ import annotations

import pytest

from detente.model import Reading
from detente.reading.reader import Reader
from tests.conftest import read as read_on

Told = tuple[str, str, str | None, set[str], list[str | None]]


def read(reader: Reader, text: str, published: str = "2024-06-18") -> Reading:
    return read_on(reader, text, published)


def told(reading: Reading) -> list[Told]:
    return [
        (e.form, e.status.status, e.when.edtf, set(e.countries), [p.actor.name for p in e.participants])
        for e in reading.engagements
    ]


DELEGATION = (
    "Latvian Foreign Minister Baiba Braže met a delegation of the Canadian Senate led by Peter Boehm in Riga today."
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The delegation travels on to Helsinki tomorrow.",
            ("visit", "announced", "2024-06-19", {"CAN", "FIN"}, ["Peter Boehm"]),
        ),
        (
            "Yesterday it was received by President Edgars Rinkēvičs.",
            ("meeting", "held", "2024-06-17", {"CAN", "LVA"}, ["Edgars Rinkēvičs", "Peter Boehm"]),
        ),
        (
            "It travels to Tallinn on Thursday.",
            ("visit", "announced", "2024-06-20", {"CAN", "EST"}, ["Peter Boehm"]),
        ),
    ],
)
def test_the_delegation_is_the_one_told_of_last(reader: Reader, text: str, expected: Told) -> None:
    found = told(read(reader, f"{DELEGATION} {text}"))
    assert len(found) == 2
    form, status, day, sides, names = found[1] if found[1][:3] == expected[:3] else found[0]
    assert (form, status, day, sides) == expected[:4]
    assert {str(n).split()[-1] for n in names} == {str(n).split()[-1] for n in expected[4]}


@pytest.mark.parametrize(
    "text",
    [
        "The delegation travels on to Helsinki tomorrow.",
        "Latvia bought a ferry from a Canadian delegation. It travels to Helsinki tomorrow.",
        "The Canadian team won the cup in Riga. The flag travels to Helsinki tomorrow.",
    ],
)
def test_no_delegation_no_journey(reader: Reader, text: str) -> None:
    assert not [t for t in told(read(reader, text)) if t[0] == "visit"]


@pytest.mark.parametrize(
    "text",
    [
        "Danish Foreign Minister Lars Løkke Rasmussen is travelling to Bogotá on 20 June. There he will meet President "
        "Gustavo Petro and Foreign Minister Luis Gilberto Murillo.",
        "In Bogotá, Danish Foreign Minister Lars Løkke Rasmussen met President Gustavo Petro and Foreign Minister Luis "
        "Gilberto Murillo on Monday.",
        "Danish Foreign Minister Lars Løkke Rasmussen called on President Gustavo Petro and Foreign Minister Luis "
        "Gilberto Murillo in Bogotá on Monday.",
    ],
)
def test_a_guest_sees_hosts_one_by_one(reader: Reader, text: str) -> None:
    met = [names for form, _, _, _, names in told(read(reader, text)) if form == "meeting"]
    assert [len(names) for names in met] == [2, 2]


@pytest.mark.parametrize(
    "text",
    [
        "Colombian President Gustavo Petro met Danish Foreign Minister Lars Løkke Rasmussen and Defence "
        "Minister Troels "
        "Lund Poulsen in Bogotá on Monday.",
        "Danish Foreign Minister Lars Løkke Rasmussen had a meeting with President Gustavo Petro and Foreign Minister "
        "Luis Gilberto Murillo in Bogotá on Monday.",
    ],
)
def test_guests_come_together_and_a_meeting_is_one(reader: Reader, text: str) -> None:
    assert len([t for t in told(read(reader, text)) if t[0] == "meeting"]) == 1


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Kenyan Foreign Minister Musalia Mudavadi left today for Doha.", "under_way"),
        ("Kenyan Foreign Minister Musalia Mudavadi departed this morning for an official visit to Qatar.", "under_way"),
        (
            "Minister Mudavadi leaves for Doha\n\nKenyan Foreign Minister Musalia Mudavadi left this morning for Doha.",
            "under_way",
        ),
        ("Kenyan Foreign Minister Musalia Mudavadi left Doha today after a visit to Qatar.", "held"),
        ("Kenyan Foreign Minister Musalia Mudavadi left for Doha on 3 June.", "held"),
    ],
)
def test_who_left_today_is_on_the_way(reader: Reader, text: str, status: str) -> None:
    (found,) = told(read(reader, text))
    assert (found[0], found[1], found[3]) == ("visit", status, {"KEN", "QAT"})


@pytest.mark.parametrize(
    "text",
    [
        "Before leaving for Lima, Norwegian Foreign Minister Espen Barth Eide issued the following statement today:\n\n"
        '"With my colleague Javier González-Olaechea I will talk about cod."',
        'Norwegian Foreign Minister Espen Barth Eide said today ahead of his departure for Lima: "I will talk with my '
        'colleague Javier González-Olaechea about cod."',
    ],
)
def test_who_speaks_as_he_leaves_leaves_that_day(reader: Reader, text: str) -> None:
    days = {t[:4][0]: (t[1], t[2], t[3]) for t in told(read(reader, text))}
    assert days == {
        "visit": ("announced", "2024-06-18", {"NOR", "PER"}),
        "talks": ("announced", "2024-06-18", {"NOR", "PER"}),
    }


I_TRAVEL = "This week I will travel to Suva. I will meet Prime Minister Sitiveni Rabuka."


@pytest.mark.parametrize(
    "text",
    [
        f"{I_TRAVEL}\n\nWinston Peters, Minister of Foreign Affairs of New Zealand",
        f"Visit to Fiji\n\nRt Hon Winston Peters, Minister of Foreign Affairs of New Zealand\n\n{I_TRAVEL}",
        f"Statement by the Minister of Foreign Affairs of New Zealand, Winston Peters\n\n{I_TRAVEL}",
    ],
)
def test_the_name_above_or_below_says_who_i_am(reader: Reader, text: str) -> None:
    found = told(read(reader, text))
    assert [(t[0], t[2], t[3]) for t in found] == [
        ("visit", "2024-06-17/2024-06-23", {"NZL", "FJI"}),
        ("meeting", "2024-06-17/2024-06-23", {"NZL", "FJI"}),
    ]
    assert all("Winston Peters" in t[4] for t in found)


def test_whom_the_text_tells_of_is_not_its_writer(reader: Reader) -> None:
    text = (
        "Winston Peters, Minister of Foreign Affairs of New Zealand\n\nI saw Winston Peters twice in my years as a "
        "reporter. I will travel to Suva next week."
    )
    assert not told(read(reader, text))


@pytest.mark.parametrize("letters", ["TD", "OBE", "KCMG", "PhD"])
def test_letters_behind_a_name_are_no_name(reader: Reader, letters: str) -> None:
    text = (
        f"The Tánaiste, Minister for Foreign Affairs and Minister for Defence, Micheál Martin {letters}, "
        f"will travel to "
        "Portugal tomorrow. While in Lisbon, he will meet the Minister for Foreign Affairs, Paulo Rangel."
    )
    assert [(t[0], t[2], t[4]) for t in told(read(reader, text))] == [
        ("visit", "2024-06-19", ["Micheál Martin"]),
        ("meeting", "2024-06-19", ["Micheál Martin", "Paulo Rangel"]),
    ]


def test_who_is_met_on_arrival_is_met_on_the_first_day(reader: Reader) -> None:
    text = (
        "Zambian President Hakainde Hichilema arrived in Gaborone on Monday for a two-day visit to Botswana at the "
        "invitation of President Mokgweetsi Masisi. He was welcomed at the airport by Foreign Minister Lemogang Kwape."
        "\n\nThe two Heads of State will hold talks on Wednesday."
    )
    found = told(read(reader, text))
    assert ("meeting", "2024-06-17") in [(t[0], t[2]) for t in found]
    (talks,) = [t for t in found if t[0] == "talks"]
    assert set(talks[4]) == {"Hakainde Hichilema", "Mokgweetsi Masisi"}


def test_one_goes_on_from_where_one_was(reader: Reader) -> None:
    text = (
        "Rwandan Foreign Minister Olivier Nduhungirehe ended a visit to Finland on Monday. From Helsinki he flew to "
        "Oslo."
    )
    assert ("visit", "2024-06-17", {"RWA", "NOR"}) in [(t[0], t[2], t[3]) for t in told(read(reader, text))]


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        (
            "Cypriot President Nikos Christodoulides received Egyptian Foreign Minister Sameh Shoukry today. "
            "The trilateral "
            "meeting with Greece, which was to be held in Cairo this month, has been put off.",
            {"CYP", "EGY", "GRC"},
        ),
        (
            "Rwandan Foreign Minister Olivier Nduhungirehe said that the trilateral meeting with Angola and "
            "Congo has been "
            "postponed.",
            {"RWA", "AGO", "COD"},
        ),
        ("The bilateral meeting between Kenya and Uganda, planned for Friday, has been put off.", {"KEN", "UGA"}),
    ],
)
def test_a_table_for_three_has_three_sides(reader: Reader, text: str, sides: set[str]) -> None:
    assert sides in [t[3] for t in told(read(reader, text)) if t[1] == "postponed"]


@pytest.mark.parametrize(
    ("text", "visits"),
    [
        ("Next week Danish Foreign Minister Lars Løkke Rasmussen will travel to Nairobi and Kigali.", 2),
        ("Danish Foreign Minister Lars Løkke Rasmussen will travel to Kenya and Rwanda from 3 to 5 July.", 1),
    ],
)
def test_a_week_is_no_length_of_a_journey(reader: Reader, text: str, visits: int) -> None:
    assert len(told(read(reader, text))) == visits


def test_an_audience_is_granted(reader: Reader) -> None:
    text = "King Tupou VI of Tonga granted an audience on Monday to the High Commissioner of Australia, Rachael Moore."
    (found,) = told(read(reader, text))
    assert found[:4] == ("meeting", "held", "2024-06-17", {"TON", "AUS"})


def test_who_is_received_goes_home_and_not_his_host(reader: Reader) -> None:
    text = (
        "Mongolian Foreign Minister Batmunkh Battsetseg will be received by Austrian President Alexander "
        "Van der Bellen on "
        "Wednesday and travel to Prague on Thursday."
    )
    visits = [t for t in told(read(reader, text)) if t[0] == "visit"]
    assert [(t[2], t[3]) for t in visits] == [("2024-06-20", {"MNG", "CZE"})]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Omani Foreign Minister Badr Albusaidi stopped in Athens on Monday on his way home from Oslo.",
            {("2024-06-17", "GRC"), ("2024-06~", "NOR")},
        ),
        (
            "A Peruvian delegation led by Trade Minister Elizabeth Galdo arrived in Hanoi on Monday from Manila. "
            "The delegation travels on to Seoul on Friday.",
            {("2024-06-17", "VNM"), ("2024-06~", "PHL"), ("2024-06-21", "KOR")},
        ),
        (
            "A Peruvian delegation led by Trade Minister Elizabeth Galdo arrived in Hanoi on Monday from Manila.",
            {("2024-06-17", "VNM")},
        ),
        ("Omani Foreign Minister Badr Albusaidi arrived in Athens from Muscat on Monday.", {("2024-06-17", "GRC")}),
        ("Omani Foreign Minister Badr Albusaidi was in Athens on Monday with fish from Oslo.", {("2024-06-17", "GRC")}),
    ],
)  # fmt: skip
def test_one_was_where_one_came_from(reader: Reader, text: str, wanted: set[tuple[str, str]]) -> None:
    found = {(t[2], side) for t in told(read(reader, text)) for side in t[3] - {"OMN", "PER"} if t[0] == "visit"}
    assert found == wanted


@pytest.mark.parametrize(
    ("after", "status"),
    [
        ("The two sides were looking at a date in September.", "postponed"),
        ("The ministries will agree on a new date.", "postponed"),
        ("The two sides were looking at the price of rice.", "cancelled"),
    ],
)
def test_what_is_to_be_held_later_is_put_off(reader: Reader, after: str, status: str) -> None:
    text = f"Kenyan Foreign Minister Musalia Mudavadi will not be coming to Dhaka next week as planned. {after}"
    (found,) = told(read(reader, text))
    assert (found[0], found[1], found[3]) == ("visit", status, {"KEN", "BGD"})


@pytest.mark.parametrize("verb", ["accepted", "received"])
def test_letters_that_are_taken_have_been_handed_over(reader: Reader, verb: str) -> None:
    text = f"Seychelles President Wavel Ramkalawan {verb} today the credentials of Malawi's envoy, Stella Chagwa."
    (found,) = told(read(reader, text))
    assert found[:4] == ("ceremony", "held", "2024-06-18", {"SYC", "MWI"})


def test_a_palace_with_a_town_s_name_stands_where_it_stands(reader: Reader) -> None:
    text = (
        "MUSCAT, June 18 (ONA) -- Sultan Haitham bin Tarik received at Al Barakah Palace today Kenyan envoy "
        "Raychelle Omamo. "
        "The envoy, who arrived last night, will leave for Doha this evening."
    )
    assert {side for t in told(read(reader, text)) for side in t[3]} == {"OMN", "KEN", "QAT"}


def test_a_dateline_may_have_its_month_in_small_letters(reader: Reader) -> None:
    text = (
        "Santiago de Chile, 17 jun (EFE).- President Gabriel Boric will not attend Monday's inauguration of José "
        "Raúl Mulino "
        "in Panama City, the Chilean presidency confirmed."
    )
    assert [t[3] for t in told(read(reader, text))] == [{"CHL", "PAN"}]


def test_a_counterpart_is_whoever_has_the_office_there(reader: Reader) -> None:
    text = (
        "Maldivian Minister of Foreign Affairs Abdulla Khaleel will visit Singapore on 24 June at the invitation "
        "of the "
        "Minister for Foreign Affairs, Vivian Balakrishnan. He will call on Prime Minister Lawrence Wong and "
        "will have a "
        "bilateral meeting with his counterpart."
    )
    met = [set(t[4]) for t in told(read(reader, text)) if t[0] == "meeting"]
    assert met == [{"Abdulla Khaleel", "Lawrence Wong"}, {"Abdulla Khaleel", "Vivian Balakrishnan"}]


@pytest.mark.parametrize(
    ("text", "form"),
    [
        (
            "The Foreign Minister of Suriname, Albert Ramdin, and the Foreign Minister of Ghana, Shirley Ayorkor "
            "Botchwey, "
            "signed in Paramaribo on Monday an agreement on visas.",
            "ceremony",
        ),
        ("Surinamese Foreign Minister Albert Ramdin received in Paramaribo on Monday the envoy of Ghana.", "meeting"),
        (
            "The Foreign Minister of Suriname, Albert Ramdin, held on Monday in Paramaribo a working meeting with the "
            "Foreign Minister of Ghana, Shirley Ayorkor Botchwey.",
            "meeting",
        ),
    ],
)
def test_a_place_and_a_day_cut_no_verb_from_its_object(reader: Reader, text: str, form: str) -> None:
    (found,) = told(read(reader, text))
    assert found[:4] == (form, "held", "2024-06-17", {"SUR", "GHA"})


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Surinamese Foreign Minister Albert Ramdin arrived in Accra on Monday the 17th.", "2024-06-17"),
        ("Surinamese Foreign Minister Albert Ramdin landed in Accra on 3 June the same week as others.", "2024-06-03"),
        ("Surinamese Foreign Minister Albert Ramdin arrived in Accra the day before the summit.", None),
    ],
)
def test_what_follows_a_place_may_be_a_time(reader: Reader, text: str, day: str | None) -> None:
    (found,) = told(read(reader, text))
    assert found[:4] == ("visit", "held", day, {"SUR", "GHA"})


def test_on_the_margins_is_on_the_day_of_the_gathering(reader: Reader) -> None:
    text = (
        "Brazilian Foreign Minister Mauro Vieira took part in a ministerial conference in New York on Monday. On the "
        "margins of the meeting, the Minister had a conversation with the Foreign Minister of Egypt, Sameh Shoukry."
    )
    assert ("2024-06-17", {"BRA", "EGY"}) in [(t[2], t[3]) for t in told(read(reader, text))]


def test_the_minister_is_whose_house_tells_it(reader: Reader) -> None:
    text = (
        "Brazilian Foreign Minister Mauro Vieira took part in a conference in Nairobi on Monday. There he met "
        "with Kenyan "
        "Minister Musalia Mudavadi.\n\nOn the margins of the conference, the Minister met the Foreign Minister "
        "of Egypt, "
        "Sameh Shoukry."
    )
    assert {"BRA", "EGY"} in [t[3] for t in told(read(reader, text))]
    assert {"KEN", "EGY"} not in [t[3] for t in told(read(reader, text))]


def test_a_minister_who_acts_is_the_minister(reader: Reader) -> None:
    text = (
        "Estonian Foreign Minister Margus Tsahkna met Minister Baiba Braže of Latvia. Minister Braže praised "
        "Estonia. The "
        "Minister will visit Oslo in July."
    )
    assert ("2024-07", {"LVA", "NOR"}) in [(t[2], t[3]) for t in told(read(reader, text))]


DIARY = (
    "Agenda of the Minister of Foreign Affairs of Uruguay, Omar Paganini\n\nTuesday 3: working visit to "
    "Asunción; meeting "
    "with Foreign Minister Rubén Ramírez.\n\nThursday 5: receives the Ambassador of Peru, Ana Silva.\n\nFriday 6: "
    "travels to Lima."
)


def test_a_diary_is_its_owner_s(reader: Reader) -> None:
    assert [(t[0], t[1], t[2], t[3]) for t in told(read(reader, DIARY, "2024-08-30"))] == [
        ("visit", "announced", "2024-09-03", {"URY", "PRY"}),
        ("meeting", "announced", "2024-09-03", {"URY", "PRY"}),
        ("meeting", "announced", "2024-09-05", {"URY", "PER"}),
        ("visit", "announced", "2024-09-06", {"URY", "PER"}),
    ]


def test_a_report_that_names_days_is_no_diary(reader: Reader) -> None:
    text = (
        "Uruguayan Foreign Minister Omar Paganini was busy last week.\n\nOn Tuesday Rubén Ramírez, the Foreign "
        "Minister of "
        "Paraguay, came to Lima.\n\nOn Thursday 5 September he met the Ambassador of Chile, Ana Silva."
    )
    assert {"URY", "CHL"} not in [t[3] for t in told(read(reader, text, "2024-09-09"))]
