"""A short text in another language is unread and counted; a short English one, with its foreign names, is read."""

from __future__ import annotations

import pytest

from detente.codebook import load
from detente.inputs import document_of
from detente.model import Edtf
from detente.reading.page.languages import given_or_told
from detente.reading.reader import Reader

FOREIGN = [
    ("de", "Die Regierung in Wien hat den ungarischen Botschafter zu einem Gespräch geladen."),
    ("de", "Der Minister flog gestern nach Sofia."),
    ("de", "Verteidigungsminister Karl Huber traf am Freitag seinen Kollegen aus Peru."),
    ("fr", "Le président de la République recevra jeudi à Tunis le roi de Jordanie."),
    ("fr", "La ministre a quitté Dakar mardi."),
    ("it", "Il presidente del Consiglio ha ricevuto a Bari il suo omologo albanese."),
    ("es", "El canciller viajará mañana a Quito para reunirse con la ministra."),
    ("pt", "O chanceler viajou para Luanda e assinou um acordo com Angola."),
    ("nl", "De minister sprak vrijdag met haar Belgische collega over de haven."),
    ("da nb sv", "Statsministeren mødtes onsdag med sin islandske kollega på Færøerne."),
    ("da nb sv", "Utrikesministern träffade sin norska kollega på torsdagen."),
    ("ro", "Ministrul s-a întâlnit la Iași cu omologul său și au semnat un acord."),
    ("fi", "Ulkoministeri tapasi virolaisen kollegansa ja keskusteli hänen kanssaan."),
    ("id", "Menteri itu bertemu dengan mitranya dari Fiji di Jakarta."),
]
ENGLISH = [
    "Lavrov meets Fidan in Antalya",
    "Ambassador summoned",
    "Kenya and Ethiopia sign pact",
    "Brazil's Lula da Silva hosts Ana de la Cruz",
    "Von der Leyen calls Van der Bellen",
    "Jose de los Santos visits El Salvador, Costa Rica",
    "Chargé d'affaires ad interim recalled",
    "Die Linke leaders visit Warsaw",
    "Let's do one more question",
    "Statement: ruling in Smith v. State",
    "There's so much to say",
    "The minister met his counterpart at the Palacio de La Moneda.",
    "Talks resume at 9 am",
    "Paris recalls envoy, Le Monde reports",
]


@pytest.fixture(scope="module")
def words() -> dict[str, list[str]]:
    return load().lexicon("languages/function_words")


@pytest.mark.parametrize(("code", "text"), FOREIGN)
def test_one_sentence_of_another_language_tells_it(words: dict[str, list[str]], code: str, text: str) -> None:
    assert given_or_told(None, text, words) in code.split()


@pytest.mark.parametrize("text", ENGLISH)
def test_headlines_and_single_sentences_of_english_stay_english(words: dict[str, list[str]], text: str) -> None:
    assert given_or_told(None, text, words) == "en"


def test_a_short_text_of_another_language_is_not_read(reader: Reader) -> None:
    text = "Die Kanzlerin hat den Präsidenten von Ghana in Bonn getroffen."
    reading = reader.read(document_of(text, published=Edtf("2024-03-05")))
    assert not reading.engagements and [i.code for i in reading.issues] == ["DET-205"]
