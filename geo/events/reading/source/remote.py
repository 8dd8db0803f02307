"""A file at a URL, fetched within limits of size and time."""

import queue
import threading
import time
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

import requests
from urllib3.exceptions import HTTPError

from geo.errors import EventFileError, Problem
from geo.events.files.whole_file import MOST_BYTES
from geo.events.reading.source.decompression import TABLE_LIMITS
from geo.events.reading.source.url import shorten_url
from geo.events.rejections import FILE_WANTED

_PIECE = 1 << 16
_MOST_REDIRECTS = 5
# Some servers refuse the name of a library.
_HEADERS = {"User-Agent": "what-we-know"}


@dataclass(frozen=True)
class Limits:
    """How much is fetched, and how long is waited for the next byte and for the whole file."""

    bytes: int = MOST_BYTES
    wait_s: float = 15.0
    whole_s: float = 300.0


LIMITS = Limits()


@dataclass(frozen=True)
class Fetched:
    """What a server sent, and the tags by which it can tell later whether that has changed."""

    content: bytes
    etag: str | None = None
    last_modified: str | None = None

    def build_headers(self) -> dict[str, str]:
        """Return the headers that ask for it only if it has changed."""
        known = {"If-None-Match": self.etag, "If-Modified-Since": self.last_modified}
        return {name: value for name, value in known.items() if value}


def fetch(url: str, last: Fetched | None = None, limits: Limits = LIMITS) -> Fetched | None:
    """Return what is at a URL; None if the server says that it is as it was last.

    No other host is asked than that of the URL: a redirect to another one is refused.

    Raises
    ------
    EventFileError
        If nothing is found, or it is too large or too slow. Secrets of the URL are not repeated.
    """
    # A server may drip its headers for days, which no timeout of a connection ends.
    answers: queue.SimpleQueue[Fetched | EventFileError | None] = queue.SimpleQueue()
    asking = threading.Thread(target=lambda: answers.put(_download(url, last, limits)), daemon=True)
    asking.start()
    try:
        answer = answers.get(timeout=limits.whole_s)
    except queue.Empty:
        answer = _refuse(url, f"no end of it within {limits.whole_s:g} s")
    if isinstance(answer, EventFileError):
        raise answer
    return answer


class _RefusedError(Exception):
    """A response that is refused; the message says what was found."""


class _OneHost(requests.Session):
    """A session that follows redirects on one host alone.

    Another host may be one that only this machine can reach.
    """

    def __init__(self) -> None:
        super().__init__()
        self.max_redirects = _MOST_REDIRECTS

    def get_redirect_target(self, resp: requests.Response) -> str | None:
        """Return where a response redirects to."""
        target = super().get_redirect_target(resp)
        if target is not None:
            here, there = urlsplit(resp.url), urlsplit(urljoin(resp.url, target))
            if there.scheme not in ("http", "https") or here.hostname != there.hostname:
                raise _RefusedError("a redirect to another host")
            if here.scheme == "https" and there.scheme != "https":
                raise _RefusedError("a redirect that is not encrypted")
        return target


def _download(url: str, last: Fetched | None, limits: Limits) -> Fetched | EventFileError | None:
    until = time.monotonic() + limits.whole_s
    try:
        with _OneHost() as session:
            headers = _HEADERS | (last.build_headers() if last else {})
            with session.get(url, headers=headers, stream=True, timeout=limits.wait_s) as response:
                if response.status_code == 304 and last:
                    return None
                if response.status_code != 200:
                    return _refuse(url, f"HTTP status {response.status_code}")
                content = _read_within(response, limits, until)
                stated = response.headers
                return Fetched(content, stated.get("ETag"), stated.get("Last-Modified"))
    except _RefusedError as refused:
        return _refuse(url, str(refused))
    except (requests.TooManyRedirects, requests.exceptions.InvalidSchema):
        return _refuse(url, "a redirect that leads nowhere")
    except requests.Timeout:
        return _refuse(url, f"no answer within {limits.wait_s:g} s")
    except (requests.RequestException, HTTPError, OSError, ValueError):
        return _refuse(url, "no server that answers there")
    except MemoryError:
        return _refuse(url, "more than there is memory for")


def _read_within(response: requests.Response, limits: Limits, until: float) -> bytes:
    """Return the content.

    Raises
    ------
    _RefusedError
        If it is longer than allowed, or time is over.
    """
    content = bytearray()
    while piece := response.raw.read1(_PIECE, decode_content=True):
        content += piece
        if len(content) > limits.bytes:
            raise _RefusedError(f"more than {limits.bytes >> 20:,} MB")
        # The URL may be that of a table.
        if len(content) > TABLE_LIMITS.allow(response.raw.tell()):
            raise _RefusedError("a small file that decompresses to a large one")
        if time.monotonic() > until:
            raise _RefusedError(f"no end of it within {limits.whole_s:g} s")
    return bytes(content)


def _refuse(url: str, found: str) -> EventFileError:
    return EventFileError(Problem("", found, FILE_WANTED), file=shorten_url(url))
