"""An official whom nobody names speaks for the state whose act he tells, and not for that of whom was named last."""

import pytest

from detente.reading.reader import Reader
from tests.conftest import read, short

SAID = [
    ("Peruvian President Dina Boluarte will travel to Santiago in May for talks with President Gabriel Boric, "
     "a palace official said on Monday.", "PER"),
    ("Ghanaian Foreign Minister Shirley Botchwey will visit Lomé for talks with Foreign Minister Robert Dussey, "
     "a foreign ministry official said.", "GHA"),
    ("Peruvian President Dina Boluarte will travel to Santiago for talks with President Gabriel Boric, "
     "a Chilean official said.", "CHL"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "side"), SAID, ids=short)
def test_whose_official_it_is(reader: Reader, text: str, side: str) -> None:
    assert {s.on_behalf_of for s in read(reader, text).statements} == {side}
