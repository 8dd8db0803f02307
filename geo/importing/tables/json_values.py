"""Values of JSON in the cells of a table: as text, and objects by the names of their members."""

import json
from collections.abc import Iterator, Mapping, Sequence

from geo.errors import Problem, quote_name
from geo.importing.tables.geometry_cells import find_geometry, is_geometry, write_place
from geo.importing.tables.limits import MOST_COLUMNS, TableFileError


def flatten_record(record: Mapping[str, object]) -> dict[str, str]:
    """Return the members of a record as texts, those of objects in it by dotted names.

    Raises
    ------
    TableFileError
        If two members would have one name.

    Examples
    --------
    >>> flatten_record({"title": "A fire", "place": {"name": "Suva", "at": {"lat": -18.1}}})
    {'title': 'A fire', 'place.name': 'Suva', 'place.at.lat': '-18.1'}
    """
    cells: dict[str, str] = {}
    for name, value in record.items():
        for column, part in spread_value(str(name), value):
            if column in cells:
                found = Problem(quote_name(column), "two values in one record", "each name once")
                raise TableFileError(found)
            cells[column] = format_value(part)
    return cells


def spread_value(name: str, value: object) -> Iterator[tuple[str, object]]:
    """Yield the columns that a value fills, each with what it has there.

    An object fills one for each of its members, a geometry the column `name.wkt`. A list of objects
    that is not one of addresses, or of keys and values, is JSON in the column `name.json`: it is no
    place and no source, whatever the name says, and goes to the desk's note.

    Examples
    --------
    >>> point = {"type": "Point", "coordinates": [178.5, -17]}
    >>> dict(spread_value("place", point)), dict(spread_value("by", [{"who": "A"}]))
    ({'place.wkt': 'POINT (178.5 -17)'}, {'by.json': '[{"who": "A"}]'})
    """
    if is_geometry(value):
        yield f"{name}.wkt", write_place(find_geometry(value))
    elif isinstance(value, Mapping) and value:
        for member, one in value.items():
            yield from spread_value(f"{name}.{member}", one)
    elif isinstance(value, Mapping):
        yield name, None
    elif isinstance(value, list) and any(isinstance(one, Mapping) for one in value):
        known = _find_addresses(value) or _find_pairs(value)
        yield (name, "\n".join(known)) if known else (f"{name}.json", _write_json(value))
    else:
        yield name, value


def list_columns(rows: Sequence[Mapping[str, object]]) -> list[str]:
    """Return the columns that rows fill, in the order in which they come up.

    One that holds nothing, and in other rows an object, is left out: it would have the name by
    which the place of these rows is found.

    Raises
    ------
    TableFileError
        If they are more than a table has.

    Examples
    --------
    >>> list_columns([{"place": "", "memo": ""}, {"place.name": "Suva"}])
    ['memo', 'place.name']
    """
    is_filled: dict[str, bool] = {}
    for row in rows:
        for name, part in row.items():
            is_filled[name] = is_filled.get(name, False) or part not in (None, "")
    if len(is_filled) > MOST_COLUMNS:
        found = f"members of {len(is_filled):,} names"
        raise TableFileError(Problem("", found, f"at most {MOST_COLUMNS:,}"))
    return [
        name
        for name, filled in is_filled.items()
        if filled or not any(other.startswith(f"{name}.") for other in is_filled)
    ]


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
        case list() if all(isinstance(one, str | int | float) for one in value):
            return "; ".join(map(format_value, value))
    return _write_json(value)


def _write_json(value: object) -> str:
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
        f"{one['key']}: {format_value(one['value'])}" for one in values if isinstance(one, Mapping)
    ]
