"""Web addresses, on a server of the test's own: what is fetched, what is refused, and how often."""

import gzip
import io
import socket
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from detente.inputs import InputOptions, Limits, Refusal, open_inputs
from detente.inputs.fetch import _public
from detente.inputs.limits import Kind
from detente.model import Document

STORY = "The envoys of Ghana and Fiji met in Suva. " * 20
BODY = f"<body><article><p>{STORY}</p></article></body>"
PAGE = f"<!doctype html><html lang='en'><head><title>Suva</title></head>{BODY}</html>"
HTML = "text/html; charset=utf-8"
ANSWERS: dict[str, tuple[int, dict[str, str], bytes]] = {
    "/page": (200, {"Content-Type": HTML}, PAGE.encode()),
    "/western": (
        200,
        {"Content-Type": "text/html; charset=windows-1252"},
        PAGE.replace("Suva", "Zürich").encode("cp1252"),
    ),
    "/untyped": (200, {}, PAGE.encode()),
    "/plain": (200, {"Content-Type": "text/plain"}, b"Talks\r\nin Suva."),
    "/lines": (200, {"Content-Type": "application/x-ndjson"}, b'{"text": "One."}\nbad\n{"text": "Two."}'),
    "/lines.jsonl": (200, {"Content-Type": "application/octet-stream"}, b'{"text": "One."}\n{"text": "Two."}'),
    "/lines.ndjson": (200, {"Content-Type": "text/plain"}, b'{"text": "One."}\n{"text": "Two."}'),
    "/lines.jsonl.gz": (200, {"Content-Type": "application/gzip"}, gzip.compress(b'{"text": "One."}\n{"text": "2."}')),
    "/page.gz?v=2": (200, {"Content-Type": "application/x-gzip"}, gzip.compress(PAGE.encode())),
    "/viewer/lines.jsonl": (200, {"Content-Type": HTML}, PAGE.encode()),
    "/bytes": (200, {"Content-Type": "application/octet-stream"}, b'{"text": "One."}\n{"text": "Two."}'),
    "/coded": (200, {"Content-Type": HTML, "Content-Encoding": "gzip"}, gzip.compress(PAGE.encode())),
    "/bomb": (200, {"Content-Type": HTML, "Content-Encoding": "gzip"}, gzip.compress(b" " * 30_000_000)),
    "/moved": (301, {"Location": "/page"}, b""),
    "/loop": (302, {"Location": "/loop"}, b""),
    "/nowhere": (302, {"Location": "http://[::1"}, b""),
    "/to-file": (302, {"Location": "file:///etc/hostname"}, b""),
    "/gone": (410, {"Content-Type": HTML}, PAGE.encode()),
    "/refused": (403, {"Content-Type": HTML}, b"no"),
    "/broken": (500, {"Content-Type": HTML}, b""),
    "/image": (200, {"Content-Type": "image/png"}, b"\x89PNG"),
    "/empty": (200, {"Content-Type": HTML}, b""),
    "/large": (200, {"Content-Type": HTML}, b"<p>words</p>" * 200_000),
    "/binary": (200, {"Content-Type": HTML}, b"\0\1\2" * 99),
}


class Site(BaseHTTPRequestHandler):
    asked: list[tuple[str, str]] = []  # noqa: RUF012 (the server makes a handler for each request)

    def do_GET(self) -> None:
        self.asked.append((self.path, self.headers["Host"]))
        if self.path == "/slow":
            return self._drip()
        status, headers, body = ANSWERS.get(self.path, (404, {}, b""))
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
        return None

    def _drip(self) -> None:
        self.send_response(200)
        self.end_headers()
        for _ in range(50):
            self.wfile.write(b"<p>words</p>")
            time.sleep(0.05)

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def read(url: str, kind: Kind = "auto", **limits: float) -> list[Document | Refusal]:
    bounds = Limits(allow_private=True, **{"max_bytes": 1_000_000, "timeout": 5.0, **limits})  # type: ignore[arg-type]
    return list(open_inputs([url], InputOptions(kind=kind, limits=bounds), io.BytesIO()))


def document(url: str) -> Document:
    (found,) = read(url)
    assert isinstance(found, Document), found
    return found


def refusal(url: str, **limits: float) -> Refusal:
    (found,) = read(url, **limits)
    assert isinstance(found, Refusal), found
    assert found.input == url
    assert found.message.startswith(url)
    assert "\n" not in found.message
    return found


@pytest.mark.parametrize("path", ["/page", "/untyped", "/coded", "/moved"])
def test_a_page_is_read_with_its_address(site: str, path: str) -> None:
    found = document(site + path)
    assert found.text.startswith("The envoys of Ghana and Fiji met in Suva.")
    assert found.source.url == site + ("/page" if path == "/moved" else path)
    assert found.source.path is None
    assert (found.source.title, found.source.language) == ("Suva", "en")
    assert found.issues == ()


def test_the_servers_encoding_is_used(site: str) -> None:
    found = document(site + "/western")
    assert "met in Zürich." in found.text
    assert found.issues == ()


def test_plain_text_and_lines(site: str) -> None:
    assert document(site + "/plain").text == "Talks\nin Suva."
    first, bad, last = read(site + "/lines")
    assert isinstance(first, Document)
    assert isinstance(last, Document)
    assert isinstance(bad, Refusal)
    assert bad.input == site + "/lines, line 2"


@pytest.mark.parametrize(("path", "kind", "texts"), [
    ("/lines.jsonl", "auto", 2), ("/lines.ndjson", "auto", 2), ("/lines.jsonl.gz", "auto", 2),
    ("/page.gz?v=2", "auto", 1), ("/viewer/lines.jsonl", "auto", 1),
    ("/bytes", "jsonl", 2), ("/bytes", "text", 1), ("/plain", "html", 1),
])  # fmt: skip
def test_what_is_served_under_another_type_is_what_its_name_or_the_user_says(
    site: str, path: str, kind: Kind, texts: int
) -> None:
    found = read(site + path, kind)
    assert [type(item) for item in found] == [Document] * texts


def test_bytes_of_no_name_are_refused_with_the_way_out(site: str) -> None:
    found = refusal(site + "/bytes")
    assert found.code == "DET-109" and "--from" in found.message


@pytest.mark.parametrize(
    ("path", "code", "told"),
    [
        ("/none", "DET-109", "404"), ("/gone", "DET-109", "410"), ("/refused", "DET-109", "403"),
        ("/broken", "DET-109", "500"), ("/image", "DET-109", "image/png"), ("/loop", "DET-109", "redirects"),
        ("/to-file", "DET-109", "no web address"), ("/nowhere", "DET-109", "cannot be fetched"),
        ("/empty", "DET-102", "empty"), ("/large", "DET-104", "--max-bytes"), ("/bomb", "DET-104", "larger"),
        ("/binary", "DET-103", "binary"),
    ],
)  # fmt: skip
def test_what_is_no_page_is_refused_in_one_line(site: str, path: str, code: str, told: str) -> None:
    found = refusal(site + path)
    assert found.code == code
    assert told in found.message


def test_redirects_are_counted(site: str) -> None:
    Site.asked.clear()
    refusal(site + "/loop", redirects=3)
    assert len(Site.asked) == 4


def test_a_slow_server_is_left_in_time(site: str) -> None:
    began = time.monotonic()
    assert refusal(site + "/slow", timeout=0.5).code == "DET-109"
    assert time.monotonic() - began < 2


def test_a_server_that_is_not_there() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    assert refusal(f"http://127.0.0.1:{port}/").code == "DET-109"


@pytest.mark.parametrize(
    "url",
    [
        "http://",
        "http://[::1",
        "http://a b/",
        "http://h:99999/",
        "http://h:x/",
        "http://" + "a" * 70 + "/",
        "https:///x",
    ],
)
def test_broken_addresses(url: str) -> None:
    assert refusal(url).code == "DET-109"


def test_private_addresses_are_refused_unasked(site: str) -> None:
    Site.asked.clear()
    for url in (site + "/page", site.replace("127.0.0.1", "localhost") + "/page"):
        (found,) = open_inputs([url], InputOptions(), io.BytesIO())
        assert isinstance(found, Refusal)
        assert found.code == "DET-109"
        assert "private" in found.message
    assert Site.asked == []


def test_a_redirect_to_a_private_address_is_refused(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The test's own server plays the open internet; only where it leads to is private."""
    monkeypatch.setattr("detente.inputs.fetch._public", lambda address: address != "10.0.0.7")
    monkeypatch.setitem(ANSWERS, "/inside", (302, {"Location": "http://10.0.0.7/secret"}, b""))
    (found,) = open_inputs([site + "/inside"], InputOptions(), io.BytesIO())
    assert isinstance(found, Refusal)
    assert "private" in found.message


def test_the_connection_goes_to_the_address_that_was_checked(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    port = int(site.rsplit(":", 1)[1])
    looked_up: list[object] = []

    def resolve(host: str, *_: object, **__: object) -> list[tuple[object, ...]]:
        looked_up.append(host)
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", port))]

    monkeypatch.setattr("detente.inputs.fetch.socket.getaddrinfo", resolve)
    Site.asked.clear()
    assert document(f"http://news.example:{port}/page").text.startswith("The envoys")
    assert Site.asked == [("/page", f"news.example:{port}")]
    assert looked_up.count("news.example") == 1


@pytest.mark.parametrize(
    "address",
    ["127.0.0.1", "10.1.2.3", "192.168.0.1", "169.254.169.254", "0.0.0.0", "100.64.0.1", "224.0.0.1", "::1",
     "fe80::1%eth0", "fc00::1", "::ffff:127.0.0.1", "2002:7f00:1::", "::"],
)  # fmt: skip
def test_addresses_off_the_open_internet(address: str) -> None:
    assert not _public(address)


@pytest.mark.parametrize("address", ["93.184.216.34", "2606:2800:220:1:248:1893:25c8:1946"])
def test_addresses_on_the_open_internet(address: str) -> None:
    assert _public(address)
