"""A brief as Markdown, as a page, and as a Word document: every sentence with a footnote to source and span."""

from __future__ import annotations

import html
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from detente.errors import UsageError
from detente.outputs.briefing import EMPTY, Brief, Section, Sentence
from detente.outputs.dates import in_words
from detente.outputs.escaping import clean, marked_down
from detente.outputs.wordings import counted
from detente.record.nouns import Coverage, Quote

LONGEST = 400


@dataclass(slots=True)
class Notes:
    """The footnotes in their order: the same span has one number."""

    brief: Brief
    numbers: dict[Quote, int] = field(default_factory=dict)

    def of(self, sentence: Sentence) -> list[int]:
        """The numbers of a sentence's spans."""
        return [self.numbers.setdefault(q, len(self.numbers) + 1) for q in dict.fromkeys(sentence.notes)]

    def lines(self) -> Iterator[tuple[int, str, str]]:
        """Each note: its number, where it stands, and the words."""
        for quote, number in self.numbers.items():
            source = self.brief.sources.get(quote.document)
            parts = [source.outlet, source.title, source.published, source.url] if source else []
            told = ", ".join(clean(p) for p in parts if p)
            place = f"{clean(quote.document)}{f' ({told})' if told else ''}, characters {quote.start}–{quote.end}"
            yield number, place, clean(quote.text)[:LONGEST]


def title(brief: Brief) -> str:
    """The brief's title."""
    since = f" since {in_words(brief.since, weekday=False)}" if brief.since else ""
    return f"{brief.names[0]} and {brief.names[1]}{since}"


def known(brief: Brief) -> str:
    """Until when the brief knows, and of which day the last text is that was read where that is not near."""
    read = f" The last text on the two that was read is of {in_words(brief.read_until)}." if brief.read_until else ""
    return f"As known on {in_words(brief.as_of)}.{read if brief.read_until != brief.as_of else ''}"


def sections(brief: Brief) -> tuple[Section, ...]:
    """The parts of the brief; one alone where nothing at all was read of the two."""
    if any(section.sentences for section in brief.sections):
        return brief.sections
    return (Section("What was read", (), f"Nothing was read of {brief.names[0]} and {brief.names[1]} together."),)


def stands_on(brief: Brief) -> Iterator[str]:
    """What the brief stands on, a line a side, and the rest."""
    for line in brief.coverage:
        yield _stands(line, line.side)
    yield _stands(brief.wires, "neither side speaks in")


def _stands(line: Coverage, name: str) -> str:
    languages = ", ".join(f"{n} {clean(code)}" for code, n in line.languages.items()) or "none"
    unread = ", ".join(f"{n} {clean(code)}" for code, n in line.unread.items()) or "none"
    days = f"{line.first} to {line.last}" if line.first else "no days"
    read = f"{counted(line.documents, 'document')} in {counted(line.families, 'family')}"
    return f"{name}: {read} ({languages}; unread {unread}), {days}"


def markdown(brief: Brief) -> str:
    """The brief as Markdown with footnotes."""
    notes = Notes(brief)
    lines = [f"# {title(brief)}", "", known(brief), ""]
    for section in sections(brief):
        lines += [f"## {section.title}", ""]
        told = [f"- {marked_down(s.text)}{''.join(f'[^{n}]' for n in notes.of(s))}" for s in section.sentences]
        lines += told or [section.empty]
        lines += ["", section.left_out] if section.left_out else []
        lines.append("")
    stands = (f"- {marked_down(line)}" for line in stands_on(brief))
    lines += ["## What this stands on", "", *stands, "", brief.caution, ""]
    lines += [f"[^{n}]: {marked_down(place)}: “{marked_down(words)}”" for n, place, words in notes.lines()]
    return "\n".join(lines) + "\n"


STYLE = (
    "body{font:17px/1.5 Georgia,serif;max-width:44rem;margin:3rem auto;padding:0 1rem;color:#222}"
    "h1{font-size:1.7rem}h2{font-size:1.15rem;margin-top:2rem;border-bottom:1px solid #ccc}"
    "sup a{text-decoration:none;color:#06c}ol{font-size:.85rem;color:#444}.quiet{color:#666}"
    "@media(prefers-color-scheme:dark){body{background:#16181c;color:#ddd}ol,.quiet{color:#aaa}sup a{color:#8bf}}"
)


def page(brief: Brief) -> str:
    """The brief as one self-contained page."""
    notes = Notes(brief)
    body = [f"<h1>{_e(title(brief))}</h1><p class=quiet>{_e(known(brief))}</p>"]
    for section in sections(brief):
        body.append(f"<h2>{_e(section.title)}</h2>")
        body.append(_list((_html_sentence(s, notes) for s in section.sentences), section.empty))
        body += [f"<p class=quiet>{_e(section.left_out)}</p>"] if section.left_out else []
    body.append("<h2>What this stands on</h2>" + _list(_e(line) for line in stands_on(brief)))
    body.append(f"<p>{_e(brief.caution)}</p><h2>Notes</h2><ol>")
    body += [f'<li id="n{n}">{_e(place)}: “{_e(words)}”</li>' for n, place, words in notes.lines()]
    head = f"<meta charset=utf-8><meta name=viewport content='width=device-width'><title>{_e(title(brief))}</title>"
    whole = f"<head>{head}<style>{STYLE}</style></head><body>{''.join(body)}</ol></body>"
    return f"<!doctype html><html lang=en>{whole}</html>\n"


def _list(items: Iterable[str], empty: str = EMPTY) -> str:
    found = [f"<li>{i}</li>" for i in items]
    return f"<ul>{''.join(found)}</ul>" if found else f"<p class=quiet>{_e(empty)}</p>"


def _html_sentence(sentence: Sentence, notes: Notes) -> str:
    marks = "".join(f'<sup><a href="#n{n}">{n}</a></sup> ' for n in notes.of(sentence))
    return _e(clean(sentence.text)) + marks.rstrip()


def _e(text: str) -> str:
    return html.escape(text)


def word(brief: Brief) -> bytes:
    """The brief as a Word document. Raises UsageError where python-docx is not installed."""
    try:
        import docx
    except ImportError as error:
        raise UsageError("a Word brief needs python-docx; install it with: pip install python-docx") from error
    notes = Notes(brief)
    made = docx.Document()
    made.add_heading(title(brief), 0)
    made.add_paragraph(known(brief))
    for section in sections(brief):
        made.add_heading(section.title, 1)
        for sentence in section.sentences:
            paragraph = made.add_paragraph(clean(sentence.text), style="List Bullet")
            paragraph.add_run(" " + ", ".join(map(str, notes.of(sentence)))).font.superscript = True
        if not section.sentences:
            made.add_paragraph(section.empty)
        if section.left_out:
            made.add_paragraph(section.left_out)
    made.add_heading("What this stands on", 1)
    for line in (*stands_on(brief), brief.caution):
        made.add_paragraph(line)
    made.add_heading("Notes", 1)
    for number, place, words in notes.lines():
        made.add_paragraph(f"{number}  {place}: “{words}”")
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()
