"""Events written as a GeoJSON file that is read again as the same events."""

from collections.abc import Mapping

from geopandas import GeoDataFrame
from pydantic_core import to_json

from geo.events.frame import to_features
from geo.events.reading import Reading, parse_events
from geo.events.rejections import Rejection


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


def check_events(
    events: GeoDataFrame, about: Mapping[str, str] | None = None
) -> tuple[Rejection, ...]:
    """Return what `read_events` would reject if these events were written to a file."""
    return parse_events(write_events(events, about)).rejected
