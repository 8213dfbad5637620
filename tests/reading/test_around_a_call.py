"""What reports of a call add around it: words that go on in a paper, journeys to come, plans that came to nothing."""

from __future__ import annotations

import pytest

from detente.reading.reader import Reader
from tests.conftest import read

CALL = "Kenya's foreign minister, Musalia Mudavadi, telephoned Uganda's foreign minister, Jeje Odongo, on Monday.\n\n"


@pytest.mark.parametrize(
    "text",
    [
        'Joy Otieno, a historian at the University of Nairobi, told The Standard that quotas fail. "Fish swim," Otieno'
        " said.",
        "Joy Otieno, a historian at the University of Nairobi, told The Standard that quotas protect a friendly"
        ' president.\n\n"Fish swim," she said, "and nets do not read maps."',
        'Joy Otieno, a historian at the University of Nairobi, told The Standard that quotas fail.\n\n"Fish swim," the'
        " paper quoted her as saying.",
    ],
)
def test_a_quotation_goes_on_in_the_paper_that_was_told(reader: Reader, text: str) -> None:
    said = [s for s in read(reader, text, "2025-11-13").statements if "Fish swim" in s.content.text]
    assert [(s.speaker.name if s.speaker else None, s.chain[-1].role, s.chain[-1].name) for s in said] == [
        ("Joy Otieno", "outlet", "The Standard")
    ]


def test_a_later_quotation_is_not_in_the_paper(reader: Reader) -> None:
    text = (
        "Joy Otieno, a historian, told The Standard that quotas fail. The lake is shallow.\n\nNets are cheap.\n\n"
        'Otieno came to the port on Friday. "Fish swim," Otieno told a crowd.'
    )
    said = [s for s in read(reader, text, "2025-11-13").statements if "Fish swim" in s.content.text]
    assert said and all(r.role != "outlet" for s in said for r in s.chain)


@pytest.mark.parametrize(
    "text",
    [
        "“Boats are cheap and wars are not.” Kenyan President William Ruto gave that advice to fishermen on Sunday.",
        "“Boats are cheap and wars are not.” Kenyan President William Ruto had this warning for generals on Sunday.",
        "“Boats are cheap and wars are not.” Kenyan President William Ruto offered that bit of advice on Sunday.",
    ],
)
def test_a_quotation_is_whose_advice_the_next_sentence_calls_it(reader: Reader, text: str) -> None:
    said = [s for s in read(reader, text, "2025-11-13").statements if "Boats are" in s.content.text]
    assert [(s.speaker.name if s.speaker else None, s.when.edtf) for s in said] == [("William Ruto", "2025-11-09")]


@pytest.mark.parametrize(
    "text",
    [
        "The call came before a visit that Mr Mudavadi will pay to Kampala on 20 November.",
        "It precedes a trip that Foreign Minister Musalia Mudavadi is scheduled to make to Kampala on 20 November.",
        "It was a prelude to the visit which Minister Musalia Mudavadi is due to pay to Kampala on 20 November.",
    ],
)
def test_a_visit_that_somebody_is_to_pay(reader: Reader, text: str) -> None:
    visits = [e for e in read(reader, CALL + text, "2025-11-13").engagements if e.form == "visit"]
    assert [(e.when.edtf, [p.name for p in e.places], e.status.status) for e in visits] == [
        ("2025-11-20", ["Kampala"], "announced")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Mr Mudavadi was to have visited Kampala in October, but the trip was called off owing to floods.",
        "It would be recalled that Mr Mudavadi was to have visited Kampala in October, but that trip was cancelled.",
        "Plans for Mudavadi to go to Kampala in October came to nothing: the visit was cancelled because of floods.",
    ],
)
def test_what_was_called_off_weeks_ago_is_background(reader: Reader, text: str) -> None:
    reading = read(reader, "Before Kampala trip, Mudavadi rings Odongo\n\n" + CALL + text, "2025-11-13")
    off = [e for e in reading.engagements if e.status.status == "cancelled"]
    assert [(e.when.edtf, e.background) for e in off] == [("2025-10", True)]


def test_the_day_of_the_sentence_before_that_tells_of_the_same_two(reader: Reader) -> None:
    text = (
        "Musalia Mudavadi goes to Kampala next week with a long list. On Tuesday he and Jeje Odongo made a start.\n\n"
        "Kenya's foreign minister, Musalia Mudavadi, and his Ugandan colleague, Jeje Odongo, talked over the phone for "
        'an hour about fish.\n\n"A good chat with Minister Odongo this morning," Mudavadi wrote on X.'
    )
    calls = [e for e in read(reader, text, "2025-11-13").engagements if e.form == "call"]
    assert [e.when.edtf for e in calls] == ["2025-11-11"]


def test_an_office_after_a_name_says_more_than_professor(reader: Reader) -> None:
    text = (
        "Kenya's foreign minister, Musalia Mudavadi, and Professor Ali Warsame, Somalia's Minister of Planning, met "
        "on Monday. Prof. Warsame said Kenya should open the crossing."
    )
    reading = read(reader, text, "2025-11-13")
    assert [s.on_behalf_of for s in reading.statements if "crossing" in s.content.text] == ["SOM"]


def test_who_speaks_in_an_aside_is_not_the_one_told_of(reader: Reader) -> None:
    text = CALL + (
        "The minister, spokesman Peter Mwangi said, would be away from 20 to 24 November, on a journey that would take "
        "him to Kampala and Lusaka."
    )
    visits = [e for e in read(reader, text, "2025-11-13").engagements if e.form == "visit"]
    assert visits and not any(p.actor.name == "Peter Mwangi" for e in visits for p in e.participants)


def test_the_ministry_goes_on_speaking_for_the_side_told_of(reader: Reader) -> None:
    text = CALL + (
        "Uganda showed little sign of softening. In a statement the Foreign Ministry said that the quota stood.\n\n"
        "Nairobi would have to release the boats, the ministry said."
    )
    wanted = [p for p in read(reader, text, "2025-11-13").positions if "boats" in p.content.text]
    assert [(p.holder.country, p.kind, p.toward) for p in wanted] == [("UGA", "demand", "KEN")]


def test_who_serves_a_body_later_is_of_his_state(reader: Reader) -> None:
    text = "Environment Minister Virginijus Sinkevičius met Latvian Economy Minister Ralfs Nemiro in Vilnius in April."
    reading = read(reader, text, "2019-05-18")
    assert [set(e.countries) & {"EUE"} for e in reading.engagements] == [set()]


@pytest.mark.parametrize(
    ("line", "agency"),
    [
        ("–Tribune/Xinhua", "Xinhua"),
        ("Kampala Tribune staff, with Reuters", "Reuters"),
        ("Xinhua, Tribune", "Xinhua"),
    ],
)
def test_an_agency_beside_the_paper_is_credited(reader: Reader, line: str, agency: str) -> None:
    reading = read(reader, CALL + "Uganda's ministry said the quota stood and would stand for years.\n\n" + line)
    assert agency in (reading.source.agency or "")


@pytest.mark.parametrize(
    "line",
    [
        "Image caption: The port of Kisumu. Two boats are still held there [Getty]",
        "Musalia Mudavadi at the port of Kisumu | Photo: Foreign Ministry",
        "Musalia Mudavadi at the port of Kisumu / P. Wanjala, Xinhua",
        "You are here: Home » News » Lakes",
    ],
)
def test_captions_and_paths_are_set_aside(reader: Reader, line: str) -> None:
    reading = read(reader, line + "\n\n" + CALL + "Uganda's ministry said the quota stood and would stand for years.")
    assert line in [f.span.text for f in reading.furniture]


def test_a_dateline_with_an_agency_between_commas_dates_nothing(reader: Reader) -> None:
    text = "Kampala, November 13, GNA – Kenya's foreign minister, Musalia Mudavadi, has met Uganda's Jeje Odongo here."
    reading = read(reader, text, "2025-11-13")
    assert reading.source.agency == "GNA" and [e.when.edtf for e in reading.engagements] == [None]


TOUR = "Kenya's foreign minister, Musalia Mudavadi, will travel to Kampala and Lusaka from 20 to 23 November. "


@pytest.mark.parametrize(
    "text",
    [
        "He then continues to Lusaka for a three-way meeting with his colleagues from Zambia and Malawi.",
        "His programme in Lusaka includes a working lunch with the foreign ministers of Zambia and Malawi.",
        "Zambia is to host a conference in Lusaka, and on its margins Mudavadi will hold talks with counterparts from "
        "Zambia and Malawi.",
        "Lusaka, the second stop, is where he meets the foreign ministers of Zambia and Malawi.",
        "He is to call on his counterparts from Zambia and Malawi, who will be in Lusaka for a council.",
        "In Lusaka, Mudavadi has appointments with the foreign ministers of Zambia and Malawi.",
    ],
)
def test_meetings_planned_on_a_tour(reader: Reader, text: str) -> None:
    met = [e for e in read(reader, TOUR + text, "2025-11-13").engagements if e.form in ("meeting", "talks")]
    assert [(set(e.countries) >= {"ZMB", "MWI"}, e.status.status, [p.name for p in e.places]) for e in met] == [
        (True, "announced", ["Lusaka"])
    ]


def test_separate_meetings_on_a_tour_are_one_with_each(reader: Reader) -> None:
    text = (
        "On his agenda in Lusaka: a conference and separate meetings with the foreign ministers of Zambia and Malawi."
    )
    met = [e for e in read(reader, TOUR + text, "2025-11-13").engagements if e.form in ("meeting", "talks")]
    assert [(set(e.countries), e.status.status) for e in met] == [
        ({"KEN", "ZMB"}, "announced"),
        ({"KEN", "MWI"}, "announced"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "His programme in Lusaka included a lunch with the foreign ministers of Zambia and Malawi.",
        "He had appointments in Lusaka with the foreign ministers of Zambia and Malawi.",
    ],
)
def test_a_programme_told_in_the_past_is_not_to_come(reader: Reader, text: str) -> None:
    told = "Kenya's foreign minister, Musalia Mudavadi, was in Lusaka last week. " + text
    met = [e for e in read(reader, told, "2025-11-13").engagements if e.form in ("meeting", "talks")]
    assert met and {e.status.status for e in met} == {"held"}


@pytest.mark.parametrize(
    "text",
    [
        "What worries Nairobi, spokesman Peter Mwangi said, is the seizure of boats.",
        "It is the seizure of boats that Kenya is most worried about, foreign ministry spokesman Peter Mwangi said.",
        "Kenya, said foreign ministry spokesman Peter Mwangi, remained uneasy about the seizure of boats.",
        "Among the things that trouble Kenya, said spokesman Peter Mwangi, the seizure of boats comes first.",
    ],
)
def test_a_worry_told_in_a_clause_below(reader: Reader, text: str) -> None:
    held = [p for p in read(reader, CALL + text, "2025-11-13").positions if "boats" in p.content.text]
    assert [(p.holder.country, p.kind) for p in held] == [("KEN", "concern")]


def test_a_verb_taken_for_a_noun_still_asks(reader: Reader) -> None:
    text = CALL + "Uganda's foreign ministry insists that Nairobi cease selling licences on the disputed shore."
    held = [p for p in read(reader, text, "2025-11-13").positions if "licences" in p.content.text]
    assert [(p.holder.country, p.kind, p.toward) for p in held] == [("UGA", "demand", "KEN")]


@pytest.mark.parametrize(
    "text",
    [
        '"Fish swim," Joy Otieno, who teaches history at the University of Nairobi, told the daily Taifa Leo.',
        'Speaking to Taifa Leo, a daily, Joy Otieno, who heads the Lakes Institute, was dismissive: "Fish swim."',
        'The daily Taifa Leo asked Joy Otieno, a historian in Nairobi, what it meant. "Fish swim," she replied.',
        '"Fish swim," Joy Otieno, a historian in Nairobi, said. She was speaking to the daily Taifa Leo.',
        '"Fish swim," Joy Otieno, a historian in Nairobi, told the Taifa Leo podcast.',
        '"Fish swim," cautions Joy Otieno, a historian in Nairobi, in the pages of the daily Taifa Leo.',
    ],
)
def test_the_paper_to_which_a_scholar_spoke(reader: Reader, text: str) -> None:
    said = [s for s in read(reader, CALL + text, "2025-11-13").statements if "Fish swim" in s.content.text]
    assert [(s.speaker.name if s.speaker else None, [r.name for r in s.chain if r.role == "outlet"]) for s in said] == [
        ("Joy Otieno", ["Taifa Leo"])
    ]


@pytest.mark.parametrize(
    "text",
    [
        '"Boats are cheap," Kenyan President William Ruto was quoted as saying on Sunday.',
        'Kenyan President William Ruto was calmer when he spoke to cadets on Sunday. "Boats are cheap," he said.',
        'Kenyan President William Ruto, addressing chiefs on Sunday, was calm. "Boats are cheap," the president said.',
        'Asked about it in Mombasa on Sunday, Kenyan President William Ruto answered: "Boats are cheap."',
        'Kenyan President William Ruto tried again. "Boats are cheap," he wrote in an article published on Sunday.',
    ],
)
def test_the_day_on_which_words_were_said(reader: Reader, text: str) -> None:
    said = [s for s in read(reader, CALL + text, "2025-11-13").statements if "Boats are" in s.content.text]
    assert [(s.speaker.name if s.speaker else None, s.when.edtf) for s in said] == [("William Ruto", "2025-11-09")]


@pytest.mark.parametrize(
    "who",
    [
        "Chilean Commerce Minister Ana Ruiz and Peruvian Industry Minister Luis Vega",
        "Chile's trade minister, Ana Ruiz, and Peru's trade minister, Luis Vega,",
        "Ana Ruiz, Chile's trade minister, and Luis Vega, Peru's trade minister,",
    ],
)
def test_talks_on_a_thing_that_two_ministers_held(reader: Reader, who: str) -> None:
    reading = read(reader, f"The talks on tea that {who} held in Santiago in May ended well.", "2025-11-13")
    held = [e for e in reading.engagements if e.form in ("talks", "meeting")]
    assert [(e.when.edtf, [p.name for p in e.places], set(e.countries)) for e in held] == [
        ("2025-05", ["Santiago"], {"CHL", "PER"})
    ]


@pytest.mark.parametrize(
    "text",
    [
        "It is high time that Nairobi kept the promise it gave in Lusaka, the Ugandan foreign ministry said.",
        "The Ugandan foreign ministry asked Kenya to turn the promise it gave in Lusaka into practice.",
    ],
)
def test_a_promise_that_is_called_in_is_not_kept(reader: Reader, text: str) -> None:
    made = read(reader, text, "2025-11-13").commitments
    assert [(c.status, c.by, c.ascribed_by) for c in made] == [("urged", ("KEN",), "UGA")]


def test_a_paper_on_a_ministrys_site_is_its_own(reader: Reader) -> None:
    text = CALL + '"Kampala has been patient," read a statement posted on the Ugandan foreign ministry\'s website.'
    said = [s for s in read(reader, text, "2025-11-13").statements if "patient" in s.content.text]
    assert [(s.on_behalf_of, s.chain[-1].role) for s in said] == [("UGA", "statement")]


def test_a_ministry_that_quotes_its_minister_is_no_outlet(reader: Reader) -> None:
    text = "The Ugandan foreign ministry quoted Foreign Minister Jeje Odongo as saying that the quota stood."
    said = [s for s in read(reader, text, "2025-11-13").statements if "quota" in s.content.text]
    assert said and all(r.role != "outlet" for s in said for r in s.chain)
