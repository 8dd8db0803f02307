"""What pydantic finds wrong in an event, in the words of this project."""

import math
import re
from collections.abc import Iterator

from pydantic_core import ErrorDetails, ValidationError

from geo.errors import MOST_SHOWN, Problem, quote
from geo.events.actor import OBJECT, TEXT
from geo.events.fields import ID, INSTANT_WANTED, OWN, PATTERNS, SHARED
from geo.events.reading.misspelt_members import find_meant
from geo.events.rejections import UNKNOWN_MEMBER

_UNKNOWN = ("extra_forbidden", "unexpected_keyword_argument")
_SHAPES = ("Point", "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon")
_TAGS = (*_SHAPES, TEXT, OBJECT, SHARED, OWN)
_TYPES = {
    "float_type": "a number",
    "finite_number": "a number",
    "int_type": "a whole number",
    "int_from_float": "a whole number",
    "bool_type": "true or false",
    "dataclass_type": "an object",
    "dict_type": "an object",
    "union_tag_not_found": f"a geometry of type {', '.join(_SHAPES)}",
    "union_tag_invalid": f"a geometry of type {', '.join(_SHAPES)}",
    "tuple_type": "a list",
    "list_type": "a list",
}
_TEXTS: dict[int | str, str] = {"id": PATTERNS[ID], "start": INSTANT_WANTED, "end": INSTANT_WANTED}


def list_event_problems(error: ValidationError) -> list[Problem]:
    """Return each problem of one feature; unknown members only where they look misspelt."""
    return list(_translate(error))


def _find_misspelt(details: list[ErrorDetails]) -> Iterator[Problem]:
    for detail in details:
        if detail["type"] in _UNKNOWN and (wanted := _find_meant(detail["loc"])):
            yield Problem(_join_path(detail["loc"])[:MOST_SHOWN], UNKNOWN_MEMBER, wanted)


def _find_meant(location: tuple[int | str, ...]) -> str | None:
    """Return what was wanted in place of an unknown member; None if it is near to no other."""
    *parents, name = (part for part in location if isinstance(part, str) and part not in _TAGS)
    return None if "geometry" in parents else find_meant(name, parents[-1] if parents else "")


def _translate(error: ValidationError) -> Iterator[Problem]:
    details = error.errors(include_url=False)
    yield from _find_misspelt(details)
    for detail in details:
        path, kind, context = _join_path(detail["loc"]), detail["type"], detail.get("ctx", {})
        if kind == "contradictions":
            yield from context["problems"]
        elif kind == "json_invalid":
            yield Problem(path, _name_broken_text(context["error"]), "a JSON object")
        elif kind == "missing":
            # A position that is too short is also said to be too short.
            if isinstance(detail["loc"][-1], str):
                yield Problem(path, "nothing", "this member")
        elif kind not in _UNKNOWN and not _is_echo(detail):
            found = context.get("found") or quote(context.get("tag", detail["input"]))
            yield Problem(path, found, _describe_wanted(detail))


def _is_echo(detail: ErrorDetails) -> bool:
    """Return whether the same is said again.

    A list is called too short only because something is wrong in it, and a word that is unknown is
    so in two lists.
    """
    if detail["loc"][-1:] == (SHARED,):
        return True
    return detail["type"] == "too_short" and len(detail["input"]) >= detail["ctx"]["min_length"]


def _name_broken_text(message: str) -> str:
    """Return what pydantic's reader of JSON stumbled over, where Python's did not."""
    if "recursion" in message:
        return "lists or objects nested too deeply"
    if "unicode code point" in message:
        return "bytes that are not UTF-8"
    if "hex escape" in message or "surrogate" in message:
        return "half of a surrogate pair, such as \\ud800"
    return message.split(" at line ")[0]


def list_unknown_members(error: ValidationError) -> list[str]:
    """Return the path of each kind of member that the format does not have, once.

    Those that are near to a known one are problems instead.
    Positions in lists are left out, and paths are short: a name can be as long as its file.
    """
    paths = (
        re.sub(r"\[\d+\]", "[]", _join_path(detail["loc"]))[:MOST_SHOWN]
        for detail in error.errors(include_url=False, include_input=False)
        if detail["type"] in _UNKNOWN and not _find_meant(detail["loc"])
    )
    return list(dict.fromkeys(paths))


def _join_path(location: tuple[int | str, ...]) -> str:
    """Return a path as the file's reader would say it.

    >>> _join_path(("properties", "claims", 2, "source"))
    'claims[2].source'
    >>> _join_path(("geometry", "Point", "coordinates", 1))
    'geometry.coordinates[1]'
    """
    parts = [part for part in location if part not in _TAGS]
    if len(parts) > 1 and parts[0] == "properties":
        parts = parts[1:]
    path = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in parts)
    return path.removeprefix(".")


def _describe_wanted(detail: ErrorDetails) -> str:
    """Return what was wanted in our words, in pydantic's where we have none."""
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
            return str(context["expected"])
        case "greater_than_equal" | "less_than_equal" | "greater_than" | "less_than":
            return _describe_wanted_limit(detail)
        case "too_short":
            return f"a list of at least {context['min_length']}"
        case "too_long":
            return f"a list of at most {context['max_length']:,}"
    if kind.startswith(("datetime", "timezone")):
        return INSTANT_WANTED
    return _TYPES.get(kind, detail["msg"])


def _describe_wanted_limit(detail: ErrorDetails) -> str:
    ((name, limit),) = detail["ctx"].items()
    if not isinstance(limit, int | float):
        return INSTANT_WANTED
    wanted = {"ge": "at least", "gt": "more than", "le": "at most"}[name] + f" {limit:,.10g}"
    is_place = detail["loc"][:1] == ("geometry",)
    if is_place and abs(limit) == 90 and abs(detail["input"]) <= 180:
        wanted += " for a latitude; this looks like lat, lon, and GeoJSON has lon first"
    if is_place and abs(limit) == 180 and abs(detail["input"]) <= 360:
        meant = detail["input"] - math.copysign(360, detail["input"])
        wanted += f" for a longitude: write {meant:.10g}"
    return wanted
