"""Two accounts of one call: what both say, what one says alone, where they differ; and never without the caution."""

from __future__ import annotations

from dataclasses import replace

import pytest

from detente.inputs import document_of
from detente.model import Edtf, Source, Span
from detente.reading.reader import Reader
from detente.record.comparison import CAUTION, Account, compare
from detente.record.knowledge import Knowledge
from detente.record.nouns import Item, Told
from detente.record.sentences import parts, sentences
from detente.record.wording import likeness, wording

CALL = "On May 7, Foreign Minister {a} spoke by phone with {b}. "


def items(reader: Reader, knowledge: Knowledge, ours: str, theirs: str) -> tuple[Item, ...]:
    a = account(reader, knowledge, CALL.format(a="Espen Barth Eide", b="Musalia Mudavadi") + ours, "Norway", "a")
    b = account(reader, knowledge, CALL.format(a="Musalia Mudavadi", b="Espen Barth Eide") + theirs, "Kenya", "b")
    return compare(("NOR", "KEN"), [a], [b], knowledge)  # type: ignore[arg-type]


def account(reader: Reader, knowledge: Knowledge, text: str, state: str, id: str) -> Account:
    source = Source(outlet=f"Ministry of Foreign Affairs, {state}")
    reading = reader.read(document_of(text, published=Edtf("2024-05-08"), source=source, id=id))
    voice, side = knowledge.voice(reading.source)
    end = text.index(". ") + 1
    return Account(Told(reading, "2024-05-08", 1, side, voice), (Span(0, end, text[:end]),), frozenset())


def kinds(found: tuple[Item, ...]) -> list[str]:
    return [i.kind for i in found]


def test_the_same_words(reader: Reader, knowledge: Knowledge) -> None:
    said = "The two ministers agreed to resume the trade talks."
    assert kinds(items(reader, knowledge, said, said)) == ["same"]


def test_one_adds_a_detail(reader: Reader, knowledge: Knowledge) -> None:
    found = items(
        reader, knowledge, "They agreed to resume military communication at a high level.",
        "They agreed to resume, with respect, high-level communication between the militaries.",
    )  # fmt: skip
    assert kinds(found) == ["differs_detail"]


def test_other_words_on_either_side(reader: Reader, knowledge: Knowledge) -> None:
    found = items(
        reader, knowledge, "They agreed to resume military communication at a high level this spring.",
        "They agreed to resume, with respect, high-level communication between the militaries.",
    )  # fmt: skip
    assert kinds(found) == ["differs_wording"]


def test_one_says_it_alone(reader: Reader, knowledge: Knowledge) -> None:
    found = items(
        reader, knowledge, "Eide said that Kenya should release the crews.", "Mudavadi called for cheaper vaccines."
    )
    assert kinds(found) == ["only_a", "only_b"]
    assert found[0].b == () and found[1].a == ()


def test_one_says_the_opposite(reader: Reader, knowledge: Knowledge) -> None:
    found = items(
        reader, knowledge, "The ministers agreed to open the harbour of Mombasa to Norwegian trawlers.",
        "The ministers did not agree to open the harbour of Mombasa to Norwegian trawlers.",
    )  # fmt: skip
    assert "contradicts" in kinds(found)


def test_a_span_stands_under_one_kind(reader: Reader, knowledge: Knowledge) -> None:
    found = items(
        reader, knowledge, "They agreed to resume talks, and to cut duties on fish. Eide said that Kenya should pay.",
        "They agreed to resume talks. Mudavadi said that Norway should pay.",
    )  # fmt: skip
    spans = [(q.document, q.start, q.end) for i in found for q in (*i.a, *i.b)]
    assert len(spans) == len(set(spans))


def test_the_caution_says_that_absence_is_no_evidence() -> None:
    assert "not evidence of absence" in CAUTION


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("He met Mr. Ode. They spoke.", ["He met Mr. Ode.", "They spoke."]),
        ("The U.S. Navy sailed. It came back!", ["The U.S. Navy sailed.", "It came back!"]),
        ("One line\n\nAnother line", ["One line", "Another line"]),
        ('"No," he said. "Yes."', ['"No," he said.', '"Yes."']),
    ],
)
def test_sentences(knowledge: Knowledge, text: str, found: list[str]) -> None:
    spans = sentences(text, knowledge.abbreviations)
    assert [s.text for s in spans] == found
    assert all(text[s.start : s.end] == s.text for s in spans)


def test_acts() -> None:
    text = "to resume talks, and to cut duties; said"
    assert [p.text for p in parts(text, 0, len(text))] == ["to resume talks", "to cut duties", "said"]


def test_likeness_is_of_content(knowledge: Knowledge) -> None:
    one = wording("the importance of military communications", knowledge)
    assert likeness(one, wording("that communication between the militaries was important", knowledge)) > 0.4
    assert likeness(one, wording("the price of cut flowers", knowledge)) == 0


def test_what_another_is_said_to_have_promised_is_ascribed_whoever_passed_it_on(
    reader: Reader, knowledge: Knowledge
) -> None:
    for told in (
        "Eide, according to the statement, promised that Norway would return the trawler by June.",
        "Eide promised that Norway would return the trawler by June, the ministry said.",
    ):
        found = items(reader, knowledge, "Eide spoke of the weather in Bergen.", told)
        assert {i.kind for i in found for q in i.b if "trawler" in q.text} == {"ascribes_commitment_unconfirmed"}, told


def test_what_both_say_that_both_agreed_is_the_same(reader: Reader, knowledge: Knowledge) -> None:
    said = "The ministers agreed that a joint fisheries panel would convene in Bergen by the end of June."
    assert kinds(items(reader, knowledge, said, said)) == ["same"]


def test_a_verb_and_a_town_alone_make_no_pair(reader: Reader, knowledge: Knowledge) -> None:
    found = items(
        reader,
        knowledge,
        "They agreed to open a technical school in Mombasa.",
        "They agreed to open a cement plant in Mombasa.",
    )
    assert kinds(found) == ["only_a", "only_b"]
    same = items(
        reader,
        knowledge,
        "They agreed to open a technical school in Mombasa.",
        "They agreed to open a school in Mombasa in May.",
    )
    assert len(same) == 1


def test_a_denied_promise_is_held_against_the_promise_and_not_against_a_demand(
    reader: Reader, knowledge: Knowledge
) -> None:
    found = items(
        reader, knowledge, "Eide denied that Norway had promised to freeze its trawler quota plan.",
        "Mudavadi demanded that the trawler quota plan be withdrawn. Norway undertook to suspend the trawler quota "
        "plan until the council meets.",
    )  # fmt: skip
    (against,) = [i for i in found if i.kind == "contradicts"]
    assert "promised to freeze" in against.a[0].text and "suspend" in against.b[0].text
    assert [i.kind for i in found if i.b and "withdrawn" in i.b[0].text] == ["only_b"]


def test_copies_of_one_story_count_once(reader: Reader, knowledge: Knowledge) -> None:
    text = CALL.format(a="Espen Barth Eide", b="Musalia Mudavadi") + "Eide said that Kenya should release the crews."
    copies = [account(reader, knowledge, text, "Norway", name) for name in ("a", "b")]
    sides = ("NOR", "KEN")
    assert len(compare(sides, copies, [], knowledge)) == 2  # type: ignore[arg-type]
    (found,) = compare(sides, [replace(c, family="a") for c in copies], [], knowledge)  # type: ignore[arg-type]
    assert found.a[0].document == "a"
