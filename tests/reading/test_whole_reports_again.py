"""What a whole report tells beside its news: who was left to do it, whose spokesman one is, what was promised where,
which earlier visit fell through, and what is no meeting at all."""

from __future__ import annotations

import pytest

from detente.reading.reader import Reader
from tests.conftest import read

DAY = "2024-05-10"  # a Friday
CALL = (
    "Kenyan Foreign Minister Musalia Mudavadi and his Tanzanian counterpart January Makamba spoke by telephone on "
    "Monday.\n\n"
)


def told(reader: Reader, text: str, day: str = DAY) -> list[tuple[str, str, str | None, frozenset[str], str]]:
    found = read(reader, text, day).engagements
    people = (" ".join(p.actor.name or "" for p in e.participants) for e in found)
    return [(e.form, e.status.status, e.when.edtf, frozenset(e.countries), w) for e, w in zip(found, people)]


KT = frozenset({"KEN", "TZA"})


@pytest.mark.parametrize("left", ["It fell to", "It was left to"])
def test_what_it_falls_to_somebody_to_do_he_does(reader: Reader, left: str) -> None:
    text = f"{left} Kenyan Deputy Foreign Minister Abraham Korir to meet Tanzanian officials in Arusha on Monday."
    assert [(f, s, w, c) for f, s, w, c, _ in told(reader, text)] == [("meeting", "held", "2024-05-06", KT)]


def test_what_will_fall_to_somebody_is_to_come(reader: Reader) -> None:
    text = "It will fall to Kenyan Deputy Foreign Minister Abraham Korir to open the talks with Tanzania on 20 May."
    assert [s for _, s, *_ in told(reader, text)] == ["announced"]


def test_what_two_said_on_the_line_was_not_said_where_a_third_was(reader: Reader) -> None:
    text = (
        f"{CALL}Makamba complained to Mudavadi of “months of slammed doors”, the text reads.\n\nIt fell to Deputy "
        "Foreign Minister Abraham Korir to pick up the thread last week in the Tanzanian capital, where he held talks "
        "with several officials."
    )
    talks = [t for t in told(reader, text) if t[0] == "talks"]
    assert [(s, c, "Korir" in w, "Makamba" in w) for _, s, _, c, w in talks] == [("held", KT, True, False)]


@pytest.mark.parametrize(
    "text",
    [
        "Tanzania has a claim under the treaty, and it called on Nairobi to meet it.",
        "When they meet, neighbours speak of the weather.",
        "Leaders seldom smile when they meet.",
    ],
)
def test_nobody_meets(reader: Reader, text: str) -> None:
    assert [f for f, *_ in told(reader, CALL + text)] == ["call"]


def test_ministers_who_are_to_meet_do(reader: Reader) -> None:
    text = f"{CALL}When they meet, the ministers will speak of maize."
    assert ("meeting", "announced") in [(f, s) for f, s, *_ in told(reader, text)]


def test_earlier_meetings_do_not_hold_the_one_to_come(reader: Reader) -> None:
    text = (
        f"{CALL}Mudavadi will confer in Lusaka with his counterparts from Zambia and Malawi.\n\n"
        "Two earlier meetings deserve mention."
    )
    third = [s for f, s, _, c, _ in told(reader, text) if f == "meeting" and "ZMB" in c]
    assert third == ["announced"]


@pytest.mark.parametrize("who", ["Chad’s top diplomat", "The Chadian minister"])
def test_who_leaves_on_monday_has_not_left(reader: Reader, who: str) -> None:
    text = f"{who} leaves on Monday for a tour that also includes Niamey."
    assert [(f, s, w) for f, s, w, *_ in told(reader, text)] == [("visit", "announced", "2024-05-13")]


@pytest.mark.parametrize("stop", ["his first stop", "one of his first ports of call", "the first stop of a tour"])
def test_a_stop_that_was_to_be_made(reader: Reader, stop: str) -> None:
    text = (
        f"Ugandan Foreign Minister Jeje Odongo had been booked to make Lusaka {stop} in March, but the visit was "
        "cancelled when floods shut the airport."
    )
    found = [(f, s, w, c) for f, s, w, c, _ in told(reader, text)]
    assert found == [("visit", "cancelled", "2024-03", frozenset({"UGA", "ZMB"}))]


def test_a_town_made_a_priority_is_no_stop(reader: Reader) -> None:
    assert not told(reader, "Ugandan Foreign Minister Jeje Odongo made Lusaka one of his priorities in March.")


@pytest.mark.parametrize(
    "while_", ["barely a quarter of an hour after", "half an hour after", "only minutes after", "an hour after"]
)
def test_soon_after_a_call_is_on_its_day(reader: Reader, while_: str) -> None:
    text = (
        f"“We laughed a little,” Chilean Foreign Minister Alberto Klaveren posted on Wednesday, {while_} he and his "
        "Bolivian opposite number had finished a telephone conversation."
    )
    assert [(f, w) for f, _, w, *_ in told(reader, text)] == [("call", "2024-05-08")]


@pytest.mark.parametrize("said", ["the spokesman said on Thursday", "the spokesman said"])
def test_the_day_of_a_cue_is_no_part_of_what_is_said(reader: Reader, said: str) -> None:
    text = f"{CALL}Mudavadi’s spokesman was brief. Mudavadi, {said}, “gave his word that no lorry would wait”."
    found = [s for s in read(reader, text, DAY).statements if "no lorry" in s.content.text]
    assert found
    assert not any(s.content.text.startswith(("on ", "in ")) for s in found)
    assert {s.on_behalf_of for s in found} == {"KEN"}


@pytest.mark.parametrize(
    "opening", ["We have it from his spokesman, Ali Fahmy.", "His spokesman, Ali Fahmy, was milder."]
)
def test_whose_spokesman_by_whom_he_tells_of(reader: Reader, opening: str) -> None:
    text = (
        "Maldivian Foreign Minister Abdulla Shahid rang Foreign Minister Tilak Marapana of Sri Lanka on Monday.\n\n"
        f"Malé should pay, Mr Marapana said.\n\n{opening} Mr Shahid, the spokesman said, wants to speak of tuna."
    )
    found = [s for s in read(reader, text, DAY).statements if "tuna" in s.content.text]
    assert {s.on_behalf_of for s in found} == {"MDV"}


def test_an_official_representative_of_a_ministry_is_its_spokesman(reader: Reader) -> None:
    text = (
        f"{CALL}On Thursday the official representative of the Kenyan Foreign Ministry, Njeri Kamau, shared details. "
        "According to her, the minister asked for patience."
    )
    found = [s for s in read(reader, text, DAY).statements if "patience" in s.content.text]
    assert any(r.role == "spokesperson" for s in found for r in s.chain)
    assert found[0].on_behalf_of == "KEN"


@pytest.mark.parametrize(
    ("promise", "place"),
    [
        ("In Arusha in 2019, the Tanzanian statement recalls, Kenya took upon itself an obligation to pay. Dodoma "
         "urged the Kenyan side to fulfil this obligation before winter.", "Arusha"),
        ("Nor, the Tanzanian statement says, has Dodoma forgotten Arusha. It was there, at the meeting of 2016, that "
         "Kenya undertook to pay, and Makamba pressed Nairobi to honour that undertaking.", "Arusha"),
        ("Kenya took on a commitment in Mombasa in 2021 to pay. Tanzania expects Nairobi to live up to that "
         "commitment, Makamba said.", "Mombasa"),
    ],
)  # fmt: skip
def test_where_a_promise_called_in_was_given(reader: Reader, promise: str, place: str) -> None:
    urged = [c for c in read(reader, CALL + promise, DAY).commitments if c.status == "urged"]
    assert [(list(c.by), c.ascribed_by) for c in urged] == [(["KEN"], "TZA")]
    assert urged[0].refers_to is not None
    assert place in urged[0].refers_to.text


def test_a_promise_nobody_told_of_before_has_no_place(reader: Reader) -> None:
    text = f"{CALL}Makamba visited Mombasa. Tanzania expects Nairobi to live up to that commitment, Makamba said."
    assert [c.refers_to for c in read(reader, text, DAY).commitments if c.status == "urged"] == [None]


@pytest.mark.parametrize("put", ["put on record", "placed on record", "went on record"])
def test_what_is_put_on_record_is_said(reader: Reader, put: str) -> None:
    text = (
        f"{CALL}The Tanzanian ministry {put} that Tanzania deals with all its neighbours on the principle of equality."
    )
    found = [(p.holder.country, p.kind) for p in read(reader, text, DAY).positions]
    assert found == [("TZA", "principle")]


@pytest.mark.parametrize(
    "text",
    [
        "From Kenya the Tanzanian government demands an end to night searches by its police, a cut in the fees levied "
        "at Namanga, and the return of eight lorries seized in May.",
        "Kenya should end the night searches, make a cut in the fees and return eight lorries: these are the Tanzanian "
        "ministry’s three points.",
        "The Tanzanian side insists on an end to night searches, on a cut in the fees and on return of eight lorries.",
    ],
)
def test_each_demand_of_a_list(reader: Reader, text: str) -> None:
    found = [p for p in read(reader, CALL + text, DAY).positions if p.kind == "demand"]
    assert {(p.holder.country, p.toward) for p in found} == {("TZA", "KEN")}
    assert all(any(thing in p.content.text for p in found) for thing in ("night searches", "the fees", "eight lorries"))


def test_an_apology_that_is_demanded(reader: Reader) -> None:
    found = read(reader, f"{CALL}Tanzania demands an apology.", DAY).positions
    assert [(p.holder.country, p.kind) for p in found] == [("TZA", "demand")]


def test_an_expert_s_points_are_no_state_s(reader: Reader) -> None:
    assert not read(
        reader, f"{CALL}Kenya must reform and pay, said one expert: these are his two demands.", DAY
    ).positions
