"""Sources from the cells of a table: addresses, names, and what is neither."""

import re
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import urlsplit

from geo.errors import quote
from geo.importing.tables.formula import FORMULA
from geo.importing.words.unknown import list_unknown

_MARKDOWN = re.compile(r"\[([^\]]*)\]\((https?://(?:[^\s()]|\([^\s()]*\))+)\)")
_ADDRESS = re.compile(r"https?://[^\s<>\"|]+", re.I)
_NO_SCHEME = re.compile(
    r"(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,24}(?:/[^\s<>\"|;]*)?", re.I
)
_FILE_ENDS = frozenset(
    {"jpg", "jpeg", "png", "gif", "mp4", "mov", "pdf", "doc", "docx", "xlsx", "csv"}
)
_ASIDE = re.compile(
    r"^(see|ask|check|cf|from|per|via|in|attached|same as|as above|ibid|idem|voir|siehe|см|див)\b",
    re.I,
)


class Sources(NamedTuple):
    """What a cell of sources holds.

    Attributes
    ----------
    sources : list
        As an event's file has them: addresses, or objects with a publisher.
    asides : list of str
        Text that is not a source, such as "see email"; it goes into the desk's note.
    remarks : list of str
        Where a value was interpreted, and how.
    """

    sources: list[object]
    asides: list[str]
    remarks: list[str]


@lru_cache(maxsize=10_000)
def read_sources(text: str) -> Sources:
    """Return the sources in a cell; the lists are shared and must not be changed.

    Examples
    --------
    >>> read_sources("https://a.example/1 ; b.example/2").sources
    ['https://a.example/1', 'https://b.example/2']
    >>> read_sources("see email").asides, read_sources("Reuters").sources
    (['see email'], [{'publisher': 'Reuters'}])
    """
    found = Sources([], [], [])
    rest = text.strip().removeprefix("'")
    if rest.casefold() in list_unknown():
        return found
    rest = FORMULA.sub(lambda match: _keep_link(match[1], match[2], found), rest)
    if rest.startswith("="):
        found.asides.append(rest)  # a formula other than a link is kept as text, never run
        return found
    rest = _MARKDOWN.sub(lambda match: _keep_link(match[2], match[1], found), rest)
    rest = _ADDRESS.sub(lambda match: _keep_address(match[0], found), rest)
    for piece in re.split(r"\s*[;|\n]\s*", rest):
        plain = _trim(piece, " ,.:-<>")
        if plain:
            _keep_words(plain, found)
    return found


def _keep_link(address: str, words: str | None, found: Sources) -> str:
    address = address.replace('""', '"').strip()
    if not _ADDRESS.fullmatch(address):
        return f"; {address} ;"
    _add(address, found)
    if words and words.strip().casefold() not in ("link", "source", "here", "url", address):
        found.asides.append(f"{words.strip()} ({address})")
    return " ; "


def _keep_address(text: str, found: Sources) -> str:
    address = _trim_end(text)
    _add(address, found)
    return " ; " + text[len(address) :].strip(".,;:!?)]}'")


def _trim(text: str, marks: str) -> str:
    """Return a text without marks and brackets around it; a bracket that belongs to it stays.

    >>> _trim("(Reuters (Fiji)).", ".")
    'Reuters (Fiji)'
    """
    while text != (shorter := _trim_once(text, marks)):
        text = shorter
    return text


def _trim_end(address: str) -> str:
    """Return an address without the marks of the sentence that it ends."""
    text = address.rstrip(".,;:!?}'")
    for start, end in _BRACKETS.items():
        if text.endswith(end) and text.count(end) > text.count(start):
            return _trim_end(text[:-1])
    return text


def _trim_once(text: str, marks: str) -> str:
    text = text.strip(marks)
    for start, end in _BRACKETS.items():
        opened, closed = text.count(start), text.count(end)
        if text.startswith(start) and text.endswith(end) and end not in text[:-1]:
            return text[1:-1]
        if text.endswith(start) or (text.endswith(end) and closed > opened):
            return text[:-1]
        if text.startswith(end) or (text.startswith(start) and opened > closed):
            return text[1:]
        if text.startswith(start) and text.endswith(end * 2):
            return text[1:-1]
    return text


_BRACKETS = {"(": ")", "[": "]"}


def _keep_words(text: str, found: Sources) -> None:
    words = text.split()
    if len(words) > 1 and all(_is_bare(word.strip(",")) for word in words):
        for word in words:
            _keep_words(word.strip(","), found)
        return
    if len(words) == 1 and _is_bare(text):
        found.remarks.append(f"{quote(text)} is read as {quote(f'https://{text}')}")
        _add(f"https://{text}", found)
    elif _ASIDE.match(text) or text.startswith("=") or len(text) > 200:
        found.asides.append(text)
    else:
        found.sources.append({"publisher": text})


def _is_bare(text: str) -> bool:
    """Return whether a text is an address without its scheme."""
    host = text.partition("/")[0]
    is_file = "/" not in text and text.rpartition(".")[2].lower() in _FILE_ENDS
    return bool(_NO_SCHEME.fullmatch(text)) and not is_file and "." in host


def _add(address: str, found: Sources) -> None:
    try:
        host = urlsplit(address).hostname
    except ValueError:
        host = None
    if (
        not host
        or len(address) > 2000
        or not re.fullmatch(r"[^\s/?#\\\x00][^\s\x00]*", address[address.index("://") + 3 :])
    ):
        found.asides.append(address)
    elif address not in found.sources:
        found.sources.append(address)
