"""What is noted while the run goes on: the stable issue codes, and the one way to make an issue.

`DET-1xx` concern an input, `DET-2xx` its reading, `DET-3xx` the record. A code is never given a
second meaning; `docs/issues.md` lists them from this table.
"""

from __future__ import annotations

from detente.model import Issue, Severity, Span

CODES: dict[str, tuple[Severity, str]] = {
    "DET-101": ("error", "the input cannot be opened"),
    "DET-102": ("error", "the input is empty"),
    "DET-103": ("error", "the input is binary, not text"),
    "DET-104": ("error", "the input is larger than the limit"),
    "DET-105": ("warning", "bytes could not be decoded in the detected encoding"),
    "DET-106": ("error", "a JSON line cannot be read"),
    "DET-107": ("error", "a JSON line holds no text"),
    "DET-108": ("warning", "a date in the input is none, or one that stands for none, as 0001-01-01 or 9999-12-31"),
    "DET-109": ("error", "the address cannot be fetched"),
    "DET-110": ("warning", "control or bidirectional characters stand in the text"),
    "DET-111": ("warning", "the page does not close its markup or holds no article"),
    "DET-112": ("error", "a packed input is damaged or unpacks beyond the limit"),
    "DET-113": ("info", "the encoding was detected, not declared"),
    "DET-114": ("warning", "an id is used by two inputs"),
    "DET-115": ("info", "the publication date is the one that the text bears itself"),
    "DET-116": ("info", "words of the page stand outside its article and were left out"),
    "DET-117": ("warning", "a field of the input is of another kind than it should be and was not used"),
    "DET-118": ("warning", "a file of a folder is of a kind that is not read, and was passed over"),
    "DET-119": ("warning", "the publication date lies in the future"),
    "DET-120": ("info", "line ends of two characters were made one, which shifts offsets against the file's"),
    "DET-201": ("warning", "a time expression is not resolved: the publication date is unknown"),
    "DET-202": ("info", "a time expression is not resolved"),
    "DET-203": ("info", "a mention is not resolved to an actor"),
    "DET-204": ("warning", "quotation marks are not balanced"),
    "DET-205": ("warning", "the text is in a language that is not read yet"),
    "DET-206": ("warning", "a passage is too long to parse and is read in parts"),
    "DET-207": ("info", "a claim in the text disputes another"),
    "DET-208": ("error", "a stage broke on this document"),
    "DET-209": ("info", "the publication date is unknown"),
    "DET-210": ("info", "an engagement is told by the title alone"),
    "DET-211": ("warning", "the text is longer than is read, and was kept unread"),
    "DET-212": ("warning", "the text takes longer to read than it may, and was kept unread"),
    "DET-301": ("warning", "a review in the log says nothing that can be, and is passed over"),
    "DET-302": ("warning", "an add was not finished, and answers may lack what was read last"),
}


def note(code: str, message: str, span: Span | None = None) -> Issue:
    """The issue `code` with its message and, where it has one, its place in the text.

    Raises KeyError for a code that is not in `CODES`: a new kind of issue is first listed there.
    """
    severity, _ = CODES[code]
    return Issue(code=code, severity=severity, message=message, span=span)
