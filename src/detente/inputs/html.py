"""An HTML page to a document: the article's text, and what the page's metadata say of it."""

from __future__ import annotations

import logging
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from html.parser import HTMLParser
from typing import Any

from detente.errors import InputError
from detente.inputs.frozen import document_of, storable
from detente.inputs.limits import InputOptions
from detente.inputs.published import parse_published
from detente.issues import note
from detente.model import Document, Edtf, Issue, Source

# The date extractor's wide search takes a year from footers and script paths for the date of publication,
# and its default latest day is today's: only what the page declares counts, whatever the day of the run.
DECLARED_DATES = {"original_date": True, "extensive_search": False, "max_date": "2100-01-01"}
# Elements that stand inside a line, of HTML and of the extractor's own markup; every other ends one.
INLINE = frozenset(
    """a abbr acronym b bdi bdo big cite code data del dfn em font hi i ins kbd mark nobr q ref rt ruby s samp
    small span strike strong sub sup time tt u var wbr""".split()  # noqa: SIM905 (one a line would fill a page)
)
CELLS = frozenset({"cell", "td", "th"})
NAME_WORDS = 8  # what has more words than that may be a headline, and no site's name
TITLE, TITLE_END = re.compile(r"<title\b[^<>]{0,200}>", re.IGNORECASE), re.compile(r"</title\s*>", re.IGNORECASE)
WORDLESS = ("head", "script", "style", "noscript", "template", "svg", "iframe", "object", "select", "button")
LANGUAGE = (
    re.compile(r"""<html[^>]{0,300}?\blang\s*=\s*["']?([A-Za-z]{2,3})(?![A-Za-z])""", re.IGNORECASE),
    re.compile(
        r"""<meta[^>]{0,60}(?:content-language|og:locale)["'][^>]{0,40}content\s*=\s*["']([A-Za-z]{2,3})(?![A-Za-z])""",
        re.IGNORECASE,
    ),
)


def page(
    markup: str, place: str, options: InputOptions, path: str | None, url: str | None, issues: Sequence[Issue]
) -> Document:
    """The article on a page. InputError (DET-111) when nothing can be read from it.

    `published` is the options', else the one the page declares; a page without one has none.
    """
    markup = _titled(storable(markup).replace("\0", "\ufffd"))
    found = _extracted(markup, url)
    text = _text(found.body) if found is not None else ""
    notes = [*issues, *_unclosed(markup, place)]
    if not text:
        text = _all_text(markup)
        notes.append(note("DET-111", f"{place}: no article stands out on the page; all its text was read"))
    else:
        notes += _left_out(markup, text, place)
    if not text:
        raise InputError("DET-111", f"{place}: no text was found on the page; save its text and read that")
    source, dated = _source(found, markup, path, url, place)
    return document_of(text, published=options.published, source=source, issues=[*notes, *dated])


def _titled(markup: str) -> str:
    """The page with its title closed where it never is: all that follows would be taken for the title."""
    opened = TITLE.search(markup)
    if opened is None or TITLE_END.search(markup, opened.end()):
        return markup
    end = markup.find("<", opened.end())
    return markup if end < 0 else f"{markup[:end]}</title>{markup[end:]}"


def _source(found: Any, markup: str, path: str | None, url: str | None, place: str) -> tuple[Source, list[Issue]]:
    """What the page says of itself, and an issue for a date that is none."""
    published, notes = _published(getattr(found, "date", None), place)
    title, site = _title_and_site(getattr(found, "title", None), getattr(found, "sitename", None))
    source = Source(
        path=path,
        url=getattr(found, "url", None) or url,
        title=title,
        outlet=site or getattr(found, "hostname", None),
        author=getattr(found, "author", None),
        published=published,
        language=_language(markup),
    )
    return source, notes


def _title_and_site(title: str | None, site: str | None) -> tuple[str | None, str | None]:
    """The two the right way round: of "Headline - Site" the extractor takes the part with a full stop for the site."""
    if not title or not site or len(site.split()) <= NAME_WORDS:
        return title, site
    if title in site or site in title:
        return title, None
    return (site, title) if len(site) > len(title) else (title, site)


def _published(written: str | None, place: str) -> tuple[Edtf | None, list[Issue]]:
    found = parse_published(written) if written else None
    if written and found is None:
        return None, [note("DET-108", f"{place}: the page's date {written[:60]!r} is not a date of publication")]
    return found, []


def _extracted(markup: str, url: str | None) -> Any:
    """What trafilatura finds, a document with `body` and metadata; None when it finds no article."""
    from lxml.etree import LxmlError  # type: ignore[import-untyped]
    from trafilatura import bare_extraction

    _hush()
    try:
        return bare_extraction(
            markup, url=url, with_metadata=True, include_comments=False, include_tables=True,
            favor_recall=True, deduplicate=False, date_extraction_params=DECLARED_DATES,
        )  # fmt: skip
    except (LxmlError, ValueError, TypeError, AttributeError, RecursionError):
        return None  # markup that breaks the extractor is read whole, with its issue


def _hush() -> None:
    """What the extractor logs is told in issues; without a handler Python would print it among them."""
    for name in ("trafilatura", "htmldate", "justext", "courlan"):
        logger = logging.getLogger(name)
        if not logger.handlers:
            logger.addHandler(logging.NullHandler())


def _all_text(markup: str) -> str:
    """Every word that is shown, for a page on which no article is found."""
    return _text_of_tree(markup) or Flat(markup).text


def _text_of_tree(markup: str) -> str:
    """The words of the page's tree, which libxml2 grows 2048 elements deep."""
    from lxml import html  # type: ignore[import-untyped]
    from lxml.etree import LxmlError

    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True)
    try:
        tree = html.document_fromstring(markup.encode("utf-8"), parser=parser)
    except (LxmlError, ValueError):
        return ""
    for element in list(tree.iter(*WORDLESS)):
        element.drop_tree()
    return _text(tree)


def _text(body: Any) -> str:
    """The body's blocks, one a line: line ends inside a block are layout of the markup, not of the text."""
    return _lines("".join(_pieces(body)))


def _lines(text: str) -> str:
    lines = (" ".join(line.split()) for line in text.split("\0"))
    return "\n".join(line for line in lines if line)


def _pieces(body: Any) -> Iterator[str]:
    """Texts in order, with NUL, which no tree can hold, where a line ends. Pages nest too deep to recurse."""
    from lxml.etree import iterwalk

    for event, element in iterwalk(body, events=("start", "end")):
        if element.tag in CELLS:
            yield " "
        elif element.tag not in INLINE:
            yield "\0"
        yield (element.text if event == "start" else element.tail) or ""


class Flat(HTMLParser):
    """The words of a page without its tree, for one that nests deeper than trees grow; `text` has a block a line."""

    def __init__(self, markup: str) -> None:
        super().__init__()
        self.pieces: list[str] = []
        self.hidden = 0
        self.feed(markup)
        self.close()

    @property
    def text(self) -> str:
        return _lines("".join(self.pieces))

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.hidden = 0 if tag == "body" else self.hidden + (tag in WORDLESS)
        self._end_line(tag)

    def handle_endtag(self, tag: str) -> None:
        self.hidden -= tag in WORDLESS and self.hidden > 0
        self._end_line(tag)

    def handle_data(self, data: str) -> None:
        self.pieces += [] if self.hidden else [data]

    def _end_line(self, tag: str) -> None:
        self.pieces += " " if tag in CELLS else [] if tag in INLINE else "\0"


def _left_out(markup: str, text: str, place: str) -> list[Issue]:
    """How many words the page shows beside its article: menus, notices, what the extractor takes for no part of it."""
    beside = Counter(_all_text(markup).split()) - Counter(text.split())
    words = sum(count for word, count in beside.items() if any(c.isalnum() for c in word))
    return [note("DET-116", f"{place}: {words} words outside the article were left out")] if words else []


def _unclosed(markup: str, place: str) -> list[Issue]:
    opened, closed = "<html" in markup[:5000].lower(), "</html" in markup[-5000:].lower()
    message = f"{place}: the page does not close its markup; what could be read was read"
    return [note("DET-111", message)] if opened and not closed else []


def _language(markup: str) -> str | None:
    """The language that the page declares, of its root element or in its head."""
    found = (form.search(markup[:20_000]) for form in LANGUAGE)
    return next((m.group(1).lower() for m in found if m), None)
