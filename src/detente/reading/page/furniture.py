"""Sets the page's furniture aside: what is the site's and not the report's, by span, never deleted.

In: a document. Out: a `Layout`: the paragraphs to be read, the furniture with its reasons, the headline, the
dateline, and the credited agency. Precision first: a paragraph that reads like reporting stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import cast

from detente.codebook import Codebook, Entry
from detente.model import Document, Furniture, FurnitureReason, Span
from detente.reading.page.credits import Credits, abbreviated
from detente.reading.page.daylines import day_line
from detente.reading.page.paragraphs import cut, paragraphs
from detente.reading.page.shapes import (
    LABEL,
    REPEATED_WORDS,
    label,
    menu,
    names_and_nouns,
    plain,
    question,
    repeats,
    sentence_like,
    share,
)
from detente.reading.page.signs import Signs
from detente.reading.page.tellings import Tellings, matters
from detente.reading.sieve import Sieve

LONG = 40
REPORTING = 15
TAIL_SHARE = 0.4
TOP = 8
OPENING = 3  # paragraphs among which the dateline may stand: pictures' captions come before it
REPORT = 4  # sentences that make a text a report, with rims
RIGHTS = re.compile(r"\s*(?:©|\([Cc]\)|[Cc]opyright\b).{0,40}\b(?:19|20)\d\d\b|.*[Aa]ll rights reserved")
OWN_WORDS = 0.34  # of a headline's words so many at least are in the report, too


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
    credits: Credits
    marks: dict[int, tuple[FurnitureReason, str]] = field(default_factory=dict)
    parts: list[tuple[Span, FurnitureReason, str]] = field(default_factory=list)
    agency: str | None = None
    unlisted: str | None = None
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
        words = codebook.lexicon("furniture/words")
        self.credits = Credits.of_table(codebook.tables.get("actors/outlets", ()), words)
        self.tellings = Tellings(words)
        self.day_line = day_line(codebook.lexicon("times/words")["weekdays"])
        self.turn_labels = frozenset(
            w for key in ("turn_labels", "label_titles") for w in codebook.lexicon("speech/grammar")[key]
        )
        self.signers = frozenset(codebook.lexicon("speech/grammar")["signers"])
        lands = codebook.tables.get("actors/countries", ())
        self.towns = frozenset(t for r in lands for k in ("capital", "cities") for t in r[k].split("|"))
        known = self.towns | {t for r in lands for k in ("name", "aliases", "demonyms") for t in r[k].split("|")}
        self.places = frozenset(map(plain, known))

    def read(self, document: Document) -> Layout:
        """The layout of a document's page."""
        spans = paragraphs(document.text)
        page = Page(spans, self.credits.with_own(self._own_agencies(spans, document.text)))
        self._rules(page, len(document.text))
        self._open_days(page)
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
            agency=page.agency or page.unlisted,
            outlet=None,
            author=page.author,
            dateline=dateline or self._signed_in(page, document.text),
            opening=page.opening,
        )

    # -- rules ----------------------------------------------------------------------------------

    def _rules(self, page: Page, length: int) -> None:
        listing = False
        tails: list[tuple[int, Rule]] = []
        for n in list(page.open()):
            paragraph = page.paragraphs[n]
            late = paragraph.start > (1 - TAIL_SHARE) * length
            found = self._rule(n, page)
            if found is not None and late:
                found = self._list_heading(paragraph.text) or found
            if found is not None and found.entry.data.get("last") and self._of_the_report(page, n):
                found = None
            if found is not None:
                page.mark(n, _reason(found), found.entry.rule)
                listing = found.scope == "list"
                tails += [(n, found)] if found.scope in ("tail", "list") and late else []
            elif listing and (not sentence_like(paragraph.text) or question(paragraph.text)):
                page.mark(n, "related_links", "furniture/related.list")
            else:
                listing = False
        tail = next((n for n, rule in tails if self._over(page, n, rule)), None)
        if tail is not None:
            self._tail(page, tail)

    def _open_days(self, page: Page) -> None:
        """The days that a diary is laid out by, "Saturday 1 January 2000" and "Sunday 2 January 2000", are no dates
        of a page: each has something of the report below it."""
        opens = set(page.open())
        days = [n for n in page.marks if self.day_line.fullmatch(page.paragraphs[n].text.strip()) and n + 1 in opens]
        if len({page.paragraphs[n].text for n in days}) > 1:
            page.marks = {n: mark for n, mark in page.marks.items() if n not in days}

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
            if entry is not None and (entry.data["reason"] == "caption" or not self.tellings.tells(span.text)):
                page.mark(n, cast(FurnitureReason, entry.data["reason"]), entry.rule)
                if entry.data["reason"] == "byline":
                    self._credit(page, page.credits.within(span.text))
            elif n < TOP and menu(span.text) and n + 1 < len(page.paragraphs):
                page.mark(n, "navigation", "furniture/navigation")

    def _rims(self, page: Page) -> None:
        """Short lines above and below the report that are no sentences: those above with hardly a word of it, which
        are the site's; and all below its last sentence, which lead elsewhere."""
        told = [n for n in page.open() if sentence_like(page.paragraphs[n].text)]
        if len(told) < REPORT:
            return
        words = {w for n in told for w in names_and_nouns(page.paragraphs[n].text)}
        above = [n for n in page.open() if n < told[0] and label(page.paragraphs[n].text)]
        strange = [n for n in above if share(names_and_nouns(page.paragraphs[n].text), words) < OWN_WORDS]
        for n in strange if len(strange) < len([n for n in page.open() if n < told[0]]) else []:
            page.mark(n, "navigation", "furniture/navigation")
        if page.paragraphs[told[-1]].text.rstrip().endswith(":"):
            return
        for n in (n for n in page.open() if n > told[-1] and label(page.paragraphs[n].text)):
            page.mark(n, "related_links", "furniture/related.list")

    def _credit_below(self, page: Page) -> None:
        """Where no credit names an agency, a short line below the report that does: "Material from X was used"."""
        told = max((n for n in page.open() if sentence_like(page.paragraphs[n].text)), default=len(page.paragraphs))
        for n in range(told + 1, len(page.paragraphs) if page.agency is None else 0):
            text = page.paragraphs[n].text
            marks = ((r, m) for r in self.rules if r.scope == "mark" for p in r.patterns if (m := p.search(text)))
            for rule, match in marks if len(text.split()) <= LABEL else ():
                agency = page.credits.of(match["agency"])
                if agency is not None:
                    page.agency, page.marks[n] = agency, (_reason(rule), rule.entry.rule)
                    return

    def _owner(self, page: Page) -> str | None:
        """The agency that a line of rights names, where no credit does."""
        rights = [n for n in page.marks if "©" in page.paragraphs[n].text or "opyright" in page.paragraphs[n].text]
        return next((a for n in sorted(rights) if (a := page.credits.within(page.paragraphs[n].text))), None)

    def _rule(self, at: int, page: Page) -> Rule | None:
        """The first rule that the whole line fits."""
        text = page.paragraphs[at].text
        line = text.strip().lstrip("-–—*•> ")
        for pattern, rule in (self.line_rules[n] for n in sorted(self.sieve.of(line))):
            match = pattern.fullmatch(line)
            if match and not self._told(rule, line) and self._credited(rule, match, at, page):
                return rule
        return None

    def _told(self, rule: Rule, line: str) -> bool:
        """Whether a line that a rule fits by its words is the report's: somebody says something in it."""
        silent = _reason(rule) in ("credit", "caption") or rule.entry.data.get("own_words")
        return not silent and self.tellings.tells(line)

    def _credited(self, rule: Rule, match: re.Match[str], at: int, page: Page) -> bool:
        """Takes note of the agency or author that a rule names; an agency's mark must be a known one, or look so."""
        groups = match.groupdict()
        if rule.entry.data.get("agency_alone"):
            named = groups.get("agency") or ""
            agency = page.credits.of(named) or (page.credits.within(named) if "," in named else None)
            if agency is None and rule.entry.data.get("unlisted"):
                agency = self._unlisted(match, named, at, page)
            self._credit(page, agency)
            return agency is not None
        if rule.entry.data["reason"] in ("credit", "byline") or groups.get("agency"):
            named = (groups.get("agency") or "").strip() if rule.entry.data.get("unlisted") else ""
            self._credit(page, page.credits.within(match.group()) or page.credits.strange(named))
        page.author = page.author or groups.get("author")
        return True

    def _credit(self, page: Page, agency: str | None) -> None:
        """Takes note of an agency that a line credits: the first, but one of the table before one of the page's own."""
        if agency is not None and self.credits.of(agency) is None and "/" not in agency:
            page.unlisted = page.unlisted or agency
        else:
            page.agency = page.agency or agency

    def _unlisted(self, match: re.Match[str], named: str, at: int, page: Page) -> str | None:
        """An agency that no table has, whose letters sign a line below the report or stand after its last full stop:
        those of whom the report tells are none."""
        text, line = page.paragraphs[at].text, match.string
        before = line[: match.start()].rstrip()
        mark = line[match.start() :].strip() if before else text.strip()
        told = [p.text for n, p in enumerate(page.paragraphs) if n < at] + [before]
        if before and not before.rstrip("”\"’'").endswith((".", "!", "?", "…")):
            return None
        if any(re.search(rf"\b{re.escape(named)}\b|{abbreviated(named)}", t) for t in told) or self._told_below(
            page, at
        ):
            return None
        return page.credits.signed(mark, named)

    def _told_below(self, page: Page, at: int) -> bool:
        """Whether a sentence that nothing sets aside stands below a line."""
        below = (page.paragraphs[n].text for n in page.open() if n > at)
        return any(
            sentence_like(text)
            and self.signs.rule(text, late=True) is None
            and not any(p.fullmatch(text) for p, r in self.line_rules if _reason(r) != "credit")
            for text in below
        )

    def _over(self, page: Page, start: int, rule: Rule) -> bool:
        """Whether the report is over at a mark of a page's end: after a notice between paragraphs, or a picture's
        owner, it goes on."""
        if rule.entry.data.get("over"):
            return True
        if RIGHTS.match(page.paragraphs[start].text) and self._another_story(page, start):
            return True
        if _reason(rule) in ("promotion", "related_links"):
            after = (page.paragraphs[n].text for n in page.open() if n > start)
            return not any(sentence_like(a) and len(a.split()) > REPORTING for a in after)
        return not self._goes_on(page, start)

    def _of_the_report(self, page: Page, at: int) -> bool:
        """Whether a line that looks like a note on an author is told in a report: it opens with a name of the report,
        or has two of them, or the report goes on."""
        line = page.paragraphs[at].text
        report = self.tellings.names(" ".join(p.text for p in page.paragraphs[:at] if sentence_like(p.text)))
        opening = self.tellings.names(" ".join(line.split()[:2])) & report
        return bool(opening) or len(self.tellings.names(line) & report) > 1 or self._goes_on(page, at)

    def _another_story(self, page: Page, at: int) -> bool:
        """Whether what stands below a line opens with names, none of which the report above it has."""
        report = self.tellings.names(" ".join(p.text for p in page.paragraphs[:at] if sentence_like(p.text)))
        below = next((p.text for p in page.paragraphs[at + 1 :] if sentence_like(p.text)), "")
        other = self.tellings.names(below)
        return len(other) > 1 and report.isdisjoint(other)

    def _goes_on(self, page: Page, at: int) -> bool:
        """Whether the report goes on after a line: a sentence below it has what those above it are about."""
        report = [p.text for p in page.paragraphs[:at] if sentence_like(p.text)]
        above, told = matters(report), " ".join(map(plain, report))
        below = (page.paragraphs[n].text for n in page.open() if n > at)
        return any(self.tellings.goes_on(line, above) for line in below if plain(line) not in told)

    def _tail(self, page: Page, start: int) -> None:
        """What follows a page's end is the page's."""
        for n in (n for n in list(page.open()) if n > start and len(page.paragraphs[n].text.split()) < LONG):
            page.mark(n, "boilerplate", "furniture/about")

    # -- repetition -----------------------------------------------------------------------------

    def _repeats(self, page: Page) -> None:
        """Of a passage that stands twice one stays: the one in running text, else the fullest, else the first."""
        plains = [plain(p.text) for p in page.paragraphs]
        for n, own in enumerate(plains):
            words = REPEATED_WORDS if n < TOP else 2 * REPEATED_WORDS
            if len(own.split()) < words or n in page.marks or page.paragraphs[n].text.endswith(":"):
                continue
            for other, text in enumerate(plains):
                if other == n or other in page.marks or not repeats(own, text, n, other):
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
            if dateline is None and reports < OPENING and sentence_like(span.text):
                reports += 1
                span, dateline = self._after_dateline(span, text, page)
            body.append(self._before_credit(n, span, text, page))
        return [s for s in body if s.text.strip()], dateline

    def _own_agencies(self, spans: Sequence[Span], text: str) -> Iterator[str]:
        """Agencies that the line which opens the report names, whatever the table says: no town or land, nor a word
        for the report itself, and written in capitals or more than once."""
        reports = [s for s in spans if sentence_like(s.text)][: OPENING + TOP]
        for match in (m for s in reports for r in self.datelines for p in r.patterns if (m := p.match(s.text))):
            name = (match.groupdict().get("agency") or "").strip()
            words = plain(name)
            if not words or words in self.places or any(w in self.credits.never for w in (words, *words.split())):
                continue
            if name.isupper() or len(re.findall(rf"\b{re.escape(name)}\b", text)) > 1:
                yield name

    def _signed_in(self, page: Page, text: str) -> Span | None:
        """Where who signed the report wrote it: "By Ana Ruiz, Lima", "HERALD CORRESPONDENT, Lima"."""
        for n, span in enumerate(page.paragraphs[:TOP]):
            name, _, town = span.text.rstrip().rpartition(", ")
            signed = page.marks.get(n, ("",))[0] == "byline" or any(w in self.signers for w in name.lower().split())
            if signed and len(name.split()) <= LABEL and town.strip() in self.towns:
                end = span.start + len(span.text.rstrip())
                return cut(text, end - len(town), end)
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
                    opening = page.credits.of(match.groupdict().get("agency") or "")
                    if opening is not None and self.credits.of(opening) is not None:
                        page.agency = opening  # whose report it is, before whose rights or inputs
                    self._credit(page, opening)
                    at = span.start + match.start("place")
                    page.opening = cut(text, span.start, span.start + match.end())
                    return cut(text, span.start + match.end(), span.end), cut(text, at, at + len(match["place"]))
        return span, None

    def _before_credit(self, at: int, span: Span, text: str, page: Page) -> Span:
        for rule in self.rules:
            for pattern in rule.patterns if rule.scope == "end" else ():
                for match in re.finditer(pattern.pattern + r"$", span.text):
                    if match.start() > 0 and self._credited(rule, match, at, page):
                        page.parts.append(
                            (cut(text, span.start + match.start(), span.end), _reason(rule), rule.entry.rule)
                        )
                        return cut(text, span.start, span.start + match.start())
        return span


def _reason(rule: Rule) -> FurnitureReason:
    return cast(FurnitureReason, rule.entry.data["reason"])


def _headline(body: Sequence[Span], text: str) -> Span | None:
    """The lines at the top that are no sentences, as one span; None where the text opens with a sentence."""
    top = []
    for span in body[:TOP]:
        if sentence_like(span.text) or len(span.text.split()) > LONG:
            break
        top.append(span)
    if not top or len(top) == len(body):
        return None
    return cut(text, top[0].start, top[-1].end)
