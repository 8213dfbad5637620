"""What a side announced is no account of what was held; what was to be done on a visit falls with the visit."""

from __future__ import annotations

from pathlib import Path

import pytest

import detente
from detente.record.nouns import EngagementRecord
from tests.conftest import stored


def concluded(folder: Path, *texts: tuple[str, str, str]) -> dict[str, EngagementRecord]:
    """The engagements of texts (day, outlet, words) by form."""
    with detente.open(stored(folder, *texts)) as record:
        return {e.form: e for e in record.engagements()}


PLAN = (
    "Chadian Foreign Minister Amina Saleh will visit Niamey on February 14, the ministry said on Wednesday.\n\n"
    "She will meet Nigerien Foreign Minister Issa Garba."
)
OFF = "The visit of the Foreign Minister of Chad, Amina Saleh, to Niamey, planned for 14 February 2024, has been {}."
NIGER = "Ministry of Foreign Affairs of Niger"


@pytest.mark.parametrize(("word", "status"), [("postponed", "postponed"), ("cancelled", "cancelled")])
def test_a_meeting_falls_with_its_visit(tmp_path: Path, word: str, status: str) -> None:
    found = concluded(tmp_path, ("2024-01-10", "Reuters", PLAN), ("2024-02-08", NIGER, OFF.format(word)))
    assert found["visit"].status == found["meeting"].status == status
    last = found["meeting"].history[-1]
    assert (last.status, last.claimed_by, last.document, last.known_at) == (status, "NER", "d1", "2024-02-08")


def test_it_does_not_fall_where_the_visit_goes_on(tmp_path: Path) -> None:
    again = "Chadian Foreign Minister Amina Saleh will visit Niamey on February 14, Niger's foreign ministry confirmed."
    found = concluded(tmp_path, ("2024-01-10", "Reuters", PLAN), ("2024-02-08", NIGER, again))
    assert found["meeting"].status == "announced"


def test_a_call_needs_no_journey(tmp_path: Path) -> None:
    call = (
        "Chadian Foreign Minister Amina Saleh will visit Niamey on February 14, the ministry said on Wednesday.\n\n"
        "She will speak by phone with Nigerien Foreign Minister Issa Garba on February 14."
    )
    found = concluded(tmp_path, ("2024-01-10", "Reuters", call), ("2024-02-08", NIGER, OFF.format("postponed")))
    assert found["visit"].status == "postponed" and found["call"].status == "announced"


FORECAST = (
    "LIMA (Reuters) - Chilean Foreign Minister Rosa Vidal is expected in Lima next Thursday, Peru's foreign minister"
    " Juan Soto said on Wednesday."
)
HELD = (
    "LIMA (Reuters) - Chilean Foreign Minister Rosa Vidal visited Lima on Thursday and met her Peruvian counterpart"
    " Juan Soto."
)


def test_who_announced_it_gives_no_account_of_it(tmp_path: Path) -> None:
    before = concluded(tmp_path, ("2025-05-28", "Reuters", FORECAST))["visit"]
    assert (before.status, [a.side for a in before.accounts]) == ("announced", ["PER"])
    (tmp_path / "b").mkdir()
    after = concluded(tmp_path / "b", ("2025-05-28", "Reuters", FORECAST), ("2025-06-05", "Reuters", HELD))["visit"]
    assert (after.status, after.accounts, after.documents) == ("held", (), ("d0", "d1"))


def test_who_tells_of_it_after_it_does(tmp_path: Path) -> None:
    told = "Chilean Foreign Minister Rosa Vidal visited Lima on Thursday, 5 June 2025, and met Minister Juan Soto."
    found = concluded(
        tmp_path, ("2025-05-28", "Reuters", FORECAST), ("2025-06-05", "Ministry of Foreign Affairs of Peru", told)
    )
    assert [(a.side, a.documents) for a in found["visit"].accounts] == [("PER", ("d1",))]


JOURNEY = (
    "Malawian Foreign Minister Grace Phiri will visit Bratislava on 9 May, her ministry said. She will hold talks with"
    " her Slovak counterpart Peter Novak there on 9 May."
)
MOVED = (
    "The visit of Malawi's Foreign Minister Grace Phiri to Bratislava, planned for 9 May 2023, was put off to 23 May."
)
THERE = (
    "Malawian Foreign Minister Grace Phiri met Slovak Foreign Minister Peter Novak in Bratislava on Tuesday on a visit."
)
MALAWI = "Ministry of Foreign Affairs of Malawi"


def test_talks_move_with_the_visit(tmp_path: Path) -> None:
    found = concluded(tmp_path, ("2023-04-20", "Reuters", JOURNEY), ("2023-05-03", MALAWI, MOVED))
    assert (found["talks"].status, found["talks"].when, found["talks"].when_kind) == (
        "rescheduled",
        "2023-05-23",
        "planned",
    )
    assert [(e.status, e.known_at) for e in found["talks"].history] == [
        ("announced", "2023-04-20"), ("postponed", "2023-05-03"), ("rescheduled", "2023-05-03"),
    ]  # fmt: skip


def test_what_is_then_held_on_the_new_day_is_what_was_planned(tmp_path: Path) -> None:
    found = concluded(
        tmp_path, ("2023-04-20", "Reuters", JOURNEY), ("2023-05-03", MALAWI, MOVED), ("2023-05-24", "Reuters", THERE)
    )
    assert sorted(found) == ["meeting", "visit"]
    meeting = found["meeting"]
    assert (meeting.status, meeting.when, meeting.documents) == ("held", "2023-05-23", ("d0", "d2"))
    assert meeting.parent == found["visit"].id


def test_a_meeting_planned_by_another_text_moves_too(tmp_path: Path) -> None:
    visit, talks = JOURNEY.split(" She will hold talks ")
    with_whom = "Malawian Foreign Minister Grace Phiri will hold talks " + talks.replace("there", "in Bratislava")
    found = concluded(
        tmp_path, ("2023-04-20", "Reuters", visit), ("2023-04-25", "Agence", with_whom), ("2023-05-03", MALAWI, MOVED)
    )
    assert (found["talks"].status, found["talks"].when) == ("rescheduled", "2023-05-23")
    assert found["talks"].parent == found["visit"].id


def test_it_did_not_take_place_where_the_visit_did_not(tmp_path: Path) -> None:
    none = (
        "The visit of Malawi's Foreign Minister Grace Phiri to Bratislava on 9 May did not take place, Slovakia said."
    )
    found = concluded(tmp_path, ("2023-04-20", "Reuters", JOURNEY), ("2023-05-12", "Reuters", none))
    assert found["visit"].status == found["talks"].status == "did_not_occur"


def test_one_meeting_called_off_closes_no_channel(tmp_path: Path) -> None:
    off = (
        "Malawian Foreign Minister Grace Phiri visited Bratislava on Tuesday, but her talks with her Slovak counterpart"
        " Peter Novak were cancelled at short notice, the ministry said."
    )
    with detente.open(stored(tmp_path, ("2023-04-20", "Reuters", JOURNEY), ("2023-05-10", "Reuters", off))) as record:
        found = {e.form: e for e in record.engagements()}
        board = record.board("MWI", "SVK")
    assert (found["talks"].status, found["talks"].documents) == ("cancelled", ("d0", "d1"))
    assert "suspended" not in {line.state for line in board.channels}
