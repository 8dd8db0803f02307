"""GPX as a table: a row for each waypoint, and each track or route as lines."""

from xml.etree.ElementTree import Element

from geo.importing.tables.limits import TableFileError
from geo.importing.tables.table import Table
from geo.importing.tables.xml_records import (
    Position,
    XmlRecord,
    add_period,
    build_line,
    build_records,
    get_name,
    get_text,
    join_geometries,
    list_times,
    parse_xml,
)

_KINDS = {"wpt": "waypoint", "trk": "track", "rte": "route"}


def read_gpx(content: bytes, name: str) -> list[Table]:
    """Return the waypoints of a GPX file, and its tracks and routes as lines.

    A track has a line for each segment, since nobody knows the way between two of them.

    Raises
    ------
    TableFileError
        If it is no XML, has entities of its own, or no waypoint, track or route.
    """
    root = parse_xml(content, "GPX")
    records = [_read_record(one) for one in root if get_name(one) in _KINDS]
    if not records:
        raise TableFileError("found no waypoint, track or route, wanted at least one")
    return build_records(name, records)


def _read_record(element: Element) -> XmlRecord:
    kind = get_name(element)
    texts = {get_name(child): get_text(child) for child in element if not len(child)}
    for link in element:
        if get_name(link) == "link" and link.get("href"):
            texts["link"] = str(link.get("href"))
    if "time" in texts:
        texts["when"] = texts.pop("time")
    texts = {"kind": _KINDS[kind], **texts}
    if kind == "wpt":
        return XmlRecord(texts, build_line(_read_positions([element])))
    steps = (one for one in element.iter() if get_name(one) in ("trkpt", "rtept"))
    add_period(texts, list_times(steps))
    parts = [one for one in element if get_name(one) == "trkseg"] or [element]
    shapes = [shape for part in parts if (shape := build_line(_read_positions(list(part))))]
    lines = [shape for shape in shapes if shape["type"] != "Point"] or shapes
    left_out = "a segment of a single point is left out" if len(lines) < len(shapes) else ""
    return XmlRecord(texts, join_geometries(lines), left_out)


def _read_positions(points: list[Element]) -> list[Position]:
    return [_read_position(one) for one in points if one.get("lat") or one.get("lon")]


def _read_position(point: Element) -> Position:
    lat, lon = point.get("lat", ""), point.get("lon", "")
    try:
        return [float(lon), float(lat)]
    except ValueError:
        return f'lat="{lat}" lon="{lon}"'
