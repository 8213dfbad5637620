"""How press rooms speak: talk in which no engagement is told of, who is met at home, who is spoken to and of."""

from __future__ import annotations

import pytest

import detente

OPENINGS = {
    "us": "MR. REED:  President Biden spoke with President Yoon Suk Yeol of South Korea this morning about the North.",
    "un": "Deputy spokesman Farhan Haq briefed reporters in New York. Secretary-General António Guterres is following "
    "events in Sudan and Egypt.",
    "in": "MEA spokesperson Randhir Jaiswal held his weekly briefing in New Delhi. External Affairs Minister S. "
    "Jaishankar spoke on Canada.",
    "tr": "Turkish Foreign Ministry spokesman Öncü Keçeli met the press in Ankara. Foreign Minister Hakan Fidan has "
    "spoken about Greece.",
    "fr": "The Foreign Ministry spokeswoman in Paris took questions on Niger. French Foreign Minister Catherine "
    "Colonna is in touch with her Nigerien counterpart.",
}


def told(opening: str, sentence: str) -> list[set[str]]:
    """The sides of the engagements that the last sentence tells of."""
    first = OPENINGS[opening]
    reading = detente.read(f"{first}\n\n{sentence}", published="2023-09-22")
    return [{*e.countries} for e in reading.engagements if any(s.end > len(first) for s in e.evidence)]


@pytest.mark.parametrize(
    ("opening", "sentence"),
    [
        ("us", "They’re willing to continue to have those discussions."),
        ("us", "We’re having those conversations now."),
        ("us", "We’re going to continue to talk to the Israelis about it."),
        ("us", "I’ll let the Israelis speak for their own operations."),
        ("us", "I can’t say how they see it in their community."),
        ("us", "That speaks to the strength of our alliance."),
        ("us", "The President met with state officials and toured the damage."),
        ("us", "The Secretary will meet with CEOs and labor leaders this week."),
        ("us", "The President’s meeting with the chairman of the Federal Reserve yesterday went well."),
        ("un", "We will keep talking to the authorities in Khartoum."),
        ("un", "I cannot speak to the motives of the Egyptian authorities."),
        ("un", "The world must come together to stop this in Sudan."),
        ("fr", "The minister received business leaders and mayors at the ministry."),
        ("in", "I would not want to speak for the Canadian government."),
        ("in", "The minister met students and entrepreneurs on Wednesday."),
        ("tr", "Our minister met with the families of the victims."),
    ],
)
def test_talk_tells_of_none(opening: str, sentence: str) -> None:
    assert told(opening, sentence) == []


@pytest.mark.parametrize(
    ("opening", "sentence", "sides"),
    [
        (
            "us",
            "Secretary Blinken will meet with Foreign Minister Park Jin and with business leaders in Seoul.",
            "KOR USA",
        ),
        ("us", "President Volodymyr Zelenskyy of Ukraine met with senators in Washington on Tuesday.", "UKR USA"),
        ("us", "We had a good conversation with the Saudi foreign minister in Jeddah on Monday.", "SAU USA"),
        ("fr", "Colonna and the Nigerien minister had those discussions in Niamey on Monday.", "FRA NER"),
        ("in", "Jaishankar met Canadian lawmakers in Ottawa on Wednesday.", "CAN IND"),
        ("tr", "Fidan spoke with Gerapetritis of Greece on the phone.", "GRC TUR"),
        (
            "tr",
            "The Greek prime minister met with members of parliament and with President Erdoğan in Ankara.",
            "GRC TUR",
        ),
    ],
)
def test_a_partner_a_day_or_a_place_makes_one(opening: str, sentence: str, sides: str) -> None:
    assert set(sides.split()) in told(opening, sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Q    Ana, the President often talks about this battle.",
        "So, Farhan, the Secretary-General has said that he will go, right?",
        "Thank you, Jun, the minister will travel to Hanoi on Monday.",
    ],
)
def test_who_is_spoken_to_is_not_who_is_spoken_of(sentence: str) -> None:
    reading = detente.read(sentence, published="2023-09-22")
    assert not any(a.post for a in reading.actors if a.name in ("Ana", "Farhan", "Jun"))


@pytest.mark.parametrize(
    ("sentence", "name", "post"),
    [
        ("Fidan, the foreign minister, said on Monday that he would go to Athens.", "Hakan Fidan", "foreign minister"),
        ("Petro, the Colombian president, met Lula in Brasília on Monday.", "Gustavo Petro", "president"),
    ],
)
def test_an_aside_with_its_comma_is_one(sentence: str, name: str, post: str) -> None:
    reading = detente.read(sentence, published="2023-09-22")
    assert (name, post) in {(a.name, a.post) for a in reading.actors}


def test_in_a_transcript_he_is_not_whom_a_question_calls() -> None:
    text = (
        "MS. ROCHA:  Good morning.  President Luiz Inácio Lula da Silva is in Brasília today.\n\n"
        "Q    Thanks, Ana.  Will he meet President Gustavo Petro of Colombia on Friday?\n\n"
        "MS. ROCHA:  He will meet President Petro in Leticia on Friday.\n\nQ    And, Ana, the President flies when?"
    )
    reading = detente.read(text, published="2023-09-20")
    met = [e for e in reading.engagements if e.form == "meeting"]
    assert met
    assert not any(p.actor.name == "Ana" for e in met for p in e.participants)


@pytest.mark.parametrize(
    ("sentence", "sides", "day", "status"),
    [
        (
            "Kenyan President William Ruto, in Paris on Wednesday for a forum, urged lenders to act.",
            "KEN FRA",
            "2024-05-15",
            "held",
        ),
        (
            "Brazilian Foreign Minister Mauro Vieira, in Luanda since Thursday, announced a loan.",
            "BRA AGO",
            "2024-05-16",
            None,
        ),
        (
            "Japanese Prime Minister Fumio Kishida, in Lima next week, will open a school.",
            "JPN PER",
            "2024-05-20/2024-05-26",
            "announced",
        ),
    ],
)
def test_an_aside_tells_where_somebody_is(sentence: str, sides: str, day: str, status: str | None) -> None:
    visits = [e for e in detente.read(sentence, published="2024-05-17").engagements if e.form == "visit"]
    assert [{*e.countries} for e in visits] == [set(sides.split())]
    assert str(visits[0].when.edtf).startswith(day)
    assert status in (None, visits[0].status.status)


@pytest.mark.parametrize(
    "sentence",
    [
        "Norwegian Foreign Minister Espen Barth Eide, in Oslo on Monday, received the envoy.",
        "Norwegian Foreign Minister Espen Barth Eide, in a speech in Riga on Monday, criticised Moscow.",
        "Japanese Prime Minister Fumio Kishida, in China’s view on Monday, went too far.",
        "Brazilian Foreign Minister Mauro Vieira, in Ukraine’s third year of war, said on Monday it would wait.",
    ],
)
def test_an_aside_of_no_stay_abroad(sentence: str) -> None:
    assert not [e for e in detente.read(sentence, published="2024-05-17").engagements if e.form == "visit"]


BRIEFING = (
    "Press Briefing by Press Secretary Ana Rocha\n\nMS. ROCHA:  Good morning.  President Xi Jinping of China has "
    "spoken.\n\nQ    What of the mayor?\n\nMS. ROCHA:  {}\n\nQ    Thank you.\n\nMS. ROCHA:  Thank you.\n\nQ    Bye."
)


def test_who_briefs_the_press_takes_no_part() -> None:
    for words in (
        "As I mentioned, he’s spoken to Paulo Lima, the governor, on Friday.",
        "He met Xi in Lima on Friday.",
    ):
        reading = detente.read(BRIEFING.format(words), published="2024-05-17")
        assert not any("Rocha" in (p.actor.name or "") for e in reading.engagements for p in e.participants)


@pytest.mark.parametrize(
    ("title", "outlet", "sides"),
    [
        ("Telephone conversation with Federal Chancellor of Austria Karl Nehammer", "Kremlin", {"RUS", "AUT"}),
        ("Meeting with the Federal President of Austria", "Presidency of Kenya", {"KEN", "AUT"}),
    ],
)
def test_a_federal_chancellor_heads_a_government(title: str, outlet: str, sides: set[str]) -> None:
    reading = detente.read(title, published="2022-05-27", outlet=outlet)
    assert any(sides <= set(e.countries) for e in reading.engagements)


def test_who_is_named_far_below_is_not_the_president_of_the_first_answer() -> None:
    text = (
        "MS. REED:  Good morning, and welcome to the President’s first trip west as President of the United States.  "
        "As you all know, we’re traveling to Boise, Idaho, where the President will receive a briefing.\n\n"
        "Q    Will it rain?\n\nMS. REED:  I hope not.\n\n"
        "Q    What did President Xi of China say on their call last week?\n\n"
        "MS. REED:  The President was clear with him about trade."
    )
    reading = detente.read(text, published="2021-09-13", outlet="The White House")
    assert {s.on_behalf_of for s in reading.statements if "Boise" in s.content.text} == {"USA"}
    assert [e.form for e in reading.engagements if e.evidence[0].start < text.index("Q    What")] == []


def test_he_of_an_answer_is_nobody_of_turns_long_past() -> None:
    text = (
        "MS. REED:  Good afternoon.\n\nQ    Is this Putin’s bargaining chip?\n\nMS. REED:  I will let others speak.\n\n"
        "Q    Who will attend the game?\n\nMS. REED:  I do not have names.\n\nQ    Is the caucus meeting this week?\n\n"
        "MS. REED:  I have not reviewed the remarks with him yet.  He’s looking forward to traveling to Philadelphia "
        "tomorrow to speak with the caucus."
    )
    assert not detente.read(text, published="2022-03-10", outlet="The White House").engagements


@pytest.mark.parametrize(
    "text",
    [
        "Q    Mr. President, what’s your message to Vladimir Putin today?\n\nMS. REED:  He will talk about that later.",
        "French President Emmanuel Macron and German Chancellor Olaf Scholz came to inaugurate a new era of trust.",
    ],
)
def test_messages_asked_for_and_eras_are_no_engagements(text: str) -> None:
    forms = {e.form for e in detente.read(text, published="2022-09-30").engagements}
    assert not forms & {"correspondence", "ceremony"}


@pytest.mark.parametrize("is_going", ["is traveling to Lima", "is flying to Lima", "is heading to Lima"])
def test_who_is_going_on_days_to_come_has_not_set_out(is_going: str) -> None:
    text = (
        "From September 25 to September 29, Ghanaian Foreign Minister Shirley Botchwey will travel to Lima and Quito. "
        f"The minister {is_going} for talks on trade."
    )
    visits = [e for e in detente.read(text, published="2022-09-07").engagements if e.form == "visit"]
    assert {(e.status.status, e.when.edtf) for e in visits} == {("announced", "2022-09-25/2022-09-29")}


def test_who_is_going_elsewhere_is_under_way() -> None:
    text = (
        "Ghanaian Foreign Minister Shirley Botchwey is traveling to Lima for talks on trade. "
        "From September 25 to September 29 she will visit Oslo."
    )
    visits = {(*e.countries, e.status.status) for e in detente.read(text, published="2022-09-07").engagements}
    assert ("GHA", "PER", "under_way") in visits


@pytest.mark.parametrize(
    ("text", "status"),
    [
        (
            "French minister Ana Colin previewed the March 18 meeting that she will hold with Chinese officials.",
            "announced",
        ),
        ("Kenya and Uganda cancelled the talks that they will hold in May.", "cancelled"),
        ("The talks that Kenya and Uganda held in Nairobi on Monday were short.", "held"),
    ],
)
def test_what_a_clause_puts_ahead_has_not_been(text: str, status: str) -> None:
    assert [e.status.status for e in detente.read(text, published="2024-03-17").engagements] == [status]
