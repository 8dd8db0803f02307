"""KML and GPX as tables: a row for each placemark or waypoint, with its folder and its data."""

import html
import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from defusedxml import ElementTree
from defusedxml.common import DefusedXmlException

from geo.importing.tables.limits import TableFileError
from geo.importing.tables.row_numbers import format_rows
from geo.importing.tables.table import Geometry, Table, build_table

_BREAK = re.compile(r"<\s*(?:br|/p|/div|/li|/tr)\s*/?>", re.I)
# Within bounds: without them a text of broken tags takes hours.
_LINK = re.compile(
    r"<a\s[^<>]{0,999}?href\s{0,9}=\s{0,9}[\"'](https?://[^\"'<>]{1,4000})[\"'][^<>]{0,999}>"
    r"(.{0,999}?)</a>",
    re.I | re.S,
)
_TAG = re.compile(r"<[^<>]+>")

_Position = list[float] | str
"""Longitude and latitude; what is written in their place, by which its row is rejected."""


def read_kml(content: bytes, name: str) -> list[Table]:
    """Return the placemarks of a KML file, each with its folder, its times and its extended data.

    Raises
    ------
    TableFileError
        If it is not XML, or is XML made to fill the memory.
    """
    tree = _parse(content, "KML")
    records: list[dict[str, str]] = []
    geometries: list[Geometry | None] = []
    mixed: list[int] = []
    for number, (placemark, folder) in enumerate(_find_placemarks(tree, ""), start=1):
        records.append(_read_placemark(placemark, folder))
        found = [geometry for one in placemark.iter() if (geometry := _read_geometry(one))]
        geometries.append(_join_geometries(found))
        if len({str(geometry["type"]) for geometry in found}) > 1:
            mixed.append(number)
    said = "of geometries of several types in a placemark only the first is read"
    remarks = (f"{said} ({format_rows(mixed)})",) if mixed else ()
    return [_build(name, records, geometries, remarks)]


def read_gpx(content: bytes, name: str) -> list[Table]:
    """Return the waypoints of a GPX file, and its tracks and routes as lines.

    Raises
    ------
    TableFileError
    """
    tree = _parse(content, "GPX")
    records: list[dict[str, str]] = []
    geometries: list[Geometry | None] = []
    for one in tree:
        kind = _name(one)
        if kind not in ("wpt", "trk", "rte"):
            continue
        texts = {_name(child): (child.text or "").strip() for child in one if not len(child)}
        for link in one:
            if _name(link) == "link" and link.get("href"):
                texts["link"] = str(link.get("href"))
        if "time" in texts:
            texts["when"] = texts.pop("time")
        records.append({"kind": {"wpt": "waypoint", "trk": "track", "rte": "route"}[kind], **texts})
        points = [point for point in one.iter() if point.get("lat") or point.get("lon")]
        geometries.append(_as_geometry([_as_position(point) for point in points], kind))
    return [_build(name, records, geometries)]


def _as_position(point: Element) -> _Position:
    lat, lon = point.get("lat", ""), point.get("lon", "")
    try:
        return [float(lon), float(lat)]
    except ValueError:
        return f'lat="{lat}" lon="{lon}"'


def _as_geometry(positions: list[_Position], kind: str) -> Geometry | None:
    if not positions:
        return None
    if kind == "wpt" or len(positions) == 1:
        return {"type": "Point", "coordinates": positions[0]}
    return {"type": "LineString", "coordinates": positions}


def _parse(content: bytes, kind: str) -> Element:
    try:
        tree: Element = ElementTree.fromstring(content, forbid_dtd=True)
    except DefusedXmlException as error:
        raise TableFileError(f"found XML with entities of its own, wanted plain {kind}") from error
    except (ElementTree.ParseError, ValueError, LookupError) as error:
        raise TableFileError(f"found broken XML ({str(error)[:60]}), wanted {kind}") from error
    return tree


def _name(element: Element) -> str:
    return str(element.tag).rpartition("}")[2]


def _find_placemarks(element: Element, folder: str) -> Iterator[tuple[Element, str]]:
    waiting = [(element, folder)]
    while waiting:
        here, above = waiting.pop()
        if _name(here) == "Placemark":
            yield here, above
            continue
        inside = above
        if _name(here) == "Folder":
            title = next((one.text for one in here if _name(one) == "name" and one.text), "")
            inside = " / ".join(part for part in (above, (title or "").strip()) if part)
        waiting += [(child, inside) for child in reversed(here)]


def _read_placemark(placemark: Element, folder: str) -> dict[str, str]:
    record = {"folder": folder} if folder else {}
    if placemark.get("id"):
        record["placemark id"] = str(placemark.get("id"))
    for child in placemark:
        kind, text = _name(child), (child.text or "").strip()
        if kind in ("name", "address", "phoneNumber"):
            record[kind] = text
        elif kind == "description":
            record[kind] = strip_markup(text)
        elif kind == "TimeStamp":
            record["when"] = _find_text(child, "when")
        elif kind == "TimeSpan":
            record["begin"], record["end"] = _find_text(child, "begin"), _find_text(child, "end")
        elif kind == "ExtendedData":
            record.update(_read_data(child))
    return record


def _find_text(element: Element, name: str) -> str:
    return next(((one.text or "").strip() for one in element.iter() if _name(one) == name), "")


def _read_data(data: Element) -> dict[str, str]:
    found = {}
    for one in data.iter():
        if _name(one) == "Data" and one.get("name"):
            found[str(one.get("name"))] = _find_text(one, "value")
        elif _name(one) == "SimpleData" and one.get("name"):
            found[str(one.get("name"))] = (one.text or "").strip()
    return found


def strip_markup(text: str) -> str:
    """Return the text of a description without its HTML; links keep their address.

    >>> strip_markup('A fire<br><a href="https://a.example">here</a> &amp; there')
    'A fire\\nhttps://a.example (here) & there'
    """
    plain = _LINK.sub(lambda match: _join_link(match[1], _TAG.sub("", match[2])), text)
    plain = html.unescape(_TAG.sub("", _BREAK.sub("\n", plain)))
    lines = (" ".join(line.split()) for line in plain.splitlines())
    return "\n".join(line for line in lines if line)


def _join_link(address: str, words: str) -> str:
    plain = html.unescape(words).strip()
    return address if not plain or plain in html.unescape(address) else f"{address} ({plain})"


def _join_geometries(found: list[Geometry]) -> Geometry | None:
    """Return geometries of one type as one; of several types the first."""
    kinds = {str(geometry["type"]) for geometry in found}
    if len(found) <= 1:
        return found[0] if found else None
    if len(kinds) == 1:
        return {"type": f"Multi{kinds.pop()}", "coordinates": [one["coordinates"] for one in found]}
    return found[0]


def _read_geometry(element: Element) -> Geometry | None:
    kind = _name(element)
    if kind in ("Point", "LineString"):
        positions = _read_positions(_find_text(element, "coordinates"))
        if not positions:
            return None
        return {"type": kind, "coordinates": positions[0] if kind == "Point" else positions}
    if kind != "Polygon":
        return None
    rings = [
        positions
        for boundary in ("outerBoundaryIs", "innerBoundaryIs")
        for ring in element
        if _name(ring) == boundary
        and ((positions := _read_ring(ring)) or boundary == "outerBoundaryIs")
    ]
    return {"type": "Polygon", "coordinates": rings} if any(rings) else None


def _read_ring(boundary: Element) -> list[_Position]:
    return _read_positions(_find_text(boundary, "coordinates"))


def _read_positions(text: str) -> list[_Position]:
    positions: list[_Position] = []
    for part in text.split():
        try:
            lon, lat = (float(number) for number in part.split(",")[:2])
            positions.append([lon, lat])
        except ValueError:
            positions.append(part)
    return positions


def _build(
    name: str,
    records: list[dict[str, str]],
    geometries: list[Geometry | None],
    remarks: tuple[str, ...] = (),
) -> Table:
    names = list(dict.fromkeys(key for record in records for key in record))
    rows = [[record.get(one, "") for one in names] for record in records]
    if not names:
        raise TableFileError("found no placemark, wanted at least one")
    return build_table(name, names, rows, unit="record", geometries=geometries, remarks=remarks)
