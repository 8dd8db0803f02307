"""JSON as tables: lists of objects, and GeoJSON of any properties."""

from collections.abc import Collection, Mapping

from pydantic_core import from_json

from geo.errors import Problem, quote
from geo.events.files.json_text import describe_repeated, list_repeated_names
from geo.importing.tables.geometry_cells import find_geometry, is_geometry
from geo.importing.tables.json_values import flatten_record, list_columns
from geo.importing.tables.limits import TableFileError
from geo.importing.tables.table import Geometry, Table, build_table, join_some

_WANTED = "a list of objects, or GeoJSON"


def read_json_tables(content: bytes, name: str) -> list[Table]:
    """Return the lists of objects in a JSON text, or the features of GeoJSON.

    Of several lists each is called by the member that holds it. Objects in an object become
    columns of their own, as `spread_value` says; a list of plain values is one text with "; "
    between them.

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
            raise TableFileError(f"found {quote(str(error))}, wanted JSON") from error
    _check_names(content)
    if isinstance(value, dict):
        return _read_object(value, name)
    return [_read_list(value, name)]


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


def _read_object(value: Mapping[str, object], name: str) -> list[Table]:
    """Return the features of GeoJSON, or each list of objects among the members of an object."""
    _check_geometry(value)
    if value.get("type") == "Feature":
        return [_read_features([value], name)]
    lists = {
        member: one
        for member, one in value.items()
        if isinstance(one, list) and any(isinstance(each, dict) and each for each in one)
    }
    if value.get("type") == "FeatureCollection":
        lists.pop("features", None)
        said = _describe_left_out(lists)
        return [_read_features(value.get("features"), name, said)]
    whole = {
        member: records
        for member, records in lists.items()
        if all(isinstance(one, dict) for one in records)
    }
    if not whole:
        raise TableFileError(f"found other JSON, wanted {_WANTED}")
    said = _describe_left_out(lists.keys() - whole.keys())
    if len(whole) == 1:
        return [_read_list(records, name, said) for records in whole.values()]
    return [_read_list(records, member, said) for member, records in whole.items()]


def _describe_left_out(members: Collection[str]) -> tuple[str, ...]:
    """Return a remark on lists that are no table; none if there is none."""
    return (f"not read: {join_some(list(map(quote, sorted(members))))}",) if members else ()


def _read_list(records: object, name: str, remarks: tuple[str, ...] = ()) -> Table:
    given = records if isinstance(records, list) else []
    objects = [one for one in given if isinstance(one, dict)]
    if not objects or len(objects) != len(given):
        raise TableFileError(f"found other JSON, wanted {_WANTED}")
    if all(one.get("type") == "Feature" for one in objects):
        return _read_features(objects, name, remarks)
    if all(map(is_geometry, objects)):
        _check_geometry(objects[0])
    return _build(name, objects, None, remarks)


def _check_geometry(value: Mapping[str, object]) -> None:
    """Raise TableFileError if an object is a geometry: it says nothing of what happened there."""
    if is_geometry(value):
        found = f"a geometry of GeoJSON alone ({value['type']})"
        wanted = "a Feature with this geometry, and with properties such as a title and a date"
        raise TableFileError(Problem("", found, wanted))


def _read_features(features: object, name: str, remarks: tuple[str, ...] = ()) -> Table:
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
        geometries.append(find_geometry(given.get("geometry")))
    return _build(name, records, geometries, remarks)


def _build(
    name: str,
    records: list[dict[str, object]],
    geometries: list[Geometry | None] | None,
    remarks: tuple[str, ...],
) -> Table:
    flat = list(map(flatten_record, records))
    names = list_columns(flat)
    rows = [[record.get(one, "") for one in names] for record in flat]
    return build_table(name, names, rows, unit="record", geometries=geometries, remarks=remarks)
