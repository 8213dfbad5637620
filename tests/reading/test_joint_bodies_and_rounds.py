"""Rounds of standing bodies, who stands at the side of two, what is to be every year, and posts that change hands."""

from __future__ import annotations

import pytest

from detente.model import Reading, Source
from detente.reading.reader import Reader
from tests.conftest import read as read_on

PERU = "Ministry of Foreign Affairs of Peru"


def read(reader: Reader, text: str, published: str = "2024-05-15", outlet: str | None = None) -> Reading:
    return read_on(reader, text, published, outlet)


def told(reading: Reading) -> list[tuple[str, str, str | None, set[str]]]:
    return [(e.form, e.status.status, e.when.edtf, set(map(str, e.countries))) for e in reading.engagements]


@pytest.mark.parametrize(
    "text",
    [
        "Foreign Minister Carlos Ruiz and Chilean Foreign Minister Alberto van Klaveren spoke over the phone this "
        "afternoon. They agreed to hold the fifth round of the Bilateral Consultation Mechanism in Lima in June.",
        "Foreign Minister Carlos Ruiz rang his Chilean counterpart, Alberto van Klaveren, today. They agreed to hold "
        "the third session of the Strategic Dialogue in Lima in June.",
    ],
)
def test_a_round_of_a_mechanism_is_of_the_states_and_not_of_those_who_agreed_on_it(reader: Reader, text: str) -> None:
    found = read(reader, text, outlet=PERU).engagements
    (talks,) = [e for e in found if e.form == "talks"]
    assert (talks.when.edtf, [p.name for p in talks.places]) == ("2024-06", ["Lima"])
    assert not any(p.actor.kind == "person" for p in talks.participants)


def test_what_a_joint_body_is_agreed_to_do_is_planned_by_its_states(reader: Reader) -> None:
    text = ("Foreign Minister Carlos Ruiz telephoned his Chilean counterpart, Alberto van Klaveren, on Monday. The two "
            "ministers agreed that the Joint Boundary Commission would meet in Lima in July.")  # fmt: skip
    assert ("meeting", "announced", "2024-07", {"PER", "CHL"}) in told(read(reader, text, outlet=PERU))


@pytest.mark.parametrize(
    "text",
    [
        "Presidents William Ruto and Yoweri Museveni agreed that Kenya would meet half of the cost.",
        "Foreign ministers Ana Soto of Chile and Luis Paz of Peru will meet every six months.",
        "Presidents William Ruto and Yoweri Museveni decided on Monday to hold the Kenya-Uganda summit annually.",
    ],
)
def test_what_is_met_or_held_again_and_again_is_no_engagement(reader: Reader, text: str) -> None:
    assert told(read(reader, text)) == []


def test_who_stood_at_the_side_of_two_is_no_third(reader: Reader) -> None:
    text = ("The presidents of Ghana and Togo, Nana Akufo-Addo and Faure Gnassingbé, met on Friday in a tent on the "
            "line that divides their countries, with Benin's Patrice Talon at their side.")  # fmt: skip
    (met,) = read(reader, text, "2024-05-11").engagements
    assert met.form == "meeting"
    assert {p.actor.country for p in met.participants if p.role == "mediator"} == {"BEN"}


def test_a_plan_that_the_other_side_says_there_is_not_is_in_dispute(reader: Reader) -> None:
    text = ("Presidents Akufo-Addo and Gnassingbé will meet in Kpalimé on July 20, a Ghanaian official said on Monday. "
            '"There is no such meeting," the Togolese foreign minister, Robert Dussey, said on Tuesday.')  # fmt: skip
    assert [(s, w) for _, s, w, _ in told(read(reader, text, "2024-07-10"))] == [("disputed", "2024-07-20")]


def test_where_a_session_was_to_be_held_is_its_place(reader: Reader) -> None:
    text = ("The second session of the joint commission between Ghana and Togo, which was to be held in Accra on 16 "
            "October 2024, has been postponed to 15 November 2024.")  # fmt: skip
    (session,) = read(reader, text, "2024-10-14", "Ministry of Foreign Affairs, Ghana").engagements
    assert ([p.name for p in session.places], session.when.edtf) == (["Accra"], "2024-11-15")


def test_who_leads_the_other_one(reader: Reader) -> None:
    text = ("Ghana and Togo on Monday held in Lomé the first session of the joint border commission. Deputy Minister "
            "Kwame Mensah led the Ghanaian delegation and Minister Yawa Adjo the Togolese one.")  # fmt: skip
    (session,) = read(reader, text, "2024-09-17").engagements
    assert {(p.actor.name, p.actor.country) for p in session.participants} == {
        ("Kwame Mensah", "GHA"), ("Yawa Adjo", "TGO"),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("outlet", "country"),
    [
        ("Prime Minister of Norway", "NOR"),
        ("Minister for Foreign Affairs, New Zealand", "NZL"),
        ("Minister for Trade, Tourism and Investment, Malta", "MLT"),
        ("President of the Republic of Finland", "FIN"),
        ("President of Chile (La Moneda)", "CHL"),
        ("The President Hotel Malawi", None),
        ("Premier of New South Wales", None),
        ("Ambassador of Norway to Mali", None),
        ("Malta Independent", None),
    ],
)
def test_a_page_that_bears_a_holders_title_speaks_for_the_state(
    reader: Reader, outlet: str, country: str | None
) -> None:
    assert reader.voices.of(Source(outlet=outlet))[1] == country


@pytest.mark.parametrize(
    ("outlet", "country"),
    [("La Paz Observer", "BOL"), ("Oslo Courier", "NOR"), ("Reuters", None), ("Evening Post", None)],
)
def test_of_which_state_a_paper_is(reader: Reader, outlet: str, country: str | None) -> None:
    assert reader.voices.seat(Source(outlet=outlet)) == country


@pytest.mark.parametrize(
    ("text", "initiator"),
    [
        ("Norway's foreign minister, Espen Barth Eide, rang his Danish counterpart Lars Løkke Rasmussen.", "NOR"),
        ("Kenyan President William Ruto and Ugandan President Yoweri Museveni phoned each other on Monday.", None),
    ],
)  # fmt: skip
def test_whoever_rings_is_the_initiator(reader: Reader, text: str, initiator: str | None) -> None:
    (call,) = read(reader, text).engagements
    assert call.initiator == initiator


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("Prime Minister Petr Fiala appointed Jana Novotná Foreign Minister on Thursday.",
         ("Jana Novotná", "Foreign Minister", "appointed", "2024-05-09")),
        ("Peru's president named Carlos Ruiz Foreign Trade Minister on Monday.",
         ("Carlos Ruiz", "Foreign Trade Minister", "appointed", "2024-05-13")),
        ("Polish President Andrzej Duda on Monday appointed Marek Kowal, a former general, as defence minister. He "
         "dropped Jan Nowak, who had held the post for five years.",
         ("Jan Nowak", "defence minister", "removed", "2024-05-13")),
    ],
)  # fmt: skip
def test_posts_change_hands(reader: Reader, text: str, change: tuple[str, str, str, str]) -> None:
    found = [(t.person, t.post, t.change, t.when.edtf) for t in read(reader, text).tenures]
    assert change in found


def test_who_drops_a_man_with_a_record_removes_nobody(reader: Reader) -> None:
    text = "The coach dropped Jan Nowak, who had held the record for five years."
    assert not any(t.change == "removed" for t in read(reader, text).tenures)


def test_what_four_ministers_agree_is_of_both_sides(reader: Reader) -> None:
    text = ("The Minister for Foreign Affairs, Penny Wong, and the Minister for Defence, Richard Marles, today met the "
            "Foreign Minister of Japan, Yoko Kamikawa, and the Defence Minister, Minoru Kihara, in Melbourne. The four "
            "ministers agreed to hold more joint exercises in the Pacific.")  # fmt: skip
    (promise,) = read(reader, text, outlet="Minister for Foreign Affairs, Australia").commitments
    assert set(promise.by) == {"AUS", "JPN"}
