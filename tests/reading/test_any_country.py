"""The same sentence means the same whatever countries and people stand in it: names of two words, with "and", with an
article, adjectives that are names, capitals that are hard to spell."""

import pytest

from detente.reading.reader import Reader
from tests.conftest import read

# name, adjective, capital, ISO 3166-1
COUNTRIES = [
    ("Saudi Arabia", "Saudi", "Riyadh", "SAU"),
    ("New Zealand", "New Zealand", "Wellington", "NZL"),
    ("the Netherlands", "Dutch", "The Hague", "NLD"),
    ("Chad", "Chadian", "N'Djamena", "TCD"),
    ("Papua New Guinea", "Papua New Guinean", "Port Moresby", "PNG"),
    ("the United Arab Emirates", "Emirati", "Abu Dhabi", "ARE"),
    ("Bosnia and Herzegovina", "Bosnian", "Sarajevo", "BIH"),
    ("Guinea-Bissau", "Guinea-Bissau", "Bissau", "GNB"),
    ("South Korea", "South Korean", "Seoul", "KOR"),
    ("Jordan", "Jordanian", "Amman", "JOR"),
]
PAIRS = list(zip(COUNTRIES, COUNTRIES[3:] + COUNTRIES[:3], strict=True))

# sentence, forms that a careful reader could give, statuses, date; read on 8 May 2024, a Wednesday
SENTENCES = [
    ("{Aa} Foreign Minister Lena Okafor spoke by phone with her {Ba} counterpart Tomas Lind on Tuesday.",
     {"call"}, {"held"}, "2024-05-07"),
    ("Foreign Minister Karim Sall of {A} met his counterpart from {B} in Geneva on Tuesday.",
     {"meeting"}, {"held"}, "2024-05-07"),
    ("{B} called off a planned visit by {Aa} Foreign Minister Karim Sall, officials said on Tuesday.",
     {"visit"}, {"cancelled"}, None),
    ("{Bc} confirmed on Monday that {Aa} Foreign Minister Karim Sall would visit on May 20.",
     {"visit"}, {"announced", "confirmed"}, "2024-05-20"),
    ("A {Ba} delegation led by Deputy Foreign Minister Sara Abdi visited {Ac} last week.",
     {"visit"}, {"held"}, "2024-04-29/2024-05-05"),
    ("{A}'s and {B}'s defence ministers met in Geneva on Tuesday.", {"meeting"}, {"held"}, "2024-05-07"),
    ("{A} hosted trilateral talks with {B} and Norway on Tuesday.", {"talks", "meeting"}, {"held"}, "2024-05-07"),
    ("{A} turned down {B}'s request for a meeting of the two foreign ministers.", {"meeting"}, {"declined"}, None),
    ("{Aa} Foreign Minister Lena Okafor paid a courtesy call on {Ba} President Tomas Lind in {Bc} on Monday.",
     {"meeting"}, {"held"}, "2024-05-06"),
]  # fmt: skip


Said = tuple[str, set[str], set[str], str | None]
Country = tuple[str, str, str, str]


@pytest.mark.parametrize("pair", PAIRS, ids=lambda p: f"{p[0][3]}-{p[1][3]}")
@pytest.mark.parametrize("said", SENTENCES, ids=lambda s: s[0][:30])
def test_any_country(reader: Reader, said: Said, pair: tuple[Country, Country]) -> None:
    sentence, forms, statuses, when = said
    a, b = pair
    text = sentence.format(A=a[0], Aa=a[1], Ac=a[2], B=b[0], Ba=b[1], Bc=b[2])
    found = [e for e in read(reader, text[0].upper() + text[1:], "2024-05-08").engagements if e.form in forms]
    assert [{a[3], b[3]} <= set(e.countries) for e in found] == [True]
    assert found[0].status.status in statuses
    assert when in (None, found[0].when.edtf)
