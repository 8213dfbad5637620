"""One web page over http(s): bounded in size, time and redirects, and never from a private address."""

from __future__ import annotations

import ipaddress
import socket
from urllib.parse import urljoin, urlsplit

from detente.errors import InputError
from detente.inputs.limits import Limits

TEXTUAL = ("text/", "application/xhtml", "application/xml", "application/json", "application/x-ndjson")


def fetch(url: str, limits: Limits) -> tuple[bytes, str | None, str, str]:
    """The page's bytes, its declared charset, its content type and its last address; InputError when refused."""
    import httpx

    try:
        with httpx.Client(follow_redirects=False, timeout=limits.timeout, headers={"User-Agent": "detente"}) as client:
            for _ in range(limits.redirects + 1):
                _check(url, limits)
                with client.stream("GET", url) as answer:
                    if answer.is_redirect:
                        url = urljoin(url, answer.headers.get("location", ""))
                        continue
                    return _body(answer, url, limits)
    except httpx.HTTPError as error:
        raise InputError("DET-109", f"{url}: cannot be fetched ({_short(error)}); save the page and read the file") from error
    raise InputError("DET-109", f"{url}: more than {limits.redirects} redirects")


def _body(answer: object, url: str, limits: Limits) -> tuple[bytes, str | None, str, str]:
    import httpx

    assert isinstance(answer, httpx.Response)
    if answer.status_code != 200:
        raise InputError("DET-109", f"{url}: the server answers {answer.status_code}; check the address")
    kind = answer.headers.get("content-type", "").split(";")[0].strip().lower()
    if kind and not kind.startswith(TEXTUAL):
        raise InputError("DET-109", f"{url}: is {kind}, not a page; save what it holds as text and read that")
    body = b""
    for chunk in answer.iter_bytes():
        body += chunk
        if len(body) > limits.max_bytes:
            raise InputError("DET-104", f"{url}: larger than {limits.max_bytes} bytes; raise --max-bytes to read it")
    return body, answer.charset_encoding, kind, url


def _check(url: str, limits: Limits) -> None:
    """Refuses what is no web address, and hosts that resolve to a private, local or reserved address."""
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise InputError("DET-109", f"{url}: not a web address")
    try:
        found = socket.getaddrinfo(parts.hostname, parts.port or (443 if parts.scheme == "https" else 80), type=socket.SOCK_STREAM)
    except OSError as error:
        raise InputError("DET-109", f"{url}: no such host ({error.strerror or error})") from error
    for *_, address in found:
        if not limits.allow_private and not ipaddress.ip_address(str(address[0]).split("%")[0]).is_global:
            raise InputError("DET-109", f"{url}: leads to a private address and is not fetched")


def _short(error: Exception) -> str:
    return " ".join(str(error).split())[:120] or type(error).__name__
