"""The language of a text that does not say: by its script, and in Latin letters by its commonest little words.

In: a text and the codebook's words. Out: a two-letter code, `und` when nothing tells.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from detente.model import Document, ReaderInfo, Reading

# the languages that are read
READ = frozenset({"en"})
# the code of a language that nothing tells
UNNAMED = "und"
WORD = re.compile(r"[^\W\d_]+")
# the small words within a name tell of its bearer and not of the text: "Ana de la Cruz", "the Palacio de La Moneda"
IN_NAMES = re.compile(r"(?<=[^\W\d_])\s(?:[^\W\d_A-ZÀ-Þ]{1,4}\s){1,3}(?=[^\W\d_])")
HEAD = 4000
# Unicode's own names of scripts, and the language that a script alone tells of
SCRIPTS = {
    "HIRAGANA": "ja", "KATAKANA": "ja", "HANGUL": "ko", "CJK": "zh", "CYRILLIC": "ru", "ARABIC": "ar", "HEBREW": "he",
    "GREEK": "el", "THAI": "th", "DEVANAGARI": "hi", "BENGALI": "bn", "GEORGIAN": "ka", "ARMENIAN": "hy",
}  # fmt: skip
FEWEST, CLEARLY = 3, 1.5


def language(text: str, words: Mapping[str, Sequence[str]]) -> str:
    """The language of a text. Japanese is told from Chinese by its own letters."""
    head = text[:HEAD]
    scripts: Counter[str] = Counter()
    for letter, times in Counter(head).items():
        if letter.isalpha():
            scripts[_script(letter)] += times
    if scripts["HIRAGANA"] + scripts["KATAKANA"] > scripts["CJK"] / 20 > 0:
        return "ja"
    main = scripts.most_common(1)[0][0] if scripts else ""
    return SCRIPTS.get(main) or _latin(head, words)


def given_or_told(given: str | None, text: str, words: Mapping[str, Sequence[str]]) -> str:
    """The language that a source names ("fr-CA" is fr), or else the one that its text tells; `en` where none does."""
    named = (given or "").split("-")[0].split("_")[0].lower()
    found = named or language(text, words)
    return "en" if found == UNNAMED else found


def told_language(text: str, words: Mapping[str, Sequence[str]]) -> str | None:
    """The language that a text tells by its words; None where it tells none."""
    found = language(text, words)
    return None if found == UNNAMED else found


def unread(document: Document, language: str, info: ReaderInfo) -> Reading:
    """A document that was kept and not read, as a reading without items."""
    source = replace(document.source, language=language)
    return Reading(
        document.id, source, document.text, (), (), (), (), (), (), (), (), (), document.issues, info
    )  # fmt: skip


def _script(letter: str) -> str:
    return unicodedata.name(letter, "LATIN").split()[0]


def _latin(text: str, words: Mapping[str, Sequence[str]]) -> str:
    found = Counter(w.lower() for w in WORD.findall(IN_NAMES.sub(_without_name, text)))
    listed = {code: set(some) for code, some in words.items()}
    scores = {code: sum(found[w] for w in some) for code, some in listed.items()}
    best = max(scores, key=lambda code: scores[code], default=UNNAMED)
    # "met" and "in" are Dutch as well: another language than English is told by several words, and clearly
    several = sum(w in found for w in listed.get(best, ())) >= FEWEST and scores[best] >= CLEARLY * scores.get("en", 0)
    if best != "en" and not several:
        best = "en"
    return best if scores.get(best, 0) >= FEWEST else UNNAMED


def _without_name(within: re.Match[str]) -> str:
    """What stands between two words: nothing where both are capitalised."""
    text, first = within.string, within.start()
    while first and text[first - 1].isalpha():
        first -= 1
    return " " if text[first].isupper() and text[within.end()].isupper() else within[0]
