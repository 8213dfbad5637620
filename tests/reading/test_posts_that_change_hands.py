"""Posts given and taken in other words than "appointed"."""

import pytest

from detente.reading.reader import Reader
from tests.conftest import read

DAY = "2024-05-16"


@pytest.mark.parametrize(
    ("text", "person", "country"),
    [
        (
            "The Peruvian government has brought in new blood. Rosa Quispe, a marine biologist, took up the post of "
            "special envoy for fisheries on 1 May.",
            "Rosa Quispe",
            "PER",
        ),
        (
            "Kenya's president, William Ruto, has turned to an old hand. Njeri Wafula, a former ambassador to Cairo, "
            "was named special envoy for the Nile on Monday.",
            "Njeri Wafula",
            "KEN",
        ),
        (
            "Jordan's King Abdullah handed the post of special envoy for Syria to Rania Haddad, a former ambassador "
            "to Moscow.",
            "Rania Haddad",
            "JOR",
        ),
        ("Nepal's choice for special envoy on water fell on Gita Rai, a former minister.", "Gita Rai", "NPL"),
        (
            "Vietnam's new special envoy for the Mekong is Tran Van Hai, a former deputy minister.",
            "Tran Van Hai",
            "VNM",
        ),
        (
            "Oslo announced on Tuesday that Kari Nilsen would serve as its special envoy for the Barents Sea.",
            "Kari Nilsen",
            "NOR",
        ),
        (
            "Paraguay has meanwhile a new special envoy for the waterway: Lucia Benitez, a hydrologist, was picked on "
            "Monday.",
            "Lucia Benitez",
            "PRY",
        ),
        ("As its special envoy Algeria has picked Yacine Ferhat, who once ran a bank.", "Yacine Ferhat", "DZA"),
        (
            "Tehran has asked Hossein Rezaei, a former deputy foreign minister, to act as its special envoy for the "
            "Caspian.",
            "Hossein Rezaei",
            "IRN",
        ),
    ],
)
def test_an_envoy_is_appointed_in_other_words(reader: Reader, text: str, person: str, country: str) -> None:
    tenures = [t for t in read(reader, text, DAY).tenures if t.change == "appointed"]
    assert [(t.person, t.country) for t in tenures] == [(person, country)]
    assert "special envoy" in tenures[0].post


@pytest.mark.parametrize(
    "text",
    [
        "Ghana's foreign minister met the special envoy, Kofi Mensah, to take up the matter of the new road.",
        "The former special envoy Peter Pham was asked by Kenya to act as a go-between.",
        "Nepal has yet to name a special envoy, and Gita Rai, a former minister, has turned down the job.",
        "Kazakhstan's special envoy, Erlan Karin, became angry when the trade minister took the post of chairman.",
    ],
)
def test_nobody_is_appointed(reader: Reader, text: str) -> None:
    assert not [t for t in read(reader, text, DAY).tenures if t.change == "appointed"]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Peru has been without one since 3 March 2024, when Defence Minister Jorge Ruiz was dismissed.", "2024-03-03"),
        ("Norway's embassy in Lima has had no head since May 2023, when Ana Berg resigned as ambassador.", "2023-05"),
        ("Much has changed since 2 April 2024, when Jan Novak became Czech foreign minister.", "2024-04-02"),
    ],
)
def test_the_day_on_which_something_has_been_so_is_that_of_the_change(reader: Reader, text: str, date: str) -> None:
    (change,) = [t for t in read(reader, text, "2024-05-08").tenures if t.change != "holds"]
    assert change.when.edtf == date
