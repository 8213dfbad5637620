"""Gatherings that stand alone, missions, hosts who invited, local officials, and what became of plans."""

from __future__ import annotations

import pytest

from detente.model import Engagement
from detente.reading.reader import Reader
from tests.conftest import read

DAY = "2018-05-20"


def only(reader: Reader, text: str, form: str) -> Engagement:
    """The one engagement of a form."""
    (found,) = [e for e in read(reader, text, DAY).engagements if e.form == form]
    return found


def names(engagement: Engagement) -> set[str]:
    return {p.actor.name for p in engagement.participants if p.actor.name}


@pytest.mark.parametrize(
    ("text", "countries", "when"),
    [
        ("The G20 summit will be held in Rome in October, Italy's prime minister said.", {"ITA"}, "2018-10"),
        ("President Dmitry Medvedev is expected to attend the BRICS Summit, which India is to host next March.",
         {"RUS", "IND"}, "2019-03"),
        ("A conference on Libya will take place in Palermo on November 12, Italy's prime minister said.",
         {"LBY", "ITA"}, "2018-11-12"),
    ],
)  # fmt: skip
def test_a_gathering_of_states_stands_alone(reader: Reader, text: str, countries: set[str], when: str) -> None:
    found = only(reader, text, "summit_session")
    assert (set(found.countries), found.when.edtf) == (countries, when)


def test_a_fair_of_firms_does_not(reader: Reader) -> None:
    text = "Investors gathered for the AI summit in Paris on Monday. The chief executive of Foo Corp spoke there."
    assert read(reader, text, DAY).engagements == ()


@pytest.mark.parametrize(
    ("text", "countries"),
    [
        ("Kenya will dispatch a team of negotiators to Juba in June.", {"KEN", "SSD"}),
        ("Sweden sent a delegation to Ankara last week.", {"SWE", "TUR"}),
        ("Norway is sending its deputy foreign minister to Tbilisi on Monday.", {"NOR", "GEO"}),
    ],
)
def test_a_mission_sent_abroad_is_a_visit(reader: Reader, text: str, countries: set[str]) -> None:
    assert set(only(reader, text, "visit").countries) == countries


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The Japanese Prime Minister Shinzo Abe will visit Helsinki in July at President Sauli Niinisto's invitation.",
         {"Shinzo Abe", "Sauli Niinisto"}),
        ("Thai Prime Minister Prayut Chan-o-cha has been invited to Washington by President Donald Trump.",
         {"Prayut Chan-o-cha", "Donald Trump"}),
    ],
)  # fmt: skip
def test_who_invites_receives(reader: Reader, text: str, who: set[str]) -> None:
    assert names(only(reader, text, "visit")) == who


def test_a_local_official_is_of_where_the_visitor_is(reader: Reader) -> None:
    text = (
        "Finland's President Alexander Stubb flew to Osaka on Tuesday. "
        "There he had breakfast with the mayor, Hideyuki Yokoyama."
    )
    found = only(reader, text, "meeting")
    assert set(found.countries) == {"FIN", "JPN"}
    assert found.when.edtf == "2018-05-15"  # a part of a visit takes its day


def test_a_meeting_of_two_is_not_the_one_of_three(reader: Reader) -> None:
    text = (
        "Slovak Foreign Minister Miroslav Lajcak will meet his Czech and Polish counterparts in Bratislava on Friday. "
        "He will sit down separately with the Polish minister, Jacek Czaputowicz."
    )
    found = [set(e.countries) for e in read(reader, text, DAY).engagements]
    assert found == [{"SVK", "CZE", "POL"}, {"SVK", "POL"}]


def test_an_answer_may_come_after_another_sentence(reader: Reader) -> None:
    text = (
        "Yerevan has proposed to hold the fifth round of talks with Turkey next month. "
        '"We want people to see it," an Armenian official said. Ankara has not replied.'
    )
    assert only(reader, text, "talks").status.status == "unanswered"


def test_a_planned_trip_that_was_cancelled(reader: Reader) -> None:
    text = "The talks were to follow President Donald Trump's planned trip to Warsaw, which was cancelled."
    assert only(reader, text, "visit").status.status == "cancelled"
