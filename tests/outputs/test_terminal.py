"""A reading on a terminal: complete at any width, plain without colour, never the document's to command."""

from __future__ import annotations

import io
import re
from dataclasses import replace

import pytest
from rich.cells import cell_len
from rich.console import Console

from detente.model import Reading, Span
from detente.outputs.terminal import render
from tests.outputs.sample import TEXT, empty, said, sample

WIDTHS = (40, 60, 80, 100, 130, 200)
HOSTILE = "[bold red]x[/] [link=y]z[/link] :smile: \x1b]0;owned\x07\x1b[2J \u202egnp \u2066 end"


def shown(reading: Reading, width: int = 100, explain: bool = False, colour: bool = False) -> str:
    out = io.StringIO()
    console = Console(file=out, width=width, color_system="truecolor" if colour else None, force_terminal=colour)
    render(reading, console, explain)
    return out.getvalue()


def flat(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("width", WIDTHS)
def test_no_line_is_wider_than_the_screen(width: int) -> None:
    for explain in (False, True):
        assert max(cell_len(line.rstrip()) for line in shown(sample(), width, explain).split("\n")) <= width


@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_is_lost_on_a_narrow_screen(width: int) -> None:
    text = shown(sample(), width)
    for status in ("● held", "○ planned", "◌ mooted", "✕ cancelled"):
        assert status in text
    for words in ("Tue 7 Mar 2023", "15–18 Mar 2023", "Thu 16 Mar 2023?", "NOR says", "MAR says", "DET-201"):
        assert words in text
    assert "unconfirmed" in text
    assert "demand → NOR" in text


def test_the_reader_sees_first_what_happened_and_who_says_so() -> None:
    lines = shown(sample(), 130).split("\n")
    assert re.search(r"Haugland and Benkirane talk .* Nordlys · NTB · 8 Mar 2023$", lines[1])
    assert lines[3].split("  ")[0] == "● held"
    assert flat(lines[3]).endswith(
        "call Tue 7 Mar 2023 foreign ministers Solveig Haugland (NOR) – Idris Benkirane (MAR)"
    )
    assert flat(lines[4]) == "2 accounts: NOR (social media, spokesperson) · MAR (official statement)"


def test_full_names_once_then_as_the_document_has_them() -> None:
    text = shown(sample(), 130)
    agenda = text[: text.index("NOR says")]
    assert agenda.count("Solveig Haugland") == 1
    assert "Haugland (NOR) → MAR, TUN" in agenda
    assert "Haugland (NOR) – Benkirane (MAR)" in agenda


def test_children_stand_under_their_parent_and_background_last() -> None:
    text = shown(sample(), 130)
    assert text.index("○ planned") < text.index("  ◌ mooted") < text.index("background") < text.index("✕ cancelled")


def test_sides_stand_side_by_side_where_there_is_room() -> None:
    assert re.search(r"NOR says +MAR says", shown(sample(), 100))
    assert not re.search(r"NOR says +MAR says", shown(sample(), 80))


@pytest.mark.parametrize("width", [60, 200])
def test_words_in_quotation_marks_are_the_texts(width: int) -> None:
    quoted = re.findall(r"“([^”]*)”", flat(shown(said_by_one_side(), width)))
    assert quoted
    assert all(words in flat(TEXT) for words in quoted)


def said_by_one_side() -> Reading:
    """Only one side, so that columns do not cut a quotation's lines apart."""
    reading = sample()
    return reading.__class__(
        **{
            **{name: getattr(reading, name) for name in reading.__slots__},
            "statements": tuple(s for s in reading.statements if s.on_behalf_of != "MAR"),
            "positions": tuple(p for p in reading.positions if p.holder.country != "MAR"),
        }
    )


def test_reported_words_are_not_quoted() -> None:
    assert "“Norway remained" not in shown(sample())
    assert "Norway remained concerned" in flat(shown(sample(), 80))


@pytest.mark.parametrize(
    ("rule", "cue", "words"),
    [
        ("speech/deny", "had denied", "had denied: some new words"),
        ("speech/judge", "rejects", "rejects: some new words"),
        ("speech/ask", "asked", "asked: some new words"),
        ("speech/say", "said", "· some new words"),
    ],
)
def test_what_is_denied_or_doubted_does_not_read_as_said(rule: str, cue: str, words: str) -> None:
    reading = said_by_one_side()
    first = reading.statements[0]
    put = replace(
        first, kind="indirect", rule=rule, cue=Span(0, len(cue), cue), content=Span(0, 14, "some new words"), id="new"
    )
    assert words in flat(shown(replace(reading, statements=(put,), positions=())))
    quoted = replace(put, kind="direct")
    assert f"{cue}:" not in flat(shown(replace(reading, statements=(quoted,), positions=())))


def test_explain_names_the_rule_and_confidence_of_each_item() -> None:
    text = flat(shown(sample(), 80, explain=True))
    made = [(e.rule, e.confidence) for e in sample().engagements]
    made += [(s.rule, s.confidence) for s in sample().statements]
    made += [(p.rule, p.confidence) for p in sample().positions]
    assert all(f"[{rule} · {confidence:.2f}" in text for rule, confidence in made)
    assert "[commitments/promise · 0.60]" in text
    assert "tenures/appointed" in text
    assert "events/coerce" in text
    assert "engagements/call.phone" not in shown(sample(), 80)


def test_without_colour_there_is_not_one_escape() -> None:
    assert "\x1b" not in shown(sample(), explain=True)
    assert "\x1b[" in shown(sample(), colour=True)


def test_no_color_leaves_no_colour(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    codes = {c for group in re.findall(r"\x1b\[([\d;]*)m", shown(sample(), colour=True)) for c in group.split(";")}
    assert not {c for c in codes if c and int(c) >= 30}


def test_a_document_cannot_command_the_screen() -> None:
    text = shown(said(HOSTILE), 200, explain=True)
    assert "\x1b" not in text
    assert "\x07" not in text
    assert "\u202e" not in text
    assert "[bold red]x[/] [link=y]z[/link] :smile: ⟨U+001B⟩]0;owned" in text


def test_an_empty_reading_says_so() -> None:
    text = shown(empty(), 60)
    assert "no engagement between states was found" in text
    assert "set aside: 0 passages · 0 issues" in text


def test_issues_have_their_place() -> None:
    line = TEXT[: TEXT.index("next spring")].count("\n") + 1
    assert f"DET-201  line {line} “next spring”  the time is not resolved" in shown(sample())
