"""What plain reports of many papers say, each with what looks alike and must not be read so."""

from __future__ import annotations

import pytest

from detente.model import Engagement, Reading, Statement
from detente.reading.reader import Reader
from tests.conftest import read

DAY = "2024-05-15"  # a Wednesday


def said(record: Reading, words: str) -> Statement:
    return next(s for s in record.statements if words in s.content.text)


def forms(record: Reading, *form: str) -> list[Engagement]:
    return [e for e in record.engagements if e.form in form]


# -- whose words ------------------------------------------------------------------------------------


def test_what_a_paper_goes_on_to_say_stays_with_its_side(reader: Reader) -> None:
    text = (
        "Ghana's foreign ministry issued a statement on Monday. It said that Shirley Ayorkor Botchwey, the foreign"
        " minister, had made her country's case.\n\nTogo holds that the line was settled in 1914.\n\n"
        "Ms Botchwey, it went on, trusted that Togo would keep to what it had signed in Aburi in March."
    )
    found = said(read(reader, text, DAY), "trusted that")
    assert found.on_behalf_of == "GHA"


@pytest.mark.parametrize(
    ("text", "nobody"),
    [
        ("Chad's Abderaman Koulamallah urged Sudan to stop commenting on the pending trial.", "SDN"),
        ("Chad's Abderaman Koulamallah insisted that Sudan disclose the names of the officers.", "SDN"),
        ("Chad's Abderaman Koulamallah demanded that Sudan reopen the road and that it guarantee the way.", "SDN"),
        ("Chad said it was wrong to see the trial as a matter of Sudan's alone.", "SDN"),
        ("Chad should speak more openly about its wells in Sudan, a scholar in Cairo said.", "TCD"),
    ],
)
def test_who_is_only_asked_or_told_of_says_nothing(reader: Reader, text: str, nobody: str) -> None:
    record = read(reader, text, DAY)
    own = [s for s in record.statements if s.speaker and s.speaker.kind == "state" and s.speaker.country == nobody]
    assert own == []
    assert [c for c in record.commitments if nobody in c.by and c.ascribed_by == nobody] == []


def test_two_in_conversation_and_a_paper_that_asks_say_nothing(reader: Reader) -> None:
    text = (
        "Peru's trade minister, Elizabeth Galdo, met Chile's Nicolas Grau in Lima. They talked about grapes and ports."
        " El Peruano also spoke with General Luis Rojas about the harvest. Mr Grau spoke about the price of copper."
    )
    told = [s.content.text for s in read(reader, text, DAY).statements]
    assert not any("grapes" in t or "harvest" in t for t in told)
    assert any("copper" in t for t in told)


def test_who_is_quoted_by_a_ministry_is_quoted_once(reader: Reader) -> None:
    text = '"Our border is a bridge and no wall," the ministry cited Malian Foreign Minister Abdoulaye Diop as saying.'
    assert [s.content.text for s in read(reader, text, DAY).statements] == ["Our border is a bridge and no wall"]


@pytest.mark.parametrize(
    ("cue", "medium"),
    [
        ("Diop first told of the talk on his Facebook page.", "social_media"),
        ("Diop wrote about the talk the same evening in a post on X.", "social_media"),
        ("Diop wrote of a law on networks.", "letter"),
    ],
)
def test_where_words_were_put(reader: Reader, cue: str, medium: str) -> None:
    text = f'Malian Foreign Minister Abdoulaye Diop spoke. {cue} "We will talk again. It was time," Diop wrote.'
    assert said(read(reader, text, DAY), "It was time").medium == medium


def test_when_words_were_said_on_an_occasion(reader: Reader) -> None:
    text = (
        "Mali's president, Assimi Goita, who opened a market in Kayes on Sunday, said the fees would fall."
        " Niger's president, Abdourahamane Tiani, who took power in 2023, said the road would stay shut."
    )
    record = read(reader, text, DAY)
    assert said(record, "fees").when.edtf == "2024-05-12"
    assert said(record, "road would").when.edtf is None


def test_what_one_sought_to_do_he_did(reader: Reader) -> None:
    text = 'President Bola Tinubu sought to calm nerves on Friday. "No shop will close," Tinubu said in Lagos.'
    record = read(reader, text, DAY)
    assert said(record, "No shop").when.edtf == "2024-05-10"
    assert [p for p in record.positions if "calm" in p.content.text] == []


# -- who is who -------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["Georgia Papadaki", "Chad Mwale", "Trinidad Rojas", "Jordan Tamayo"])
def test_people_who_bear_the_name_of_a_state(reader: Reader, name: str) -> None:
    record = read(reader, f"Foreign Ministry spokeswoman {name} read a short statement to the press.", DAY)
    assert name in [a.name for a in record.actors]


def test_a_state_after_a_title_in_the_plural_is_a_state(reader: Reader) -> None:
    record = read(reader, "The foreign ministers Georgia sent to Baku in March were received there.", DAY)
    assert "Georgia" in [a.name for a in record.actors if a.kind == "state"]


def test_a_judgement_is_no_name(reader: Reader) -> None:
    text = '"Frank and useful. We spoke for an hour," Fiji\'s foreign minister wrote. Frank Bainimarama was not there.'
    assert [a.name for a in read(reader, text, DAY).actors if a.kind == "person" and a.name == "Frank"] == []


def test_an_adviser_to_a_president_is_another(reader: Reader) -> None:
    record = read(reader, 'An adviser to President Gabriel Boric described the ties as "a slow thaw".', DAY)
    assert next(a.post for a in record.actors if a.name == "Gabriel Boric") == "President"


def test_a_further_post_is_not_the_one_he_acts_in(reader: Reader) -> None:
    text = (
        "Albania's Foreign Minister Igli Hasani rang his Serbian counterpart, Ivica Dacic. Mr Dacic, who is also"
        " deputy prime minister, spoke of trade."
    )
    (call,) = forms(read(reader, text, "2023-11-15"), "call")
    posts = {p.actor.name: p.actor.post for p in call.participants}
    assert "deputy" not in (posts["Ivica Dacic"] or "").lower()


def test_a_town_is_no_minister_of_a_state_far_away(reader: Reader) -> None:
    text = "Senegal asked Mauritania to keep the promise that it made at the Rosso meeting of 2021."
    assert {a.country for a in read(reader, text, "2023-03-09").actors if a.country} <= {"SEN", "MRT"}


def test_what_a_people_abroad_adds_to_a_title(reader: Reader) -> None:
    text = "Minister of Foreign Affairs, Migration and Tunisians Abroad Nabil Ammar spoke to Najla Mangoush of Libya."
    record = read(reader, text, "2023-05-31")
    ammar = next(a for a in record.actors if a.name == "Nabil Ammar")
    assert (ammar.post, ammar.country) == ("Minister of Foreign Affairs, Migration and Tunisians Abroad", "TUN")


def test_who_holds_the_same_post_elsewhere(reader: Reader) -> None:
    text = (
        "Ghana's Trade Minister K.T. Hammond sat down with Souleymane Diarrassouba, who has the same job in Ivory"
        " Coast, on Monday in Accra. He also met Ama Mensah, who has the same job in Kumasi."
    )
    record = read(reader, text, DAY)
    (met,) = forms(record, "meeting")
    assert set(met.countries) == {"GHA", "CIV"}


# -- what took place --------------------------------------------------------------------------------


def test_what_ministers_do_beside_their_states(reader: Reader) -> None:
    text = (
        "Kenya and Somalia sought to calm tempers over the border, with their presidents speaking by phone on Tuesday."
    )
    (call,) = forms(read(reader, text, DAY), "call")
    assert (call.status.status, call.when.edtf, set(call.countries)) == ("held", "2024-05-14", {"KEN", "SOM"})


@pytest.mark.parametrize(
    "text",
    [
        "Hungary's prime minister, Viktor Orban, rang Serbia's Aleksandar Vucic. \"We build no walls,\" Orban said at a"
        " meeting with local mayors in Szeged on Saturday.",
        "Estonia's foreign minister met those of Latvia and Sweden. EU leaders will decide at their summit in May.",
        "Kazakhstan's Murat Nurtleu met Mongolia's Battsetseg Batmunkh.\n\nTurkey struck Syria in May, and the United"
        " States pulled back.\n\nA general in Beijing said that the parties should go back to negotiations.",
        "Kazakhstan has named an envoy for Syria. He will work with the United Nations on the next round of talks.",
        'Chile wants "a normal conversation between two countries that share a border" with Bolivia.',
        "Oman asked Yemen to stop casting doubt on its officers in Mahra.",
        "Jamaica's Kamina Johnson Smith spoke to Canada's Melanie Joly. Men in the parish are waiting on the call.",
    ],
)
def test_what_is_of_others_gets_no_sides(reader: Reader, text: str) -> None:
    found = read(reader, text, DAY).engagements
    told = [e for e in found if {"HUN", "SRB"} <= set(e.countries) and e.form == "meeting"]
    told += [e for e in found if e.form == "summit_session" and set(e.countries) & {"EST", "LVA", "SWE"}]
    told += [e for e in found if e.status.status == "mooted" or "UNO" in e.countries]
    told += [e for e in found if set(e.countries) in ({"CHL", "BOL"}, {"OMN", "YEM"})]
    told += [e for e in found if e.form == "call" and e.status.status != "held"]
    assert told == []


def test_where_counterparts_are_met_beside_a_gathering(reader: Reader) -> None:
    text = (
        "In the Algerian capital Senegal's Yassine Fall will take part in a conference. She is to meet her"
        " counterparts from Mali and Niger on the sidelines."
    )
    (met,) = forms(read(reader, text, DAY), "meeting")
    assert [p.name for p in met.places] == ["Algiers"]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Ruto will visit Somalia if the truce holds.", "mooted"),
        ("If all goes to plan, Ruto will visit Somalia.", "announced"),
        ("Ruto will visit Somalia even if it rains.", "announced"),
    ],
)
def test_what_hangs_on_a_condition(reader: Reader, text: str, status: str) -> None:
    (visit,) = forms(read(reader, f"Kenya's President William Ruto spoke in Nairobi. {text}", DAY), "visit")
    assert visit.status.status == status


def test_they_of_a_private_man_are_no_ministers(reader: Reader) -> None:
    text = (
        "Finland's Elina Valtonen will meet Norway's Espen Barth Eide.\n\nThe hotels are full."
        ' "They\'ll go to Sweden next," says Aslak Guttorm, who rents boats.'
    )
    assert [e for e in read(reader, text, DAY).engagements if "SWE" in e.countries] == []


def test_a_call_by_which_a_trip_was_prepared_has_been(reader: Reader) -> None:
    text = "Finland's Elina Valtonen prepared the trip in a phone call with Norway's Espen Barth Eide on Monday."
    (call,) = forms(read(reader, text, DAY), "call")
    assert (call.status.status, call.when.edtf) == ("held", "2024-05-13")


def test_the_day_of_a_call_is_not_that_of_the_trip_it_was_about(reader: Reader) -> None:
    text = (
        "Chile's Alberto van Klaveren rang Bolivia's Celinda Sosa yesterday to go over the agenda of his trip to La"
        " Paz, where he is expected on Monday 20 May."
    )
    (visit,) = forms(read(reader, text, DAY), "visit")
    assert visit.when.edtf == "2024-05-20"


# -- promises and demands ---------------------------------------------------------------------------


def test_another_state_s_own_decisions_bind_nobody(reader: Reader) -> None:
    record = read(
        reader, "Georgia's Maka Bochorishvili urged Estonia to respect the decisions of Georgian courts.", DAY
    )
    assert record.commitments == ()


def test_a_promise_told_of_before_and_called_in(reader: Reader) -> None:
    text = (
        "Uruguay's note spoke of a promise to consult its partners, made at the Mercosur summit in Montevideo. The"
        " foreign minister, Mario Lubetkin, called on Panama to honour it."
    )
    (found,) = [c for c in read(reader, text, "2025-05-21").commitments if c.status == "urged"]
    assert (found.by, found.ascribed_by) == (("PAN",), "URY")
    assert found.refers_to is not None and "Montevideo" in found.refers_to.text


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("China's foreign ministry said that China hopes Japan will stop the release of the water.", True),
        ("China's foreign ministry said that China hopes Japan will recover from the quake.", False),
    ],
)
def test_what_is_hoped_of_another(reader: Reader, text: str, wanted: bool) -> None:
    demands = [p for p in read(reader, text, DAY).positions if p.kind == "demand" and p.toward == "JPN"]
    assert bool(demands) is wanted


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Chinese think tanks called for a review of the support to Russia.", "Chinese think tanks"),
        ("Of late, Kenyan officials and think tanks have called for a review of the port's fees.", None),
    ],
)
def test_think_tanks_are_no_tanks(reader: Reader, text: str, name: str | None) -> None:
    spoken = [s.speaker.span.text for s in read(reader, text, DAY).statements if s.speaker and s.speaker.span]
    assert spoken and "tanks" not in spoken
    assert name is None or name in spoken


def test_with_at_the_head_of_a_text(reader: Reader) -> None:
    text = "With their presidents speaking by phone on Tuesday, Kenya and Somalia sought to calm tempers."
    assert read(reader, text, DAY).text == text


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("President Boric's trip to Japan, announced in April, was postponed.", None),
        ("President Boric's visit to Japan, announced for June, was postponed.", "2024-06"),
    ],
)
def test_a_trip_announced_in_a_month_is_not_of_it(reader: Reader, text: str, when: str | None) -> None:
    (found,) = read(reader, text, DAY).engagements
    assert (found.status.status, found.when.edtf) == ("postponed", when)


@pytest.mark.parametrize(
    ("text", "half"),
    [
        ("Both sides are looking for a new date in the second half of the year, the ministry said.", "2024-07/2024-12"),
        ("Exports to Japan fell in the second half of the year, the ministry said.", "2023-07/2023-12"),
    ],
)
def test_a_half_that_has_not_begun(reader: Reader, text: str, half: str) -> None:
    assert half in [t.edtf for t in read(reader, text, DAY).times]


def test_reasons_cited_say_nothing(reader: Reader) -> None:
    text = "Peru postponed the visit on Sunday, the foreign ministry said, citing security reasons."
    told = read(reader, text, DAY).statements
    assert told and not [s for s in told if s.speaker and s.speaker.span and s.speaker.span.text == "security"]


@pytest.mark.parametrize(
    "text",
    [
        "Chile's foreign ministry denied a newspaper report that it had asked for the postponement of the visit.",
        "Chile's foreign ministry denied that it had asked for the postponement.",
        "Chile's foreign ministry denied having asked for the postponement.",
    ],
)
def test_what_is_denied_to_have_been_asked_is_not_asked(reader: Reader, text: str) -> None:
    (told,) = read(reader, text, DAY).statements
    assert told.content is not None and "asked for the postponement" in told.content.text
