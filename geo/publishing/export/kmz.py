"""Events as KML with its icon, packed as KMZ: styled placemarks with time spans, for Google Earth.

A plain KML file cannot carry an image: its points either ask another host for one, or all look
alike. In a KMZ the icon travels along, and nobody is asked.
"""

import html
import re
import zipfile
from collections.abc import Iterable, Iterator, Sized
from functools import cache, partial
from pathlib import Path
from typing import Protocol

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from shapely import Geometry
from shapely.geometry import mapping

from geo.border import describe_distance
from geo.drawing.colouring import colour_by_group, colour_by_type
from geo.drawing.palette import LIGHT, Colour
from geo.events.vocabulary import label
from geo.publishing.export.tables import Taken
from geo.times import Timed, describe_when

# Signs that XML cannot hold, whatever is done to them.
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_SURE, _UNSURE = "ff", "80"
_ICON = Path(__file__).parent / "disc.png"  # White: Earth multiplies it by the style's colour.
# From here on the text may pass 2 GB, which a ZIP file must know before.
_MANY = 500_000


class _Event(Timed, Protocol):
    """A row of the events taken, as far as a placemark shows it."""

    title: str
    place: str
    location_precision: str
    radius_m: float
    distance_m: float
    inside: bool
    verification: str
    attribution: str
    attribution_line: str
    presence: str
    claims: Sized
    sources: Sized
    geometry: Geometry | None


def write_kmz(taken: Taken) -> Iterator[bytes]:
    """Yield a KMZ: KML 2.2 with a folder for each group, paler where an event is only possible."""
    out = _Out()
    # Earth opens the first file that ends with .kml.
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as packed:
        with packed.open("doc.kml", "w", force_zip64=len(taken.rows) > _MANY) as document:
            for text in _document(taken):
                document.write(text.encode())
                yield out.taken()
        packed.write(_ICON, f"icons/{_ICON.name}")
    yield out.taken()


def _document(taken: Taken) -> Iterator[str]:
    view, field = taken.view, taken.view.link.colour
    groups = colour_by_group(view.kept_events["group"], view.story, LIGHT)
    types = colour_by_type(view.kept_events["event_type"], LIGHT)
    shades = groups.shades if field == "group" else types.shades
    numbers = {shade.id: number for number, shade in enumerate(shades)}
    page = partial(
        _environment().get_template("events.kml").render,
        style=lambda event: f"{numbers[getattr(event, field)]}-{event.presence}",
        describe=_description,
        when=describe_when,
        shape=lambda event: None if event.geometry is None else mapping(event.geometry),
    )
    styles = [
        (f"{number}-{presence}", _kml_colour(shade.colour, opacity))
        for number, shade in enumerate(shades)
        for presence, opacity in (("definite", _SURE), ("possible", _UNSURE))
    ]
    yield page(
        part="head",
        about=taken.about.texts(),
        intro=_as_html([taken.about.filter, taken.about.counted]),
        styles=styles,
        icon=_ICON.name,
    )
    group_of = view.record.events["group"].to_numpy()[taken.rows]
    for group in groups.shades:
        own = taken.rows[group_of == group.id]
        if len(own):
            yield page(part="folder", name=group.label)
            for events in taken.parts(own):
                yield page(part="placemarks", events=events.itertuples())
            yield page(part="end of folder")
    yield page(part="foot")


class _Out:
    """What a ZIP file is written to, and read from while it is written: it cannot go back."""

    def __init__(self) -> None:
        self._pieces: list[bytes] = []

    def write(self, piece: bytes) -> int:
        self._pieces.append(bytes(piece))
        return len(piece)

    def flush(self) -> None:
        """Do nothing: whoever reads takes what there is."""

    close = flush

    def taken(self) -> bytes:
        """Return what was written since the last time."""
        pieces, self._pieces = self._pieces, []
        return b"".join(pieces)


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
        finalize=lambda value: _NOT_XML.sub("\ufffd", value) if type(value) is str else value,
    )


def _description(event: _Event) -> str:
    """Return an event in words, as HTML: Earth reads descriptions so, whatever they hold."""
    distance = describe_distance(
        event.distance_m, event.inside is True, event.radius_m, event.location_precision
    )
    lines = [
        event.title,
        describe_when(event),
        f"{event.place} ({label('location_precision', event.location_precision)})",
        f"Distance to the border: {distance}",
        f"What happened: {label('verification', event.verification)}",
        f"Who did it: {label('attribution', event.attribution)}",
        event.attribution_line,
        "Only possibly within the filter" if event.presence == "possible" else "",
        f"Claims and sources in the record: {len(event.claims)} and {len(event.sources)}",
    ]
    return _as_html(line for line in lines if line)


def _as_html(lines: Iterable[str]) -> str:
    return "<br>".join(html.escape(line, quote=False) for line in lines)


def _kml_colour(colour: Colour, opacity: str) -> str:
    """Return a colour as KML writes it: opacity, blue, green, red."""
    red, green, blue = colour
    return f"{opacity}{blue:02x}{green:02x}{red:02x}"
