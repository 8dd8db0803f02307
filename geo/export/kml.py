"""Events as KML: styled placemarks with time spans, for Google Earth."""

import html
import re
from collections.abc import Iterable, Sized
from pathlib import Path
from typing import Protocol

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from shapely import Geometry
from shapely.geometry import mapping

from geo.border import describe_distance
from geo.drawing.colouring import colour_by_group, colour_by_type
from geo.drawing.palette import LIGHT, Colour
from geo.export.tables import Taken
from geo.times import Timed, describe_when
from geo.vocabulary import label

# Signs that XML cannot hold, whatever is done to them.
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_SURE, _UNSURE = "ff", "80"


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


def write_kml(taken: Taken) -> bytes:
    """Return KML 2.2: a folder for each group, paler where an event is only possibly meant."""
    events, story, field = taken.events, taken.view.story, taken.view.link.colour
    groups = colour_by_group(events["group"], story, LIGHT)
    shades = groups if field == "group" else colour_by_type(events["event_type"], LIGHT)
    numbers = {shade.id: number for number, shade in enumerate(shades.shades)}
    folders = [
        (group.label, events[events["group"] == group.id].itertuples()) for group in groups.shades
    ]
    pages = Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
        finalize=lambda value: _NOT_XML.sub("\ufffd", value) if type(value) is str else value,
    )
    text = pages.get_template("events.kml").render(
        about=taken.about.texts(),
        intro=_as_html([taken.about.filter, taken.about.counted]),
        styles=[
            (f"{number}-{presence}", _kml_colour(shade.colour, opacity))
            for number, shade in enumerate(shades.shades)
            for presence, opacity in (("definite", _SURE), ("possible", _UNSURE))
        ],
        folders=folders,
        style=lambda event: f"{numbers[getattr(event, field)]}-{event.presence}",
        describe=_description,
        when=describe_when,
        shape=lambda event: None if event.geometry is None else mapping(event.geometry),
    )
    return text.encode()


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
