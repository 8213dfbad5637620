"""Officials seen together have met: before the press, side by side, brought together. What is told of it later keeps
its own day, and a gathering that is only the place or the time of a meeting is none of theirs."""

import pytest

from detente.reading.reader import Reader
from tests.conftest import read, short

G, A = "Slovenian Prime Minister Robert Golob", "Croatian Prime Minister Andrej Plenković"

# text of 8 May 2024 (a Wednesday), form, date, countries
MET = [
    (f"{G} and {A} gave a joint press conference in Ljubljana on Monday.", "meeting", "2024-05-06", {"SVN", "HRV"}),
    (f"Speaking at a joint news conference in Ljubljana with {A}, {G} called for calm.", "meeting", None,
     {"SVN", "HRV"}),
    (f'"We are friends," {G} told a news conference with {A} on Tuesday.', "meeting", "2024-05-07", {"SVN", "HRV"}),
    (f"Appearing alongside {A} in Ljubljana on Monday, {G} called for calm.", "meeting", "2024-05-06", {"SVN", "HRV"}),
    (f"Standing next to {A} in Ljubljana on Monday, {G} called for calm.", "meeting", "2024-05-06", {"SVN", "HRV"}),
    ("Angola's President João Lourenço is hosting a summit of the leaders of Rwanda and Burundi in Luanda on Thursday.",
     "summit_session", "2024-05-09", {"AGO", "RWA", "BDI"}),
    ("Norway will chair a meeting of the foreign ministers of Chad and Togo in Oslo on Friday.", "meeting",
     "2024-05-10", {"NOR", "TCD", "TGO"}),
    ("Angola's President João Lourenço brought the presidents of Rwanda and Burundi together in Luanda last Thursday.",
     "meeting", "2024-05-02", {"AGO", "RWA", "BDI"}),
    ("The talks in Luanda on Monday brought together Paul Kagame and Félix Tshisekedi.", "talks", "2024-05-06",
     {"RWA", "COD"}),
    ("The meeting, which gathered the foreign ministers of Italy, Tunisia and Libya, was held in Rome on Monday.",
     "meeting", "2024-05-06", {"ITA", "TUN", "LBY"}),
    (f"{G} told parliament on Wednesday about his talks with {A}.", "talks", None, {"SVN", "HRV"}),
    (f"{G} met {A} on the sidelines of a meeting of the Council of Europe in Strasbourg on Friday.", "meeting",
     "2024-05-03", {"SVN", "HRV"}),
    (f"{G} and {A} will meet in Vienna ahead of an EU meeting in Brussels next Thursday.", "meeting", None,
     {"SVN", "HRV"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "form", "date", "countries"), MET, ids=short)
def test_seen_together(reader: Reader, text: str, form: str, date: str | None, countries: set[str]) -> None:
    (found,) = read(reader, text).engagements
    assert (found.form, found.when.edtf, set(found.countries)) == (form, date, countries)


@pytest.mark.parametrize(
    "text",
    [
        f"{G} told a press conference in Ljubljana on Monday that the Croatian government was wrong.",
        f"Slovenia stands beside Ukraine, {G} said on Monday.",
        "Ghana's finance minister met creditors in Washington on the sidelines of the IMF spring meetings.",
    ],
)
def test_nobody_met(reader: Reader, text: str) -> None:
    assert read(reader, text).engagements == ()
