"""Offers and their answers, denials, new days and causes that stand beside or after what they are told of."""

import pytest

from detente.reading.reader import Reader
from tests.conftest import read

# text, status, date, initiator; read on 8 May 2024, a Wednesday
OFFERS = [
    ("Greek Prime Minister Kyriakos Mitsotakis on Tuesday rejected an offer by Albania's prime minister, Edi Rama, for "
     "the two to meet in Corfu this Saturday.", "declined", "2024-05-11", "ALB"),
    ("President Kais Saied of Tunisia on Tuesday said no to a proposal by his Algerian counterpart, Abdelmadjid "
     "Tebboune, for a meeting of the two in Annaba on 20 May.", "declined", "2024-05-20", "DZA"),
    ("An offer that Peru's foreign minister, Ana Gervasi, made in April to meet her Mexican counterpart, Alicia "
     "Bárcena, in Panama was ignored, officials in Lima said.", "unanswered", None, "PER"),
    ("Greek Prime Minister Kyriakos Mitsotakis on Tuesday accepted an offer by Albania's prime minister, Edi Rama, for "
     "the two to meet in Corfu this Saturday.", "announced", "2024-05-11", "ALB"),
    # who had asked for what was told
    ("Norway's prime minister, Jonas Gahr Støre, spoke on Tuesday with his Danish colleague, Mette Frederiksen, who "
     "had sought the conversation.", "held", "2024-05-07", "DNK"),
    ("Pakistan's foreign minister, Ishaq Dar, spoke by phone with his Iranian counterpart, Hossein Amir-Abdollahian, "
     "on Tuesday. The call had been requested by Tehran.", "held", "2024-05-07", "IRN"),
]  # fmt: skip


@pytest.mark.parametrize("told", OFFERS, ids=lambda t: t[0][:40])
def test_an_offer_has_its_maker_and_its_answer(reader: Reader, told: tuple[str, str, str | None, str]) -> None:
    text, status, date, initiator = told
    found = read(reader, text).engagements
    assert [(e.status.status, e.when.edtf, e.initiator) for e in found] == [(status, date, initiator)]


# what the sentence after a postponement makes of it: status, date, reason
AFTERWARDS = [
    ("It will now take place on 20 June, his office said.", "rescheduled", "2024-06-20", None),
    ("He will now travel on 20 June, his office said.", "rescheduled", "2024-06-20", None),
    ("The election will take place on 20 June.", "postponed", "2024-05-13", None),
    ("The prime minister had fallen ill, a spokesman explained.", "postponed", "2024-05-13",
     "The prime minister had fallen ill"),
    ("A spokesman gave as the reason the state of the roads.", "postponed", "2024-05-13", "the state of the roads"),
    ("It named a strike of pilots as the cause.", "postponed", "2024-05-13", "a strike of pilots"),
    ("The prime minister praised the firemen.", "postponed", "2024-05-13", None),
]  # fmt: skip


@pytest.mark.parametrize("told", AFTERWARDS, ids=lambda t: t[0][:40])
def test_the_sentence_after_a_postponement(reader: Reader, told: tuple[str, str, str, str | None]) -> None:
    after, status, date, reason = told
    text = f"The visit of Prime Minister Robert Fico to Vienna on Monday has been postponed, his office said. {after}"
    (found,) = read(reader, text).engagements
    reasons = [h.reason.text for h in found.history if h.reason]
    assert (found.status.status, found.when.edtf, reasons[0] if reasons else None) == (status, date, reason)


def test_a_visit_put_off_a_second_time_has_its_new_day(reader: Reader) -> None:
    text = "The visit of Chile's president, Gabriel Boric, to Lima has been put off again, this time to 4 June."
    (found,) = read(reader, text).engagements
    assert (found.status.status, found.when.edtf) == ("rescheduled", "2024-06-04")


DENIALS = [
    ("Cuba denied that the two had met.", True),
    ("The Cuban government denied it.", True),
    ("Cuba's foreign ministry denied that any meeting had taken place.", True),
    ("A Cuban official dismissed the report.", True),
    ("Cuba denied that it had sent troops.", False),
    ("Rodríguez denied the allegations of bribery.", False),
]


@pytest.mark.parametrize(("after", "denied"), DENIALS)
def test_a_side_that_denies_what_was_told(reader: Reader, after: str, denied: bool) -> None:
    text = (
        "The foreign ministers of Peru and Cuba, Óscar Maúrtua and Bruno Rodríguez, met in Panama on Saturday, a "
        f"diplomat said. {after}"
    )
    (found,) = read(reader, text).engagements
    deniers = [h.claimed_by for h in found.history if h.status == "did_not_occur"]
    assert deniers == (["CUB"] if denied else [])


def test_who_was_ready_to_meet_did_not(reader: Reader) -> None:
    text = (
        "President Aleksandar Vučić was ready on Tuesday to meet Prime Minister Albin Kurti in Vienna, and it was "
        "Kosovo that called the meeting off, a spokesman for the Serbian president said."
    )
    (found,) = read(reader, text).engagements
    assert (found.status.status, found.when.edtf) == ("cancelled", "2024-05-07")


DAYS = [
    ("Two days of talks in Doha between the foreign ministers of Chad and Sudan ended on Tuesday.",
     "2024-05-06/2024-05-07"),
    ("The road remains closed three weeks after Foreign Minister Javier González-Olaechea of Peru met his Bolivian "
     "counterpart, Celinda Sosa, in Puno.", "2024-04-15/2024-04-21"),
    ("Prime Minister Robert Golob returned to Ljubljana on Tuesday from a three-day visit to Kenya.",
     "2024-05-05/2024-05-07"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "date"), DAYS)
def test_days_that_are_counted(reader: Reader, text: str, date: str) -> None:
    assert [e.when.edtf for e in read(reader, text).engagements] == [date]


def test_the_day_of_the_matter_is_not_that_of_the_talks(reader: Reader) -> None:
    text = (
        "Foreign Minister Xavier Bettel met his Maltese counterpart, Ian Borg, in Valletta on Tuesday. They reviewed "
        "the reopening of the yard on 2 May. The two agreed to start work on the quay in August."
    )
    assert [e.when.edtf for e in read(reader, text).engagements] == ["2024-05-07"]


def test_who_was_dismissed_and_replaced(reader: Reader) -> None:
    text = (
        "Mali's president on Monday named Abdoulaye Diop foreign minister in place of Zeini Moulaye, whom he sacked "
        "the same evening."
    )
    found = {(t.person.split()[-1], t.change, t.when.edtf) for t in read(reader, text).tenures}
    assert found == {("Diop", "appointed", "2024-05-06"), ("Moulaye", "removed", "2024-05-06")}
