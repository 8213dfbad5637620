"""What time expressions come to: values by tense, tale, calendar and feast, in sentences as news write them."""

from __future__ import annotations

import pytest

from detente.inputs import document_of
from detente.reading.reader import Reader
from detente.reading.times.feasts import orthodox_easter, western_easter
from tests.conftest import read

# publication | sentence | every dated expression with its value
SENTENCES = [
    (
        "1998-02-13",
        "The company said Tuesday that it will meet creditors Thursday.",
        {"Tuesday": "1998-02-10", "Thursday": "1998-02-19"},
    ),
    (
        "1998-02-13",
        "Secretary of State Madeleine Albright arrived in Moscow on Wednesday and will fly to Kiev on Sunday.",
        {"Wednesday": "1998-02-11", "Sunday": "1998-02-15"},
    ),
    (
        "1998-02-13",
        "Iraq must comply by Friday, the council said last night.",
        {"Friday": "1998-02-13", "last night": "1998-02-12"},
    ),
    (
        "1989-10-30",
        "Net income in the third quarter rose to $12 million from $10 million a year earlier.",
        {"the third quarter": "1989-07/1989-09", "a year earlier": "1988-07/1988-09"},
    ),
    ("1989-10-30", "For the nine months ended Sept. 30, sales fell 3%.", {"Sept. 30": "1989-09-30"}),
    ("1989-10-30", "The bank expects a loss in the fourth quarter.", {"the fourth quarter": "1989-10/1989-12"}),
    (
        "1989-10-30",
        "The sale is expected to close in the first quarter of 1990.",
        {"the first quarter of 1990": "1990-01/1990-03"},
    ),
    (
        "1989-10-30",
        "He joined the firm in June 1985 and became president in 1987.",
        {"June 1985": "1985-06", "1987": "1987"},
    ),
    (
        "1989-10-30",
        "The stock closed yesterday at $12, up from $11 Friday.",
        {"yesterday": "1989-10-29", "Friday": "1989-10-27"},
    ),
    ("1998-03-01", "The embassies in Kenya and Tanzania were bombed in August 1998.", {"August 1998": "1998-08"}),
    (
        "1998-03-01",
        "The crisis of the early 1990s and the late 1980s.",
        {"the early 1990s": "199X", "the late 1980s": "198X"},
    ),
    (
        "1998-03-01",
        "Last summer the two sides agreed; last fall they quarrelled.",
        {"Last summer": "1997-22", "last fall": "1997-23"},
    ),
    (
        "1998-03-01",
        "The talks resumed last week, and another round is planned for next month.",
        {"last week": "1998-02-16/1998-02-22", "next month": "1998-04"},
    ),
    (
        "1998-03-01",
        "In 1991, Iraq invaded. The war ended the following year.",
        {"1991": "1991", "the following year": "1992"},
    ),
    (
        "2010-01-01",
        "On 22 June 1941 Germany invaded the Soviet Union. Two days later the armies met.",
        {"22 June 1941": "1941-06-22", "Two days later": "1941-06-24"},
    ),
    (
        "2010-01-01",
        "In September 1939 Germany invaded Poland. By the end of October the campaign was over.",
        {"September 1939": "1939-09", "the end of October": "1939-10"},
    ),
    ("2014-05-02", "The election will be held on May 25.", {"May 25": "2014-05-25"}),
    ("2014-05-02", "The March 16 referendum was rejected by Kiev.", {"March 16": "2014-03-16"}),
    ("2014-05-02", "Voters go to the polls on Sunday.", {"Sunday": "2014-05-04"}),
    (
        "2014-05-02",
        "The president, who visited in late 2013, returns in mid-June.",
        {"late 2013": "2013", "mid-June": "2014-06"},
    ),
    ("2014-05-02", "A ceasefire came into force at 6 p.m. on Thursday.", {"Thursday": "2014-05-01"}),
    (
        "2014-05-02",
        "The talks will take place between 27 and 29 October in Geneva.",
        {"27 and 29 October": "2014-10-27/2014-10-29"},
    ),
    ("2014-05-02", "The visit runs from June 16 to 21.", {"June 16 to 21": "2014-06-16/2014-06-21"}),
    (
        "2014-05-02",
        "He was elected in 2012 and re-elected this February.",
        {"2012": "2012", "this February": "2014-02"},
    ),
    ("2014-05-02", "Talks were held a day earlier in Vienna.", {"a day earlier": "2014-05-01"}),
    (
        "2014-05-02",
        "The truce agreed on April 17 collapsed a week later.",
        {"April 17": "2014-04-17", "a week later": "2014-04-21/2014-04-27"},
    ),
    ("2014-05-02", "It was the worst violence since World War II, and came five years after the revolution.", {}),
    ("2014-05-02", "Exports have grown every year since 2009.", {"2009": "2009"}),
    (
        "2014-05-02",
        "Kerry is due in Addis Ababa on Saturday, a spokeswoman said Friday.",
        {"Saturday": "2014-05-03", "Friday": "2014-05-02"},
    ),
    (
        "2014-05-02",
        "Easter celebrations were marred by clashes; a Christmas truce had held.",
        {"Easter": "2014-04-20", "Christmas": "2013-12-25"},
    ),
    ("2014-05-02", "Ramadan begins next month.", {"Ramadan": "2014-06-28/2014-07-27", "next month": "2014-06"}),
    ("2014-12-20", "The deal was signed on the eve of Thanksgiving.", {"the eve of Thanksgiving": "2014-11-26"}),
    (
        "2014-12-20",
        "He served from 2003 to 2007 and from 2009-2011.",
        {"2003 to 2007": "2003/2007", "2009-2011": "2009/2011"},
    ),
    (
        "2014-12-20",
        "In the spring of '68 students took to the streets; the '90s were calmer.",
        {"the spring of '68": "1968-21", "the '90s": "199X"},
    ),
    ("2014-12-20", "Troops will be out by the middle of next year.", {"the middle of next year": "2015"}),
    (
        "2014-12-20",
        "The minister resigned earlier this year, and elections are due later this month.",
        {"earlier this year": "2014", "later this month": "2014-12"},
    ),
    ("2014-12-20", "Prices rose 3% in the year to November.", {"November": "2014-11"}),
    ("2014-12-20", "The Sunday Times reported that Theresa May may march with the March 8 movement.", {}),
    ("2014-12-20", "The 45-year-old, 12 others and 2014 tonnes of rice arrived.", {}),
    ("2014-12-20", "On the first Monday of March the council meets.", {"the first Monday of March": "2015-03-02"}),
    (
        "2014-12-20",
        "Negotiators hope to reach a deal by the end of the week.",
        {"the end of the week": "2014-12-15/2014-12-21"},
    ),
    (
        "2014-12-20",
        "U.S. officials said the plane left at 13:40 GMT on Dec. 18, 2014.",
        {"Dec. 18, 2014": "2014-12-18"},
    ),
    ("2014-12-20", "The summit in Nov. was postponed to Jan. 2015.", {"Nov.": "2014-11", "Jan. 2015": "2015-01"}),
    (
        "2014-12-20",
        "The ministry issued the note on 18.12.2014, after 2014-12-17.",
        {"18.12.2014": "2014-12-18", "2014-12-17": "2014-12-17"},
    ),
    ("2014-12-20", "He said that in the past three years trade had doubled.", {}),
    (
        "2014-12-20",
        "It was signed on 3rd May and ratified on the 14th.",
        {"3rd May": "2014-05-03", "the 14th": "2014-05-14"},
    ),
    ("2014-12-20", "Since then, the two have met twice a year.", {}),
    (
        "2014-12-20",
        "The accord of December 12, 2003, which expired in 2008, was renewed on Oct. 3.",
        {"December 12, 2003": "2003-12-12", "2008": "2008", "Oct. 3": "2014-10-03"},
    ),
    (
        "2014-12-20",
        "The president will travel to Cuba in the first week of February.",
        {"the first week of February": "2015-02-01/2015-02-07"},
    ),
    (
        "2014-12-20",
        "On Monday, December 8, the court ruled; on Wednesday it adjourned until Jan. 7.",
        {"Monday, December 8": "2014-12-08", "Wednesday": "2014-12-17", "Jan. 7": "2015-01-07"},
    ),
    ("2014-12-20", "In April, Putin called; in 2015 he will visit.", {"April": "2014-04", "2015": "2015"}),
    (
        "2014-12-20",
        "The agreement was reached in the wee hours of Saturday morning.",
        {"Saturday morning": "2014-12-20"},
    ),
    (
        "2014-12-20",
        "The fiscal year that ended June 30 closed with a surplus; revenue in fiscal 2013 was higher.",
        {"June 30": "2014-06-30", "fiscal 2013": "2012-10-01/2013-09-30"},
    ),
    (
        "2014-12-20",
        "About a decade ago, in the mid-2000s, oil was cheap.",
        {"a decade ago": "2004", "the mid-2000s": "200X"},
    ),
    ("2014-12-20", 'The president said he would visit Tokyo "next Tuesday".', {"next Tuesday": "2014-12-23"}),
    (
        "2014-12-20",
        "He spoke on New Year's Day and on Christmas Day.",
        {"New Year's Day": "2014-01-01", "Christmas Day": "2013-12-25"},
    ),
    ("2014-12-20", "The law takes effect Jan. 1.", {"Jan. 1": "2015-01-01"}),
    ("2014-12-20", "The treaty will expire in August.", {"August": "2015-08"}),
    (
        "2014-12-20",
        "The rally was held Saturday to mark the Sept. 11 attacks and the 9/11 anniversary.",
        {"Saturday": "2014-12-20", "Sept. 11 attacks": "2001-09-11", "9/11": "2001-09-11"},
    ),
    (
        "2014-12-20",
        "In the 20th century and the twenty-first century.",
        {"the 20th century": "19XX", "the twenty-first century": "20XX"},
    ),
    (
        "2014-12-20",
        "Growth was 2% in the second half of the year and 3% in the first six months of 2013.",
        {"the second half of the year": "2014-07/2014-12", "the first six months of 2013": "2013-01/2013-06"},
    ),
    ("2014-12-20", "The 2013 budget and the 1998 Winter Olympics.", {"2013": "2013", "1998": "1998"}),
    ("2014-12-20", "Fighting raged all day Thursday and throughout the night.", {"Thursday": "2014-12-18"}),
    (
        "2014-12-20",
        "The embassy, closed in March 2011, reopened in 2012 under a 1994 agreement.",
        {"March 2011": "2011-03", "2012": "2012", "1994": "1994"},
    ),
    (
        "2014-12-20",
        "Mr Hollande told the paper on Thursday he wanted to meet Mr Putin before Christmas.",
        {"Thursday": "2014-12-18", "Christmas": "2014-12-25"},
    ),
    (
        "2014-12-20",
        "Polls open on Sunday morning and results are expected on Monday.",
        {"Sunday morning": "2014-12-21", "Monday": "2014-12-22"},
    ),
    ("2014-12-20", "A meeting of the foreign ministers on Tuesday could end the dispute.", {"Tuesday": "2014-12-23"}),
    (
        "2014-12-20",
        "Tuesday's meeting in Minsk was the first since September.",
        {"Tuesday": "2014-12-16", "September": "2014-09"},
    ),
    ("2014-12-20", "Wednesday's talks will focus on trade.", {"Wednesday": "2014-12-24"}),
    ("2014-12-20", "He has until Jan. 15 to respond.", {"Jan. 15": "2015-01-15"}),
    ("2014-12-20", "The two men are meeting in Geneva on Monday.", {"Monday": "2014-12-22"}),
]


@pytest.mark.parametrize(("published", "text", "wanted"), SENTENCES, ids=[s[1][:40] for s in SENTENCES])
def test_values(published: str, text: str, wanted: dict[str, str], reader: Reader) -> None:
    reading = read(reader, text, published)
    found = {t.span.text: t.edtf.rstrip("~") for t in reading.times if t.edtf}
    assert found == wanted


def test_without_a_publication_date_nothing_relative_is_resolved(reader: Reader) -> None:
    reading = reader.read(document_of("The envoy came yesterday, on Friday and in May, as in May 2011."))
    assert [t.edtf for t in reading.times] == [None, None, None, "2011-05"]
    assert {i.code for i in reading.issues} >= {"DET-201"}


def test_what_recurs_and_what_lasts_has_no_date(reader: Reader) -> None:
    text = "Every Monday for three years, the two-day annual talks ran from 9 a.m. and cost 5 million dollars a day."
    reading = read(reader, text)
    assert [(t.type, t.edtf) for t in reading.times] == [
        ("set", None), ("duration", None), ("duration", None), ("set", None), ("time", None), ("set", None),
    ]  # fmt: skip


def test_a_history_is_told_from_its_own_dates(reader: Reader) -> None:
    text = (
        "In September 1939 Germany invaded Poland, and in 1940 it turned west. The siege of 1941 failed by December. "
        "On 19 November 1942 the counter-attack began, and in February 1943 it was over. On 6 June 1944 the Allies "
        "landed, and on 25 August they were in Paris. In May 1945 the war ended, and in August the other one did."
    )
    reading = read(reader, text, "2010-02-01")
    found = {t.span.text: t.edtf for t in reading.times}
    assert found["25 August"] == "1944-08-25"
    assert found["December"] == "1941-12"
    assert found["August"] == "1945-08"


@pytest.mark.parametrize(
    ("year", "western", "orthodox"),
    [(1998, "04-12", "04-19"), (2011, "04-24", "04-24"), (2016, "03-27", "05-01"), (2024, "03-31", "05-05")],
)
def test_easter(year: int, western: str, orthodox: str) -> None:
    assert western_easter(year).isoformat() == f"{year}-{western}"
    assert orthodox_easter(year).isoformat() == f"{year}-{orthodox}"
