"""One web page over http(s): bounded in size, time and redirects, and never from a private address.

The host is resolved here, its addresses are checked, and the connection goes to the checked address: a
second look-up could answer otherwise. Proxies of the environment are not used, as they resolve names
themselves, past the check.
"""

from __future__ import annotations

import ipaddress
import socket
import time
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import SplitResult, urljoin, urlsplit

from detente.errors import InputError
from detente.inputs.limits import Limits, printable, too_large

if TYPE_CHECKING:
    import httpx

TEXTUAL = ("text/", *(f"application/{kind}" for kind in ("xhtml", "xml", "json", "x-ndjson")))
HEADERS = {"User-Agent": "detente", "Accept": "text/html, application/xhtml+xml, text/plain;q=0.9, */*;q=0.1"}
PORTS = {"http": 80, "https": 443}
SAVE = "save the page and read the file"


@dataclass(frozen=True, slots=True)
class Answer:
    """A fetched page: its bytes, the charset and type its server declares, and its last address."""

    body: bytes
    charset: str | None
    content_type: str
    url: str


def fetch(url: str, limits: Limits, any_type: bool = False) -> Answer:
    """The page at an address; of `any_type` where something else than its server tells what it is.

    InputError (DET-109, or DET-104 when too large) when it is refused.
    """
    import httpx

    place, address = printable(url), url
    until = time.monotonic() + limits.timeout
    try:
        with httpx.Client(trust_env=False, timeout=limits.timeout, headers=HEADERS) as client:
            for _ in range(limits.redirects + 1):
                request = _pinned(client, address, place, limits)
                with closing(client.send(request, stream=True)) as answer:
                    if not answer.has_redirect_location:
                        _check_type(answer, place, any_type)
                        return _answer(answer, address, place, limits, until)
                    address = urljoin(address, answer.headers["location"])
    except (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError, ValueError) as error:
        raise _refused(place, f"cannot be fetched ({_short(error)}); {SAVE}") from error
    raise _refused(place, f"redirects more than {limits.redirects} times; {SAVE}")


def _pinned(client: httpx.Client, url: str, place: str, limits: Limits) -> httpx.Request:
    """The request to one checked address of the url's host, with the host's own name for the server."""
    import httpx

    parts = urlsplit(url)
    if parts.scheme not in PORTS or not parts.hostname:
        raise _refused(place, f"leads to {printable(url)[:80]!r}, which is no web address; check it")
    address = _checked(parts, place, limits)
    whole = httpx.URL(url)
    return client.build_request(
        "GET",
        whole.copy_with(host=address, username=None, password=None),
        headers={"Host": whole.netloc.decode("ascii")},
        extensions={"sni_hostname": whole.raw_host.decode("ascii")},
    )


def _checked(parts: SplitResult, place: str, limits: Limits) -> str:
    """The first address of a host, when all its addresses may be reached."""
    assert parts.hostname is not None
    try:
        found = socket.getaddrinfo(parts.hostname, parts.port or PORTS[parts.scheme], type=socket.SOCK_STREAM)
    except OSError as error:
        raise _refused(place, f"no such host ({error.strerror or error}); check the address") from error
    addresses = [str(entry[4][0]) for entry in found]
    if not limits.allow_private and not all(_public(address) for address in addresses):
        raise _refused(place, f"leads to a private address and is not fetched without --allow-private-hosts; {SAVE}")
    return addresses[0]


def _public(address: str) -> bool:
    """Whether an address is on the open internet, also when it wraps another inside IPv6."""
    found = ipaddress.ip_address(address.split("%")[0])
    if isinstance(found, ipaddress.IPv6Address):
        inner = found.ipv4_mapped or found.sixtofour or (found.teredo or (None, None))[1]
        if inner is not None and not _public(str(inner)):
            return False
    return found.is_global and not found.is_multicast


def _check_type(answer: httpx.Response, place: str, any_type: bool) -> None:
    if answer.status_code != 200:
        raise _refused(place, f"the server answers {answer.status_code}; check the address")
    kind = _type(answer)
    if kind and not any_type and not kind.startswith(TEXTUAL):
        way = "save its text and read that, or say what it is with --from"
        raise _refused(place, f"is {printable(kind)[:60]}, not a page; {way}")


def _type(answer: httpx.Response) -> str:
    return str(answer.headers.get("content-type", "")).split(";")[0].strip().lower()


def _answer(answer: httpx.Response, url: str, place: str, limits: Limits, until: float) -> Answer:
    body = bytearray()
    for piece in answer.iter_bytes():
        body += piece
        if len(body) > limits.max_bytes:
            raise too_large(place, limits)
        if time.monotonic() > until:
            raise _refused(place, f"takes over {limits.timeout:g} seconds; {SAVE}")
    return Answer(bytes(body), answer.charset_encoding, _type(answer), url)


def _refused(place: str, why: str) -> InputError:
    return InputError("DET-109", f"{place}: {why}")


def _short(error: Exception) -> str:
    return " ".join(str(error).split())[:120] or type(error).__name__
