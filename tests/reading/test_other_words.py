"""What a report of talks holds, told in other words: visits called off, relays, demands, principles, journeys."""

from __future__ import annotations

import pytest

from detente.model import Reading
from detente.reading.reader import Reader
from tests.conftest import read

LEAD = (
    "Slovak Foreign Minister Juraj Blanár phoned Hungarian Foreign Minister Péter Szijjártó on Tuesday and will arrive "
    "in Budapest next week for talks, the ministry in Bratislava said.\n\n"
)


def told(reader: Reader, text: str) -> Reading:
    return read(reader, f"{LEAD}{text}\n\nThe two countries share a long border.\n", "2025-04-10")


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("A visit to Budapest in January came to nothing after vandals daubed the Slovak embassy.", "vandals"),
        ("He had pulled the plug on a trip to Budapest in January after a Slovak pilot was arrested.", "arrested"),
        ("His trip to Budapest in January never took place owing to a fire at the chancellery.", "fire"),
        ("Snow at the airport put paid to a visit to Budapest in January.", "Snow"),
        ("The visit replaces one in January that was scrapped after officers seized a lorry of salt.", "seized"),
        ("In January the minister had to abandon plans to visit Budapest in the wake of the floods.", "floods"),
        ("A January trip was nipped in the bud by a strike of air traffic controllers.", "strike"),
    ],
)
def test_a_visit_called_off_has_its_reason(reader: Reader, text: str, why: str) -> None:
    off = [e for e in told(reader, text).engagements if e.status.status == "cancelled"]
    assert [(e.form, e.when.edtf) for e in off] == [("visit", "2025-01")]
    assert off[0].status.reason is not None and why in off[0].status.reason.text


@pytest.mark.parametrize(
    "text",
    [
        "His spokesman, Marek Hudák, offered a summary. Blanár, he said, “asked for a single set of rules”.",
        "A fuller version came from the ministry's spokesman, Marek Hudák. By his account, the minister “asked for a "
        "single set of rules”.",
        "The ministry's spokesman, Marek Hudák, put it more drily: Blanár had “asked for a single set of rules”.",
        "Briefing newsmen on Wednesday, the ministry's spokesman, Mr Marek Hudák, said that Blanár “asked for a single "
        "set of rules”.",
    ],
)
def test_a_spokesman_relays_what_his_minister_said_on_the_line(reader: Reader, text: str) -> None:
    reading = told(reader, text)
    call = next(e.id for e in reading.engagements if e.form == "call")
    relayed = [
        s
        for s in reading.statements
        if "asked for a single" in s.content.text and any(r.role == "spokesperson" for r in s.chain)
    ]
    assert [(s.on_behalf_of, s.engagement) for s in relayed] == [("SVK", call)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "Good relations are conditional, Hungary's Foreign Ministry made plain in a statement. Slovakia has to "
            "reopen the bridge at Komárno, put the smugglers on trial, and ground the drones.",
            ("bridge", "smugglers", "drones"),
        ),
        ("It is up to Slovakia to reopen the bridge at Komárno, Szijjártó said in a statement.", ("bridge",)),
        ("Hungary insists that Slovakia reopen the bridge, the Hungarian Foreign Ministry said.", ("bridge",)),
        ("Slovakia would do well to restore the night trains, Szijjártó said in a statement.", ("night trains",)),
    ],
)
def test_what_another_side_has_to_do_is_a_demand(reader: Reader, text: str, words: tuple[str, ...]) -> None:
    demands = [p for p in told(reader, text).positions if p.kind == "demand" and p.holder.country == "HUN"]
    for word in words:
        assert any(word in p.content.text and p.toward == "SVK" for p in demands), word


def test_what_a_side_plans_itself_is_no_demand(reader: Reader) -> None:
    reading = told(reader, "Blanár is to see Hungarian officials in Budapest, Slovak spokesman Marek Hudák said.")
    assert not [p for p in reading.positions if p.kind == "demand"]


@pytest.mark.parametrize(
    "text",
    [
        "Hungary declares that it adheres to three principles: neutrality, openness and good faith.",
        "The end deals with the principles Hungary says it steers by: neutrality, openness and good faith.",
        "The communique of the Hungarian Foreign Ministry listed neutrality, openness and good faith as the principles "
        "on which Hungary relates with Slovakia.",
    ],
)
def test_principles_named_one_by_one(reader: Reader, text: str) -> None:
    found = [p for p in told(reader, text).positions if p.kind == "principle"]
    assert any(p.holder.country == "HUN" and "neutrality" in p.content.text for p in found)


@pytest.mark.parametrize(
    "text",
    [
        "Bratislava, the Hungarian Foreign Ministry contends, pledged at the summit in Győr in 2023 to leave the "
        "school alone; it wants the pledge honoured now.",
        "Szijjártó exhorted Bratislava to carry out in full what was agreed by the two states in Győr in 2019.",
    ],
)
def test_a_promise_recalled_and_called_in(reader: Reader, text: str) -> None:
    urged = [c for c in told(reader, text).commitments if c.status == "urged"]
    assert any(c.by == ("SVK",) and c.ascribed_by == "HUN" and "Győr" in c.content.text for c in urged)


@pytest.mark.parametrize(
    "text",
    [
        "Zagreb is the other stop. The spokesman put the dates of the tour at April 14 to April 18.",
        "Budapest forms the second leg of a tour that starts in Zagreb on 14 April and winds up on the 18th.",
        "The journey will last from 14 to 18 April and lead by way of Zagreb.",
    ],
)
def test_the_days_of_a_journey_wherever_they_hang(reader: Reader, text: str) -> None:
    visits = [e for e in told(reader, text).engagements if e.form == "visit"]
    assert any(e.when.edtf == "2025-04-14/2025-04-18" and "Zagreb" in [p.name for p in e.places] for e in visits)


@pytest.mark.parametrize(
    "text",
    [
        "Hungary has approved the appointment of Mr László Baranyi, a former consul, as its special envoy for Africa.",
        "The Hungarian government has entrusted László Baranyi with the new post of special envoy for Africa.",
    ],
)
def test_an_appointment_in_other_words(reader: Reader, text: str) -> None:
    tenures = [t for t in told(reader, text).tenures if t.change == "appointed"]
    assert [(t.person, t.country) for t in tenures] == [("László Baranyi", "HUN")]


def test_who_travels_and_speaks_there_rang_nobody_up(reader: Reader) -> None:
    text = "Deputy Foreign Minister Rastislav Chovanec went to Budapest last week and spoke to Hungarian officials."
    assert sum(e.form == "call" for e in told(reader, text).engagements) == 1
