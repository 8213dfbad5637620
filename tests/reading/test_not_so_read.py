"""What is not read as it sounds: needs denied, people named in other ways than to a post, and whose worry is told."""

from __future__ import annotations

import pytest

from detente.reading.reader import Reader
from tests.conftest import read

DAY = "2024-05-10"


def demands(reader: Reader, text: str) -> set[tuple[str | None, str | None]]:
    return {(p.holder.country, p.toward) for p in read(reader, text, DAY).positions if p.kind == "demand"}


def appointed(reader: Reader, text: str) -> set[tuple[str, str]]:
    return {(t.person, t.post) for t in read(reader, text, DAY).tenures if t.change == "appointed"}


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Kenya's foreign minister Ali Noor said there was a need for Uganda to open the road.", ("KEN", "UGA")),
        ("It is necessary for Iraq to reopen the border, Turkish Foreign Minister Cem Kaya said.", ("TUR", "IRQ")),
        ("Fiji's foreign minister Jone Vula said it was essential that Australia cut its emissions.", ("FJI", "AUS")),
        ("It is incumbent on Chile to sign the accord, Peruvian Foreign Minister Ana Ruiz said.", ("PER", "CHL")),
        # counter: a need denied, or described
        ("Ugandan Foreign Minister Joy Okello said there is no need for Kenya to close the road.", None),
        ('"We see no need for Poland to apologise," Ukrainian Foreign Minister Olha Bondar said.', None),
        ("Turkish Foreign Minister Cem Kaya said it was not necessary for Iraq to close the border.", None),
        ("Sudanese Foreign Minister Omar Taha said Suez is vital for Egypt's trade.", None),
        ("Ukrainian Foreign Minister Olha Bondar said that Ukraine's grain is essential for Egypt.", None),
        ("Chilean Foreign Minister Pedro Mora said the port is crucial for Bolivia to export its gas.", None),
        ("The Peruvian foreign ministry said it did not see the need for Chile to send ships.", None),
    ],
)
def test_a_need_asked_for(reader: Reader, text: str, asked: tuple[str, str] | None) -> None:
    assert demands(reader, text) == ({asked} if asked else set())


@pytest.mark.parametrize(
    ("text", "given"),
    [
        ("Peruvian Foreign Minister Ana Ruiz, named in May, flew to Quito.", ("Ana Ruiz", "Foreign Minister")),
        (
            "Appointed in March, Japanese Foreign Minister Kenji Mori met his Korean counterpart.",
            ("Kenji Mori", "Foreign Minister"),
        ),
        (
            "Sudan's army chief announced that Omar Taha would become prime minister.",
            ("Omar Taha", "prime minister"),
        ),
        ("Ana Ruiz will be Peru's next foreign minister, the president said.", ("Ana Ruiz", "foreign minister")),
        (
            "Peru's president took the chance to name Ana Ruiz as foreign minister.",
            ("Ana Ruiz", "foreign minister"),
        ),
        (
            "The king of Morocco answered the demand by naming Driss Alami as ambassador to Spain.",
            ("Driss Alami", "ambassador to Spain"),
        ),
        # counter: named in other ways
        ("Israeli Defence Minister Avi Cohen, named in an arrest warrant of a court, flew to Budapest.", None),
        ("Peruvian Foreign Minister Ana Ruiz, named by prosecutors last week, denied the charge.", None),
        ("Icelandic Finance Minister Jon Arnason, named in the Panama Papers, met reporters.", None),
        ("Ethiopian Prime Minister Dawit Bekele, nominated for the Nobel Peace Prize, flew to Oslo.", None),
        ("Argentine President Luis Sosa, elected on a pledge to cut spending, flew to Madrid.", None),
        ("Nominated for a prize, Japanese Foreign Minister Kenji Mori met his Korean counterpart.", None),
        # counter: denied, doubted, bound to a condition, for a while, asked for, another's
        ("Sudan's army chief denied that Omar Taha would become prime minister.", None),
        ("Turkish officials doubted that Ali Kaya would become foreign minister.", None),
        ("It is unclear whether Omar Taha will become Sudan's prime minister.", None),
        ("Omar Taha will become Sudan's foreign minister only if the right wins.", None),
        ("Ana Ruiz will be Peru's foreign minister for another year.", None),
        ("Ali Noor will be Kenya's envoy at the funeral.", None),
        ("The post of ambassador to Paris must be filled by Ali Noor, the opposition demanded.", None),
        ("The post of ambassador to Paris was filled by Kofi Asante from 2010 to 2014.", None),
        ("The post of ambassador to Paris will be filled by Ana Ruiz's rival.", None),
        ("Peru's president ruled out naming Ana Ruiz as foreign minister.", None),
        ("Peru's president faced calls to name Ana Ruiz as foreign minister.", None),
    ],
)
def test_a_post_given(reader: Reader, text: str, given: tuple[str, str] | None) -> None:
    assert appointed(reader, text) == ({given} if given else set())


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Egyptian Foreign Minister Karim Nour received Sudanese Foreign Minister Omar Taha in Cairo. The Minister "
            "thanked Egypt for taking in refugees.",
            "Omar Taha",
        ),
        (
            "Australian Foreign Minister Ann Hale met Fijian Foreign Minister Jone Vula in Suva. On the margins, the "
            "Minister asked Australia for two ships.",
            "Jone Vula",
        ),
        (
            "Australian Foreign Minister Ann Hale met Fijian Foreign Minister Jone Vula in Suva. The Minister thanked "
            "Fiji for its hospitality.",
            "Ann Hale",
        ),
        (
            "Indian Foreign Minister Anil Rao met Chinese Foreign Minister Lin Wei in Delhi. He told reporters that "
            "China was worried about India's growth.",
            "Anil Rao",
        ),
    ],
)
def test_who_says_it(reader: Reader, text: str, speaker: str) -> None:
    assert {s.speaker.name for s in read(reader, text, DAY).statements if s.speaker} == {speaker}


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("Peru will keep the fate of the fishermen on the agenda, its foreign minister Ana Ruiz said.", True),
        ("Peru persists in raising the case with Chile, its foreign minister Ana Ruiz said.", True),
        ("Peruvian Finance Minister Luis Vega said Peru keeps its gold on the table of the central bank.", False),
        ("Indian Trade Minister Anil Rao said India persists in raising duties on Chinese steel.", False),
    ],
)
def test_going_on_to_raise_it(reader: Reader, text: str, held: bool) -> None:
    assert bool(read(reader, text, DAY).positions) is held


@pytest.mark.parametrize(
    "text",
    [
        "She [Merkel] told him that Germany would send tanks, Polish Foreign Minister Jan Nowak said.",
        "He [the envoy] said that Chad would open the road, Niger's foreign minister Ali Sow said.",
    ],
)
def test_a_bracket_outside_quotation_marks_is_no_name(reader: Reader, text: str) -> None:
    assert not [s for s in read(reader, text, DAY).statements if s.speaker and "[" in (s.speaker.name or "")]


@pytest.mark.parametrize(
    ("text", "concerned"),
    [
        ("Kenyan Foreign Minister Ali Noor said that Kenya was uneasy about the road to Uganda.", {"KEN"}),
        ("Peruvian Foreign Minister Ana Ruiz said Lima is concerned about the dam in Ecuador.", {"PER"}),
        # counter: another side's worry is told
        ("Kenyan Foreign Minister Ali Noor said that Uganda was uneasy about the road.", set()),
        ("Peruvian Foreign Minister Ana Ruiz said Ecuador is worried about the dam.", set()),
    ],
)
def test_whose_worry(reader: Reader, text: str, concerned: set[str]) -> None:
    assert {p.holder.country for p in read(reader, text, DAY).positions if p.kind == "concern"} == concerned


def test_a_side_that_is_concerned_by_anothers_deeds_is_concerned(reader: Reader) -> None:
    text = "Finland is concerned by Peru's purchases of oil, Finnish foreign ministry spokesperson Aino Virta said."
    assert [(p.holder.country, p.kind) for p in read(reader, text, "2024-05-10").positions] == [("FIN", "concern")]
