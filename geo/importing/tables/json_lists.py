"""JSON as tables: lists of objects, and GeoJSON of any properties."""

import json
from collections.abc import Mapping

from pydantic_core import from_json

from geo.events.files.json_text import describe_repeated, list_repeated_names
from geo.importing.tables.limits import TableFileError
from geo.importing.tables.table import Geometry, Table, build_table

_WANTED = "a list of objects, or GeoJSON"
_DEEPEST = 40


def read_json_tables(content: bytes, name: str) -> list[Table]:
    """Return the list of objects in a JSON text, or the features of GeoJSON.

    Objects and lists in a cell become one text: of a list of plain values these with "; " between,
    of anything else JSON.

    Raises
    ------
    TableFileError
        If there is no such list.
    """
    try:
        value = from_json(content.removeprefix(b"\xef\xbb\xbf"))
    except ValueError as error:
        value = _read_lines(content)
        if value is None:
            raise TableFileError(f"found {str(error)[:80]!r}, wanted JSON") from error
    _check_names(content)
    if isinstance(value, dict) and value.get("type") == "FeatureCollection":
        return [_read_features(value.get("features"), name)]
    records = value if isinstance(value, list) else _find_list(value)
    if records and all(isinstance(one, dict) and one.get("type") == "Feature" for one in records):
        return [_read_features(records, name)]
    objects = [one for one in records or () if isinstance(one, dict)]
    if not objects or len(objects) != len(records or ()):
        raise TableFileError(f"found other JSON, wanted {_WANTED}")
    return [_build(name, objects, None, ())]


def _check_names(content: bytes) -> None:
    """Raise TableFileError if an object repeats a name: which value is meant is ambiguous."""
    try:
        repeated = list_repeated_names(content)
    except ValueError:
        # One object a line.
        lines = filter(bytes.strip, content.splitlines())
        repeated = sorted({name for line in lines for name in list_repeated_names(line)})
    except RecursionError as error:
        raise TableFileError(f"found JSON nested too deeply, wanted {_WANTED}") from error
    if repeated:
        raise TableFileError(f"found {describe_repeated(repeated)}, wanted each name once")


def _read_lines(content: bytes) -> object:
    """Return one object a line, as some programs write them; None if they are not."""
    try:
        return [from_json(line) for line in content.splitlines() if line.strip()] or None
    except ValueError:
        return None


def _find_list(value: object) -> list[object] | None:
    """Return the longest list of objects among the members of an object."""
    members = value.values() if isinstance(value, dict) else ()
    lists = [one for one in members if isinstance(one, list) and one and isinstance(one[0], dict)]
    return max(lists, key=len, default=None)


def _read_features(features: object, name: str) -> Table:
    if not isinstance(features, list):
        raise TableFileError("found no list of features, wanted GeoJSON")
    records, geometries = [], []
    for feature in features:
        given = feature if isinstance(feature, dict) else {}
        properties = given.get("properties")
        record = dict(properties) if isinstance(properties, dict) else {}
        if "id" in given and "id" not in record:
            record = {"id": given["id"], **record}
        records.append(record)
        geometries.append(_find_geometry(given.get("geometry")))
    return _build(name, records, geometries, ())


def _find_geometry(geometry: object) -> Geometry | None:
    """Return a geometry of any type without heights; whether it can be used is checked by row."""
    if geometry is None:
        return None
    if not isinstance(geometry, dict):
        return {"type": geometry}
    kind = geometry.get("type")
    if isinstance(parts := geometry.get("geometries"), list):
        return {"type": kind, "geometries": [_find_geometry(one) for one in parts]}
    return {"type": kind, "coordinates": _drop_heights(geometry.get("coordinates"))}


def _drop_heights(positions: object) -> object:
    if isinstance(positions, list):
        if positions and all(isinstance(one, int | float) for one in positions):
            return positions[:2]
        return [_drop_heights(one) for one in positions]
    return positions


def _build(
    name: str,
    records: list[dict[str, object]],
    geometries: list[Geometry | None] | None,
    remarks: tuple[str, ...],
) -> Table:
    header: dict[str, None] = {}
    for record in records:
        header.update(dict.fromkeys(map(str, record)))
    names = list(header)
    rows = [[format_value(record.get(one)) for one in names] for record in records]
    return build_table(name, names, rows, unit="record", geometries=geometries, remarks=remarks)


def format_value(value: object) -> str:
    """Return a value of JSON as the text of a cell.

    >>> format_value(["a", "b"]), format_value(1.0), format_value(None)
    ('a; b', '1', '')
    """
    match value:
        case None:
            return ""
        case str():
            return value
        case bool():
            return "true" if value else "false"
        case int():
            return str(value)
        case float():
            return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
        case list():
            plain = [one for one in value if isinstance(one, str | int | float)]
            if len(plain) == len(value):
                return "; ".join(map(format_value, plain))
            if texts := _find_addresses(value) or _find_pairs(value):
                return "\n".join(texts)
    return json.dumps(value, ensure_ascii=False, default=_simplify)


def _simplify(value: object) -> object:
    """Return a value of an array or a date as JSON has it."""
    return value.tolist() if hasattr(value, "tolist") else str(value)


def _find_addresses(values: list[object]) -> list[str] | None:
    """Return the addresses of a list of objects that each have one, with words at most."""
    found = []
    for one in values:
        if not isinstance(one, Mapping) or set(one) - {"url", "path", "id", "description", "title"}:
            return None
        address = one.get("url") or one.get("path")
        if not isinstance(address, str):
            return None
        words = [str(one[key]) for key in ("title", "description") if one.get(key)]
        found.append(f"{address}" + (f" ; {' '.join(words)}" if words else ""))
    return found


def _find_pairs(values: list[object]) -> list[str] | None:
    """Return "key: value" of a list of objects that have these two members and no other."""
    if not all(isinstance(one, Mapping) and set(one) == {"key", "value"} for one in values):
        return None
    return [
        f"{one['key']}: {format_value(one['value'])}" for one in values if isinstance(one, dict)
    ]
