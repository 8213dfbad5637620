"""Ordinary sentences of ordinary reports, in words that no other test has: what a page at first sight must yield."""

from __future__ import annotations

import pytest

from detente.model import Engagement, Reading
from detente.reading.reader import Reader
from tests.conftest import read

DAY = "2025-09-18"  # a Thursday
CALL = (
    "MADRID — Spanish Foreign Minister José Manuel Albares spoke by phone with his Moroccan counterpart Nasser Bourita "
    "on Tuesday. Albares will visit Rabat next week.\n\n"
)


def only(reading: Reading, *forms: str) -> Engagement:
    """The one engagement of some forms."""
    (found,) = [e for e in reading.engagements if e.form in forms]
    return found


def names(engagement: Engagement) -> set[str]:
    return {str(p.actor.name) for p in engagement.participants}


@pytest.mark.parametrize(
    "text",
    [
        "Spain's foreign minister, José Manuel Albares, got through to his Moroccan opposite number Nasser Bourita on "
        "Tuesday, officials on both sides said.",
        "Spanish Foreign Minister José Manuel Albares picked up the phone to Moroccan Foreign Minister Nasser Bourita "
        "on Tuesday.",
        "The Spanish foreign minister José Manuel Albares is busy. On Tuesday Albares rang Nasser Bourita, Morocco's "
        "Minister of Foreign Affairs, and the two stayed on the line for the better part of an hour.",
    ],
)
def test_a_call_however_told(reader: Reader, text: str) -> None:
    call = only(read(reader, text, DAY), "call")
    assert (call.when.edtf, names(call)) == ("2025-09-16", {"José Manuel Albares", "Nasser Bourita"})


def test_telephones_in_everyone_s_hands_are_no_call(reader: Reader) -> None:
    text = CALL + "The drivers are following all this on their phones."
    assert len([e for e in read(reader, text, DAY).engagements if e.form == "call"]) == 1


def test_an_account_of_a_call_is_no_other_call(reader: Reader) -> None:
    text = CALL + "The Moroccan foreign ministry gave its own version of the call in a statement on Wednesday."
    assert only(read(reader, text, DAY), "call").when.edtf == "2025-09-16"


@pytest.mark.parametrize(
    "account",
    [
        'As Ana Ruiz, spokeswoman for the Spanish foreign ministry, told it, the ministers had "a frank chat on fish".',
        'The two "compared notes on visas and fish", according to Ana Ruiz, a Spanish government spokeswoman.',
        'Per Spanish government spokeswoman Ana Ruiz, the two "touched on fish and visas".',
        'The ministers "shared views on fish", Spanish government spokeswoman Ana Ruiz told a briefing in Madrid.',
        'The ministers "took up fish and visas", said Ana Ruiz, who speaks for the Spanish foreign ministry.',
    ],
)
def test_a_spokesman_s_account_however_relayed(reader: Reader, account: str) -> None:
    reading = read(reader, CALL + account, DAY)
    relayed = [s for s in reading.statements if any(r.role == "spokesperson" for r in s.chain)]
    relayed = [s for s in relayed if s.on_behalf_of]
    assert [(s.on_behalf_of, s.engagement) for s in relayed] == [("ESP", only(reading, "call").id)]


@pytest.mark.parametrize(
    "words",
    [
        "The Moroccan side called for Spain to stop the checks, to free the boats and to pay a fine, a statement said.",
        "Spain, the Moroccan foreign ministry said in a statement, should stop the checks, free the boats and pay a "
        "fine.",
        "Bourita told Albares that Spain ought to stop the checks, free the boats and pay a fine, Morocco said.",
        "Spain was told to stop the checks, to free the boats and to pay a fine, the Moroccan foreign ministry said.",
        "Morocco wants Spain to stop the checks, let the boats go and pay a fine, its foreign ministry said.",
    ],
)
def test_each_demand_of_a_list(reader: Reader, words: str) -> None:
    demands = [p for p in read(reader, CALL + words, DAY).positions if p.kind == "demand"]
    told = " ".join(p.content.text for p in demands)
    assert all(part in told for part in ("the checks", "boats", "a fine"))
    assert {(p.holder.country, p.toward) for p in demands} == {("MAR", "ESP")}


@pytest.mark.parametrize(
    "words",
    [
        "The ministry also urged Madrid to act on assurances that it said Spain had given at a summit in Lisbon.",
        "The ministry called on Spain to live up to the commitment it had given, as per the Moroccan side, in Lisbon.",
        "Rabat expects Madrid to fulfil obligations that it assumed, in the ministry's words, at the Lisbon summit.",
    ],
)
def test_a_promise_told_across_an_aside(reader: Reader, words: str) -> None:
    text = CALL + "In a statement, the Moroccan foreign ministry said water was scarce. " + words
    found = [c for c in read(reader, text, DAY).commitments if c.status == "urged"]
    assert [(c.by, c.ascribed_by) for c in found] == [(("ESP",), "MAR")]
    assert all("Lisbon" in c.content.text for c in found)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ('Rabat\'s version was sharper. Morocco has "no need of lectures," the ministry said in a note.', "MAR"),
        ('In Rabat, the mood was different. "Water is no favour," the foreign ministry said in a statement.', "MAR"),
        ('Morocco was cooler. "Water is no favour," reads the note that Morocco\'s foreign ministry put out.', "MAR"),
    ],
)
def test_whose_ministry_speaks(reader: Reader, text: str, speaker: str) -> None:
    before = CALL + "Ana Ruiz, the spokeswoman of the Spanish foreign ministry, was pleased.\n\n"
    last = read(reader, before + text, DAY).statements[-1]
    assert last.on_behalf_of == speaker


@pytest.mark.parametrize(
    ("text", "month"),
    [
        ("A trip to Kampala pencilled in for March was shelved because of a storm.", "2025-03"),
        ("He was originally due in Kampala in July. He pulled out of that visit because of a strike.", "2025-07"),
        ("He should have been in Kampala in July; the trip was dropped owing to a strike at the airport.", "2025-07"),
        ("A July visit by Nduhungirehe to Kampala could not take place as floods cut the road.", "2025-07"),
        ("He had planned to visit Kampala in July. Those plans were ditched because of a strike.", "2025-07"),
    ],
)
def test_a_visit_called_off_beside_the_coming_one(reader: Reader, text: str, month: str) -> None:
    coming = "Rwandan Foreign Minister Olivier Nduhungirehe will visit Kampala on September 25. "
    visits = {(e.status.status, e.when.edtf) for e in read(reader, coming + text, DAY).engagements}
    assert {("announced", "2025-09-25"), ("cancelled", month)} <= visits


def test_a_question_tells_of_no_visit(reader: Reader) -> None:
    text = "Finnish Foreign Minister Elina Valtonen will be in Riga on Monday.\n\nWhy did the first visit fall through?"
    assert only(read(reader, text, DAY), "visit").status.status == "announced"


@pytest.mark.parametrize(
    ("text", "town", "sides"),
    [
        ("He begins in Nuuk, where he will see his Danish and Canadian counterparts ahead of a summit on Dec. 1.",
         "Nuuk", {"NOR", "DNK", "CAN"}),
        ("The tour opens in Copenhagen: there he is to sit down with his opposite numbers from Denmark and Canada.",
         "Copenhagen", {"NOR", "DNK", "CAN"}),
        ("In the Danish capital, Eide is slated to join his Danish and Canadian counterparts for consultations.",
         "Copenhagen", {"NOR", "DNK", "CAN"}),
    ],
)  # fmt: skip
def test_counterparts_on_the_way(reader: Reader, text: str, town: str, sides: set[str]) -> None:
    before = "Norwegian Foreign Minister Espen Barth Eide will visit Reykjavik next week, spokesman Ola Dahl said. "
    meeting = only(read(reader, before + text, DAY), "meeting", "talks")
    assert set(meeting.countries) == sides
    assert ([p.name for p in meeting.places], meeting.when.edtf) == ([town], None)


@pytest.mark.parametrize(
    "text",
    [
        "Eide will embark on a four-day tour on September 23. He will first go to Nuuk before heading to Riga.",
        "Eide leaves on September 23 for a tour that ends on September 26 and takes him to Nuuk and Riga.",
        "Eide will be in the region from 23 to 26 September, with stops in Nuuk and Riga.",
    ],
)
def test_a_journey_with_its_days_and_stops(reader: Reader, text: str) -> None:
    before = "Norwegian Foreign Minister Espen Barth Eide is pleased. "
    visits = [e for e in read(reader, before + text, DAY).engagements if e.when.edtf == "2025-09-23/2025-09-26"]
    assert [{p.name for p in e.places} for e in visits] == [{"Nuuk", "Riga"}]


@pytest.mark.parametrize(
    "text",
    [
        "Trade ministers Lee Kinyanjui of Kenya and Francis Mwebesa of Uganda met in Nairobi in May to talk trade.",
        "The trade ministers of the two countries, Lee Kinyanjui of Kenya and Francis Mwebesa of Uganda, met in "
        "Nairobi in May; trade in farm goods topped the agenda.",
        "Lee Kinyanjui, Kenya's trade minister, and Ugandan counterpart Francis Mwebesa sat down together in Nairobi "
        "in May. Trade was the main item on the menu.",
        "Before that, in May, it was the turn of the two trade portfolios. Lee Kinyanjui, Kenya's trade minister, and "
        "his Ugandan colleague Francis Mwebesa met in Nairobi to discuss how to get trade moving again.",
        "A meeting in Nairobi in May between Kenya's Trade Minister Lee Kinyanjui and Uganda's Francis Mwebesa dealt "
        "with trade.",
    ],
)
def test_two_ministers_with_their_topic(reader: Reader, text: str) -> None:
    meeting = only(read(reader, "Kenyan Foreign Minister Musalia Mudavadi is pleased. " + text, DAY), "meeting")
    assert names(meeting) == {"Lee Kinyanjui", "Francis Mwebesa"}
    assert (meeting.when.edtf, [p.name for p in meeting.places]) == ("2025-05", ["Nairobi"])
    assert any("trade" in t.lower() for t in meeting.topics)


@pytest.mark.parametrize(
    ("text", "speaker", "outlet"),
    [
        ('"Both fear one thing," Haider Jabbar, a researcher, told Baghdad daily Al-Mada.', "Haider Jabbar", "Al-Mada"),
        ('"They need an enemy," Eszter Halmai, a historian, told the Hungarian weekly HVG.', "Eszter Halmai", "HVG"),
        ('Chifundo Nyasulu is not holding his breath. "They need an empty queue," the University of Malawi law '
         'professor told The Nation, a Blantyre daily.', "Chifundo Nyasulu", "The Nation"),
        ('Retired Maj. Gen. Mamoun Odeh is less patient: "The desert has no fences."', "Mamoun Odeh", None),
    ],
)  # fmt: skip
def test_who_comments_and_where(reader: Reader, text: str, speaker: str, outlet: str | None) -> None:
    (found,) = read(reader, text, DAY).statements
    assert found.speaker is not None and found.speaker.name == speaker
    assert found.on_behalf_of is None
    assert [r.name for r in found.chain if r.role == "outlet"] == ([outlet] if outlet else [])


def test_a_general_of_the_armed_forces(reader: Reader) -> None:
    text = '"Watch the back gate," said Maj. Gen. Arnel Go of the Armed Forces of the Philippines (AFP) on Monday.'
    (found,) = read(reader, text, DAY).statements
    assert found.speaker is not None and found.speaker.organisation == "Armed Forces of the Philippines"


@pytest.mark.parametrize(
    "text",
    [
        "Togo last week named Komlan Agbeko, a former ambassador in Paris, special envoy for the Sahel.",
        "By decree, Togo's president made Komlan Agbeko special envoy for the Sahel.",
    ],
)
def test_an_envoy_is_named(reader: Reader, text: str) -> None:
    tenures = read(reader, text, DAY).tenures
    assert ("Komlan Agbeko", "special envoy for the Sahel", "TGO", "appointed") in {
        (t.person, t.post, t.country, t.change) for t in tenures
    }


def test_the_rims_of_a_page(reader: Reader) -> None:
    body = "\n\n".join(
        f"The minister of roads said on Monday that the bridge over the river would be open by {month}, the ministry's "
        "engineers having found no fault with the piers."
        for month in ("May", "June", "July", "August")
    )
    page = f"Reserved for subscribers\nA bridge for the river, late again\n\n{body}\n\nOther dossiers\nTobacco sales"
    aside = {f.span.text for f in read(reader, page, DAY).furniture}
    assert {"Reserved for subscribers", "Other dossiers", "Tobacco sales"} <= aside
    assert "A bridge for the river, late again" not in aside


@pytest.mark.parametrize(
    "text",
    [
        "Chile's foreign minister will go to Peru, his ministry said on Thursday. The news came a day "
        "after the minister, Alberto van Klaveren, and Peruvian Foreign Minister Elmer Schialer spoke by "
        "telephone.",
        "A day after he spoke by telephone with Peruvian Foreign Minister Elmer Schialer, Chilean Foreign "
        "Minister Alberto van Klaveren said on Thursday that all was well.",
    ],
)
def test_days_counted_from_the_day_of_another_clause(reader: Reader, text: str) -> None:
    call = next(e for e in read(reader, text, "2024-05-10").engagements if e.form == "call")
    assert call.when.edtf == "2024-05-08"
    assert {p.actor.post.lower() for p in call.participants if p.actor.post} == {"foreign minister"}
