"""The record does not depend on the order of adding, and an id that was published leads on."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from detente.record.concluding import conclude
from detente.record.nouns import EngagementClaim
from tests.record.making import BOTH, EIDE, MUDAVADI, claim

PEOPLE = [BOTH, (EIDE,), (MUDAVADI,), (), (EIDE, ("William Ruto", "President", "KEN"))]
START = date(2024, 5, 1)


@st.composite
def claims(draw: st.DrawFn) -> list[EngagementClaim]:
    made = []
    for n in range(draw(st.integers(1, 14))):
        day = START + timedelta(days=draw(st.integers(0, 40)))
        known = day + timedelta(days=draw(st.integers(0, 20)))
        made.append(
            claim(
                f"d{draw(st.integers(0, 9))}", known.isoformat(), ordinal=n, people=draw(st.sampled_from(PEOPLE)),
                status=draw(st.sampled_from(["held", "announced", "postponed", "cancelled", "rescheduled"])),
                form=draw(st.sampled_from(["meeting", "talks", "call", "visit"])),
                when=draw(st.sampled_from([None, day.isoformat(), "2024-05", "2024-05-03/2024-05-06"])),
                background=draw(st.booleans()),
            )
        )  # fmt: skip
    return made


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_any_order_gives_the_same_record(data: st.DataObject) -> None:
    made = data.draw(claims())
    turned = data.draw(st.permutations(made))
    assert conclude(made, {}) == conclude(turned, {})


@settings(max_examples=100, deadline=None)
@given(claims())
def test_every_claim_is_in_one_record_and_no_text_twice(made: list[EngagementClaim]) -> None:
    concluded = conclude(made, {})
    assert sorted(m.claim for m in concluded.members) == sorted(c.id for c in made)
    by_id = {c.id: c for c in made}
    for record in concluded.records:
        texts = [by_id[m.claim].document for m in concluded.members if m.record == record.id]
        assert len(texts) == len(set(texts))


@settings(max_examples=100, deadline=None)
@given(claims())
def test_ids_published_before_resolve_after(made: list[EngagementClaim]) -> None:
    before = conclude(made[: len(made) // 2], {}).records
    after = {m.claim: m.record for m in conclude(made, {}).members}
    assert all(record.id in after for record in before)
