"""A text in a language that is not read is told to be unread, and nothing else is told of it."""

from __future__ import annotations

import pytest
from rich.console import Console

from detente.outputs.terminal import render
from detente.reading.reader import Reader
from tests.conftest import read

UNREAD = [
    ("fr", "Le ministre des Affaires étrangères du Sénégal a reçu mardi à Dakar son homologue du Mali. Les deux "
           "ministres ont parlé de la sécurité dans la région et de la reprise des échanges."),
    ("es", "La canciller de Chile se reunió el martes en Lima con su homólogo del Perú. Los dos ministros hablaron de "
           "la frontera y de la visita del presidente que se espera para el mes de junio."),
    ("ru", "Министр иностранных дел Казахстана встретился во вторник в Астане с послом Узбекистана."),
]  # fmt: skip
READ = [
    "The foreign minister of Senegal received his counterpart from Mali in Dakar on Tuesday.",
    "Señora Ana de la Cruz, Chile's foreign minister, met Peru's José de los Ríos at the Palacio de La Moneda.",
    "Lavrov, Fidan meet",
    "",
]  # fmt: skip


@pytest.mark.parametrize(("code", "text"), UNREAD, ids=[c for c, _ in UNREAD])
def test_it_is_told_and_nothing_else(reader: Reader, code: str, text: str) -> None:
    found = read(reader, text)
    assert [i.code for i in found.issues if i.severity == "warning"] == ["DET-205"]
    assert f"({code})" in found.issues[-1].message and found.source.language == code
    assert not (found.engagements or found.statements or found.events or found.tenures or found.times)
    console = Console(record=True, width=100)
    render(found, console)
    page = console.export_text()
    assert "not read" in page and "no engagement" not in page


@pytest.mark.parametrize("text", READ)
def test_english_with_names_of_elsewhere_is_read(reader: Reader, text: str) -> None:
    assert "DET-205" not in {i.code for i in read(reader, text).issues}
