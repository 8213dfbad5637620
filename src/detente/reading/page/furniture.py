"""Sets the page's furniture aside: what is the site's and not the report's, by span, never deleted.

In: a document. Out: a `Layout`: the paragraphs to be read, the furniture with its reasons, the headline, the
dateline, and the credited agency. Precision first: a paragraph that reads like reporting stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import cast

from detente.codebook import Codebook, Entry
from detente.model import Document, Furniture, FurnitureReason, Span
from detente.reading.page.sieve import Sieve
from detente.reading.page.signs import Signs

LONG = 40
LETTERS = 5  # of an agency whose name is its initials
REPORTING = 15
REPEATED_WORDS = 4
TAIL_SHARE = 0.4
TOP = 8
ITEMS = 3  # a bar of sections has more of them, and none of more words
OPENING = 3  # paragraphs among which the dateline may stand: pictures' captions come before it
REPORT = 4  # sentences that make a text a report, with rims
LABEL = 14  # words of a line that may be a label or another story's headline
STEM = 5
COLUMN, FEW = 160, 2  # a text with more than a few lines that long is broken at no column
OWN_WORDS = 0.34  # of a headline's words so many at least are in the report, too
STOPS = (".", "!", "?", "…", "”", '"', "’", ")", ":", ";")


@dataclass(frozen=True, slots=True)
class Layout:
    """What of a page is read. `body` are paragraphs in order, the headline's included; `rules` go with `furniture`.

    `dateline` is the place before the first sentence, `opening` all that stands there: place, date and agency.
    """

    headline: Span | None
    body: tuple[Span, ...]
    furniture: tuple[Furniture, ...]
    rules: tuple[str, ...]
    agency: str | None
    outlet: str | None
    author: str | None
    dateline: Span | None
    opening: Span | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """A compiled entry."""

    entry: Entry
    patterns: tuple[re.Pattern[str], ...]

    @property
    def scope(self) -> str:
        return str(self.entry.data.get("scope", "line"))


@dataclass(slots=True)
class Page:
    """A page while it is sorted: paragraphs, and for each its furniture rule once found."""

    paragraphs: list[Span]
    marks: dict[int, tuple[FurnitureReason, str]] = field(default_factory=dict)
    parts: list[tuple[Span, FurnitureReason, str]] = field(default_factory=list)
    agency: str | None = None
    author: str | None = None
    opening: Span | None = None

    def mark(self, n: int, reason: FurnitureReason, rule: str) -> None:
        self.marks.setdefault(n, (reason, rule))

    def open(self) -> Iterator[int]:
        return (n for n in range(len(self.paragraphs)) if n not in self.marks)


class FurnitureReader:
    """Sorts pages by the codebook's rules and by repetition."""

    def __init__(self, codebook: Codebook) -> None:
        entries = [
            (e, tuple(re.compile(p, re.IGNORECASE) for p in e.words("patterns"))) for e in codebook.entries("furniture")
        ]
        self.rules = [Rule(e, p) for e, p in entries if not e.data.get("dateline") and p]
        self.line_rules = [(p, r) for r in self.rules if r.scope not in ("end", "mark") for p in r.patterns]
        self.sieve = Sieve([p for p, _ in self.line_rules])
        self.signs = Signs([e for e, _ in entries if e.data.get("scope") == "sign"])
        self.datelines = [
            Rule(e, tuple(re.compile(p) for p in e.words("patterns"))) for e, _ in entries if e.data.get("dateline")
        ]
        rows = codebook.tables.get("actors/outlets", ())
        credits = {c.strip() for r in rows for c in r["agency_credits"].split("|") if c.strip()}
        self.credits = {_plain(c): c for c in sorted(credits | set(_agencies(rows)))}
        self.turn_labels = frozenset(
            w for key in ("turn_labels", "label_titles") for w in codebook.lexicon("speech/grammar")[key]
        )
        self.signers = frozenset(codebook.lexicon("speech/grammar")["signers"])
        self.towns = frozenset(
            t
            for r in codebook.tables.get("actors/countries", ())
            for k in ("capital", "cities")
            for t in r[k].split("|")
        )

    def read(self, document: Document) -> Layout:
        """The layout of a document's page."""
        page = Page(_paragraphs(document.text))
        self._rules(page, len(document.text))
        self._signs(page, len(document.text))
        self._repeats(page)
        self._rims(page)
        if not list(page.open()):  # a picture's caption that is the whole text is its news
            page.marks = {n: mark for n, mark in page.marks.items() if mark[0] != "caption"}
        self._credit_below(page)
        page.agency = page.agency or self._owner(page)
        body, dateline = self._body(page, document.text)
        furniture = [(page.paragraphs[n], *mark) for n, mark in page.marks.items()] + page.parts
        furniture.sort(key=lambda f: f[0])
        return Layout(
            headline=_headline(body, document.text),
            body=tuple(body),
            furniture=tuple(Furniture(span, reason) for span, reason, _ in furniture),
            rules=tuple(rule for _, _, rule in furniture),
            agency=page.agency,
            outlet=None,
            author=page.author,
            dateline=dateline or self._signed_in(page, document.text),
            opening=page.opening,
        )

    # -- rules ----------------------------------------------------------------------------------

    def _rules(self, page: Page, length: int) -> None:
        listing = False
        tail: int | None = None
        for n in list(page.open()):
            paragraph = page.paragraphs[n]
            found = self._rule(paragraph.text, page)
            if found is not None and paragraph.start > (1 - TAIL_SHARE) * length:
                found = self._list_heading(paragraph.text) or found
            if found is not None:
                page.mark(n, _reason(found), found.entry.rule)
                listing = found.scope == "list"
                if found.scope in ("tail", "list") and tail is None and paragraph.start > (1 - TAIL_SHARE) * length:
                    tail = n
            elif listing and (not _sentence_like(paragraph.text) or _question(paragraph.text)):
                page.mark(n, "related_links", "furniture/related.list")
            else:
                listing = False
        if tail is not None:
            self._tail(page, tail)

    def _list_heading(self, text: str) -> Rule | None:
        """ "Latest news": a section's name at the top of a page, below a report the heading of a list."""
        bare = text.strip()
        lists = (r for r in self.rules if r.scope == "list")
        return next((r for r in lists if any(p.fullmatch(bare) for p in r.patterns)), None)

    def _signs(self, page: Page, length: int) -> None:
        """Lines that no rule fits as a whole, by what stands on them; bars of menus at the top."""
        for n in list(page.open()):
            span = page.paragraphs[n]
            entry = self.signs.rule(span.text, late=span.start > (1 - TAIL_SHARE) * length)
            if entry is not None:
                page.mark(n, cast(FurnitureReason, entry.data["reason"]), entry.rule)
                if entry.data["reason"] == "byline":
                    page.agency = page.agency or self._agency_in(span.text)
            elif n < TOP and _menu(span.text) and n + 1 < len(page.paragraphs):
                page.mark(n, "navigation", "furniture/navigation")

    def _rims(self, page: Page) -> None:
        """Short lines above and below the report that are no sentences: those above with hardly a word of it, which
        are the site's; and all below its last sentence, which lead elsewhere."""
        told = [n for n in page.open() if _sentence_like(page.paragraphs[n].text)]
        if len(told) < REPORT:
            return
        words = {w for n in told for w in _names_and_nouns(page.paragraphs[n].text)}
        above = [n for n in page.open() if n < told[0] and _label(page.paragraphs[n].text)]
        strange = [n for n in above if _share(_names_and_nouns(page.paragraphs[n].text), words) < OWN_WORDS]
        for n in strange if len(strange) < len([n for n in page.open() if n < told[0]]) else []:
            page.mark(n, "navigation", "furniture/navigation")
        if page.paragraphs[told[-1]].text.rstrip().endswith(":"):
            return
        for n in (n for n in page.open() if n > told[-1] and _label(page.paragraphs[n].text)):
            page.mark(n, "related_links", "furniture/related.list")

    def _credit_below(self, page: Page) -> None:
        """Where no credit names an agency, a short line below the report that does: "Material from X was used"."""
        told = max((n for n in page.open() if _sentence_like(page.paragraphs[n].text)), default=len(page.paragraphs))
        for n in range(told + 1, len(page.paragraphs) if page.agency is None else 0):
            text = page.paragraphs[n].text
            marks = ((r, m) for r in self.rules if r.scope == "mark" for p in r.patterns if (m := p.search(text)))
            for rule, match in marks if len(text.split()) <= LABEL else ():
                agency = self.credits.get(_plain(match["agency"]))
                if agency is not None:
                    page.agency, page.marks[n] = agency, (_reason(rule), rule.entry.rule)
                    return

    def _owner(self, page: Page) -> str | None:
        """The agency that a line of rights names, where no credit does."""
        rights = [n for n in page.marks if "©" in page.paragraphs[n].text or "opyright" in page.paragraphs[n].text]
        return next((a for n in sorted(rights) if (a := self._agency_in(page.paragraphs[n].text))), None)

    def _rule(self, text: str, page: Page) -> Rule | None:
        """The first rule that the whole line fits."""
        line = text.strip().lstrip("-–—*•> ")
        for pattern, rule in (self.line_rules[n] for n in sorted(self.sieve.of(line))):
            match = pattern.fullmatch(line)
            if match and self._credited(rule, match, page):
                return rule
        return None

    def _credited(self, rule: Rule, match: re.Match[str], page: Page) -> bool:
        """Takes note of the agency or author that a rule names; an agency's mark must be a known one."""
        groups = match.groupdict()
        if rule.entry.data.get("agency_alone"):
            named = groups.get("agency") or ""
            agency = self.credits.get(_plain(named)) or (self._agency_in(named) if "," in named else None)
            page.agency = page.agency or agency
            return agency is not None
        if rule.entry.data["reason"] in ("credit", "byline") or groups.get("agency"):
            page.agency = page.agency or self._agency_in(match.group())
        page.author = page.author or groups.get("author")
        return True

    def _agency_in(self, text: str) -> str | None:
        """The first agency that a text names; of "CNA/Bernama" both."""
        listed = [
            self.credits[_plain(w)] for w in re.split(r"[\s/:]+", text) if "/" in text and _plain(w) in self.credits
        ]
        if len(listed) > 1:
            return "/".join(dict.fromkeys(listed))
        short = re.search(r"\w \(([A-Z]{2,8})\)", text)  # "Agence X (AX)": by the letters that it is credited with
        if short is not None and _plain(short[1]) in self.credits:
            return self.credits[_plain(short[1])]
        words = [w for w in re.findall(r"[\w.]+", text) if not self._only_a_name(w)]
        runs = [" ".join(words[i : i + k]) for k in (4, 3, 2, 1) for i in range(len(words) - k + 1)]
        return next((self.credits[_plain(r)] for r in runs if _plain(r) in self.credits), None)

    def _only_a_name(self, word: str) -> bool:
        """Whether a word that is an agency's letters elsewhere is not written so: "Lena" is nobody's credit."""
        credit = self.credits.get(_plain(word), "")
        return credit.isupper() and len(word) <= LETTERS and not word.isupper()

    def _tail(self, page: Page, start: int) -> None:
        """What follows the first mark of a page's end is the page's; after a notice between paragraphs the report
        goes on."""
        after = [n for n in page.open() if n > start]
        if page.marks[start][0] in ("promotion", "related_links") and any(
            _sentence_like(page.paragraphs[n].text) and len(page.paragraphs[n].text.split()) > REPORTING for n in after
        ):
            return
        for n in after:
            if len(page.paragraphs[n].text.split()) < LONG:
                page.mark(n, "boilerplate", "furniture/about")

    # -- repetition -----------------------------------------------------------------------------

    def _repeats(self, page: Page) -> None:
        """Of a passage that stands twice one stays: the one in running text, else the fullest, else the first."""
        plains = [_plain(p.text) for p in page.paragraphs]
        for n, plain in enumerate(plains):
            words = REPEATED_WORDS if n < TOP else 2 * REPEATED_WORDS
            if len(plain.split()) < words or n in page.marks or page.paragraphs[n].text.endswith(":"):
                continue
            for other, text in enumerate(plains):
                if other == n or other in page.marks or not _repeats(plain, text, n, other):
                    continue
                page.mark(n, "duplicate_headline" if n < TOP else "caption", "furniture/repeated")
                break

    # -- body -----------------------------------------------------------------------------------

    def _body(self, page: Page, text: str) -> tuple[list[Span], Span | None]:
        body: list[Span] = []
        dateline: Span | None = None
        reports = 0
        for n in page.open():
            span = page.paragraphs[n]
            if dateline is None and reports < OPENING and _sentence_like(span.text):
                reports += 1
                span, dateline = self._after_dateline(span, text, page)
            body.append(self._before_credit(span, text, page))
        return [s for s in body if s.text.strip()], dateline

    def _signed_in(self, page: Page, text: str) -> Span | None:
        """Where who signed the report wrote it: "By Ana Ruiz, Lima", "HERALD CORRESPONDENT, Lima"."""
        for n, span in enumerate(page.paragraphs[:TOP]):
            name, _, town = span.text.rstrip().rpartition(", ")
            signed = page.marks.get(n, ("",))[0] == "byline" or any(w in self.signers for w in name.lower().split())
            if signed and len(name.split()) <= LABEL and town.strip() in self.towns:
                end = span.start + len(span.text.rstrip())
                return _cut(text, end - len(town), end)
        return None

    def _after_dateline(self, span: Span, text: str, page: Page) -> tuple[Span, Span | None]:
        for rule in self.datelines:
            for pattern in rule.patterns:
                match = pattern.match(span.text)
                if match is None or (rule.entry.data.get("known") and match["place"] not in self.towns):
                    continue
                if self.turn_labels & {w.strip(".").lower() for w in match["place"].split()}:
                    continue  # "THE PRESIDENT: …" opens a transcript
                if match.end() < len(span.text):
                    opening = self.credits.get(_plain(match.groupdict().get("agency") or ""))
                    page.agency = opening or page.agency  # whose report it is, before whose rights or inputs
                    at = span.start + match.start("place")
                    page.opening = _cut(text, span.start, span.start + match.end())
                    return _cut(text, span.start + match.end(), span.end), _cut(text, at, at + len(match["place"]))
        return span, None

    def _before_credit(self, span: Span, text: str, page: Page) -> Span:
        for rule in self.rules:
            for pattern in rule.patterns if rule.scope == "end" else ():
                for match in re.finditer(pattern.pattern + r"$", span.text):
                    if match.start() > 0 and self._credited(rule, match, page):
                        page.parts.append(
                            (_cut(text, span.start + match.start(), span.end), _reason(rule), rule.entry.rule)
                        )
                        return _cut(text, span.start, span.start + match.start())
        return span


def _agencies(rows: Iterable[Mapping[str, str]]) -> Iterator[str]:
    """Whole names of news agencies, as credits write them out: of two words at least."""
    for row in rows:
        names = [row["name"], *row["aliases"].split("|")] if row["kind"] == "agency" else []
        yield from (n for n in map(str.strip, names) if " " in n)


def _reason(rule: Rule) -> FurnitureReason:
    return cast(FurnitureReason, rule.entry.data["reason"])


def _cut(text: str, start: int, end: int) -> Span:
    """The span between two offsets, without spaces at its rim."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end, text[start:end])


def _plain(text: str) -> str:
    return " ".join(re.sub(r"[^\w\s]", " ", text).lower().split())


def _sentence_like(text: str) -> bool:
    """Whether a line ends as sentences do, closing marks and brackets set aside."""
    bare = text.rstrip().rstrip("”\"’')]")
    return bare.endswith((".", "!", "?", "…", ":", ";")) and len(bare.split()) > 5


def _question(text: str) -> bool:
    """Whether a line is one short question: the headline of another story."""
    return text.rstrip().endswith("?") and len(text.split()) <= LABEL and not any(m in text for m in '."”')


def _label(text: str) -> bool:
    """Whether a line is short and ends as no sentence does."""
    return not text.rstrip().rstrip("”\"’')]").endswith((".", "!", "…", ":", ";")) and len(text.split()) <= LABEL


def _names_and_nouns(text: str) -> set[str]:
    """The longer words of a line, by their first letters, so that "Malawian" is "Malawi" again."""
    return {w[:STEM] for w in re.findall(r"[^\W\d_]{4,}", text.lower())}


def _share(some: set[str], words: set[str]) -> float:
    """How much of some words is among others."""
    return len(some & words) / len(some) if some else 0.0


def _menu(text: str) -> bool:
    """Whether a line is a bar of sections: short names or capitals with bars between, or a word or two in capitals."""
    words = [w for w in re.split(r"[\s|·•»›>/]+", text) if w]
    capitals = bool(words) and text.upper() == text and any(c.isalpha() for c in text)
    items = [i.split() for i in re.split(r"\s[|·•»›>/]\s", text.partition(": ")[2] or text)]
    if len(items) > ITEMS and all(len(i) <= ITEMS and i and i[0][0].isupper() for i in items):
        return True
    return capitals and (len(words) <= 2 or (bool(re.search(r"\s[|·•»›>/]\s|\S\s{2,}\S", text)) and len(words) < 16))


def _repeats(plain: str, text: str, n: int, other: int) -> bool:
    """Whether a line is another's copy, its cut-off beginning, or a sentence of a longer paragraph."""
    if plain == text:
        return other < n
    if len(text) <= len(plain):
        return False
    return text.startswith(plain + " ") or (len(plain.split()) >= 2 * REPEATED_WORDS and f" {plain} " in f" {text} ")


def _headline(body: Sequence[Span], text: str) -> Span | None:
    """The lines at the top that are no sentences, as one span; None where the text opens with a sentence."""
    top = []
    for span in body[:TOP]:
        if _sentence_like(span.text) or len(span.text.split()) > LONG:
            break
        top.append(span)
    if not top or len(top) == len(body):
        return None
    return _cut(text, top[0].start, top[-1].end)


def _paragraphs(text: str) -> list[Span]:
    """The text's paragraphs: lines, or blocks of lines where the text is wrapped."""
    found: list[Span] = []
    block: list[tuple[int, int]] = []
    at, lines = 0, text.split("\n")
    whole = sum(len(line) > COLUMN for line in lines) > FEW
    for line in [*lines, ""]:
        if line.strip():
            block.append((at, at + len(line)))
        else:
            found += [_cut(text, a, b) for a, b in block] if whole else _block(text, block)
            block = []
        at += len(line) + 1
    return found


def _block(text: str, lines: list[tuple[int, int]]) -> list[Span]:
    if _wrapped(text, lines):
        return [_cut(text, lines[0][0], lines[-1][1])]
    return [_cut(text, a, b) for a, b in lines]


def _repeats_line(one: str, other: str) -> bool:
    """Whether one of two lines opens with the other whole: a caption told twice, no text broken at a column."""
    a, b = _plain(one), _plain(other)
    return bool(a) and bool(b) and (a.startswith(b) or b.startswith(a))


def _wrapped(text: str, lines: list[tuple[int, int]]) -> bool:
    """Whether a block's lines are one paragraph broken at a column: all but the last about as long."""
    if len(lines) < 2:
        return False
    if lines[-1][1] - lines[-1][0] > 100:
        return False
    if any(_repeats_line(text[a:b], text[c:d]) for (a, b), (c, d) in pairwise(lines)):
        return False
    lengths = [b - a for a, b in lines[:-1]]
    stops = sum(text[a:b].rstrip().endswith(STOPS) for a, b in lines[:-1])
    return min(lengths) > 45 and max(lengths) <= 100 and max(lengths) - min(lengths) < 30 and stops <= len(lengths) / 3
