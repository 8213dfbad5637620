"""Answers in plain words: what is only agreed, whose word a promise is, what is quiet or unread, what a text gave."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from detente.outputs.wordings import agreed
from detente.record.nouns import Declaration
from tests.cli.test_record import run
from tests.conftest import stored

Make = Callable[..., str]


@pytest.fixture
def made(tmp_path: Path) -> Make:
    """A store of texts, each a day, an outlet and its words."""

    return partial(stored, tmp_path)


def told(*verb: str) -> str:
    done = run(*verb)
    assert done.returncode == 0, done.stderr
    return " ".join(done.stdout.decode().split())


AGREED = "LIMA (Reuters) - Peru and Chile agreed on Saturday to resume talks on trade that were suspended in 2023."
RESUMED = "LIMA (Reuters) - Peru and Chile resumed talks on trade on Saturday."


def test_what_is_agreed_is_not_yet_restored(made: Make) -> None:
    db = made(("2025-06-01", "Reuters", AGREED))
    board = told("board", "PER", "CHL", "--db", db, "--as-of", "2025-06-10")
    assert "commerce ◉ to be restored" in board and "restoring agreed by CHL and PER" in board
    brief = told("brief", "PER", "CHL", "--db", db, "--as-of", "2025-06-10")
    assert "Commerce: to be restored; restoring agreed by CHL and PER." in brief
    states = json.loads(run("board", "PER", "CHL", "--db", db, "--format", "json").stdout)["channels"]
    assert next(c["state"] for c in states if c["channel"] == "commerce") == "restored"  # as the contract has it


def test_what_is_resumed_is_restored(made: Make) -> None:
    board = told("board", "PER", "CHL", "--db", made(("2025-06-01", "Reuters", RESUMED)), "--as-of", "2025-06-10")
    assert "to be restored" not in board and "agreed" not in board


@pytest.mark.parametrize(
    ("text", "state", "is_so"),
    [
        ("They agreed to reopen the hotline.", "restored", True),
        ("Agreement was reached on Monday to restore full relations.", "restored", True),
        ("The hotline was restored on Monday.", "restored", False),
        ("After a month of talks Chad and Niger resumed them on Monday, which all had agreed to the day before.",
         "restored", False),
        ("They agreed to suspend the talks.", "suspended", False),
    ],
)  # fmt: skip
def test_agreed(text: str, state: str, is_so: bool) -> None:
    said = Declaration("dec-1", "d", 1, "2025-01-01", "commerce", state, "PER", (), None, 0, len(text), text, "r")  # type: ignore[arg-type]
    assert agreed(said) is is_so


PROMISES = (
    "Kenyan Foreign Minister Amina Otieno met her Togolese counterpart Kofi Ayeva in Lomé on Thursday. "
    "Kenya promised to open a consulate in Lomé by the end of the year, the Kenyan foreign ministry said."
)


def test_whose_word_a_promise_is_and_where_it_stands(made: Make) -> None:
    db = made(("2024-05-10", "Reuters", PROMISES))
    promise = json.loads(run("commitments", "--db", db, "--format", "json").stdout)[0]["id"]
    assert "made, own word" in told("board", "KEN", "TGO", "--db", db, "--as-of", "2024-06-01")
    assert "own word" in told("commitments", "--db", db)
    run("review", "relabel", promise, "status", "claimed_broken", "--db", db, "--reason", "x")
    assert "claimed broken, own word" in told("board", "KEN", "TGO", "--db", db, "--as-of", "2024-06-01")


def test_two_of_whom_nothing_was_read(made: Make) -> None:
    db = made(("2024-05-10", "Reuters", PROMISES))
    brief = told("brief", "NOR", "MAR", "--db", db)
    assert "Nothing was read of Norway and Morocco together." in brief and "Nothing in what was read" not in brief
    board = told("board", "NOR", "MAR", "--db", db)
    assert "nothing read of any channel between Norway (NOR) and Morocco (MAR)" in board and "climate" not in board


def test_until_when_was_read(made: Make) -> None:
    db = made(("2024-05-10", "Reuters", PROMISES))
    assert "The last text on the two that was read is of Fri 10 May 2024." in told("brief", "KEN", "TGO", "--db", db)
    assert "the last text that was read is of 10 May 2024" in told("board", "KEN", "TGO", "--db", db)
    soon = told("board", "KEN", "TGO", "--db", db, "--as-of", "2024-05-20")
    assert "the last text that was read" not in soon


VOW = "ATHENS (AFP) - Chad on Tuesday expelled two Nigerien diplomats. Niger vowed to respond."
CALLED = "NIAMEY (AFP) - Niger's foreign minister called for the release of a mayor held by Chad."


def test_words_that_say_nothing_without_their_verb_are_told_with_it(made: Make) -> None:
    brief = told("brief", "TCD", "NER", "--db", made(("2024-09-10", "AFP", VOW), ("2024-09-12", "AFP", CALLED)))
    assert "“vowed to respond”" in brief and "“to respond”" not in brief
    assert "“called for the release of a mayor" in brief


def test_a_plan_that_is_past_is_pointed_to(made: Make) -> None:
    plan = "Chadian Foreign Minister Amina Saleh will visit Niamey on 14 February 2024, Chad's foreign ministry said."
    db = made(("2024-01-10", "Reuters", plan))
    assert "what was planned for days that are past is told below" in told("brief", "TCD", "NER", "--db", db)
    assert "told below" not in told("brief", "TCD", "NER", "--db", db, "--as-of", "2024-02-01")


def test_a_word_that_no_engagement_has(made: Make) -> None:
    db = made(("2024-05-10", "Reuters", PROMISES))
    assert "detente statements --about consulate" in told("engagements", "--about", "consulate", "--db", db)
    assert "detente statements" not in told("statements", "--about", "zebra", "--db", db)


def test_a_document_shows_what_was_read_in_it_and_is_found_by_its_file(made: Make, tmp_path: Path) -> None:
    db = made(("2024-05-10", "Reuters", PROMISES))
    shown = told("show", "d0", "--db", db)
    assert "1 commitment" in shown and "eng-" in shown and "d0#s1" in shown
    (tmp_path / "lome.txt").write_text("Kenya's foreign minister met Togo's foreign minister in Lomé on Monday.")
    run("add", str(tmp_path / "lome.txt"), "--published", "2024-05-10", "--db", db, "-q", "--workers", "1")
    by_file = told("show", "lome.txt", "--db", db)
    assert by_file.startswith("doc-") and told("show", "lome", "--db", db) == by_file
    assert b"detente sources the documents" in run("show", "oslo", "--db", db).stderr


def test_reasons_are_told_with_who_gives_them(made: Make) -> None:
    ours = (
        "Chad postponed Foreign Minister Amina Saleh's visit to Niamey, planned for 14 February 2024, citing scheduling"
        " reasons."
    )
    theirs = (
        "The visit of the Foreign Minister of Chad, Amina Saleh, to Niamey, planned for 14 February 2024, has been"
        " postponed because of the security situation."
    )
    db = made(("2024-02-08", "Reuters", ours), ("2024-02-09", "Ministry of Foreign Affairs of Niger", theirs))
    brief = told("brief", "TCD", "NER", "--db", db)
    assert "scheduling reasons" in brief and "security situation" in brief


@pytest.mark.parametrize("word", ["summons", "own word", "to_be_restored", "Claimed-Broken"])
def test_the_words_of_answers_are_explained(word: str) -> None:
    done = run("codebook", "explain", word)
    assert done.returncode == 0 and b"in answers, " in done.stdout


def test_a_word_of_no_answer_is_still_unknown() -> None:
    assert run("codebook", "explain", "zzyzx").returncode == 1


def test_a_note_is_the_words_that_name_who_took_part(made: Make) -> None:
    text = (
        "Foreign ministers meet\n\nThe Foreign Minister of Chad, Amina Saleh, received on Monday in N'Djamena the"
        " Foreign Minister of Niger, Issa Garba."
    )
    db = made(("2024-05-21", "Ministry of Foreign Affairs of Chad", text))
    notes = [line for line in run("brief", "TCD", "NER", "--db", db).stdout.decode().splitlines() if line[:3] == "[^1"]
    assert len(notes) == 1 and "Amina Saleh" in notes[0] and "Issa Garba" in notes[0]
