"""HTML pages: the article's text by paragraphs, and the source from the page's own metadata."""

import os
import subprocess
import sys

import pytest

from detente.errors import InputError
from detente.inputs import InputOptions
from detente.inputs.html import page
from detente.model import Document, Edtf

ENV = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
BODY = """
<h1>Lima and Oslo agree on fisheries talks</h1>
<p>The foreign ministers of Peru and Norway met in <b>Lima</b>
on Tuesday, and agreed
to hold talks on fisheries in the spring.</p>
<p>“We had a useful talk”, the Norwegian minister said after the meeting.<br>She leaves on Thursday.</p>
<ul><li>The talks begin in April.</li><li>The <a href="/x">embassies</a> prepare them.</li></ul>
<script>var hidden = "never words";</script>
"""
HEAD = """<meta charset="utf-8"><title>Lima and Oslo agree | The Harbour Post</title>
<meta property="og:title" content="Lima and Oslo agree on fisheries talks">
<meta property="og:site_name" content="The Harbour Post">
<meta name="author" content="Ana Prieto">
<meta property="article:published_time" content="2022-11-08T22:15:00-05:00">
<link rel="canonical" href="https://harbourpost.example/lima-oslo">"""
WHOLE = f'<!doctype html><html lang="en-GB"><head>{HEAD}</head><body><article>{BODY}</article></body></html>'


LONG_TITLE = "Statement by the Minister of Trade, A.Prieto, at the talks on fisheries in Lima"


def read(markup: str, published: str | None = None) -> Document:
    options = InputOptions(published=Edtf(published) if published else None)
    return page(markup, "a.html", options, "a.html", None, [])


def test_paragraphs_are_lines_and_their_wrapping_is_none() -> None:
    lines = read(WHOLE).text.split("\n")
    assert (
        "The foreign ministers of Peru and Norway met in Lima on Tuesday,"
        " and agreed to hold talks on fisheries in the spring." in lines
    )
    assert "She leaves on Thursday." in lines
    assert "The embassies prepare them." in lines
    assert all(line == " ".join(line.split()) and line for line in lines)
    assert "hidden" not in read(WHOLE).text


def test_the_source_is_what_the_page_declares() -> None:
    source = read(WHOLE).source
    assert source.title == "Lima and Oslo agree on fisheries talks"
    assert source.outlet == "The Harbour Post"
    assert source.author == "Ana Prieto"
    assert source.published == "2022-11-08"
    assert source.language == "en"
    assert source.url == "https://harbourpost.example/lima-oslo"
    assert source.path == "a.html"
    assert read(WHOLE).issues == ()


def test_a_given_date_goes_before_the_pages() -> None:
    assert read(WHOLE, published="2022-11").source.published == "2022-11"


def test_a_year_in_the_footer_is_no_publication_date() -> None:
    footer = "<footer>© 2007-2021 The Harbour Post</footer>"
    assert read(f"<html><body><article>{BODY}</article>{footer}</body></html>").source.published is None


@pytest.mark.parametrize(
    ("head", "language"),
    [
        ('<meta property="og:locale" content="fr_CA">', "fr"),
        ('<meta http-equiv="Content-Language" content="es">', "es"),
        ("", None),
    ],
)
def test_language_of_the_head(head: str, language: str | None) -> None:
    markup = f"<html><head>{head}</head><body><article>{BODY}</article></body></html>"
    assert read(markup).source.language == language


@pytest.mark.parametrize("cut", ["</body></html>", "</article></body></html>", "</p>"])
def test_a_page_that_never_closes_is_read_as_far_as_it_goes(cut: str) -> None:
    document = read(WHOLE[: WHOLE.index(cut)] if cut != "</p>" else WHOLE[: WHOLE.rindex("</p>")])
    assert "The foreign ministers of Peru and Norway" in document.text
    assert [i.code for i in document.issues] == ["DET-111"]


@pytest.mark.parametrize(
    "markup",
    [
        "<html><body><p>Envoys met in Accra.</p><p>They talk again</p></body></html>",
        "Envoys met in Accra. They talk again",
        "<html><body>" + "<div>" * 1500 + "Envoys met in Accra." + "</div>" * 1500 + "</body></html>",
        "<html><body><p>Envoys met\x00 in Accra.</p></body></html>",
        "<?xml version='1.0' encoding='utf-8'?><p>Envoys met in Accra.</p>",
    ],
)
def test_a_page_without_an_article_gives_all_its_words(markup: str) -> None:
    document = read(markup)
    assert document.text.startswith("Envoys met")
    assert {i.code for i in document.issues} <= {"DET-111"}


@pytest.mark.parametrize(
    "markup",
    [
        "<html><body></body></html>",
        "<html>" + "<b>" * 5000,
        "<html><script>x</script></html>",
        "<!-- only -->",
    ],
)
def test_a_page_without_words_is_refused(markup: str) -> None:
    with pytest.raises(InputError) as refused:
        read(markup)
    assert refused.value.code == "DET-111"
    assert "\n" not in str(refused.value)


def test_a_page_nested_deeper_than_trees_grow_gives_its_words() -> None:
    words = "<p>Envoys met in <b>Accra</b>.</p><script>never()</script><p>They talk again &amp; soon.</p>"
    deep = "<div>" * 100_000 + words
    document = read(f"<html><head><title>Accra</title></head><body>{deep}</body></html>")
    assert document.text == "Envoys met in Accra.\nThey talk again & soon."
    assert [i.code for i in document.issues] == ["DET-111"]


@pytest.mark.parametrize(
    ("title", "outlet", "heading", "found"),
    [
        (LONG_TITLE, "Ministry of Trade of Peru", "", "Ministry of Trade of Peru"),
        (LONG_TITLE, "Ministry of Trade of Peru", f"<h1>{LONG_TITLE}</h1>", None),
        ("Lima and Oslo agree", "The St. Harbour Post", "", "The St. Harbour Post"),
    ],
)
def test_a_headline_with_a_full_stop_is_no_sites_name(title: str, outlet: str, heading: str, found: str | None) -> None:
    told = BODY[BODY.index("<p>") :]
    source = read(f"<html><head><title>{title} - {outlet}</title></head><body>{heading}{told}</body></html>").source
    assert (source.title, source.outlet) == (title, found)


def test_the_same_page_gives_the_same_document() -> None:
    assert read(WHOLE) == read(WHOLE)


def test_the_extractor_prints_nothing_of_its_own() -> None:
    code = (
        "from detente.inputs import InputOptions\nfrom detente.inputs.html import page\n"
        "page('words', 'a', InputOptions(), None, None, [])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, env=ENV)
    assert done.stdout + done.stderr == b""


def test_a_title_that_is_never_closed_takes_no_text() -> None:
    text = "The Chadian foreign minister met her Nigerien counterpart in Niamey on Monday."
    markup = f"<html><head><title>Ministers meet<body><p>{text}</p></body></html>"
    document = page(markup, "p", InputOptions(), None, None, ())
    assert text in document.text and document.source.title == "Ministers meet"
    closed = page(markup.replace("<body>", "</title></head><body>"), "p", InputOptions(), None, None, ())
    assert closed.text == document.text
