"""Readings as one self-contained page: the text with every span marked, and what each mark says.

Out: an HTML string that needs no network: styles and script are inside, and the page's own policy forbids
more. Nothing of a document is markup on the page.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Sequence
from hashlib import sha256

from jinja2 import Environment, PackageLoader, StrictUndefined

from detente.model import Reading
from detente.outputs import summary
from detente.outputs.escaping import clean, cut, visible
from detente.outputs.marks import KINDS, marks, pieces

# the lists that are open at first
UNFOLDED = ("engagement", "statement", "position", "commitment")
LONGEST_TITLE = 180


def write_page(readings: Sequence[Reading]) -> str:
    """The page of some readings, in their order; with several, a list of them comes first."""
    environment = Environment(
        loader=PackageLoader("detente.outputs"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["visible"] = _visible
    style, script = (_part(environment, name) for name in ("page.css", "page.js"))
    return environment.get_template("page.html.j2").render(
        documents=[_document(f"d{n}", r) for n, r in enumerate(readings, 1)],
        kinds=KINDS,
        unfolded=UNFOLDED,
        style=style,
        script=script,
        policy=f"default-src 'none'; style-src {_hash(style)}; script-src {_hash(script)}",
    )


def _part(environment: Environment, name: str) -> str:
    """A file of the templates as it stands."""
    assert environment.loader is not None
    return environment.loader.get_source(environment, name)[0]


def _hash(text: str) -> str:
    """What the page's policy knows its own style and script by, so that no other is applied or run."""
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def _visible(text: str) -> str:
    """Line ends and tabs stay as they are; what would turn or hide text is written out."""
    return visible(text, keep="\r\n\t")


def _document(key: str, reading: Reading) -> dict[str, object]:
    found = marks(f"{key}-", reading)
    title, source = summary.heading(reading)
    reader, origin = reading.reader, reading.source.url or reading.source.path
    return {
        "id": key,
        "title": cut(title, LONGEST_TITLE),
        "source": clean(source),
        "count": summary.number(len(reading.engagements), "engagement"),
        "pieces": pieces(reading.text, found),
        "lists": {kind: [m for m in found if m.kind == kind] for kind in KINDS},
        "origin": clean(origin or ""),
        "reader": clean(f"detente {reader.version} · codebook {reader.codebook} · {reader.model}"),
    }
