"""What a rule must not make of a text that only looks like what it was written for."""

from __future__ import annotations

import pytest

from detente.reading.reader import Reader
from tests.conftest import read

DAY = "2024-06-12"  # a Wednesday
Told = tuple[str, str, str | None, frozenset[str]]


def told(reader: Reader, text: str) -> list[Told]:
    found = read(reader, text, DAY).engagements
    return [(e.form, e.status.status, e.when.edtf, frozenset(e.countries)) for e in found]


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("The chief of Namibia's SWAPO met a Cuban delegation on Monday. The party will visit Angola.", {"CUB", "AGO"}),
        ("The OPEC ministers thanked a Russian delegation. The group meets Iraq's oil minister on Friday.",
         {"RUS", "IRQ"}),
        ("The UN mission in Mali received a Chinese delegation. The mission left Gao for Niger.", {"CHN", "NER"}),
        ("Chad's cabinet heard a Gabonese delegation on Monday. It will meet Benin's president on Friday.",
         {"GAB", "BEN"}),
    ],
)  # fmt: skip
def test_another_body_is_no_delegation(reader: Reader, text: str, wrong: set[str]) -> None:
    assert wrong not in [t[3] for t in told(reader, text)]


@pytest.mark.parametrize(
    "text",
    [
        "Benin's President Patrice Talon received a Togolese delegation on Monday. It leaves for Niger on Friday.",
        "A Togolese mission was received by President Patrice Talon in Cotonou on Monday. The mission leaves for Niger "
        "on Friday.",
    ],
)
def test_a_delegation_is_still_told_of_again(reader: Reader, text: str) -> None:
    assert ("visit", "announced", "2024-06-14", {"TGO", "NER"}) in told(reader, text)


@pytest.mark.parametrize(
    ("after", "status"),
    [
        ("China and Laos agreed on a date for their summit.", "cancelled"),
        ("Diop is seeking more time for the talks with the IMF.", "cancelled"),
        ("The court agreed on a date for the trial of his brother.", "cancelled"),
        ("Dakar and Bamako are looking for a new date.", "postponed"),
        ("His ministry is looking for a new slot for the visit.", "postponed"),
    ],
)
def test_only_its_own_sides_put_a_visit_off(reader: Reader, after: str, status: str) -> None:
    text = f"Malian Foreign Minister Abdoulaye Diop will not come to Dakar next week. {after}"
    assert ("visit", status, "2024-06-17/2024-06-23", {"MLI", "SEN"}) in told(reader, text)


@pytest.mark.parametrize(
    ("text", "outsider"),
    [
        ("Russian spokeswoman Maria Zakharova said that the trilateral talks with Moldova and Romania were a threat to "
         "Russia. Kyiv hosted them.", "RUS"),
        ("Iran's Foreign Minister Abbas Araghchi said the trilateral summit with Israel and Bahrain had ended in "
         "nothing.", "IRN"),
    ],
)  # fmt: skip
def test_who_judges_a_table_does_not_sit_at_it(reader: Reader, text: str, outsider: str) -> None:
    assert all(outsider not in t[3] for t in told(reader, text))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Peru's Foreign Minister Elmer Schialer told Congress on Monday, weeks before leaving for Chile, that fish "
         "mattered.", False),
        ("Before his departure for exile in Qatar, Sudanese President Omar Saleh had ruled for 23 years.", False),
        ("Peru's Foreign Minister Elmer Schialer spoke on Monday ahead of his departure for Chile.", True),
    ],
)  # fmt: skip
def test_the_day_of_departure(reader: Reader, text: str, found: bool) -> None:
    assert ([t for t in told(reader, text) if t[0] == "visit"] != []) is found


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("Once the accord is signed in Lima a Chilean-Peruvian council will meet in Arica.", {"CHL", "PER"}),
        ("After the fair opened in Accra the Togolese and Ghanaian leaders shook hands and held talks.",
         {"TGO", "GHA"}),
        ("Bolivian Foreign Minister Celinda Sosa held in Lima on Tuesday a meeting with Paraguayan Foreign Minister "
         "Rubén Ramírez.", {"BOL", "PRY"}),
    ],
)  # fmt: skip
def test_an_object_is_sought_within_its_clause(reader: Reader, text: str, sides: set[str]) -> None:
    assert sides in [t[3] for t in told(reader, text)]


@pytest.mark.parametrize(
    "text",
    [
        "A Kenyan delegation arrived in Geneva from Cairo on Monday for talks with the United States.",
        "The Kenyan delegation flew to Doha from Cairo on Monday.",
    ],
)
def test_where_one_changed_planes_is_not_visited(reader: Reader, text: str) -> None:
    assert all("EGY" not in t[3] for t in told(reader, text))


@pytest.mark.parametrize(
    ("how", "meetings"),
    [("met jointly with Emir Tamim bin Hamad Al Thani and Foreign Minister Khalid Sabah", 1),
     ("met Emir Tamim bin Hamad Al Thani and Foreign Minister Khalid Sabah together at one table", 1),
     ("met Emir Tamim bin Hamad Al Thani and Foreign Minister Khalid Sabah", 2)],
)  # fmt: skip
def test_at_one_table_it_is_one_meeting(reader: Reader, how: str, meetings: int) -> None:
    text = f"While in Doha on Monday, Fijian President Ana Vula {how}."
    assert [t[0] for t in told(reader, text)].count("meeting") == meetings


@pytest.mark.parametrize(
    "text",
    [
        "Split emerges between Paris and Berlin over the budget.",
        "Split persists between Ghana and Togo over the border.",
        "Cork's price fell by a tenth on Monday.",
        "“Nice does not win wars,” the general said.",
    ],
)
def test_a_common_word_that_opens_is_no_town(reader: Reader, text: str) -> None:
    named = {"HRV", "IRL", "FRA"}
    reading = read(reader, text, DAY)
    sides = [e.source.country for e in reading.events] + [e.target.country for e in reading.events if e.target]
    assert not named & set(sides) or "Paris" in text
    assert "HRV" not in sides


def test_a_quality_before_hosts_is_no_host(reader: Reader) -> None:
    assert "announced" not in [t[1] for t in told(reader, "Turkish hosts for the talks with Armenia on Monday.")]


def test_a_long_communique_is_read_whole(reader: Reader) -> None:
    items = ", ".join(["welcomed the growing of trade in timber and rice between the two countries"] * 26)
    text = (
        f"Peruvian President Dina Boluarte met Chilean President Gabriel Boric in Lima on Monday.\n\nThey {items}; and"
    )
    (parsed,) = reader.parser.parse([f"They {items}; and thanked their hosts."])
    assert len(list(parsed.sents)) == 1
    assert ("meeting", "held", "2024-06-10", {"PER", "CHL"}) in told(reader, f"{text} thanked their teams.")
