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
# the row of the small words that stand in names
OF_NAMES = "of_names"
WORD = re.compile(r"[^\W\d_]+")
# the small words within a name tell of its bearer and not of the text: "Ana de la Cruz", "the Palacio de La Moneda";
# which they are is a row of the codebook's: between two nouns of German any word may stand
IN_NAMES = re.compile(r"(?<=[^\W\d_])\s((?:[^\W\d_A-ZÀ-Þ]{1,4}\s){1,3})(?=[^\W\d_])")
HEAD = 4000
# Unicode's own names of scripts, and the language that a script alone tells of
SCRIPTS = {
    "HIRAGANA": "ja", "KATAKANA": "ja", "HANGUL": "ko", "CJK": "zh", "CYRILLIC": "ru", "ARABIC": "ar", "HEBREW": "he",
    "GREEK": "el", "THAI": "th", "DEVANAGARI": "hi", "BENGALI": "bn", "GEORGIAN": "ka", "ARMENIAN": "hy",
}  # fmt: skip
FEWEST, CLEARLY = 3, 1.5
# of a text in which no little word is English: as many tell another language
FEWEST_ALONE = 2


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
    in_names = frozenset(words.get(OF_NAMES, ()))
    told = WORD.findall(IN_NAMES.sub(lambda within: _without_name(within, in_names), text))
    found = Counter(w.lower() for w in told)
    english = set(words.get("en", ()))
    others = {code: set(some) for code, some in words.items() if code not in ("en", OF_NAMES)}
    best = max(
        others, key=lambda code: (_times(found, others[code] - english), _times(found, others[code])), default=""
    )
    if best and _is(others[best], english, found, frozenset(told)):
        return best
    return "en" if _times(found, english) >= FEWEST else UNNAMED


def _is(own: set[str], english: set[str], found: Counter[str], told: frozenset[str]) -> bool:
    """Whether a text is in the language of the words `own`: "met" and "in" are Dutch as well, so that only words that
    are none of English tell it, several of them and clearly; two do where none that is English alone stands beside."""
    theirs = {w for w in own - english if w in found}
    of_english = _times(found, english - own)
    plain = {w for w in told if w in theirs and len(w) > 1}  # no initial, no "Ali", nor what is left of "Qatar's"
    if len(theirs) >= FEWEST and len(plain) >= FEWEST_ALONE and _times(found, theirs) >= CLEARLY * of_english:
        return True
    return not of_english and bool(theirs) and _alone(theirs, told)


def _alone(theirs: set[str], told: frozenset[str]) -> bool:
    """Whether a text without English tells another language by what it has: its little words, one letter telling
    nothing ("v.", "O'Brien"), and words that are written with its own letters; one of them at least is no name."""
    own = {w for w in told if w.lower() in theirs and (len(w) > 1 or not w.isascii())}
    own |= {w for w in told if w.islower() and not w.isascii() and len(w) > 1}
    return len({w.lower() for w in own}) >= FEWEST_ALONE and any(w.islower() for w in own)


def _times(found: Counter[str], words: set[str]) -> int:
    return sum(found[w] for w in words)


def _without_name(within: re.Match[str], in_names: frozenset[str]) -> str:
    """What stands between two words: nothing where both are capitalised and the small words are of names."""
    text, first = within.string, within.start()
    while first and text[first - 1].isalpha():
        first -= 1
    of_name = text[first].isupper() and text[within.end()].isupper() and in_names.issuperset(within[1].split())
    return " " if of_name else within[0]
