"""Two who met, journeys told in two clauses, plans that came to nothing, promises told of again, lists of demands,
carriers, asides after quotations, and the marks of agencies: what ordinary reports say of them in ordinary words."""

from __future__ import annotations

import pytest

from detente.model import Engagement
from detente.reading.reader import Reader
from tests.conftest import read

DAY = "2025-02-18"  # a Tuesday
NORWAY = "Norwegian Foreign Minister Espen Barth Eide was in Helsinki on Monday.\n\n"
IRAQ = "Iraq's foreign minister, Fuad Hussein, spoke by phone with Turkish Foreign Minister Hakan Fidan on Monday.\n\n"


def told(reader: Reader, text: str, *forms: str) -> list[Engagement]:
    return [e for e in read(reader, text, DAY).engagements if not forms or e.form in forms]


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("Finance Minister Jonas Lie and Riikka Purra, Finland's finance minister, met in Oslo in January.",
         {"Jonas Lie": "NOR", "Riikka Purra": "FIN"}),
        ("Finland's finance minister, Riikka Purra, and Defence Minister Tore Sandvik met in Oslo in January.",
         {"Tore Sandvik": "NOR", "Riikka Purra": "FIN"}),
        ("Mika Salo, Finland's energy minister, and Energy Minister Terje Aasland held talks in Oslo in January.",
         {"Mika Salo": "FIN", "Terje Aasland": "NOR"}),
    ],
)  # fmt: skip
def test_two_who_met_are_not_of_one_state(reader: Reader, text: str, sides: dict[str, str]) -> None:
    [met] = told(reader, NORWAY + text, "meeting", "talks")
    assert {str(p.actor.name): p.actor.country for p in met.participants} == sides


def test_two_of_one_state_who_met_a_third(reader: Reader) -> None:
    text = (
        "Polish Prime Minister Donald Tusk and Foreign Minister Jan Kowal met in Vilnius on Monday with Lithuanian "
        "officials."
    )
    [met] = told(reader, text)
    assert {p.actor.name: p.actor.country for p in met.participants}["Jan Kowal"] == "POL"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Uganda's Trade Minister Francis Mwebesa met Kenya's Trade CS Lee Kinyanjui in Kampala on Monday.",
         "Lee Kinyanjui"),
        ("Malaysian DPM Ahmad Zahid Hamidi and Singapore DPM Gan Kim Yong met in Kuala Lumpur on Monday.",
         "Gan Kim Yong"),
    ],
)  # fmt: skip
def test_titles_in_letters(reader: Reader, text: str, name: str) -> None:
    [met] = told(reader, text)
    assert name in {p.actor.name for p in met.participants}


def test_letters_that_are_no_title(reader: Reader) -> None:
    text = "Police fired CS gas at 5 pm on Monday, Ugandan Foreign Minister Jeje Odongo said."
    assert {a.name for a in read(reader, text, DAY).actors if a.kind == "person"} == {"Jeje Odongo"}


@pytest.mark.parametrize(
    "text",
    [
        "It starts on March 2 and ends on March 6, his spokesman said, and will also take the minister to Helsinki.",
        "The tour, which starts on March 2 and ends on March 6, also includes Helsinki.",
        "It begins on March 2, finishes on March 6 and includes a day in Helsinki, spokeswoman Anne Dahl said.",
        "He sets out on March 2 and returns on March 6, his spokesman said; Helsinki is on the route too.",
    ],
)
def test_a_journey_told_by_its_first_and_last_day(reader: Reader, text: str) -> None:
    lead = "Danish Foreign Minister Lars Lokke Rasmussen will visit Tallinn on March 4. "
    visits = told(reader, lead + text, "visit")
    assert {e.when.edtf: {p.name for p in e.places} for e in visits} == {
        "2025-03-04": {"Tallinn"},
        "2025-03-02/2025-03-06": {"Tallinn", "Helsinki"},
    }


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("He had meant to go in November, but the visit was called off because a storm closed the airport.", "2024-11"),
        ("He had been supposed to travel in November, but that trip was scrapped after a cabinet crisis.", "2024-11"),
        ("He was to have been there in October. That visit was cancelled amid protests.", "2024-10"),
        ("He had planned to make the journey in September, but it had to be put off because of fires.", "2024-09"),
        ("An earlier one, in November, was called off over the arrest of a student.", "2024-11"),
    ],
)  # fmt: skip
def test_what_came_to_nothing_is_not_what_is_to_come(reader: Reader, text: str, when: str) -> None:
    lead = "Moldovan Foreign Minister Mihai Popsoi will make a visit to Bucharest on February 23. "
    coming, gone = sorted(told(reader, lead + text, "visit"), key=lambda e: e.background)
    assert (coming.status.status, coming.when.edtf) == ("announced", "2025-02-23")
    assert (gone.status.status in ("cancelled", "postponed"), gone.when.edtf, gone.background) == (True, when, True)
    assert gone.status.reason is not None


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("A plan for Bourita to visit Madrid in December was dropped after an attack on an army base.", "2024-12"),
        ("Bourita's previous plan to visit Madrid, in November, was dropped following a storm.", "2024-11"),
    ],
)  # fmt: skip
def test_a_plan_that_was_dropped_is_its_own(reader: Reader, text: str, when: str) -> None:
    lead = (
        "Moroccan Foreign Minister Nasser Bourita is to hold talks with his counterparts from Mali and Niger in Bamako "
        "on March 2.\n\n"
    )
    found = {e.form: (e.status.status, e.when.edtf) for e in told(reader, lead + text)}
    assert found == {"talks": ("announced", "2025-03-02"), "visit": ("cancelled", when)}


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("asked Turkey to follow through on a promise to open the gates. Turkey made the promise at a summit in Basra "
         "last year, it said.", "Basra"),
        ("urged Turkey to honour a commitment to open the gates. It said the commitment was made in Ankara in 2022.",
         "Ankara"),
        ("called on Turkey to keep its word and open the gates. The pledge dates from talks in Basra last May.",
         "Basra"),
    ],
)  # fmt: skip
def test_where_a_promise_was_made_is_told_next(reader: Reader, text: str, where: str) -> None:
    [promise] = read(reader, IRAQ + "Iraq's foreign ministry " + text, DAY).commitments
    assert (promise.by, promise.ascribed_by, promise.status) == (("TUR",), "IRQ", "urged")
    assert promise.refers_to is not None and where in promise.refers_to.text


@pytest.mark.parametrize(
    "text",
    [
        "Iraq's foreign ministry said Turkey ought to let boats through, stop sending drones and free a photographer.",
        "According to Iraq's foreign ministry, Turkey ought to let boats through, stop sending drones and free a "
        "photographer.",
        "The Iraqi statement said that Turkey needed to let boats through, to stop sending drones and to free a "
        "photographer.",
    ],
)
def test_each_deed_that_is_asked_for_is_a_demand(reader: Reader, text: str) -> None:
    demands = [p for p in read(reader, IRAQ + text, DAY).positions if p.kind == "demand"]
    assert [p.toward for p in demands] == ["TUR"] * 3
    assert [any(w in p.content.text for p in demands) for w in ("boats", "drones", "photographer")] == [True] * 3


def test_a_clause_that_describes_sets_no_condition(reader: Reader) -> None:
    text = "Iraq was worried about the river, which can be crossed only if it is low, spokesman Ali Jaber of Iraq said."
    assert [p.kind for p in read(reader, IRAQ + text, DAY).positions] == ["concern"]


@pytest.mark.parametrize(
    ("carrier", "outlet"),
    [
        ("told the Lithuanian news portal Delfi.lt", "Delfi.lt"),
        ("told news website 15min", "15min"),
        ("told the Hungarian website index.hu", "index.hu"),
        ("told Ukrainian television channel 24tv", "24tv"),
        ("told Budapest-based online magazine Válasz", "Válasz"),
        ("told the Kyrgyz outlet 24.kg", "24.kg"),
    ],
)
def test_sites_and_channels_carry_words(reader: Reader, carrier: str, outlet: str) -> None:
    text = f"“Nobody wins,” Jonas Petraitis, a professor of law at Vilnius University, {carrier}."
    [said] = read(reader, text, DAY).statements
    assert [c.name for c in said.chain if c.role == "outlet"] == [outlet]


@pytest.mark.parametrize(
    "text",
    [
        "The two ministers “discussed dams, the status of fishermen and the coming council”, Foreign Ministry "
        "spokeswoman Layla Jabir said at a news conference in Baghdad.",
        "The pair “surveyed quotas, tariffs and the state of the dams, among other matters”, the ministry's "
        "spokeswoman, Layla Jabir, said on Monday.",
    ],
)
def test_who_speaks_after_a_list_in_marks(reader: Reader, text: str) -> None:
    [said] = read(reader, IRAQ + text, DAY).statements
    assert (said.speaker is not None and said.speaker.name, said.on_behalf_of) == ("Layla Jabir", "IRQ")
    assert said.content.text.startswith("The") and "dams" in said.content.text and said.content.text.endswith("”")


@pytest.mark.parametrize(
    "text",
    [
        "Armenian Deputy Foreign Minister Vahan Kostanyan was in Bern on Monday and spoke with Swiss officials.",
        "Armenian Deputy Foreign Minister Vahan Kostanyan was in Bern on Monday. He spoke with Swiss officials.",
        "While in Bern on Monday, Armenian Deputy Foreign Minister Vahan Kostanyan spoke with Swiss officials.",
    ],
)
def test_who_is_there_rings_nobody_up(reader: Reader, text: str) -> None:
    [talks] = told(reader, text, "call", "talks", "meeting")
    assert (talks.form, [p.name for p in talks.places]) == ("talks", ["Bern"])


def test_a_call_from_abroad_to_a_third_state(reader: Reader) -> None:
    text = (
        "Armenian Foreign Minister Ararat Mirzoyan was in Bern on Monday and spoke by phone with Iranian Foreign "
        "Minister Abbas Araghchi."
    )
    [call] = told(reader, text, "call")
    assert set(call.countries) == {"ARM", "IRN"}


def test_a_conversation_between_two_of_one_state_is_no_third_state_s(reader: Reader) -> None:
    text = (
        "Croatia withdrew from the arbitration in 2015, after the publication of recorded conversations between a "
        "Slovenian arbitrator and a Slovenian official."
    )
    assert told(reader, text) == []


def test_what_a_conversation_was_about(reader: Reader) -> None:
    text = (
        "Trade Minister Cecilie Myrseth and Finland's economy minister, Wille Rydman, met in Oslo in January, and the "
        "conversation was about timber."
    )
    [met] = told(reader, NORWAY + text, "meeting")
    assert met.topics == ("timber",)


@pytest.mark.parametrize(
    ("text", "source", "target"),
    [
        ("He worked in Cyprus, which Turkey invaded in July 1974, and where the United Nations still keeps a zone.",
         "TUR", "CYP"),
        ("He worked in Hungary, which Soviet troops invaded in November 1956 and which left the pact in 1990.",
         "SUN", "HUN"),
    ],
)  # fmt: skip
def test_what_is_done_to_which(reader: Reader, text: str, source: str, target: str) -> None:
    [assault] = [e for e in read(reader, text, DAY).events if e.plover_root == "ASSAULT"]
    assert (assault.source.country, assault.target and assault.target.country) == (source, target)


@pytest.mark.parametrize(
    ("line", "agency"),
    [
        ("(Hina) xmb yyms", "HINA"),
        ("tma/cn (Reuters)", "Reuters"),
        ("dh/rc (AP, dpa, Reuters)", "AP"),
        ("(ANSA) - red/lm", "ANSA"),
        ("/TASR/ ab cd", "TASR"),
        ("AFP/hs", "AFP"),
    ],
)
def test_an_agency_with_the_initials_of_its_desk(reader: Reader, line: str, agency: str) -> None:
    reading = read(reader, IRAQ + "The ferry was late.\n\n" + line, DAY)
    assert (reading.source.agency or "").upper() == agency.upper()
    assert line in {f.span.text for f in reading.furniture}


def test_the_list_below_a_report_is_the_page_s(reader: Reader) -> None:
    report = IRAQ + "Both ministers said on Monday that they would talk again before the end of the month."
    links = ["Share prices close higher in Basra", "Wind halts ferries on the lake"]
    page = report * 3 + "\n\nLatest news\n" + "\n".join(links) + "\n\nNo part of this website may be reproduced."
    assert set(links) <= {f.span.text for f in read(reader, page, DAY).furniture}


@pytest.mark.parametrize(
    "text",
    [
        "The Iraqi foreign ministry said in a press release that Hussein had reminded his counterpart that “a river is "
        "no pipe”.",
        "In a statement, the Iraqi foreign ministry said Hussein had told Fidan that “a river is no pipe”.",
        "The Iraqi foreign ministry issued a statement in which Hussein said that “a river is no pipe”.",
    ],
)
def test_what_stands_in_a_paper_came_through_it(reader: Reader, text: str) -> None:
    said = [s for s in read(reader, IRAQ + text, DAY).statements if "no pipe" in s.content.text]
    assert said and all("statement" in {r.role for r in s.chain} for s in said)


def test_words_do_not_break_off_in_a_quotation(reader: Reader) -> None:
    text = 'In January Iraqi President Abdul Latif Rashid spoke of the Turks as "neighbours by God\'s will".'
    assert "neighbours by God's will" in read(reader, text, DAY).statements[0].content.text


def test_who_is_told_of_with_who_is_a_person(reader: Reader) -> None:
    text = "“Neither can lose face,” Aigul Osmonova, who teaches at the American University in Bishkek, told the BBC."
    [said] = read(reader, text, DAY).statements
    assert said.speaker is not None and said.speaker.name == "Aigul Osmonova"


@pytest.mark.parametrize(
    "text",
    [
        "He will also go to Helsinki. He will be away from March 2 to 6.",
        "On the way, he will call at Helsinki. He leaves on March 2 and is back on March 6.",
    ],
)
def test_the_days_of_a_journey_told_after_its_stops(reader: Reader, text: str) -> None:
    lead = "Danish Foreign Minister Lars Lokke Rasmussen will visit Tallinn on March 4.\n\n"
    [trip] = [e for e in told(reader, lead + text, "visit") if e.when.edtf == "2025-03-02/2025-03-06"]
    assert {p.name for p in trip.places} == {"Tallinn", "Helsinki"}


@pytest.mark.parametrize(
    "text",
    ["; fish was at the heart of their conversation.", ", and fish took up most of the meeting.",
     ", with fish at the centre of the talks."],
)  # fmt: skip
def test_what_a_meeting_turned_on(reader: Reader, text: str) -> None:
    lead = "In November, Energy Minister Terje Aasland received Finnish Commerce Minister Ville Tavio in Oslo"
    [met] = told(reader, NORWAY + lead + text, "meeting")
    assert met.topics == ("fish",)


def test_a_pledge_told_across_an_aside(reader: Reader) -> None:
    text = (
        "In a statement, Iraq called on Turkey to comply with a commitment that Turkey, according to the ministry, "
        "made at the joint cabinet meeting in Basra in 2019."
    )
    [said] = read(reader, text, DAY).statements
    assert said.content.text.endswith("in 2019") and said.on_behalf_of == "IRQ"


def test_two_countries_named_again_bring_in_no_third(reader: Reader) -> None:
    text = (
        "Kenyan Foreign Minister Musalia Mudavadi will meet the foreign ministers of Uganda and Burundi, two countries "
        "with troops in Somalia, in Kampala on Friday."
    )
    [met] = told(reader, text, "meeting")
    assert set(met.countries) == {"KEN", "UGA", "BDI"}


def test_a_journey_ends_after_it_begins(reader: Reader) -> None:
    text = (
        "Maltese Foreign Minister Ian Borg will visit Tripoli on March 12. The trip takes Borg from Tunis, where he "
        "arrives on March 10, to Tripoli, and he flies home on March 13."
    )
    days = [str(e.when.edtf).split("/") for e in told(reader, text, "visit")]
    assert all(ends == sorted(ends) for ends in days) and ["2025-03-10", "2025-03-13"] in days


def test_a_dateline_of_two_towns(reader: Reader) -> None:
    text = "TRIPOLI/VALLETTA (dpa) — Malta's Foreign Minister Ian Borg is coming to Tripoli on March 12."
    assert read(reader, text, DAY).source.agency == "dpa"
