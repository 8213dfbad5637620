"""A day given up for another within a sentence, who had sought what is to come, committees by what they are for, the
country of a state's own text, and what is only wished for."""

import pytest

from detente.model import Engagement
from detente.reading.reader import Reader
from tests.conftest import read

DAY = "2023-05-09"
CALL = (
    "Foreign Minister Ana Gervasi spoke by phone with her Chilean counterpart, Alberto van Klaveren, on Monday. The "
    "ministers agreed that {} would convene in Lima in October."
)


def on_page(reader: Reader, text: str, outlet: str = "Ministry of Foreign Affairs, Peru") -> tuple[Engagement, ...]:
    return read(reader, text, DAY, outlet).engagements


@pytest.mark.parametrize("text", [
    "The committee for trade between Latvia and Poland, due to open in Riga on May 15, will meet on June 5 instead.",
    "The joint higher committee of Jordan and Iraq, which was to meet in Amman on May 15, will sit on June 5 instead.",
    "Chilean Foreign Minister Alberto van Klaveren, who was to visit Lima on 15 May, will come on 5 June instead.",
    "The summit between Peru and Chile, due in Tacna on May 15, will be held in Arica on June 5 instead.",
    "The talks between Peru and Chile, scheduled for May 15, will now be held on June 5.",
])  # fmt: skip
def test_a_day_given_up_for_another(reader: Reader, text: str) -> None:
    (found,) = read(reader, text, DAY).engagements
    assert (found.status.status, found.when.edtf) == ("rescheduled", "2023-06-05")


def test_a_next_session_is_no_other_day_of_the_last(reader: Reader) -> None:
    text = "The joint committee of Peru and Chile, which met in Tacna on May 5, will meet again on June 5."
    found = [(e.status.status, e.when.edtf) for e in read(reader, text, DAY).engagements]
    assert found == [("held", "2023-05-05"), ("announced", "2023-06-05")]


@pytest.mark.parametrize("why", [
    "Peru sought the change, they said, because its minister has to travel to Doha.",
    "Peru had asked for the change because of the floods.",
])  # fmt: skip
def test_why_the_day_was_changed(reader: Reader, why: str) -> None:
    text = f"The talks between Peru and Chile, due on May 15, will be held on June 5 instead. {why}"
    found = next(e for e in read(reader, text, DAY).engagements if "CHL" in e.countries)
    reason = found.history[-1].reason
    assert reason is not None and reason.text.startswith("because")


@pytest.mark.parametrize(("told", "who"), [
    ("will pay a visit to Accra on 25 May. The visit was proposed by Togo and is to last a day.", "TGO"),
    ("visited Accra on 5 May. The visit was requested by Togo.", "TGO"),
    ("will hold talks with Ghanaian Foreign Minister Ama Owusu on 25 May. The talks, which Togo had sought, will be "
     "short.", "TGO"),
    ("will pay a visit to Accra on 25 May. A ban on poultry was proposed by Togo.", None),
    ("spoke with Ghanaian Foreign Minister Ama Owusu on Monday about the fair that Togo had proposed.", None),
])  # fmt: skip
def test_who_had_sought_it(reader: Reader, told: str, who: str | None) -> None:
    found = read(reader, f"The Togolese Foreign Minister, Robert Dussey, {told}", DAY).engagements
    assert [e.initiator for e in found] == [who]


@pytest.mark.parametrize("body", ["the committee for political consultation", "the commission for border trade"])
def test_a_body_agreed_on_is_of_both(reader: Reader, body: str) -> None:
    found = on_page(reader, CALL.format(body))
    assert [(e.status.status, e.when.edtf, set(e.countries)) for e in found][1:] == [
        ("announced", "2023-10", {"PER", "CHL"})
    ]


def test_a_parliament_is_of_one(reader: Reader) -> None:
    assert len(on_page(reader, CALL.format("parliament"))) == 1


@pytest.mark.parametrize("told", ["is visiting our country this week", "visited the country on Monday"])
def test_the_country_of_a_states_own_text_is_that_state(reader: Reader, told: str) -> None:
    (found,) = on_page(reader, f"Chilean Foreign Minister Alberto van Klaveren {told}.")
    assert (found.form, [p.country for p in found.places]) == ("visit", ["PER"])


def test_the_country_of_a_papers_text_is_not_told(reader: Reader) -> None:
    text = "Chilean Foreign Minister Alberto van Klaveren visited the country on Monday."
    assert on_page(reader, text, "Lima Post") == ()


@pytest.mark.parametrize("wish", ["Let them talk in October", "Let the two ministers meet first"])
def test_what_somebody_wishes_is_not_held(reader: Reader, wish: str) -> None:
    text = f'The joint committee of Peru and Chile will meet on June 5. "{wish}," said Luis Rojas, a fruit seller.'
    assert [e.when.edtf for e in read(reader, text, DAY).engagements] == ["2023-06-05"]


@pytest.mark.parametrize("told", [
    "A hotline went into operation today. The line was tested by Peruvian Defence Minister Jorge Chavez, who talked "
    "over it with his Chilean counterpart, Maya Fernandez.",
    "Peruvian Defence Minister Jorge Chavez talked with his Chilean counterpart, Maya Fernandez, over the line today.",
])  # fmt: skip
def test_what_is_talked_over_a_line_is_a_call(reader: Reader, told: str) -> None:
    assert [(e.form, e.when.edtf) for e in read(reader, told, DAY).engagements] == [("call", DAY)]


@pytest.mark.parametrize("text", [
    "Foreign Ministers Ana Gervasi of Peru and Alberto van Klaveren of Chile put their names to the accord on Monday.",
    "The bridge was opened at a ceremony on Monday by Peruvian Foreign Minister Ana Gervasi and her Chilean "
    "counterpart, Alberto van Klaveren.",
])  # fmt: skip
def test_done_together_on_a_day_that_is_past(reader: Reader, text: str) -> None:
    found = [(e.form, e.status.status, e.when.edtf) for e in read(reader, text, DAY).engagements]
    assert found == [("ceremony", "held", "2023-05-08")]


def test_a_day_of_what_a_thing_went_through_is_no_day_of_the_next_meeting(reader: Reader) -> None:
    text = (
        "On Monday Peruvian Foreign Minister Ana Gervasi met her Chilean counterpart, Alberto van Klaveren, in "
        "Santiago. They signed the protocol drafted in March 2019. Gervasi then called on President Gabriel Boric."
    )
    assert "2019-03" not in {e.when.edtf for e in read(reader, text, DAY).engagements}


@pytest.mark.parametrize(("told", "forms"), [
    ("met on Monday in Tacna. Dina Boluarte and Gabriel Boric, a few metres apart, spoke for an hour.", ["meeting"]),
    ("spoke for an hour on Monday.", ["call"]),
])  # fmt: skip
def test_who_met_and_spoke_rang_nobody(reader: Reader, told: str, forms: list[str]) -> None:
    text = f"Peruvian President Dina Boluarte and Chilean President Gabriel Boric {told}"
    assert [e.form for e in read(reader, text, DAY).engagements] == forms
