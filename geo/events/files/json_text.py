"""A JSON text read value by value, so that what is broken in it can be left out."""

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from geo.errors import quote

Pairs = list[tuple[str, object]]
"""An object as pairs of name and value: a dict would drop repeated names."""

_SPACES = re.compile(r"[ \t\r\n]*")
_SEPARATORS = {mark: re.compile(rf"[ \t\r\n]*{mark}[ \t\r\n]*") for mark in ",:"}
_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[\[{]|[\]}]', re.DOTALL)
_OTHER_ENCODINGS = {
    b"\xff\xfe\x00\x00": "UTF-32",
    b"\x00\x00\xfe\xff": "UTF-32",
    b"\xff\xfe": "UTF-16",
    b"\xfe\xff": "UTF-16",
    b"{\x00": "UTF-16",
    b"\x00{": "UTF-16",
}


class JsonText:
    """The structure of a JSON text: where each value ends, and which names are repeated in it.

    Parameters
    ----------
    content : bytes

    Attributes
    ----------
    text : str
        One character for each byte: the structure of JSON is ASCII, and no byte of a longer UTF-8
        character is. So a position in the text is one in the bytes, Cyrillic takes no more memory,
        and a byte that is not UTF-8 affects one value only.
    """

    def __init__(self, content: bytes) -> None:
        self.text = content.decode("latin-1")
        # Each object of a value.
        self._objects: list[Pairs] = []
        # int() refuses to read more than 4300 digits; only the structure is wanted here.
        self._decoder = json.JSONDecoder(object_pairs_hook=self._objects.append, parse_int=str)

    def find_end(self, at: int) -> int:
        """Return where the value that starts here ends.

        Raises
        ------
        JSONDecodeError
            If it is not JSON.
        RecursionError
            If it is nested too deeply.
        """
        self._objects.clear()
        _, end = self._decoder.raw_decode(self.text, at)
        return end

    def list_repeated(self) -> list[str]:
        """Return the names that the last value repeats within one object, sorted."""
        return sorted({decode_utf8(name) for name in _find_repeated(self._objects)})

    def has(self, characters: str, at: int) -> bool:
        """Return whether these characters are here."""
        return self.text.startswith(characters, at)

    def skip_spaces(self, at: int) -> int:
        """Return the position of the next character that is not white space."""
        spaces = _SPACES.match(self.text, at)
        return spaces.end() if spaces else at

    def skip_separator(self, character: Literal[",", ":"], at: int) -> int:
        """Return where the text goes on after a comma or colon and the white space around it.

        Raises
        ------
        JSONDecodeError
            If there is another character.
        """
        separator = _SEPARATORS[character].match(self.text, at)
        if separator is None:
            at = self.skip_spaces(at)
            raise json.JSONDecodeError(f"Expecting '{character}' delimiter", self.text, at)
        return separator.end()

    def skip_broken(self, start: int, following: int | None) -> int:
        """Return where a broken value of a list ends: at its last bracket, or before the next one.

        Parameters
        ----------
        start : int
        following : int or None
            Where the next value looks to start.

        Raises
        ------
        JSONDecodeError
            If it has no end that can be seen, and no other value follows.
        """
        limit = len(self.text) if following is None else following
        depth = 0
        for token in _TOKEN.finditer(self.text, start, limit):
            depth += {"{": 1, "[": 1, "}": -1, "]": -1}.get(token[0], 0)
            if depth == 0:
                end = self.skip_spaces(token.end())
                if self.text[end : end + 1] in (",", "]"):
                    return end
                break
        if following is None:
            raise json.JSONDecodeError("No further record", self.text, len(self.text))
        comma = self.text.rfind(",", start, limit)
        return limit if comma < 0 else comma

    def describe_error(self, error: Exception) -> str:
        """Return what is wrong with the syntax, and in which line."""
        if isinstance(error, RecursionError):
            return "lists or objects nested too deeply"
        if not isinstance(error, json.JSONDecodeError):
            return "a number that is too long"
        whole = self.text.rstrip()
        if error.pos >= len(whole) or error.msg.startswith("Unterminated"):
            return f"the end of the file in line {whole.count(chr(10)) + 1}"
        return f"a syntax error in line {error.lineno}, column {error.colno} ({error.msg})"


def list_repeated_names(content: bytes) -> list[str]:
    """Return the names that a JSON text repeats within one object, sorted.

    Most readers take the last value of a name without a word.

    >>> list_repeated_names(b'[{"a": 1, "b": {"a": 2, "c": 3, "c": 4}}]')
    ['c']

    Raises
    ------
    ValueError
        If it is not JSON.
    RecursionError
        If it is nested too deeply.
    """
    repeated: set[str] = set()

    def note(pairs: Pairs) -> None:
        # Nothing is returned: the values of a large file are not wanted.
        repeated.update(_find_repeated([pairs]))

    json.loads(content.decode("utf-8-sig"), object_pairs_hook=note, parse_int=str)
    return sorted(repeated)


def describe_repeated(names: Sequence[str]) -> str:
    """Return which names an object of JSON repeats; of many only five.

    >>> describe_repeated(["id", "title"])
    "'id', 'title' twice in one object"
    """
    return f"{', '.join(map(quote, names[:5]))} twice in one object"


def _find_repeated(objects: Iterable[Pairs]) -> Iterator[str]:
    """Yield the names that an object repeats."""
    for pairs in objects:
        if len(dict(pairs)) < len(pairs):
            counts = Counter(name for name, _ in pairs)
            yield from (name for name, count in counts.items() if count > 1)


def decode_utf8(text: str) -> str:
    """Return a part of such a text as the characters that its bytes encode.

    >>> decode_utf8("Ã¥")
    'å'
    """
    return text.encode("latin-1", errors="replace").decode(errors="replace")


def find_other_encoding(content: bytes) -> str | None:
    """Return the encoding of a text that is not in UTF-8, by its first bytes."""
    names = (name for mark, name in _OTHER_ENCODINGS.items() if content.startswith(mark))
    return next(names, None)
