"""What is declared of a channel, and where it stands."""

from __future__ import annotations

from dataclasses import replace

import pytest

from detente.codebook import Entry, load
from detente.inputs import document_of
from detente.model import Edtf, Source
from detente.reading.reader import Reader
from detente.record.channels import lines, to_come
from detente.record.claims import engagement_claims
from detente.record.declarations import declarations
from detente.record.knowledge import Knowledge
from detente.record.nouns import Declaration, Told, Use

ENTRIES = load().entries("channels")


def told(reader: Reader, knowledge: Knowledge, text: str, outlet: str | None = None) -> Told:
    source = Source(outlet=outlet)
    reading = reader.read(document_of(text, published=Edtf("2024-05-08"), source=source))
    voice, side = knowledge.voice(reading.source)
    return Told(reading, "2024-05-08", 1, side, voice)


def fires(reader: Reader, knowledge: Knowledge, entry: Entry, text: str) -> bool:
    found = declarations(told(reader, knowledge, text), knowledge)
    if "state" in entry.data:
        return any(d.rule == entry.rule for d in found)
    return any(d.channel == entry.data["channel"] for d in found)


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda e: e.rule)
def test_channel_rule(entry: Entry, reader: Reader, knowledge: Knowledge) -> None:
    for example in entry.fires:
        assert fires(reader, knowledge, entry, example), f"{entry.rule} does not fire on {example!r}"
    for example in entry.never:
        assert not fires(reader, knowledge, entry, example), f"{entry.rule} fires on {example!r}"


@pytest.mark.parametrize(
    "text",
    [
        "Ghana urged Togo to resume military contacts.",
        "The minister raised the reopening of military channels with Togo, Ghana said.",
        "Ghana will never suspend military contacts with Togo, the president said.",
        "Ghana cancelled a meeting with Togo's defence minister.",
    ],
)
def test_a_wish_a_refusal_and_one_meeting_declare_nothing(reader: Reader, knowledge: Knowledge, text: str) -> None:
    assert declarations(told(reader, knowledge, text), knowledge) == ()


def test_a_ministry_speaks_for_its_state(reader: Reader, knowledge: Knowledge) -> None:
    text = "The ministry announced that it was suspending military contacts with Togo."
    (found,) = declarations(told(reader, knowledge, text, "Ministry of Defence, Ghana"), knowledge)
    assert (found.by, found.sides, found.state) == ("GHA", ("GHA", "TGO"), "suspended")


@pytest.mark.parametrize("text", [
    "Ghana declared the defence talks with Togo closed.", "Ghana declares all military contacts with Togo suspended.",
])  # fmt: skip
def test_a_channel_is_declared_to_be_closed(reader: Reader, knowledge: Knowledge, text: str) -> None:
    found = declarations(told(reader, knowledge, text), knowledge)
    assert [d.by for d in found] == ["GHA"] and {d.state for d in found} <= {"closed", "suspended"}
    assert declarations(told(reader, knowledge, "Ghana saw the defence talks with Togo closed."), knowledge) == ()


def test_a_deputy_head_with_a_ministry_is_met_as_its_minister(knowledge: Knowledge) -> None:
    for post, portfolio in (
        ("Deputy Prime Minister and Minister of Foreign Affairs", "foreign"),
        ("Deputy Prime Minister", "head_of_government"),
        ("Prime Minister and Minister of Foreign Affairs", "head_of_government"),
    ):
        assert knowledge.portfolio(None, post, "ETH", "2021-04-07") == portfolio


def declared(state: str, known_at: str) -> Declaration:
    return Declaration(
        "dec-1", "d", 1, known_at, "defence", state, "GHA", ("GHA", "TGO"), None, 0, 1, "w", "channels/test"  # type: ignore[arg-type]
    )  # fmt: skip


STATES = [
    ("nothing", [], [], "unknown"),
    ("used lately", ["2024-03-01"], [], "open"),
    ("unused for long", ["2022-03-01"], [], "quiet"),
    ("suspended", ["2022-03-01"], [declared("suspended", "2024-01-01")], "suspended"),
    ("used since", ["2024-03-01"], [declared("suspended", "2024-01-01")], "open"),
    ("restored", [], [declared("suspended", "2023-01-01"), declared("restored", "2024-01-01")], "restored"),
    ("cut", ["2024-03-01"], [declared("closed", "2024-04-01")], "closed"),
]


@pytest.mark.parametrize(("why", "used", "said", "state"), STATES, ids=[s[0] for s in STATES])
def test_state(why: str, used: list[str], said: list[Declaration], state: str) -> None:
    uses = [("defence", Use(day, day, f"eng-{day}")) for day in used]
    found = {line.channel: line for line in lines(uses, said, [], "2024-05-08")}
    assert found["defence"].state == state
    assert found["climate"].state == "unknown"


def test_the_channel_is_that_of_offices_on_both_sides(knowledge: Knowledge) -> None:
    both = frozenset({"foreign"})
    assert knowledge.channel({"GHA": both, "TGO": both}) == "foreign_ministers"  # type: ignore[dict-item]
    assert knowledge.channel({"GHA": both, "TGO": frozenset({"defence"})}) == "other"  # type: ignore[dict-item]
    assert knowledge.channel({"GHA": frozenset(), "TGO": frozenset()}) is None  # type: ignore[dict-item]


VOICES = [
    ("State Department", None, ("official", "USA")), ("Ministry of Foreign Affairs, Togo", None, ("official", "TGO")),
    ("Xinhua", None, ("state_media", "CHN")), ("The Daily Wire Service", None, ("other", None)),
    (None, "https://www.mfa.gov.cn/eng/x", ("official", "CHN")), (None, "https://example.com/gov", ("other", None)),
    ("Foreign Affairs magazine", None, ("other", None)),
]  # fmt: skip


@pytest.mark.parametrize(("outlet", "url", "voice"), VOICES)
def test_voice(knowledge: Knowledge, outlet: str | None, url: str | None, voice: tuple[str, str | None]) -> None:
    assert knowledge.voice(Source(outlet=outlet, url=url)) == voice


@pytest.mark.parametrize(
    ("text", "channel", "state"),
    [
        ("Jordan and Israel agreed on Monday to exchange ambassadors again.", "embassies", "restored"),
        ("Algeria and Mali agreed on Sunday to send back their ambassadors.", "embassies", "restored"),
        ("Rwanda announced that diplomatic relations with Belgium were cut.", "embassies", "closed"),
        ("Turkey said that ties with Israel at the level of ambassadors were suspended.", "embassies", "suspended"),
        ("President Noboa had cut off all contact with Colombian President Gustavo Petro, Ecuador said.", "leaders",
         "closed"),
        ("Turkey announced that all exports to and imports from Israel were suspended.", "commerce", "suspended"),
        ("The free trade talks between Canada and India, which had been paused in September, resumed on Monday.",
         "commerce", "restored"),
        ("The hotline between the general staffs of Greece and Turkey works again.", "military_hotline", "restored"),
        ("The hotline between the defence authorities of Greece and Turkey was established on March 31, Athens said.",
         "military_hotline", "open"),
    ],
)  # fmt: skip
def test_how_lines_are_declared(reader: Reader, knowledge: Knowledge, text: str, channel: str, state: str) -> None:
    assert {(d.channel, d.state) for d in declarations(told(reader, knowledge, text), knowledge)} == {(channel, state)}


def test_talks_on_how_to_resume_declare_nothing(reader: Reader, knowledge: Knowledge) -> None:
    text = "Iran and Bahrain have begun talks on how to resume diplomatic relations."
    assert declarations(told(reader, knowledge, text), knowledge) == ()


@pytest.mark.parametrize("verb", ["continue", "revive", "deepen"])
def test_a_dialogue_that_goes_on_is_no_engagement(reader: Reader, knowledge: Knowledge, verb: str) -> None:
    met = "Chad's foreign minister met his Nigerien counterpart on Monday."
    text = f"{met} The two agreed to {verb} the political dialogue."
    forms = [c.form for c in engagement_claims(told(reader, knowledge, text), knowledge)]
    assert forms == ["meeting"]


@pytest.mark.parametrize(("text", "channel", "state", "by"), [
    ("The naval hotline with Togo, which Ghana cut off in March, remains dead.", "military_hotline", "closed", "GHA"),
    ("Talks with Peru on a fishing and trade pact, which Chile suspended in March, will not resume for now.",
     "commerce", "suspended", "CHL"),
    ("Ghana urged Togo to restore the military hotline, which Togo cut in 2016.", "military_hotline", "closed", "TGO"),
    ("Ghana on Tuesday restored the hotlines that Togo cut in June last year, the military line among them.",
     "military_hotline", "restored", "GHA"),
    ("Chile and Peru agreed to resume the dialogue between the two countries' national security advisers, which had "
     "been suspended since October.", "security_advisers", "restored", "CHL+PER"),
    ("Chilean Prime Minister Luis Soto and Peruvian Prime Minister Ana Rojas met in Johannesburg and agreed to resume "
     "negotiations on a trade agreement, which Lima had broken off in March.", "commerce", "restored", "CHL+PER"),
])  # fmt: skip
def test_a_clause_about_a_line_tells_of_it(
    reader: Reader, knowledge: Knowledge, text: str, channel: str, state: str, by: str
) -> None:
    found = declarations(told(reader, knowledge, text), knowledge)
    assert [(d.channel, d.state, d.by) for d in found] == [(channel, state, by)]


@pytest.mark.parametrize("text", [
    "The defence talks with Peru, which Chile hosted in May, were frank.",
    "Chile cut spending on talks about climate change with Peru.",
])  # fmt: skip
def test_a_clause_that_tells_nothing_of_a_line_declares_nothing(
    reader: Reader, knowledge: Knowledge, text: str
) -> None:
    assert declarations(told(reader, knowledge, text), knowledge) == ()


def test_an_act_that_another_speaks_of_is_of_who_decided_it(reader: Reader, knowledge: Knowledge) -> None:
    for text in (
        "Peru regrets the decision of Chile to suspend the trade talks with Lima.",
        "Peru deplores Chile's decision to suspend the trade talks with Lima.",
    ):
        (found,) = declarations(told(reader, knowledge, text, "Ministry of Foreign Affairs of Peru"), knowledge)
        assert (found.channel, found.state, found.by) == ("commerce", "suspended", "CHL")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Swedish armed forces said on Wednesday that they were suspending all military cooperation with Hungary.",
         ("defence", "suspended", "SWE", "2024-05-08")),
        ("Greece halted its defence co-operation with Serbia over the affair.", ("defence", "suspended", "GRC", None)),
        ("The ministers agreed to renew military contacts between Kenya and Uganda, which Kampala suspended in March "
         "2018.", ("defence", "restored", "KEN+UGA", None)),
        ("An agreement was reached to reopen a hotline between the navies of Chile and Peru, which Chile cut in 2015.",
         ("military_hotline", "restored", "CHL+PER", None)),
    ],
)  # fmt: skip
def test_whose_word_and_of_which_day(
    reader: Reader, knowledge: Knowledge, text: str, expected: tuple[str, str, str, str | None]
) -> None:
    (found,) = declarations(told(reader, knowledge, text), knowledge)
    assert (found.channel, found.state, found.by, found.at) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Kenya and Uganda signed a defence cooperation agreement and suspended the tax on milk.",
        "Greece and Serbia discussed military cooperation at a resumed session.",
    ],
)
def test_cooperation_that_is_only_spoken_of(reader: Reader, knowledge: Knowledge, text: str) -> None:
    assert not [d for d in declarations(told(reader, knowledge, text), knowledge) if d.channel == "defence"]


@pytest.mark.parametrize(
    "text",
    [
        "Ghana is suspending all high-level contacts with Togo.",
        "Ghana said on Monday that it was suspending military cooperation with Togo.",
        "The ministers of Ghana and Togo agreed to renew contacts between the two countries.",
        "Ghana broke off its yearly defence talks with Togo in April.",
    ],
)
def test_a_tie_that_is_suspended_or_renewed_is_no_engagement(reader: Reader, knowledge: Knowledge, text: str) -> None:
    assert engagement_claims(told(reader, knowledge, text), knowledge) == ()


def test_two_and_two_ministers_use_two_lines(knowledge: Knowledge) -> None:
    both = {"AUS": ["foreign", "defence"], "JPN": ["foreign", "defence"]}
    assert set(knowledge.lines("foreign_ministers", both)) == {"foreign_ministers", "defence"}
    assert knowledge.lines("foreign_ministers", {"AUS": ["foreign", "defence"], "JPN": ["foreign"]}) == (
        "foreign_ministers",
    )
    heads = {"AUS": ["head_of_government", "foreign"], "JPN": ["head_of_government", "foreign"]}
    assert knowledge.lines("leaders", heads) == ("leaders",)
    over_the_line = {"CHN": ["defence"], "JPN": ["defence"]}
    assert set(knowledge.lines("military_hotline", over_the_line)) == {"military_hotline", "defence"}
    commanders = {"IND": ["military"], "PAK": ["military"]}
    assert knowledge.lines("military_hotline", commanders) == ("military_hotline",)


NOTHING_SHUT = [
    "Chile and Peru remain in close contact with each other on defence cooperation.",
    "The leaders of Chile and Peru agreed to continue close cooperation in tourism.",
    "Chile's ministers held closed consultations with Peru on Monday.",
    "Chile's embassy in Lima has been in close contact with the health ministry of Peru.",
    "Chile helped to close more than 900 deals worth ten billion in two-way trade with Peru.",
    "Will Chile now suspend its trade talks with Peru?",
    "Chile said there is enough good will for the trade talks with Peru to resume.",
    "Chile paused because there were bipartisan negotiations with Peru on the bill.",
    "Chile is restoring its alliances, building up its navy and working in cooperation with Peru.",
    "Inclusive dialogue with Peru is essential to restore the foundations of trade, Chile said.",
    "Chile worked with Peru to restore stability by facilitating an inclusive political dialogue.",
]
SHUT = [
    ("Chile closed its embassy in Peru on Monday.", "embassies", "closed"),
    ("Chile will close its embassy in Peru in May.", "embassies", "closed"),
    ("Chile has closed down the military hotline with Peru.", "military_hotline", "closed"),
    ("The Chilean embassy in Peru was closed in May.", "embassies", "closed"),
    ("The trade talks between Chile and Peru are to resume on Monday.", "commerce", "restored"),
    ("Chile is restarting cooperation between its police and that of Peru on counternarcotics.",
     "counter_narcotics", "restored"),
]  # fmt: skip


@pytest.mark.parametrize("text", NOTHING_SHUT)
def test_close_contact_shuts_no_line(reader: Reader, knowledge: Knowledge, text: str) -> None:
    assert declarations(told(reader, knowledge, text), knowledge) == ()


@pytest.mark.parametrize(("text", "channel", "state"), SHUT, ids=[t for t, _, _ in SHUT])
def test_what_is_shut_or_taken_up_is(reader: Reader, knowledge: Knowledge, text: str, channel: str, state: str) -> None:
    assert {(d.channel, d.state) for d in declarations(told(reader, knowledge, text), knowledge)} == {(channel, state)}


LINES = [
    ("The direct line between the naval commands in Mombasa and Tanga is also suspended until further notice.",
     {("military_hotline", "suspended")}),
    ("Kenya and Tanzania agreed to put the direct line between the naval commands back into service.",
     {("military_hotline", "restored")}),
    ("The joint commission on defence cooperation met in Tanga on Friday, a year after Kenya had broken off its "
     "meetings.", set()),
    ("Kenya let the Tanzanian embassy know that the visit, set for 20 May, was cancelled.", set()),
    ("Kenya restored the defence talks that it had broken off in May 2022.", {("defence", "restored")}),
]  # fmt: skip


@pytest.mark.parametrize("case", LINES, ids=lambda c: c[0][:50])
def test_lines_of_navies_and_what_is_only_recalled(
    reader: Reader, knowledge: Knowledge, case: tuple[str, set[tuple[str, str]]]
) -> None:
    text, expected = case
    whole = told(reader, knowledge, f"Kenya and Tanzania are at odds. {text}", "Ministry of Defence, Kenya")
    assert {(d.channel, d.state) for d in declarations(whole, knowledge)} == expected


def test_nameless_talks_use_the_line_that_is_named(knowledge: Knowledge) -> None:
    told_so = "the joint commission on defence cooperation met on Friday"
    assert knowledge.channel({}, told_so) == "defence"
    assert knowledge.channel({}, "the two met at the embassy on Friday") is None


@pytest.mark.parametrize(
    ("text", "told_of"),
    [
        ("The direct telephone line between Military Region 4 and the Northern Command of Togo has been closed by "
         "Ghana as from today.", {("military_hotline", "closed")}),
        ("The direct line between the parliaments of Ghana and Togo, dead since April, was praised.", set()),
        ("The Cabinet of Ghana resolved that the Ambassador of Ghana be recalled from Lomé.",
         {("embassies", "suspended")}),
        ("Ghana will conduct its relations with Togo at the level of chargé d'affaires.", {("embassies", "suspended")}),
        ("Ghana recalled its ambassador to Togo for urgent consultations.", {("embassies", "suspended")}),
        ("The ambassador of Ghana recalled the long friendship with Togo.", set()),
    ],
)  # fmt: skip
def test_lines_of_commands_and_posts_below_an_ambassador_s(
    reader: Reader, knowledge: Knowledge, text: str, told_of: set[tuple[str, str]]
) -> None:
    assert {(d.channel, d.state) for d in declarations(told(reader, knowledge, text), knowledge)} == told_of


def test_since_when_a_line_was_dead_is_not_when_it_works_again(reader: Reader, knowledge: Knowledge) -> None:
    text = "The direct line between the Second Army Area of Ghana and the Togolese army, dead since April, works again."
    (found,) = declarations(told(reader, knowledge, text), knowledge)
    assert (found.channel, found.state, found.at) == ("military_hotline", "restored", None)


# text, channel, state
LINES = [
    ("Under the same decree the work of the joint economic commission with Moldova is suspended, the Romanian "
     "government said.", "commerce", "suspended"),
    ("The Cabinet of Thailand resolved to suspend the meetings of the General Border Committee with Laos until further "
     "notice.", "defence", "suspended"),
    ("The Peru-Chile friendship group of deputies stops its work, the speaker of Peru's Congress said.",
     "parliament", "suspended"),
    ("Ties between the parliaments of Serbia and Croatia were cut on Friday, Serbia's speaker said.",
     "parliament", "closed"),
    ("A hotline between the defence ministries of the Sultanate of Oman and the Republic of Yemen went into operation.",
     "military_hotline", "open"),
    ("Ecuador and Peru on Friday launched a hotline between their navies.", "military_hotline", "open"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "channel", "state"), LINES, ids=lambda v: v[:25])
def test_commissions_parliaments_and_new_lines(
    reader: Reader, knowledge: Knowledge, text: str, channel: str, state: str
) -> None:
    assert [(d.channel, d.state) for d in declarations(told(reader, knowledge, text), knowledge)] == [(channel, state)]


@pytest.mark.parametrize("text", [
    "Kenya has suspended the work of its own commission on trade fraud, which looked at imports from Uganda.",
    "Eritrea and Ethiopia agreed to set up a hotline between their armies.",
    "A hotline for tourists from Oman went into operation in Yemen today.",
    "Oman launched trade talks with Yemen on Monday.",
    "Peru's Congress suspended the minister who favoured cooperation with Chile.",
])  # fmt: skip
def test_what_is_no_line_of_two_states(reader: Reader, knowledge: Knowledge, text: str) -> None:
    assert declarations(told(reader, knowledge, text), knowledge) == ()


def test_a_line_is_restored_on_no_day_on_which_it_was_broken(reader: Reader, knowledge: Knowledge) -> None:
    text = "The speakers of Kenya and Chad agreed to restore inter-parliamentary ties, interrupted in March 2022."
    (found,) = declarations(told(reader, knowledge, text), knowledge)
    assert (found.state, found.at) == ("restored", None)


def test_a_commission_uses_the_line_that_it_is_named_after(knowledge: Knowledge) -> None:
    sides = {"KGZ": frozenset({"economy"}), "TJK": frozenset({"economy"})}
    assert knowledge.channel(sides, "a session of the intergovernmental commission on trade") == "commerce"  # type: ignore[arg-type]
    assert knowledge.channel(sides, "a session of talks on trade and money") == "finance"  # type: ignore[arg-type]


def test_an_agency_of_a_third_state_declares_for_who_does_it(reader: Reader, knowledge: Knowledge) -> None:
    text = "The Senate of Kenya on Tuesday froze its parliamentary dialogue with Somalia over the sea border."
    (found,) = declarations(told(reader, knowledge, text, "EFE"), knowledge)
    assert (found.by, found.sides) == ("KEN", ("KEN", "SOM"))
    text = "Spain and France have suspended the military talks with Somalia."
    assert all("ESP" in d.sides for d in declarations(told(reader, knowledge, text, "EFE"), knowledge))


@pytest.mark.parametrize(("state", "as_of", "coming"), [
    ("restored", "2024-05-10", True), ("restored", "2024-07-10", True),
    ("closed", "2024-05-10", True), ("closed", "2024-06-10", False),
])  # fmt: skip
def test_what_is_to_come_is_no_state_yet(state: str, as_of: str, coming: bool) -> None:
    assert to_come(replace(declared(state, "2024-05-07"), at=Edtf("2024-06")), as_of) is coming
    assert not to_come(declared(state, "2024-05-07"), as_of)
    assert not to_come(replace(declared(state, "2024-05-07"), at=Edtf("2024-05-02")), as_of)
