"""KML as a table: a row for each placemark, with its folder, its times and its data."""

import html
import re
from collections.abc import Callable, Iterator
from xml.etree.ElementTree import Element

from geo.importing.tables.limits import TableFileError
from geo.importing.tables.table import Geometry, Table
from geo.importing.tables.xml_records import (
    Position,
    XmlRecord,
    add_period,
    build_line,
    build_records,
    find_texts,
    get_name,
    get_text,
    join_geometries,
    list_span,
    parse_xml,
)

_CELL = re.compile(r"<\s*/t[dh]\s*>", re.I)
# As in a browser, one that is left open goes to the end.
_UNSEEN = re.compile(r"<(script|style)\b[^<>]*>.*?(?:</\1\s*>|\Z)", re.I | re.S)
_BREAK = re.compile(r"<\s*(?:br|/p|/div|/li|/tr)\s*/?>", re.I)
# Within bounds: without them a text of broken tags takes hours.
_LINK = re.compile(
    r"<a\s[^<>]{0,999}?href\s{0,9}=\s{0,9}[\"'](https?://[^\"'<>]{1,4000})[\"'][^<>]{0,999}>"
    r"(.{0,999}?)</a>",
    re.I | re.S,
)
_TAG = re.compile(r"<[^<>]+>")
_SEVERAL = "of geometries of several types in a placemark only the first is read"
_LINKED = "records that the file only links to (NetworkLink) are not read"


def read_kml(content: bytes, name: str) -> list[Table]:
    """Return the placemarks of a KML file, each with its folder, its times and its extended data.

    Raises
    ------
    TableFileError
        If it is no XML, has entities of its own, or no placemark.
    """
    root = parse_xml(content, "KML")
    records = [_read_placemark(mark, folder) for mark, folder in _find_placemarks(root, "")]
    linked = any(get_name(one) == "NetworkLink" for one in root.iter())
    if not records:
        found = "only a link to records elsewhere (NetworkLink)" if linked else "no placemark"
        raise TableFileError(f"found {found}, wanted at least one placemark")
    return build_records(name, records, (_LINKED,) if linked else ())


def _find_placemarks(element: Element, folder: str) -> Iterator[tuple[Element, str]]:
    waiting = [(element, folder)]
    while waiting:
        here, above = waiting.pop()
        if get_name(here) == "Placemark":
            yield here, above
            continue
        inside = above
        if get_name(here) == "Folder":
            title = next((one.text for one in here if get_name(one) == "name" and one.text), "")
            inside = " / ".join(part for part in (above, (title or "").strip()) if part)
        waiting += [(child, inside) for child in reversed(here)]


def _read_placemark(placemark: Element, folder: str) -> XmlRecord:
    texts = {"folder": folder} if folder else {}
    if placemark.get("id"):
        texts["placemark id"] = str(placemark.get("id"))
    for child in placemark:
        kind = get_name(child)
        if kind in ("name", "address", "phoneNumber"):
            texts[kind] = get_text(child)
        elif kind == "description":
            texts[kind] = strip_markup(get_text(child))
        elif kind == "TimeStamp":
            texts["when"] = _find_text(child, "when")
        elif kind == "TimeSpan":
            texts |= list_span(_find_text(child, "begin"), _find_text(child, "end"))
        elif kind == "ExtendedData":
            texts.update(_read_data(child))
    tracks = (one for one in placemark.iter() if get_name(one) == "Track")
    steps = (one for track in tracks for one in track.iter() if get_name(one) == "when")
    add_period(texts, list(map(get_text, steps)))
    shapes = list(_find_geometries(placemark))
    several = len({str(shape["type"]) for shape in shapes}) > 1
    return XmlRecord(texts, join_geometries(shapes), _SEVERAL if several else "")


def _find_text(element: Element, name: str) -> str:
    return next(iter(find_texts(element, name)), "")


def _read_data(data: Element) -> dict[str, str]:
    found = {}
    for one in data.iter():
        if get_name(one) == "Data" and one.get("name"):
            found[str(one.get("name"))] = _find_text(one, "value")
        elif get_name(one) == "SimpleData" and one.get("name"):
            found[str(one.get("name"))] = get_text(one)
    return found


def strip_markup(text: str) -> str:
    """Return the text of a description without its HTML; links keep their address.

    >>> strip_markup('A fire<br><a href="https://a.example">here</a> &amp; there')
    'A fire\\nhttps://a.example (here) & there'
    """
    plain = _CELL.sub(" ", _UNSEEN.sub(" ", text))
    plain = _LINK.sub(lambda match: _join_link(match[1], _TAG.sub("", match[2])), plain)
    plain = html.unescape(_TAG.sub("", _BREAK.sub("\n", plain)))
    lines = (" ".join(line.split()) for line in plain.splitlines())
    return "\n".join(line for line in lines if line)


def _join_link(address: str, words: str) -> str:
    plain = html.unescape(words).strip()
    return address if not plain or plain in html.unescape(address) else f"{address} ({plain})"


def _find_geometries(placemark: Element) -> Iterator[Geometry]:
    waiting = [placemark]
    while waiting:
        here = waiting.pop()
        if read := _GEOMETRIES.get(get_name(here)):
            if geometry := read(here):
                yield geometry
        else:
            waiting += reversed(here)


def _read_point(element: Element) -> Geometry | None:
    return build_line(_read_coordinates(element)[:1])


def _read_line(element: Element) -> Geometry | None:
    return build_line(_read_coordinates(element))


def _read_polygon(element: Element) -> Geometry | None:
    rings = [
        positions
        for boundary in ("outerBoundaryIs", "innerBoundaryIs")
        for ring in element
        if get_name(ring) == boundary
        and ((positions := _read_coordinates(ring)) or boundary == "outerBoundaryIs")
    ]
    return {"type": "Polygon", "coordinates": rings} if any(rings) else None


def _read_track(element: Element) -> Geometry | None:
    """Return the way of something that moved (gx:Track): a position and a time for each step."""
    return build_line([_read_position(text, None) for text in find_texts(element, "coord")])


def _read_model(element: Element) -> Geometry | None:
    """Return where the model of a building stands."""
    lon, lat = _find_text(element, "longitude"), _find_text(element, "latitude")
    return build_line([_read_position(f"{lon},{lat}")]) if lon or lat else None


_GEOMETRIES: dict[str, Callable[[Element], Geometry | None]] = {
    "Point": _read_point,
    "LineString": _read_line,
    "LinearRing": _read_line,
    "Polygon": _read_polygon,
    "Track": _read_track,
    "Model": _read_model,
}


def _read_coordinates(element: Element) -> list[Position]:
    return list(map(_read_position, _find_text(element, "coordinates").split()))


def _read_position(text: str, separator: str | None = ",") -> Position:
    try:
        lon, lat = (float(number) for number in text.split(separator)[:2])
    except ValueError:
        return text
    return [lon, lat]
