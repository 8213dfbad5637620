"""What a new hand's texts showed: meetings face to face, plans that had to be dropped, what is only called by another
name, and days that belong to the answer and not to what was asked."""

from __future__ import annotations

import pytest

import detente


def _told(text: str, published: str) -> set[tuple[str, str, str | None, tuple[str, ...]]]:
    reading = detente.read(text, published=published)
    return {(e.form, e.status.status, e.when.edtf, tuple(sorted(e.countries))) for e in reading.engagements}


@pytest.mark.parametrize(
    ("published", "text", "wanted"),
    [
        (
            "2021-01-20",
            "The foreign ministers of Laos and Thailand met face to face in Nong Khai on Monday.",
            ("meeting", "held", "2021-01-18", ("LAO", "THA")),
        ),
        (
            "2015-06-12",
            "President Horacio Cartes of Paraguay and President Evo Morales of Bolivia had planned to meet face to "
            "face in Tarija this week. That meeting was cancelled.",
            ("meeting", "cancelled", "2015-06-08/2015-06-14", ("BOL", "PRY")),
        ),
        (
            "2014-05-10",
            "President Ollanta Humala of Peru and President Juan Manuel Santos of Colombia, meeting in Cusco on "
            "Thursday, agreed to share radar data.",
            ("meeting", "held", "2014-05-08", ("COL", "PER")),
        ),
        (
            "2019-04-04",
            "Zimbabwe and Botswana, meeting in Gaborone last month, agreed to share water from the Shashe.",
            ("meeting", "held", "2019-03", ("BWA", "ZWE")),
        ),
        (
            "2017-11-09",
            "In October 1993 Yitzhak Rabin, then the Israeli prime minister, called on Indonesian president Soeharto "
            "at his house in Central Jakarta without notice.",
            ("meeting", "held", "1993-10", ("IDN", "ISR")),
        ),
        (
            "2020-06-10",
            "They took note of the talks that Presidents Edgar Lungu of Zambia and Peter Mutharika of Malawi held in "
            "Lilongwe on 3 June.",
            ("talks", "held", "2020-06-03", ("MWI", "ZMB")),
        ),
        (
            "2015-03-10",
            "Rwandan President Paul Kagame was last in Nairobi in November.",
            ("visit", "held", "2014-11", ("KEN", "RWA")),
        ),
    ],
)
def test_what_was_done_is_read(published: str, text: str, wanted: tuple[str, str, str, tuple[str, ...]]) -> None:
    assert wanted in _told(text, published)


@pytest.mark.parametrize(
    ("published", "text", "wanted"),
    [
        (
            "2022-06-12",
            "Malian Foreign Minister Abdoulaye Diop had intended to travel to Lomé in May but had to call it off.",
            ("visit", "cancelled", "2022-05", ("MLI", "TGO")),
        ),
        (
            "2011-12-12",
            "Uruguay's President José Mujica said he had planned to visit Asunción in October, but had to cancel owing "
            "to pneumonia.",
            ("visit", "cancelled", "2011-10", ("PRY", "URY")),
        ),
        (
            "2018-04-09",
            "Serbian Prime Minister Ana Brnabić spoke of Kosovo. Nor did she rule out that she would visit Pristina.",
            ("visit", "mooted", None, ("SRB", "XKX")),
        ),
        (
            "2026-03-19",
            "Vanuatu's Prime Minister Jotham Napat has been invited to Beijing in the second quarter.",
            ("visit", "mooted", "2026-04/2026-06", ("CHN", "VUT")),
        ),
        (
            "2023-12-11",
            "An earlier Venezuelan proposal for the two presidents to meet in Caracas was turned down by Guyana in "
            "November.",
            ("meeting", "declined", "2023-11", ("GUY", "VEN")),
        ),
    ],
)
def test_what_was_planned_or_asked_is_read(
    published: str, text: str, wanted: tuple[str, str, str | None, tuple[str, ...]]
) -> None:
    assert wanted in _told(text, published)


@pytest.mark.parametrize(
    ("published", "text", "count"),
    [
        (
            "2016-08-03",
            "Greek Foreign Minister Nikos Kotzias will meet his Albanian counterpart Ditmir Bushati in Tirana on "
            'Friday. Athens described the meeting as "exploratory talks".',
            1,
        ),
        (
            "2015-12-12",
            "Buhari in Lomé for talks on cattle\n\nNigerian President Muhammadu Buhari will be in Lomé on Monday for "
            "talks with Togo's president Faure Gnassingbé.",
            2,
        ),
        (
            "2020-10-21",
            "Armenian minister Shavarsh Kocharyan arrived in the Georgian capital on Monday.\n\nAzerbaijan's President "
            'Ilham Aliyev spoke on television. "Let them name a date for their withdrawal and we will stop the same '
            'day," he said.',
            1,
        ),
        ("2016-04-04", "The Danish minister was last in the queue at the summit's buffet in Lagos.", 0),
    ],
)
def test_no_more_is_read_than_is_told(published: str, text: str, count: int) -> None:
    assert len(_told(text, published)) == count


def test_a_guest_flies_on_and_not_his_host() -> None:
    text = (
        "Polish foreign minister Grzegorz Schetyna was received by Irish President Michael D Higgins in Dublin before "
        "flying on to London."
    )
    visits = [e for e in detente.read(text, published="2015-05-06").engagements if e.form == "visit"]
    assert [sorted(e.countries) for e in visits] == [["GBR", "POL"]]
