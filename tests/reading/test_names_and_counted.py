"""Names that are other words as well, who is meant by sex and by title, and earlier meetings counted off beside one."""

from __future__ import annotations

import pytest

import detente

DAY = "2024-05-10"
CALL = "Kenyan Foreign Minister Musalia Mudavadi rang his Ugandan counterpart, Jeje Odongo, on Monday.\n\n"


def read(text: str) -> detente.Reading:
    return detente.read(text, published=DAY)


def speakers(text: str) -> set[tuple[str | None, str | None]]:
    return {(s.speaker.name if s.speaker else None, s.on_behalf_of) for s in read(text).statements}


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("The Burmese trade minister, Mr Khin Win Myint, was in Lima on Tuesday.", "Khin Win Myint"),
        ("The Burmese Minister of Commerce, Than Than Shwe, met Peru's trade minister on Tuesday.", "Than Than Shwe"),
        ("The Vietnamese trade minister, Mr To Cuong, was in Lima on Tuesday.", "To Cuong"),
    ],
)  # fmt: skip
def test_a_name_that_holds_another_one(sentence: str, name: str) -> None:
    assert name in {p.actor.name for e in read(sentence).engagements for p in e.participants}


@pytest.mark.parametrize("title", ["spokeswoman", "Mrs", "Madam"])
def test_a_title_tells_the_sex(title: str) -> None:
    who = (
        "ministry spokeswoman Ali Wanyama"
        if title == "spokeswoman"
        else f"the ministry's spokesperson, {title} Ali Wanyama"
    )
    text = CALL + f"In Nairobi, {who}, said the call had been short. She said Kenya was worried about the ferry."
    assert ("Ali Wanyama", "KEN") in speakers(text)
    assert all(name == "Ali Wanyama" for name, _ in speakers(text))


def test_a_spokesman_is_no_minister_of_the_same_name_elsewhere() -> None:
    text = "Portuguese Foreign Minister João Gomes Cravinho met Romanian Foreign Minister Luminița Odobescu.\n\n"
    text += (
        "The two shared the view, Rui Soares, the ministry's spokesperson, told reporters in Lisbon, that trade is low."
    )
    assert "CPV" not in {s.on_behalf_of for s in read(text.replace("2024", "2023")).statements}


@pytest.mark.parametrize(
    ("sentence", "side"),
    [
        ("Odongo further asked Nairobi to keep the promise that it made in Arusha.", "UGA"),
        ("Nduhungirehe further asked Nairobi to keep the promise that it made in Arusha.", "RWA"),
    ],
)
def test_an_adverb_takes_no_subject(sentence: str, side: str) -> None:
    opening = (
        CALL if side == "UGA" else CALL.replace("Ugandan", "Rwandan").replace("Jeje Odongo", "Olivier Nduhungirehe")
    )
    found = [(c.by, c.ascribed_by) for c in read(opening + sentence).commitments]
    assert found == [(("KEN",), side)]


def test_days_before_he_is_due() -> None:
    text = "Ndiaye calls bin Farhan before trip to Riyadh\n\n"
    text += "Days before he is due in the Saudi capital, Senegalese Foreign Minister Mankeur "
    text += "Ndiaye called Saudi Arabia's foreign minister, Faisal bin Farhan, on Monday."
    visits = [e for e in detente.read(text, published="2020-03-12").engagements if e.form == "visit"]
    assert {tuple(p.actor.name for p in e.participants) for e in visits} <= {("Mankeur Ndiaye",)}


@pytest.mark.parametrize(
    ("sentence", "days"),
    [
        ("It will be their third meeting after Arusha in January and Kampala in March.", {"2024-01", "2024-03"}),
        ("It would be the second meeting between the two ministers, following one in Arusha in February.", {"2024-02"}),
        ("It will be their third meeting.", set()),
        ("The third meeting is to be held in Arusha in June.", set()),
    ],
)  # fmt: skip
def test_meetings_counted_off(sentence: str, days: set[str]) -> None:
    found = [e for e in read(CALL + sentence).engagements if e.form == "meeting"]
    assert {str(e.when.edtf) for e in found if e.status.status == "held"} == days
    assert not {e.when.edtf for e in found} & {"2025-01", "2025-02"}


@pytest.mark.parametrize(
    ("sentence", "held"),
    [
        ("Last week it was the turn of Uganda's Jeje Odongo, who came to Nairobi for talks.", True),
        ("Odongo called on Kenya to refrain from receiving envoys of the rebels.", False),
        ("Odongo demanded that Kenya abstain from meeting the rebels' representatives.", False),
    ],
)
def test_turns_and_what_is_to_be_left(sentence: str, held: bool) -> None:
    found = [e for e in read(CALL + sentence).engagements if e.form in ("visit", "meeting")]
    assert any(e.when.edtf == "2024-04-29/2024-05-05" for e in found) == held
    assert held or not found


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Among the matters of concern that Mudavadi put to Odongo was the ferry at Port Victoria.", "concern"),
        ("The ferry was one of the concerns raised by Mudavadi.", "concern"),
        ("The concerns that Kenya raised include the ferry at Port Victoria.", "concern"),
        ("The children that Mudavadi raised were at the ferry.", None),
        ("The concerns that Mudavadi raised were not about the ferry.", None),
    ],
)
def test_what_was_brought_up(sentence: str, kind: str | None) -> None:
    found = [(p.holder.country, p.kind) for p in read(CALL + sentence).positions]
    assert found == ([("KEN", kind)] if kind else [])


@pytest.mark.parametrize(
    ("sentence", "demands"),
    [
        ("Odongo listed three demands: that Kenya reopen the road; that it free two men; that it end the fee.", 3),
        ("The Ugandan ministry said Kenya should:\n\n- reopen the road\n\n- free two men", 2),
        ("Uganda's ministry said Kenya must: reopen the road; free two men; and end the fee.", 3),
    ],
)
def test_demands_point_by_point(sentence: str, demands: int) -> None:
    found = [(p.holder.country, p.toward) for p in read(CALL + sentence).positions if p.kind == "demand"]
    assert found == [("UGA", "KEN")] * demands


def test_a_point_that_is_no_demand() -> None:
    text = CALL + "The Ugandan ministry said two things should be noted: the road and the fee."
    assert not [p for p in read(text).positions if p.kind == "demand"]
