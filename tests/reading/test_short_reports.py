"""What a sentence or two of an ordinary report tell of an engagement, wherever the parser hangs its parts."""

import pytest

from detente.reading.reader import Reader
from tests.conftest import read

# text, form, status, date, countries; read on 8 May 2024, a Wednesday
REPORTS = [
    # whom the parser hangs elsewhere
    ("A telephone conversation took place on 3 May between the Foreign Minister of Benin, Olu Bako, and the head of "
     "Danish diplomacy, Lars Holm, the ministry reports.", "call", "held", "2024-05-03", {"BEN", "DNK"}),
    ("On 2 May Chad's president, Moussa Adoum, met Omar al-Fitouri, head of Libya's Presidential Council, in Tunis.",
     "meeting", "held", "2024-05-02", {"TCD", "LBY"}),
    ("Minister Lena Holt will tomorrow, 9 May, host the Foreign Minister of Togo, Kossi Adjo, in Oslo, the Norwegian "
     "foreign ministry said.", "meeting", "announced", "2024-05-09", {"NOR", "TGO"}),
    ("Defence Minister Budi Hartono (left) of Indonesia shook hands with Fiji's Defence Minister, Pio Tikoduadua, on "
     "Monday.", "meeting", "held", "2024-05-06", {"IDN", "FJI"}),
    ("The Croatian and Serbian foreign ministers are to co-chair the consultations in Osijek on Friday.",
     "talks", "announced", "2024-05-10", {"HRV", "SRB"}),
    # who sits on a plural, a ministry, a delegation
    ("The Greek and Turkish coastguard chiefs met aboard a ferry on Monday.", "meeting", "held", "2024-05-06",
     {"GRC", "TUR"}),
    ("Ghana and Togo closed another round of talks on their sea border on Monday.", "talks", "held", "2024-05-06",
     {"GHA", "TGO"}),
    ("Mali and Niger have agreed to share a well. The deal was struck at a meeting in Gao on Saturday.",
     "meeting", "held", "2024-05-04", {"MLI", "NER"}),
    ("Bern regretted Minsk's cancellation of the consultations scheduled for 16 May.", "talks", "cancelled",
     "2024-05-16", {"CHE", "BLR"}),
    # what became of it
    ("Serbian and Kosovo officials failed to meet in Brussels on Tuesday as planned.", "meeting", "did_not_occur",
     "2024-05-07", {"SRB", "XKX"}),
    ("A summit between the European Union and Tunisia will not go ahead, two diplomats said.", "summit_session",
     "cancelled", None, {"EUE", "TUN"}),
    ("A trip by Vietnamese Prime Minister Pham Minh Chinh to New Zealand is in the works.", "visit", "announced",
     None, {"VNM", "NZL"}),
    ("The Cambodian prime minister's office announced the postponement of his trip to Tokyo, set for 15 May.",
     "visit", "postponed", "2024-05-15", {"KHM", "JPN"}),
    ('"Great to catch up with Prime Minister Luxon in Suva this morning," Papua New Guinea\'s Prime Minister James '
     "Marape posted.", "meeting", "held", "2024-05-08", {"PNG", "NZL"}),
    ("The Omani and Yemeni leaders, meeting in Salalah on Monday, agreed to reopen the road.", "meeting", "held",
     "2024-05-06", {"OMN", "YEM"}),
    # when
    ("Norwegian and Russian border commissioners hold their annual meeting in Kirkenes on Friday.", "meeting",
     "announced", "2024-05-10", {"NOR", "RUS"}),
    ("The Spanish king received the Chilean president on Monday. Later in the day the guest also sat down with Prime "
     "Minister Pedro Sánchez.", "meeting", "held", "2024-05-06", {"ESP", "CHL"}),
    ("The foreign ministers of Benin and Togo signed a programme for 2025 at their talks in Cotonou on Monday.",
     "talks", "held", "2024-05-06", {"BEN", "TGO"}),
    # forms of courtesy
    ("Uruguayan Ambassador Ana Silva took leave on Monday of Estonian President Alar Karis.", "meeting", "held",
     "2024-05-06", {"URY", "EST"}),
    ("The president of Malta received the credentials of the ambassador of Vietnam on Monday.", "ceremony", "held",
     "2024-05-06", {"MLT", "VNM"}),
    ("Chinese President Xi Jinping congratulated Alexander Stubb on his election as Finnish president in a message "
     "sent on Monday.", "correspondence", "held", "2024-05-06", {"CHN", "FIN"}),
    ("Tongan Prime Minister Siaosi Sovaleni left Nuku'alofa for Suva on Monday.", "visit", "held", "2024-05-06",
     {"TON", "FJI"}),
]  # fmt: skip


@pytest.mark.parametrize("report", REPORTS, ids=lambda r: r[0][:40])
def test_a_short_report(reader: Reader, report: tuple[str, str, str, str | None, set[str]]) -> None:
    text, form, status, when, countries = report
    found = [e for e in read(reader, text).engagements if e.form == form and countries <= set(e.countries)]
    assert [(e.status.status, e.when.edtf) for e in found][:1] == [(status, when)]


NOTHING = [
    "Iran and Iraq ended talks in Basra on Monday without signing a border treaty.",  # no ceremony
    "Asked whether the minister had also spoken with the president of Azerbaijan, the spokesman said he had no calls.",
    "Morocco and Senegal will meet in Rabat on Friday for a place in the final, the coach of the hosts said.",
    "A meeting of minds between Bogotá and Lima on coca is further off than ever.",
    "The last Indian soldiers will leave the islands by 10 May, the Maldives said.",
]


@pytest.mark.parametrize("text", NOTHING)
def test_what_tells_of_none(reader: Reader, text: str) -> None:
    assert [e.form for e in read(reader, text).engagements if e.form != "talks"] == []


def test_a_note_dates_itself(reader: Reader) -> None:
    text = (
        "Press conference, 3 September 2024\nThe spokesperson announced that Foreign Minister of Togo Kossi Adjo will "
        "visit Ghana from September 5 to 9."
    )
    assert [e.when.edtf for e in read(reader, text, None).engagements] == ["2024-09-05/2024-09-09"]


SAID = [
    ("“The border stays open,” said Brima Kallon, Sierra Leone’s deputy interior minister, at the crossing, “but the "
     "road does not.”", "Brima Kallon", "SLE"),
    ("“The port will reopen,” Togo’s transport minister, Kossi Adjo, told reporters in Lomé, “but not before June.”",
     "Kossi Adjo", "TGO"),
    ("The convoy was let through on Monday, according to Kyiv.", "Kyiv", "UKR"),
    ("The tanker was boarded at night, according to Oman’s Maritime Security Centre.", "Centre", "OMN"),
    ("Would Lima recall its envoy? Peru’s foreign minister, Ana Rojas, in the corridor of Congress: “Not today, and "
     "not over a football match.”", "Ana Rojas", "PER"),
]  # fmt: skip


@pytest.mark.parametrize("said", SAID, ids=lambda s: s[0][:30])
def test_who_says_it(reader: Reader, said: tuple[str, str, str]) -> None:
    text, speaker, side = said
    found = read(reader, text).statements
    assert len(found) == 1
    assert found[0].speaker is not None
    assert speaker in found[0].speaker.span.text
    assert found[0].on_behalf_of == side


def test_to_whom_it_is_promised(reader: Reader) -> None:
    promised = read(reader, "Japan promised the Solomon Islands two ferries for the outer islands.").commitments
    assert [(c.by, c.to) for c in promised] == [(("JPN",), ("SLB",))]
