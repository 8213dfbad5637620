"""What an engagement is by who sits there, who sits at talks that are only to begin, and what never came."""

from __future__ import annotations

import pytest

from detente.reading.reader import Reader
from tests.conftest import read

PUBLISHED = "2024-05-14"


def told(reader: Reader, text: str) -> list[tuple[str, str, str | None, str]]:
    """(form, status, date, states) of the engagements in a text."""
    found = read(reader, text, PUBLISHED).engagements
    return [(e.form, e.status.status, e.when.edtf, "+".join(sorted(e.countries))) for e in found]


def named(reader: Reader, text: str, form: str) -> set[str | None]:
    one = next(e for e in read(reader, text, PUBLISHED).engagements if e.form == form)
    return {p.actor.name for p in one.participants if p.actor.kind == "person"}


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("Negotiators from Togo and Benin met in Lomé for five hours on Monday.", "talks"),
        ("The next meeting of the joint border commission of Peru and Chile will be held in Arica in June.", "talks"),
        ("The Peruvian and Chilean presidents met in Arica on Monday.", "meeting"),
        ("A meeting of the interior ministers of Peru and Chile took place in Arica on Monday.", "meeting"),
        (
            "Peruvian President Dina Boluarte and Chilean President Gabriel Boric talked on Monday on the "
            "sidelines of a summit in Quito.",
            "meeting",
        ),
        ("Peruvian and Chilean officials held secret talks in Quito last week. No such meeting took place, Lima said.",
         "talks"),
    ],
)  # fmt: skip
def test_who_sits_there_makes_the_form(reader: Reader, text: str, form: str) -> None:
    assert form in {t[0] for t in told(reader, text) if t[3] == "BEN+TGO" or t[3] == "CHL+PER"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Latvian Foreign Minister Baiba Braže takes part in the meeting of the Nordic foreign ministers in Oslo on "
            "Tuesday.",
            ("meeting", "announced", "2024-05-14", "DNK+FIN+ISL+LVA+NOR+SWE"),
        ),
        (
            "Ukrainian President Volodymyr Zelensky attended a Nordic summit in Helsinki on Monday.",
            ("summit_session", "held", "2024-05-13", "DNK+FIN+ISL+NOR+SWE+UKR"),
        ),
    ],
)
def test_a_gathering_of_a_group_is_of_its_states(
    reader: Reader, text: str, expected: tuple[str, str, str, str]
) -> None:
    assert expected in told(reader, text)


def test_a_group_of_farmers_is_of_no_state(reader: Reader) -> None:
    text = "Danish Prime Minister Mette Frederiksen attended a meeting of Nordic farmers in Aarhus on Monday."
    assert not told(reader, text)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Peru's president had no objection to meeting Chilean President Gabriel Boric, she said.", "mooted"),
        ("Samoa's prime minister is averse to meeting Fijian Prime Minister Sitiveni Rabuka.", "mooted"),
        (
            "Ghana's foreign minister may go on to Lomé to meet Togolese Foreign Minister Robert Dussey. This has yet "
            "to be confirmed.",
            "mooted",
        ),
        (
            "Latvian Foreign Minister Baiba Braže was to have met her Polish counterpart, Radosław Sikorski, on "
            "Friday.",
            "cancelled",
        ),
        (
            "Latvian Foreign Minister Baiba Braže was to have met her Polish counterpart, Radosław Sikorski, on "
            "Friday. The meeting has been moved to June 3.",
            "rescheduled",
        ),
        (
            "Latvian Foreign Minister Baiba Braže was to meet her Polish counterpart, Radosław Sikorski, in Riga later "
            "on Tuesday.",
            "announced",
        ),
    ],
)
def test_what_never_came_and_what_may_come(reader: Reader, text: str, status: str) -> None:
    assert [t[1] for t in told(reader, text) if t[0] == "meeting"] == [status]


def test_what_is_called_off_along_with_another(reader: Reader) -> None:
    text = "Zambia and Malawi cancelled a meeting of their presidents along with the Malawian leader's visit to Harare."
    assert ("visit", "cancelled", None, "MWI+ZWE") in told(reader, text)


def test_neither_has_confirmed(reader: Reader) -> None:
    text = "Algerian Foreign Minister Ahmed Attaf invited Spanish Foreign Minister José Manuel Albares to Algiers. "
    assert [t[1] for t in told(reader, text + "Neither ministry has confirmed the invitation.")] == ["mooted"]


def test_the_one_invited_is_the_other_one(reader: Reader) -> None:
    text = (
        "The Gambian foreign minister, Mamadou Tangara, rang his Senegalese counterpart, Yassine Fall, on Monday. "
        "Fall invited the minister to Dakar in June."
    )
    assert ("visit", "mooted", "2024-06", "GMB+SEN") in told(reader, text)


@pytest.mark.parametrize(
    ("text", "date"),
    [
        (
            "Chilean Finance Minister Mario Marcel ended a two-day visit to Peru on Monday. Earlier that day Mr Marcel "
            "flew to Cusco.",
            "2024-05-12/2024-05-13",
        ),
        (
            "Envoy Marcus Bell of the United States arrives in Belgrade tomorrow for two days of consultations with "
            "Serbian officials.",
            "2024-05-15/2024-05-16",
        ),
        (
            "Chilean Finance Minister Mario Marcel visits Peru this week. He arrives in Lima on Thursday.",
            "2024-05-16",
        ),
    ],
)
def test_a_stay_keeps_both_its_days(reader: Reader, text: str, date: str) -> None:
    assert date in {t[2] for t in told(reader, text) if t[0] == "visit"}


def test_once_each_month_is_no_one_meeting(reader: Reader) -> None:
    border = "the border commanders of Togo and Benin"
    assert not told(reader, f"On the last Friday of every month {border} meet in Hillacondji.")
    assert told(reader, f"On the last Friday of May {border} will meet in Hillacondji.")


def test_its_minister_is_of_the_government_that_speaks(reader: Reader) -> None:
    text = "The Polish government denied that its intelligence chief met a Belarusian envoy in Lithuania this month."
    assert [t[3] for t in told(reader, text)] == ["BLR+POL"]


def test_an_aide_is_of_the_state_of_whom_he_serves(reader: Reader) -> None:
    met = "Kenyan Foreign Minister Musalia Mudavadi met Anna Okello, {}, in Nairobi on Monday."
    aide = met.format("an aide to Ugandan President Yoweri Museveni")
    assert ("meeting", "held", "2024-05-13", "KEN+UGA") in told(reader, aide)
    assert not told(reader, met.format("a guide to Ugandan gorillas"))


def test_who_begins_negotiations_need_not_sit_at_them(reader: Reader) -> None:
    begun = "Ghanaian President John Mahama and Togolese President Faure Gnassingbé agreed on Monday to "
    assert named(reader, begun + "launch negotiations on a maritime border.", "talks") == set()
    assert named(reader, begun + "hold talks in Accra in June.", "talks") == {"John Mahama", "Faure Gnassingbé"}


def test_members_of_a_body_talk_among_themselves(reader: Reader) -> None:
    rang = "Kenyan Foreign Minister Musalia Mudavadi rang his Russian counterpart, Sergey Lavrov, on Sunday. "
    found = told(reader, rang + "EU foreign ministers take up the case on Monday in Brussels.")
    assert not [t for t in found if t[3] == "EUE+RUS"]


def test_a_bilateral_is_a_meeting(reader: Reader) -> None:
    text = "Chilean President Gabriel Boric had talks with Ecuador's Daniel Noboa and "
    text += "a bilateral with Panama's José Raúl Mulino."
    assert ("meeting", "held", None, "CHL+PAN") in told(reader, text)
    assert not told(reader, "The bilateral trade of Norway and Iceland grew on Monday.")


def test_the_one_before_with_whom_a_visit_is_compared(reader: Reader) -> None:
    flew = "Greek Prime Minister Kyriakos Mitsotakis flew to Tirana on Monday, the first visit by a Greek leader since "
    assert told(reader, flew + "Costas Simitis in March 2001.") == [
        ("visit", "held", "2024-05-13", "ALB+GRC"),
        ("visit", "held", "2001-03", "ALB+GRC"),
    ]
    assert len(told(reader, flew + "Edi Rama in 2013 took office.")) == 1
    assert len(told(reader, flew + "the election of 2023.")) == 1
