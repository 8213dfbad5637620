"""Times as agencies, banks and historians word them: fiscal years, the year-ago period, plans that lie behind."""

from __future__ import annotations

import pytest

from detente.inputs import document_of
from detente.model import Edtf
from detente.reading.reader import Reader
from tests.conftest import read

# publication | text | every dated expression with its value
DATED = [
    (
        "2013-10-29",
        "Profit fell in the second quarter from the year-ago period.",
        ["2013-04/2013-06", "2012-04/2012-06"],
    ),
    (
        "2013-10-29",
        "In the first half of 2013 trade rose; in the same period last year it fell.",
        ["2013-01/2013-06", "2012-01/2012-06"],
    ),
    (
        "2013-10-29",
        "Growth was 2 percent in the third quarter and 1 percent in the previous quarter.",
        ["2013-07/2013-09", "2013-04/2013-06"],
    ),
    ("2013-10-29", "The firm posted a third-quarter loss.", ["2013-07/2013-09"]),
    ("2022-08-02", "This weekend the ministers of Togo and Benin met in Lomé.", ["2022-07-30/2022-07-31"]),
    ("2022-08-02", "The ministers of Togo and Benin will meet this weekend.", ["2022-08-06/2022-08-07"]),
    ("2022-08-02", "Togo's minister is in Cotonou this weekend.", ["2022-08-06/2022-08-07"]),
    ("2022-08-02", "They met the weekend before last.", ["2022-07-23/2022-07-24"]),
    ("2022-08-02", "Togo and Benin announced talks to be held in November.", ["2022-11"]),
    ("2022-08-02", "The fund is an initiative to be launched in October in Lomé.", ["2022-10"]),
    ("2022-08-02", "The third round to be held in May, in Lomé, brought no result.", ["2022-05"]),
    ("2022-08-02", "She was the first minister to be received there in March.", ["2022-03"]),
    ("2013-10-29", "The loss in the second quarter compares with a gain.", ["2013-04/2013-06"]),
    ("2013-10-29", "Orders for the June quarter were weak.", ["2013-04/2013-06"]),
    ("2013-10-29", "The bank will have shut ten branches by year-end.", ["2013"]),
    ("2013-10-29", "The loan falls due in 2019, two years earlier than planned.", ["2019"]),
    (
        "2022-08-03",
        "Kenya earned more in July, the first month of fiscal year 2022-23, than a year earlier.",
        ["2022-07", "2022-07", "2021-07"],
    ),
    (
        "2022-08-03",
        "Exports grew in Kenya's last fiscal year after a fall in the year before.",
        ["2021-07-01/2022-06-30", "2020-07-01/2021-06-30"],
    ),
    ("2022-08-03", "The year before last, the port was shut.", ["2020"]),
    ("2022-08-03", "The envoy took office on the first of March.", ["2022-03-01"]),
    ("2022-08-03", "They sat on the 12th and the 14th of July.", ["2022-07-12", "2022-07-14"]),
    ("2022-08-03", "The council met on the last day of February 2020.", ["2020-02-29"]),
    ("2022-08-03", "At dawn on July 30 drones hit the depot.", ["2022-07-30"]),
    ("2022-08-03", "Shells fell on the depot overnight.", ["2022-08-02/2022-08-03"]),
    ("2022-08-03", "This spring the canal was closed.", ["2022-21"]),
    ("2022-08-03", "In 2021/22 the canal made a profit.", ["2021/2022"]),
    ("2022-08-03", "The quarrel over the canal dates back to 1956.", ["1956"]),
    ("2022-08-03", "The talks were moved from 13 September to 15 September.", ["2022-09-13", "2022-09-15"]),
    ("2022-08-03", "She rose to the post in 2015, having lost it the previous September.", ["2015", "2014-09"]),
    ("2022-08-03", "The pact was signed in 1990 and renewed in April of the following year.", ["1990", "1991-04"]),
    # a plan that lies behind is of the day just past; one put off with a day to come beside it is not
    ("2022-08-03", "The ship was to have sailed on Monday.", ["2022-08-01"]),
    (
        "2022-08-03",
        "He put off a trip that was due to start on Saturday and to end in Oslo on Tuesday.",
        ["2022-08-06", "2022-08-09"],
    ),
    # how things stood when it was written, and what has been said, lie behind in the present too
    ("2022-08-03", "As of Sunday, all six are in hospital.", ["2022-07-31"]),
    ("2022-08-03", '"Their army arms the rebels," according to a post on Monday by the minister.', ["2022-08-01"]),
    ("2022-08-03", "The king announced a truce of three days, Tuesday through Thursday.", ["2022-08-02/2022-08-04"]),
    ("2022-08-03", "I have directed the council to report to me on Friday.", ["2022-08-05"]),
    # a tale goes on into the next year
    (
        "2006-07-15",
        "On Nov. 9, 1989, the wall fell; on Jan. 15 a crowd stormed the ministry.",
        ["1989-11-09", "1990-01-15"],
    ),
    ("2006-07-15", "On May 9, 1989, the vote was held; on June 4 another followed.", ["1989-05-09", "1989-06-04"]),
]
# Lengths, what recurs, hours and counts of what goes on have no date.
UNDATED = [
    "The dispute has lasted half a century.",
    "Residents told of hours of shelling.",
    "Prices rose for the third month running.",
    "On the tenth day of the strike the mine reopened.",
    "Parliament suspended a 30-year-old treaty of friendship.",
    "The next hours will decide everything.",
    "The vote will be held six minutes later.",
    "This will be a priority over the next decade.",
]
# Looks like a time and is none.
NONE = [
    "A 30-year-old teacher joined the crowd.",
    "It is a daily newspaper in Budapest.",
    "The doctor works at the May 22 Hospital.",
    "Troops took 24 rebels and 30 soldiers in the second town.",
    "Our team scored a first-half goal.",
]


@pytest.mark.parametrize(("published", "text", "wanted"), DATED, ids=[d[1][:40] for d in DATED])
def test_dated(published: str, text: str, wanted: list[str], reader: Reader) -> None:
    times = read(reader, text, published).times
    assert [t.edtf.rstrip("~") for t in times if t.edtf] == wanted


@pytest.mark.parametrize("text", UNDATED)
def test_undated(text: str, reader: Reader) -> None:
    times = read(reader, text, "2022-08-03").times
    assert [t.edtf for t in times] == [None]


@pytest.mark.parametrize("text", NONE)
def test_no_time(text: str, reader: Reader) -> None:
    assert not read(reader, text, "2022-08-03").times


def test_what_is_moved_to_two_days_lasts_both(reader: Reader) -> None:
    day = Edtf("2019-06-10")
    found = reader.read(document_of("The session has been moved to June 18 and 19.", published=day)).times
    assert [t.edtf for t in found] == ["2019-06-18/2019-06-19"]
    found = reader.read(document_of("The session has been moved from June 16 to June 18.", published=day)).times
    assert [t.edtf for t in found] == ["2019-06-16", "2019-06-18"]
