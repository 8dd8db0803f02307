"""The text of a FeatureCollection split into its events: a broken one affects no other."""

import json
import re
from codecs import BOM_UTF8
from dataclasses import dataclass, field

from pydantic_core import from_json

from geo.errors import EventFileError, Problem, quote
from geo.events.files.json_text import JsonText, decode_utf8, describe_repeated, find_other_encoding
from geo.events.rejections import REST_WANTED, Rejection, Report, find_id

# More broken events than this are not typing errors, and each may cost a search of the whole text.
_MOST_BROKEN = 100
_START_OF_FEATURE = re.compile(r'\{[ \t\r\n]*"type"[ \t\r\n]*:[ \t\r\n]*"Feature"')
_BINARY = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_WANTED = "one GeoJSON FeatureCollection in UTF-8"


@dataclass
class Collection:
    """The parts of a FeatureCollection.

    Attributes
    ----------
    content : bytes
    members : dict of str to bytes
        The other members at the top, each with the text of its value.
    features : list of (int, int, int)
        Number, start and end of each event that is JSON and repeats no name.
    has_features : bool
        Whether a list of features was found.
    """

    content: bytes
    members: dict[str, bytes] = field(default_factory=dict)
    features: list[tuple[int, int, int]] = field(default_factory=list)
    has_features: bool = False


def split_collection(content: bytes, report: Report) -> Collection:
    """Return where the events of a file are, and what else is in it.

    What is not JSON, or repeats a name within an object, goes into the report.

    Raises
    ------
    EventFileError
        If the text has no list of features that could be read.
    """
    if encoding := find_other_encoding(content):
        raise EventFileError(Problem("", f"text in {encoding}", _WANTED))
    if content.startswith(BOM_UTF8):
        report.notes.append("a byte order mark at the start: left out")
        content = content.removeprefix(BOM_UTF8)
    splitter = _Splitter(content, report)
    collection = splitter.collection
    try:
        splitter.split()
    except (ValueError, RecursionError) as error:
        found = splitter.json.describe_error(error)
        if not collection.has_features:
            raise EventFileError(Problem("", found, _WANTED)) from error
        report.reject_part("", found, REST_WANTED)
    return collection


class _Splitter:
    """Goes once through a text and writes down what is where."""

    def __init__(self, content: bytes, report: Report) -> None:
        self.json = JsonText(content)
        self.collection = Collection(content)
        self.report = report
        self.broken = 0

    def split(self) -> None:
        """Go through the members at the top, up to an error after which nothing can be read."""
        json_text = self.json
        at = json_text.skip_spaces(0)
        if not json_text.has("{", at):
            raise EventFileError(Problem("", _describe(json_text.text[at : at + 40]), _WANTED))
        at = json_text.skip_spaces(at + 1)
        while not json_text.has("}", at):
            start = at
            if not json_text.has('"', start):
                raise json.JSONDecodeError("Expecting property name", json_text.text, start)
            end = json_text.find_end(start)
            name = self.collection.content[start:end]
            at = json_text.skip_separator(":", end)
            is_list = name == b'"features"' and json_text.has("[", at)
            if is_list and not self.collection.has_features:
                at = self._split_list(at)
            else:
                at = self._add_member(name, at)
            at = self._go_on(at, "}")
        self._check_rest(json_text.skip_spaces(at + 1))

    def _add_member(self, quoted: bytes, start: int) -> int:
        end = self.json.find_end(start)
        members = self.collection.members
        try:
            name = str(from_json(quoted))
        except ValueError:
            found = f"{quote(quoted.decode(errors='replace'))} at the top"
            self.report.reject_part("", found, "a name in Unicode")
            return end
        if name in members or name == "features":
            self.report.reject_part(quote(name), "a second one", "one of each name")
        else:
            members[name] = self.collection.content[start:end]
        return end

    def _split_list(self, at: int) -> int:
        """Go through the list of features and return where it ends."""
        self.collection.has_features = True
        number = 0
        at = self.json.skip_spaces(at + 1)
        while not self.json.has("]", at):
            number += 1
            end = self._add_feature(number, at)
            try:
                at = self._go_on(end, "]")
            except json.JSONDecodeError as error:
                at = self._resume(end, error)
        return at + 1

    def _add_feature(self, number: int, start: int) -> int:
        """Write down where one event ends, or why it is rejected, and return its end."""
        try:
            end = self.json.find_end(start)
        except (ValueError, RecursionError) as error:
            found = self.json.describe_error(error)
            self.report.rejected.append(Rejection(number, None, "", found, "a JSON object"))
            return self._skip_broken(start)
        if names := self.json.list_repeated():
            found = describe_repeated(names)
            identity = find_id(self.collection.content[start:end])
            self.report.rejected.append(Rejection(number, identity, "", found, "each name once"))
        else:
            self.collection.features.append((number, start, end))
        return end

    def _go_on(self, at: int, closing: str) -> int:
        """Return where the next member starts, or the closing bracket is."""
        at = self.json.skip_spaces(at)
        if self.json.has(closing, at):
            return at
        at = self.json.skip_separator(",", at)
        if self.json.has(closing, at):
            found = f"a comma before the closing {closing!r}"
            self.report.reject_part("", found, "none there")
        return at

    def _resume(self, at: int, error: json.JSONDecodeError) -> int:
        """Return where the next feature starts after something that does not belong in a list."""
        following = _START_OF_FEATURE.search(self.json.text, at)
        if following is None:
            raise error
        self._count_broken(at)
        self.report.reject_part("", self.json.describe_error(error), "',' or ']'")
        return following.start()

    def _skip_broken(self, start: int) -> int:
        self._count_broken(start)
        following = _START_OF_FEATURE.search(self.json.text, start + 1)
        return self.json.skip_broken(start, following and following.start())

    def _count_broken(self, at: int) -> None:
        self.broken += 1
        if self.broken > _MOST_BROKEN:
            raise json.JSONDecodeError("Too many broken records", self.json.text, at)

    def _check_rest(self, at: int) -> None:
        rest = self.json.text[at : at + 60]
        if not self.collection.has_features:
            found = "a JSON object without a list of features"
            if rest.startswith("{"):
                found = "one JSON text per line (NDJSON)"
            elif self.collection.members.get("type") == b'"Feature"':
                found = "a single Feature"
            raise EventFileError(Problem("", found, _WANTED))
        if rest:
            found = f"{quote(decode_utf8(rest))} after its end"
            self.report.reject_part("", found, "nothing there")


def _describe(text: str) -> str:
    if not text:
        return "an empty file"
    if text.startswith("\x1e"):
        return "a GeoJSON text sequence"
    if text.startswith("["):
        return "a list"
    if text.startswith("PK\x03\x04"):
        return "a zip archive, which has to be extracted first"
    if _BINARY.search(text):
        return "a file that is not text"
    return quote(decode_utf8(text))
