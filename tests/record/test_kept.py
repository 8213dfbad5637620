"""A promise is closed by the deed that keeps it, and by nothing that only sounds like it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import detente
from detente.reading.reader import Reader
from detente.record.deeds import deeds
from detente.record.knowledge import Knowledge
from detente.record.nouns import CommitmentRecord, Told
from tests.conftest import read

MADE = "2024-05-10"


def promises(folder: Path, *texts: tuple[str, str], as_of: str | None = None) -> list[CommitmentRecord]:
    """The promises of a store of texts, each with its day."""
    rows = [json.dumps({"id": f"d{n}", "published": day, "text": text}) for n, (day, text) in enumerate(texts)]
    source = folder / "texts.jsonl"
    source.write_text("\n".join(rows) + "\n", encoding="utf-8")
    with detente.open(folder / "s.db") as record:
        record.add(source, day="2025-01-01")
        return record.commitments(as_of=as_of)


CONSULATE = (
    "Kenyan Foreign Minister Musalia Mudavadi met his Togolese counterpart Robert Dussey in Lomé on Thursday. "
    "Kenya promised to open a consulate in Lomé by the end of the year."
)
VISA = "Peruvian President Dina Boluarte promised Chilean President Gabriel Boric to lift the visa rule for Chileans."
BOATS = "Japan pledged on Thursday to deliver five patrol boats to the Philippine coast guard."
SAILORS = "Qatar pledged to release the eight Indian sailors within weeks, Indian Foreign Minister S. Jaishankar said."
BRIDGE = (
    "The foreign ministers of Colombia and Venezuela met in Cúcuta on Thursday. "
    "Colombia and Venezuela agreed to reopen the border bridge at Ureña."
)
FISHERS = "Indonesian Foreign Minister Retno Marsudi said that Indonesia would hand over 12 fishermen to Timor-Leste."
TROOPS = "South Africa pledged to withdraw its troops from Mozambique."


@pytest.mark.parametrize(
    ("promise", "deed"),
    [
        (CONSULATE, "Kenya on Wednesday opened its consulate in Lomé, Togo's foreign ministry said."),
        (CONSULATE, "The Kenyan foreign ministry said on Wednesday that it had opened a consulate in Lomé."),
        (VISA, "Peru has lifted the visa rule for Chileans. The measure took effect on Thursday."),
        (VISA, "The visa rule for Chileans was lifted by Peru on Monday."),
        (BOATS, "Japan delivered the five patrol boats to the Philippine coast guard on Wednesday."),
        (SAILORS, "Qatari authorities on Saturday freed the eight Indian sailors."),
        (BRIDGE, "Colombia and Venezuela on Monday reopened the border bridge at Ureña."),
        (FISHERS, "Indonesia on Thursday handed over the 12 fishermen to Timor-Leste."),
        (TROOPS, "South Africa has withdrawn its troops from Mozambique, President Cyril Ramaphosa said on Monday."),
    ],
)
def test_a_deed_keeps_a_promise(tmp_path: Path, promise: str, deed: str) -> None:
    (found,) = promises(tmp_path, (MADE, promise), ("2024-09-12", deed))
    assert found.status == "claimed_kept" and found.documents == ("d0", "d1")
    assert [(e.status, e.document) for e in found.history] == [("made", "d0"), ("claimed_kept", "d1")]


@pytest.mark.parametrize(
    ("promise", "deed"),
    [
        (CONSULATE, "Kenya opened a consulate in Accra, Ghana, on Wednesday."),
        (CONSULATE, "Kenya opened talks on a consulate in Lomé on Wednesday."),
        (CONSULATE, "Kenya has not opened the consulate in Lomé, Togo's foreign minister Robert Dussey said."),
        (CONSULATE, "Togo's foreign minister Robert Dussey asked whether Kenya opened a consulate in Lomé."),
        (CONSULATE, "Kenya opened a consulate in Lomé in 2019."),
        (CONSULATE, "Ghana on Wednesday opened its consulate in Lomé."),
        (CONSULATE, "Had Kenya opened a consulate in Lomé, trade would have grown."),
        (VISA, "Peru has lifted the visa rule for students from Chile."),
        (VISA, "Peru has temporarily lifted the visa rule for Chileans."),
        (BOATS, "Japan delivered two patrol boats to the Philippine coast guard on Wednesday."),
        (BOATS, "Japan delivered engines for five patrol boats to the Philippine coast guard on Wednesday."),
        (BOATS, "The United States delivered five patrol boats to the Philippine coast guard on Wednesday."),
        (SAILORS, "Qatar released three of the eight Indian sailors on Saturday."),
        (SAILORS, "India denied that Qatar released the eight Indian sailors on Saturday."),
        (BRIDGE, "Colombia on Monday reopened the border bridge at Ureña."),
        (FISHERS, "Timor-Leste on Thursday handed over 12 fishermen to Indonesia."),
        (TROOPS, "South Africa has withdrawn its troops from Congo, President Cyril Ramaphosa said on Monday."),
    ],
)
def test_what_only_sounds_like_it_closes_nothing(tmp_path: Path, promise: str, deed: str) -> None:
    found = promises(tmp_path, (MADE, promise), ("2024-09-12", deed))
    assert [r.status for r in found] == ["made"]


def test_what_was_done_is_not_undone_by_telling_of_the_promise_again(tmp_path: Path) -> None:
    (found,) = promises(
        tmp_path, (MADE, TROOPS), ("2024-07-02", "South Africa withdrew its troops from Mozambique on Monday."),
        ("2024-09-12", TROOPS), as_of=None,
    )  # fmt: skip
    assert found.status == "claimed_kept" and found.documents == ("d0", "d2", "d1")


def test_as_of_a_day_before_the_deed_the_promise_is_open(tmp_path: Path) -> None:
    texts = ((MADE, TROOPS), ("2024-07-02", "South Africa withdrew its troops from Mozambique on Monday."))
    (found,) = promises(tmp_path, *texts, as_of="2024-06-01")
    assert found.status == "made"


def test_a_deed_that_is_added_before_the_promise_keeps_it_too(tmp_path: Path) -> None:
    (found,) = promises(
        tmp_path, ("2024-07-02", "South Africa withdrew its troops from Mozambique on Monday."), (MADE, TROOPS)
    )
    assert found.status == "claimed_kept" and found.content.document == "d1"


VISIT = (
    "Turkish President Recep Tayyip Erdogan promised Iraqi Prime Minister Mohammed Shia al-Sudani on Thursday that he "
    "would visit Baghdad in June."
)
MEETING = "Cambodia's Hun Manet promised Thailand's Srettha Thavisin on Thursday to visit Bangkok in June."

JOURNEY = (
    "Panama's Foreign Minister Javier Martínez-Acha promised Costa Rican Foreign Minister Arnoldo André to come to San "
    "José in June."
)


@pytest.mark.parametrize(
    ("promise", "news", "status"),
    [
        (VISIT, "Turkish President Recep Tayyip Erdogan arrived in Baghdad on Monday.", "claimed_kept"),
        (VISIT, "Turkish President Recep Tayyip Erdogan has cancelled his June visit to Baghdad.", "withdrawn"),
        (VISIT, "Turkish President Recep Tayyip Erdogan has postponed his visit to Baghdad.", "made"),
        (
            VISIT,
            "Turkish President Recep Tayyip Erdogan met Iraqi Prime Minister Mohammed Shia al-Sudani in Geneva on "
            "Monday.",
            "made",
        ),
        (VISIT, "Turkish Foreign Minister Hakan Fidan visited Baghdad on Monday.", "made"),
        (MEETING, "Cambodian Prime Minister Hun Manet visited Bangkok on Tuesday.", "claimed_kept"),
        (
            MEETING,
            "Thai Prime Minister Srettha Thavisin received Cambodian Prime Minister Hun Manet in Bangkok on Tuesday.",
            "claimed_kept",
        ),
        (JOURNEY, "Panamanian Foreign Minister Javier Martínez-Acha visited San José on Tuesday.", "claimed_kept"),
        (
            JOURNEY,
            "Panamanian Foreign Minister Javier Martínez-Acha has called off his June trip to San José.",
            "withdrawn",
        ),
    ],
)
def test_a_promised_visit_is_kept_when_it_is_held(tmp_path: Path, promise: str, news: str, status: str) -> None:
    (found,) = promises(tmp_path, (MADE, promise), ("2024-06-19", news))
    assert found.status == status


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The Peruvian government lifted the visa rule on Monday.", [("PER", "lift")]),
        ("Jordan's parliament on Monday ratified the water agreement with Israel.", [("JOR", "ratify")]),
        ("The ambulances were delivered by the German embassy.", [("DEU", "deliver")]),
        ("Morocco and Spain on Tuesday reopened the customs post.", [("ESP", "reopen"), ("MAR", "reopen")]),
        ("Rabat and its neighbour reopened the post.", []),
        ("Talks with Kenya opened a way to peace.", []),
        ("Kenya would have opened a consulate.", []),
        ("Will Kenya say when it opened the consulate?", []),
    ],
)
def test_deeds_are_told_of_those_who_did_them(
    reader: Reader, knowledge: Knowledge, text: str, told: list[tuple[str, str]]
) -> None:
    found = deeds(Told(read(reader, text), MADE), knowledge)
    assert [(state, d.verb) for d in found for state in d.by] == told
