"""Whose words, whose house and whose rank: what a text tells is given to nobody whom it does not name.

Denied refusals, houses of state of which there are many, letterheads of two lines, what analysts say that a state
wants, "the two ministers" after a president, troops that stay, councils that will be held, months gone by.
"""

from __future__ import annotations

import pytest

from detente.inputs import document_of
from detente.inputs.dateline import dated_by_itself
from detente.model import Engagement, Reading
from detente.reading.reader import Reader
from tests.conftest import read


def brief(engagement: Engagement) -> str:
    """An engagement's form, status, date and sides in a line."""
    return (
        f"{engagement.form} {engagement.status.status} {engagement.when.edtf} {'-'.join(sorted(engagement.countries))}"
    )


def briefs(reading: Reading) -> list[str]:
    return [brief(e) for e in reading.engagements]


# text, the status of the one engagement
REFUSALS = [
    ("A Russian foreign ministry spokeswoman denied reports that Russian President Vladimir Putin had refused a call "
     "from French President Emmanuel Macron.", "disputed"),
    ("Kenya's foreign ministry denied that President William Ruto had rejected a meeting with Somali President Hassan "
     "Sheikh Mohamud.", "disputed"),
    ("The Elysee dismissed claims that Macron had turned down an invitation to visit Algiers from President Tebboune.",
     "disputed"),
    ("Reports that Chilean President Gabriel Boric declined to meet Peruvian President Dina Boluarte are false, "
     "Chile's government said.", "disputed"),
    ("Manila said it was not true that President Ferdinand Marcos had refused to take a call from Chinese President "
     "Xi Jinping.", "disputed"),
    ("India denied that it had refused to hold talks with Pakistan.", "disputed"),
    ("Russian President Vladimir Putin refused a call from French President Emmanuel Macron, the Kremlin said.",
     "declined"),
    ("Bolivia denied Chile's request for a meeting of the two foreign ministers.", "declined"),
    ("Chile denied that the visit of President Boric to Lima had been cancelled.", "confirmed"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "status"), REFUSALS, ids=lambda v: v[:40])
def test_a_refusal_that_is_denied_is_none(reader: Reader, text: str, status: str) -> None:
    assert [e.status.status for e in read(reader, text).engagements] == [status]


def test_what_is_denied_is_no_position(reader: Reader) -> None:
    assert not read(reader, REFUSALS[1][0]).positions
    assert not read(reader, REFUSALS[4][0]).positions


# text, for which state the last statement is made
HOUSES = [
    ("Kenyan President William Ruto will travel to Mogadishu in September for talks with President Hassan Sheikh "
     "Mohamud, a State House official said on Monday.", "KEN"),
    ("Chinese President Xi Jinping will travel to Kigali in September, a State House official said on Monday.", None),
    ("LUSAKA, May 8 (Agency) - Chinese Premier Li Qiang will visit in May, a State House spokesperson said on Monday.",
     "ZMB"),
    ("President Xi Jinping spoke with President Lula, a Presidential Palace source said.", None),
    ("President Lazarus Chakwera will visit Lusaka on Friday, State House said in a statement. Zambian President "
     "Hakainde Hichilema will receive him.", None),
    ("Mexico's President Claudia Sheinbaum will meet Canadian Prime Minister Mark Carney in May, a National Palace "
     "official said.", "MEX"),
    ("South Korea's president will meet Japan's prime minister in May, a Blue House official said.", "KOR"),
    ("Chilean President Gabriel Boric will visit Buenos Aires in May, a Casa Rosada spokesman said on Monday.", "ARG"),
    ("Diplomats in Vienna say that Iran wants the talks with the United States to resume in June.", None),
    ("Officials in Vienna said that Hungary must pay.", "AUT"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "side"), HOUSES, ids=lambda v: str(v)[:40])
def test_a_house_of_which_there_are_many_is_nobody_s(reader: Reader, text: str, side: str | None) -> None:
    assert read(reader, text).statements[-1].on_behalf_of == side


# the first lines, the outlet that they name
LETTERHEADS = [
    ("FEDERAL REPUBLIC OF SOMALIA\nMinistry of Foreign Affairs and International Cooperation\nMogadishu, 4 June 2024",
     "Ministry of Foreign Affairs and International Cooperation, Federal Republic of Somalia"),
    ("Republic of Kenya\nMinistry of Foreign and Diaspora Affairs",
     "Ministry of Foreign and Diaspora Affairs, Republic of Kenya"),
    ("Kenya\nBy our correspondent\nThe Ministry of Foreign Affairs said so.", None),
    ("Kenya and Somalia\nForeign ministers met", None),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "outlet"), LETTERHEADS, ids=lambda v: str(v)[:30])
def test_a_state_stands_above_its_ministry(reader: Reader, lines: str, outlet: str | None) -> None:
    text = f"{lines}\n\nThe minister met the Deputy Prime Minister of Norway on Monday."
    assert reader.read(document_of(text)).source.outlet == outlet


# a heading, the day on which it says that it was issued
NUMBERED = [
    ("Press Release No: 31, 11 February 2025, Regarding the Telephone Conversation of the Minister", "2025-02-11"),
    ("PRESS RELEASE No. 12/2024 (3 May 2024)", "2024-05-03"),
    ("The court in case No. 31, 4 May 2020, found that the border was open.", None),
    ("He sold Lot No. 31, 4 May 2020.", None),
]


@pytest.mark.parametrize(("heading", "day"), NUMBERED)
def test_a_numbered_paper_bears_its_day(heading: str, day: str | None) -> None:
    found = dated_by_itself(f"Ministry of Foreign Affairs\n{heading}\n\nThe two spoke on the phone.")
    assert (found[0] if found else None) == day


def test_the_day_of_a_paper_is_not_that_of_the_call_it_tells(reader: Reader) -> None:
    text = (
        "Press Release No: 31, 11 February 2025, Regarding the Telephone Conversation of Minister Hakan Fidan with the "
        "Foreign Minister of Greece\n\nForeign Minister Hakan Fidan held a phone call with Foreign Minister George "
        "Gerapetritis of Greece on 10 February 2025."
    )
    assert "2025-02-11" not in {e.when.edtf for e in read(reader, text, "2025-02-11").engagements}


# text, whose statements it holds
MINDS = [
    ("Analysts at the Rift Valley Institute said Kenya wants the maritime case reopened.", ["Analysts"]),
    ("China wants Japan to stop the release of water, analysts said.", ["analysts"]),
    ("Experts say Vietnam hopes to buy Indian missiles.", ["Experts"]),
    ("A former ambassador said that Egypt demands the return of its share of the Nile from Ethiopia.",
     ["former ambassador"]),
    ("Analysts said Kenya had demanded in March that Somalia withdraw the case.", ["Analysts", "Kenya"]),
    ("Kenya wants the maritime case reopened, its foreign minister said.", ["foreign minister", "Kenya"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "speakers"), MINDS, ids=lambda v: str(v)[:40])
def test_what_analysts_say_that_a_state_wants_is_their_word(reader: Reader, text: str, speakers: list[str]) -> None:
    reading = read(reader, text)
    told = [s.speaker.span.text for s in reading.statements if s.speaker is not None]
    assert [t.removeprefix("its ") for t in told] == speakers
    ascribed = [p.statement for p in reading.positions] if len(speakers) == 1 else []
    assert set(ascribed) <= {"s1"}  # held as they tell it


# text, the kinds of its positions
KINDS = [
    ("The visit by President Ruto to Uganda was cancelled because of security concerns, Kenya's government said.", []),
    ("The visit was put off due to health concerns, the Chilean presidency said.", []),
    ("Chile's foreign minister voiced security concerns about the border with Bolivia.", ["concern"]),
    ("Kenya's foreign ministry said that Nairobi deplored the attack and that it was ready for talks with Somalia.",
     ["concern", "offer"]),
    ("Norway summoned the Portuguese ambassador on Thursday to protest against the seizure of a trawler.",
     ["concern"]),
    ("Norway summoned the Portuguese ambassador on Thursday to demand the release of a trawler.", ["demand"]),
    ("Kenya has the right to protest against the ruling, its foreign minister said.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kinds"), KINDS, ids=lambda v: str(v)[:40])
def test_of_what_kind_a_position_is(reader: Reader, text: str, kinds: list[str]) -> None:
    assert [p.kind for p in read(reader, text).positions] == kinds


def test_who_stays_open_to_talks_holds_none(reader: Reader) -> None:
    text = "Ankara remained open to dialogue with Athens, the Turkish foreign ministry said."
    assert briefs(read(reader, text)) == ["talks mooted None GRC-TUR"]


# text, who is to meet
RANKS = [
    ("Japan's Foreign Minister Yoko Kamikawa visited Seoul on Thursday and met South Korean Foreign Minister Cho "
     "Tae-yul. She was also received by President Yoon Suk Yeol. The two ministers agreed to hold talks in June.",
     ["Cho Tae-yul", "Yoko Kamikawa"]),
    ("Thai Prime Minister Srettha Thavisin met Malaysian Prime Minister Anwar Ibrahim in Putrajaya on Friday. He was "
     "seen off by Malaysian Foreign Minister Mohamad Hasan. The two prime ministers agreed to meet again in June.",
     ["Anwar Ibrahim", "Srettha Thavisin"]),
    ("Ugandan Foreign Minister Jeje Odongo met Kenyan Foreign Minister Musalia Mudavadi in Nairobi on Monday. The two "
     "ministers agreed to meet again in June.", ["Jeje Odongo", "Musalia Mudavadi"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "people"), RANKS, ids=lambda v: str(v)[:40])
def test_the_two_ministers_are_ministers(reader: Reader, text: str, people: list[str]) -> None:
    planned = read(reader, text).engagements[-1]
    assert sorted(str(p.actor.name) for p in planned.participants) == people and planned.status.status == "announced"


# text, its engagements
PLANS = [
    ("Kenyan Defence Minister Soipan Tuya said that Kenyan troops would stay in Gedo, Somalia.", []),
    ("Rwandan soldiers will be in Goma, DR Congo, until May, the defence minister said.", []),
    ("A Turkish warship will stay in Mogadishu, Somalia, for two months.", []),
    ("A Kenyan delegation will stay in Mogadishu until Friday.", ["visit announced ../2024-05-10 KEN-SOM"]),
    ("The Greek-Turkish High-Level Cooperation Council will be held in Ankara on 14 June.",
     ["talks announced 2024-06-14 GRC-TUR"]),
    ("The foreign ministers of Ghana and Togo met on Tuesday. They reviewed preparations for the High-Level "
     "Cooperation Council, which will be held in Lome on 14 June.",
     ["meeting held 2024-05-07 GHA-TGO", "talks announced 2024-06-14 GHA-TGO"]),
    ("The foreign ministers of Ghana and Togo met on Tuesday. They reviewed preparations for the Political Cooperation "
     "Council. The Council will be held in Lome on 14 June.",
     ["meeting held 2024-05-07 GHA-TGO", "talks announced 2024-06-14 GHA-TGO"]),
    ("The foreign ministers of Ghana and Togo met on Tuesday. The UN Security Council will be held in New York on "
     "14 June.", ["meeting held 2024-05-07 GHA-TGO"]),
    ("The foreign ministers of Oman and Qatar met on Tuesday. The Gulf Cooperation Council will be held in Riyadh on "
     "14 June.", ["meeting held 2024-05-07 OMN-QAT"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "told"), PLANS, ids=lambda v: str(v)[:60])
def test_what_is_planned(reader: Reader, text: str, told: list[str]) -> None:
    assert briefs(read(reader, text)) == told


def test_a_hyphen_ends_no_topic(reader: Reader) -> None:
    text = (
        "The foreign ministers of Ghana and Togo met on Tuesday. The two ministers reviewed preparations for the "
        "High-Level Cooperation Council."
    )
    assert read(reader, text).engagements[0].topics == ("preparations for the High-Level Cooperation Council",)


# text, the month of what was called off, told in November 2024
MONTHS = [
    ("President Bola Tinubu had been expected in Accra in January for talks with President John Mahama. That visit was "
     "called off.", "2024-01"),
    ("Nigerian President Bola Tinubu had been due in Accra in March, but that trip was scrapped.", "2024-03"),
    ("Kenyan President William Ruto had been due in Kampala in January, but the trip has been called off.", "2025-01"),
    ("Chilean President Gabriel Boric had been due in Lima in December. The visit was called off.", "2024-12"),
    ("Kenyan President William Ruto will go to Kampala in January.", "2025-01"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "month"), MONTHS, ids=lambda v: v[:50])
def test_a_month_of_a_plan_that_came_to_nothing_has_gone_by(reader: Reader, text: str, month: str) -> None:
    assert {e.when.edtf for e in read(reader, text, "2024-11-20").engagements} == {month}


def test_who_meets_her_chilean_counterpart_is_not_chilean(reader: Reader) -> None:
    text = (
        "Peru reopened the Tacna border crossing on Wednesday. Defence Minister Ana Rojas met her Chilean counterpart "
        "Luis Soto in Tacna.\n\nRojas said that Peruvian troops would stay on the border."
    )
    reading = read(reader, text)
    assert reading.statements[0].on_behalf_of == "PER"
    assert [sorted(e.countries) for e in reading.engagements] == [["CHL", "PER"]]
