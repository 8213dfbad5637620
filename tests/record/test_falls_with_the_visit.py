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
