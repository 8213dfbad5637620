"""Pages of ministries and presidencies: whom a visitor meets next, which day and standing are an engagement's own,
whose envoy came, and what the page says in its state's own voice."""

from __future__ import annotations

import pytest

from detente.model import Reading
from detente.reading.reader import Reader
from tests.conftest import read as read_on


def read(reader: Reader, text: str, published: str = "2021-06-24", outlet: str | None = None) -> Reading:
    return read_on(reader, text, published, outlet)


def told(reading: Reading) -> list[tuple[str, str, str | None, set[str], set[str]]]:
    """Form, status, day, sides and last names of each engagement."""
    return [
        (
            e.form, e.status.status, e.when.edtf, set(e.countries),
            {p.actor.name.split()[-1] for p in e.participants if p.actor.name and p.actor.kind == "person"},
        )
        for e in reading.engagements
    ]  # fmt: skip


TALKS = "On 22 June Deputy Foreign Minister Jonas Petrauskas of Lithuania held consultations in Tbilisi with Deputy "
TALKS += "Foreign Minister Lasha Beridze.\n\n"


@pytest.mark.parametrize(
    "after",
    [
        "He also met with Nino Lomidze, Secretary of State at the Chancellery.",
        "He also met with the Secretary General of the Ministry of Defence, Nino Lomidze.",
        "The Deputy Minister also held a meeting with the Minister of Trade, Nino Lomidze.",
    ],
)
def test_whom_a_visitor_meets_next_is_of_the_other_side(reader: Reader, after: str) -> None:
    found = told(read(reader, TALKS + after, outlet="Ministry of Foreign Affairs of Lithuania"))
    assert ("meeting", {"LTU", "GEO"}, {"Petrauskas", "Lomidze"}) in [(f, c, n) for f, _, _, c, n in found]
    assert len(found) == 2


@pytest.mark.parametrize(
    ("text", "name", "side"),
    [
        ("Prime Minister Joseph Muscat will visit Fiji. Dr Muscat will meet President Konrote.", "Muscat", "MLT"),
        ("Prime Minister Joseph Muscat will visit Fiji. Muscat will meet President Konrote.", "Muscat", "MLT"),
    ],
)  # fmt: skip
def test_a_surname_that_is_a_town_s_name(reader: Reader, text: str, name: str, side: str) -> None:
    reading = read(reader, text, "2017-06-24")
    assert all(set(e.countries) == {side, "FJI"} for e in reading.engagements)
    assert any(name in str(p.actor.name) for e in reading.engagements if e.form == "meeting" for p in e.participants)


def test_a_town_that_acts_stays_a_state(reader: Reader) -> None:
    text = "Omani officials met Prime Minister Joseph Muscat of Malta. Muscat will host talks with Fiji in May."
    reading = read(reader, text, "2017-03-24")
    assert any("OMN" in e.countries for e in reading.engagements)


@pytest.mark.parametrize(
    "text",
    [
        "Minister Ilia Lomidze of Georgia today received copies of credentials from Ambassador Ana Silva of Peru.",
        "Ambassador Ana Silva of Peru presented copies of her credentials to Foreign Minister Ilia Lomidze of Georgia.",
        "Ambassador Ana Silva of Peru presented a copy of her credentials to Foreign Minister Ilia Lomidze of Georgia.",
    ],
)
def test_copies_of_credentials_are_credentials(reader: Reader, text: str) -> None:
    assert [(f, s, c) for f, s, _, c, _ in told(read(reader, text))] == [("ceremony", "held", {"GEO", "PER"})]


def test_other_copies_are_none(reader: Reader) -> None:
    text = "Ambassador Ana Silva of Peru gave copies of her book to Foreign Minister Ilia Lomidze of Georgia."
    assert not any(e.form == "ceremony" for e in read(reader, text).engagements)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("On 30 June and 1 July, Foreign Minister Ana Silva of Peru will visit Chile.", "2021-06-30/2021-07-01"),
        ("On Thursday, 1 July, and Friday, 2 July, Foreign Minister Ana Silva of Peru will visit Chile.",
         "2021-07-01/2021-07-02"),
        ("On 28 June and 1 July, Foreign Minister Ana Silva of Peru will visit Chile.", None),
    ],
)  # fmt: skip
def test_two_days_of_one_stay(reader: Reader, text: str, day: str | None) -> None:
    found = told(read(reader, text))
    assert found[0][0] == "visit"
    assert (found[0][2] == day) if day else ("/" not in str(found[0][2]))


MET = "Foreign Minister Ana Silva of Peru met Foreign Minister Ilia Lomidze of Georgia on Monday. "


@pytest.mark.parametrize(
    "after",
    [
        "At the meeting, the sides agreed to open an embassy in Tbilisi next year.",
        "During the meeting, it was decided to open an embassy next year.",
    ],
)
def test_what_is_agreed_at_a_meeting_gives_it_no_day(reader: Reader, after: str) -> None:
    assert [(f, s, d) for f, s, d, _, _ in told(read(reader, MET + after))] == [("meeting", "held", "2021-06-21")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peruvian Minister Ana Silva has been in Lusaka since Tuesday.", ("visit", "under_way", "2021-06-22/..")),
        ("Peruvian Minister Ana Silva has been to Lusaka twice since May, most recently on 6 June.",
         ("visit", "held", "2021-06-06")),
        ("Peruvian Minister Ana Silva is in Lusaka to hold talks with Zambian Minister Stanley Kakubo.",
         ("talks", "announced", None)),
        ("Peruvian Minister Ana Silva is in Lusaka for talks with Zambian Minister Stanley Kakubo.",
         ("talks", "announced", None)),
        ("Peruvian Minister Ana Silva was in Lusaka on Monday for talks with Zambian Minister Stanley Kakubo.",
         ("talks", "held", "2021-06-21")),
    ],
)  # fmt: skip
def test_who_is_somewhere_since_or_for(reader: Reader, text: str, expected: tuple[str, str, str | None]) -> None:
    assert expected in [(f, s, d) for f, s, d, _, _ in told(read(reader, text))]


@pytest.mark.parametrize(
    "text",
    [
        "Peruvian Minister Ana Silva was received by Zambian President Hakainde Hichilema, to whom she delivered a "
        "message from President Castillo.",
        "Zambian President Hakainde Hichilema received Peruvian Minister Ana Silva, who handed him a letter from "
        "President Castillo.",
    ],
)
def test_who_meets_the_bearer_is_written_to(reader: Reader, text: str) -> None:
    found = told(read(reader, text, "2021-10-24"))
    assert ("correspondence", {"PER", "ZMB"}) in [(f, c) for f, _, _, c, _ in found]


def test_the_envoy_of_a_head_of_state_is_not_he(reader: Reader) -> None:
    text = (
        "Zambian President Hakainde Hichilema received the Special Envoy of President Pedro Castillo of Peru on Monday."
    )
    (found,) = told(read(reader, text, "2021-10-24"))
    assert found[3:] == ({"PER", "ZMB"}, {"Hichilema"})


@pytest.mark.parametrize(
    ("after", "status"),
    [
        ("met Zambian Minister Stanley Kakubo in Lima today.", "held"),
        ("will tomorrow host Zambian Minister Stanley Kakubo in Lima.", "announced"),
    ],
)
def test_a_first_visit_stands_as_it_was_told(reader: Reader, after: str, status: str) -> None:
    found = told(
        read(reader, f"Peruvian Minister Ana Silva {after} It is the first visit by a Zambian minister to Peru.")
    )
    assert ("visit", status, {"PER", "ZMB"}) in [(f, s, c) for f, s, _, c, _ in found]


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("Chilean Deputy Minister Juan Soto and Kenyan Minister John Kamau co-chaired the Third Political "
         "Consultations in Nairobi on Monday.", "talks"),
        ("Deputy Minister Maria Nowak took part in Polish-Kenyan consultations in Nairobi on Monday.", "talks"),
    ],
)  # fmt: skip
def test_consultations_by_name(reader: Reader, text: str, form: str) -> None:
    assert [f for f, *_ in told(read(reader, text))] == [form]


@pytest.mark.parametrize(
    "after",
    [
        "Present at the meeting was Vice President Vincent Meriton.",
        "Vice President Vincent Meriton also took part in the meeting.",
    ],
)
def test_who_was_present_has_no_meeting_of_his_own(reader: Reader, after: str) -> None:
    text = "President Danny Faure of Seychelles received the Foreign Minister of Peru, Ana Silva, at State House.\n\n"
    (found,) = told(read(reader, text + after, "2019-06-24"))
    assert found[4] == {"Faure", "Silva", "Meriton"}


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("Serbian Minister Ivan Petrović met today with Foreign Minister Ana Silva of Peru, as well as with "
         "Foreign Minister Juan Soto of Chile.", [{"SRB", "PER"}, {"SRB", "CHL"}]),
        ("On the sidelines of the UN General Assembly, Serbian Minister Ivan Petrović met Peruvian Foreign Minister "
         "Ana Silva and Chilean Minister Juan Soto.", [{"SRB", "PER"}, {"SRB", "CHL"}]),
        ("Serbian Minister Ivan Petrović held a trilateral meeting with Peruvian Minister Ana Silva and "
         "Chilean Minister Juan Soto on the margins of the Assembly.", [{"SRB", "PER", "CHL"}]),
    ],
)  # fmt: skip
def test_met_one_after_the_other(reader: Reader, text: str, sides: list[set[str]]) -> None:
    assert [c for _, _, _, c, _ in told(read(reader, text))] == sides


@pytest.mark.parametrize(
    "text",
    [
        "Bulgarian Foreign Minister Mariya Ivanova will pay a visit to our country on 27 June.",
        "Bulgarian Foreign Minister Mariya Ivanova will arrive in our country on 27 June.",
    ],
)
def test_our_country_is_whose_office_writes(reader: Reader, text: str) -> None:
    found = told(read(reader, text, outlet="Ministry of Foreign Affairs of Turkey"))
    assert [(f, s, d, c) for f, s, d, c, _ in found] == [("visit", "announced", "2021-06-27", {"BGR", "TUR"})]


def test_our_country_in_quotation_marks_is_the_speaker_s(reader: Reader) -> None:
    text = "“Our country supports Oman,” said the Foreign Minister of Peru, Ana Silva, after meeting Badr Albusaidi."
    reading = read(reader, text, outlet="Ministry of Foreign Affairs of Oman")
    assert {p.holder.country for p in reading.positions} == {"PER"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Minister Hakan Fidan received the Ambassador of Chile to our country, Rodrigo Arcos.", "Arcos"),
        ("Minister Hakan Fidan received the Ambassador of Chile (with residence in Rome) Rodrigo Arcos.", "Arcos"),
    ],
)  # fmt: skip
def test_an_envoy_s_name_behind_his_seat(reader: Reader, text: str, name: str) -> None:
    (found,) = told(read(reader, text, outlet="Ministry of Foreign Affairs of Turkey"))
    assert name in found[4]


@pytest.mark.parametrize("post", ["Foreign Affairs and Human Mobility", "Cooperation and Francophonie"])
def test_fields_of_a_ministry_are_nobody(reader: Reader, post: str) -> None:
    text = f"The Minister of {post} of Ecuador, Ana Silva, met today Foreign Minister Ilia Lomidze of Georgia."
    (found,) = told(read(reader, text))
    assert found[3:] == ({"ECU", "GEO"}, {"Silva", "Lomidze"})


@pytest.mark.parametrize(
    ("text", "promised"),
    [
        ("Austria will make 100,000 doses of vaccine available to Namibia.", True),
        ("Austria stands by Namibia and will donate 100,000 doses.", True),
        ("Austria will make a decision on Namibia.", False),
        ("Austria's weapon is the law, and it will use it against Namibia.", False),
    ],
)  # fmt: skip
def test_promises_in_the_state_s_own_voice(reader: Reader, text: str, promised: bool) -> None:
    reading = read(reader, text, outlet="Federal Ministry for European and International Affairs, Austria")
    assert [set(c.by) for c in reading.commitments] == ([{"AUT"}] if promised else [])


@pytest.mark.parametrize(
    "text",
    [
        "The Ministry of Foreign Affairs expresses Peru's strong condemnation of the attack in Mali.",
        "Our country advocates the peaceful settlement of disputes.",
    ],
)
def test_positions_in_the_state_s_own_voice(reader: Reader, text: str) -> None:
    reading = read(reader, text, outlet="Ministry of Foreign Affairs of Peru")
    assert [(p.holder.country, p.kind) for p in reading.positions] == [("PER", "position")]


def test_the_official_of_a_state_told_of_before(reader: Reader) -> None:
    text = "Peruvian Minister Ana Silva met today with the Dutch Foreign Minister, Ben Knapen.\n\n"
    text += "The Peruvian official will meet tomorrow with Foreign Minister Jean Asselborn of Luxembourg."
    assert ("meeting", "announced", "2021-06-25", {"PER", "LUX"}, {"Silva", "Asselborn"}) in told(read(reader, text))


def test_a_visit_told_with_whom_it_led_to(reader: Reader) -> None:
    text = "Greek Foreign Minister Nikos Petrou ended a two-day visit to Peru on 22 June, during which he met with "
    text += "Minister Ana Silva."
    found = told(read(reader, text))
    assert ("visit", "held", "2021-06-21/2021-06-22", {"GRC", "PER"}, {"Petrou"}) in found


@pytest.mark.parametrize(
    "post", ["Minister Juan Soto", "Mr Juan Soto", "Juan Soto"]
)  # fmt: skip
def test_the_name_behind_a_counterpart_s_state(reader: Reader, post: str) -> None:
    text = f"Peruvian Minister Ana Silva met her counterpart from Chile, {post}, in Lima on Monday."
    (found,) = told(read(reader, text))
    assert found == ("meeting", "held", "2021-06-21", {"PER", "CHL"}, {"Silva", "Soto"})


def test_the_president_of_the_republic_is_the_page_s_own(reader: Reader) -> None:
    text = (
        "Minister Catherine Colonna met President Ukhnaagiin Khurelsukh of Mongolia today, following the visit of the "
    )
    text += "President of the Republic to Mongolia on 21 May."
    found = told(read(reader, text, "2023-06-14", outlet="Ministry of Europe and Foreign Affairs, France"))
    assert ("visit", "held", "2023-05-21", {"FRA", "MNG"}, {"Macron"}) in found


def test_a_call_made_in_words_is_no_telephone_call(reader: Reader) -> None:
    text = "The Minister for Foreign Affairs of Ghana, Hanna Owusu, has urged the Government of Benin to act. She made "
    text += "the call when the Beninois Ambassador, Pierre Sadeler, paid a courtesy call on her in Accra on Monday."
    assert [f for f, *_ in told(read(reader, text))] == ["meeting"]


def test_talks_to_be_concluded_are_no_talks_to_come(reader: Reader) -> None:
    text = (
        "Foreign Minister Ana Silva of Peru met Foreign Minister Ilia Lomidze of Georgia on Monday. Both sides agreed "
    )
    text += "to conclude negotiations on a trade agreement by the end of the year."
    assert [f for f, *_ in told(read(reader, text))] == ["meeting"]


def test_what_was_done_on_a_stay_is_not_of_its_last_day(reader: Reader) -> None:
    text = (
        "Greek Minister Nikos Petrou ended a two-day visit to Peru on 22 June, during which he met with Minister Ana "
    )
    text += "Silva and held talks with Minister Juan Quispe."
    found = told(read(reader, text))
    assert {d for _, _, d, _, _ in found} == {"2021-06-21/2021-06-22"}
    assert len(found) == 3
