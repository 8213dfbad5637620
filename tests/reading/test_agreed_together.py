"""That two sides agreed is a report's own word unless a side tells of it: nobody is made to have told more."""

import pytest

from detente.outputs import summary
from detente.reading.reader import Reader
from tests.conftest import read, short

MET = "Peru's Foreign Minister Elmer Schialer met his Chilean colleague Alberto van Klaveren in Arica on Tuesday. "

# what follows the meeting, who says that it was promised
TOLD = [
    ("The two ministers agreed to reopen the rail link in June.", None),
    ("They agreed to set up a working group on fisheries.", None),
    ("It was agreed that the consulate would be reopened.", None),
    ("The ministers agreed that Chile would return the boats.", None),
    ("The two sides agreed to: - exchange data on migrants; - meet again in Lima.", None),
    ("The two ministers agreed to reopen the rail link in June, Schialer said.", "PER"),
    ("Van Klaveren said that the two sides had agreed to reopen the rail link.", "CHL"),
    ("Chile pledged to return the boats.", "CHL"),
]


@pytest.mark.parametrize(("text", "by"), TOLD, ids=short)
def test_whose_word_it_is_that_they_agreed(reader: Reader, text: str, by: str | None) -> None:
    made = [c for c in read(reader, MET + text).commitments if c.status == "made"]
    assert made and {c.ascribed_by for c in made} == {by}


def test_a_report_of_what_both_agreed_is_shown_as_the_report_s(reader: Reader) -> None:
    reading = read(reader, MET + TOLD[0][0])
    (found,) = reading.commitments
    assert summary.promise(found, reading.statements) == f"{' and '.join(found.by)}'s promise, as the report tells it"
