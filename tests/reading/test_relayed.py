"""Whose word it is: who tells of another's words stands in the chain, and what they tell is not the other's account."""

from __future__ import annotations

import pytest

from detente.outputs import summary
from detente.reading.reader import Reader
from detente.record.relayed import own_words, tellers
from tests.conftest import read

DAY = "2026-05-14"


# words, the side told of, and the names of those who tell of it, the nearest first
TOLD = [
    ("Kenyan Foreign Minister Amina Wanjala said that Uganda had pledged to reopen the Busia crossing.", "UGA",
     ["Amina Wanjala"]),
    ("Amina Wanjala, the foreign minister of Kenya, said Uganda believes that the treaty is no longer binding.", "UGA",
     ["Amina Wanjala"]),
    ("A scholar at Makerere University said the United States believes that the sanctions must stay.", "USA",
     ["scholar"]),
    ("According to Peruvian Foreign Minister Rosa Quispe, Chile promised to release the seized trawlers.", "CHL",
     ["Rosa Quispe"]),
    ("Polish Foreign Minister Jan Wilk recalled that Hungary had assured him that it would not veto the loan.", "HUN",
     ["Jan Wilk"]),
    ("Turkish President Kemal Aydin accused Greece of having threatened to extend its waters.", "GRC",
     ["Kemal Aydin"]),
    ("Uganda has pledged to reopen the crossing, Kenyan Foreign Minister Amina Wanjala said.", "UGA",
     ["Amina Wanjala"]),
    ("Finnish President Aino Salo said that Estonian Prime Minister Mart Kask had recalled that Latvia had promised to "
     "close the port.", "LVA", ["Mart Kask", "Aino Salo"]),
    ("“Moldova believes that the corridor must be closed,” Ukrainian Foreign Minister Petro Bondar said.", "MDA",
     ["Petro Bondar"]),
    ("The Thai foreign ministry's spokesman, Somchai Dee, said the letter from Phnom Penh stated that Cambodia would "
     "not accept mediation.", "KHM", ["Somchai Dee"]),
    ("An unnamed source told the newspaper that Norway had promised to release the trawler.", "NOR",
     ["An unnamed source"]),
]  # fmt: skip


@pytest.mark.parametrize(("words", "side", "through"), TOLD)
def test_who_tells_of_words_stands_in_their_chain(
    reader: Reader, words: str, side: str, through: list[str]
) -> None:  # fmt: skip
    reading = read(reader, words, DAY)
    (told,) = [s for s in reading.statements if s.on_behalf_of == side]
    assert [r.name for r in told.chain][1:] == through
    assert told.id in tellers(reading.statements) and told not in own_words(reading.statements)
    held = [p.holder.country for p in reading.positions if p.statement != told.id]
    assert all(c != side for c in held)
    assert side not in summary.sides(reading)


@pytest.mark.parametrize("words", [
    "Indian Foreign Minister Arjun Rao's spokesman said that India wants the fishermen to be freed.",
    "Danish Foreign Minister Lise Holm said that Denmark had pledged to send two ships.",
    "The Zambian ministry said that Zambian Foreign Minister Joseph Banda had demanded the release of the crew.",
])  # fmt: skip
def test_a_side_s_own_people_tell_its_own_word(reader: Reader, words: str) -> None:
    reading = read(reader, words, DAY)
    assert not tellers(reading.statements)
    assert len(summary.sides(reading)) == 1


def test_what_another_is_told_to_refuse_is_not_the_tellers_line(reader: Reader) -> None:
    words = (
        "The spokesman of the Thai foreign ministry said that Cambodia had written that it would never accept the map."
    )
    reading = read(reader, words, DAY)
    assert {p.holder.country for p in reading.positions} == {"KHM"}
    must = "The spokesman of the Thai foreign ministry insisted that Cambodia announce the closure in advance."
    assert [(p.holder.country, p.kind) for p in read(reader, must, DAY).positions] == [("THA", "demand")]


def test_the_words_of_others_in_a_quotation_are_not_the_speaker_s(reader: Reader) -> None:
    reading = read(
        reader,
        "“We were told that Morocco would lift the ban,” Algerian Foreign Minister Karim Haddad said on Monday. “They "
        "insisted that no troops would cross the line.”",
        DAY,
    )
    they = next(s for s in reading.statements if s.content.text == "no troops would cross the line")
    assert [r.name for r in they.chain] == ["They", "Karim Haddad"]
    assert not [p for p in reading.positions if p.holder.country == "DZA"]


@pytest.mark.parametrize(("teller", "ascribed"), [
    ("A scholar at Makerere University said", None),
    ("A European diplomat said", None),
    ("Kenyan Foreign Minister Amina Wanjala claimed", "KEN"),
])  # fmt: skip
def test_a_promise_that_somebody_else_tells_of_is_unconfirmed(
    reader: Reader, teller: str, ascribed: str | None
) -> None:  # fmt: skip
    reading = read(reader, f"{teller} that Uganda had promised to reopen the crossing.", DAY)
    (promise,) = reading.commitments
    assert (promise.by, promise.ascribed_by) == (("UGA",), ascribed)
    assert summary.promise(promise, reading.statements).endswith("unconfirmed")
    own = read(reader, "Uganda promised to reopen the crossing.", DAY).commitments[0]
    assert own.ascribed_by == "UGA"


def test_what_is_denied_to_have_been_said_is_no_statement(reader: Reader) -> None:
    reading = read(reader, "Belarus denied that Lithuania had promised to reopen the border.", DAY)
    assert [s.on_behalf_of for s in reading.statements] == ["BLR"] and not reading.commitments


def test_a_deed_that_somebody_tells_of_is_told_in_his_statement(reader: Reader) -> None:
    reading = read(reader, "A retired general said Russia wants a permanent base in Sudan.", DAY)
    assert [(p.holder.country, p.statement) for p in reading.positions] == [("RUS", "s1")]
    assert not summary.sides(reading)


@pytest.mark.parametrize(("who", "side"), [
    ("A European diplomat", None), ("A Western official", None), ("A source close to the talks", None),
    ("An Iranian diplomat", "IRN"), ("A government source in Oslo", "NOR"),
])  # fmt: skip
def test_a_source_of_nowhere_speaks_for_none_of_those_it_tells_of(
    reader: Reader, who: str, side: str | None
) -> None:  # fmt: skip
    reading = read(reader, f"{who} said that Qatar had offered to host the next round.", DAY)
    assert reading.statements[0].on_behalf_of == side


def test_what_the_reporter_remarks_is_not_the_speaker_s_word(reader: Reader) -> None:
    reading = read(
        reader, "Traders complain of the delays at the border, which Uganda in March promised to end by August.", DAY
    )
    assert [(c.by, c.ascribed_by) for c in reading.commitments] == [(("UGA",), "UGA")]


# quoted words of a Monday or of a week, told in a Wednesday's paper, and the day that they mean
SPOKEN = [
    ("“I will meet my Angolan counterpart tonight,” Zambian Foreign Minister Mutale Phiri told parliament on Monday.",
     "2026-05-11"),
    ("On Monday, Zambian Foreign Minister Mutale Phiri addressed parliament. “I will meet the Angolan foreign minister "
     "tomorrow morning,” he said.", "2026-05-12"),
    ("“I met the Angolan foreign minister last night,” Zambian Foreign Minister Mutale Phiri wrote on Monday.",
     "2026-05-10"),
    ("Zambian Foreign Minister Mutale Phiri, speaking on Monday, said the Angolan president “will arrive here "
     "tomorrow night”.", "2026-05-12"),
    ("Zambian Foreign Minister Mutale Phiri said on Monday: “Tonight I will call the Angolan leader.”", "2026-05-11"),
    ("“We will meet the Angolans tonight,” Zambian Foreign Minister Mutale Phiri said last week.",
     "2026-05-04/2026-05-10"),
    ("“I will meet my Angolan counterpart tonight,” Zambian Foreign Minister Mutale Phiri said.", "2026-05-13"),
    ("Zambian Foreign Minister Mutale Phiri said on Monday that he would meet his Angolan counterpart tonight.",
     "2026-05-13"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "day"), SPOKEN)
def test_the_day_of_quoted_words_counts_from_when_they_were_said(reader: Reader, words: str, day: str) -> None:
    (met,) = read(reader, words, "2026-05-13").engagements
    assert met.when.edtf == day


def test_a_week_from_today_is_left_as_it_is_told(reader: Reader) -> None:
    words = "“I will see the Angolans a week from today,” Zambian Foreign Minister Mutale Phiri said on Monday."
    assert all(t.edtf != "2026-05-11" for t in read(reader, words, "2026-05-13").times if "today" in t.span.text)


ITINERARIES = [
    "Kenyan Foreign Minister Amina Wanjala said she would fly to Kampala on Monday and meet the Ugandan president.",
    "Kenya's president will pay a state visit to Uganda in July, his office said.",
    "Kenya's president said he would attend the summit in Kampala and hold talks with the Ugandan leader.",
    "Kenya said it would host the Ugandan president for talks on Friday.",
    "“We will be in Kampala on Monday, and then continue on to Kigali,” the Kenyan foreign ministry's spokesman said.",
]


@pytest.mark.parametrize("words", ITINERARIES)
def test_an_itinerary_is_an_engagement_and_no_promise(reader: Reader, words: str) -> None:
    reading = read(reader, words, DAY)
    assert not reading.commitments and reading.engagements


@pytest.mark.parametrize("words", [
    "Kenya's president promised to visit Kampala in July.",
    "Kenyan Foreign Minister Amina Wanjala pledged that she would travel to Kampala and reopen the consulate.",
])  # fmt: skip
def test_a_pledge_to_visit_is_both(reader: Reader, words: str) -> None:
    reading = read(reader, words, DAY)
    assert len(reading.commitments) == 1 and [e.form for e in reading.engagements] == ["visit"]


@pytest.mark.parametrize("words", [
    "“We will host 2,000 refugees from Uganda,” Kenya's president said.",
    "Kenya said it would pay compensation to Uganda for the boats.",
    "Kenya said it would join the treaty that Uganda drafted.",
])  # fmt: skip
def test_what_binds_is_a_promise(reader: Reader, words: str) -> None:
    assert len(read(reader, words, DAY).commitments) == 1


@pytest.mark.parametrize(("where", "country"), [
    ("at the Institute of American Studies at Fudan University", "CHN"),
    ("at the Centre for Russian Studies in Oslo", "NOR"),
    ("at the German Council on Foreign Relations", "DEU"),
])  # fmt: skip
def test_a_scholar_is_not_of_the_country_he_studies(reader: Reader, where: str, country: str) -> None:
    reading = read(reader, f"Anna Berg, a fellow {where}, said the deal was dead.", DAY)
    speaker = reading.statements[0].speaker
    assert speaker is not None and speaker.country == country and reading.statements[0].on_behalf_of is None


def test_not_waiting_is_no_red_line(reader: Reader) -> None:
    for words, kinds in (("We will not wait for a better year", []), ("We will not sign a worse text", ["red_line"])):
        reading = read(reader, f"“{words},” Kenyan Foreign Minister Amina Wanjala told Uganda.", DAY)
        assert [p.kind for p in reading.positions if p.kind == "red_line"] == kinds


def test_a_text_that_tells_its_language_has_it(reader: Reader) -> None:
    assert (
        read(reader, "The minister of Kenya said that the road to the border was open again.").source.language == "en"
    )
