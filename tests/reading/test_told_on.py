"""Words that go on without a verb of saying, come out of a paper or a spokesman's mouth, or are told around an aside;
and who is meant by a name that is not the last word of the full one."""

import pytest

from detente.model import Reading
from detente.reading.reader import Reader
from tests.conftest import read

CALL = "Foreign Minister Mariam Sow of Senegal spoke by phone with her Gambian counterpart, Lamin Ceesay, on Monday. "


def positions(reading: Reading, kind: str) -> list[tuple[str | None, str | None, str]]:
    return [(p.holder.country, p.toward, p.content.text) for p in reading.positions if p.kind == kind]


def voices(reading: Reading) -> list[tuple[str | None, str | None, str]]:
    return [(s.speaker.name if s.speaker else None, s.on_behalf_of, s.content.text) for s in reading.statements]


def relayed(reading: Reading) -> set[tuple[str, str]]:
    return {(r.role, r.name) for s in reading.statements for r in s.chain}


# -- demands told on --------------------------------------------------------------------------------


@pytest.mark.parametrize(("text", "wanted"), [
    ("Senegal should reopen the bridge, Ceesay told her. It must stop searching ferries. And it should free the crew.",
     ["Senegal should reopen the bridge", "It must stop searching ferries", "And it should free the crew"]),
    ("Ceesay urged Senegal to reopen the bridge. Dakar should also stop searching ferries.",
     ["to reopen the bridge", "Dakar should also stop searching ferries"]),
    ("Ceesay asked Senegal to reopen the bridge. And it was told, not for the first time, to free the crew.",
     ["to reopen the bridge", "to free the crew"]),
    ("First, Senegal has to reopen the bridge, demanded Ceesay. Secondly, Dakar must free the crew for good.",
     ["First, Senegal has to reopen the bridge", "Secondly, Dakar must free the crew for good"]),
    ("Senegal ought to reopen the bridge, the Gambian minister said. It also has to give notice of any new fee.",
     ["Senegal ought to reopen the bridge", "It also has to give notice of any new fee"]),
])  # fmt: skip
def test_a_list_of_demands_goes_on_in_the_reporters_voice(reader: Reader, text: str, wanted: list[str]) -> None:
    found = positions(read(reader, CALL + text), "demand")
    assert found == [("GMB", "SEN", content) for content in wanted]


@pytest.mark.parametrize("text", [
    "Senegal should reopen the bridge, Ceesay told her. It must have been a long evening.",
    "Senegal should reopen the bridge, Ceesay told her. It should be said that the ferry is old.",
    "Senegal should reopen the bridge, Ceesay told her. It should rain by Friday.",
    "Senegal should reopen the bridge, Ceesay told her. Ceesay must leave for Accra on Friday.",
    "Senegal should reopen the bridge, Ceesay told her.\n\nIt must free them, said Awa Faye, who lectures in Dakar.",
])  # fmt: skip
def test_what_must_be_or_is_said_by_another_is_no_further_demand(reader: Reader, text: str) -> None:
    assert positions(read(reader, CALL + text), "demand") == [("GMB", "SEN", "Senegal should reopen the bridge")]


def test_a_scholars_demands_go_on_for_no_state(reader: Reader) -> None:
    text = "Senegal should reopen the bridge, said Awa Faye, a lecturer in Banjul. It must stop searching ferries."
    assert positions(read(reader, CALL + text), "demand") == []


def test_what_another_is_asked_to_promise_is_not_promised(reader: Reader) -> None:
    reading = read(reader, "The Gambian minister appealed to his colleague that Senegal guarantee the transit of rice.")
    assert reading.commitments == () and positions(reading, "demand")[0][:2] == ("GMB", "SEN")


@pytest.mark.parametrize("often", ["for the first time", "for a second time"])
def test_how_often_something_is_asked_for_is_not_what_is_asked(reader: Reader, often: str) -> None:
    found = voices(read(reader, f"Gambia asked Senegal {often} to reopen the bridge."))
    assert [content for _, _, content in found] == ["to reopen the bridge"]


# -- asides ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("text", [
    "The Gambian minister, the text went on, urged the Senegalese to make good the promise that they gave in May.",
    "The Gambian side at the same time urged Senegal to make good the promise that it gave in May.",
    "In its note Gambia asked Senegal to reopen the bridge. The note went on to exhort Dakar to make good the promise "
    "that it gave in May.",
])  # fmt: skip
def test_an_aside_before_the_verb_hides_no_promise_called_in(reader: Reader, text: str) -> None:
    reading = read(reader, text)
    assert [(c.by, c.status, c.ascribed_by) for c in reading.commitments] == [(("SEN",), "urged", "GMB")]


def test_a_participle_after_a_phrase_stays_one(reader: Reader) -> None:
    assert read(reader, "The ferry at the bridge called Mariama left Banjul on Monday.").statements == ()


# -- spokesmen and papers ----------------------------------------------------------------------------


@pytest.mark.parametrize("who", ["A spokesman for the minister, Pape Badji,", "Her spokesman, Pape Badji,"])
def test_a_spokesman_has_the_name_beside_his_office(reader: Reader, who: str) -> None:
    reading = read(reader, CALL + f"{who} said that she had raised the delays at the bridge.")
    assert ("spokesperson", "Pape Badji") in relayed(reading)
    assert {s.on_behalf_of for s in reading.statements} == {"SEN"}


def test_the_minister_named_beside_his_spokesman_is_no_spokesman(reader: Reader) -> None:
    reading = read(reader, CALL + "A spokesman for the minister, Lamin Ceesay, said that the two had spoken of delays.")
    people = {p.actor.name: p.actor.post for e in reading.engagements for p in e.participants}
    assert people["Lamin Ceesay"] != "spokesman for the minister"
    assert not any(name == "Lamin Ceesay" for _, name in relayed(reading))


def test_a_spokesman_is_of_who_acts_in_what_he_tells(reader: Reader) -> None:
    text = ("Peru's Foreign Minister Ana Mora will meet her counterparts from Chile and Brazil, Eva Soto and Rui Lima, "
            "in Lima, Foreign Ministry spokesman Juan Rojas told reporters on Monday.")  # fmt: skip
    assert [side for _, side, _ in voices(read(reader, text))] == ["PER"]


@pytest.mark.parametrize("told", [
    "Her spokesman, Pape Badji, read out two pages, from which it emerged that she had asked for the crew to be freed.",
    "It emerged from her spokesman Pape Badji's note that she had asked for the crew to be freed.",
])  # fmt: skip
def test_what_emerges_from_somebodys_paper_is_his_word(reader: Reader, told: str) -> None:
    found = voices(read(reader, CALL + told))
    assert ("Pape Badji", "SEN", "she had asked for the crew to be freed") in found


@pytest.mark.parametrize("text", [
    "It emerged on Monday that the ferry had sunk.",
    "The minister emerged from the hall and left for Banjul.",
    "It follows from the tide that the ferry must wait.",
])  # fmt: skip
def test_what_emerges_from_nobodys_words_is_no_statement(reader: Reader, text: str) -> None:
    assert not [v for v in voices(read(reader, text)) if v[1] is not None]


@pytest.mark.parametrize("paper", [
    "The Gambian foreign ministry issued a statement. As ever, the document ended mildly.",
    "The communique of the Gambian foreign ministry closed on a softer note.",
])  # fmt: skip
def test_it_is_the_paper_told_of_right_before(reader: Reader, paper: str) -> None:
    text = f"{paper} Relations with Senegal, it said, are guided by respect and candour."
    statement = next(s for s in read(reader, text).statements if "guided" in s.content.text)
    assert statement.on_behalf_of == "GMB" and any(r.role == "statement" for r in statement.chain)


def test_a_ministry_after_the_site_that_carried_its_paper_is_who_speaks(reader: Reader) -> None:
    text = ("In a press release carried by the website Teranga, the Gambian Ministry of Foreign Affairs said that "
            "Lamin Ceesay had set forth the position of Gambia on the bridge.")  # fmt: skip
    statement = read(reader, text).statements[0]
    assert statement.on_behalf_of == "GMB" and any(r.role == "statement" for r in statement.chain)


def test_the_minister_himself_is_he_whose_spokesman_spoke(reader: Reader) -> None:
    text = CALL + (
        "Her spokesman, Pape Badji, recalled a row over Russia's Sergei Lavrov, whom Ceesay met in May.\n\n"
        "The minister herself was brief. “We had a proper talk,” she posted on X.")  # fmt: skip
    posted = [s for s in read(reader, text).statements if s.medium == "social_media"]
    assert [s.speaker.name for s in posted if s.speaker] == ["Mariam Sow"]


# -- names -------------------------------------------------------------------------------------------


def test_a_fathers_surname_is_its_bearers(reader: Reader) -> None:
    text = (
        "Peru's foreign ministry spokesman Julio Paredes Mata told reporters that Peru was calm. Paredes said so twice."
    )
    assert {s.speaker.name for s in read(reader, text).statements if s.speaker} == {"Julio Paredes Mata"}


def test_a_middle_word_of_one_name_is_not_anothers_surname(reader: Reader) -> None:
    text = ("Ambassador Julio Paredes Mata said that Peru was calm. Senator Inés Paredes said that it was not. Paredes "
            "has sat in the senate since May.")  # fmt: skip
    names = {s.speaker.name for s in read(reader, text).statements if s.speaker}
    assert names == {"Julio Paredes Mata", "Inés Paredes"}


def test_a_middle_given_name_is_nobody_elses(reader: Reader) -> None:
    text = "Ambassador Jorge Rodrigo Mata said that Peru was calm. Rodrigo, a baker in Lima, said that it was not."
    names = {s.speaker.name for s in read(reader, text).statements if s.speaker}
    assert names == {"Jorge Rodrigo Mata", None}


def test_a_surname_that_reads_like_an_article_speaks(reader: Reader) -> None:
    text = ("Major General Pavlo An commands the brigade.\n\n“In the trench nobody asked me what my name means,” An "
            "told Dzerkalo in Uzhhorod. An orchestra played.")  # fmt: skip
    first = read(reader, text).statements[0]
    assert first.speaker is not None and first.speaker.name == "Pavlo An" and first.kind == "direct"


@pytest.mark.parametrize(("text", "force"), [
    ("“We wait,” Colonel Luis Prieto of the Bolivarian National Armed Forces told El Nacional.",
     "Bolivarian National Armed Forces"),
    ("“We wait,” said General Nikos Drakos of the Greek air force.", "Greek air force"),
    ("Nikos Drakos was there. Now a lieutenant general on the retired list of the Greek army, he keeps bees. “We "
     "wait,” he told the daily Kathimerini.", "Greek army"),
])  # fmt: skip
def test_a_soldiers_force_is_told_with_him(reader: Reader, text: str, force: str) -> None:
    speaker = read(reader, text).statements[0].speaker
    assert speaker is not None and speaker.organisation == force and not read(reader, text).statements[0].on_behalf_of


def test_an_officer_told_of_by_another_is_not_him(reader: Reader) -> None:
    text = "Nikos Drakos keeps bees. A general in the Greek army, he said, had asked for calm."
    assert all(s.speaker is None or s.speaker.organisation is None for s in read(reader, text).statements)


# -- concerns and principles ---------------------------------------------------------------------------


@pytest.mark.parametrize("words", [
    "listed three matters of unease for Senegal", "laid out a number of worries that Senegal has raised before",
    "flagged several points of friction", "had not concealed her misgivings about the fees",
    "had mentioned some bones of contention",
])  # fmt: skip
def test_what_a_minister_lists_as_troubling_is_a_concern(reader: Reader, words: str) -> None:
    reading = read(reader, CALL + f"Her spokesman, Pape Badji, said that she {words}.")
    assert [p[0] for p in positions(reading, "concern")] == ["SEN"]


def test_a_worry_and_an_open_door_are_two(reader: Reader) -> None:
    reading = read(reader, CALL + "The minister had not hidden Senegal's serious worries about the fees, her spokesman "
                                  "said, although she had repeated that the door was open for joint work.")  # fmt: skip
    assert len(positions(reading, "concern")) == 1 and len(positions(reading, "offer")) == 1


@pytest.mark.parametrize("words", [
    "Between neighbours the rule is candour first and speeches later",
    "Our watchword has always been patience",
    "The rule that we apply to all our neighbours is an old one",
])  # fmt: skip
def test_a_rule_that_a_side_lives_by_is_a_principle(reader: Reader, words: str) -> None:
    reading = read(reader, f"“{words},” the Gambian statement said.")
    assert positions(reading, "principle") == [("GMB", None, words)]


@pytest.mark.parametrize("words", ["The rule was changed in May", "The rule on fees is unclear"])
def test_a_rule_of_the_books_is_none(reader: Reader, words: str) -> None:
    assert positions(read(reader, f"“{words},” the Gambian statement said."), "principle") == []


@pytest.mark.parametrize("rule", ["the rule it applies to all its neighbours", "one motto", "its own creed"])
def test_what_a_side_calls_its_rule_is_part_of_its_words(reader: Reader, rule: str) -> None:
    text = (
        f"The communique ended mildly. Gambia, it said, would go on dealing with Senegal by {rule}: “candour and calm”."
    )
    reading = read(reader, text)
    assert any("candour and calm" in content and "Gambia" in content for _, _, content in voices(reading))


def test_a_reporters_rule_is_nobodys_words(reader: Reader) -> None:
    text = "The Gambian minister said the ferry was late. The harbour has one rule: “no smoking”."
    assert all("rule" not in content for _, _, content in voices(read(reader, text)))


def test_a_letter_that_is_only_named_is_not_what_is_told_of(reader: Reader) -> None:
    text = ("Foreign Minister Mariam Sow of Senegal has sent a letter to her Gambian counterpart, Lamin Ceesay. On "
            "Monday she spoke to him by phone.\n\nHer spokesman, Pape Badji, filled in the gaps. The minister, he "
            "said, asked that the letter be read without anger.")  # fmt: skip
    reading = read(reader, text)
    call = next(e.id for e in reading.engagements if e.form == "call")
    assert [s.engagement for s in reading.statements][:1] == [call]


# -- demands and promises in further words --------------------------------------------------------------


@pytest.mark.parametrize("text", [
    "According to the Gambian ministry, Ceesay urged Senegal to reopen the bridge.",
    "According to the ministry in Banjul, Ceesay demanded the reopening of the bridge and an apology.",
    "Ceesay pleaded with his Senegalese colleague for the release of the crew.",
    "Ceesay pressed Senegal for the release of the crew.",
    "The fee on lorries has to go, Ceesay told his Senegalese colleague.",
    "Gambia's list is short: Senegal should reopen the bridge and free the crew.",
])  # fmt: skip
def test_a_demand_in_other_words(reader: Reader, text: str) -> None:
    found = positions(read(reader, CALL + text), "demand")
    assert found and {holder for holder, _, _ in found} == {"GMB"}


@pytest.mark.parametrize("text", [
    "According to the Gambian ministry, the police urged drivers to stay at home.",
    "Ceesay pressed Senegal for details.",
    "Ceesay said that he had to go to Accra on Friday.",
    "Ceesay's list is short: two pens and a map.",
])  # fmt: skip
def test_no_demand_on_another(reader: Reader, text: str) -> None:
    assert positions(read(reader, CALL + text), "demand") == []


@pytest.mark.parametrize("text", [
    "Ceesay reminded Sow that Senegal had undertaken in Kaolack to reopen the bridge.",
    "Ceesay said it was time Dakar delivered on the pledge made in Kaolack in 2021.",
    "Ceesay pressed her to implement the accord signed in Kaolack in 2021.",
])  # fmt: skip
def test_a_promise_is_called_in_in_other_words(reader: Reader, text: str) -> None:
    found = [(c.by, c.ascribed_by) for c in read(reader, CALL + text).commitments if c.status == "urged"]
    assert found == [(("SEN",), "GMB")]


def test_a_promise_that_was_kept_in_time_is_not_called_in(reader: Reader) -> None:
    text = CALL + "Ceesay said that Dakar had delivered in time on the pledge made in Kaolack in 2021."
    assert [c.status for c in read(reader, text).commitments] in ([], ["claimed_kept"])


@pytest.mark.parametrize(("text", "outlet"), [
    ("“The door is shut,” said Ana Brito, a historian whom the weekly A Nação interviewed on Friday.", "A Nação"),
    ("“The door is shut,” says Ana Brito, a historian, whom the newspaper La Jornada asked.", "La Jornada"),
])  # fmt: skip
def test_the_paper_that_asked_is_the_outlet(reader: Reader, text: str, outlet: str) -> None:
    assert ("outlet", outlet) in relayed(read(reader, text))


def test_a_government_that_asked_is_no_outlet(reader: Reader) -> None:
    text = "“The door is shut,” said Ana Brito, a historian whom the government asked."
    assert not [role for role, _ in relayed(read(reader, text)) if role == "outlet"]
