"""Whose office is meant: a bare word after a longer title, a post told with the date on which another held it, who is
named to a post by a minister, and a name told shorter than before."""

import pytest

from detente.reading.reader import Reader
from tests.conftest import read

DAY = "2024-03-12"


def speaker(reader: Reader, text: str) -> str | None:
    said = read(reader, text, DAY).statements[-1].speaker
    return said.name if said is not None else None


@pytest.mark.parametrize(("text", "who"), [
    ("U.S. Commerce Secretary Gina Raimondo held talks with Laos's trade minister Khamla Souvong in Laos on Monday. "
     "The Secretary told reporters that Washington expected more.", "Gina Raimondo"),
    ("The U.S. Treasury Secretary Janet Yellen met Vice Premier He Lifeng in Guangzhou on Friday. The Secretary said "
     "that China made too much.", "Janet Yellen"),
    ("British Defence Secretary Grant Shapps met his Polish counterpart in Warsaw on Monday. The Secretary said that "
     "Britain would help.", "Grant Shapps"),
    ("Philippine Agriculture Secretary Francisco Laurel met his Thai counterpart in Hanoi on Monday. The Secretary "
     "said rice would be bought.", "Francisco Laurel"),
    ("Foreign Secretary Vinay Kwatra met his Nepali counterpart in Kathmandu on Monday. The Secretary said India would "
     "buy power.", "Vinay Kwatra"),
    ("NATO Secretary General Jens Stoltenberg met U.S. Defense Secretary Lloyd Austin in Brussels on Monday. The "
     "Secretary said that allies would give more.", "Lloyd Austin"),
    ("Chinese Foreign Minister Wang Yi met Treasury Secretary Janet Yellen in Beijing on Monday. The Secretary said "
     "the talks were useful.", "Janet Yellen"),
    ("Ghana's Deputy Foreign Minister Kojo Ampem met Togo's president in Lome on Monday. The Deputy Minister said that "
     "patrols would begin.", "Kojo Ampem"),
])  # fmt: skip
def test_a_bare_word_is_of_the_longer_title_that_ends_in_it(reader: Reader, text: str, who: str) -> None:
    assert speaker(reader, text) == who


@pytest.mark.parametrize(("text", "who"), [
    ("U.S. Commerce Secretary Gina Raimondo arrived in Manila on Monday. The Secretary of State said she would discuss "
     "chips.", "Antony Blinken"),
    ("Deputy Secretary of State Kurt Campbell met his Korean counterpart in Seoul on Monday. The Secretary said the "
     "alliance was strong.", "Antony Blinken"),
    ("U.S. Commerce Secretary Gina Raimondo arrived in London on Monday. The British foreign secretary said he "
     "would see her.", "David Cameron"),
    ("Top US diplomat Antony Blinken arrived in Ankara on Monday. The Secretary said that Turkey was an ally.",
     "Antony Blinken"),
    ("Kenyan Vice President Rigathi Gachagua arrived in Kampala on Monday. The President of Uganda said trade would "
     "grow.", "Yoweri Museveni"),
])  # fmt: skip
def test_a_title_told_in_full_stays_its_holders(reader: Reader, text: str, who: str) -> None:
    assert speaker(reader, text) == who


def people(reader: Reader, text: str) -> list[set[str | None]]:
    return [{p.actor.name for p in e.participants} for e in read(reader, text, DAY).engagements]


@pytest.mark.parametrize(("text", "told"), [
    ("The French president visited Berlin in March 2010, the embassy said.", {"Nicolas Sarkozy"}),
    ("In 2012, the British foreign secretary met the Chinese foreign minister in Beijing.",
     {"William Hague", "Yang Jiechi"}),
    ("The German chancellor met the Russian president in Sochi on 18 May 2018.", {"Angela Merkel", "Vladimir Putin"}),
    ("A meeting in 2009 between the British prime minister and the French president was cut short.",
     {"Gordon Brown", "Nicolas Sarkozy"}),
    ("The Japanese prime minister visited Hawaii in December 2016 and met the US president there.",
     {"Shinzo Abe", "Barack Obama"}),
    ("The Brazilian president met the Chinese president in Beijing last year.",
     {"Luiz Inácio Lula da Silva", "Xi Jinping"}),
    ("The Indian foreign minister met the Chinese foreign minister in Beijing in 2015.", {"Sushma Swaraj", "Wang Yi"}),
    ("The Indian foreign minister met the Indian foreign secretary and the Chinese foreign minister on Monday.",
     {"S. Jaishankar", "Vinay Kwatra", "Wang Yi"}),
])  # fmt: skip
def test_a_post_is_of_who_held_it_on_the_day_told(reader: Reader, text: str, told: set[str]) -> None:
    assert set().union(*people(reader, text)) - {None} == told


def test_where_two_held_it_in_the_time_told_it_is_nobodys(reader: Reader) -> None:
    assert people(reader, "The French president met the Egyptian president in Paris in 2012.") == [{None}]


def test_another_is_named_with_the_post_today(reader: Reader) -> None:
    text = "French President Emmanuel Macron is in Berlin. The French president last visited Cuba in May 2015."
    assert people(reader, text)[-1] == {"François Hollande"}


def test_a_sentence_that_goes_on_is_of_that_time(reader: Reader) -> None:
    text = "Australia's prime minister visited Beijing in April 2016. The Chinese premier received him at a banquet."
    assert {"Malcolm Turnbull", "Li Keqiang"} <= set().union(*people(reader, text))


@pytest.mark.parametrize(("text", "told"), [
    ("The French president hailed the 2010 treaty during talks with the German chancellor in Berlin on Monday.",
     {"Emmanuel Macron", "Olaf Scholz"}),
    ("The French president, elected in 2017, met the Polish prime minister in Warsaw on Monday.",
     {"Emmanuel Macron", "Donald Tusk"}),
    ("The German chancellor met the Turkish president on Monday for the first time since 2016.",
     {"Olaf Scholz", "Recep Tayyip Erdogan"}),
    ("Ties broke down in 2012. The Chinese foreign minister met the Japanese foreign minister in Beijing on Monday.",
     {"Wang Yi", "Yoko Kamikawa"}),
])  # fmt: skip
def test_a_date_of_something_else_leaves_todays_holder(reader: Reader, text: str, told: set[str]) -> None:
    assert people(reader, text) == [told]


def changes(reader: Reader, text: str) -> set[tuple[str, str, str | None]]:
    return {(t.person, t.post, t.when.edtf) for t in read(reader, text, DAY).tenures if t.change == "appointed"}


@pytest.mark.parametrize(("text", "told"), [
    ("Denmark's prime minister named Lars Vestergaard ambassador to Canada.",
     ("Lars Vestergaard", "ambassador to Canada", None)),
    ("Canada's prime minister named Marie Tremblay ambassador to Senegal on Friday.",
     ("Marie Tremblay", "ambassador to Senegal", "2024-03-08")),
    ("Finland's president appointed Mikko Lahtinen the country's ambassador to India.",
     ("Mikko Lahtinen", "ambassador to India", None)),
    ("Fiji appointed Sera Vakatora high commissioner to India in January.",
     ("Sera Vakatora", "high commissioner to India", "2024-01")),
    ("South Korea's president picked Han Ji-won ambassador to France on Thursday.",
     ("Han Ji-won", "ambassador to France", "2024-03-07")),
    ("Marie Tremblay joined the service in 1998. Prime Minister Justin Trudeau named her ambassador to Togo on Friday.",
     ("Marie Tremblay", "ambassador to Togo", "2024-03-08")),
    ("Guinea's foreign minister Amina Diallo was sworn in on 17 November.",
     ("Amina Diallo", "foreign minister", "2023-11-17")),
    ("Foreign Minister Radek Novak, who was sworn in on 17 November, met his Slovak counterpart in Prague on Monday.",
     ("Radek Novak", "Foreign Minister", "2023-11-17")),
    ("Argentina's Foreign Minister Diana Mondino took office on 10 December.",
     ("Diana Mondino", "Foreign Minister", "2023-12-10")),
    ("Qin Gang was removed as foreign minister of China in July and replaced by Wang Yi.",
     ("Wang Yi", "foreign minister", "2023-07")),
    ("Togo's foreign minister Kodjo Adzo was dismissed on Monday and succeeded by Afi Lawson.",
     ("Afi Lawson", "foreign minister", "2024-03-11")),
])  # fmt: skip
def test_who_is_given_which_post(reader: Reader, text: str, told: tuple[str, str, str | None]) -> None:
    assert changes(reader, text) == {told}


@pytest.mark.parametrize("text", [
    "Denmark's prime minister named Canada a close partner.",
    "The foreign minister of Togo, Afi Lawson, took note of the office in Lome on Monday.",
    "Fiji's foreign minister Sera Vakatora took part in the opening of an office in Suva on Monday.",
])  # fmt: skip
def test_nobody_is_given_a_post(reader: Reader, text: str) -> None:
    assert changes(reader, text) == set()


def test_a_new_holder_is_no_part_of_the_post(reader: Reader) -> None:
    text = "Canada's new ambassador to Senegal, Marie Tremblay, arrived in Dakar on Friday."
    assert [t.post for t in read(reader, text, DAY).tenures] == ["ambassador to Senegal"]


@pytest.mark.parametrize(("text", "who"), [
    ("Malaysia's trade minister Tengku Zafrul Aziz spoke on Monday. “We had a frank discussion,” Tengku Zafrul said.",
     "Tengku Zafrul Aziz"),
    ("Foreign Minister Zambry Abdul Kadir met his Thai counterpart in Bangkok on Monday. Zambry Abdul said a post "
     "would open.", "Zambry Abdul Kadir"),
    ("Somali Interior Minister Ahmed Moalim Fiqi Hassan spoke in Mogadishu on Monday. Moalim Fiqi said the talks were "
     "useful.", "Ahmed Moalim Fiqi Hassan"),
    ("Saudi Commerce Minister Majid bin Abdullah Al-Qasabi spoke in Riyadh on Monday. Abdullah Hamed said trade would "
     "grow.", "Abdullah Hamed"),
    ("Malaysia's trade minister Tengku Zafrul Aziz met Senator Tengku Razaleigh in Kuala Lumpur on Monday. Tengku "
     "Razaleigh said he was against it.", "Tengku Razaleigh"),
    ("Egypt's trade minister Ahmed Samir Saleh met Sudanese envoy Ahmed Samir Hassan in Cairo on Monday. Ahmed Samir "
     "said the talks had ended.", "Ahmed Samir"),
])  # fmt: skip
def test_the_first_words_of_a_longer_name_are_its_bearers(reader: Reader, text: str, who: str) -> None:
    assert speaker(reader, text) == who
