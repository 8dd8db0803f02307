"""The letters of a text file, from bytes of an encoding that it does not name."""

import codecs
from typing import NamedTuple

from charset_normalizer import from_bytes

from geo.errors import quote
from geo.importing.tables.limits import TableFileError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Those that spreadsheets and old systems still write.
_CANDIDATES = ["cp1252", "cp1251", "koi8_r", "koi8_u", "cp1250", "mac_roman", "cp866"]
NAMES = {
    "utf-8": "UTF-8",
    "utf-8-sig": "UTF-8",
    "utf-16": "UTF-16",
    "utf-16-le": "UTF-16",
    "utf-16-be": "UTF-16",
    "utf-32": "UTF-32",
    "cp1252": "Windows-1252",
    "cp1251": "Windows-1251",
    "cp1250": "Windows-1250",
    "koi8_r": "KOI8-R",
    "koi8_u": "KOI8-U",
    "mac_roman": "Mac Roman",
    "cp866": "DOS 866",
}
ENCODING_WANTED = "wanted an encoding such as cp1252, cp1251 or utf-16"
_SAMPLE = 1 << 18
_PIECE = 1 << 20


class Encoding(NamedTuple):
    """The name of an encoding, and whether it had to be guessed."""

    name: str
    is_guessed: bool = False


def find_encoding(content: bytes, named: str | None = None) -> Encoding:
    """Return the encoding of a text.

    Parameters
    ----------
    content : bytes
    named : str, optional
        As somebody named it; else a mark at the start, UTF-8, or what is most likely.

    Raises
    ------
    TableFileError
        If it is not text, or not in that encoding.
    """
    if named:
        if not is_text_encoding(named):
            raise TableFileError(f"found {quote(named)}, {ENCODING_WANTED}")
        return _check(content, named)
    for mark, name in _MARKS:
        if content.startswith(mark):
            return _check(content, name)
    if wide := _find_wide(content):
        return _check(content, wide)
    if is_encoded(content, "utf-8"):
        return Encoding("utf-8")
    if b"\x00" in content:
        raise TableFileError("found a file that is not text, wanted a table")
    return Encoding(guess_encoding(content), is_guessed=True)


def is_text_encoding(name: str) -> bool:
    """Return whether a name is of an encoding that a table can be written in.

    >>> [is_text_encoding(name) for name in ("cp1251", "UTF-16", "rot13", "idna", "cp99999")]
    [True, True, False, False, False]
    """
    try:
        # Some of Python's other codecs turn bytes into bytes, or are for host names.
        "a".encode(name, "ignore")
        b"a".decode(name, "ignore")
    except (LookupError, ValueError):
        return False
    return True


def _check(content: bytes, name: str) -> Encoding:
    if not is_encoded(content, name):
        shown = NAMES.get(name, name)
        raise TableFileError(f"found bytes that are not {shown}, wanted that encoding")
    return Encoding(name)


def is_encoded(content: bytes, name: str) -> bool:
    """Return whether a text can be read in an encoding; piece by piece, as it may be large."""
    try:
        decoder = codecs.getincrementaldecoder(name)()
        for start in range(0, len(content), _PIECE):
            decoder.decode(content[start : start + _PIECE])
        decoder.decode(b"", final=True)
    except (UnicodeError, LookupError):
        return False
    return True


def _find_wide(content: bytes) -> str | None:
    """Return UTF-16 without a mark, by the zeros between Latin letters, digits and commas."""
    head = content[:4096]
    if len(head) < 4 or b"\x00" not in head:
        return None
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if odd > 4 * even:
        return "utf-16-le"
    return "utf-16-be" if even > 4 * odd else None


def guess_encoding(content: bytes) -> str:
    """Return the most likely encoding of a text that is not in Unicode."""
    lines = [line for line in content.splitlines() if not line.isascii()]
    sample = b"\n".join(lines)[:_SAMPLE]
    best = from_bytes(sample, cp_isolation=_CANDIDATES, threshold=1.0).best()
    likely = [best.encoding] if best else []
    return min((*likely, *_CANDIDATES), key=lambda name: _strangeness(sample, name))


# Letters that most words have; rarer ones are evidence against an encoding.
_COMMON = {
    **dict.fromkeys("оеаинтсрвл", 0.0),
    **dict.fromkeys("кмдпуяыьгзбчйхжшюціїєёэщфъґ", 0.15),
    **dict.fromkeys("éèàùâêîôûçëïüöäßñáíóúåøæœ", 0.1),
    **dict.fromkeys("ąćęłńśźżčšžřďťňůýőűășț", 0.4),
}
_SYMBOLS = frozenset("«»–—“”‘’„№°′″…€£§¿¡·")


def _strangeness(sample: bytes, encoding: str) -> float:
    """Return how unlike real text it is: rare letters, capitals inside words, mixed alphabets."""
    try:
        text = sample.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return float("inf")
    return sum(
        _rate(text[at - 2 : at] if at > 1 else text[:at], letter)
        for at, letter in enumerate(text)
        if not letter.isascii()
    )


def _rate(before: str, letter: str) -> float:
    """Return how strange a letter is after the two before it."""
    last = before[-1:]
    if not letter.isalpha():
        return 0.2 if letter in _SYMBOLS else 1.5
    strange = _COMMON.get(letter.lower(), 0.6)
    if letter.isupper() and last.isalpha():
        strange += 1.0 if last.islower() else 0.4
    if last.isalpha() and _is_cyrillic(last) != _is_cyrillic(letter):
        strange += 1.0
    # No Latin word has three letters with marks in a row.
    if not _is_cyrillic(letter) and len(before) == 2 and before.isalpha():
        strange += 1.0 if not before[0].isascii() and not before[1].isascii() else 0.0
    return strange


def _is_cyrillic(letter: str) -> bool:
    return "\u0400" <= letter <= "\u052f"
