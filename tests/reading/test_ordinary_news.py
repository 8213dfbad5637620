"""What ordinary news says in passing of who is who, where and when, each with what looks alike."""

from __future__ import annotations

import pytest

from detente.model import Actor
from detente.reading.reader import Reader
from tests.conftest import read

DAY = "2024-05-15"  # a Wednesday


def actor(reader: Reader, text: str, name: str) -> Actor:
    return next(a for a in read(reader, text, DAY).actors if name in (a.name or ""))


# -- what an office is called -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "name", "country", "post"),
    [
        ("The head of Peruvian diplomacy, Ana Ruiz, flew to Quito.", "Ruiz", "PER", "head of diplomacy"),
        ("Ana Ruiz met the chief of Chile's diplomacy, Juan Paredes, in Lima.", "Paredes", "CHL", "chief of diplomacy"),
        (
            "The Peruvian Minister of Foreign Affairs and the Community Abroad, Ana Ruiz, flew to Quito.",
            "Ruiz",
            "PER",
            "Minister of Foreign Affairs and the Community Abroad",
        ),
        (
            "Ana Ruiz, Peru's deputy prime minister and foreign minister, flew to Quito.",
            "Ruiz",
            "PER",
            "deputy prime minister and foreign minister",
        ),
        ("She met Ana Ruiz, Peru's president, and the foreign minister of Chile.", "Ruiz", "PER", "president"),
    ],
)
def test_an_office_is_taken_whole(reader: Reader, text: str, name: str, country: str, post: str) -> None:
    found = actor(reader, text, name)
    assert (found.country, found.post) == (country, post)


def test_who_is_both_faces_a_foreign_minister(reader: Reader) -> None:
    text = "Ana Ruiz, Peru's deputy prime minister and foreign minister, met her Chilean counterpart in Lima."
    assert any((a.country, a.post) == ("CHL", "Foreign Minister") for a in read(reader, text, DAY).actors)


def test_who_heads_what_a_state_pays_for_heads_no_diplomacy(reader: Reader) -> None:
    found = actor(reader, "Carlos Diaz, the head of the US-funded institute in Lima, spoke to the press.", "Diaz")
    assert found.country != "USA" and found.post == "head"


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Salem Omar, the foreign minister in the UN-recognised Libyan government, flew to Cairo.", "LBY"),
        ("Yemen's Saudi-backed foreign minister, Salem Omar, flew to Cairo.", "YEM"),
        ("Salem Omar, a spokesman for the Turkish-backed Syrian National Army, told reporters so.", "SYR"),
        ("Salem Omar, the foreign minister of the Cairo-based Libyan government, flew to Rome.", "LBY"),
    ],
)
def test_who_backs_a_government_does_not_own_it(reader: Reader, text: str, country: str) -> None:
    assert actor(reader, text + " Libya and Yemen were told.", "Omar").country == country


@pytest.mark.parametrize(
    ("line", "agency"),
    [
        ("Agence France-Presse (AFP) contributed to this report", "AFP"),
        ("Reporting by our correspondents in Lima and Quito, with material from EFE.", "EFE"),
        ("Reporting by both ministries showed a fall in trade with EFE.", None),
    ],
)
def test_a_line_below_credits_its_agency(reader: Reader, line: str, agency: str | None) -> None:
    text = f"Peru's president flew to Quito on Monday.\n\nShe will come back on Thursday, her office said.\n\n{line}"
    assert read(reader, text, DAY).source.agency == agency


@pytest.mark.parametrize(
    ("text", "name", "post"),
    [
        ("Ana Ruiz, the Peruvian president's spokeswoman, said so.", "Ruiz", "spokeswoman"),
        ("Ana Ruiz, the Peruvian president's sister, said so.", "Ruiz", None),
        ("The Peruvian minister for trade and development co-operation, Ana Ruiz, flew to Quito.", "Ruiz",
         "minister for trade and development co-operation"),
        ("Peru's minister Eva Paz is ill. Ana Ruiz, her spokeswoman, said so on Monday.", "Ruiz", "spokeswoman"),
    ],
)  # fmt: skip
def test_whose_office_it_is(reader: Reader, text: str, name: str, post: str | None) -> None:
    assert actor(reader, text, name).post == post


# -- where it was and who was there ------------------------------------------------------------------

CHILEAN = "Chile's foreign minister, Ana Ruiz, "


@pytest.mark.parametrize(
    ("text", "places"),
    [
        (f"Lima comes first. There {CHILEAN}will meet her counterpart from Peru.", ["Lima"]),
        (f"After Quito comes Lima, where a fair is on. Peru's foreign minister will meet {CHILEAN}there.", ["Lima"]),
        (f"In Lima {CHILEAN}will open a fair. Separate talks are planned with the ministers of Peru and Bolivia.",
         ["Lima"]),
        (f"Lima protested on Monday. {CHILEAN}will meet the foreign minister of Peru there.", []),
        (f"In Lima {CHILEAN}will open a fair. In Quito bilateral talks are planned with the minister of Peru.",
         ["Quito"]),
    ],
)  # fmt: skip
def test_a_town_that_comes_next_is_where_it_will_be(reader: Reader, text: str, places: list[str]) -> None:
    found = [e for e in read(reader, text, DAY).engagements if e.form in ("meeting", "talks")]
    assert found and all([p.name for p in e.places] == places for e in found)


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("Both nations stand to gain from speaking plainly and speaking often, Peru told Chile.", []),
        ("Peru will speak with Chile about the border.", ["talks"]),
        ("Peru's president, Ana Ruiz, spoke to the president of Chile on Monday.", ["call"]),
        ("After speaking on Monday the presidents of Peru and Chile were hopeful.", ["call"]),
    ],
)
def test_who_speaks_is_not_always_on_the_telephone(reader: Reader, text: str, forms: list[str]) -> None:
    assert [e.form for e in read(reader, text, DAY).engagements] == forms


def test_the_conversation_is_of_those_who_have_just_met(reader: Reader) -> None:
    text = (
        "Peru's president, Eva Paz, rang her Chilean counterpart, Juan Diaz, on Monday.\n\nIn March Peru's trade"
        " minister, Ana Ruiz, received the Chilean trade minister, Pedro Lara, in Lima. On that occasion the"
        " conversation was about copper."
    )
    topics = {e.form: e.topics for e in read(reader, text, DAY).engagements}
    assert topics == {"call": (), "meeting": ("copper",)}


# -- whose words they are ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "The Peruvian foreign ministry called on Chile to pay.\n\n“Chile owes it. We expect Chile to do so,” it said.",
        "Chile should pay, according to a statement of the Peruvian foreign ministry.\n\n“Chile owes it,” it added.",
        "Peru told Chile that the road was closed.\n\n“Chile has been told why,” it said.",
        "A note on the website of the Peruvian foreign ministry said that Chile owed it.",
        "On the website of the foreign ministry in Lima, a notice said that Chile owed it.",
    ],
)
def test_it_is_who_spoke_and_not_who_is_spoken_of(reader: Reader, text: str) -> None:
    assert read(reader, text, DAY).statements[-1].on_behalf_of == "PER"


def test_a_notice_at_a_port_is_of_no_state(reader: Reader) -> None:
    found = read(reader, "A notice at the port of Lima said that all boats were late.", DAY).statements
    assert [s.on_behalf_of for s in found] == [None]


@pytest.mark.parametrize(
    ("opening", "when"),
    [
        ("Peru's president, Ana Ruiz, who was speaking to reporters last week, denied any quarrel.",
         "2024-05-06/2024-05-12"),
        ("It may be recalled that Peru's president, Ana Ruiz, addressed the press last week.", "2024-05-06/2024-05-12"),
        ("Peru's president, Ana Ruiz, who took office last week, denied any quarrel.", None),
    ],
)  # fmt: skip
def test_on_what_occasion_words_were_said(reader: Reader, opening: str, when: str | None) -> None:
    found = read(reader, f"{opening} “We are friends,” Ms Ruiz said.", DAY).statements
    assert next(s for s in found if "friends" in s.content.text).when.edtf == when


@pytest.mark.parametrize(
    ("told", "kind"),
    [
        ("had been frank in mentioning sources of concern", "concern"),
        ("made known Peru's preoccupations about the dam", "concern"),
        ("had been frank in praising the dam", None),
    ],
)
def test_what_is_told_of_a_worry_in_other_words(reader: Reader, told: str, kind: str | None) -> None:
    text = f"Peru's foreign minister, Ana Ruiz, called Chile on Monday.\n\nHer spokesman, Juan Paz, said she {told}."
    assert {p.kind for p in read(reader, text, DAY).positions} - {"position"} == ({kind} if kind else set())


def test_what_a_notice_says_is_asked_of_a_state(reader: Reader) -> None:
    text = (
        "On the website of the foreign ministry in Lima, a notice said that Ana Ruiz, the Peruvian foreign minister,"
        " had spoken. The notice then turned to a list. Chile was asked to pay its share."
    )
    found = [(p.holder.country, p.kind, p.toward) for p in read(reader, text, DAY).positions]
    assert ("PER", "demand", "CHL") in found


# -- what a day hides --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "given"),
    [
        ("Ana Ruiz, a former minister, was last week named Peru's special envoy for water.", "special envoy for water"),
        ("Ana Ruiz was this week sworn in as Peru's foreign minister.", "foreign minister"),
        ("On Monday Ana Ruiz, a former judge, was appointed Peru's ambassador to Chile.", "ambassador to Chile"),
        ("Peru's foreign minister, Ana Ruiz, was last week given a medal.", None),
    ],
)  # fmt: skip
def test_a_post_given_on_a_day(reader: Reader, text: str, given: str | None) -> None:
    found = [t.post for t in read(reader, text, DAY).tenures if t.person == "Ana Ruiz" and t.change == "appointed"]
    assert found == ([given] if given else [])


@pytest.mark.parametrize(
    "text",
    [
        "At a dinner in April Ana Ruiz, Peru's president, had said that Chile would pay.",
        "On Monday Ana Ruiz, the president of Peru, said that Chile would pay.",
    ],
)
def test_a_date_is_no_part_of_a_name(reader: Reader, text: str) -> None:
    found = read(reader, text, DAY).statements
    assert [s.speaker and s.speaker.name for s in found] == ["Ana Ruiz"]


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("The quarrel goes back to October, when Chile invaded Peru.", "2023-10"),
        ("The quarrel dates from October, when Chile invaded Peru.", "2023-10"),
        ("The envoy goes back to Lima in October.", "2024-10"),
        ("The talks were put back to October.", "2024-10"),
    ],
)
def test_what_began_lies_behind(reader: Reader, text: str, when: str) -> None:
    assert [t.edtf for t in read(reader, text, DAY).times] == [when]


def test_the_minister_is_not_the_one_he_quotes(reader: Reader) -> None:
    text = (
        "Chile's foreign minister, Ana Ruiz, turned to Facebook. “A good talk with Juan Paz,” she wrote. “All is"
        " well. Nobody was rude. We go on.”\n\nThe minister leaves for Lima on Monday.\n\nJuan Paz is Peru's"
        " foreign minister."
    )
    found = [e for e in read(reader, text, DAY).engagements if e.form == "visit"]
    assert [[p.actor.name for p in e.participants] for e in found] == [["Ana Ruiz"]]


def test_what_a_state_committee_is_headed_by(reader: Reader) -> None:
    found = actor(reader, "Ana Ruiz, head of Peru's State Committee for Water, met Chile's Juan Paz.", "Ruiz")
    assert found.post == "head of Peru's State Committee for Water"
