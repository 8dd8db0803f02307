"""What was held back from a file: where, what was found, what was wanted."""

import difflib
import math
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from pydantic_core import ErrorDetails, ValidationError

from geo.events.event import Fault
from geo.events.fields import ID, INSTANT_WANTED, PATTERNS

_SHOWN = 60
_UNKNOWN = ("extra_forbidden", "unexpected_keyword_argument")
_TAGS = ("Point", "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon")
_TYPES = {
    "float_type": "a number",
    "finite_number": "a number",
    "int_type": "a whole number",
    "int_from_float": "a whole number",
    "bool_type": "true or false",
    "dataclass_type": "an object",
    "dict_type": "an object",
    "union_tag_not_found": f"a geometry of type {', '.join(_TAGS)}",
    "union_tag_invalid": f"a geometry of type {', '.join(_TAGS)}",
    "tuple_type": "a list",
    "list_type": "a list",
}
_TEXTS: dict[int | str, str] = {"id": PATTERNS[ID], "start": INSTANT_WANTED, "end": INSTANT_WANTED}


@dataclass(frozen=True, slots=True)
class Held:
    """One fault for which a record, or a part of the file, was held back.

    Attributes
    ----------
    record : int or None
        Which feature of the file, counted from 1; None where the fault is the file's.
    id : str or None
        The feature's id, where it could be read.
    field : str
        Path of the member, such as ``claims[2].source``; empty for the record as a whole.
    found, wanted : str
        In plain words; what came from the file is shortened, quoted and free of control characters.
    """

    record: int | None
    id: str | None
    field: str
    found: str
    wanted: str

    @property
    def where(self) -> str:
        """Record, id and field."""
        where = "file" if self.record is None else f"record {self.record}"
        if self.id is not None:
            where += f" ({self.id})"
        return f"{where}, {self.field}" if self.field else where

    def __str__(self) -> str:
        return f"{self.where}: found {self.found}, wanted {self.wanted}"


@dataclass
class Report:
    """What there is to say about a file; filled while the file is read."""

    held: list[Held] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def shown_id(value: object) -> str | None:
    """Return an id that can be shown as it is; None for anything else."""
    good = isinstance(value, str) and len(value) <= 100 and re.fullmatch(ID, value)
    return str(value) if good else None


def quote(value: object) -> str:
    """Return a value of the file as short, harmless text.

    >>> quote("a" * 1_000_000)
    "'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa...' (1,000,000 characters)"
    >>> quote("\\x1b[31m<b>Кремль")
    "'\\\\x1b[31m<b>Кремль'"
    """
    match value:
        case None:
            return "null"
        case bool():
            return str(value).lower()
        case str() if len(value) > _SHOWN:
            # repr escapes control and format characters, and leaves letters of all scripts.
            return f"{value[:_SHOWN] + '...'!r} ({len(value):,} characters)"
        case int() if value.bit_length() > 128:
            return "a whole number of more than 38 digits"
        case float() if not math.isfinite(value):
            return "NaN" if math.isnan(value) else f"{'-' if value < 0 else ''}Infinity"
        case list() | tuple():
            return f"a list of {len(value)}" if value else "an empty list"
        case dict():
            return "an object"
        case str() | int() | float():
            return repr(value)
    return f"a value of type {type(value).__name__}"


def faults(error: ValidationError) -> Iterator[Fault]:
    """Yield field, found and wanted for each fault in one feature, unknown members left aside."""
    for detail in error.errors(include_url=False):
        path, kind, context = _path(detail["loc"]), detail["type"], detail.get("ctx", {})
        if kind == "faults":
            yield from context["faults"]
        elif kind == "json_invalid":
            yield path, _broken_text(context["error"]), "a JSON object"
        elif kind == "missing":
            # A position that is too short is also said to be too short.
            if isinstance(detail["loc"][-1], str):
                yield path, "nothing", "this member"
        elif kind not in _UNKNOWN and not _is_echo(detail):
            found = context.get("found") or quote(context.get("tag", detail["input"]))
            yield path, found, _wanted(detail)


def _is_echo(detail: ErrorDetails) -> bool:
    """Return whether a list is called too short only because something is wrong in it."""
    return detail["type"] == "too_short" and len(detail["input"]) >= detail["ctx"]["min_length"]


def _broken_text(message: str) -> str:
    """Return what pydantic's reader of JSON stumbled over, where Python's did not."""
    if "recursion" in message:
        return "lists or objects nested too deeply"
    if "unicode code point" in message:
        return "bytes that are not UTF-8"
    if "hex escape" in message or "surrogate" in message:
        return "half of a surrogate pair, such as \\ud800"
    return message.split(" at line ")[0]


def unknown_members(error: ValidationError) -> list[str]:
    """Return the path of each kind of member that the record does not have, once.

    Positions in lists are left out, and paths are short: a name can be as long as its file.
    """
    paths = (
        re.sub(r"\[\d+\]", "[]", _path(detail["loc"]))[:_SHOWN]
        for detail in error.errors(include_url=False, include_input=False)
        if detail["type"] in _UNKNOWN
    )
    return list(dict.fromkeys(paths))


def _path(location: tuple[int | str, ...]) -> str:
    """Return a path as the file's reader would say it.

    >>> _path(("properties", "claims", 2, "source"))
    'claims[2].source'
    >>> _path(("geometry", "Point", "coordinates", 1))
    'geometry.coordinates[1]'
    """
    parts = [part for part in location if part not in _TAGS]
    if len(parts) > 1 and parts[0] == "properties":
        parts = parts[1:]
    path = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in parts)
    return path.removeprefix(".")


def _wanted(detail: ErrorDetails) -> str:
    """Return what was wanted in words of the house, pydantic's own where there are none."""
    kind, context = detail["type"], detail.get("ctx", {})
    match kind:
        case "wanted":
            return str(context["wanted"])
        case "string_type":
            return _TEXTS.get(detail["loc"][-1], "text")
        case "string_too_long":
            return f"at most {context['max_length']:,} characters"
        case "string_pattern_mismatch":
            return PATTERNS.get(context["pattern"], INSTANT_WANTED)
        case "literal_error":
            return _wanted_word(context["expected"], detail["input"])
        case "greater_than_equal" | "less_than_equal" | "greater_than" | "less_than":
            return _wanted_limit(detail)
        case "too_short":
            return f"a list of at least {context['min_length']}"
        case "too_long":
            return f"a list of at most {context['max_length']:,}"
    if kind.startswith(("datetime", "timezone")):
        return INSTANT_WANTED
    return _TYPES.get(kind, detail["msg"])


def _wanted_limit(detail: ErrorDetails) -> str:
    ((name, limit),) = detail["ctx"].items()
    if not isinstance(limit, int | float):
        return INSTANT_WANTED
    wanted = {"ge": "at least", "gt": "more than", "le": "at most"}[name] + f" {limit:,.10g}"
    is_latitude = detail["loc"][:1] == ("geometry",) and abs(limit) == 90
    if is_latitude and abs(detail["input"]) <= 180:
        wanted += " for a latitude; this looks like lat, lon, and GeoJSON has lon first"
    return wanted


def _wanted_word(expected: str, found: object) -> str:
    """Return the words allowed, the nearest one first in mind where there is one.

    >>> _wanted_word("'Feature'", "feature")
    "'Feature'"
    >>> _wanted_word("'asserts', 'denies' or 'withdraws'", "denied")
    "one of asserts, denies, withdraws (did you mean 'denies'?)"
    """
    words = re.findall(r"'([^']*)'", expected)
    if len(words) == 1:
        return expected
    wanted = f"one of {', '.join(words)}"
    near = difflib.get_close_matches(found[:100], words, 1) if isinstance(found, str) else []
    return f"{wanted} (did you mean '{near[0]}'?)" if near else wanted
