"""By when a promise is due: its own day, and none of what another is to do or of another clause."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.record.test_kept import MADE, promises

JUNE = "../2024-06-01"


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("Chad promised to release the crew by 1 June.", [JUNE]),
        ("Chad promised to release the crew held in Abeche by 1 June.", [JUNE]),
        ("Chad promised to release the crew that it had seized in May by 1 June.", [JUNE]),
        ("Chad promised to hold talks to end the dispute by 1 June.", [JUNE]),
        ("Chad promised to make sure that the crew can leave by 1 June.", [JUNE]),
        ("Chad promised to release the crew by 10 June if Niger pays the fine by 1 June.", ["../2024-06-10"]),
        ("Chad promised to release the crew if Niger pays the fine by 1 June.", [None]),
        ("Chad promised to release the crew in exchange for a fine to be paid by 1 June.", [None]),
        ("Chad promised to release the crew so that the ship can sail by 1 June.", [None]),
        ("Chad promised to release the crew, allowing the ship to sail by 1 June.", [None]),
        ("Chad promised not to renew the ban expiring on 1 June.", [None]),
        ("Chad promised to release the crew and to open the border by 1 June.", [JUNE, JUNE]),
        ("Chad promised to release the crew by 20 May and to open the border by 1 June.", ["../2024-05-20", JUNE]),
        ("Chad promised to release the crew by 1 June and to open the border.", [JUNE, None]),
        ("Chad promised to release the crew by 20 May and open the border by 1 June.", ["../2024-05-20", JUNE]),
        ("Chad promised to release the crew before June.", ["../2024-05-31"]),
        ("Chad promised to promote free and open trade by 1 June.", [JUNE]),
    ],
)
def test_a_promise_is_due_by_its_own_day(tmp_path: Path, text: str, due: list[str | None]) -> None:
    found = sorted(promises(tmp_path, (MADE, text)), key=lambda r: r.content.start)
    assert [r.due for r in found] == due


def test_what_another_is_to_pay_before_is_no_day_of_the_promise(tmp_path: Path) -> None:
    text = "Chad promised to release the crew after Niger agreed to pay the fine by 1 June."
    assert {r.by: r.due for r in promises(tmp_path, (MADE, text))} == {("TCD",): None, ("NER",): JUNE}
