"""The text of a FeatureCollection, cut into its features so that a broken one spoils no other."""

import json
import re
from collections import Counter
from dataclasses import dataclass, field

from pydantic_core import from_json

from geo.errors import EventFileError
from geo.events.held import Held, Report, quote, shown_id
from geo.events.quick_cut import Spans, find_features

# More faults of syntax than this are no slips, and each can cost a search through the whole text.
_MOST_BROKEN = 100
_GAP = re.compile(r"[ \t\r\n]*")
_START_OF_FEATURE = re.compile(r'\{[ \t\r\n]*"type"[ \t\r\n]*:[ \t\r\n]*"Feature"')
_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[\[{]|[\]}]', re.DOTALL)
_OTHER_ENCODINGS = {
    b"\xff\xfe\x00\x00": "UTF-32",
    b"\x00\x00\xfe\xff": "UTF-32",
    b"\xff\xfe": "UTF-16",
    b"\xfe\xff": "UTF-16",
    b"{\x00": "UTF-16",
    b"\x00{": "UTF-16",
}
_MARK = b"\xef\xbb\xbf"
_WANTED = "one GeoJSON FeatureCollection in UTF-8"
_TOO_DEEP = "lists or objects nested too deeply"


class NotJsonError(Exception):
    """A record that was cut by its brackets is not JSON, so that the cut itself is in doubt."""


@dataclass
class Cut:
    """The parts of a FeatureCollection.

    Attributes
    ----------
    content : bytes
    members : dict of str to bytes
        The other members at the top, each with the text of its value.
    features : list of (int, int, int)
        Record number, begin and end of each feature that is JSON.
    names : list of int, or None
        How many names of members each feature has; None where none stands twice in one object.
    """

    content: bytes
    members: dict[str, bytes] = field(default_factory=dict)
    features: list[tuple[int, int, int]] = field(default_factory=list)
    names: list[int] | None = None


def cut_features(content: bytes, report: Report, *, quick: bool = True) -> Cut:
    """Return where the features of a file stand, and what else is in it.

    What is not JSON, or says one thing twice, goes into the report.

    Parameters
    ----------
    content : bytes
    report : Report
    quick : bool
        Go by brackets alone, where nothing at the top speaks against it: three times as fast.
        The features must then still be looked at, each by `names_twice` if it has not as many
        names as it should have.

    Raises
    ------
    EventFileError
        If the text has no list of features that could be read.
    """
    for mark, encoding in _OTHER_ENCODINGS.items():
        if content.startswith(mark):
            raise EventFileError(f"found text in {encoding}, wanted {_WANTED}")
    if content.startswith(_MARK):
        report.notes.append("a byte order mark at the beginning: left out")
        content = content[len(_MARK) :]
    spans = find_features(content) if quick else None
    return (spans and _cut_by_brackets(content, spans)) or _cut_by_walking(content, report)


def names_twice(text: bytes) -> list[str]:
    """Return the names that stand twice in one object of a JSON text.

    Raises
    ------
    NotJsonError
    """
    try:
        walked = _Walk(text.decode("latin-1"))
        walked.decode(0)
    except (ValueError, RecursionError) as error:
        raise NotJsonError from error
    return walked.twice()


def _cut_by_brackets(content: bytes, spans: Spans) -> Cut | None:
    """Return the features by their brackets; None if the text around them is not faultless."""
    around = Cut(content[: spans.begin + 1] + content[spans.end - 1 :])
    report = Report()
    cutter = _Cutter(around, report)
    try:
        cutter.cut_object()
    except (EventFileError, ValueError, RecursionError):
        return None
    if report.held or cutter.features_at != spans.begin:
        return None
    numbered = [(number, *span) for number, span in enumerate(spans.features, start=1)]
    return Cut(content, around.members, numbered, spans.names)


def _cut_by_walking(content: bytes, report: Report) -> Cut:
    cut = Cut(content)
    cutter = _Cutter(cut, report)
    try:
        cutter.cut_object()
    except ValueError as error:
        fault = _syntax(error, cutter.text)
        if cutter.features_at is None:
            raise EventFileError(f"found {fault}, wanted {_WANTED}") from error
        report.held.append(Held(None, None, "", fault, "all records, then ']' and '}'"))
    except RecursionError as error:
        if cutter.features_at is None:
            raise EventFileError(f"found {_TOO_DEEP}, wanted {_WANTED}") from error
        report.held.append(Held(None, None, "", _TOO_DEEP, "members that can be read"))
    return cut


class _Walk:
    """Reads the values of a text for their structure, and sees names that stand twice."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._repeated: set[str] = set()
        # int() refuses to read more than 4300 digits; only the structure is wanted here.
        decoder = json.JSONDecoder(object_pairs_hook=self._watch, parse_int=str)
        self._decode = decoder.raw_decode

    def decode(self, at: int) -> tuple[object, int]:
        """Return the value that begins here, and where it ends."""
        self._repeated.clear()
        value, end = self._decode(self.text, at)
        return value, end

    def twice(self) -> list[str]:
        """Return the names that stood twice in an object of the last value, in their order."""
        return [_utf8(name) for name in sorted(self._repeated)]

    def _watch(self, pairs: list[tuple[str, object]]) -> dict[str, object]:
        members = dict(pairs)
        if len(members) < len(pairs):
            counts = Counter(name for name, _ in pairs)
            self._repeated |= {name for name, count in counts.items() if count > 1}
        return members


class _Cutter:
    """Walks once through a text and writes down in a `Cut` what stands where."""

    def __init__(self, cut: Cut, report: Report) -> None:
        self.cut = cut
        self.report = report
        # The structure of JSON is ASCII, and no byte of a longer UTF-8 character is: with a
        # character a byte, Cyrillic takes no more memory, and a byte that is no UTF-8 spoils one
        # record only.
        self.text = cut.content.decode("latin-1")
        self.features_at: int | None = None
        self.broken = 0
        self.walk = _Walk(self.text)
        self.decode = self.walk.decode

    def cut_object(self) -> None:
        """Walk through the members at the top.

        Raises
        ------
        ValueError, RecursionError
            Where the text cannot be followed any further.
        """
        at = self._gap(0)
        if self.text[at : at + 1] != "{":
            raise EventFileError(f"found {_other_text(self.text[at : at + 40])}, wanted {_WANTED}")
        at = self._gap(at + 1)
        while self.text[at : at + 1] != "}":
            begin = at
            name, at = self.decode(begin)
            if not isinstance(name, str):
                raise json.JSONDecodeError("Expecting property name", self.text, begin)
            quoted = self.cut.content[begin:at]
            at = self._gap(self._expect(":", self._gap(at)))
            is_list = self.text[at : at + 1] == "["
            if quoted == b'"features"' and self.features_at is None and is_list:
                self.features_at = at
                at = self._cut_list(at)
            else:
                at = self._cut_member(quoted, at)
            at = self._go_on(at, "}")
        self._look_behind(self._gap(at + 1))

    def _cut_member(self, quoted: bytes, begin: int) -> int:
        _, end = self.decode(begin)
        try:
            name = str(from_json(quoted))
        except ValueError:
            found = f"{quote(quoted.decode(errors='replace'))} at the top"
            self.report.held.append(Held(None, None, "", found, "a name in Unicode"))
            return end
        if name in self.cut.members or name == "features":
            self.report.held.append(
                Held(None, None, quote(name), "a second one", "one of each name")
            )
        else:
            self.cut.members[name] = self.cut.content[begin:end]
        return end

    def _cut_list(self, at: int) -> int:
        """Walk through the list of features and return where it ends."""
        number = 0
        at = self._gap(at + 1)
        while self.text[at : at + 1] != "]":
            number += 1
            end = self._cut_feature(number, at)
            try:
                at = self._go_on(end, "]")
            except json.JSONDecodeError as error:
                at = self._resume(end, error)
        return at + 1

    def _resume(self, at: int, error: json.JSONDecodeError) -> int:
        """Return where the next feature begins after something that does not belong in a list."""
        following = _START_OF_FEATURE.search(self.text, at)
        if following is None:
            raise error
        self._count_broken(at)
        self.report.held.append(Held(None, None, "", _syntax(error, self.text), "',' or ']'"))
        return following.start()

    def _go_on(self, at: int, closing: str) -> int:
        """Return where the next member begins, or the closing bracket stands."""
        at = self._gap(at)
        if self.text[at : at + 1] != closing:
            at = self._gap(self._expect(",", at))
            if self.text[at : at + 1] == closing:
                found = f"a comma before the closing {closing!r}"
                self.report.held.append(Held(None, None, "", found, "none there"))
        return at

    def _cut_feature(self, number: int, begin: int) -> int:
        """Write down where one feature ends, or why it is held back, and return its end."""
        fault = _TOO_DEEP
        try:
            feature, end = self.decode(begin)
        except ValueError as error:
            fault = _syntax(error, self.text)
        except RecursionError:
            pass
        else:
            if names := self.walk.twice():
                identity = feature.get("id") if isinstance(feature, dict) else None
                self.report.held.append(held_for_names(number, identity, names))
            else:
                self.cut.features.append((number, begin, end))
            return end
        self.report.held.append(Held(number, None, "", fault, "a JSON object"))
        self._count_broken(begin)
        return self._end_of_broken(begin)

    def _count_broken(self, at: int) -> None:
        self.broken += 1
        if self.broken > _MOST_BROKEN:
            raise json.JSONDecodeError("Too many broken records", self.text, at)

    def _end_of_broken(self, begin: int) -> int:
        """Return where a broken feature ends: at its last bracket, or else before the next one."""
        following = _START_OF_FEATURE.search(self.text, begin + 1)
        limit = following.start() if following else len(self.text)
        depth = 0
        for token in _TOKEN.finditer(self.text, begin, limit):
            depth += {"{": 1, "[": 1, "}": -1, "]": -1}.get(token[0], 0)
            if depth == 0:
                end = self._gap(token.end())
                if self.text[end : end + 1] in (",", "]"):
                    return end
                break
        if following is None:
            raise json.JSONDecodeError("No further record", self.text, len(self.text))
        comma = self.text.rfind(",", begin, limit)
        return limit if comma < 0 else comma

    def _look_behind(self, at: int) -> None:
        rest = self.text[at : at + 60]
        if self.features_at is None:
            found = "a JSON object without a list of features"
            if rest.startswith("{"):
                found = "one JSON text per line (NDJSON)"
            elif self.cut.members.get("type") == b'"Feature"':
                found = "a single Feature"
            raise EventFileError(f"found {found}, wanted {_WANTED}")
        if rest:
            self.report.held.append(
                Held(None, None, "", f"{quote(_utf8(rest))} behind its end", "nothing there")
            )

    def _gap(self, at: int) -> int:
        gap = _GAP.match(self.text, at)
        return gap.end() if gap else at

    def _expect(self, sign: str, at: int) -> int:
        if self.text[at : at + 1] != sign:
            raise json.JSONDecodeError(f"Expecting '{sign}' delimiter", self.text, at)
        return at + 1


def held_for_names(number: int, identity: object, names: list[str]) -> Held:
    """Return why a record is held in which names stand twice."""
    found = f"{', '.join(map(quote, names[:5]))} twice in one object"
    return Held(number, shown_id(identity), "", found, "each name once")


def _utf8(text: str) -> str:
    return text.encode("latin-1", errors="replace").decode(errors="replace")


def _syntax(error: ValueError, text: str) -> str:
    """Return what is wrong with the syntax, and in which line."""
    if not isinstance(error, json.JSONDecodeError):
        return "a number that is too long"
    whole = text.rstrip()
    if error.pos >= len(whole) or error.msg.startswith("Unterminated"):
        return f"the end of the file in line {whole.count(chr(10)) + 1}"
    return f"a fault in line {error.lineno}, column {error.colno} ({error.msg})"


def _other_text(text: str) -> str:
    if not text:
        return "an empty file"
    if text.startswith("\x1e"):
        return "a GeoJSON text sequence"
    if text.startswith("["):
        return "a list"
    return quote(_utf8(text))
