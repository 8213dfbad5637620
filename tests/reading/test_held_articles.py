"""What whole articles taught, each as a class of ordinary English in other names; read on 8 May 2024, a Wednesday."""

from __future__ import annotations

from collections.abc import Set

import pytest

from detente.model import Reading
from detente.reading.reader import Reader
from tests.conftest import read


def reading(reader: Reader, text: str) -> Reading:
    return read(reader, text, "2024-05-08")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("“We are late,” said Gen. Alberto Just, who commands a unit. Just said the border was quiet.", "Alberto Just"),
        (
            "Foreign Minister Petra Still of Norway said Sweden would wait. Still said nothing had changed.",
            "Petra Still",
        ),
        ("Defence Minister John Now left Ghana on Monday. “We are late,” Now said.", "John Now"),
    ],
)
def test_a_surname_may_be_any_word(reader: Reader, text: str, name: str) -> None:
    said = reading(reader, text).statements
    assert said
    assert {s.speaker.name for s in said if s.speaker} == {name}


@pytest.mark.parametrize(
    ("text", "people"),
    [
        (
            "Chad's minister of pastoral development, Ali Mahamat, and Niger's minister of livestock, Sani Bako, met "
            "in Niamey on May 2.",
            {"Ali Mahamat", "Sani Bako"},
        ),
        (
            "Chile's Ana Soto and Pedro Rojas, Peru's energy minister, met in Lima in March.",
            {"Ana Soto", "Pedro Rojas"},
        ),
        (
            "The trade ministers of both countries get on. Mali's Oumou Diarra and Senegal's Fatou Sow met in Dakar on "
            "May 2.",
            {"Oumou Diarra", "Fatou Sow"},
        ),
        (
            "Ghana's president, Kofi Asante, spoke with Togo's, Faure Mensa, on Monday.",
            {"Kofi Asante", "Faure Mensa"},
        ),
        (
            "In May, Riga hosted a get-together of two men: Juris Kalns, the Latvian minister for transport, and Jonas "
            "Petraitis, who heads the transport ministry in Lithuania.",
            {"Juris Kalns", "Jonas Petraitis"},
        ),
    ],
)
def test_who_met(reader: Reader, text: str, people: Set[str]) -> None:
    met = [e for e in reading(reader, text).engagements if e.status.status == "held"]
    assert [{p.actor.name for p in e.participants} for e in met] == [people]
    assert all(len(e.countries) == 2 for e in met)


@pytest.mark.parametrize(
    "text",
    [
        "Peru's prime minister, Ana Soto, spoke in Ilo in January. She called Chile “a neighbour with a good lawyer”.",
        "In April President Ruto of Kenya called Uganda a brother nation.",
        "The Peruvian and Chilean governments have talked themselves into a corner over fish.",
        "Iraq's prime minister said on May 2 at a gathering of tribal elders in Basra that Iran was near.",
    ],
)
def test_no_engagement(reader: Reader, text: str) -> None:
    assert not reading(reader, text).engagements


@pytest.mark.parametrize(
    ("text", "content", "toward"),
    [
        ("Peru's foreign ministry renewed its appeal to Ecuador to reopen the bridge.", "reopen the bridge", "ECU"),
        ("Poland has renewed its calls for Hungary to lift its veto.", "lift its veto", "HUN"),
        ("Ireland reiterated its plea to Britain to drop the law.", "drop the law", "GBR"),
    ],
)
def test_a_call_on_another_to_act(reader: Reader, text: str, content: str, toward: str) -> None:
    found = reading(reader, text).positions
    assert [(p.kind, p.toward) for p in found if content in p.content.text] == [("demand", toward)]


@pytest.mark.parametrize(
    ("text", "invaded"),
    [
        ("It took a decade to make peace in Cambodia after Vietnam invaded the country in December 1978.", "KHM"),
        ("Kuwait has not forgotten: Iraq invaded the country in August 1990, the general said.", "KWT"),
    ],
)
def test_the_country(reader: Reader, text: str, invaded: str) -> None:
    events = [e for e in reading(reader, text).events if e.plover_root == "ASSAULT"]
    assert [e.target.country for e in events if e.target] == [invaded]


def test_a_tour_told_a_sentence_a_paragraph(reader: Reader) -> None:
    text = (
        "Ghana's foreign minister, Kofi Asante, will visit Lomé next week, officials said.\n\nHis spokesman, Yaw "
        "Mensah, said Asante's tour would run from May 13 to 16.\n\nThe first stop is Cotonou, where the minister will "
        "hold talks with his counterpart from Benin.\n\nHe will then fly to Lomé, where he is due on May 15."
    )
    visits = {e.when.edtf: {p.name for p in e.places} for e in reading(reader, text).engagements if e.form == "visit"}
    assert visits == {"2024-05-13/2024-05-16": {"Cotonou", "Lomé"}, "2024-05-15": {"Lomé"}}


def test_told_the_newspaper(reader: Reader) -> None:
    text = (
        "Ana Ruiz, a political scientist at the University of Lima, was asked by the daily El Norte to name it. "
        "“They bargain,” she told the newspaper."
    )
    said = [s for s in reading(reader, text).statements if s.kind == "direct"]
    assert [[c.name for c in s.chain] for s in said] == [["Ana Ruiz", "El Norte"]]


def test_who_names_another_is_not_the_other(reader: Reader) -> None:
    text = (
        "Samoa's foreign minister, Ana Leota, and Fiji's foreign minister, Jone Ravula, spoke by phone on Monday. "
        "Leota was the first to speak. “Good talk with Minister Ravula today,” the foreign minister wrote on X."
    )
    said = [s for s in reading(reader, text).statements if s.kind == "direct"]
    assert [s.on_behalf_of for s in said] == ["WSM"]
