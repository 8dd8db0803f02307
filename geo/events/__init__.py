"""Event files: read into a frame, with all that was held back said, and written again."""

import gc
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from os import PathLike
from pathlib import Path

import numpy as np
import pyarrow as pa
from geopandas import GeoDataFrame
from pydantic_core import to_json

from geo.errors import EventFileError
from geo.events.checks import Numbered, check_features, check_top, records
from geo.events.event import Casualties, Claim, Event, Feature, Source, Territory
from geo.events.frame import to_features, to_frame
from geo.events.geojson import NotJsonError, cut_features
from geo.events.geoparquet import MAGIC, read_geoparquet
from geo.events.held import Held, Report
from geo.events.references import Numbers, check_references
from geo.events.remote import fetch, is_url

__all__ = [
    "Casualties",
    "Claim",
    "Event",
    "Feature",
    "Held",
    "Reading",
    "Source",
    "Territory",
    "check_events",
    "read_events",
    "write_events",
]


_NO_FILE = {
    FileNotFoundError: "no such file",
    IsADirectoryError: "a folder",
    PermissionError: "a file that nobody here may read",
}


@dataclass(frozen=True)
class Reading:
    """What a file of events held.

    Attributes
    ----------
    events : GeoDataFrame, n rows
        The good records; columns as in `geo.events.frame.to_frame`.
    held : tuple of Held
        Why other records, or parts of the file, were held back; several may be of one record.
    notes : tuple of str
        What was left out or understood in its own way without holding a record back.
    about : dict of str to str
        Title, version, date, licence and other texts at the top of the file.
    """

    events: GeoDataFrame
    held: tuple[Held, ...] = ()
    notes: tuple[str, ...] = ()
    about: dict[str, str] = field(default_factory=dict)


def read_events(source: str | PathLike[str] | bytes) -> Reading:
    """Return the events of a GeoJSON or GeoParquet file, and what was held back of it.

    Parameters
    ----------
    source : path, URL (http, https) or bytes
        A file, or its content: a FeatureCollection (RFC 7946) of features as in `geo.events.event`,
        or GeoParquet with a column for each member and a row for each event.

    Raises
    ------
    EventFileError
        If there is no such file, or no list of features can be found in it.
    """
    name = "events" if isinstance(source, bytes) or is_url(source) else Path(source).name
    content = read_content(source)
    try:
        with _without_collection():
            if content.startswith(MAGIC):
                return _read_geoparquet(content)
            try:
                return _read_geojson(content, quick=True)
            except NotJsonError:
                return _read_geojson(content, quick=False)
    except EventFileError as error:
        raise EventFileError(f"{name}: {error}") from error


def check_events(events: GeoDataFrame, about: Mapping[str, str] | None = None) -> tuple[Held, ...]:
    """Return what `read_events` would hold back if these events were written to a file."""
    return read_events(write_events(events, about)).held


def write_events(events: Reading | GeoDataFrame, about: Mapping[str, str] | None = None) -> bytes:
    """Return events as the text of a GeoJSON file that `read_events` reads again.

    Parameters
    ----------
    events : Reading or GeoDataFrame, n rows
        Columns as `read_events` gives them; others are left out. Written as they are:
        `check_events` says what is wrong with them.
    about : mapping of str to str, optional
        Texts for the top of the file; those of the reading where it is left out.

    Returns
    -------
    bytes
        UTF-8, one space of indent, a line break at the end. No events give an empty list.
    """
    if isinstance(events, Reading):
        about = events.about if about is None else about
        events = events.events
    members = {"type": "FeatureCollection", **(about or {}), "features": to_features(events)}
    return to_json(members, indent=1) + b"\n"


def _read_geojson(content: bytes, *, quick: bool) -> Reading:
    report = Report()
    cut = cut_features(content, report, quick=quick)
    about = check_top(cut, report)
    features = check_features(cut, report)
    del cut, content  # files are large
    events = to_frame([feature for _, feature in features])
    numbers = np.array([number for number, _ in features], dtype=np.int64)
    report.notes += _offset_notes(features, events)
    del features
    return _reading(events, numbers, about, report)


def _read_geoparquet(content: bytes) -> Reading:
    report = Report()
    return _reading(*read_geoparquet(content, report), report)


def _reading(
    events: GeoDataFrame, numbers: Numbers, about: dict[str, str], report: Report
) -> Reading:
    events = check_references(events, numbers, report)
    # In the order of the file, which is how it will be mended.
    held = sorted(report.held, key=lambda one: (one.record is None, one.record or 0))
    return Reading(events, tuple(held), tuple(report.notes), about)


@contextmanager
def _without_collection() -> Iterator[None]:
    """Keep Python from looking for garbage again and again among a million new, living objects."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def _offset_notes(features: Numbered, events: GeoDataFrame) -> list[str]:
    other = np.zeros(len(events), dtype=bool)
    for name in ("start", "end"):
        written = [getattr(feature.properties, name).utcoffset() for _, feature in features]
        zones = events[f"{name}_local"] - events[name].dt.tz_localize(None)
        other |= pa.array(written, pa.duration("us")).to_numpy() != zones.to_numpy()
    if not other.any():
        return []
    return [
        f"start or end in {records(int(other.sum()))} with another offset than their zone's: "
        "the instant counts, and is written with the zone's offset"
    ]


def read_content(source: str | PathLike[str] | bytes) -> bytes:
    """Return what stands in a file, at a URL, or here.

    Raises
    ------
    EventFileError
        If there is no such file; the folder it would lie in is not named.
    """
    if isinstance(source, bytes):
        return source
    if isinstance(source, str) and is_url(source):
        fetched = fetch(source)
        assert fetched is not None
        return fetched.content
    path = Path(source)
    try:
        return path.read_bytes()
    except OSError as error:
        found = _NO_FILE.get(type(error), "a file that cannot be opened")
    except ValueError:
        found = "a name that no file can have"
    raise EventFileError(f"{path.name}: found {found}, wanted a file of events")
