"""Offices that a text gives in other sentences than the name: who takes a post, who has left it, whose page it is."""

from __future__ import annotations

import pytest

from detente.model import Reading
from detente.reading.reader import Reader
from tests.conftest import read


def read_of(reader: Reader, text: str, outlet: str | None = None, published: str = "2022-06-08") -> Reading:
    """The reading of an outlet's text, published on a Wednesday."""
    return read(reader, text, published, outlet)


def people(found: Reading, form: str) -> set[tuple[str | None, str | None]]:
    """Who takes part in the one engagement of a form, with his state."""
    (one,) = [e for e in found.engagements if e.form == form]
    return {(p.actor.name, p.on_behalf_of or p.actor.country) for p in one.participants}


# text, person, post, change, day
TAKEN = [
    ("Rosa Quispe is back in the ministry. President Pedro Castillo of Peru on Monday appointed the seasoned diplomat "
     "foreign minister. She succeeds Héctor Béjar.", "Rosa Quispe", "foreign minister", "2022-06-06"),
    ("Ana Soto, until last week ambassador in Madrid, was appointed minister of foreign affairs of Chile on Friday.",
     "Ana Soto", "minister of foreign affairs", "2022-06-03"),
    ("Kenyan President Uhuru Kenyatta on Monday dismissed Energy Minister Ruth Oduya and appointed Peter Kamau to the "
     "post. Grace Wanjiru was appointed trade minister.", "Grace Wanjiru", "trade minister", "2022-06-06"),
]  # fmt: skip


@pytest.mark.parametrize("told", TAKEN, ids=lambda t: t[1])
def test_who_takes_a_post_and_when(reader: Reader, told: tuple[str, str, str, str]) -> None:
    text, person, post, day = told
    taken = {t.person: (t.post, t.when.edtf) for t in read_of(reader, text).tenures if t.change == "appointed"}
    told_post, told_day = taken[person]
    assert (told_post.lower(), told_day) == (post, day)


def test_who_appoints_takes_no_post_himself(reader: Reader) -> None:
    found = read_of(reader, TAKEN[0][0]).tenures
    assert not [t for t in found if t.person == "Pedro Castillo" and t.change == "appointed"]


def test_what_an_office_confirmed_appoints_nobody(reader: Reader) -> None:
    text = (
        "Ruth Oduya, the Kenyan trade minister, has turned down the invitation of Jean Abou, Togo's minister delegate "
        "for foreign trade, to a meeting in Lomé, the latter's office confirmed on Monday."
    )
    assert not [t for t in read_of(reader, text).tenures if t.change == "appointed"]


def test_who_is_dismissed_is_of_the_state_of_who_dismisses(reader: Reader) -> None:
    text = (
        "Zambian President Hakainde Hichilema on Monday dismissed Defence Minister Mulenga Sakala. Sakala had been due "
        "to visit Luanda on 17 June at the invitation of Angola's defence minister, Joaquim Neto."
    )
    assert ("Mulenga Sakala", "ZMB") in people(read_of(reader, text), "visit")


def test_a_predecessor_held_the_office_that_another_takes(reader: Reader) -> None:
    text = (
        "Zambian President Hakainde Hichilema on Monday appointed Grace Banda defence minister. She takes over from "
        "Mulenga Sakala. Sakala was to meet Angola's defence minister, Joaquim Neto, in Luanda on Saturday, but the "
        "meeting did not take place."
    )
    (met,) = [e for e in read_of(reader, text).engagements if e.form == "meeting"]
    assert ("Mulenga Sakala", met.status.status, met.when.edtf) == (
        next(p.actor.name for p in met.participants if p.actor.country == "ZMB"), "did_not_occur", "2022-06-04",
    )  # fmt: skip


def test_a_minister_s_long_title_is_no_second_person(reader: Reader) -> None:
    text = (
        "Karim Haddad, Minister of the Interior, Local Authorities and Regional Planning, held talks on Monday in "
        "Tunis with Libyan Interior Minister Imad Salem."
    )
    found = read_of(reader, text, "Ministry of the Interior, Tunisia")
    assert people(found, "talks") == {("Karim Haddad", "TUN"), ("Imad Salem", "LBY")}


def test_offices_listed_before_a_name_are_one_man_s(reader: Reader) -> None:
    text = (
        "The President of the Republic, Supreme Commander of the Armed Forces, Minister of National Defence, Mr. Luis "
        "Paz, received this evening a phone call from his Chilean counterpart, Mr. Gabriel Boric."
    )
    (call,) = read_of(reader, text, "Presidency of Bolivia").engagements
    assert (call.form, call.level) == ("call", "head_of_state")


def test_two_offices_in_a_list_of_people_are_two(reader: Reader) -> None:
    text = "The King met the President of the Senate, Foreign Minister Ana Soto of Chile and two envoys on Monday."
    actors = {a.name: a.post for a in read_of(reader, text, "Royal Court, Amman").actors if a.kind == "person"}
    assert actors.get("Ana Soto") == "Foreign Minister"


OWN = (
    "Karim Haddad was in Tripoli on Monday 6 and Tuesday 7 June. His talks with Imad Salem, Minister of the Interior, "
)


def test_a_page_s_own_minister_told_by_name_alone(reader: Reader) -> None:
    text = OWN + "lasted three hours. The Tunisian minister put forward a list of names."
    found = read_of(reader, text, "Ministry of the Interior, Tunisia")
    assert people(found, "talks") == {("Karim Haddad", "TUN"), ("Imad Salem", "LBY")}
    assert [e.when.edtf for e in found.engagements if e.form == "visit"] == ["2022-06-06/2022-06-07"]


def test_a_name_without_an_office_anywhere_is_no_minister(reader: Reader) -> None:
    text = "Karim Haddad was in Tripoli on Monday. His fans met him at the airport."
    assert not read_of(reader, text, "Ministry of Sports, Tunisia").engagements


def test_an_army_of_the_people_is_of_its_state(reader: Reader) -> None:
    text = (
        "Ms Monica Juma, Cabinet Secretary for Defence, spoke by telephone on Monday with General Wilson Mbadi, Chief "
        "of Defence Forces of the Uganda People's Defence Forces."
    )
    assert people(read_of(reader, text, "Ministry of Defence, Kenya"), "call") == {
        ("Monica Juma", "KEN"), ("Wilson Mbadi", "UGA"),
    }  # fmt: skip


def test_a_general_rung_up_on_a_page_about_one_other_state_is_of_that(reader: Reader) -> None:
    text = (
        "Contacts with Uganda go on. Cabinet Secretary Monica Juma asked on Sunday for a telephone conversation with "
        "General Wilson Mbadi. Her request has gone unanswered."
    )
    assert ("Wilson Mbadi", "UGA") in people(read_of(reader, text, "Ministry of Defence, Kenya"), "call")


def test_a_general_on_a_page_that_names_other_states_later_is_nobody_s_guest(reader: Reader) -> None:
    text = (
        "Cabinet Secretary Monica Juma had a telephone conversation with General Robert Kibochi on Monday. The borders "
        "with Uganda and Somalia were on the agenda."
    )
    assert not read_of(reader, text, "Ministry of Defence, Kenya").engagements


def test_who_visits_the_page_s_own_state_is_of_the_other(reader: Reader) -> None:
    text = (
        "Following the visit of Lieutenant General Peter Elwelu to Kigali on 1 June, the Government of Rwanda has "
        "noted the commitments made by the Government of Uganda."
    )
    assert ("Peter Elwelu", "UGA") in people(read_of(reader, text, "Government of Rwanda"), "visit")


def test_a_state_house_speaks_for_its_state(reader: Reader) -> None:
    text = "There was no telephone call between President Julius Bio and President George Weah of Liberia on Sunday."
    (call,) = read_of(reader, text, "State House, Freetown").engagements
    assert (call.status.status, set(call.countries)) == ("did_not_occur", {"SLE", "LBR"})
