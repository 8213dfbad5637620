"""Promises repeated, ascribed, kept and broken; positions added, reworded and dropped."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from detente.reading.reader import Reader
from detente.record import commitments, positions
from detente.record.claims import commitment_claims
from detente.record.knowledge import Knowledge
from detente.record.nouns import CommitmentClaim, PositionClaim, Quote, Told
from tests.conftest import read


def promise(document: str, known_at: str, text: str, **more: Any) -> CommitmentClaim:
    plain: dict[str, Any] = {
        "id": f"com-{document}", "document": document, "version": 1, "known_at": known_at, "by": ("NOR",),
        "to": ("KEN",), "content": Quote(document, 0, len(text), text), "status": "made", "ascribed_by": "NOR",
        "claimed_by": "NOR", "due": None, "confidence": 0.8,
    }  # fmt: skip
    return CommitmentClaim(**{**plain, **more})


def test_the_same_promise_repeated_is_one(knowledge: Knowledge) -> None:
    ((record, ids),) = commitments.conclude(
        [
            promise("b", "2024-06-01", "to build two patrol boats for the coast guard of Kenya", status="reaffirmed"),
            promise("a", "2024-05-01", "to build two patrol boats for the Kenyan coast guard"),
        ],
        knowledge,
    )
    assert record.id == "com-a" and set(ids) == {"com-a", "com-b"}
    assert [q.document for q in record.restatements] == ["b"]
    assert record.confirmed and record.status == "reaffirmed"


def test_another_promise_is_another(knowledge: Knowledge) -> None:
    found = commitments.conclude(
        [
            promise("a", "2024-05-01", "to build two patrol boats for the coast guard"),
            promise("b", "2024-06-01", "to lift the duty on cut flowers"),
        ],
        knowledge,
    )
    assert len(found) == 2


def test_ascribed_by_the_other_side_alone_is_unconfirmed(knowledge: Knowledge) -> None:
    ((record, _),) = commitments.conclude(
        [promise("a", "2024-05-01", "to build two boats", ascribed_by="KEN", claimed_by="KEN")], knowledge
    )
    assert not record.confirmed and record.ascribed_by == "KEN"


def test_a_claim_that_it_was_broken_attaches(knowledge: Knowledge) -> None:
    ((record, _),) = commitments.conclude(
        [
            promise("a", "2024-05-01", "to build two patrol boats for the coast guard"),
            promise("b", "2025-05-01", "the patrol boats", status="claimed_broken", ascribed_by="KEN",
                    claimed_by="KEN"),
        ],
        knowledge,
    )  # fmt: skip
    assert [(h.status, h.claimed_by) for h in record.history] == [("made", "NOR"), ("claimed_broken", "KEN")]


def position(document: str, known_at: str, text: str, **more: Any) -> PositionClaim:
    plain: dict[str, Any] = {
        "id": f"pos-{document}-{text[:8]}", "document": document, "version": 1, "known_at": known_at, "holder": "NOR",
        "voice": "official", "side": "NOR", "kind": "demand", "toward": "KEN", "topic": "fish",
        "content": Quote(document, 0, len(text), text), "confidence": 0.8,
    }  # fmt: skip
    return PositionClaim(**{**plain, **more})


FISH = "Kenya should release the fishing crews"
TAX = "Kenya should lower the landing tax"


def test_positions_are_followed(knowledge: Knowledge) -> None:
    found = positions.conclude(
        [
            position("a", "2024-05-01", FISH), position("a", "2024-05-01", TAX), position("b", "2024-06-01", TAX),
            position("c", "2024-07-01", "Kenya should release the fishing crews at once"),
            position("c", "2024-07-01", TAX),
        ],
        knowledge,
    )  # fmt: skip
    changes = {r.content.text: [(c.at, c.what) for c in r.changes] for r, _ in found}
    assert changes == {
        "Kenya should release the fishing crews at once": [
            ("2024-05-01", "added"), ("2024-06-01", "dropped"), ("2024-07-01", "added"),
        ],
        TAX: [("2024-05-01", "added")],
    }  # fmt: skip


def test_only_an_own_text_drops(knowledge: Knowledge) -> None:
    found = positions.conclude(
        [position("a", "2024-05-01", FISH), position("b", "2024-06-01", TAX, side=None, voice="other")], knowledge
    )
    assert all(c.what == "added" for r, _ in found for c in r.changes)


def test_what_both_tell_that_they_agreed_is_one_promise_each_in_its_own_words(knowledge: Knowledge) -> None:
    both = {"by": ("KEN", "NOR"), "to": ()}
    ((record, ids),) = commitments.conclude(
        [
            promise("a", "2024-05-01", "to set up a joint border command before the end of June", **both),
            promise("b", "2024-05-02", "to create a binational border command", ascribed_by="KEN", **both),
        ],
        knowledge,
    )
    assert len(ids) == 2 and record.confirmed


def test_what_one_side_promised_and_the_other_tells_is_confirmed(knowledge: Knowledge) -> None:
    found = commitments.conclude(
        [
            promise("a", "2024-05-01", "Norway would finance the repair of the road"),
            promise("b", "2024-05-02", "to finance the repair of the road to Moyale", ascribed_by="KEN",
                    claimed_by="KEN"),
            promise("c", "2024-05-02", "to admit wounded civilians for treatment", ascribed_by="KEN",
                    claimed_by="KEN"),
        ],
        knowledge,
    )  # fmt: skip
    assert [(r.documents, r.confirmed) for r, _ in found] == [(("a", "b"), True), (("c",), False)]


def test_promises_that_share_words_have_ids_of_their_own(reader: Reader, knowledge: Knowledge) -> None:
    reading = read(reader, "Kenya pledged to send fifty doctors to Togo and to open a consulate in Lomé.")
    (promised,) = reading.commitments
    twice = replace(reading, commitments=(promised, replace(promised, ascribed_by="TGO")))
    claims = commitment_claims(Told(twice, "2024-05-08"), knowledge)
    assert len(claims) == 4 and len({c.id for c in claims}) == 4
