"""What a side denied, refused or condemned is never shown as what it says."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import detente
from detente.record.turned import from_the_verb

OURS = (
    "Ministry of Foreign Affairs of Uruguay\n\nForeign Minister Omar Paganini met his Paraguayan counterpart "
    "Rubén Ramírez in Montevideo on 6 May 2024. Paganini denied that Uruguayan boats had entered Paraguayan waters. "
    "The ministers discussed the Hidrovía."
)
THEIRS = (
    "Ministry of Foreign Affairs of Paraguay\n\nForeign Minister Rubén Ramírez met his Uruguayan counterpart "
    "Omar Paganini in Montevideo on 6 May 2024. Ramírez said that Uruguayan boats had entered Paraguayan waters. "
    "He refused to lower the river toll."
)


@pytest.mark.parametrize(
    ("sentence", "shown"),
    [
        ("Paganini denied that the port had been closed.", "denied that the port had been closed"),
        ("Paganini refused to lower the river toll.", "refused to lower the river toll"),
        ("Paganini condemned the raid on the lighthouse.", "condemned the raid on the lighthouse"),
        ("Paganini said the port had been closed.", None),
        ("Paganini promised to lower the river toll.", None),
    ],
)
def test_words_are_taken_from_the_verb_that_turns_them(sentence: str, shown: str | None) -> None:
    reading = detente.read(
        f"Uruguayan Foreign Minister Omar Paganini spoke to reporters. {sentence}", published="2024-05-07"
    )
    assert [s.text for s in from_the_verb(reading).values()] == ([shown] if shown else [])


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("turned")
    rows = [
        {"id": side, "outlet": f"Ministry of Foreign Affairs of {name}", "published": "2024-05-07", "text": text}
        for side, name, text in (("u", "Uruguay", OURS), ("p", "Paraguay", THEIRS))
    ]
    (folder / "in.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    with detente.open(folder / "s.db") as record:
        record.add(folder / "in.jsonl", day="2024-05-08")
    return folder / "s.db"


def test_a_denial_contradicts_what_it_denies_and_a_letterhead_is_no_account(db: Path) -> None:
    with detente.open(db) as record:
        met = next(e for e in record.engagements() if e.form == "meeting")
        items = record.compare(met.id, ("URY", "PRY")).items
    told = {i.kind: (i.a[0].text if i.a else "", i.b[0].text if i.b else "") for i in items}
    assert told["contradicts"] == (
        "denied that Uruguayan boats had entered Paraguayan waters", "Uruguayan boats had entered Paraguayan waters",
    )  # fmt: skip
    assert not any("Ministry" in q.text for i in items for q in (*i.a, *i.b))
    assert all("lower" not in q.text or "refused" in q.text for i in items for q in i.b)


def test_a_refusal_is_kept_with_its_verb(db: Path) -> None:
    with detente.open(db) as record:
        assert [p.content.text for p in record.positions(by="PRY")] == ["refused to lower the river toll"]
