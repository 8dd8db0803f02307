"""Events as KMZ, a KML file zipped with its icon: placemarks with time spans, for Google Earth.

KML knows no radius: a place that is not exact is drawn as the area in which it may lie.

A plain KML file cannot carry an image: its points either load one from another host, or all look
the same. A KMZ contains its icon, so that no other host is contacted.
"""

import html
import re
import zipfile
from collections.abc import Collection, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import Protocol

import pandas as pd
from geopandas import GeoDataFrame
from shapely import Geometry, Point
from shapely.geometry import mapping

from geo.border import distance_words
from geo.drawing.colours.event_colours import colour_by_group, colour_by_type
from geo.drawing.colours.palette import LIGHT, Colour
from geo.events.parts import Source
from geo.events.vocabulary import label
from geo.publishing.export.doubt_area import draw_doubt_area
from geo.publishing.export.selection import Export
from geo.publishing.templates import load_templates
from geo.summaries import format_count
from geo.times import Timed, describe_when, format_instant

# Characters that XML cannot hold, not even escaped.
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_DEFINITE, _POSSIBLE = "ff", "80"
# Through an area of 80 km readers must still see the map.
_FILLS = {_DEFINITE: "4d", _POSSIBLE: "26"}
_DATA = (
    *("presence", "group", "event_type", "verification", "attribution", "time_precision", "tz"),
    *("location_precision", "radius_m", "distance_m", "low_m", "high_m", "inside"),
)
# White: Google Earth multiplies it by the colour of the style.
_ICON = Path(__file__).parent / "disc.png"
# With so many events the text may exceed 2 GB, which a ZIP file must declare in advance.
_MANY_EVENTS = 500_000


class _Event(Timed, Protocol):
    """A row of the exported events, as far as a placemark shows it."""

    title: str
    summary: str | None
    place: str
    location_precision: str
    radius_m: float
    low_m: float
    high_m: float
    distance_m: float
    inside: bool
    verification: str
    attribution: str
    attribution_line: str
    presence: str
    statement_count: int
    claim_count: int
    source_count: int
    sources: Collection[Source]
    geometry: Geometry | None


def write_kmz(export: Export) -> Iterator[bytes]:
    """Yield a KMZ: KML 2.2 with a folder for each group; merely possible events are paler."""
    stream = _Stream()
    # Google Earth opens the first file that ends with .kml.
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        with archive.open("doc.kml", "w", force_zip64=len(export.rows) > _MANY_EVENTS) as document:
            for text in _document(export):
                document.write(text.encode())
                yield stream.drain()
        # Without the icon's time on this disk: the same events give the same bytes anywhere.
        icon = zipfile.ZipInfo(f"icons/{_ICON.name}")
        archive.writestr(icon, _ICON.read_bytes(), zipfile.ZIP_DEFLATED)
    yield stream.drain()


def _document(export: Export) -> Iterator[str]:
    view, about, field = export.view, export.about, export.view.link.colour
    groups = colour_by_group(view.kept_events["group"], view.story, LIGHT)
    types = colour_by_type(view.kept_events["event_type"], view.story, LIGHT)
    shades = groups.shades if field == "group" else types.shades
    numbers = {shade.id: number for number, shade in enumerate(shades)}
    page = partial(
        load_templates(Path(__file__).parent, _replace_not_xml).get_template("events.kml").render,
        style=lambda event: f"{numbers[getattr(event, field)]}-{event.presence}",
        describe=_describe,
        when=describe_when,
        instant=format_instant,
        shape=_draw,
        data=_list_data,
        positions=_write_positions,
    )
    kind = f"kmz {field} {numbers}"

    def write_placemarks(part: GeoDataFrame) -> bytes:
        return page(part="placemarks", events=part.itertuples()).encode()

    styles = [
        (
            f"{number}-{presence}",
            _kml_colour(shade.colour, opacity),
            _kml_colour(shade.colour, _FILLS[opacity]),
        )
        for number, shade in enumerate(shades)
        for presence, opacity in (("definite", _DEFINITE), ("possible", _POSSIBLE))
    ]
    yield page(
        part="head",
        about=about.texts(),
        intro=_as_html(filter(None, [about.filter, about.counted, about.rejected])),
        styles=styles,
        icon=_ICON.name,
    )
    group_of = view.record.events["group"].to_numpy()[export.rows]
    for group in groups.shades:
        own = export.rows[group_of == group.id]
        if len(own):
            yield page(part="folder", name=group.label)
            for written in export.write_parts(kind, write_placemarks, own):
                yield written.decode()
            yield page(part="end of folder")
    yield page(part="foot")


class _Stream:
    """A stream that a ZIP file is written to and read from at the same time; it cannot seek."""

    def __init__(self) -> None:
        self._pieces: list[bytes] = []

    def write(self, piece: bytes) -> int:
        self._pieces.append(bytes(piece))
        return len(piece)

    def flush(self) -> None:
        """Do nothing: `drain` returns what was written."""

    close = flush

    def drain(self) -> bytes:
        """Return what was written since the last call."""
        pieces, self._pieces = self._pieces, []
        return b"".join(pieces)


def _replace_not_xml(value: object) -> object:
    return _NOT_XML.sub("\ufffd", value) if type(value) is str else value


def _describe(event: _Event) -> str:
    """Return an event in words, as HTML: Google Earth reads every description as HTML."""
    lines = [
        event.title,
        f"{describe_when(event)} ({event.tz})",
        event.summary or "",
        f"{event.place} ({_describe_doubt(event)})",
        f"Distance to the border: {distance_words(event)}",
        f"Verification: {label('verification', event.verification)}",
        f"Attribution: {label('attribution', event.attribution)}",
        event.attribution_line,
        "Only possibly within the filter" if event.presence == "possible" else "",
        _describe_filed(event),
        *(_describe_source(source) for source in event.sources),
    ]
    return _as_html(line for line in lines if line)


def _describe_filed(event: _Event) -> str:
    return (
        f"In the record: {format_count(event.statement_count, 'statement')} about it; filed with "
        f"it: {format_count(event.claim_count, 'claim')}, "
        f"{format_count(event.source_count, 'source')}"
    )


def _describe_doubt(event: _Event) -> str:
    precision = label("location_precision", event.location_precision)
    if event.geometry is None or not event.radius_m > 0:
        return precision
    radius = f"{event.radius_m:g} m" if event.radius_m < 1000 else f"{event.radius_m / 1000:g} km"
    return f"{precision}, within {radius}"


def _describe_source(source: Source) -> str:
    parts = (source.publisher, source.title, source.date, source.url)
    return "Source: " + ", ".join(part for part in parts if part)


def _is_area(event: _Event) -> bool:
    """Return whether the place is a point of the file that stands for an area."""
    is_point = isinstance(event.geometry, Point)
    return is_point and event.location_precision != "exact" and event.radius_m > 0


def _draw(event: _Event) -> dict[str, object] | None:
    """Return what a placemark shows: the place of the file, or the area that it may lie in."""
    shape = event.geometry
    if isinstance(shape, Point) and _is_area(event):
        shape = draw_doubt_area(shape, event.radius_m)
    return None if shape is None else mapping(shape)


def _list_data(event: _Event) -> Iterator[tuple[str, object]]:
    """Yield what is known of an event; of an area also the place that it was drawn around."""
    for name in _DATA:
        value = getattr(event, name)
        if not pd.isna(value):
            yield name, value
    if isinstance(event.geometry, Point) and _is_area(event):
        yield "lon", event.geometry.x
        yield "lat", event.geometry.y


def _write_positions(positions: Iterable[tuple[float, ...]]) -> str:
    return " ".join(f"{position[0]},{position[1]}" for position in positions)


def _as_html(lines: Iterable[str]) -> str:
    return "<br>".join(html.escape(line, quote=False) for line in lines)


def _kml_colour(colour: Colour, opacity: str) -> str:
    """Return a colour as KML writes it: opacity, blue, green, red."""
    red, green, blue = colour
    return f"{opacity}{blue:02x}{green:02x}{red:02x}"
