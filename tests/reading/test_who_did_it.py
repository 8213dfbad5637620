"""Who acts where a parser loses him: behind a day, behind an aside, before a title, before "said" at the end; what is
complained of; and who heads what a state owns."""

import pytest

from detente.model import Reading
from detente.reading.reader import Reader
from tests.conftest import read

PAGE = "Ministry of Foreign Affairs, Peru"


def on_page(reader: Reader, text: str, outlet: str = PAGE) -> Reading:
    return read(reader, text, "2023-05-09", outlet)


def engagements(reading: Reading) -> list[tuple[str, str, set[str | None]]]:
    return [(e.form, e.when.edtf or "", {p.actor.name for p in e.participants}) for e in reading.engagements]


def words(reading: Reading) -> dict[str, tuple[str | None, str | None]]:
    return {s.content.text: (s.speaker.name if s.speaker else None, s.on_behalf_of) for s in reading.statements}


@pytest.mark.parametrize(("told", "form"), [
    ("On Monday Tuvaki had talks with President Gabriel Boric.", "talks"),
    ("On Monday Tuvaki was received by President Gabriel Boric.", "meeting"),
    ("On 8 May Tuvaki dined with President Gabriel Boric.", "meeting"),
])  # fmt: skip
def test_a_day_and_a_name_are_two_things(reader: Reader, told: str, form: str) -> None:
    text = f"Foreign Minister Ulisi Tuvaki of Fiji visited Chile. {told}"
    assert (form, "2023-05-08", {"Ulisi Tuvaki", "Gabriel Boric"}) in engagements(read(reader, text, "2023-05-09"))


@pytest.mark.parametrize(("told", "form"), [
    ("held on Monday in Lima the session of the commission for fisheries.", "talks"),
    ("who is in the country on a visit, held on Monday in Lima the session of the commission for fisheries.", "talks"),
    ("opened on Monday in Tacna the talks on the border.", "talks"),
    ("signed in Lima on Monday a treaty on extradition.", "ceremony"),
])  # fmt: skip
def test_two_who_act_behind_an_aside(reader: Reader, told: str, form: str) -> None:
    text = f"Foreign Minister Ana Gervasi and her Chilean counterpart, Alberto van Klaveren, {told}"
    reading = on_page(reader, text)
    assert (form, "2023-05-08", {"Ana Gervasi", "Alberto van Klaveren"}) in engagements(reading)


def test_a_caption_is_no_deed(reader: Reader) -> None:
    text = "Foreign Minister Ana Gervasi and her Chilean counterpart, Alberto van Klaveren, pictured on Monday."
    assert on_page(reader, text).engagements == ()


def test_a_title_before_the_name_of_who_was_called(reader: Reader) -> None:
    text = (
        "President Adama Sarr telephoned Lieutenant General Omar Keita, Chairman of the Transitional Military Council "
        "of Mali, on Sunday evening."
    )
    (found,) = on_page(reader, text, "Presidency of the Republic of Senegal").engagements
    assert (found.form, found.when.edtf, found.initiator) == ("call", "2023-05-07", "SEN")
    assert [p.actor.name for p in found.participants] == ["Adama Sarr", "Omar Keita"]


@pytest.mark.parametrize(("told", "speaker"), [
    ("received on Monday a telephone call from her Chilean counterpart, Alberto van Klaveren, the Ministry's "
     "spokesman, Ambassador Luis Rojas, said.", "Luis Rojas"),
    ("met in Lima on Monday with the Chilean minister, Alberto van Klaveren, the ministry's spokeswoman, Rosa Diaz, "
     "told reporters.", "Rosa Diaz"),
    ("spoke by phone on Monday with her Chilean counterpart, Alberto van Klaveren, the spokesman of the ministry, Luis "
     "Rojas, announced.", "Luis Rojas"),
])  # fmt: skip
def test_who_said_it_comes_last(reader: Reader, told: str, speaker: str) -> None:
    reading = on_page(reader, f"Foreign Minister Ana Gervasi {told}")
    assert [who for _, _, who in engagements(reading)] == [{"Ana Gervasi", "Alberto van Klaveren"}]
    assert list(words(reading).values()) == [(speaker, "PER")]


def test_a_press_secretary_at_the_end_takes_nobody_from_the_talks(reader: Reader) -> None:
    text = (
        "The President of the Republic, Dina Boluarte, held a telephone conversation on Sunday with Chilean President "
        "Gabriel Boric, the Press Secretary to the President said."
    )
    found = engagements(on_page(reader, text, "Presidency of the Republic, Peru"))
    assert found == [("call", "2023-05-07", {"Dina Boluarte", "Gabriel Boric"})]


@pytest.mark.parametrize(("told", "content"), [
    ("complained of the long hours that Ghanaian traders are made to wait at Aflao.",
     "the long hours that Ghanaian traders are made to wait at Aflao"),
    ("protested at the seizure of two lorries.", "the seizure of two lorries"),
    ("protested against the tariffs that Togo levies.", "the tariffs that Togo levies"),
    ("spoke of the fees that traders must pay.", "the fees that traders must pay"),
    ("said at a news conference that Togo had lifted the ban.", "Togo had lifted the ban"),
])  # fmt: skip
def test_what_is_complained_of(reader: Reader, told: str, content: str) -> None:
    reading = read(reader, f"Ghana's trade minister, Kojo Mensah, {told}", "2023-05-09")
    assert words(reading) == {content: ("Kojo Mensah", "GHA")}


def test_a_protest_at_a_gate_says_nothing(reader: Reader) -> None:
    assert words(read(reader, "Ghana's trade minister, Kojo Mensah, protested at the gate of the port.")) == {}


@pytest.mark.parametrize("post", [
    "The head of Rwanda's security service",
    "The chief of Rwanda's intelligence service",
    "The governor of Rwanda's central bank",
    "The commander of Rwanda's navy",
])  # fmt: skip
def test_who_heads_what_a_state_owns_is_its_official(reader: Reader, post: str) -> None:
    text = f"{post}, Vincent Nyakarundi, met Ugandan Defence Minister Vincent Ssempijja in Kampala on Sunday."
    (found,) = read(reader, text, "2023-05-09").engagements
    assert [(p.actor.name, p.actor.country) for p in found.participants] == [
        ("Vincent Nyakarundi", "RWA"), ("Vincent Ssempijja", "UGA"),
    ]  # fmt: skip


def test_who_heads_a_club_is_not(reader: Reader) -> None:
    text = "The head of Rwanda's cycling club, Vincent Nyakarundi, met Ugandan Defence Minister Vincent Ssempijja."
    assert read(reader, text, "2023-05-09").engagements == ()


def test_a_neighbour_of_a_state_has_its_own_prime_minister(reader: Reader) -> None:
    text = "The prime minister of Kenya's neighbour Uganda, Robinah Nabbanja, met Kenyan President William Ruto."
    (found,) = read(reader, text, "2024-05-10").engagements
    assert set(found.countries) == {"UGA", "KEN"}
