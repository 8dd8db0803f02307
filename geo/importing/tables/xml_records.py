"""What KML and GPX have in common: records in XML, each with texts and a geometry."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from defusedxml import ElementTree
from defusedxml.common import DefusedXmlException

from geo.importing.tables.limits import TableFileError
from geo.importing.tables.row_numbers import format_rows
from geo.importing.tables.table import Geometry, Table, build_table

Position = list[float] | str
"""Longitude and latitude; what is written in their place, by which its row is rejected."""


@dataclass(frozen=True)
class XmlRecord:
    """A placemark, waypoint, track or route.

    Attributes
    ----------
    texts : dict of str to str
        By the name of the column.
    geometry : dict or None
        GeoJSON, in WGS 84; None where there is none.
    left_out : str
        What of its geometry is not read; empty if all of it is.
    """

    texts: dict[str, str]
    geometry: Geometry | None
    left_out: str = ""


def parse_xml(content: bytes, kind: str) -> Element:
    """Return the root of XML that defines no entities.

    Raises
    ------
    TableFileError
        If it is not XML, or is XML made to fill the memory.
    """
    try:
        root: Element = ElementTree.fromstring(content, forbid_dtd=True)
    except DefusedXmlException as error:
        raise TableFileError(f"found XML with entities of its own, wanted plain {kind}") from error
    except (ElementTree.ParseError, ValueError, LookupError) as error:
        raise TableFileError(f"found broken XML ({str(error)[:60]}), wanted {kind}") from error
    return root


def get_name(element: Element) -> str:
    """Return the name of an element without its namespace."""
    return str(element.tag).rpartition("}")[2]


def get_text(element: Element) -> str:
    """Return the text of an element, trimmed."""
    return (element.text or "").strip()


def list_times(steps: Iterable[Element]) -> list[str]:
    """Return the time of each step of a way in GPX; "" where it has none."""
    return [next(iter(find_texts(step, "time")), "") for step in steps]


def find_texts(element: Element, name: str) -> list[str]:
    """Return the texts of all elements of a name inside another one, the empty ones left out."""
    found = (get_text(one) for one in element.iter() if get_name(one) == name)
    return [text for text in found if text]


def add_period(texts: dict[str, str], times: Sequence[str]) -> None:
    """Add the time of the first and of the last step of a track, unless all of it has a time.

    A step without a time is ""; where it is the first or the last, that end is open.
    """
    if any(times) and not texts.keys() & {"when", "begin", "end"}:
        texts.update(list_span(times[0], times[-1]) or {"when": "../.."})


def list_span(begin: str, end: str) -> dict[str, str]:
    """Return the times of a span; one without its end or its start says so, and is refused.

    >>> list_span("2024-05-01", "")
    {'when': '2024-05-01/..'}
    """
    if bool(begin) == bool(end):
        return {"begin": begin, "end": end} if begin else {}
    return {"when": f"{begin or '..'}/{end or '..'}"}


def join_geometries(found: Sequence[Geometry]) -> Geometry | None:
    """Return geometries of one type as one; of several types the first."""
    kinds = {str(geometry["type"]) for geometry in found}
    if len(found) > 1 and len(kinds) == 1:
        return {"type": f"Multi{kinds.pop()}", "coordinates": [one["coordinates"] for one in found]}
    return found[0] if found else None


def build_line(positions: list[Position]) -> Geometry | None:
    """Return positions as a line; one as a point; none as None."""
    if len(positions) < 2:
        return {"type": "Point", "coordinates": positions[0]} if positions else None
    return {"type": "LineString", "coordinates": positions}


def _begin_when(texts: dict[str, str]) -> dict[str, str]:
    """Return texts whose date is in one column with those that have a start and an end."""
    if not texts.get("when") or texts.get("begin"):
        return texts
    return {"begin" if name == "when" else name: text for name, text in texts.items()}


def build_records(
    name: str, records: Sequence[XmlRecord], remarks: tuple[str, ...] = ()
) -> list[Table]:
    """Return records as a table with a column for each name of a text."""
    said_as_begin = any("begin" in record.texts for record in records)
    texts = [_begin_when(record.texts) if said_as_begin else record.texts for record in records]
    names = list(dict.fromkeys(key for one in texts for key in one))
    rows = [[one.get(name, "") for name in names] for one in texts]
    geometries = [record.geometry for record in records]
    numbers: dict[str, list[int]] = {}
    for number, record in enumerate(records, start=1):
        if record.left_out:
            numbers.setdefault(record.left_out, []).append(number)
    said = [f"{left_out} ({format_rows(found)})" for left_out, found in numbers.items()]
    return [
        build_table(
            name, names, rows, unit="record", geometries=geometries, remarks=(*said, *remarks)
        )
    ]
