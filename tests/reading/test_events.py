"""Events: who does what to whom, how real, when, and what made the item."""

from __future__ import annotations

import pytest

from detente.model import Event
from detente.reading.reader import Reader
from tests.conftest import read


def events(reader: Reader, text: str, published: str | None = "2024-05-08") -> list[Event]:
    return list(read(reader, text, published).events)


def told(found: list[Event]) -> set[tuple[str | None, str, str | None]]:
    return {(e.source.country, e.plover_root, e.target.country if e.target else None) for e in found}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Canada on Monday imposed sanctions on three Belarusian generals.", ("CAN", "SANCTION", "BLR")),
        ("Two Rwandan diplomats were expelled by Belgium on Friday.", ("BEL", "SANCTION", "RWA")),
        ("Malaysian officials urged Myanmar to free the prisoners.", ("MYS", "REQUEST", "MMR")),
        ("Ecuador said it had rejected a demand from Peru to close the bridge.", ("ECU", "REJECT", "PER")),
        ("Ethiopian troops shelled a village in Sudan, killing four people.", ("ETH", "ASSAULT", "SDN")),
        ("Oman's foreign minister praised Kuwait for its help with the talks.", ("OMN", "SUPPORT", "KWT")),
    ],
)
def test_between_states(reader: Reader, text: str, wanted: tuple[str, str, str]) -> None:
    found = told(events(reader, text))
    near = {(s, "AID" if (r, wanted[1]) == ("AID", "AGREE") else r, t) for s, r, t in found}
    assert wanted in found or ((wanted[0], "AID", wanted[2]) in near and wanted[1] == "AGREE"), found


def test_strangers_of_a_brief_are_sides(reader: Reader) -> None:
    found = events(reader, "Police fired tear gas at striking miners outside the capital and arrested dozens of them.")
    assert any("miners" in e.target.span.text and e.plover_root in ("COERCE", "ASSAULT") for e in found if e.target)


def test_a_long_text_keeps_to_those_told_of_more_than_once(reader: Reader) -> None:
    filler = " ".join(f"Growers in valley {n} sold their apples early this year." for n in range(8))
    found = events(reader, f"A landlord thanked a plumber for his work on the pipes. {filler}")
    assert not found


def test_a_refusal_is_no_act(reader: Reader) -> None:
    found = [e for e in events(reader, "Turkey has not expelled any Greek diplomat.") if e.plover_root == "SANCTION"]
    assert all(e.realis == "denied" for e in found)


def test_a_clause_with_when_has_the_time_that_it_describes(reader: Reader) -> None:
    found = events(reader, "His unit was formed in August 1990, when Iraq invaded Kuwait.")
    assert {(e.when.edtf, e.realis) for e in found if e.plover_root == "ASSAULT"} == {("1990-08", "historical")}


def test_rules_name_what_made_the_item(reader: Reader) -> None:
    found = events(reader, "Chile accused Argentina on Sunday of overfishing.")
    assert found and all(e.rule.startswith(("events/", "model/")) for e in found)
    assert all(0 < e.confidence <= 1 for e in found)


def test_nobody_does_anything_to_himself(reader: Reader) -> None:
    found = events(reader, "Prime Minister Justin Trudeau said Canada would defend Canada and Canadians.")
    assert all(e.target is None or e.source.span != e.target.span for e in found)


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("Burmese soldiers shot dead some 40 Karen on Friday.", "Karen"),
        ("The Chilean senate rejected a Mapuche plan for two parks.", "Mapuche"),
        ("Thousands marched against the Kenyan government in Kisumu on Monday.", "Thousands"),
        ("Hundreds of depositors protested against the Lebanese central bank.", "depositors"),
        ("Iraqi police arrested six Yazidi landowners on Sunday.", "landowners"),
    ],
)
def test_peoples_and_crowds_are_sides(reader: Reader, text: str, side: str) -> None:
    found = events(reader, text)
    assert any(side in (a.span.text if a else "") for e in found for a in (e.source, e.target)), found


def test_what_is_counted_does_what_a_crowd_would(reader: Reader) -> None:
    found = events(reader, "Tens of thousands of nurses marched against the Peruvian government on Monday.")
    assert found and all("nurses" in e.source.span.text for e in found if e.plover_root == "PROTEST")


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        ("India and Pakistan exchanged artillery fire on Sunday.", "IND", "PAK"),
        ("Pakistani and Indian troops traded mortar fire across the line of control on Sunday.", "IND", "PAK"),
    ],
)
def test_both_do_what_they_exchange_and_their_guns_do_nothing(reader: Reader, text: str, one: str, other: str) -> None:
    found = {(e.source.country, e.target.country if e.target else None) for e in events(reader, text)}
    assert found == {(one, other), (other, one)}


def test_guns_of_nobody_known_do_what_they_are_said_to_do(reader: Reader) -> None:
    found = events(reader, "Artillery killed ten Ukrainian soldiers near Avdiivka on Monday.")
    assert (None, "ASSAULT", "UKR") in told(found)


def test_so_many_people_are_no_place(reader: Reader) -> None:
    text = "The organisers put the march against the Chilean government on Friday at 40,000 Argentines."
    assert any(e.source.country == "ARG" for e in events(reader, text))


@pytest.mark.parametrize(
    ("text", "wanted", "never"),
    [
        ("Estonia struck two Finnish lenders from its register on Monday.", None, "ASSAULT"),
        ("Thailand deported sixty Cambodian labourers on Tuesday.", "COERCE", "SANCTION"),
        ("Sixty Cambodian labourers were deported by Thailand on Tuesday.", "COERCE", "SANCTION"),
        ("Norway expelled two Iranian diplomats on Tuesday.", "SANCTION", "COERCE"),
    ],
)
def test_what_is_struck_or_sent_away_says_what_was_done(
    reader: Reader, text: str, wanted: str | None, never: str
) -> None:
    roots = {e.plover_root for e in events(reader, text)}
    assert never not in roots and (wanted is None or wanted in roots), roots


def test_groups_and_their_own_state_only_in_a_brief(reader: Reader) -> None:
    told_alone = "Rebels of the north attacked an army post of Chad on Monday."
    assert any(e.plover_root == "ASSAULT" for e in events(reader, told_alone))
