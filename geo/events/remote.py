"""Event files at a URL: fetched within limits, and again only where they have changed."""

import hashlib
import queue
import threading
import time
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import urlsplit

import requests
from urllib3.exceptions import HTTPError

from geo.errors import EventFileError

MOST_BYTES = 1 << 30
# For the next byte, and for the whole file.
_WAIT_S, _WHOLE_S = 15.0, 300.0
_PIECE = 1 << 16
_MOST_REDIRECTS = 5
_WANTED = "a file of events"


@dataclass(frozen=True)
class Fetched:
    """What a server sent, and by what it will know whether that is still the same."""

    content: bytes
    etag: str | None = None
    last_modified: str | None = None

    def conditions(self) -> dict[str, str]:
        """Return the headers that ask for it only if it has changed."""
        known = {"If-None-Match": self.etag, "If-Modified-Since": self.last_modified}
        return {name: value for name, value in known.items() if value}


def source_named(name: str) -> Path | str:
    """Return the path of a file of events, or its URL as it is."""
    return name if is_url(name) else Path(name)


def is_url(source: object) -> bool:
    """Return whether a source is named by a URL and not by a path."""
    return isinstance(source, str) and source.lower().startswith(("http://", "https://"))


def fetch(url: str, last: Fetched | None = None) -> Fetched | None:
    """Return what stands at a URL; None where the server says that it is as it was last.

    No other host is asked than that of the URL, and those that it sends on to.

    Raises
    ------
    EventFileError
        If there is none, or it is too large or too slow. Secrets of the URL are not repeated.
    """
    # A server may drip its headers for days, which no timeout of a connection ends.
    answers: queue.SimpleQueue[Fetched | EventFileError | None] = queue.SimpleQueue()
    asked = threading.Thread(target=lambda: answers.put(_answer(url, last)), daemon=True)
    asked.start()
    try:
        answer = answers.get(timeout=_WHOLE_S)
    except queue.Empty:
        answer = _fault(url, f"no end of it within {_WHOLE_S:g} s")
    if isinstance(answer, EventFileError):
        raise answer
    return answer


def _answer(url: str, last: Fetched | None) -> Fetched | EventFileError | None:
    until = time.monotonic() + _WHOLE_S
    try:
        with requests.Session() as session:
            session.max_redirects = _MOST_REDIRECTS
            headers = last.conditions() if last else {}
            with session.get(url, headers=headers, stream=True, timeout=_WAIT_S) as response:
                came_by = [one.url.lower() for one in (*response.history, response)]
                if came_by[0].startswith("https:") and any(
                    not one.startswith("https:") for one in came_by
                ):
                    return _fault(url, "a way on that is not encrypted")
                if response.status_code == 304 and last:
                    return None
                if response.status_code != 200:
                    return _fault(url, f"HTTP status {response.status_code}")
                content = bytearray()
                while piece := response.raw.read1(_PIECE, decode_content=True):
                    content += piece
                    if len(content) > MOST_BYTES:
                        return _fault(url, f"more than {MOST_BYTES >> 20:,} MB")
                    if time.monotonic() > until:
                        return _fault(url, f"no end of it within {_WHOLE_S:g} s")
                told = response.headers
                return Fetched(bytes(content), told.get("ETag"), told.get("Last-Modified"))
    except (requests.TooManyRedirects, requests.exceptions.InvalidSchema):
        return _fault(url, "a way on that leads nowhere")
    except requests.Timeout:
        return _fault(url, f"no answer within {_WAIT_S:g} s")
    except (requests.RequestException, HTTPError, OSError, ValueError):
        return _fault(url, "no server that answers there")
    except MemoryError:
        return _fault(url, "more than there is memory for")


def _fault(url: str, found: str) -> EventFileError:
    return EventFileError(f"{shown_url(url)}: found {found}, wanted {_WANTED}")


def shown_url(url: str) -> str:
    """Return the host and file of a URL: what else stands in it may be a key."""
    try:
        parts = urlsplit(url)
        name = parts.path.rpartition("/")[2]
        shown = f"{parts.hostname or 'URL'}/.../{name}" if name else parts.hostname or "URL"
    except ValueError:
        return "URL"
    return "".join(sign if sign.isprintable() else "?" for sign in shown)[:100]


class RemoteFile:
    """A file at a URL, looked at again from time to time while others read what there is.

    Parameters
    ----------
    url : str
    every_s : float
        How long what was seen holds. Nobody asks, nothing is fetched.
    """

    def __init__(self, url: str, every_s: float = 30.0) -> None:
        self.url = url
        self._every_s = every_s
        self._lock = threading.Lock()
        self._looked_at: float | None = None
        self._last: Fetched | None = None
        self._content: bytes | None = None
        self._fault: EventFileError | None = None
        self._changes = 0

    def stamp(self) -> tuple[int, int]:
        """Return what changes when the file does, or cannot be had any more; never waits."""
        due = self._looked_at is not None and time.monotonic() - self._looked_at > self._every_s
        if due and self._lock.acquire(blocking=False):
            threading.Thread(target=self._look_and_release, daemon=True).start()
        return self._changes, 0

    def content(self) -> bytes:
        """Return the file; fetch it where that has not been done.

        Raises
        ------
        EventFileError
            If it could not be had when it was last looked at.
        """
        with self._lock:
            if self._content is None and (self._fault is None or self._looked_at is None):
                self._last = None
                self._look()
            if self._fault:
                raise self._fault.with_traceback(None)
            content, self._content = self._content, None  # kept once, by who reads it
            assert content is not None
            return content

    def _look_and_release(self) -> None:
        try:
            self._look()
        finally:
            self._lock.release()

    def _look(self) -> None:
        try:
            fetched = fetch(self.url, self._last)
        except EventFileError as fault:
            # What is fetched next is fetched whole: it was dropped when it was read.
            self._fault, self._last, self._content = fault, None, None
            self._changes += 1
        else:
            self._fault = None
            if fetched is not None:
                # Not every server says by itself that nothing has changed.
                digest = hashlib.sha256(fetched.content).digest()
                if self._last is None or digest != self._last.content:
                    self._content = fetched.content
                    self._changes += 1
                self._last = replace(fetched, content=digest)
        self._looked_at = time.monotonic()
