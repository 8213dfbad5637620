"""Bytes to text: the byte-order mark, the declared encoding, UTF-8, then detection, in that order.

Undecodable bytes become U+FFFD and an issue with their place: they are never guessed away. A detected
encoding is always an issue too, since a short text proves little.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections.abc import Iterable

from detente.errors import InputError
from detente.issues import note
from detente.model import Issue

# The longer marks first: UTF-32's little-endian mark begins with UTF-16's.
BOMS = (
    (codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF32_LE, "utf-32-le"), (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"),
)  # fmt: skip
# What pages mean by these names, as the WHATWG Encoding Standard has it: each is a part of the other.
MEANT = {
    "ascii": "cp1252", "iso8859-1": "cp1252", "iso8859-9": "cp1254", "gb2312": "gb18030", "gbk": "gb18030",
    "shift_jis": "cp932", "euc_kr": "cp949", "utf-8-sig": "utf-8",
}  # fmt: skip
# Codecs of Python that are no encodings of text files; a page that names one is not to run it.
NO_CHARSETS = frozenset(
    {"idna", "punycode", "unicode-escape", "raw-unicode-escape", "undefined", "utf-7", "mbcs", "oem"}
)
META = re.compile(rb"""<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
XML = re.compile(rb"""^\s*<\?xml[^>]{0,100}encoding\s*=\s*["']([\w.:-]+)""", re.IGNORECASE)
PDF = b"%PDF-"
SAMPLE = 65_536
CONTROL = bytes(range(0x09)) + bytes(range(0x0E, 0x1B)) + bytes(range(0x1C, 0x20))
HIGH = re.compile(rb"[\x80-\xff]")
BESIDE = re.compile(rb"(?<=[\x80-\xff])[\x80-\xff]|[\x80-\xff](?=[\x80-\xff])")
ENOUGH = 24  # bytes beyond ASCII in the sample; with fewer the detector takes one encoding for another
AT_HOME = 0.95  # share of them that a text in Windows-1252 shows in their places; all of them when they are few
FEW = ("cp1252", "mac_roman")  # which even few bytes tell apart
LATIN = ("cp1252", "cp1250", "cp1254", "cp1257", "mac_roman")  # the commonest first: the first that fits is taken
# what English print has beyond ASCII, and encodings in which a text has it that was saved among another language's
MARKS = frozenset("“”‘’–—…•\xa0")
MARKING = ("gb18030", "big5", "cp932", "euc_kr", "mac_roman")
SHIFTED, SHIFT = "iso2022_jp", re.compile(rb"\x1b\$[@B]")  # Japanese in ASCII's bytes, between two shifts
NEVER_LONE = "ÿ"  # byte FF, the commonest mark of damage and the rarest letter
TYPOGRAPHIC = ("Pi", "Pf", "Pd", "Po", "Ps", "Zs", "Sc")


def decode(raw: bytes, place: str, declared: Iterable[str | None] = ()) -> tuple[str, list[Issue]]:
    """The text of some bytes and what is to be said of its encoding.

    `declared` are encodings named outside the bytes or in their markup, the most binding first; an
    unknown name is passed over. Raises InputError (DET-103) for bytes that are no text.
    """
    if raw.startswith(PDF):
        raise InputError("DET-103", f"{place}: is a PDF, not text; save its text and give that")
    mark, encoding = _marked(raw)
    if encoding:
        return _whole(raw[len(mark) :], encoding, place, len(mark))
    named = [found for name in declared if name and (found := _known(name))]
    if named and named[0].startswith(("utf-16", "utf-32")):
        return _whole(raw, named[0], place)
    if wide := _wide(raw):
        return _told(*_whole(raw, wide, place), wide, place)
    if _binary(raw):
        raise InputError("DET-103", f"{place}: is binary, not text; give a text, HTML or JSON Lines file")
    if named:
        return _whole(raw, named[0], place)
    if SHIFT.search(raw):
        return _told(*_whole(raw, SHIFTED, place), SHIFTED, place)
    try:
        return raw.decode("utf-8"), []
    except UnicodeDecodeError:
        return _detected(raw, place)


def markup_charsets(raw: bytes) -> list[str]:
    """The encodings that a page's first bytes name; a page readable up to there is not in UTF-16."""
    found = (XML.search(raw[:200]), META.search(raw[:4096]))
    names = [m.group(1).decode("ascii", "replace") for m in found if m]
    return ["utf-8" if name.lower().startswith(("utf-16", "utf-32")) else name for name in names]


def is_wide(head: bytes) -> bool:
    """Whether bytes begin a text of two or four bytes a character, which has no lines of bytes."""
    return bool(_wide(head)) or _marked(head)[1].startswith(("utf-16", "utf-32"))


def _marked(raw: bytes) -> tuple[bytes, str]:
    return next(((mark, name) for mark, name in BOMS if raw.startswith(mark)), (b"", ""))


def _known(name: str) -> str | None:
    """The Python codec that a declared name means; None for what is no encoding of texts."""
    try:
        found = codecs.lookup(name.strip()).name
        if found in NO_CHARSETS:
            return None
        "".encode(found)  # a codec of bytes to bytes (hex, zip) raises here
    except (LookupError, ValueError):
        return None
    return MEANT.get(found, found)


def _whole(raw: bytes, encoding: str, place: str, skipped: int = 0) -> tuple[str, list[Issue]]:
    """All of the bytes in one encoding, what does not decode marked and counted from `skipped` bytes on."""
    try:
        return raw.decode(encoding), []
    except UnicodeDecodeError as error:
        text, first = raw.decode(encoding, "replace"), error.start + skipped
        lost = text.count("\ufffd") - raw.decode(encoding, "ignore").count("\ufffd")
        message = f"{place}: {lost} undecodable in {encoding}, the first at byte {first}; kept as U+FFFD"
        return text, [note("DET-105", message)]


def _wide(raw: bytes) -> str | None:
    """UTF-16 without a mark, told by NUL bytes on one side of nearly every pair (European languages)."""
    head = raw[: SAMPLE // 16 * 2]
    pairs = len(head) // 2
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if pairs < 4 or max(even, odd) < pairs * 0.6 or min(even, odd) > pairs * 0.02:
        return None
    return "utf-16-be" if even > odd else "utf-16-le"


def _binary(raw: bytes) -> bool:
    head = raw[:SAMPLE]
    return b"\0" in raw or len(head) - len(head.translate(None, CONTROL)) > len(head) * 0.02


def _detected(raw: bytes, place: str) -> tuple[str, list[Issue]]:
    """Another encoding where the bytes speak for one; else UTF-8 with its bad bytes marked."""
    sample = _foreign_lines(raw)
    if _mostly_utf8(sample):
        return _whole(raw, "utf-8", place)
    found = _latin(sample) or _marking(raw) if _in_latin_script(sample) else _marking(raw) or _best(sample)
    return _told(*_whole(raw, found, place), found, place) if found else _whole(raw, "utf-8", place)


def _told(text: str, issues: list[Issue], encoding: str, place: str) -> tuple[str, list[Issue]]:
    message = f"{place}: read as {encoding}, which was detected and not declared; check the names in it"
    return text, [note("DET-113", message), *issues]


def _foreign_lines(raw: bytes) -> bytes:
    """The stretches around bytes beyond ASCII, up to the sample's size: the rest says nothing."""
    kept, size, end = [], 0, 0
    for hit in HIGH.finditer(raw):
        if hit.start() < end:
            continue
        start, end = max(end, hit.start() - 60), hit.end() + 60
        kept.append(raw[start:end])
        size += end - start
        if size > SAMPLE:
            break
    return b"".join(kept)


def _mostly_utf8(sample: bytes) -> bool:
    """Whether there are far more good multi-byte characters than bad bytes."""
    text = sample.decode("utf-8", "replace")
    return sum(ord(c) > 127 and c != "\ufffd" for c in text) > 4 * text.count("\ufffd")


def _in_latin_script(sample: bytes) -> bool:
    """Whether most bytes beyond ASCII stand alone among letters of ASCII, as accents do."""
    return len(BESIDE.findall(sample)) * 2 < len(HIGH.findall(sample))


def _best(sample: bytes) -> str | None:
    """The detector's choice, where there is enough to choose by."""
    from charset_normalizer import from_bytes

    if len(HIGH.findall(sample)) < ENOUGH:
        return None
    best = from_bytes(sample).best()
    return best.encoding if best is not None else None


def _marking(raw: bytes) -> str | None:
    """The first encoding in which all that is beyond ASCII are marks of English print: few bytes tell of it."""
    beyond = ((name, {c for c in raw.decode(name, "replace") if not c.isascii()}) for name in MARKING)
    return next((name for name, found in beyond if found <= MARKS), None)


def _latin(sample: bytes) -> str | None:
    """The first encoding of Latin script in which the bytes are letters and marks in their places.

    The detector confuses these. A few bytes can only speak for the commonest, or for one quite unlike it.
    """
    enough = len(HIGH.findall(sample)) >= ENOUGH
    return next((name for name in (LATIN if enough else FEW) if _fits(sample, name)), None)


def _fits(sample: bytes, encoding: str) -> bool:
    text = sample.decode(encoding, "replace")
    foreign = [at for at, letter in enumerate(text) if ord(letter) > 127]
    return sum(_at_home(text, at) for at in foreign) >= AT_HOME * len(foreign)


def _at_home(text: str, at: int) -> bool:
    """Whether a character stands where writing puts it: a letter in a word, no capital after a small."""
    letter, before, after = text[at], text[at - 1 : at], text[at + 1 : at + 2]
    if not letter.isalpha():
        return unicodedata.category(letter) in TYPOGRAPHIC
    if letter == NEVER_LONE or (letter.isupper() and before.islower()):
        return False
    if any(c.isascii() and c.isalpha() for c in (before, after)):
        return True
    return bool(unicodedata.decomposition(letter)) and not (before + after).strip()
